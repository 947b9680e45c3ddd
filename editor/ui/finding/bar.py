"""The strip in which one says what is looked for, how, and what is to stand there instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor.editing.search import Query
from editor.ui import keys
from editor.ui.look import theme

LEAST, FIELD, LEFT = 120, 320, 14
"""Pixels of a field at least and at most, and of the strip's left edge."""
COUNT = 76
"""Pixels that a number of hits takes."""


class _Field(QLineEdit):
    """Narrower where the window is."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it may be."""
        return QSize(FIELD, super().sizeHint().height())


class FindBar(QWidget):
    """Hidden until it is asked for.

    Signals: `changed` (what is looked for or put is another), `stepped` (1 or -1), `previewed`,
    `left`.
    """

    changed = Signal()
    stepped = Signal(int)
    previewed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self.sought = self._field(self.tr("Find"))
        self.put = self._field(self.tr("Replace with"))
        self.case = self._switch("Aa", self.tr("Match case"))
        self.word = self._switch(self.tr("Word"), self.tr("Whole words only"))
        self.pattern = self._switch(".*", self.tr("Regular expression"))
        self.raw = self._switch(self.tr("Raw text"), self.tr("Look in the raw text as it came"))
        self.everywhere = self._switch(self.tr("All pages"), self.tr("Look in all pages"))
        self._told = QLabel()
        self._told.setObjectName("small")
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told.setMinimumWidth(COUNT)
        last = self._button("↑", self.tr("Find previous"), lambda: self.stepped.emit(-1))
        following = self._button("↓", self.tr("Find next"), lambda: self.stepped.emit(1))
        shut = self._button("✕", self.tr("Close (Esc)"), self.left.emit)
        self._of_commands = ((last, "find_last"), (following, "find_next"))
        self._preview = self._button(
            self.tr("Preview replacements…"), self.tr("Preview replacements…"), self.previewed.emit
        )
        first = QHBoxLayout()
        first.setSpacing(2)
        for widget in (self.case, self.word, self.pattern, self.raw, self.everywhere):
            first.addWidget(widget)
        for widget in (last, following):
            first.addWidget(widget)
        first.addSpacing(8)
        first.addWidget(self._told, 1)
        first.addWidget(shut)
        second = QHBoxLayout()
        second.addWidget(self._preview)
        second.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(LEFT, 5, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.addWidget(self.sought, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.put, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.setColumnStretch(1, 1)
        switches = self.case, self.word, self.pattern, self.raw, self.everywhere
        self._order = (self.sought, self.put, self._preview, *switches, last, following, shut)
        self.set_replacing(False)
        self.refresh_keys()
        self.hide()

    def _field(self, name: str) -> QLineEdit:
        field = _Field()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.textChanged.connect(lambda _: self.changed.emit())
        field.installEventFilter(self)
        return field

    def _switch(self, text: str, name: str) -> QToolButton:
        switch = QToolButton()
        switch.setObjectName("choice")
        switch.setText(text)
        switch.setToolTip(name)
        switch.setAccessibleName(name)
        switch.setCheckable(True)
        switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        switch.toggled.connect(lambda _: self.changed.emit())
        switch.installEventFilter(self)
        return switch

    def _button(self, text: str, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        button.installEventFilter(self)
        return button

    def focus_order(self) -> tuple[QWidget, ...]:
        """From field to field first, as one types."""
        return self._order

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        for button, code in self._of_commands:
            button.setToolTip(keys.with_key(button.accessibleName(), code, "{0} ({1})"))

    @property
    def query(self) -> Query:
        """What is looked for as it stands."""
        return Query(
            self.sought.text(),
            pattern=self.pattern.isChecked(),
            case=self.case.isChecked(),
            word=self.word.isChecked(),
            raw=self.raw.isChecked(),
        )

    @property
    def told(self) -> str:
        """What is said of the hits."""
        return self._told.text()

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say how many there are, or what is wrong."""
        self._told.setText(text)
        self._told.setToolTip(text)
        colours = theme.current()
        self._told.setStyleSheet(f"color: {colours.wrong if wrong else colours.quiet};")

    def begin(self, text: str, *, replacing: bool) -> None:
        """Come into sight, with `text` to look for where there is any, and take the keys."""
        self.set_replacing(replacing)
        self.show()
        if text:
            with QSignalBlocker(self):
                self.sought.setText(text)
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def set_replacing(self, replacing: bool) -> None:
        """Show or hide what replaces."""
        self.put.setVisible(replacing)
        self._preview.setVisible(replacing)

    def set_pages(self, count: int) -> None:
        """How many pages there are to look in: with one alone there is nothing to choose."""
        self.everywhere.setVisible(count > 1)
        if count < 2:
            self.everywhere.setChecked(False)

    def set_previewable(self, on: bool) -> None:
        """Whether there is something to replace."""
        self._preview.setEnabled(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter steps or previews, Esc leaves; the rest is the field's."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.sought:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.stepped.emit(-1 if back else 1)
                return True
            if watched is self.put:
                self.previewed.emit()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A hairline under the strip."""
        painter = QPainter(self)
        painter.setPen(theme.colour(theme.current().line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
