"""What was done since the last save, written at once: a crash loses at most the last second.

A journal is a folder of its own in the state folder, made with the first unsaved gesture and
gone when nothing is unsaved. It holds a ground (a whole project) and the steps since then, a line
each with its checksum; a line says how the history went on from what stood before it. Lines are
written by a thread of the journal's own and synced by a second one, while the views follow: who
shows a gesture waits a moment for its line, so that it is written before it is seen, but never for
a disk that stands still, nor for a ground; no line waits for a sync or for a new ground. A new
ground is whole and named before the old one goes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext

from editor.files.journal_folder import Failed, JournalFolder
from editor.files.project import Stamp
from editor.model.project import Project

TURN = 0.02
"""Seconds that a gesture waits at most for its line. It mostly takes less than one of a thousand;
without the wait, other threads and a busy machine could keep the journal from its turn for long."""
KNOWN = 64
"""Hashes of a file that a journal remembers."""


class Journal:
    """The journal of one project that is open. All but `written` and `flush` return at once."""

    def __init__(
        self,
        ground: Project,
        path: str,
        name: str,
        *,
        stamp: Stamp | None = None,
        known: Collection[str] = (),
        failed: Failed | None = None,
        beside: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """`ground`: what is safe already. `path`: its file, or empty; `name` for people.

        `stamp`: of the file, where it holds just this ground. `known`: hashes of what the file may
        hold (see `project.save`); asked for when a ground is laid. `failed` is called, from another
        thread, where the journal cannot be written. `beside`: around all writing, whom it gives
        way to (`model.giving_way`).
        """
        self._failed, self._known, self._beside = failed, known, beside
        self._change = threading.Condition()
        self._ground, self._path, self._name, self._stamp = ground, path, name, stamp
        self._now = ground
        self._pending = self._busy = self._closed = self._laying = False
        self._thread: threading.Thread | None = None
        self._writer = JournalFolder(failed, self._write_again, self._is_laid)

    def note(self, project: Project) -> None:
        """Have what stands now written."""
        with self._change:
            self._now = project
            self._wake()

    def written(self) -> None:
        """Wait a moment for the line of what stands now.

        Where a project is written out, or nothing is unsaved any more, there is no line to wait
        for: that takes as long as the project is large, and gives way to whoever would wait.
        """
        with self._change:
            if not _same(self._now, self._ground):
                self._change.wait_for(lambda: self._laying or self._is_idle(), TURN)

    def _is_idle(self) -> bool:
        return not (self._pending or self._busy)

    def _is_laid(self, begins: bool) -> None:
        """A whole project begins to be written out, or has been: no gesture waits for that."""
        with self._change:
            self._laying = begins
            self._change.notify_all()

    def _write_again(self) -> None:
        with self._change:
            self._wake()

    def saved(self, project: Project, path: str, name: str, stamp: Stamp | None = None) -> None:
        """`project` is safe in the file `path`: what is journalled counts from there."""
        with self._change:
            self._ground, self._path, self._name, self._stamp = project, path, name, stamp
            self._wake()

    def close(self) -> None:
        """The work is closed, saved or given up: the journal goes."""
        with self._change:
            self._now = self._ground
            self._wake(closing=True)

    def flush(self, seconds: float = 10.0) -> bool:
        """Wait until all is written and synced; False where that takes longer."""
        with self._change:
            self._change.wait_for(self._is_idle, seconds)
        self._writer.settle(seconds)
        with self._change:
            idle = self._change.wait_for(self._is_idle, seconds)
        return idle and self._writer.sync()

    def _wake(self, *, closing: bool = False) -> None:
        self._closed = self._closed or closing
        self._pending = True
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True, name="journal")
            self._thread.start()
        self._change.notify_all()

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._pending)
                self._pending, self._busy = False, True
                now, ground, closed, stamp = self._now, self._ground, self._closed, self._stamp
                about = {
                    "path": self._path,
                    "name": self._name,
                    "saved": ground.history.at,
                    "known": sorted(self._known)[:KNOWN],
                }
            try:
                if closed or _same(now, ground):
                    self._writer.erase()
                else:
                    with self._beside():
                        self._writer.write(now, about, ground, stamp)
            except OSError as error:
                self._writer.give_up()
                if self._failed is not None and not closed:
                    self._failed(error)
            finally:
                with self._change:
                    self._busy = False
                    self._change.notify_all()
            if closed:
                return


def _same(a: Project, b: Project) -> bool:
    return a is b or (a.pages, a.links, a.style) == (b.pages, b.links, b.style)
