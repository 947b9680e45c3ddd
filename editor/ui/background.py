"""Work off the GUI thread: a job is a function without Qt, its answer arrives as a signal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.waiting import Watch, watched


class Background(QObject):
    """Runs jobs in threads of their own and hands their answers to the GUI thread."""

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._writing: set[threading.Thread] = set()
        self._closed = False

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        writes: bool = False,
        watch: Watch | None = None,
    ) -> None:
        """Run `job`; then `done` with what it gave, or `failed`, in this thread.

        `writes`: `close` waits for it. `watch`: who waits for it, and may cancel: `failed` is then
        given `CancelledError`.
        """

        def work() -> None:
            try:
                if watch is None:
                    answer: Callable[[], None] = _bound(done, job())
                else:
                    with watched(watch.tell):
                        answer = _bound(done, job())
            except Exception as error:  # whatever it is, the window tells it
                answer = _bound(failed, error)
            if not self._closed:
                self._answered.emit(thread, answer)

        thread = threading.Thread(target=work, daemon=True)
        if writes:
            self._writing.add(thread)
        thread.start()

    def close(self, seconds: float = 10.0) -> None:
        """Drop all answers to come; wait for what is being written."""
        self._closed = True
        for thread in tuple(self._writing):
            thread.join(seconds)

    def _hand_over(self, thread: threading.Thread, answer: Callable[[], None]) -> None:
        self._writing.discard(thread)
        if not self._closed:
            answer()


def _bound(call: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: call(value)
