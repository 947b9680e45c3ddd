"""The card of what a page is called: as its furniture has it, or as one says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from editor.model.meta import Meta
from editor.ui.card import Card
from editor.ui.look import fonts


class PageCard(Card):
    """Four fields; what was inferred stands in them in grey. `taken` carries a `Meta`."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("Name of the page"))
        head = QLabel(self.tr("Name of the page"))
        head.setObjectName("title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self.fields: list[QLineEdit] = []
        names = (self.tr("Paper"), self.tr("Date"), self.tr("Section"), self.tr("Number"))
        for row, name in enumerate(names):
            label, field = QLabel(name), QLineEdit()
            label.setObjectName("small")
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.installEventFilter(self)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self.fields.append(field)
        self._foot = QLabel(self.tr("Empty is as the page has it · Enter takes · Esc leaves"))
        self._foot.setObjectName("small")
        self.setFocusProxy(self.fields[0])
        self.column.addWidget(head)
        self.column.addLayout(grid)
        self.column.addWidget(self._foot)

    def show_meta(self, said: Meta, inferred: Meta) -> None:
        """Fill the fields. The caller places the card and gives it the focus."""
        self._foot.setFont(fonts.small(self.font()))
        for field, text, grey in zip(self.fields, _parts(said), _parts(inferred), strict=True):
            field.setText(text)
            field.setPlaceholderText(grey)
        self.column.activate()
        self.adjustSize()

    @property
    def meta(self) -> Meta:
        """What is said now."""
        return Meta(*(field.text().strip() for field in self.fields))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter takes, Esc leaves; the rest is the field's."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.taken.emit(self.meta)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _parts(meta: Meta) -> tuple[str, ...]:
    return meta.paper, meta.date, meta.section, meta.number
