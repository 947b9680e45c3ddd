"""Files of one export: all of them or none, and nothing of anybody's overwritten unasked."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from editor.files import safe
from editor.files.errors import FileError, from_system, shown
from editor.files.export.names import folded
from editor.files.export.record import Record, digest, record_of

NEW, REPLACED, SAME, KEPT = "new", "replaced", "same", "kept"
"""What became of a file. KEPT: it was changed since, or is not ours, and was left as it is."""

FOLLOWED = 20
"""More files than these are worth a progress bar."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its name in the folder, its bytes, and the article's key if one."""

    name: str
    data: bytes
    article: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one file. `older`: files of its article's earlier states, by other names."""

    path: Path
    outcome: str
    older: tuple[Path, ...] = ()


class Cancelled(Exception):  # noqa: N818
    """The export was called off; nothing was written."""


def write(
    folder: str | os.PathLike[str],
    files: Iterable[File],
    *,
    overwrite: bool = False,
    progress: Callable[[int], bool] | None = None,
    record: Record | None = None,
) -> list[Written]:
    """Write files into `folder`, made if it is not there. Raises `FileError`; then none was.

    Files are taken one by one, and none is held in memory. What is there with the same bytes
    is not touched; what differs from what was last written here stays as it is, unless
    `overwrite`. `progress` is told how many are ready and says whether to go on; where it does
    not, `Cancelled` is raised and nothing was written. `record`: the folder's, from one that holds
    it open; it is theirs to save, and to ask for older files.
    """
    folder = Path(folder)
    if record is None:
        with record_of(folder) as own:
            found = write(folder, files, overwrite=overwrite, progress=progress, record=own)
            found = _with_older(found, own)
            with contextlib.suppress(OSError):  # then the next export asks
                own.save()
            return found
    made: list[Written] = []
    put: list[tuple[File, str]] = []
    fresh: list[Path] = []
    try:
        with safe.Batch() as batch:
            for file in files:
                if not made:
                    fresh = _make(folder)
                path = folder / file.name
                mark = digest(file.data)
                outcome = _outcome(path, mark, record, overwrite=overwrite)
                if outcome in (NEW, REPLACED):
                    batch.add(path, file.data)
                if outcome != KEPT:
                    put.append((File(file.name, b"", file.article), mark))
                made.append(Written(path, outcome))
                if progress is not None and not progress(len(made)):
                    raise Cancelled
            batch.commit()
    except BaseException as error:
        for made_here in reversed(fresh):
            with contextlib.suppress(OSError):  # somebody else put something there
                made_here.rmdir()
        if isinstance(error, FileExistsError):
            raise FileError("not-folder", path=shown(folder)) from None
        if isinstance(error, OSError):
            where = error.filename2 or error.filename or folder
            raise from_system(error, where) from error
        raise
    for file, mark in put:
        record.put(file.name, mark, file.article)
    return made


def _outcome(path: Path, mark: str, record: Record, *, overwrite: bool) -> str:
    """What is to become of the file at `path`, given the digest of its new bytes."""
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return NEW
    if not regular:
        return REPLACED  # which is refused, and says why
    there = digest(path.read_bytes())
    if there == mark:
        return SAME
    return REPLACED if overwrite or record.knows(path.name, there) else KEPT


def _with_older(made: list[Written], record: Record) -> list[Written]:
    """With each file, what else holds its article."""
    names = {folded(one.path.name) for one in made if one.outcome != KEPT}
    found = []
    for one in made:
        others = () if one.outcome == KEPT else record.others_of(one.path.name)
        older = tuple(
            one.path.with_name(name)
            for name in others
            if folded(name) not in names
            and Path(name).suffix == one.path.suffix
            and one.path.with_name(name).is_file()
        )
        found.append(replace(one, older=older))
    return found


def removable(made: Iterable[Written]) -> tuple[Path, ...]:
    """The files of earlier states that nobody has changed since: they may go, where one says so."""
    found: dict[Path, None] = {}
    for one in made:
        if one.outcome != KEPT:
            found |= dict.fromkeys(one.older)
    if not found:
        return ()
    with record_of(next(iter(found)).parent) as record:
        return tuple(path for path in found if _is_ours(path, record))


def remove(paths: Collection[Path]) -> tuple[Path, ...]:
    """Remove files that are as they were written; which are gone now.

    What was changed by now stays. Raises `FileError` at the first that cannot be removed.
    """
    gone: list[Path] = []
    for folder in {path.parent: None for path in paths}:
        with record_of(folder) as record:
            there = [path for path in paths if path.parent == folder]
            gone += remove_from(folder, there, record)
    return tuple(gone)


def remove_from(folder: Path, paths: Iterable[Path], record: Record) -> list[Path]:
    """The same in one folder, by its record."""
    gone: list[Path] = []
    try:
        for path in paths:
            if _is_ours(path, record):
                path.unlink()
                gone.append(path)
                record.drop(path.name)
    except OSError as error:
        raise from_system(error, error.filename or "") from error
    finally:
        safe.sync_folder(folder)
        with contextlib.suppress(OSError):
            record.save()
    return gone


def _is_ours(path: Path, record: Record) -> bool:
    """Whether a file is there as it was written, and no link to something else."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        return record.knows(path.name, digest(path.read_bytes()))
    except OSError:
        return False


def _make(folder: Path) -> list[Path]:
    """Make the folder; those that were missing, from the outermost."""
    missing: list[Path] = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        missing.insert(0, place)
    folder.mkdir(parents=True, exist_ok=True)
    return missing
