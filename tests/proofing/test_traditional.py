"""Pages in Traditional characters are judged simplified and mended as they are printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.proofing.likeness import alike
from editor.proofing.lookalikes import lookalikes
from editor.proofing.suspect import Sheet, untraced
from editor.proofing.traditional import forms, simplified


@given(st.text())
def test_what_is_simplified_keeps_its_places(text: str) -> None:
    made = simplified(text)
    assert len(made) == len(text)
    assert simplified(made) == made


def test_each_traditional_character_is_of_one_simplified() -> None:
    held = [form for char, every in forms().items() for form in every if form != char]
    assert len(held) == len(set(held)) > 2500


def test_a_fix_is_in_the_form_that_the_page_prints() -> None:
    for form in "臺台":
        page = f"這個國家的電視{form}們說時間到了。"
        wrong = "他們說，廣播電視合今天開播。"
        found = list(lookalikes(Sheet((untraced(page), untraced(wrong)))))
        assert [(one.passage, one.put) for one in found] == [(1, form)]


def test_look_alikes_go_both_ways_in_either_script() -> None:
    for traditional in (False, True):
        near = alike(traditional)
        assert all(char in near[other] for char, every in near.items() for other in every)
