"""A stretch decided again goes on from where it differs from what was decided before.

Decisions near one another are decoded together, so the stretch grows while one works at a page.
Most of it stands as it did: the sums and best scores that reach a line from before are those of
the last time as far as nothing changed, and so are those from behind. What is found is the same
to the bit as if nothing had been known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.analysis.decode import (
    SCALED,
    Before,
    Messages,
    best_path,
    best_scores,
    messages,
    posteriors,
)
from editor.analysis.lattice import Lattice, Side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

KEEP_LINES = 800
"""Lines of stretches that are kept: of a hundred some hundred kilobytes."""


@dataclass(frozen=True, eq=False)
class Stretched:
    """A stretch of lines decided, with all that another one can go on from.

    `begin`, `end`: where its first line starts (raw), and the line behind its last.
    """

    begin: int
    end: int
    lattice: Lattice
    before: Floats | None
    behind: Floats | None
    scores: list[Floats]
    changed: list[Bools]
    labels: Ints
    states: Ints
    sums: Messages
    shares: Floats

    def __len__(self) -> int:
        """How many lines it has."""
        return len(self.lattice.emit)


def decided(
    begin: int,
    end: int,
    lattice: Lattice,
    edges: tuple[Floats | None, Floats | None],
    kept: list[Stretched],
) -> Stretched:
    """A stretch of a page decided; `kept`, those of the same page that were decided last, grows.

    `edges`: what reaches it from before and from behind (`decode.messages`).
    """
    before, behind = edges
    earlier = tuple(kept)
    head, first = max(
        ((head_of(lattice, before, old), old) for old in earlier if old.begin == begin),
        key=lambda one: one[0],
        default=(0, None),
    )
    tail, last = max(
        ((tail_of(lattice, behind, old), old) for old in earlier if old.end == end),
        key=lambda one: one[0],
        default=(0, None),
    )
    side = Side((lattice,))
    scores, changed, path = [], [], None
    if first is not None and head:
        scores, changed = first.scores[:head], first.changed[: head - 1]
        path = first.labels[:head], first.states[:head]
    scores, changed = best_scores(side, scores, changed)
    labels, states, _ = best_path(side, scores, changed, known=path)
    known = Before(first.sums if first else None, head, last.sums if last else None, tail)
    sums = messages(lattice, before, behind, known)
    found = Stretched(
        begin, end, lattice, before, behind, scores, changed, labels, states, sums,
        posteriors(sums),
    )  # fmt: skip
    fresh = [found]
    room = KEEP_LINES - len(found)
    for old in earlier:
        room -= len(old)
        if room < 0:
            break
        fresh.append(old)
    kept[:] = fresh
    return found


def head_of(lattice: Lattice, before: Floats | None, old: Stretched) -> int:
    """How many lines at the start are as those of another stretch that starts there."""
    if not _fits(lattice, old) or not _same(before, old.before):
        return 0
    if not _same(lattice.start, old.lattice.start):
        return 0
    room = min(len(lattice.emit), len(old))
    other = old.lattice.pairs
    for at in (*lattice.pairs, *other):
        if lattice.pairs.get(at) is not other.get(at):
            room = min(room, at)
    differs = _differ(lattice, old.lattice, slice(0, room), slice(0, room))
    return int(differs.argmax()) if differs.any() else room


def tail_of(lattice: Lattice, behind: Floats | None, old: Stretched) -> int:
    """How many lines at the end are as those of another stretch that ends there."""
    count, more = len(lattice.emit), len(lattice.emit) - len(old)
    if not _fits(lattice, old) or more % _scaled(lattice) or not _same(behind, old.behind):
        return 0
    if not _same(lattice.stop, old.lattice.stop):
        return 0
    room = min(count, len(old))
    other = {at + more: pair for at, pair in old.lattice.pairs.items()}
    for at in (*lattice.pairs, *other):
        if lattice.pairs.get(at) is not other.get(at):
            room = min(room, count - at)  # the row of line `at` itself asks for no joint before it
    ends = slice(count - room, count), slice(len(old) - room, len(old))
    differs = _differ(lattice, old.lattice, *ends)
    return int(differs[::-1].argmax()) if differs.any() else room


def _fits(lattice: Lattice, old: Stretched) -> bool:
    """Whether the numbers of one may stand for the other's at all."""
    there = old.lattice
    same = lattice.then is there.then and _same(lattice.prior, there.prior)
    return same and _scaled(lattice) == _scaled(there)


def _scaled(lattice: Lattice) -> int:
    """Lines after which its sums are scaled (`decode.messages`)."""
    return 1 if lattice.pairs else SCALED


def _same(one: Floats | None, other: Floats | None) -> bool:
    import numpy as np

    if one is None or other is None:
        return one is other
    return np.array_equal(one, other)


def _differ(one: Lattice, other: Lattice, here: slice, there: slice) -> Bools:
    """Which lines are weighed otherwise."""
    found: Bools = (one.emit[here] != other.emit[there]).any(axis=(1, 2))
    if one.alike is not None and other.alike is not None:
        found |= (one.alike[here] != other.alike[there]).any(axis=1)
    return found
