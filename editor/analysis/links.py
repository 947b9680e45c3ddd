"""How well lines would stand behind one another, by what the messages of a page say of each.

The forward row of a line and what reaches another from behind, put together, tell how likely the
one is to stand before the other, all else being as it is. What is seen at a line of its neighbour
is the old neighbour's: so this is a promise that is cheap to ask of any two lines, no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from editor.analysis.base import Base, lattice_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.floating]


def _even(rows: Floats) -> Floats:
    scaled: Floats = rows / rows.sum(axis=(1, 2), keepdims=True)
    return scaled


@dataclass(frozen=True)
class Table:
    """Links of neighbouring lines from `low` on; the last column is the line behind them all."""

    low: int
    links: Floats

    def promises(self, after: int, first: int, lasts: range) -> Floats:
        """What links say that moves of lines `first` to each of `lasts` gain, in nats."""
        links, low = self.links, self.low
        here, start = after - low, first - low
        stops = slice(lasts.start - low, lasts.stop - low)
        ends = slice(lasts.start - low - 1, lasts.stop - low - 1)
        seams = links.diagonal(1)
        hope: Floats = links[ends, here + 1] + links[start - 1, stops] - seams[ends]
        return hope + links[here, start] - seams[here] - seams[start - 1]


class Links:
    """How well any line of a range would stand behind any other, by the messages of the page."""

    def __init__(self, base: Base, low: int, high: int, end: int) -> None:
        """Of lines `low` to `high` (exclusive); `end` is where their section ends."""
        import numpy as np

        self.low, self.high = low, high
        begin, found = base.messages_at(low)
        part = lattice_of(base.view, base.stretch.part(low, high))
        rows = slice(low - begin, high - begin)
        forward = _even(found.forward[rows])
        emit = np.stack([part.emission(at) for at in range(high - low)])
        behind = _even(np.exp(emit - emit.max(axis=(1, 2), keepdims=True)) * found.backward[rows])
        then, share = np.exp(part.then), np.exp(part.prior)
        move = then * np.exp(part.switch)[None, :]
        after = np.exp(part.stop) if high == end else base.behind(high)
        # what stands behind the last line: nothing, or the line behind the range
        behind = np.concatenate([behind, after[None]])
        self._stay, self._move = forward @ then, forward.sum(axis=1) @ move
        if high == end:
            self._last = (forward * after).sum(axis=(1, 2))
        else:
            self._last = (self._stay * after).sum(axis=(1, 2))
        self._behind, self._come = behind, (share[:, None] * behind).sum(axis=1)

    def between(self, left: int, right: int) -> float:
        """Log-likelihood that line `right` (or the end of the range) stands behind `left`."""
        at, to = left - self.low, right - self.low
        if right == self.high:
            return log(max(1e-300, float(self._last[at])))
        stay = float((self._stay[at] * self._behind[to]).sum())
        return log(max(1e-300, stay + float(self._move[at] @ self._come[to])))

    def promise(self, after: int, first: int, last: int) -> float:
        """What links alone say is gained by lines `first` to `last` behind `after`, in nats."""
        new = self.between(after, first) + self.between(last - 1, after + 1)
        new += self.between(first - 1, last)
        old = self.between(after, after + 1) + self.between(first - 1, first)
        return new - old - self.between(last - 1, last)

    def table(self, low: int, high: int) -> Table:
        """All links between lines `low` and `high` (exclusive)."""
        import numpy as np

        rows = slice(low - self.low, high - self.low)
        count = high - low
        stay = self._stay[rows].reshape(count, -1).astype(np.float32)
        behind = self._behind[rows].reshape(count, -1).astype(np.float32)
        links = stay @ behind.T + self._move[rows] @ self._come[rows].T
        edge = [exp(self.between(at, high)) for at in range(low, high)]
        found = np.concatenate([links, np.array(edge)[:, None]], axis=1)
        return Table(low, np.log(np.maximum(found, 1e-300)))
