"""In which code a page's bytes are read: shown, doubted where it is unsure, and chosen anew.

The card shows how the page would begin in each code. Another text makes another source: where
nothing was done on the page it takes the old one's place; where decisions stand they are carried
over to the characters of the same bytes, in one step that can be taken back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from editor.editing.alignment import aligned_by_bytes
from editor.editing.reimport import Reimport, worked_out
from editor.editing.session import Session
from editor.model.project import Page
from editor.model.source import Source
from editor.ui import words
from editor.ui.card import SHADOW, Card
from editor.ui.lists.rows import PLAIN, QUIET, ListRow, RowList
from editor.ui.reimport import take

if TYPE_CHECKING:
    from editor.files.text import Preview
    from editor.ui.room import Room

WIDTH = 560


class EncodingCard(Card):
    """A list of codes, each with the page's beginning. `chosen` carries a codec's name."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("Text encoding"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self._head = QLabel()
        self._head.setObjectName("quiet")
        self._head.setWordWrap(True)
        self.list = RowList(self.tr("Text encoding"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.watch(self.list)
        self.setFocusProxy(self.list)
        self.column.addWidget(self._head)
        self.column.addWidget(self.list)

    def show_previews(self, found: tuple[Preview, ...], now: str, told: str) -> None:
        """Show how the page begins in each; `now` is the code that it was read in."""
        self._head.setText(told)
        rows = []
        for one in found:
            if one.error is None:
                same = words.encoding(one.encoding) == words.encoding(now).removesuffix(" BOM")
                title = ((words.encoding(one.encoding), PLAIN),)
                rows.append(ListRow(title, one.begins, tick=same, what=one.encoding))
            else:
                title = ((words.encoding(one.encoding), QUIET),)
                rows.append(ListRow(title, one.error.message(words.language())))
        self.list.rows.set_rows(tuple(rows))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(n) for n in range(len(rows))) + 2)
        self.adjustSize()
        ticked = next((n for n, row in enumerate(rows) if row.tick), 0)
        self.list.setCurrentIndex(self.list.rows.index(ticked))

    def _take(self, number: int) -> None:
        row = self.list.row(self.list.rows.index(number))
        if row is not None and isinstance(row.what, str):
            self.chosen.emit(row.what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter takes a code, Esc leaves all as it is."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex().row())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class Encodings(QObject):
    """The card of codes, shown or not, and what is said of an unsure one."""

    def __init__(self, room: Room) -> None:
        """The card is hidden."""
        super().__init__(room)
        self._room, self._card = room, room.desk.encodings
        self._data: tuple[Session, Page] | None = None
        self._card.chosen.connect(self._choose)
        self._card.left.connect(self.close)
        self._card.displaced.connect(self.close)

    def tell_unsure(self) -> None:
        """Say it where the page that was opened may be in another code."""
        from editor.files.charsets import is_sure

        session = self._room.session
        origin = session.page.source.origin if session is not None else None
        if session is None or origin is None or not origin.path or not self._may_change(session):
            return
        if not is_sure(session.page.source.text, origin.encoding):
            told = self.tr("Read as {0}, which is not certain.").format(
                words.encoding(origin.encoding)
            )
            self._room.message.say(told, self.tr("Choose…"), self.open)

    def open(self) -> None:
        """Read the file's bytes again, off this thread, and show how they begin in each code."""
        session = self._room.session
        if session is None:
            return
        page = session.page
        if not page.source.origin.path:
            self._room.status.say(self.tr("Pasted text came as characters: it has no encoding"))
            return

        def job() -> tuple[Preview, ...]:
            from editor.files import text

            return text.previews(text.page_bytes(page.source))

        def done(found: tuple[Preview, ...]) -> None:
            if session is self._room.session and session.page is page:
                self._data = session, page
                self._show(found, page)

        self._room.background.run(job, done, self._room.documents.not_opened)

    def _show(self, found: tuple[Preview, ...], page: Page) -> None:
        self._room.message.hide()
        told = self.tr("{0} begins in each encoding like this. Enter takes one.")
        session = self._room.session
        if session is not None and not self._may_change(session):
            carried = self.tr("What you decided is carried over to the new text.")
            told = words.sentences(told, carried)
        now = page.source.origin.encoding
        self._card.show_previews(found, now, told.format(page.source.origin.name))
        self._card.show()
        self._room.desk.place_at_foot(self._card)
        self._card.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """The card goes; the text has the focus where the card had it."""
        self._data = None
        self._room.put_away(self._card)

    def _may_change(self, session: Session) -> bool:
        """Whether nothing was done on the page: no place of it is remembered."""
        key = session.page.key
        used = any(step.page == key for step in session.history.steps)
        linked = any(key in (link.page, link.to_page) for link in session.project.links)
        return not used and not linked and not session.page.decisions

    def _choose(self, encoding: str) -> None:
        data = self._data
        self.close()
        if data is None or data[0] is not self._room.session or data[0].page is not data[1]:
            return
        session, page = data
        if words.encoding(encoding) == words.encoding(page.source.origin.encoding):
            return
        if not self._may_change(session):
            self._carry(session, page, encoding)
            return

        def job() -> Source:
            from editor.files import text

            bytes_of = text.page_bytes(page.source)
            origin = page.source.origin
            found = text.source_from_bytes(
                bytes_of, name=origin.name, path=origin.path, encoding=encoding
            )
            assert found.line_starts
            return found

        def done(source: Source) -> None:
            if session is self._room.session and self._may_change(session):
                changed = session.project.with_page(replace(page, source=source))
                self._room.documents.replace(changed)

        self._room.background.run(job, done, self._room.documents.not_opened)

    def _carry(self, session: Session, page: Page, encoding: str) -> None:
        """Read the page anew; its decisions go along."""
        project = session.project

        def job() -> Reimport:
            from editor.files import text

            data = text.page_bytes(page.source)
            origin = page.source.origin
            found = text.source_from_bytes(
                data, name=origin.name, path=origin.path, encoding=encoding
            )
            old = text.starts_in_bytes(data, origin.encoding)
            new = text.starts_in_bytes(data, encoding)
            places = aligned_by_bytes(page.source.text, old, found.text, new)
            return worked_out(project, page, found, places)

        take(self._room, page, job)
