"""The list of articles that go on on another page, as their jump lines say: ticked, then joined."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.ui.tick_card import TickCard


class LinkList(TickCard):
    """Shows proposals; what is ticked becomes one article each."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Articles that go on elsewhere"))

    def apply_words(self, count: int) -> str:
        """How many would be joined."""
        return self.tr("Join {0}  Enter").format(count)
