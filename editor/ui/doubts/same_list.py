"""The list that previews one answer for several doubts: each with a tick, taken together or not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.ui.tick_card import TickCard


class SameList(TickCard):
    """Shows doubts of one kind."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Doubts of one kind"))
