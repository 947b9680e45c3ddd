"""Where the words change: how alike the text before a line is to the text from it on.

The neighbouring pairs of characters of the 32 lines on either side are compared as vectors, a
pair weighing more the fewer of the page's lines have it (cosine of tf-idf; Hearst, TextTiling,
Computational Linguistics 23, 1997, with idf over the page). News articles of one page stand
about 0.05 apart at their seams, their own paragraphs 0.10.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from editor.analysis.metrics import are_han
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint64]

SPREAD = 32
"""Lines on either side."""
BLOCK = 1000
"""Lines that are weighed together: a long text is taken in blocks, so that cost stays linear."""
USUAL = 0.075
"""Likeness that speaks neither for a new article nor against it."""
LEAST = 0.01
FAR = 2 * SPREAD
"""Lines of the two windows together."""
LINE_BITS = 12
"""In keys, what numbers the lines of a block, twice, and those around it."""
LINE_MASK = (1 << LINE_BITS) - 1
FEW = 25
"""Pairs on a side below which nothing is said."""


def turns(lines: Sequence[frozenset[str]]) -> list[float]:
    """For each line, how much the words change before it: 2 wholly, 0 usual, -1 not at all."""
    import numpy as np

    number: dict[str, int] = {}
    words = [number.setdefault(word, len(number)) for own in lines for word in sorted(own)]
    word, line = np.array(words, dtype=int), np.repeat(range(len(lines)), [len(x) for x in lines])
    order = np.lexsort((line, word))
    word, line = word[order], line[order]
    turned: list[float] = []
    for first, last, low, high in blocks(len(lines)):
        here = (line >= low) & (line < high)
        turned += turns_of(word[here], line[here] - low, (first - low, last - low, high - low))
    return turned


def blocks(count: int) -> Iterator[tuple[int, int, int, int]]:
    """The blocks of so many lines: first and last (exclusive), and the same with what is around."""
    for first in range(0, count, BLOCK):
        last = min(count, first + BLOCK)
        yield first, last, max(0, first - SPREAD), min(count, last + SPREAD)


def turns_of(words: Keys | Ints, lines: Ints, edges: tuple[int, int, int]) -> list[float]:
    """The turns of a block's lines.

    `words` and `lines`: what stands where, once each, sorted by word and then by line. `edges`:
    the block's first line, the one behind its last, and how many lines there are around it too.
    """
    import numpy as np
    from numpy.lib.stride_tricks import as_strided

    first, last, count = edges
    begun = np.ones(len(words), dtype=bool)
    begun[1:] = words[1:] != words[:-1]
    number = np.cumsum(begun) - 1
    inside = (lines >= first) & (lines < last)
    seen = np.bincount(number[inside], minlength=int(number[-1]) + 1) if len(number) else number
    whole = last - first
    heavy = np.log(np.where(seen > 0, whole / np.maximum(seen, 1), max(2, whole))) ** 2
    likeness = _shared(number, lines, heavy, count)
    # sums of likeness between lines so far apart, up to each line; beyond the edges none is added
    sums = np.zeros((FAR, SPREAD + 1 + count + SPREAD))
    np.cumsum(likeness, axis=1, out=sums[:, SPREAD + 1 : SPREAD + 1 + count])
    sums[:, SPREAD + 1 + count :] = sums[:, SPREAD + count, None]

    def straight(by: int) -> Floats:
        """Of each line the sums up to the line `by` lines behind it."""
        found: Floats = sums[:, SPREAD + first + by : SPREAD + last + by]
        return found

    def falling(by: int, apart: int = 0) -> Floats:
        """The same of lines `apart` apart, and a line less for each line further apart."""
        row, entry = sums.strides
        corner = sums[apart:, SPREAD + first + by :]
        return as_strided(corner, (SPREAD, last - first), (row - entry, entry), writeable=False)

    near, far = slice(SPREAD), slice(SPREAD, None)
    shared = (straight(0)[near] - falling(0)).sum(axis=0)
    shared += (falling(0, SPREAD) - straight(-SPREAD)[far]).sum(axis=0)
    # the squares of the lengths of the two windows' vectors
    twice = np.where(np.arange(SPREAD) > 0, 2.0, 1.0)
    before = twice @ (falling(0) - straight(-SPREAD)[near])
    behind = twice @ (falling(SPREAD) - straight(0)[near])
    counts = np.concatenate([[0], np.cumsum(np.bincount(lines, minlength=count))])
    at = np.arange(first, last)
    low, high = np.maximum(at - SPREAD, 0), np.minimum(at + SPREAD, count)
    above, below = counts[at] - counts[low], counts[high] - counts[at]
    sizes = np.sqrt(np.maximum(1e-9, before * behind))
    turn = np.clip(-np.log(np.maximum(LEAST, shared / sizes) / USUAL), -1.0, 2.0)
    found: list[float] = np.where(np.minimum(above, below) >= FEW, turn, 0.0).tolist()
    return found


def _shared(words: Ints, lines: Ints, heavy: Floats, count: int) -> Floats:
    """What each line has in common with itself and those behind it, (how far, lines)."""
    import numpy as np

    cells, weights = [lines], [heavy[words]]
    at = np.arange(len(words) - 1)
    step = 1
    while len(at):
        there = at + step
        away = lines[there] - lines[at]
        near = (words[there] == words[at]) & (away < FAR)
        at = at[near]
        cells.append(away[near] * count + lines[at])
        weights.append(heavy[words[at]])
        step += 1
        at = at[at + step < len(words)]
    cell, weight = np.concatenate(cells), np.concatenate(weights)
    found: Floats = np.bincount(cell, weight, FAR * count).astype(float, copy=False)
    return found.reshape(FAR, count)


Around = tuple[list[float], list[float]]


def pairs_around(shapes: Sequence[str]) -> Around:
    """Of each line its turn, and how much of its pairs the text around it repeats (`echo`).

    The same as from the pairs of each line, by numbers: a pair is two code points.
    """
    turned: list[float] = []
    echoed: list[float] = []
    for first, last, low, high in paused(blocks(len(shapes))):
        keys = _pairs(shapes[low:high])
        place = (keys & LINE_MASK).astype(int)
        own = place % 2 == 0
        turned += turns_of(
            keys[own] >> LINE_BITS, place[own] // 2, (first - low, last - low, high - low)
        )
        echoed += _echoes(keys >> LINE_BITS, place, high - low)[first - low : last - low]
    return turned, echoed


def _pairs(shapes: Sequence[str]) -> Keys:
    """The neighbouring Chinese characters of lines, each pair with where it stands, sorted.

    Twice the line's number where it stands in a line, one more where the line's end parts it.
    """
    import numpy as np

    text = "".join(shapes)
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    han = are_han(codes)
    sizes = np.array([len(shape) for shape in shapes])
    line = np.repeat(np.arange(len(shapes)), sizes)
    place = line[:-1] + line[1:]
    place += (line[1:] != line[:-1]) & (place % 2 == 0)
    keys = (((codes[:-1] << np.uint64(21)) | codes[1:]) << LINE_BITS) | place.astype(np.uint64)
    found: Keys = np.sort(keys[han[:-1] & han[1:]])
    first = np.ones(len(found), dtype=bool)
    first[1:] = found[1:] != found[:-1]
    return found[first]


BEFORE, BEHIND = (-48, -4), (4, 26)
"""Where an echo is looked for: 24 lines before a line and 14 behind, but the next ones (twice)."""
FULL = 0.6
"""The share of a line's pairs that is as much as can be asked for."""


def _echoes(words: Keys | Ints, places: Ints, count: int) -> list[float]:
    import numpy as np

    own = places % 2 == 0
    line = places // 2
    size = np.bincount(line[own], minlength=count)
    most = np.zeros(count)
    for (low, high), way in ((BEFORE, -1), (BEHIND, 1)):
        repeated = np.zeros(len(words), dtype=bool)
        for step in range(1, 5):  # three places are too near, the fourth tells
            here = slice(step, None) if way < 0 else slice(None, -step)
            there = slice(None, -step) if way < 0 else slice(step, None)
            away = places[there] - places[here]
            repeated[here] |= (words[there] == words[here]) & (away >= low) & (away <= high)
        most = np.maximum(most, np.bincount(line[own & repeated], minlength=count))
    share = np.where(size >= 3, most / np.maximum(size, 1) / FULL, 0.0)
    found: list[float] = np.minimum(1.0, share).tolist()
    return found
