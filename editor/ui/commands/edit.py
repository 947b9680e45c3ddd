"""The Edit menu: steps back and forth, the clipboard, find and replace."""

from __future__ import annotations

from editor.ui.commands.command import ALWAYS, EDIT, PAGE, QT_TRANSLATE_NOOP, Command

COMMANDS: tuple[Command, ...] = (
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), ("Ctrl+Z",), EDIT),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("Commands", "Cut"),
        ("Ctrl+X", "Shift+Del"),
        EDIT,
        context=True,
        apart=True,
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Commands", "Copy"),
        ("Ctrl+C", "Ctrl+Ins"),
        EDIT,
        needs=PAGE,
        context=True,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Commands", "Paste"),
        ("Ctrl+V", "Shift+Ins"),
        EDIT,
        needs=ALWAYS,
        context=True,
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("Commands", "Select all"),
        ("Ctrl+A",),
        EDIT,
        needs=PAGE,
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Commands", "Find…"),
        ("Ctrl+F",),
        EDIT,
        needs=PAGE,
        apart=True,
    ),
    Command("find_next", QT_TRANSLATE_NOOP("Commands", "Find next"), ("F3",), EDIT, needs=PAGE),
    Command(
        "find_last",
        QT_TRANSLATE_NOOP("Commands", "Find previous"),
        ("Shift+F3",),
        EDIT,
        needs=PAGE,
    ),
    Command("replace", QT_TRANSLATE_NOOP("Commands", "Replace…"), ("Ctrl+H",), EDIT),
    Command(
        "copy_article",
        QT_TRANSLATE_NOOP("Commands", "Copy as clean text"),
        ("Ctrl+Shift+C",),
        EDIT,
        context=True,
    ),
)
