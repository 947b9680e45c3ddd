"""Numbers that do not agree: parts and their sum, shares and their whole, lists and their count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.analysis.evidence.names import SURNAMES
from editor.model.giving_way import pause
from editor.proofing.numbers import number_of, simply
from editor.proofing.shapes import HAN, printed
from editor.proofing.suspect import Found, Sheet

_CN = "一二两三四五六七八九十百千"
_N = rf"[0-9]+(?:\.[0-9]+)?|[{_CN}]+"
_SCALE = "万亿|千万|百万|亿|万|"
_UNIT = (
    "人|名|位|家|个|台|辆|件|起|户|项|所|艘|座|只|头|枚|块|张|篇|套|部|元|美元|吨|公里|亩|公顷|平方米|票|次|条|例|宗|"
    "株|棵|公斤|册|本|处|间"
)
_PERSONS = frozenset("人名位")
_AMOUNT = re.compile(rf"(?P<n>{_N})(?P<scale>{_SCALE})(?P<unit>{_UNIT})")
_ONE = rf"(?:{_N})(?:{_SCALE})"
_TOTAL_FIRST = re.compile(
    rf"(?:共|总)[{HAN}]{{0,8}}?(?P<total>(?:{_N})(?:{_SCALE}))(?P<unit>{_UNIT})[{HAN}]{{0,6}}?"
    r"[，（(：]?其中[：，]?(?P<parts>[^。；！？]*)"
)
_TOTAL_LAST = re.compile(
    rf"(?P<parts>[^。；！？，0-9]{{0,12}}{_ONE}(?P<unit>{_UNIT})"
    rf"(?:[、，和][^。；！？，、0-9]{{0,8}}{_ONE}(?P=unit))+)，?"
    rf"(?:一共|共计|合计|总计|共)(?:有)?(?P<total>{_ONE})(?P=unit)"
)
_ELSE = re.compile(r"其中|含|包括|比|较|增|减|去年|上年|同期|平均|每|累计|超|计划|另|此外|还|同时")
"""Behind these a number is no part of the whole."""
_BRACKETS = re.compile("（[^）]*）|\\([^)]*\\)")
_STAGES = re.compile("刑拘|拘留|逮捕|批捕|起诉|移送|判|立案|结|整改")
"""What befalls the same persons and cases one after the other."""
_KINDS = tuple(
    map(
        re.compile,
        (
            "男|女",
            "党员|团员|群众|党派",
            "[汉回满藏]族|民族",
            "以上|以下|岁|老|青年|儿童",
            "学历|本科|专科|大专|硕士|博士|研究生|高级|职称",
        ),
    )
)
"""Ways to divide persons, which overlap: of 30, 22 in the party and 15 women."""
_BY_SEX = re.compile(
    rf"(?P<total>{_N})(?:名|人|位)[^。；！？0-9{_CN}]{{0,15}}?男[^，。；、0-9{_CN}]{{0,6}}(?P<men>{_N})"
    rf"(?:名|人|位)?[，、][^，。；、0-9{_CN}]{{0,4}}女[^，。；、0-9{_CN}]{{0,6}}(?P<women>{_N})(?:名|人|位)"
)
_MEDALS = rf"(?P<{{0}}>{_N})(?:枚|块)?{{1}}牌?"
_OF_METAL = "[、，和]?".join(
    rf"(?:{metal}牌(?P<{name}_>{_N})(?:枚|块)|(?P<{name}>{_N})(?:枚|块)?{metal}牌?)"
    for name, metal in (("gold", "金"), ("silver", "银"), ("bronze", "铜"))
)
_MEDALS_LAST = re.compile(
    rf"{_OF_METAL}[，的、]?[{HAN}]{{0,4}}?(?:共|总共|合计|总计|总数)[{HAN}]{{0,3}}?(?P<total>{_N})(?:枚|块)"
)
_MEDALS_FIRST = re.compile(
    rf"(?P<total>{_N})(?:枚|块)奖牌[，（(：]{{0,2}}(?:其中|分别是|分别为|包括|即)?[{HAN}]{{0,2}}?{_OF_METAL}"
)
_SHARES = re.compile(
    r"男[^。；！？0-9的]{0,8}(?P<one>[0-9]+(?:\.[0-9]+)?)%[，、；][^。；！？0-9]{0,4}"
    r"女[^。；！？0-9的]{0,8}(?P<two>[0-9]+(?:\.[0-9]+)?)%"
)
_BOTH = re.compile(
    r"男女[^。；，！？0-9的]{0,8}(?P<one>[0-9]+(?:\.[0-9]+)?)%[、和与](?P<two>[0-9]+(?:\.[0-9]+)?)%"
)
_VOTES = re.compile(
    r"(?:赞成|支持|同意)[^。；，！？0-9]{0,4}占(?P<one>[0-9]+(?:\.[0-9]+)?)%[，、；]"
    r"反对[^。；，！？0-9]{0,4}占(?P<two>[0-9]+(?:\.[0-9]+)?)%"
)
_INDUSTRIES = re.compile(
    r"三次产业[^。；！？0-9]{0,12}(?P<one>[0-9.]+)[：:∶](?P<two>[0-9.]+)[：:∶](?P<three>[0-9]+(?:\.[0-9]+)?)"
)
_REST = re.compile(
    r"占(?P<parts>[0-9.]+%(?:[、，][^。；！？，、0-9]{1,8}占[0-9.]+%)*[、，](?:其余|其他|其它)[^。；！？0-9]{0,6}占)"
    r"(?P<last>[0-9]+(?:\.[0-9]+)?)%"
)


class _Amount(NamedTuple):
    """A number with what it may be off by its rounding."""

    value: float
    off: float


def sums(sheet: Sheet) -> Iterator[Found]:
    """Parts that come to more than their whole, or, where they are all told, to another."""
    for number, passage in printed(sheet):
        text = simply(sheet, passage.text)
        told: set[tuple[int, int]] = set()
        for needs, find in _FINDERS:
            if not all(char in text for char in needs):
                continue
            pause()
            for start, end, code, made, instead in find(text):
                if (start, end) not in told:
                    told.add((start, end))
                    yield Found(number, start, end, None, code, (made, instead))


_Wrong = tuple[int, int, str, str, str]
"""Start, end, code, what the parts come to, what is told."""


def _wholes(text: str) -> Iterator[_Wrong]:
    for match in _TOTAL_FIRST.finditer(text):
        parts = _BRACKETS.sub("", match["parts"])
        if other := _ELSE.search(parts):
            parts = parts[: other.start()]
        amounts, total = _amounts(parts, match["unit"]), _amount(match["total"])
        kinds = sum(bool(kind.search(parts)) for kind in _KINDS)
        sexes = re.search("男.*女|女.*男", parts) is not None
        if len(amounts) < 2 or kinds > 1 or _may_overlap(parts, match["unit"]):
            continue
        lone = re.search("男|女", parts) is not None and not sexes
        over = _over(amounts, total)
        if (over > 0 and not lone) or (over < 0 and sexes and len(amounts) == 2):
            yield *match.span("total"), "sum", _told(amounts), match["total"]
    for match in _TOTAL_LAST.finditer(text):
        amounts, total = _amounts(match["parts"], match["unit"]), _amount(match["total"])
        if all(_over(amounts[at:], total) for at in range(len(amounts) - 1)) and all(
            abs(one.value - total.value) > one.off for one in amounts
        ):
            yield *match.span("total"), "sum", _told(amounts), match["total"]


def _may_overlap(parts: str, unit: str) -> bool:
    """Whether parts are told by what they do (50人来自东江), or in turns (第一针20万人)."""
    if "第" in parts or len(_STAGES.findall(parts)) > 1:
        return True
    first = _AMOUNT.match(parts)
    if first is None or first["unit"] != unit:
        return False
    told = re.split("[，、；]", _AMOUNT.sub("", parts).rstrip("，、；"))
    return any(len(one) > 3 for one in told)


def _by_sex(text: str) -> Iterator[_Wrong]:
    for match in _BY_SEX.finditer(text):
        before = text[max(0, match.start() - 9) : match.start()]
        total, *parts = (_amount(match[name]) for name in ("total", "men", "women"))
        if "共" not in before and max(parts) <= total and _over(parts, total):
            yield *match.span("total"), "sum", _told(parts), match["total"]


def _medals(text: str) -> Iterator[_Wrong]:
    for pattern in (_MEDALS_LAST, _MEDALS_FIRST):
        for match in pattern.finditer(text):
            metals = ("gold", "silver", "bronze")
            made = sum(number_of(match[metal] or match[f"{metal}_"]) for metal in metals)
            if made != number_of(match["total"]):
                yield *match.span("total"), "sum", str(made), match["total"]


def _shares(text: str) -> Iterator[_Wrong]:
    for pattern in (_SHARES, _BOTH, _VOTES, _INDUSTRIES):
        for match in pattern.finditer(text):
            made = sum(float(one.rstrip(".") or 0) for one in match.groups() if _is_number(one))
            off = max(0, made - 100) if pattern is _VOTES else abs(made - 100)
            if off > 0.25 and all(_is_number(one) for one in match.groups()):
                yield match.start("one"), match.end(), "sum.share", f"{made:g}", "100"
    for match in _REST.finditer(text):
        made = sum(map(float, re.findall(r"([0-9]+(?:\.[0-9]+)?)%", match.group())))
        if made > 100.3:
            yield *match.span(), "sum.share", f"{made:g}", "100"


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text) is not None


def _amount(text: str) -> _Amount:
    match = re.fullmatch(rf"(?P<n>{_N})(?P<scale>{_SCALE})", text)
    assert match is not None  # the pattern that found it says so
    times = number_of(f"一{match['scale']}") if match["scale"] else 1
    if match["n"][0] in _CN:
        return _Amount(number_of(match["n"]) * times, 0)
    decimals = len(match["n"].partition(".")[2])
    off = 0.5 * 10**-decimals * times if decimals or times > 1 else 0
    return _Amount(float(match["n"]) * times, off)


def _amounts(text: str, unit: str) -> list[_Amount]:
    """The numbers of a unit that a text has; persons are counted by several."""
    return [
        _amount(found["n"] + found["scale"])
        for found in _AMOUNT.finditer(text)
        if found["unit"] == unit or {found["unit"], unit} <= _PERSONS
    ]


def _over(amounts: Iterable[_Amount], total: _Amount) -> float:
    """By how much parts are more than a whole; 0 where rounding may be why."""
    made = list(amounts)
    more = sum(one.value for one in made) - total.value
    return 0.0 if abs(more) <= sum(one.off for one in made) + total.off + 1e-6 else more


def _told(amounts: Iterable[_Amount]) -> str:
    made = sum(one.value for one in amounts)
    for size, name in ((100_000_000, "亿"), (10_000, "万")):
        if made >= size and made % (size // 1000) == 0:
            return f"{made / size:g}{name}"
    return f"{round(made, 4):.10g}"


# -- lists ---------------------------------------------------------------------------------

_COUNT = "[0-9]{1,2}|[两二三四五六七八九十]"
_COUNT_FIRST = re.compile(
    rf"(?<![第数几0-9{_CN}.])(?P<n>{_COUNT})(?:名|位|人|家|所|项|种|类|个(?!字)[{HAN}]{{0,4}})(?:[{HAN}]{{0,4}})："
    rf"(?P<items>[^，。；：！？、\n]{{1,12}}(?:、[^，。；：！？、\n]{{1,12}})+)(?=[。；\n]|$)"
)
_ITEM = rf"[{HAN}·]{{1,8}}"
_COUNT_LAST = re.compile(
    rf"(?P<items>{_ITEM}(?:、{_ITEM})*、[{HAN}·]{{1,8}}?)(?P<etc>等)?(?<![数几])(?P<n>{_COUNT})"
    rf"(?P<unit>人|市|县|省|国|区|镇|村|乡|州|校|级)(?![{HAN}·]{{0,3}}、|[和与及0-9{_CN}])"
)
_CUT = re.compile("、[^，。；：！？、\n]*$")
"""A list that begins before what is looked at."""
_JOINED = re.compile("[和与及同跟]")
_RELATES = frozenset("对向在为由将被使与于从以是有把给让")
_OWN = re.compile(rf"[0-9{_CN}](?:人|市|县|省|国|区|镇|村|乡|州|校|级|名|位|个|口)")


def _lists(text: str) -> Iterator[_Wrong]:
    for match in _COUNT_FIRST.finditer(text):
        items = match["items"].split("、")
        if "等" not in match["items"] and not _may_be(match["n"], items):
            yield *match.span("n"), "sum.list", str(len(items)), match["n"]
    for match in _COUNT_LAST.finditer(text):
        items = match["items"].split("、")
        before = text[max(0, match.start() - 30) : match.start()]
        if _OWN.search(match["items"]) or _CUT.search(before):
            continue
        if not _alike(items, match["unit"]):
            continue
        count = number_of(match["n"])
        if len(items) > count if match["etc"] else not _may_be(match["n"], items):
            yield *match.span("n"), "sum.list", str(len(items)), match["n"]


def _may_be(count: str, items: list[str]) -> bool:
    joined = sum(len(_JOINED.findall(item)) for item in items)
    return len(items) <= number_of(count) <= len(items) + joined


def _alike(items: list[str], unit: str) -> bool:
    """Whether all that is listed may be of one kind; the first has what stands before it."""
    if unit == "人":
        return all(item[0] in SURNAMES and 2 <= len(item) <= 4 for item in items[1:])
    short = all(len(item) <= 4 and item[0] not in _RELATES for item in items[1:])
    return len(items) > 2 and short  # 2月1日生效、对欧洲8国加税: two may be clauses


_FINDERS = (
    ("共", _wholes),
    ("总", _wholes),
    ("男女", _by_sex),
    ("金银", _medals),
    ("%", _shares),
    ("产业", _shares),
    ("、", _lists),
)
"""What looks for sums that are wrong, with what a text must have for it."""
