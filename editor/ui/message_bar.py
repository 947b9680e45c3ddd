"""A strip over the desk that tells what came of something, with a thing or two to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from editor.ui.look import theme

SECONDS = 8
"""How long a message stays that there is nothing to do about."""


class MessageBar(QWidget):
    """Hidden until something is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QToolButton()
        self._act.setAccessibleName(self.tr("What can be done about it"))
        self._act.clicked.connect(self._acted)
        self._other = QToolButton()
        self._other.setAccessibleName(self.tr("What else can be done"))
        self._other.clicked.connect(self._did_other)
        self._shut = QToolButton()
        self._shut.setText("✕")
        self._shut.setAccessibleName(self.tr("Close this message"))
        self._shut.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._action: Callable[[], object] | None = None
        self._other_action: Callable[[], object] | None = None
        self._quiet = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._other)
        layout.addWidget(self._shut)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def asks(self) -> bool:
        """Whether something is asked that waits for an answer."""
        return not self.isHidden() and self._action is not None

    def say(
        self,
        text: str,
        label: str = "",
        action: Callable[[], object] | None = None,
        *,
        quiet: bool = False,
        other: tuple[str, Callable[[], object] | None] = ("", None),
    ) -> None:
        """Show `text`, with a button for what can be done, and one for the `other` choice.

        `quiet`: an offer only.
        """
        self._quiet = quiet
        self.update()
        self.change(text)
        self._act.setText(label)
        self._act.setAccessibleName(label)
        self._act.setVisible(bool(label))
        words, self._other_action = other
        self._other.setText(words)
        if words:
            self._other.setAccessibleName(words)
        self._other.setVisible(bool(words))
        self._action = action
        self.show()
        if action is None:
            self._timer.start()
        else:
            self._timer.stop()

    def change(self, text: str) -> None:
        """Say it in other words; what can be done about it stays."""
        self._words.setText(text)
        self._words.setAccessibleName(text)

    def _acted(self) -> None:
        if self._action is not None:
            self._action()

    def _did_other(self) -> None:
        if self._other_action is not None:
            self._other_action()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A soft ground; the bars' own where something is only offered."""
        painter = QPainter(self)
        colours = theme.current()
        ground = colours.panel if self._quiet else colours.accent_soft
        painter.fillRect(self.rect(), theme.colour(ground))
        painter.setPen(theme.colour(colours.line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
