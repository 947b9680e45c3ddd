"""The list of articles that go on on another page, as their jump lines say: ticked, then joined."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from editor.ui.tick_card import TickCard


class LinkList(TickCard):
    """Shows proposals: what is ticked becomes one article each, what is refused stays away."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Articles that go on elsewhere"))
        never = QToolButton()
        never.setText(self.tr("Never  Delete"))
        never.setAccessibleName(self.tr("Never offer the row in use again"))
        never.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never.clicked.connect(self.refuse)
        self.foot.insertWidget(self.foot.count() - 1, never)

    def apply_words(self, count: int) -> str:
        """How many would be joined."""
        return self.tr("Join {0}  Enter").format(count)
