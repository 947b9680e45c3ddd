"""The frame over the desk while files are held over it: one sees that they may be let go there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from editor.ui.look import theme

INSET, ROUND = 10, 12
"""Pixels between the desk's edge and the frame, and of its corners."""


class DropFrame(QWidget):
    """Lies over its whole parent, and leaves the mouse to it."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden frame."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def told(self) -> str:
        """What becomes of what is let go."""
        return self.tr("Let go: it is added to this project, or opened instead, as you choose")

    def cover(self) -> None:
        """Come into sight over all that the parent shows."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A tint, a dashed frame, and the words on a sheet in the middle."""
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour(colours.accent_soft, 0.72))
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.setPen(QPen(theme.colour(colours.accent), 2.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        wraps = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        room = frame.adjusted(60, 0, -60, 0)
        words = painter.boundingRect(room, wraps, self.told)
        painter.setPen(QPen(theme.colour(colours.accent), 1))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawRoundedRect(words.adjusted(-22, -14, 22, 14), 9, 9)
        painter.setPen(theme.colour(colours.ink))
        painter.drawText(words, wraps, self.told)
        painter.end()
