"""Printed lines whose every character knows what it belongs to; the gold is read off them.

Because the gold is collected from the characters that are left after setting, damage and
extraction, it is right by construction, whatever was done to the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Owner = tuple[Any, ...]
"""("p", article, paragraph), ("h", article, field, line), ("d", article), ("y", article, name),
("f", entry)."""


class Glyph(NamedTuple):
    """A printed character, its owner (None: it only frames or parts), and a second reader of it."""

    char: str
    owner: Owner | None = None
    also: Owner | None = None


@dataclass
class Row:
    """One printed line.

    `kind` is head, by, body or aside; `first` and `last` are of its paragraph; `article` is None
    for what belongs to the page. `lead` is white space that extraction left before it, `blanks`
    the blank lines behind it; `feed` puts a form feed before it.
    """

    glyphs: list[Glyph]
    kind: str
    article: int | None = None
    first: bool = False
    last: bool = False
    lead: str = ""
    blanks: int = 0
    feed: bool = False
    closing: bool = False
    """Whether the article's last printed line, whatever it is."""
    tags: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The line as it stands in the file."""
        return ("\f" if self.feed else "") + self.lead + "".join(g.char for g in self.glyphs)


def glyphs(text: str, owner: Owner | None, also: Owner | None = None) -> list[Glyph]:
    """`text` as glyphs of one owner."""
    return [Glyph(char, owner, also) for char in text]


def page_text(rows: Iterable[Row]) -> str:
    """The page's file."""
    return "".join(row.text.rstrip() + "\n" * (1 + row.blanks) for row in rows)


def gold_of(rows: Sequence[Row]) -> dict[str, Any]:
    """The gold reading: every owned character where its owner says, in printed order."""
    texts: dict[Owner, str] = {}
    order: list[int] = []
    for row in rows:
        fresh = True
        for glyph in row.glyphs:
            for owner in (glyph.owner, glyph.also):
                if owner is None:
                    continue
                before = texts.get(owner, "")
                if fresh and before and before[-1].isascii() and glyph.char.isascii():
                    # Two Latin words that a line's end parted.
                    before += " " if before[-1].isalpha() and glyph.char.isalpha() else ""
                texts[owner] = before + glyph.char
                if owner[0] == "p" and owner[1] not in order:
                    order.append(owner[1])
            fresh = False
    return {
        "articles": [_article(texts, number) for number in order],
        "furniture": [text.strip() for owner, text in sorted(_of(texts, "f")) if text.strip()],
    }


def _of(texts: dict[Owner, str], kind: str) -> list[tuple[Owner, str]]:
    return [(owner, text) for owner, text in texts.items() if owner[0] == kind]


def _article(texts: dict[Owner, str], number: int) -> dict[str, Any]:
    def lines(kind: str, *rest: str) -> list[str]:
        keys = (kind, number, *rest)
        found = sorted(
            (owner[-1], text.strip())
            for owner, text in texts.items()
            if owner[: len(keys)] == keys and text.strip()
        )
        return [text for _, text in found]

    return {
        "kicker": lines("h", "kicker"),
        "headline": lines("h", "headline"),
        "subhead": lines("h", "subhead"),
        "byline": lines("y"),
        "dateline": texts.get(("d", number), "").strip() or None,
        "paragraphs": lines("p"),
    }
