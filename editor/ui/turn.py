"""What is done while the page is read again waits for its turn, and comes in the order it was done.

A gesture is made of what is seen: the same key means another thing before and after the reading
that the last gesture led to. So keys, clicks in the texts and commands are held while that
reading is under way, and done on it; looking and scrolling go on. Nothing is held for long, and
nothing that was hit is lost, except repeats of a key that is held down: they would run ahead of
what is seen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)


class Turn(QObject):
    """Holds what is done at a window while `busy`."""

    def __init__(
        self, window: QWidget, panes: Sequence[QAbstractScrollArea], busy: Callable[[], bool]
    ) -> None:
        """Nothing is held. Clicks are held in `panes` only, keys in the whole window."""
        super().__init__(window)
        self._window, self._busy = window, busy
        self._texts = [pane.viewport() for pane in panes]
        self._held: deque[Callable[[], object]] = deque()
        self._after: deque[Callable[[], object]] = deque()
        self._watches = self._goes_on = False

    @property
    def holds(self) -> bool:
        """Whether something that is done now has to wait."""
        return self._busy() or bool(self._held and not self._goes_on)

    def take(self, act: Callable[[], object]) -> None:
        """Do something now, or when all that was done before it is done."""
        if self.holds:
            self._held.append(act)
        else:
            act()

    def follow(self, act: Callable[[], object]) -> None:
        """Do what belongs to the last gesture as soon as its reading is there."""
        if self._busy():
            self._after.append(act)
        else:
            act()

    def wait(self) -> None:
        """A reading is under way: hold keys and clicks until `go_on`."""
        app = QApplication.instance()
        if not self._watches and app is not None:
            self._watches = True
            app.installEventFilter(self)

    def go_on(self) -> None:
        """Do what was held, up to what needs the page to be read again."""
        if self._goes_on:
            return
        self._goes_on = True
        try:
            while not self._busy() and (self._after or self._held):
                (self._after or self._held).popleft()()
        finally:
            self._goes_on = False
        if not self._busy():
            self._stop()

    def clear(self) -> None:
        """Another page comes: nothing of what was held means it."""
        self._held.clear()
        self._after.clear()
        self._stop()

    def _stop(self) -> None:
        app = QApplication.instance()
        if self._watches and app is not None:
            self._watches = False
            app.removeEventFilter(self)

    # -- events ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hold what somebody did at this window."""
        kind = event.type()
        if not isinstance(watched, QWidget) or self._goes_on:
            return False
        if kind in CLICKS and isinstance(event, QMouseEvent):
            if watched not in self._texts:
                return False
            moved = kind is QEvent.Type.MouseMove
            if not moved or event.buttons():
                click = event.clone()
                self._held.append(lambda: QApplication.sendEvent(watched, click))
            return True
        if watched.window() is not self._window:
            return False
        if kind is QEvent.Type.ShortcutOverride:
            event.accept()  # so that it comes as a key, to be held, and not as a shortcut
            return True
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            decides = event.commitString() or event.replacementLength()
            if not decides and not self._held:
                return False  # what is only being composed goes on being seen
            typed = event.clone()
            self._held.append(lambda: QApplication.sendEvent(watched, typed))
            return True
        if kind in KEYS and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                key = event.clone()
                self._held.append(lambda: self._press(key))
            return True
        return False

    def _press(self, key: QKeyEvent) -> None:
        """Press a key where the focus is now, the way Qt does: shortcuts first."""
        widget = self._window.focusWidget() or self._window
        if key.type() is QEvent.Type.KeyPress:
            asked = QKeyEvent(
                QEvent.Type.ShortcutOverride, key.key(), key.modifiers(), key.text(), False, 1
            )
            asked.ignore()
            QApplication.sendEvent(widget, asked)
            if not asked.isAccepted():
                sequence = QKeySequence(key.keyCombination())
                for action in (*widget.actions(), *self._window.actions()):
                    if sequence in action.shortcuts():
                        action.trigger()
                        return
        QApplication.sendEvent(widget, key)
