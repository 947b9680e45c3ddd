"""The sheet of a group verification: forms over their places, nothing ticked at first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.ui.card import SHADOW
from editor.ui.tick_card import TickCard

WIDTH = 520


class FormSheet(TickCard):
    """Shows forms. A tick at a form ticks all its places."""

    most_rows = 12
    all_ticked = False

    def __init__(self, parent: QWidget) -> None:
        """A hidden sheet over `parent`."""
        super().__init__(parent, self.tr("Doubtful forms"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.rows.setUniformItemSizes(True)

    def apply_words(self, count: int) -> str:
        """How many places would be mended."""
        return self.tr("Mend {0}  Enter").format(count)
