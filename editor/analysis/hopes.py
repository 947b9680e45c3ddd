"""Moves that are worth trying: what the links of a page promise of lines that stood elsewhere.

Links are asked of all stretches that may be the rest of a broken sentence; the few that promise
most are then decided anew (`analysis.disorder`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from editor.analysis.base import Base
from editor.analysis.links import Links

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Singles = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

FAR = 200
"""Lines before and behind a broken sentence in which its rest is sought."""
STRAIN = 5.0
"""Nats: a seam that the page would be better without."""
HOPE_END, HOPE_INSIDE = 5.0, 9.0
"""Nats that links must promise before seams are decided anew: of an article's end, of others."""
NEAR = 60
"""Lines before and behind a broken sentence in which any stretch may be its rest."""
MOST = 4
"""Stretches that are tried for one broken sentence, of each kind."""
LEAST, LONGEST = 2, 120
"""Lines of a stretch."""


@dataclass(frozen=True, slots=True)
class Move:
    """Lines `first` to `last` (exclusive) are read behind line `after`."""

    after: int
    first: int
    last: int


class Hopes:
    """A page's links, and which moves they promise enough of."""

    def __init__(self, base: Base, border: Ints, whole: Bools) -> None:
        """`border`: the first end of an article at each line or behind it (one place more).

        `whole`: of each line whether what ends with it is whole.
        """
        self._base, self._border, self._whole, self._count = base, border, whole, len(whole)
        self._known: dict[tuple[int, int], Links] = {}
        self._ends: dict[int, tuple[Ints, Ints, Singles]] = {}

    def of(self, end: int, begins: Callable[[int], bool]) -> list[Move]:
        """Moves to behind line `end` that are worth trying; `begins`: what may begin one."""
        links = self._around(end)
        if end + 1 < self._count and links.seams[end - links.low] > -STRAIN:
            return []
        found: list[Move] = []
        for likely in (self._whole_ends(end, links), self._insides(end, links)):
            ranked = sorted(likely, key=lambda entry: (-entry[0], entry[1].first))
            begun = (move for _, move in ranked if begins(move.first))
            found += islice(begun, MOST)
        return list(dict.fromkeys(found))

    def _around(self, end: int) -> Links:
        """The links of the lines around a broken one, in blocks."""
        low, high = 0, self._count
        if high > 2 * FAR:
            low = max(0, (end // FAR - 1) * FAR)
            high = min(high, low + 3 * FAR)
        found = self._known.get((low, high))
        if found is None:
            found = self._known[low, high] = Links(self._base, low, high, self._count)
        return found

    def _whole_ends(self, end: int, links: Links) -> list[tuple[float, Move]]:
        """Ends of articles behind something whole, of which links promise enough."""
        import numpy as np

        firsts, lasts, kept = self._standing(links)
        apart = (firsts != end + 1) & ((firsts > end) | (lasts <= end))
        firsts, lasts = firsts[apart], lasts[apart]
        nats = kept[apart] - links.seams[end - links.low]
        nats += links.behind(end, firsts) + links.before(lasts - 1, end + 1)
        return [
            (float(nats[at]), Move(end, int(firsts[at]), int(lasts[at])))
            for at in np.flatnonzero(nats >= HOPE_END).tolist()
        ]

    def _standing(self, links: Links) -> tuple[Ints, Ints, Singles]:
        """Where ends of articles begin and end, and what links say of the page without each."""
        import numpy as np

        held = self._ends.get(links.low)
        if held is None:
            firsts = np.arange(links.low + 1, links.high)
            lasts = self._border[firsts + 1]
            size = lasts - firsts
            fits = self._whole[firsts - 1] & (size >= LEAST) & (size <= LONGEST)
            fits &= lasts <= links.high
            firsts, lasts = firsts[fits], lasts[fits]
            seams = links.seams[firsts - 1 - links.low] + links.seams[lasts - 1 - links.low]
            held = firsts, lasts, links.between(firsts - 1, lasts) - seams
            self._ends[links.low] = held
        return held

    def _insides(self, end: int, links: Links) -> list[tuple[float, Move]]:
        """Stretches near by inside other articles: of each first line the best last one."""
        import numpy as np

        low, high = max(links.low, end - NEAR), min(links.high, end + 1 + NEAR)
        seams = links.seams[low - links.low :]
        # by the first line of a stretch, and by the line behind its last
        begun = (
            links.behind(end, np.arange(low + 1, high)) - seams[: high - low - 1] - seams[end - low]
        )
        ended = links.before(np.arange(low, high), end + 1) - seams[: high - low]
        found = []
        first = low + 1
        while first < high:
            border = int(self._border[first + 1])
            past = min(border, high) if first > end else min(border, end + 1)
            stop = min(border, high if first > end else end)
            if stop >= first + LEAST:
                hopes = links.block(slice(first - 1, past - 1), slice(first + LEAST, stop + 1))
                hopes += begun[first - low - 1 : past - low - 1, None]
                hopes += ended[first + LEAST - low - 1 : stop - low]
                hopes[np.tri(len(hopes), hopes.shape[1], -1, dtype=bool)] = -np.inf
                best = hopes.argmax(axis=1)
                nats = hopes[np.arange(len(best)), best]
                for at in np.flatnonzero(nats >= HOPE_INSIDE).tolist():
                    last = first + LEAST + int(best[at])
                    if first + at != end + 1:
                        found.append((float(nats[at]), Move(end, first + at, last)))
            first = past
        return found
