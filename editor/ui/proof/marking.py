"""What is marked in the proof: corrections, doubts, suspects and what was found.

Marks are made for what is in sight and a little around it, and follow it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.model.places import Span
from editor.model.reading import Reading
from editor.ui.look import theme
from editor.ui.look.fonts import Face
from editor.ui.proof import marks as proof_marks
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.suspected import Suspected
from editor.ui.proof.typesetting import ProofType

if TYPE_CHECKING:
    from editor.editing.search import Hit, Searched
    from editor.proofing.suspect import Suspect


class MarkedProof(QTextEdit):
    """A document with marks on what one sees of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty document."""
        super().__init__(parent)
        self._reading: Reading | None = None
        self.proof = ProofDocument(self.document(), ProofType(theme.current(), 1.0, Face()))
        self._doubt: Span | None = None
        self._hits: Sequence[Hit] = ()
        self.suspected = Suspected()
        self._marked = 0, 0
        self._holds_marks = 0
        self._marks = QTimer(self)
        self._marks.setSingleShot(True)
        self._marks.timeout.connect(self._mark)
        self.verticalScrollBar().valueChanged.connect(self._mark_in_sight)

    def set_doubt(self, span: Span | None) -> None:
        """Show which stretch the doubt on the card is about."""
        self._doubt = span
        self._mark()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found: hits of corrected texts in reading order, or of raw text."""
        self._hits = hits
        self._mark()

    def set_suspects(self, suspects: Iterable[Suspect], *, mark: bool = True) -> None:
        """Underline what is suspect; without `mark` when the page is shown anew."""
        self.suspected = Suspected(suspects)
        if mark:
            self._mark()

    def suspect_here(self) -> Suspect | None:
        """What is suspect at the caret."""
        if not self.proof.shown:
            return None
        point = self.proof.point(self.textCursor().position())
        return self.suspected.at(self.proof.shown[point.index], point.out_at)

    def set_suspect(self, suspect: Suspect | None) -> None:
        """Show which suspect the card is about."""
        if suspect != self.suspected.asked:
            self.suspected.asked = suspect
            self._mark()

    def index_of(self, of: Searched, within: range | None = None) -> int | None:
        """The index of the block that shows a text; None where it is not shown (any more)."""
        shown = self.proof.shown
        low = bisect_left(shown, of.number, key=lambda one: one.number)
        if within is not None:
            low = max(low, within.start)
        for index in range(low, len(shown) if within is None else within.stop):
            one = shown[index]
            if one.number != of.number:
                return None
            same = one.block.role is of.role
            if same and (one.block.text is of.text or one.block.text == of.text):
                return index
        return None

    def points_of(self, hits: Sequence[Hit]) -> list[tuple[int, int]]:
        """Block index and `out_at` of where each hit starts, in order.

        What is on its way comes behind all that is shown.
        """
        found: list[tuple[int, int]] = []
        at = 0
        for of, group in groupby(hits, lambda hit: hit.of):
            shown = self.proof.shown
            if shown and of.number < shown[0].number:  # before all that is shown of a large text
                found += [(-1, hit.start) for hit in group]
                continue
            index = self.index_of(of, range(at, len(shown)))
            at = max(at + 1, len(self.proof.shown)) if index is None else index
            found += [(at, hit.start) for hit in group]
        return found

    @contextmanager
    def marked_once(self) -> Iterator[None]:
        """However often what is marked changes inside, it is marked once, at the end."""
        self._holds_marks += 1
        try:
            yield
        finally:
            self._holds_marks -= 1
            if not self._holds_marks:
                self._mark()

    def _mark(self) -> None:
        if self._holds_marks:
            return
        look, height = self.proof.look.theme, self.viewport().height()
        top, around = self.verticalScrollBar().value(), height // 2
        self._marked = top - around, top + around
        within = self.proof.in_sight(top - around, top + height + around)
        hits = self._hits_in(within)
        doubts = self._doubts_near(within)
        suspects = self.suspected.within(self.proof.shown, within)
        found = proof_marks.marks(self.proof, look, doubts, self._doubt, within, hits, suspects)
        with QSignalBlocker(self):
            self.setExtraSelections(found)

    def _mark_in_sight(self) -> None:
        """Marks are there for what is in sight and half a page around it: they follow it.

        Not at once: the scroll bar also moves in the middle of a change of the document.
        """
        if not self._marked[0] <= self.verticalScrollBar().value() <= self._marked[1]:
            self._marks.start()

    def _hits_in(self, within: range) -> list[tuple[int, int, int]]:
        """Block index and `out_at` range of each hit in these blocks."""
        if not self._hits or not within:
            return []
        if self._hits[0].of.raw:
            return [part for index in within for part in self._raw_hits_in(index)]
        ends = self.proof.shown[within[0]].number, self.proof.shown[within[-1]].number
        first = bisect_left(self._hits, ends[0], key=_number)
        last = bisect_right(self._hits, ends[1], key=_number)
        found: list[tuple[int, int, int]] = []
        for of, group in groupby(self._hits[first:last], lambda hit: hit.of):
            index = self.index_of(of, within)
            if index is not None:
                found += [(index, hit.start, hit.end) for hit in group]
        return found

    def _raw_hits_in(self, index: int) -> Iterator[tuple[int, int, int]]:
        for span in self.proof.shown[index].places:
            at = bisect_right(self._hits, span.start, key=lambda hit: hit.end)
            while at < len(self._hits) and self._hits[at].start < span.end:
                hit = Span(self._hits[at].start, self._hits[at].end)
                part = Span(max(hit.start, span.start), min(hit.end, span.end))
                yield from self.proof.stretches([part], range(index, index + 1))
                at += 1

    def _doubts_near(self, within: range) -> list[Span]:
        """Where doubts point at what some blocks show."""
        places = [place for index in within for place in self.proof.shown[index].places]
        if self._reading is None or not places:
            return []
        reach = Span(min(p.start for p in places), max(p.end for p in places) + 1)
        return [doubt.span for doubt in self._reading.doubts_in(reach)]


def _number(hit: Hit) -> int:
    return hit.of.number
