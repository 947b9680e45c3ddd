"""Ribbons join lines and blocks; both panes show one place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.model.places import Span
from editor.ui.ribbons import Ribbon, Ribbons
from tests.ui.hands import Hands


def ribbons(hands: Hands) -> list[Ribbon]:
    return list(hands.window.desk.ribbons.ribbons())


def one_of(hands: Hands, raw_at: int) -> Ribbon:
    point = hands.window.desk.proof.proof.find(raw_at)
    assert point is not None
    return next(ribbon for ribbon in ribbons(hands) if ribbon.index == point.index)


def hover(strip: Ribbons, ribbon: Ribbon) -> None:
    """Bring the mouse over the left edge of a ribbon, where ribbons lie apart."""
    point = QPointF(1, round(sum(ribbon.left) / 2))
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(strip.mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, point, there, none, none, keys)
    QApplication.sendEvent(strip, event)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_each_ribbon_joins_the_lines_and_the_block_that_they_became(at_sample: Hands) -> None:
    hands = at_sample
    desk, text = hands.window.desk, hands.text
    hands.click_proof(hands.article(1).blocks[0].text.span.start)
    found = ribbons(hands)
    assert len(found) > 6
    for ribbon in found:
        top, bottom = ribbon.left
        if top > 20 and bottom < desk.raw.viewport().height():
            rows = range(round(top) + 3, round(bottom) - 2, 5)
            places = {desk.raw._place_at(QPointF(desk.raw._text_x + 1, y)) for y in rows}
            spans = ribbon.one.places
            line_ends = {text.index("\n", span.start) for span in spans}
            assert all(text.index("\n", place) in line_ends for place in places)
        high, low = ribbon.right
        if high > 0 and low < desk.proof.viewport().height():
            middle = QPoint(desk.proof.viewport().width() // 2, round((high + low) / 2))
            cursor = desk.proof.cursorForPosition(middle)
            assert cursor.blockNumber() == ribbon.index


def test_hovering_a_ribbon_lights_both_ends(at_sample: Hands) -> None:
    hands = at_sample
    desk = hands.window.desk
    ribbon = one_of(hands, hands.article(0).headline[0].span.start)
    before = picture(desk.raw.viewport()), picture(desk.proof.viewport())
    hover(desk.ribbons, ribbon)
    after = picture(desk.raw.viewport()), picture(desk.proof.viewport())
    assert before[0] != after[0] and before[1] != after[1]
    ground = QPoint(desk.raw._text_x + 2, round(ribbon.left[0]) + 2)
    assert before[0].pixelColor(ground) != after[0].pixelColor(ground)
    QApplication.sendEvent(desk.ribbons, QEvent(QEvent.Type.Leave))
    assert picture(desk.proof.viewport()) == before[1]


def test_a_click_on_a_ribbon_goes_there(at_sample: Hands) -> None:
    hands = at_sample
    desk = hands.window.desk
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    start = hands.article(0).headline[0].span.start
    ribbon = one_of(hands, start)
    point = QPoint(1, round(ribbon.left[0] + 4))
    QTest.mouseClick(desk.ribbons, Qt.MouseButton.LeftButton, pos=point)
    assert desk.raw.place().span.start == start == desk.proof.place().span.start


def test_ribbons_follow_what_is_done(at_sample: Hands) -> None:
    hands = at_sample
    block = hands.article(0).blocks[1].text
    hands.click_proof(block.to_raw(len(block) // 2)[0])
    before = ribbons(hands)
    hands.press("Return")
    halves = [half.text.text for half in hands.article(0).blocks[1:3]]
    assert "".join(halves) == block.text
    upper, lower = (next(r for r in ribbons(hands) if r.one.text == half) for half in halves)
    assert upper.left[0] < lower.left[0] < upper.left[1] < lower.left[1]  # in the middle of a line
    assert upper.right[1] <= lower.right[0]
    hands.press("Ctrl+Z")
    assert ribbons(hands) == before


def test_the_caret_comes_level_where_it_was_out_of_sight(at_sample: Hands) -> None:
    hands = at_sample
    raw, proof = hands.window.desk.raw, hands.window.desk.proof
    hands.click_raw(hands.article(0).blocks[0].text.span.start)
    for _ in range(3):
        hands.press("PgDown")
        assert raw.place().span == proof.place().span
        assert 0 <= proof.level <= proof.viewport().height()
    hands.click_proof(hands.article(3).blocks[1].text.span.start)
    hands.press("PgDown", "PgDown")
    assert 0 < raw.level < raw.viewport().height()


def test_body_text_drives_and_the_follower_never_answers(at_sample: Hands) -> None:
    hands = at_sample
    raw, proof = hands.window.desk.raw, hands.window.desk.proof
    heard: list[str] = []
    raw.scrolled.connect(lambda *_: heard.append("raw"))
    proof.scrolled.connect(lambda *_: heard.append("proof"))
    bar = raw.verticalScrollBar()
    for step in range(1, 8):
        heard.clear()
        bar.setValue(step * 300)
        assert set(heard) <= {"raw"}
        shown = proof.cursorForPosition(QPoint(proof.viewport().width() // 2, 300))
        at = proof.proof.raw(proof.point(shown.position()))[0]
        level = raw.band(*[raw.layout_of_rows.row_at(at)] * 2)[0]
        assert abs(level - 300) < 250, step  # the same text, about as high
    heard.clear()
    proof.verticalScrollBar().setValue(400)
    assert set(heard) == {"proof"}


def test_a_selection_is_the_same_in_both_panes_to_the_character(at_sample: Hands) -> None:
    hands = at_sample
    block = hands.article(1).blocks[2].text
    hands.click_proof(block.to_raw(3)[0])
    hands.press(*["Shift+Right"] * 5)
    start, end = block.to_raw(3)[0], block.to_raw(8, after=True)[0]
    assert hands.window.desk.raw.place().span == Span(start, end)
    hands.click_raw(start)
    hands.press(*["Shift+Right"] * 4)
    assert hands.window.desk.proof.selected_text() == block.text[3:7]
