"""All questions that open a window of their own. None blocks: each calls back with its answer.

One object, so that tests (and other systems) can put another in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon, QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog, QGridLayout, QMessageBox, QPushButton, QWidget

from editor.resources import resource
from editor.ui import words
from editor.ui.look import icons

if TYPE_CHECKING:
    from editor.files.lock import Owner

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"
OVERWRITE, SAVE_AS, RELOAD = "overwrite", "save as", "reload"
ELSEWHERE, RETRY = "elsewhere", "retry"
SIGNS = {QMessageBox.Icon.Question: "?", QMessageBox.Icon.Warning: "!"}


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
        dialog.setNameFilter(QCoreApplication.translate("Dialogs", "Galley projects (*.galley)"))
        self._ask_where(dialog, "galley", suggested, done)

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
        dialog.setNameFilter(QCoreApplication.translate("Dialogs", "PDF files (*.pdf)"))
        self._ask_where(dialog, "pdf", suggested, done)

    def _ask_where(
        self, dialog: QFileDialog, suffix: str, suggested: Path, done: Callable[[Path], None]
    ) -> None:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
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

    def changed_outside(self, parent: QWidget, name: str, done: Callable[[str], None]) -> None:
        """A file was changed by somebody else: `overwrite`, `save as`, `reload` or `cancel`."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("Dialogs", "Changed by somebody else"))
        told = QCoreApplication.translate(
            "Dialogs",
            "“{0}” was changed by somebody else since you opened it. Nothing was written yet.",
        )
        box.setText(told.format(name))
        role = QMessageBox.ButtonRole
        translate = QCoreApplication.translate
        other = translate("Dialogs", "Save under another name…")
        answers = {
            box.addButton(other, role.AcceptRole): SAVE_AS,
            box.addButton(
                translate("Dialogs", "Overwrite it with mine"), role.DestructiveRole
            ): OVERWRITE,
            box.addButton(
                translate("Dialogs", "Open it anew, give mine up"), role.DestructiveRole
            ): RELOAD,
            box.addButton(translate("Dialogs", "Cancel"), role.RejectRole): CANCEL,
        }
        self._answered(box, answers, done)

    def _answered(
        self, box: QMessageBox, answers: dict[QPushButton, str], done: Callable[[str], None]
    ) -> None:
        """Open a question with buttons of its own; the first is what Enter means."""
        box.setDefaultButton(next(iter(answers)))

        def finished(_: int) -> None:
            clicked = box.clickedButton()
            done(next((told for button, told in answers.items() if button is clicked), CANCEL))

        box.finished.connect(finished)
        self._open(box)

    def not_saved(self, parent: QWidget, told: str, done: Callable[[str], None]) -> None:
        """Saving failed, `told` is why: `elsewhere`, `retry` or `cancel`."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Dialogs", "Not saved"))
        box.setText(told)
        kept = translate(
            "Dialogs",
            "All of your work is still open here: save it in another place, or try again.",
        )
        box.setInformativeText(kept)
        role = QMessageBox.ButtonRole
        answers = {
            box.addButton(translate("Dialogs", "Save elsewhere…"), role.AcceptRole): ELSEWHERE,
            box.addButton(translate("Dialogs", "Try again"), role.ActionRole): RETRY,
            box.addButton(translate("Dialogs", "Close"), role.RejectRole): CANCEL,
        }
        self._answered(box, answers, done)

    def held(self, parent: QWidget, name: str, owner: Owner, done: Callable[[bool], None]) -> None:
        """A project is open elsewhere: whether to work on it here all the same."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Dialogs", "Open already"))
        if owner.is_this:
            told = translate("Dialogs", "“{0}” is open in another window already, since {2}.")
        else:
            told = translate("Dialogs", "“{0}” is open in another Galley, on {1} since {2}.")
        box.setText(told.format(name, owner.host, words.moment(owner.since)))
        more = translate("Dialogs", "Who saves last would have to overwrite what the other did.")
        if not owner.is_here:
            doubt = translate(
                "Dialogs",
                "Whether it still runs on that computer cannot be seen from here. If it was "
                "switched off or crashed, go on.",
            )
            more = words.sentences(more, doubt)
        box.setInformativeText(more)
        role = QMessageBox.ButtonRole
        box.addButton(translate("Dialogs", "Work here all the same"), role.DestructiveRole)
        close = box.addButton(translate("Dialogs", "Close it here"), role.RejectRole)
        box.setDefaultButton(close)
        box.finished.connect(lambda _: done(box.clickedButton() not in (close, None)))
        self._open(box)

    def throw_away(self, parent: QWidget, count: int, done: Callable[[bool], None]) -> None:
        """Whether all that was not saved is to go, of so many pages and projects."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Dialogs", "Throw all away"))
        told = translate("Dialogs", "Throw away all {0} that were not saved?")
        box.setText(told.format(count))
        box.setInformativeText(translate("Dialogs", "None of it can be brought back."))
        role = QMessageBox.ButtonRole
        goes = box.addButton(translate("Dialogs", "Throw all away"), role.DestructiveRole)
        keeps = box.addButton(translate("Dialogs", "Cancel"), role.RejectRole)
        box.setDefaultButton(keeps)
        box.finished.connect(lambda _: done(box.clickedButton() is goes))
        self._open(box)

    def previous(self, parent: QWidget, name: str, when: str, done: Callable[[bool], None]) -> None:
        """Whether to open what a project's file held before; `when` that was saved."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("Dialogs", "The version before"))
        told = translate("Dialogs", "Open “{0}” as it was saved before the last time, {1}?")
        box.setText(told.format(name, words.moment(when)))
        box.setInformativeText(
            translate("Dialogs", "It opens as a copy without a file; nothing is overwritten.")
        )
        role = QMessageBox.ButtonRole
        opens = box.addButton(translate("Dialogs", "Open the copy"), role.AcceptRole)
        box.addButton(translate("Dialogs", "Cancel"), role.RejectRole)
        box.setDefaultButton(opens)
        box.finished.connect(lambda _: done(box.clickedButton() is opens))
        self._open(box)

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say what went wrong, plainly."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setText(text)
        self._open(box)

    def about(self, parent: QWidget, title: str, text: str, more: str) -> None:
        """Say what this program is: its icon, a name with a few words, and what is small."""
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        icon = QIcon(str(resource("icons/galley-256.png")))
        box.setIconPixmap(icon.pixmap(QSize(72, 72), parent.devicePixelRatioF()))
        box.setText(text)
        box.setInformativeText(more)
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
            if not dialog.buttons():
                dialog.setStandardButtons(QMessageBox.StandardButton.Close)
            for button in dialog.buttons():
                button.setIcon(QIcon())
            _dress(dialog)
        dialog.open()


def _dress(box: QMessageBox) -> None:
    """The sign of the desk in place of the system's, and white around the words."""
    sign = SIGNS.get(box.icon())
    if sign is not None:
        box.setIconPixmap(icons.sign(sign))
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setHorizontalSpacing(4)
        layout.setVerticalSpacing(10)
