"""Files are sacred: a file is replaced whole or stays as it was, whatever happens.

Data goes to a temporary file in the same folder, is flushed to the disk, and only then takes
the name. Symbolic links are followed, permissions kept. Several files are one step: all of
them or none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

_FEW, _AT_ONCE = 4, 16
"""Files that are flushed one by one, and how many at once where there are more."""


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

    def __enter__(self) -> Batch:
        """Itself."""
        return self

    def add(self, path: str | os.PathLike[str], data: bytes) -> None:
        """Put a file's new content on the disk, beside its place. Raises `OSError`."""
        target = Path(os.path.realpath(path))
        temporary = _beside(target)
        self._staged.append((temporary, target))
        _stage(temporary, target, data)

    def commit(self) -> None:
        """Give all files their names, or none. Raises `OSError`."""
        kept: list[tuple[Path, Path | None]] = []
        several = len(self._staged) > 1
        _flush(self._staged)
        try:
            for temporary, target in self._staged:
                kept.append((target, _keep(target) if several else None))
                os.replace(temporary, target)
        except BaseException:
            if several:
                _restore(kept)
            raise
        finally:
            for _, copy in kept:
                if copy is not None:
                    copy.unlink(missing_ok=True)
        for folder in {target.parent for _, target in self._staged}:
            _sync_folder(folder)

    def __exit__(self, *error: object) -> None:
        """Take away what did not get its name."""
        for temporary, _ in self._staged:
            temporary.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".galley-{secrets.token_hex(8)}.tmp")


def _stage(temporary: Path, target: Path, data: bytes) -> None:
    """Write `data` to `temporary`, with the permissions that `target` has or would get."""
    mode = None
    with contextlib.suppress(FileNotFoundError):
        mode = target.stat().st_mode
    if mode is not None:
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not stat.S_ISREG(mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(target))
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
    except OSError as error:  # what people are told names their file, not ours
        raise OSError(error.errno, error.strerror, str(target)) from error
    if mode is not None:
        os.chmod(temporary, stat.S_IMODE(mode))


def _flush(staged: list[tuple[Path, Path]]) -> None:
    """Have all that was staged on the disk. Several at once: a disk writes them down together."""

    def flush(pair: tuple[Path, Path]) -> None:
        temporary, target = pair
        try:
            handle = os.open(temporary, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(target)) from error

    if len(staged) < _FEW:
        for pair in staged:
            flush(pair)
        return
    from concurrent.futures import ThreadPoolExecutor  # for a batch only: starting loads little

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(flush, staged):
            pass


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


def _sync_folder(folder: Path) -> None:
    """Make the new names last; folders cannot be synced on every system."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
