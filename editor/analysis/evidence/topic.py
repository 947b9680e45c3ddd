"""Where the words change: how alike the text before a line is to the text from it on.

The neighbouring pairs of characters of the 32 lines on either side are compared as vectors, a
pair weighing more the fewer of the page's lines have it (cosine of tf-idf; Hearst, TextTiling,
Computational Linguistics 23, 1997, with idf over the page). News articles of one page stand
about 0.05 apart at their seams, their own paragraphs 0.10.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

SPREAD = 32
"""Lines on either side."""
BLOCK = 1000
"""Lines that are weighed together: a long text is taken in blocks, so that cost stays linear."""
USUAL = 0.075
"""Likeness that speaks neither for a new article nor against it."""
LEAST = 0.01
FEW = 25
"""Pairs on a side below which nothing is said."""


def turns(lines: Sequence[frozenset[str]]) -> list[float]:
    """For each line, how much the words change before it: 2 wholly, 0 usual, -1 not at all."""
    found: list[float] = []
    for first in range(0, len(lines), BLOCK):
        found += _block(lines, first, min(len(lines), first + BLOCK))
    return found


def _block(lines: Sequence[frozenset[str]], first: int, last: int) -> list[float]:
    seen = Counter(word for words in lines[first:last] for word in words)
    weight = {word: log((last - first) / n) ** 2 for word, n in seen.items()}
    rare = log(max(2, last - first)) ** 2
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    shared = size_above = size_below = 0.0
    count_above = count_below = 0
    found: list[float] = []

    def into_above(at: int) -> None:
        nonlocal shared, size_above, count_above
        count_above += len(lines[at])
        for word in lines[at]:
            heavy, n = weight.get(word, rare), above[word]
            shared += below[word] * heavy
            size_above += (2 * n + 1) * heavy
            above[word] = n + 1

    def into_below(at: int) -> None:
        nonlocal shared, size_below, count_below
        count_below += len(lines[at])
        for word in lines[at]:
            heavy, n = weight.get(word, rare), below[word]
            shared += above[word] * heavy
            size_below += (2 * n + 1) * heavy
            below[word] = n + 1

    for at in range(max(0, first - SPREAD), first):
        into_above(at)
    for at in range(first, min(len(lines), first + SPREAD)):
        into_below(at)
    for at in range(first, last):
        if min(count_above, count_below) >= FEW:
            alike = shared / sqrt(max(1e-9, size_above * size_below))
            found.append(max(-1.0, min(2.0, -log(max(LEAST, alike) / USUAL))))
        else:
            found.append(0.0)
        count_below -= len(lines[at])
        for word in lines[at]:  # from below to above
            heavy, n = weight.get(word, rare), below[word] - 1
            below[word] = n
            shared -= above[word] * heavy
            size_below -= (2 * n + 1) * heavy
        into_above(at)
        if at - SPREAD >= 0:
            count_above -= len(lines[at - SPREAD])
            for word in lines[at - SPREAD]:
                heavy, n = weight.get(word, rare), above[word] - 1
                above[word] = n
                shared -= below[word] * heavy
                size_above -= (2 * n + 1) * heavy
        if at + SPREAD < len(lines):
            into_below(at + SPREAD)
    return found
