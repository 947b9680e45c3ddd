"""The roster of reporters: who new pages know from the start, and who the open page knows.

Names come here because somebody typed them. A tick keeps a name for new pages; without one the
open page alone has it. What changes for the open page is a step that can be undone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.editing.roster import ENROL
from editor.model.history import StyleChange
from editor.ui import keys
from editor.ui.settings import choices, parts

if TYPE_CHECKING:
    from editor.ui.room import Room

_BETWEEN = re.compile(r"[、，,;；\n]+")


class RosterPage(QWidget):
    """A list with ticks, and a field that adds to it."""

    def __init__(self, room: Room) -> None:
        """The names of the settings and of the open page."""
        super().__init__()
        self._room = room
        self.house = QComboBox()
        self.house.setAccessibleName(self.tr("House file"))
        self.house.setMinimumContentsLength(22)
        self._fill_houses()
        self.house.activated.connect(lambda _: self._choose_house())
        told = self.tr("A ticked name is known to every new page, the others to the open one.")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Add a name and press Enter"))
        self.field.setAccessibleName(self.tr("Add a name and press Enter"))
        self.field.returnPressed.connect(self._add)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Reporters"))
        self.list.itemChanged.connect(lambda _: self._keep())
        self.remove = QToolButton()
        self.remove.setObjectName("plain")
        self.remove.setText(self.tr("Remove the name"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        self.remove.setEnabled(False)
        delete = QShortcut(keys.sequence("Del"), self.list, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(parts.EDGE, 16, parts.EDGE, 14)
        column.setSpacing(9)
        chosen = QHBoxLayout()
        chosen.addWidget(QLabel(self.tr("House file")))
        chosen.addWidget(self.house)
        self.folder = QToolButton()
        self.folder.setObjectName("plain")
        self.folder.setText(self.tr("Open their folder"))
        self.folder.setToolTip(self.tr("House files are shared by copying them into it"))
        self.folder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.folder.clicked.connect(self._open_folder)
        chosen.addWidget(self.folder)
        chosen.addStretch(1)
        column.addLayout(chosen)
        column.addWidget(
            parts.note(
                self.tr(
                    "New pages are checked by it and by rules made here. A project keeps its own; "
                    "where the file says something else, that is shown before it is taken."
                )
            )
        )
        column.addSpacing(6)
        column.addWidget(QLabel(self.tr("Reporters")))
        column.addWidget(parts.note(told))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        column.addLayout(foot)
        self.setFocusProxy(self.field)
        self.show_names()

    def show_names(self) -> None:
        """Show the names as they are now."""
        session = self._room.session
        kept = choices.roster(self._room.settings)
        page = session.project.style.roster if session is not None else ()
        chosen = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for name in dict.fromkeys((*kept, *page)):
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            tick = Qt.CheckState.Checked if name in kept else Qt.CheckState.Unchecked
            item.setCheckState(tick)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(chosen, self.list.count() - 1))

    def _fill_houses(self) -> None:
        """The house files of one's own folder; one that is chosen from elsewhere too."""
        from editor.files import house_here

        chosen = choices.house(self._room.settings)
        self.house.addItem(self.tr("None"), "")
        paths = [str(path) for path in house_here.choices()]
        for path in dict.fromkeys((*paths, *([chosen] if chosen else []))):
            self.house.addItem(Path(path).stem, path)
        self.house.setCurrentIndex(max(0, self.house.findData(chosen)))

    def _open_folder(self) -> None:
        """Show the folder of one's own house files where the system shows folders."""
        from editor.files import house

        folder = house.own_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._room.message.say(str(error))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._room.message.say(str(folder))

    def _choose_house(self) -> None:
        choices.set_house(self._room.settings, str(self.house.currentData() or ""))
        choices.to_all(self._room.settings, lambda room: room.suspects.house.again())

    def _add(self) -> None:
        """Add what was typed, several names apart by commas: for new pages and for this one."""
        typed = (name.strip() for name in _BETWEEN.split(self.field.text()))
        names = tuple(dict.fromkeys(name for name in typed if name))
        self.field.clear()
        if names:
            settings = self._room.settings
            choices.set_roster(settings, (*choices.roster(settings), *names))
            self._change(StyleChange(came=names))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        settings, name = self._room.settings, item.text()
        choices.set_roster(settings, (n for n in choices.roster(settings) if n != name))
        self._change(StyleChange(gone=(name,)))

    def _change(self, change: StyleChange) -> None:
        """Let the open page have it too."""
        session = self._room.session
        if session is not None:
            roster = session.project.style.roster
            gone = tuple(name for name in change.gone if name in roster)
            came = tuple(name for name in change.came if name not in roster)
            if gone or came:
                self._room.turn.take(
                    lambda: session.change_style(ENROL, StyleChange(gone, came), "settings")
                )
        self.show_names()

    def _keep(self) -> None:
        """Keep the ticked names for new pages."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item.text() for item in items if item.checkState() is Qt.CheckState.Checked)
        choices.set_roster(self._room.settings, ticked)
