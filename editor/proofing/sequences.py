"""Enumerations that skip or repeat a number: 一、三、; 一是……三是……."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.model.structure import Role
from editor.proofing.numbers import number_of
from editor.proofing.shapes import HAN
from editor.proofing.suspect import Found, Passage, Sheet

_N = "(?P<n>[一二三四五六七八九十]{1,3})"
_D = "(?P<n>[0-9０-９]{1,2})"
_CLAUSE = r"(?:^|(?<=[。；：，！？）“”‘’』」》…—;:,!?)\s]))"
"""Where a clause begins."""
_ORDERED = {
    "甲": "甲乙丙丁戊己庚辛壬癸",
    "首": "首其再",
}
"""What counts without being a number, by its first."""


@dataclass(frozen=True)
class _Form:
    """How an enumeration is written. `steps`: how far a number may skip and still be of it.

    `through`: it counts on through others that hold it (第三条 in the second chapter).
    """

    pattern: re.Pattern[str]
    steps: int = 3
    through: bool = False


_FORMS = (
    _Form(re.compile(rf"(?:^\s*|(?<=[。；：！？”])){_N}、(?![一二三四五六七八九十])"), 5),
    _Form(re.compile(rf"^\s*第{_N}条(?![{HAN}]{{0,8}}[款项]|例)"), 2, through=True),
    _Form(re.compile(rf"^\s*第{_N}章"), 2),
    _Form(re.compile(rf"^\s*第{_N}节"), 2),
    _Form(re.compile(rf"^\s*{_D}(?:[．、]|\.(?![0-9]))"), 5),
    _Form(re.compile(r"^\s*(?P<n>[甲乙丙丁戊己庚辛])、"), 2),
    _Form(re.compile(r"^\s*(?P<n>[Ⅰ-Ⅹ])[.．、\s]"), 3),
    _Form(re.compile(rf"[（(]{_N}[）)]"), 3),
    _Form(re.compile(r"[（(](?P<n>[1-9１-９][0-9０-９]?)[）)]"), 3),
    _Form(re.compile(rf"{_CLAUSE}{_N}(?:是|要|曰)(?=\S)"), 9),
    _Form(re.compile(rf"{_CLAUSE}第{_N}(?:，|、|是)"), 9),
    *(_Form(re.compile(rf"{_CLAUSE}第{_N}{unit}"), 2) for unit in "步类种点项"),
    _Form(re.compile(rf"{_CLAUSE}其{_N}(?=[，：、是曰])"), 3),
    _Form(
        re.compile(
            rf"(?:(?<![^。；：！？”]){_D}、(?![0-9０-９])"
            rf"|(?<![^。；：！？”\s])(?P<m>[0-9０-９]{{1,2}})[.．](?![0-9０-９]))(?=\s?[{HAN}])"
        ),
        2,
    ),
    _Form(re.compile(rf"{_CLAUSE}{_D}[)）](?=\s?[{HAN}])"), 3),
    _Form(re.compile(rf"(?<![^。；：，！？\s])(?P<n>[A-H])[.．、](?=\s?[{HAN}])"), 2),
    _Form(re.compile(rf"(?<![^。；：，！？\s])(?P<n>[a-h])[)）.．](?=\s?[{HAN}])"), 2),
    _Form(re.compile("(?P<n>[①-⑳])"), 9),
    _Form(re.compile("(?P<n>[⑴-⒇])(?!$|（附)"), 9),
    _Form(re.compile("(?P<n>[⒈-⒛])(?!$)"), 9),
    _Form(re.compile("(?P<n>[㈠-㈩])(?!$|（附)"), 9),
    _Form(re.compile("(?P<n>[❶-❿])"), 9),
    _Form(re.compile(rf"{_CLAUSE}(?:(?P<n>首)先|(?P<t>其)次|(?P<l>再)次(?=[，是]))"), 2),
)
_ANY = re.compile(
    r"[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿Ⅰ-Ⅹ]|[（(][一二三四五六七八九十0-9０-９]{1,3}[）)]|[0-9０-９A-Ha-h][.．、)）]"
    r"|[一二三四五六七八九十][、是要曰]|[第其][一二三四五六七八九十次]|首先|再次|^\s*[甲乙丙丁戊己庚辛]、"
)
"""Something of all forms: most paragraphs have none."""
_HAN_NUMBERS = "〇一二三四五六七八九十"
_BESIDE = frozenset((7, 8))
"""Forms in brackets: behind a word they are of an enumeration only where it has begun there."""
_IN_WORDS = len(_FORMS) - 1
"""首先, 其次, 再次, of which each stands alone too."""
_OTHER = {2: "其次|其二|另一", 3: "再次|其三|最后"}


def _value(text: str) -> int:
    for first in "①⑴⒈㈠❶ⅠAa":
        last = ord(first) + (25 if first in "Aa" else 19)
        if ord(first) <= ord(text[0]) <= last and len(text) == 1:
            return ord(text) - ord(first) + 1
    for order in _ORDERED.values():
        if text in order:
            return order.index(text) + 1
    return number_of(unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class _Item:
    """A number of an enumeration, where it stands, and how many items it follows there."""

    value: int
    passage: int
    start: int
    end: int
    count: int


def skipped_numbers(sheet: Sheet) -> Iterator[Found]:
    """A number that does not follow one before it in its article and form.

    One begins an enumeration, which may stand within another and ends where that goes on; a form
    whose first number is not one is let be, and so is a number where the one that is missing
    stands before it in another form.
    """
    open_at: dict[int, dict[int, list[_Item]]] = {}
    for index, passage in enumerate(sheet.passages):
        if passage.role not in (Role.BODY, Role.CROSSHEAD, Role.NOTE):
            continue
        held = open_at.setdefault(passage.article, {})
        for form, item in _items(index, passage):
            series = held.setdefault(form, [])
            last = series[-1] if series else None
            begun_here = last is not None and last.passage == index  # and goes on here
            if _is_aside(form, passage.text, item, series):
                continue
            follows = [
                n
                for n, before in enumerate(series)
                if before.value == item.value - 1 and (not begun_here or n == len(series) - 1)
            ]
            if last is not None and not follows and not _of_it(form, last, item):
                continue
            if follows:
                before = series[follows[-1]]
                _end_inner(held, form, before)
                if before.passage == index:
                    item = replace(item, count=before.count + 1)
            if item.value != 1:
                del series[follows[-1] if follows else -1 :]
            series.append(item)
            if item.value == 1 or last is None or follows:
                continue
            if not _told(sheet, last, item):
                facts = (str(last.value), str(item.value))
                yield Found(index, item.start, item.end, None, "sequence", facts)


def _items(index: int, passage: Passage) -> list[tuple[int, _Item]]:
    """All numbers of enumerations in a passage with their forms, as they stand."""
    found: list[tuple[int, _Item]] = []
    begun = set[int]()
    if not _ANY.search(passage.text):
        return found
    for form, one in enumerate(_FORMS):
        for match in one.pattern.finditer(passage.text):
            start, end = next(match.span(g) for g, text in match.groupdict().items() if text)
            if start in begun:  # 1. at the begin is not of the form inside lines too
                continue
            begun.add(start)
            found.append((form, _Item(_value(match.string[start:end]), index, start, end, 0)))
    found.sort(key=lambda pair: pair[1].start)
    return found


def _is_aside(form: int, text: str, item: _Item, series: list[_Item]) -> bool:
    """Whether a number in brackets behind a word is a reference, and of no enumeration."""
    if form not in _BESIDE or re.search(r"(?:^|[。；：，！？”;:,!?\s])$", text[: item.start - 1]):
        return False
    last = series[-1] if series else None
    if item.value == 1 or last is None or last.passage != item.passage:
        return item.value != 1
    return item.value != last.value + 1 and not last.count


def _of_it(form: int, last: _Item, item: _Item) -> bool:
    """Whether a number that does not follow another may be of its enumeration all the same."""
    if form == _IN_WORDS:
        return (last.value, item.value) == (1, 3)
    return item.value <= last.value + _FORMS[form].steps


def _end_inner(held: dict[int, list[_Item]], form: int, before: _Item) -> None:
    """Forget what was enumerated within an item, for the next one has come."""
    if _FORMS[form].through:
        return
    for other, series in held.items():
        inner = other != form and not _FORMS[other].through and series
        if inner and (before.passage, before.start) < (series[0].passage, series[0].start):
            series.clear()


def _told(sheet: Sheet, last: _Item, item: _Item) -> bool:
    """Whether the number before an item is told since the last, in whatever form."""
    texts = [passage.text for passage in sheet.passages[last.passage : item.passage + 1]]
    between = "\n".join((*texts[:-1], texts[-1][: item.start]))[last.start + 1 :]
    between = unicodedata.normalize("NFKC", between)
    number = item.value - 1
    han = _HAN_NUMBERS[number] if 0 < number < len(_HAN_NUMBERS) else ""
    if re.search(rf"(?<![0-9]){number}[).、]|\({number}(?![0-9])", between):
        return True
    if number in _OTHER and re.search(_OTHER[number], between):
        return True
    return bool(han) and bool(
        re.search(
            f"第{han}(?:[,、:是步个点种件阶批类项]|方面)|其{han}|{han}(?:是|要|、|则|来|曰)|[(]{han}|{han}[)]",
            between,
        )
    )
