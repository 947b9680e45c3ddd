"""The export dialog: what is chosen, with its names and its first page before it is done.

It is not modal: the page can be gone over while it is open, and it follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.exporting import TEMPLATES, Choice
from editor.files.export.targets import KINDS
from editor.files.house import SHIPPED, House, own_files, shipped
from editor.ui import words
from editor.ui.exporting import open_ends
from editor.ui.exporting.making import Wanted
from editor.ui.exporting.mapping import StyleMapping
from editor.ui.exporting.preview import Preview
from editor.ui.exporting.sketch import Sketch
from editor.ui.look import fonts

SOON = 120
"""Milliseconds after a change until it is worked out."""
PAGE, PROJECT = "page", "project"


class ExportDialog(QDialog):
    """Says what is chosen (`chosen`) and wanted (`wanted`); shows what it is told."""

    chosen = Signal()
    wanted = Signal(bool)
    """To be exported; whether files that were changed since are replaced."""
    cancelled = Signal()
    folder_asked = Signal()
    template_asked = Signal()

    def __init__(self, parent: QWidget, settings: QSettings) -> None:
        """A hidden dialog with what was chosen the last time."""
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Export"))
        self.setModal(False)
        self.house, self.kind, self.scope = QComboBox(), QComboBox(), QComboBox()
        self.together = QCheckBox(self.tr("All articles in one file"))
        self.captions = QCheckBox(self.tr("Captions too"))
        self.folder, self.names = QLineEdit(), QLineEdit()
        self.list, self.preview, self.mapping = QPlainTextEdit(), Preview(), StyleMapping()
        self.reason, self.open_ends = QLabel(), QLabel()
        self.trouble, self.fonts = QLabel(), QLabel()
        self.bar = QProgressBar()
        self.export = QPushButton(self.tr("Export"))
        self.replace = QPushButton(self.tr("Replace those too"))
        self.away = QPushButton(self.tr("Close"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.chosen)
        self.shown: Sketch | None = None
        """What names and preview show, which may be of what was chosen a moment ago."""
        self._running = False
        self._lay_out()
        self._fill()
        self._recall()
        self._connect()

    # -- making ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = QFormLayout()
        template = QPushButton(self.tr("Word template…"))
        template.clicked.connect(self.template_asked)
        elsewhere = QPushButton(self.tr("Choose…"))
        elsewhere.clicked.connect(self.folder_asked)
        for button in (template, elsewhere, self.away, self.replace):
            button.setAutoDefault(False)
        self.export.setDefault(True)
        beside = {self.house: template, self.folder: elsewhere}
        for name, field in (
            (self.tr("Articles of"), self.scope),
            (self.tr("Kind of file"), self.kind),
            (self.tr("Style"), self.house),
            (self.tr("Folder"), self.folder),
            (self.tr("Names"), self.names),
        ):
            field.setAccessibleName(name)
            row = QHBoxLayout()
            row.addWidget(field, 1)
            if field in beside:
                row.addWidget(beside[field])
            form.addRow(name, row)
        form.addRow("", self.together)
        form.addRow("", self.captions)
        self.names.setToolTip(
            "{page} {n} {n:02} {headline} {byline} {paper} {date} {section} {number}"
        )
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setAccessibleName(self.tr("Names of the files"))
        for label in (self.reason, self.open_ends, self.trouble, self.fonts):
            label.setWordWrap(True)
        left = QVBoxLayout()
        left.addWidget(self.reason)
        left.addLayout(form)
        left.addWidget(self.mapping)
        left.addWidget(self.list, 1)
        left.addWidget(self.fonts)
        left.addWidget(self.open_ends)
        left.addWidget(self.trouble)
        left.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.replace, self.away, self.export):
            buttons.addWidget(button)
        left.addLayout(buttons)
        both = QHBoxLayout(self)
        both.addLayout(left, 1)
        both.addWidget(self.preview, 1)
        self.resize(880, 560)
        heavy = self.reason.font()
        heavy.setBold(True)
        self.reason.setFont(heavy)
        for hidden in (self.bar, self.replace, self.reason):
            hidden.hide()

    def _fill(self) -> None:
        chinese = words.language()
        self._houses: dict[str, House] = {key: shipped(key) for key in SHIPPED}
        for key, house in self._houses.items():
            self.house.addItem(house.title(chinese), key)
        for path in own_files():
            self.house.addItem(path.stem, str(path))
        titles = {
            "docx": self.tr("Word"),
            "proof": self.tr("Word, corrections tracked and doubts as comments"),
            "txt": self.tr("Plain text"),
            "md": "Markdown",
            "html": "HTML",
        }
        for kind in KINDS:
            self.kind.addItem(titles[kind], kind)
        self.scope.addItem(self.tr("this page"), PAGE)
        self.scope.addItem(self.tr("all pages of the project"), PROJECT)

    def _recall(self) -> None:
        for name, box in (("house", self.house), ("kind", self.kind)):
            at = box.findData(self._settings.value(f"export/{name}", ""))
            box.setCurrentIndex(max(0, at))
        for name, tick in (("together", self.together), ("captions", self.captions)):
            tick.setChecked(bool(self._settings.value(f"export/{name}", False, type=bool)))
        self.names.setText(str(self._settings.value("export/names", "")))
        self.folder.setText(str(self._settings.value("export/folder", "")))

    def keep(self) -> None:
        """Remember what is chosen for the next time."""
        for name, box in (("house", self.house), ("kind", self.kind)):
            self._settings.setValue(f"export/{name}", box.currentData())
        self._settings.setValue("export/together", self.together.isChecked())
        self._settings.setValue("export/captions", self.captions.isChecked())
        self._settings.setValue("export/names", self.names.text())
        self._settings.setValue("export/folder", self.folder.text())

    def _connect(self) -> None:
        for box in (self.house, self.kind, self.scope):
            box.currentIndexChanged.connect(self._change)
        for tick in (self.together, self.captions):
            tick.toggled.connect(self._change)
        for line in (self.folder, self.names):
            line.textChanged.connect(self._change)
        self.mapping.changed.connect(self._change)
        self.export.clicked.connect(lambda: self.wanted.emit(False))
        self.replace.clicked.connect(lambda: self.wanted.emit(True))
        self.away.clicked.connect(self.reject)
        self._change()

    # -- what is chosen --------------------------------------------------------------------

    @property
    def choice(self) -> Choice:
        """All of it but the folder."""
        return Choice(
            house=str(self.house.currentData()),
            kind=str(self.kind.currentData()),
            together=self.together.isChecked(),
            names=self.names.text().strip(),
            captions=self.captions.isChecked(),
            mapping=self.mapping.chosen,
            language=words.language(),
        )

    @property
    def whole_project(self) -> bool:
        """Whether all pages are wanted."""
        return self.scope.isEnabled() and self.scope.currentData() == PROJECT

    def take_template(self, path: Path) -> None:
        """Choose a template or house file of a person's own."""
        at = self.house.findData(str(path))
        if at < 0:
            self.house.addItem(path.stem, str(path))
            at = self.house.count() - 1
        self.house.setCurrentIndex(at)

    def _change(self) -> None:
        house = str(self.house.currentData())
        known = self._houses.get(house) or self._houses[SHIPPED[0]]
        self.names.setPlaceholderText(known.names)
        self.names.setEnabled(not self.together.isChecked())
        self.mapping.start(house if house.lower().endswith(TEMPLATES) else "")
        word = self.kind.currentData() in ("docx", "proof")
        self.house.setEnabled(word)
        self.replace.hide()
        self.reason.hide()
        self._soon.start()

    def take(self, wanted: Wanted) -> None:
        """Choose all of this."""
        choice = wanted.choice
        if choice.house.lower().endswith((*TEMPLATES, ".toml")):
            self.take_template(Path(choice.house))
        for box, data in (
            (self.house, choice.house),
            (self.kind, choice.kind),
            (self.scope, PROJECT if wanted.whole else PAGE),
        ):
            box.setCurrentIndex(max(0, box.findData(data)))
        self.together.setChecked(choice.together)
        self.captions.setChecked(choice.captions)
        self.names.setText(choice.names)
        self.folder.setText(str(wanted.folder))
        self.mapping.take(choice.house, choice.mapping)

    # -- what is told ----------------------------------------------------------------------

    def open_for(self, pages: int, folder: Path) -> None:
        """Show it for a project of so many pages; `folder` where none was chosen before."""
        self.scope.setEnabled(pages > 1)
        if not self.folder.text():
            self.folder.setText(str(folder))
        self.show()
        self.raise_()
        self.activateWindow()
        self.export.setFocus()
        self._soon.start()

    def again(self) -> None:
        """Have what is chosen worked out anew, soon."""
        self._soon.start()

    def tell_open(self, left: Sequence[str]) -> None:
        """Say what is open on the page."""
        self.open_ends.setText(open_ends.told(left) if left else "")
        self.open_ends.setVisible(bool(left))

    def tell_sketch(self, sketch: Sketch) -> None:
        """Show what the choice makes."""
        more = [self.tr("… and {0} more").format(sketch.more)] if sketch.more else []
        self.list.setPlainText("\n".join([*sketch.names, *more]))
        word = self.kind.currentData() in ("docx", "proof")
        self.preview.setVisible(word)
        self.preview.show_sketch(sketch)
        self.mapping.show_styles(sketch.template, sketch.styles)
        gone = [
            (other or name) if words.language() == "zh" else name
            for name, other in sketch.fonts.items()
            if not {name, other} & fonts.installed()
        ]
        said = self.tr("Not on this computer, so others stand in for them here: {0}")
        comma = "、" if words.language() == "zh" else ", "
        self.fonts.setText(said.format(comma.join(gone)))
        self.fonts.setVisible(bool(gone) and word)
        self.shown = sketch
        self.tell_trouble("")

    def tell_trouble(self, text: str) -> None:
        """Say why nothing can be exported as it is chosen; empty where it can."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.export.setEnabled(not text and not self._running)

    def tell_kept(self, count: int) -> None:
        """Say that files were changed since, and offer to replace them."""
        self.tell_reason(
            self.tr("1 file was changed since it was exported and stays as it is.")
            if count == 1
            else self.tr("{0} files were changed since and stay as they are.").format(count)
        )
        self.replace.show()

    def tell_reason(self, text: str) -> None:
        """Say why the dialog is here still, or again; until something else is chosen."""
        self.reason.setText(text)
        self.reason.show()

    def run(self, running: bool, total: int = 0) -> None:
        """Show that it is being exported; with a bar where there are so many files."""
        self._running = running
        self.reason.setHidden(running or self.reason.isHidden())
        self.export.setEnabled(not running)
        self.away.setText(self.tr("Cancel") if running else self.tr("Close"))
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        self.bar.setVisible(running and total > 0)

    def reject(self) -> None:
        """Esc and the button: what runs is called off; else the dialog goes."""
        if self._running:
            self.cancelled.emit()
        else:
            self.reason.hide()
            self.replace.hide()
            super().reject()
