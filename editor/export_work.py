"""Pages in, files' bytes out: the work of an export, over several processes where that is asked.

A worker reads pages and makes their files' bytes. It gives them back in the order of the pages,
whatever came first, so that any number of jobs gives the same folder.
"""

from __future__ import annotations

import argparse
import fnmatch
import glob
import importlib
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.exporting import Choice, Draft, Exporter, open_doubts
from editor.files.errors import FileError, shown
from editor.model.compose import Issue

if TYPE_CHECKING:
    from editor.files.export.story import Story
    from editor.model.links import Link
    from editor.model.project import Page, Style

LARGE = 100_000
"""Characters that are read at once in one process: read together, pages cost less."""
SMALL, SHARE = 25_000, 4
"""Of several jobs one takes at most one part in so many of what all have had, and of what is known
to come, but so many characters at least: little waits for the first and the last."""


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

    `articles`: how many the page has, with those left out or written with their first part.
    `unfit`: characters of the stories that their file cannot hold. `before`: the names of its
    files where an earlier run wrote them all.
    """

    name: str
    drafts: tuple[Draft, ...] = ()
    told: tuple[Story, ...] = ()
    articles: int = 0
    left_out: int = 0
    unfit: int = 0
    error: FileError | None = None
    before: tuple[str, ...] | None = None

    @property
    def size(self) -> int:
        """Characters that are still to be read for it."""
        return 0

    @property
    def empty(self) -> bool:
        """Whether the page has no article at all."""
        return not self.articles and self.error is None and self.before is None


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
    """Read pages and make their files. A page on which that fails is a Done with its error.

    A pure function of values that can be pickled: any engine can run it anywhere.
    """
    try:
        found = _work(choice, pages)
        _give_back()
        return found
    except Exception as error:
        if len(pages) == 1:
            reason = f"{type(error).__name__}: {error}"
            return [Done(pages[0].name, error=FileError("not-worked", reason=reason))]
        return [done for page in pages for done in work(choice, [page])]


def _give_back() -> None:
    """Memory that is free goes back to the system, where its library is asked for that.

    Else what stays a while keeps the holes between: memory would grow with the pages.
    """
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    try:
        import ctypes
    except ImportError:  # an installed Galley may have none
        return None
    trim: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim


def _work(choice: Choice, pages: Sequence[Asked]) -> list[Done]:
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
        articles = of_pages[asked.page.key].articles
        out = sum(article.left_out for article in articles)
        pages_of = {page.key: page for page in (asked.page, *asked.beyond)}
        issue = Issue(pages_of, of_pages, asked.links, asked.style)
        told = exporter.of_project(asked.page.key, issue)
        name = asked.name
        if choice.together:
            unfit = sum(exporter.unfit(story) for story in told)
            found.append(Done(name, (), tuple(told), len(articles), out, unfit))
            continue
        doubts = open_doubts(of_pages[asked.page.key])
        drafts = (exporter.draft(story, doubts.get(story.article.at, 0)) for story in told)
        found.append(Done(name, tuple(drafts), (), len(articles), out))
    return found


def worked(
    pages: Iterable[Asked | Done], choice: Choice, jobs: int, cluster: str | None = None
) -> Iterator[list[Done]]:
    """What comes of the pages, in their order, some at a time; so many at once as there are jobs.

    `cluster`: the address of a dask scheduler whose workers do it instead, or `local` for one of
    this machine with so many jobs. Raises `FileError` where there is none, or a worker ends.
    """
    if jobs < 2 and not cluster:
        for task in _tasks(pages):
            yield [task] if isinstance(task, Done) else work(choice, task)
        return
    with _cluster(cluster, jobs) if cluster else _processes(jobs) as (pool, width):
        waiting: deque[Done | Future[list[Done]]] = deque()
        try:
            for task in _tasks(pages, SHARE * width):
                waiting.append(task if isinstance(task, Done) else pool.submit(work, choice, task))
                while len(waiting) > 3 * width:
                    yield _settled(waiting.popleft())
            while waiting:
                yield _settled(waiting.popleft())
        except BrokenExecutor as error:
            raise FileError("worker-ended") from error


@contextmanager
def _processes(jobs: int) -> Iterator[tuple[Executor, int]]:
    """Processes of this machine. Forked before anything heavy is loaded, where a system can."""
    kind = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(kind), _worker)
    try:
        yield pool, jobs
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _cluster(address: str, jobs: int) -> Iterator[tuple[Executor, int]]:
    """The workers of a dask cluster, which takes work as any executor does."""
    try:
        distributed: Any = importlib.import_module("distributed")  # has no types
    except ImportError:
        raise FileError("no-dask") from None
    with ExitStack() as stack:
        try:
            if address == "local":
                made = distributed.LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0"
                )
                client = distributed.Client(stack.enter_context(made))
            else:
                client = distributed.Client(address, timeout=CALL)
            stack.enter_context(client)
        except (OSError, ValueError) as error:
            raise FileError("no-cluster", address=address, reason=str(error)) from None
        width = sum(client.nthreads().values())
        yield client.get_executor(pure=False), max(1, width)


CALL = "10s"
"""How long a scheduler is waited for."""


def _settled(task: Done | Future[list[Done]]) -> list[Done]:
    return [task] if isinstance(task, Done) else task.result()


def _worker() -> None:
    """A worker leaves it to its parent to be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)


def _tasks(pages: Iterable[Asked | Done], share: int = 0) -> Iterator[list[Asked] | Done]:
    """Pages by so many characters (as many as are best read together), errors in between.

    `share`: a task takes at most the so-maniest part of what went before, and of what comes.
    """
    held: list[Asked] = []
    size = before = 0
    for page, coming in _looking_ahead(pages, share):
        if isinstance(page, Done):
            if held:
                yield held
            held, size = [], 0
            yield page
            continue
        held.append(page)
        size += page.size
        if size >= _wanted(min(before, coming), share):
            yield held
            before += size
            held, size = [], 0
    if held:
        yield held


def _wanted(known: int, share: int) -> int:
    """How many characters a task takes at most, by what is known to have been or to come."""
    return min(LARGE, max(SMALL, known // share)) if share else LARGE


def _looking_ahead(pages: Iterable[Asked | Done], share: int) -> Iterator[tuple[Asked | Done, int]]:
    """Each page with the characters that are known to come behind it, as far as anybody asks."""
    ahead: deque[Asked | Done] = deque()
    coming = before = 0
    for page in pages:
        ahead.append(page)
        coming += page.size
        # what is done already waits for nothing, unless it stands behind what is not
        while ahead and (isinstance(ahead[0], Done) or coming > share * _wanted(before, share)):
            first = ahead.popleft()
            coming, before = coming - first.size, before + first.size
            yield first, coming
    while ahead:
        first = ahead.popleft()
        coming -= first.size
        yield first, coming
