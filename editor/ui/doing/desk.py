"""Commands about the desk itself, the settings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.resources import sample_page
from editor.ui.zoom import ZOOM

if TYPE_CHECKING:
    from editor.ui.help.sheet import KeySheet
    from editor.ui.room import Room
    from editor.ui.settings.window import SettingsWindow


class DeskCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room
        self._settings: SettingsWindow | None = None
        self._sheet: KeySheet | None = None

    def larger(self) -> None:
        """Larger text."""
        self._room.set_scale(self._room.scale * ZOOM)

    def smaller(self) -> None:
        """Smaller text."""
        self._room.set_scale(self._room.scale / ZOOM)

    def normal_size(self) -> None:
        """Text at its normal size."""
        self._room.set_scale(1.0)

    def blank_lines(self) -> None:
        """Show or fold blank lines."""
        shown = self._room.actions_by_code["blank_lines"].isChecked()
        self._room.desk.raw.set_folded(not shown)

    def white_space(self) -> None:
        """Show white space in the raw text, or leave it white."""
        shown = self._room.actions_by_code["white_space"].isChecked()
        self._room.desk.raw.set_spaces(shown)

    def side_panel(self) -> None:
        """Show or hide the lists at the right."""
        shown = self._room.actions_by_code["side_panel"].isChecked()
        self._room.desk.show_side(shown)
        self._room.settings.setValue("side_panel", shown)

    def settings(self, page: int = 0) -> None:
        """What the editor can choose."""
        if self._settings is None:
            from editor.ui.settings.window import SettingsWindow

            self._settings = SettingsWindow(self._room)
        self._settings.open_at(page)

    def keys(self) -> None:
        """All keys, to be looked through and printed."""
        if self._sheet is None:
            from editor.ui.help.sheet import KeySheet

            self._sheet = KeySheet(self._room.window)
            self._sheet.print_asked.connect(lambda html: self._room.printing.open_html(html))
        self._sheet.open_here()

    def sample(self) -> None:
        """The sample page, and what to do first."""
        room = self._room

        def show() -> None:
            if room.open_path(sample_page()):
                room.hints.open()

        room.when_safe(show)

    def about(self) -> None:
        """What this program is."""
        from platform import python_version

        from PySide6.QtCore import qVersion

        from editor import __version__

        text = self.tr(
            "<h3>Galley {0}</h3><p>Broken newspaper text in, clean Word files out.</p>"
        ).format(__version__)
        more = self.tr("Free software under the MIT licence.<br>Python {0}, Qt {1}")
        more = more.format(python_version(), qVersion())
        self._room.dialogs.about(self._room.window, self.tr("About Galley"), text, more)
