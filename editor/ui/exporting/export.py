"""Exporting from the window: the dialog's choices worked out and carried out, off its thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from editor import chinese_words
from editor.files.errors import FileError
from editor.model.compose import Issue
from editor.ui import words
from editor.ui.exporting.open_ends import open_ends

if TYPE_CHECKING:
    from editor.files.export.batch import Written
    from editor.model.project import Page, Project
    from editor.model.reading import Reading
    from editor.ui.exporting.dialog import ExportDialog
    from editor.ui.exporting.sketch import Sketch
    from editor.ui.room import Room


@dataclass(frozen=True)
class Made:
    """What came of an export.

    `left_out`: articles. `unfit`: characters that a mark stands for. `older`: files with earlier
    states of these articles, as they were written.
    """

    files: list[Written]
    left_out: int
    unfit: int
    older: tuple[Path, ...]


class Export(QObject):
    """The export of one window; its dialog is made when it is first asked for."""

    _progress = Signal(int)

    def __init__(self, room: Room) -> None:
        """Nothing is shown."""
        super().__init__(room)
        self._room = room
        self._dialog: ExportDialog | None = None
        self._stop = threading.Event()
        self._asked = 0
        self._progress.connect(self._show_progress)

    @property
    def dialog(self) -> ExportDialog:
        """The dialog, hidden or not."""
        if self._dialog is None:
            from editor.ui.exporting.dialog import ExportDialog

            self._dialog = ExportDialog(self._room.window, self._room.settings)
            self._dialog.chosen.connect(self.refresh)
            self._dialog.wanted.connect(self._run)
            self._dialog.cancelled.connect(lambda: self._stop.set())
            self._dialog.folder_asked.connect(self._ask_folder)
            self._dialog.template_asked.connect(self._ask_template)
        return self._dialog

    def open(self) -> None:
        """Show the dialog."""
        session = self._room.session
        if session is not None and self._room.reading is not None:
            folder = self._room.documents.suggested.parent
            self.dialog.open_for(len(session.project.pages), folder)
            self.refresh()

    def follow(self) -> None:
        """The page has changed."""
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.again()

    def refresh(self) -> None:
        """Work out what is chosen, where the dialog is shown."""
        dialog, session, reading = self._dialog, self._room.session, self._room.reading
        if dialog is None or not dialog.isVisible() or session is None or reading is None:
            return
        dialog.tell_open(open_ends(reading, self._room.suspects.open))
        self._asked += 1
        number, choice = self._asked, dialog.choice
        page, project, title = session.page, session.project, self._title()
        fit = chinese_words.ready()  # or first what can be told without them

        def job(fit: bool) -> Sketch:
            from editor.exporting import Exporter
            from editor.ui.exporting.sketch import sketch

            found = _readings(project, (page,), page, reading, threading.Event())
            told = Exporter(choice).of_project(page.key, _issue(project, found))
            return sketch(choice, told, title, fit=fit)

        def first(found: Sketch) -> None:
            done(found)
            if number == self._asked and not fit:
                self._room.background.run(lambda: job(True), done, failed)

        def done(found: Sketch) -> None:
            if number == self._asked:
                dialog.tell_sketch(found)

        def failed(error: Exception) -> None:
            if number == self._asked:
                dialog.tell_trouble(_told(error))

        self._room.background.run(lambda: job(fit), first, failed)

    def _title(self) -> str:
        """What one file of everything is called."""
        path = self._room.documents.path
        session = self._room.session
        assert session is not None
        if path is not None and self.dialog.whole_project:
            return path.stem
        return Path(session.page.source.origin.name).stem

    def _ask_folder(self) -> None:
        now = Path(self.dialog.folder.text() or self._room.documents.suggested.parent)
        self._room.dialogs.folder(
            self.dialog, now, lambda path: self.dialog.folder.setText(str(path))
        )

    def _ask_template(self) -> None:
        self._room.dialogs.template(self.dialog, self.dialog.take_template)

    # -- doing -----------------------------------------------------------------------------

    def _run(self, overwrite: bool) -> None:
        session, reading, dialog = self._room.session, self._room.reading, self.dialog
        if session is None or reading is None:
            return
        if not dialog.folder.text().strip():
            dialog.tell_trouble(self.tr("Say into which folder."))
            dialog.folder.setFocus()
            return
        dialog.keep()
        choice, folder, title = dialog.choice, Path(dialog.folder.text()), self._title()
        project, here = session.project, session.page
        pages = project.pages if dialog.whole_project else (here,)
        self._stop = threading.Event()
        stop = self._stop

        def job() -> Made:
            from editor.exporting import Exporter
            from editor.files.export.batch import removable, write

            exporter = Exporter(choice)
            told = []
            left_out = 0
            readings = _readings(project, pages, here, reading, stop)
            issue = _issue(project, readings)
            for page in pages:
                told += exporter.of_project(page.key, issue)
                left_out += sum(article.left_out for article in readings[page.key].articles)
            taken: set[str] = set()
            if choice.together:
                files = exporter.whole(told, title, taken)
            else:
                files = (exporter.file(exporter.draft(story), taken) for story in told)

            def on(ready: int) -> bool:
                self._progress.emit(ready)
                return not stop.is_set()

            written = write(folder, files, overwrite=overwrite, progress=on)
            unfit = sum(exporter.unfit(story) for story in told)
            return Made(written, left_out, unfit, removable(written))

        def done(made: Any) -> None:
            dialog.run(False)
            self._tell(folder, made)

        def failed(error: Exception) -> None:
            from editor.files.export.batch import Cancelled

            dialog.run(False)
            if isinstance(error, Cancelled):
                dialog.tell_trouble("")
            else:
                self._room.documents.failed.emit(self.tr("This could not be written"), _told(error))

        from editor.files.export.batch import FOLLOWED

        count = sum(not article.left_out for article in reading.articles) * len(pages)
        dialog.run(True, count if count > FOLLOWED and not choice.together else 0)
        self._room.background.run(job, done, failed, writes=True)

    def _show_progress(self, ready: int) -> None:
        bar = self.dialog.bar
        bar.setMaximum(max(bar.maximum(), ready) if bar.maximum() else 0)
        bar.setValue(ready)

    def _tell(self, folder: Path, found: Made) -> None:
        """Say what was written and where, and what was not."""
        from editor.files.export.batch import KEPT, SAME

        made, left_out = found.files, found.left_out
        kept = sum(one.outcome == KEPT for one in made)
        same = sum(one.outcome == SAME for one in made)
        written = len(made) - kept
        if written == 1:
            text = self.tr("1 file was exported to {0}").format(folder)
        else:
            text = self.tr("{0} files were exported to {1}").format(written, folder)
        if same:
            text += self.tr(" ({0} unchanged)").format(same)
        if left_out == 1:
            text += self.tr("; 1 is left out")
        elif left_out:
            text += self.tr("; {0} are left out").format(left_out)
        if kept:
            self.dialog.tell_kept(kept)
        else:
            self.dialog.accept()
        if found.unfit == 1:
            text += self.tr("; 1 character that such a file cannot hold stands as \ufffd")
        elif found.unfit:
            told = self.tr("; {0} characters that such a file cannot hold stand as \ufffd")
            text += told.format(found.unfit)
        other: tuple[str, Callable[[], object] | None] = ("", None)
        if older := found.older:
            if len(older) == 1:
                text += self.tr("; “{0}” is an earlier export of one of them").format(older[0].name)
                label = self.tr("Remove it")
            else:
                text += self.tr("; {0} files there are earlier exports of them").format(len(older))
                label = self.tr("Remove those")
            other = (label, lambda: self._remove(older))
        url = QUrl.fromLocalFile(str(folder))
        self._room.message.say(
            text,
            self.tr("Open the folder"),
            lambda: QDesktopServices.openUrl(url),
            other=other,
        )

    def _remove(self, older: tuple[Path, ...]) -> None:
        """Remove earlier exports, those that are still as they were written."""

        def job() -> tuple[Path, ...]:
            from editor.files.export.batch import remove

            return remove(older)

        def done(gone: tuple[Path, ...]) -> None:
            if len(gone) == 1:
                text = self.tr("“{0}” is removed").format(gone[0].name)
            else:
                text = self.tr("{0} earlier exports are removed").format(len(gone))
            if len(gone) < len(older):
                left = len(older) - len(gone)
                one = self.tr("; 1 was changed meanwhile and stays")
                many = self.tr("; {0} were changed meanwhile and stay")
                text += one if left == 1 else many.format(left)
            self._room.message.say(text)

        def failed(error: Exception) -> None:
            self._room.documents.failed.emit(self.tr("This could not be removed"), _told(error))

        self._room.background.run(job, done, failed, writes=True)


def _readings(
    project: Project, pages: tuple[Page, ...], here: Page, reading: Reading, stop: threading.Event
) -> dict[str, Reading]:
    """Readings by key of pages and of those that their articles go on in; one is known."""
    from editor.analysis import read
    from editor.files.export.batch import Cancelled
    from editor.model.compose import pages_beyond

    keys = dict.fromkeys(page.key for page in pages)
    for page in pages:
        keys |= dict.fromkeys(pages_beyond(page.key, project.links))
    found = {here.key: reading}
    for key in keys:
        if stop.is_set():
            raise Cancelled
        if key not in found:
            page = project.page(key)
            found[key] = read(page.source, page.decisions, project.style)
    return found


def _issue(project: Project, readings: dict[str, Reading]) -> Issue:
    pages = {key: project.page(key) for key in readings}
    return Issue(pages, readings, project.links, project.style)


def _told(error: Exception) -> str:
    if isinstance(error, FileError):
        return error.message(words.language())
    return f"{type(error).__name__}: {error}"
