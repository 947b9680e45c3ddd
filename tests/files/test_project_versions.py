"""Files of every version open, and what is saved is as the published schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from editor.files.errors import ProjectError
from editor.files.project import from_bytes, load, to_bytes
from editor.files.project_versions import UPGRADES, VERSION
from editor.model.decisions import FIELDS, Habit, Pin
from editor.model.project import Project
from editor.model.structure import Joint, Role
from editor.resources import resource
from tests.files.test_project import projects

KEPT = Path(__file__).parent / "projects"


def schema() -> Any:
    return json.loads(resource("schema/project.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def test_the_schema_knows_every_kind_of_decision_role_and_joint() -> None:
    parts = schema()["$defs"]
    assert set(parts["decisions"]["properties"]) == set(FIELDS)
    assert set(parts["delta"]["properties"]) == set(FIELDS)
    assert set(parts["role"]["enum"]) == {role.value for role in Role}
    assert set(parts["joint"]["enum"]) == {joint.value for joint in Joint}
    assert schema()["properties"]["galley"] == {"const": VERSION}


@given(projects())
def test_what_is_saved_is_as_the_schema_says(project: Project) -> None:
    errors = Draft202012Validator(schema()).iter_errors(json.loads(to_bytes(project)))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_version_opens(version: int, validator: Draft202012Validator) -> None:
    path = KEPT / f"version-{version}.galley"
    raw = json.loads(path.read_text("utf-8"))
    assert raw["galley"] == version
    project = load(path)
    saved = json.loads(to_bytes(project))
    assert saved == {**raw, "galley": VERSION}  # all that it said is said again
    assert list(validator.iter_errors(saved)) == []
    page = project.pages[0]
    text = page.source.text
    assert [text[e.span.start : e.span.end] for e in page.decisions.roles] == ["柳树绿了"]
    assert page.decisions.patches[0].text == "前天" and page.decisions.patches[0].mark.who == "林"
    assert project.style.roster == ("林山",)
    if version >= 2:
        assert page.decisions.moves[0].whole and page.decisions.moves[0].joint is Joint.ARTICLE
        assert [(pin.habit, pin.value) for pin in page.decisions.pins] == [
            (Habit.HEADLINES, "after")
        ]
        assert isinstance(page.decisions.pins[0], Pin) and project.view is not None


def test_what_a_step_of_the_second_version_could_not_do_is_not_done_by_its_reader() -> None:
    whole = json.loads((KEPT / "version-2.galley").read_text("utf-8"))
    whole["away"] = "not pages"
    whole["history"]["steps"][0]["order"] = {"before": [], "after": []}
    assert from_bytes(json.dumps(whole).encode()) == load(KEPT / "version-2.galley")


def test_steps_over_several_pages_are_there_and_lead_back() -> None:
    project = load(KEPT / "version-3.galley")
    assert [page.key for page in project.away] and len(project.links) == 2
    names = [step.name for step in project.history.steps[-8:]]
    assert names[:2] == ["add-pages", "call-page"] and "remove-page" in names
    for step in reversed(project.history.steps[: project.history.at]):
        project = project.stepped(step.inverse())
    assert len(project.pages) == 1 and len(project.links) == 1


def test_there_is_a_reader_for_every_older_version() -> None:
    assert sorted(UPGRADES) == list(range(1, VERSION))


@pytest.mark.parametrize(("language", "word"), [("en", "newer Galley"), ("zh", "更新版本的校样")])
def test_a_newer_version_is_refused_whatever_else_stands_in_it(language: str, word: str) -> None:
    newer = {"galley": VERSION + 1, "sheets": {"quite": "another form"}}
    with pytest.raises(ProjectError) as caught:
        from_bytes(json.dumps(newer).encode())
    assert caught.value.code == "newer" and word in caught.value.message(language)
