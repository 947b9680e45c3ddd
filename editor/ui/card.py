"""A card over the desk: a sheet with a soft shadow, framed in the accent while it has the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.look import theme

SHADOW = 14
"""Pixels around the sheet that the shadow takes."""
WIDTH = 392
"""Pixels of the sheet."""


class Card(QWidget):
    """Hidden until it is shown by somebody who has placed it."""

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
        look = self.size(), self.devicePixelRatioF(), colours.dark
        if look != self._shadow_of:  # it is many soft sheets, and the card is painted often
            self._shadow, self._shadow_of = self._cast(dark=colours.dark), look
        painter.drawPixmap(0, 0, self._shadow)
        line = colours.accent if self.takes_keys else colours.line
        painter.setPen(QPen(theme.colour(line), 1))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    def _sheet(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW - 4, -SHADOW, -SHADOW)

    def _cast(self, *, dark: bool) -> QPixmap:
        """The shadow of a card of this size."""
        found = QPixmap(self.size() * self.devicePixelRatioF())
        found.setDevicePixelRatio(self.devicePixelRatioF())
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("#000000", 0.020 if dark else 0.009))
        card = self._sheet()
        for step in range(SHADOW - 3, 0, -1):
            grown = card.adjusted(-step, -step + 4, step, step + 2)
            painter.drawRoundedRect(grown, 10 + step, 10 + step)
        painter.end()
        return found
