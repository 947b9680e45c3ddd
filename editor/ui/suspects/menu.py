"""What the menu of a place offers where something is suspect: its fix first, then to let it be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.ui.suspects import telling

if TYPE_CHECKING:
    from editor.proofing.suspect import Suspect
    from editor.ui.room import Room

translate = QCoreApplication.translate


def fill(menu: QMenu, room: Room, suspect: Suspect) -> None:
    """Put what can be done about a suspect before all that is in the menu."""
    first, suspects = menu.actions()[0], room.suspects

    def add(name: str, text: str, act: Callable[[], object]) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: room.turn.take(act))
        menu.insertAction(first, action)

    form = telling.form(suspect)
    if suspect.fix is not None:
        add("take_fix", _fix(suspect, form), lambda: suspects.take((suspect,)))
    add("let_be", translate("Suspects", "Let it be here"), lambda: suspects.dismiss(suspect))
    if form is not None:
        told = translate("Suspects", "Let “{0}” be on all pages").format(telling.seen(form[0]))
        add("let_form_be", told, lambda: suspects.dismiss_everywhere(suspect))
    menu.insertSeparator(first)


def _fix(suspect: Suspect, form: tuple[str, str | None] | None) -> str:
    if not suspect.fix:
        told = translate("Suspects", "Take out “{0}”")
        return told.format(telling.seen(suspect.shown))
    if not suspect.shown:
        return translate("Suspects", "Put in “{0}”").format(telling.seen(suspect.fix))
    shown, put = form or (suspect.shown, suspect.fix)
    return f"{telling.seen(shown)} → {telling.seen(put or suspect.fix)}"
