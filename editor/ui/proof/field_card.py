"""How fields are painted: what empty ones ask for, and the open card's names.

Each field of the open card is named in the margin, and each person of its byline stands on a
ground of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.ui import words
from editor.ui.look import fonts, theme
from editor.ui.proof import corrections as proof_corrections
from editor.ui.proof import marks as proof_marks
from editor.ui.proof.blocks import FIELDS, Shown
from editor.ui.proof.fields import ProofFields
from editor.ui.proof.places import Point


class ProofCard(ProofFields):
    """The proof with its fields painted under the text."""

    def paint_under(self, painter: QPainter, clip: QRect, offset: int) -> None:
        """Under the text: the open card's names, and what empty fields ask for."""
        caret = self.caret().index if self.proof.shown else -1
        if self.card is not None:
            self._paint_card(painter, clip, offset)
        for index, rect in proof_marks.fields(self.proof, clip, offset):
            if not self.proof.document.findBlockByNumber(index).text() and not (
                self.is_composing and index == caret
            ):
                self._paint_field(painter, self.proof.shown[index].block.role, rect, index == caret)

    def _paint_field(self, painter: QPainter, role: Role, rect: QRectF, here: bool) -> None:
        colours = self.proof.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = here and self.hasFocus()
        if role is Role.HEADLINE or here:
            edge = colours.accent if here else colours.doubt
            painter.setPen(QPen(theme.colour(edge), 1, Qt.PenStyle.DashLine))
            ground = colours.sheet if here else colours.doubt_soft
            painter.setBrush(theme.colour(ground, 0.5))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        asks = self.asks(role)
        if here:
            if self._has_label(words.role(role)):
                return  # it is named in the margin
            indent = 2 * self.proof.look.em if role is Role.DATELINE else rect.width() / 2
            asks, rect = words.role(role), rect.adjusted(indent + 6, 0, 0, 0)  # behind the caret
        painter.setPen(theme.colour(colours.doubt if role is Role.HEADLINE else colours.quiet))
        size = 14 if role is Role.HEADLINE else 12.5
        painter.setFont(fonts.desk_font(self.font(), size * self._scale))
        align = Qt.AlignmentFlag.AlignLeft if here else Qt.AlignmentFlag.AlignHCenter
        if role is Role.DATELINE and not here:
            align = Qt.AlignmentFlag.AlignLeft
            rect = rect.adjusted(2 * self.proof.look.em, 0, 0, 0)
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), asks)

    def _has_label(self, label: str) -> bool:
        """Whether a field's name has room in the margin beside it."""
        metrics = QFontMetricsF(fonts.desk_font(self.font(), 11 * self._scale))
        return metrics.horizontalAdvance(label) <= self.proof.look.pad_side - 10

    def _paint_card(self, painter: QPainter, clip: QRect, offset: int) -> None:
        """The name of each field in the margin, each person of the byline on a soft ground."""
        look, layout = self.proof.look, self.proof.document.documentLayout()
        frame = self.proof.document.rootFrame().frameFormat()
        left = frame.leftMargin()
        font = fonts.desk_font(self.font(), 11 * self._scale)
        here, named = self.field(), set[Role]()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        sight = self.proof.in_sight(clip.top() + offset, clip.bottom() + offset)
        for index in sight:
            one = self.proof.shown[index]
            role = one.block.role
            if role is Role.BODY and one.block.dateline:
                role = Role.DATELINE
            if one.block.article != self.open_at or role not in FIELDS:
                continue
            block = self.proof.document.findBlockByNumber(index)
            rect = layout.blockBoundingRect(block).translated(0, -offset)
            line = block.layout().lineAt(0)
            top = block.layout().position().y() - offset
            if role is Role.BYLINE:
                self._paint_names(painter, index, one)
            label = words.role(role)
            mine = here is not None and here[1] is role
            if role in named or not self._has_label(label):
                continue
            if one.asking and not mine:
                continue  # it names itself
            named.add(role)
            painter.setPen(theme.colour(look.theme.accent if mine else look.theme.quiet))
            height = line.height() if line.isValid() else rect.height()
            box = QRectF(left - look.pad_side, top, look.pad_side - 8, height)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(align), label)

    def _paint_names(self, painter: QPainter, index: int, one: Shown) -> None:
        """Each person of the byline on a ground of its own."""
        colours = self.proof.look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colours.byline, 0.13))
        at = 0
        for name, gap in _names_and_gaps(one):
            if name:
                first = proof_corrections.caret_rect(self, self.proof, Point(index, at))
                last = proof_corrections.caret_rect(self, self.proof, Point(index, at + name))
                if first.top() == last.top():
                    box = QRectF(first.topLeft(), last.bottomRight()).adjusted(-5, 2, 4, -1)
                    painter.drawRoundedRect(box, 5, 5)
            at += name + gap
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _names_and_gaps(one: Shown) -> list[tuple[int, int]]:
    """How long each name of a byline is, and the gap behind it."""
    found: list[tuple[int, int]] = []
    name = 0
    for piece in one.block.text.pieces:
        if piece.origin is PieceOrigin.JOINT:
            found.append((name, len(piece.text)))
            name = 0
        else:
            name += len(piece.text)
    return [*found, (name, 0)]
