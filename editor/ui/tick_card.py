"""A card of rows with ticks: each is looked at, ticked or not, and what is ticked taken together.

Space ticks the row in use; the right arrow ticks it, the left one crosses it, and both go on;
Ctrl+A ticks all or none, Enter takes what is ticked, Esc leaves. Going through the rows shows each
place in the panes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyleOptionViewItem, QToolButton, QWidget

from editor.ui.card import Card
from editor.ui.lists.rows import Index, LazyRows, ListRow, RowDelegate, RowList, RowModel
from editor.ui.look import fonts, theme

MOST_ROWS = 6
"""Rows in sight without scrolling."""
FEWEST, AROUND = 3, 120
"""Rows in sight on any desk, and pixels of the card around them: two fifths of the desk are left to
what the rows are about."""
BOX = 22
"""Pixels that a row keeps free for its box."""


class _Ticks(RowModel):
    """Rows of which some are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticked: set[int] = set()
        self.groups: Sequence[range] = ()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row in words, and whether it is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            on = index.row() in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def group(self, row: int) -> range | None:
        """The rows of the group that a row heads, itself first."""
        at = bisect_left(self.groups, row, key=lambda group: group.start)
        heads = at < len(self.groups) and self.groups[at].start == row
        return self.groups[at] if heads else None

    def also(self, row: int) -> set[int]:
        """The rows that go with a row: all of its group where it heads one."""
        return set(self.group(row) or (row,))

    def chosen(self) -> list[int]:
        """The rows that are ticked, in order, but for those that head others."""
        heads = {group.start for group in self.groups}
        return sorted(self.ticked - heads)

    def tick(self, rows: set[int]) -> None:
        """Tick these rows and no others; the head of a group is ticked where all of it is."""
        for group in self.groups:
            below = group[1:]
            rows = rows | {group.start} if rows.issuperset(below) else rows - {group.start}
        self.ticked = rows
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class _TickDelegate(RowDelegate):
    """Paints a row behind its box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, then its box."""
        super().paint(painter, option, index)
        ticks = index.model()
        on = isinstance(ticks, _Ticks) and index.row() in ticks.ticked
        colours, rect = theme.current(), QRectF(option.rect)
        box = QRectF(rect.left() + 12, rect.center().y() - 7.5, 15, 15)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(colours.accent if on else colours.faint), 1.2))
        painter.setBrush(theme.colour(colours.accent if on else colours.sheet))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if on:
            pen = QPen(theme.colour(colours.accent_ink), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y = box.left(), box.center().y()
            points = ((x + 3.5, y), (x + 6.5, y + 3), (x + 11.5, y - 3.2))
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow, rect: QRectF
    ) -> None:
        super()._paint_row(painter, option, row, rect.adjusted(BOX, 0, 0, 0))


