"""The card of a suspect: its reason, what should stand there, what stands there, a key each.

As the card of doubts, but for its keys: Enter takes the fix (where there is none, one types it),
Delete lets it be here, with Shift everywhere in the project, Tab looks at all of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from editor.ui import keys
from editor.ui.doubts.card import DoubtCard
from editor.ui.doubts.choices import Choice

TAKE, HERE, EVERYWHERE, TYPE = range(4)
KEYS = "Enter", "Del", "Shift+Del", "Enter"


class SuspectCard(DoubtCard):
    """Shows one suspect. `chosen` carries one of the choices that it was given."""

    _answers: Sequence[int] = ()

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Suspect"))
        self.setObjectName("suspectCard")

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        following = keys.with_key(self.tr("next suspect"), "next_suspect", "{1} {0}")
        self._foot.setText(self.tr("Esc back to the text") + " · " + following)

    def show_suspect(
        self, head: str, why: str, answers: Sequence[int], choices: Sequence[Choice], more: str
    ) -> None:
        """Fill the card: `answers` says what each choice is."""
        self._answers = answers
        self.show_doubt(head, why, choices, more)

    def answer(self, choice: Choice) -> int:
        """What a choice is."""
        return self._answers[self.choices.index(choice)]

    def _key(self, number: int) -> str:
        return keys.native(KEYS[self._answers[number]])

    def event(self, event: QEvent) -> bool:
        """Claim Shift+Delete, offered or not: it cuts elsewhere."""
        return keys.claimed(event, Qt.Key.Key_Delete) or super().event(event)

    def _number(self, event: QKeyEvent) -> int | None:
        wanted = -1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wanted = TAKE if TAKE in self._answers else TYPE
        elif event.key() == Qt.Key.Key_Delete:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            wanted = EVERYWHERE if shift else HERE
        return self._answers.index(wanted) if wanted in self._answers else None
