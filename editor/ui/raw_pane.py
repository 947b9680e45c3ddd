"""The raw text, painted as it came: numbers, gutter by role, joints, doubts, corrections.

Draws only the rows that are visible, one `QTextLayout` each. The text cannot be changed here;
what changes is what it means. The pane tells where it looks and is told where to look; it never
answers what it was told.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.model.decisions import Decisions
from editor.model.places import Place, Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Role
from editor.ui import fonts, qt_text, raw_paint, theme
from editor.ui.raw_layout import RawLayout, RawMarks
from editor.ui.target import Target

NAME = "raw"
KEPT = 400
"""Row layouts that are kept for the next paint."""

_MOVES = {
    QKeySequence.StandardKey.MoveToNextChar: ("char", 1),
    QKeySequence.StandardKey.MoveToPreviousChar: ("char", -1),
    QKeySequence.StandardKey.MoveToNextWord: ("word", 1),
    QKeySequence.StandardKey.MoveToPreviousWord: ("word", -1),
    QKeySequence.StandardKey.MoveToNextLine: ("row", 1),
    QKeySequence.StandardKey.MoveToPreviousLine: ("row", -1),
    QKeySequence.StandardKey.MoveToNextPage: ("page", 1),
    QKeySequence.StandardKey.MoveToPreviousPage: ("page", -1),
    QKeySequence.StandardKey.MoveToStartOfLine: ("edge", -1),
    QKeySequence.StandardKey.MoveToEndOfLine: ("edge", 1),
    QKeySequence.StandardKey.MoveToStartOfDocument: ("end", -1),
    QKeySequence.StandardKey.MoveToEndOfDocument: ("end", 1),
}
_SELECTS = {
    QKeySequence.StandardKey.SelectNextChar: ("char", 1),
    QKeySequence.StandardKey.SelectPreviousChar: ("char", -1),
    QKeySequence.StandardKey.SelectNextWord: ("word", 1),
    QKeySequence.StandardKey.SelectPreviousWord: ("word", -1),
    QKeySequence.StandardKey.SelectNextLine: ("row", 1),
    QKeySequence.StandardKey.SelectPreviousLine: ("row", -1),
    QKeySequence.StandardKey.SelectNextPage: ("page", 1),
    QKeySequence.StandardKey.SelectPreviousPage: ("page", -1),
    QKeySequence.StandardKey.SelectStartOfLine: ("edge", -1),
    QKeySequence.StandardKey.SelectEndOfLine: ("edge", 1),
    QKeySequence.StandardKey.SelectStartOfDocument: ("end", -1),
    QKeySequence.StandardKey.SelectEndOfDocument: ("end", 1),
}


class RawPane(QAbstractScrollArea):
    """A page's source. Signals: `placed` (a Place), `scrolled` (raw_at, pixels from the top)."""

    placed = Signal(object)
    scrolled = Signal(int, int)
    painted = Signal()
    menu_asked = Signal(object)
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setObjectName("raw")
        self.setAccessibleName(self.tr("Raw text"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAcceptDrops(False)
        self._page = Page("", Source(""))
        self._reading = Reading()
        self._marks = RawMarks(self._reading, Decisions())
        self._folded = True
        self._layout = RawLayout.of(self._page.source, folded=True)
        self._kept: dict[int, QTextLayout] = {}
        self._caret = self._anchor = 0
        self._column: float | None = None
        self._follows = False
        self._scale = 1.0
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._blinked)
        self._lit = True
        self._set_fonts()
        self._lay_out()
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)

    # -- what is shown ---------------------------------------------------------------------

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page, with its reading where there is one."""
        fresh = page.source is not self._page.source
        self._page = page
        self._reading = reading or Reading()
        self._marks = RawMarks(self._reading, page.decisions if reading else Decisions())
        self._kept.clear()
        if fresh:
            self._caret = self._anchor = 0
            self._lay_out()
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def set_folded(self, folded: bool) -> None:
        """Fold blank lines to nothing, or show them."""
        top = self._layout.rows[self._top_row()].span.start
        self._folded = folded
        self._lay_out()
        self._scroll_to(top, 0)

    def set_scale(self, scale: float) -> None:
        """Text `scale` times its size."""
        top = self._layout.rows[self._top_row()].span.start
        self._scale = scale
        self._set_fonts()
        self._lay_out()
        self._scroll_to(top, 0)

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self._kept.clear()
        self.viewport().update()

    def follow(self, place: Place, *, jump: bool = False) -> None:
        """Show what another view looks at; this view does not answer.

        `jump`: bring it to a third of the height unless it is well in sight already.
        """
        self._follows = True
        try:
            self._anchor = self._layout.clamp(place.span.start)
            self._caret = self._layout.clamp(place.span.end)
            room = self.viewport().height()
            if jump and not self._head < self.caret_rect().top() < room // 2:
                self._scroll_to(self._caret, room // 3)
            self._show_caret()
        finally:
            self._follows = False
        self.viewport().update()

    def follow_scroll(self, raw_at: int, offset: int) -> None:
        """Bring the row of `raw_at` to `offset` pixels below the top; do not answer."""
        self._follows = True
        try:
            self._scroll_to(raw_at, offset)
        finally:
            self._follows = False

    def target(self) -> Target:
        """What a command would act on."""
        start, end = sorted((self._anchor, self._caret))
        line = self._layout.line_span(self._caret)
        selected = start < end
        ink = self._page.source.next_ink(line.start)
        return Target(
            self._page,
            self._reading,
            start if selected else self._caret,
            spans=(Span(start, end) if selected else line,),
            unit_at=line.start if ink is None or ink >= line.end else ink,
            selected=selected,
        )

    def place(self) -> Place:
        """Where the caret is, or what is selected."""
        return Place(self._page.key, Span(*sorted((self._anchor, self._caret))), NAME)

    def joins_before(self) -> bool:
        """Whether Backspace here joins: a caret before a line's first printed character."""
        start = self._layout.line_span(self._caret).start
        before = self._page.source.text[start : self._caret]
        return self._anchor == self._caret and not before.strip()

    def selected_text(self) -> str:
        """The selected raw text, as it is on the page."""
        start, end = sorted((self._anchor, self._caret))
        return self._page.source.text[start:end]

    def select_all(self) -> None:
        """Select the whole page."""
        self._anchor = 0
        self._move_to(len(self._page.source.text), keep=True)

    # -- geometry --------------------------------------------------------------------------

    def _set_fonts(self) -> None:
        self._font = fonts.raw_font(self._scale)
        self._bold = fonts.raw_font(self._scale, bold=True)
        self._number_font = fonts.desk_font(self.font(), 11 * self._scale)
        self._em = float(self._font.pixelSize())
        self._row = round(self._em * 1.5)
        self._head = round(20 * max(1.0, self._scale))
        self._kept.clear()

    def _lay_out(self) -> None:
        self._layout = RawLayout.of(self._page.source, folded=self._folded)
        self._kept.clear()
        digits = len(str(self._layout.rows[-1].line))
        number = QFontMetricsF(self._number_font).horizontalAdvance("0") * max(3, digits)
        self._bar_x = round(14 + number + 10)
        self._text_x = self._bar_x + 16
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        height = self.viewport().height() - self._head
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self._layout.rows) * self._row + self._row - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(self._row)
        longest = max(row.span.end - row.span.start for row in self._layout.rows)
        over = self._text_x + longest * self._em + 2 * self._em - self.viewport().width()
        side = self.horizontalScrollBar()
        side.setRange(0, max(0, round(over)) if longest > 60 else 0)
        side.setPageStep(max(1, self.viewport().width()))
        side.setSingleStep(round(self._em))

    def _top_row(self) -> int:
        return min(self.verticalScrollBar().value() // self._row, len(self._layout.rows) - 1)

    def _y_of(self, row: int) -> int:
        return self._head + row * self._row - self.verticalScrollBar().value()

    def _scroll_to(self, raw_at: int, offset: int) -> None:
        row = self._layout.row_at(raw_at)
        self.verticalScrollBar().setValue(row * self._row + self._head - offset)

    def row_text(self, index: int) -> QTextLayout:
        """The row laid out for painting and measuring."""
        kept = self._kept.get(index)
        if kept is not None:
            return kept
        row = self._layout.rows[index]
        raw = self._page.source.text[row.span.start : row.span.end]
        layout = QTextLayout(qt_text.shown(raw), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(raw_paint.formats(row, raw, self._marks, theme.current(), self._bold))
        layout.beginLayout()
        layout.createLine().setLineWidth(1e6)
        layout.endLayout()
        if len(self._kept) > KEPT:
            self._kept.clear()
        self._kept[index] = layout
        return layout

    def x_of(self, index: int, raw_at: int) -> float:
        """Where the place stands in its row, in pixels from the text's left edge."""
        row = self._layout.rows[index]
        raw = self._page.source.text[row.span.start : row.span.end]
        qt_at = qt_text.to_qt(raw, raw_at - row.span.start)
        line = self.row_text(index).lineAt(0)
        x: Any = line.cursorToX(qt_at)
        return float(x[0] if isinstance(x, tuple) else x)

    def _place_at(self, point: QPointF) -> int:
        index = int((point.y() - self._head + self.verticalScrollBar().value()) // self._row)
        index = max(0, min(index, len(self._layout.rows) - 1))
        x = point.x() - self._text_x + self.horizontalScrollBar().value()
        return self._place_in(index, x)

    def _place_in(self, index: int, x: float) -> int:
        row = self._layout.rows[index]
        raw = self._page.source.text[row.span.start : row.span.end]
        qt_at = self.row_text(index).lineAt(0).xToCursor(x)
        return row.span.start + qt_text.to_out(raw, qt_at)

    def caret_rect(self) -> QRect:
        """Where the caret is, in the viewport."""
        index = self._layout.row_at(self._caret)
        x = self._text_x + self.x_of(index, self._caret) - self.horizontalScrollBar().value()
        return QRect(round(x), self._y_of(index), 2, self._row)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that the event touches, then the ruler over them."""
        painter = QPainter(self.viewport())
        colours = theme.current()
        painter.fillRect(event.rect(), theme.colour(colours.panel))
        view = raw_paint.View(
            colours,
            self._row,
            self._em,
            self._bar_x,
            self._text_x - self.horizontalScrollBar().value(),
            self.viewport().width(),
            self._number_font,
            self._font,
        )
        first = self._top_row()
        last = min(len(self._layout.rows), first + self.viewport().height() // self._row + 2)
        start, end = sorted((self._anchor, self._caret))
        for index in range(first, last):
            row = self._layout.rows[index]
            top = self._y_of(index)
            if start < end and start <= row.span.end and end > row.span.start:
                left = self.x_of(index, max(start, row.span.start))
                right = self.x_of(index, min(end, row.span.end))
                right += self._em / 3 if end > row.span.end else 0
                raw_paint.selection(painter, view, top, left, right)
            raw_paint.row(
                painter,
                view,
                row,
                top,
                self.row_text(index),
                self._marks,
                partial(self.x_of, index),
            )
        self._paint_caret(painter, view)
        measures = self._reading.habits.measures
        rect = QRectF(0, 0, self.viewport().width(), self._head)
        raw_paint.ruler(painter, view, rect, measures[0] if measures else 0.0, self._measure_text())
        painter.end()
        if self._page.source.text:
            self.painted.emit()

    def _measure_text(self) -> str:
        measures = self._reading.habits.measures
        if not measures:
            return ""
        return self.tr("Column {0} em").format(f"{measures[0]:g}")

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

    # -- moving ----------------------------------------------------------------------------

    def _move_to(self, raw_at: int, *, keep: bool) -> None:
        self._caret = raw_at
        if not keep:
            self._anchor = raw_at
        self._lit = True
        self._show_caret()
        self.viewport().update()
        self.placed.emit(self.place())

    def _show_caret(self) -> None:
        top = self._layout.row_at(self._caret) * self._row
        bar, height = self.verticalScrollBar(), self.viewport().height() - self._head
        if top < bar.value() + self._row:
            bar.setValue(top - self._row)
        elif top + 2 * self._row > bar.value() + height:
            bar.setValue(top + 2 * self._row - height)
        side = self.horizontalScrollBar()
        if side.maximum():
            x = self.caret_rect().x()
            if x < self._text_x:
                side.setValue(side.value() + x - self._text_x)
            elif x > self.viewport().width() - 20:
                side.setValue(side.value() + x - self.viewport().width() + 40)

    def _moved(self, unit: str, step: int) -> int:
        rows, at = self._layout.rows, self._caret
        index = self._layout.row_at(at)
        row = rows[index]
        if unit in ("row", "page"):
            if self._column is None:
                self._column = self.x_of(index, at)
            page = max(1, (self.viewport().height() - self._head) // self._row - 1)
            to = index + step * (page if unit == "page" else 1)
            return self._place_in(max(0, min(to, len(rows) - 1)), self._column)
        self._column = None
        if unit == "edge":
            return row.span.start if step < 0 else row.span.end
        if unit == "end":
            return 0 if step < 0 else rows[-1].span.end
        if unit == "word":
            raw = self._page.source.text[row.span.start : row.span.end]
            qt_at = qt_text.to_qt(raw, at - row.span.start)
            words = self.row_text(index)
            moved = words.nextCursorPosition(qt_at, QTextLayout.CursorMode.SkipWords)
            if step < 0:
                moved = words.previousCursorPosition(qt_at, QTextLayout.CursorMode.SkipWords)
            if moved != qt_at:
                return row.span.start + qt_text.to_out(raw, moved)
        if step > 0:
            if at < row.span.end:
                return at + 1
            return rows[index + 1].span.start if index + 1 < len(rows) else at
        if at > row.span.start:
            return at - 1
        return rows[index - 1].span.end if index else at

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the caret; everything else belongs to commands."""
        for table, keep in ((_MOVES, False), (_SELECTS, True)):
            for key, (unit, step) in table.items():
                if event.matches(key):
                    self._move_to(self._moved(unit, step), keep=keep)
                    return
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret where the mouse is; with Shift, select up to there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._column = None
            keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_to(self._place_at(event.position()), keep=keep)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(self._place_at(event.position()), keep=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the line."""
        if event.button() is Qt.MouseButton.LeftButton:
            line = self._layout.line_span(self._place_at(event.position()))
            self._anchor = line.start
            self._move_to(line.end, keep=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of gestures at the mouse or the caret."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.caret_rect().bottomLeft())
        else:
            at = self._place_at(QPointF(self.viewport().mapFromGlobal(point)))
            start, end = sorted((self._anchor, self._caret))
            if not start <= at <= end or start == end:
                self._move_to(at, keep=False)
        self.menu_asked.emit(point)

    def _was_scrolled(self) -> None:
        self.viewport().update()
        if self._follows or not self.isVisible():
            return
        third = self._head + (self.viewport().height() - self._head) // 3
        first = self._top_row()
        last = min(len(self._layout.rows), first + self.viewport().height() // self._row)
        body = [i for i in range(first, last) if self._is_body(i)]
        if body:
            index = min(body, key=lambda i: abs(self._y_of(i) - third))
            self.scrolled.emit(self._layout.rows[index].span.start, self._y_of(index))

    def _is_body(self, index: int) -> bool:
        roles = {role for _, role in self._marks.roles(self._layout.rows[index].span)}
        return Role.BODY in roles

    # -- Qt's own --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the scroll ranges right."""
        super().resizeEvent(event)
        self._set_bars()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the caret."""
        super().focusInEvent(event)
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)
        self._lit = True
        self.viewport().update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Dim the caret."""
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay out again when the desk's font changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_kept"):
            self._set_fonts()
            self._lay_out()
