"""What comes in and goes out: opening, saving, exporting. The window shows what came of it.

Writing happens off the GUI thread; nothing that was not written counts as saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.editing.session import Session
from editor.files.errors import FileError
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.verdict import Doubt, FieldTarget
from editor.resources import sample_page
from editor.ui import words
from editor.ui.background import Background
from editor.ui.dialogs import Dialogs
from editor.ui.target import article_at

translate = QCoreApplication.translate
SUFFIX = ".galley"
PATIENCE = 0.025
"""Seconds that reading a page again may take in the window's thread: with the painting after
it, a gesture stays below the 50 ms that nothing may hold the window up for."""


class Documents(QObject):
    """The file side of one window."""

    opened = Signal(object)
    saved = Signal()
    exported = Signal(object, object, int)
    failed = Signal(str, str)

    def __init__(self, window: QWidget, dialogs: Dialogs, background: Background) -> None:
        """Nothing is open."""
        super().__init__(window)
        self._window, self._dialogs, self._background = window, dialogs, background
        self.path: Path | None = None
        self.source_path: Path | None = None
        self.session: Session | None = None

    # -- in --------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a page or a project; False (and `failed` told) where it cannot be opened."""
        try:
            if path.suffix.lower() == SUFFIX:
                from editor.files import project as project_file

                self._take(project_file.load(path), path, None)
            else:
                from editor.files import text

                self.open_source(text.read_page(path), path)
        except FileError as error:
            self.failed.emit(self.tr("This cannot be opened"), error.message(words.language()))
            return False
        return True

    def open_text(self, text: str) -> bool:
        """Open pasted text as a page."""
        from editor.files import text as text_file

        try:
            self.open_source(text_file.source_from_text(text, self.tr("Pasted page")), None)
        except FileError as error:
            self.failed.emit(self.tr("This cannot be opened"), error.message(words.language()))
            return False
        return True

    def open_source(self, source: Source, path: Path | None) -> None:
        """Make a new project of one page."""
        self._take(Project((Page("p1", source),)), None, path)

    def _take(self, project: Project, path: Path | None, source_path: Path | None) -> None:
        self.path, self.source_path = path, source_path
        self.session = Session(project, patience=PATIENCE)
        self.opened.emit(self.session)

    # -- out -------------------------------------------------------------------------------

    @property
    def suggested(self) -> Path:
        """Where a project would be saved if nobody says otherwise; never inside the program."""
        if self.path is not None:
            return self.path
        if self.source_path is not None and self.source_path != sample_page():
            return self.source_path.absolute().with_suffix(SUFFIX)
        name = self.session.page.source.origin.name if self.session else ""
        return Path.home() / f"{Path(name or 'page').stem}{SUFFIX}"

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save where the project is; ask where it has no file yet. `then` runs when it is safe."""
        if self.path is None:
            self.save_as(then)
        else:
            self._write(self.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file, and save there."""
        self._dialogs.save_path(self._window, self.suggested, lambda path: self._write(path, then))

    def _write(self, path: Path, then: Callable[[], None] | None) -> None:
        session = self.session
        if session is None:
            return
        project = session.project

        def job() -> None:
            from editor.files import project as project_file

            project_file.save(path, project)

        def done(_: Any) -> None:
            self.path = path
            session.saved(project)
            self.saved.emit()
            if then is not None:
                then()

        self._background.run(job, done, self._not_written, writes=True)

    def export(self) -> None:
        """Ask for a folder, and write one Word file an article there.

        What is open on the page is told first; the editor may go on all the same.
        """
        if self.session is None:
            return
        left = open_ends(self.session.reading)
        if left:
            self._dialogs.go_on(self._window, left, self._ask_folder)
        else:
            self._ask_folder()

    def _ask_folder(self) -> None:
        self._dialogs.folder(self._window, self.suggested.parent, self.export_to)

    def export_to(self, folder: Path) -> None:
        """Write one Word file an article into `folder`."""
        if self.session is None:
            return
        page, reading = self.session.page, self.session.reading

        def job() -> Any:
            from editor.files.docx.export import export_articles

            return export_articles(reading, page, folder)

        left_out = sum(article.left_out for article in reading.articles)

        def done(made: Any) -> None:
            self.exported.emit(folder, made, left_out)

        self._background.run(job, done, self._not_written, writes=True)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, FileError):
            text = error.message(words.language())
        else:
            text = f"{type(error).__name__}: {error}"
        self.failed.emit(self.tr("This could not be written"), text)


def open_ends(reading: Reading) -> list[str]:
    """What is open on a page before it is exported, in words; nothing where all is done."""
    wanted = [article for article in reading.articles if not article.left_out]
    out = {article.at for article in reading.articles if article.left_out}
    asked = [doubt for doubt in reading.doubts if _article_at(reading, doubt) not in out]
    found = []
    for count, one, many in (
        (
            len(asked),
            translate("Documents", "1 doubt is not decided"),
            translate("Documents", "{0} doubts are not decided"),
        ),
        (
            sum(not article.title for article in wanted),
            translate("Documents", "1 article has no headline"),
            translate("Documents", "{0} articles have no headline"),
        ),
        (
            sum(not article.done for article in wanted),
            translate("Documents", "1 article is not marked as read"),
            translate("Documents", "{0} articles are not marked as read"),
        ),
    ):
        if count:
            found.append(one if count == 1 else many.format(count))
    return found


def _article_at(reading: Reading, doubt: Doubt) -> int | None:
    """The anchor of the article that a doubt is about."""
    if isinstance(doubt.target, FieldTarget):
        return doubt.target.article
    article = article_at(reading, doubt.span.start)
    return article.at if article is not None else None
