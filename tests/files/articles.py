"""Articles made by hand, for tests of what is written."""

from __future__ import annotations

from editor.files.export.story import Story
from editor.model.meta import Meta
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Block, Name, Reading
from editor.model.source import Origin, Source
from editor.model.structure import Role
from editor.model.traced import Piece, PieceOrigin, TracedText

BODY = (
    "入冬以来，城北河岸的三万株树苗长势良好。6月18日，记者看到“绿色长廊”已经连成一片。",
    "“以前这里风一吹就是黄沙。”周广平说，“现在开窗就是绿——孩子们都爱来……”",
)


def traced(text: str) -> TracedText:
    """Text of the page (places do not matter here)."""
    return TracedText((Piece(text, Span(0, 0), PieceOrigin.TYPED),))


def article(
    *headline: str,
    body: tuple[str, ...] = BODY,
    byline: tuple[str, ...] = ("林小满",),
    dateline: str | None = None,
    **parts: tuple[str, ...],
) -> Article:
    """An article; `parts`: kicker, subhead, crosshead, note and caption."""

    def blocks(role: Role) -> tuple[Block, ...]:
        return tuple(Block(role, traced(text)) for text in parts.get(role.value, ()))

    return Article(
        0,
        tuple(Block(Role.BODY, traced(text)) for text in body)
        + blocks(Role.CROSSHEAD)
        + blocks(Role.NOTE),
        kicker=tuple(map(traced, parts.get("kicker", ()))),
        headline=tuple(map(traced, headline)),
        subhead=tuple(map(traced, parts.get("subhead", ()))),
        byline=tuple(Name(traced(name)) for name in byline),
        dateline=traced(dateline) if dateline else None,
        captions=blocks(Role.CAPTION),
    )


def page(name: str = "第2版.txt", meta: Meta | None = None) -> Page:
    """A page of this file name."""
    return Page("1", Source("页", Origin(name)), meta=meta or Meta())


def story(made: Article, number: int = 1, of: Page | None = None) -> Story:
    """The article as it goes out."""
    return Story(made, number, of or page())


def reading(*articles: Article) -> Reading:
    """A reading of these articles."""
    return Reading(articles)


WHOLE = article(
    "城北三万株树苗越冬",
    "五年治理一条河",
    byline=("本报记者 林小满", "周青禾"),
    dateline="本报讯",
    kicker=("坚持绿色发展",),
    subhead=("——五年见闻",),
    crosshead=("一条河的新生",),
    note=("编者按：今起刊发。",),
    caption=("图为新栽的树苗。",),
)
"""An article with one of everything."""
