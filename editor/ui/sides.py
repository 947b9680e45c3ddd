"""What stands beside the texts follows once they are painted: they never wait for it.

Lists, bars and words about the page: one view a turn, the window answering between them; after
a letter only when the hands rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.model.history import History
from editor.ui import commands, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.room import Room

REST = 120
"""Milliseconds after a letter until the sides follow."""


class Sides(QObject):
    """Outline, lists, status, tray and the names of what can be undone."""

    def __init__(self, room: Room) -> None:
        """Nothing is to be shown."""
        super().__init__(room)
        self._room = room
        self._left: list[Callable[[], None]] = []
        self._rest = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._show_next)

    @property
    def come(self) -> bool:
        """Whether some of them will follow in the next turns of the event loop."""
        return bool(self._left) and self._next.interval() == 0

    def follow(self, *, page: bool = False, typed: bool = False) -> None:
        """Show how the work stands, soon; `page`: and the page; `typed`: once the hands rest."""
        desk, fields, status = self._room.desk, self._room.fields, self._room.status
        if page:
            views = (desk.outline, desk.dock, status, fields)
            self._left = [
                self._know_pages,
                *(self._shows(view.set_page) for view in views),
                self._room.suspects.tell,
                self._choose,
            ]
            self._rest = REST if typed else 0
        if not self._left or self._left[0] != self._show_standing:
            self._left.insert(0, self._show_standing)
        self._next.start(0)

    def show_now(self) -> None:
        """Show all that is left to be shown: somebody wants to look at it."""
        self._next.stop()
        while self._left:
            self._left.pop(0)()

    def _show_next(self) -> None:
        if self._left:
            self._left.pop(0)()
        if self._left:
            self._next.start(self._rest)
            self._rest = 0

    def _shows(self, show: Callable[..., None]) -> Callable[[], None]:
        def now() -> None:
            session = self._room.session
            if session is not None:
                show(session.page, self._room.reading)

        return now

    def _know_pages(self) -> None:
        """The outline's pages, and the parts that articles have elsewhere."""
        room, session, reading = self._room, self._room.session, self._room.reading
        if session is not None and reading is not None:
            room.pages.note(session.page, reading)
        titles = room.linking.continued()
        room.desk.outline.set_pages(room.pages.rows(), room.linking.parts(), titles)
        room.desk.proof.set_ways(room.linking.ways())

    def _choose(self) -> None:
        """The rows of what is looked at."""
        room = self._room
        if room.reading is not None:
            room.desk.outline.follow(room.pane.place(), room.reading)
            room.desk.dock.choose_doubt(room.doubts.shown)

    def _show_standing(self) -> None:
        """What can be undone, how many doubts are left, whether the file has it all."""
        room, session, reading = self._room, self._room.session, self._room.reading
        history = session.history if session is not None else History()
        done, undone = history.undoable, history.redoable
        undo = words.step(done.name) if done else ""
        redo = words.step(undone.name) if undone else ""
        for code, named in (("undo", undo), ("redo", redo)):
            action, plain = room.actions_by_code[code], commands.BY_CODE[code].text
            action.setText(self.tr("{0}: {1}").format(plain, named) if named else plain)
        room.top.set_undo(undo, redo)
        room.top.set_doubts(len(reading.doubts) if reading is not None else None)
        room.status.setVisible(session is not None)
        galley = self.tr("Galley")
        title = words.page_title(session.page) if session is not None else galley
        room.top.set_title(title)
        window, path = room.window, room.documents.path
        name = path.name if path and session else title
        window.setWindowTitle(f"{name}[*] — {galley}" if session else f"{galley}[*]")
        if session is not None:
            room.desk.dock.history.set_project(session.project)
            dirty = session.dirty
            saved = self.tr("Saved") if path else self.tr("Not in a file yet")
            room.status.set_saved(self.tr("Not saved") if dirty else saved)
