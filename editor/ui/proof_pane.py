"""The proof as it is edited in place.

What Qt does to the text is looked at once, right after it did it, as the change of one block;
it becomes a gesture, and the reading that comes back is what is shown. Inputs that would go
over the ends of a block never reach Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.editing.gestures import Gesture, Join, Split, TypeField
from editor.editing.typing import TypeAcross, TypeText
from editor.model.structure import Role
from editor.ui.proof_document import Point, starts
from editor.ui.proof_view import ProofView
from editor.ui.qt_text import change, to_out


class ProofPane(ProofView):
    """The proof with hands on it. `gestured` carries what was typed."""

    gestured = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self._edited: int | None = None
        self.document().contentsChange.connect(self._was_changed)

    # -- typing ----------------------------------------------------------------------------

    def _was_changed(self, position: int, removed: int, added: int) -> None:
        if not self._quiet and (removed or added):
            self._edited = position

    def _settle(self) -> None:
        """Find out what an input did to the text, and tell it as a gesture."""
        if self._edited is None:
            return
        position, self._edited = self._edited, None
        if self.document().blockCount() != len(self.proof.shown):
            with self.quietly():  # an input went over block ends: the reading stands
                self.proof.rebuild()
            return
        cursor = self.textCursor()
        block = cursor.block()
        if not block.position() <= position < block.position() + block.length():
            block = self.document().findBlock(position)
        self._tell_change(block, cursor)

    def _tell_change(self, block: QTextBlock, cursor: QTextCursor) -> None:
        index, now = block.blockNumber(), block.text()
        one = self.proof.shown[index]
        caret = to_out(now, cursor.positionInBlock()) if cursor.block() == block else len(now)
        start, end, put = change(one.text, now, caret)
        gesture: Gesture
        if one.asking:
            gesture = TypeField(one.block.article, Role.HEADLINE, (put,), name="type")
        else:
            gesture = TypeText(one.block.text, start, end, put)
        if start < end or put:
            self.gestured.emit(gesture)
        if not self.is_composing and index < len(self.proof.shown):
            with self.quietly():
                if block.text() != self.proof.shown[index].text:
                    self.proof.restore(index)
                elif one.block.dateline:
                    self.proof.style_block(index)
        if self.proof.shown and not self.is_composing:
            self.tell_place()

    def _over_blocks(self) -> tuple[Point, Point] | None:
        """The ends of the selection where they stand in different blocks."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = self.point(cursor.selectionStart()), self.point(cursor.selectionEnd())
        return ends if ends[0].index != ends[1].index else None

    def replace_selection(self, text: str) -> None:
        """Put `text` in place of what is selected, without Qt: for pasting and over blocks."""
        if not self.proof.shown:
            return
        cursor = self.textCursor()
        first = self.point(cursor.selectionStart())
        last = self.point(cursor.selectionEnd())
        one = self.proof.shown[first.index]
        raw_at, into = self.proof.raw(first, after=self.at_end(first))
        if one.asking:
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            self.gestured.emit(TypeField(one.block.article, Role.HEADLINE, lines))
            self.go(Point(first.index, len(self.proof.shown[first.index].block.text)))
            return
        blocks = [s.block.text for s in self.proof.shown[first.index : last.index + 1]]
        if len(blocks) == 1:
            self.gestured.emit(TypeText(blocks[0], first.out_at, last.out_at, text))
        else:
            self.gestured.emit(TypeAcross(tuple(blocks), first.out_at, last.out_at, text))
        place = self.proof.find(raw_at, into)
        if "\n" not in text and first.index < len(self.proof.shown):
            place = Point(first.index, first.out_at + len(text))
        elif place is not None:
            tail = text.count("\n")
            place = Point(place.index + tail, len(text) - text.rfind("\n") - 1)
        if place is not None and place.index < len(self.proof.shown):
            self.go(place)

    def follow_typed_break(self, gesture: Gesture) -> None:
        """Put the caret behind a break that was made or taken out inside typed text."""
        point = None
        match gesture:
            case Split(raw_at, into) if into:
                point = self.proof.find(raw_at, into + 1)
            case Join(raw_at, into) if into:
                point = self.proof.find(raw_at, into - 1)
        if point is not None:
            self.go(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Qt move and type inside one block; what goes over its ends is a gesture."""
        erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        types = bool(event.text()) and event.text().isprintable()
        if not self.proof.shown or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        if (erases or types) and self._over_blocks():
            self.replace_selection("" if erases else event.text())
            return
        cursor = self.textCursor()
        if erases and not cursor.hasSelection():
            if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
                return
            if event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
                later = self.point(cursor.position()).index + 1
                if later < len(self.proof.shown) and not self.in_field():
                    self.gestured.emit(Join(*starts(self.proof.shown[later])))
                return
        self._input(super().keyPressEvent, event)

    def _input(self, qt_handles: Callable[[Any], None], event: object) -> None:
        """Let Qt handle an input, then look at what it did."""
        before = self.textCursor()
        ends = before.anchor(), before.position()
        self.has_input, self._edited = True, None
        try:
            qt_handles(event)
        finally:
            self.has_input = False
        if self._edited is not None:
            self._settle()
        elif ends != (self.textCursor().anchor(), self.textCursor().position()):
            self.was_moved()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Compose in place; what is committed is typed, and what waited for it is shown then."""
        commit = event.commitString()
        if not self.proof.shown:
            event.ignore()
            return
        if (commit or event.preeditString()) and self._over_blocks():
            self.replace_selection("")
        if "\n" in commit or "\u2029" in commit:
            self.is_composing = False
            self.replace_selection(commit.replace("\u2029", "\n"))
            return
        self.is_composing = bool(event.preeditString())
        self._input(super().inputMethodEvent, event)
        if self.waits and not self.is_composing:
            self.show_reading(fresh=False)
            self.tell_place()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text, through a gesture."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if text:
            self.replace_selection(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Only text."""
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selected text as it is true, not as Qt shows it."""
        found = QMimeData()
        found.setText(self.selected_text())
        return found

    def selected_text(self) -> str:
        """What is selected, blocks as lines."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self.proof.shown:
            return ""
        first = self.point(cursor.selectionStart())
        last = self.point(cursor.selectionEnd())
        lines = [one.block.text.text for one in self.proof.shown[first.index : last.index + 1]]
        lines[-1] = lines[-1][: last.out_at]
        lines[0] = lines[0][first.out_at :]
        return "\n".join(lines)

    # -- the mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret; a press on a selection starts no drag, text is moved by gestures."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.textCursor().hasSelection():
            with self.quietly():
                self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of gestures at the mouse or the caret."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            there = self.cursorForPosition(self.viewport().mapFromGlobal(point))
            cursor = self.textCursor()
            if not cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
                self.setTextCursor(there)
        self.menu_asked.emit(point)
