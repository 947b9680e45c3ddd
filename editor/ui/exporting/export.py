"""Exporting from the window: the dialog's choices worked out and carried out, off its thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from editor import chinese_words
from editor.ui import words
from editor.ui.exporting import open_ends
from editor.ui.exporting.last import Last
from editor.ui.exporting.making import Made, Wanted, issue_of, make, readings_of

if TYPE_CHECKING:
    from editor.editing.session import Session
    from editor.ui.exporting.dialog import ExportDialog
    from editor.ui.exporting.sketch import Sketch
    from editor.ui.room import Room


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
        self._running: _Running | None = None
        self.last = Last(room)
        self._opened_for: Session | None = None
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
        """Show the dialog, as this project was exported the last time."""
        session = self._room.session
        if session is not None and self._room.reading is not None:
            folder = self._room.documents.suggested.parent
            if session is not self._opened_for and (last := self.last.wanted) is not None:
                self.dialog.take(last)
            self._opened_for = session
            self.dialog.open_for(len(session.project.pages), folder)
            self.refresh()

    def again(self) -> None:
        """Export as the last time; the dialog comes only where something has to be asked."""
        session = self._room.session
        if session is None or self._room.reading is None:
            return
        if self._running is not None:
            self._room.status.say(self.tr("An export is under way"))
            return
        wanted = self.last.wanted
        if wanted is None:
            self._ask(
                self.tr("This was not exported yet: say how, and the next time one key does.")
            )
            return
        self._start(wanted, again=True)

    def _ask(self, reason: str) -> None:
        """The dialog, and why it comes."""
        self.open()
        self.dialog.tell_reason(reason)

    def follow(self) -> None:
        """The page has changed."""
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.again()

    def refresh(self) -> None:
        """Work out what is chosen, where the dialog is shown."""
        dialog, session, reading = self._dialog, self._room.session, self._room.reading
        if dialog is None or not dialog.isVisible() or session is None or reading is None:
            return
        dialog.tell_open(open_ends.open_ends(reading, self._room.suspects.open))
        self._asked += 1
        number, choice = self._asked, dialog.choice
        page, project = session.page, session.project
        title = self._title(whole=dialog.whole_project)
        fit = chinese_words.ready()  # or first what can be told without them

        def job(fit: bool) -> Sketch:
            from editor.exporting import Exporter
            from editor.ui.exporting.sketch import sketch

            found = readings_of(project, (page,), (page, reading), threading.Event())
            told = Exporter(choice).of_project(page.key, issue_of(project, found))
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
                dialog.tell_trouble(words.error(error))

        self._room.background.run(lambda: job(fit), first, failed)

    def _title(self, *, whole: bool) -> str:
        """What one file of everything is called."""
        path = self._room.documents.path
        session = self._room.session
        assert session is not None
        if path is not None and whole:
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
        wanted = Wanted(dialog.choice, Path(dialog.folder.text()), dialog.whole_project)
        self._start(wanted, overwrite=overwrite)

    def _start(self, wanted: Wanted, *, overwrite: bool = False, again: bool = False) -> None:
        """Export. `again`: without the dialog."""
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None or self._running is not None:
            return
        project, here = session.project, (session.page, reading)
        title = self._title(whole=wanted.whole)
        left = open_ends.open_ends(reading, self._room.suspects.open)
        stop = self._stop = threading.Event()
        running = self._running = _Running(wanted, again)

        def job() -> Made:
            return make(
                wanted,
                project,
                here,
                title,
                self._progress.emit,
                stop,
                overwrite=overwrite,
                as_before=again,
            )

        def done(made: Made) -> None:
            self._ended()
            self.last.keep(session, wanted)
            self._tell(running, made, left)

        def failed(error: Exception) -> None:
            from editor.files.export.batch import Cancelled

            self._ended()
            if isinstance(error, Cancelled):
                if again:
                    self._room.message.say(self.tr("Called off: nothing was exported"))
                else:
                    self.dialog.tell_trouble("")
            elif again:
                self._room.message.hide()
                self._ask(self.tr("Nothing was exported. {0}").format(words.error(error)))
            else:
                self._fail(self.tr("This could not be written"), error)

        from editor.files.export.batch import FOLLOWED

        pages = len(project.pages) if wanted.whole else 1
        count = sum(not article.left_out for article in reading.articles) * pages
        if again:
            self._room.message.say(running.text, self.tr("Cancel"), stop.set)
        else:
            many = count > FOLLOWED and not wanted.choice.together
            self.dialog.run(True, count if many else 0)
        self._room.background.run(job, done, failed, writes=True)

    def _ended(self) -> None:
        self._running = None
        if self._dialog is not None:
            self._dialog.run(False)

    def _fail(self, title: str, error: Exception) -> None:
        self._room.documents.failed.emit(title, words.error(error))

    def _show_progress(self, ready: int) -> None:
        running, message = self._running, self._room.message
        if running is None:
            return
        if running.again:
            if message.text == running.text:
                running.ready = ready
                message.change(running.text)
            return
        bar = self.dialog.bar
        bar.setMaximum(max(bar.maximum(), ready) if bar.maximum() else 0)
        bar.setValue(ready)

    def _tell(self, running: _Running, found: Made, left: Sequence[str]) -> None:
        """Say what was written and where, what was not, and after one key what is open."""
        from editor.files.export.batch import KEPT, SAME

        folder, made = running.wanted.folder, found.files
        kept = sum(one.outcome == KEPT for one in made)
        same = sum(one.outcome == SAME for one in made)
        written = len(made) - kept
        if written == 1:
            text = self.tr("1 file was exported to {0}").format(folder)
        else:
            text = self.tr("{0} files were exported to {1}").format(written, folder)
        if same:
            text += self.tr(" ({0} unchanged)").format(same)
        if found.left_out == 1:
            text += self.tr("; 1 is left out")
        elif found.left_out:
            text += self.tr("; {0} are left out").format(found.left_out)
        if kept and running.again:
            self.open()
        if kept:
            self.dialog.tell_kept(kept)
        elif not running.again:
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
        if left and running.again:
            text = self.tr("{0}. {1}").format(text, open_ends.told(left))
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
            self._fail(self.tr("This could not be removed"), error)

        self._room.background.run(job, done, failed, writes=True)


@dataclass
class _Running:
    """An export that is under way. `again`: without the dialog; `ready`: files by now."""

    wanted: Wanted
    again: bool
    ready: int = 0

    @property
    def text(self) -> str:
        """What is told of it."""
        folder = self.wanted.folder
        told = QCoreApplication.translate("Export", "Exporting to {0}…").format(folder)
        return f"{told} {self.ready}" if self.ready else told
