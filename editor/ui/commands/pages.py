"""The Pages menu: going through a project's pages, their order and names, and links across them."""

from __future__ import annotations

from editor.ui.commands.command import PAGE, PAGES, QT_TRANSLATE_NOOP, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "next_page", QT_TRANSLATE_NOOP("Commands", "Next page"), ("Alt+PgDown",), PAGES, needs=PAGE
    ),
    Command(
        "last_page",
        QT_TRANSLATE_NOOP("Commands", "Previous page"),
        ("Alt+PgUp",),
        PAGES,
        needs=PAGE,
    ),
    Command(
        "link_on",
        QT_TRANSLATE_NOOP("Commands", "Join with its part on another page…"),
        ("Ctrl+L",),
        PAGES,
        context=True,
        apart=True,
    ),
    Command(
        "unlink",
        QT_TRANSLATE_NOOP("Commands", "Part from the other page"),
        ("Ctrl+U",),
        PAGES,
        context=True,
    ),
    Command(
        "other_part",
        QT_TRANSLATE_NOOP("Commands", "To its part on the other page"),
        ("Ctrl+J",),
        PAGES,
        context=True,
    ),
    Command(
        "links",
        QT_TRANSLATE_NOOP("Commands", "Articles that go on elsewhere…"),
        ("Ctrl+Shift+L",),
        PAGES,
    ),
    Command(
        "page_earlier",
        QT_TRANSLATE_NOOP("Commands", "Move page up"),
        ("Ctrl+Shift+PgUp",),
        PAGES,
        needs=PAGE,
        apart=True,
    ),
    Command(
        "page_later",
        QT_TRANSLATE_NOOP("Commands", "Move page down"),
        ("Ctrl+Shift+PgDown",),
        PAGES,
        needs=PAGE,
    ),
    Command(
        "page_name",
        QT_TRANSLATE_NOOP("Commands", "Name of the page…"),
        ("Shift+F2",),
        PAGES,
        needs=PAGE,
    ),
    Command("remove_page", QT_TRANSLATE_NOOP("Commands", "Remove page"), (), PAGES, needs=PAGE),
)
