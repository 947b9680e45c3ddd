"""Rows of two lines for the lists at the sides: a title, a quiet second line, a badge or a tick.

The outline and the side panel show different things in the same shape; this is the shape.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.ui.look import fonts, theme

PLAIN, QUIET, DOUBT, WRONG, RIGHT = "plain", "quiet", "doubt", "wrong", "right"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ListRow:
    """One row. `title`: runs of `(text, look)`; `side`: words at the right of the first line.

    `number` stands before the title; `badge` counts doubts; `header`: a row that only names. `off`:
    quiet and struck through. `act`: what a click at the right end does, in words (in a row of two
    lines, while the mouse is on it or it is chosen). `brief`: what is shown of `second` where
    that has no room.
    `what` is what the row stands for.
    """

    title: tuple[tuple[str, str], ...]
    second: str = ""
    side: str = ""
    number: str = ""
    badge: int = 0
    tick: bool = False
    header: bool = False
    off: bool = False
    act: str = ""
    what: Any = None
    brief: str = ""

    @property
    def text(self) -> str:
        """The row in words, for readers of the screen."""
        parts = [self.number, "".join(text for text, _ in self.title), self.second, self.side]
        return " ".join(part for part in parts if part)


class LazyRows(Sequence[ListRow]):
    """Rows that are made when they are looked at: there may be very many."""

    def __init__(
        self,
        keys: Sequence[Hashable],
        whats: Sequence[object],
        make: Callable[[int], ListRow],
        short: Collection[int] = (),
    ) -> None:
        """A row for each key: rows of the same key look the same. `whats`: what they stand for.

        `short`: the numbers of the rows of one line only.
        """
        self.keys, self.whats, self._make, self.short = keys, whats, make, short
        self._made: dict[int, ListRow] = {}
        self._places: dict[object, int] | None = None

    def changed(self, before: LazyRows) -> list[int]:
        """The numbers of the rows that look otherwise; what was made of the others is taken."""
        pairs = enumerate(zip(before.keys, self.keys, strict=True))
        found = [number for number, (old, new) in pairs if old != new]
        gone = set(found)
        self._made = {at: row for at, row in before._made.items() if at not in gone}
        return found

    def place_of(self, what: object) -> int | None:
        """The number of the row that stands for something, if any does."""
        if self._places is None:  # comparing values that hold many others is slow
            every = enumerate(self.whats)
            self._places = {w if isinstance(w, int) else (id(w),): at for at, w in every}
        found = self._places.get(what if isinstance(what, int) else (id(what),))
        if found is None and not isinstance(what, int) and what in self.whats:
            return self.whats.index(what)  # an equal one
        return found

    def __len__(self) -> int:
        """How many there are."""
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> ListRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[ListRow]: ...
    def __getitem__(self, index: int | slice) -> ListRow | list[ListRow]:
        """One row, or several."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]


