"""Characters that are taken for one another: of one shape, or of one sound."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import permutations

from editor.proofing.traditional import simplified
from editor.resources import resource

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""What many say alike."""
_OFTEN = (
    "己已巳 日曰 未末 人入八 干千于 土士 大太犬 天夫 王主玉 刀力 申由甲田中 问间 候侯 代伐 戊戌戍 "
    "今令 兔免 折拆 休体 帅师 鸟乌 冶治 没设 活话 了子 自目 右石 午牛 本木 住往 辨辩 拨拔 贝见 "
    "枝技 管营 而面 持特 名各 处外 白百 史吏 东车 几儿 开升 九丸 丢去 厂广 风凤 专传"
).split()
"""Characters that stand for one another most often, in recognition and in print."""


@cache
def alike(traditional: bool = False) -> dict[str, str]:
    """Each character with those that may be meant by it.

    `traditional`: with those that look alike in Traditional print alone; all in simplified
    characters.
    """
    found: dict[str, list[str]] = defaultdict(list)
    names = ["words/lookalikes.txt", *["words/lookalikes-traditional.txt"] * traditional]
    for name in names:
        for line in simplified(resource(name).read_text("utf-8")).splitlines():
            if line and not line.startswith("#"):
                found[line[0]].extend(line[1:])
                for other in line[1:]:
                    found[other].append(line[0])
    return {char: "".join(dict.fromkeys(held)) for char, held in found.items()}


@cache
def taken_often() -> frozenset[tuple[str, str]]:
    """Characters that stand for one another most often."""
    return frozenset(pair for group in _OFTEN for pair in permutations(group, 2))


@cache
def _rare() -> dict[str, str]:
    lines = resource("words/lookalikes-rare.txt").read_text("utf-8").splitlines()
    return {line[0]: line[1:] for line in lines}


@cache
def meant(char: str, traditional: bool = False) -> str:
    """What may be meant by a character: its look-alikes, or what print has and looks like it.

    The second for characters that GB 2312 has not (旂 for 旅), the simplified one first.
    """
    if char in alike(traditional):
        return alike(traditional)[char]
    simple = simplified(char).replace(char, "")
    return "".join(dict.fromkeys(simple + _rare().get(char, "")))


@lru_cache(maxsize=4096)
def _sound(char: str, *, strictly: bool = False) -> str:
    """How a character is said, without its tone; what many say alike as one."""
    from pypinyin import lazy_pinyin

    found = "".join(lazy_pinyin(char))
    if strictly:
        return found
    for one, other in _FUZZY:
        found = found.replace(one, other)
    return f"n{found[1:]}" if found[:1] == "l" else found


@lru_cache(maxsize=1 << 16)
def taken_for(one: str, other: str, *, strictly: bool = False) -> bool:
    """Whether two characters look or sound alike; `strictly`: to those who tell zh from z too."""
    one, other = simplified(one), simplified(other)
    same = _sound(one, strictly=strictly) == _sound(other, strictly=strictly)
    return same or other in alike().get(one, "")
