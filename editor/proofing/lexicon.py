"""How likely a stretch of Chinese is by the frequencies of its words: jieba's, loaded on demand."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Any

from editor.chinese_words import tokenizer
from editor.resources import resource

_LONGEST = 6
"""The longest word that is looked for, in characters."""


class _Words:
    """Jieba's words with the newer ones of ours, which count as moderately frequent."""

    def __init__(self) -> None:
        found: Any = tokenizer()
        self.jieba, self.total = found.FREQ, math.log(found.total)
        text = resource("words/newer.txt").read_text("utf-8")
        lines = (line for line in text.splitlines() if not line.startswith("#"))
        words = (word for line in lines for word in line.split())
        self.newer = {word: _PLURAL if word[-1] == "们" else _NEWER for word in words}

    def get(self, word: str, default: int = 0) -> int:
        """How often it is met."""
        told: int = self.jieba.get(word, 0)
        return max(told, self.newer.get(word, default))


_NEWER = 300
"""How often, of sixty million, a newer word counts as met."""
_PLURAL = 3000
"""The same of 老人们 and its like, which are no newer: dictionaries leave them out."""


@cache
def _words() -> tuple[_Words, float]:
    found = _Words()
    return found, found.total


def known(word: str, often: int = 1) -> bool:
    """Whether jieba's dictionary has the word, met `often` times or more (of sixty million)."""
    return _words()[0].get(word, 0) >= often


def count(word: str) -> int:
    """How often jieba's texts, of sixty million words, have the word."""
    return _words()[0].get(word, 0)


@lru_cache(maxsize=1 << 16)
def _chance(word: str) -> float | None:
    """The logarithm of the chance of a word; None where it is none. Any character is one."""
    frequency, total = _words()
    count = frequency.get(word, 0) or (len(word) == 1)
    return math.log(count) - total if count else None


@lru_cache(maxsize=4096)
def best(text: str) -> tuple[float, tuple[str, ...]]:
    """The likeliest words that a short text is cut into, and the logarithm of their chance."""
    paths: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        top = (-math.inf, end - 1)
        for start in range(max(0, end - _LONGEST), end):
            chance = _chance(text[start:end])
            if chance is not None and paths[start][0] + chance >= top[0]:
                top = paths[start][0] + chance, start
        paths.append(top)
    words, end = [], len(text)
    while end:
        start = paths[end][1]
        words.append(text[start:end])
        end = start
    return paths[-1][0], tuple(reversed(words))


def holding(words: tuple[str, ...], place: int) -> str:
    """The word of a cut text that holds a place; empty where there is none."""
    for word in words:
        if place < len(word):
            return word
        place -= len(word)
    return ""
