"""The commands that are not gestures: a method each, in a class for each menu or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.doing.desk import DeskCommands
from editor.ui.doing.edit import EditCommands
from editor.ui.doing.files import FileCommands
from editor.ui.doing.go import GoCommands
from editor.ui.doing.pages import PageCommands
from editor.ui.doing.structure import StructureCommands

if TYPE_CHECKING:
    from editor.ui.room import Room


class Doing:
    """What a window's menus do besides gestures."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        self.files, self.edit = FileCommands(room), EditCommands(room)
        self.structure, self.pages = StructureCommands(room), PageCommands(room)
        self.go, self.desk = GoCommands(room), DeskCommands(room)
        parts = (self.files, self.pages, self.edit, self.structure, self.go, self.desk)
        self._of = {
            name: getattr(part, name)
            for part in parts
            for name in vars(type(part))
            if not name.startswith("_")
        }

    def do(self, code: str) -> None:
        """Do the command of this code."""
        self._of[code]()
