"""When the window has nothing to do: work beside it goes on only then, if nobody waits for it.

Whoever works in a thread asks between slices. The question is the last in the row of what the
window's thread has to handle, so all that was there before it is done first; and while somebody
waits for a reading, what nobody waits for is not answered at all.
"""

from __future__ import annotations

import threading
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from editor.model.giving_way import SLICE
from editor.model.waiting import CancelledError


class Hurry(Enum):
    """How much a job waits for the window between its slices.

    NOW: not at all. SOON: somebody waits for it, and the window goes on answering. IDLE: nobody
    waits for it: it goes on while the window has nothing to do and nobody waits for a reading.
    """

    NOW = 0.0
    SOON = 0.004
    IDLE = SLICE

    @property
    def slice(self) -> float:
        """Seconds of work at a stretch."""
        return self.value


AGAIN = 0.25
"""Seconds after which a thread looks whether anybody wants its work still."""
PATIENCE = 0.03
"""Seconds that work in some hurry waits for a window that does not answer; each time less."""


class _Asks(QEvent):
    def __init__(self, hurry: Hurry) -> None:
        super().__init__(_KIND)
        self.hurry = hurry
        self.may = threading.Event()


_KIND = QEvent.Type(QEvent.registerEventType())


class Idle(QObject):
    """Lets threads beside the window's have their turns."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody is held."""
        super().__init__(parent)
        self._holds = 0
        self._held: list[threading.Event] = []
        self._closed = False
        self._patience = PATIENCE

    def hold(self) -> None:
        """Somebody waits for other work: what nobody waits for rests until `free`."""
        self._holds += 1

    def free(self) -> None:
        """That work is done."""
        self._holds = max(0, self._holds - 1)
        if not self._holds:
            held, self._held = self._held, []
            for may in held:
                may.set()

    def close(self) -> None:
        """The window goes: what nobody waits for ends, the rest goes on alone."""
        self._closed = True

    def rest(self, hurry: Hurry) -> None:
        """Wait, in another thread, for the window's leave to go on.

        Raises `CancelledError` where nobody waits for the work, and the window goes.
        """
        if not self._closed:
            asks = _Asks(hurry)
            may = asks.may
            try:
                QCoreApplication.postEvent(self, asks, Qt.EventPriority.LowEventPriority.value)
            except RuntimeError:  # the window is gone
                self._closed = True
            if hurry is Hurry.SOON:
                # one that is waiting for this very work never answers
                answered = may.wait(self._patience)
                self._patience = PATIENCE if answered else self._patience / 2
                return
            while not self._closed and not may.wait(AGAIN):
                pass
        if self._closed and hurry is Hurry.IDLE:
            raise CancelledError

    def customEvent(self, event: QEvent) -> None:  # noqa: N802
        """All that was to be done before is done."""
        assert isinstance(event, _Asks)
        if self._holds and event.hurry is Hurry.IDLE:
            self._held.append(event.may)
        else:
            event.may.set()
