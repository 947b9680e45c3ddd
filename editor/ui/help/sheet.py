"""The sheet of keys (F1): made of the key map each time it comes into sight, found by letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.help import keys_of
from editor.ui.look import theme
from editor.ui.settings.parts import add_clear_button

SIZE = QSize(860, 680)


class KeySheet(QDialog):
    """Not modal: it may stay beside the desk. `print_asked` carries a page for paper."""

    print_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """A sheet that is not shown yet."""
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("All keys"))
        self.setAccessibleName(self.tr("All keys"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What do you want to do?"))
        self.search.setAccessibleName(self.tr("What do you want to do?"))
        add_clear_button(self.search, self.tr("Clear"))
        self.search.textChanged.connect(lambda _: self._fill())
        self.page = QTextBrowser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(self.tr("All keys"))
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper = QToolButton()
        self.paper.setObjectName("plain")
        self.paper.setText(self.tr("Print…"))
        self.paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.paper.clicked.connect(lambda: self.print_asked.emit(paper_html()))
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 8, 8)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        head.setContentsMargins(0, 0, 12, 0)
        self.resize(SIZE.boundedTo(parent.size()))

    def open_here(self) -> None:
        """Come into sight with the keys of this moment."""
        self.search.clear()
        self._fill()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        found, colours = keys_of.groups(self.search.text()), theme.current()
        if found:
            ink, quiet, line = colours.ink, colours.quiet, colours.line
            self.page.setHtml(keys_of.html(found, ink=ink, quiet=quiet, line=line))
        else:
            none = self.tr("Nothing fits")
            self.page.setHtml(f"<p style='color:{colours.quiet}'>{none}</p>")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The page has the colours of the moment."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "page"):
            self._fill()


def paper_html() -> str:
    """All keys for paper: black, at the width of a page."""
    return keys_of.html(keys_of.groups(), ink="#000000", quiet="#000000", line="#888888")
