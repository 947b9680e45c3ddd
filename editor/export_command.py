"""`galley export`: pages read and written as files, all of them or none.

Names are given and files are written here, in the order of the pages; `export_work` reads them.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from editor.command_words import say
from editor.export_work import Asked, Done, asked_pages, exporter_of, worked
from editor.exporting import Choice, Draft, Exporter
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

if TYPE_CHECKING:
    from editor.files.export.story import Story

Complain = Callable[[str, str], None]


def export(options: argparse.Namespace, language: str, complain: Complain) -> int:
    """Run the command with its options; gives the exit code."""
    _end_in_order()
    choice = Choice(
        options.style, options.to, options.together, options.names, options.captions, (), language
    )
    run = _Run(options, choice, language, complain)
    try:
        exporter = exporter_of(choice)
        _ = exporter.target  # a template that cannot be used is told before anything is read
        if options.each:
            from editor.export_each import export_each

            return export_each(options, choice, language, complain)
        pages = asked_pages(options)
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
        options = self._options
        groups = worked(pages, self._choice, options.jobs, options.cluster)
        for done in chain.from_iterable(groups):
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


def _end_in_order() -> None:
    """Asked to stop while writing, take back what is half done, as for Ctrl+C."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, stop)
