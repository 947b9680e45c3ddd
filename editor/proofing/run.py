"""From a reading to its suspects: passages, the checks over them, places on the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from editor.model.places import Span
from editor.model.project import Page, Style
from editor.model.reading import Reading, set_blocks
from editor.model.rules import Rules
from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.proofing.checks import CHECKS
from editor.proofing.suspect import Check, Found, Passage, Severity, Sheet, Suspect


def sheet_of(reading: Reading, style: Style) -> Sheet:
    """The blocks of all articles, as they are set; furniture and the tray are not checked."""
    found = []
    for article in reading.articles:
        printed = tuple(name.text.text for name in article.byline if not name.reference)
        told = tuple(name.text.text for name in article.byline if name.reference)
        for block in set_blocks(article, captions=True):
            names = printed if block.role is Role.BYLINE else told if block.dateline else ()
            found.append(Passage(block.text, block.role, article.at, block.dateline, names))
    roster = tuple(dict.fromkeys((*style.roster, *style.rules.roster)))
    return Sheet(tuple(found), reading.habits.script, roster, style.rules)


def chosen(rules: Rules) -> tuple[Check, ...]:
    """The checks that a house wants, with the severities that it gives them."""
    found = []
    for check in CHECKS:
        setting = rules.setting(check.name) or ("on" if check.on else "off")
        if setting == "on":
            found.append(check)
        elif setting != "off":
            found.append(replace(check, severity=Severity.of(setting), fixed=True))
    return tuple(found)


def suspects(
    reading: Reading, page: Page, style: Style, checks: Collection[Check] | None = None
) -> tuple[Suspect, ...]:
    """What may be wrong on a page, in reading order. `checks`: the house's, if not given.

    `page` is the one that `reading` is of: what its editor dismissed is quiet.
    """
    if checks is None:
        checks = chosen(style.rules)
    sheet = sheet_of(reading, style)
    found = [
        (one.passage, one.start, one.end, check.name, one.code, check, one)
        for check in checks
        if sheet.script in check.scripts
        for one in check.find(sheet)
    ]
    found.sort(key=lambda entry: entry[:5])
    made = _once(_suspect(sheet.passages[entry[0]], entry[5], entry[6]) for entry in found)
    quiet = {(entry.check, entry.span) for entry in page.decisions.dismissed}
    return tuple(one for one in made if (one.rule, one.span) not in quiet)


def _suspect(passage: Passage, check: Check, found: Found) -> Suspect:
    severity = found.severity if found.severity and not check.fixed else check.severity
    return Suspect(
        check.name, severity, _span(passage, found.start, found.end),
        passage.text[found.start : found.end], found.put, found.code, found.facts, passage,
        found.start, found.end,
    )  # fmt: skip


def _once(found: Iterator[Suspect]) -> Iterator[Suspect]:
    """Without a second suspect of the same rule at the same place."""
    last: tuple[object, ...] = ()
    for one in found:
        here = (id(one.passage), one.rule, one.start, one.end)
        if here != last:
            yield one
        last = here


def _span(passage: Passage, start: int, end: int) -> Span:
    """The smallest raw span that holds what a range shows of the page."""
    pieces = passage.traced.slice(start, end).pieces
    shown = [p.span for p in pieces if p.origin in (PieceOrigin.RAW, PieceOrigin.PATCH)]
    if shown:
        return Span(min(span.start for span in shown), max(span.end for span in shown))
    at = passage.traced.to_raw(start, after=True)[0]
    return Span(at, at)
