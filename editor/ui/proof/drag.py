"""Text carried by the mouse: out of the proof, into it, and from one place of it to another.

What is moved is put in first and taken out then, both as corrections and one step: what is
dragged is never between two places.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QWidget

from editor.editing.typing import Then, TypeText
from editor.model.places import Span
from editor.ui.lists.article_list import carried_text
from editor.ui.look import theme
from editor.ui.proof.places import Point
from editor.ui.proof.typing import ProofInput, plain_text

MOVE = "move"


class ProofDrag(ProofInput):
    """The proof with a mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is carried."""
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._carried: tuple[Point, Point] | None = None
        self._drop: QTextCursor | None = None
        self.setAcceptDrops(True)

    # -- taking up -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret; a press on what is selected may take it up."""
        here = event.position().toPoint()
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and not self.is_composing and self._is_selected(here):
            self._pressed = here
            return
        self._pressed, self.presses = None, True
        super().mousePressEvent(event)
        self.lost_composition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take up what was pressed on once the mouse has moved some way."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self._take_up()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """What was pressed on and not taken up was clicked on: the caret goes there."""
        if self._pressed is None:
            super().mouseReleaseEvent(event)
        else:
            self._pressed = None
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self.presses = False
        if event.button() is Qt.MouseButton.LeftButton:
            self.was_clicked()

    def _is_selected(self, here: QPoint) -> bool:
        """Whether the text under a point of the viewport is selected."""
        cursor, there = self.textCursor(), QPoint(here)
        there.setY(here.y() + self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(there, Qt.HitTestAccuracy.ExactHit)
        return cursor.hasSelection() and cursor.selectionStart() <= hit <= cursor.selectionEnd()

    def _take_up(self) -> None:
        ends = self.selection()
        if ends is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.createMimeDataFromSelection())
        self._carried = ends
        try:
            self.carry(drag)
        finally:
            self._carried = None
            self._show_drop(None)

    def carry(self, drag: QDrag) -> None:
        """Carry until it is dropped. What another program took stays on the page."""
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    # -- putting down ----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Text may come in; files are for the window."""
        self._allow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where it would go."""
        if self._allow(event):
            self._show_drop(self.cursorForPosition(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """It went elsewhere."""
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Put it there: moved within the proof (copied with Ctrl), inserted from outside."""
        self.catch_up()
        self._show_drop(None)
        if not self._allow(event):
            return
        to = self.point(self.cursorForPosition(event.position().toPoint()).position())
        lines = carried_text(event.mimeData())
        if lines and not event.mimeData().hasText():
            whole = Span(min(s.start for s in lines), max(s.end for s in lines))
            self.lines_dropped.emit(whole, self.proof.shown[to.index].block.article)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._carried is not None and not copies:
            self._move(*self._carried, to)
            return
        text = plain_text(event.mimeData())
        self.go(to)
        self.replace_selection(text, name=MOVE)
        self._select_put(to, text)

    def _allow(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        text = data.hasText() or bool(carried_text(data))
        allowed = bool(self.proof.shown) and text and not data.hasUrls()
        if not allowed or self.is_composing:
            event.ignore()
            return False
        event.acceptProposedAction()
        return True

    def _show_drop(self, at: QTextCursor | None) -> None:
        self._drop = at
        self.viewport().update()

    def _move(self, first: Point, last: Point, to: Point) -> None:
        """Put what stands from `first` to `last` in at `to`, and take it out where it was."""
        if first <= to <= last:
            return
        text = self.text_between(first, last)
        self.go(to)
        self.replace_selection(text, name=MOVE)
        start, end = (_behind(point, to, text) for point in (first, last))
        if self.text_between(start, end) != text:
            return  # it could not be put there as it is: then it stays where it was too
        count = len(self.proof.shown)
        if start.index == end.index:
            block = self.proof.shown[start.index].block
            gone = TypeText(block.text, start.out_at, end.out_at, "", MOVE, block.role)
            self.gestured.emit(Then(gone))
        else:
            self.gestured.emit(Then(self.across(start, end, "", MOVE)))
        if to > last:
            behind = to.out_at - last.out_at + first.out_at if to.index == last.index else to.out_at
            to = Point(to.index - count + len(self.proof.shown), behind)
        self._select_put(to, text)

    def _select_put(self, to: Point, text: str) -> None:
        """Select what was put in, where it can be seen whole."""
        end = _behind(to, to, text)
        if self.text_between(to, end) == text:
            self.select(to, end)
        self.tell_place()

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A bar where text would be dropped."""
        super().paintEvent(event)
        if self._drop is not None:
            painter = QPainter(self.viewport())
            bar = self.cursorRect(self._drop)
            bar.setWidth(2)
            painter.fillRect(bar, theme.colour(self.proof.look.theme.accent))
            painter.end()


def _behind(point: Point, at: Point, text: str) -> Point:
    """Where a point is once `text` was put in at `at`."""
    if point < at:
        return point
    lines = text.count("\n")
    if point.index > at.index:
        return Point(point.index + lines, point.out_at)
    last = len(text) - text.rfind("\n") - 1
    return Point(point.index + lines, point.out_at + last - (at.out_at if lines else 0))
