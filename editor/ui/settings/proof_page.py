"""Settings of the proof: what articles are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QToolButton, QWidget

from editor.ui.look import fonts
from editor.ui.look.fonts import Face
from editor.ui.settings import choices, parts

if TYPE_CHECKING:
    from editor.ui.room import Room


class ProofPage(QWidget):
    """Font, size and line height; the proof on the desk is the sample."""

    def __init__(self, room: Room) -> None:
        """As the settings have it."""
        super().__init__()
        self._settings = room.settings
        rows = parts.form(self)
        self.family = QComboBox()
        self.family.addItem(self.tr("Galley's own"), "")
        for family in fonts.families():
            self.family.addItem(family, family)
        self.family.setMinimumContentsLength(22)
        self.pixels = QSpinBox()
        self.pixels.setRange(fonts.SMALLEST, fonts.LARGEST)
        self.pixels.setSuffix(" px")
        self.leading = QDoubleSpinBox()
        self.leading.setRange(fonts.TIGHTEST, fonts.LOOSEST)
        self.leading.setSingleStep(0.1)
        self.leading.setDecimals(1)
        self.plain = QToolButton()
        self.plain.setObjectName("plain")
        self.plain.setText(self.tr("As at the first start"))
        named = (
            (self.tr("Font of the proof"), self.family),
            (self.tr("Size"), self.pixels),
            (self.tr("Line height"), self.leading),
            ("", self.plain),
        )
        for name, control in named:
            control.setAccessibleName(name or self.plain.text())
            rows.addRow(name, control)
        for control in (self.pixels, self.leading):
            control.lineEdit().setAccessibleName(control.accessibleName())
        hint = self.tr("Ctrl and the wheel make both texts larger or smaller for reading.")
        rows.addRow("", parts.note(hint))
        self.setFocusProxy(self.family)
        self._show(choices.face(self._settings))
        self.family.activated.connect(lambda _: self._take())
        self.pixels.valueChanged.connect(lambda _: self._take())
        self.leading.valueChanged.connect(lambda _: self._take())
        self.plain.clicked.connect(lambda: self._show(Face()))
        self.plain.clicked.connect(lambda: self._take())

    def _show(self, face: Face) -> None:
        for control in (self.family, self.pixels, self.leading):
            control.blockSignals(True)
        self.family.setCurrentIndex(max(0, self.family.findData(face.family)))
        self.pixels.setValue(face.size)
        self.leading.setValue(face.leading)
        for control in (self.family, self.pixels, self.leading):
            control.blockSignals(False)

    def _take(self) -> None:
        family = str(self.family.currentData() or "")
        face = Face(family, self.pixels.value(), round(self.leading.value(), 2))
        if face != choices.face(self._settings):
            choices.set_face(self._settings, face)
            choices.to_all(self._settings, lambda room: room.take_face())
