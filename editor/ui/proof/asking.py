"""Empty fields for those who do not see them: a button each, with a name, that opens the field.

What a field asks for is painted, and a document of Qt's has no words for it. So whoever reads the
screen aloud finds the fields in sight as children of the page. They paint nothing and take no
mouse: a click there is the text's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from editor.model.structure import Role
from editor.ui import words
from editor.ui.proof import marks

if TYPE_CHECKING:
    from editor.ui.proof.pane import ProofPane

REST = 150
"""Milliseconds after a paint until they are where the fields are."""


class _Field(QAbstractButton):
    """One empty field; of which article and which one it is may change."""

    def __init__(self, pane: ProofPane) -> None:
        super().__init__(pane.viewport())
        self.article, self.role = 0, Role.HEADLINE
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: pane.edit_field(self.article, self.role))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The page paints what is asked."""


class Asking(QObject):
    """The buttons of the empty fields in sight."""

    def __init__(self, pane: ProofPane) -> None:
        """None; they follow the page's paint."""
        super().__init__(pane)
        self._pane = pane
        self._fields: list[_Field] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._follow)
        pane.painted.connect(self._soon)

    def _soon(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _follow(self) -> None:
        pane = self._pane
        shown, clip = pane.proof.shown, pane.viewport().rect()
        found = list(marks.fields(pane.proof, clip, pane.verticalScrollBar().value()))
        while len(self._fields) < len(found):
            self._fields.append(_Field(pane))
        for field in self._fields[len(found) :]:
            field.hide()
        for field, (index, rect) in zip(self._fields, found, strict=False):
            block = shown[index].block
            field.article, field.role = block.article, block.role
            article = words.nth(shown[index].number)
            field.setAccessibleName(f"{article}: {pane.asks(block.role)}")
            field.setGeometry(rect.toAlignedRect())
            field.show()
