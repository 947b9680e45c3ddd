"""What a field may be filled with: a quiet list under it that takes no key before Down is hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from editor.editing import suggest
from editor.editing.suggest import Suggestion
from editor.model.reading import Reading
from editor.ui.card import SHADOW, Card
from editor.ui.lists.rows import PLAIN, ListRow, RowList
from editor.ui.look import fonts

LEAST, MOST = 300, 460
"""Pixels of its width."""


class Offers(Card):
    """`taken` carries the suggestion that was chosen."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        edge = SHADOW + 5
        self.column.setContentsMargins(edge, SHADOW + 1, edge, SHADOW + 4)
        self.column.setSpacing(2)
        self.list = RowList(self.tr("Suggestions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setAutoFillBackground(False)
        self.list.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)
        self._foot = QLabel(self.tr("↓ choose · Enter take · Esc close"))
        self._foot.setObjectName("small")
        self._foot.setContentsMargins(9, 0, 0, 0)
        self.column.addWidget(self.list)
        self.column.addWidget(self._foot)

    def offer(self, found: Sequence[Suggestion], reading: Reading) -> None:
        """Fill the list; nothing is chosen. The caller places it and shows it."""
        self._foot.setFont(fonts.small(self.font()))
        rows = tuple(
            ListRow(((one.text, PLAIN),), side=self._origin(one, reading), what=one)
            for one in found
        )
        self.list.rows.set_rows(rows)
        self._choose(-1)
        height = sum(self.list.sizeHintForRow(n) for n in range(len(rows)))
        self.list.setFixedHeight(height)
        self.setFixedHeight(self.column.totalMinimumSize().height())

    def put_under(self, field: QRect, below: int, room: QRect) -> None:
        """Stand under a field and those that follow it, which reach down to `below`.

        Where there is no room: over the field, or right under it. All in the parent's places.
        """
        self.setFixedWidth(max(LEAST, min(MOST, room.width() - 16)) + 2 * SHADOW)
        left = field.center().x() - self.width() // 2
        left = max(room.left() - SHADOW, min(left, room.right() - self.width() + SHADOW))
        over = field.top() - self.height() + SHADOW // 2
        tops = [below + 2 - SHADOW // 2, over, field.bottom() + 2 - SHADOW // 2]
        fit = [top for top in tops if room.top() - SHADOW <= top <= room.bottom() - self.height()]
        top = fit[0] if fit else over
        self.move(left, top)
        self.raise_()

    def _origin(self, one: Suggestion, reading: Reading) -> str:
        return {
            suggest.TRAY: self.tr("of no article"),
            suggest.NEAR: self.tr("beside the text"),
            suggest.OTHER: self.tr("of another article"),
            suggest.ROSTER: self.tr("roster"),
            suggest.PAGE: self.tr("as on this page"),
        }[one.origin]

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion that Enter would take."""
        row = self.list.row(self.list.currentIndex())
        return row.what if row is not None and self.isVisible() else None

    def step(self, step: int) -> bool:
        """Down (1) or up (-1) the list; up from the first leaves it. False: not for the list."""
        if not self.isVisible():
            return False
        at = self.list.currentIndex().row()
        if at < 0 and step < 0:
            return False
        self._choose(min(at + step, self.list.rows.rowCount() - 1))
        return True

    def _choose(self, row: int) -> None:
        index = self.list.rows.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row < 0:
            self.list.clearSelection()

    def take(self) -> bool:
        """Take what is chosen; False where nothing is."""
        one = self.chosen
        if one is None:
            return False
        self.hide()
        self.taken.emit(one)
        return True

    def close_list(self) -> bool:
        """Go away; False where it was not there."""
        was = self.isVisible()
        self.hide()
        return was

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.take()
