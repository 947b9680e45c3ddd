"""Settings of the desk: light or dark, the language, what a start and a file begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from editor.ui.look import appearance, appearance_menu
from editor.ui.settings import choices, parts, speaking

if TYPE_CHECKING:
    from editor.ui.room import Room


class DeskPage(QWidget):
    """Four choices."""

    def __init__(self, room: Room) -> None:
        """As the settings have it."""
        super().__init__()
        self._room, settings = room, room.settings
        rows = parts.form(self)
        name = self.tr("Appearance")
        self.looks = parts.Choices(name, appearance_menu.looks(), self._look)
        self.looks.choose(str(settings.value(appearance.LOOKS, "")))
        rows.addRow(name, self.looks)
        name = self.tr("Language")
        self.languages = parts.Choices(name, appearance_menu.languages(), self._speak)
        self.languages.choose(str(settings.value(appearance.LANGUAGE, "")))
        rows.addRow(name, self.languages)
        self.restores = QCheckBox(self.tr("Open what was open last"))
        self.restores.setChecked(choices.restores(settings))
        self.restores.toggled.connect(lambda on: settings.setValue(choices.RESTORE, on))
        rows.addRow(self.tr("At the start"), self.restores)
        self.returns = QCheckBox(self.tr("Go where one looked last"))
        self.returns.setChecked(choices.returns(settings))
        self.returns.toggled.connect(lambda on: settings.setValue(choices.RETURN, on))
        rows.addRow(self.tr("In a file"), self.returns)
        self.setFocusProxy(self.looks)

    def _look(self, value: str) -> None:
        appearance_menu.set_scheme(self._room.settings, value, self._room.window.repaint_all)

    def _speak(self, value: str) -> None:
        speaking.speak(self._room.settings, value)
