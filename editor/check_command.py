"""`galley check`: what may be wrong on pages, a line a place, for people and for scripts."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from editor.command_words import say
from editor.files.errors import FileError, shown
from editor.model.decisions import Decisions
from editor.proofing import Severity, Suspect, suspects
from editor.proofing.naming import names_of
from editor.proofing.reasons import name, why
from editor.proofing.run import chosen, sheet_of
from editor.proofing.sarif import Log

_LATIN = re.compile("[A-Za-z]")

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
    complain: Callable[[str, str], None],
) -> int:
    """Print what is found on the pages of `options`; 1 where something is, or one failed."""
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
            style, title = _housed(style, rules), page.source.origin.name
            checks = chosen(style.rules)
            if not reading.articles and page.decisions == Decisions():
                complain(say("checked-as-text", language, page=shown(title)), language)
                reading = _as_text(page, style)
                checks = tuple(check for check in checks if check.name != "final-mark")
            every_one = suspects(reading, page, style, checks, every - own)
            found = [suspect for suspect in every_one if suspect.severity >= least]
            code = 1 if found else code
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


def _as_text(page: Page, style: Style) -> Reading:
    """A page of a few lines, of which nothing is decided and no article is found, read as body."""
    from editor.analysis import read_many
    from editor.model.consistent import with_role
    from editor.model.decisions import Mark
    from editor.model.places import Span
    from editor.model.structure import Role

    whole, source = Span(0, len(page.source.text)), page.source
    body = with_role(page.decisions, source, whole, Role.BODY, Mark())
    return next(read_many([(source, body, style)]))


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
    low, high = _around(suspect)
    printed = suspect.shown if len(suspect.shown) <= 40 else f"{suspect.shown[:40]}…"
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


def _around(suspect: Suspect) -> tuple[str, str]:
    """Four characters before and behind; of spaced text whole words."""
    before, behind = suspect.around
    low, high = before[-4:], behind[:4]
    if _LATIN.search(low):
        low = before[before.find(" ") + 1 :].lstrip() if " " in before[:-1] else before
    if _LATIN.search(high):
        high = behind[: behind.rfind(" ")].rstrip() if " " in behind[1:] else behind
    return low, high


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
