"""`galley export`: pages read and written as files, over several processes where that is asked.

A worker reads pages and makes their files' bytes; names are given and files are written here,
in the order of the pages, so that any number of jobs gives the same folder.
"""

from __future__ import annotations

import argparse
import fnmatch
import glob
import json
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from editor.exporting import Choice, Draft, Exporter, open_doubts
from editor.files.errors import FileError, shown
from editor.files.export.batch import (
    KEPT,
    REPLACED,
    SAME,
    File,
    Written,
    removable,
    remove,
    write,
)
from editor.usage import say

if TYPE_CHECKING:
    from editor.files.export.story import Story
    from editor.model.links import Link
    from editor.model.project import Page, Style

LARGE = 100_000
"""Characters that are read at once in one process."""
SMALL = 25_000
"""Characters that one job takes at once where there are several jobs: less waits for the last."""

Complain = Callable[[str, str], None]


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


def export(options: argparse.Namespace, language: str, complain: Complain) -> int:
    """Run the command with its options; gives the exit code."""
    _end_in_order()
    choice = Choice(
        options.style, options.to, options.together, options.names, options.captions, (), language
    )
    run = _Run(options, choice, language, complain)
    try:
        exporter = _exporter(choice)
        _ = exporter.target  # a template that cannot be used is told before anything is read
        pages = _asked(options)
        made = write(options.output, run.files(pages, exporter), overwrite=options.overwrite)
    except FileError as error:
        complain(error.message(language), language)
        return 1
    try:
        gone = remove(removable(made)) if options.remove_older else ()
    except FileError as error:
        complain(error.message(language), language)
        run.code, gone = 1, ()
    run.tell(made, gone)
    return run.code if not any(one.outcome == KEPT for one in made) else 1


class _Run:
    """One export: what is told of its files, in their order."""

    def __init__(
        self, options: argparse.Namespace, choice: Choice, language: str, complain: Complain
    ) -> None:
        self.code = self.left_out = self._unfit = 0
        self._options, self._choice, self._language = options, choice, language
        self._complain = complain
        self._drafts: list[Draft | None] = []
        self._said: list[str] = []

    def files(self, pages: Iterable[Asked | Done], exporter: Exporter) -> Iterator[File]:
        """The files of all pages, as they are ready."""
        taken: set[str] = set()
        together: list[Story] = []
        for done in _worked(pages, self._choice, self._options.jobs):
            self._note(done)
            together += done.told
            for draft in done.drafts:
                file = exporter.file(draft, taken)
                self._drafts.append(replace(draft, data=b""))
                yield file
        for file in exporter.whole(together, self._title(together), taken):
            self._drafts.append(None)
            yield file

    def _note(self, done: Done) -> None:
        if done.error is not None:
            error = done.error.in_file(shown(done.name))
            self._complain(error.message(self._language), self._language)
            self.code = 1
        elif done.empty:
            self._complain(
                say("no-articles", self._language, page=shown(done.name)), self._language
            )
        self.left_out += done.left_out
        self._unfit += done.unfit

    def _title(self, together: Sequence[Story]) -> str:
        """What one file of everything is called."""
        if self._options.project:
            return Path(self._options.project).stem
        names = list(dict.fromkeys(story.page_name for story in together))
        single = len(self._options.pages) == 1 and Path(self._options.pages[0])
        if single and single.suffix.lower() == ".galley":
            return single.stem
        return names[0] if len(names) == 1 else Path(os.path.abspath(self._options.output)).name

    def tell(self, made: Sequence[Written], gone: Sequence[Path]) -> None:
        """A line an article on standard output, the sum on standard error.

        `gone`: files of earlier states that were removed.
        """
        for one, draft in zip(made, self._drafts, strict=True):
            print(self._json(one, draft) if self._options.json else self._line(one, draft))
        sys.stdout.flush()
        for one, draft in zip(made, self._drafts, strict=True):
            count = self._unfit if draft is None else draft.unfit
            if count:
                path = shown(one.path)
                self._complain(say("unfit", self._language, count=count, path=path), self._language)
        counts = {kind: sum(o.outcome == kind for o in made) for kind in (REPLACED, SAME, KEPT)}
        language = self._language
        if made or self.left_out:
            folder = shown(self._options.output)
            said = say("written", language, count=len(made) - counts[KEPT], folder=folder)
            for kind in (REPLACED, SAME):
                if counts[kind]:
                    said += say(kind, language, count=counts[kind])
            if self.left_out:
                said += say("left-out", language, count=self.left_out)
            print(said, file=sys.stderr)
        if counts[KEPT]:
            self._complain(say("kept", language, count=counts[KEPT]), language)
        if gone:
            self._complain(say("removed", language, count=len(gone)), language)
        left = {path for one in made for path in one.older} - set(gone)
        free = set(removable(made))
        for word, paths in (("older", left & free), ("older-changed", left - free)):
            if paths:
                self._complain(say(word, language, count=len(paths)), language)

    def _line(self, one: Written, draft: Draft | None) -> str:
        what = say(f"is-{one.outcome}", self._language)
        if draft is None:
            return f"{one.path}\t{what}"
        size = say("characters", self._language, count=draft.characters)
        doubts = say("doubts", self._language, count=draft.doubts)
        return f"{one.path}\t{what}\t{size}\t{doubts}"

    def _json(self, one: Written, draft: Draft | None) -> str:
        told: dict[str, object] = {"path": str(one.path), "outcome": one.outcome}
        if unfit := self._unfit if draft is None else draft.unfit:
            told["unfit"] = unfit
        if draft is not None:
            told |= {
                "page": draft.page,
                "article": draft.number,
                "headline": draft.title,
                "characters": draft.characters,
                "paragraphs": draft.paragraphs,
                "doubts": draft.doubts,
            }
        if one.older:
            told["older"] = [str(path) for path in one.older]
        return json.dumps(told, ensure_ascii=False)


# -- pages in ------------------------------------------------------------------------------


def _asked(options: argparse.Namespace) -> Iterator[Asked | Done]:
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
def _exporter(choice: Choice) -> Exporter:
    return Exporter(choice)


def _work(choice: Choice, pages: Sequence[Asked]) -> list[Done]:
    """Read pages and make their files."""
    from editor.analysis import read_many

    exporter = _exporter(choice)
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


def _worked(pages: Iterable[Asked | Done], choice: Choice, jobs: int) -> Iterator[Done]:
    """What comes of the pages, in their order; as many at once as there are jobs."""
    if jobs < 2:
        for task in _tasks(pages, LARGE):
            yield from [task] if isinstance(task, Done) else _work(choice, task)
        return
    # Forked before anything heavy is loaded, where a system can: nothing is started anew.
    kind = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(kind), _worker)
    waiting: deque[Done | Future[list[Done]]] = deque()
    try:
        for task in _tasks(pages, SMALL):
            waiting.append(task if isinstance(task, Done) else pool.submit(_work, choice, task))
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


def _end_in_order() -> None:
    """Asked to stop while writing, take back what is half done, as for Ctrl+C."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, stop)
