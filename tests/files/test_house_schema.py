"""The published schema of the house file says what the reader says."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from editor.files.docx.styles import BUILT_IN, SIZES
from editor.files.errors import FileError
from editor.files.house import PARTS, SECTIONS, SHIPPED, checked
from editor.files.house_rules import _CHOICES
from editor.model.rules import CHECKS, SETTINGS, SEVERITIES
from editor.resources import resource

SCHEMA: dict[str, Any] = json.loads(resource("schema/house.json").read_text("utf-8"))
PAGE = Path(__file__).parents[2] / "docs" / "house-file.md"
BASE = '[word.styles.base]\neast_asia = "宋体"\nlatin = "Arial"\nsize = 12\n'


def fits(text: str) -> bool:
    """Whether the schema takes it."""
    return bool(Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text)))


def reads(text: str) -> bool:
    """Whether Galley takes it."""
    try:
        checked(text.encode())
    except FileError:
        return False
    return True


def test_the_schema_is_one_and_knows_every_name() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    top, own = SCHEMA["properties"], SCHEMA["$defs"]
    assert set(top) == {"format", "name", *SECTIONS}
    assert set(top["checks"]["propertyNames"]["enum"]) == set(CHECKS)
    assert tuple(own["setting"]["enum"]) == SETTINGS
    assert tuple(own["term"]["properties"]["severity"]["enum"]) == SEVERITIES
    word = top["word"]["properties"]
    assert set(word["styles"]["properties"]) == {*BUILT_IN, "dateline"}
    assert set(word["include"]["items"]["enum"]) == set(PARTS)
    assert set(own["size"]["oneOf"][1]["enum"]) == set(SIZES)
    numerals = top["numerals"]["properties"]
    assert {name: tuple(what["enum"]) for name, what in numerals.items()} == _CHOICES


@pytest.mark.parametrize("key", SHIPPED)
def test_the_houses_that_ship_fit(key: str) -> None:
    assert fits(resource(f"house/{key}.toml").read_text("utf-8"))


def test_the_examples_of_the_page_fit_and_are_read() -> None:
    blocks = re.findall(r"(?:^ {4}.*\n|^\n)+", PAGE.read_text("utf-8"), re.MULTILINE)
    examples = [re.sub(r"^ {4}", "", block, flags=re.MULTILINE) for block in blocks if "[" in block]
    assert len(examples) >= 2
    for example in examples:
        text = example if "format = 1" in example else f"format = 1\n{example}"
        if "[word]" in text:
            text += BASE
        assert reads(text) and fits(text), example


@pytest.mark.parametrize(
    "line",
    [
        "size = 3",
        'size = "九号"',
        "indent = 21",
        "bold = 1",
        'align = "middle"',
        'line = "28"',
        "line = 11",
        "before = -1",
        "blod = true",
        'latin = ""',
        f'latin = "{"x" * 32}"',
    ],
)
def test_a_slip_in_a_look_is_refused_by_both(line: str) -> None:
    name = line.split(" ")[0]
    base = "\n".join(own for own in BASE.splitlines() if not own.startswith(f"{name} "))
    text = f"format = 1\n{base}\n{line}\n"
    assert not fits(text) and not reads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format = 2",
        "format = 1\nother = 1",
        'format = 1\n[checks]\nspelling = "on"',
        'format = 1\n[checks]\nspace = "loud"',
        "format = 1\n[roster]",
        'format = 1\n[terms]\n"帐号" = ""',
        'format = 1\n[terms]\n"帐号" = { puts = "账号" }',
        'format = 1\n[numerals]\ndates = "roman"',
        'format = 1\n[spacing]\nlatin = "wide"',
        'format = 1\n[patterns]\n"x" = { put = "y" }',
        'format = 1\n[patterns]\n"x" = { find = "" }',
        'format = 1\n[word]\nnames = "{n}"',
        f"format = 1\n{BASE}\n[word.page]\nwidth = 2000",
        f"format = 1\n{BASE}\n[word.styles.title]\nsize = 12",
        f'format = 1\n[word]\ninclude = ["body"]\n{BASE}',
    ],
)
def test_a_slip_anywhere_is_refused_by_both(text: str) -> None:
    assert not fits(text) and not reads(text)
