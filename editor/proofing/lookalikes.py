"""A character that stands for one of its shape: 己经, 入民, 政俯.

A character is doubted where one that looks like it would make words of what stands there and go
with its neighbours as in print, so much that the text is likelier than such errors are rare.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import add

from editor.analysis.evidence.names import SURNAMES
from editor.model.giving_way import paused
from editor.proofing import bigrams, lexicon
from editor.proofing.likeness import meant, taken_often
from editor.proofing.neighbours import EDGE_AFTER, EDGE_BEFORE, after, chance, often
from editor.proofing.shapes import HAN, MEASURES, PROSE, matches
from editor.proofing.suspect import Found, Sheet
from editor.proofing.traditional import through_simplified

AROUND = 4
"""Characters at each side of which words are made."""
FURTHER = 8
"""Characters at each side over which it is asked what words follow one another."""

WEIGHTS: Mapping[str, float] = {
    "alternates": -3.00,
    "commoner": -0.19,
    "crumbs": 0.50,
    "from-2": 0.59,
    "from-3": -0.61,
    "given": -6.00,
    "listed": -5.00,
    "name": -0.42,
    "name-acts": -0.73,
    "neighbours": 0.18,
    "often-taken": 1.00,
    "other-here": 1.97,
    "surely-name": -6.00,
    "to-2": 2.76,
    "to-3": 5.26,
    "to-4": 4.61,
    "words": 0.25,
    "word-pairs": 0.25,
    "least": 9.80,
}
"""What each term of `terms` is worth, in nats, and what it takes to be told (`least`).

