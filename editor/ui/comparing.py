"""Where a newer analysis reads a project otherwise than it was seen: all pages, in one list.

The page that is shown is compared as soon as it is read; the others are read one by one off this
thread, and what was found is told once. Of a long project those pages are compared that are
turned to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.editing.seen import Difference, differences
from editor.editing.session import Session
from editor.model.places import Span
from editor.model.project import Page, Seen
from editor.model.reading import Reading

if TYPE_CHECKING:
    from editor.ui.room import Room

MUCH = 1_000_000
"""Characters of a project up to which all its pages are read to be compared."""


class Comparing(QObject):
    """Compares the pages of what is open with what was seen of them."""

    def __init__(self, room: Room) -> None:
        """Nothing was compared."""
        super().__init__(room)
        self._room = room
        self.forget()

    def forget(self) -> None:
        """Another project comes."""
        self._version = ""
        self._done: set[str] = set()
        self._found: dict[str, tuple[Page, list[Difference]]] = {}
        self._next: tuple[str, Span] | None = None

    def look(self, session: Session) -> None:
        """The page that is shown was read: compare it, and then the others."""
        self._go_on(session)
        page, reading = session.page, session.latest
        if reading is None:
            return
        begun, self._version = bool(self._version), reading.version
        seen = self._seen(session, page.key)
        if seen is not None:
            self._done.add(page.key)
            self._compare(session, page, seen, reading)
        elif not begun:
            self._compare_next(session)

    def _seen(self, session: Session, key: str) -> Seen | None:
        """What another analysis saw of a page, where that was not compared yet."""
        if key in self._done:
            return None
        seen = next((one for one in session.project.seen if one.page == key), None)
        return seen if seen is not None and seen.version != self._version else None

    def _compare(self, session: Session, page: Page, seen: Seen, reading: Reading | None) -> None:
        style = session.project.style

        def job() -> list[Difference]:
            from editor.analysis import read

            now = reading or read(page.source, page.decisions, style)
            return differences(seen, page, now)

        def done(found: list[Difference]) -> None:
            if session is not self._room.session:
                return
            if found:
                self._found[page.key] = page, found
            if not self._compare_next(session):
                self._tell(session)

        self._room.background.run(job, done, lambda _: None)

    def _compare_next(self, session: Session) -> bool:
        """Compare one of the pages that are left; False where none is."""
        project = session.project
        if sum(len(page.source.text) for page in project.pages) > MUCH:
            return False
        for page in project.pages:
            seen = self._seen(session, page.key)
            if seen is not None:
                self._done.add(page.key)
                self._compare(session, page, seen, None)
                return True
        return False

    def _tell(self, session: Session) -> None:
        found = [self._found[key] for key in session.project.keys if key in self._found]
        count = sum(len(places) for _, places in found)
        if not count:
            return
        one = self.tr("1 place reads otherwise than you last saw it")
        many = self.tr("{0} places read otherwise than you last saw them")
        text = one if count == 1 else many.format(count)
        if len(found) > 1:
            text = self.tr("{0} places on {1} pages read otherwise than you last saw them")
            text = text.format(count, len(found))
        self._room.message.say(text, self.tr("Show"), lambda: self._show(found))

    def _show(self, found: list[tuple[Page, list[Difference]]]) -> None:
        from editor.ui.otherwise import OtherwiseDialog

        named = [(page, self._room.pages.title(page), places) for page, places in found]
        OtherwiseDialog(self._room.window, named, self._go_to).show()

    # -- going -----------------------------------------------------------------------------

    def _go_to(self, key: str, span: Span) -> None:
        session = self._room.session
        if session is None or not session.project.has_page(key):
            return
        self._next = key, span  # it is looked at when its page is read
        if key != session.page.key:
            self._room.pages.show(key)
        self._go_on(session)

    def _go_on(self, session: Session) -> None:
        if self._next is None or session.latest is None or self._next[0] != session.page.key:
            return
        span, self._next = self._next[1], None
        self._room.go_to(span)
