"""The list that previews the fixes of one kind: each with a tick, taken together or not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.ui.card import SHADOW
from editor.ui.tick_card import TickCard

WIDTH = 480


class KinList(TickCard):
    """Shows suspects of one kind."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Suspects of one kind"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
