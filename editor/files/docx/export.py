"""All articles of a page to Word, or none: no half-written file, no half-written page."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from editor.files import safe
from editor.files.docx.names import file_name
from editor.files.errors import FileError, from_system, shown
from editor.model.project import Page
from editor.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written. `article` is its anchor; `replaced`: a file was there."""

    path: Path
    title: str
    article: int
    replaced: bool


def export_articles(
    reading: Reading,
    page: Page,
    folder: str | os.PathLike[str],
    *,
    taken: set[str] | None = None,
) -> list[Exported]:
    """Write each article that is not left out to a .docx in `folder`, made if it is not there.

    Files of the same names are replaced, safely. `taken`: names already given in this run,
    so that several pages go into one folder. Raises `FileError`; then nothing was written.
    """
    from editor.files.docx.document import docx_bytes

    folder, taken = Path(folder), set() if taken is None else taken
    files: dict[Path, bytes] = {}
    wanted = [(n, a) for n, a in enumerate(reading.articles, 1) if not a.left_out]
    for number, article in wanted:
        path = folder / file_name(page.source.origin.name, number, article, taken)
        files[path] = docx_bytes(article)
    if not files:
        return []
    fresh: list[Path] = []
    try:
        made = [
            Exported(path, article.title, article.at, path.exists())
            for path, (_, article) in zip(files, wanted, strict=True)
        ]
        fresh = _make(folder)
        safe.write_all(files)
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
    return made


def _make(folder: Path) -> list[Path]:
    """Make the folder; those that were missing, from the outermost."""
    missing: list[Path] = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        missing.insert(0, place)
    folder.mkdir(parents=True, exist_ok=True)
    return missing
