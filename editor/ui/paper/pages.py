"""Pages of paper: a document broken into pages, and how one of them is drawn.

Lengths are in pixels of 1/96 inch; whoever draws scales to the device. A headline never stands
at a page's foot without its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from editor.model.reading import Article, set_blocks
from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.look.fonts import Face
from editor.ui.proof.blocks import Shown
from editor.ui.proof.typesetting import ProofType

INCH = 96
"""Pixels of an inch, here."""
MARGIN = 24.0
"""Millimetres of white around a page's text."""
BETWEEN = 40
"""Pixels between two articles on one page."""
NOTE = 11
"""Pixels of the folio's type."""
SLICE = 1500
"""Characters that are set in one go: some twenty milliseconds."""
BLACK = "#000000"
PAPER = theme.LIGHT._replace(
    ink=BLACK, quiet=BLACK, headline=BLACK, byline=BLACK, dateline=BLACK,
    crosshead=BLACK, note=BLACK, caption=BLACK,
)  # fmt: skip


def a4() -> QPageLayout:
    """The page that is printed on unless the printer says otherwise."""
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    upright = QPageLayout.Orientation.Portrait
    page = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(page, upright, margins, QPageLayout.Unit.Millimeter)


class Pages:
    """A document on pages. `title` stands at the head of each, its number at the foot."""

    def __init__(self, title: str, layout: QPageLayout | None = None) -> None:
        """No text."""
        self.title = title
        layout = layout or a4()
        self.layout = layout
        self.sheet = layout.fullRect(QPageLayout.Unit.Inch).size() * INCH
        inner = layout.paintRect(QPageLayout.Unit.Inch)
        self.text = QRectF(inner.topLeft() * INCH, inner.size() * INCH)
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)  # set as on paper, not as on this screen
        self.document.setPageSize(self.text.size())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def set_html(self, html: str) -> None:
        """Set a page of help."""
        self.document.setDefaultFont(fonts.hei(1.0, 12))
        font = QFont(self.document.defaultFont())
        font.setBold(False)
        self.document.setDefaultFont(font)
        self.document.setHtml(html)

    def write(self, articles: Sequence[Article], face: Face, *, each_alone: bool) -> Iterator[None]:
        """Set the articles, each on a page of its own or one after another; a slice a turn."""
        self._narrow(ProofType(PAPER, 1.0, face).em)
        look = ProofType(PAPER, 1.0, face, paper=self.text.width())
        cursor = QTextCursor(self.document)
        written = 0
        for number, article in enumerate(articles):
            blocks = set_blocks(article, captions=True)
            first: QTextBlock | None = None
            kept = False
            for index, block in enumerate(blocks):
                one = Shown(block, number, index == 0, index == len(blocks) - 1)
                shape = look.block(one, first_sheet=True)
                if index == 0:
                    shape.setTopMargin(BETWEEN if number and not each_alone else 0)
                    if number and each_alone:
                        shape.setPageBreakPolicy(ALWAYS)
                self._write(cursor, one, look, shape)
                first = first or cursor.block()
                if not kept and block.role not in HEADS:
                    kept = True
                    self._keep(first, cursor.block())
                elif block.role is Role.BODY and cursor.block().previous() != first:
                    self._keep_crosshead(cursor.block())
                written += len(one.text)
                if written > SLICE:
                    written = 0
                    yield

    def _narrow(self, em: int) -> None:
        """Make the measure a whole number of em, so that lines of Chinese come out full."""
        columns = int(self.text.width() // em)
        width = columns * em + 1.0
        self.text.setLeft(self.text.left() + (self.text.width() - width) / 2)
        self.text.setWidth(width)
        self.document.setPageSize(QSizeF(self.text.size()))

    def _write(
        self, cursor: QTextCursor, one: Shown, look: ProofType, shape: QTextBlockFormat
    ) -> None:
        ground = look.text(one.block.role)
        if self.document.isEmpty() and cursor.atStart():
            cursor.setBlockFormat(shape)
            cursor.setBlockCharFormat(ground)
        else:
            cursor.insertBlock(shape, ground)
        at = 0
        for start, end, part in (*look.parts(one), (len(one.text), len(one.text), ground)):
            if at < start:
                cursor.insertText(one.text[at:start], ground)
            if start < end:
                cursor.insertText(one.text[start:end], part)
            at = end

    def _keep(self, first: QTextBlock, body: QTextBlock) -> None:
        """Bring an article's head to the page on which two lines of its text stand."""
        if self._page(first) != self._page(body, 1):
            cursor = QTextCursor(first)
            shape = first.blockFormat()
            shape.setPageBreakPolicy(ALWAYS)
            shape.setTopMargin(0)
            cursor.setBlockFormat(shape)

    def _keep_crosshead(self, body: QTextBlock) -> None:
        """Bring a crosshead to the page of the text under it."""
        before = body.previous()
        bold = before.charFormat().font().bold()
        if bold and self._page(before) != self._page(body, 1):
            cursor = QTextCursor(before)
            shape = before.blockFormat()
            shape.setPageBreakPolicy(ALWAYS)
            cursor.setBlockFormat(shape)

    def _page(self, block: QTextBlock, line: int = 0) -> int:
        """The page of a line of a block, from 0; of its last one where it has fewer."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        lines, middle = block.layout(), 0.0
        if lines.lineCount():  # a line's own top may stand over its block's
            found = lines.lineAt(min(line, lines.lineCount() - 1))
            middle = found.y() + found.height() / 2
        return int((top + middle) // self.text.height())

    # -- drawing ---------------------------------------------------------------------------

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw page `number`, from 0, with the sheet's corner at the painter's origin."""
        painter.save()
        painter.setPen(Qt.GlobalColor.black)
        note = fonts.song(1.0, NOTE)
        painter.setFont(note)
        head = QRectF(self.text.left(), self.text.top() - 40, self.text.width(), 20)
        foot = QRectF(self.text.left(), self.text.bottom() + 20, self.text.width(), 20)
        flags = Qt.AlignmentFlag
        title = painter.fontMetrics().elidedText(
            self.title, Qt.TextElideMode.ElideMiddle, int(head.width())
        )
        painter.drawText(head, int(flags.AlignLeft | flags.AlignVCenter), title)
        painter.drawText(foot, int(flags.AlignCenter), f"{number + 1} / {self.count}")
        height = self.text.height()
        painter.translate(self.text.left(), self.text.top() - number * height)
        clip = QRectF(0, number * height, self.text.width(), height)
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.document.documentLayout().draw(painter, context)
        painter.restore()


ALWAYS = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
HEADS = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD, Role.BYLINE)
"""What stands over an article's text."""
