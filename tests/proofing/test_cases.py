"""Each check against its examples: positives with their fixes, negatives, known failures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor.files.house import checked
from editor.model.rules import CHECKS as NAMED
from editor.model.structure import Role
from editor.proofing import CHECKS, Check, Found, Passage, Sheet, twice
from editor.proofing.reasons import CODES, NAMES, why
from editor.proofing.run import suspect_of
from editor.proofing.suspect import untraced

CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(check: Check) -> dict[str, Any]:
    return json.loads((CASES / f"checks_{check.name}.json").read_text("utf-8"))


def examples(kind: str) -> Any:
    found = [(check, case) for check in CHECKS for case in cases(check)[kind]]
    return pytest.mark.parametrize(
        ("check", "case"), found, ids=[f"{check.name}-{n}" for n, (check, _) in enumerate(found)]
    )


def sheet_of(check: Check, case: dict[str, Any]) -> Sheet:
    made = [untraced(text) for text in case.get("passages") or [case["text"]]]
    if names := case.get("names"):
        made = [Passage(made[0].traced, Role.BYLINE, names=tuple(names))]
    if dateline := case.get("dateline"):
        made = [Passage(made[0].traced, dateline=dateline)]
    script = case.get("script") or cases(check).get("script", "zh")
    house = checked(("format = 1\n" + cases(check).get("house", "")).encode())
    return Sheet(
        tuple(made),
        script,
        tuple(case.get("roster", ())),
        house.rules,
        case.get("year"),
        tuple(case.get("elsewhere", {}).items()),
    )


def found_in(check: Check, case: dict[str, Any]) -> tuple[Sheet, list[Found]]:
    sheet = sheet_of(check, case)
    assert sheet.script in check.scripts
    return sheet, sorted(check.find(sheet), key=lambda one: (one.passage, one.start))


def shown(sheet: Sheet, found: list[Found]) -> list[str]:
    return [sheet.passages[one.passage].text[one.start : one.end] for one in found]


@examples("positive")
def test_what_is_wrong_is_found_and_its_fix_mends_it(check: Check, case: dict[str, Any]) -> None:
    sheet, found = found_in(check, case)
    assert shown(sheet, found) == case["found"]
    if case["fixed"] is not None:
        text = case["text"]
        for one in reversed(found):
            if one.put is not None:
                text = text[: one.start] + one.put + text[one.end :]
        assert text == case["fixed"]
        again = found_in(check, {**case, "text": text, "names": [text] * ("names" in case)})
        assert shown(*again) == case.get("left", [])
    for one in found:
        assert one.code in CODES
        suspect = suspect_of(sheet.passages[one.passage], check, one)
        assert all(
            why(suspect, language) and "{" not in why(suspect, language)
            for language in ("zh", "en")
        )


@examples("negative")
def test_what_is_right_is_let_be(check: Check, case: dict[str, Any]) -> None:
    sheet, found = found_in(check, case)
    assert shown(sheet, found) == []


@examples("known_failure")
def test_known_failures_are_as_they_are_told(check: Check, case: dict[str, Any]) -> None:
    sheet, found = found_in(check, case)
    assert case["why"]
    assert shown(sheet, found) == case.get("found", [])


SOUND = json.loads((CASES / "sound_text.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("script", "text"), [(script, text) for script in ("zh", "en") for text in SOUND[script]]
)
def test_of_sound_text_no_check_tells_anything(script: str, text: str) -> None:
    sheet = Sheet((untraced(text),), script)
    told = [
        (check.name, one.start)
        for check in CHECKS
        if check.on and script in check.scripts
        for one in check.find(sheet)
    ]
    assert told == []


def test_each_check_has_a_name_for_people_and_examples() -> None:
    assert {check.name for check in CHECKS} == set(NAMES) == set(NAMED)
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    files = {path.stem.removeprefix("checks_") for path in CASES.glob("checks_*.json")}
    assert files == set(NAMES)
    for check in CHECKS:
        assert all(cases(check)[kind] for kind in ("positive", "negative", "known_failure"))


def test_a_quotation_over_several_paragraphs_is_whole() -> None:
    (pairs,) = (check for check in CHECKS if check.name == "pairs")
    for texts in (
        ("他说：“江水涨了。", "“船也开了。", "“人都来了。”"),
        ("他说：“江水涨了。", "船也开了。”"),
    ):
        assert list(pairs.find(Sheet(tuple(map(untraced, texts))))) == []
    left_open = Sheet(tuple(map(untraced, ("他说：“江水涨了。", "船也开了。"))))
    assert shown(left_open, list(pairs.find(left_open))) == ["“"]


def test_what_repeats_without_end_is_not_gone_through_from_each_place() -> None:
    """江江江… of a damaged page: a word of eight characters begins within eight."""

    class Read(str):
        looks = 0

        def __getitem__(self, place: Any) -> str:
            Read.looks += 1
            return super().__getitem__(place)

    twice._word_twice(Read("江" * 6000), 0, 16, 8)
    assert Read.looks < 100
