"""Print: which articles, how they stand, and the pages as they will be. Nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.paper.preview import Preview
from editor.ui.settings.parts import Choices

SIZE = QSize(760, 860)
FRAME = QSize(16, 48)
"""Kept free on the screen for the window's own frame and title."""
ALL, ONE = "all", "one"


class PrintWindow(QDialog):
    """Choices over a preview. `changed`: others are to be shown; `print_asked`, `pdf_asked`."""

    changed = Signal()
    print_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A window that is not shown yet."""
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Print"))
        self.setAccessibleName(self.tr("Print"))
        self.which = ALL
        entries = ((ALL, self.tr("All articles")), (ONE, self.tr("This article")))
        self.articles = Choices(self.tr("What is printed"), entries, self._choose)
        self.articles.choose(ALL)
        self.alone = QCheckBox(self.tr("Each on a page of its own"))
        self.alone.toggled.connect(lambda _: self.changed.emit())
        self.told = QLabel()
        self.told.setObjectName("small")
        self.pdf = QToolButton()
        self.pdf.setObjectName("plain")
        self.pdf.setText(self.tr("Save as PDF…"))
        self.pdf.clicked.connect(self.pdf_asked)
        self.paper = QToolButton()
        self.paper.setObjectName("primary")
        self.paper.setText(self.tr("Print…"))
        self.paper.clicked.connect(self.print_asked)
        for button in (self.pdf, self.paper):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview = Preview()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(12)
        head.addWidget(self.articles)
        head.addWidget(self.alone)
        head.addStretch(1)
        head.addWidget(self.told)
        head.addWidget(self.pdf)
        head.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        self.resize(SIZE.boundedTo(self.screen().availableGeometry().size() - FRAME))

    def _choose(self, which: str) -> None:
        self.which = which
        self.changed.emit()

    def open_here(self, *, articles: bool) -> None:
        """Come into sight; `articles`: whether there is a choice of them."""
        self.articles.setVisible(articles)
        self.alone.setVisible(articles)
        self.show()
        self.raise_()
        self.activateWindow()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str, *, ready: bool) -> None:
        """Say how far it is; what is not ready cannot be printed."""
        self.told.setText(text)
        self.pdf.setEnabled(ready)
        self.paper.setEnabled(ready)
