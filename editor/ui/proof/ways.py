"""Lines on a sheet that lead to the article's other parts: over its text back, under it on.

They are no text: nobody types into them, and nothing is copied or exported of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter

from editor.ui.look import fonts, theme
from editor.ui.proof.marks import sheet_rects
from editor.ui.proof.view import ProofView

SIZE = 11.5
"""Pixels of the lines' type at normal size."""


@dataclass(frozen=True, slots=True)
class Way:
    """To the part at `raw_at` of the page `page`, said in `words`; `on`: where it goes on."""

    on: bool
    page: str
    raw_at: int
    words: str


class Ways(QObject):
    """Paints the lines of a pane, and hears clicks on them (`chosen` carries the `Way`)."""

    chosen = Signal(object)

    def __init__(self, pane: ProofView) -> None:
        """No article has other parts."""
        super().__init__(pane)
        self._pane = pane
        self._of: Mapping[int, tuple[Way, ...]] = {}
        self._lit: Way | None = None
        self._pressed = False
        pane.viewport().setMouseTracking(True)
        pane.viewport().installEventFilter(self)

    def set_ways(self, ways: Mapping[int, tuple[Way, ...]]) -> None:
        """What leads on and back, by the articles' anchors."""
        if ways != self._of:
            self._of, self._lit = ways, None
            self._pane.viewport().update()

    def of(self, article: int) -> tuple[Way, ...]:
        """What leads from the article of this anchor."""
        return self._of.get(article, ())

    def lines(self, clip: QRect) -> Iterator[tuple[QRectF, Way]]:
        """Where each line stands that is in sight, in the viewport."""
        proof, offset = self._pane.proof, self._pane.verticalScrollBar().value()
        if not self._of or not proof.shown:
            return
        look = proof.look
        room = look.pad_top + look.pad_bottom
        sight = proof.in_sight(clip.top() + offset - room, clip.bottom() + offset + room)
        articles = {one.number: one.block.article for one in proof.shown[sight.start : sight.stop]}
        measure = QFontMetricsF(self._font())
        for number, sheet in sheet_rects(proof, sight):
            for way in self.of(articles.get(number, -1)):
                wide = min(measure.horizontalAdvance(way.words) + 2, sheet.width())
                high = measure.height() + 4
                left, top = sheet.left() + look.pad_side, sheet.top() + (look.pad_top - high) / 2
                if way.on:
                    left = sheet.right() - look.pad_side - wide
                    top = sheet.bottom() - (look.pad_bottom + high) / 2
                yield QRectF(left, top - offset, wide, high), way

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Set the lines quietly; under the mouse one is a link."""
        painter.setFont(self._font())
        colours = self._pane.proof.look.theme
        for rect, way in self.lines(clip):
            painter.setPen(theme.colour(colours.accent if way == self._lit else colours.quiet))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), way.words)

    def _font(self) -> QFont:
        return fonts.desk_font(self._pane.font(), SIZE * self._pane.proof.look.scale)

    def _at(self, point: QPoint) -> Way | None:
        spot = QRect(point, point)
        return next((way for rect, way in self.lines(spot) if rect.contains(point)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The mouse over a line, and on it."""
        if not self._of or not isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.Leave:
                self._light(None)
            return False
        way = self._at(event.position().toPoint())
        if event.type() is QEvent.Type.MouseMove and not event.buttons():
            self._light(way)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = way is not None and event.button() is Qt.MouseButton.LeftButton
            if self._pressed:
                self.chosen.emit(way)
            return self._pressed
        elif event.type() is QEvent.Type.MouseButtonRelease and self._pressed:
            self._pressed = False
            return True
        return False

    def _light(self, way: Way | None) -> None:
        if way != self._lit:
            self._lit = way
            view = self._pane.viewport()
            hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
            view.setCursor(hand if way is not None else beam)
            view.update()
