"""The desk: outline, raw text, proof and side panel side by side, the doubt card over them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from editor.ui.dock import Dock
from editor.ui.doubt_card import SHADOW, DoubtCard
from editor.ui.outline import Outline
from editor.ui.proof_pane import ProofPane
from editor.ui.raw_pane import RawPane

WIDTHS = (226, 500, 470, 244)


class Desk(QWidget):
    """Holds the views; places the card. No view knows another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """All views, empty."""
        super().__init__(parent)
        self.outline = Outline()
        self.raw = RawPane()
        self.proof = ProofPane()
        self.dock = Dock()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for view, least in (
            (self.outline, 140),
            (self.raw, 210),
            (self.proof, 280),
            (self.dock, 150),
        ):
            view.setMinimumWidth(least)
            self.splitter.addWidget(view)
        for index, stretch in enumerate((0, 3, 4, 0)):
            self.splitter.setStretchFactor(index, stretch)
        self.splitter.setSizes(list(WIDTHS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.card = DoubtCard(self)
        self.proof.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The card keeps its place over the proof."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.card.isVisible():
            self.place_card()
        return False

    def place_card(self) -> None:
        """Put the card over the proof, under what it asks about, or over it where no room is."""
        proof = QRect(self.proof.mapTo(self, QPoint(0, 0)), self.proof.size())
        caret = self.proof.cursorRect()
        top = self.proof.viewport().mapTo(self, caret.bottomLeft()).y() + 20
        height = self.card.height()
        if top + height > proof.bottom():
            above = self.proof.viewport().mapTo(self, caret.topLeft()).y() - 20 - height
            top = above if above > proof.top() else proof.bottom() - height
        left = proof.left() + (proof.width() - self.card.width()) // 2
        left = max(-SHADOW, min(left, self.width() - self.card.width() + SHADOW))
        self.card.move(left, top)
        self.card.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the card in sight."""
        super().resizeEvent(event)
        if self.card.isVisible():
            self.place_card()
