"""A character that stands for one of its shape: 己经, 入民, 政俯.

A character is doubted where one that looks like it would make words of what stands there, and the
text would be likelier by its words' frequencies than such errors are rare.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from operator import add

from editor.analysis.evidence.names import SURNAMES
from editor.model.giving_way import paused
from editor.proofing import lexicon
from editor.proofing.shapes import HAN, PROSE, matches
from editor.proofing.suspect import Found, Sheet
from editor.resources import resource

AROUND = 4
"""Characters at each side that are weighed."""

LEAST = {(1, 1): 5.8, (1, 2): 5.4, (1, 3): 3.0, (2, 2): 6.8, (2, 3): 6.0}
"""Nats by which the text must be likelier with the other character, by the lengths (three at most)
of the words that hold the place before and after. Fitted on generated pages and clean print."""

NAME, SURELY = 5.0, 14.0
"""More nats where the place looks like part of a name, which no dictionary has; or surely is."""

OFTEN = 4.0
"""More nats where the page prints the same elsewhere; fewer where it prints the other."""

_RUN = re.compile(rf"[{HAN}]+")
_MET = 8
"""How often a word is met, of sixty million, that makes a character doubtful."""
_TOWNS = frozenset("市县镇州乡")
_PLACES = frozenset("区省村路街站港河江湖山寺")
_FOREIGN = frozenset(
    "阿巴贝比布察德杜尔法菲弗夫盖格戈古哈赫胡基加杰卡凯科克库拉莱劳勒雷里利林卢鲁罗洛马迈曼梅米莫穆内尼诺"
    "努欧帕佩皮普奇乔切萨塞沙舍斯苏索塔坦特图托瓦维翁沃西希谢休雅亚扬耶伊尤约泽扎佐蒂"
)
_SPEAKS = re.compile(
    "(?:介绍|说|表示|告诉|强调|指出|认为|以|来到|回忆|坦言|在|和|与|要求|透露|停|脱口|主持|打开|算|如是|的|等|是|先生|女士|$)"
)
_OPEN = frozenset("是有把到和在从对为将被向与我你他这那不")
"""Characters so frequent that they make words with many; few words before a mark end with them."""
_TITLES = frozenset("员长者任理记授生师席统官手总工")
"""Ends of what stands before a name: 记者, 局长, 调解员."""
_JOINING = frozenset("和于时有能都向应从同")
_WORDY = frozenset("和于时方常高明成万白东水石金安公全路连通家向都同文平能有车应从")
"""Surnames that are met more often as words."""
_UNITS = frozenset("年月日时分秒元个人岁名万亿米次家位件条届号")
_AFTER_DIGITS = _UNITS | frozenset(
    "〇一二三四五六七八九十百千几多余项座辆台艘吨斤公里亩户种只头株棵级层页点度周天小分平立平方千毫厘"
    "英海后前左以至到间款处套批场支所份期部则颗双枚根片瓶站条室楼幢栋路道集卷章篇首幅张把口门面块间顿"
    "角毛克升寸尺两担倍成折比后者的和与及是在有为被由让例起排组队代世强类轮局词字国省市县区镇乡村"
)


@cache
def alike() -> dict[str, str]:
    """Each character of the table with those that look like it."""
    found: dict[str, str] = {}
    for line in resource("words/lookalikes.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, rest = line[0], line[1:]
            found[first] = found.get(first, "") + rest
            for other in rest:
                found[other] = found.get(other, "") + first
    return found


@cache
def _commoner() -> dict[str, str]:
    """Rare characters with those alike that are met so much more often as words of their own."""
    found = {}
    for char, near in paused(alike().items()):
        much = max(lexicon.count(char), 1) * math.exp(LEAST[1, 1])
        if better := "".join(other for other in near if lexicon.count(other) > much):
            found[char] = better
    return found


@lru_cache(maxsize=1 << 16)
def _pair(pair: str) -> tuple[bool, str, str]:
    """Whether two characters are a word; what makes a commoner one in the place of each."""
    first, second = pair[0], pair[1]
    often, near = lexicon.count(pair), alike()
    least = max(_MET, often * math.exp(LEAST[2, 2]))
    return (
        often > 0,
        "".join(c for c in near.get(first, "") if lexicon.count(c + second) >= least),
        "".join(c for c in near.get(second, "") if lexicon.count(first + c) >= least),
    )


def lookalikes(sheet: Sheet) -> Iterator[Found]:
    """A character for which one of its shape makes the text's words much likelier."""
    if sheet.traditional:  # jieba's words are simplified ones
        return
    pairs = _Pairs(sheet)
    for number, match in matches(sheet, _RUN, PROSE):
        run, start = match.group(), match.start()
        digits = start > 0 and match.string[start - 1] in "0123456789０１２３４５６７８９"
        for at, options in _doubtful(run):
            put = _best(pairs, run, at, options)
            if put:
                yield _found(number, start + at, run[at], put)
            elif at == 0 and digits:
                yield from _unit(number, start, run)


