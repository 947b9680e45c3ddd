"""Commands about files: pages in, projects, what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.ui.clipboard import held

if TYPE_CHECKING:
    from editor.ui.room import Room


class FileCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room

    def open(self) -> None:
        """Ask for a page and open it."""
        self._room.dialogs.open_paths(self._room.window, self._room.incoming.open)

    def open_clipboard(self) -> None:
        """Open the clipboard's file or text as a page."""
        if not self._room.incoming.open_data(held()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def paste_page(self) -> None:
        """The clipboard's text or files as new pages of this project."""
        if not self._room.incoming.add_data(held()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def paste_piece(self) -> None:
        """The clipboard's text as a second piece of this page."""
        if not self._room.incoming.add_piece(held()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def encoding(self) -> None:
        """In which code the page's bytes are read."""
        self._room.encodings.open()

    def reimport(self) -> None:
        """Ask for the file that has the page's text as it is now, and take it."""
        self._room.dialogs.open_paths(self._room.window, self._reimport_from)

    def _reimport_from(self, paths: list[Path]) -> None:
        from editor.ui.reimport import bring_in

        if paths:
            bring_in(self._room, paths[0])

    def save(self) -> None:
        """Save the project."""
        self._room.documents.saving.save()

    def save_as(self) -> None:
        """Save the project under a name."""
        self._room.documents.saving.save_as()

    def previous(self) -> None:
        """Open what the project's file held before it was last saved, as a copy without a file."""
        self._room.documents.open_previous()

    def export(self) -> None:
        """Show what can be exported and how."""
        self._room.export.open()

    def export_again(self) -> None:
        """Export as the last time, and ask nothing."""
        self._room.export.again()

    def print(self) -> None:
        """Look at the articles as they are printed, and print them."""
        self._room.printing.open()

    def close(self) -> None:
        """Close the window; unsaved work is asked about."""
        self._room.window.close()

    def quit(self) -> None:
        """Close all windows; unsaved work is asked about first."""
        from editor.ui import windows

        windows.close_all(self._room.settings)
