"""The work behind an export, none for the window's thread: pages are read, files written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.errors import FileError, shown
from editor.model.compose import Issue

if TYPE_CHECKING:
    from editor.exporting import Choice
    from editor.files.export.batch import Written
    from editor.model.project import Page, Project
    from editor.model.reading import Reading


@dataclass(frozen=True)
class Wanted:
    """What is to be exported how, and into which folder. `whole`: all pages of the project."""

    choice: Choice
    folder: Path
    whole: bool = False


@dataclass(frozen=True)
class Made:
    """What came of an export.

    `left_out`: articles. `unfit`: characters that a mark stands for. `older`: files with earlier
    states of these articles, as they were written.
    """

    files: list[Written]
    left_out: int
    unfit: int
    older: tuple[Path, ...]


def make(
    wanted: Wanted,
    project: Project,
    here: tuple[Page, Reading],
    title: str,
    on: Callable[[int], None],
    stop: threading.Event,
    *,
    overwrite: bool = False,
    as_before: bool = False,
) -> Made:
    """Export pages; `here` is one that is read already. Raises `FileError`; then nothing is there.

    `title`: what one file of everything is called. `on` is told how many files are ready. When
    `stop` is set, `Cancelled` is raised. `as_before`: the folder has to be there.
    """
    from editor.exporting import Exporter
    from editor.files.export.batch import Cancelled, removable, write

    if as_before and not wanted.folder.is_dir():
        raise FileError("no-folder", path=shown(wanted.folder))
    exporter = Exporter(wanted.choice)
    pages = project.pages if wanted.whole else (here[0],)
    told = []
    left_out = 0
    readings = readings_of(project, pages, here, stop)
    issue = issue_of(project, readings)
    for page in pages:
        if stop.is_set():
            raise Cancelled
        told += exporter.of_project(page.key, issue)
        left_out += sum(article.left_out for article in readings[page.key].articles)
    taken: set[str] = set()
    if wanted.choice.together:
        files = exporter.whole(told, title, taken)
    else:
        files = (exporter.file(exporter.draft(story), taken) for story in told)

    def progress(ready: int) -> bool:
        on(ready)
        return not stop.is_set()

    written = write(wanted.folder, files, overwrite=overwrite, progress=progress)
    unfit = sum(exporter.unfit(story) for story in told)
    return Made(written, left_out, unfit, removable(written))


def readings_of(
    project: Project,
    pages: tuple[Page, ...],
    here: tuple[Page, Reading],
    stop: threading.Event,
) -> dict[str, Reading]:
    """Readings by key of pages and of those that their articles go on in; one is known."""
    from editor.analysis import read
    from editor.files.export.batch import Cancelled
    from editor.model.compose import pages_beyond

    keys = dict.fromkeys(page.key for page in pages)
    for page in pages:
        keys |= dict.fromkeys(pages_beyond(page.key, project.links))
    found = {here[0].key: here[1]}
    for key in keys:
        if stop.is_set():
            raise Cancelled
        if key not in found:
            page = project.page(key)
            found[key] = read(page.source, page.decisions, project.style)
    return found


def issue_of(project: Project, readings: dict[str, Reading]) -> Issue:
    """The pages that were read, as an export takes them."""
    pages = {key: project.page(key) for key in readings}
    return Issue(pages, readings, project.links, project.style)
