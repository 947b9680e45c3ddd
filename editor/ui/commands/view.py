"""The View and Help menus: what the desk shows."""

from __future__ import annotations

from editor.ui.commands.command import ALWAYS, HELP, QT_TRANSLATE_NOOP, VIEW, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "larger",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        ("Ctrl+=", "Ctrl++"),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), ("Ctrl+-",), VIEW, needs=ALWAYS
    ),
    Command(
        "normal_size",
        QT_TRANSLATE_NOOP("Commands", "Normal size"),
        ("Ctrl+Alt+0",),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "blank_lines",
        QT_TRANSLATE_NOOP("Commands", "Show blank lines"),
        ("Ctrl+B",),
        VIEW,
        needs=ALWAYS,
        apart=True,
    ),
    Command(
        "white_space",
        QT_TRANSLATE_NOOP("Commands", "Show spaces and line ends"),
        ("Ctrl+Shift+B",),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "side_panel",
        QT_TRANSLATE_NOOP("Commands", "Doubts and corrections"),
        ("F9",),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "page_style",
        QT_TRANSLATE_NOOP("Commands", "The page's style…"),
        ("Ctrl+Shift+Y",),
        VIEW,
        apart=True,
    ),
    Command(
        "settings",
        QT_TRANSLATE_NOOP("Commands", "Settings…"),
        ("Ctrl+,",),
        VIEW,
        needs=ALWAYS,
        apart=True,
    ),
    Command(
        "sample", QT_TRANSLATE_NOOP("Commands", "Sample page with hints"), (), HELP, needs=ALWAYS
    ),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "All keys"), ("F1",), HELP, needs=ALWAYS),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Galley"), (), HELP, needs=ALWAYS),
)
