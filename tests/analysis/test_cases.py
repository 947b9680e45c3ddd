"""Evidence against its examples: positives, negatives, and failures that are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor.analysis.chinese import CHINESE
from editor.analysis.evidence import OBSERVATIONS, View
from editor.analysis.evidence.datelines import dateline
from editor.analysis.evidence.furniture import caption_shape, furniture_shape
from editor.analysis.evidence.names import glued, own_line
from editor.analysis.habits import page_habits
from editor.analysis.joining import running, shape_places
from editor.analysis.lines import closed_up, cut
from editor.analysis.metrics import extent, first_unit
from editor.model.source import Source

CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(name: str) -> dict[str, Any]:
    return json.loads((CASES / f"analysis_{name}.json").read_text("utf-8"))


def each(name: str, *kinds: str) -> Any:
    found = cases(name)
    return pytest.mark.parametrize("case", [c for kind in kinds for c in found.get(kind, [])])


@each("datelines", "positive")
def test_datelines_are_found_with_their_reporters(case: dict[str, Any]) -> None:
    found = dateline(case["text"])
    assert found is not None
    assert case["text"][: found.end] == case["dateline"]
    assert [case["text"][a:b] for a, b in found.names] == case["names"]
    assert found.sure is case.get("sure", True)


@each("datelines", "negative", "known_failure")
def test_other_beginnings_are_no_dateline(case: dict[str, Any]) -> None:
    assert dateline(case["text"]) is None


@each("bylines", "positive", "known_failure")
def test_byline_lines_have_a_form_and_names(case: dict[str, Any]) -> None:
    form, names = own_line(case["line"])
    assert form == case["form"]
    if "names" in case:
        assert [case["line"][a:b] for a, b in names.spans] == case["names"]


@each("bylines", "negative")
def test_other_lines_are_no_byline(case: dict[str, Any]) -> None:
    assert own_line(case["line"])[0] == ""


@each("bylines", "tails")
def test_bylines_behind_text(case: dict[str, Any]) -> None:
    tail = glued(case["text"])
    assert (case["text"][tail.at :] if tail else None) == case["tail"]
    assert (tail.form if tail else None) == case["form"]


@each("furniture", "positive", "negative", "known_failure")
def test_furniture_and_captions_by_shape(case: dict[str, Any]) -> None:
    assert furniture_shape(case["line"]) == case.get("kind", "")
    assert caption_shape(case["line"]) == case.get("caption", "")


@each("lines", "shapes")
def test_spaced_out_lines_are_closed_up_and_places_kept(case: dict[str, Any]) -> None:
    (line,) = cut(Source(case["raw"]))
    assert (line.shape, line.spaced) == (case["shape"], case["spaced"])
    places = shape_places(case["raw"], line.shape)
    printed = [(char, case["raw"][at]) for char, at in zip(line.shape, places, strict=False)]
    assert all(a == b for a, b in printed if a != " ")
    assert closed_up(case["raw"])[1] == case["spaced"]


@each("lines", "widths")
def test_widths_are_intervals(case: dict[str, Any]) -> None:
    found = extent(case["text"])
    assert (found.low, found.high) == (case["low"], case["high"])
    assert found.low <= found.natural <= found.high


@each("lines", "units")
def test_first_unbreakable_units(case: dict[str, Any]) -> None:
    found = first_unit(case["text"])
    assert (found.low, found.high) == (case["low"], case["high"])


@each("lines", "joins")
def test_running_joints(case: dict[str, Any]) -> None:
    joint = running(case["left"], case["right"], case.get("page", ""), latin=False)
    assert joint.value == case["joint"]


def seen(case: dict[str, Any]) -> set[str]:
    """The names of what is seen at the line of a case."""
    lines = cut(Source("\n".join(case["lines"])))
    view = View(lines, page_habits(lines, CHINESE.shapes), CHINESE)
    return {name for observation in OBSERVATIONS for name, _ in observation(view, case["at"])}


@each("seen", "positive")
def test_what_is_there_is_seen(case: dict[str, Any]) -> None:
    assert case["seen"] in seen(case)


@each("seen", "negative")
def test_what_is_not_there_is_not_seen(case: dict[str, Any]) -> None:
    assert case["seen"] not in seen(case)
