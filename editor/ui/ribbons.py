"""Ribbons between the raw text and the proof: which lines became which block.

They are drawn from where both panes stand at the moment; nothing of them is kept. A block out of
sight is hinted at by a ribbon that leaves upwards or downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.model.places import Span
from editor.model.structure import Role
from editor.ui.look import theme
from editor.ui.proof.blocks import Shown
from editor.ui.proof.pane import ProofPane
from editor.ui.raw.layout import RawLayout
from editor.ui.raw.pane import RawPane

WIDTH = 44
BEYOND = 60
"""Pixels over or under the strip where a ribbon to something out of sight ends."""


@dataclass(frozen=True)
class Ribbon:
    """One stretch of rows and the block that it became: heights at both edges, in pixels."""

    one: Shown
    index: int
    left: tuple[float, float]
    right: tuple[float, float]

    def path(self, width: float) -> QPainterPath:
        """Its shape in a strip so wide."""
        middle = width / 2
        (top, bottom), (high, low) = self.left, self.right
        found = QPainterPath(QPointF(0, top))
        found.cubicTo(middle, top, middle, high, width, high)
        found.lineTo(width, low)
        found.cubicTo(middle, low, middle, bottom, 0, bottom)
        found.closeSubpath()
        return found


def _together(ribbons: list[Ribbon]) -> Iterator[Ribbon]:
    """The ribbons as they are drawn: the paragraphs of an article that follow one another as one.

    That is quieter, and less to draw.
    """
    held: Ribbon | None = None
    for ribbon in ribbons:
        if held is not None and _goes_on(held, ribbon):
            left, right = (held.left[0], ribbon.left[1]), (held.right[0], ribbon.right[1])
            held = Ribbon(held.one, ribbon.index, left, right)
            continue
        if held is not None:
            yield held
        held = ribbon
    if held is not None:
        yield held


def _goes_on(held: Ribbon, ribbon: Ribbon) -> bool:
    flows = held.one.block.role.flows and ribbon.one.block.role.flows
    near = held.left[0] <= ribbon.left[0] <= held.left[1] and held.right[1] <= ribbon.right[0] + 1
    same = ribbon.one.number == held.one.number and ribbon.index == held.index + 1
    return flows and near and same


class Ribbons(QWidget):
    """The strip. `lit`: the block (`Shown`) under the mouse, or None; `chosen`: a clicked Span."""

    lit = Signal(object)
    chosen = Signal(object)

    def __init__(self, raw: RawPane, proof: ProofPane, parent: QWidget | None = None) -> None:
        """Between these two panes, level with their viewports."""
        super().__init__(parent)
        self._raw, self._proof = raw, proof
        self._under: Shown | None = None
        self._found: list[Ribbon] = []
        self._drawn: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.look)
        self._runs: dict[int, tuple[Shown, RawLayout, list[tuple[int, int]]]] = {}
        self.setAccessibleName(self.tr("Which lines became which block"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        for pane in (raw, proof):
            pane.verticalScrollBar().valueChanged.connect(self._look_later)
            pane.painted.connect(self._look_later)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Narrow."""
        return QSize(WIDTH, 100)

    def _look_later(self) -> None:
        """Once the panes are painted: they never wait for the ribbons."""
        if not self._later.isActive():
            self._later.start()

    def look(self) -> None:
        """Paint again where what the panes show differs from what is drawn here."""
        self._found = list(self.ribbons())
        if self._under is not None:  # the block under the mouse may have been shown anew
            own = (r.one for r in self._found if r.one.places == self._under.places)
            self._light(next(own, None))
        places = ((r.index, r.one.number, r.one.block.role, r.left, r.right) for r in self._found)
        wanted = (*places, self._current())  # a letter typed changes nothing of it
        if wanted != self._drawn:
            self._drawn = wanted
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """More or less is in sight."""
        super().resizeEvent(event)
        self._look_later()

    def _current(self) -> int:
        proof = self._proof
        return proof.point(proof.textCursor().position()).index if proof.proof.shown else -1

    # -- where they are --------------------------------------------------------------------

    def ribbons(self) -> Iterator[Ribbon]:
        """All ribbons that have an end in sight."""
        proof, raw = self._proof, self._raw
        shown = proof.proof.shown
        if not shown:
            return
        top, height = proof.verticalScrollBar().value(), proof.viewport().height()
        sight = proof.proof.in_sight(top, top + height)
        wanted = {*sight, *proof.proof.blocks_in(raw.span_in_sight())}
        for index in sorted(wanted):
            one = shown[index]
            right = proof.extent(index) if index in sight else None
            if right is None:
                right = (-BEYOND, -BEYOND) if index < sight.start else (self._low, self._low)
            for first, last in self._rows(one):
                left = raw.band(first, last)
                if self._is_out(left) and self._is_out(right):
                    continue
                yield Ribbon(one, index, self._held(left), self._held(right))

    @property
    def _low(self) -> float:
        return float(self.height() + BEYOND)

    def _is_out(self, ends: tuple[float, float]) -> bool:
        return ends[1] <= 0 or ends[0] >= self.height()

    def _held(self, ends: tuple[float, float]) -> tuple[float, float]:
        """The ends, those far out of sight brought near: no ribbon is miles high."""
        low, high = -float(BEYOND), self._low
        return max(low, min(ends[0], high)), max(low, min(ends[1], high))

    def _rows(self, one: Shown) -> list[tuple[int, int]]:
        """The stretches of rows that a block is read from: first and last row of each."""
        layout = self._raw.layout_of_rows
        kept = self._runs.get(id(one))
        if kept is not None and kept[0] is one and kept[1] is layout:
            return kept[2]
        found: list[tuple[int, int]] = []
        for start, end in one.places:
            first, last = layout.row_at(start), layout.row_at(max(start, end - 1))
            if found and found[-1][0] <= first <= found[-1][1] + 1:
                found[-1] = found[-1][0], max(found[-1][1], last)
            else:
                found.append((first, last))
        if len(self._runs) > 500:
            self._runs.clear()
        self._runs[id(one)] = one, layout, found
        return found

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, the ribbons, and over them those under the mouse and at the caret."""
        painter = QPainter(self)
        colours, current = theme.current(), self._current()
        painter.fillRect(event.rect(), theme.colour(colours.desk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in _together(self._found):
            self._paint(painter, ribbon, 0.22 if ribbon.one.block.role.heads else 0.14)
        for ribbon in self._found:
            if ribbon.index != current and ribbon.one is not self._under:
                continue
            strong = ribbon.one is self._under
            self._paint(painter, ribbon, 0.42 if strong else 0.24, 1.0 if strong else 0.7)
        painter.end()

    def _paint(self, painter: QPainter, ribbon: Ribbon, fill: float, edge: float = 0) -> None:
        colours = theme.current()
        role = ribbon.one.block.role
        ink = theme.role_ink(colours, role)
        if role in (Role.BODY, Role.NOTE):  # articles are told apart by turns
            ink = colours.byline if ribbon.one.number % 2 else colours.dateline
        path = ribbon.path(self.width())
        painter.fillPath(path, theme.colour(ink, fill))
        if not edge:
            return
        (top, bottom), (high, low) = ribbon.left, ribbon.right
        painter.setPen(QPen(theme.colour(ink, edge), 1.6 if role.heads else 0.8))
        width, middle = float(self.width()), self.width() / 2
        for start, end in ((top, high), (bottom, low)):
            line = QPainterPath(QPointF(0, start))
            line.cubicTo(middle, start, middle, end, width, end)
            painter.drawPath(line)

    # -- the mouse -------------------------------------------------------------------------

    def ribbon_at(self, point: QPointF) -> Ribbon | None:
        """The ribbon that lies on top at a point, the narrower before the wider."""
        found = [r for r in self.ribbons() if r.path(self.width()).contains(point)]
        return min(found, key=lambda r: r.left[1] - r.left[0], default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light what is under the mouse, at both ends."""
        ribbon = self.ribbon_at(event.position())
        self._light(ribbon.one if ribbon else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go there with both panes."""
        ribbon = self.ribbon_at(event.position())
        if ribbon is not None and event.button() is Qt.MouseButton.LeftButton:
            start = ribbon.one.places[0].start
            self.chosen.emit(Span(start, start))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is lit."""
        super().leaveEvent(event)
        self._light(None)

    def _light(self, one: Shown | None) -> None:
        if one is not self._under:
            self._under = one
            shape = Qt.CursorShape.PointingHandCursor if one else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.lit.emit(one)
            self.update()
