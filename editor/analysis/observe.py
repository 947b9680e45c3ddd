"""Evidence as numbers: for each line the observations made, and the scores of its labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from editor.analysis.evidence import Found, View
from editor.analysis.fit import KINDS
from editor.analysis.tables import POLICIES, Tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]

Observed = tuple[tuple[int, float], ...]


def observe(view: View, numbers: Iterable[int], table: Tables) -> list[Observed]:
    """What is seen at each of these lines: (observation, strength) pairs, the prior first."""
    prior = (table.index["prior"], 1.0)
    return [(prior, *row) for row in observed(view, numbers, view.script.observations, table)]


def observed(
    view: View,
    numbers: Iterable[int],
    observations: Iterable[Callable[[View, int], Found]],
    table: Tables,
) -> list[Observed]:
    """What some of the observations see."""
    known = table.index
    found: list[Observed] = []
    for at in numbers:
        row: list[tuple[int, float]] = []
        for observation in observations:
            for name, value in observation(view, at):
                index = known.get(name)
                if index is not None and value:
                    row.append((index, value))
        found.append(tuple(row))
    return found


def emissions(rows: Sequence[Observed], table: Tables) -> Floats:
    """Scores (lines, labels) of the observations."""
    import numpy as np

    dense = np.zeros((len(rows), table.emission.shape[0]))
    for at, row in enumerate(rows):
        for index, value in row:
            dense[at, index] += value
    scores: Floats = dense @ table.emission
    return scores


def silent(view: View, at: int) -> bool:
    """Whether the line's width says nothing: it is cut, only a dateline, or no column's line."""
    line = view.lines[at]
    if not (line.head and line.tail) or line.unbroken:
        return True
    here = view.dateline(at)
    return here is not None and here.end >= len(line.shape)


def beyond(view: View, at: int) -> int:
    """The line that goes on behind an interruption after line `at`, as shapes tell; or -1."""
    for ahead in range(at + 2, min(len(view.lines), at + 9)):
        here = view.furniture(ahead) or view.caption(ahead)
        if not here and (view.furniture(ahead - 1) or view.caption(ahead - 1)):
            return ahead
    return -1


def filling(view: View, first: int, last: int) -> Ints:
    """How each line of a stretch fills each width: buckets (lines, widths, kinds)."""
    import numpy as np

    around = view.lines[first : min(len(view.lines), last + 1)]
    far = []
    for at in range(first, first + len(around)):
        target = beyond(view, at) if _interrupted(view, at) else -1
        far.append(target - first if first <= target < first + len(around) else -1)
    quiet = [silent(view, at) for at in range(first, first + len(around))]
    numbers, mute = view.script.numbers(around, quiet, far)
    found = view.script.buckets(numbers, mute, view.habits)
    return found[: last - first].astype(np.int8)


def fits(found: Ints, table: Tables) -> Floats:
    """The scores (lines, states, kinds) of buckets."""
    import numpy as np

    scores = np.empty((len(found), found.shape[1] * POLICIES, len(KINDS)))
    for policy in range(POLICIES):
        for kind in range(len(KINDS)):
            scores[:, policy::POLICIES, kind] = table.fits[policy, kind][found[:, :, kind]]
    return scores


def _interrupted(view: View, at: int) -> bool:
    return bool(view.furniture(at + 1) or view.caption(at + 1))
