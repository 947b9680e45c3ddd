"""How numbers are printed: after GB/T 15835—2011, and as the house wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.proofing.dates import number_of
from editor.proofing.shapes import HAN, matches
from editor.proofing.suspect import Found, Sheet

_CHINESE = "[一二三四五六七八九十]{1,3}"
_MIXED = re.compile(
    rf"(?<![0-9一二三四五六七八九十])(?:(?P<m>{_CHINESE})月(?=[0-9]{{1,2}}日)|(?<=[0-9]月)(?P<d>{_CHINESE})日)"
)
_THOUSANDS = re.compile(
    r"(?<![0-9.,，])(?P<n>[1-9][0-9]?)(?P<u>[百千])(?=[多余]?[人名个家户元年亩次件辆台艘吨只头棵株])"
)
_ABOUT = re.compile(
    "(?<![第一二三四五六七八九十百、])(?P<a>[一二三四五六七八])、(?P<b>[二三四五六七八九])"
    "(?=(?:[十百千万]?)(?:个|天|年来|人|次|家|岁|名|里|分钟|小时|公里|元))"
)
_WHOLE_CHINESE = re.compile(rf"(?<![{HAN}])(?P<m>{_CHINESE})月(?P<d>{_CHINESE})日")
_WHOLE_ARABIC = re.compile("(?<![0-9])(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日")
_PERCENT = re.compile(r"(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<p>[%％])|百分之(?P<c>[0-9]+(?:\.[0-9]+)?)")
_LARGE = re.compile(r"(?<![0-9.,A-Za-z-])[0-9]{1,3}(?:[, \u2009]?[0-9]{3}){1,3}(?![0-9年号%％,-])")
_RANGE = re.compile(
    rf"(?<![0-9.-])[0-9]+(?:\.[0-9]+)?(?P<mark>～|~|——|—|－|-|–|至)(?=[0-9]+(?:\.[0-9]+)?(?:[{HAN}%％℃]))"
)
_SPACED = re.compile(rf"(?<=[{HAN}]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) +(?=[{HAN}])")
_CLOSE = re.compile(rf"(?<=[{HAN}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[{HAN}])")
_DIGITS = "〇一二三四五六七八九"


def numerals(sheet: Sheet) -> Iterator[Found]:
    """Digits and Chinese numerals mixed in one number or date; then what the house wants."""
    for number, match in matches(sheet, _MIXED):
        group = "m" if match["m"] else "d"
        put = str(number_of(match[group]))
        yield Found(number, *match.span(group), put, "numeral.mixed", (match[group], put))
    for number, match in matches(sheet, _THOUSANDS):
        put = str(int(match["n"]) * {"百": 100, "千": 1000}[match["u"]])
        yield Found(number, *match.span(), put, "numeral.mixed", (match.group(), put))
    for number, match in matches(sheet, _ABOUT):
        if _DIGITS.index(match["b"]) == _DIGITS.index(match["a"]) + 1:
            put = match["a"] + match["b"]
            yield Found(number, *match.span(), put, "numeral.about", (put,))
    yield from _housed(sheet)


def _housed(sheet: Sheet) -> Iterator[Found]:
    wanted = sheet.rules.numerals
    if wanted.dates:
        pattern = _WHOLE_CHINESE if wanted.dates == "arabic" else _WHOLE_ARABIC
        for number, match in matches(sheet, pattern):
            put = "".join(
                part
                for group, unit in (("m", "月"), ("d", "日"))
                for part in (_converted(match[group], wanted.dates), unit)
            )
            yield Found(number, *match.span(), put, "numeral.house", (put,))
    if wanted.percent:
        for number, match in matches(sheet, _PERCENT):
            amount = match["n"] or match["c"]
            put = f"百分之{amount}" if wanted.percent == "百分之" else amount + wanted.percent
            if put != match.group():
                yield Found(number, *match.span(), put, "numeral.house", (put,))
    if wanted.thousands:
        mark = {"comma": ",", "space": " ", "none": ""}[wanted.thousands]
        for number, match in matches(sheet, _LARGE):
            bare = re.sub("[^0-9]", "", match.group())
            if len(bare) > 4:
                put = f"{int(bare):,}".replace(",", mark)
                if put != match.group():
                    yield Found(number, *match.span(), put, "numeral.house", (put,))
    if wanted.range:
        for number, match in matches(sheet, _RANGE):
            if match["mark"] != wanted.range:
                span = match.span("mark")
                yield Found(number, *span, wanted.range, "numeral.house", (wanted.range,))


def _converted(text: str, wanted: str) -> str:
    if wanted == "arabic":
        return str(number_of(text))
    value = int(text)
    tens, ones = divmod(value, 10)
    if value < 10:
        return _DIGITS[value]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def latin_spaces(sheet: Sheet) -> Iterator[Found]:
    """Spaces between Chinese and Latin letters or digits, as the house wants them."""
    if not sheet.rules.latin or sheet.spaced:
        return
    none = sheet.rules.latin == "none"
    for number, match in matches(sheet, _SPACED if none else _CLOSE):
        if match.start() >= sheet.passages[number].dateline:
            yield Found(number, *match.span(), "" if none else " ", "latin-space", ())
