"""Ctrl and the wheel: the text of both panes larger or smaller."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

ZOOM = 1.1
"""How many times larger one step makes the text."""
NOTCH = 120
"""What Qt counts for one notch of a wheel; a touch pad sends parts of it."""


class Zoom(QObject):
    """Watches the panes. `stepped`: notches that the wheel was turned, away from one is larger."""

    stepped = Signal(int)

    def __init__(self, panes: Iterable[QAbstractScrollArea], parent: QObject) -> None:
        """Watch these panes."""
        super().__init__(parent)
        self._turned = 0
        for pane in panes:
            pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep what is turned with Ctrl from scrolling."""
        if not isinstance(event, QWheelEvent):
            return False
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self.stepped.emit(steps)
        event.accept()
        return True
