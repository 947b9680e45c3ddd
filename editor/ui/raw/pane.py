"""The raw text as one moves in it: caret and selection by key and mouse, in step with others.

The pane tells where it looks and is told where to look; it never answers what it was told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from editor.model.places import Place, Span
from editor.model.structure import Role
from editor.ui.raw.view import RawView
from editor.ui.third_click import ThirdClick

if TYPE_CHECKING:  # the text is shown before anything of these is loaded
    from editor.ui.target import Target

NAME = "raw"


class RawPane(RawView):
    """A page's source. Signals: `placed` (a Place), `scrolled` (raw_at, pixels from the top)."""

    placed = Signal(object)
    scrolled = Signal(int, int)
    menu_asked = Signal(object)
    focused = Signal()
    typed_in_vain = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setObjectName("raw")
        self.setAccessibleName(self.tr("Raw text"))
        self._column: float | None = None
        self._follows = False
        self._pressed: QPoint | None = None
        self._took_word = False
        self._third = ThirdClick(self)
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)

    # -- places ----------------------------------------------------------------------------

    def follow(self, place: Place, *, jump: bool = False, level: int | None = None) -> None:
        """Show what another view looks at; this view does not answer.

        `jump`: bring it to a third of the height unless it is well in sight already. `level`:
        where the other view has it, in pixels from the top; there it comes if it was out of sight.
        """
        self._follows = True
        self._repaint_selection()
        try:
            self._anchor = self._rows.layout.clamp(place.span.start)
            self._caret = self._rows.layout.clamp(place.span.end)
            room = self.viewport().height()
            if jump and not self._rows.head < self.caret_rect().top() < room // 2:
                self._scroll_to(self._caret, room // 3)
            rect = self.caret_rect()
            out = rect.top() < self._rows.head or rect.bottom() > room - self._rows.height
            if level is not None and out:
                least, most = self._rows.head + self._rows.height, room - 2 * self._rows.height
                self._scroll_to(self._caret, max(least, min(level, most)))
            self._show_caret()
        finally:
            self._follows = False
        self._repaint_selection()

    @property
    def level(self) -> int:
        """How far from the top the caret stands, in pixels."""
        return self.caret_rect().top()

    def follow_scroll(self, raw_at: int, offset: int) -> None:
        """Bring the row of `raw_at` to `offset` pixels below the top; do not answer."""
        self._follows = True
        try:
            self._scroll_to(raw_at, offset)
        finally:
            self._follows = False

    def target(self) -> Target:
        """What a command would act on. Only a page that was read has targets."""
        from editor.ui.target import Target

        assert self._page is not None and self._reading is not None
        start, end = sorted((self._anchor, self._caret))
        line = self._rows.layout.line_span(self._caret)
        selected = start < end
        ink = self._source.next_ink(line.start)
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
        key = self._page.key if self._page is not None else ""
        return Place(key, Span(*sorted((self._anchor, self._caret))), NAME)

    def joins_before(self) -> bool:
        """Whether Backspace here joins: a caret before a line's first printed character."""
        start = self._rows.layout.line_span(self._caret).start
        before = self._source.text[start : self._caret]
        return self._anchor == self._caret and not before.strip()

    def selected_text(self) -> str:
        """The selected raw text, as it is on the page."""
        start, end = sorted((self._anchor, self._caret))
        return self._source.text[start:end]

    def select_all(self) -> None:
        """Select the whole page."""
        self._anchor = 0
        self._move_to(len(self._source.text), keep=True)

    # -- moving ----------------------------------------------------------------------------

    def _move_to(self, raw_at: int, *, keep: bool) -> None:
        self._repaint_selection()
        self._caret = raw_at
        if not keep:
            self._anchor = raw_at
        self._lit = True
        self._show_caret()
        self._repaint_selection()
        self.placed.emit(self.place())

    def _show_caret(self) -> None:
        top = self._rows.layout.row_at(self._caret) * self._rows.height
        bar, height = self.verticalScrollBar(), self.viewport().height() - self._rows.head
        if top < bar.value() + self._rows.height:
            bar.setValue(top - self._rows.height)
        elif top + 2 * self._rows.height > bar.value() + height:
            bar.setValue(top + 2 * self._rows.height - height)
        side = self.horizontalScrollBar()
        if side.maximum():
            x = self.caret_rect().x()
            if x < self._text_x:
                side.setValue(side.value() + x - self._text_x)
            elif x > self.viewport().width() - 20:
                side.setValue(side.value() + x - self.viewport().width() + 40)

    def _moved(self, unit: str, step: int) -> int:
        if unit not in ("row", "page"):
            self._column = None
            return self._rows.moved(self._caret, unit, step)
        index = self._rows.layout.row_at(self._caret)
        if self._column is None:
            self._column = self._rows.x_of(index, self._caret)
        page = max(1, (self.viewport().height() - self._rows.head) // self._rows.height - 1)
        to = index + step * (page if unit == "page" else 1)
        return self._rows.place_in(self._rows.clamped(to), self._column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the caret; everything else belongs to commands."""
        from editor.ui.raw.moves import move_of

        move = move_of(event)
        if move is not None:
            unit, step, keep = move
            self._move_to(self._moved(unit, step), keep=keep)
            return
        erases = event.key() in (QtCore.Qt.Key.Key_Delete, QtCore.Qt.Key.Key_Backspace)
        if erases or (event.text() and event.text().isprintable()):
            self.typed_in_vain.emit()
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret where the mouse is; with Shift, select up to there."""
        if event.button() is not QtCore.Qt.MouseButton.LeftButton:
            return
        self._column = None
        if self._third.is_at(event.position()):
            self._select(self._rows.layout.line_span(self._caret))
            self._took_word = True
            return
        keep = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
        at = self._place_at(event.position())
        start, end = sorted((self._anchor, self._caret))
        if start < at < end and not keep and self._reading is not None:
            self._pressed = event.position().toPoint()  # a click there, or the start of a drag
            return
        self._move_to(at, keep=keep)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select while the button is held; what was selected before is dragged."""
        if not event.buttons() & QtCore.Qt.MouseButton.LeftButton or self._took_word:
            return  # a hand that trembles while it double-clicks selects nothing else
        if self._pressed is None:
            self._move_to(self._place_at(event.position()), keep=True)
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click into what is selected puts the caret there."""
        self._took_word = False
        if self._pressed is not None:
            self._pressed = None
            self._move_to(self._place_at(event.position()), keep=False)

    def _drag(self) -> None:
        """Drag what is selected, to an article in the outline."""
        from editor.ui.lists.article_list import text_data

        data = text_data((self.place().span,))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(QtCore.Qt.DropAction.MoveAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the word; a third click selects the line."""
        if event.button() is not QtCore.Qt.MouseButton.LeftButton:
            return
        at = self._place_at(event.position())
        left = self._x_of(at) > event.position().x()  # the character before the place
        self._pressed = None
        self._select(self._rows.word_at(max(self._rows.layout.row_start(at), at - left)))
        self._took_word = True
        self._third.await_at(event.position())

    def _select(self, span: Span) -> None:
        self._repaint_selection()
        self._anchor = span.start
        self._move_to(span.end, keep=True)

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
        if self._follows or not self.isVisible():
            return
        third = self._rows.head + (self.viewport().height() - self._rows.head) // 3
        first = self._top_row()
        last = min(self._rows.count, first + self.viewport().height() // self._rows.height)
        body = [i for i in range(first, last) if self._is_body(i)]
        if body:
            index = min(body, key=lambda i: abs(self._y_of(i) - third))
            self.scrolled.emit(self._rows.layout.rows[index].span.start, self._y_of(index))

    def _is_body(self, index: int) -> bool:
        roles = {role for _, role in self._rows.marks.roles(self._rows.layout.rows[index].span)}
        return Role.BODY in roles

    # -- Qt's own --------------------------------------------------------------------------

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
