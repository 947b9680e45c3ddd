"""Saving what is open, off the window's thread: nothing that was not written counts as saved.

Where it fails the work stays as it is, in memory and in its journal, and another place is offered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.files.errors import FileError
from editor.ui import words
from editor.ui.background import Background
from editor.ui.dialogs import ELSEWHERE, OVERWRITE, RELOAD, RETRY, SAVE_AS, Dialogs

if TYPE_CHECKING:
    from editor.files.project import Saved
    from editor.ui.documents import Documents

SHORT = 40
"""Characters of a file's name that are kept where its whole name may have been the trouble."""


class Saving(QObject):
    """The way out of what `documents` has open."""

    def __init__(
        self, window: QWidget, documents: Documents, dialogs: Dialogs, background: Background
    ) -> None:
        """Nothing is being saved."""
        super().__init__(documents)
        self._window, self._documents = window, documents
        self._dialogs, self._background = dialogs, background

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save where the project is; ask where it has no file yet. `then` runs when it is safe."""
        if self._documents.path is None:
            self.save_as(then)
        else:
            self._write(self._documents.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file, and save there."""
        self._ask(self._documents.suggested, then)

    def _ask(self, suggested: Path, then: Callable[[], None] | None) -> None:
        self._dialogs.save_path(self._window, suggested, lambda path: self._write(path, then))

    def _write(self, path: Path, then: Callable[[], None] | None, *, over: bool = False) -> None:
        """Save in `path`. `over`: whatever is there (for another path, its dialog has asked)."""
        documents = self._documents
        session, keeping = documents.session, documents.keeping
        if session is None or keeping is None:
            return
        project, readings = session.project, session.readings
        elsewhere = path != documents.path
        known = set() if elsewhere else keeping.known
        view = documents.place()

        def job() -> Saved:
            from editor.editing.seen import with_seen
            from editor.files import project as project_file

            told = replace(with_seen(project, readings), view=view)
            return project_file.save(path, told, known, over=over or elsewhere)

        def done(saved: Saved) -> None:
            if keeping is documents.keeping:
                documents.path = path
            keeping.known |= known
            session.saved(project)
            keeping.saved(project, path, saved.stamp)
            if elsewhere and keeping is documents.keeping:
                documents.lock(keeping)
            documents.saved.emit()
            if saved.warning is not None:
                told = self.tr("Saved, but the version before could not be kept: {0}")
                documents.noted.emit(told.format(words.error(saved.warning)))
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            if isinstance(error, FileError) and error.code == "changed-outside":
                self._dialogs.changed_outside(self._window, path.name, answered)
            else:
                self._dialogs.not_saved(self._window, words.error(error), answered)

        def answered(answer: str) -> None:
            if answer == OVERWRITE:
                self._write(path, then, over=True)
            elif answer == RETRY:
                self._write(path, then, over=over)
            elif answer == SAVE_AS:
                self.save_as(then)
            elif answer == ELSEWHERE:
                self._ask(_elsewhere(path), then)
            elif answer == RELOAD:
                documents.open_path(path)

        self._background.run(job, done, failed, writes=True)


def _elsewhere(path: Path) -> Path:
    """Where to save what could not be saved in `path`: where a person's own files are."""
    return Path.home() / (path.stem[:SHORT] + path.suffix)
