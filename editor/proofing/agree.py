"""Numbers that do not agree: parts and their sum, years and an age, a day and the dateline's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from editor.proofing.shapes import matches
from editor.proofing.suspect import Found, Sheet

_UNIT = "人|名|家|个|台|辆|件|起|户|项|所|艘|座|只|头|枚|块|张|篇|套|部"
_TOTAL_FIRST = re.compile(
    rf"共(?:有|计)?(?P<total>[0-9]+)(?P<unit>{_UNIT})，其中(?P<parts>[^。；！？]*)"
)
_TOTAL_LAST = re.compile(
    rf"(?P<parts>[^。；！？，]{{0,12}}[0-9]+(?P<unit>{_UNIT})(?:[、，和][^。；！？，、0-9]{{0,8}}[0-9]+(?P=unit))+)，"
    r"(?:一共|共计|合计|总计|共)(?:有)?(?P<total>[0-9]+)(?P=unit)"
)
_LIFE = re.compile(
    r"(?P<born>1[89][0-9]{2}|20[0-9]{2})年[^。；！？]{0,24}?(?:出生|生于|生)[^。；！？]{0,60}?"
    r"(?P<died>1[89][0-9]{2}|20[0-9]{2})年[^。；！？]{0,24}?(?:逝世|去世|病逝|辞世)[^。；！？]{0,12}?"
    r"(?:享年|终年)(?P<age>[0-9]{1,3})岁"
)
_BORN_NOW = re.compile(
    r"(?:出生于|生于)(?P<born>19[0-9]{2}|20[0-9]{2})年[^。；！？]{0,30}?(?:今年|现年)(?P<age>[0-9]{1,3})岁"
    r"|(?:今年|现年)(?P<age2>[0-9]{1,3})岁[^。；！？]{0,30}?(?:出生于|生于)(?P<born2>19[0-9]{2}|20[0-9]{2})年"
)
_EXACT = re.compile("男[^，。]*?[0-9]+.*?女[^，。]*?[0-9]+")
_DATELINE = re.compile("(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_RELATIVE = re.compile(
    "(今天|今日|当天|昨天|昨日|前天|明天|明日)（(?:([0-9]{1,2})月)?([0-9]{1,2})日）"
)
_AWAY = {"今": 0, "当": 0, "昨": -1, "前": -2, "明": 1}


def sums(sheet: Sheet) -> Iterator[Found]:
    """Parts that come to more than their whole, or, where they are all told, to another."""
    for number, match in matches(sheet, _TOTAL_FIRST):
        parts = _numbers(match["parts"], match["unit"])
        total, made = int(match["total"]), sum(parts)
        if len(parts) > 1 and (
            made > total or (_EXACT.search(match["parts"]) and made < total and len(parts) == 2)
        ):
            yield Found(number, *match.span("total"), None, "sum", (str(made), match["total"]))
    for number, match in matches(sheet, _TOTAL_LAST):
        made = sum(_numbers(match["parts"], match["unit"]))
        if made != int(match["total"]):
            yield Found(number, *match.span("total"), None, "sum", (str(made), match["total"]))


def _numbers(text: str, unit: str) -> list[int]:
    return [int(found) for found in re.findall(rf"([0-9]+){unit}", text)]


def ages(sheet: Sheet) -> Iterator[Found]:
    """An age that the years do not give; a year more is the age by the Chinese count."""
    for number, match in matches(sheet, _LIFE):
        years = int(match["died"]) - int(match["born"])
        if not years - 1 <= int(match["age"]) <= years + 1:
            yield Found(number, *match.span("age"), None, "age", (match["age"], str(years)))
    if sheet.year is None:
        return
    for number, match in matches(sheet, _BORN_NOW):
        group = "age" if match["age"] else "age2"
        years = sheet.year - int(match["born"] or match["born2"])
        if not years - 1 <= int(match[group]) <= years + 1:
            yield Found(number, *match.span(group), None, "age", (match[group], str(years)))


def days(sheet: Sheet) -> Iterator[Found]:
    """今天（13日） under a dateline of the 12th."""
    day: dict[int, datetime.date] = {}
    for number, passage in enumerate(sheet.passages):
        if passage.dateline and (told := _DATELINE.search(passage.text[: passage.dateline])):
            year = int(told["year"] or sheet.year or 2024)
            try:
                day[passage.article] = datetime.date(year, int(told["month"]), int(told["day"]))
            except ValueError:
                continue
        if passage.article not in day:
            continue
        for match in _RELATIVE.finditer(passage.text):
            right = day[passage.article] + datetime.timedelta(_AWAY[match[1][0]])
            if int(match[3]) != right.day or (match[2] and int(match[2]) != right.month):
                facts = (match[1], f"{right.month}月{right.day}日", f"{right:%B} {right.day}")
                yield Found(number, *match.span(3), None, "day", facts)
