"""Files and text that come into a window: opened in place of what is there, or as new pages.

Several files of text are pages of one project; each project file has a window of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from editor.files.errors import FileError, shown
from editor.model.source import Source
from editor.ui.loading import SUFFIX

if TYPE_CHECKING:
    from editor.ui.room import Room


class Incoming(QObject):
    """What is dropped, chosen or pasted into the window of `room`."""

    def __init__(self, room: Room) -> None:
        """Nothing has come."""
        super().__init__(room)
        self._room = room

    def open(self, paths: Sequence[Path]) -> None:
        """Open files here, in place of what is open; unsaved work is asked about."""
        from editor.ui.app import by_window, open_window

        room = self._room
        first, *others = by_window(paths) or [[]]
        if first:
            room.when_safe(lambda: room.documents.open_paths(first))
        for group in others:
            open_window(group, room.settings, room.dialogs)

    def open_data(self, data: QMimeData) -> bool:
        """Open files or text in place of what is open; False where there is neither."""
        paths, text = _paths(data), data.text()
        if paths:
            self.open(paths)
        elif text.strip():
            self._room.when_safe(lambda: self._room.documents.open_text(text))
        else:
            return False
        return True

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped; where something is open, ask what is to become of it."""
        paths, text, room = _paths(data), data.text(), self._room
        texts = [path for path in paths if path.suffix.lower() != SUFFIX]
        if room.session is None or (paths and not texts):
            self.open_data(data)
            return
        add: Callable[[], object]
        instead: Callable[[], object]
        if paths:
            told = shown(paths[0].name) if len(paths) == 1 else ""
            told = told or self.tr("{0} files").format(len(paths))
            add, instead = lambda: self.add(paths), lambda: self.open(paths)
        elif text.strip():
            told = self.tr("Text")
            add = lambda: self.add_text(text)  # noqa: E731
            instead = lambda: room.when_safe(lambda: room.documents.open_text(text))  # noqa: E731
        else:
            return
        room.message.say(
            self.tr("{0} dropped here").format(told),
            self.tr("Add to this project"),
            lambda: self._chosen(add),
            other=(self.tr("Open instead"), lambda: self._chosen(instead)),
        )

    def _chosen(self, act: Callable[[], object]) -> None:
        self._room.message.hide()
        act()

    def add(self, paths: Sequence[Path]) -> None:
        """New pages behind those of the project, one step; project files open elsewhere."""
        from editor.ui.app import open_window

        room, session = self._room, self._room.session
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                open_window([path], room.settings, room.dialogs)

        def then(sources: Sequence[Source]) -> None:
            if session is room.session:
                self._take(sources)

        room.documents.read([path for path in paths if path.suffix.lower() != SUFFIX], then)

    def add_text(self, text: str) -> None:
        """One new page of pasted text."""
        source = self._room.documents.pasted(text)
        if source is not None:
            self._take((source,))

    def add_data(self, data: QMimeData) -> bool:
        """New pages of files or of text; False where there is neither."""
        paths, text = _paths(data), data.text()
        if paths:
            self.add(paths)
        elif text.strip():
            self.add_text(text)
        else:
            return False
        return True

    def offer_paste(self, data: QMimeData) -> bool:
        """Ask what text pasted into the raw text is to be; False where there is none."""
        if not data.text().strip() and not _paths(data):
            return False
        held = QMimeData()  # the clipboard may be another's when one has chosen
        held.setUrls(data.urls())
        held.setText(data.text())
        self._room.message.say(
            self.tr("The raw text stays as it came. Add what you paste as:"),
            self.tr("A second piece of this page"),
            lambda: self._chosen(lambda: self.add_piece(held)),
            other=(self.tr("A new page"), lambda: self._chosen(lambda: self.add_data(held))),
        )
        return True

    def add_piece(self, data: QMimeData) -> bool:
        """Text or files behind the text of the page in sight; False where there is neither."""
        paths, text, session = _paths(data), data.text(), self._room.session

        def then(sources: Sequence[Source]) -> None:
            if session is self._room.session:
                self._room.turn.take(lambda: self._append(sources))

        if paths:
            self._room.documents.read(paths, then)
        elif text.strip():
            source = self._room.documents.pasted(text)
            if source is not None:
                then((source,))
        else:
            return False
        return True

    def _append(self, sources: Sequence[Source]) -> None:
        from editor.editing.reimport import with_piece
        from editor.files.text import refuse_long

        session = self._room.session
        if session is None:
            return
        piece = "\n\n".join(source.text.strip("\n") for source in sources) + "\n"
        try:
            refuse_long(f"{session.page.source.text}\n\n{piece}")
        except FileError as error:
            self._room.documents.not_opened(error)
            return
        made = with_piece(session.project, session.page, piece)
        if session.change(made, "pages"):
            self._room.pages.look_at(session.page.key, len(made.source.text) - len(piece))
            self._room.status.say(self.tr("The text was added behind the page's own"))

    def _take(self, sources: Sequence[Source]) -> None:
        def now() -> None:
            session = self._room.session
            if session is None:
                return
            keys = session.add_pages(sources, None, "pages")
            if keys:
                self._room.pages.show(keys[0])
                one = self.tr("1 page was added")
                many = self.tr("{0} pages were added").format(len(keys))
                self._room.status.say(one if len(keys) == 1 else many)

        self._room.turn.take(now)


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
