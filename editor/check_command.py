"""`galley check`: what may be wrong on pages, a line a place, for people and for scripts."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from editor.command_words import say
from editor.files.errors import FileError, shown
from editor.proofing import Severity, Suspect, suspects
from editor.proofing.naming import names_of
from editor.proofing.reasons import name, why
from editor.proofing.run import sheet_of
from editor.proofing.sarif import Log

if TYPE_CHECKING:
    from editor.model.project import Page, Style
    from editor.model.reading import Reading
    from editor.model.rules import Rules

    Readings = Callable[
        [Sequence[str]], Iterator[tuple[str, list[tuple[Page, Style, Reading]] | FileError]]
    ]


def check(
    options: argparse.Namespace,
    language: str,
    readings: Readings,
    refused: Callable[[FileError, str, str], None],
) -> int:
    """Print what is found on the pages of `options`; 1 where something is, or a file failed."""
    least = Severity[options.severity.upper()]
    try:
        rules = _rules(options.style)
    except FileError as error:
        refused(error, options.style, language)
        return 1
    code, log = 0, Log(language)
    for given, pages in readings(options.pages):
        if isinstance(pages, FileError):
            refused(pages, given, language)
            code = 1
            continue
        names = [Counter[str]() for _ in pages]
        if len(pages) > 1:  # of a project
            names = [names_of(sheet_of(reading, style)) for _, style, reading in pages]
        every = sum(names, Counter[str]())
        for (page, style, reading), own in zip(pages, names, strict=True):
            style = _housed(style, rules)
            every_one = suspects(reading, page, style, elsewhere=every - own)
            found = [suspect for suspect in every_one if suspect.severity >= least]
            code = 1 if found else code
            title = page.source.origin.name
            if options.sarif:
                log.add(given, page, found)
                continue
            if options.json:
                told = [_object(suspect, page, language) for suspect in found]
                print(json.dumps({"page": title, "suspects": told}, ensure_ascii=False), flush=True)
                continue
            for suspect in found:
                print(_line(suspect, page, title, language), flush=True)
    if options.sarif:
        print(json.dumps(log.whole(), ensure_ascii=False, indent=1), flush=True)
    return code


def _rules(name: str | None) -> Rules | None:
    """The rules of a house by its name or path; None where none is named."""
    if not name:
        return None
    from editor.exporting import TEMPLATES, house_path
    from editor.files.house import load

    path = house_path(name)
    if path.suffix.lower() in TEMPLATES:
        raise FileError("no-rules", path=shown(path))
    return load(path).rules


def _housed(style: Style, rules: Rules | None) -> Style:
    """A project's style with the rules of a house in the place of its own."""
    return style if rules is None else replace(style, rules=rules)


def _line_number(suspect: Suspect, page: Page) -> int:
    """The line of the page's text where it starts, from 1."""
    return page.source.text.count("\n", 0, suspect.span.start) + 1


def _line(suspect: Suspect, page: Page, title: str, language: str) -> str:
    before, behind = suspect.around
    printed = suspect.shown if len(suspect.shown) <= 40 else f"{suspect.shown[:40]}…"
    low, high = before[-4:], behind[:4]
    facts: dict[str, Any] = {
        "page": shown(title),
        "line": _line_number(suspect, page),
        "rule": name(suspect.rule, language),
        "why": why(suspect, language),
        "before": f"{low}{printed}{high}",
    }
    if suspect.fix is None:
        return say("suspect-only", language, **facts)
    return say("suspect", language, after=f"{low}{suspect.fix}{high}", **facts)


def _object(suspect: Suspect, page: Page, language: str) -> dict[str, Any]:
    """For programs: raw places are code points of the page's text."""
    return {
        "start": suspect.span.start,
        "end": suspect.span.end,
        "line": _line_number(suspect, page),
        "rule": suspect.rule,
        "severity": suspect.severity.name.lower(),
        "text": suspect.shown,
        "fix": suspect.fix,
        "why": why(suspect, language),
    }
