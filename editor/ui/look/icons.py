"""The few icons of the desk, drawn as lines in the ink of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from editor.ui.look import theme

SIZE = 16


def icon(name: str) -> QIcon:
    """`menu`, `undo`, `redo`, `up` or `down` in the present theme, sharp at twice its size."""
    colours = theme.current()
    found = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colours.ink), (QIcon.Mode.Disabled, colours.faint)):
        for ratio in (1, 2):
            found.addPixmap(_pixmap(_PATHS[name](), ink, ratio), mode)
    return found


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


_PATHS: dict[str, Callable[[], QPainterPath]] = {
    "menu": _menu,
    "undo": _undo,
    "redo": _redo,
    "up": _up,
    "down": _down,
}
