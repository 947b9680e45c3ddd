"""The key map: which keys do what. The table of commands says it; an editor may say otherwise.

Only what differs from the table is kept. Whoever shows a key asks here, so that menus, palette,
help and tooltips tell the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QEvent, QKeyCombination, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from editor.ui.commands import BY_CODE, COMMANDS, Command

SETTING = "keys"
"""Where what differs is kept, as JSON."""
MAP = "galley keys"
"""The application's property that holds the present map."""
MOST = 2
"""Keys of one command at the most."""
FIXED = ("F10",)
"""Keys that no command may have: what opens the menu."""
_MODIFIERS = Qt.KeyboardModifier
_COMMANDING = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_MOVING = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
        Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete,
    }
)  # fmt: skip
"""Keys that mean something to the text as long as nothing is held with them."""


@dataclass(frozen=True)
class KeyMap:
    """What an editor changed: the keys (portable names) of a command's code."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, command: Command) -> tuple[str, ...]:
        """The keys of a command; the first is the one that is shown."""
        return self.changed.get(command.code, command.keys)

    def put(self, command: Command, keys: tuple[str, ...]) -> KeyMap:
        """The map in which a command has these keys, each once; those of the table are no change.

        Other commands keep theirs: see `users`.
        """
        names = tuple(dict.fromkeys(portable(key) for key in keys if key))
        others = {code: own for code, own in self.changed.items() if code != command.code}
        if names != tuple(portable(key) for key in command.keys):
            others[command.code] = names
        return KeyMap(MappingProxyType(others))

    def users(self, key: str, but: Command | None = None) -> tuple[Command, ...]:
        """The commands that have a key, `but` this one."""
        name = portable(key)
        return tuple(
            command
            for command in COMMANDS
            if command is not but and name in map(portable, self.of(command))
        )

    def take(self, command: Command, key: str) -> KeyMap:
        """The map in which no command but this one has `key`."""
        found = self
        for user in self.users(key, command):
            kept = tuple(own for own in self.of(user) if portable(own) != portable(key))
            found = found.put(user, kept)
        return found


def sequence(key: str) -> QKeySequence:
    """A key by the name that it has in the table, whatever it is called in words."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def portable(key: str) -> str:
    """The one name of a key, however it was written."""
    return sequence(key).toString()


def is_free(key: str) -> bool:
    """Whether a key may mean a command: not if it types, moves in the text or is the menu's."""
    wanted = sequence(key)
    if wanted.count() != 1 or wanted.toString() in ("", *FIXED):
        return False
    pressed: QKeyCombination = wanted[0]  # type: ignore[index]
    if pressed.keyboardModifiers() & _COMMANDING:
        return pressed.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    held = pressed.keyboardModifiers()
    if pressed.key() < Qt.Key.Key_Escape:  # Latin letters, digits, signs, Chinese
        return False
    return bool(held) or pressed.key() not in _MOVING


def load(settings: QSettings) -> KeyMap:
    """The map of the settings; what no command is called, or no key, is passed over.

    So is a key that writes or moves in the text. A key that another version gave to a command
    stays with the one that the editor gave it to.
    """
    try:
        kept = json.loads(str(settings.value(SETTING, "{}")))
    except ValueError:
        return KeyMap()
    found = KeyMap()
    for code, own in kept.items() if isinstance(kept, dict) else ():
        command = BY_CODE.get(code)
        if command is not None and isinstance(own, list):
            held = set(map(portable, command.keys))
            keys = tuple(str(key) for key in own)
            may = tuple(key for key in keys if portable(key) in held or is_free(key))
            if may or not keys:
                found = found.put(command, may[:MOST])
    for code in tuple(found.changed):
        for key in found.of(BY_CODE[code]):
            found = found.take(BY_CODE[code], key)
    return found


def store(settings: QSettings, keys: KeyMap) -> None:
    """Keep a map, and make it the present one."""
    settings.setValue(SETTING, json.dumps({c: list(own) for c, own in keys.changed.items()}))
    use(keys)


def use(keys: KeyMap) -> None:
    """Make a map the present one, for all windows."""
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(MAP, keys)


def current() -> KeyMap:
    """The present map."""
    app = QGuiApplication.instance()
    found = app.property(MAP) if app is not None else None
    return found if isinstance(found, KeyMap) else KeyMap()


def native(key: str) -> str:
    """A key as this system writes it."""
    return sequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def natives(own: tuple[str, ...]) -> list[str]:
    """The keys of a command as they are told; the two Enter keys have one name."""
    return list(dict.fromkeys(native(key) for key in own))


def told(code: str) -> str:
    """The key of a command as it is told to people; empty where it has none."""
    keys = current().of(BY_CODE[code])
    return native(keys[0]) if keys else ""


def with_key(text: str, code: str, shape: str = "{0}  {1}") -> str:
    """`text` with the key of a command; without one, `text` itself."""
    key = told(code)
    return shape.format(text, key) if key else text


def claimed(event: QEvent, key: Qt.Key) -> bool:
    """Whether Qt asks if a shortcut may have a key, whatever is held with it; it may not then."""
    asked = event.type() is QEvent.Type.ShortcutOverride
    if asked and isinstance(event, QKeyEvent) and event.key() == key:
        event.accept()
        return True
    return False
