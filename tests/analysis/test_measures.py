"""The widths of columns, from lines alone: full lines tell them, whatever stands between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.chinese import CHINESE
from editor.analysis.habits import page_habits
from editor.analysis.lines import cut
from editor.model.source import Source

TEXT = "停了三年的渡口昨天早晨又有了船声两岸的人一早就来到江边等着看第一条船靠上栈桥"


def set_in(measure: int, paragraphs: int, ends: int = 5) -> list[str]:
    """Paragraphs set in a measure, their indents lost."""
    found = []
    for _ in range(paragraphs):
        text = TEXT * 3
        found += [text[: measure - 2], text[:measure], text[:measure], text[:ends] + "。"]
    return found


def test_paragraphs_that_lack_no_indent_are_told_by_their_first_lines() -> None:
    flush = [line for _ in range(3) for line in (TEXT[:18], TEXT[18:36], TEXT[:5] + "。")]
    for lines, indent in ((flush, 0.0), (set_in(18, 3), 2.0)):
        found = cut(Source("\n".join(lines)))
        assert page_habits(found, CHINESE.shapes).lost_indent == indent


def measures(lines: list[str]) -> tuple[float, ...]:
    found = cut(Source("\n".join(lines)))
    return page_habits(found, CHINESE.shapes).measures


@given(st.integers(8, 34))
def test_a_page_of_one_measure_has_that_measure_and_no_other(measure: int) -> None:
    assert measures(set_in(measure, 4)) == (float(measure),)


@given(st.integers(10, 20), st.integers(3, 9))
def test_each_articles_own_measure_is_found(measure: int, more: int) -> None:
    found = measures([*set_in(measure, 4), "江边图书馆", *set_in(measure + more, 3)])
    assert set(found) == {float(measure), float(measure + more)}


def test_the_most_used_measure_stands_first() -> None:
    assert measures([*set_in(14, 3), *set_in(21, 6)])[0] == 21.0


def test_neighbouring_measures_are_two() -> None:
    assert set(measures([*set_in(17, 5), *set_in(18, 5)])) == {17.0, 18.0}


def test_a_page_without_running_text_has_a_measure_still() -> None:
    assert measures(["第12版。", "12。"]) == (10.0,)
