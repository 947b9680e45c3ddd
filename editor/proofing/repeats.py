"""Characters that stand twice."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping

from editor.analysis.evidence.names import SURNAMES
from editor.proofing import bigrams, lexicon
from editor.proofing.lookalikes import FOREIGN, FURTHER
from editor.proofing.neighbours import after, likely, often
from editor.proofing.shapes import HAN, MEASURES, PROSE, matches
from editor.proofing.suspect import Found, Sheet
from editor.proofing.traditional import through_simplified

TWICE = re.compile(rf"([{HAN}])\1")
THRICE = re.compile(rf"([{HAN}])\1\1(?!\1)")
_CALLS = frozenset(
    "哈呵嘿嘻呜嗡哗咚叮当滴嗒沙潺淙隆轰啦喳汪咪咕啊嗯哦喔哎唉呀嘟嘀突砰啪哒咯嗷呼噜咩喵哞对来好是不行快等走看别有没去停"
)
"""Sounds and calls, which stand three times too."""
_COUNTED = frozenset("〇零一二三四五六七八九十百千万亿两")
LAWFUL = frozenset(
    "天年月日夜时刻代家户村人个件条张片阵层座棵样步处种次句字声点滴事"
    "双妈爸爷奶哥姐弟妹叔婶姥舅姑宝娃星猩蛐蝈狒太"
    "慢渐常往刚仅偏稍略轻悄默静缓深牢紧远久早晚好大小多少满高红绿白黑蓝暖凉热"
    "看听说想试走坐问谈聊讲尝逛转歇读写画唱跳玩笑等找学练教查聚谢摸碰数算"
    "照伸弹叙测揉拍敲捏掂瞧晒晃擦洗补劝逗哄陪挤挠摇抖扯捶"
    "哈呵嘿嘻呜嗡哗咚叮当滴嗒沙潺淙隆轰啦喳汪咪咕啊嗯哦喔哎对来快"
    "节巴沃瓣欣熊赫耿孜频屡比纷匆茫苍荡滔滚源熠闪冉袅娓侃津芸靡翩彬区堂团郁蒙沉甸瞅嗵邈吟冽湿浓般"
)
"""Characters that are lawful twice, also where no dictionary has the pair."""
_NEVER = frozenset("的了在和与把被从向由于及或其这该所将为以而但并是就都")
"""Words that never follow themselves; where they do, one of them belongs to a longer word."""
_SEE_EACH_OTHER = frozenset("相关 相当 相信 相对 相互 相应 相比 相声 相机 相继 相同 相似".split())
"""Words with 相 that a doubled noun does not go with: 代代相传, but not 有关关相关."""
_DONE_A_LITTLE = frozenset(
    "散步 弹琴 号脉 把脉 打分 镀金 开眼 理发 洗澡 聊天 跳舞 唱歌 跑步 见面 帮忙 喝茶 下棋 "
    "打球 握手 拍照 散心 谈心 鼓掌 点头 挥手 搭手 拉手 探头 伸手 刷牙 洗手 洗脸 擦汗 歇脚 露脸 "
    "把关 算账 充电 透气 消食 解渴 解闷 动脑 动手 压惊 暖身 热身 松绑 加油 打气 鼓劲 搓手 "
    "享福 享清 改口 补课 度假 出主 出点 串门 做样 装样 踩水 润嗓 擦脸 翻书 "
    "养神".split()
)
"""Verbs with what they are done to, of which the verb may stand twice: 散散步, 号号脉."""
_BODIES = frozenset(
    "部厅局州市省县区院校队会党团社国军组委办处馆站厂店村镇乡科庭山河花化所室股课场行病奖班司署"
)
"""Ends of names that a word may follow which begins with the same character: 水利部部长."""
_OF_BODIES = frozenset("长内外区")
_OPENING, _CLOSING = frozenset("“‘「『《〈（"), frozenset("”’」』》〉）")
_THEIRS = frozenset(
    "馆员 队员 社员 店员 站员 所员 会员 团员 县委 市委 省委 区委 州委 县内 市内 省内 区内".split()
)
"""What belongs to a body and begins as its name ends: 研究馆馆员, 邱县县委."""
_HAVE_NUMBERS = frozenset("班组队连营团师军科室厂院")
_NAMES = re.compile(rf"(?:记者|通讯员|摄影|[（、 \u3000])[{HAN}]$")
_ENDING_SO = frozenset("目的 实地 喜地 动地 遍地 谢地".split())
"""Ends of words behind which 的 and 地 come again: 目的的, 脚踏实地地."""
_THINGS = frozenset("剧目 书目 题目 项目 节目 曲目 数目 科目 价目 篇目 栏目".split())
"""Words with 目 that 的 follows."""
_SEVERAL = frozenset("两各三四五几多我")
_NUMBERED = re.compile("[0-9０-９）)〇一二三四五六七八九十]$")
_SPEAKS = re.compile("说|表示|介绍|告诉|认为|回忆|透露|坦言|强调|指出")
MAY_FOLLOW = frozenset("都会在能要就将向对为得说的了有和上下以可也还再更才用地")
"""Words that may follow a word that ends with them: 首都都, 机会会, 现在在."""

DOUBLED: Mapping[str, float] = {
    "a-word": -1.42,
    "abb": -0.21,
    "after-a-word": 1.07,
    "again-here": -1.87,
    "before-a-word": 1.15,
    "begins": 0.58,
    "body": -1.01,
    "both-alone": 1.68,
    "ends": 1.19,
    "foreign": -0.32,
    "goes-before": -0.90,
    "inside": -1.72,
    "joint": -2.81,
    "likelier": 0.37,
    "may-follow": -2.18,
    "measure": -2.44,
    "name": -6.00,
    "never-printed": 0.31,
    "once-a-word": -0.11,
    "once-here": 1.80,
    "printed": -0.11,
    "rare": 0.06,
    "seldom-a-word": -0.66,
    "uncommon": -1.81,
    "weaker": 0.17,
    "word-pairs": 0.32,
    "least": 4.20,
}
"""What each term of `doubled_terms` is worth, in nats, and what it takes to be told (`least`).

