"""Dates that the calendar does not have, and weekdays that it has elsewhere."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.giving_way import pause
from editor.proofing import dates_english
from editor.proofing.numbers import number_of, simply
from editor.proofing.shapes import printed
from editor.proofing.suspect import Found, Sheet

_DIGITS = "0-9〇○零一二三四五六七八九十廿卅"
_N = "[0-9]{1,2}|[〇○零一二三四五六七八九十廿卅]{1,3}"
_JOINS = "[至到—–~～、和及-]{1,2}"
_YEAR = "[0-9]{4}|[〇○零O一二三四五六七八九]{4}"
_ENDS = f"(?:[日号號]|(?={_JOINS} ?(?:{_N}) ?[日号號]))"
_DATE = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?年(?: |的|）|（[^）]{{2,3}}年）)?"
    r"|(?P<era>民国|令和|平成|昭和) ?(?P<nth>元|[0-9]{1,3}|[一二三四五六七八九十百]{1,4}) ?年 ?"
    r"|(?P<old>元|[一二三四五六七八九十]{1,3})年"
    r"|(?P<near>今年|去年|明年|前年)(?:的)?)?"
    rf"(?<![{_DIGITS}])(?P<month>{_N}) ?月 ?(?P<day>{_N}) ?{_ENDS}"
)
_MORE = re.compile(rf"(?:[（(][^）)]{{2,4}}[）)])?{_JOINS} ?(?P<day>{_N}) ?{_ENDS}")
_MONTH = re.compile(rf"(?P<year>{_YEAR})年(?P<month>0?0|1[3-9]|[2-9][0-9])月(?![0-9龄{_DIGITS}])")
_NUMERIC = re.compile(
    r"(?<![0-9./-])(?P<year>1[0-9]{3}|20[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
    r"(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_BEHIND = re.compile(
    r"(?<![0-9./-])(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<two>[0-9]{1,2})(?P=mark)"
    r"(?P<year>19[0-9]{2}|20[0-9]{2})(?![0-9]|[./-][0-9])"
)
_LUNAR = re.compile(
    "(?:(?:[农阴旧古夏藏回傣彝俄]|伊斯兰|伊朗|波斯|犹太|印度|儒略|希吉来)历|闰)"
    "(?:[）)：]?[^，。；）)月]{0,10}(?:（.年）)?|(?P<list>[^，。；）)]{2,14}[至到—、-]))$"
)
_ERAS = {"民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
_NEAR = {"今年": 0, "去年": -1, "明年": 1, "前年": -2}
_SOLAR = 1912
"""Since when China dates by the sun."""
_GREGORIAN = 1583
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = "一二三四五六日"

_WEEKDAY = re.compile(
    r"(?P<mark> {0,2}[（(，,]? ?)(?:是|为|正值|正逢|恰逢|适逢|恰好是)?(?:农历[^）)，]{2,8}[，、 ])?"
    r"(?:本|上|下|这|这个)?(?P<word>星期|周|礼拜)(?P<name>[一二三四五六日天])"
)
_WEEKDAY_BEFORE = re.compile(
    r"(?<![至到—–~～、和及每-])(?:本|上|下|这)?(?:星期|周|礼拜)"
    r"(?P<name>[一二三四五六日天]) ?[（(]? ?$"
)
_SPAN = re.compile(rf" ?(?:{_JOINS}|或)")
_AFTER_WEEK = frozenset("上下中晚早凌傍夜午起开举召在前后）)，。；、：！？ ")
"""What stands behind 周五; 周一鸣 is a name, 周日报 a paper."""
_LINK = re.compile(rf"[）)]? ?(?:起?{_JOINS}|，) ?")


@dataclass(frozen=True)
class Date:
    """A date that a passage prints: its range there, what it says, and a weekday beside it.

    `year`: None where it is not told. `week`: the range of the weekday's name.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    week: tuple[int, int] | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, in any year where none is told."""
        if not (1 <= self.month <= 12 and self.day >= 1):
            return False
        if (self.month, self.day) == (2, 29) and self.year is not None:
            leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
            return leap or self.year < _GREGORIAN
        return self.day <= _DAYS[self.month - 1]

    def weekday(self, year: int) -> int | None:
        """0 for Monday; None where that cannot be told."""
        try:
            return datetime.date(year, self.month, self.day).weekday()
        except ValueError:
            return None


def _chinese(text: str, page: int | None) -> Iterator[Date]:
    """Dates in Chinese, those of a range each. `page`: the year of the page."""
    last: Date | None = None
    for match in _DATE.finditer(text):
        pause()
        year = _year(match, page)
        if _by_the_moon(match, year):
            last = None
            continue
        month, end = number_of(match["month"]), match.end()
        if year is None and last and _LINK.fullmatch(text, last.end, match.start()):
            year = last.year + (month < last.month) if last.year else None
        week = _week_beside(text, match.start(), end)
        last = Date(match.start(), end, year, month, number_of(match["day"]), week)
        found = [last]
        while more := _MORE.match(text, end):
            end = more.end()
            week = _week_beside(text, None, end)
            # the whole of it is shown: 4月29日至31日
            last = Date(match.start(), end, year, month, number_of(more["day"]), week)
            if found[0].exists:  # else all of it is told there
                found.append(last)
        yield from found
        if last.week:
            end = last.week[1]
            last = Date(last.start, end, last.year, last.month, last.day)
    for match in _MONTH.finditer(text):
        yield Date(match.start(), match.end(), None, number_of(match["month"]), 1)


