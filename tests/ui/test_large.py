"""Large texts: they come off the window's thread, tell how far they are, and can be given up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from benchmarks.desk import long_page
from editor.analysis.settling import forget
from editor.ui import documents
from editor.ui.window import Window
from tests.ui.hands import Hands


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that counts as large."""
    monkeypatch.setattr(documents, "LARGE", 20_000)
    monkeypatch.setattr("editor.ui.page_reader.LARGE", 5_000)
    path = tmp_path / "large {0}.txt"
    path.write_text(long_page(8), "utf-8", newline="\n")
    forget()  # what was read of it before
    return path


def ask_for(hands: Hands, path: Path) -> None:
    hands.answers.paths = [path]
    hands.press("Ctrl+O")


def cancel(hands: Hands) -> None:
    """Click on the button of the message."""
    bar = hands.window.room.message
    button = next(b for b in bar.findChildren(QToolButton) if b.text() == "Cancel")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shows_text(hands: Hands) -> bool:
    session = hands.window.room.session
    return session is not None and len(session.page.source.text) > 10_000


def test_a_large_page_comes_later_and_tells_how_far_it_is(hands: Hands, large: Path) -> None:
    ask_for(hands, large)
    room = hands.window.room
    assert room.session is None and "large {0}.txt" in room.message.text
    assert "%" in room.message.text
    hands.bot.waitUntil(lambda: shows_text(hands) and room.opening.waits)
    assert "%" in room.message.text and room.reading is None
    hands.read()
    hands.bot.waitUntil(lambda: not room.message.text)
    assert hands.text == large.read_text("utf-8")


@pytest.mark.parametrize("stage", ["file", "reading"])
def test_a_large_page_can_be_given_up_at_an_empty_desk(
    hands: Hands, large: Path, stage: str
) -> None:
    ask_for(hands, large)
    room = hands.window.room
    if stage == "reading":
        hands.bot.waitUntil(lambda: shows_text(hands) and room.opening.waits)
    cancel(hands)
    assert room.session is None and room.empty.isVisible() and not room.message.text
    hands.bot.wait(300)  # whatever was under way is heard of no more
    assert room.session is None and room.empty.isVisible() and not hands.answers.told
    hands.open(large)
    assert hands.reading.articles


def test_giving_up_brings_back_what_was_open(at_sample: Hands, large: Path, tmp_path: Path) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.type("x")
    hands.answers.save_to = tmp_path / "mine.galley"
    hands.press("Ctrl+S")
    room = hands.window.room
    hands.bot.waitUntil(lambda: room.documents.path is not None)
    session, reading, shown = room.session, hands.reading, hands.shown_lines()
    ask_for(hands, large)
    hands.bot.waitUntil(lambda: shows_text(hands) and room.opening.waits)
    cancel(hands)
    assert room.session is session and hands.reading is reading
    hands.bot.waitUntil(lambda: hands.shown_lines() == shown)
    assert room.documents.path == tmp_path / "mine.galley"
    assert "mine.galley" in hands.window.windowTitle()
    hands.press("Ctrl+Z")  # and it goes on as if nothing had been
    assert hands.reading != reading


def test_work_done_while_a_large_page_comes_is_asked_about(at_sample: Hands, large: Path) -> None:
    hands = at_sample
    before = hands.text
    ask_for(hands, large)
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.type("x")
    hands.bot.waitUntil(lambda: hands.answers.asked[-1:] == ["unsaved"])
    hands.bot.waitUntil(lambda: hands.text != before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.galley"])
def test_a_pipe_that_nobody_writes_into_holds_no_window(
    at_sample: Hands, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, pipe = at_sample, tmp_path / name
    os.mkfifo(pipe)
    before = hands.reading
    monkeypatch.setattr("editor.files.bytes_in.PATIENCE", 0.2)
    ask_for(hands, pipe)
    assert name in hands.window.room.message.text and not hands.answers.told
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert "nothing is written into this pipe" in hands.answers.told.pop()
    assert hands.reading is before and not hands.window.room.message.text
    fresh = Window(hands.settings, hands.answers)  # as a start does, before there is a room
    hands.bot.addWidget(fresh)
    fresh.open_path(pipe)
    assert name in fresh.room.message.text and not hands.answers.told
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert fresh.is_empty()


def test_a_page_with_more_lines_than_can_be_read_is_refused(
    at_sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, room = at_sample, at_sample.window.room
    long = tmp_path / "long.txt"
    long.write_text("一\n" * 30, "utf-8")
    lines = hands.text.count("\n")
    monkeypatch.setattr("editor.model.source.LINES", 20)
    before = hands.reading
    ask_for(hands, long)
    assert "long.txt: more than" in hands.answers.told.pop()
    assert hands.reading is before
    monkeypatch.setattr("editor.model.source.LINES", lines)
    assert room.session is not None
    QApplication.clipboard().setText("二\n" * (lines - 1))
    room.incoming.add_piece(QApplication.clipboard().mimeData())
    assert "printed lines" in hands.answers.told.pop()
    assert hands.reading is before


def test_a_large_file_that_is_no_page_is_told_and_changes_nothing(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\0\1\2\3" * 200_000)
    before = hands.reading
    ask_for(hands, bad)
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert "bad.txt" in hands.answers.told.pop()
    assert hands.reading is before and not hands.window.room.message.text
