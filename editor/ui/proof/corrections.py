"""What was corrected in the proof: where it is seen, what the page prints there, how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter, QPolygonF, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.decisions import Patch
from editor.model.source import Source
from editor.model.traced import PieceOrigin
from editor.ui.look import theme
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.places import Point

translate = QCoreApplication.translate
NEAR = 5
"""Pixels at each side of a place where characters were taken out that still mean it."""


def deletions(
    proof: ProofDocument, patches: Iterable[Patch], within: range
) -> Iterator[tuple[Point, Patch]]:
    """Each place in these blocks where printed characters were taken out and nothing put in."""
    emptied = {patch.span: patch for patch in patches if not patch.text}
    if not emptied:
        return
    for index in within:
        for at, piece in proof.shown[index].block.text.placed():
            if piece.origin is PieceOrigin.PATCH and piece.span in emptied:
                yield Point(index, at), emptied[piece.span]


def paint_deletions(
    painter: QPainter, pane: QTextEdit, proof: ProofDocument, places: Iterable[Point]
) -> None:
    """A small wedge under the line where characters were taken out."""
    painter.setPen(theme.colour(proof.look.theme.wrong))
    painter.setBrush(theme.colour(proof.look.theme.wrong))
    for point in places:
        rect = caret_rect(pane, proof, point)
        x, y = rect.left() + 1.0, rect.bottom() - 0.5
        painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x - 3, y), QPointF(x + 3, y)]))


def caret_rect(pane: QTextEdit, proof: ProofDocument, point: Point) -> QRect:
    """Where a caret at `point` stands in the viewport."""
    cursor = QTextCursor(proof.document)
    cursor.setPosition(proof.position(point))
    return pane.cursorRect(cursor)


def patch_at(
    pane: QTextEdit, proof: ProofDocument, patches: Iterable[Patch], x: int, point: Point
) -> Patch | None:
    """The correction under the mouse: `x` in the viewport, `point` the place nearest to it."""
    by_span = {patch.span: patch for patch in patches}
    if not by_span:
        return None
    for at, piece in proof.shown[point.index].block.text.placed():
        end = at + len(piece.text)
        patch = by_span.get(piece.span) if piece.origin is PieceOrigin.PATCH else None
        if patch is None or not at <= point.out_at <= end:
            continue
        left, right = (
            caret_rect(pane, proof, Point(point.index, edge)).left() for edge in (at, end)
        )
        beyond = (point.out_at == at and x < left) or (point.out_at == end and x > right)
        if not beyond or (not patch.text and abs(x - left) <= NEAR):
            return patch
    return None


def printed(patch: Patch, source: Source) -> str:
    """What the page prints where a correction stands, line ends left out."""
    return source.text[patch.span.start : patch.span.end].replace("\n", "")


def told(patch: Patch, source: Source) -> str:
    """What the page prints there, in words."""
    original = printed(patch, source)
    if not original:
        return translate("Corrections", "Put in; the page prints nothing here")
    if not patch.text:
        return translate("Corrections", "Taken out: {0}").format(original)
    return translate("Corrections", "The page prints: {0}").format(original)
