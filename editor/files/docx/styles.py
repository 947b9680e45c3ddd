"""What a manuscript looks like: a page and its paragraph styles, as values of a house file.

Built-in styles have their English names, which Word shows in its own language, and ASCII ids.
What a style is to Word (its name, its level in the navigation pane) stands in the table here;
how it looks comes from the house. All of the look is in styles: a document only names them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from editor.model.structure import Role

MM = 72 / 25.4
"""Points in a millimetre."""

SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
    "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""Chinese sizes in points."""

ALIGNS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
"""Alignments of a house file, as Word calls them; a folio may also stand `outside`."""


class BuiltIn(NamedTuple):
    """What a part's style is to Word."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = "BodyTextFirstIndent"
    outline: int | None = None
    keep_next: bool = False
    own: bool = False


BUILT_IN: Mapping[str, BuiltIn] = {
    "base": BuiltIn("Normal", "Normal", "", "Normal"),
    "headline": BuiltIn("Title", "Title", outline=0, keep_next=True),
    "kicker": BuiltIn("Kicker", "引题", following="Title", keep_next=True, own=True),
    "subhead": BuiltIn("Subtitle", "Subtitle", keep_next=True),
    "byline": BuiltIn("Byline", "署名", keep_next=True, own=True),
    "body": BuiltIn("BodyTextFirstIndent", "Body Text First Indent", "BodyText"),
    "crosshead": BuiltIn("Heading2", "heading 2", outline=1, keep_next=True),
    "note": BuiltIn("Note", "编者按", "BodyText", own=True),
    "caption": BuiltIn("Caption", "caption", following="Normal"),
    "folio": BuiltIn("Footer", "footer", following="Footer"),
    "header": BuiltIn("Header", "header", following="Header"),
}
"""The parts that a house file gives a look to, in the order of its styles."""

LADDER = ("Title", "TitleMedium", "TitleSmall", "TitleSmallest")
"""Ids of the headline's styles where it has several sizes, the largest first."""

DATELINE = "Dateline"
"""The id of the character style of datelines; its marks have one of their own."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one part looks. Sizes and spaces are points, `indent` (first line) is characters.

    `line` is a multiple of single spacing, or with `exact` points. `align`: as in `ALIGNS`.
    """

    east_asia: str
    latin: str
    size: float
    bold: bool = False
    align: str = "justify"
    indent: float = 0
    line: float = 1.5
    exact: bool = False
    before: float = 0
    after: float = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One style of the document: what it is and how it looks."""

    id: str
    name: str
    is_a: BuiltIn
    look: Look
    based_on: str


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page in millimetres. `characters`: of the base's size in a line; 0: as it comes."""

    width: float = 210
    height: float = 297
    top: float = 30
    right: float = 28
    bottom: float = 30
    left: float = 28
    header: float = 17.5
    footer: float = 17.5
    characters: int = 0

    @property
    def measure(self) -> float:
        """Width of the text in points."""
        return (self.width - self.left - self.right) * MM

    @property
    def depth(self) -> float:
        """Height of the text in points."""
        return (self.height - self.top - self.bottom) * MM


