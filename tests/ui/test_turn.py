"""Pages that take long to read: the window goes on, and what was hit meanwhile is done in turn."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor import analysis
from editor.editing.gestures import Join
from editor.model.conservation import violations
from editor.model.decisions import Decisions
from tests.ui.hands import Hands


class Slow:
    """An analysis that ends when it is told to."""

    def __init__(self) -> None:
        self.go, self.begun, self.fails = threading.Event(), 0, False

    def analyse(self, source: Any, decisions: Decisions, style: Any) -> Any:
        self.begun += 1
        assert threading.current_thread() is not threading.main_thread()
        assert self.go.wait(20)
        if self.fails:
            raise ValueError("no reading of this")
        return analysis.analyse(source, decisions, style)

    def look_ahead(self, source: Any, decisions: Decisions, style: Any) -> None:
        pass

    def assemble(self, source: Any, structure: Any, decisions: Decisions) -> Any:
        return analysis.assemble(source, structure, decisions)


@pytest.fixture
def slow(at_sample: Hands) -> Iterator[tuple[Hands, Slow]]:
    """Hands at a page whose next readings wait."""
    session = at_sample.window.room.session
    assert session is not None
    found = Slow()
    session._reads._analysis, session._patience = found, -1.0
    yield at_sample, found
    found.go.set()
    at_sample.settle()


def hit(hands: Hands, *keys: str) -> None:
    """Keys one right behind the other: nobody waits for a reading."""
    for key in keys:
        QTest.keySequence(hands.window.focusWidget(), QKeySequence(key))


def middle(hands: Hands) -> tuple[int, int]:
    """Put the caret into a paragraph; its place, and the paragraphs of its article."""
    block = hands.article(0).blocks[1].text
    raw_at = block.to_raw(len(block) // 2)[0]
    hands.click_proof(raw_at)
    return raw_at, len(hands.article(0).blocks)


def test_a_decision_stands_at_once_and_its_reading_comes_later(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    raw_at, count = middle(hands)
    session, before = hands.window.room.session, hands.window.room.reading
    hit(hands, "Return")
    assert raw_at in session.page.decisions.joint_at and session.dirty
    assert hands.window.room.actions_by_code["undo"].isEnabled()
    assert hands.window.room.reading is before and not session.is_current
    analysis_of.go.set()
    assert len(hands.reading.articles[0].blocks) == count + 1
    assert hands.window.desk.proof.place().span.start == raw_at


def test_keys_hit_meanwhile_are_done_on_the_reading_that_comes(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    raw_at, count = middle(hands)
    session = hands.window.room.session
    hit(hands, "Return", "Backspace", "Return")
    QTest.keyClicks(hands.window.focusWidget(), "ab")
    typed = QInputMethodEvent("", [])
    typed.setCommitString("校")
    QApplication.sendEvent(hands.window.focusWidget(), typed)
    hit(hands, "Left", "Delete", "Ctrl+Return")
    assert len(session.page.decisions.joints) == 1 and not session.page.decisions.patches
    analysis_of.go.set()
    reading = hands.reading
    # the letters opened the new paragraph, and the article was cut behind them
    first = hands.text[raw_at]
    assert [patch.text for patch in session.page.decisions.patches] == [f"ab{first}"]
    home = reading.article_of(raw_at)
    assert home is not None and len(hands.article(0).blocks) + len(home.blocks) >= count
    assert violations(session.page.source, session.page.decisions, reading) == []
    names = [step.name for step in session.history.steps]
    assert names.count("split") == 2 and "join" in names and names[-1] == "new-article"


def compose(hands: Hands, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(hands.window.focusWidget(), event)


@pytest.mark.parametrize("arrives", ["before", "within", "behind"])
def test_what_is_composed_meanwhile_is_seen_and_comes_once(
    slow: tuple[Hands, Slow], arrives: str
) -> None:
    """The reading comes before the word is handed over, within the next one, or behind both."""
    hands, analysis_of = slow
    raw_at, count = middle(hands)
    session, proof = hands.window.room.session, hands.window.desk.proof
    other = hands.article(0).blocks[2].text.span.start
    hands.window.room.do(Join(other), "test")
    assert not session.is_current

    def come(when: str) -> None:
        if arrives == when:
            analysis_of.go.set()
            hands.bot.waitUntil(lambda: session.is_current)

    compose(hands, "xiao")
    assert proof.composing and proof.textCursor().block().layout().preeditAreaText() == "xiao"
    come("before")
    compose(hands, "y", "校")
    come("within")
    compose(hands, "ya")
    compose(hands, "", "样")
    come("behind")
    hands.settle()
    assert [patch.text for patch in session.page.decisions.patches] == ["校样"]
    assert "校样" + hands.text[raw_at] in "".join(hands.shown_lines())
    assert len(hands.article(0).blocks) == count - 1
    assert hands.shown_lines() == [one.text for one in proof.proof.shown]


def test_undo_meanwhile_comes_home(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    before = hands.reading
    middle(hands)
    hit(hands, "Return", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z")
    analysis_of.go.set()
    assert hands.reading == before
    assert not hands.window.room.session.page.decisions


def test_a_click_meanwhile_comes_behind_the_keys_before_it(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    other = hands.article(0).blocks[0].text.span.start
    raw_at, _ = middle(hands)
    proof = hands.window.desk.proof
    hit(hands, "Return", "x")
    cursor = proof.textCursor()
    cursor.setPosition(proof.proof.position(proof.proof.find(other)))
    point = proof.cursorRect(cursor).center()
    QTest.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=point)
    analysis_of.go.set()
    patches = hands.reading and hands.window.room.session.page.decisions.patches
    first = hands.text[raw_at]  # what is typed at a paragraph's start stays with its first letter
    assert [(patch.span.start, patch.text) for patch in patches] == [(raw_at, f"x{first}")]
    assert abs(proof.place().span.start - other) <= 1


def test_a_key_that_is_held_down_does_not_run_ahead(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    middle(hands)
    hit(hands, "Return")
    for _ in range(5):
        hands.hold(Qt.Key.Key_Backspace)
    analysis_of.go.set()
    assert hands.reading and len(hands.window.room.session.history.steps) == 1


def test_typing_asks_nobody(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    middle(hands)
    hit(hands, "x", "y")
    session = hands.window.room.session
    assert analysis_of.begun == 0 and session.is_current
    assert [patch.text for patch in session.page.decisions.patches] == ["xy"]


def test_what_cannot_be_read_is_taken_back(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    before = hands.reading
    middle(hands)
    analysis_of.fails = True
    hit(hands, "Return")
    analysis_of.go.set()
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert hands.reading == before and not hands.window.room.turn.holds
    hands.answers.told.clear()


def test_a_stale_reading_is_dropped(slow: tuple[Hands, Slow]) -> None:
    hands, analysis_of = slow
    before = hands.reading
    middle(hands)
    session = hands.window.room.session
    hit(hands, "Return")
    session.undo()
    assert session.is_current and hands.window.room.reading == before
    analysis_of.go.set()
    hands.bot.wait(100)
    assert session.is_current and hands.reading == before