Fitted by benchmarks/fit_words.py; `name` is set by hand (the fit: -2.9): no count tells names."""
_MET = 0.4
"""How often a pair is printed, in counts of the newspaper, that is held for a word."""
MAY_GO_BEFORE = frozenset("和在对为有的到会将从把同要是就都也与及以可能不中上下大小")
"""Words that another may follow which begins with them: 和和平, 在在场."""
_MAKES_ABB = frozenset("的地")
"""Stand behind a character with its two: 硬板板的."""
_UNCOMMON = 80
"""How often a character is printed below which it mostly stands twice to describe: 寒风冽冽."""
_MOST = 12.0
"""Nats of one term that count at most."""


def around(text: str, start: int, end: int, most: int = 6) -> tuple[str, str]:
    """The Chinese before and behind a place, up to so many characters."""
    before = re.search(f"[{HAN}]*$", text[max(0, start - most) : start])
    behind = re.match(f"[{HAN}]*", text[end : end + most])
    return before.group() if before else "", behind.group() if behind else ""


def _lawful(text: str, at: int, before: str, behind: str) -> bool:
    """Whether two alike characters may stand at `at` whatever they mean."""
    char = text[at]
    if char in LAWFUL or char in _COUNTED or char in (before[-1:], behind[:1]):
        return True
    each = before[-1:] == "一" and before[-2:] != "第一"
    each = each and (char in MEASURES or not lexicon.known(f"一{char}"))
    if each and not lexicon.known(char + behind[:1], 100):
        return True
    if behind and before[-1:] + char in _ENDING_SO and before[-2:] not in _THINGS:
        return True
    if char == "国" and before[-1:] in _SEVERAL:  # 两国国歌
        return True
    if behind[:1] == "然" and behind[:2] not in ("然后", "然而"):  # 浩浩然
        return True
    if behind[:1] == "相" and behind[:2] not in _SEE_EACH_OTHER:  # 心心相通
        return True
    if before in SURNAMES and not behind and _NAMES.search(text[:at][-8:]):  # 肖新新
        return True
    if before[-1:] and lexicon.known(before[-1] + char * 2):  # 绿油油
        return True
    if char + behind[:1] in _DONE_A_LITTLE:
        return True
    if before[-1:] and before[-2:-1] == before[-1] and _two_and_two(before[-1], char):
        return True
    if len(behind) > 1 and behind[0] == behind[1] and _two_and_two(char, behind[0]):
        return True
    if char in _BODIES and behind[:1] in _OF_BODIES:  # 研究室室长, 水厂厂内
        return True
    if text[max(0, at - 1) : at] in _OPENING and text[at + 2 : at + 3] in _CLOSING:  # “茜茜”
        return True
    if char + behind[:1] in _THEIRS:
        return True
    if char in _HAVE_NUMBERS and _NUMBERED.search(text[:at][-2:]):  # （6）班班主任
        return True
    # 卢承承说, 李国和、张慧慧
    return before[-1:] in SURNAMES - _COUNTED and (
        bool(_SPEAKS.match(behind)) or (len(before) == 1 and not behind)
    )


def _two_and_two(one: str, other: str) -> bool:
    """Whether two characters may both stand twice, one after the other: 热热闹闹, 乡乡村村."""
    words = one + other, other + one, one * 2 + other * 2
    return {one, other} <= LAWFUL | MEASURES or any(map(lexicon.known, words))


def doubled_terms(
    page: str, text: str, at: int, printed: Callable[[str, str], float] = often
) -> dict[str, float] | None:
    """What speaks for one character of the two at `at` being too many; None where it is lawful.

    `printed`: how often print has two characters side by side.
    """
    char = text[at]
    before, behind = around(text, at, at + 2)
    if _lawful(text, at, before, behind):
        return None
    pair, seen = char * 2, printed(char, char)
    whole, words = lexicon.best(before + pair + behind)
    once, parts = lexicon.best(before + char + behind)
    place, starts, offset = len(before), {}, 0
    for word in words:
        starts[offset] = word
        offset += len(word)
    first, second = starts.get(place, ""), starts.get(place + 1, "")
    left, right = around(text, at, at + 2, FURTHER)
    company = bigrams.likelihood(left + char + right) - bigrams.likelihood(left + pair + right)
    found = {
        "likelier": min(once - whole, _MOST),
        "word-pairs": max(-_MOST, min(_MOST, company)),
        "rare": -likely(char, char, seen),
        "printed": math.log1p(seen),
    }
    if not seen:
        found["never-printed"] = 1
    if first == pair:
        found["a-word" if seen >= _MET else "seldom-a-word"] = 1
    elif first == char == second:
        found["both-alone"] = 1
    elif second and not first:
        if len(second) > 1:  # 两国国际
            found["joint"] = 1
            ending = next(word for word in words if word.endswith(char))
            found["weaker"] = math.log1p(min(lexicon.count(ending), lexicon.count(second)))
        else:  # 首都都
            found["after-a-word"] = 1
    elif first == char and len(second) > 1:
        found["before-a-word"] = 1
        if char in MAY_GO_BEFORE:
            found["goes-before"] = 1
    else:
        found["inside"] = 1
    if len(lexicon.holding(parts, place)) > 1:
        found["once-a-word"] = 1
    if char in _BODIES and len(second) > 1:
        found["body"] = 1
    if char in MAY_FOLLOW and not first and second == char:
        found["may-follow"] = 1
    alone = first == pair or first == char == second
    if alone and starts.get(place - 1) in SURNAMES and "once-a-word" not in found:
        found["name"] = 1
    if behind[:1] in _MAKES_ABB and starts.get(place - 1) and not first == char == second:
        found["abb"] = 1
    if alone and char not in _NEVER and page.count(pair) > 2:  # a name: 强强
        return None
    if not before:
        found["begins"] = 1
    if not behind:
        found["ends"] = 1
    if char in FOREIGN and {before[-1:], behind[:1]} <= FOREIGN:
        found["foreign"] = 1
    if char in MEASURES and alone:
        found["measure"] = 1  # 场场爆满
    if after(char) < _UNCOMMON:
        found["uncommon"] = 1
    whom = before[-1:] + pair + ("" if "name" in found else behind[:1])
    if page.count(whom) > 1:
        found["again-here"] = 1
    if before and behind and page.count(before[-1] + char + behind[0]):
        found["once-here"] = 1
    return found


def _wrong(page: str, text: str, at: int) -> bool:
    told = doubled_terms(page, text, at)
    return (
        told is not None and sum(DOUBLED[n] * much for n, much in told.items()) > DOUBLED["least"]
    )


def doubled_characters(sheet: Sheet) -> Iterator[Found]:
    """的的: a character twice where neither a word nor grammar doubles it."""
    if sheet.traditional:
        yield from through_simplified(sheet, _doubled_characters)
    else:
        yield from _doubled_characters(sheet)


def _doubled_characters(sheet: Sheet) -> Iterator[Found]:
    for number, match in matches(sheet, THRICE, PROSE):
        char = match.group(1)
        if char not in _COUNTED and char not in _CALLS:
            yield Found(number, *match.span(), char * 2, "doubled-character", (char,))
    for number, match in matches(sheet, TWICE, PROSE):
        if _wrong(sheet.text, match.string, match.start()):
            char = match.group(1)
            yield Found(number, *match.span(), char, "doubled-character", (char,))