@dataclass(frozen=True)
class Sheet:
    """The Word part of a house: looks by part, the page, what stands at its head and foot.

    `titles` are the sizes of the headline in points, falling. `folio` and `header` are texts
    with {page}, {pages}, {title} and {source} as field codes; empty for none. `dateline`: the
    font of datelines, where they have one of their own.
    """

    looks: tuple[tuple[str, Look], ...]
    titles: tuple[float, ...]
    page: PageSetup = PageSetup()
    folio: str = ""
    header: str = ""
    dateline: Look | None = None

    def __hash__(self) -> int:
        """Of what differs soonest."""
        return hash((self.looks, self.titles, self.page))

    @cached_property
    def look(self) -> Mapping[str, Look]:
        """How each part looks, by its name."""
        return dict(self.looks)

    @cached_property
    def styles(self) -> tuple[ParagraphStyle, ...]:
        """All paragraph styles, those that others rest on first."""
        found = [_style("base", self.look["base"])]
        body = BuiltIn("BodyText", "Body Text", following="BodyText")
        found.append(ParagraphStyle(body.id, body.name, body, self.look["base"], "Normal"))
        for part, is_a in BUILT_IN.items():
            if part == "base":
                continue
            look = self.look[part]
            if part != "headline":
                found.append(_style(part, look))
                continue
            for step, size in enumerate(self.titles):
                name = is_a.name if not step else f"标题（{size_name(size)}）"
                rank = is_a._replace(own=bool(step))
                based_on = "Title" if step else "Normal"
                sized = replace(look, size=size)
                found.append(ParagraphStyle(LADDER[step], name, rank, sized, based_on))
        return tuple(found)

    def closer(self, look: Look) -> int:
        """What a line of so many characters adds to each, in twips: of the base's size only.

        A document grid would say the same, and programs other than Word set it far apart.
        """
        base = self.look["base"]
        if not self.page.characters or look.size != base.size:
            return 0
        return math.floor((self.page.measure / self.page.characters - base.size) * 20)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """By their Chinese font, the character styles of marks that go astray (see `runs`).

        A font that is Latin to its styles as well needs none.
        """
        fonts = dict.fromkeys(
            look.east_asia for _, look in self.looks if look.east_asia != look.latin
        )
        return {font: f"ChineseMark{number}" for number, font in enumerate(fonts, 1)}


def _style(part: str, look: Look) -> ParagraphStyle:
    is_a = BUILT_IN[part]
    return ParagraphStyle(is_a.id, is_a.name, is_a, look, is_a.based_on)


def size_name(size: float) -> str:
    """A size as Chinese Word names it, or in points."""
    return next((name for name, points in SIZES.items() if points == size), f"{size:g} 磅")


PART_OF = {
    Role.KICKER: "kicker",
    Role.HEADLINE: "headline",
    Role.SUBHEAD: "subhead",
    Role.BYLINE: "byline",
    Role.BODY: "body",
    Role.CROSSHEAD: "crosshead",
    Role.NOTE: "note",
    Role.CAPTION: "caption",
}
"""The part whose style each kind of block has."""


class Font(NamedTuple):
    """What Word is told of a font, so that it finds one like it where it is not there."""

    other: str = ""
    panose: str = ""
    charset: str = "86"
    family: str = "auto"


_FONTS = {
    "SimSun": Font("宋体", "02010600030101010101", family="roman"),
    "SimHei": Font("黑体", "02010609060101010101", family="swiss"),
    "KaiTi": Font("楷体", "02010609060101010101", family="roman"),
    "FangSong": Font("仿宋", "02010609060101010101", family="roman"),
    "FZXiaoBiaoSong-B05S": Font("方正小标宋简体", "03000509000000000000", family="roman"),
    "FangSong_GB2312": Font("仿宋_GB2312", "02010609030101010101", family="roman"),
    "KaiTi_GB2312": Font("楷体_GB2312", "02010609030101010101", family="roman"),
    "Microsoft YaHei": Font("微软雅黑", "020B0503020204020204", family="swiss"),
    "DengXian": Font("等线", "02010600030101010101", family="swiss"),
    "Times New Roman": Font("", "02020603050405020304", "00", "roman"),
    "Arial": Font("", "020B0604020202020204", "00", "swiss"),
}


def font(name: str, *, chinese: bool) -> Font:
    """What is known of a font by either of its names."""
    if name in _FONTS:
        return _FONTS[name]
    for english, known in _FONTS.items():
        if known.other == name:
            return known._replace(other=english)
    return Font(charset="86" if chinese else "00")


def fonts(sheet: Sheet) -> dict[str, Font]:
    """All fonts that a sheet names, Chinese ones first."""
    looks = [look for _, look in sheet.looks] + ([sheet.dateline] if sheet.dateline else [])
    found = {look.east_asia: font(look.east_asia, chinese=True) for look in looks}
    for look in looks:
        found.setdefault(look.latin, font(look.latin, chinese=False))
    return found
