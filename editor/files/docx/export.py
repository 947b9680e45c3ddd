"""All articles of a page to Word, or none: no half-written file, no half-written page."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from editor.files import safe
from editor.files.docx.names import file_name
from editor.files.errors import FileError, from_system
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
    """Write each article of a reading to a .docx in `folder`, made if it is not there.

    Files of the same names are replaced, safely. `taken`: names already given in this run,
    so that several pages go into one folder. Raises `FileError`; then nothing was written.
    """
    from editor.files.docx.document import docx_bytes

    folder, taken = Path(folder), set() if taken is None else taken
    files: dict[Path, bytes] = {}
    made: list[Exported] = []
    try:
        for number, article in enumerate(reading.articles, 1):
            name = file_name(page.source.origin.name, number, article, taken)
            path = folder / name
            files[path] = docx_bytes(article)
            made.append(Exported(path, article.title, article.at, path.exists()))
        if not made:
            return made
        folder.mkdir(parents=True, exist_ok=True)
        safe.write_all(files)
    except FileExistsError:
        raise FileError("not-folder", path=str(folder)) from None
    except OSError as error:
        raise from_system(error, error.filename2 or error.filename or folder) from error
    return made
