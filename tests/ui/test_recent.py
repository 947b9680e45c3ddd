"""What was open lately: in menu, palette and on the empty desk, found as it was left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from benchmarks.desk import long_page
from editor.ui.lists.rows import act_rect
from editor.ui.recent import FILES, PLACES
from editor.ui.settings import choices
from tests.ui.hands import Hands

PAGE = "第一行文字在这里\n第二行文字也在这里。\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Three pages, the first a long one."""
    found = [tmp_path / name for name in ("甲.txt", "B & b.txt", "c.txt")]
    found[0].write_text(long_page(2), "utf-8", newline="\n")
    for path in found[1:]:
        path.write_text(PAGE, "utf-8")
    return found


def menu(hands: Hands) -> list[QAction]:
    shown = hands.window.room.recent.menu
    shown.aboutToShow.emit()
    return [action for action in shown.actions() if not action.isSeparator()]


def test_files_come_into_the_menu_the_last_one_first(hands: Hands, pages: list[Path]) -> None:
    assert [action.isEnabled() for action in menu(hands)] == [False]
    for path in (*pages, pages[0]):
        hands.open(path)
    told = [action.text() for action in menu(hands)]
    assert told[:3] == ["&1  甲.txt", "&2  c.txt", "&3  B && b.txt"]
    menu(hands)[1].trigger()
    hands.read()
    assert hands.text == PAGE and hands.window.room.recent.paths()[0] == pages[2]
    menu(hands)[-1].trigger()
    assert hands.window.room.recent.paths() == []


def test_the_empty_desk_shows_them_and_opens_what_is_clicked(
    hands: Hands, pages: list[Path]
) -> None:
    assert not hands.window.room.empty.recent.isVisible()
    for path in pages:
        hands.open(path)
    hands.new_window()
    shown = hands.window.room.empty.recent
    assert shown.isVisible()
    assert [row.what for row in shown.rows.rows] == pages[::-1]
    box = shown.visualRect(shown.rows.index(2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box)
    hands.read()
    assert "甲.txt" in hands.window.windowTitle()


def test_the_keyboard_reaches_them_on_the_empty_desk(hands: Hands, pages: list[Path]) -> None:
    for path in pages:
        hands.open(path)
    hands.new_window()
    shown = hands.window.room.empty.recent
    for _ in range(12):
        if hands.window.focusWidget() is shown:
            break
        hands.press("Tab")
    assert hands.window.focusWidget() is shown
    hands.press("Home", "Down", "Return")
    hands.read()
    assert "B & b.txt" in hands.window.windowTitle()


def test_a_missing_file_is_shown_as_such_and_can_be_taken_away(
    hands: Hands, pages: list[Path]
) -> None:
    for path in pages:
        hands.open(path)
    pages[1].unlink()
    assert [("missing" in action.text()) for action in menu(hands)[:3]] == [False, True, False]
    before = hands.window.room.session
    menu(hands)[1].trigger()
    assert hands.window.room.session is before
    bar = hands.window.room.message
    assert pages[1].name in bar.text
    button = next(b for b in bar.findChildren(QToolButton) if b.text() == "Take it from the list")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.window.room.recent.paths() == [pages[2], pages[0]] and not bar.text


def test_a_missing_file_goes_from_the_empty_desk_by_a_click(
    hands: Hands, pages: list[Path]
) -> None:
    for path in pages:
        hands.open(path)
    pages[2].unlink()
    hands.new_window()
    shown = hands.window.room.empty.recent
    rect = shown.visualRect(shown.rows.index(0))
    QTest.mouseMove(shown.viewport(), rect.center())
    box = act_rect(shown.rows.rows[0], rect.toRectF(), shown.font()).center().toPoint()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box))
    assert [row.what for row in shown.rows.rows] == [pages[1], pages[0]]
    assert not hands.answers.told and hands.window.room.session is None


def test_the_palette_finds_them(hands: Hands, pages: list[Path]) -> None:
    hands.open(pages[1])
    hands.open(pages[0])
    hands.press("Ctrl+K")
    hands.type("B & b")
    hands.press("Return")
    hands.read()
    assert "B & b.txt" in hands.window.windowTitle()


def look_far_down(hands: Hands) -> int:
    at = hands.article(len(hands.reading.articles) - 2).blocks[2].text.span.start + 3
    hands.click_proof(at)
    return at


def test_a_file_is_found_as_it_was_left(hands: Hands, pages: list[Path]) -> None:
    hands.open(pages[0])
    at = look_far_down(hands)
    level = hands.window.desk.proof.level
    hands.open(pages[1])
    hands.open(pages[0])
    hands.bot.waitUntil(lambda: hands.window.desk.proof.place().span.start == at)
    assert hands.window.desk.raw.place().span.start == at
    hands.bot.wait(50)
    assert abs(hands.window.desk.proof.level - level) < 60
    look_far_down(hands)
    hands.window.close()
    hands.new_window()
    hands.open(pages[0])
    hands.bot.waitUntil(lambda: hands.window.desk.proof.place().span.start == at)


def test_whoever_does_not_want_that_begins_at_the_start(hands: Hands, pages: list[Path]) -> None:
    hands.settings.setValue(choices.RETURN, False)
    hands.open(pages[0])
    at = look_far_down(hands)
    hands.open(pages[1])
    hands.open(pages[0])
    hands.bot.wait(100)
    assert hands.window.desk.proof.place().span.start < at


@pytest.mark.parametrize("rubbish", ["", "{", "3", '[3, null, ["a"], {"b": 1}]', '["\\u0000x"]'])
def test_rubbish_in_the_settings_does_no_harm(
    hands: Hands, pages: list[Path], rubbish: str
) -> None:
    hands.settings.setValue(FILES, rubbish)
    hands.settings.setValue(PLACES, rubbish)
    menu(hands)
    hands.open(pages[1])
    assert hands.window.room.recent.paths()[0] == pages[1]


def test_a_place_behind_the_text_is_not_gone_to(hands: Hands, pages: list[Path]) -> None:
    hands.settings.setValue(PLACES, json.dumps([[str(pages[1]), "p1", 9999, 10]]))
    hands.open(pages[1])
    assert hands.window.desk.proof.place().span.start < len(PAGE)
