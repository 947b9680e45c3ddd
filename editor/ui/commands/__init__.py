"""The one table of what can be done, with its keys: menus, shortcuts and help are made of it.

One module a menu; a command stands in the menu and at the place where it is read.
"""

from __future__ import annotations

from editor.ui.commands import edit, file, go, mark, pages, structure, view
from editor.ui.commands.command import (
    ALWAYS,
    CONTEXT,
    EDIT,
    FILE,
    GO,
    HELP,
    MARK,
    MENUS,
    PAGE,
    PAGES,
    READING,
    STRUCTURE,
    VIEW,
    Command,
    translate,
)

__all__ = (
    "ALWAYS",
    "BY_CODE",
    "COMMANDS",
    "CONTEXT",
    "EDIT",
    "FILE",
    "GO",
    "HELP",
    "MARK",
    "MENUS",
    "PAGE",
    "PAGES",
    "READING",
    "STRUCTURE",
    "VIEW",
    "Command",
    "translate",
)

COMMANDS: tuple[Command, ...] = (
    *file.COMMANDS,
    *edit.COMMANDS,
    *structure.COMMANDS,
    *mark.COMMANDS,
    *pages.COMMANDS,
    *go.COMMANDS,
    *view.COMMANDS,
)

BY_CODE = {command.code: command for command in COMMANDS}
