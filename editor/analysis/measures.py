"""The widths of a page's columns, from its lines alone, before anything is decided of them.

A line that ends inside a sentence is full: what comes next had no room. Each width that such
lines have is tried as the measure of every stretch, as the lattice will try it, and the best
way through the page, where a change of measure costs, tells which measures it is set in.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from editor.analysis.evidence.furniture import is_row
from editor.analysis.fit import BUCKETS, INDENT_EM, buckets, measure_arrays
from editor.analysis.lines import Line
from editor.analysis.tables import POLICIES
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from editor.analysis.scripts import Shapes

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]
    Ints = NDArray[np.signedinteger]

MAX_MEASURES = 8
NARROWEST, WIDEST = 3.0, 64.0
MOST_TRIED = 48
BLOCK = 2000
"""Lines that are looked at together: memory stays small on long pages."""
CHANGE = 4.0
"""Nats that a change of measure, or of how marks are set, costs."""
GOING: dict[str, tuple[float, float]] = {
    "fit.over3": (-4.0, -4.0), "fit.over2": (-4.0, -4.0), "fit.over1": (-3.0, -1.5),
    "fit.room4": (-4.0, -4.0), "fit.room3": (-4.0, -4.0), "fit.room2": (-4.0, -4.0),
    "fit.room1": (-2.2, -2.8), "fit.room0": (-1.3, -2.8),
    "fit.flush": (0.4, 0.4), "fit.snug": (-0.1, -0.3), "fit.squeezed": (0.2, -1.8),
}  # fmt: skip
"""Nats of how a line that goes on fills a measure, marks set as they are and squeezed.

As the lattice weighs it (`analysis.weights`), cut at `WORST`; these decide of no line.
"""
ENDING = {"fit.over3": -4.0, "fit.over2": -4.0, "fit.over1": -2.0}
WHOLE = 0.25
"""Nats a line for a measure of whole em: most are."""
INDENTS = (INDENT_EM, 1.0, 0.0)
"""Em that first lines of paragraphs may lack: the usual indent, a narrow one, none."""
SURELY = 1.2
"""Nats a line by which another indent than the usual one must suit a page better."""
FEWEST = 2
"""First lines that it takes to tell so."""
FIRST = 2.0
"""Nats that it costs to take a line for a paragraph's first, unless one may end right above."""
NARROWER = 0.7
"""Share of a line's width below which the line above is a heading or a byline."""
WORST = -4.0
"""Nats below which no line speaks against a measure: it may be a headline."""
FITS = -1.3
"""Nats above which a line counts as set in a measure."""


FIGURE_ENDS = frozenset("0123456789%％")


class Measures(NamedTuple):
    """Up to eight column widths in em, the most used first; their shares; the lost indent."""

    widths: tuple[float, ...]
    shares: tuple[float, ...]
    indent: float


