"""The files of one journal: a ground, and the steps that lead from it to what stands now.

The ground of work on a saved file is a copy of that file's own bytes. Its steps begin to be written
at once and say which bytes they go on from; the copy is made beside them, checked against the
digest, and takes its name when it is whole on the disk. Until then the file itself is the ground.
Where it is not what was saved any more, and where there is no file, the project is written out.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from editor.files import safe, state
from editor.files.journal_lines import framed, leads, line
from editor.files.lock import Owner
from editor.files.project import Stamp, to_bytes
from editor.model.project import Project

PAUSE = 0.1
"""Seconds from one sync to the next: the first is at once, lines that come meanwhile wait."""
LARGEST = 8 * 1024 * 1024
"""Bytes of steps after which a new ground is laid: typing without an end stays small."""
PIECE = 2**20
"""Bytes of a ground that are copied at once."""
SOON = 0.5
"""Seconds until a ground is copied: who takes back what he just did needs none."""

Failed = Callable[[OSError], None]


class JournalFolder:
    """The files of a journal. Raises `OSError`; after that a new ground is laid."""

    def __init__(
        self,
        failed: Failed | None,
        again: Callable[[], None] = lambda: None,
        laying: Callable[[bool], None] = lambda _: None,
    ) -> None:
        """`again` asks for another `write`; `laying`: a whole project is being written out.

        `failed` and `again` are called from other threads.
        """
        self.path: Path | None = None
        self._failed, self._again, self._laying = failed, again, laying
        self._written: Project | None = None
        self._spoiled = False
        self._about: dict[str, Any] = {}
        self._generation = 0
        self._handle = -1
        self._size = 0
        self._fresh: list[Path] = []
        self._old: list[int] = []
        self._replaced: list[int] = []
        self._named = 0
        self._changed: Stamp | None = None
        self._copying: _Copying | None = None
        self._files, self._syncing = threading.Lock(), threading.Lock()
        self._unsynced = threading.Event()
        self._syncer: threading.Thread | None = None

    def write(
        self, now: Project, about: dict[str, Any], saved: Project, stamp: Stamp | None
    ) -> None:
        """Write what came since the last time. `stamp`: of the file that holds `saved`."""
        old = None if self._spoiled else self._written
        self._spoiled = False
        goes_on = old is not None and leads(old, now)
        if old is not None and goes_on and now is not old:  # also before a ground, which takes time
            told = line(old, now)
            with self._files:
                safe.write_whole(self._handle, told)
            self._size += len(told)
            self._written = now
            self._unsynced.set()
        if not goes_on or about != self._about or self._size > LARGEST:
            whole = self._size > LARGEST or stamp in (None, self._changed)
            if not whole and leads(saved, now):
                self._go_on_from(saved, now, about, stamp)
            else:
                self._laying(True)
                try:
                    self._lay(now, about)
                finally:
                    self._laying(False)

    def _lay(self, now: Project, about: dict[str, Any]) -> None:
        """Lay a new ground, at once; the old one goes when the new one has reached the disk."""
        ground = self._path_of("ground", self._generation + 1)
        _put(ground, to_bytes(now, plain=True))
        with self._begun(now, about, b""):
            self._fresh.append(ground)
            self._old += self._replaced
            self._replaced.clear()

    def _go_on_from(
        self, saved: Project, now: Project, about: dict[str, Any], stamp: Stamp | None
    ) -> None:
        """Have steps lead on from a saved file, and its bytes copied meanwhile."""
        assert stamp is not None
        told = {**about, "sha256": stamp.sha256, "length": stamp.length}
        with self._begun(now, about, line(saved, now), told):
            pass
        copying = self._copying = _Copying(Path(about["path"]), stamp, self._generation)
        copying.thread = threading.Thread(
            target=self._copy, args=(copying,), daemon=True, name="ground"
        )
        copying.thread.start()

    @contextmanager
    def _begun(
        self, now: Project, about: dict[str, Any], first: bytes, told: dict[str, Any] | None = None
    ) -> Iterator[None]:
        """A new generation's steps: with their name on the disk they count. Inside, no sync is."""
        self._call_off()
        generation = self._generation + 1
        steps = self._path_of("steps", generation)
        unnamed = steps.with_suffix(".new")
        _put(unnamed, framed({**(told or about), "owner": Owner.here().as_json}) + first)
        os.replace(unnamed, steps)
        with self._files:
            self._shut()
            self._handle = os.open(steps, os.O_WRONLY | os.O_APPEND)
            self._named = generation
            self._replaced.append(self._generation)
            yield
        self._written, self._about, self._size = now, about, len(first)
        self._generation = generation
        self._unsynced.set()
        if self._syncer is None:
            self._syncer = threading.Thread(target=self._keep_synced, daemon=True, name="sync")
            self._syncer.start()

    def _path_of(self, what: str, generation: int) -> Path:
        if self.path is None:
            self.path = state.folder("journals", secrets.token_hex(12))
        return self.path / f"{what}-{generation}.{'galley' if what == 'ground' else 'jsonl'}"

    # -- a ground from a file --------------------------------------------------------------

    def _copy(self, copying: _Copying) -> None:
        """Copy the ground; where the file is not what was saved, have it written out."""
        copying.at_once.wait(SOON)
        folder, stop, stamp = self.path, copying.stop, copying.stamp
        if folder is None or stop.is_set():
            return
        ground = folder / f"ground-{copying.generation}.galley"
        part = ground.with_suffix(".part")
        try:
            whole = _copied(copying.path, part, stamp, stop)
            if whole:
                safe.sync_file(part)
                with self._files:
                    if stop.is_set():
                        return
                    os.replace(part, ground)
                    self._fresh.append(ground)
                    self._old += self._replaced
                    self._replaced.clear()
                self._unsynced.set()
        except OSError:
            whole = False
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            if stop.is_set():
                with contextlib.suppress(OSError):  # the journal was erased meanwhile
                    folder.rmdir()
        if not whole and not stop.is_set():
            self._changed, self._spoiled = stamp, True
            self._again()

    def _call_off(self) -> None:
        if self._copying is not None:
            self._copying.stop.set()
            self._copying.at_once.set()

    def settle(self, seconds: float) -> None:
        """Wait until a ground that is being copied is there."""
        copying = self._copying
        if copying is not None and not copying.stop.is_set():
            copying.at_once.set()
            copying.thread.join(seconds)

    # -- going -----------------------------------------------------------------------------

    def _remove(self, generation: int) -> None:
        folder = self.path  # another thread may erase it
        if folder is not None:
            for name in (f"steps-{generation}.jsonl", f"ground-{generation}.galley"):
                with contextlib.suppress(OSError):
                    os.unlink(folder / name)

    def erase(self) -> None:
        """Nothing is unsaved: the folder goes, steps first."""
        with self._files:
            self._call_off()
            self._shut()
            self._fresh, self._old, self._replaced = [], [], []
        self._remove(self._generation)
        if self.path is not None:
            shutil.rmtree(self.path, ignore_errors=True)
        self.path = self._written = self._copying = None

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

    # -- reaching the disk -----------------------------------------------------------------

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
                self._spoiled = True  # the next line lays a new ground
                if self._failed is not None:
                    self._failed(error)
                return False
        return True

    def _sync(self) -> None:
        with self._files:
            if self._handle < 0:
                return
            handle, folder = os.dup(self._handle), self.path
            fresh, old, named = tuple(self._fresh), tuple(self._old), self._named
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if folder is None or not (fresh or named):
            return
        for path in fresh:
            safe.sync_file(path)
        safe.sync_folder(folder)
        safe.sync_folder(folder.parent)
        with self._files:
            self._named = 0 if self._named == named else self._named
            del self._fresh[: len(fresh)], self._old[: len(old)]
        for generation in old:
            self._remove(generation)


class _Copying:
    """A ground that is being copied from a file."""

    thread: threading.Thread

    def __init__(self, path: Path, stamp: Stamp, generation: int) -> None:
        self.path, self.stamp, self.generation = path, stamp, generation
        self.at_once, self.stop = threading.Event(), threading.Event()


def _copied(path: Path, part: Path, stamp: Stamp, stop: threading.Event) -> bool:
    """Copy a file; False where it holds other bytes than `stamp` says, or `stop` is set."""
    digest, length = hashlib.sha256(), 0
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return False
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            while (piece := file.read(PIECE)) and length <= stamp.length:
                if stop.is_set():
                    return False
                digest.update(piece)
                length += len(piece)
                safe.write_whole(handle, piece)
        finally:
            os.close(handle)
    return length == stamp.length and digest.hexdigest() == stamp.sha256


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _put(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        safe.write_whole(handle, data)
    finally:
        os.close(handle)
