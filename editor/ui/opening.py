"""What a long wait looks like: a line over the desk that says how far it is, with a way out.

One wait at a time and window: the file that comes in, then its first reading.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.model.waiting import Watch
from editor.ui.message_bar import MessageBar

LOOK = 100
"""Milliseconds between two looks at how far it is."""


class Opening(QObject):
    """Tells of a `Watch` in the message bar."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        """Nothing is waited for."""
        super().__init__(parent)
        self._bar = bar
        self._watch: Watch | None = None
        self._words = ""
        self._give_up: Callable[[], object] = lambda: None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._tell)

    @property
    def waits(self) -> bool:
        """Whether something is under way that can be given up."""
        return self._watch is not None

    def begin(self, watch: Watch, words: str, give_up: Callable[[], object]) -> None:
        """Tell of `watch`; `words` with {0} for the share, `give_up` after it was cancelled."""
        if self._watch is not None and self._watch is not watch:
            self._watch.cancel()
        self._watch, self._words, self._give_up = watch, words, give_up
        self._bar.say(self._text(), self.tr("Cancel"), self.cancel)
        self._timer.start()

    def end(self) -> None:
        """It is there, or is not wanted any more."""
        if self._watch is not None:
            self._watch = None
            self._timer.stop()
            self._bar.hide()

    def cancel(self) -> None:
        """Wait no longer, and leave things as they were before."""
        watch, give_up = self._watch, self._give_up
        self.end()
        if watch is not None:
            watch.cancel()
            give_up()

    def _text(self) -> str:
        share = self._watch.share if self._watch is not None else 0.0
        return self._words.format(f"{round(100 * share)} %")

    def _tell(self) -> None:
        self._bar.change(self._text())