Fitted by benchmarks/fit_words.py; `surely-name`, `given`, `listed`, `alternates` and
`often-taken` are set by hand (the fit: about -2, -0.4, 0.2): no dictionary has names, nor 半咸半淡,
and errors are planted as if all pairs were as often taken for one another."""

_WELL = 3
"""How often a character is printed with both of its neighbours that is in its place."""
_MOST = 15.0
"""Nats of one term that count at most."""
_MOST_LEFT = _MOST * WEIGHTS["word-pairs"] + 2 * WEIGHTS["other-here"]
"""What `word_pairs` and `on_the_page` may add to the terms of a place, which are had for less."""
_RUN = re.compile(rf"[{HAN}]+")
_TOWNS = frozenset("市县镇州乡")
_PLACES = frozenset("区省村路街站港河江湖山寺")
FOREIGN = frozenset(
    "阿巴贝比布察德杜尔法菲弗夫盖格戈古哈赫胡基加杰卡凯科克库拉莱劳勒雷里利林卢鲁罗洛马迈曼梅米莫穆内尼诺"
    "努欧帕佩皮普奇乔切萨塞沙舍斯苏索塔坦特图托瓦维翁沃西希谢休雅亚扬耶伊尤约泽扎佐蒂桑玛旦措"
)
_SPEAKS = re.compile(
    "(?:介绍|说|表示|告诉|强调|指出|认为|来到|回忆|坦言|透露|脱口|主持|打开|如是|先生|女士|同志)"
)
_ACTS = re.compile("(?:以|在|和|与|要求|停|算|的|等|是|$)")
"""What stands behind names too, and behind much else."""
_TITLES = frozenset("员长者任理记授生师席统官手总工")
"""Ends of what stands before a name: 记者, 局长, 调解员."""
_SIGNING = ("记者", "讯员", "摄影")
_JOINING = frozenset("和于时有能都向应从同")
_WORDY = frozenset("和于时方常高明成万白东水石金安公全路连通家向都同文平能有车应从")
"""Surnames that are met more often as words."""
_UNITS = frozenset("年月日时分秒元个人岁名万亿米次家位件条届号")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_AFTER_DIGITS = (
    _UNITS
    | MEASURES
    | frozenset(
        "〇一二三四五六七八九十百千几多余项座辆台艘吨斤公里亩户种只头株棵级层页点度周天小分平立平方千毫厘"
        "英海后前左以至到间款处套批场支所份期部则颗双枚根片瓶站条室楼幢栋路道集卷章篇首幅张把口门面块间顿"
        "角毛克升寸尺两担倍成折比后者的和与及是在有为被由让例起排组队代世强类轮局词字国省市县区镇乡村对宗来"
    )
)
DIGITS = frozenset("0123456789０１２３４５６７８９")
_FIGURES = re.compile(
    "(?<![0-9A-Za-z.])(?![Oo]2[Oo](?![0-9OoIl]))(?=[0-9OoIl]*[0-9])(?=[0-9OoIl]*[OoIl])[0-9OoIl]{2,}"
    f"(?= ?(?:多?[{''.join(sorted(_UNITS))}]|[%％]|公[里斤顷]|[平立]方))"
)
"""A number with letters for digits: 3O万, l0月."""
_AS_DIGITS = str.maketrans("OoIl", "0011")
Options = tuple[int, tuple[tuple[str, float], ...]]
"""A place of a run, and what may be meant there with what speaks for it, in nats."""
_LISTS = frozenset("、（·） \u3000")


_GIVEN = frozenset(
    "华国明文志建伟平军玉春林金德永荣新海宏民利辉光祥福东清兰英红梅秀芳丽霞燕强刚杰涛勇峰波超斌鹏飞俊龙忠义"
    "学立树兴宝根贵富胜云凤珍桂淑敏静莉萍玲娟艳娜慧琴洁莹雪琳晶欣颖佳宇浩凯健洪振庆宗宪泽润耀亮仁礼智信廷世"
    "元武克继启炳正良彦士景邦权旭彬冰晓若维瑞祖恩惠嘉敬孝友昌盛达远毅坚磊鑫森旦措桑珠顿吉扎"
)
"""Characters that given names have."""


def lookalikes(sheet: Sheet) -> Iterator[Found]:
    """A character for which one of its shape makes the text much likelier."""
    if sheet.traditional:
        yield from through_simplified(sheet, lambda plain: _lookalikes(plain, traditional=True))
    else:
        yield from _lookalikes(sheet)


def _lookalikes(sheet: Sheet, *, traditional: bool = False) -> Iterator[Found]:
    pairs = _Pairs(sheet)
    for number, match in matches(sheet, _FIGURES, PROSE):
        shown = match.group()
        put = shown.translate(_AS_DIGITS)
        yield Found(number, *match.span(), put, "lookalike", (shown, put))
    for number, match in matches(sheet, _RUN, PROSE):
        run, start = match.group(), match.start()
        first = False
        counts = match.string[max(0, start - 2) : start].rstrip(" ")[-1:] in DIGITS
        for at, options in _likely(run, _listed(match), counts, traditional):
            if put := _best(pairs.often, run, at, options):
                yield _found(number, start + at, run[at], put)
                first = first or at == 0
        if counts and not first:
            yield from _unit(number, start, run, traditional)


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


def _unit(number: int, start: int, run: str, traditional: bool) -> Iterator[Found]:
    """18午 is 18年: a unit is wanted behind digits."""
    options = [c for c in meant(run[0], traditional) if c in _UNITS]
    if (
        len(options) == 1
        and run[0] not in _AFTER_DIGITS
        and not (run[1:] and lexicon.known(run[:2], 500))
    ):
        yield _found(number, start, run[0], options[0])


@lru_cache(maxsize=1 << 16)
def _before(char: str, right: str, traditional: bool) -> str:
    """What looks like a character and is printed before `right`."""
    return "".join(other for other in meant(char, traditional) if often(other, right))


@lru_cache(maxsize=1 << 16)
def _after(left: str, char: str, traditional: bool) -> str:
    """What looks like a character and is printed after `left`."""
    return "".join(other for other in meant(char, traditional) if often(left, other))


def _doubtful(
    run: str, traditional: bool = False, *, counts: bool = False
) -> Iterator[tuple[int, str]]:
    """Places of a run that print does not have so, with the characters that it may have there.

    `counts`: whether digits stand before it.
    """
    left = EDGE_BEFORE
    measured = counts and run[0] in _AFTER_DIGITS
    joined = often(left, run[0]) >= _WELL
    for at, char in enumerate(run):
        right = run[at + 1] if at + 1 < len(run) else EDGE_AFTER
        joins = often(char, right) >= _WELL
        sound = (joined and joins) or (measured and at == 0)
        if not sound and not _counts(left, char, right):
            options = _after(left, char, traditional) + _before(char, right, traditional)
            if options:
                yield at, "".join(dict.fromkeys(options))
        joined, left = joins, char


def _counts(left: str, char: str, right: str) -> bool:
    """Whether a numeral stands where numerals do: 四十九度."""
    return char in _NUMERALS and (left in _NUMERALS or left == "第" or right in _UNITS)


@lru_cache(maxsize=1 << 15)
def _likely(run: str, listed: bool, counts: bool, traditional: bool) -> tuple[Options, ...]:
    """Places of a run with what may be meant there, as far as the page is not asked.

    A page is checked again as a whole after each letter: this is found again for all that stays.
    """
    found = []
    for at, near in _doubtful(run, traditional, counts=counts):
        options = []
        for option in near:
            told = terms(run, at, option, listed=listed)
            if told is None or _nats(told) + _MOST_LEFT <= WEIGHTS["least"]:
                continue
            nats = _nats(told | word_pairs(run, at, option))
            if nats + 2 * WEIGHTS["other-here"] > WEIGHTS["least"]:
                options.append((option, nats))
        if options:
            found.append((at, tuple(options)))
    return tuple(found)


def _best(
    printed: Callable[[str], int], run: str, at: int, options: tuple[tuple[str, float], ...]
) -> str:
    """The likeliest of some at a place, with what the page tells; else nothing."""
    found, top = "", WEIGHTS["least"]
    for option, nats in options:
        nats += _nats(on_the_page(printed, run, at, option))
        if nats > top:
            found, top = option, nats
    return found


def _nats(told: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * much for name, much in told.items())


def terms(run: str, at: int, option: str, *, listed: bool) -> dict[str, float] | None:
    """What speaks for another character at a place; None where print does not know it there.

    `word_pairs` and `on_the_page` tell more.
    """
    char = run[at]
    left = run[at - 1] if at else EDGE_BEFORE
    right = run[at + 1] if at + 1 < len(run) else EDGE_AFTER
    pairs = chance(left, option) + chance(option, right)
    pairs -= chance(left, char) + chance(char, right)
    if pairs < 1.0:
        return None
    before, behind = run[max(0, at - AROUND) : at], run[at + 1 : at + 1 + AROUND]
    whole, printed = lexicon.best(before + char + behind)
    likely, words = lexicon.best(before + option + behind)
    if likely < whole:
        return None
    place = len(before)
    old, new = (len(lexicon.holding(cut, place)) for cut in (printed, words))
    found = {"words": min(likely - whole, _MOST), "neighbours": min(pairs, _MOST)}
    if old > 1:
        found["from-2" if old == 2 else "from-3"] = 1
    if new > 1:
        found["to-2" if new == 2 else "to-3" if new == 3 else "to-4"] = 1
    if name := _like_a_name(run, at, printed, place):
        found[name] = 1
    if listed:
        found["listed"] = 1
    if char in (run[max(0, at - 2) : max(0, at - 1)], run[at + 2 : at + 3]):
        found["alternates"] = 1  # 半咸半淡
    if char in _GIVEN and _behind_surname(run, at, printed, place):
        found["given"] = 1
    if (char, option) in taken_often():
        found["often-taken"] = 1
    found["crumbs"] = _crumbs(printed, place) - _crumbs(words, place)
    found["commoner"] = max(-3.0, min(3.0, math.log((after(option) + 1) / (after(char) + 1))))
    return found


def word_pairs(run: str, at: int, option: str) -> dict[str, float]:
    """How much likelier another character makes the words that follow one another, in nats."""
    before, behind = run[max(0, at - FURTHER) : at], run[at + 1 : at + 1 + FURTHER]
    put, shown = (bigrams.likelihood(before + char + behind) for char in (option, run[at]))
    return {"word-pairs": max(-_MOST, min(_MOST, put - shown))}


def _crumbs(words: tuple[str, ...], place: int) -> int:
    """How many of a character and those beside it are words by themselves."""
    return sum(len(lexicon.holding(words, max(0, at))) == 1 for at in range(place - 1, place + 2))


def _behind_surname(run: str, at: int, words: tuple[str, ...], place: int) -> bool:
    """Whether a surname that no word holds stands one or two characters before: 王宏, 宋玉华."""
    return any(
        back <= place
        and run[at - back] in SURNAMES
        and len(lexicon.holding(words, place - back)) == 1
        for back in (1, 2)
    )


def on_the_page(printed: Callable[[str], int], run: str, at: int, option: str) -> dict[str, float]:
    """With how many of its neighbours the page prints the other character elsewhere.

    That it prints so what stands here tells nothing: a machine's errors repeat. `printed`: how
    often it prints two characters side by side.
    """
    pairs = (run[at - 1 : at] + option, option + run[at + 1 : at + 2])
    return {"other-here": sum(len(pair) > 1 and printed(pair) > 0 for pair in pairs)}


def _listed(match: re.Match[str]) -> bool:
    """Whether a short run between marks looks like a name: 、刘士华（女）、, 次旦平措（藏族）."""
    run, text = match.group(), match.string
    behind = text[match.end() : match.end() + 4]
    if len(run) < 7 and (behind[:2] == "（女" or behind.endswith("族）")):
        return True
    return (
        len(run) < 5
        and run[0] in SURNAMES
        and (
            text[max(0, match.start() - 1) : match.start()] in _LISTS
            or text[match.end() : match.end() + 1] in _LISTS
        )
    )


def _like_a_name(run: str, at: int, words: tuple[str, ...], place: int) -> str:
    """Whether persons, places or foreign names may stand: 冯辉泽说, 桐川市, 贝洛乔蒂."""
    behind = run[at + 1 : at + 3]
    if set(behind) & _TOWNS:
        return "surely-name"
    foreign = sum(char in FOREIGN for char in run[max(0, at - 2) : at + 3])
    if foreign > 3 and run[at] in FOREIGN:
        return "surely-name"
    if set(behind) & _PLACES or foreign > 2:
        return "name"
    for back in range(3):
        start = at - back
        if start < 0 or run[start] not in SURNAMES:
            continue
        offset = place - back
        if offset >= 0 and lexicon.holding(words, offset) == run[start]:
            for acts, told in ((_SPEAKS, "surely-name"), (_ACTS, "name-acts")):
                length = 3 if acts.match(run, start + 3) else 2
                if back < length and acts.match(run, start + length):
                    return told if run[start] not in _WORDY else "name"
            if run[max(0, start - 2) : start] in _SIGNING and run[start] not in _JOINING:
                return "surely-name"
            if start and run[start - 1] in _TITLES and run[start] not in _JOINING:
                return "name"
            alone = all(len(lexicon.holding(words, offset + n)) == 1 for n in (1, 2))
            if alone and run[start] not in _WORDY:
                return "name"
    return ""
