"""How an English line fills its measure: whether the next line's first word had room behind it.

Ragged or justified, a line that is not its paragraph's last is full in this one sense. The
widths are guesses from average letters, so a third of an em is left in doubt (`fit.flush`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.analysis.fit import BUCKET, KINDS
from editor.analysis.habits import PageHabits
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
"""The most that the widths of two lines are taken to be wrong by, in em."""
INDENT_SLACK = 0.08
"""What the lost indent may be wrong by besides, in em."""
SMALL, CAPITAL, MARKED = 0, 1, 2
NEAR = 0.3
"""In slacks: beyond this a line is a little too long or too short: the bucket `fit.flush`."""
OVER = (("over1", 0.35, 1.4), ("over2", 0.9, 4.0), ("over3", 2.2, 40.0))
ROOM = (("room1", 0.25, 1.0), ("room2", 0.7, 3.0), ("room3", 1.7, 40.0), ("room4", 4.0, 40.0))
"""Buckets, each from so many em on, or from so many slacks on where those are less."""


def gap(line: Line) -> float:
    """What the space before the next word counts too much: all of it behind a hyphen."""
    joined = line.text[-1] in "-—–‐/\u00ad" and not line.text[-2:-1].isspace()
    return -SPACE if joined else 0.0


def numbers(
    lines: Sequence[Line], silent: Sequence[bool], beyond: Sequence[int]
) -> tuple[Floats, Ints]:
    """Of each line: its width, and what it needs for the next word's least part and for all of it.

    Then the same two of the line beyond an interruption, and of which kind each of the two words
    is (`_kind`). `silent` and `beyond` as in `analysis.fit`.
    """
    import numpy as np

    rows = []
    last = len(lines) - 1
    for at, line in enumerate(lines):
        width = line.extent.natural
        behind = lines[at + 1] if at < last else line
        more = width + gap(line)
        far = lines[beyond[at]] if beyond[at] >= 0 else None
        rows.append(
            (
                width, more + behind.unit.low, more + behind.unit.high,
                more + (far.unit.low if far else MEAN_WORD),
                more + (far.unit.high if far else MEAN_WORD),
                _kind(behind), _kind(far) if far else SMALL,
            )
        )  # fmt: skip
    return np.array(rows, dtype=float).reshape(-1, 7), np.array(silent, dtype=int)


def _kind(line: Line) -> int:
    """How the word that a line begins with may be cut: as any, as one with a capital, at a mark."""
    word = line.shape.split(" ", 1)[0]
    if any(mark in word[1:-1] for mark in "-—–/"):
        return MARKED
    return SMALL if word.lstrip("\"“‘'([").islower() else CAPITAL


def buckets(found: Floats, silent: Ints, habits: PageHabits) -> Ints:
    """The bucket of each (line, width, kind): array of shape (lines, widths, kinds).

    What is too much or too little is seen the sooner, the more evenly the page's lines fill.
    """
    import numpy as np

    filled = np.zeros((len(found), len(habits.measures), len(KINDS)), dtype=np.int64)
    if not len(found):
        return filled
    width = found[:, 0, None]
    whole = np.array([not habits.cuts_small, not habits.cuts_capitals, False])
    wide = np.array(habits.measures)[None, :]
    for kind, name in enumerate(KINDS):
        if name == "none":
            continue
        first = name.startswith("first")
        cap = wide - (habits.lost_indent if first else 0.0)
        slack = min(SLACK, habits.slack + (INDENT_SLACK if first else 0.0))
        if name.endswith("last"):
            free = cap - width >= 0.6
            chosen = np.where(free, BUCKET["fit.last_free"], BUCKET["fit.last_full"])
        else:
            column, which = (1, 5) if name.endswith("_on") else (3, 6)
            room = cap - found[:, column + 1, None]
            least = cap - np.where(whole[found[:, which].astype(int)], found[:, column + 1],
                                   found[:, column])[:, None]  # fmt: skip
            chosen = np.where(least > slack, BUCKET["fit.squeezed"], BUCKET["fit.snug"])
            near = (width - cap > NEAR * slack) | (room > NEAR * slack)
            chosen = np.where(near, BUCKET["fit.flush"], chosen)
            for name_of, edge, times in ROOM:
                chosen = np.where(room > min(edge, times * slack), BUCKET[f"fit.{name_of}"], chosen)
        for name_of, edge, times in OVER:
            chosen = np.where(
                width - cap > min(edge, times * slack), BUCKET[f"fit.{name_of}"], chosen
            )
        filled[:, :, kind] = np.where(silent[:, None] == 1, 0, chosen)
    return filled
