"""One article as it goes out: with its number on the page, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from editor.model.decisions import Patch
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, SetBlock, set_blocks
from editor.model.structure import Role

_SURPLUS = re.compile(r"^\s+|\s+$|[^\S\n]+(?=\n)|(?<=\n)\s+|(?<=[ \xa0])[ \xa0]+")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of a place in a proof: the raw `span`, and the words."""

    span: Span
    text: str


@dataclass(frozen=True)
class Story:
    """An article of a page. `number`: its place on the page, from 1.

    For proof copies: `before` is the same article without any correction, `patches` are the
    corrections of all pages that it stands on (of its page, if not given), `remarks` what is
    open about it. All places are as in the article.
    """

    article: Article
    number: int
    page: Page
    before: Article | None = None
    remarks: tuple[Remark, ...] = ()
    patches: tuple[Patch, ...] | None = None

    @property
    def corrections(self) -> tuple[Patch, ...]:
        """The corrections, in the order of their places."""
        return self.page.decisions.patches if self.patches is None else self.patches

    @property
    def page_name(self) -> str:
        """The page's file name without its suffix; may be empty."""
        return PurePath(self.page.source.origin.name).stem

    @property
    def source(self) -> str:
        """Where it was printed: paper, section, number of the page; else the page's file name."""
        meta = self.page.meta
        parts = [part for part in (meta.paper, meta.section, meta.number) if part]
        return " ".join(parts) or self.page_name

    @property
    def key(self) -> str:
        """Names this article among all: its page's text, and where it begins there."""
        return f"{self.page.source.sha256[:16]}:{self.article.at}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is set as one paragraph: its role and lines, and the text they came from.

    `dateline`: the length of a dateline at its start. `blocks`: as the reading has them.
    """

    role: Role
    lines: tuple[str, ...]
    dateline: int
    blocks: tuple[SetBlock, ...]

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)


def stories(page: Page, articles: Iterable[Article]) -> list[Story]:
    """The articles of a page that are not left out."""
    return [
        Story(article, number, page)
        for number, article in enumerate(articles, 1)
        if not article.left_out
    ]


def paragraphs(article: Article, include: Collection[Role]) -> Iterator[Paragraph]:
    """The article as it is set: all lines of a headline block are one; nothing empty.

    `include`: the roles that are wanted besides the body. Without DATELINE the body begins
    behind it.
    """
    blocks = [
        block
        for block in set_blocks(article, captions=Role.CAPTION in include)
        if block.role is Role.BODY or block.role in include
    ]
    for role, group in groupby(blocks, key=lambda block: block.role):
        if role.heads:
            whole = tuple(group)
            lines = [line for block in whole for line in _lines(block.text.text)]
            if lines:
                yield Paragraph(role, tuple(lines), 0, whole)
            continue
        for block in group:
            text, dateline = block.text.text, block.dateline
            if dateline and Role.DATELINE not in include:
                text, dateline = text[dateline:], 0
            lines = _lines(text)
            if lines:
                if dateline:
                    dateline -= sum(cut.end() - cut.start() for cut in surplus(text[:dateline]))
                yield Paragraph(role, tuple(lines), dateline, (block,))


def surplus(text: str) -> Iterator[re.Match[str]]:
    """What of a text is not set: blanks at the ends of its lines, blank lines, double spaces."""
    return _SURPLUS.finditer(text)


def _lines(text: str) -> list[str]:
    """The lines of a text without what is not set."""
    text = _SURPLUS.sub("", text)
    return text.split("\n") if text else []
