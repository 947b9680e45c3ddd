"""The encoding of a page: shown, doubted where it is unsure, and chosen by its preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor.ui.encodings import EncodingCard
from tests.ui.hands import Hands

JAPANESE = "記者はこの問題について首相に質問しました。カメラとテレビが並ぶ東京の天気です。\n"
PAGE = "本报讯 记者从会议上了解到，这项工作将在全国开展。有关部门已经作出安排。\n" * 3


def card(hands: Hands) -> EncodingCard:
    return hands.window.desk.encodings


def opened(hands: Hands, path: Path) -> None:
    hands.open(path)
    hands.bot.wait(50)


def show_card(hands: Hands, key: str = "Ctrl+Shift+U") -> None:
    hands.press(key)
    hands.bot.waitUntil(card(hands).isVisible)


def choose(hands: Hands, name: str) -> None:
    """Go to a code by the arrow keys, and press Enter."""
    rows = [row.text for row in card(hands).list.rows.rows]
    wanted = next(n for n, text in enumerate(rows) if text.startswith(name))
    while card(hands).list.currentIndex().row() != wanted:
        below = card(hands).list.currentIndex().row() < wanted
        hands.press("Down" if below else "Up")
    hands.press("Return")


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    """Few bytes that say little."""
    path = tmp_path / "short.txt"
    path.write_bytes("東京\n天気\n".encode("shift_jis"))
    return path


def test_a_page_that_is_sure_says_nothing(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "gb18030")
    opened(hands, path)
    assert not hands.window.room.message.text
    assert hands.window.room.status._labels["encoding"].text() == "GB18030"


def test_japanese_is_read_and_said_to_be_unsure(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(JAPANESE, "shift_jis")
    opened(hands, path)
    assert hands.text == JAPANESE
    assert "Shift-JIS" in hands.window.room.message.text
    assert hands.window.room.status._labels["encoding"].text() == "Shift-JIS ?"


def test_an_unsure_page_is_read_anew_as_one_chooses_by_the_preview(
    hands: Hands, latin: Path
) -> None:
    opened(hands, latin)
    assert hands.text != "東京\n天気\n"
    bar = hands.window.room.message
    button = next(b for b in bar.findChildren(QToolButton) if b.text() == "Choose…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(card(hands).isVisible)
    rows = {row.title[0][0]: row.second for row in card(hands).list.rows.rows}
    assert rows["Shift-JIS"] == "東京 天気" and "wrong byte" in rows["UTF-8"]
    choose(hands, "Shift-JIS")
    hands.bot.waitUntil(lambda: hands.text == "東京\n天気\n")
    hands.read()
    assert not card(hands).isVisible()
    assert hands.window.room.session is not None
    assert hands.window.room.session.page.source.origin.encoding == "cp932"


def test_a_click_on_the_encoding_shows_the_card_and_escape_leaves_all_as_it_is(
    hands: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "gb18030")
    opened(hands, path)
    before = hands.window.room.session
    label = hands.window.room.status._labels["encoding"]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(card(hands).isVisible)
    now = card(hands).list.rows.rows[card(hands).list.currentIndex().row()]
    assert now.tick and now.text.startswith("GB18030")
    hands.press("Escape")
    assert not card(hands).isVisible() and hands.window.room.session is before
    assert hands.window.focusWidget() is hands.window.desk.proof


def test_codes_that_cannot_be_cannot_be_chosen(hands: Hands, latin: Path) -> None:
    opened(hands, latin)
    before = hands.window.room.session
    show_card(hands)
    choose(hands, "UTF-8")
    hands.bot.wait(50)
    assert card(hands).isVisible() and hands.window.room.session is before


def test_a_page_with_decisions_is_read_in_another_encoding_and_they_go_along(
    hands: Hands, latin: Path
) -> None:
    opened(hands, latin)
    hands.click_raw(hands.text.index("\n") + 1)
    hands.press("Ctrl+1")
    session = hands.window.room.session
    assert session is not None
    before = session.page
    assert before.decisions.roles
    show_card(hands)
    choose(hands, "Shift-JIS")
    hands.bot.waitUntil(lambda: session.page.source.text == "東京\n天気\n")
    (role,) = session.page.decisions.roles
    assert (role.span.start, role.span.end) == (3, 5), "the same bytes"
    hands.read()
    hands.press("Ctrl+Z")
    hands.bot.waitUntil(lambda: session.page == before)


def test_a_file_that_changed_or_went_is_told(hands: Hands, latin: Path) -> None:
    opened(hands, latin)
    latin.write_bytes(b"something else")
    hands.press("Ctrl+Shift+U")
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert "changed" in hands.answers.told.pop()
    latin.unlink()
    hands.press("Ctrl+Shift+U")
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert "no such file" in hands.answers.told.pop()


def test_a_saved_project_that_is_read_anew_counts_as_changed(hands: Hands, latin: Path) -> None:
    opened(hands, latin)
    hands.answers.save_to = latin.with_suffix(".galley")
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: hands.window.room.documents.path is not None)
    show_card(hands)
    choose(hands, "Shift-JIS")
    hands.bot.waitUntil(lambda: hands.text == "東京\n天気\n")
    assert hands.window.isWindowModified()
    assert hands.window.room.documents.path == latin.with_suffix(".galley")
