"""Of a large text the proof holds what is near: a few dozen screens around where one looks.

A document of Qt's that held ten megabytes would take half a second for each letter. So blocks
come before and behind what is shown while one scrolls there, and those far behind go. What is
looked at from elsewhere begins a new stretch. Pages below `LARGE` are shown whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from editor.model.reading import Reading
from editor.ui.proof.blocks import Shown, starts
from editor.ui.proof.document import article_number
from editor.ui.proof.flow import AT_ONCE, ProofFlow
from editor.ui.target import article_at

LARGE = 100_000
"""Characters above which a page is not shown whole."""
AROUND = 25_000
"""Characters that are there before and behind the sight."""
BEFORE = 400
"""Characters that are shown at once before a place that one goes to."""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Before which block of which article (indexes) a stretch begins or ends."""

    number: int
    block: int = 0


class ProofReach(ProofFlow):
    """A document that holds a stretch of a large reading, and follows the sight."""

    _low = _high = Edge(0)

    @property
    def is_large(self) -> bool:
        """Whether the page is not shown whole."""
        return self._reading is not None and len(self._page.source.text) > LARGE

    # -- what is shown ---------------------------------------------------------------------

    def beginning(self) -> tuple[Shown, ...]:
        """The first stretch of another page."""
        if self._reading is None or not self.is_large:
            return super().beginning()
        self._rest = ()
        return self._begin_at(self._reading, Edge(0))

    def same_again(self) -> tuple[Shown, ...]:
        """The stretch that is shown, in the reading that there is now."""
        reading, shown = self._reading, self.proof.shown
        if reading is None or not self.is_large or not shown:
            return super().same_again()
        first, last = self._edge(reading, shown[0]), self._edge(reading, shown[-1])
        low = Edge(first.number) if shown[0].first else first
        high = Edge(last.number + 1) if shown[-1].last else Edge(last.number, last.block + 1)
        if low < high:
            found = self._between(reading, low, high)
            if _letters(found) <= 2 * (_letters(shown) + AT_ONCE):
                self._low, self._high = low, high
                return found
        # its ends have come apart: what is near the caret is what is wanted
        caret = self.proof.raw(self.point(self.textCursor().position()))[0]
        return self._begin_at(reading, self._place(reading, caret))

    def come(self) -> bool:
        """Show some more of what is near, or give up what is far."""
        reading = self._reading
        if reading is None or not self.is_large:
            return super().come()
        before, behind = self._room()
        shown = self.proof.shown
        if behind < AROUND and (more := self._behind(reading)):
            self.proof.append(more)
        elif before < AROUND and (more := self._before(reading)):
            with self.in_place(comes_before=True):
                self.proof.show((*more, *shown))
        elif behind > 2 * AROUND and (kept := self._kept(shown, behind - AROUND)):
            self.proof.show(shown[:kept])
            self._high = self._after(reading, self.proof.shown[-1])
        elif before > 2 * AROUND and (kept := self._kept(shown[::-1], before - AROUND)):
            with self.in_place():
                self.proof.show(shown[-kept:])
            self._low = self._edge(reading, self.proof.shown[0])
        else:
            return False
        self._sheets.keep(range(self._low.number, self._high.number + 1))
        self.viewport().update()  # the sheets under the text
        return True

    def ensure(self, raw_at: int) -> None:
        """See that a place of the page is shown, if the proof shows it at all."""
        reading = self._reading
        if reading is None or not self.is_large or self.is_composing:
            return
        self._pours.start()
        place = self._place(reading, raw_at)
        if self._low <= place < self._high:
            return
        with self.quietly():
            self._stale = []
            self.proof.shown = ()
            self.proof.show(self._begin_at(reading, place))
            self._set_measure()
            point = self.proof.find(raw_at)
            if point is not None:
                cursor = self.textCursor()
                cursor.setPosition(self.proof.position(point))
                self.setTextCursor(cursor)
        self._mark()

    def ensure_end(self, step: int) -> None:
        """See that the page's start (-1) or end (1) is shown."""
        if self._reading is not None and self.is_large and self._reading.articles:
            number = len(self._reading.articles) - 1 if step > 0 else 0
            sheet = self._sheets.sheet(self._reading, number, self.open_at)
            self.ensure(starts(sheet[-1 if step > 0 else 0])[0])

    def _mark_in_sight(self) -> None:
        super()._mark_in_sight()
        if self.is_large:
            self._pours.start()

    # -- stretches -------------------------------------------------------------------------

    def _begin_at(self, reading: Reading, place: Edge) -> tuple[Shown, ...]:
        """A new stretch around a place: enough for a sight; the rest comes in turns."""
        self._low = self._high = place
        found = self._behind(reading)
        before = self._before(reading, BEFORE)
        self._pours.start()
        return (*before, *found)

    def _between(self, reading: Reading, low: Edge, high: Edge) -> tuple[Shown, ...]:
        found: list[Shown] = []
        for number in range(low.number, min(high.number + 1, len(reading.articles))):
            sheet = self._sheets.sheet(reading, number, self.open_at)
            first = low.block if number == low.number else 0
            last = high.block if number == high.number else len(sheet)
            found += sheet[first:last]
            if len(found) > AROUND:  # far more than is ever shown
                break
        return tuple(found)

    def _behind(self, reading: Reading) -> tuple[Shown, ...]:
        """The next blocks behind the stretch, which reaches behind them then."""
        found: list[Shown] = []
        number, block, letters = self._high.number, self._high.block, 0
        while number < len(reading.articles) and letters < AT_ONCE:
            sheet = self._sheets.sheet(reading, number, self.open_at)
            while block < len(sheet) and letters < AT_ONCE:
                found.append(sheet[block])
                letters += len(sheet[block].text)
                block += 1
            if block >= len(sheet):
                number, block = number + 1, 0
        self._high = Edge(number, block)
        return tuple(found)

    def _before(self, reading: Reading, most: int = AT_ONCE) -> tuple[Shown, ...]:
        """The blocks right before the stretch, which begins with them then."""
        found: list[Shown] = []
        number, block, letters = self._low.number, self._low.block, 0
        while letters < most and (number, block) > (0, 0):
            if block == 0:
                number -= 1
                block = len(self._sheets.sheet(reading, number, self.open_at))
                continue
            block -= 1
            found.append(self._sheets.sheet(reading, number, self.open_at)[block])
            letters += len(found[-1].text)
        self._low = Edge(number, block)
        return tuple(reversed(found))

    def _room(self) -> tuple[int, int]:
        """Characters that are shown before and behind the sight."""
        shown, top = self.proof.shown, self.verticalScrollBar().value()
        sight = self.proof.in_sight(top, top + self.viewport().height())
        return _letters(shown[: sight.start]), _letters(shown[sight.stop :])

    def _kept(self, shown: Sequence[Shown], spare: int) -> int:
        """How many of the blocks stay where so many characters at their end go; 0: none goes.

        Those up to the caret and the selection stay.
        """
        size = _letters(shown) - spare
        sums = accumulate(len(one.text) for one in shown)
        count = next((at for at, total in enumerate(sums, 1) if total >= size), len(shown))
        cursor = self.textCursor()
        ends = [self.point(at).index for at in (cursor.anchor(), cursor.position())]
        if shown and shown[0] is not self.proof.shown[0]:  # counted from the end
            ends = [len(shown) - 1 - end for end in ends]
        count = max(count, *(end + 1 for end in ends))
        return count if count < len(shown) else 0

    # -- places ----------------------------------------------------------------------------

    def _place(self, reading: Reading, raw_at: int) -> Edge:
        """The block that shows a place of the page, or the one nearest before it."""
        number = article_number(reading, article_at(reading, raw_at))
        if number < 0:
            return Edge(0)
        sheet = self._sheets.sheet(reading, number, self.open_at)
        near = 0
        for index, one in enumerate(sheet):
            for span in one.places:
                if span.start <= raw_at <= span.end:
                    return Edge(number, index)
            if one.places and one.places[0].start <= raw_at:
                near = index
        return Edge(number, near)

    def _edge(self, reading: Reading, one: Shown) -> Edge:
        """Where a block that was shown stands now."""
        if one.number < len(reading.articles):
            sheet = self._sheets.sheet(reading, one.number, self.open_at)
            for index, other in enumerate(sheet):
                if other is one:
                    return Edge(one.number, index)
        return self._place(reading, starts(one)[0])

    def _after(self, reading: Reading, one: Shown) -> Edge:
        edge = self._edge(reading, one)
        return Edge(edge.number + 1) if one.last else Edge(edge.number, edge.block + 1)


def _letters(shown: Iterable[Shown]) -> int:
    return sum(len(one.text) for one in shown)
