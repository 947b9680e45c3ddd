"""What is opened comes to the desk, what is closed leaves it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.editing.session import Changed, Session
from editor.model.giving_way import pause
from editor.model.places import Span
from editor.model.project import View
from editor.model.source import Source
from editor.model.waiting import Watch
from editor.ui import memory, word_steps
from editor.ui.idle import Hurry
from editor.ui.suspects import checking

if TYPE_CHECKING:
    from editor.ui.head_start import First
    from editor.ui.room import Room

READY = 300
"""Milliseconds after an empty desk is there until it gets ready for a page."""
WORDS = 1500
"""Milliseconds after the first reading until Chinese words are loaded, in a thread."""
SHORT = "春到江城\n江边的树绿了，两岸的人都来看。\n"


class Arriving(QObject):
    """Brings what is opened into a room."""

    def __init__(self, room: Room) -> None:
        """Nothing is open."""
        super().__init__(room)
        self._room = room
        self._first = False
        self._unsubscribe: Callable[[], None] = lambda: None

    def start(self, source: Source | None, path: Path | None, first: First | None) -> None:
        """Begin with the text that is in sight already, or with an empty desk.

        `first`: its reading, where that is in sight too.
        """
        room = self._room
        if source is None:
            room.empty.show_recent(room.recent.rows())
            room.window.show_desk(room.empty)
            room.empty.setFocus()
            QTimer.singleShot(READY, self.get_ready)
            return
        if room.desk.raw.hasFocus():  # it was clicked already
            room.looking.pane = room.desk.raw
        room.documents.open_source(source, path, first)
        session = room.session
        if session is None or session.latest is None:
            room.reader.begin()
            return
        self._first = True
        if session.is_bare:
            room.turn.wait()
            room.reader.begin()
            return
        room.changed(Changed("reading", session.page.key, Span(0, len(source.text))))
        room.comparing.look(session)

    def comes(self, watch: Watch, name: str) -> None:
        """A large file is on its way."""
        told = self.tr("Opening {0}…").format(name.replace("{", "{{").replace("}", "}}"))
        self._room.opening.begin(watch, told + "  {0}", self._room.documents.expect_none)

    def closed(self) -> None:
        """Nothing is open any more."""
        room = self._room
        self.leave()
        room.session = None
        room.window.show_desk(room.empty)
        room.empty.setFocus()
        room.show_state()

    def leave(self) -> None:
        """Stop what is under way with what was open."""
        room = self._room
        room.reader.stop()
        room.opening.end()
        room.turn.clear()
        self._unsubscribe()
        self._unsubscribe = lambda: None
        room.pages.forget()
        room.linking.forget()

    def opened(self, session: Session) -> None:
        """Something is open now, in place of what was."""
        room = self._room
        self.leave()
        room.session = session
        room.comparing.forget()
        memory.release()
        room.recent.turn_to_page(session)
        self._unsubscribe = session.subscribe(room.changed)
        room.recent.remember()
        room.message.hide()
        room.encodings.close()
        room.encodings.tell_unsure()
        room.doubts.close()
        room.suspects.close()
        room.find.close()
        room.reader.want()
        self._first = session.latest is None
        chose_raw = room.desk.raw.hasFocus()  # the empty desk's focus, when it goes, is no choice
        room.window.show_desk(room.desk)
        room.show_page()
        if room.window.isVisible() and not chose_raw:
            room.desk.proof.setFocus()

    def place(self) -> View | None:
        """Where the editor is, for the file."""
        session = self._room.session
        if session is None or session.latest is None:
            return None
        at = self._room.pane.place().span.start
        return View(session.page.key, min(at, len(session.page.source.text)))

    def was_read(self) -> None:
        """A page was read: where it is the first since something was opened, begin there."""
        room = self._room
        if not self._first:
            return
        self._first = False
        self.go_where_it_was()
        room.pane.setFocus()
        room.recent.go_back()
        QTimer.singleShot(WORDS, self.know_words)

    def get_ready(self) -> None:
        """Load what a page is going to need, while it is being chosen: nobody waits for it."""
        if self._room.session is not None:
            return  # it is loaded as it is needed

        def load() -> None:
            pause()
            from editor.analysis import read
            from editor.model.decisions import Decisions
            from editor.model.project import Style

            pause()
            read(Source(SHORT), Decisions(), Style())  # the first reading loads more
            pause()
            importlib.import_module("editor.files.house_here")
            checking.load()
            word_steps.load()

        self._room.background.run(load, lambda _: None, lambda _: None, hurry=Hurry.IDLE)

    def know_words(self) -> None:
        """Load Chinese words; nobody waits for them, and without them one goes on too.

        And the journal's module, or the first letter would have that for company.
        """

        def load() -> None:
            pause()
            importlib.import_module("editor.files.journal")
            pause()
            word_steps.load()

        def known(_: object) -> None:
            self._room.desk.proof.set_headlines()
            self._room.suspects.checking.again()

        self._room.background.run(load, known, lambda _: None, hurry=Hurry.IDLE)

    def go_where_it_was(self) -> None:
        """Go to where the editor was when the project was saved."""
        session = self._room.session
        view = session.project.view if session is not None else None
        if session is not None and view is not None and view.page == session.page.key:
            self._room.go_to(Span(view.raw_at, view.raw_at))
