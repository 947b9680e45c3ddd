"""What is asked: one question a place, of joints sooner than of roles."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.pages.page import make_page
from editor import analysis
from editor.analysis.doubting import PLACE, SURE, SURE_ROLE
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.project import Style
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


def test_joints_are_asked_about_sooner_than_what_a_line_is() -> None:
    limits = {"joint": SURE, "role": SURE_ROLE}
    asked = [
        doubt
        for style in ("noise-strong", "column-pictures", "kind-mixture")
        for doubt in analysis.read(
            Source(make_page(style, "judge", 4, 0).text), Decisions(), Style()
        ).doubts
        if doubt.kind in limits
    ]
    assert {d.kind for d in asked} == set(limits)
    assert all(d.verdict.confidence < limits[d.kind] for d in asked)
    assert SURE_ROLE < SURE


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


def test_running_text_is_not_asked_about_as_an_aside_for_a_slight_chance() -> None:
    source = read_page(sample_page())
    asked = [d for d in analysis.read(source, Decisions(), Style()).doubts if d.kind == "role"]
    assert not [doubt for doubt in asked if doubt.verdict.value is Role.BODY]
