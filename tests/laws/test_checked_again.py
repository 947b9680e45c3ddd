"""Checking again what changed finds what checking all would; before that, nothing is astray."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.model.project import Style
from editor.proofing import CHECKS, suspects
from editor.proofing.again import Checked, carried, check_again
from editor.proofing.run import asked
from editor.resources import sample_page
from tests.laws.pages import gestures
from tests.laws.test_fixes import faulty_pages
from tests.laws.test_readings import LAWS, opened


@LAWS
@given(faulty_pages(), st.data())
def test_again_finds_what_all_find(raw: str, data: st.DataObject) -> None:
    session, found = opened(raw), Checked()
    for _ in range(data.draw(st.integers(1, 5))):
        session.do(data.draw(gestures(session.page.source.text, session.reading)))
        reading, page = session.reading, session.page
        on_its_way = carried(found, reading)
        for suspect in on_its_way.found:
            text = suspect.passage.text
            assert text[suspect.start : suspect.end] == suspect.shown
            assert suspect.passage.text in {
                passage.text for one in on_its_way.articles for passage in one.passages
            }
        before = data.draw(st.sampled_from([found, on_its_way]))
        again = check_again(before, reading, Style(), CHECKS)
        assert again is not None
        assert asked(again.found, page, Style()) == suspects(reading, page, Style(), CHECKS)
        found = again


def test_what_did_not_change_is_not_looked_at_again() -> None:
    from editor.editing.typing import TypeText

    session = opened(sample_page().read_text("utf-8"))
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    assert first is not None
    block = session.reading.articles[0].blocks[-1]
    assert session.do(TypeText(block.text, 2, 2, "岸", "type", block.role))
    again = check_again(first, session.reading, Style(), CHECKS)
    assert again is not None
    kept = [one for one in again.articles if first.of(one.article) is one]
    assert len(kept) == len(session.reading.articles) - 1
    assert check_again(first, session.reading, Style(), CHECKS, stop=lambda: True) is None


def test_suspects_go_along_with_what_is_typed_before_them() -> None:
    from editor.editing.typing import TypeText

    session = opened(
        "江边的树绿了，，两岸的人都来看，孩子们也来了,老人也来了。\n船开了，江水涨了。\n"
    )
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    assert first is not None and [one.shown for one in first.found] == ["，，", ","]
    text = session.reading.articles[0].blocks[0].text
    session.do(TypeText(text, 10, 10, "岸边", "type"))
    moved = carried(first, session.reading).found
    assert [one.shown for one in moved] == ["，，", ","]
    assert moved[1].start == first.found[1].start + 2
    session.do(TypeText(session.reading.articles[0].blocks[0].text, 6, 7, "", "type"))
    assert [one.shown for one in carried(first, session.reading).found] == [","]
