"""Law: lines that are alike to an observation see the same, and none that sees it is left out.

What is seen of all lines at once is what each line is seen as by itself: on pages of the
project's own, damaged at random, and on random lines of what shapes are made of.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.pages.page import make_page
from benchmarks.pages.styles import STYLES
from editor.analysis.evidence import OBSERVATIONS
from editor.analysis.evidence.alike import ALIKE
from editor.analysis.evidence.traits import counted
from editor.analysis.evidence.view import View
from editor.analysis.labels import COUNT
from editor.analysis.lines import cut
from editor.analysis.observe import observed
from editor.analysis.scripts import remembering, script
from editor.model.source import Source

MARKS = "，。、；：！？“”（）《》—…·A1x0 \u3000摄图版报日年月\U0001f600\U00020001"
PIECES = [
    "本报讯", "（记者张三、李四）", "新华社北京10月19日电", "本报记者 王小明",
    "王 波", "□ 赵雷 文/图",
    "责编：李雷", "第3版", "2024年5月30日 星期四", "（下转第二版）",
    "（上接第一版）", "图为检修现场。",
    "李雷 摄", "新华社发", "要闻", "一、", "（二）", "相关链接",
    "编者按：", "近日，", "他说，", "据悉，", "会议指出，", "坦言：",
    "张明表示，", "今年以来，", "29日，", "“茶好喝。”", "电话：12345678", "邮箱 a@b.cn",
    "夜里的灯亮着", "山那边的雨停了", "大家都很高兴", "。", "！”", "……",
    "——", "，", "\n", "\n\n", "\f",
]  # fmt: skip


def check(text: str) -> None:
    """Hold what is seen of all lines of a page to what each of them sees."""
    chinese = script("zh")
    lines = cut(Source(text))
    if not lines:
        return
    habits = chinese.habits(lines, chinese.shapes)
    whole = View(lines, habits, remembering(chinese), frozenset())
    single = View(lines, habits, replace(chinese, alike={}), frozenset())
    shares = np.random.default_rng(len(lines)).dirichlet(np.ones(COUNT) * 0.05, len(lines))
    table = chinese.tables()
    part = (len(lines) // 3, min(len(lines), len(lines) // 3 + 20))
    for traits in (None, counted(single, shares)):
        whole, single = replace(whole, traits=traits), replace(single, traits=traits)
        for stretch in ((0, len(lines)), part):
            for observation in OBSERVATIONS:
                told, seen = (
                    observed(view, stretch, (observation,), table) for view in (whole, single)
                )
                assert list(told) == list(seen), observation.__name__


@pytest.mark.parametrize("style", sorted(STYLES)[::3])
def test_all_lines_at_once_see_what_each_sees(style):
    """Own pages, as they are and with marks strewn over them."""
    text = make_page(style, "judge", 9, 0).text
    check(text)
    rng = Random(3)
    check("".join(rng.choice(MARKS) if c != "\n" and rng.random() < 0.04 else c for c in text))


@given(st.lists(st.sampled_from(PIECES) | st.text(MARKS, max_size=3), max_size=60))
def test_random_lines_see_what_each_sees(pieces):
    """Pieces of shapes in any order, with line ends between some of them."""
    check("".join(pieces))


def test_every_observation_is_told_of():
    """An observation that nothing is told of is asked at each line, which costs."""
    assert set(ALIKE) == set(OBSERVATIONS)
