"""What the desk shows while there is no page: where to drop one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.ui import keys
from editor.ui.lists.rows import ListRow, RowList
from editor.ui.look import fonts, theme

RECENT, MOST = 460, 5
"""Pixels of the list of recent files, and how many of them are shown."""


class Empty(QWidget):
    """Two buttons and a sheet of paper, and what was open lately.

    `recent_asked`, `forget_asked` carry a path: to be opened, and to be taken from the list.
    """

    open_asked = Signal()
    paste_asked = Signal()
    recent_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """The whole desk's place."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("No page is open"))
        head = QLabel(self.tr("Drop a newspaper page here"))
        head.setFont(fonts.hei(1.0, 22))
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        under = QLabel(
            self.tr("A text file as it was copied out of a PDF or an OCR program, or a project.")
        )
        under.setObjectName("small")
        under.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._open = QToolButton()
        self._open.setObjectName("primary")
        self._open.clicked.connect(self.open_asked)
        self._paste = QToolButton()
        self._paste.clicked.connect(self.paste_asked)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addSpacing(8)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        self.recent = RowList(self.tr("Recent files"), ruled=True)
        self.recent.setFixedWidth(RECENT)
        self.recent.viewport().setAutoFillBackground(False)
        for taken in (self.recent.clicked, self.recent.activated):
            taken.connect(self._take)
        self.recent.acted.connect(self.forget_asked)
        self.recent.hide()
        layout = QVBoxLayout(self)
        layout.addStretch(3)
        layout.addSpacing(130)
        layout.addWidget(head)
        layout.addSpacing(6)
        layout.addWidget(under)
        layout.addSpacing(18)
        layout.addLayout(buttons)
        layout.addSpacing(22)
        layout.addWidget(self.recent, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(4)
        self._head = head
        self._wanted = False
        self._last: object = None
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        self._open.setText(keys.with_key(self.tr("Open…"), "open"))
        self._paste.setText(keys.with_key(self.tr("Paste its text"), "paste"))

    def show_recent(self, rows: list[ListRow]) -> None:
        """Show what was open lately, the last one first."""
        self.recent.rows.set_rows(tuple(rows[:MOST]))
        count = min(len(rows), MOST)
        self.recent.setFixedHeight(sum(self.recent.sizeHintForRow(n) for n in range(count)) + 2)
        self.recent.setVisible(bool(rows))

    def _take(self, index: QModelIndex) -> None:
        row = self.recent.row(index)
        if row is not None and self._last != row.what:
            self._last = row.what  # a click may activate too: it is opened once
            self.recent_asked.emit(row.what)
            QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        self._last = None

    def set_wanted(self, wanted: bool) -> None:
        """Whether something is held over the window that could be dropped."""
        self._wanted = wanted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A dashed place to drop on, and broken lines becoming a sheet."""
        painter, colours = QPainter(self), theme.current()
        painter.fillRect(self.rect(), theme.colour(colours.desk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(28.5, 28.5, -28.5, -28.5)
        line = colours.accent if self._wanted else colours.bar
        painter.setPen(QPen(theme.colour(line), 2.5 if self._wanted else 1.5, Qt.PenStyle.DashLine))
        if self._wanted:
            painter.setBrush(theme.colour(colours.accent_soft, 0.5))
        painter.drawRoundedRect(frame, 12, 12)
        middle, base = self.rect().center().x(), self._head.geometry().top() - 26
        self._paint_sheet(painter, QPointF(middle - 38, base - 96))
        painter.end()

    def _paint_sheet(self, painter: QPainter, at: QPointF) -> None:
        colours = theme.current()
        rect = QRectF(at.x(), at.y(), 76, 96)
        fold = 18.0
        sheet = QPolygonF(
            [
                rect.topLeft(),
                QPointF(rect.right() - fold, rect.top()),
                QPointF(rect.right(), rect.top() + fold),
                rect.bottomRight(),
                rect.bottomLeft(),
            ]
        )
        painter.setPen(QPen(theme.colour(colours.bar), 1.5))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawPolygon(sheet)
        painter.drawPolyline(
            [
                QPointF(rect.right() - fold, rect.top()),
                QPointF(rect.right() - fold, rect.top() + fold),
                QPointF(rect.right(), rect.top() + fold),
            ]
        )
        painter.setPen(QPen(theme.colour(colours.accent), 3.4))
        painter.drawLine(QPointF(at.x() + 20, at.y() + 30), QPointF(at.x() + 56, at.y() + 30))
        painter.setPen(QPen(theme.colour(colours.bar), 2.4))
        for number, (left, right) in enumerate(((20, 64), (12, 64), (12, 64), (12, 44))):
            y = at.y() + 46 + number * 11
            painter.drawLine(QPointF(at.x() + left, y), QPointF(at.x() + right, y))
