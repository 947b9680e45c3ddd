"""The card that asks: one doubt, its reason, both readings, one key each.

It takes keys only while it has the focus. Enter takes the first reading, Space the second,
digits the others, Tab looks where the last answer would do again; Esc and any other character
go back to the text, the character with them. Keys that repeat by being held are ignored, so
that no doubt is decided unseen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from editor.ui import keys
from editor.ui.card import WIDTH, Card
from editor.ui.doubts.choices import Choice
from editor.ui.look import fonts, theme

MOST = 16_777_215
"""Qt's own greatest height."""


class _ChoiceButton(QAbstractButton):
    """One reading, with its key at the right."""

    def __init__(self, choice: Choice, key: str, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = first
        self.set_choice(choice, key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_choice(self, choice: Choice, key: str) -> None:
        """Show another reading, with the key that takes it."""
        self.choice, self._key, self._song = choice, key, fonts.song(1.0, 14)
        self.setText(choice.text)
        self.setAccessibleName(f"{choice.text} ({self._key})")
        self.update()

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
        colours = theme.current()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        struck = QFont(self._song)
        struck.setStrikeOut(True)
        x, gone = rect.left(), self.choice.gone
        for text, ink, font in (
            (self.choice.own, colours.ink, self.font()),
            (self.choice.left, colours.ink, self._song),
            (gone, colours.wrong, struck),
            (self.choice.mark, colours.right if gone else colours.accent, self._song),
            (self.choice.right, colours.ink, self._song),
        ):
            room, metrics = rect.right() - x, QFontMetricsF(font)
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(theme.colour(ink))
            painter.setFont(font)
            painter.drawText(QRectF(x, rect.top(), room + 1, rect.height()), flags, words)
            x += metrics.horizontalAdvance(words)


class DoubtCard(Card):
    """Shows one doubt. `chosen` carries a Choice, `left` and `typed` give the focus back.

    `same_asked`: the last answer is to be looked at for the other doubts of its kind.
    """

    chosen = Signal(object)
    same_asked = Signal()
    left = Signal()
    typed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("Doubt"))
        self.setObjectName("doubtCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = QLabel()
        self._head.setObjectName("title")
        self._why = QLabel()
        self._why.setObjectName("small")
        self._why.setWordWrap(True)
        self._foot = QLabel()
        self.refresh_keys()
        self._foot.setObjectName("small")
        self._sure = QLabel()
        self._sure.setObjectName("small")
        foot = QHBoxLayout()
        foot.addWidget(self._foot)
        foot.addStretch()
        foot.addWidget(self._sure)
        self._more = _ChoiceButton(Choice("", "", "", None), "Tab", first=False, parent=self)
        self._more.clicked.connect(self.same_asked)
        for widget in (self._head, self._why, self._more):
            self.column.addWidget(widget)
        self.column.addLayout(foot)
        self._buttons: list[_ChoiceButton] = []
        self._count = 0

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        following = keys.with_key(self.tr("next doubt"), "next_doubt", "{1} {0}")
        self._foot.setText(self.tr("Esc back to the text") + " · " + following)

    def show_doubt(
        self, head: str, why: str, choices: Sequence[Choice], more: str = "", sure: str = ""
    ) -> None:
        """Fill the card. The caller places it and gives it the focus.

        `sure`: how sure the first choice is, in words. `more`: what is offered of the last
        answer, where the same is asked elsewhere.
        """
        small = fonts.small(self.font())
        self._why.setFont(small)
        self._foot.setFont(small)
        self._sure.setFont(small)
        self._sure.setText(sure)
        self._head.setText(head)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        # the buttons that are there are taken: making them anew is most of what a card costs
        for number, choice in enumerate(choices[: len(self._buttons)]):
            self._buttons[number].set_choice(choice, self._key(number))
        for number, choice in enumerate(choices[len(self._buttons) :], len(self._buttons)):
            button = _ChoiceButton(choice, self._key(number), first=number == 0, parent=self)
            button.clicked.connect(lambda _=False, by=button: self.chosen.emit(by.choice))
            self.column.insertWidget(2 + number, button)
            self._buttons.append(button)
        self._count = len(choices)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(choices))
        # the last reason's height holds until it is taken away
        self._why.setMinimumHeight(0)
        self._why.setMaximumHeight(MOST)
        self._why.setFixedHeight(self._why.heightForWidth(WIDTH - 32) if why else 0)
        self.offer(more)

    def offer(self, more: str) -> None:
        """Offer the last answer for where the same is asked; nothing where `more` is empty."""
        self._more.set_choice(Choice("", "", "", None, own=more), "Tab")
        self._more.setVisible(bool(more))
        told = f"{self._head.text()} {self._why.text()} {self._sure.text()} {more}"
        self.setAccessibleDescription(" ".join(told.split()))
        self.column.invalidate()
        self.column.activate()
        self.setFixedHeight(self.column.sizeHint().height())

    def _key(self, number: int) -> str:
        if number == 0:
            return keys.native("Enter")
        return self.tr("Space") if number == 1 else str(number + 1)

    @property
    def choices(self) -> list[Choice]:
        """What can be chosen now."""
        return [button.choice for button in self._buttons[: self._count]]

    def make_way(self, *focused: SignalInstance) -> None:
        """Who works in a text that tells so has left the card: it is in the way there."""
        for told in focused:
            told.connect(self._has_been_left)

    def _has_been_left(self) -> None:
        if self.isVisible() and not self.hasFocus():
            self.displaced.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the plain keys while the card has the focus, before any shortcut does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            strong = event.modifiers() & ~(
                Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            )
            if not strong and (self._number(event) is not None or event.key() == Qt.Key.Key_Escape):
                event.accept()
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            tab = event.key() == Qt.Key.Key_Tab
            if tab and self._more.isVisibleTo(self) and not event.isAutoRepeat():
                self.same_asked.emit()
            if tab or event.key() == Qt.Key.Key_Backtab:  # or Qt goes on to a menu
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
        elif number is not None and number < self._count:
            if not event.isAutoRepeat():
                self.chosen.emit(self._buttons[number].choice)
        elif event.text() and event.text().isprintable():
            self.typed.emit(event)
        else:
            event.ignore()
