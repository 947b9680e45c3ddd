"""Commands that edit besides gestures: steps back, the clipboard, find and replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from editor.ui import words
from editor.ui.clipboard import held

if TYPE_CHECKING:
    from editor.ui.room import Room


class EditCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room

    def undo(self) -> None:
        """Take the last step back and look at where it was; what was told of it is true no more."""
        if not self._room.message.asks:
            self._room.message.hide()
        if self._room.session is not None and self._room.session.undo("window"):
            self._room.turn.follow(self._room.go_to_change)

    def redo(self) -> None:
        """Do the step again and look at where it is."""
        if self._room.session is not None and self._room.session.redo("window"):
            self._room.turn.follow(self._room.go_to_change)

    def copy(self) -> None:
        """Copy what is selected, as it is true; in the outline, the article."""
        if self._room.acting is self._room.desk.outline:
            self.copy_article()
            return
        text = self._room.pane.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy what is selected in the proof, and delete it."""
        proof = self._room.desk.proof
        if self._room.acting is proof and proof.textCursor().hasSelection():
            self.copy()
            proof.replace_selection("")

    def paste(self) -> None:
        """Paste into the proof; without a page, paste makes one."""
        room = self._room
        if room.session is None:
            room.does.files.open_clipboard()
        elif room.acting is room.desk.proof and room.reading is not None:
            room.desk.proof.insertFromMimeData(held())
        elif room.acting is room.desk.raw and not room.incoming.offer_paste(held()):
            room.desk.raw.typed_in_vain.emit()

    def select_all(self) -> None:
        """Select everything in the pane in use."""
        pane = self._room.pane
        if pane is self._room.desk.raw:
            self._room.desk.raw.select_all()
        else:
            self._room.desk.proof.finish()
            self._room.desk.proof.selectAll()

    def copy_article(self) -> None:
        """Copy what is selected as clean text, paragraphs without line ends; else the article."""
        from editor.files.plain_text import article_text, spans_text

        room, target = self._room, self._room.target()
        if target is None:
            return
        article = target.article
        if target.selected and not target.whole:
            text = spans_text(target.reading, target.spans)
            said = self.tr("Copied {0}").format(words.counted(words.count(text)))
        elif article is not None:
            text = article_text(article, captions=True) + "\n"
            said = self.tr("Copied: {0}").format(words.title(article))
        else:
            return
        QGuiApplication.clipboard().setText(text)
        room.status.say(said)

    def find(self) -> None:
        """Look for text."""
        self._room.find.open()

    def replace(self) -> None:
        """Look for text, to put other text in its place."""
        self._room.find.open(replacing=True)

    def find_next(self) -> None:
        """The next hit."""
        self._room.find.step(1)

    def find_last(self) -> None:
        """The hit before."""
        self._room.find.step(-1)