class _Pairs:
    """How often the page prints two characters side by side; counted when it is asked about."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @cached_property
    def _counts(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for passage in paused(self._sheet.passages):
            found.update(map(add, passage.text, passage.text[1:]))
        return found

    def often(self, pair: str) -> int:
        return self._counts[pair]


def _found(number: int, at: int, shown: str, put: str) -> Found:
    return Found(number, at, at + 1, put, "lookalike", (shown, put))


def _unit(number: int, start: int, run: str) -> Iterator[Found]:
    """18午 is 18年: a unit is wanted behind digits."""
    options = [c for c in alike().get(run[0], "") if c in _UNITS]
    if (
        len(options) == 1
        and run[0] not in _AFTER_DIGITS
        and not (run[1:] and lexicon.known(run[:2], 500))
    ):
        yield _found(number, start, run[0], options[0])


def _doubtful(run: str) -> Iterator[tuple[int, str]]:
    """Places of a run of Chinese with the characters that may have to stand there."""
    near, commoner, known, last = alike(), _commoner(), False, ""
    for at, char in enumerate(run):
        joins, here, behind = _pair(run[at : at + 2]) if at + 1 < len(run) else (False, "", "")
        options = last + here
        if not (known or joins):
            options += commoner.get(char, "")
            if len(run) > 2:
                options += "".join(
                    other for other in near.get(char, "") if _of_three(run, at, other)
                )
        if options or at == 0:
            yield at, options
        known, last = joins, behind


def _of_three(run: str, at: int, other: str) -> bool:
    """Whether another character makes a word of three with its neighbours."""
    return (
        (at > 1 and lexicon.count(run[at - 2 : at] + other) > 0)
        or (0 < at < len(run) - 1 and lexicon.count(run[at - 1] + other + run[at + 1]) > 0)
        or (at < len(run) - 2 and lexicon.count(other + run[at + 1 : at + 3]) > 0)
    )


def _best(pairs: _Pairs, run: str, at: int, options: str) -> str:
    """The likeliest of `options` at a place, where it is likely enough; else nothing."""
    if not options:
        return ""
    before, behind = run[max(0, at - AROUND) : at], run[at + 1 : at + 1 + AROUND]
    whole, words = lexicon.best(before + run[at] + behind)
    long = len(lexicon.holding(words, len(before)))
    found, top = "", 0.0
    for option in dict.fromkeys(options):
        chance, others = lexicon.best(before + option + behind)
        lengths = min(long, 3), min(len(lexicon.holding(others, len(before))), 3)
        gain = chance - whole - LEAST.get(lengths, 99.0)
        if gain > top:
            found, top = option, gain
    if not found:
        return ""
    top -= _like_a_name(run, at, words, len(before))
    if found in _OPEN:
        top -= OFTEN if behind else 2 * OFTEN
    for left, right in ((before[-1:], ""), ("", behind[:1])):
        if left or right:
            printed = pairs.often(left + run[at] + right)
            other = pairs.often(left + found + right)
            top += OFTEN * ((other > printed) - (printed > 1 and other < printed))
    return found if top > 0 else ""


def _like_a_name(run: str, at: int, words: tuple[str, ...], place: int) -> float:
    """More nats where persons, places or foreign names stand: 冯辉泽说, 桐川市, 贝洛乔蒂."""
    behind = run[at + 1 : at + 3]
    if set(behind) & _TOWNS:
        return SURELY
    if set(behind) & _PLACES or sum(c in _FOREIGN for c in run[max(0, at - 2) : at + 3]) > 2:
        return NAME
    for back in range(3):
        start = at - back
        if start < 0 or run[start] not in SURNAMES:
            continue
        offset = place - back
        if offset >= 0 and lexicon.holding(words, offset) == run[start]:
            length = 3 if _SPEAKS.match(run, start + 3) else 2
            if back < length and _SPEAKS.match(run, start + length):
                return SURELY if run[start] not in _WORDY else NAME
            if start and run[start - 1] in _TITLES and run[start] not in _JOINING:
                return NAME
            alone = all(len(lexicon.holding(words, offset + n)) == 1 for n in (1, 2))
            if alone and run[start] not in _WORDY:
                return NAME
    return 0.0
