"""`galley export --each`: each page is written when it is ready, and a run that ended goes on.

For archives. Nothing is kept of a page once it is told, but eight bytes of each file's name. The
folder's record says which pages are written, and of what they were made: those are passed over as
long as their files are as they were written. Pages that come together are put on the disk together:
a disk takes as long for one as for ten, and everybody would wait for it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from editor import __version__
from editor.analysis.structure import VERSION
from editor.command_words import say
from editor.export_work import Asked, Done, asked_pages, exporter_of, work, worked
from editor.exporting import Choice, house_path
from editor.files.errors import shown
from editor.files.export.batch import KEPT, SAME, File, Written, remove_from, write
from editor.files.export.names import ManyTaken, folded
from editor.files.export.record import Record, digest, record_of

Complain = Callable[[str, str], None]


def export_each(
    options: argparse.Namespace, choice: Choice, language: str, complain: Complain
) -> int:
    """Run the command page by page; gives the exit code. Raises `FileError` where it cannot go on.

    A page that fails is told, and the others are written.
    """
    with record_of(Path(options.output)) as record:
        run = _Run(options, choice, record, language, complain)
        for group in worked(run.asked(), choice, options.jobs, options.cluster):
            run.settle(group)
        return run.end()


@dataclass
class _Turn:
    """A page on its way out. `key`, `mark`: as the record knows it. `made`: its files."""

    page: Asked | Done
    key: str
    mark: str
    done: Done
    made: list[Written] = field(default_factory=list)


class _Run:
    """One run: pages go in by `asked` and come back by `settle`, in the same order."""

    def __init__(
        self,
        options: argparse.Namespace,
        choice: Choice,
        record: Record,
        language: str,
        complain: Complain,
    ) -> None:
        self._options, self._choice, self._record = options, choice, record
        self._language, self._complain = language, complain
        self._folder = Path(options.output)
        self._waiting: deque[tuple[Asked | Done, str, str]] = deque()
        self._taken = ManyTaken()
        self._made_of = _hash(VERSION, __version__, repr(choice), _house(choice))
        self._written = self._before = self._failed = self._kept = self._unfit = 0

    def asked(self) -> Iterator[Asked | Done]:
        """The pages that are asked for; those that are written already as done."""
        for page in asked_pages(self._options):
            key = mark = ""
            asked: Asked | Done = page
            if isinstance(page, Asked):
                key, mark = _key(page), _hash(self._made_of, *_stuff(page))
                files = self._record.files_of(key, mark)
                if files is not None and all(self._is_there(*file) for file in files):
                    asked = Done(page.name, before=tuple(name for name, _ in files))
            self._waiting.append((page, key, mark))
            yield asked

    def _is_there(self, name: str, found: str) -> bool:
        with suppress(OSError):
            return digest((self._folder / name).read_bytes()) == found
        return False

    def settle(self, group: Sequence[Done]) -> None:
        """Write what came of the pages whose turn it is, remember it, and tell.

        Raises `FileError`; then none of them is written.
        """
        turns: list[_Turn] = []
        overwrite, record = self._options.overwrite, self._record
        named = self._files(group, turns)
        files = iter(write(self._folder, named, overwrite=overwrite, record=record))
        for turn in turns:
            turn.made = list(islice(files, len(turn.done.drafts)))
            made_now = turn.done.error is None and turn.done.before is None
            if made_now and not any(one.outcome == KEPT for one in turn.made):
                names = [one.path.name for one in turn.made]
                self._record.put_page(turn.key, turn.mark, names)
        with suppress(OSError):  # then the pages are made again
            self._record.save()
        for turn in turns:
            self._settled(turn)

    def _files(self, group: Iterable[Done], turns: list[_Turn]) -> Iterator[File]:
        """The files of pages, named in their order; each page is put to `turns`."""
        exporter = exporter_of(self._choice)
        for done in group:
            page, key, mark = self._waiting.popleft()
            turn = _Turn(page, key, mark, self._still(page, done))
            turns.append(turn)
            for draft in turn.done.drafts:
                yield exporter.file(draft, self._taken)

    def _still(self, page: Asked | Done, done: Done) -> Done:
        """What came of a page, now that its turn is come.

        Names that an earlier run gave may be taken by now, where other pages came before or
        changed: then the page is made anew.
        """
        if done.before is None or not isinstance(page, Asked):
            return done
        if any(folded(name) in self._taken for name in done.before):
            return work(self._choice, [page])[0]
        for name in done.before:
            self._taken.add(folded(name))
        return done

    def _settled(self, turn: _Turn) -> None:
        """Tell of a page that is on the disk, or failed."""
        done = turn.done
        if done.error is not None:
            self._failed += 1
            error = done.error.in_file(shown(done.name))
            self._complain(error.message(self._language), self._language)
            self._tell(turn, "failed")
            return
        if done.before is not None:
            self._before += 1
            turn.made = [Written(self._folder / name, SAME) for name in done.before]
            self._tell(turn, "before")
            return
        if done.empty:
            told = say("no-articles", self._language, page=shown(done.name))
            self._complain(told, self._language)
        self._written += 1
        self._kept += sum(one.outcome == KEPT for one in turn.made)
        self._tell_unfit(turn)
        self._tell(turn, "written")

    def _tell_unfit(self, turn: _Turn) -> None:
        for draft, one in zip(turn.done.drafts, turn.made, strict=True):
            if draft.unfit:
                told = say("unfit", self._language, count=draft.unfit, path=shown(one.path))
                self._complain(told, self._language)

    def _tell(self, turn: _Turn, outcome: str) -> None:
        """A line of the page on standard output."""
        page = turn.page
        name = page.page.source.origin.name if isinstance(page, Asked) else page.name
        if self._options.json:
            told: dict[str, object] = {
                "page": name,
                "outcome": outcome,
                "files": [{"path": str(o.path), "outcome": o.outcome} for o in turn.made],
            }
            if outcome == "written":
                told["doubts"] = sum(draft.doubts for draft in turn.done.drafts)
            print(json.dumps(told, ensure_ascii=False), flush=True)
            return
        count = say("files", self._language, count=len(turn.made))
        print(f"{name}\t{say(f'page-{outcome}', self._language)}\t{count}", flush=True)

    def end(self) -> int:
        """The sum on standard error; the exit code. Raises `FileError`.

        Now that all names are given, files of earlier states are known for what they are.
        """
        language = self._language
        if self._options.remove_older:
            older = (self._folder / name for name in self._record.older(self._taken))
            remove_from(self._folder, older, self._record)
        said = say("each", language, count=self._written, folder=shown(self._options.output))
        for word, count in (("each-before", self._before), ("each-failed", self._failed)):
            if count:
                said += say(word, language, count=count)
        print(said, file=sys.stderr)
        if self._kept:
            self._complain(say("kept", language, count=self._kept), language)
        return int(bool(self._failed or self._kept))


def _key(page: Asked) -> str:
    """Names a page among all that may come into the folder: its file, and its key in a project."""
    return _hash(str(Path(page.name).absolute()), page.page.key)


def _stuff(asked: Asked) -> Iterator[str]:
    """All that a page's files are made of, besides the choice."""
    for page in (asked.page, *asked.beyond):
        yield page.source.sha256
        yield repr((page.source.origin.name, page.meta, page.decisions))
    yield repr((asked.style, asked.links))


def _house(choice: Choice) -> str:
    path = house_path(choice.house)
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""  # which the exporter tells


def _hash(*parts: str) -> str:
    made = hashlib.sha256()
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()
