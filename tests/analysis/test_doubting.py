"""What is asked: one question a place, of joints sooner than of roles."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.pages.page import make_page
from editor import analysis
from editor.analysis.doubting import DAMAGED, PLACE
from editor.analysis.judging import SURE
from editor.editing.answers import AnswerDoubt
from editor.files.text import read_page
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page, Style
from editor.model.source import Source
from editor.model.structure import Role
from editor.model.verdict import FieldTarget, JointTarget
from editor.resources import sample_page


@pytest.mark.parametrize("style", ["plain-full", "noise-strong", "column-narrow", "column-block"])
def test_no_two_questions_stand_at_one_place(style: str) -> None:
    source = Source(make_page(style, "judge", 4, 0).text)
    doubts = analysis.read(source, Decisions(), Style()).doubts
    asked = sorted((d.span.start, d) for d in doubts if not isinstance(d.target, FieldTarget))
    assert asked
    for (start, doubt), (following, _) in pairwise(asked):
        end = start if isinstance(doubt.target, JointTarget) else doubt.span.end
        between = source.text[end:following]
        assert sum(not char.isspace() for char in between) > PLACE


def test_nothing_is_asked_that_the_analysis_is_sure_of() -> None:
    highest = max(DAMAGED, *SURE.values())
    asked = [
        doubt
        for style in ("noise-strong", "column-pictures", "kind-mixture")
        for doubt in analysis.read(
            Source(make_page(style, "judge", 4, 0).text), Decisions(), Style()
        ).doubts
        if doubt.kind in ("joint", "role")
    ]
    assert {d.kind for d in asked} == {"joint", "role"}
    assert all(d.verdict.confidence < highest for d in asked)


def test_a_paragraph_behind_a_stop_is_asked_about_sooner_than_one_inside_a_sentence() -> None:
    assert SURE["inside"] < SURE["stop"]


def test_a_block_in_question_is_asked_about_where_it_begins() -> None:
    source = Source(make_page("column-wide", "judge", 77, 3).text)
    doubts = analysis.read(source, Decisions(), Style()).doubts
    first = source.text.index("夜市摆出8个摊位")
    assert any(d.span.start == first and d.verdict.value is Role.HEADLINE for d in doubts)


def test_where_a_damaged_dateline_ends_is_asked() -> None:
    text = (
        "新馆里的一天\n本报讯 （（记者 林小满江边图书馆昨日开门，\n孩子们一早就在门口等着看书。\n"
    )
    (doubt,) = (
        d
        for d in analysis.read(Source(text), Decisions(), Style()).doubts
        if d.verdict.value is Role.DATELINE
    )
    assert text[doubt.span.start : doubt.span.end].strip() == "（（记者 林小满"
    assert [other.value for other in doubt.verdict.alternatives] == [Role.BODY]


def test_a_reporter_who_runs_into_the_text_is_asked_about() -> None:
    text = (
        "新馆里的一天\n东江晨报讯 记者林小满来自江边图书馆的消息，\n孩子们一早就在门口等着看书。\n"
    )
    (doubt,) = (
        d
        for d in analysis.read(Source(text), Decisions(), Style()).doubts
        if d.verdict.rule == "role-dateline"
    )
    assert text[doubt.span.start : doubt.span.end].strip() == "记者林小满"
    assert doubt.verdict.value is Role.BODY
    assert [other.value for other in doubt.verdict.alternatives] == [Role.DATELINE]


def test_the_only_bare_place_before_a_dash_is_asked_about() -> None:
    story = (
        "Council opens {what}\nBy JANE DOE\n{place}The council opened a new {what} by the river\n"
        "this week, with rooms for children and a reading hall.\nIt will open every day.\n"
    )
    first = story.format(what="library", place="HARBOUR — ")
    one = Source(first + story.format(what="school", place=""))
    both = Source(first + story.format(what="school", place="BRIDGE — "))

    def asked(source: Source) -> list[str]:
        doubts = analysis.read(source, Decisions(), Style()).doubts
        return [
            source.text[d.span.start : d.span.end]
            for d in doubts
            if d.verdict.rule == "role-dateline"
        ]

    assert asked(one) == ["HARBOUR —"]
    assert asked(both) == []
    reading = analysis.read(one, Decisions(), Style())
    assert reading.articles[0].dateline is None
    assert reading.articles[0].blocks[0].text.text.startswith("HARBOUR — The council")
    (doubt,) = (d for d in reading.doubts if d.verdict.rule == "role-dateline")
    taken = AnswerDoubt(doubt, 1).apply(Page("p", one), reading, Mark())
    dated = analysis.read(one, taken, Style()).articles[0]
    assert dated.dateline is not None
    assert dated.dateline.text == "HARBOUR —"


def test_running_text_is_not_asked_about_as_an_aside_for_a_slight_chance() -> None:
    source = read_page(sample_page())
    asked = [d for d in analysis.read(source, Decisions(), Style()).doubts if d.kind == "role"]
    assert not [doubt for doubt in asked if doubt.verdict.value is Role.BODY]
