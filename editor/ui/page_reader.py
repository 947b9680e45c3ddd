"""The page in sight is read beside the window, and again after what was decided meanwhile.

Only what is of the page as it stands is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.editing.reads import Read
from editor.model.asked import asked
from editor.model.waiting import Watch
from editor.ui import memory
from editor.ui.documents import LARGE
from editor.ui.idle import Hurry
from editor.ui.lists.outline import doubts_of
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.room import Room

LONG = 50_000
"""Characters of a page whose reading gives way to the window."""


class PageReader(QObject):
    """Reads the page that is open in a room."""

    def __init__(self, room: Room) -> None:
        """Nothing is to be read."""
        super().__init__(room)
        self._room = room
        self._wanted = False
        self._reading: Watch | None = None

    def want(self) -> None:
        """Read the page once its raw text is in sight."""
        self._wanted = True

    def stop(self) -> None:
        """Read nothing any more."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._wanted = False

    def raw_was_painted(self) -> None:
        """The raw text is in sight: now the page is read, off this thread."""
        if self._wanted:
            QTimer.singleShot(0, self.begin)

    def begin(self) -> None:
        """Read the page that is wanted: its raw text is in sight."""
        if self._wanted and self._room.session is not None:
            self._wanted = False
            self.read()

    def is_behind(self) -> bool:
        """Whether a page was read, but not here, or not since the last gesture."""
        session = self._room.session
        if session is None or session.latest is None:
            return False
        return session.is_bare or not session.is_current

    def read(self) -> None:
        """Read the page off this thread, until what was read is what stands."""
        room, session = self._room, self._room.session
        if session is None or (session.is_current and not session.is_bare):
            return

        watch = self._reading = Watch()

        def done(read: Read) -> None:
            memory.keep()
            if session is not room.session:
                return
            if watch is self._reading:
                room.opening.end()
                room.documents.forget_before()
            if not session.take(read):
                self.read()
            room.turn.go_on()
            room.comparing.look(session)

        def failed(error: Exception) -> None:
            memory.keep()
            if watch.cancelled:
                return
            room.opening.end()
            text = self.tr("The page could not be read: {0}").format(error)
            room.dialogs.tell(room.window, self.tr("Reading"), text)
            if self.is_behind():  # back to what can be read
                session.undo("window")
                room.turn.go_on()

        memory.rest(sum(len(page.source.text) for page in session.project.pages))
        reader = session.reader()
        room.background.run(
            lambda: _known(reader()),
            done,
            failed,
            watch=watch,
            hurry=Hurry.SOON if len(session.page.source.text) > LONG else Hurry.NOW,
        )
        if session.latest is None and len(session.page.source.text) > LARGE:
            told = self.tr("Reading the page…") + "  {0}"
            room.opening.begin(watch, told, room.documents.back)


def _known(read: Read) -> Read:
    """Find out what views ask of a reading: here, and not while the window waits."""
    reading = read.reading
    asked(reading.doubts).number_of("")
    doubts_of(reading)
    article_at(reading, 0)
    return read
