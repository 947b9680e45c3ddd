"""Which style of a Word template each part of an article takes: a table that can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLabel

from editor.model.structure import Role
from editor.ui import words


class StyleMapping(QGroupBox):
    """A row a part. A part without a style says so."""

    changed = Signal()

    def __init__(self) -> None:
        """No template, no rows."""
        super().__init__()
        self.setTitle(self.tr("Styles of the template"))
        self._rows = QFormLayout(self)
        self._boxes: dict[str, QComboBox] = {}
        self._chosen: dict[str, str] = {}
        self._template = ""
        self.hide()

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What a person chose, by part."""
        return tuple(sorted(self._chosen.items()))

    def start(self, template: str) -> None:
        """Another template is chosen: what was said of the last one is not said of it."""
        if template != self._template:
            self._template = template
            self._chosen = {}
            self.hide()

    def take(self, template: str, chosen: tuple[tuple[str, str], ...]) -> None:
        """What was chosen of a template before."""
        self.start(template)
        self._chosen = dict(chosen)

    def show_styles(self, of: tuple[tuple[str, str | None], ...], styles: tuple[str, ...]) -> None:
        """Show what the template has."""
        self.setVisible(bool(of))
        if not of:
            return
        if list(self._boxes) != [part for part, _ in of]:
            while self._rows.rowCount():
                self._rows.removeRow(0)
            self._boxes = {part: self._row(part) for part, _ in of}
        for part, name in of:
            box = self._boxes[part]
            box.blockSignals(True)
            box.clear()
            if name is None:
                box.addItem(self.tr("none: as plain paragraphs"), "")
            for style in styles:
                box.addItem(style, style)
            box.setCurrentIndex(max(0, box.findData(name or "")))
            box.blockSignals(False)

    def _row(self, part: str) -> QComboBox:
        box = QComboBox()
        name = words.role(Role(part))
        box.setAccessibleName(name)
        box.activated.connect(lambda _: self._choose(part, box))
        self._rows.addRow(QLabel(name), box)
        return box

    def _choose(self, part: str, box: QComboBox) -> None:
        if style := box.currentData():
            self._chosen[part] = str(style)
        else:
            self._chosen.pop(part, None)
        self.changed.emit()
