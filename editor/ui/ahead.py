"""While the hands rest, what the next key may lead to is read: a break, a role, the article done.

Only read, nothing is shown: the key finds it there. What a card asks comes first, then what is done
most at a caret, a slice of a few milliseconds each, and any key goes before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.editing.gestures import Gesture
from editor.model.places import Place
from editor.ui import memory
from editor.ui.commands import BY_CODE

if TYPE_CHECKING:
    from editor.ui.room import Room

REST = 100
"""Milliseconds after the caret moved."""
LARGE = 100_000
"""Characters of a page from which on nothing is read ahead."""
LIKELY = (
    "split", "done", "new_article", "join_article",
    "mark_crosshead", "mark_furniture", "mark_body", "mark_headline", "mark_caption",
)  # fmt: skip
"""Commands whose outcome is read ahead, the likeliest first."""


class Ahead(QObject):
    """Reads ahead of the caret of a room."""

    def __init__(self, room: Room) -> None:
        """Nothing is read."""
        super().__init__(room)
        self._room = room
        self._left: list[Gesture] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def follow(self, place: Place) -> None:
        """The caret is here now."""
        self._left = None
        self._timer.start(REST)

    def _look(self) -> None:
        session = self._room.session
        if session is None or session.is_bare or not session.is_current:
            return  # who reads it tells
        if self._room.desk.proof.is_composing:
            return
        if len(session.page.source.text) >= LARGE:
            return
        if self._left is None:
            self._left = self._likely()[::-1]
        if self._left:
            session.look_ahead(self._left.pop())
            self._timer.start(0)
        else:
            memory.settle()

    def _likely(self) -> list[Gesture]:
        """What may be done next, the likeliest first."""
        card, found = self._room.desk.card, list[Gesture]()
        if card.isVisible():
            found += [one.gesture for one in card.choices if one.gesture is not None]
        target = self._room.target()
        if target is None:
            return found
        starts = target.block is not None and not (target.start or target.selected)
        for code in (*(("join",) if starts else ()), *LIKELY):
            command = BY_CODE[code].gesture
            gesture = command(target) if command is not None else None
            if gesture is not None:
                found.append(gesture)
        return found
