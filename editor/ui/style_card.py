"""The card of the page's style: what was inferred, what is pinned, and what a pin would change.

A habit is as the page is read until one says otherwise. Enter pins what is chosen, in one step;
Esc leaves. Before that the card says how many lines would read otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from editor.model.decisions import Habit, Pin
from editor.ui import words
from editor.ui.card import SHADOW, WIDTH, Card
from editor.ui.look import fonts

SOON = 200
"""Milliseconds after a choice until what it would change is counted."""


class StyleCard(Card):
    """Shows what can be pinned. `pinned` and `asked` carry pairs of a habit and its value."""

    pinned = Signal(object)
    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("The page's style"))
        head = QLabel(self.tr("The page's style"))
        head.setObjectName("title")
        self._groups: dict[Habit, QButtonGroup] = {}
        self._values: dict[QAbstractButton | None, str | None] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, habit in enumerate((Habit.HEADLINES, Habit.BLANK_LINES)):
            grid.addWidget(self._label(words.habit(habit)), row, 0)
            grid.addLayout(self._choices(habit), row, 1)
        self.measures = QLineEdit()
        self.measures.setAccessibleName(words.habit(Habit.MEASURES))
        self.measures.textChanged.connect(self._changed)
        self.measures.installEventFilter(self)
        grid.addWidget(self._label(words.habit(Habit.MEASURES)), 2, 0)
        grid.addWidget(self.measures, 2, 1)
        grid.setColumnStretch(1, 1)
        self._effect = QLabel()
        self._effect.setObjectName("small")
        self._effect.setWordWrap(True)
        foot = QLabel(self.tr("Tab and arrows choose · Enter pins · Esc leaves"))
        foot.setObjectName("small")
        self._small = (self._effect, foot)
        self.column.addWidget(head)
        self.column.addLayout(grid)
        self.column.addWidget(self._effect)
        self.column.addWidget(foot)
        self._had: dict[Habit, str | None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._ask)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("small")
        return label

    def _choices(self, habit: Habit) -> QHBoxLayout:
        layout, group = QHBoxLayout(), QButtonGroup(self)
        layout.setSpacing(2)
        self._groups[habit] = group
        for value in (None, *habit.values):
            button = QToolButton()
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setText(words.pin(habit, value))
            button.setAccessibleName(f"{words.habit(habit)}: {words.pin(habit, value)}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            group.addButton(button)
            self._values[button] = value
            layout.addWidget(button)
        layout.addStretch(1)
        group.buttonToggled.connect(self._changed)
        return layout

    # -- what is chosen --------------------------------------------------------------------

    def show_pins(self, pins: Mapping[Habit, str], inferred: str) -> None:
        """Fill the card. `inferred`: the measures that the page was read with."""
        for label in self._small:
            label.setFont(fonts.small(self.font()))
        self._had = {habit: pins.get(habit) for habit in Habit}
        for habit, group in self._groups.items():
            for button in group.buttons():
                if self._values[button] == pins.get(habit):
                    button.setChecked(True)
        self.measures.setPlaceholderText(inferred)
        self.measures.setText(pins.get(Habit.MEASURES, ""))
        self._effect.setText(" ")
        self._soon.stop()
        self.column.activate()
        self.setFixedWidth(max(WIDTH + 2 * SHADOW, self.column.minimumSize().width()))
        self.setFixedHeight(self.column.sizeHint().height())

    def take_focus(self) -> None:
        """Keys go to the first choice that is made."""
        checked = self._groups[Habit.HEADLINES].checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[tuple[Habit, str | None], ...] | None:
        """What differs from what is pinned; None where a measure is none."""
        now: dict[Habit, str | None] = {
            habit: self._values[group.checkedButton()] for habit, group in self._groups.items()
        }
        typed = "/".join(self.measures.text().replace("/", " ").replace("、", " ").split())
        now[Habit.MEASURES] = typed or None
        if typed:
            try:
                Pin(Habit.MEASURES, typed)
            except ValueError:
                return None
        return tuple((habit, value) for habit, value in now.items() if value != self._had[habit])

    def tell(self, lines: int, of: int) -> None:
        """Say what the choice would change."""
        self._effect.setText(
            self.tr("{0} of {1} lines would read otherwise").format(lines, of)
            if lines
            else self.tr("Nothing would read otherwise")
        )

    def _changed(self) -> None:
        self._effect.setText(" ")
        self._soon.start()

    def _ask(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            self._effect.setText(self.tr("A measure is a number of em from 4 to 70"))
        elif chosen:
            self.asked.emit(chosen)

    # -- keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter pins and Esc leaves, wherever on the card the focus is."""
        if isinstance(event, QKeyEvent):
            key = event.key()
            mine = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if mine and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if mine and event.type() is QEvent.Type.KeyPress:
                if not event.isAutoRepeat():
                    self._leave(take=key != Qt.Key.Key_Escape)
                return True
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if key in arrows and event.type() is QEvent.Type.KeyPress:
                return self._step(watched, 1 if key == Qt.Key.Key_Right else -1)
        return super().eventFilter(watched, event)

    def _leave(self, *, take: bool) -> None:
        chosen = self.chosen()
        if not take:
            self.left.emit()
        elif chosen is None:
            self._ask()
        else:
            self.pinned.emit(chosen)

    def _step(self, watched: QObject, step: int) -> bool:
        """The next choice of the same habit."""
        for group in self._groups.values():
            buttons = group.buttons()
            if watched in buttons:
                button = buttons[(buttons.index(watched) + step) % len(buttons)]
                button.setChecked(True)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
