"""How a reading comes into the proof: at once as far as one sees, the rest a piece a turn.

A long page that came whole would hold the window up; so would its type when it changes. What
was shown before stays untouched where it looks the same, and nothing is touched while an input
method composes.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.ui.look import theme
from editor.ui.look.fonts import Face
from editor.ui.proof.blocks import Sheets, Shown
from editor.ui.proof.marking import MarkedProof
from editor.ui.proof.places import Point
from editor.ui.proof.typesetting import GAP, ProofType

AT_ONCE = 1500
"""Characters that are set in one go, more than are in sight: some fifteen milliseconds."""

HEADS = 16
"""Headline lines that are broken in one go, those in sight first."""


class Kept(NamedTuple):
    """What is selected, by its raw places; `back`: the caret stands before the other end."""

    anchor: tuple[int, int]
    caret: tuple[int, int]
    back: bool
    ink: str


def _ink(cursor: QTextCursor) -> str:
    """What is selected, without white."""
    return "".join(cursor.selectedText().split()) if cursor.hasSelection() else ""


class ProofFlow(MarkedProof):
    """A document that follows the reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty document."""
        super().__init__(parent)
        self._page = Page("", Source(""))
        self._scale, self._face = 1.0, Face()
        self._sheets = Sheets()
        self._quiet = 0
        self.is_composing = False
        self.waits = False
        self.open_at: int | None = None
        """The anchor of the article whose card of fields is open."""
        self._seat: tuple[object, ...] = ()
        self._height = 0.0
        self._rest: tuple[Shown, ...] = ()
        self._stale: list[int] = []
        self._pours = QTimer(self)
        self._pours.timeout.connect(self._pour)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What is done inside is told to nobody."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    @contextmanager
    def in_place(self, *, comes_before: bool = False) -> Iterator[None]:
        """What is done inside moves neither the caret, where it is in sight, nor the first line.

        At the very top one sees what comes there, unless it `comes_before` what one looks at.
        """
        bar, held = self.verticalScrollBar(), self.textCursor()
        if not self.viewport().rect().intersects(self.cursorRect(held)):
            held = self.cursorForPosition(QPoint(0, 0))
        before = self.cursorRect(held).top()
        with self.quietly():
            yield
            if bar.value() or comes_before:
                bar.setValue(bar.value() + self.cursorRect(held).top() - before)

    # -- what is shown ---------------------------------------------------------------------

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page's reading; blocks that look the same stay untouched."""
        fresh = page.source is not self._page.source or self._reading is None
        self._page, self._reading = page, reading
        if self.is_composing:
            self.waits = True
            return
        self.show_reading(fresh=fresh)

    def show_reading(self, *, fresh: bool) -> None:
        """Show the reading that there is now; `fresh`: of another page."""
        self.waits = False
        if fresh:
            self._stale, self.open_at = [], None
        self._restyle(len(self._stale))
        if self.open_at is not None and self._reading:
            held = self._reading.article_of(self.open_at)
            self.open_at = held.at if held else None
        touched: set[int] | None = None
        with self.quietly():
            if fresh:
                self.proof.shown = ()
                self.proof.look.text_width(self.viewport().width())
                self.proof.show(self.beginning())
                self._set_measure()
                self.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                shown = self.same_again()
                kept = self._kept_caret()
                top = self.verticalScrollBar().value()
                touched = self.proof.show(shown, self._near())
                self.verticalScrollBar().setValue(top)
                if kept and touched:
                    self._put_caret(kept)
                self._stale = self.proof.late
                if self._stale:
                    self._pours.start()
        self._mark()
        self.repaint_blocks(touched)

    def repaint_blocks(self, touched: Set[int] | None = frozenset()) -> None:
        """Paint what lies under the text again: around blocks that were touched (None: all).

        All of it too where the caret came to another sheet or field. Text and caret are Qt's.
        """
        before, self._seat = self._seat, self._sits()
        if touched is None or self._seat != before or not self.hasFocus():
            self.viewport().update()
        elif touched:
            height = self.document().size().height()
            layout, offset = self.document().documentLayout(), self.verticalScrollBar().value()
            ends = [
                layout.blockBoundingRect(self.document().findBlockByNumber(index))
                for index in (min(touched), max(touched))
            ]
            room = self.proof.look.pad_top + self.proof.look.pad_bottom + GAP
            rect = self.viewport().rect()
            rect.setTop(int(ends[0].top()) - offset - room)
            if height == self._height:
                rect.setBottom(int(ends[1].bottom()) - offset + room)
            self.viewport().update(rect)
            self._height = height

    def _sits(self) -> tuple[object, ...]:
        """All that says how sheets and fields are painted besides their places."""
        articles = self._reading.articles if self._reading else ()
        state: tuple[object, ...] = ()
        if articles and self.proof.shown:  # of a long page a stretch is shown
            first, last = (self.proof.shown[at].number for at in (0, -1))
            here = articles[first : last + 1]
            state = first, *((article.left_out, article.done) for article in here)
        if not self.proof.shown:
            return state, self.open_at
        index = self.point(self.textCursor().position()).index
        one = self.proof.shown[min(index, len(self.proof.shown) - 1)]
        fields = one.asking or self.open_at is not None
        return state, self.open_at, one.number, index if fields else -1

    def beginning(self) -> tuple[Shown, ...]:
        """What is shown first of another page."""
        return self._first_of(self._all())

    def same_again(self) -> tuple[Shown, ...]:
        """What is shown now, as it is in the reading that there is now."""
        if self._rest:  # what is not shown yet comes as it is now
            return self._first_of(self._all(), max(len(self.proof.shown), 1))
        return self._all()

    def come(self) -> bool:
        """Show some more of what is on its way; whether there is still more."""
        self.proof.append(self._first_of(self._rest))
        return bool(self._rest)

    def _all(self) -> tuple[Shown, ...]:
        return self._sheets.of(self._reading, self.open_at) if self._reading else ()

    def _first_of(self, shown: tuple[Shown, ...], least: int = 0) -> tuple[Shown, ...]:
        """So many blocks as can be shown at once; the others follow a turn at a time."""
        count = letters = 0
        while count < len(shown) and (count < least or letters < AT_ONCE):
            letters += len(shown[count].text)
            count += 1
        self._rest = shown[count:]
        if self._rest:
            self._pours.start()
        return shown[:count]

    def _pour(self) -> None:
        """Show the next blocks of a page that is coming into sight, or as they are now."""
        if self.is_composing:
            return
        if self._stale:
            near = self._near()
            self._stale.sort(key=lambda index: index not in near)
            count = letters = 0
            while count < len(self._stale) and letters < AT_ONCE:
                letters += len(self.proof.shown[self._stale[count]].text)
                count += 1
            self._restyle(count)
            return
        with self.quietly():
            more = self.come()
        if not more:
            self._pours.stop()

    def _near(self) -> set[int]:
        """The blocks in sight and half a page around it, and those of the caret's ends."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        near = set(self.proof.in_sight(top - height // 2, top + height + height // 2))
        cursor = self.textCursor()
        ends = (cursor.anchor(), cursor.position())
        return near.union(self.document().findBlock(at).blockNumber() for at in ends)

    def catch_up(self, *points: Point) -> None:
        """Show now what waits to be as it is: all of it, or the blocks of these points."""
        if not self._stale or self.is_composing:
            return
        wanted = {point.index for point in points} or set(self._stale)
        self._stale.sort(key=lambda index: index not in wanted)
        self._restyle(len(wanted.intersection(self._stale)))

    def finish(self) -> None:
        """Show all of the page now, for whoever asks about what did not come yet."""
        self._pours.stop()
        self._restyle(len(self._stale))
        if self._rest:
            more, self._rest = self._rest, ()
            with self.quietly():
                self.proof.append(more)

    def _restyle(self, count: int) -> None:
        """Give the first blocks that wait for it text and type; what is in sight stays there."""
        if not count:
            return
        batch, self._stale = self._stale[:count], self._stale[count:]
        with self.in_place():
            self.proof.settle(batch, QTextCursor(self.document()))
        if not self._stale:
            self._mark()

    def _kept_caret(self) -> Kept | None:
        """The caret's and the selection's other end as raw places, if they have any.

        None too where an input is ahead of the reading: then the caret is right as it is.
        """
        cursor = self.textCursor()
        if not self.proof.shown or self.document().blockCount() != len(self.proof.shown):
            return None
        ends = [self.point(at) for at in (cursor.anchor(), cursor.position())]
        for end in ends:
            one = self.proof.shown[end.index]
            now = self.document().findBlockByNumber(end.index).text()
            if one.asking or one.typed or now != one.text:
                return None
        anchor, caret = (self.proof.raw(end, after=self.at_end(end)) for end in ends)
        return Kept(anchor, caret, ends[0] > ends[1], _ink(cursor))

    def at_end(self, point: Point) -> bool:
        """Whether a point stands behind the last character of its block."""
        return point.out_at > 0 and point.out_at == len(self.proof.shown[point.index].block.text)

    def _put_caret(self, kept: Kept) -> None:
        """The same text is selected again, wherever it went; else there is only the caret."""
        chosen = bool(kept.ink)
        anchor = self.proof.find(*kept.anchor, ends=chosen and kept.back)
        caret = self.proof.find(*kept.caret, ends=chosen and not kept.back)
        if anchor is None or caret is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(anchor))
        cursor.setPosition(self.proof.position(caret), QTextCursor.MoveMode.KeepAnchor)
        if _ink(cursor) != kept.ink:
            cursor.clearSelection()
        self.setTextCursor(cursor)

    def set_scale(self, scale: float) -> None:
        """Text `scale` times its size."""
        self._scale = scale
        self.refresh_theme()

    def set_face(self, face: Face) -> None:
        """Set articles in another type."""
        if face != self._face:
            self._face = face
            self.refresh_theme()

    def refresh_theme(self) -> None:
        """Set everything anew in the present theme."""
        self.proof.look = ProofType(theme.current(), self._scale, self._face)
        if not self.proof.shown:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self.proof.in_sight(top, top + height)
        self._stale = [*seen, *(i for i in range(len(self.proof.shown)) if i not in seen)]
        with self.in_place():
            self._set_measure()
        self._restyle(len(seen))
        self._mark()
        self.viewport().update()
        self._pours.start()

    def _set_measure(self) -> None:
        """Centre the sheets; their measure is a whole number of em."""
        look, frame = self.proof.look, self.document().rootFrame()
        room, before = self.viewport().width(), look.width
        width = look.text_width(room)
        if width != before:
            self.set_headlines()
        shape = frame.frameFormat()
        side = max(0, (room - width) // 2)
        # Qt heeds no white over a document's first block
        wanted = (side, max(0, room - width - side), GAP + look.pad_top, look.pad_bottom + GAP)
        ends = (shape.leftMargin(), shape.rightMargin(), shape.topMargin(), shape.bottomMargin())
        if ends == wanted:
            return  # else all of it is laid out anew
        shape.setLeftMargin(wanted[0])
        shape.setRightMargin(wanted[1])
        shape.setTopMargin(wanted[2])
        shape.setBottomMargin(wanted[3])
        with self.quietly():
            frame.setFrameFormat(shape)

    def set_headlines(self) -> None:
        """Break headlines and fill lines anew: there is other room, or words are known."""
        if self.is_composing or self.document().blockCount() != len(self.proof.shown):
            return  # what is being made anew (the scroll bar may go meanwhile) is broken then
        top, held = self.verticalScrollBar().value(), set(self._stale)
        seen = self.proof.in_sight(top, top + self.viewport().height())
        spreads = self.proof.look.spreads
        every = enumerate(self.proof.shown)
        heads = [at for at, one in every if one.block.role.heads or spreads(one)]
        heads.sort(key=lambda at: at not in seen)
        first, rest = heads[:HEADS], heads[HEADS:]
        waits = [at for at in self._stale if at not in set(first)]
        self._stale = [*first, *waits, *(at for at in rest if at not in held)]
        with self.quietly():
            self._restyle(len(first))
        if self._stale:
            self._pours.start()

    def point(self, position: int) -> Point:
        """The point of a position in Qt's document."""
        return self.proof.point(position)
