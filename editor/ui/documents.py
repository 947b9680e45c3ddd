"""What is open in a window, and how it comes and goes. The window shows what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from editor.editing.session import Session
from editor.files.errors import FileError
from editor.model.project import Page, Project, Style, View
from editor.model.rules import Rules
from editor.model.source import Origin, Source
from editor.model.waiting import Watch
from editor.resources import sample_page
from editor.ui import words
from editor.ui.background import Background
from editor.ui.dialogs import Dialogs
from editor.ui.keeping import Keeping
from editor.ui.loading import SUFFIX, Loaded, loaded, read_all, size
from editor.ui.saving import Saving
from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.files.lock import Owner
    from editor.files.recovery import Found
    from editor.ui.head_start import First

LARGE = 512 * 1024
"""Bytes above which a file is opened off this thread, and characters whose reading is told of."""
PATIENCE = 0.025
"""Seconds that reading a page again may take in the window's thread: with the painting after
it, a gesture stays below the 50 ms that nothing may hold the window up for."""


class Documents(QObject):
    """The file side of one window."""

    opened = Signal(object)
    leaving = Signal()
    """Something else is going to be opened in place of what is open."""
    closed = Signal()
    coming = Signal(object, str)
    """A large file comes in: the `Watch` on it, and its name."""
    not_coming = Signal()
    """It has come, or cannot."""
    saved = Signal()
    noted = Signal(str)
    """Something to know that stops nobody: in words."""
    failed = Signal(str, str)

    def __init__(self, window: QWidget, dialogs: Dialogs, background: Background) -> None:
        """Nothing is open."""
        super().__init__(window)
        self._window, self._dialogs, self._background = window, dialogs, background
        self.settings: QSettings | None = None
        self.path: Path | None = None
        self.source_path: Path | None = None
        self.session: Session | None = None
        self.when_safe: Callable[[Callable[[], object]], None] = lambda go_on: _call(go_on)
        """Asks about unsaved work that would be given up."""
        self.place: Callable[[], View | None] = lambda: None
        """Where the editor is, for the file."""
        self.keeping: Keeping | None = None
        self._before: _Open | None = None
        self._copy_path: Path | None = None
        self._coming: Watch | None = None
        self.saving = Saving(window, self, dialogs, background)

    # -- in --------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a page or a project; False (and `failed` told) where it cannot be opened.

        A large file comes later, or is told of later.
        """
        self.expect_none()
        if size(path) > LARGE:
            self._open_later(path)
            return True
        try:
            self._take(loaded(path))
        except FileError as error:
            self.not_opened(error)
            return False
        return True

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a page or a project, or several pages as one new project."""
        if len(paths) == 1:
            self.open_path(paths[0])
            return

        def then(sources: Sequence[Source]) -> None:
            pages = tuple(Page(f"p{n}", source) for n, source in enumerate(sources, 1))
            self.when_safe(lambda: self._take(Loaded(Project(pages), None, None, fresh=True)))

        self.read(paths, then)

    def read(self, paths: Sequence[Path], then: Callable[[Sequence[Source]], object]) -> None:
        """Read files of text, `then` with those that can be read; the others are told by name."""
        self.expect_none()

        def done(found: tuple[list[Source], list[FileError]]) -> None:
            sources, errors = found
            if sources:
                then(sources)
            if errors:
                self.not_opened(*errors)

        if sum(map(size, paths)) > LARGE:
            name = self.tr("{0} files").format(len(paths)) if len(paths) > 1 else paths[0].name
            self._later(lambda: read_all(paths), done, name)
        elif paths:
            done(read_all(paths))

    def _open_later(self, path: Path) -> None:
        def done(found: Loaded) -> None:
            self.when_safe(lambda: self._take(found))

        self._later(lambda: loaded(path), done, path.name)

    def _later(self, job: Callable[[], Any], then: Callable[[Any], object], name: str) -> None:
        watch = self._coming = Watch()

        def done(found: Any) -> None:
            if not watch.cancelled:
                self._coming = None
                self.not_coming.emit()
                then(found)

        def failed(error: Exception) -> None:
            if not watch.cancelled:
                self._coming = None
                self.not_coming.emit()
                self.not_opened(error)

        self._background.run(job, done, failed, watch=watch)
        self.coming.emit(watch, name)

    def expect_none(self) -> None:
        """Wait no longer for a file that is on its way."""
        if self._coming is not None:
            self._coming.cancel()
            self._coming = None

    def replace(self, project: Project) -> None:
        """What is open is another project from now on, at the same place; it counts as changed."""
        known = frozenset(self.keeping.known) if self.keeping is not None else frozenset[str]()
        saved = self.session.project if self.session is not None and self.path else None
        self._take(Loaded(project, self.path, self.source_path, known), saved=saved)

    def not_opened(self, *errors: Exception) -> None:
        """Tell why files cannot be read."""
        self.failed.emit(self.tr("This cannot be opened"), "\n".join(map(words.error, errors)))

    def open_text(self, text: str) -> bool:
        """Open pasted text as a page."""
        source = self.pasted(text)
        if source is not None:
            self.open_source(source, None)
        return source is not None

    def pasted(self, text: str) -> Source | None:
        """Pasted text as a page has it; None, and told why, where it can be none."""
        from editor.files import text as text_file

        try:
            return text_file.source_from_text(text, self.tr("Pasted page"))
        except FileError as error:
            self.not_opened(error)
            return None

    def open_source(self, source: Source, path: Path | None, first: First | None = None) -> None:
        """Make a new project of one page. `first`: its reading, where it was read already."""
        self._take(Loaded(Project((Page("p1", source),)), None, path), first=first)

    def open_recovered(self, found: Found) -> None:
        """Open work that was not saved; its old journal goes once a new one has it."""
        if found.project is None:
            return
        path = Path(found.path) if found.path else None
        self._take(Loaded(found.project, path, None, frozenset(found.known)), saved=Project())
        keeping = self.keeping

        def job() -> None:
            from editor.files import recovery

            if keeping is not None and keeping.flush():
                recovery.forget(found)

        self._background.run(job, lambda _: None, self.not_written, writes=True)

    def open_previous(self) -> None:
        """Offer the version that the last save replaced; it is opened as a copy without a file."""
        path = self.path
        none = self.tr("No earlier version of this project is kept")
        if path is None:
            self.noted.emit(none)
            return

        def job() -> tuple[Project, str] | None:
            from editor.files import project as project_file
            from editor.files import state

            kept = state.previous(path)
            if not kept.is_file():
                return None
            saved = datetime.fromtimestamp(kept.stat().st_mtime, UTC)
            return project_file.load(kept), saved.isoformat(timespec="seconds")

        def done(found: tuple[Project, str] | None) -> None:
            if path != self.path:
                return
            if found is None:
                self.noted.emit(none)
                return
            project, when = found

            def answered(wanted: bool) -> None:
                if wanted:
                    self.when_safe(lambda: self._open_copy(project, path))

            self._dialogs.previous(self._window, path.name, when, answered)

        self._background.run(job, done, self.not_opened)

    def _open_copy(self, project: Project, path: Path) -> None:
        """Open a project that has no file, in the folder of `path`; it counts as changed."""
        name = self.tr("{0} (earlier version)").format(path.stem)
        self._take(Loaded(project, None, None), saved=Project())
        self._copy_path = path.with_name(name + path.suffix)

    def _take(
        self, found: Loaded, *, saved: Project | None = None, first: First | None = None
    ) -> None:
        """Open it. `saved`: what its file holds, where that is something else."""
        self.expect_none()
        if found.path is None and self.settings is not None and saved is None:
            # a new one knows whom the house knows, and what it wants
            style = Style(choices.roster(self.settings), self._house(self.settings))
            found = replace(found, project=replace(found.project, style=style))
        if self.session is not None:
            self.leaving.emit()
        self.forget_before()
        self._before = _Open(self.session, self.path, self.source_path, self.keeping)
        self.path, self.source_path, self._copy_path = found.path, found.source_path, None
        safe = Project() if found.fresh else saved
        session = Session(found.project, patience=PATIENCE, saved=safe)
        self.session = session
        if first is not None and first.elsewhere:
            session.show_bare(first.reading)
        elif first is not None:  # the analysis has it still
            session.take(replace(session.reader()(), seconds=first.seconds))
        self.keeping = Keeping(
            session,
            found.path,
            known=set(found.known),
            ground=saved,
            stamp=found.stamp if session.project == found.project else None,
            beside=self._background.beside,
            parent=self,
        )
        self.keeping.failed.connect(self._not_journalled)
        self.opened.emit(session)
        self.lock(self.keeping)

    def _house(self, settings: QSettings) -> Rules:
        """What the house of this desk says; nothing where it says much, which is offered later."""
        paths = choices.house_files(settings)
        if not paths:
            return Rules()
        from editor.files import house_here

        if not house_here.are_small(paths):
            return Rules()
        try:
            return house_here.rules(paths)
        except FileError as error:
            told = self.tr("The house file cannot be read: {0}")
            self.noted.emit(told.format(words.error(error)))
            return Rules()

    def lock(self, keeping: Keeping, *, over: bool = False) -> None:
        """Lock the project's file; where somebody else works on it, ask whether to go on."""
        if self.path is None:
            return
        name, before = self.path.name, self._before
        old = before.keeping if before is not None and before.path == self.path else None

        def job() -> Owner | None:
            if old is not None:
                old.release()
            return keeping.lock(over=over)

        def done(owner: Owner | None) -> None:
            if owner is not None and keeping is self.keeping:
                self._dialogs.held(self._window, name, owner, answered)

        def answered(go_on: bool) -> None:
            if keeping is not self.keeping:
                return
            if go_on:
                self.lock(keeping, over=True)
            else:
                self._close()

        self._background.run(job, done, self.not_written)

    def _close(self) -> None:
        """Close what is open, and keep nothing of it."""
        self.forget_before()
        if self.keeping is not None:
            self.keeping.close()
        self.keeping = self.session = self.path = self.source_path = None
        self.closed.emit()

    def _not_journalled(self, reason: str) -> None:
        told = self.tr("Unsaved work cannot be kept for a crash ({0}). Save often.")
        self.noted.emit(told.format(reason))

    def forget_before(self) -> None:
        """What is open now is here to stay."""
        if self._before is not None and self._before.keeping is not None:
            self._before.keeping.close()
        self._before = None

    def leave(self) -> None:
        """The window closes: the work is saved or given up."""
        self.forget_before()
        if self.keeping is not None:
            self.keeping.close(wait=True)

    def back(self) -> None:
        """What was open before, as it was; nothing where nothing was."""
        self.expect_none()
        if self._before is None:
            return
        if self.keeping is not None:
            self.keeping.close()
        was, self._before, self._copy_path = self._before, None, None
        self.session, self.path, self.source_path = was.session, was.path, was.source_path
        self.keeping = was.keeping
        if self.session is None:
            self.closed.emit()
        else:
            self.opened.emit(self.session)

    @property
    def name(self) -> str:
        """What is open, in words: its file's name, else that of its page, and how many more."""
        if self.session is None or self.path is not None:
            return self.path.name if self.path is not None else ""
        pages = self.session.project.pages
        first = words.page_title(pages[0])
        return (
            first if len(pages) == 1 else self.tr("{0} and {1} more").format(first, len(pages) - 1)
        )

    @property
    def files(self) -> list[Path]:
        """The files that show again what is open: the project's, else those of its pages."""
        if self.path is not None or self.source_path is not None or self.session is None:
            return [path for path in (self.path or self.source_path,) if path is not None]
        pages = self.session.project.pages
        return [Path(page.source.origin.path) for page in pages if page.source.origin.path]

    @property
    def suggested(self) -> Path:
        """Where a project would be saved if nobody says otherwise; never inside the program."""
        if self.path is not None:
            return self.path
        if self._copy_path is not None:
            return self._copy_path
        if self.source_path is not None and self.source_path != sample_page():
            return self.source_path.absolute().with_suffix(SUFFIX)
        first = self.session.project.pages[0].source.origin if self.session else Origin()
        if first.path and self.source_path is None:  # of several files
            return Path(first.path).absolute().with_suffix(SUFFIX)
        return Path.home() / f"{Path(first.name or 'page').stem}{SUFFIX}"

    def not_written(self, error: Exception) -> None:
        """Tell why something that nobody asked for just now cannot be written."""
        self.failed.emit(self.tr("This could not be written"), words.error(error))


@dataclass(frozen=True)
class _Open:
    """What is open, and where it is from."""

    session: Session | None
    path: Path | None
    source_path: Path | None
    keeping: Keeping | None


def _call(go_on: Callable[[], object]) -> None:
    go_on()
