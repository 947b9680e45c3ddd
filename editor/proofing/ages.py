"""Ages that the years do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.model.giving_way import pause
from editor.proofing.numbers import number_of, simply
from editor.proofing.shapes import printed
from editor.proofing.suspect import Found, Sheet

_YEAR = "1[5-9][0-9]{2}|20[0-9]{2}|[一二][〇○零一二三四五六七八九]{3}"
_AGE = "[0-9]{1,3}|[一二三四五六七八九十百]{1,4}"
_DAY = "(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?)?"
_BORN = re.compile(
    rf"(?:出生于|生于|诞生于)(?:[^，。；、]{{0,4}})?(?P<year>{_YEAR})年|(?P<year_>{_YEAR})年{_DAY}"
    rf"(?:出生|生(?=[，、。；）于人]|$)|在[^，。；]{{1,10}}出生|[^，。；、]{{0,3}}生于)|[（(](?P<from>{_YEAR})年?[-—–~～至]{{1,2}}"
)
_DIED = re.compile(
    rf"(?P<year>{_YEAR})年[^。；！？年]{{0,24}}?(?:逝世|去世|病逝|辞世|离世|牺牲|病故)|(?:卒于|逝于|卒)(?P<year_>{_YEAR})年"
    rf"|[-—–~～至](?P<to>{_YEAR})年?[）)]"
)
_NOW = re.compile(rf"(?:今年|现年|如今|现在|目前)(?:已经|已|刚满|刚|才)?(?P<age>{_AGE})岁")
_LIVED = re.compile(rf"(?:享年|终年|享寿|卒年|得年)(?P<age>{_AGE})岁")
_THEN = re.compile(
    rf"(?P<year>{_YEAR})年[^。；！？\n年]{{0,20}}?(?:时年|当年|那年|当时|年仅|年方|他|她)"
    rf"(?:只有|年仅|已|刚满|刚|才)?(?P<age>{_AGE})岁"
)
_OTHERS = re.compile(
    "儿|女儿|妻|丈夫|父|母|爸|妈|哥|弟|姐|妹|孙|爷|奶|叔|婶|姑|舅|姨|媳|婿|老伴|爱人|徒|其子|其女|前者|后者|和|与|及其|以及|同学|同事"
)
"""Whose age it is, where others are spoken of, nobody can tell."""
_SENTENCE = re.compile("[^。！？；\n]*[。！？；\n]?")
_GOES_ON = re.compile("(?:现年|享年|终年|今年|时年|他|她)")


def ages(sheet: Sheet) -> Iterator[Found]:
    """An age that the years do not give; a year more is the age by the Chinese count."""
    for number, passage in printed(sheet):
        if "岁" not in passage.text and "歲" not in passage.text:
            continue
        text = simply(sheet, passage.text)
        for start, end in _stretches(text):
            pause()
            for at, years in _wrong(text, start, end, sheet.year):
                facts = (text[slice(*at)], str(years))
                yield Found(number, *at, None, "age", facts)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, with the next where that goes on about the same person."""
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group()]
    for at, (start, end) in enumerate(spans):
        if at + 1 < len(spans) and _GOES_ON.match(text, end):
            end = spans[at + 1][1]
        yield start, end


def _wrong(
    text: str, start: int, end: int, page: int | None
) -> Iterator[tuple[tuple[int, int], int]]:
    """The ranges of ages in a stretch that are wrong, with the years that are told."""
    births = list(_BORN.finditer(text, start, end))
    if len(births) != 1:
        return
    (birth,) = births
    born = _told(birth)
    for now in _NOW.finditer(text, start, end):
        of_another = now.start() > birth.start() and text.startswith("的", now.end())
        if page is not None and not of_another and not _others(text, birth, now):
            yield from _off(now, page - born)
    for lived in _LIVED.finditer(text, start, end):
        deaths = [died for died in _DIED.finditer(text, start, end) if _told(died) != born]
        if len({_told(died) for died in deaths}) == 1 and not _others(text, birth, lived):
            yield from _off(lived, _told(deaths[0]) - born)
    for then in _THEN.finditer(text, start, end):
        if then.start() >= birth.end() - 1 and not _others(text, birth, then):
            yield from _off(then, number_of(then["year"]) - born)


def _told(match: re.Match[str]) -> int:
    return number_of(next(year for name, year in match.groupdict().items() if year))


def _off(match: re.Match[str], years: int) -> Iterator[tuple[tuple[int, int], int]]:
    if not years - 1 <= number_of(match["age"]) <= years + 1:
        yield match.span("age"), years


def _others(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether other persons are spoken of between a birth and an age."""
    low, high = sorted((one.span(), other.span()))
    return _OTHERS.search(text, low[1], max(low[1], high[1])) is not None
