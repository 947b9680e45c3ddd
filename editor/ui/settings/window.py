"""The settings: what matters and no more, each choice in force at once. Nothing waits for an OK.

The window is not modal: one sees on the desk what a choice does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout

from editor.ui.settings.desk_page import DeskPage
from editor.ui.settings.key_page import KeyPage
from editor.ui.settings.proof_page import ProofPage
from editor.ui.settings.roster_page import RosterPage

if TYPE_CHECKING:
    from editor.ui.room import Room

DESK, PROOF, KEYS, ROSTER = range(4)
WIDTH, HEIGHT = 560, 520
translate = QCoreApplication.translate


def sections() -> list[tuple[int, str]]:
    """What can be set, in words, with the page that it is on: for whoever looks for one."""
    return [
        (DESK, translate("SettingsWindow", "Appearance")),
        (DESK, translate("SettingsWindow", "Language")),
        (DESK, translate("SettingsWindow", "At the start")),
        (PROOF, translate("SettingsWindow", "Font of the proof")),
        (PROOF, translate("SettingsWindow", "Line height")),
        (KEYS, translate("SettingsWindow", "Key map")),
        (ROSTER, translate("SettingsWindow", "Roster of reporters")),
        (ROSTER, translate("SettingsWindow", "House file")),
    ]


class SettingsWindow(QDialog):
    """All that can be set, on four pages."""

    def __init__(self, room: Room) -> None:
        """A window over the one of `room`, not shown yet."""
        super().__init__(room.window)
        self.setModal(False)
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.pages.tabBar().setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setAccessibleName(self.tr("Settings"))
        self.pages.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keys = KeyPage(room.settings)
        self.roster = RosterPage(room)
        self.pages.addTab(DeskPage(room), self.tr("Desk"))
        self.pages.addTab(ProofPage(room), self.tr("Proof"))
        self.pages.addTab(self.keys, self.tr("Keys"))
        self.pages.addTab(self.roster, self.tr("House"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.pages)
        self.resize(WIDTH, HEIGHT)

    def open_at(self, page: int) -> None:
        """Come into sight, with this page in front and the keys on it."""
        self.roster.show_names()
        self.pages.setCurrentIndex(page)
        self.show()
        self.raise_()
        self.activateWindow()
        shown = self.pages.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
