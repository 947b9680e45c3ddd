"""The first page is read before the desk is whole, as soon as there is a proof to show it in.

Reading and furnishing would be in each other's way: a thread that computes takes the interpreter
from each call of Qt. So the furnishing waits for a short page, and what one came for comes first.
"""

from __future__ import annotations

import _thread
import time
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.source import Source

LONG = 50_000
"""Characters of a page from which on the desk comes first."""
PATIENCE = 600
"""Milliseconds for which the furnishing waits."""


class HeadStart(QObject):
    """Reads one page in a thread. `read` carries its reading and the seconds of processor time.

    None where it could not be read: it is read again by who tells why.
    """

    read = Signal(object, float)
    _answered = Signal(object, float)

    def __init__(self, parent: QObject) -> None:
        """Nothing is read."""
        super().__init__(parent)
        self._answered.connect(self.read, Qt.ConnectionType.QueuedConnection)

    def begin(self, source: Source, roster: tuple[str, ...]) -> None:
        """Read a page of which nothing was decided."""
        _thread.start_new_thread(self._work, (source, roster))

    def _work(self, source: Source, roster: tuple[str, ...]) -> None:
        begun, reading = time.thread_time(), None
        with suppress(Exception):
            from editor.analysis import read
            from editor.model.decisions import Decisions
            from editor.model.project import Style

            reading = read(source, Decisions(), Style(roster))
        with suppress(RuntimeError):  # the window is gone
            self._answered.emit(reading, time.thread_time() - begun)
