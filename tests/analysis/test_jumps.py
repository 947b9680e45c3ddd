"""Jump lines and names of pages are told from what only looks like them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.analysis import jumps as jumps_of
from editor.analysis.jumps import label, marks
from editor.analysis.page_names import of_lines

CASES = Path(__file__).parents[1] / "cases"
JUMPS = json.loads((CASES / "jumps.json").read_text("utf-8"))
NAMES = json.loads((CASES / "page_names.json").read_text("utf-8"))


@pytest.mark.parametrize("case", JUMPS["marks"], ids=lambda case: case["text"])
def test_a_jump_mark_is_found(case: dict[str, Any]) -> None:
    (mark,) = marks("春天来了。\n" + case["text"] + "\n")
    assert (mark.forward, mark.number) == (case["on"], case["number"])
    assert mark.title == case.get("title", "")


@pytest.mark.parametrize("text", JUMPS["none"])
def test_what_speaks_of_a_page_is_no_mark(text: str) -> None:
    assert list(marks("春天来了。\n" + text + "\n")) == []


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case["lines"][0])
def test_what_a_page_is_called(case: dict[str, Any]) -> None:
    meta = of_lines(case["lines"])
    assert [meta.paper, meta.date, meta.section, meta.number] == case["name"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("04", "4"),
        ("第四版", "4"),
        ("４", "4"),
        ("A04", "A4"),
        ("二十", "20"),
        ("十一", "11"),
        ("0", "0"),
    ],
)
def test_numbers_of_pages_are_compared_however_printed(printed: str, number: str) -> None:
    assert label(printed) == number


PIECES = (
    "下转", "转", "第", "3", "版", "（", "）", "上接", "接", "（下转第3版）", "（上接第一版）",
    "continued", "on page 3", "(continued", "on", "page", "3)", "SMITH,", "from", "A-4", "turn to",
    "please", "see", "col.", "cont'd", "《春天》", "。", "本报讯 春天来了", " ", "\n", "\n \n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_marks_are_those_that_a_search_through_the_whole_page_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = [found.span() for found in jumps_of._MARK.finditer(text)]
    assert [found.span() for found in jumps_of._found(text)] == whole