def measures_of(lines: Sequence[Line], inside: Sequence[bool], shapes: Shapes) -> Measures:
    """The measures of a page, on a grid of half an em, and what its paragraphs' first lines lack.

    `inside`: whether each line surely ends inside a sentence, if it is running text.
    """
    import numpy as np

    used = [
        not (line.unbroken or shapes.furniture(line.shape) or _figures(line.shape))
        for line in lines
    ]
    on = np.array(used) & np.array(inside)
    wide = np.array([line.extent.natural for line in lines])
    tried = _tried(wide[on])
    if not tried:
        return Measures((10.0,), (1.0,), INDENT_EM)
    counts, starts = np.zeros(len(tried)), np.zeros((0, len(INDENTS)))
    for first in paused(range(0, len(lines), BLOCK)):
        last = min(len(lines), first + BLOCK)
        block = slice(first, last)
        quiet = [not yes for yes in used[block]]
        numbers, silent = measure_arrays(lines[block], quiet, [-1] * len(quiet))
        scores = _scores(on[block], tried, numbers, silent)
        path = _best(scores)
        rows = np.arange(len(path))
        fits = on[block] & (scores[rows, path] >= FITS)
        counts += np.bincount(path[fits] // POLICIES, minlength=len(tried))
        starts = np.vstack([starts, _starts(on[block], tried, path, numbers)])
    least = max(2.0, 0.004 * counts.sum())
    order = [k for k in np.argsort(-counts, kind="stable").tolist() if counts[k] >= least]
    order = order[:MAX_MEASURES] or [int(counts.argmax())]
    whole = max(1.0, float(sum(counts[k] for k in order)))
    return Measures(
        tuple(tried[k] for k in order),
        tuple(max(0.01, float(counts[k]) / whole) for k in order),
        _indent(starts),
    )


def _figures(shape: str) -> bool:
    """Whether a line is a row of a table that ends with a figure: it fills no measure."""
    return shape[-1] in FIGURE_ENDS and is_row(shape)


def _indent(starts: Floats) -> float:
    """What first lines lack, by how each of `INDENTS` suits each of them: (lines, indents)."""
    if len(starts) < FEWEST:
        return INDENT_EM
    suits = starts.mean(axis=0)
    best = int(suits.argmax())
    return INDENTS[best] if suits[best] > suits[0] + SURELY else INDENT_EM


def _starts(on: Bools, tried: Sequence[float], path: NDArray[np.int64], numbers: Floats) -> Floats:
    """How well lines that surely begin a paragraph suit each of `INDENTS`: (lines, indents).

    A line that goes on below a short line begins one.
    """
    import numpy as np

    chosen = np.flatnonzero(on[1:] & ~_below(numbers)) + 1
    found = np.zeros((len(chosen), len(INDENTS)))
    if not len(chosen):
        return found
    silent = np.zeros(len(chosen), dtype=int)
    width, policy = np.divmod(path[chosen], POLICIES)
    for number, indent in enumerate(INDENTS):
        filled = buckets(numbers[chosen], silent, tried, indent, ("first_on",))[:, :, 0]
        nats = _going()[policy, filled[np.arange(len(chosen)), width]]
        found[:, number] = np.maximum(WORST, nats)
    return found


def _below(numbers: Floats) -> Bools:
    """Of each line but the first whether the one above is no heading nor byline by its width."""
    wide = numbers[:, 1]
    below: Bools = wide[:-1] > NARROWER * wide[1:]
    return below


@lru_cache(maxsize=1)
def _going() -> Floats:
    """`GOING` by policy and bucket."""
    import numpy as np

    return np.array([GOING.get(name, (0.0, 0.0)) for name in BUCKETS]).T


def _tried(wide: Floats) -> list[float]:
    """The widths that lines have which go on, and the whole em above; the most frequent, rising."""
    import numpy as np

    halves = np.rint(2 * wide[(wide >= NARROWEST) & (wide <= WIDEST)]).astype(int)
    found = np.bincount(halves, minlength=int(2 * WIDEST) + 2)
    found[2::2] += found[1:-1:2]
    ranked = np.argsort(-found, kind="stable")[:MOST_TRIED]
    tried: list[float] = np.sort(ranked[found[ranked] > 0] / 2).tolist()
    return tried


def _scores(on: Bools, tried: Sequence[float], numbers: Floats, silent: Ints) -> Floats:
    """How well each line goes with each measure and policy, in nats: (lines, measures × 2)."""
    import numpy as np

    filled = buckets(numbers, silent, tried, kinds=("inner_on", "first_on", "inner_last"))
    inner, first, last = (filled[:, :, kind] for kind in range(3))
    found = np.empty((len(on), len(tried) * POLICIES))
    end = np.array([ENDING.get(name, 0.0) for name in BUCKETS])
    whole = np.array([WHOLE * (width == round(width)) for width in tried])
    # what goes on from a line that goes on is running text too
    price = np.zeros(len(on))
    price[1:] = FIRST * (on[1:] & on[:-1] & _below(numbers))
    for policy, full in enumerate(_going()):
        going = np.maximum(np.maximum(full[inner], full[first] - price[:, None]), WORST) + whole
        found[:, policy::POLICIES] = np.where(on[:, None], going, end[last])
    found[silent == 1] = 0.0
    return found


def _best(scores: Floats) -> NDArray[np.int64]:
    """The state of each line on the best way through, a change costing `CHANGE`."""
    import numpy as np

    rows = scores.copy()
    changed = [0.0]
    row, kept = rows[0], np.empty(scores.shape[1])
    highest, higher, add = np.maximum.reduce, np.maximum, np.add
    for onward in rows[1:]:
        least = highest(row) - CHANGE
        changed.append(least)
        higher(row, least, out=kept)
        add(kept, onward, out=onward)
        row = onward
    here = int(row.argmax())
    path = [here]
    for at in range(len(rows) - 1, 0, -1):
        before = rows[at - 1]
        if before[here] < changed[at]:
            here = int(before.argmax())
        path.append(here)
    return np.array(path[::-1])
