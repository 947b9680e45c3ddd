"""Undo by name, a history to click in, and what the desk says of the page at a glance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor.ui import status
from editor.ui.lists.history_list import HistoryList
from tests.ui.hands import Hands


def label(hands: Hands, name: str) -> status.Words:
    return hands.window.room.status._labels[name]


def show_history(hands: Hands) -> HistoryList:
    dock = hands.window.desk.dock
    (tab,) = (b for b in dock.findChildren(QToolButton) if b.text() == "History")
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert dock.history.isVisible()
    return dock.history


def click_row(view: HistoryList, number: int) -> None:
    rect = view.visualRect(view.rows.index(number))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def three_steps(hands: Hands) -> list[object]:
    """Three gestures, and the readings before the first and after each."""
    block = hands.article(0).blocks[1].text
    hands.click_proof(block.to_raw(len(block) // 2)[0])
    readings: list[object] = [hands.reading]
    for key in ("Return", "Alt+Up", "Ctrl+D"):
        hands.press(key)
        readings.append(hands.reading)
    assert len(hands.window.room.session.history.steps) == 3
    return readings


def test_undo_and_redo_say_what_they_would_do(at_sample: Hands) -> None:
    hands = at_sample
    actions = hands.window.room.actions_by_code
    assert actions["undo"].text() == "Undo" and not actions["undo"].isEnabled()
    three_steps(hands)
    assert actions["undo"].text() == "Undo: marking as read"
    hands.press("Ctrl+Z")
    assert actions["undo"].text() == "Undo: moving text"
    assert actions["redo"].text() == "Redo: marking as read"


def test_a_click_in_the_history_goes_to_any_state(at_sample: Hands) -> None:
    hands = at_sample
    readings = three_steps(hands)
    view = show_history(hands)
    assert [row.title[0][0] for row in view.rows.rows] == [
        "Marking as read",
        "Moving text",
        "New paragraph",
        "As it was opened",
    ]
    assert all(row.side for row in view.rows.rows[:3])
    for state in (0, 2, 1, 3, 0, 3):
        click_row(view, 3 - state)
        assert hands.reading == readings[state]
        assert hands.window.room.session.history.at == state
        assert view.row(view.currentIndex()).what == state
    assert not hands.window.room.session.travel(3)
    assert not hands.window.room.session.travel(4)


def test_a_long_way_back_is_one_change(at_sample: Hands) -> None:
    hands = at_sample
    three_steps(hands)
    heard: list[object] = []
    hands.window.room.session.subscribe(heard.append)
    click_row(show_history(hands), 3)
    assert len(heard) == 1


def test_the_history_is_there_again_after_reopening(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    readings = three_steps(hands)
    hands.press("Ctrl+Z")
    hands.answers.save_to = tmp_path / "page.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified())
    hands.new_window()
    hands.open(tmp_path / "page.galley")
    view = show_history(hands)
    assert view.row(view.currentIndex()).what == 2 and view.rows.rowCount() == 4
    click_row(view, 3)
    assert hands.reading == readings[0]
    click_row(view, 0)
    assert hands.reading == readings[3]


def test_an_article_left_out_is_so_in_the_outline(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(1).blocks[0].text.span.start)
    hands.press("Ctrl+Shift+E")
    row = hands.window.desk.outline.list.rows.rows[2]
    assert row.off and row.second.startswith("not exported")
    hands.press("Ctrl+Shift+E")
    assert not hands.window.desk.outline.list.rows.rows[2].off


def test_the_status_bar_tells_the_page_at_a_glance(at_sample: Hands) -> None:
    hands = at_sample
    hands.bot.waitUntil(lambda: "%" in label(hands, "owned").text())
    assert label(hands, "page").text() == "page.txt"
    assert label(hands, "articles").text() == "8 articles"
    assert label(hands, "owned").text() == "100 % of characters placed"
    assert not label(hands, "owned").leads
    hands.press("Ctrl+D")
    assert label(hands, "articles").text() == "8 articles · 1 read"
    QTest.mouseClick(label(hands, "doubts"), Qt.MouseButton.LeftButton)
    assert hands.window.desk.card.isVisible()


def test_characters_without_a_place_are_an_alarm_that_leads_to_them(at_sample: Hands) -> None:
    hands, bar = at_sample, at_sample.window.room.status
    lost = hands.article(2)
    rest = tuple(article for article in hands.reading.articles if article is not lost)
    bar.set_page(hands.window.room.session.page, replace(hands.reading, articles=rest))
    hands.bot.waitUntil(lambda: label(hands, "owned").text().startswith("⚠"))
    QTest.mouseClick(label(hands, "owned"), Qt.MouseButton.LeftButton)
    first = lost.dateline or lost.blocks[0].text
    assert hands.window.desk.raw.place().span.start == first.span.start


def test_what_is_said_in_passing_passes(at_sample: Hands) -> None:
    bar = at_sample.window.room.status
    habits = label(at_sample, "habits").text()
    bar._quiet_words.setInterval(1)
    bar.say("so")
    assert label(at_sample, "habits").text() == "so" == bar.said
    at_sample.bot.waitUntil(lambda: not bar.said)
    assert label(at_sample, "habits").text() == habits
