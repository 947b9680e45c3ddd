"""A command: its name, its keys, its menu, and what it needs. The tables beside are made of it.

A command with a `gesture` turns the target in use into a gesture; the others are done by the
window's method of the same name. `plain` keys (Enter, Backspace) mean a command only inside the
two panes, and only where they do not edit a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from editor.editing.gestures import Gesture
from editor.ui.target import Target

CONTEXT = "Commands"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate reads
    """`text` itself, marked for translation."""
    return text


FILE, EDIT, STRUCTURE, MARK, PAGES, GO, VIEW, HELP = (
    QT_TRANSLATE_NOOP("Commands", "File"),
    QT_TRANSLATE_NOOP("Commands", "Edit"),
    QT_TRANSLATE_NOOP("Commands", "Structure"),
    QT_TRANSLATE_NOOP("Commands", "Mark as"),
    QT_TRANSLATE_NOOP("Commands", "Pages"),
    QT_TRANSLATE_NOOP("Commands", "Go"),
    QT_TRANSLATE_NOOP("Commands", "View"),
    QT_TRANSLATE_NOOP("Commands", "Help"),
)
MENUS = (FILE, EDIT, STRUCTURE, MARK, PAGES, GO, VIEW, HELP)

ALWAYS, PAGE, READING = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Command:
    """One entry. `needs`: nothing, an open page, or its reading. `context`: in the panes' menu.

    `apart`: a separator stands before it.
    """

    code: str
    label: str
    keys: tuple[str, ...]
    menu: str
    gesture: Callable[[Target], Gesture | None] | None = None
    needs: int = READING
    plain: bool = False
    context: bool = False
    apart: bool = False

    @property
    def text(self) -> str:
        """The label in the editor's language."""
        return translate(self.label)


def translate(label: str) -> str:
    """A label of this table in the editor's language."""
    return QCoreApplication.translate(CONTEXT, label)