class RowModel(QAbstractListModel):
    """A list of rows; set as a whole, told as little as changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self.rows: Sequence[ListRow] = ()

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows."""
        if rows == self.rows:
            return
        lazy = isinstance(rows, LazyRows) and isinstance(self.rows, LazyRows)
        if len(rows) == len(self.rows) and lazy:
            assert isinstance(rows, LazyRows) and isinstance(self.rows, LazyRows)
            changed, self.rows = rows.changed(self.rows), rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row in words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole and not row.header:
            return "".join(text for text, _ in row.title)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headers cannot be chosen."""
        if index.isValid() and self.rows[index.row()].header:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled


def _row_of(index: Index) -> ListRow:
    model = index.model()
    assert isinstance(model, RowModel)
    return model.rows[index.row()]


class RowDelegate(QStyledItemDelegate):
    """Paints a `ListRow`."""

    def __init__(self, *, ruled: bool, parent: QWidget) -> None:
        """`ruled`: a hairline under each row."""
        super().__init__(parent)
        self._ruled = ruled

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, or one for a header."""
        line, model = QFontMetricsF(option.font).height(), index.model()
        if isinstance(model, RowModel) and isinstance(model.rows, LazyRows):
            short = index.row() in model.rows.short
        else:
            row = _row_of(index)
            short = row.header or not row.second
        if short:
            return QSize(60, round(line + 12))
        return QSize(60, round(2 * line + 17))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, from the left: number, title over second line, badge or tick."""
        row = _row_of(index)
        colours, rect = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected:
            painter.fillRect(rect, theme.colour(colours.accent_soft))
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.colour(colours.accent))
        elif hovered and not row.header:
            painter.fillRect(rect, theme.colour(colours.hover))
        if self._ruled:
            painter.setPen(QPen(theme.colour(colours.line), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row.act and (not row.second or selected or hovered):
            painter.setFont(fonts.small(option.font))
            painter.setPen(theme.colour(colours.accent))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(act_rect(row, rect, option.font), int(flags), row.act)
        self._paint_row(painter, option, row, rect)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow, rect: QRectF
    ) -> None:
        colours, font = theme.current(), option.font
        small, metrics = fonts.small(font), QFontMetricsF(option.font)
        line = metrics.height()
        left, right = rect.left() + 14, rect.right() - 12
        middle = row.header or not row.second
        top = rect.center().y() - line / 2 if middle else rect.top() + 7
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if row.number:
            painter.setFont(small)
            painter.setPen(theme.colour(colours.quiet))
            painter.drawText(QRectF(left, top, 24, line), flags, row.number)
            left += 27
        if row.badge:
            right = self._badge(painter, row.badge, right, top + line / 2, small)
        elif row.tick:
            right = self._tick(painter, right, top + line / 2)
        if row.side:
            painter.setFont(small)
            width = QFontMetricsF(small).horizontalAdvance(row.side)
            painter.setPen(theme.colour(colours.quiet))
            painter.drawText(QRectF(right - width, top, width + 1, line), flags, row.side)
            right -= width + 8
        if row.act and not row.second:
            right -= act_rect(row, rect, font).width() + 8
        painter.setFont(small if row.header else font)
        self._runs(painter, row, QRectF(left, top, right - left, line))
        if row.second:
            painter.setFont(small)
            painter.setPen(theme.colour(colours.quiet))
            space = rect.right() - 12 - left
            if row.act:
                space -= act_rect(row, rect, font).width() + 8
            letters = QFontMetricsF(small)
            cut = row.brief and letters.horizontalAdvance(row.second) > space
            told = row.brief if cut else row.second
            words = letters.elidedText(told, Qt.TextElideMode.ElideRight, space)
            painter.drawText(QRectF(left, top + line + 2, space, line), flags, words)

    def _runs(self, painter: QPainter, row: ListRow, rect: QRectF) -> None:
        colours = theme.current()
        inks = {QUIET: colours.quiet, DOUBT: colours.doubt, WRONG: colours.wrong}
        inks[RIGHT] = colours.right
        metrics, x = QFontMetricsF(painter.font()), rect.left()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, look in row.title:
            room = rect.right() - x
            if room <= 4:
                return
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            font = painter.font()
            font.setStrikeOut(look == WRONG or row.off)
            painter.setFont(font)
            plain = colours.quiet if row.header or row.off else colours.ink
            painter.setPen(theme.colour(inks.get(look, plain)))
            painter.drawText(QRectF(x, rect.top(), room + 1, rect.height()), flags, words)
            x += metrics.horizontalAdvance(words)

    def _badge(
        self, painter: QPainter, count: int, right: float, middle: float, font: QFont
    ) -> float:
        colours, words = theme.current(), str(count)
        width = max(20.0, QFontMetricsF(font).horizontalAdvance(words) + 12)
        rect = QRectF(right - width, middle - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colours.doubt_soft))
        painter.drawRoundedRect(rect, 9, 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour(colours.doubt))
        painter.setFont(font)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
        return right - width - 6

    def _tick(self, painter: QPainter, right: float, middle: float) -> float:
        pen = QPen(theme.colour(theme.current().right), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x = right - 10
        points = ((x, middle), (x + 3.4, middle + 3.4), (x + 9.5, middle - 3.6))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
        return right - 18


def act_rect(row: ListRow, rect: QRectF, font: QFont) -> QRectF:
    """Where the words of what can be done with a row stand."""
    width = QFontMetricsF(fonts.small(font)).horizontalAdvance(row.act) + 1
    line = QFontMetricsF(font).height()
    top = rect.top() + 9 + line if row.second else rect.center().y() - line / 2
    return QRectF(rect.right() - 12 - width, top, width, line)


class RowList(QListView):
    """A list of rows that keeps its choice by what it stands for.

    `acted` carries what a row stands for whose own words were clicked.
    """

    acted = Signal(object)

    def __init__(self, name: str, *, ruled: bool = False, parent: QWidget | None = None) -> None:
        """An empty list with an accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(ruled=ruled, parent=self))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on the words at the right does what they say."""
        index = self.indexAt(event.position().toPoint())
        row = self.row(index)
        box = QRectF()
        if event.button() is Qt.MouseButton.LeftButton and row is not None and row.act:
            box = act_rect(row, QRectF(self.visualRect(index)), self.font())
        if row is None or not box.adjusted(-6, -4, 12, 4).contains(event.position()):
            super().mouseReleaseEvent(event)
            return
        with QSignalBlocker(self):  # it is no click on what the row tells
            super().mouseReleaseEvent(event)
        self.acted.emit(row.what)

    def row(self, index: Index) -> ListRow | None:
        """The row of an index."""
        if index.isValid() and index.row() < len(self.rows.rows):
            return self.rows.rows[index.row()]
        return None

    def choose(self, what: object) -> None:
        """Select the row that stands for `what`, or none."""
        rows, number = self.rows.rows, None
        if isinstance(rows, LazyRows) and what is not None:
            number = rows.place_of(what)
        elif what is not None:
            number = next((at for at, row in enumerate(rows) if row.what == what), None)
        if number is None:
            self.clearSelection()
            return
        index = self.rows.index(number)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
