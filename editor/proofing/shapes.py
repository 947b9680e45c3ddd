"""What the checks share: the characters that Chinese text is made of, and walks over passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.model.giving_way import pause
from editor.model.structure import Role
from editor.proofing.suspect import Passage, Sheet

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
"""For a character class."""
CHINESE = f"{HAN}，。、；：？！“”‘’（）《》〈〉【】「」『』…—"
PROSE = frozenset((Role.BODY, Role.NOTE, Role.CAPTION, Role.CROSSHEAD))

MEASURES = frozenset(
    "桩批笔页尺项番道回名遍列幕桩串堆排队颗座把双支根棵丝缕摞群圈封本册首曲顿口盏台趟架箱袋盆盘碗杯壶桶筐篮捆束垛垄畦株茬朵簇滴滩幅面扇块粒节段篇部"
    "卷份辆艘匹只头位间所幢栋级担车船罐瓶包盒摊股团轮场次声句组班拨伙帮代针锤镐刀锹筷勺脚拳枚帧叶顶站机仞匝堂天套家层帐帖张户杆枝楹泓炷爿片瓣盅盎"
    "盾章筒米类绺腔辑集寸"
)
"""What things are counted by, which stand twice behind 一: 一批批, 一笔笔; jieba's among them."""


def printed(sheet: Sheet) -> Iterator[tuple[int, Passage]]:
    """All passages but bylines, which are names and no text; with a pause before each."""
    for number, passage in enumerate(sheet.passages):
        if passage.role is not Role.BYLINE:
            pause()
            yield number, passage


def matches(
    sheet: Sheet, pattern: re.Pattern[str], roles: frozenset[Role] | None = None
) -> Iterator[tuple[int, re.Match[str]]]:
    """Each match of a pattern with the index of its passage."""
    for number, passage in printed(sheet):
        if roles is None or passage.role in roles:
            for match in pattern.finditer(passage.text):
                pause()
                yield number, match


def within(text: str, start: int, end: int, longer: str) -> bool:
    """Whether a range of a text is part of a `longer` word that stands there, or is that word."""
    at = longer.find(text[start:end])
    while at >= 0:
        if start >= at and text.startswith(longer, start - at):
            return True
        at = longer.find(text[start:end], at + 1)
    return False
