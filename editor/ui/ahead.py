"""While the hands rest, what the next key may ask for is looked at: a break, the article done.

A line that is cut is looked at anew with the lines around it, which takes longer than all else
that a gesture does. Only looked at: nothing is read, nothing shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.editing.gestures import Gesture, JoinArticle, MarkDone, Split
from editor.model.places import Place
from editor.ui import memory

if TYPE_CHECKING:
    from editor.ui.room import Room

REST = 120
"""Milliseconds after the caret moved."""
LARGE = 100_000
"""Characters of a page from which on nothing is looked at ahead."""


class Ahead(QObject):
    """Looks ahead of the caret of a room."""

    def __init__(self, room: Room) -> None:
        """Nothing is looked at."""
        super().__init__(room)
        self._room = room
        self._left: list[Gesture] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def follow(self, place: Place) -> None:
        """The caret is here now."""
        at = place.span.start
        self._left = [JoinArticle(at), MarkDone(at), Split(at)]
        self._timer.start(REST)

    def _look(self) -> None:
        session = self._room.session
        if session is None or not session.is_current or self._room.desk.proof.is_composing:
            return
        if len(session.page.source.text) >= LARGE:
            return
        if self._left:
            session.look_ahead(self._left.pop())
            self._timer.start(0)
        else:
            memory.settle()
