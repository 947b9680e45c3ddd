"""Actions and menus, made of the table of commands; and the keys of the two panes.

The panes' own widgets would take Enter, Backspace, Ctrl+Z and more for themselves before any
shortcut is asked. One filter on both stops that for every key of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui import commands, keys
from editor.ui.commands import Command
from editor.ui.proof.pane import ProofPane
from editor.ui.raw.pane import RawPane

REPEATED = ("undo", "redo", "larger", "smaller", "find_next", "find_last")
"""What a key that is held down does again and again."""
SWITCHES = ("blank_lines", "white_space", "side_panel")
"""What is on or off."""
NOT_IN_RAW = ("cut", "paste")
"""What the raw text has no use for: it stays as the page has it."""
NOT_OF_ARTICLES = ("cut", "copy", "paste", "split", "join", "new_article", "send")
"""What means nothing to an article as a whole."""


def make_actions(
    window: QWidget, panes: tuple[RawPane, ProofPane], run: Callable[[Command], None]
) -> dict[str, QAction]:
    """One action a command; plain keys work in the panes only, the others in the whole window."""
    found: dict[str, QAction] = {}
    for command in commands.COMMANDS:
        action = QAction(command.text, window)
        action.setObjectName(command.code)
        action.setAutoRepeat(command.code in REPEATED)
        action.triggered.connect(lambda _=False, taken=command: run(taken))
        if command.plain:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for pane in panes:
                pane.addAction(action)
        else:
            window.addAction(action)
        found[command.code] = action
    for code in SWITCHES:
        found[code].setCheckable(True)
    set_keys(found)
    return found


def set_keys(actions: Mapping[str, QAction]) -> None:
    """Give every action the keys that the present map has for it."""
    held = keys.current()
    wanted = {
        command.code: [keys.sequence(key) for key in held.of(command)]
        for command in commands.COMMANDS
    }
    for code, own in wanted.items():  # first away, so that no key is two actions' in between
        if actions[code].shortcuts() != own:
            actions[code].setShortcuts([])
    for code, own in wanted.items():
        if actions[code].shortcuts() != own:
            actions[code].setShortcuts(own)


def fill_menu(menu: QMenu, actions: Mapping[str, QAction], name: str) -> None:
    """All commands of one menu of the table."""
    for command in commands.COMMANDS:
        if command.menu == name:
            if command.apart and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(actions[command.code])


def whole_menu(parent: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    """Every command, by menus: what the menu button shows."""
    menu = QMenu(parent)
    for name in commands.MENUS:
        part = menu.addMenu(commands.translate(name))
        part.setObjectName(name)
        fill_menu(part, actions, name)
    return menu


def pane_menu(
    parent: QWidget,
    actions: Mapping[str, QAction],
    assign: Callable[[QMenu], None],
    without: Collection[str] = (),
) -> QMenu:
    """The menu of a place in a view: what can be done there. `assign` fills its own part.

    `without`: the codes of what the view cannot do.
    """
    menu = QMenu(parent)
    for command in commands.COMMANDS:
        wanted = command.context and command.code not in without
        if wanted and command.menu == commands.EDIT:
            menu.addAction(actions[command.code])
    menu.addSeparator()
    fill_menu(menu.addMenu(commands.translate(commands.MARK)), actions, commands.MARK)
    assign(menu)
    for command in commands.COMMANDS:
        if command.code in without:
            continue
        if command.context and command.menu != commands.EDIT:
            if command.apart or command.code == "split":
                menu.addSeparator()
            menu.addAction(actions[command.code])
    return menu


class PaneKeys(QObject):
    """The filter on both panes: keys of the table are commands, all others are the pane's."""

    def __init__(self, panes: tuple[RawPane, ProofPane], parent: QObject) -> None:
        """Watch both panes."""
        super().__init__(parent)
        self._raw, self._proof = panes
        self._plain: set[str] = set()
        self._taken: set[str] = set()
        self.set_keys()
        for pane in panes:
            pane.installEventFilter(self)

    def set_keys(self) -> None:
        """Know the keys of the present map."""
        held = keys.current()
        self._plain.clear()
        self._taken.clear()
        for command in commands.COMMANDS:
            known = self._plain if command.plain else self._taken
            known.update(keys.portable(key) for key in held.of(command))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the pane from claiming a key that is a command here."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        key = QKeySequence(event.keyCombination()).toString()
        if key in self._taken or (key in self._plain and self._commands(watched, event.key())):
            event.ignore()
            return True
        breaks = key in ("Shift+Return", "Shift+Enter") and watched is self._proof
        if key in self._plain or (breaks and self._proof.breaks_headline()):
            event.accept()  # it edits the line: the pane gets it
            return True
        return False

    def _commands(self, watched: QObject, key: int) -> bool:
        """Whether Enter or Backspace is a command at the caret."""
        if watched is self._proof:
            if self._proof.composing:
                return False
            return key != Qt.Key.Key_Backspace or self._proof.joins_before()
        return key != Qt.Key.Key_Backspace or self._raw.joins_before()
