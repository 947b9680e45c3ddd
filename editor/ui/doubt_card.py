"""The card that asks: one doubt, its reason, both readings, one key each.

It takes keys only while it has the focus. Enter takes the first reading, Space the second,
digits the others; Esc and any other character go back to the text, the character with them.
Keys that repeat by being held are ignored, so that no doubt is decided unseen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from editor.ui import fonts, theme
from editor.ui.doubt_choices import Choice

SHADOW = 14
WIDTH = 392
MOST = 16_777_215
"""Qt's own greatest height."""


class _ChoiceButton(QAbstractButton):
    """One reading, with its key at the right."""

    def __init__(self, choice: Choice, key: str, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice, self._key, self._first = choice, key, first
        self.setText(choice.text)
        self.setAccessibleName(f"{choice.text} ({key})")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._song = fonts.song(1.0, 14)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the card lets it be."""
        return QSize(WIDTH - 32, 34)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A framed line; the reading that stands now is filled."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour(colours.accent if self._first else colours.line), 1))
        ground = colours.accent_soft if self._first else colours.sheet
        painter.setBrush(theme.colour(colours.hover if self.underMouse() else ground))
        painter.drawRoundedRect(rect, 6, 6)
        key_font = fonts.small(self.font())
        width = max(22.0, QFontMetricsF(key_font).horizontalAdvance(self._key) + 12)
        box = QRectF(rect.right() - width - 8, rect.center().y() - 9, width, 18)
        painter.setPen(QPen(theme.colour(colours.line), 1))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour(colours.quiet))
        painter.setFont(key_font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)
        self._paint_words(painter, rect.adjusted(11, 0, -width - 18, 0))
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        colours, metrics = theme.current(), QFontMetricsF(self._song)
        painter.setFont(self._song)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        x = rect.left()
        parts = ((self.choice.left, colours.ink), (self.choice.mark, colours.accent))
        for text, ink in (*parts, (self.choice.right, colours.ink)):
            room = rect.right() - x
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(x, rect.top(), room + 1, rect.height()), flags, words)
            x += metrics.horizontalAdvance(words)


class DoubtCard(QWidget):
    """Shows one doubt. `chosen` carries a Choice, `left` and `typed` give the focus back."""

    chosen = Signal(object)
    left = Signal()
    typed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent)
        self.setObjectName("doubtCard")
        self.setAccessibleName(self.tr("Doubt"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._head = QLabel()
        self._head.setObjectName("title")
        self._why = QLabel()
        self._why.setObjectName("small")
        self._why.setWordWrap(True)
        self._foot = QLabel(self.tr("Esc back to the text · F8 next"))
        self._foot.setObjectName("small")
        self._layout = QVBoxLayout(self)
        edge = SHADOW + 16
        self._layout.setContentsMargins(edge, SHADOW + 12, edge, SHADOW + 11)
        self._layout.setSpacing(7)
        for widget in (self._head, self._why, self._foot):
            self._layout.addWidget(widget)
        self._buttons: list[_ChoiceButton] = []
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.hide()

    def show_doubt(self, head: str, why: str, choices: Sequence[Choice]) -> None:
        """Fill the card. The caller places it and gives it the focus."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        small = fonts.small(self.font())
        self._why.setFont(small)
        self._foot.setFont(small)
        self._head.setText(head)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._buttons = []
        for number, choice in enumerate(choices):
            key = self._key(number)
            button = _ChoiceButton(choice, key, first=number == 0, parent=self)
            button.clicked.connect(lambda _=False, taken=choice: self.chosen.emit(taken))
            self._layout.insertWidget(2 + number, button)
            button.show()
            self._buttons.append(button)
        self.setAccessibleDescription(f"{head} {why}")
        # the last reason's height holds until it is taken away
        self._why.setMinimumHeight(0)
        self._why.setMaximumHeight(MOST)
        self._why.setFixedHeight(self._why.heightForWidth(WIDTH - 32) if why else 0)
        self._layout.invalidate()
        self._layout.activate()
        self.setFixedHeight(self._layout.sizeHint().height())

    def _key(self, number: int) -> str:
        if number == 0:
            return "Enter"
        return self.tr("Space") if number == 1 else str(number + 1)

    @property
    def choices(self) -> list[Choice]:
        """What can be chosen now."""
        return [button.choice for button in self._buttons]

    def event(self, event: QEvent) -> bool:
        """Claim the plain keys while the card has the focus, before any shortcut does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            strong = event.modifiers() & ~(
                Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            )
            if not strong and (self._number(event) is not None or event.key() == Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def _number(self, event: QKeyEvent) -> int | None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return 0
        if key == Qt.Key.Key_Space:
            return 1
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return int(key) - int(Qt.Key.Key_1)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Decide, or go back to the text."""
        number = self._number(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif number is not None and number < len(self._buttons):
            if not event.isAutoRepeat():
                self.chosen.emit(self._buttons[number].choice)
        elif event.text() and event.text().isprintable():
            self.typed.emit(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Its frame shows that it takes the keys."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Its frame shows that it does not."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A card with a soft shadow."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW - 4, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW - 3, 0, -1):
            painter.setBrush(theme.colour("#000000", 0.020 if colours.dark else 0.009))
            grown = card.adjusted(-step, -step + 4, step, step + 2)
            painter.drawRoundedRect(grown, 10 + step, 10 + step)
        line = colours.accent if self.hasFocus() else colours.line
        painter.setPen(QPen(theme.colour(line), 1))
        painter.setBrush(theme.colour(colours.sheet))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()
