"""How one row of raw text is drawn. Each function draws one kind of mark and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from editor.model.structure import Joint, Role
from editor.ui import qt_text
from editor.ui.look import theme
from editor.ui.look.theme import Theme
from editor.ui.raw.layout import RawMarks, Row

NO_BREAK = "\u00a0\u202f"
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
PLAIN = (Role.BODY, Role.NOTE)


class View(NamedTuple):
    """What all rows of one paint share; lengths in pixels, `text_x` with scrolling applied.

    `marks`: a character for each role, as it stands beside the line.
    """

    theme: Theme
    height: int
    em: float
    bar_x: int
    text_x: int
    width: int
    number: Callable[[int], QTextLayout]
    number_font: QFont
    mark_font: QFont
    font: QFont
    marks: Mapping[Role, str]


def fill(painter: QPainter, rect: QRectF, name: str) -> None:
    """A ground in a colour of the theme, in the one way that asks for no enumeration of Qt's."""
    painter.setBackground(theme.brush(name))
    painter.eraseRect(rect)


def line(
    text: str, font: QFont, ink: str, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    """One line of type. `ink`: its colour, where no format says another."""
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, qt_text.to_qt(text, len(text)), QTextCharFormat()
    whole.format.setForeground(theme.brush(ink))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([whole, *formats])
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout


def formats(
    row: Row, raw: str, marks: RawMarks, colours: Theme, bold: QFont
) -> list[QTextLayout.FormatRange]:
    """The type of a row's parts: headlines bold and coloured, furniture quiet, corrected struck."""
    found: list[QTextLayout.FormatRange] = []

    def add(start: int, end: int, look: QTextCharFormat) -> None:
        span = QTextLayout.FormatRange()
        span.start = qt_text.to_qt(raw, start)
        span.length = qt_text.to_qt(raw, end) - span.start
        span.format = look
        if span.length > 0:
            found.append(span)

    for span, role in marks.roles(row.span):
        if role in PLAIN:
            continue
        look = QTextCharFormat()
        look.setForeground(theme.brush(theme.role_ink(colours, role)))
        if role.heads or role is Role.CROSSHEAD:
            look.setFont(bold)
        add(span.start - row.span.start, span.end - row.span.start, look)
    for patch in marks.patches(row.span):
        look = QTextCharFormat()
        look.setForeground(theme.brush(colours.wrong))
        look.setFontStrikeOut(True)
        start = max(patch.span.start, row.span.start) - row.span.start
        end = min(patch.span.end, row.span.end) - row.span.start
        if start < end:
            add(start, end, look)
    return found


def selection(painter: QPainter, view: View, top: int, left: float, right: float) -> None:
    """The ground of selected text."""
    rect = QRectF(view.text_x + left, top, max(2.0, right - left), view.height)
    painter.fillRect(rect, theme.colour(view.theme.select))


def found(painter: QPainter, view: View, top: int, left: float, right: float) -> None:
    """The ground of text that was looked for."""
    rect = QRectF(view.text_x + left, top + 1, max(2.0, right - left), view.height - 2)
    painter.fillRect(rect, theme.colour(view.theme.found))


def ground(painter: QPainter, view: View, top: int, left: float, right: float) -> None:
    """The ground of text that a ribbon under the mouse comes from, with a line beside it."""
    rect = QRectF(view.text_x + left - 2, top, max(2.0, right - left) + 4, view.height)
    painter.fillRect(rect, theme.colour(view.theme.accent_soft))
    painter.setPen(QPen(theme.colour(view.theme.accent), 1))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())


def row(
    painter: QPainter,
    view: View,
    at: Row,
    top: int,
    text: QTextLayout,
    marks: RawMarks,
    x_of: Callable[[int], float],
) -> None:
    """A row with everything that stands beside and under it."""
    y = top + (view.height - text.lineAt(0).height()) / 2
    text.draw(painter, QPointF(view.text_x, y))
    _patches(painter, view, at, top, marks, x_of)
    _doubts(painter, view, at, top, marks, x_of)
    fill(painter, QRectF(0, top, view.bar_x + 14, view.height), view.theme.panel)
    _gutter(painter, view, at, top, marks)
    _joints(painter, view, at, top, marks, x_of)


def _gutter(painter: QPainter, view: View, at: Row, top: int, marks: RawMarks) -> None:
    if at.first:
        number = view.number(at.line)
        set_line = number.lineAt(0)
        left = view.bar_x - 14 - set_line.naturalTextWidth()
        number.draw(painter, QPointF(left, top + (view.height - set_line.height()) / 2))
    roles = [role for _, role in marks.roles(at.span)]
    if not roles:
        return
    named = next((role for role in roles if role is not Role.BODY), None)
    if named is not None:  # no role is told by its colour alone
        painter.setFont(view.mark_font)
        painter.setPen(theme.colour(theme.role_ink(view.theme, named)))
        rect = QRectF(view.bar_x - 12, top, 11, view.height)
        painter.drawText(rect, int(QtCore.Qt.AlignmentFlag.AlignCenter), view.marks[named])
    bar = theme.role_bar(view.theme, roles[0])
    painter.fillRect(QRectF(view.bar_x, top, 4, view.height), theme.colour(bar))
    others = [role for role in roles[1:] if role not in PLAIN and role is not roles[0]]
    if others:
        ink = theme.colour(theme.role_bar(view.theme, others[-1]))
        painter.fillRect(QRectF(view.bar_x + 3, top + 1, 3, view.height - 2), ink)


