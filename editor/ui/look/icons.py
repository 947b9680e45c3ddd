"""The few icons of the desk, drawn as lines in the ink of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from editor.ui.look import theme

SIZE = 16
TABS = ("doubts", "suspects", "edits", "history")
"""Icons of tabs, which may be in use."""


def icon(name: str) -> QIcon:
    """An icon by its name in the present theme, sharp at twice its size.

    `menu`, `undo`, `redo`, `up`, `down`; of the side panel's tabs, quiet while they are not in
    use: `doubts`, `suspects`, `edits`, `history`.
    """
    colours = theme.current()
    found, modes, states = QIcon(), QIcon.Mode, QIcon.State
    looks = [(modes.Normal, states.Off, colours.ink), (modes.Disabled, states.Off, colours.faint)]
    if name in TABS:
        looks += [(modes.Normal, states.Off, colours.quiet), (modes.Normal, states.On, colours.ink)]
        looks.pop(0)
    for mode, state, ink in looks:
        for ratio in (1, 2):
            found.addPixmap(_pixmap(_PATHS[name](), ink, ratio), mode, state)
    return found


def sign(mark: str) -> QPixmap:
    """`?` or `!` on a round ground, for what is asked and what is told in a window of its own."""
    colours, side = theme.current(), 40
    ink, ground = colours.accent, colours.accent_soft
    if mark == "!":
        ink, ground = colours.doubt, colours.doubt_soft
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(0, 0, side, side)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(22)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(QRectF(0, 0, side, side), int(Qt.AlignmentFlag.AlignCenter), mark)
    painter.end()
    return pixmap


def _pixmap(path: QPainterPath, ink: str, ratio: int) -> QPixmap:
    pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour(ink), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return pixmap


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _menu() -> QPainterPath:
    path = QPainterPath()
    for y in (4.0, 8.0, 12.0):
        path.addPath(_lines((2.5, y), (13.5, y)))
    return path


def _undo() -> QPainterPath:
    path = _lines((6.0, 3.0), (3.0, 6.0), (6.0, 9.0))
    path.moveTo(3.0, 6.0)
    path.lineTo(9.5, 6.0)
    path.arcTo(QRectF(6.0, 6.0, 7.0, 7.0), 90, -180)
    path.lineTo(7.0, 13.0)
    return path


def _redo() -> QPainterPath:
    path = _lines((10.0, 3.0), (13.0, 6.0), (10.0, 9.0))
    path.moveTo(13.0, 6.0)
    path.lineTo(6.5, 6.0)
    path.arcTo(QRectF(3.0, 6.0, 7.0, 7.0), 90, 180)
    path.lineTo(9.0, 13.0)
    return path


def _up() -> QPainterPath:
    return _lines((10.0, 3.5), (5.5, 8.0), (10.0, 12.5))


def _down() -> QPainterPath:
    return _lines((6.0, 3.5), (10.5, 8.0), (6.0, 12.5))


def _doubts() -> QPainterPath:
    """A question mark in a circle."""
    path = QPainterPath()
    path.addEllipse(QPointF(8.0, 8.0), 6.25, 6.25)
    path.moveTo(6.1, 6.4)
    path.cubicTo(6.3, 3.9, 9.9, 4.0, 9.9, 6.3)
    path.cubicTo(9.9, 7.8, 8.0, 7.7, 8.0, 9.2)
    path.addEllipse(QPointF(8.0, 11.4), 0.3, 0.3)
    return path


def _suspects() -> QPainterPath:
    """A letter over the wave of a slip."""
    path = _lines((4.6, 9.5), (8.0, 2.0), (11.4, 9.5))
    path.addPath(_lines((5.9, 6.9), (10.1, 6.9)))
    path.moveTo(2.0, 13.4)
    for x in (2.0, 6.0, 10.0):
        path.cubicTo(x + 1.0, 11.2, x + 1.0, 11.2, x + 2.0, 12.8)
        path.cubicTo(x + 3.0, 14.4, x + 3.0, 14.4, x + 4.0, 12.8)
    return path


def _edits() -> QPainterPath:
    """A pencil."""
    path = _lines((2.5, 13.5), (3.4, 9.9), (10.9, 2.4), (13.6, 5.1), (6.1, 12.6), (2.5, 13.5))
    path.addPath(_lines((9.0, 4.3), (11.7, 7.0)))
    return path


def _history() -> QPainterPath:
    """A clock."""
    path = QPainterPath()
    path.addEllipse(QPointF(8.0, 8.0), 6.25, 6.25)
    path.addPath(_lines((8.0, 4.2), (8.0, 8.2), (10.8, 9.9)))
    return path


_PATHS: dict[str, Callable[[], QPainterPath]] = {
    "doubts": _doubts,
    "suspects": _suspects,
    "edits": _edits,
    "history": _history,
    "menu": _menu,
    "undo": _undo,
    "redo": _redo,
    "up": _up,
    "down": _down,
}
