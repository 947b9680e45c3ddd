"""The proof by words: Ctrl and arrows, and the double click. Qt knows no Chinese words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.ui import word_steps
from editor.ui.lists.article_list import add_text
from editor.ui.proof.drag import ProofDrag
from editor.ui.qt_text import to_out, to_qt
from editor.ui.raw.moves import move_of
from editor.ui.third_click import ThirdClick


class ProofWords(ProofDrag):
    """The proof that knows words; what is carried out of it can go to another article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is pressed."""
        super().__init__(parent)
        self._took_word = False
        self._third = ThirdClick(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by words; all else is not about words."""
        self.catch_up()
        move = move_of(event)
        by_words = move is not None and move[0] == "word"
        if move is not None and move[0] == "end":
            self.ensure_end(move[1])
        if move is None or not by_words or self.is_composing or not self.proof.shown:
            super().keyPressEvent(event)
            return
        _, step, keep = move
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        block, text = cursor.block(), cursor.block().text()
        at = to_out(text, cursor.positionInBlock())
        to = word_steps.step(text, at, step)
        if to != at:
            cursor.setPosition(block.position() + to_qt(text, to), mode)
        elif step > 0 and block.next().isValid():
            cursor.setPosition(block.next().position(), mode)
        elif step < 0 and block.previous().isValid():
            before = block.previous()
            cursor.setPosition(before.position() + before.length() - 1, mode)
        elif not keep:
            cursor.clearSelection()
        self.setTextCursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the word under the mouse; a third click takes the paragraph."""
        super().mouseDoubleClickEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._third.await_at(event.position())
        cursor = self.cursorForPosition(event.position().toPoint())
        block, text = cursor.block(), cursor.block().text()
        left = self.cursorRect(cursor).left() > event.position().x()  # the character before it
        at = max(0, to_out(text, cursor.positionInBlock()) - left)
        start, end = word_steps.word_at(text, at)
        cursor.setPosition(block.position() + to_qt(text, start))
        cursor.setPosition(block.position() + to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
        self._took_word = True
        self.setTextCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A third click takes the paragraph."""
        self.catch_up()
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or not self._third.is_at(event.position()):
            super().mousePressEvent(event)
            return
        cursor = self.textCursor()
        block = cursor.block()
        cursor.setPosition(block.position())
        end = block.position() + block.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._took_word = True
        self.setTextCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A hand that trembles while it double-clicks selects nothing else."""
        if not self._took_word:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The double click is over."""
        self._took_word = False
        super().mouseReleaseEvent(event)

    def carry(self, drag: QDrag) -> None:
        """Carry it so that the outline knows what text it is."""
        target = self.target()
        if target is not None and target.spans:
            add_text(drag.mimeData(), target.spans)
        super().carry(drag)
