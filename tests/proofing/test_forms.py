"""What a suspect is called wherever it stands."""

from __future__ import annotations

import pytest

from editor.proofing.checks import CHECKS
from editor.proofing.forms import form
from editor.proofing.run import suspect_of
from editor.proofing.suspect import Sheet, untraced


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("渔民己经上岸，大家都很高兴。", ("己经", "已经")),
        ("入民群众都来看船。", ("入民", "人民")),
        ("县里一共补助3O万元。", ("3O", "30")),
    ],
)
def test_a_look_alike_is_called_by_its_word_and_a_number_by_itself(
    text: str, wanted: tuple[str, str]
) -> None:
    (check,) = (check for check in CHECKS if check.name == "lookalike")
    sheet = Sheet((untraced(text),), "zh")
    (found,) = check.find(sheet)
    assert form(suspect_of(sheet.passages[0], check, found)) == wanted
