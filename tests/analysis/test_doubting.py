"""What is asked: one question a place, and no surer of roles than the analysis is right."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from benchmarks.pages.page import make_page
from editor import analysis
from editor.analysis import labels as lab
from editor.analysis.doubting import FLOW, PLACE, tempered
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from editor.model.structure import Role
from editor.model.verdict import FieldTarget, JointTarget
from editor.resources import sample_page


@pytest.mark.parametrize("style", ["plain-house", "noise-strong", "column-narrow", "column-block"])
def test_no_two_questions_stand_at_one_place(style: str) -> None:
    source = Source(make_page(style, "judge", 4, 0).text)
    doubts = analysis.read(source, Decisions(), Style()).doubts
    asked = sorted((d.span.start, d) for d in doubts if not isinstance(d.target, FieldTarget))
    assert asked
    for (start, doubt), (following, _) in pairwise(asked):
        end = start if isinstance(doubt.target, JointTarget) else doubt.span.end
        between = source.text[end:following]
        assert sum(not char.isspace() for char in between) > PLACE


def classes(**shares: float) -> list[float]:
    return [shares.get(name, 0.0) for name in lab.JOINT_CLASSES]


def test_only_what_a_line_is_loses_sureness() -> None:
    rows = np.array(
        [
            classes(run=0.9, paragraph=0.1),
            classes(head=0.98, paragraph=0.02),
            classes(head=0.3, run=0.7),
        ]
    )
    chosen = [lab.JOINT_CLASSES.index(name) for name in ("run", "head", "run")]
    warm = tempered(rows, chosen)
    assert chosen[0] in FLOW
    assert warm[0].tolist() == pytest.approx(rows[0].tolist())
    assert 0.9 < warm[1, chosen[1]] < rows[1, chosen[1]]
    assert 0.5 < warm[2, chosen[2]] < 0.7
    assert warm.sum(axis=1).tolist() == pytest.approx([1, 1, 1])
    assert tempered(rows[:0], []).shape == (0, len(lab.JOINT_CLASSES))


def test_running_text_is_not_asked_about_as_an_aside_for_a_slight_chance() -> None:
    source = read_page(sample_page())
    asked = [d for d in analysis.read(source, Decisions(), Style()).doubts if d.kind == "role"]
    assert not [doubt for doubt in asked if doubt.verdict.value is Role.BODY]
