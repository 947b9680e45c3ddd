"""The raw text, painted as it came: numbers, gutter by role, joints, doubts, corrections.

Draws only the rows that are visible, one `QTextLayout` each, and of these only what looks
different. The text cannot be changed here; what changes is what it means.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.model.places import Span
from editor.model.source import Source
from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.raw import paint as raw_paint
from editor.ui.raw.layout import AT_ONCE, RawLayout, RawMarks
from editor.ui.raw.rows import RawRows

if TYPE_CHECKING:  # the text is shown before anything of these is loaded
    from editor.model.project import Page
    from editor.model.reading import Reading


REST = 40
"""Milliseconds after a paint until rows near those in sight are laid out."""
AHEAD = 8
"""Rows that are laid out in one go: some two milliseconds."""


class RawView(QAbstractScrollArea):
    """A page's source with a caret and a selection that others move."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # Of one that Qt had made Python would ask which of all kinds of widgets it is.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self.setAcceptDrops(False)
        self._source = Source("")
        self._page: Page | None = None
        self._reading: Reading | None = None
        self._rows = RawRows()
        self._caret = self._anchor = 0
        self._scale = 1.0
        self._spaces = False
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._blinked)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self._dirty = QRegion()
        self._before: RawMarks | None = None
        self._repaints = QTimer(self)
        self._repaints.setSingleShot(True)
        self._repaints.timeout.connect(self._repaint_now)
        self._lit = True
        self._next: tuple[RawLayout, int] | None = None
        self._grows = QTimer(self)
        self._grows.timeout.connect(self._grow)
        self._lit_spans: tuple[Span, ...] = ()
        self._hits: Sequence[Span] = ()
        self._role_marks = {
            Role.KICKER: self.tr("K"),
            Role.HEADLINE: self.tr("H"),
            Role.SUBHEAD: self.tr("S"),
            Role.BYLINE: self.tr("B"),
            Role.DATELINE: self.tr("D"),
            Role.CROSSHEAD: self.tr("X"),
            Role.NOTE: self.tr("N"),
            Role.CAPTION: self.tr("C"),
            Role.FURNITURE: self.tr("F"),
        }
        self._lay_out()

    def furnish(self) -> None:
        """Take what the first paint does without."""
        self.viewport().setCursor(QtCore.Qt.CursorShape.IBeamCursor)

    # -- what is shown ---------------------------------------------------------------------

    def set_source(self, source: Source) -> None:
        """Show a text of which nothing is known yet."""
        self._page = self._reading = None
        self._rows.set_marks(RawMarks())
        self._show(source)

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page, with its reading where there is one; what looks the same stays."""
        measure = self._measure()
        if self._before is None:
            self._before = self._rows.marks
        self._page, self._reading = page, reading
        marks = self._rows.marks.then(reading, page.decisions) if reading else RawMarks()
        self._rows.set_marks(marks)
        if page.source is not self._source or measure != self._measure():
            self._show(page.source)
        self._repaint(QRect())

    def _repaint_changed(self) -> None:
        """Paint the rows again that look different since the last time."""
        before, self._before = self._before, None
        if before is None or before is self._rows.marks:
            return
        sight = self._in_sight()
        spans = [row.span for row in self._rows.layout.rows[sight.start : sight.stop]]
        for marks in (before, self._rows.marks):
            marks.look_at(spans)
        for index, span in zip(sight, spans, strict=True):
            if before.looks(span) != self._rows.marks.looks(span):
                self._dirty += self._row_rect(index)

    def _show(self, source: Source) -> None:
        if source is not self._source:
            self._source, self._before = source, None
            self._caret = self._anchor = 0
            self._lay_out()
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
            self.viewport().update()
        else:
            self._repaint()

    def set_folded(self, folded: bool) -> None:
        """Fold blank lines to nothing, or show them."""
        top = self._rows.layout.rows[self._top_row()].span.start
        self._rows.folded = folded
        self._next = RawLayout.of(self._source, folded=folded), top
        self._grow()
        self._grows.start()

    def set_spaces(self, shown: bool) -> None:
        """Show white space and line ends, or leave them white."""
        self._spaces = shown
        self.viewport().update()

    def _paint_spaces(self, painter: QPainter, view: raw_paint.View, index: int, top: int) -> None:
        span, text = self._rows.layout.rows[index].span, self._source.text
        raw, ended = text[span.start : span.end], text[span.end : span.end + 1] == "\n"
        x_of = self._rows.x_of
        raw_paint.spaces(painter, view, top, raw, ended, lambda at: x_of(index, span.start + at))

    def set_scale(self, scale: float) -> None:
        """Text `scale` times its size."""
        top = self._rows.layout.rows[self._top_row()].span.start
        self._scale = scale
        self._rows.set_scale(scale)
        self._measure_type()
        self._scroll_to(top, 0)

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self._rows.forget()
        self.viewport().update()

    # -- geometry --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._next = None
        self._rows.lay_out(self._source)
        self._measure_type()
        self._grows.start()

    def _grow(self) -> None:
        """Lay out some more of a long text; other rows of it are shown once they reach the top."""
        layout, top = self._next or (self._rows.layout, 0)
        layout.rows.grow(layout.rows.reach + AT_ONCE)
        if self._next is not None and (layout.rows.whole or layout.rows.reach > top + AT_ONCE):
            self._next = None
            self._rows.take(layout)
            self._measure_type()
            self._scroll_to(top, 0)
        elif self._next is None:
            self._set_bars()
        if self._next is None and layout.rows.whole:
            self._grows.stop()

    def _measure_type(self) -> None:
        """Type, gutter and scroll ranges of the rows that there are."""
        self._number_font = fonts.desk_font(self.font(), 11 * self._scale)
        self._mark_font = fonts.desk_font(self.font(), 9 * self._scale)
        digits = len(str(len(self._source.line_starts)))
        number = QFontMetricsF(self._number_font).horizontalAdvance("0") * max(3, digits)
        self._bar_x = round(14 + number + 12)
        self._text_x = self._bar_x + 16
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        height = self.viewport().height() - self._rows.head
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._rows.count * self._rows.height + self._rows.height - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(self._rows.height)
        over = self._text_x + (self._rows.widest + 1) * self._rows.em - self.viewport().width()
        side = self.horizontalScrollBar()
        side.setRange(0, max(0, round(over)))
        side.setPageStep(max(1, self.viewport().width()))
        side.setSingleStep(round(self._rows.em))

    def _top_row(self) -> int:
        return min(self.verticalScrollBar().value() // self._rows.height, self._rows.count - 1)

    def _y_of(self, row: int) -> int:
        return self._rows.head + row * self._rows.height - self.verticalScrollBar().value()

    def _scroll_to(self, raw_at: int, offset: int) -> None:
        row = self._rows.layout.row_at(raw_at)
        self.verticalScrollBar().setValue(row * self._rows.height + self._rows.head - offset)

    def _place_at(self, point: QPointF) -> int:
        index = int(
            (point.y() - self._rows.head + self.verticalScrollBar().value()) // self._rows.height
        )
        x = point.x() - self._text_x + self.horizontalScrollBar().value()
        return self._rows.place_in(self._rows.clamped(index), x)

    @property
    def layout_of_rows(self) -> RawLayout:
        """The rows as they are shown now."""
        return self._rows.layout

    def band(self, first: int, last: int) -> tuple[float, float]:
        """Top and bottom of a stretch of rows in the viewport."""
        return float(self._y_of(first)), float(self._y_of(last) + self._rows.height)

    def span_in_sight(self) -> Span:
        """The raw text whose rows are in sight."""
        rows, sight = self._rows.layout.rows, self._in_sight()
        if not sight:
            return Span(0, 0)
        return Span(rows[sight[0]].span.start, rows[sight[-1]].span.end)

    def set_lit(self, spans: tuple[Span, ...]) -> None:
        """Show which stretches a ribbon under the mouse comes from."""
        self._lit_spans = spans
        self._repaint()

    def _paint_lit(self, painter: QPainter, view: raw_paint.View, index: int, top: int) -> None:
        row = self._rows.layout.rows[index].span
        for span in self._lit_spans:
            if span.overlaps(row):
                left = self._rows.x_of(index, max(span.start, row.start))
                right = self._rows.x_of(index, min(span.end, row.end))
                raw_paint.ground(painter, view, top, left, right)

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Show what was found: spans in raw order that do not overlap."""
        if spans or self._hits:
            self._hits = spans
            self._repaint()

    def _paint_hits(self, painter: QPainter, view: raw_paint.View, index: int, top: int) -> None:
        row = self._rows.layout.rows[index].span
        at = bisect_left(self._hits, row.start, key=lambda span: span.end)
        while at < len(self._hits) and self._hits[at].start <= row.end:
            span = self._hits[at]
            left = self._rows.x_of(index, max(span.start, row.start))
            right = self._rows.x_of(index, min(span.end, row.end))
            raw_paint.found(painter, view, top, left, right)
            at += 1

    def _x_of(self, raw_at: int) -> float:
        """Where a place stands in the viewport, from the left."""
        x = self._rows.x_of(self._rows.layout.row_at(raw_at), raw_at)
        return self._text_x + x - self.horizontalScrollBar().value()

    def caret_rect(self) -> QRect:
        """Where the caret is, in the viewport."""
        index = self._rows.layout.row_at(self._caret)
        return QRect(round(self._x_of(self._caret)), self._y_of(index), 2, self._rows.height)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that the event touches, then the ruler over them."""
        painter = QPainter(self.viewport())
        colours = theme.current()
        raw_paint.fill(painter, QRectF(event.rect()), colours.panel)
        view = raw_paint.View(
            colours,
            self._rows.height,
            self._rows.em,
            self._bar_x,
            self._text_x - self.horizontalScrollBar().value(),
            self.viewport().width(),
            partial(self._rows.number, self._number_font),
            self._number_font,
            self._mark_font,
            self._rows.font,
            self._role_marks,
        )
        start, end = sorted((self._anchor, self._caret))
        for index in self._in_sight():
            row = self._rows.layout.rows[index]
            top = self._y_of(index)
            if not event.region().intersects(self._row_rect(index)):
                continue
            self._paint_lit(painter, view, index, top)
            self._paint_hits(painter, view, index, top)
            if start < end and start <= row.span.end and end > row.span.start:
                left = self._rows.x_of(index, max(start, row.span.start))
                right = self._rows.x_of(index, min(end, row.span.end))
                right += self._rows.em / 3 if end > row.span.end else 0
                raw_paint.selection(painter, view, top, left, right)
            raw_paint.row(
                painter,
                view,
                row,
                top,
                self._rows.text(index),
                self._rows.marks,
                partial(self._rows.x_of, index),
            )
            if self._spaces:
                self._paint_spaces(painter, view, index, top)
        self._paint_caret(painter, view)
        rect = QRectF(0, 0, self.viewport().width(), self._rows.head)
        measure = self._measure()
        words = self.tr("Column {0} em").format(f"{measure:g}") if measure else ""
        raw_paint.ruler(painter, view, rect, measure, words)
        painter.end()
        if self._source.text:
            self.painted.emit()
            self._ahead.start(REST)

    def _in_sight(self) -> range:
        first = self._top_row()
        last = first + self.viewport().height() // self._rows.height + 2
        return range(first, min(self._rows.count, last))

    def _row_rect(self, index: int) -> QRect:
        return QRect(0, self._y_of(index), self.viewport().width(), self._rows.height)

    def _repaint(self, rect: QRect | None = None) -> None:
        """Paint a part of the viewport again, or all of it, and the rows that look different.

        Where another view has the focus, in the next turn: what is worked in never waits for it.
        """
        self._dirty += self.viewport().rect() if rect is None else rect
        if self.hasFocus():
            self._repaint_now()
        elif not self._repaints.isActive():
            self._repaints.start()

    def _repaint_now(self) -> None:
        self._repaint_changed()
        dirty, self._dirty = self._dirty, QRegion()
        if not dirty.isEmpty():
            self.viewport().update(dirty)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """All of it moves."""
        self._repaint()

    def _lay_out_ahead(self) -> None:
        if self._rows.lay_out_ahead(self._in_sight(), AHEAD):
            self._ahead.start(0)

    def _repaint_selection(self) -> None:
        """The rows from the one end of the selection to the other, or the caret's."""
        first, last = sorted(self._rows.layout.row_at(at) for at in (self._anchor, self._caret))
        self._repaint(self._row_rect(first).united(self._row_rect(last)))

    def _measure(self) -> float:
        """The column width that the page uses most, in em; 0 where unknown."""
        measures = self._reading.habits.measures if self._reading is not None else ()
        return measures[0] if measures else 0.0

    def _paint_caret(self, painter: QPainter, view: raw_paint.View) -> None:
        rect = self.caret_rect()
        if self.hasFocus():
            if self._lit:
                painter.fillRect(rect.adjusted(0, 2, 0, -2), theme.colour(view.theme.accent))
        elif self._caret or self._anchor:
            painter.fillRect(rect.adjusted(0, 3, -1, -3), theme.colour(view.theme.accent, 0.55))

    def _blinked(self) -> None:
        self._lit = not self._lit
        self.viewport().update(self.caret_rect().adjusted(-2, 0, 2, 0))

    # -- Qt's own --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the scroll ranges right."""
        super().resizeEvent(event)
        self._set_bars()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay out again when the desk's font changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_text_x"):
            self._measure_type()
