"""How well lines would stand behind one another, by what the messages of a page say of each.

The forward row of a line and what reaches another from behind, put together, tell how likely the
one is to stand before the other, all else being as it is. What is seen at a line of its neighbour
is the old neighbour's: so this is a promise that is cheap to ask of any two lines, no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from editor.analysis.base import Base, edges

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.floating]


LEAST = 1e-30


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
        once = links[here, start] - seams[here] - seams[start - 1]
        hope: Floats = links[ends, here + 1] + links[start - 1, stops] - seams[ends] + once
        return hope


class Links:
    """How well any line of a range would stand behind any other, by the messages of the page."""

    def __init__(self, base: Base, low: int, high: int, end: int) -> None:
        """Of lines `low` to `high` (exclusive); `end` is where their section ends.

        `seams`: log-likelihood of what stands behind each of them.
        """
        import numpy as np

        self.low, self.high = low, high
        begin, found = base.messages_at(low)
        table, prior = base.view.script.tables(), base.prior
        rows = slice(low - begin, high - begin)
        # as exact as is asked for here, in half the time
        forward = _even(found.forward[rows]).astype(np.float32)
        then = np.exp(table.then).astype(np.float32)
        share = np.exp(prior)[:, None].astype(np.float32)
        move = then * np.exp(table.switch)[None, :].astype(np.float32)
        start, stop = edges(table, prior)
        self._stay, self._move = forward @ then, forward.sum(axis=1) @ move
        before = np.exp(start) if low == begin else base.before(low - 1)
        if low > begin:
            before = before @ then + share * (before.sum(axis=0) @ move)[None, :]
        come = self._stay[:-1] + share * self._move[:-1, None, :]
        # what is seen at a line itself is what its forward row has and what came to it has not
        come = np.maximum(np.concatenate([before[None], come]), LEAST)
        behind = _even(forward / come * _even(found.backward[rows]).astype(np.float32))
        after = np.exp(stop) if high == end else base.behind(high)
        self._behind = np.concatenate([behind, after[None]])
        self._come = (share * self._behind).sum(axis=1)
        last = forward if high == end else self._stay
        self._last = (last * after).sum(axis=(1, 2))
        stay = (self._stay[:-1] * behind[1:]).sum(axis=(1, 2))
        other = (self._move[:-1] * self._come[1:-1]).sum(axis=1)
        self.seams = np.log(np.maximum(np.append(stay + other, self._last[-1]), LEAST))

    def between(self, left: int, right: int) -> float:
        """Log-likelihood that line `right` (or the end of the range) stands behind `left`."""
        at, to = left - self.low, right - self.low
        if right == self.high:
            return log(max(LEAST, float(self._last[at])))
        stay = float((self._stay[at] * self._behind[to]).sum())
        return log(max(LEAST, stay + float(self._move[at] @ self._come[to])))

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
        return Table(low, np.log(np.maximum(found, LEAST)))
