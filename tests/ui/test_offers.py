"""Suggestions under a field, the tray under the proof, names for the roster."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.model.conservation import violations
from editor.model.structure import Role
from editor.ui.card import SHADOW
from editor.ui.lists.article_list import text_data
from editor.ui.lists.rows import RowList, act_rect
from editor.ui.proof import marks
from editor.ui.proof.places import Point
from tests.ui.hands import Hands
from tests.ui.test_composing import send
from tests.ui.test_corrections import drop, where
from tests.ui.test_fields import agree, field, headless


def rows(hands: Hands) -> list[str]:
    """What is offered, if anything is."""
    hands.bot.wait(5)
    offers = hands.window.desk.offers
    shown = offers.list.rows.rows if offers.isVisible() else ()
    return ["".join(text for text, _ in row.title) for row in shown]


def untitle(hands: Hands, number: int) -> str:
    """Take an article's headline away; its text."""
    text = hands.article(number).title
    for line in hands.article(number).headline:
        hands.click_proof(line.span.start)
        hands.press("Ctrl+9")
    assert not hands.article(number).headline
    return text


def to_body(hands: Hands, number: int) -> None:
    hands.click_proof(hands.article(number).blocks[0].text.span.end - 3)


def click_act(hands: Hands, view: RowList, number: int) -> None:
    """Click on the words at the right of a row."""
    rect = QRectF(view.visualRect(view.rows.index(number)))
    at = act_rect(view.rows.rows[number], rect, view.font()).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hands.settle()


