"""Lattices in step: their first lines side by side, then their second lines, and so on.

A line has few numbers, and calling numpy costs more than they do. Side by side the calls are
shared: of many lattices a line costs what its numbers cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Steps:
    """Where the lines of lattices lie: by step, at each step the longest lattice first.

    So those that are still going at a step are the first ones of the step before.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        """`lengths`: lines of each lattice, one at least."""
        import numpy as np

        size = np.array(lengths)
        order = np.argsort(-size, kind="stable")
        rank = np.empty(len(size), dtype=np.int64)
        rank[order] = np.arange(len(size))
        self.rank: list[int] = rank.tolist()
        """Of each lattice: its place at a step."""
        ending = np.bincount(size, minlength=int(size.max()) + 1)
        going = len(size) - np.cumsum(ending)[:-1]
        self.edges: Ints = np.concatenate([[0], np.cumsum(going)])
        """Where each step begins among all lines, and where the last ends."""
        self.sides: list[tuple[int, int]] = list(
            zip(self.edges[:-1].tolist(), self.edges[1:].tolist(), strict=True)
        )
        self.lengths = lengths

    def places(self, number: int) -> Ints:
        """Where the lines of a lattice lie."""
        found: Ints = self.edges[: self.lengths[number]] + self.rank[number]
        return found

    def lines(self, parts: Sequence[Floats], states: int = 0) -> Floats:
        """What each lattice has for its lines, in step; with `states`, that many on axis 1."""
        import numpy as np

        if len(parts) == 1:
            return np.ascontiguousarray(parts[0])
        shape = (self.edges[-1], *parts[0].shape[1:])
        if states:
            shape = (shape[0], states, *shape[2:])
        whole = np.zeros(shape)
        for number, part in enumerate(parts):
            if states:
                whole[self.places(number), : part.shape[1]] = part
            else:
                whole[self.places(number)] = part
        return whole

    def once(self, parts: Sequence[Floats], states: int, missing: float) -> Floats:
        """What each lattice has for its states, side by side; `missing` where it has fewer."""
        import numpy as np

        whole = np.full((len(parts), states, *parts[0].shape[1:]), missing)
        for number, part in enumerate(parts):
            whole[self.rank[number], : len(part)] = part
        return whole


class Grammar(NamedTuple):
    """The prices of what may follow what, told for the highest of sums.

    Most have one price: the best of all enters at it, as one more label behind the others. From
    few is a label entered at another price: `before` (rank, column), at `price`. Labels that are
    entered alike share a column (`column` gives each label's).
    """

    before: Ints
    price: Floats
    column: Ints


def grammar(then: Floats) -> Grammar:
    """The prices (labels, labels)."""
    import numpy as np

    few, column = np.unique(then, axis=1, return_inverse=True)
    return Grammar(*_entered(few), column.ravel())


def plain_grammar(then: Floats) -> Grammar:
    """The same, every label a column of its own: less to call, more to count."""
    import numpy as np

    return Grammar(*_entered(then), np.arange(len(then)))


def _entered(then: Floats) -> tuple[Ints, Floats]:
    """What each column is entered from at another price than the usual one, and at which."""
    import numpy as np

    floor = then.min()
    depth = max(1, int((then > floor).sum(axis=0).max()))
    before = np.argsort(-then, axis=0, kind="stable")[:depth]
    price = np.take_along_axis(then, before, axis=0)
    best, usual = np.full((1, then.shape[1]), len(then)), np.full((1, then.shape[1]), floor)
    return np.concatenate([before, best]), np.concatenate([price, usual])
