"""What the pages of the settings are laid out with: rows of a name and what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

EDGE, BETWEEN = 24, 14
"""Pixels around a page and between its rows."""


def form(page: QWidget) -> QFormLayout:
    """Rows of a name and a control, from the top of a page."""
    found = QFormLayout(page)
    found.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    found.setHorizontalSpacing(18)
    found.setVerticalSpacing(BETWEEN)
    found.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    found.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return found


def note(text: str) -> QLabel:
    """A quiet sentence that explains."""
    found = QLabel(text)
    found.setObjectName("small")
    found.setWordWrap(True)
    return found


def add_clear_button(field: QLineEdit, name: str) -> None:
    """Give a field a button that empties it, with a name for readers of the screen."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(name)


class Choices(QWidget):
    """A few values of which one is chosen, side by side. Tab comes to the one, arrows change it."""

    def __init__(
        self, name: str, entries: Sequence[tuple[str, str]], chosen: Callable[[str], object]
    ) -> None:
        """`entries`: values and what they are called; `chosen` is called with a value."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._values: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for value, label in entries:
            button = QToolButton()
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setText(label)
            button.setAccessibleName(f"{name}: {label}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, taken=value: chosen(taken))
            self._group.addButton(button)
            self._values[value] = button
            row.addWidget(button)

    def choose(self, value: str) -> None:
        """Show a value as the chosen one; nobody is told."""
        if value in self._values:
            self._values[value].setChecked(True)
            self.setFocusProxy(self._values[value])
