"""An article as clean text: a paragraph a line, Chinese ones indented by two characters."""

from __future__ import annotations

import unicodedata

from editor.model.reading import Article, Reading, set_blocks
from editor.model.structure import Role

INDENT = "\u3000\u3000"


def article_text(article: Article, *, captions: bool = False) -> str:
    """The article as it is set, each block on a line of its own; no line end behind the last."""
    lines: list[str] = []
    heads = True
    for block in set_blocks(article, captions=captions):
        text = block.text.text.strip()
        if not text:
            continue
        flows = not block.role.assigned
        if flows and heads and lines:
            lines.append("")
        heads = heads and not flows
        indents = block.role in (Role.BODY, Role.NOTE) and _is_chinese(text)
        lines.append(INDENT + text if indents else text)
    return "\n".join(lines)


def reading_text(reading: Reading) -> str:
    """All articles of a page, and what heading lines none of them has; two blank lines between."""
    parts = [article_text(article, captions=True) for article in reading.articles]
    parts += ["\n".join(block.text.text for block in reading.tray)]
    return "\n\n\n".join(part for part in parts if part)


def _is_chinese(text: str) -> bool:
    return any(unicodedata.east_asian_width(mark) in "WF" for mark in text)
