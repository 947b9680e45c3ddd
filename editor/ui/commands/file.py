"""The File menu: pages in, projects, Word out."""

from __future__ import annotations

from editor.ui.commands.command import ALWAYS, FILE, PAGE, QT_TRANSLATE_NOOP, Command

COMMANDS: tuple[Command, ...] = (
    Command("open", QT_TRANSLATE_NOOP("Commands", "Open…"), ("Ctrl+O",), FILE, needs=ALWAYS),
    Command(
        "open_clipboard",
        QT_TRANSLATE_NOOP("Commands", "Open the clipboard's text as a page"),
        ("Ctrl+Shift+V",),
        FILE,
        needs=ALWAYS,
    ),
    Command(
        "paste_page", QT_TRANSLATE_NOOP("Commands", "Paste as a new page"), (), FILE, needs=PAGE
    ),
    Command(
        "paste_piece",
        QT_TRANSLATE_NOOP("Commands", "Paste as a second piece of this page"),
        (),
        FILE,
        needs=PAGE,
    ),
    Command(
        "save", QT_TRANSLATE_NOOP("Commands", "Save"), ("Ctrl+S",), FILE, needs=PAGE, apart=True
    ),
    Command(
        "save_as",
        QT_TRANSLATE_NOOP("Commands", "Save as…"),
        ("Ctrl+Shift+S",),
        FILE,
        needs=PAGE,
    ),
    Command(
        "previous",
        QT_TRANSLATE_NOOP("Commands", "Open the version before the last save…"),
        (),
        FILE,
        needs=PAGE,
    ),
    Command(
        "encoding",
        QT_TRANSLATE_NOOP("Commands", "Text encoding…"),
        ("Ctrl+Shift+U",),
        FILE,
        needs=PAGE,
    ),
    Command(
        "reimport",
        QT_TRANSLATE_NOOP("Commands", "Read the page's text anew from a file…"),
        ("Ctrl+Shift+I",),
        FILE,
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Commands", "Export to Word…"),
        ("Ctrl+E",),
        FILE,
        apart=True,
    ),
    Command("export_again", QT_TRANSLATE_NOOP("Commands", "Repeat the last export"), ("F5",), FILE),
    Command(
        "print",
        QT_TRANSLATE_NOOP("Commands", "Print…"),
        ("Ctrl+P",),
        FILE,
    ),
    Command(
        "close",
        QT_TRANSLATE_NOOP("Commands", "Close window"),
        ("Ctrl+W",),
        FILE,
        needs=ALWAYS,
        apart=True,
    ),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",), FILE, needs=ALWAYS),
)
