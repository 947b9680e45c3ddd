"""When the window has nothing to do: work that nobody waits for goes on only then.

Whoever works in a thread asks before each slice. The question is the last in the row of what the
window's thread has to handle, so all that was there before it is done first; and while somebody
waits for a reading it is not answered at all.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from editor.model.waiting import CancelledError

AGAIN = 0.25
"""Seconds after which a thread looks whether anybody wants its work still."""


class _Asks(QEvent):
    def __init__(self, *, urgent: bool) -> None:
        super().__init__(_KIND)
        self.urgent = urgent
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

    def hold(self) -> None:
        """Somebody waits for other work: nobody else goes on until `free`."""
        self._holds += 1

    def free(self) -> None:
        """That work is done."""
        self._holds = max(0, self._holds - 1)
        if not self._holds:
            held, self._held = self._held, []
            for may in held:
                may.set()

    def close(self) -> None:
        """The window goes: whoever asks ends."""
        self._closed = True

    def rest(self, *, urgent: bool = False) -> None:
        """Wait, in another thread, until the window has nothing to do.

        `urgent`: it is held by nobody. Raises `CancelledError` where the window goes.
        """
        if self._closed:
            raise CancelledError
        asks = _Asks(urgent=urgent)
        may = asks.may
        QCoreApplication.postEvent(self, asks, Qt.EventPriority.LowEventPriority.value)
        while not may.wait(AGAIN):
            if self._closed:
                raise CancelledError

    def customEvent(self, event: QEvent) -> None:  # noqa: N802
        """All that was to be done before is done."""
        assert isinstance(event, _Asks)
        if self._holds and not event.urgent:
            self._held.append(event.may)
        else:
            event.may.set()
