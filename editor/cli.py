"""The galley command without a window: pages in, text, JSON, suspects or Word files out.

Nothing heavy is imported before it is used: `galley --help` and `--version` load no analysis,
and nothing here ever loads Qt. Results go to standard output in UTF-8, everything else to
standard error; the exit code is 0, 1 where something failed (or a check found something), or 2 for
wrong usage. A page without articles is no failure.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from editor.command_words import language as readers_language
from editor.command_words import say
from editor.files.errors import FileError, from_system, shown
from editor.usage import check_pages, parser

if TYPE_CHECKING:
    from editor.model.project import Page, Style
    from editor.model.reading import Reading

    Read = tuple[Page, Style, Reading]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (without the program's name) and give its exit code."""
    open_streams()
    language = readers_language()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["help"]:  # galley help [COMMAND]
        words = [*words[1:2], "--help"]
    try:
        code = _run(words, language)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has what it wanted
        _drop_output()
        return 1
    except OSError as error:
        if isinstance(error.filename, str | bytes):
            complain(from_system(error, os.fsdecode(error.filename)).message(language), language)
            return 1
        # standard output itself
        why = from_system(error, "-").at_path("").message(language)
        complain(say("output", language, why=why), language)
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def open_streams() -> None:
    """Standard output and error as UTF-8 that takes any name, also where they were closed."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def _drop_output() -> None:
    """What is left in the buffer has nowhere to go, and Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str, language: str) -> None:
    """One line on standard error, signed."""
    print(say("sign", language) + text, file=sys.stderr)


def _run(words: list[str], language: str) -> int:
    commands = {"open": _window, "reflow": _reflow, "check": _check, "export": _export}
    known = parser(language, commands)
    try:
        options = known.parse_args(words)
        check_pages(options, language)
    except SystemExit as stop:  # --help, --version, or usage
        return stop.code if isinstance(stop.code, int) else 2
    if options.command is None:
        known.print_help(sys.stderr)
        return 2
    code: int = options.run(options, language)
    return code


def _window(_: argparse.Namespace, language: str) -> int:
    print(say("window", language), file=sys.stderr)
    return 2


def _pages(name: str) -> Iterator[tuple[Page, Style]]:
    """The pages of a file, with what was decided about them if it is a project."""
    from editor.model.project import Page, Style

    if name.lower().endswith(".galley"):
        from editor.files.project import load

        project = load(name)
        yield from ((page, project.style) for page in project.pages)
        return
    from editor.files.text import read_page

    yield Page("1", read_page(name)), Style()


def _readings(names: Sequence[str]) -> Iterator[tuple[str, list[Read] | FileError]]:
    """The pages of files with what they read as, in their order; files are read some at once."""
    from editor.analysis import read_many
    from editor.analysis.archive import AT_ONCE

    waiting: list[tuple[str, list[tuple[Page, Style]] | FileError]] = []
    size = 0

    def settled() -> Iterator[tuple[str, list[Read] | FileError]]:
        found = [page for _, pages in waiting if isinstance(pages, list) for page in pages]
        readings = read_many((page.source, page.decisions, style) for page, style in found)
        for name, pages in waiting:
            if isinstance(pages, list):
                yield name, [(page, style, next(readings)) for page, style in pages]
            else:
                yield name, pages

    for name in names:
        try:
            pages = list(_pages(name))
        except FileError as error:
            waiting.append((name, error))
            continue
        waiting.append((name, pages))
        size += sum(len(page.source.text) for page, _ in pages)
        if size >= AT_ONCE:
            yield from settled()
            waiting, size = [], 0
    yield from settled()


def _refused(error: FileError, name: str, language: str) -> None:
    complain(error.in_file(shown(name)).message(language), language)


def _no_articles(name: str, language: str) -> None:
    complain(say("no-articles", language, page=shown(name)), language)


def _reflow(options: argparse.Namespace, language: str) -> int:
    from editor.files.plain_text import reading_text

    code = printed = 0
    several = len(options.pages) > 1
    for name, pages in _readings(options.pages):
        if isinstance(pages, FileError):
            _refused(pages, name, language)
            code = 1
            continue
        for page, _, reading in pages:
            title = page.source.origin.name
            if not reading.articles:
                _no_articles(name, language)
            if options.json:
                print(_json_line(reading, title, language), flush=True)
                continue
            text = reading_text(reading)
            if several or len(pages) > 1:
                print(f"{chr(10) * 2 if printed else ''}== {shown(title)} ==\n")
            if text:
                print(text, flush=True)
            printed += 1
    return code


def _json_line(reading: Reading, title: str, language: str) -> str:
    from editor.analysis.reasons import sentence
    from editor.files.reading_json import reading_object

    return json.dumps(reading_object(reading, title, sentence, language), ensure_ascii=False)


def _export(options: argparse.Namespace, language: str) -> int:
    from editor.export_command import export

    return export(options, language, complain)


def _check(options: argparse.Namespace, language: str) -> int:
    from editor.check_command import check

    return check(options, language, _readings, _refused, complain)
