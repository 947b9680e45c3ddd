"""Pages in, files' bytes out: the work of an export, over several processes where that is asked.

A worker reads pages and makes their files' bytes. It gives them back in the order of the pages,
whatever came first, so that any number of jobs gives the same folder.
"""

from __future__ import annotations

import argparse
import fnmatch
import glob
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from editor.exporting import Choice, Draft, Exporter, open_doubts
from editor.files.errors import FileError, shown

if TYPE_CHECKING:
    from editor.files.export.story import Story
    from editor.model.links import Link
    from editor.model.project import Page, Style

LARGE = 100_000
"""Characters that are read at once in one process."""
SMALL = 25_000
"""Characters that one job takes at once where there are several jobs: less waits for the last."""


@dataclass(frozen=True)
class Asked:
    """A page that is asked for. `beyond`: the pages that its articles may go on in, by `links`."""

    name: str
    page: Page
    style: Style
    beyond: tuple[Page, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def size(self) -> int:
        """Characters that are read for it."""
        return sum(len(page.source.text) for page in (self.page, *self.beyond))


@dataclass(frozen=True)
class Done:
    """What came of one page: drafts of its articles, or the stories for one file of all.

    `unfit`: characters of the stories that their file cannot hold.
    """

    name: str
    drafts: tuple[Draft, ...] = ()
    told: tuple[Story, ...] = ()
    left_out: int = 0
    unfit: int = 0
    error: FileError | None = None

    @property
    def empty(self) -> bool:
        """Whether the page has no article at all."""
        return not (self.error or self.drafts or self.told or self.left_out)


# -- pages in ------------------------------------------------------------------------------


def asked_pages(options: argparse.Namespace) -> Iterator[Asked | Done]:
    """The pages that are asked for; a Done with its error where one cannot be read."""
    from editor.model.project import Page, Style

    if options.project:
        yield from _of_project(options.project, options.pages)
        return
    for name in _names(options.pages):
        try:
            if name.lower().endswith(".galley"):
                yield from _of_project(name, [])
            else:
                from editor.files.text import read_page

                yield Asked(name, Page("1", read_page(name)), Style())
        except FileError as error:
            yield Done(name, error=error)


def _of_project(name: str, wanted: Sequence[str]) -> Iterator[Asked]:
    """The pages of a project whose name or key is like one of `wanted`; all if there is none."""
    from editor.files.project import load
    from editor.model.compose import pages_beyond

    project = load(name)
    found = 0
    for page in project.pages:
        called = page.source.origin.name
        names = (called, Path(called).stem, page.key, page.meta.number)
        if not wanted or any(fnmatch.fnmatch(n, like) for n in names for like in wanted):
            found += 1
            beyond = tuple(project.page(key) for key in pages_beyond(page.key, project.links))
            yield Asked(name, page, project.style, beyond, project.links if beyond else ())
    if wanted and not found:
        raise FileError("no-page", at=shown(name), value=" ".join(wanted))


def _names(asked: Sequence[str]) -> Iterator[str]:
    """Names of files; a name with * ? or [ that is no file stands for those that are like it."""
    for name in asked:
        found = [] if os.path.exists(name) else sorted(glob.glob(name, recursive=True))
        yield from found or [name]


# -- work ----------------------------------------------------------------------------------


@cache
def exporter_of(choice: Choice) -> Exporter:
    """The exporter of a choice, made once in a process."""
    return Exporter(choice)


def work(choice: Choice, pages: Sequence[Asked]) -> list[Done]:
    """Read pages and make their files."""
    from editor.analysis import read_many

    exporter = exporter_of(choice)
    readings = read_many(
        (page.source, page.decisions, asked.style)
        for asked in pages
        for page in (asked.page, *asked.beyond)
    )
    found = []
    for asked in pages:
        of_pages = {page.key: next(readings) for page in (asked.page, *asked.beyond)}
        out = sum(article.left_out for article in of_pages[asked.page.key].articles)
        pages_of = {page.key: page for page in (asked.page, *asked.beyond)}
        told = exporter.of_project(asked.page.key, pages_of, of_pages, asked.links, asked.style)
        name = asked.name
        if choice.together:
            unfit = sum(exporter.unfit(story) for story in told)
            found.append(Done(name, told=tuple(told), left_out=out, unfit=unfit))
            continue
        doubts = open_doubts(of_pages[asked.page.key])
        drafts = (exporter.draft(story, doubts.get(story.article.at, 0)) for story in told)
        found.append(Done(name, tuple(drafts), left_out=out))
    return found


def worked(pages: Iterable[Asked | Done], choice: Choice, jobs: int) -> Iterator[Done]:
    """What comes of the pages, in their order; as many at once as there are jobs."""
    if jobs < 2:
        for task in _tasks(pages, LARGE):
            yield from [task] if isinstance(task, Done) else work(choice, task)
        return
    # Forked before anything heavy is loaded, where a system can: nothing is started anew.
    kind = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(kind), _worker)
    waiting: deque[Done | Future[list[Done]]] = deque()
    try:
        for task in _tasks(pages, SMALL):
            waiting.append(task if isinstance(task, Done) else pool.submit(work, choice, task))
            while len(waiting) > 3 * jobs:
                yield from _settled(waiting.popleft())
        while waiting:
            yield from _settled(waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _settled(task: Done | Future[list[Done]]) -> list[Done]:
    return [task] if isinstance(task, Done) else task.result()


def _worker() -> None:
    """A worker leaves it to its parent to be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)


def _tasks(pages: Iterable[Asked | Done], most: int) -> Iterator[list[Asked] | Done]:
    """Pages by so many characters (as many as are best read together), errors in between."""
    held: list[Asked] = []
    size = 0
    for page in pages:
        if isinstance(page, Done):
            if held:
                yield held
            held, size = [], 0
            yield page
            continue
        held.append(page)
        size += page.size
        if size >= most:
            yield held
            held, size = [], 0
    if held:
        yield held
