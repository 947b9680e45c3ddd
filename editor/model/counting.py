"""字数: how many characters a text has, as Word counts them."""

from __future__ import annotations

import re
from functools import lru_cache
from weakref import ref

from editor.model.reading import Article, set_blocks

_WIDE = r"\u2014\u2018-\u201d\u2026\u2e80-\uffef\U00020000-\U0003ffff"
_COUNTED = f"[{_WIDE}]|[^\\s{_WIDE}]+"  # compiled when it is asked for: no start waits for it


def characters(article: Article) -> int:
    """字数 of an article as it is set, as Word counts it: each Chinese character, each word."""
    key = id(article)
    held = _known.get(key)
    if held is None or held[0]() is not article:
        found = sum(count(block.text.text) for block in set_blocks(article))
        held = ref(article, lambda _: _known.pop(key, None)), found
        _known[key] = held
    return held[1]


_known: dict[int, tuple[ref[Article], int]] = {}
"""What was counted: an article is the same value in many readings, and long to compare.

What nobody has any more is forgotten: a run over an archive sees every article once.
"""


@lru_cache(maxsize=8192)
def count(text: str) -> int:
    """字数 of one text; the same text comes again with every reading."""
    return len(re.findall(_COUNTED, text.replace("\u3000", " ")))
