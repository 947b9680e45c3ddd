"""The list that previews what a house file changes: each rule with a tick, taken or left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from editor.ui import keys
from editor.ui.card import SHADOW
from editor.ui.lists.rows import ListRow
from editor.ui.tick_card import TickCard

WIDTH = 520


class HouseList(TickCard):
    """Shows rules. `declined`: none of them is wanted, and one is not to be asked again."""

    declined = Signal()
    most_rows = 8

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        self._told: Callable[[Sequence[int]], str] = lambda _: ""
        super().__init__(parent, self.tr("What the house file changes"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self._decline = QToolButton()
        self._decline.setObjectName("plain")
        self._decline.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._decline.setText(self.tr("Leave it so  {0}").format(keys.native("Del")))
        self._decline.setAccessibleName(self.tr("Leave the project as it is"))
        self._decline.clicked.connect(self.declined)
        self.foot.insertWidget(self.foot.count() - 1, self._decline)

    def apply_words(self, count: int) -> str:
        """How many rules would be taken."""
        return self.tr("Take {0} rules  Enter").format(count)

    def show_changes(
        self, head: Callable[[Sequence[int]], str], rows: Sequence[ListRow], ticked: set[int]
    ) -> None:
        """Fill the list; the caller places it and gives it the focus.

        `head`: what is said of the rows that are ticked.
        """
        self._told = head
        self.show_rows(head(sorted(ticked)), rows)
        self.rows.ticks.tick(ticked)

    def _count(self) -> None:
        super()._count()
        self._head.setText(self._told(self.rows.ticks.chosen()))

    def refuse(self) -> None:
        """Delete leaves all as it is, whichever row is in use."""
        self.declined.emit()
