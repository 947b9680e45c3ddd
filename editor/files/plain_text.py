"""An article as clean text: a paragraph a line, Chinese ones indented by two characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from editor.files.export.story import paragraphs
from editor.model.places import Span
from editor.model.reading import Article, Reading, set_blocks
from editor.model.structure import Role
from editor.model.traced import PieceOrigin, TracedText

INDENT = "\u3000\u3000"


EVERYTHING = frozenset(Role) - {Role.FURNITURE}


def article_text(
    article: Article, *, captions: bool = False, include: Collection[Role] = EVERYTHING
) -> str:
    """The article as it is set, each line on its own; no line end behind the last.

    `include`: the roles that are wanted besides the body; captions only where they are too.
    """
    lines: list[str] = []
    heads = True
    wanted = include if captions else frozenset(include) - {Role.CAPTION}
    for paragraph in paragraphs(article, wanted):
        flows = not paragraph.role.assigned
        if flows and heads and lines:
            lines.append("")
        heads = heads and not flows
        indents = paragraph.role in (Role.BODY, Role.NOTE) and _is_chinese(paragraph.text)
        lines += [INDENT + line if indents else line for line in paragraph.lines]
    return "\n".join(lines)


def spans_text(reading: Reading, spans: Sequence[Span]) -> str:
    """What the reading makes of raw stretches: a line a block, in reading order."""
    lines: list[str] = []
    for article in reading.articles:
        for block in set_blocks(article, captions=True):
            lines += _touched(block.text, spans)
    for aside in (*reading.tray, *reading.furniture):
        lines += _touched(aside.text, spans)
    return "\n".join(lines)


def _touched(text: TracedText, spans: Sequence[Span]) -> list[str]:
    """The parts of a block that are read from `spans` as one line; none where nothing is."""
    found = gap = ""
    for piece in text.pieces:
        if piece.origin is PieceOrigin.JOINT:
            gap += piece.text
            continue
        if piece.origin is PieceOrigin.RAW:
            parts = [
                piece.text[max(0, s.start - piece.span.start) : max(0, s.end - piece.span.start)]
                for s in spans
                if s.overlaps(piece.span)
            ]
        else:
            whole = any(s.start <= piece.span.start and piece.span.end <= s.end for s in spans)
            parts = [piece.text] if whole and piece.origin is PieceOrigin.PATCH else []
        put = "".join(parts)
        if put:
            found += (gap if found else "") + put
        gap = ""
    return [found] if found else []


def reading_text(reading: Reading) -> str:
    """All articles of a page, and what heading lines none of them has; two blank lines between."""
    parts = [article_text(article, captions=True) for article in reading.articles]
    parts += ["\n".join(block.text.text for block in reading.tray)]
    return "\n\n\n".join(part for part in parts if part)


def _is_chinese(text: str) -> bool:
    return any(unicodedata.east_asian_width(mark) in "WF" for mark in text)
