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

import contextlib
import json
import os
import secrets
import shutil
import threading
import time
import zlib
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from editor.files import safe, state
from editor.files.lock import Owner
from editor.files.project import to_bytes
from editor.files.project_history import step_json
from editor.model import history
from editor.model.history import Step
from editor.model.project import Project

PAUSE = 0.1
"""Seconds from one sync to the next: the first is at once, lines that come meanwhile wait."""
TURN = 0.02
"""Seconds that a gesture waits at most for its line. It mostly takes less than one of a thousand;
without the wait, other threads and a busy machine could keep the journal from its turn for long."""
LARGEST = 8 * 1024 * 1024
"""Bytes of steps after which a new ground is laid: typing without an end stays small."""
KNOWN = 64
"""Hashes of a file that a journal remembers."""

Failed = Callable[[OSError], None]


class Journal:
    """The journal of one project that is open. All but `written` and `flush` return at once."""

    def __init__(
        self,
        ground: Project,
        path: str,
        name: str,
        *,
        known: Collection[str] = (),
        failed: Failed | None = None,
        beside: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """`ground`: what is safe already. `path`: its file, or empty; `name` for people.

        `known`: hashes of what the file may hold (see `project.save`); asked for when a ground is
        laid. `failed` is called, from another thread, where the journal cannot be written.
        `beside`: around all writing, whom it gives way to (`model.giving_way`).
        """
        self.folder: Path | None = None
        self._failed, self._known, self._beside = failed, known, beside
        self._change = threading.Condition()
        self._ground, self._path, self._name = ground, path, name
        self._now = ground
        self._pending = self._busy = self._closed = False
        self._thread: threading.Thread | None = None
        self._writer = _Writer(failed)

    def note(self, project: Project) -> None:
        """Have what stands now written."""
        with self._change:
            self._now = project
            self._wake()

    def written(self) -> None:
        """Wait a moment for the line of what stands now.

        Where a ground is laid, or nothing is unsaved any more, there is no line to wait for: that
        takes as long as the project is large, and gives way to whoever would wait.
        """
        with self._change:
            if self._writer.has_ground and not _same(self._now, self._ground):
                self._change.wait_for(self._is_idle, TURN)

    def _is_idle(self) -> bool:
        return not (self._pending or self._busy)

    def saved(self, project: Project, path: str, name: str) -> None:
        """`project` is safe in the file `path`: what is journalled counts from there."""
        with self._change:
            self._ground, self._path, self._name = project, path, name
            self._wake()

    def close(self) -> None:
        """The work is closed, saved or given up: the journal goes."""
        with self._change:
            self._now = self._ground
            self._wake(closing=True)

    def flush(self, seconds: float = 10.0) -> bool:
        """Wait until all is written and synced; False where that takes longer."""
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
                now, ground, closed = self._now, self._ground, self._closed
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
                        self._writer.write(now, about)
                self.folder = self._writer.folder
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


class _Writer:
    """The files of a journal. Raises `OSError`; after that a new ground is laid."""

    def __init__(self, failed: Failed | None) -> None:
        self.folder: Path | None = None
        self._failed = failed
        self._written: Project | None = None
        self._about: dict[str, Any] = {}
        self._generation = 0
        self._handle = -1
        self._size = 0
        self._fresh: list[Path] = []
        self._old: list[int] = []
        self._files, self._syncing = threading.Lock(), threading.Lock()
        self._unsynced = threading.Event()
        self._syncer: threading.Thread | None = None

    @property
    def has_ground(self) -> bool:
        """Whether what comes now is a line, unless much has changed."""
        return self._written is not None

    def write(self, now: Project, about: dict[str, Any]) -> None:
        """Write what came since the last time."""
        old = self._written
        leads = old is not None and _leads(old, now)
        if old is not None and leads and now is not old:  # also before a ground, which takes time
            line = framed(_record(old.history.steps, now.history.steps, now.history.at))
            with self._files:
                safe.write_whole(self._handle, line)
            self._size += len(line)
            self._written = now
            self._unsynced.set()
        if not leads or about != self._about or self._size > LARGEST:
            self._lay(now, about)

    def _lay(self, now: Project, about: dict[str, Any]) -> None:
        """Lay a new ground, at once; the old one goes when the new one has reached the disk."""
        if self.folder is None:
            self.folder = state.folder("journals", secrets.token_hex(12))
        generation = self._generation + 1
        ground = self.folder / f"ground-{generation}.galley"
        steps = self.folder / f"steps-{generation}.jsonl"
        _put(ground, to_bytes(now, plain=True))
        unnamed = steps.with_suffix(".new")
        _put(unnamed, framed({**about, "owner": Owner.here().as_json}))
        os.replace(unnamed, steps)  # with its steps a ground counts
        with self._files:
            self._shut()
            self._handle = os.open(steps, os.O_WRONLY | os.O_APPEND)
            self._fresh.append(ground)
            self._old.append(self._generation)
        self._written, self._about, self._size = now, about, 0
        self._generation = generation
        self._unsynced.set()
        if self._syncer is None:
            self._syncer = threading.Thread(target=self._keep_synced, daemon=True, name="sync")
            self._syncer.start()

    def _remove(self, generation: int) -> None:
        folder = self.folder  # another thread may erase it
        if folder is not None:
            for name in (f"steps-{generation}.jsonl", f"ground-{generation}.galley"):
                with contextlib.suppress(OSError):
                    os.unlink(folder / name)

    def erase(self) -> None:
        """Nothing is unsaved: the folder goes, steps first."""
        with self._files:
            self._shut()
            self._fresh, self._old = [], []
        self._remove(self._generation)
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        self.folder = self._written = None

    def give_up(self) -> None:
        """Something could not be written: what is there stays, the next time begins anew."""
        with self._files:
            self._shut()
        self._written = None

    def _shut(self) -> None:
        if self._handle >= 0:
            handle, self._handle = self._handle, -1
            with contextlib.suppress(OSError):
                os.close(handle)

    def _keep_synced(self) -> None:
        rest = threading.Event()
        while True:
            self._unsynced.wait()
            begun = time.monotonic()
            self.sync()
            rest.wait(max(0.0, begun + PAUSE - time.monotonic()))

    def sync(self) -> bool:
        """Have what was written reach the disk; False where it cannot be."""
        self._unsynced.clear()
        with self._syncing:
            try:
                self._sync()
            except FileNotFoundError:  # erased meanwhile
                return True
            except OSError as error:
                self._written = None  # the next line lays a new ground
                if self._failed is not None:
                    self._failed(error)
                return False
        return True

    def _sync(self) -> None:
        with self._files:
            if self._handle < 0:
                return
            handle, folder = os.dup(self._handle), self.folder
            fresh, old = tuple(self._fresh), tuple(self._old)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if not fresh or folder is None:
            return
        for path in fresh:
            safe.sync_file(path)
        safe.sync_folder(folder)
        safe.sync_folder(folder.parent)
        with self._files:
            del self._fresh[: len(fresh)], self._old[: len(old)]
        for generation in old:
            self._remove(generation)


def _put(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        safe.write_whole(handle, data)
    finally:
        os.close(handle)


def _leads(old: Project, now: Project) -> bool:
    """Whether steps alone lead from one to the other."""
    return (
        len(old.pages) == len(now.pages)
        and all(
            a.key == b.key and a.source is b.source and a.meta == b.meta
            for a, b in zip(old.pages, now.pages, strict=True)
        )
        and old.links == now.links
        and not (
            len(now.history.steps) >= history.LIMIT
            and _dropped(old.history.steps, now.history.steps) is None
        )
        and [page.key for page in old.away] == [page.key for page in now.away]
    )


def _record(old: Sequence[Step], new: Sequence[Step], at: int) -> dict[str, Any]:
    """How a history went on: `drop` steps from its beginning, `keep` what is left, then `steps`.

    A step never changes its place among the others, so those before a kept one are kept.
    """
    drop = _dropped(old, new) or 0
    keep = min(len(old) - drop, len(new))
    while keep and old[drop + keep - 1] is not new[keep - 1]:
        keep -= 1
    return {"drop": drop, "keep": keep, "at": at, "steps": [step_json(s) for s in new[keep:]]}


def _dropped(old: Sequence[Step], new: Sequence[Step]) -> int | None:
    """How many steps left a full history at its beginning; None where nothing is common."""
    if not old or not new or old[0] is new[0]:
        return 0
    return next((n for n, step in enumerate(old) if step is new[0]), None)


def framed(record: dict[str, Any]) -> bytes:
    """A line of a journal: checksum and JSON."""
    held = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return b"%08x " % zlib.crc32(held) + held + b"\n"


def unframed(line: bytes) -> Any | None:
    """What a line says; None where it was not written to its end."""
    if line[8:9] != b" " or not line.endswith(b"\n"):
        return None
    held = line[9:-1]
    if line[:8] != b"%08x" % zlib.crc32(held):
        return None
    try:
        return json.loads(held)
    except (ValueError, RecursionError):
        return None
