"""Work off the GUI thread: a job is a function without Qt, its answer arrives as a signal."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.giving_way import giving_way
from editor.model.waiting import CancelledError, Watch, watched
from editor.ui.idle import Hurry, Idle


class Background(QObject):
    """Runs jobs in threads of their own and hands their answers to the GUI thread."""

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self.idle = Idle(self)
        self._writing: set[threading.Event] = set()
        self._waited: set[threading.Event] = set()
        self._closed = False

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        writes: bool = False,
        watch: Watch | None = None,
        hurry: Hurry = Hurry.SOON,
    ) -> None:
        """Run `job`; then `done` with what it gave, or `failed`, in this thread.

        `writes`: `close` waits for it. `watch`: who waits for it, and may cancel: `failed` is then
        given `CancelledError`, at the next pause. `hurry`: how much it waits for the window; what
        nobody waits for rests until all that somebody waits for is done.
        """
        ended = threading.Event()
        if hurry is not Hurry.IDLE:
            self.idle.hold()
            self._waited.add(ended)

        def work() -> None:
            try:
                with self.beside(hurry, watch):
                    answer = _bound(done, job())
            except Exception as error:  # whatever it is, the window tells it
                answer = _bound(failed, error)
            finally:
                ended.set()
            with suppress(RuntimeError):  # the window is gone
                if not self._closed:
                    self._answered.emit(ended, answer)

        if writes:
            self._writing.add(ended)
        # `Thread.start` waits until the thread has had its first turn, which may be long
        _thread.start_new_thread(work, ())

    @contextmanager
    def beside(self, hurry: Hurry = Hurry.SOON, watch: Watch | None = None) -> Iterator[None]:
        """What this thread does inside gives way to the window at its pauses."""

        def rest() -> None:
            if watch is not None and watch.cancelled:
                raise CancelledError
            if hurry is not Hurry.NOW:
                self.idle.rest(hurry)
            if watch is not None and watch.cancelled:
                raise CancelledError

        with ExitStack() as around:
            around.enter_context(giving_way(rest, hurry.slice))
            if watch is not None:
                around.enter_context(watched(watch.tell))
            yield

    def close(self, seconds: float = 10.0) -> None:
        """Drop all answers to come; wait for what is being written."""
        self._closed = True
        self.idle.close()
        for ended in tuple(self._writing):
            ended.wait(seconds)

    def _hand_over(self, ended: threading.Event, answer: Callable[[], None]) -> None:
        self._writing.discard(ended)
        if ended in self._waited:
            self._waited.remove(ended)
            self.idle.free()
        if not self._closed:
            answer()


def _bound(call: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: call(value)
