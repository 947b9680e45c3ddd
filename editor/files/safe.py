"""Files are sacred: a file is replaced whole or stays as it was, whatever happens.

Data goes to a temporary file in the same folder, is flushed to the disk, and only then takes
the name. Symbolic links are followed, permissions kept. Several files are one step: all of
them or none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import time
from collections import deque
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_FEW, _AT_ONCE, _BEHIND = 4, 16, 64
"""Files that are flushed one by one; how many at once where there are more, and how many wait."""
LEFT_FOR = 3600.0
"""Seconds after which a temporary file is one that a crash left."""
_OURS = re.compile(r"\.galley-[0-9a-f]{16}\.tmp")
_NOT_HERE = (errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF)
"""What systems answer that have no such thing as a group, permissions, or a folder's sync."""


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace one file's content. Raises `OSError`; then the old file is whole."""
    write_all({Path(path): data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all of these files or, where one fails, none of them. Raises `OSError`.

    Links among the paths are followed. A crash of the machine between two renames can leave
    some files new and others old, never one of them in part.
    """
    with Batch() as batch:
        for path, data in files.items():
            batch.add(path, data)
        batch.commit()


class Batch:
    """Files that are written together or not at all, however many: none is kept in memory.

    What is added lies beside its place under a name of its own until `commit`; without a
    `commit` that went through, leaving the `with` takes it away again.
    """

    def __init__(self) -> None:
        """Nothing is added."""
        self._staged: list[tuple[Path, Path]] = []
        self._flushed = 0  # of these, or on the way to it
        self._pool: ThreadPoolExecutor | None = None
        self._flushing: deque[Future[None]] = deque()

    def __enter__(self) -> Batch:
        """Itself."""
        return self

    def add(self, path: str | os.PathLike[str], data: bytes) -> None:
        """Put a file's new content on the disk, beside its place. Raises `OSError`."""
        target = Path(os.path.realpath(path))
        temporary = _beside(target)
        self._staged.append((temporary, target))
        _stage(temporary, target, data)
        if len(self._staged) >= _FEW:
            self._flush_behind()

    def _flush_behind(self) -> None:
        """Begin to flush what is staged, several at once: a disk writes them down together.

        The next files are made meanwhile. Raises `OSError` for one of those before.
        """
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # starting loads little

            self._pool = ThreadPoolExecutor(_AT_ONCE)
        for pair in self._staged[self._flushed :]:
            self._flushing.append(self._pool.submit(_flush, pair))
        self._flushed = len(self._staged)
        while len(self._flushing) > _BEHIND:
            self._flushing.popleft().result()

    def _flush_rest(self) -> None:
        """Have all that was staged on the disk. Raises `OSError`."""
        for pair in self._staged[self._flushed :]:
            _flush(pair)
        self._flushed = len(self._staged)
        while self._flushing:
            self._flushing.popleft().result()

    def commit(self) -> None:
        """Give all files their names, or none. Raises `OSError`."""
        kept: list[tuple[Path, Path | None]] = []
        several = len(self._staged) > 1
        self._flush_rest()
        try:
            for temporary, target in self._staged:
                kept.append((target, _keep(target) if several else None))
                os.replace(temporary, target)
            for folder in {target.parent for _, target in self._staged}:
                sync_folder(folder)
                _sweep(folder)
        except BaseException:
            if several:
                _restore(kept)
            raise
        finally:
            _take_away(copy for _, copy in kept)

    def __exit__(self, *error: object) -> None:
        """Take away what did not get its name."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        _take_away(temporary for temporary, _ in self._staged)


def _take_away(left: Iterable[Path | None]) -> None:
    for path in left:
        if path is not None:
            with contextlib.suppress(OSError):
                os.unlink(path)


def _beside(target: Path) -> Path:
    return target.with_name(f".galley-{secrets.token_hex(8)}.tmp")


_swept: dict[Path, float] = {}
"""When folders were last looked through: one that holds an archive is not for every page."""


def _sweep(folder: Path) -> None:
    """Take away what a crash left here while it wrote, an hour ago or more."""
    if time.time() - _swept.get(folder, 0) < LEFT_FOR:
        return
    _swept[folder] = time.time()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name) and time.time() - entry.stat().st_mtime > LEFT_FOR:
                os.unlink(entry.path)


def _stage(temporary: Path, target: Path, data: bytes) -> None:
    """Write `data` to `temporary`, with the permissions that `target` has or would get."""
    mode, group = None, -1
    with contextlib.suppress(FileNotFoundError):
        there = os.stat(target)
        mode, group = there.st_mode, there.st_gid
    if mode is not None:
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not stat.S_ISREG(mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(target))
        _refuse_read_only(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o666)
        try:
            if mode is not None:
                _as_before(temporary, stat.S_IMODE(mode), group)
            write_whole(handle, data)
        finally:
            os.close(handle)
    except OSError as error:  # what people are told names their file, not ours
        raise OSError(error.errno, error.strerror, str(target)) from error


def _refuse_read_only(target: Path) -> None:
    """Refuse a file that may not be written, though another could take its place."""
    if os.access(target, os.W_OK):
        return
    code = errno.EACCES
    with contextlib.suppress(OSError, AttributeError):  # other systems have no such call
        code = errno.EROFS if os.statvfs(target).f_flag & os.ST_RDONLY else code
    raise OSError(code, os.strerror(code), str(target))


def write_whole(handle: int, data: bytes) -> None:
    """Write all of it: a system may take less than it was given."""
    left = memoryview(data)
    while left:
        taken = os.write(handle, left)
        if taken <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        left = left[taken:]


def _as_before(temporary: Path, mode: int, group: int) -> None:
    """Group and permissions of the old file, where the file system knows such."""
    try:
        if hasattr(os, "chown") and os.stat(temporary).st_gid != group:
            os.chown(temporary, -1, group)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
    try:
        os.chmod(temporary, mode)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise


def _flush(pair: tuple[Path, Path]) -> None:
    temporary, target = pair
    try:
        sync_file(temporary)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _keep(target: Path) -> Path | None:
    """A second name for what stands there now, or None where nothing does."""
    if not target.exists():
        return None
    copy = _beside(target)
    try:
        os.link(target, copy)
    except OSError:  # a file system without hard links
        shutil.copy2(target, copy)
    return copy


def _restore(kept: list[tuple[Path, Path | None]]) -> None:
    """Put back what stood under each name; the last one may not have been replaced yet."""
    for target, copy in kept:
        with contextlib.suppress(OSError):
            if copy is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(copy, target)


def sync_file(path: Path) -> None:
    """Have a file that was written reach the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the new names last; folders cannot be synced on every system."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
