"""How an English line fills its measure: whether the next line's first word had room behind it.

Ragged or justified, a line that is not its paragraph's last is full in this one sense. The
widths are guesses from average letters, so a third of an em is left in doubt (`fit.flush`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.analysis.fit import BUCKET, KINDS
from editor.analysis.lines import Line
from editor.analysis.metrics import latin_width

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SPACE = latin_width(" ")
MEAN_WORD = 2.2
"""Width in em that is taken for a word that stands somewhere behind an interruption."""
SLACK = 0.25
"""What the widths of two lines may be wrong by, in em."""
NEAR = 0.08
"""Beyond this a line is a little too long or too short, in em: the bucket `fit.flush`."""
OVER = (("over1", 0.35), ("over2", 0.9), ("over3", 2.2))
ROOM = (("room1", 0.25), ("room2", 0.7), ("room3", 1.7), ("room4", 4.0))


def gap(line: Line) -> float:
    """What the space before the next word counts too much: all of it behind a hyphen."""
    return -SPACE if line.text[-1] in "-—–‐/" else 0.0


def numbers(
    lines: Sequence[Line], silent: Sequence[bool], beyond: Sequence[int]
) -> tuple[Floats, Ints]:
    """Of each line: its width, and what it needs for the next word's least part and for all of it.

    The last two are of the line beyond an interruption. `silent` and `beyond` as in
    `analysis.fit`.
    """
    import numpy as np

    rows = []
    last = len(lines) - 1
    for at, line in enumerate(lines):
        width = line.extent.natural
        unit = lines[at + 1].unit if at < last else line.unit
        more = width + gap(line)
        far = lines[beyond[at]].unit if beyond[at] >= 0 else None
        rows.append(
            (
                width, more + unit.low, more + unit.high,
                more + (far.low if far else MEAN_WORD), more + (far.high if far else MEAN_WORD),
            )
        )  # fmt: skip
    return np.array(rows, dtype=float).reshape(-1, 5), np.array(silent, dtype=int)


def buckets(found: Floats, silent: Ints, widths: Sequence[float], indent: float) -> Ints:
    """The bucket of each (line, width, kind): array of shape (lines, widths, kinds).

    `indent`: what a paragraph's first line lacks, in em.
    """
    import numpy as np

    filled = np.zeros((len(found), len(widths), len(KINDS)), dtype=np.int64)
    if not len(found):
        return filled
    width = found[:, 0, None]
    wide = np.array(widths)[None, :]
    for kind, name in enumerate(KINDS):
        if name == "none":
            continue
        cap = wide - (indent if name.startswith("first") else 0.0)
        if name.endswith("last"):
            free = cap - width >= 0.6
            chosen = np.where(free, BUCKET["fit.last_free"], BUCKET["fit.last_full"])
        else:
            column = 1 if name.endswith("_on") else 3
            room = cap - found[:, column + 1, None]
            least = cap - found[:, column, None]
            chosen = np.where(least > ROOM[0][1], BUCKET["fit.squeezed"], BUCKET["fit.snug"])
            near = (width - cap > NEAR) | (room > NEAR)
            chosen = np.where(near, BUCKET["fit.flush"], chosen)
            for name_of, edge in ROOM:
                chosen = np.where(room > edge, BUCKET[f"fit.{name_of}"], chosen)
        for name_of, edge in OVER:
            chosen = np.where(width - cap > edge, BUCKET[f"fit.{name_of}"], chosen)
        filled[:, :, kind] = np.where(silent[:, None] == 1, 0, chosen)
    return filled
