"""The three hints of the first start, on a card over the raw text: read once, then out of the way.

They do not take the keys: whoever starts to work works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from editor.ui import keys
from editor.ui.card import SHADOW, Card
from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.ui.room import Room

WIDTH, FOOT = 400, 18
"""Pixels of the sheet, and between it and the foot of the desk."""


class HintCard(Card):
    """Three sentences and a button."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("First hints"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        head = QLabel(self.tr("Galley in three steps"))
        head.setObjectName("title")
        self._hints = [QLabel() for _ in range(3)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for number, hint in enumerate(self._hints):
            mark = QLabel(str(number + 1))
            mark.setObjectName("accent")
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            hint.setWordWrap(True)
            grid.addWidget(hint, number, 1)
        grid.setColumnStretch(1, 1)
        self.shut = QToolButton()
        self.shut.setObjectName("primary")
        self.shut.setText(self.tr("Understood"))
        self.shut.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shut.clicked.connect(self.left)
        self.watch(self.shut)
        self.column.addWidget(head)
        self.column.addLayout(grid)
        self.column.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignRight)

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        told = {code: keys.told(code) for code in _NAMED}
        texts = (
            self.tr(
                "Left is the text as it came, right what it says. Click anywhere: both look at "
                "the same place. What you type in the proof corrects the text."
            ),
            self.tr(
                "{next_doubt} goes to what Galley is not sure of: Enter takes the first reading, "
                "Space the second. {split} and {join} make and join paragraphs."
            ),
            self.tr("{palette} finds every command, {keys} shows all keys. {export} writes Word."),
        )
        for hint, text in zip(self._hints, texts, strict=True):
            hint.setText(text.format(**told))
        self.setAccessibleDescription(" ".join(hint.text() for hint in self._hints))
        self.column.invalidate()
        self.column.activate()
        self.setFixedHeight(self.column.totalHeightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


_NAMED = ("next_doubt", "split", "join", "palette", "keys", "export")


class Hints(QObject):
    """The card, shown or not."""

    def __init__(self, room: Room) -> None:
        """Not shown, and not made before it is."""
        super().__init__(room)
        self._room = room
        self.card: HintCard | None = None

    def open(self) -> None:
        """Show the hints; a start shows them no more."""
        self._room.settings.setValue(choices.GREETED, "yes")
        if self.card is None:
            self.card = HintCard(self._room.desk)
            self.card.left.connect(self.close)
            self._room.desk.raw.installEventFilter(self)
        self.card.refresh_keys()
        self._place()
        self.card.show()

    def close(self) -> None:
        """The card goes; the text has the focus where the card had it."""
        if self.card is not None:
            self._room.put_away(self.card)

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        if self.card is not None:
            self.card.refresh_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The card keeps its place at the foot of the raw text."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        raw, desk, card = self._room.desk.raw, self._room.desk, self.card
        if card is None:
            return
        foot = raw.mapTo(desk, QPoint(raw.width() // 2, raw.height()))
        left = max(-SHADOW, min(foot.x() - card.width() // 2, desk.width() - card.width()))
        card.move(left, foot.y() - card.height() - FOOT + SHADOW)
        card.raise_()
