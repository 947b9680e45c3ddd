"""字数: how many characters a text has, as Word counts them."""

from __future__ import annotations

import re
from functools import lru_cache

from editor.model.reading import Article, set_blocks

_WIDE = r"\u2014\u2018-\u201d\u2026\u2e80-\uffef\U00020000-\U0003ffff"
_COUNTED = re.compile(f"[{_WIDE}]|[^\\s{_WIDE}]+")


def characters(article: Article) -> int:
    """字数 of an article as it is set, as Word counts it: each Chinese character, each word."""
    return sum(count(block.text.text) for block in set_blocks(article))


@lru_cache(maxsize=8192)
def count(text: str) -> int:
    """字数 of one text; the same text comes again with every reading."""
    return len(_COUNTED.findall(text.replace("\u3000", " ")))