def _year(match: re.Match[str], page: int | None) -> int | None:
    if match["year"]:
        return number_of(match["year"])
    if match["era"]:
        return _ERAS[match["era"]] + (1 if match["nth"] == "元" else number_of(match["nth"]))
    if match["near"] and page is not None:
        return page + _NEAR[match["near"]]
    return None


def _by_the_moon(match: re.Match[str], year: int | None) -> bool:
    """Whether a date is of the lunar calendar, as it says or as its year was counted."""
    text = match.string
    if match["old"] or text[match.end() :][:4] in ("（农历）", "（阴历）", "（旧历）"):
        return True
    if year is not None and year < _SOLAR and not match["month"].isascii():
        return True
    lunar = _LUNAR.search(text[max(0, match.start() - 20) : match.start()])
    return lunar is not None and not (lunar["list"] and match["month"].isascii())


def _week_beside(text: str, start: int | None, end: int) -> tuple[int, int] | None:
    """The weekday behind a date, or before it; none where it is of several days."""
    if match := _WEEKDAY.match(text, end):
        behind = text[match.end() : match.end() + 1]
        bare = match["word"] == "周" and match["mark"].strip() not in ("（", "(")
        if _SPAN.match(text, match.end()) or (bare and behind and behind not in _AFTER_WEEK):
            return None
        return match.span("name")
    if start is not None and not _MORE.match(text, end):
        low = max(0, start - 10)
        if match := _WEEKDAY_BEFORE.search(text[low:start]):
            return low + match.start("name"), low + match.end("name")
    return None


def _numeric(text: str) -> Iterator[Date]:
    """2024-02-30 and 30/2/2024; the latter in either order."""
    for match in _NUMERIC.finditer(text):
        pause()
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        date = Date(*match.span(), year, month, day, _week_beside(text, None, match.end()))
        if match["mark"] != "." or date.month <= 12:  # else a version of something
            yield date
    for match in _BEHIND.finditer(text):
        year, one, two = (int(match[name]) for name in ("year", "one", "two"))
        orders = [Date(*match.span(), year, month, day) for month, day in ((one, two), (two, one))]
        if match["mark"] != "." or min(one, two) <= 12:
            yield next((date for date in orders if date.exists), orders[one > 12])


_A_DATE = re.compile("月|[0-9][-/.][0-9]|[A-Z][A-Za-z]{2}")
_A_WEEKDAY = re.compile("星期|[周週]|礼拜|禮拜|day|DAY|Mon|Tue|Wed|Thu|Fri|Sat|Sun")


def _dates(sheet: Sheet, having: re.Pattern[str]) -> Iterator[tuple[int, str, Date]]:
    """Each date with the index of its passage and the text, its digits half-width.

    Of the passages that have something.
    """
    for number, passage in printed(sheet):
        if not having.search(passage.text):
            continue
        text = simply(sheet, passage.text)
        if "月" in text:
            for date in _chinese(text, sheet.year):
                yield number, text, date
        for date in _numeric(text):
            yield number, text, date
        for start, end, year, month, day, week in dates_english.dates(text):
            yield number, text, Date(start, end, year, month, day, week)


def impossible_dates(sheet: Sheet) -> Iterator[Found]:
    """A thirteenth month, a thirtieth of February."""
    for number, _, date in _dates(sheet, _A_DATE):
        if not date.exists:
            shown = sheet.passages[number].text[date.start : date.end]
            yield Found(number, date.start, date.end, None, "date", (shown,))


def wrong_weekdays(sheet: Sheet) -> Iterator[Found]:
    """A date and a weekday that it does not fall on, in its year or the page's."""
    for number, text, date in _dates(sheet, _A_WEEKDAY):
        if date.week is None or not date.exists:
            continue
        name = text[slice(*date.week)]
        english = name.isascii()
        told = dates_english.weekday_of(name) if english else _WEEK.index(name.replace("天", "日"))
        years = _years(sheet, text, date)
        falls = [date.weekday(year) for year in years]
        if falls and falls[0] is not None and told not in falls:
            right = dates_english.WEEK[falls[0]] if english else _WEEK[falls[0]]
            put = right if len(name) > 5 or not english else right[:3]
            put = put.upper() if name.isupper() else put
            yield Found(number, *date.week, put, "weekday", (right,))


def _years(sheet: Sheet, text: str, date: Date) -> list[int]:
    """The years that a date may be of, the likeliest first; none where any may be.

    A page tells of what was at the end of the last year, and of what begins the next.
    """
    if date.year is not None:
        return [date.year] if date.year >= _GREGORIAN else []
    if sheet.year is None or re.search(
        r"(?:1[0-9]|20)[0-9]{2}(?![0-9])|[那当同次翌前去明]年", text
    ):
        return []
    others = [sheet.year - 1] * (date.month >= 10) + [sheet.year + 1] * (date.month <= 3)
    return [sheet.year, *others]
