"""The tray under the proof: heading lines of no article, each to be given to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.model.places import Span
from editor.ui.lists.article_list import text_data
from editor.ui.lists.rows import PLAIN, ListRow, RowList
from editor.ui.look import theme

MOST = 4
"""Lines that are in sight at once."""


class _Lines(RowList):
    """Rows that can be carried to an article; Enter gives the chosen one."""

    given = Signal(object)
    asked = Signal(object, object)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Carry the chosen lines."""
        row = self.row(self.currentIndex())
        if row is not None:
            drag = QDrag(self)
            drag.setMimeData(text_data((row.what,)))
            drag.exec(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter gives the chosen lines to the article that is named."""
        row = self.row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.given.emit(row.what)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask which article the lines go to."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard or not index.isValid():
            index = self.currentIndex()
        row = self.row(index)
        if row is not None:
            corner = self.visualRect(index).bottomLeft()
            self.asked.emit(row.what, self.viewport().mapToGlobal(corner))


class Tray(QWidget):
    """Hidden while it is empty. `looked_at`, `given` carry the span of lines.

    `asked` carries the span and where on the screen a menu of articles should open.
    """

    looked_at = Signal(object)
    given = Signal(object)
    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty tray."""
        super().__init__(parent)
        self._head = QLabel()
        self._head.setObjectName("quiet")
        self._head.setContentsMargins(14, 6, 8, 2)
        self.list = _Lines(self.tr("Lines of no article"), ruled=True)
        self.list.setDragEnabled(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._clicked)
        self.list.acted.connect(self.given)
        self.list.given.connect(self.given)
        self.list.asked.connect(self.asked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A line over it, towards the proof."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.colour(theme.current().line))
        painter.end()

    def set_lines(self, lines: Sequence[tuple[Span, str]], count: int, to: str) -> None:
        """Show lines with their text, those that stand together as one, `count` of them in all.

        `to` names the article that they would go to.
        """
        act = self.tr("to {0}").format(to) if to else ""
        self.list.rows.set_rows(
            tuple(ListRow(((text, PLAIN),), act=act, what=span) for span, text in lines)
        )
        self._head.setText(self.tr("Lines of no article  {0}").format(count))
        rows = range(min(len(lines), MOST))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(n) for n in rows))
        self.setVisible(bool(lines))

    def _clicked(self, index: QModelIndex) -> None:
        row = self.list.row(index)
        if row is not None:
            self.looked_at.emit(row.what)
