"""All suspects of one kind at the desk: their fixes are previewed and taken as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from editor.editing.fixing import TakeFixes
from editor.proofing.suspect import Suspect
from editor.ui.lists.rows import LazyRows
from editor.ui.suspects import telling

if TYPE_CHECKING:
    from editor.ui.room import Room
    from editor.ui.suspects.queue import Suspects

CONTEXT = 12
"""Characters at each side."""


class Kin(QObject):
    """The list with ticks."""

    def __init__(self, room: Room, suspects: Suspects) -> None:
        """Nothing is previewed."""
        super().__init__(room)
        self._room, self._suspects = room, suspects
        self._list = room.desk.kin
        self._list.taken.connect(lambda taken: room.turn.take(lambda: self._take(taken)))
        self._list.left.connect(self._leave)
        self._list.displaced.connect(self.close)
        self._list.looked_at.connect(suspects.look)

    def of(self, suspect: Suspect) -> tuple[Suspect, ...]:
        """Those of its kind that have a fix, itself too."""
        return tuple(
            one for one in self._suspects.open if one.rule == suspect.rule and one.fix is not None
        )

    def offer(self, suspect: Suspect) -> str:
        """The offer in words; empty where there is no other of its kind."""
        kin = self.of(suspect)
        if len(kin) < 2 or suspect not in kin:
            return ""
        return self.tr("All {0} of this kind…").format(len(kin))

    def open(self, suspect: Suspect | None) -> None:
        """Preview all of its kind, all of it ticked."""
        reading = self._room.reading
        kin = self.of(suspect) if suspect is not None else ()
        if suspect is None or reading is None or not kin:
            self._room.message.say(self.tr("Nothing of this kind can be put in by itself."))
            return
        panel = self._list
        panel.show()
        every = range(len(kin))
        rows = LazyRows(every, kin, lambda at: telling.row(kin[at], reading, CONTEXT))
        panel.show_rows(f"{telling.title(suspect.rule)}　{len(kin)}", rows)
        self._room.desk.place_at_foot(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suspects.look(kin[0])

    def close(self) -> None:
        """The list goes; the text has the focus where the list had it."""
        if self._list.isVisible():
            self._room.desk.proof.set_suspect(None)
            self._room.put_away(self._list)

    def _take(self, taken: tuple[Suspect, ...]) -> None:
        if not self._list.isVisible():
            return
        self.close()
        standing = tuple(one for one in taken if one in self._suspects.open)
        if standing and self._room.do(TakeFixes(standing, "fix-kind"), "suspects"):
            told = self.tr("{0} were mended, one step to undo.")
            self._room.message.say(told.format(len(standing)))

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()
