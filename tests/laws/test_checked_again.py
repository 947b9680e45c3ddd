"""Checking again what changed finds what checking all would; before that, nothing is astray."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.giving_way import giving_way
from editor.model.project import Style
from editor.proofing import CHECKS, again, suspects
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
        newer = check_again(before, reading, Style(), CHECKS)
        assert asked(newer.found, page, Style()) == suspects(reading, page, Style(), CHECKS)
        found = newer


def test_what_did_not_change_is_not_looked_at_again() -> None:
    from editor.editing.typing import TypeText

    session = opened(sample_page().read_text("utf-8"))
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    block = session.reading.articles[0].blocks[-1]
    assert session.do(TypeText(block.text, 2, 2, "岸", "type", block.role))
    newer = check_again(first, session.reading, Style(), CHECKS)
    kept = [one for one in newer.articles if first.of(one.article) is one]
    assert len(kept) == len(session.reading.articles) - 1


class _EndError(Exception):
    pass


def _end() -> None:
    raise _EndError


def test_checks_end_where_nobody_wants_them() -> None:
    session = opened(sample_page().read_text("utf-8"))
    with pytest.raises(_EndError), giving_way(_end):
        check_again(Checked(), session.reading, Style(), CHECKS)


def test_what_is_near_is_checked_and_told_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "SOON", 1)
    monkeypatch.setattr(again, "LATER", 1)
    session = opened(sample_page().read_text("utf-8"))
    articles = session.reading.articles
    told: list[Checked] = []
    last = check_again(Checked(), session.reading, Style(), CHECKS, first=2, come=told.append)
    quick = [{articles.index(one.article) for one in part.articles} for part in told]
    whole = [{at for at, one in enumerate(articles) if part.of(one)} for part in told]
    count = len(articles)
    for order in (quick[:count], whole[-count:]):
        assert order[0] == {2}
        for before, later in pairwise(order):
            (new,) = later - before
            assert all(abs(new - 2) >= abs(at - 2) for at in before), "from where one looks"
        assert order[-1] == set(range(count))
    assert not any(whole[:count]), "what asks words comes when all else was told"
    # what was told is known the next time, and nothing is lost by it
    for part in told:
        assert check_again(part, session.reading, Style(), CHECKS).found == last.found


def test_what_words_told_stands_until_they_are_asked_again() -> None:
    from editor.editing.typing import TypeText

    session = opened("江边的树绿了，水己经退了，两岸的人都来看。\n船开了，江水涨了。\n")
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    assert "己" in [one.shown for one in first.found]
    block = session.reading.articles[0].blocks[0].text
    session.do(TypeText(block, 5, 5, "多", "type"))
    told: list[Checked] = []
    before = carried(first, session.reading)
    last = check_again(before, session.reading, Style(), CHECKS, come=told.append)
    assert told and all("己" in [one.shown for one in part.found] for part in (*told, last))


def test_under_other_rules_all_is_checked_anew_and_the_old_stands_until_then() -> None:
    from editor.model.rules import Rules, Term

    session = opened("江边的树绿了，，两岸的人都来看。\n船开了，江水涨了。\n")
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    style = Style(rules=Rules().with_term(Term("江水", "河水")))
    told: list[Checked] = []
    last = check_again(first, session.reading, style, CHECKS, come=told.append)
    assert {one.rule for one in last.found} == {"doubled-mark", "term"}
    assert all(set(first.found) <= set(part.found) for part in told)


def test_suspects_go_along_with_what_is_typed_before_them() -> None:
    from editor.editing.typing import TypeText

    session = opened(
        "江边的树绿了，，两岸的人都来看，孩子们也来了,老人也来了。\n船开了，江水涨了。\n"
    )
    first = check_again(Checked(), session.reading, Style(), CHECKS)
    assert [one.shown for one in first.found] == ["，，", ","]
    text = session.reading.articles[0].blocks[0].text
    session.do(TypeText(text, 10, 10, "岸边", "type"))
    moved = carried(first, session.reading).found
    assert [one.shown for one in moved] == ["，，", ","]
    assert moved[1].start == first.found[1].start + 2
    session.do(TypeText(session.reading.articles[0].blocks[0].text, 6, 7, "", "type"))
    assert [one.shown for one in carried(first, session.reading).found] == [","]
