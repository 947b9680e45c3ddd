"""How each project was exported the last time, so that one key does it again.

Kept in the settings of whoever works here, not in the project: a folder and a template are places
on this machine, and a file that comes from elsewhere must not say where this one writes to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings

from editor.ui import words
from editor.ui.exporting.making import Wanted

if TYPE_CHECKING:
    from editor.editing.session import Session
    from editor.ui.room import Room

NAME = "exports"
MOST = 60
"""Projects whose last export is remembered."""


class Last(QObject):
    """The last export of what is open; of a page without a file as long as it is open."""

    def __init__(self, room: Room) -> None:
        """Nothing was exported in this window yet."""
        super().__init__(room)
        self._room = room
        self._here: tuple[Session, Wanted] | None = None

    @property
    def wanted(self) -> Wanted | None:
        """What was exported last of what is open, told in today's language; None: nothing yet."""
        found = self._of_session
        if found is None:
            ours = self._room.recent.name
            found = next((told for name, told in self._told() if name == ours), None)
        if found is None:
            return None
        return replace(found, choice=replace(found.choice, language=words.language()))

    @property
    def _of_session(self) -> Wanted | None:
        here = self._here
        return here[1] if here is not None and here[0] is self._room.session else None

    def keep(self, session: Session, wanted: Wanted) -> None:
        """It was exported."""
        self._here = (session, wanted)
        self.remember()

    def remember(self) -> None:
        """Put what was exported here into the settings, under the name that it has by now."""
        wanted, ours = self._of_session, self._room.recent.name
        if wanted is None or not ours:
            return
        others = [[name, _as_json(told)] for name, told in self._told() if name != ours]
        told = [[ours, _as_json(wanted)], *others][:MOST]
        self._settings.setValue(NAME, json.dumps(told, ensure_ascii=True))

    @property
    def _settings(self) -> QSettings:
        return self._room.settings

    def _told(self) -> Iterator[tuple[str, Wanted]]:
        """What the settings hold; whatever is not as it was written is as if it were not there."""
        try:
            found = json.loads(str(self._settings.value(NAME, "[]")))
        except ValueError:
            return
        for one in found if isinstance(found, list) else []:
            if isinstance(one, list) and len(one) == 2 and isinstance(one[0], str):
                wanted = _from_json(one[1])
                if wanted is not None:
                    yield one[0], wanted


def _as_json(wanted: Wanted) -> dict[str, Any]:
    choice = wanted.choice
    return {
        "folder": str(wanted.folder),
        "whole": wanted.whole,
        "house": choice.house,
        "kind": choice.kind,
        "together": choice.together,
        "names": choice.names,
        "captions": choice.captions,
        "mapping": [list(pair) for pair in choice.mapping],
    }


def _from_json(told: Any) -> Wanted | None:
    from editor.exporting import Choice
    from editor.files.export.targets import KINDS

    if not isinstance(told, dict):
        return None
    texts = [told.get(name) for name in ("folder", "house", "kind", "names")]
    ticks = [told.get(name) for name in ("whole", "together", "captions")]
    pairs = told.get("mapping")
    if (
        not all(isinstance(text, str) for text in texts)
        or not all(isinstance(tick, bool) for tick in ticks)
        or not isinstance(pairs, list)
        or not all(
            isinstance(pair, list) and tuple(map(type, pair)) == (str, str) for pair in pairs
        )
        or told["kind"] not in KINDS
        or not told["folder"]
    ):
        return None
    mapping = tuple((part, style) for part, style in pairs)
    choice = Choice(
        told["house"], told["kind"], told["together"], told["names"], told["captions"], mapping
    )
    return Wanted(choice, Path(told["folder"]), told["whole"])
