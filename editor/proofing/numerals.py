"""How numbers are printed: after GB/T 15835—2011, and as the house wants them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from editor.proofing.numbers import number_of
from editor.proofing.shapes import HAN, matches
from editor.proofing.suspect import Found, Sheet

_CHINESE = "[一二三四五六七八九十]{1,3}"
_N = "[0-9０-９]"
_NO_HAN_NUMBER = "(?<![第初周期拜〇零一二三四五六七八九十百千万])"
_MIXED = re.compile(
    rf"(?<![0-9一二三四五六七八九十])(?:(?P<m>{_CHINESE})月(?={_N}{{1,2}}[日号])|(?<={_N}月)(?P<d>{_CHINESE})[日号]"
    rf"|(?<={_N}年)(?P<y>{_CHINESE})月|(?<={_N}日)[至到—～-](?P<to>{_CHINESE})日"
    rf"|(?<={_N}[时点])(?P<min>{_CHINESE})分|(?P<h>{_CHINESE})[时点](?={_N}{{1,2}}分))"
)
_LUNAR = re.compile("(?:农历|阴历|旧历|古历|夏历|闰|正月|腊月)[^，。]{0,12}$")
_THOUSANDS = re.compile(
    rf"(?<![0-9０-９.,、．])(?<!{_N}，)(?P<n>[1-9１-９]{_N}?)(?P<u>[百千])"
    "(?=[多余来]?[人名个家户元亩次件辆台艘吨只头棵株]|[多余来]年)"
)
_ONE = "[0-9０-９一二三四五六七八九]"
_UNITS = re.compile(
    rf"(?<![0-9０-９.．一二三四五六七八九十百千万])(?={_ONE}[千百])"
    rf"(?:(?P<q>{_ONE})千)?(?:(?P<b>{_ONE})百)?(?:(?P<s>{_ONE})十)?(?P<g>{_ONE})?(?=[{HAN}])"
)
"""Digits with the units of Chinese numbers between: 1千2百, 3百5十."""
_TENS = re.compile(r"(?<![0-9０-９.．、])(?P<t>[1-9１-９])十(?P<o>[一二三四五六七八九])?")
_ONES = re.compile(
    rf"(?<![初周期拜〇零一二三四五六七八九十百千万])(?P<t>[二三四五六七八九]?)十(?P<o>[1-9１-９])(?!{_N}|[号路中小])"
    rf"|{_NO_HAN_NUMBER}(?P<m>[二三四五六七八九])[1１][0０](?=[岁个人年天元名])"
)
_SOME = re.compile(rf"(?<![0-9０-９.．])(?P<n>{_N}[0０])几(?=[年个人天岁万亿次名家里本条元种位])")
_SOME_TENS = re.compile(f"(?:几|数)(?P<n>[1１][0０]{{1,4}})(?!{_N})")
_ANY = "0-9０-９〇零○一二三四五六七八九"
_YEAR = re.compile(f"(?<![{_ANY}十])(?P<y>[{_ANY}]{{4}})年")
_CHINESE_YEAR = re.compile(
    f"(?<![{_ANY}十])(?P<y>[一二][〇零○一二三四五六七八九]{{3}})年(?={_N}{{1,2}}月)"
)
_HUNDREDTHS = re.compile(
    rf"(?P<c>[一二三四五六七八九十百点零]+)(?=[%％])|百分之(?P<d>{_N}+(?:[.．]{_N}+)?)(?![{HAN}]?分之)"
)
_PARTS = re.compile(
    rf"(?P<a>{_CHINESE})分之(?P<n>{_N}{{1,2}})|(?P<m>{_N}{{1,2}})分之(?P<b>{_CHINESE})"
)
_ABOUT = re.compile(
    "(?<![第一二三四五六七八九百、星期周列获居])(?P<a>[一二三四五六七八])、(?P<b>[二三四五六七八九])"
    "(?=(?:[十百千万]?)(?:个|天|年来|人|次|家|岁|名|里|分钟|小时|公里|元))"
)
_ABOUT_DIGITS = re.compile(
    "(?<![第0-9０-９、.．周期初拜高一二三四五六七八九十百千万])"
    "(?:(?P<a>[1-8１-８])、(?P<b>[2-9２-９])(?P<t>[0０])?|(?P<c>[一二三四五六七八])、?(?P<d>[2-9２-９]))"
    "(?=[十百千万]?(?:个(?!月)|天|年(?![级段])|人|次|岁|里|分钟|小时|公里|元))"
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
    for rule in (_dates, _amounts, _years, _about):
        for number, start, end, put, code in rule(sheet):
            shown = sheet.passages[number].text[start:end]
            facts = (put,) if code == "numeral.about" else (shown, put)
            yield Found(number, start, end, put, code, facts)
    yield from _housed(sheet)


_TO_WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789"}
_Told = tuple[int, int, int, str, str]


def _digits(sheet: Sheet, value: int | str) -> str:
    """A number in the digits of the page, full-width ones where it has these."""
    text = str(value)
    return text.translate(_TO_WIDE) if sheet.wide_digits else text


def _plain(text: str) -> int:
    """The value of digits of either width, or of a Chinese number below a hundred."""
    return number_of(unicodedata.normalize("NFKC", text))


def _dates(sheet: Sheet) -> Iterator[_Told]:
    for number, match in matches(sheet, _MIXED):
        group = str(match.lastgroup)
        about = len(match[group]) > 1 and "十" not in match[group]  # 六七月
        if not about and not _LUNAR.search(match.string[: match.start()]):
            put = _digits(sheet, number_of(match[group]))
            yield number, *match.span(group), put, "numeral.mixed"


def _amounts(sheet: Sheet) -> Iterator[_Told]:
    told: set[tuple[int, int]] = set()
    for number, match in matches(sheet, _UNITS):
        parts = {unit: match[unit] for unit in "qbsg"}
        digits = any(re.match(_N, part or "") for part in parts.values())
        if not digits or sum(bool(parts[unit]) for unit in "qbs") < 2:
            continue
        sizes = zip("qbsg", (1000, 100, 10, 1), strict=True)
        value = sum(_plain(parts[unit]) * size for unit, size in sizes if parts[unit])
        told.update((number, at) for at in range(*match.span()))
        yield number, *match.span(), _digits(sheet, value), "numeral.mixed"
    for number, match in matches(sheet, _THOUSANDS):
        if (number, match.start()) not in told:
            put = _digits(sheet, _plain(match["n"]) * {"百": 100, "千": 1000}[match["u"]])
            yield number, *match.span(), put, "numeral.mixed"
    for number, match in matches(sheet, _TENS):
        if (number, match.start()) not in told:
            value = _plain(match["t"]) * 10 + (_plain(match["o"]) if match["o"] else 0)
            yield number, *match.span(), _digits(sheet, value), "numeral.mixed"
    for number, match in matches(sheet, _ONES):
        if match["m"]:
            yield number, *match.span(), _digits(sheet, _plain(match["m"]) * 10), "numeral.mixed"
        else:
            value = (_plain(match["t"]) if match["t"] else 1) * 10 + _plain(match["o"])
            yield number, *match.span(), _digits(sheet, value), "numeral.mixed"
    for number, match in matches(sheet, _SOME):
        yield number, *match.span(), f"{_converted(match['n'], 'chinese')}几", "numeral.mixed"
    for number, match in matches(sheet, _SOME_TENS):
        put = match.group()[0] + "十百千万"[len(match["n"]) - 2]
        yield number, *match.span(), put, "numeral.mixed"
    for number, match in matches(sheet, _PARTS):
        if match["n"]:
            put = f"{match['a']}分之{_converted(match['n'], 'chinese')}"
        else:
            put = f"{_converted(match['m'], 'chinese')}分之{match['b']}"
        yield number, *match.span(), put, "numeral.mixed"
    for number, match in matches(sheet, _HUNDREDTHS):
        if match["c"]:
            if set("百点零") & set(match["c"]):
                continue
            yield number, *match.span("c"), _digits(sheet, _plain(match["c"])), "numeral.mixed"
        elif not sheet.rules.numerals.percent:
            mark = "％" if sheet.wide_digits else "%"
            yield number, *match.span(), f"{match['d']}{mark}", "numeral.mixed"


def _years(sheet: Sheet) -> Iterator[_Told]:
    for number, match in matches(sheet, _YEAR):
        text = unicodedata.normalize("NFKC", match["y"])
        digits = sum(char.isascii() for char in text)
        if 0 < digits < 4 and text[0] in "12一二":
            put = "".join(char if char.isascii() else str(number_of(char)) for char in text)
            yield number, *match.span("y"), _digits(sheet, put), "numeral.mixed"
    for number, match in matches(sheet, _CHINESE_YEAR):
        put = "".join(str(number_of(char)) for char in match["y"])
        yield number, *match.span("y"), _digits(sheet, put), "numeral.mixed"


def _about(sheet: Sheet) -> Iterator[_Told]:
    for pattern in (_ABOUT, _ABOUT_DIGITS):
        for number, match in matches(sheet, pattern):
            held = match.groupdict()
            one, other = _plain(held["a"] or held["c"]), _plain(held["b"] or held["d"])
            if other == one + 1 or (one, other) == (3, 5):
                put = _DIGITS[one] + _DIGITS[other] + "十" * bool(held.get("t"))
                yield number, *match.span(), put, "numeral.about"


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
