"""The card that asks: one key a doubt, and every other key goes where it was meant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from editor.model.verdict import FieldTarget, JointTarget
from editor.ui.doubts import walk as doubt_walk
from tests.ui.hands import Hands


def with_doubts(hands: Hands) -> int:
    count = len(hands.reading.doubts)
    assert count >= 2, "this page leaves nothing to ask"
    return count


def test_f8_asks_and_takes_the_focus(at_sample: Hands) -> None:
    hands = at_sample
    with_doubts(hands)
    desk = hands.window.desk
    hands.press("F8")
    doubt = hands.window.room.doubts.shown
    assert doubt is not None and desk.card.isVisible() and desk.card.hasFocus()
    at = doubt.target.article if isinstance(doubt.target, FieldTarget) else doubt.span.start
    assert desk.raw.place().span.start == at
    assert desk.proof.place().span.start == at
    assert len(desk.card.choices) >= 2
    hands.press("F8")
    second = hands.window.room.doubts.shown
    assert second is not None and second.key != doubt.key
    hands.press("Shift+F8")
    assert hands.window.room.doubts.shown == doubt


def test_the_queue_goes_round(at_sample: Hands) -> None:
    hands = at_sample
    count = with_doubts(hands)
    keys = []
    for _ in range(count + 1):
        hands.press("F8")
        keys.append(hands.window.room.doubts.shown.key)
    assert len(set(keys)) == count and keys[0] == keys[-1]
    queue = [doubt.key for doubt in doubt_walk.ordered(hands.reading)]
    turn = queue.index(keys[0])
    assert keys[:-1] == queue[turn:] + queue[:turn]


def test_from_a_headline_that_is_printed_behind_its_article_nothing_is_passed_over(
    at_sample: Hands,
) -> None:
    reading = at_sample.reading
    first = reading.articles[0]
    printed = first.headline[0].span.start
    assert printed > first.at
    at = doubt_walk.reading_place(reading, printed)
    assert doubt_walk.next_after(reading, at, "", 1) == doubt_walk.ordered(reading)[0]


def joint_doubt(hands: Hands) -> None:
    """Go to the first doubt about a joint."""
    for _ in hands.reading.doubts:
        hands.press("F8")
        if isinstance(hands.window.room.doubts.shown.target, JointTarget):
            return
    raise AssertionError("this page leaves no joint to ask about")


def test_enter_takes_the_reading_and_the_next_doubt_comes(at_sample: Hands) -> None:
    hands = at_sample
    with_doubts(hands)
    joint_doubt(hands)
    doubt = hands.window.room.doubts.shown
    value = hands.reading.joint_at[doubt.target.raw_at].value
    hands.press("Return")
    verdict = hands.reading.joint_at[doubt.target.raw_at]
    assert verdict.decided and verdict.value is value
    assert doubt.key not in {d.key for d in hands.reading.doubts}
    later = hands.window.room.doubts.shown
    assert later is not None and later.key != doubt.key and hands.window.desk.card.hasFocus()


def test_space_takes_the_other(at_sample: Hands) -> None:
    hands = at_sample
    joint_doubt(hands)
    doubt = hands.window.room.doubts.shown
    hands.press("Space")
    verdict = hands.reading.joint_at[doubt.target.raw_at]
    assert verdict.decided and verdict.value is doubt.verdict.alternatives[0].value
    hands.press("Ctrl+Z")
    assert doubt.key in {d.key for d in hands.reading.doubts}


def test_a_key_that_is_held_decides_nothing_more(at_sample: Hands) -> None:
    hands = at_sample
    with_doubts(hands)
    hands.press("F8")
    for key, text in ((Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " ")):
        hands.hold(key, text)
    assert not hands.window.room.session.page.decisions
    assert hands.window.desk.card.hasFocus()


def test_escape_goes_back_to_the_text(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_raw(hands.article(0).blocks[1].text.span.start)
    hands.press("F8", "Escape")
    assert hands.window.desk.raw.hasFocus() and not hands.window.desk.card.isVisible()
    assert not hands.window.room.session.page.decisions


def test_a_letter_goes_back_to_the_text_and_is_typed_there(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    joint_doubt(hands)
    at = hands.window.room.doubts.shown.span.start
    hands.type("q")
    assert hands.window.desk.proof.hasFocus() and not hands.window.desk.card.isVisible()
    patches = hands.window.room.session.page.decisions.patches
    assert len(patches) == 1 and "q" in patches[0].text
    assert abs(patches[0].span.start - at) <= 1


def test_a_digit_without_a_choice_is_typed(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    joint_doubt(hands)
    assert len(hands.window.desk.card.choices) < 9
    hands.type("9")
    assert "9" in hands.window.room.session.page.decisions.patches[0].text


def test_commands_work_from_the_card(at_sample: Hands) -> None:
    hands = at_sample
    joint_doubt(hands)
    hands.press("Return")
    assert hands.window.desk.card.hasFocus()
    hands.press("Ctrl+Z")
    assert not hands.window.room.session.page.decisions


def test_a_missing_headline_can_be_typed_from_the_card(at_sample: Hands) -> None:
    hands = at_sample
    missing = next(d for d in hands.reading.doubts if isinstance(d.target, FieldTarget))
    while hands.window.room.doubts.shown != missing:
        hands.press("F8")
    hands.press("Return")
    assert hands.window.desk.proof.hasFocus() and hands.window.desk.proof.in_field()
    hands.commit("补上的标题")
    article = hands.reading.article_of(missing.target.article)
    assert article.title == "补上的标题"
    assert missing.key not in {d.key for d in hands.reading.doubts}


def test_a_missing_headline_can_be_left_missing(at_sample: Hands) -> None:
    hands = at_sample
    missing = next(d for d in hands.reading.doubts if isinstance(d.target, FieldTarget))
    while hands.window.room.doubts.shown != missing:
        hands.press("F8")
    hands.press("Space")
    assert missing.key not in {d.key for d in hands.reading.doubts}
    assert not hands.reading.article_of(missing.target.article).headline


def test_the_last_answer_closes_the_card(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.press("F8")
    for _ in range(60):
        if not hands.reading.doubts:
            break
        missing = isinstance(hands.window.room.doubts.shown.target, FieldTarget)
        hands.press("Space" if missing else "Return")
    assert not hands.reading.doubts and not hands.window.desk.card.isVisible()
    assert hands.window.desk.proof.hasFocus() and hands.window.room.message.text


def test_the_lists_say_what_is_open(at_sample: Hands) -> None:
    hands = at_sample
    dock = hands.window.desk.dock
    assert len(dock.doubts.rows.rows) == len(hands.reading.doubts)
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.type("z")
    hands.bot.waitUntil(lambda: bool(dock.corrections.rows.rows))
    rows = dock.corrections.rows.rows
    assert len(rows) == 1 and "z" in rows[0].text
    dock.corrections.setCurrentIndex(dock.corrections.rows.index(0))
    hands.press("Delete", on=dock.corrections)
    assert not hands.window.room.session.page.decisions.patches
    assert dock.corrections.rows.rows == ()


def test_a_card_is_as_high_as_what_it_says(at_sample: Hands) -> None:
    card = at_sample.window.desk.card
    heights = []
    for why in ("短", "很长的理由，" * 40, "短"):
        card.show_doubt("存疑", why, ())
        heights.append(card.height())
    assert heights[0] == heights[2] < heights[1]


def test_a_shadow_drawn_out_is_the_shadow_of_the_height(at_sample: Hands) -> None:
    card = at_sample.window.desk.card
    for height in (60, 150, 260):
        card.setFixedHeight(height)
        drawn, whole = (QPixmap(card.size()) for _ in range(2))
        for sheet in (drawn, whole):
            sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        card._shade(painter, dark=False)
        painter.end()
        painter = QPainter(whole)
        painter.drawPixmap(0, 0, card._cast(card.size(), dark=False))
        painter.end()
        assert drawn.toImage() == whole.toImage()


def test_a_card_with_fewer_answers_offers_no_more(at_sample: Hands) -> None:
    card = at_sample.window.desk.card
    at_sample.press("F8")
    first = card.choices[0]
    card.show_doubt("", "", [first, first, first])
    card.show_doubt("", "", [first])
    assert card.choices == [first]
    shown = [one for one in card.findChildren(QAbstractButton) if one.isVisibleTo(card)]
    assert len(shown) == 1
