"""The language model of word pairs: the likeliest cut, and files that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.proofing.bigrams import LONGEST, MAGIC, likelihood, model, parse

CHARACTERS = "我们已经己完成了任务人民入群众在江边堤上工作龘"


def cuts(text: str) -> list[list[str]]:
    """All ways to cut a text into words of the model and single characters."""
    if not text:
        return [[]]
    return [
        [text[:end], *rest]
        for end in range(1, min(len(text), LONGEST) + 1)
        if end == 1 or model().place(text[:end]) >= 0
        for rest in cuts(text[end:])
    ]


def chance(words: list[str]) -> float:
    """The chance of a text that is cut so, of words that the model has."""
    places = [model().place(word) for word in words]
    first = -0.08 * model().chances[places[0]]
    return first + sum(model().follows(*pair) for pair in pairwise(places))


@given(st.text(st.sampled_from(CHARACTERS[:-1]), min_size=1, max_size=9))
def test_no_cut_is_likelier_than_the_one_found(text: str) -> None:
    assert likelihood(text) == pytest.approx(max(map(chance, cuts(text))))


@pytest.mark.parametrize(
    ("sound", "wrong"),
    [
        ("已经完成了任务", "己经完成了任务"),
        ("人民群众在江边", "入民群众在江边"),
        ("乘客在车上睡着了", "乘客在车土睡着了"),
    ],
)
def test_sound_text_is_likelier_than_its_misprint(sound: str, wrong: str) -> None:
    assert likelihood(sound) > likelihood(wrong) + 5


def test_a_character_that_no_model_has_costs_but_stops_nothing() -> None:
    assert -40 < likelihood("龘在上") < likelihood("我在上")
    assert likelihood("") == 0
    assert model().place("𠮷") == model().place("") == -1


@pytest.mark.parametrize("data", [b"", b"PK", MAGIC[:-1] + b"2"])
def test_another_file_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="no language model"):
        parse(data)
