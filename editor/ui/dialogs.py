"""All questions that open a window of their own. None blocks: each calls back with its answer.

One object, so that tests (and other systems) can put another in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"


class Dialogs:
    """Qt's own dialogs, opened and not waited for."""

    def open_paths(self, parent: QWidget, done: Callable[[list[Path]], None]) -> None:
        """Ask which pages or project to open."""
        dialog = QFileDialog(parent, QCoreApplication.translate("Dialogs", "Open a page"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                QCoreApplication.translate("Dialogs", "Pages and projects (*.txt *.galley)"),
                QCoreApplication.translate("Dialogs", "All files (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
        self._open(dialog)

    def save_path(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        """Ask where to save a project."""
        dialog = QFileDialog(parent, QCoreApplication.translate("Dialogs", "Save the project"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(QCoreApplication.translate("Dialogs", "Galley projects (*.galley)"))
        dialog.setDefaultSuffix("galley")
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        self._open(dialog)

    def folder(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        """Ask into which folder to export."""
        dialog = QFileDialog(
            parent, QCoreApplication.translate("Dialogs", "Export the articles into a folder")
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(suggested))
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        self._open(dialog)

    def pdf_path(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        """Ask where to save pages as a PDF."""
        dialog = QFileDialog(parent, QCoreApplication.translate("Dialogs", "Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(QCoreApplication.translate("Dialogs", "PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        self._open(dialog)

    def printer(self, parent: QWidget, done: Callable[[QPagedPaintDevice], None]) -> None:
        """Ask for a printer; `done` with it where one was chosen."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: done(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def template(self, parent: QWidget, done: Callable[[Path], None]) -> None:
        """Ask for a Word template or a house file."""
        dialog = QFileDialog(parent, QCoreApplication.translate("Dialogs", "A style of your own"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(
            QCoreApplication.translate(
                "Dialogs", "Word templates and house files (*.dotx *.docx *.toml)"
            )
        )
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        self._open(dialog)

    def unsaved(self, parent: QWidget, name: str, done: Callable[[str], None]) -> None:
        """Ask what becomes of unsaved work: `save`, `discard` or `cancel`."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("Dialogs", "Unsaved work"))
        box.setText(
            QCoreApplication.translate("Dialogs", "Save the changes to “{0}”?").format(name)
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Save).setText(QCoreApplication.translate("Dialogs", "Save"))
        box.button(buttons.Discard).setText(QCoreApplication.translate("Dialogs", "Do not save"))
        box.button(buttons.Cancel).setText(QCoreApplication.translate("Dialogs", "Cancel"))
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: SAVE, buttons.Discard: DISCARD}
        box.finished.connect(lambda code: done(answers.get(buttons(code), CANCEL)))
        self._open(box)

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say what went wrong, plainly."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setText(text)
        self._open(box)

    def show_text(self, parent: QWidget, title: str, html: str) -> None:
        """Show a page of help."""
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(html)
        self._open(box)

    def _open(self, dialog: QFileDialog | QMessageBox) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(dialog, QFileDialog):  # what Qt's own translations leave in English
            labels = QFileDialog.DialogLabel
            look_in = QCoreApplication.translate("Dialogs", "Look in:")
            dialog.setLabelText(labels.LookIn, look_in)
            kinds = QCoreApplication.translate("Dialogs", "Files of type:")
            dialog.setLabelText(labels.FileType, kinds)
        if isinstance(dialog, QMessageBox):
            if dialog.standardButtons() == QMessageBox.StandardButton.NoButton:
                dialog.setStandardButtons(QMessageBox.StandardButton.Close)
            for button in dialog.buttons():
                button.setIcon(QIcon())
        dialog.open()
