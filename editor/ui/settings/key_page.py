"""The key map at hand: every command with its keys, found by name or key, changed in place.

A key that another command has is not taken silently: it is said whose it is, and a button
takes it from there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui import commands, keys
from editor.ui.commands import Command
from editor.ui.finding.fuzzy import fit
from editor.ui.finding.pinyin import none
from editor.ui.keys import KeyMap
from editor.ui.look import theme
from editor.ui.settings import choices, parts

CODE = Qt.ItemDataRole.UserRole


class KeyPage(QWidget):
    """A list of commands, and under it the keys of the one that is chosen."""

    def __init__(self, settings: QSettings) -> None:
        """The present map."""
        super().__init__()
        self._settings = settings
        self._wanted: tuple[int, str] | None = None
        self._heads: list[QTreeWidgetItem] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a command or a key"))
        self.search.setAccessibleName(self.tr("Find a command or a key"))
        parts.add_clear_button(self.search, self.tr("Clear"))
        self.search.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        self.list.setUniformRowHeights(True)
        self.list.setTabKeyNavigation(False)
        self._name = QLabel()
        self._name.setObjectName("title")
        self.fields = (self._field(0, self.tr("Key")), self._field(1, self.tr("Another key")))
        self._told = parts.note("")
        self.take = self._button(self.tr("Use it here"), self._take_over)
        self.reset = self._button(self.tr("Reset this one"), self._reset)
        self.reset_all = self._button(self.tr("Reset all"), self._reset_all)
        self._lay_out()
        self._fill()
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.setCurrentItem(self._items()[0])
        self.setFocusProxy(self.search)

    def _field(self, number: int, name: str) -> QKeySequenceEdit:
        field = QKeySequenceEdit()
        field.setMaximumSequenceLength(1)
        field.setAccessibleName(name)
        # Qt tells an empty key before every new one: what it came to is seen after that
        field.keySequenceChanged.connect(
            lambda _: QTimer.singleShot(0, self, lambda: self._typed(number))
        )
        inner = field.findChild(QLineEdit)
        if inner is not None:
            inner.setAccessibleName(name)
            parts.add_clear_button(inner, self.tr("No key"))
        return field

    def _button(self, text: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("plain")
        button.setText(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(parts.EDGE, 16, parts.EDGE, 14)
        column.setSpacing(9)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._name)
        grid = QGridLayout()
        for number, field in enumerate(self.fields):
            label = QLabel(field.accessibleName())
            label.setBuddy(field)
            grid.addWidget(label, 0, 2 * number)
            grid.addWidget(field, 0, 2 * number + 1)
        column.addLayout(grid)
        told = QHBoxLayout()
        told.addWidget(self._told, 1)
        told.addWidget(self.take)
        column.addLayout(told)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addWidget(self.reset_all)
        foot.addStretch(1)
        column.addLayout(foot)

    # -- the list --------------------------------------------------------------------------

    def _fill(self) -> None:
        for menu in commands.MENUS:
            head = QTreeWidgetItem([commands.translate(menu)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(head)
            self._heads.append(head)
            for command in commands.COMMANDS:
                if command.menu == menu:
                    item = QTreeWidgetItem([command.text.rstrip("…"), ""])
                    item.setData(0, CODE, command.code)
                    head.addChild(item)
        self.list.expandAll()
        self._tell_keys()

    def _items(self) -> list[QTreeWidgetItem]:
        return [head.child(n) for head in self._heads for n in range(head.childCount())]

    def _tell_keys(self) -> None:
        held = keys.current()
        for item in self._items():
            command = commands.BY_CODE[item.data(0, CODE)]
            own = held.of(command)
            item.setText(1, "  ".join(keys.natives(own)))
            font = item.font(1)
            font.setBold(command.code in held.changed)
            item.setFont(1, font)

    def _filter(self, typed: str) -> None:
        for item in self._items():
            command = commands.BY_CODE[item.data(0, CODE)]
            named = any(
                fit(typed, name, none) is not None for name in (item.text(0), command.label)
            )
            has_key = typed.casefold() in item.text(1).casefold()
            item.setHidden(not named and not has_key)
        for head in self._heads:
            head.setHidden(all(head.child(n).isHidden() for n in range(head.childCount())))
        shown = [item for item in self._items() if not item.isHidden()]
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    # -- the one that is chosen ------------------------------------------------------------

    @property
    def command(self) -> Command | None:
        """The command whose keys are shown."""
        item = self.list.currentItem()
        code = item.data(0, CODE) if item is not None else None
        return commands.BY_CODE[code] if code else None

    def _show(self) -> None:
        command = self.command
        self._say("")
        self._name.setText(command.text.rstrip("…") if command else "")
        for number, field in enumerate(self.fields):
            field.blockSignals(True)
            field.setKeySequence(keys.sequence(self._key(command, number) if command else ""))
            inner = field.findChild(QLineEdit)
            if inner is not None:  # Qt puts its own words there
                inner.setPlaceholderText(self.tr("Press a key"))
            field.blockSignals(False)
            field.setEnabled(command is not None)
        changed = command is not None and command.code in keys.current().changed
        self.reset.setEnabled(changed)
        self.reset_all.setEnabled(bool(keys.current().changed))

    def _key(self, command: Command, number: int) -> str:
        own = keys.current().of(command)
        return keys.portable(own[number]) if number < len(own) else ""

    def _typed(self, number: int) -> None:
        command, key = self.command, self.fields[number].keySequence().toString()
        if command is None or key == self._key(command, number):
            return
        self._say("")
        if key and not keys.is_free(key):
            told = self.tr("{0} writes or moves in the text; hold Ctrl or Alt with it")
            self._say(told.format(keys.native(key)))
            return
        users = keys.current().users(key, command) if key else ()
        if users:
            self._wanted = number, key
            named = "、".join(user.text.rstrip("…") for user in users)
            told = self.tr("{0} is the key of: {1}").format(keys.native(key), named)
            self._say(told, offer=True)
            return
        self._put(keys.current(), command, number, key)

    def _take_over(self) -> None:
        command, wanted = self.command, self._wanted
        if command is not None and wanted is not None:
            number, key = wanted
            self._put(keys.current().take(command, key), command, number, key)

    def _put(self, held: KeyMap, command: Command, number: int, key: str) -> None:
        own = [*held.of(command), "", ""][: len(self.fields)]
        own[number] = key
        self._keep(held.put(command, tuple(name for name in own if name)))

    def _reset(self) -> None:
        """The keys of the table again; whoever has one of them since loses it."""
        command, held = self.command, keys.current()
        if command is None:
            return
        for key in command.keys:
            held = held.take(command, key)
        self._keep(held.put(command, command.keys))

    def _reset_all(self) -> None:
        self._keep(KeyMap())

    def _keep(self, held: KeyMap) -> None:
        keys.store(self._settings, held)
        choices.to_all(self._settings, lambda room: room.refresh_keys())
        self._tell_keys()
        self._show()

    def _say(self, text: str, *, offer: bool = False) -> None:
        self._told.setText(text)
        self._told.setStyleSheet(f"color: {theme.current().wrong};" if text else "")
        self.take.setVisible(offer)
        if not offer:
            self._wanted = None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """What is said has its colour in the theme of the moment."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_told"):
            self._told.setStyleSheet(f"color: {theme.current().wrong};")
