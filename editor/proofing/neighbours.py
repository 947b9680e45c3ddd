"""How often print sets two characters side by side, within words and between them.

Jieba's dictionary knows words; which word follows which is told by the pairs of characters of a
month of a newspaper (`resources/words/neighbours.txt`). Counts are kept by levels.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from editor.proofing import lexicon
from editor.resources import resource

LEVELS = (1, 2, 3, 4, 6, 9, 13, 19, 28, 41, 60, 90, 140, 220, 400, 800, 2000)
"""The least count of each level."""
EDGE_BEFORE, EDGE_AFTER = "^", "$"
"""Stand for what is no Chinese character before and behind."""

_WORDS = 75.0
"""How many of jieba's counts weigh as one of the newspaper."""
_DOUBT = 30.0
"""How many counts a character is held to have that follow by chance alone."""


@cache
def _lines() -> dict[str, str]:
    text = resource("words/neighbours.txt").read_text("utf-8")
    return {line[0]: line[1:] for line in text.splitlines() if line[:1] != "#"}


def _printed(first: str, second: str) -> int:
    """How often the newspaper has the two side by side, by its level; 0 below twice."""
    line = _lines().get(first, "")
    at = line.find(second)
    return LEVELS[line.count("\t", 0, at)] if at >= 0 else 0


@lru_cache(maxsize=1 << 16)
def often(first: str, second: str) -> float:
    """How often the two stand side by side, in counts of the newspaper."""
    return _printed(first, second) + lexicon.count(first + second) / _WORDS


@lru_cache(maxsize=1 << 14)
def after(first: str) -> int:
    """How often a character is printed, by the levels of what follows it."""
    levels = _lines().get(first, "").split("\t")
    return sum(len(chars) * least for chars, least in zip(levels, LEVELS, strict=False))


@cache
def _total() -> int:
    return sum(map(after, _lines()))


@lru_cache(maxsize=1 << 18)
def chance(first: str, second: str) -> float:
    """The logarithm of the chance that `second` follows `first`."""
    return likely(first, second, often(first, second))


def likely(first: str, second: str, seen: float) -> float:
    """The same where the two were seen side by side so often."""
    alone = (after(second) + 0.5) / _total()
    return math.log((seen + _DOUBT * alone) / (after(first) + _DOUBT))
