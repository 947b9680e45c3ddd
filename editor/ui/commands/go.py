"""The Go menu: doubts, suspects, articles, panes, and the palette that finds the rest."""

from __future__ import annotations

from editor.ui.commands.command import ALWAYS, GO, PAGE, QT_TRANSLATE_NOOP, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "Type a command…"),
        ("Ctrl+K",),
        GO,
        needs=ALWAYS,
    ),
    Command("next_doubt", QT_TRANSLATE_NOOP("Commands", "Next doubt"), ("F8",), GO),
    Command("last_doubt", QT_TRANSLATE_NOOP("Commands", "Previous doubt"), ("Shift+F8",), GO),
    Command(
        "same_doubts",
        QT_TRANSLATE_NOOP("Commands", "Answer the same kind alike…"),
        ("Ctrl+F8",),
        GO,
    ),
    Command(
        "next_suspect",
        QT_TRANSLATE_NOOP("Commands", "Next suspect"),
        ("F7",),
        GO,
        apart=True,
    ),
    Command("last_suspect", QT_TRANSLATE_NOOP("Commands", "Previous suspect"), ("Shift+F7",), GO),
    Command(
        "kin_suspects",
        QT_TRANSLATE_NOOP("Commands", "Fix all suspects of this kind…"),
        ("Ctrl+F7",),
        GO,
    ),
    Command(
        "verify_form",
        QT_TRANSLATE_NOOP("Commands", "This form on all pages…"),
        ("Ctrl+Shift+F7",),
        GO,
    ),
    Command(
        "verify_forms",
        QT_TRANSLATE_NOOP("Commands", "All doubtful forms of the project…"),
        ("Alt+Shift+F7",),
        GO,
    ),
    Command(
        "ask_again",
        QT_TRANSLATE_NOOP("Commands", "Ask again about all that was let be"),
        (),
        GO,
    ),
    Command(
        "house",
        QT_TRANSLATE_NOOP("Commands", "What the house file changes…"),
        ("Ctrl+Alt+F",),
        GO,
    ),
    Command(
        "type_headline",
        QT_TRANSLATE_NOOP("Commands", "Headline of this article"),
        ("F2",),
        GO,
        context=True,
        apart=True,
    ),
    Command("next_article", QT_TRANSLATE_NOOP("Commands", "Next article"), ("Ctrl+PgDown",), GO),
    Command("last_article", QT_TRANSLATE_NOOP("Commands", "Previous article"), ("Ctrl+PgUp",), GO),
    Command(
        "other_pane",
        QT_TRANSLATE_NOOP("Commands", "Raw text ⇄ proof"),
        ("F6",),
        GO,
        needs=PAGE,
        apart=True,
    ),
)