def test_an_empty_headline_takes_a_line_of_the_tray_by_three_keys(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    title = untitle(hands, 1)
    to_body(hands, number)
    hands.press("F2")
    assert rows(hands)[0] == title
    hands.press("Down", "Return")
    assert hands.article(number).title == title and not hands.reading.tray
    assert field(hands) is Role.HEADLINE and rows(hands) == []
    assert len(hands.window.room.session.history.steps) == 3
    agree(hands)


def test_no_key_is_taken_before_down(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    title = untitle(hands, 1)
    to_body(hands, number)
    hands.press("F2")
    assert rows(hands)
    hands.type("ab")
    hands.press("Left", "Backspace", "End")
    assert hands.article(number).title == "b"
    hands.press("Backspace", "Return")
    assert hands.article(number).title == "" and hands.window.desk.proof.open_at is None
    to_body(hands, number)
    hands.press("F2")
    send(hands, commit=title[:2])
    hands.bot.waitUntil(lambda: rows(hands) == [title])
    hands.press("Down", "Up")  # up from the first row leaves the list
    assert hands.window.desk.offers.chosen is None
    hands.press("Escape")  # the list first, then the field
    assert rows(hands) == [] and field(hands) is Role.HEADLINE
    hands.press("Escape")
    assert hands.article(number).title == "" and hands.window.desk.proof.open_at is None
    agree(hands)


def test_a_click_takes_a_suggestion(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    title = untitle(hands, 1)
    to_body(hands, number)
    hands.press("F2")
    view = hands.window.desk.offers.list
    at = view.visualRect(view.rows.index(rows(hands).index(title))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hands.settle()
    assert hands.article(number).title == title
    assert hands.window.focusWidget() is hands.window.desk.proof


def test_nothing_is_offered_while_composing(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    untitle(hands, 1)
    to_body(hands, number)
    hands.press("F2")
    before = rows(hands)
    send(hands, "xin")
    assert rows(hands) == before
    send(hands, commit="新")
    hands.bot.waitUntil(lambda: rows(hands) != before)


def test_the_tray_gives_its_lines_to_the_article_without_a_headline(at_sample: Hands) -> None:
    hands = at_sample
    tray, number = hands.window.desk.tray, headless(hands)
    assert not tray.isVisible()
    title = untitle(hands, 1)
    hands.bot.waitUntil(tray.isVisible)
    hands.click_proof(hands.article(number).blocks[1].text.span.start)
    assert len(tray.list.rows.rows) == 1 and f"{number + 1}" in tray.list.rows.rows[0].act
    click_act(hands, tray.list, 0)
    assert hands.article(number).title == title
    hands.bot.waitUntil(lambda: not tray.isVisible())
    hands.press("Ctrl+Z")
    hands.bot.waitUntil(tray.isVisible)
    tray.list.setFocus()
    tray.list.setCurrentIndex(tray.list.rows.index(0))
    hands.press("Return")
    assert hands.reading.tray == ()


def test_the_tray_names_the_article_that_is_looked_at(at_sample: Hands) -> None:
    hands = at_sample
    lines, number = hands.window.desk.tray.list, headless(hands)
    to_body(hands, number)
    hands.press("F2")
    hands.type("Goal")
    hands.press("Return")
    title = untitle(hands, 1)
    hands.bot.waitUntil(lambda: bool(lines.rows.rows) and "2" in lines.rows.rows[0].act)
    hands.press("F2")
    hands.type("Win")
    hands.press("Return")
    for other in (5, 2):
        to_body(hands, other)
        assert str(other + 1) in lines.rows.rows[0].act  # no article asks: it is the one in sight
    first = lines.visualRect(lines.rows.index(0)).topLeft() + QPoint(20, 8)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert "3" in lines.rows.rows[0].act  # looking at the lines themselves changes nothing
    click_act(hands, lines, 0)
    assert hands.article(2).title == title


def test_lines_of_the_tray_are_dropped_on_an_article(at_sample: Hands) -> None:
    hands = at_sample
    title, taken = untitle(hands, 1), hands.article(2).title
    span = hands.window.desk.tray.list.rows.rows[0].what
    hands.window.room.go_to(hands.article(2).blocks[0].text.span)
    index = next(
        i
        for i, one in enumerate(hands.window.desk.proof.proof.shown)
        if one.number == 2 and one.block.role is Role.BODY
    )
    drop(hands, text_data((span,)), where(hands, Point(index, 6)))
    hands.settle()
    assert hands.article(2).title == title  # one to one: what stood there is free now
    assert taken == " ".join(block.text.text for block in hands.reading.tray)
    session = hands.window.room.session
    assert violations(session.page.source, session.page.decisions, hands.reading) == []


def test_the_tray_asks_which_article_where_it_is_asked_to(at_sample: Hands) -> None:
    hands = at_sample
    title, lines = untitle(hands, 1), hands.window.desk.tray.list
    hands.bot.waitUntil(lines.isVisible)
    lines.setFocus()
    lines.setCurrentIndex(lines.rows.index(0))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(lines, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_6)
    hands.settle()
    assert hands.article(5).title == title


def test_running_text_that_is_dropped_on_a_sheet_goes_to_its_article(at_sample: Hands) -> None:
    hands = at_sample
    span = hands.article(1).blocks[1].text.span
    text, count = hands.article(1).blocks[1].text.text, len(hands.article(0).blocks)
    drop(hands, text_data((span,)), where(hands, Point(4, 6)))
    hands.settle()
    assert hands.article(0).blocks[-1].text.text == text
    assert len(hands.article(0).blocks) == count + 1
    agree(hands)


def test_a_typed_name_is_offered_to_the_roster_and_never_added_by_itself(at_sample: Hands) -> None:
    hands = at_sample
    session, message = hands.window.room.session, hands.window.room.message
    to_body(hands, 0)
    hands.press("F2", "Tab", "Tab")
    send(hands, commit="、")
    send(hands, commit="张小山")
    hands.press("Return")
    assert "张小山" in message.text and session.project.style.roster == ()
    message._act.click()
    assert session.project.style.roster == ("张小山",) and not message.text
    hands.press("Ctrl+Z")
    assert session.project.style.roster == ()
    hands.press("Ctrl+Shift+Z")
    to_body(hands, 1)
    hands.press("F2", "Tab", "Tab", "End")
    send(hands, commit="、")
    hands.bot.waitUntil(lambda: rows(hands) == ["张小山"])
    hands.press("Down", "Return")
    assert hands.article(1).byline[-1].text.text == "张小山"
    agree(hands)


def test_names_of_an_article_found_right_are_offered_once(at_sample: Hands) -> None:
    hands = at_sample
    message = hands.window.room.message
    name = hands.article(0).byline[0].text.text
    to_body(hands, 0)
    hands.press("Ctrl+D")
    assert name in message.text
    message.hide()
    hands.press("Ctrl+D", "Ctrl+D")
    assert not message.text
    hands.press("Ctrl+Alt+N")
    assert hands.window.room.session.project.style.roster == (name,)
    hands.press("Ctrl+Alt+N")
    assert hands.window.room.session.project.style.roster == (name,)


def test_corrections_are_gone_to_and_restored_from_their_list(at_sample: Hands) -> None:
    hands = at_sample
    desk, before = hands.window.desk, hands.shown_lines()
    number = headless(hands)
    hands.click_proof(hands.article(2).blocks[1].text.span.start + 4)
    hands.type("x")
    to_body(hands, number)
    hands.press("F2")
    hands.type("Goal")
    view = desk.dock.corrections
    desk.dock._tabs[1].click()
    hands.bot.waitUntil(lambda: len(view.rows.rows) == 2)
    first = view.visualRect(view.rows.index(0)).topLeft() + QPoint(20, 8)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert desk.proof.place().span.start == hands.article(2).blocks[1].text.span.start + 4
    second = view.visualRect(view.rows.index(1)).topLeft() + QPoint(20, 8)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert field(hands) is Role.HEADLINE and hands.article(number).title == "Goal"
    click_act(hands, view, 1)
    assert hands.article(number).title == ""
    hands.bot.waitUntil(lambda: len(view.rows.rows) == 1)
    click_act(hands, view, 0)
    desk.proof.setFocus()
    hands.press("Escape")  # what was done elsewhere stays done
    assert not hands.window.room.session.page.decisions.patches
    assert hands.shown_lines() == before


def test_what_is_offered_goes_with_the_page(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    to_body(hands, headless(hands))
    hands.press("F2")
    assert rows(hands)
    other = tmp_path / "other.txt"
    other.write_text(hands.text, encoding="utf-8")
    hands.open(other)
    hands.bot.waitUntil(lambda: hands.window.room.session.page.source.origin.name == "other.txt")
    hands.read()
    hands.bot.waitUntil(lambda: rows(hands) == [])
    to_body(hands, headless(hands))
    hands.press("F2")  # the same field of another page is entered anew
    assert rows(hands)


def test_the_list_hides_neither_its_field_nor_those_that_follow(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    untitle(hands, 1)
    to_body(hands, number)
    hands.press("F2")
    assert rows(hands)
    proof, offers = hands.window.desk.proof, hands.window.desk.offers
    card = QRect(offers.mapTo(hands.window, QPoint(0, 0)), offers.size())
    card.adjust(SHADOW, SHADOW, -SHADOW, -SHADOW)
    corner = proof.viewport().mapTo(hands.window, QPoint(0, 0))
    clip, offset = proof.viewport().rect(), proof.verticalScrollBar().value()
    asking = list(marks.fields(proof.proof, clip, offset))
    here = [box for at, box in asking if proof.proof.shown[at].block.article == proof.open_at]
    assert len(here) == 3
    for box in here:
        assert not card.intersects(box.toAlignedRect().translated(corner).adjusted(0, 4, 0, -4))
