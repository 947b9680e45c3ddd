"""Posteriors of many lattices in step (see `analysis.stepping`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from editor.analysis.decode import SCALED, Messages, messages, posteriors
from editor.analysis.lattice import Lattice, Side, finite, odds, scale, shares
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Singles = NDArray[np.float32]


EVERY = 32
"""Lines between two rows of messages that are kept: what lies between is soon made again."""


def all_posteriors(lattices: Sequence[Lattice], side: Side | None = None) -> list[Floats]:
    """Probability of each label at each line of each lattice; of several no joint is decided.

    `side`: made of them before.
    """
    if len(lattices) == 1:
        return [posteriors(messages(lattices[0]))]
    many = Sums(side or Side(lattices))
    found = shares(many.weights(many.forward()))
    return [found[many.side.steps.places(number)] for number in range(len(lattices))]


def marked_posteriors(
    lattices: Sequence[Lattice], side: Side | None = None
) -> list[tuple[Floats, Messages]]:
    """The same, and with it the messages of every so many lines (`EVERY`), the first's first."""
    import numpy as np

    if len(lattices) == 1:
        sums = messages(lattices[0])
        return [(posteriors(sums), marks_of(sums))]
    many = Sums(side or Side(lattices))
    forward = many.forward()
    behind: list[Floats] = []

    def mark(at: int, step: Floats) -> None:
        if not at % EVERY:
            behind.append(step.copy())

    found, steps = shares(many.weights(forward, mark)), many.side.steps
    results = []
    for number, lattice in enumerate(lattices):
        places, states = steps.places(number), len(lattice.prior)
        rank, count = steps.rank[number], len(range(0, len(places), EVERY))
        rows = [behind[len(behind) - 1 - at][rank, :states] for at in range(count)]
        marks = Messages(forward[places[::EVERY], :states], np.array(rows))
        results.append((found[places], marks))
    return results


def even_posteriors(
    lattices: Sequence[Lattice], side: Side | None = None
) -> list[tuple[Floats, tuple[Singles, Singles]]]:
    """The same as `all_posteriors`, and with it all messages, in single precision, each `even`."""
    import numpy as np

    if len(lattices) == 1:
        sums = messages(lattices[0])
        rows = even(sums.forward).astype(np.float32), even(sums.backward).astype(np.float32)
        return [(posteriors(sums), rows)]
    many = Sums(side or Side(lattices))
    forward = many.forward()
    steps, backward = many.side.steps, np.empty(forward.shape, dtype=np.float32)

    def keep(at: int, step: Floats) -> None:
        first, last = steps.sides[at]
        totals = np.add.reduce(step, axis=(1, 2), keepdims=True)
        np.divide(step, totals, out=backward[first:last], casting="same_kind")

    found = shares(many.weights(forward, keep))
    results = []
    for number, lattice in enumerate(lattices):
        places, states = steps.places(number), len(lattice.prior)
        ahead = even(forward[places, :states]).astype(np.float32)
        results.append((found[places], (ahead, backward[places, :states])))
    return results


def even(rows: Floats) -> Floats:
    """Rows (lines, states, labels) that are each one in all."""
    scaled: Floats = rows / rows.sum(axis=(1, 2), keepdims=True)
    return scaled


def marks_of(sums: Messages) -> Messages:
    """Of a stretch's messages those that are kept."""
    return Messages(sums.forward[::EVERY].copy(), sums.backward[::EVERY].copy())


class Sums:
    """Forward and backward sums of lattices in step."""

    def __init__(self, side: Side) -> None:
        """Of lattices that stand side by side."""
        import numpy as np

        self.side = side
        self.then = np.exp(side.then)
        self.move = self.then * np.exp(side.switch)[None, :]
        self.share = np.exp(side.prior)[:, :, None]
        # a factor that all labels of a line have changes nothing
        self.alike: Floats | None = None
        if side.alike is None:
            self.odds = odds(side.emit)
        else:
            self.odds = np.exp(side.emit)
            self.alike = np.exp(side.alike - finite(side.alike.max(axis=1, keepdims=True)))

    def _weighed(self, rows: Floats, first: int, last: int) -> None:
        """The lines' own odds, multiplied in."""
        if self.alike is None:
            rows *= self.odds[first:last]
        else:
            rows *= self.alike[first:last, None, :]
            rows[:, :, : self.side.fitted] *= self.odds[first:last]

    def _edge(self, scores: Sequence[Floats]) -> Floats:
        return odds(self.side.once(scores, float("-inf")))

    def forward(self) -> Floats:
        """What reaches each line from before, in step: (lines, states, labels)."""
        import numpy as np

        side = self.side
        size, share = side.size, self.share
        found = np.empty((side.steps.edges[-1], side.states, size))
        edge = self._edge([lattice.start for lattice in side.lattices])
        moved, (sums, moves) = np.empty_like(edge), np.empty((2, len(edge), size))
        before = 0
        for at, (first, last) in enumerate(paused(side.steps.sides)):
            step, count = found[first:last], last - first
            if at:
                row = found[before : before + count]
                np.dot(row.reshape(-1, size), self.then, out=step.reshape(-1, size))
                np.add.reduce(row, axis=1, out=sums[:count])
                np.dot(sums[:count], self.move, out=moves[:count])
                np.multiply(share[:count], moves[:count, None, :], out=moved[:count])
                step += moved[:count]
            else:
                step[:] = edge[:count]
            self._weighed(step, first, last)
            if not at % SCALED:
                scale(step)
            before = first
        return found

    def weights(self, forward: Floats, told: Callable[[int, Floats], None] | None = None) -> Floats:
        """What both sums give of the labels, in step: (lines, labels), each row up to a factor.

        `told` hears of the backward rows of each step, the last step first.
        """
        import numpy as np

        side = self.side
        size, share = side.size, self.share
        found = np.empty((len(forward), size))
        edge = self._edge([lattice.stop for lattice in side.lattices])
        scale(edge)
        one, other, part = (np.empty_like(edge) for _ in range(3))
        sums, moves = np.empty((2, len(edge), size))
        going = 0
        for at in paused(range(len(side.steps.sides) - 1, -1, -1)):
            first, last = side.steps.sides[at]
            step, row, count = one[: last - first], other[:going], last - first
            if going:
                self._weighed(row, *side.steps.sides[at + 1])
                np.dot(row.reshape(-1, size), self.then.T, out=step[:going].reshape(-1, size))
                np.multiply(share[:going], row, out=part[:going])
                np.add.reduce(part[:going], axis=1, out=sums[:going])
                np.dot(sums[:going], self.move.T, out=moves[:going])
                step[:going] += moves[:going, None, :]
                if not at % SCALED:
                    scale(step[:going])
            step[going:] = edge[going:count]
            if told is not None:
                told(at, step)
            np.multiply(forward[first:last], step, out=part[:count])
            np.add.reduce(part[:count], axis=1, out=found[first:last])
            one, other, going = other, one, count
        return found
