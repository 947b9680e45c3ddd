"""Dates in English: March 3, 2025; 3 March 2025; Monday, Mar. 3; the 31st of April."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.model.giving_way import pause

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_MONTH = (
    rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?"
    rf"|{'|'.join(_MONTHS).upper()}|(?:{'|'.join(_SHORT).upper()})\b\.?)"
)
_DAY = r"(?P<whole>(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?)"
_NAME = (
    rf"(?P<name>{'|'.join(WEEK)}|{'|'.join(WEEK).upper()}"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b)"
)
_BEFORE = rf"(?:\b{_NAME}\.?,? [(]?(?:the )?)?"
_YEAR = r"(?:,? (?P<year>[12][0-9]{3})\b)?"
_BEHIND = rf"(?:,? (?:\(|an? )?(?P<later>{'|'.join(WEEK)})(?=[,.;)]|$))?"
_MONTH_FIRST = re.compile(
    rf"{_BEFORE}\b{_MONTH} (?:the )?{_DAY}(?![0-9:%]|[.,][0-9]){_YEAR}{_BEHIND}"
)
_DAY_FIRST = re.compile(
    rf"{_BEFORE}(?<![0-9.,:$£€-])\b{_DAY} (?:of )?{_MONTH}(?![a-z])"
    rf"{_YEAR}{_BEHIND}"
)
_NO_DAY = re.compile(r"\b(?:[Ii]n|[Ll]ast|[Tt]his|[Nn]ext|[Dd]uring|[Ee]arly|[Ll]ate|[Ee]very) $")
"""What stands before a month: 'In June 31 people' counts people."""
_ABOUT = re.compile(r"\b(?:[Aa]bout|[Ss]ome|[Nn]early|[Oo]ver|than|[Aa]ll|[Tt]hese|[Tt]hose) $")
_COUNTED = re.compile(" [a-z]")
_DATED = re.compile(
    r"\b(?:[Oo]n|[Uu]ntil|[Ss]ince|[Bb]y|[Ff]rom|to|[Bb]efore|[Aa]fter|and|through) $"
)

Parts = tuple[int, int, int | None, int, int, tuple[int, int] | None]
"""Start, end, year, month, day, the range of a weekday's name."""


def dates(text: str) -> Iterator[Parts]:
    """The dates that a text prints."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            pause()
            day, year = int(match["day"]), match["year"]
            if not year and _counts(pattern is _MONTH_FIRST, match, day):
                continue
            group = "name" if match["name"] else "later"
            week = match.span(group) if match[group] else None
            month, first = _month(match["month"]), min(match.start("month"), match.start("day"))
            end = max(match.end("month"), match.end("whole"), match.end("year"))
            yield first, end, int(year) if year else None, month, day, week


def _counts(month_first: bool, match: re.Match[str], day: int) -> bool:
    """Whether a number beside a month counts something else."""
    text = match.string
    before = text[max(0, match.start() - 8) : match.start()]
    if not month_first:
        return day > 31 or day == 0 or _ABOUT.search(before) is not None
    if _NO_DAY.search(before):
        return True
    return day > 31 and bool(_COUNTED.match(text, match.end("day"))) and not _DATED.search(before)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month[:3] == name[:3].title())


def weekday_of(name: str) -> int:
    """0 for Monday or Mon."""
    return next(n for n, day in enumerate(WEEK) if day[:3] == name[:3].title())
