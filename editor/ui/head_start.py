"""The first page is read before the desk is whole: what one came for comes first.

A copyholder reads it where there is one, from the moment when its text is known. Else it is read in
a thread as soon as there is a proof to show it in, and the furnishing waits for it: a thread that
computes takes the interpreter from each call of Qt, and both would be in each other's way.
"""

from __future__ import annotations

import _thread
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.model.source import Source

if TYPE_CHECKING:
    from editor.copyholder import Copyholder
    from editor.model.reading import Reading

LONG = 50_000
"""Characters of a page from which on the desk comes first."""
PATIENCE = 600
"""Milliseconds for which the furnishing waits."""


class First(NamedTuple):
    """The first reading of a page, and the seconds of processor time that it took.

    `elsewhere`: in another process, so that the analysis here knows nothing of it.
    """

    reading: Reading
    seconds: float
    elsewhere: bool


class HeadStart(QObject):
    """Reads one page beside the window. `read` carries the `First` reading.

    None where it could not be read: it is read again by who tells why.
    """

    read = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject, copyholder: Copyholder | None = None) -> None:
        """Nothing is read."""
        super().__init__(parent)
        self._copyholder = copyholder
        self._asked = False
        self._answered.connect(self.read)  # from the other thread

    def ask(self, source: Source, roster: tuple[str, ...]) -> None:
        """Give the copyholder a page of which nothing was decided; nothing where there is none."""
        if self._copyholder is not None and len(source.text) < LONG:
            self._asked = True
            _thread.start_new_thread(self._work, (source, roster))

    def begin(self, source: Source, roster: tuple[str, ...]) -> bool:
        """There is a proof: have the page read where nobody does yet; False for a long page."""
        if not self._asked and len(source.text) < LONG:
            self._asked = True
            _thread.start_new_thread(self._work, (source, roster))
        return self._asked

    def end(self) -> None:
        """Nothing is going to be read."""
        copyholder, self._copyholder = self._copyholder, None
        if copyholder is not None and not self._asked:
            copyholder.dismiss()

    def _work(self, source: Source, roster: tuple[str, ...]) -> None:
        first: First | None = None
        with suppress(Exception):
            first = self._read(source, roster)
        with suppress(RuntimeError):  # the window is gone
            self._answered.emit(first)

    def _read(self, source: Source, roster: tuple[str, ...]) -> First:
        if self._copyholder is not None:
            held = self._copyholder.read(source, roster)
            if held is not None:
                return First(held, 0.0, True)
        from editor.analysis import read
        from editor.model.decisions import Decisions
        from editor.model.project import Style

        begun = time.thread_time()
        reading = read(source, Decisions(), Style(roster))
        return First(reading, time.thread_time() - begun, False)
