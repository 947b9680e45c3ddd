"""What was written into a folder before, so that a file changed since is not overwritten.

An export by pages that was broken off goes on by it. One small database a folder, among the
user's own states; nothing appears beside the editor's files. Where it is lost or broken, every
file that is there counts as somebody's own.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePath
from typing import Any

from editor.files.export.names import Taken, folded

VERSION = 1
_TABLES = """
CREATE TABLE files (
    folded TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, article TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX by_article ON files (article);
CREATE TABLE pages (page TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page_files (page TEXT, place INTEGER, folded TEXT, PRIMARY KEY (page, place))
WITHOUT ROWID;
"""


def digest(data: bytes) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


class Record:
    """What was written into one folder. Nothing of it lasts before `save`."""

    def __init__(self, path: Path) -> None:
        """Open it, or begin a new one; where the disk takes none, one that does not last."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._base = _opened(path)
            except sqlite3.DatabaseError:  # broken, or of another version
                for part in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                    part.unlink(missing_ok=True)
                self._base = _opened(path)
        except (OSError, sqlite3.Error):
            self._base = _opened(":memory:")

    def __enter__(self) -> Record:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closed; what was not saved is forgotten."""
        self._base.close()

    def knows(self, name: str, found: str) -> bool:
        """Whether the file of this name is as it was written, by its digest."""
        return self._rows("SELECT digest FROM files WHERE folded = ?", folded(name)) == [(found,)]

    def others_of(self, name: str) -> list[str]:
        """The names of all other files that this one's article was written to."""
        asked = (
            "SELECT other.name FROM files one JOIN files other USING (article)"
            " WHERE one.folded = ? AND article != '' AND other.folded != one.folded"
            " ORDER BY other.folded"
        )
        return [other for (other,) in self._rows(asked, folded(name))]

    def older(self, given: Taken) -> list[str]:
        """The names of files whose article has one of the names `given` now, and they do not.

        A proof copy is no older state of the clean file, nor Word of text.
        """
        asked = "SELECT article, folded, name FROM files WHERE article != '' ORDER BY article"
        found: list[str] = []
        with contextlib.suppress(sqlite3.Error):  # as if it held nothing
            for _, rows in groupby(self._base.execute(asked), itemgetter(0)):
                files = [(name, mark in given, PurePath(name).suffix) for _, mark, name in rows]
                kinds = {suffix for _, is_given, suffix in files if is_given}
                found += [name for name, is_given, kind in files if not is_given and kind in kinds]
        return found

    def put(self, name: str, data_digest: str, article: str) -> None:
        """Remember what is written."""
        row = (folded(name), name, data_digest, article)
        self._rows("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", *row)

    def drop(self, name: str) -> None:
        """Forget a file that is gone."""
        self._rows("DELETE FROM files WHERE folded = ?", folded(name))

    def put_page(self, page: str, mark: str, names: Iterable[str]) -> None:
        """Remember that all of a page is written. `mark`: what it was made of."""
        self._rows("INSERT OR REPLACE INTO pages VALUES (?, ?)", page, mark)
        self._rows("DELETE FROM page_files WHERE page = ?", page)
        for place, name in enumerate(names):
            self._rows("INSERT INTO page_files VALUES (?, ?, ?)", page, place, folded(name))

    def files_of(self, page: str, mark: str) -> list[tuple[str, str]] | None:
        """Names and digests of a page's files; None where it was not written, or of other stuff.

        None also where another page's file took one of the names since.
        """
        if self._rows("SELECT mark FROM pages WHERE page = ?", page) != [(mark,)]:
            return None
        found = self._rows(
            "SELECT name, digest FROM page_files LEFT JOIN files USING (folded)"
            " WHERE page = ? ORDER BY place",
            page,
        )
        return None if any(name is None for name, _ in found) else found

    def save(self) -> None:
        """Keep what was put since the last time. Raises `OSError`."""
        try:
            self._base.commit()
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def _rows(self, asked: str, *values: str | int) -> list[Any]:
        """What a statement gives; nothing where the database fails, as if it held nothing."""
        try:
            return self._base.execute(asked, values).fetchall()
        except sqlite3.Error:
            return []


def record_of(folder: Path) -> Record:
    """The record of a folder."""
    import platformdirs

    place = os.path.realpath(folder)
    name = hashlib.sha256(os.fsencode(place)).hexdigest()[:32]
    states = Path(platformdirs.user_state_dir("galley", appauthor=False))
    return Record(states / "exports" / f"{name}.sqlite")


def _opened(path: Path | str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=5)
    try:
        with contextlib.suppress(sqlite3.OperationalError):  # file systems without shared memory
            base.execute("PRAGMA journal_mode = WAL")
        # A pulled plug may cost the last pages' entries: they are made again, and are the same.
        base.execute("PRAGMA synchronous = NORMAL")
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError("another version")
        if version == 0:
            base.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
    except BaseException:
        base.close()
        raise
    return base
