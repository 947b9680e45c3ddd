"""What keeps the work on one project: its journal, its lock, and what its file may hold.

The journal's module is loaded in a thread with the first gesture: a window that only shows a page
needs none of it.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.editing.session import Changed, Session
from editor.model.project import Project
from editor.ui import words

if TYPE_CHECKING:
    from editor.files.journal import Journal
    from editor.files.lock import Lock, Owner
    from editor.files.project import Stamp


class Keeping(QObject):
    """Lives as long as its session is open. `close` when the work is saved or given up."""

    failed = Signal(str)
    """The journal cannot be written: what the system says, told in the window's thread."""

    def __init__(
        self,
        session: Session,
        path: Path | None,
        *,
        known: set[str] | None = None,
        ground: Project | None = None,
        stamp: Stamp | None = None,
        beside: Callable[[], AbstractContextManager[None]] = nullcontext,
        parent: QObject | None = None,
    ) -> None:
        """`known`: see `files.project.save`. `ground`: what is safe, if not all there is.

        `stamp`: of the file that holds just what is safe.
        `beside`: around what is written, whom that gives way to.
        """
        super().__init__(parent)
        self.known: set[str] = set() if known is None else known
        self._session, self._path, self._beside = session, path, beside
        self._ground = session.project if ground is None else ground
        self._stamp = stamp
        self._now: Project | None = None
        self._access = threading.Lock()
        self._journal: Journal | None = None
        self._starting: threading.Thread | None = None
        self._lock: Lock | None = None
        self._closed = False
        self._leave = session.subscribe(self._heard)
        if ground is not None:
            self.note()

    # -- the journal -----------------------------------------------------------------------

    def _heard(self, changed: Changed) -> None:
        if changed.what == "decisions":
            self.note()

    def note(self) -> None:
        """Have what stands now written down."""
        with self._access:
            self._now = self._session.project
            if self._journal is not None:
                self._journal.note(self._now)
            elif self._starting is None:
                self._starting = threading.Thread(target=self._start, daemon=True)
                self._starting.start()

    def written(self) -> None:
        """Wait a moment until that is written, so that what is seen is safe.

        Not for a step over several pages: its line takes longer than anybody would wait.
        """
        journal, history = self._journal, self._session.history
        ends = (history.undoable, history.redoable)
        if journal is not None and not any(step is not None and step.others for step in ends):
            journal.written()

    def _start(self) -> None:
        from editor.files.journal import Journal

        with self._access:
            if self._closed or self._now is None:
                return
            path, name = str(self._path.absolute()) if self._path else "", self._name
            self._journal = Journal(
                self._ground,
                path,
                name,
                stamp=self._stamp,
                known=self.known,
                failed=self._tell_failed,
                beside=self._beside,
            )
            self._journal.note(self._now)

    @property
    def _name(self) -> str:
        if self._path is not None:
            return self._path.name
        return words.page_title(self._session.page)

    def _tell_failed(self, error: OSError) -> None:
        with contextlib.suppress(RuntimeError):  # the window is gone
            self.failed.emit(error.strerror or str(error))

    def saved(self, project: Project, path: Path, stamp: Stamp) -> None:
        """`project` is safe in its file, whose bytes have this stamp."""
        with self._access:
            self._ground, self._path, self._stamp = project, path, stamp
            if self._journal is not None:
                self._journal.saved(project, str(path.absolute()), self._name, stamp)

    def flush(self) -> bool:
        """Wait until all is on the disk."""
        if self._starting is not None:
            self._starting.join()
        return self._journal is None or self._journal.flush()

    def close(self, *, wait: bool = False) -> None:
        """The work is saved or given up: nothing of it stays in the state folder."""
        self._leave()
        self._leave = lambda: None
        with self._access:
            self._closed = True
            journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()
            if wait:  # the program may end before another thread has its turn
                journal.flush()
        self.release()

    # -- the lock --------------------------------------------------------------------------

    def lock(self, *, over: bool = False) -> Owner | None:
        """Lock the file; who else holds it. Waits for a disk. A lock on another file goes."""
        from editor.files import lock

        path = self._path
        self.release()
        if path is None:
            return None
        try:
            taken = lock.take(path, over=over)
        except OSError:  # without a state folder there is no lock, and work goes on
            return None
        if not isinstance(taken, lock.Lock):
            return taken
        self._lock = taken
        if self._closed:
            self.release()
        return None

    def release(self) -> None:
        """Give the lock up."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
