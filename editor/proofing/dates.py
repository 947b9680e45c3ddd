"""Dates that the calendar does not have, and weekdays that it has elsewhere."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from editor.proofing.shapes import matches
from editor.proofing.suspect import Found, Sheet

_N = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = re.compile(
    rf"(?:(?P<year>[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}}) ?年 ?)?(?<![0-9一二三四五六七八九十])"
    rf"(?P<month>{_N}) ?月 ?(?P<day>{_N}) ?[日号]"
    r"(?: ?[（(]? ?(?P<week>星期|周|礼拜)(?P<name>[一二三四五六日天]))?"
)
_LUNAR = re.compile("(?:农历|阴历|旧历|古历|夏历|闰)[^，。]{0,8}$")
_DIGITS = {c: n % 10 for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ENGLISH = re.compile(
    rf"\b(?:(?P<name>{'|'.join(_WEEK)}),? )?(?P<month>{'|'.join(_MONTHS)}) "
    r"(?P<day>[0-9]{1,2})(?![0-9])(?:st|nd|rd|th)?(?:, (?P<year>[0-9]{4})\b)?"
)


def number_of(text: str) -> int:
    """A number below a hundred, or four digits, in digits or Chinese."""
    if text.isascii():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[c]) for c in text))
    tens, _, ones = text.partition("十")
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _days(year: int | None, month: int) -> int:
    if month == 2 and year is not None:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return _DAYS[month - 1]


def _dates(sheet: Sheet) -> Iterator[tuple[int, re.Match[str], int | None, int, int]]:
    """Passage, match, year if told, month, day."""
    for number, match in matches(sheet, _DATE):
        text = match.string[: match.start()]
        if not _LUNAR.search(text[-16:]):
            year = number_of(match["year"]) if match["year"] else None
            yield number, match, year, number_of(match["month"]), number_of(match["day"])
    for number, match in matches(sheet, _ENGLISH):
        year = int(match["year"]) if match["year"] else None
        yield number, match, year, _MONTHS.index(match["month"]) + 1, int(match["day"])


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _days(year, month)


def impossible_dates(sheet: Sheet) -> Iterator[Found]:
    """A thirteenth month, a thirtieth of February."""
    for number, match, year, month, day in _dates(sheet):
        if not _exists(year, month, day):
            end = match.end("day") + (match.string[match.end("day") :][:1] in ("日", "号"))
            start = match.start("year") if match["year"] and match["year"] != "" else -1
            start = match.start("month") if start < 0 or start > match.start("month") else start
            yield Found(number, start, end, None, "date", (match.string[start:end],))


def wrong_weekdays(sheet: Sheet) -> Iterator[Found]:
    """A date told with its year and a weekday that it does not fall on."""
    for number, match, year, month, day in _dates(sheet):
        name = match["name"]
        if not name or year is None or not year >= 1 or not _exists(year, month, day):
            continue
        falls = datetime.date(year, month, day).weekday()
        right = _WEEK[falls] if name.isascii() else "一二三四五六日"[falls]
        if name != right and not (name == "天" and right == "日"):
            yield Found(number, *match.span("name"), right, "weekday", (right,))
