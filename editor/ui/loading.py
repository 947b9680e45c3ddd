"""Files as what can be opened: a project, or texts that are to be its pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.bytes_in import may_wait
from editor.files.errors import FileError
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.model.waiting import told

if TYPE_CHECKING:
    from editor.files.project import Stamp

SUFFIX = ".galley"


@dataclass(frozen=True)
class Loaded:
    """A project, and the path of its file or of its page's; `known`: hashes of what is there.

    `fresh`: the project is made just now, and no file holds it. `stamp`: of the file that does.
    """

    project: Project
    path: Path | None
    source_path: Path | None
    known: frozenset[str] = frozenset()
    fresh: bool = False
    stamp: Stamp | None = None


def loaded(path: Path) -> Loaded:
    """The project in a file, or of one page in a file of text.

    May run in any thread; raises `FileError`.
    """
    if path.suffix.lower() == SUFFIX:
        from editor.files import project as project_file

        project, held = project_file.load_known(path)
        return Loaded(project, path, None, frozenset((held.sha256,)), stamp=held)
    from editor.files import text

    source = text.read_page(path)
    told(1.0)
    assert source.line_starts  # found once, here and not while the window waits
    return Loaded(Project((Page("p1", source),)), None, path)


def read_all(paths: Sequence[Path]) -> tuple[list[Source], list[FileError]]:
    """The texts of files, and why the others have none. May run in any thread."""
    from editor.files import text

    sources: list[Source] = []
    errors: list[FileError] = []
    for number, path in enumerate(paths, 1):
        try:
            sources.append(text.read_page(path))
        except FileError as error:
            errors.append(error)
        else:
            assert sources[-1].line_starts  # found once, here and not while the window waits
        told(number / len(paths))
    return sources, errors


def size(path: Path) -> float:
    """Its bytes; without end where it is a pipe or a device: that may keep a reader waiting.

    0 where it cannot be said, which is told when it is read.
    """
    try:
        return math.inf if may_wait(path) else path.stat().st_size
    except (OSError, ValueError):
        return 0
