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
    """The turns of the lines of a block; sums are kept while the two windows slide."""
    low, high = max(0, first - SPREAD), min(len(lines), last + SPREAD)
    ordered = [sorted(words) for words in lines[low:high]]  # sets differ in order from run to run
    seen = Counter(word for words in ordered[first - low : last - low] for word in words)
    number = {word: at for at, word in enumerate(seen)}
    for words in (*ordered[: first - low], *ordered[last - low :]):
        for word in words:
            number.setdefault(word, len(number))
    whole = last - first
    heavy = [log(whole / n) ** 2 for n in seen.values()]
    heavy += [log(max(2, whole)) ** 2] * (len(number) - len(heavy))
    rows = [[number[word] for word in words] for words in ordered]
    above, below = [0] * len(number), [0] * len(number)
    shared = size_above = size_below = 0.0
    count_above = count_below = 0
    for row in rows[: first - low]:
        count_above += len(row)
        for pair in row:
            size_above += (2 * above[pair] + 1) * heavy[pair]
            above[pair] += 1
    for row in rows[first - low : first - low + SPREAD]:
        count_below += len(row)
        for pair in row:
            weight, n = heavy[pair], below[pair]
            shared += above[pair] * weight
            size_below += (2 * n + 1) * weight
            below[pair] = n + 1
    found: list[float] = []
    for at in range(first - low, last - low):
        if min(count_above, count_below) >= FEW:
            alike = shared / sqrt(max(1e-9, size_above * size_below))
            found.append(max(-1.0, min(2.0, -log(max(LEAST, alike) / USUAL))))
        else:
            found.append(0.0)
        count_below -= len(rows[at])
        count_above += len(rows[at])
        for pair in rows[at]:  # the line passes from below to above
            weight, over, under = heavy[pair], above[pair], below[pair] - 1
            shared += (under - over) * weight
            size_below -= (2 * under + 1) * weight
            size_above += (2 * over + 1) * weight
            above[pair], below[pair] = over + 1, under
        if at >= SPREAD:
            count_above -= len(rows[at - SPREAD])
            for pair in rows[at - SPREAD]:
                weight, n = heavy[pair], above[pair] - 1
                shared -= below[pair] * weight
                size_above -= (2 * n + 1) * weight
                above[pair] = n
        if at + SPREAD < len(rows):
            count_below += len(rows[at + SPREAD])
            for pair in rows[at + SPREAD]:
                weight, n = heavy[pair], below[pair]
                shared += above[pair] * weight
                size_below += (2 * n + 1) * weight
                below[pair] = n + 1
    return found