def _joints(
    painter: QPainter,
    view: View,
    at: Row,
    top: int,
    marks: RawMarks,
    x_of: Callable[[int], float],
) -> None:
    ink = at.span.start
    for raw_at, joint, decided in marks.breaks(at.span):
        colour = view.theme.accent if decided else view.theme.quiet
        if joint is Joint.ARTICLE:
            painter.setPen(QPen(theme.colour(colour), 1))
            left = view.bar_x + 4.0 if raw_at <= ink + 2 else view.text_x + x_of(raw_at)
            painter.drawLine(QLineF(left, top + 0.5, view.width, top + 0.5))
        if raw_at <= ink + 2:
            font = QFont(view.number_font)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            rect = QRectF(view.bar_x + 5, top, 10, view.height)
            painter.drawText(rect, int(QtCore.Qt.AlignmentFlag.AlignCenter), "¶")
        else:  # a cut inside the line
            x = view.text_x + x_of(raw_at)
            painter.setPen(QPen(theme.colour(view.theme.accent), 1.5))
            painter.drawLine(QLineF(x, top + 2, x, top + view.height - 2))
            painter.drawLine(QLineF(x, top + 2, x + 4, top + 2))


def _doubts(
    painter: QPainter,
    view: View,
    at: Row,
    top: int,
    marks: RawMarks,
    x_of: Callable[[int], float],
) -> None:
    for span in marks.doubts(at.span):
        pen = QPen(theme.colour(view.theme.doubt), 1.6, QtCore.Qt.PenStyle.DotLine)
        left, right = x_of(span.start), x_of(span.end)
        y = top + view.height - 1.5
        painter.setPen(pen)
        painter.drawLine(QLineF(view.text_x + left, y, view.text_x + right, y))


def _patches(
    painter: QPainter,
    view: View,
    at: Row,
    top: int,
    marks: RawMarks,
    x_of: Callable[[int], float],
) -> None:
    for patch in marks.patches(at.span):
        end = min(patch.span.end, at.span.end)
        if not patch.text or not at.span.start <= end <= at.span.end:
            continue
        x = view.text_x + x_of(end)  # a wedge where something was put in
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(view.theme.right))
        base = top + view.height - 1.0
        painter.drawPolygon([QPointF(x, base - 5), QPointF(x - 3.5, base), QPointF(x + 3.5, base)])
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)


def spaces(
    painter: QPainter, view: View, top: int, raw: str, ended: bool, x_of: Callable[[int], float]
) -> None:
    """White space made visible, each kind by a sign of its own, and the line's end.

    `raw`: the row's text; `ended`: whether a line end follows it; `x_of`: where the character of
    an index of `raw` begins.
    """
    painter.setFont(view.font)
    painter.setPen(QPen(theme.colour(view.theme.quiet), 1))
    middle = top + view.height / 2
    for at, mark in enumerate(raw):
        if not mark.isspace() and mark not in NO_WIDTH:
            continue
        left, right = view.text_x + x_of(at), view.text_x + x_of(at + 1)
        centre = (left + right) / 2
        if mark == "\u3000":
            painter.drawRect(QRectF(left + 2, middle - view.em / 2 + 3, view.em - 5, view.em - 6))
        elif mark == "\t":
            painter.drawLine(QLineF(left + 2, middle, right - 2, middle))
            for side in (-3, 3):
                painter.drawLine(QLineF(right - 2, middle, right - 5, middle + side))
        elif mark in NO_BREAK:
            painter.drawEllipse(QPointF(centre, middle), 2, 2)
        elif mark in NO_WIDTH:
            painter.drawLine(QLineF(left, top + 3, left, top + view.height - 3))
        else:
            painter.fillRect(QRectF(centre - 1, middle - 1, 2, 2), painter.pen().color())
    if ended:
        box = QRectF(view.text_x + x_of(len(raw)) + 3, top, view.em, view.height)
        painter.drawText(
            box, int(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter), "↵"
        )


def ruler(painter: QPainter, view: View, rect: QRectF, measure: float, words: str) -> None:
    """The column width that the page was set in, over the text, a tick every five em."""
    fill(painter, rect, view.theme.panel)
    fill(painter, QRectF(0, rect.bottom() - 1, rect.right(), 1), view.theme.line)
    if measure <= 0:
        return
    painter.setFont(view.number_font)
    metrics = QFontMetricsF(view.number_font)
    ink = theme.colour(view.theme.quiet)
    painter.setPen(ink)
    left, middle = float(view.text_x), rect.center().y()
    flags = int(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
    taken = left + metrics.horizontalAdvance(words) + 8
    end = left + measure * view.em
    ticks = QPen(theme.colour(view.theme.faint), 1)
    for em in range(1, int(measure)):
        x = left + em * view.em
        label = str(em) if em % 5 == 0 else ""
        width = metrics.horizontalAdvance(label)
        if x - width / 2 < taken + 4:
            continue
        painter.setPen(ink if label else ticks)
        if label:
            box = QRectF(x - width / 2, rect.top(), width + 2, rect.height() - 1)
            painter.drawText(box, flags, label)
        else:
            painter.drawLine(QLineF(x, middle - 1, x, middle + 1))
    painter.setPen(ink)
    painter.drawText(QRectF(left, rect.top(), taken - left, rect.height() - 1), flags, words)
    painter.setPen(QPen(theme.colour(view.theme.quiet), 2))
    painter.drawLine(QLineF(end, rect.top() + 5, end, rect.bottom() - 5))
