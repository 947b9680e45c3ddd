"""Pages as they come out of the printer, under one another; only those in sight are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from editor.ui.look import theme
from editor.ui.paper.pages import Pages

GAP = 18
"""Pixels around a page."""
WIDEST = 1.0
"""Pages are never shown larger than they are."""


class Preview(QAbstractScrollArea):
    """Shows pages; arrows, Page Up and Page Down go through them."""

    def __init__(self) -> None:
        """No pages."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages as they are printed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages: Pages | None = None

    def show_pages(self, pages: Pages) -> None:
        """Show these; what is looked at stays."""
        self._pages = pages
        self._set_bar()
        count = self.tr("{0} pages").format(pages.count)
        self.setAccessibleDescription(self.tr("1 page") if pages.count == 1 else count)

    @property
    def _scale(self) -> float:
        assert self._pages is not None
        room = self.viewport().width() - 2 * GAP
        return max(0.1, min(WIDEST, room / self._pages.sheet.width()))

    @property
    def _step(self) -> float:
        """From the top of a page to the top of the next."""
        assert self._pages is not None
        return self._pages.sheet.height() * self._scale + GAP

    def _set_bar(self) -> None:
        if self._pages is not None:
            whole = round(self._pages.count * self._step + GAP)
            bar = self.verticalScrollBar()
            bar.setRange(0, max(0, whole - self.viewport().height()))
            bar.setPageStep(self.viewport().height())
            bar.setSingleStep(40)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pages fit the width."""
        super().resizeEvent(event)
        self._set_bar()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The sheets in sight."""
        painter, colours = QPainter(self.viewport()), theme.current()
        painter.fillRect(event.rect(), theme.colour(colours.desk))
        if self._pages is None:
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, offset, sheet = self._scale, self.verticalScrollBar().value(), self._pages.sheet
        left = (self.viewport().width() - sheet.width() * scale) / 2
        for number in range(self._pages.count):
            top = GAP + number * self._step - offset
            if top > event.rect().bottom() or top + self._step < event.rect().top():
                continue
            paper = QRectF(left, top, sheet.width() * scale, sheet.height() * scale)
            painter.setPen(QPen(theme.colour(colours.line), 1))
            painter.setBrush(QColor("white"))  # paper is white in the dark too
            painter.drawRect(paper)
            painter.save()
            painter.translate(left, top)
            painter.scale(scale, scale)
            self._pages.paint(painter, number)
            painter.restore()
        painter.end()
