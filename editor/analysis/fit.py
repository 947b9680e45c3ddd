"""How a line fills its column: whether the next line's first unit would have fitted behind it.

A line that is not its paragraph's last is full: what comes next had no room. The room is
measured against each width that the page uses, under two policies of the typesetter: marks
squeezed to let more in, or set as they are. A paragraph's first line lacks its two-em indent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from editor.analysis.lines import Line
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from editor.analysis.habits import PageHabits

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Numbers = Callable[[Sequence[Line], Sequence[bool], Sequence[int]], tuple[Floats, Ints]]
    Buckets = Callable[[Floats, Ints, PageHabits], Ints]

BUCKETS = (
    "fit.none", "fit.over3", "fit.over2", "fit.over1", "fit.room4", "fit.room3", "fit.room2",
        "fit.room1", "fit.room0",
    "fit.flush", "fit.snug", "fit.squeezed", "fit.last_full", "fit.last_free",
)  # fmt: skip
BUCKET = {name: at for at, name in enumerate(BUCKETS)}
OVER = (("fit.over1", 0.3), ("fit.over2", 0.8), ("fit.over3", 2.2))
ROOM = (
    ("fit.room0", -0.05), ("fit.room1", 0.15), ("fit.room2", 0.7), ("fit.room3", 1.7),
    ("fit.room4", 4.0),
)  # fmt: skip
"""Em above which a line is too long, or leaves room, by so much."""
AT_ONCE = 4000
"""Lines whose numbers are put together in one call: it lets nobody else have a turn."""
INDENT_EM = 2.0
KINDS = ("none", "first_on", "inner_on", "first_gap", "inner_gap", "first_last", "inner_last")


def measure_arrays(
    lines: Sequence[Line], silent: Sequence[bool], beyond: Sequence[int]
) -> tuple[Floats, Ints]:
    """Numbers of each line: low, natural, high, the next unit's low and high, the unit beyond's.

    `silent` lines give no evidence. `beyond[i]` is the line that goes on behind an
    interruption after line i (or -1: an average unit is taken).
    """
    import numpy as np

    rows = []
    last = len(lines) - 1
    for at, line in enumerate(paused(lines)):
        unit = lines[at + 1].unit if at < last else line.unit
        far = lines[beyond[at]].unit if beyond[at] >= 0 else None
        rows.append(
            (
                line.extent.low, line.extent.natural, line.extent.high, unit.low, unit.high,
                far.low if far else 1.0, far.high if far else 1.0,
            )
        )  # fmt: skip
    parts = (rows[low : low + AT_ONCE] for low in paused(range(0, max(1, len(rows)), AT_ONCE)))
    numbers = np.concatenate([np.array(part, dtype=float).reshape(-1, 7) for part in parts])
    return numbers, np.array(silent, dtype=int)


def buckets(
    numbers: Floats,
    silent: Ints,
    widths: Sequence[float],
    indent: float = INDENT_EM,
    kinds: Sequence[str] = KINDS,
) -> Ints:
    """The bucket of each (line, width, kind): array of shape (lines, widths, kinds).

    `indent`: what a paragraph's first line lacks, in em. `kinds`: those that are asked for.
    """
    import numpy as np

    count = len(numbers)
    found = np.zeros((count, len(widths), len(kinds)), dtype=np.int8)
    if not count:
        return found
    low, natural, high = (numbers[:, k, None] for k in range(3))
    wide = np.array(widths)[None, :]
    mute = silent == 1
    for kind, name in enumerate(kinds):
        if name == "none":
            continue
        cap = wide - (indent if name.startswith("first") else 0.0)
        over = low - cap
        chosen = np.empty(over.shape, dtype=np.int8)
        put = partial(np.copyto, chosen)
        if name.endswith("last"):
            put(BUCKET["fit.last_free"])
            put(BUCKET["fit.last_full"], where=cap - natural < 0.6)
        else:
            column = 3 if name.endswith("_on") else 5
            room = cap - (high + numbers[:, column + 1, None])
            squeezed = cap - (low + numbers[:, column, None])
            put(BUCKET["fit.snug"])
            put(BUCKET["fit.squeezed"], where=squeezed > 0.15)
            put(BUCKET["fit.flush"], where=(low <= cap + 0.01) & (high >= cap - 0.3))
            for name_of, least in ROOM:
                put(BUCKET[name_of], where=room > least)
        for name_of, least in OVER:
            put(BUCKET[name_of], where=over > least)
        chosen[mute] = 0
        found[:, :, kind] = chosen
    return found
