"""A day that is told beside today or yesterday, against the dateline's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import product

from editor.proofing.numbers import number_of, simply
from editor.proofing.suspect import Found, Sheet

_N = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_DATELINE = re.compile(rf"(?:(?P<year>[0-9]{{4}})年)?(?:(?P<month>{_N})月)?(?P<day>{_N})日")
_WORD = "大前[天日]|大后[天日]|[今昨前明后][天日]|[今昨明](?=[（(晨晚早夜午])"
_PART = "(?:上午|中午|下午|晚上|晚间|凌晨|清晨|早上|早晨|傍晚|夜间|夜里|[晨晚早夜午])?"
_BEHIND = re.compile(
    rf"(?P<word>{_WORD}){_PART}[（(](?:(?P<year>[0-9]{{4}})年)?(?:(?P<month>{_N})月|本月)?(?P<day>{_N})[日号]?"
    r"(?:[，、 ]?(?:星期|周|礼拜)[一二三四五六日天])?[）)]"
)
_BEFORE = re.compile(
    rf"(?:(?P<month>{_N})月)?(?<![0-9一二三四五六七八九十])(?P<day>{_N})日[（(](?:即)?(?P<word>{_WORD}){_PART}[）)]"
)
_AWAY = {"大前": -3, "大后": 3, "今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}


def days(sheet: Sheet) -> Iterator[Found]:
    """今天（13日） under a dateline of the 12th."""
    day: dict[int, list[datetime.date]] = {}
    whole: dict[int, bool] = {}
    for number, passage in enumerate(sheet.passages):
        text = simply(sheet, passage.text)
        if passage.dateline and (told := _DATELINE.search(text[: passage.dateline])):
            day[passage.article] = _days(told, sheet.year)
            whole[passage.article] = told["month"] is not None
        for match in (*_BEHIND.finditer(text), *_BEFORE.finditer(text)):
            away = datetime.timedelta(_AWAY[re.sub("[天日]", "", match["word"])])
            falls = [one + away for one in day.get(passage.article, ())]
            month = number_of(match["month"]) if match["month"] else None
            right = (number_of(match["day"]), month)
            if falls and not any(right in ((d.day, d.month), (d.day, None)) for d in falls):
                put = falls[0]
                facts = (match["word"], f"{put.month}月{put.day}日", f"{put:%B} {put.day}")
                if not whole[passage.article]:
                    facts = (match["word"], f"{put.day}日", f"day {put.day} of the month")
                yield Found(number, *match.span("day"), None, "day", facts)


def _days(told: re.Match[str], page: int | None) -> list[datetime.date]:
    """The day of a dateline: all that it may be, where it does not tell its month or year."""
    year = int(told["year"]) if told["year"] else page
    years = [year] if year is not None else [2023, 2024]
    months = [number_of(told["month"])] if told["month"] else range(1, 13)
    found = []
    for one, month in product(years, months):
        try:
            found.append(datetime.date(one, month, number_of(told["day"])))
        except ValueError:
            continue
    return found
