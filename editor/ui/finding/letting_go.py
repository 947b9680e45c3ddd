"""Very many values that nobody needs any more go some at a time.

Python takes apart at once what one value alone held: ten thousand hits with their texts would hold
the window up for as long as a glance.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

AT_ONCE = 300
"""Values that go in one turn: a millisecond or two."""


class LettingGo(QObject):
    """Holds what is to go, less with every turn of the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is held."""
        super().__init__(parent)
        self._held: list[object] = []
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._let_go)

    def take(self, values: Iterable[object]) -> None:
        """Let these go, once nobody else holds them."""
        self._held += values
        if self._held:
            self._turns.start()

    def _let_go(self) -> None:
        del self._held[-AT_ONCE:]
        if not self._held:
            self._turns.stop()
