"""How likely a stretch of Chinese is by the frequencies of its words: jieba's, loaded on demand."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Any

from editor.chinese_words import tokenizer

_LONGEST = 6
"""The longest word that is looked for, in characters."""


@cache
def _words() -> tuple[dict[str, int], float]:
    found: Any = tokenizer()
    return found.FREQ, math.log(found.total)


def known(word: str, often: int = 1) -> bool:
    """Whether jieba's dictionary has the word, met `often` times or more (of sixty million)."""
    return _words()[0].get(word, 0) >= often


@lru_cache(maxsize=4096)
def best(text: str) -> tuple[float, tuple[str, ...]]:
    """The likeliest words that a short text is cut into, and the logarithm of their chance."""
    frequency, total = _words()
    paths: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        top = (-math.inf, end - 1)
        for start in range(max(0, end - _LONGEST), end):
            count = frequency.get(text[start:end], 0) or (end - start == 1)
            if count:
                top = max(top, (paths[start][0] + math.log(count) - total, start))
        paths.append(top)
    words, end = [], len(text)
    while end:
        start = paths[end][1]
        words.append(text[start:end])
        end = start
    return paths[-1][0], tuple(reversed(words))
