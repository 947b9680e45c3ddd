"""One answer for several doubts: offered, previewed with ticks, taken in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages.page import make_page
from editor import analysis
from editor.editing.answers import AnswerDoubt
from editor.editing.everywhere import alike, values_of
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from editor.model.structure import Joint
from editor.model.verdict import Doubt, JointTarget
from editor.ui.doubts import same
from editor.ui.doubts.queue import Doubts
from editor.ui.doubts.same_list import SameList
from editor.ui.doubts.walk import ordered
from tests.ui.hands import Hands

STYLES = ("sign-odd", "kind-comment", "plain-none", "plain-before", "plain-long", "column-indents")


def page_of_kin() -> tuple[str, Doubt]:
    """A page that asks the same of three joints or more, and the first of them."""
    for style in STYLES:
        text = make_page(style, "judge", 7, 0).text
        reading = analysis.read(Source(text), Decisions(), Style())
        for doubt in ordered(reading):
            if isinstance(doubt.target, JointTarget):
                more = alike(AnswerDoubt(doubt, 0), reading.doubts)
                if len(more) >= 3:
                    return text, doubt
    raise AssertionError("no page asks the same thing four times")


@pytest.fixture
def at_kin(hands: Hands, tmp_path: Path) -> Hands:
    """Hands on the card of the first of several doubts of one kind."""
    text, first = page_of_kin()
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    hands.open(path)
    for _ in hands.reading.doubts:
        hands.press("F8")
        if doubts(hands).shown == first:
            return hands
    raise AssertionError("the queue passes over a doubt")


def doubts(hands: Hands) -> Doubts:
    return hands.window.room.doubts


def panel(hands: Hands) -> SameList:
    return hands.window.desk.same


def asked(hands: Hands) -> set[str]:
    return {doubt.key for doubt in hands.reading.doubts}


def test_tab_previews_enter_takes_all_and_one_undo_takes_them_back(at_kin: Hands) -> None:
    hands = at_kin
    first = doubts(hands).shown
    assert first is not None
    hands.press("Return")
    answered = hands.window.room.session.page.decisions
    offered = doubts(hands).same.offered()
    assert len(offered) >= 3 and doubts(hands).shown is not None
    hands.press("Tab")
    shown = panel(hands)
    assert shown.isVisible() and shown.takes_keys and not hands.window.desk.card.isVisible()
    assert [row.what for row in shown.rows.ticks.rows] == list(offered)
    assert hands.window.room.session.page.decisions == answered, "a preview decides nothing"
    hands.press("Return")
    assert not shown.isVisible()
    wanted = values_of(first)[0]
    for answer in offered:
        verdict = hands.reading.joint_at[answer.doubt.target.raw_at]
        assert verdict.decided and verdict.value is wanted
        assert answer.doubt.key not in asked(hands)
    hands.press("Ctrl+Z")
    assert hands.window.room.session.page.decisions == answered
    assert {answer.doubt.key for answer in offered} <= asked(hands)


def test_what_is_not_ticked_stays_asked(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Space")
    offered = doubts(hands).same.offered()
    assert offered
    hands.press("Tab", "Down", "Space", "Return")
    decided = {entry.raw_at for entry in hands.window.room.session.page.decisions.joints}
    taken = [answer.doubt.target.raw_at in decided for answer in offered]
    assert taken == [number != 1 for number in range(len(offered))]
    assert offered[1].doubt.key in asked(hands)


def test_the_other_reading_can_be_taken_everywhere_too(at_kin: Hands) -> None:
    hands = at_kin
    first = doubts(hands).shown
    assert first is not None
    hands.press("Space")
    offered = doubts(hands).same.offered()
    assert offered and {answer.choice for answer in offered} == {1}
    hands.press("Tab", "Return")
    for answer in offered:
        value = hands.reading.joint_at[answer.doubt.target.raw_at].value
        assert value is values_of(answer.doubt)[1]


def test_escape_leaves_everything_as_it_was(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Return")
    stands = hands.window.room.session.page.decisions
    hands.press("Tab", "Ctrl+A")
    assert panel(hands).rows.ticks.ticked == set()
    hands.press("Return")
    assert panel(hands).isVisible(), "nothing is ticked: nothing is taken"
    hands.press("Escape")
    assert not panel(hands).isVisible() and hands.window.room.pane.hasFocus()
    assert hands.window.room.session.page.decisions == stands


def test_going_through_the_list_shows_each_place(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Return")
    offered = doubts(hands).same.offered()
    hands.press("Tab")
    assert hands.window.desk.raw.place().span.start == offered[0].doubt.span.start
    hands.press("Down")
    assert hands.window.desk.raw.place().span.start == offered[1].doubt.span.start
    assert hands.window.desk.proof.place().span.start == offered[1].doubt.span.start


def test_an_answer_that_was_taken_back_is_offered_no_more(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Return")
    assert doubts(hands).same.offered()
    hands.press("Ctrl+Z")
    assert not doubts(hands).same.offered()
    before = hands.window.room.session.page.decisions
    hands.press("Ctrl+F8")
    assert not panel(hands).isVisible() and hands.window.room.message.text
    assert hands.window.room.session.page.decisions == before


def test_tab_without_an_offer_decides_nothing(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Tab")
    assert not panel(hands).isVisible()
    assert not hands.window.room.session.page.decisions


def test_a_tick_is_seen(at_kin: Hands) -> None:
    hands = at_kin
    hands.press("Return", "Tab", "Down")
    rows = panel(hands).rows

    def box() -> int:
        rect = rows.visualRect(rows.ticks.index(1))
        image = rows.viewport().grab(rect).toImage()
        return image.pixel(14, image.height() // 2 - 5)

    ticked = box()
    hands.press("Space")
    assert box() != ticked
    hands.press("Space")
    assert box() == ticked


def test_an_answer_for_one_place_only_is_no_answer_elsewhere() -> None:
    text, first = page_of_kin()
    reading = analysis.read(Source(text), Decisions(), Style())
    for doubt in reading.doubts:
        for choice, value in enumerate(values_of(doubt)):
            for other in alike(AnswerDoubt(doubt, choice), reading.doubts):
                assert other.doubt.key != doubt.key and other.doubt.kind == doubt.kind
                meant = values_of(other.doubt)[other.choice]
                assert type(meant) is type(value)
                if value in (Joint.PARAGRAPH, Joint.ARTICLE):
                    assert meant is value
    assert alike(AnswerDoubt(first, 9), reading.doubts) == ()


def test_among_many_doubts_it_is_looked_for_beside_the_window(
    at_kin: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_kin
    monkeypatch.setattr(same, "MANY", 0)
    hands.press("Return")
    card = hands.window.desk.card
    assert doubts(hands).shown is not None and not card._more.isVisible()
    hands.bot.waitUntil(card._more.isVisible)
    assert str(len(doubts(hands).same.offered())) in doubts(hands).same.offer
    hands.press("Tab")
    assert [row.what for row in panel(hands).rows.ticks.rows] == list(doubts(hands).same.offered())


def test_it_is_listed_when_it_is_found_where_it_was_asked_for_before(
    at_kin: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_kin
    monkeypatch.setattr(same, "MANY", 0)
    hands.press("Return", "Ctrl+F8")
    hands.bot.waitUntil(panel(hands).isVisible)
    hands.press("Return")
    assert not panel(hands).isVisible() and hands.window.room.session.history.at == 2
