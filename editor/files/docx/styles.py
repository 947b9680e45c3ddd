"""What a manuscript looks like: the page and its paragraph styles, as a table.

Built-in styles have their English names, which Word shows in its own language, and ASCII ids.
Sizes are points; the Chinese names of sizes stand beside them. Fonts are those that every
Chinese Word has, under their English names: Word knows both, and systems without them have
better stand-ins for these. All of the look is here: a document only names styles.
"""

from __future__ import annotations

from dataclasses import dataclass

from editor.model.structure import Role

SONG, HEI, KAI, LATIN = "SimSun", "SimHei", "KaiTi", "Times New Roman"

FONTS = (  # name, other name, Panose, character set, family
    (SONG, "宋体", "02010600030101010101", "86", "roman"),
    (HEI, "黑体", "02010609060101010101", "86", "swiss"),
    (KAI, "楷体", "02010609060101010101", "86", "roman"),
    (LATIN, "", "02020603050405020304", "00", "roman"),
)

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4, in twentieths of a point
MARGIN_SIDE, MARGIN_TOP = 1588, 1701  # 28 mm, 30 mm
MEASURE = (PAGE_WIDTH - 2 * MARGIN_SIDE) / 20
"""Width of the text in points: 36 characters of the body."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One style. `indent` is the first line's, in characters; `line` a multiple of single."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = "BodyTextFirstIndent"
    east_asia: str = SONG
    latin: str = LATIN
    size: float = 12
    align: str = "both"
    indent: int = 0
    line: float = 1.5
    before: float = 0
    after: float = 0
    outline: int | None = None
    keep_next: bool = False
    bold: bool = False
    own: bool = False


TITLES = (
    ParagraphStyle(
        "Title", "Title", size=22, east_asia=HEI, latin=HEI, align="center",  # 二号
        line=1.25, before=6, after=6, outline=0, keep_next=True, bold=True,
    ),
    ParagraphStyle(
        "TitleMedium", "标题（小二）", "Title", size=18, east_asia=HEI, latin=HEI, align="center",
        line=1.25, before=6, after=6, outline=0, keep_next=True, bold=True, own=True,
    ),
    ParagraphStyle(
        "TitleSmall", "标题（三号）", "Title", size=16, east_asia=HEI, latin=HEI, align="center",
        line=1.25, before=6, after=6, outline=0, keep_next=True, bold=True, own=True,
    ),
)  # fmt: skip
"""The headline's styles, the largest first: the first one that its lines fit is taken."""

STYLES = (
    ParagraphStyle("Normal", "Normal", based_on="", following="Normal"),
    *TITLES,
    ParagraphStyle(
        "Kicker", "引题", size=14, east_asia=KAI, align="center",  # 四号
        line=1.25, keep_next=True, following="Title", own=True,
    ),
    ParagraphStyle(
        "Subtitle", "Subtitle", size=14, east_asia=KAI, align="center",
        line=1.25, after=4, keep_next=True,
    ),
    ParagraphStyle(
        "Byline", "署名", east_asia=KAI, align="center",  # 小四
        line=1.25, before=4, after=10, keep_next=True, own=True,
    ),
    ParagraphStyle("BodyText", "Body Text", following="BodyText"),
    ParagraphStyle("BodyTextFirstIndent", "Body Text First Indent", "BodyText", indent=2),
    ParagraphStyle(
        "Heading2", "heading 2", east_asia=HEI, latin=HEI,
        indent=2, before=6, after=2, outline=1, keep_next=True, bold=True,
    ),
    ParagraphStyle("Note", "编者按", "BodyText", east_asia=KAI, indent=2, own=True),
    ParagraphStyle(
        "Caption", "caption", size=10.5, east_asia=KAI, align="center",  # 五号
        line=1.25, before=6, following="Normal",
    ),
    ParagraphStyle("Footer", "footer", size=9, align="center", line=1, following="Footer"),
)  # fmt: skip

STYLE_OF = {
    Role.KICKER: "Kicker",
    Role.HEADLINE: "Title",
    Role.SUBHEAD: "Subtitle",
    Role.BYLINE: "Byline",
    Role.BODY: "BodyTextFirstIndent",
    Role.CROSSHEAD: "Heading2",
    Role.NOTE: "Note",
    Role.CAPTION: "Caption",
}
"""The style of each kind of block."""

BY_ID = {style.id: style for style in STYLES}

MARK_STYLES = {SONG: "ChineseMarkSong", KAI: "ChineseMarkKai"}
"""The character style, by the paragraph's Chinese font, of marks that older LibreOffice would
set from the Latin font (see `runs`). What is set in Hei needs none: its Latin font is Hei."""
