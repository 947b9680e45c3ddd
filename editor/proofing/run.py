"""From a reading to its suspects: passages, the checks over them, places on the page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from os.path import commonprefix

from editor.model.places import Span
from editor.model.project import Page, Style
from editor.model.reading import Article, Reading, set_blocks
from editor.model.rules import Rules
from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.proofing.checks import CHECKS
from editor.proofing.shapes import within
from editor.proofing.suspect import Check, Found, Passage, Severity, Sheet, Suspect

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?:年|[-./])")


def sheet_of(
    reading: Reading,
    style: Style,
    year: int | None = None,
    elsewhere: Mapping[str, int] | None = None,
) -> Sheet:
    """The blocks of all articles, as they are set; furniture and the tray are not checked."""
    found = tuple(passage for article in reading.articles for passage in passages_of(article))
    return sheet_with(found, reading, style, year, elsewhere)


def sheet_with(
    passages: tuple[Passage, ...],
    reading: Reading,
    style: Style,
    year: int | None = None,
    elsewhere: Mapping[str, int] | None = None,
) -> Sheet:
    """A sheet of these passages, with all else that checks of a page see.

    `year`: the page's; `elsewhere`: names on other pages, with how often they stand there.
    """
    roster = tuple(dict.fromkeys((*style.roster, *style.rules.roster)))
    others = tuple((elsewhere or {}).items())
    return Sheet(passages, reading.habits.script, roster, style.rules, year, others)


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The blocks of an article, as they are set."""
    printed = tuple(name.text.text for name in article.byline if not name.reference)
    told = tuple(name.text.text for name in article.byline if name.reference)
    found = []
    for block in set_blocks(article, captions=True):
        names = printed if block.role is Role.BYLINE else told if block.dateline else ()
        found.append(Passage(block.text, block.role, article.at, block.dateline, names))
    return tuple(found)


def year_of(page: Page) -> int | None:
    """The year that a page is of: as a person said, or by its file's name."""
    for told in (page.meta.date, page.source.origin.name):
        if found := _YEAR.search(told):
            return int(found[1])
    return None


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
    reading: Reading,
    page: Page,
    style: Style,
    checks: Collection[Check] | None = None,
    elsewhere: Mapping[str, int] | None = None,
) -> tuple[Suspect, ...]:
    """What may be wrong on a page, in reading order. `checks`: the house's, if not given.

    `page` is the one that `reading` is of: what its editor dismissed is quiet. `elsewhere`: names
    on the project's other pages (`naming.names_of`).
    """
    if checks is None:
        checks = chosen(style.rules)
    sheet = sheet_of(reading, style, year_of(page), elsewhere)
    found = [
        (one.passage, one.start, one.end, check.name, one.code, check, one)
        for check in checks
        if sheet.script in check.scripts
        for one in check.find(sheet)
    ]
    found.sort(key=lambda entry: entry[:5])
    made = once(suspect_of(sheet.passages[entry[0]], entry[5], entry[6]) for entry in found)
    return asked(made, page, style)


def asked(found: Iterable[Suspect], page: Page, style: Style) -> tuple[Suspect, ...]:
    """Those that the editor did not dismiss, at their places or everywhere."""
    quiet = {(entry.check, entry.span) for entry in page.decisions.dismissed}
    forms: dict[str, list[str]] = {}
    for entry in style.quiet:
        forms.setdefault(entry.check, []).append(entry.text)
    return tuple(
        one
        for one in found
        if (one.rule, one.span) not in quiet
        and not any(
            within(one.passage.text, one.start, one.end, form)
            for form in forms.get(one.rule, ())
            if one.shown
        )
    )


def suspect_of(passage: Passage, check: Check, found: Found) -> Suspect:
    """What a check found, on the page."""
    severity = found.severity if found.severity and not check.fixed else check.severity
    return Suspect(
        check.name, severity, span_of(passage, found.start, found.end),
        passage.text[found.start : found.end], found.put, found.code, found.facts, passage,
        found.start, found.end,
    )  # fmt: skip


def once(found: Iterable[Suspect]) -> Iterator[Suspect]:
    """In order, without a second of the same rule at the same place.

    Nor with one that mends it alike, where the first matters as much.
    """
    places: set[tuple[object, ...]] = set()
    edits: dict[tuple[object, ...], Severity] = {}
    for one in found:
        page = id(one.passage)
        place, edit = (page, one.rule, one.start, one.end), (page, *_edit(one))
        if place not in places and (edit not in edits or edits[edit] < one.severity):
            places.add(place)
            edits[edit] = one.severity
            yield one


def _edit(one: Suspect) -> tuple[object, ...]:
    """What its fix changes: where and to what, without what stays; its rule where it has none."""
    if one.fix is None:
        return one.start, one.end, None, one.rule
    before = len(commonprefix((one.shown, one.fix)))
    shown, fix = one.shown[before:], one.fix[before:]
    behind = len(commonprefix((shown[::-1], fix[::-1])))
    return one.start + before, one.end - behind, fix[: len(fix) - behind]


def span_of(passage: Passage, start: int, end: int) -> Span:
    """The smallest raw span that holds what a range shows of the page."""
    pieces = passage.traced.slice(start, end).pieces
    shown = [p.span for p in pieces if p.origin in (PieceOrigin.RAW, PieceOrigin.PATCH)]
    if shown:
        return Span(min(span.start for span in shown), max(span.end for span in shown))
    at = passage.traced.to_raw(start, after=True)[0]
    return Span(at, at)