class _Rows(RowList):
    """The rows, with their keys."""

    taken = Signal()
    left = Signal()
    refused = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, ruled=True, parent=parent)
        self.ticks = _Ticks(self)
        self.rows = self.ticks
        self.setModel(self.ticks)
        self.setItemDelegate(_TickDelegate(ruled=True, parent=self))
        self.viewport().setAutoFillBackground(False)  # the card is its ground
        self.clicked.connect(self._toggle)

    def _toggle(self, index: QModelIndex) -> None:
        also = self.ticks.also(index.row())
        on = index.row() in self.ticks.ticked
        self.ticks.tick(self.ticks.ticked - also if on else self.ticks.ticked | also)

    def _decide(self, *, ticked: bool) -> None:
        """Tick or cross the row in use, and go to the next."""
        also = self.ticks.also(self.currentIndex().row())
        self.ticks.tick(self.ticks.ticked | also if ticked else self.ticks.ticked - also)
        if max(also) + 1 < len(self.ticks.rows):
            self.setCurrentIndex(self.ticks.index(max(also) + 1))

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+A before the window's command does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_A and ctrl:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tick, take or leave; what else moves in the list goes to Qt."""
        key, every = event.key(), set(range(len(self.ticks.rows)))
        if event.isAutoRepeat() and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return
        if key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and self.currentIndex().isValid():
            self._decide(ticked=key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.ticks.tick(set() if self.ticks.ticked == every else every)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Delete:
            self.refused.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.text() or not event.text().isprintable():
            super().keyPressEvent(event)


class TickCard(Card):
    """Shows rows to be ticked. `taken` carries what the ticked rows stand for.

    `refused` carries what the row in use stands for, where Delete was hit on it.
    """

    taken = Signal(object)
    left = Signal()
    looked_at = Signal(object)
    refused = Signal(object)
    most_rows = MOST_ROWS
    all_ticked = True

    def __init__(self, parent: QWidget, name: str) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, name)
        self._over = parent
        self._head = QLabel()
        self._head.setObjectName("title")
        self._head.setWordWrap(True)
        self.rows = _Rows(name, self)
        self.setFocusProxy(self.rows)
        self.watch(self.rows)
        self._foot = QLabel(self.tr("→ ticks · ← crosses"))
        self._foot.setObjectName("small")
        self._apply = QToolButton()
        self._apply.setObjectName("primary")
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.setAccessibleName(self.tr("Take what is ticked"))
        foot = QHBoxLayout()
        foot.addWidget(self._foot)
        foot.addStretch(1)
        self.foot = foot
        foot.addWidget(self._apply)
        self.column.addWidget(self._head)
        self.column.addWidget(self.rows)
        self.column.addLayout(foot)
        self._apply.clicked.connect(self._take)
        self.rows.taken.connect(self._take)
        self.rows.left.connect(self.left)
        self.rows.refused.connect(self.refuse)
        self.rows.ticks.dataChanged.connect(self._count)
        selection = self.rows.selectionModel()
        selection.currentChanged.connect(self._look)

    def show_rows(self, head: str, rows: Sequence[ListRow], groups: Sequence[range] = ()) -> None:
        """Fill the list, every row ticked. The caller places it and gives it the focus.

        `groups`: rows of which the first stands for all behind it.
        """
        self._foot.setFont(fonts.small(self.font()))
        self._head.setText(head)
        self.rows.ticks.set_rows(())
        self.rows.ticks.set_rows(rows)
        self.rows.ticks.groups = groups
        self.rows.ticks.tick(set(range(len(rows))) if self.all_ticked else set())
        high = self.rows.sizeHintForRow(0) if rows else 0
        fit = (self._over.height() * 3 // 5 - AROUND) // max(1, high)
        self.rows.setFixedHeight(high * min(len(rows), self.most_rows, max(FEWEST, fit)) + 2)
        self.column.invalidate()
        self.column.activate()
        self.setFixedHeight(self.column.totalHeightForWidth(self.width()))
        self.rows.setCurrentIndex(self.rows.ticks.index(0))

    def refuse(self) -> None:
        """Tell that the row in use is not wanted."""
        row = self.rows.row(self.rows.currentIndex())
        if row is not None:
            self.refused.emit(row.what)

    def apply_words(self, count: int) -> str:
        """What the button says that takes so many rows."""
        return self.tr("Take {0}  Enter").format(count)

    def _count(self) -> None:
        count = len(self.rows.ticks.chosen())
        self._apply.setText(self.apply_words(count))
        self._apply.setEnabled(count > 0)

    def _take(self) -> None:
        ticked, rows = self.rows.ticks.chosen(), self.rows.ticks.rows
        if not ticked:
            return
        if isinstance(rows, LazyRows):  # none is made for it
            self.taken.emit(tuple(rows.whats[number] for number in ticked))
        else:
            self.taken.emit(tuple(rows[number].what for number in ticked))

    def _look(self, index: QModelIndex, _: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and self.isVisible():
            self.looked_at.emit(row.what)
