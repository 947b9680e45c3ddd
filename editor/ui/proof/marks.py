"""What is drawn on the proof besides its text: sheets, empty fields, doubts and corrections."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.places import Span
from editor.proofing.suspect import Severity
from editor.ui.look import theme
from editor.ui.look.theme import Theme
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.places import Point
from editor.ui.proof.suspected import Marked

OVER = 80
"""Pixels that a sheet reaches at most over the text on it."""


def sheets(
    painter: QPainter,
    proof: ProofDocument,
    clip: QRect,
    offset: int,
    current: int,
    left_out: Container[int] = (),
    told: str = "",
) -> None:
    """A sheet of paper for each article that is in sight; the current one has an outline.

    Those of the articles `left_out` of the export have a broken one, and say so (`told`).
    """
    look = proof.look
    sight = proof.in_sight(clip.top() + offset - OVER, clip.bottom() + offset + OVER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, rect in sheet_rects(proof, sight):
        rect.translate(0, -offset)
        if rect.bottom() < clip.top() - 4 or rect.top() > clip.bottom() + 4:
            continue
        line = look.theme.accent if number == current else look.theme.line
        out = number in left_out
        pen = QPen(theme.colour(line), 1.2 if number == current else 1)
        pen.setStyle(Qt.PenStyle.DashLine if out else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(look.theme.panel if out else look.theme.sheet))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if out:
            painter.setPen(theme.colour(look.theme.quiet))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(rect.adjusted(0, 7, -12, 0), int(right), told)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def sheet_rects(proof: ProofDocument, sight: range) -> Iterator[tuple[int, QRectF]]:
    """The index and the sheet of each article in sight, in the document's coordinates.

    Only what is looked at is measured: Qt lays a long document out as far as it is asked.
    """
    if not sight:
        return
    first = sight[0]
    while first and not proof.shown[first].first:  # of a large text its start may not be there
        first -= 1
    last = sight[-1]
    while not proof.shown[last].last and last + 1 < len(proof.shown):
        last += 1
    look, document = proof.look, proof.document
    layout = document.documentLayout()
    frame = document.rootFrame().frameFormat()
    left = frame.leftMargin() - look.pad_side
    width = document.size().width() - frame.leftMargin() - frame.rightMargin() + 2 * look.pad_side
    top = 0.0
    block = document.findBlockByNumber(first)
    for one in proof.shown[first : last + 1]:
        if not block.isValid():
            return
        if one.first:
            top = layout.blockBoundingRect(block).top()
            margin = block.blockFormat().topMargin()
            # Qt counts the margin into a block's rectangle or not; its first line does not
            inner = block.layout().lineAt(0).y() if block.layout().lineCount() else 0.0
            top = top + inner if inner < margin else top
            top -= look.pad_top
        if one.last or one is proof.shown[-1]:  # the rest of an article may be on its way
            rect = layout.blockBoundingRect(block)
            bottom = rect.bottom() + look.pad_bottom
            yield one.number, QRectF(left, top, width, bottom - top)
        block = block.next()


def fields(proof: ProofDocument, clip: QRect, offset: int) -> Iterator[tuple[int, QRectF]]:
    """Index and rectangle of each asking field that is in sight, in the viewport."""
    layout = proof.document.documentLayout()
    frame = proof.document.rootFrame().frameFormat()
    for index in proof.in_sight(clip.top() + offset, clip.bottom() + offset):
        if not proof.shown[index].asking:
            continue
        block = proof.document.findBlockByNumber(index)
        rect = layout.blockBoundingRect(block)
        width = proof.document.size().width() - frame.leftMargin() - frame.rightMargin()
        box = QRectF(frame.leftMargin(), rect.top() - offset, width, rect.height())
        if box.bottom() >= clip.top() and box.top() <= clip.bottom():
            yield index, box


def marks(
    proof: ProofDocument,
    colours: Theme,
    doubts: Sequence[Span],
    asked: Span | None,
    within: range,
    hits: Sequence[tuple[int, int, int]] = (),
    suspects: Iterable[Marked] = (),
) -> list[QTextEdit.ExtraSelection]:
    """Corrections on a soft ground, doubts dotted under, the doubt on the card on its ground.

    `within`: the blocks that are in sight or near it. `hits`: what was found there, as block index
    and `out_at` range. `suspects`: the same of what is suspect, and whether the card asks about it.
    """
    corrected = QTextCharFormat()
    corrected.setBackground(QBrush(theme.colour(colours.right_soft)))
    doubted = QTextCharFormat()
    doubted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    doubted.setUnderlineColor(theme.colour(colours.doubt))
    shown = QTextCharFormat(doubted)
    shown.setBackground(QBrush(theme.colour(colours.doubt_soft)))
    sought = QTextCharFormat()
    sought.setBackground(QBrush(theme.colour(colours.found)))
    found: list[QTextEdit.ExtraSelection] = []

    def add(index: int, start: int, end: int, look: QTextCharFormat) -> None:
        one = QTextEdit.ExtraSelection()
        cursor = QTextCursor(proof.document)
        cursor.setPosition(proof.position(Point(index, start)))
        end_at = proof.position(Point(index, end))
        cursor.setPosition(end_at, QTextCursor.MoveMode.KeepAnchor)
        one.cursor, one.format = cursor, look
        found.append(one)

    for index, start, end in proof.corrected(within):
        add(index, start, end, corrected)
    for hit in hits:
        add(*hit, sought)
    for index, start, end in proof.stretches(doubts, within):
        add(index, start, end, doubted)
    looks = {severity: _underlined(severity, colours) for severity in Severity}
    for index, start, end, severity, on_card in suspects:
        look = looks[severity]
        if on_card:
            look = QTextCharFormat(look)
            look.setBackground(QBrush(theme.colour(colours.doubt_soft)))
        add(index, start, end, look)
    for index, start, end in proof.stretches([asked] if asked else [], within):
        add(index, start, end, shown)
    return found


def _underlined(severity: Severity, colours: Theme) -> QTextCharFormat:
    """Errors are waved, warnings dashed, notes ruled: told apart without colours."""
    styles = QTextCharFormat.UnderlineStyle
    style, colour = {
        Severity.ERROR: (styles.WaveUnderline, colours.wrong),
        Severity.WARNING: (styles.DashUnderline, colours.accent),
        Severity.NOTE: (styles.SingleUnderline, colours.quiet),
    }[severity]
    look = QTextCharFormat()
    look.setUnderlineStyle(style)
    look.setUnderlineColor(theme.colour(colour))
    return look
