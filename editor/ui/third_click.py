"""The third click: Qt tells of two; a third one right after, at the same place, takes more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtWidgets import QApplication


class ThirdClick(QTimer):
    """Knows whether a press is the third click."""

    def __init__(self, parent: QObject) -> None:
        """No click yet."""
        super().__init__(parent)
        self.setSingleShot(True)
        self._place = QPointF()

    def await_at(self, place: QPointF) -> None:
        """Two clicks were made here."""
        self._place = place
        self.start(QApplication.doubleClickInterval())

    def is_at(self, place: QPointF) -> bool:
        """Whether a press here is the third; it is asked once."""
        way = (place - self._place).manhattanLength()
        is_third = self.isActive() and way < QApplication.startDragDistance()
        self.stop()
        return is_third
