"""What stands twice: a character, a word, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.analysis.evidence.names import SURNAMES
from editor.proofing import lexicon
from editor.proofing.shapes import HAN, PROSE, matches, printed
from editor.proofing.suspect import Found, Sheet

_TWICE = re.compile(rf"([{HAN}])\1")
_COUNTED = frozenset("〇零一二三四五六七八九十百千万亿两")
LAWFUL = frozenset(
    "天年月日夜时刻代家户村人个件条张片阵层座棵样步处种次句字声点滴事"
    "妈爸爷奶哥姐弟妹叔婶姥舅姑宝娃星猩蛐蝈狒太"
    "慢渐常往刚仅偏稍略轻悄默静缓深牢紧远久早晚好大小多少满高红绿白黑蓝暖凉热"
    "看听说想试走坐问谈聊讲尝逛转歇读写画唱跳玩笑等找学练教查聚谢摸碰数算"
    "哈呵嘿嘻呜嗡哗咚叮当滴嗒沙潺淙隆轰啦喳汪咪咕啊嗯哦喔哎对来快"
    "节巴沃瓣欣熊赫耿孜频屡比纷匆茫苍荡滔滚源熠闪冉袅娓侃津芸靡翩彬区堂团郁蒙沉甸"
)
"""Characters that are lawful twice, also where no dictionary has the pair."""
_NEVER = frozenset("的了在和与把被从向由于及或其这该所将为以而但并")
"""Words that never follow themselves; where they do, one of them belongs to a longer word."""
_BODIES = frozenset("部厅局州市省县区院校队会党团社国军组委办处馆站厂店村镇乡科庭山河花化")
"""Ends of names that a word may follow which begins with the same character: 水利部部长."""
_NAMES = re.compile(rf"(?:记者|通讯员|摄影|[（、 \u3000])[{HAN}]$")
_AFTER = frozenset("都会在能要就将向对为得说的了有和上下以可也还再更才用")
"""Words that may follow a word that ends with them: 首都都, 机会会, 现在在."""
_ENDS = frozenset("得说的了有下上会行能用")
"""Those of them that a clause may end with."""
_JOINT = 2.0
"""Nats that one word over the joint of two is to be likelier."""
_OFTEN = 100
"""How often a pair stands in jieba's counts that is more than somebody's name."""
_GAIN = 7.5
"""Nats by which the text without one of the two must be likelier."""


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The Chinese before and behind a place, up to six characters."""
    before = re.search(f"[{HAN}]*$", text[max(0, start - 6) : start])
    behind = re.match(f"[{HAN}]*", text[end : end + 6])
    return before.group() if before else "", behind.group() if behind else ""


def _wrong(text: str, at: int) -> bool:
    """Whether the two alike characters at `at` are one too many."""
    char = text[at]
    before, behind = _around(text, at, at + 2)
    if _NAMES.search(text[:at][-8:]) and not behind:  # 肖新新
        return False
    if char in _COUNTED or before[-1:] == char or behind[:1] == char:
        return False
    if char in LAWFUL or before[-1:] == "一":
        return False
    if before[-1:] and lexicon.known(before[-1] + char * 2):  # 绿油油
        return False
    pair = behind[:2]
    if len(pair) == 2 and pair[0] == pair[1] and lexicon.known(char + pair[0]):  # 热热闹闹
        return False
    if len(before) > 1 and before[-1] == before[-2]:
        return False
    whole, words = lexicon.best(before + char * 2 + behind)
    once, parts = lexicon.best(before + char + behind)
    place, starts, offset = len(before), {}, 0
    for word in words:
        starts[offset] = word
        offset += len(word)
    if starts.get(place) == char * 2 and lexicon.known(char * 2, _OFTEN):
        return False
    second = starts.get(place + 1, "")
    gain = once - whole
    if place not in starts and len(second) > 1:  # 两国国际: the end of one word and another's start
        return (
            char not in _BODIES and gain > _JOINT and len(lexicon.holding(parts, place)) > 3
        )  # 难以以为继
    if len(second) > 1 and char in _BODIES and before:  # 交通运输部部长
        return False
    if before[-1:] in ("不", "没") and not lexicon.known(char * 2):  # 不搞搞
        return True
    alone = starts.get(place) == char and second == char
    if starts.get(place - 1) in SURNAMES and char not in _NEVER and second == char:  # 沈旭旭说
        return False
    if char == "在" and len(second) > 1:  # 在在线
        return False
    if starts.get(place) == char and len(second) > 1 and gain > 3.5:  # 出出口
        return True
    after = _AFTER if behind else _ENDS
    if place not in starts and second == char and gain > 4.0 and char not in after:  # 降到到
        return True
    return gain > _GAIN or (alone and (char in _NEVER or gain > 4.0))


def doubled_characters(sheet: Sheet) -> Iterator[Found]:
    """的的: a character twice where neither a word nor grammar doubles it."""
    if sheet.traditional:  # jieba's words are simplified ones
        return
    for number, match in matches(sheet, _TWICE, PROSE):
        if _wrong(match.string, match.start()):
            char = match.group(1)
            yield Found(number, *match.span(), char, "doubled-character", (char,))


_WORDS = re.compile(rf"(?P<w>[{HAN}]{{2,8}})(?P=w)|(?P<c>[{HAN}0-9]{{3,16}}[，、；])(?P=c)")
_MAY = frozenset(
    "很多 许多 非常 特别 研究 讨论 商量 考虑 学习 了解 锻炼 休息 打听 收拾 放松 体验 感受 认识 "
    "介绍 观察 琢磨 咨询 宣传 比较 改进 多多 哈哈 加油 轰隆 叮当 哗啦 咕噜 好久 很久 永远 来了 "
    "谢谢 好的 是的 对对 快来 快看 走走 看看 慢慢 意思 十分 太多 太美 千万 一点 滴答 突突"
    " 布谷".split()
)


def _cut_at(text: str, start: int, end: int) -> bool:
    """Whether a word begins at `start`: 俄罗斯罗斯托夫 has none there."""
    before, behind = _around(text, start, end)
    at = 0
    for word in lexicon.best(before + text[start:end] + behind)[1]:
        if at >= len(before):
            break
        at += len(word)
    return at == len(before)


def doubled_words(sheet: Sheet) -> Iterator[Found]:
    """A word or a clause twice: 发展发展. 一步一步 and 讨论讨论 are lawful."""
    for number, match in matches(sheet, _WORDS, PROSE):
        once = match["w"] or match["c"]
        if match["w"]:
            if once[0] in "一" or once in _MAY or len(set(once)) == 1:
                continue
            if set(once) <= _COUNTED or (len(once) == 2 and once[1] in "着啊呀吧"):  # 跑着跑着
                continue
            if len(once) < 4 and not _cut_at(match.string, match.start(), match.end()):
                continue
        yield Found(number, *match.span(), once, "doubled-word", (once,))


def repeated_paragraphs(sheet: Sheet) -> Iterator[Found]:
    """A paragraph that the page has had before, but for white space."""
    seen: set[str] = set()
    for number, passage in printed(sheet):
        bare = "".join(passage.text.split())
        if len(bare) < 20 or passage.role not in PROSE:
            continue
        if bare in seen:
            yield Found(number, 0, len(passage.text), None, "repeated-paragraph", (bare[:10],))
        seen.add(bare)
