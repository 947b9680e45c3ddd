"""How well lines would stand behind one another, by what the messages of a page say of each.

The forward row of a line and what reaches another from behind, put together, tell how likely the
one is to stand before the other, all else being as it is. What is seen at a line of its neighbour
is the old neighbour's: so this is a promise that is cheap to ask of any two lines, no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.analysis.base import Base, edges
from editor.analysis.sums import even

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]


LEAST = 1e-30


class Links:
    """How well any line of a range would stand behind any other, by the messages of the page.

    In single precision: as exact as is asked for here, in half the time.
    """

    def __init__(self, base: Base, low: int, high: int, end: int) -> None:
        """Of lines `low` to `high` (exclusive); `end` is where their section ends.

        `seams`: log-likelihood of what stands behind each of them.
        """
        import numpy as np

        self.low, self.high = low, high
        begin, forward, backward = self._messages(base, low, high, end)
        table, prior = base.view.script.tables(), base.prior
        then = np.exp(table.then).astype(np.float32)
        share = np.exp(prior)[:, None].astype(np.float32)
        move = then * np.exp(table.switch)[None, :].astype(np.float32)
        start, stop = edges(table, prior)
        stay, moved = forward @ then, forward.sum(axis=1) @ move
        before = np.exp(start) if low == begin else base.before(low - 1)
        if low > begin:
            before = before @ then + share * (before.sum(axis=0) @ move)[None, :]
        come = np.empty_like(forward)
        come[0] = before
        np.multiply(share, moved[:-1, None, :], out=come[1:])
        come[1:] += stay[:-1]
        np.maximum(come, LEAST, out=come)
        # what is seen at a line itself is what its forward row has and what came to it has not
        behind = even(np.divide(forward, come, out=come) * backward)
        after = (np.exp(stop) if high == end else base.behind(high)).astype(np.float32)
        count = len(forward)
        last = forward if high == end else stay
        self._last = last.reshape(count, -1) @ after.ravel()
        """How well each line would stand before what is behind them all."""
        # what stays in its state, and what comes from another, as one row of numbers
        self._from = np.concatenate([stay.reshape(count, -1), moved], axis=1)
        came = (share * behind).sum(axis=1)
        self._to = np.concatenate([behind.reshape(count, -1), came], axis=1)
        seams = np.append((self._from[:-1] * self._to[1:]).sum(axis=1), self._last[-1])
        self.seams = np.log(np.maximum(seams, LEAST))

    @staticmethod
    def _messages(base: Base, low: int, high: int, end: int) -> tuple[int, Floats, Floats]:
        """The first line of the section, and the rows of the lines, each one in all."""
        import numpy as np

        if base.even is not None and low == 0 and high == end:
            return 0, *base.even
        begin, found = base.messages_at(low)
        rows = slice(low - begin, high - begin)
        forward, backward = even(found.forward[rows]), even(found.backward[rows])
        return begin, forward.astype(np.float32), backward.astype(np.float32)

    def between(self, lefts: Ints, rights: Ints) -> Floats:
        """Log-likelihood that lines `rights` (or the end of the range) stand behind `lefts`.

        One behind one, pair by pair.
        """
        import numpy as np

        at, to = lefts - self.low, rights - self.low
        inside = np.minimum(to, len(self._to) - 1)
        found: Floats = np.einsum("ij,ij->i", self._from[at], self._to[inside])
        return self._log(np.where(rights == self.high, self._last[at], found))

    def behind(self, left: int, rights: Ints) -> Floats:
        """The same of one line that each of `rights` may stand behind."""
        import numpy as np

        at, to = left - self.low, rights - self.low
        found = self._to[np.minimum(to, len(self._to) - 1)] @ self._from[at]
        return self._log(np.where(rights == self.high, self._last[at], found))

    def before(self, lefts: Ints, right: int) -> Floats:
        """The same of one line that may stand behind each of `lefts`."""
        at = lefts - self.low
        if right == self.high:
            return self._log(self._last[at])
        return self._log(self._from[at] @ self._to[right - self.low])

    def block(self, lefts: slice, rights: slice) -> Floats:
        """The same of stretches of lines, (lefts, rights); rights may end with the range's end."""
        import numpy as np

        low, stop = self.low, min(rights.stop, self.high)
        left = slice(lefts.start - low, lefts.stop - low)
        found = self._from[left] @ self._to[rights.start - low : stop - low].T
        if rights.stop > self.high:
            found = np.concatenate([found, self._last[left, None]], axis=1)
        return self._log(found)

    @staticmethod
    def _log(found: NDArray[np.floating]) -> Floats:
        import numpy as np

        likely: Floats = np.log(np.maximum(found, LEAST))
        return likely
