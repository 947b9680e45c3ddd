"""What checks were told to let be is kept: forms of the whole project, places of a page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.errors import ProjectError
from editor.files.project import from_bytes, to_bytes
from editor.model import consistent
from editor.model.decisions import Delta, Mark
from editor.model.history import History, Step, StyleChange
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.rules import Quiet
from editor.model.source import Source
from tests.files.test_project_versions import schema

forms = st.builds(
    Quiet, st.sampled_from(["term", "doubled-mark"]), st.text("，。甲 乙", min_size=1)
)
PAGE = Page("p1", Source("江水涨了"))


@given(st.lists(forms, unique=True), st.lists(forms, unique=True))
def test_forms_that_are_let_be_and_how_they_came_are_kept(
    first: list[Quiet], more: list[Quiet]
) -> None:
    project = Project((PAGE,))
    steps = [Step("dismiss-all", "p1", Delta(), style=StyleChange(quiet=(one,))) for one in first]
    steps += [Step("back", "p1", Delta(), style=StyleChange(asked=(one,))) for one in more]
    for step in steps:
        project = project.stepped(step)
    assert set(project.style.quiet) == set(first) - set(more)
    project = replace(project, history=History(tuple(steps), len(steps)))
    kept = from_bytes(to_bytes(project))
    assert kept.style == project.style and kept.history == project.history
    if new := [step for step in steps[:1] if step.style.quiet]:
        there = Project((PAGE,)).stepped(new[0])
        assert there.stepped(new[0].inverse()) == Project((PAGE,))


def test_what_is_saved_is_as_the_schema_says_and_other_fields_are_refused() -> None:
    from jsonschema import Draft202012Validator

    step = Step("dismiss-all", "p1", Delta(), style=StyleChange(quiet=(Quiet("term", "其它"),)))
    project = replace(Project((PAGE,)).stepped(step), history=History((step,), 1))
    told = json.loads(to_bytes(project))
    Draft202012Validator(schema()).validate(told)
    told["style"]["quiet"][0]["more"] = 1
    with pytest.raises(ProjectError) as error:
        from_bytes(json.dumps(told).encode())
    assert "style.quiet[0]" in error.value.message("en")


def test_a_place_where_a_mark_is_missing_can_be_let_be() -> None:
    for at in (2, len(PAGE.source.text)):
        decided = consistent.with_dismissed(
            PAGE.decisions, "final-mark", Span(at, at), True, Mark("a", "2026-01-02T03:04:05Z")
        )
        project = Project((PAGE.decided(decided),))
        assert from_bytes(to_bytes(project)).pages == project.pages
