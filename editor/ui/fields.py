"""The desk's part in an article's fields: what Esc takes back, what is offered, the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.model.history import Step
from editor.model.structure import Role

if TYPE_CHECKING:
    from editor.ui.room import Room


class Fields(QObject):
    """Follows the caret through the fields of the proof."""

    def __init__(self, room: Room) -> None:
        """The caret is in no field."""
        super().__init__(room)
        self._room = room
        self._since: Step | None = None
        proof = room.desk.proof
        proof.field_entered.connect(self._entered)
        proof.field_given_up.connect(self._take_back)

    def _entered(self, article_at: int, role: Role) -> None:
        """What is done from now on is done in this field."""
        session = self._room.session
        if session is not None:
            session.end_typing()
            self._since = session.history.undoable

    def _take_back(self) -> None:
        """Undo what was done in the field; nothing where more than that was undone already."""
        session = self._room.session
        if session is None:
            return
        stands = session.history.steps[: session.history.at]
        if self._since is None or self._since in stands:
            while session.history.undoable not in (self._since, None):
                session.undo("window")
