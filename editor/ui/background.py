"""Work off the GUI thread: a job is a function without Qt, its answer arrives as a signal."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.giving_way import SLICE, giving_way
from editor.model.waiting import CancelledError, Watch, watched
from editor.ui.idle import Idle

URGENT = 0.004
"""Seconds of work at a stretch where somebody waits for it."""


class Background(QObject):
    """Runs jobs in threads of their own and hands their answers to the GUI thread."""

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self.idle = Idle(self)
        self._writing: set[threading.Event] = set()
        self._closed = False

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        writes: bool = False,
        watch: Watch | None = None,
        gives_way: bool = False,
        urgent: bool = False,
    ) -> None:
        """Run `job`; then `done` with what it gave, or `failed`, in this thread.

        `writes`: `close` waits for it. `watch`: who waits for it, and may cancel: `failed` is then
        given `CancelledError`. `gives_way`: it goes on only while the window has nothing to do, and
        ends at its next pause where it is cancelled; not at all while somebody waits for other
        work, unless it is `urgent`.
        """
        ended = threading.Event()

        def rest() -> None:
            _look(watch)
            self.idle.rest(urgent=urgent)
            _look(watch)

        def work() -> None:
            try:
                with ExitStack() as around:
                    if watch is not None:
                        around.enter_context(watched(watch.tell))
                    if gives_way:
                        around.enter_context(giving_way(rest, URGENT if urgent else SLICE))
                    answer = _bound(done, job())
            except Exception as error:  # whatever it is, the window tells it
                answer = _bound(failed, error)
            finally:
                ended.set()
            if not self._closed:
                self._answered.emit(ended, answer)

        if writes:
            self._writing.add(ended)
        # `Thread.start` waits until the thread has had its first turn, which may be long
        _thread.start_new_thread(work, ())

    def close(self, seconds: float = 10.0) -> None:
        """Drop all answers to come; wait for what is being written."""
        self._closed = True
        self.idle.close()
        for ended in tuple(self._writing):
            ended.wait(seconds)

    def _hand_over(self, ended: threading.Event, answer: Callable[[], None]) -> None:
        self._writing.discard(ended)
        if not self._closed:
            answer()


def _bound(call: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: call(value)


def _look(watch: Watch | None) -> None:
    if watch is not None and watch.cancelled:
        raise CancelledError
