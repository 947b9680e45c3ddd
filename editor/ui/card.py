"""A card over the desk: a sheet with a soft shadow, framed in the accent while it has the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.look import theme

SHADOW = 14
"""Pixels around the sheet that the shadow takes."""
WIDTH = 392
"""Pixels of the sheet."""
END = 32
"""Pixels at either end of a card in which its shadow changes from row to row."""


class Card(QWidget):
    """Hidden until it is shown by somebody who has placed it.

    `displaced`: another card takes its place, or it is in the way; whoever showed it closes it.
    """

    displaced = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        """A hidden card over `parent`; `name` is told to readers of the screen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.column = QVBoxLayout(self)
        edge = SHADOW + 16
        self.column.setContentsMargins(edge, SHADOW + 12, edge, SHADOW + 11)
        self.column.setSpacing(7)
        self._shadow, self._shadow_of = QPixmap(), tuple[object, ...]()
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.watch(self)
        self.hide()

    def watch(self, widget: QWidget) -> None:
        """`widget`, on the card, may take the keys."""
        widget.installEventFilter(self)

    @property
    def takes_keys(self) -> bool:
        """Whether the card or something on it has the focus."""
        now = self.window().focusWidget()
        return self.isVisible() and now is not None and (now is self or self.isAncestorOf(now))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The frame shows whether the keys are taken."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The sheet with its shadow."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._sheet()
        self._shade(painter, dark=colours.dark)
        line = colours.accent if self.takes_keys else colours.line
        painter.setPen(QPen(theme.colour(line), 1))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    def _shade(self, painter: QPainter, *, dark: bool) -> None:
        """The shadow: many soft sheets, so it is cast once and drawn out to the card's height."""
        width, height, ratio = self.width(), self.height(), self.devicePixelRatioF()
        tall = min(height, 2 * END + 1)
        look = width, tall, ratio, dark
        if look != self._shadow_of:
            self._shadow, self._shadow_of = self._cast(QSize(width, tall), dark=dark), look
        if tall == height:
            painter.drawPixmap(0, 0, self._shadow)
            return
        ends = (0, END, 0, END), (height - END, END, tall - END, END)
        for top, deep, at, rows in (*ends, (END, height - 2 * END, END, 1)):
            whole = QRectF(0, at * ratio, width * ratio, rows * ratio)
            painter.drawPixmap(QRectF(0, top, width, deep), self._shadow, whole)

    def _sheet(self) -> QRectF:
        return _sheet(self.size())

    def _cast(self, size: QSize, *, dark: bool) -> QPixmap:
        """The shadow of a card of a size."""
        found = QPixmap(size * self.devicePixelRatioF())
        found.setDevicePixelRatio(self.devicePixelRatioF())
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("#000000", 0.020 if dark else 0.009))
        card = _sheet(size)
        for step in range(SHADOW - 3, 0, -1):
            grown = card.adjusted(-step, -step + 4, step, step + 2)
            painter.drawRoundedRect(grown, 10 + step, 10 + step)
        painter.end()
        return found


def _sheet(size: QSize) -> QRectF:
    whole = QRectF(0, 0, size.width(), size.height())
    return whole.adjusted(SHADOW, SHADOW - 4, -SHADOW, -SHADOW)
