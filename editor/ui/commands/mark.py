"""The Mark as menu: the role of the text in use."""

from __future__ import annotations

from collections.abc import Callable

from editor.editing import gestures
from editor.editing.gestures import Gesture
from editor.model.structure import Role
from editor.ui.commands.command import MARK, QT_TRANSLATE_NOOP, Command
from editor.ui.target import Target


def _role(role: Role) -> Callable[[Target], Gesture | None]:
    def mark(target: Target) -> Gesture | None:
        if target.whole and (role.assigned or role is Role.DATELINE):
            return None  # all of an article is no headline
        return gestures.SetRole(target.spans, role) if target.spans else None

    return mark


def _tray(target: Target) -> Gesture | None:
    return None if target.whole else gestures.AssignHeading(target.span, None)


COMMANDS: tuple[Command, ...] = (
    Command(
        "mark_headline",
        QT_TRANSLATE_NOOP("Commands", "Headline"),
        ("Ctrl+1",),
        MARK,
        _role(Role.HEADLINE),
    ),
    Command(
        "mark_kicker",
        QT_TRANSLATE_NOOP("Commands", "Kicker"),
        ("Ctrl+2",),
        MARK,
        _role(Role.KICKER),
    ),
    Command(
        "mark_subhead",
        QT_TRANSLATE_NOOP("Commands", "Subhead"),
        ("Ctrl+3",),
        MARK,
        _role(Role.SUBHEAD),
    ),
    Command(
        "mark_byline",
        QT_TRANSLATE_NOOP("Commands", "Byline"),
        ("Ctrl+4",),
        MARK,
        _role(Role.BYLINE),
    ),
    Command(
        "mark_dateline",
        QT_TRANSLATE_NOOP("Commands", "Dateline"),
        ("Ctrl+5",),
        MARK,
        _role(Role.DATELINE),
    ),
    Command(
        "mark_crosshead",
        QT_TRANSLATE_NOOP("Commands", "Crosshead"),
        ("Ctrl+6",),
        MARK,
        _role(Role.CROSSHEAD),
    ),
    Command(
        "mark_note",
        QT_TRANSLATE_NOOP("Commands", "Editor's note"),
        ("Ctrl+7",),
        MARK,
        _role(Role.NOTE),
    ),
    Command(
        "mark_caption",
        QT_TRANSLATE_NOOP("Commands", "Caption"),
        ("Ctrl+8",),
        MARK,
        _role(Role.CAPTION),
    ),
    Command(
        "mark_body",
        QT_TRANSLATE_NOOP("Commands", "Body text"),
        ("Ctrl+0",),
        MARK,
        _role(Role.BODY),
        apart=True,
    ),
    Command(
        "mark_furniture",
        QT_TRANSLATE_NOOP("Commands", "Page furniture (not exported)"),
        ("Ctrl+Del",),
        MARK,
        _role(Role.FURNITURE),
    ),
    Command(
        "unassign",
        QT_TRANSLATE_NOOP("Commands", "Headline of no article"),
        ("Ctrl+9",),
        MARK,
        _tray,
        apart=True,
    ),
)
