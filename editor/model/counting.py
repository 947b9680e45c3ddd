"""字数: how many characters a text has, as Word counts them."""

from __future__ import annotations

import re
from functools import lru_cache

from editor.model.reading import Article, set_blocks

_WIDE = r"\u2014\u2018-\u201d\u2026\u2e80-\uffef\U00020000-\U0003ffff"
_COUNTED = f"[{_WIDE}]|[^\\s{_WIDE}]+"  # compiled when it is asked for: no start waits for it


def characters(article: Article) -> int:
    """字数 of an article as it is set, as Word counts it: each Chinese character, each word."""
    held = _known.get(id(article))
    if held is None or held[0] is not article:
        if len(_known) > KEPT:
            _known.clear()
        held = article, sum(count(block.text.text) for block in set_blocks(article))
        _known[id(article)] = held
    return held[1]


KEPT = 10_000
_known: dict[int, tuple[Article, int]] = {}
"""What was counted: an article is the same value in many readings, and long to compare."""


@lru_cache(maxsize=8192)
def count(text: str) -> int:
    """字数 of one text; the same text comes again with every reading."""
    return len(re.findall(_COUNTED, text.replace("\u3000", " ")))
