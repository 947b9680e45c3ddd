"""What was open lately: offered in menu, palette and on the empty desk, and found as it was left.

Of each file the place is remembered where one looked last: page, caret, and how high it stood.
Missing files are shown as such, and can be taken from the list.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QMenu

from editor.files.errors import shown
from editor.model.places import Span
from editor.resources import sample_page
from editor.ui import commands
from editor.ui.lists.rows import PLAIN, QUIET, ListRow
from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.editing.session import Session
    from editor.ui.room import Room

FILES, PLACES = "recent", "places"
MOST, MOST_PLACES = 12, 60


class Recent(QObject):
    """The list in the settings. `changed`: it has other entries."""

    changed = Signal()

    def __init__(self, room: Room) -> None:
        """Fill the menu when it is opened."""
        super().__init__(room)
        self._room = room
        self.menu = QMenu(self.tr("Recent files"), room.window)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)

    @property
    def _settings(self) -> QSettings:
        return self._room.settings

    # -- the list --------------------------------------------------------------------------

    def paths(self) -> list[Path]:
        """The files, the last one first, missing ones too."""
        found = _list(self._settings.value(FILES, "[]"))
        return [Path(one) for one in found if isinstance(one, str) and one][:MOST]

    def remember(self) -> None:
        """What is open now comes first."""
        path = self._path()
        if path is not None:
            self._keep([path, *(one for one in self.paths() if one != path)])

    def remove(self, path: Path) -> None:
        """Take a file from the list; the file itself stays."""
        self._keep([one for one in self.paths() if one != path])

    def clear(self) -> None:
        """Take all files from the list."""
        self._keep([])

    def _keep(self, paths: list[Path]) -> None:
        told = [str(path) for path in paths[:MOST]]
        self._settings.setValue(FILES, json.dumps(told, ensure_ascii=True))
        self.changed.emit()

    def open(self, path: Path) -> None:
        """Open a file of the list; where it is gone, offer to take it from the list."""
        if path.exists():
            self._room.when_safe(lambda: self._room.open_path(path))
            return
        told = self.tr("{0} is not there any more.").format(shown(path))
        self._room.message.say(told, self.tr("Take it from the list"), lambda: self._gone(path))

    def _gone(self, path: Path) -> None:
        self.remove(path)
        self._room.message.hide()

    def label(self, path: Path) -> str:
        """A file's name, with a word where it is missing."""
        name = shown(path.name)
        return name if path.exists() else self.tr("{0} (missing)").format(name)

    def rows(self) -> list[ListRow]:
        """The list for the empty desk; what is missing can be taken from it there."""
        found = []
        for path in self.paths():
            gone = not path.exists()
            act = self.tr("Take it from the list") if gone else ""
            title = ((self.label(path), QUIET if gone else PLAIN),)
            found.append(ListRow(title, shown(path.parent), act=act, off=gone, what=path))
        return found

    def add_to(self, menu: QMenu) -> None:
        """Stand in the File menu, behind what opens other files."""
        part = menu.findChild(QMenu, commands.FILE)
        if isinstance(part, QMenu):
            part.insertMenu(part.actions()[2], self.menu)

    def _fill(self) -> None:
        self.menu.clear()
        for number, path in enumerate(self.paths(), 1):
            name = self.label(path).replace("&", "&&")
            action = self.menu.addAction(f"&{number}  {name}" if number < 10 else name)
            action.setToolTip(shown(path))
            action.triggered.connect(lambda _=False, taken=path: self.open(taken))
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("Nothing was open yet")).setEnabled(False)
        else:
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Clear this list")).triggered.connect(self.clear)

    # -- places ----------------------------------------------------------------------------

    def keep_place(self) -> None:
        """Remember where one looks in what is open."""
        name, session = self.name, self._room.session
        if not name or session is None or session.latest is None:
            return
        pane = self._room.pane
        entry = [name, session.page.key, pane.place().span.start, pane.level]
        others = [one for one in self._places() if one[0] != name]
        told = [entry, *others][:MOST_PLACES]
        self._settings.setValue(PLACES, json.dumps(told, ensure_ascii=True))

    def turn_to_page(self, session: Session) -> None:
        """Begin with the page that one looked at last, else with that of the saved project."""
        view = session.project.view
        known = [view.page] if view is not None else []
        if choices.returns(self._settings):
            known = [one[1] for one in self._places() if one[0] == self.name] + known
        for key in known[:1]:
            session.show(key)

    def go_back(self) -> None:
        """Look where one looked last in what was opened, if that is wanted."""
        session, ours = self._room.session, self.name
        if not ours or session is None or not choices.returns(self._settings):
            return
        for name, key, raw_at, level in self._places():
            if name != ours or key != session.page.key:
                continue
            if 0 < raw_at <= len(session.page.source.text):
                self._room.go_to(Span(raw_at, raw_at))
                for pane in (self._room.desk.raw, self._room.desk.proof):
                    pane.follow_scroll(raw_at, max(0, min(level, pane.viewport().height() - 40)))
            return

    def _places(self) -> list[tuple[str, str, int, int]]:
        found = _list(self._settings.value(PLACES, "[]"))
        wanted = (str, str, int, int)
        return [
            (one[0], one[1], one[2], one[3])
            for one in found
            if isinstance(one, list) and tuple(map(type, one)) == wanted
        ]

    @property
    def name(self) -> str:
        """What is open as places are kept for it: its files, line by line; empty: nobody's."""
        files = [path.absolute() for path in self._room.documents.files]
        return "" if files == [sample_page()] else "\n".join(map(str, files))

    def _path(self) -> Path | None:
        """The file of what is open; the sample page is nobody's."""
        documents = self._room.documents
        path = documents.path or documents.source_path
        return path.absolute() if path is not None and path != sample_page() else None


def _list(text: object) -> list[Any]:
    """A list in the settings; an empty one where something else stands there."""
    try:
        found = json.loads(str(text))
    except ValueError:
        return []
    return found if isinstance(found, list) else []
