"""Input methods in the proof: whatever they send, no character is lost and none comes twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.editing.gestures import Join, Restore, SetRole, Split
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.structure import Role
from editor.ui.proof.places import Point
from tests.ui.hands import Hands
from tests.ui.test_typing import block_at


def send(
    hands: Hands, preedit: str = "", commit: str = "", replace: tuple[int, int] = (0, 0)
) -> None:
    """One event of an input method, as Qt gives it to the widget in use."""
    cursor = QInputMethodEvent.Attribute(
        QInputMethodEvent.AttributeType.Cursor, len(preedit), 1, None
    )
    event = QInputMethodEvent(preedit, [cursor] if preedit else [])
    if commit or replace[1]:
        event.setCommitString(commit, *replace)
    QApplication.sendEvent(hands.window.focusWidget(), event)
    hands.settle()


def agree(hands: Hands) -> None:
    """The document, what it was given and the reading are one, and the page is all there."""
    proof, session = hands.window.desk.proof, hands.window.room.session
    assert hands.shown_lines() == ([one.text for one in proof.proof.shown] or [""])
    assert violations(session.page.source, session.page.decisions, hands.reading) == []


def put_caret(hands: Hands, index: int, out_at: int, to: Point | None = None) -> None:
    """The caret (or a selection) at a point of the proof, told as a click is."""
    hands.window.desk.proof.select(Point(index, out_at), to or Point(index, out_at))


def test_a_word_is_handed_over_while_the_next_one_begins(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    hands.click_proof(at)
    send(hands, "xiao")
    send(hands, "y", commit="校")
    assert hands.window.desk.proof.composing
    assert [p.text for p in hands.window.room.session.page.decisions.patches] == ["校"]
    send(hands, "yang")
    send(hands, commit="样")
    assert [p.text for p in hands.window.room.session.page.decisions.patches] == ["校样"]
    assert "校样" + hands.text[at] in "".join(hands.shown_lines())
    agree(hands)


def test_what_was_selected_comes_back_when_a_composition_is_given_up(at_sample: Hands) -> None:
    hands = at_sample
    proof, at = hands.window.desk.proof, block_at(hands)
    for keys in (("Shift+Right", "Shift+Right"), ("Shift+Down",) * 12):
        hands.click_proof(at)
        hands.press(*keys)
        lines, selected = hands.shown_lines(), proof.selected_text()
        assert selected
        send(hands, "j")
        send(hands, "jiao")
        assert not hands.window.room.session.page.decisions
        send(hands)
        assert hands.shown_lines() == lines and proof.selected_text() == selected
        assert not hands.window.room.session.history.steps


def test_what_was_selected_is_replaced_in_one_step(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.shown_lines()
    hands.click_proof(block_at(hands))
    hands.press("Shift+Right", "Shift+Right")
    send(hands, "jiao")
    send(hands, commit="校")
    assert len(hands.window.room.session.history.steps) == 1
    assert hands.window.room.session.page.decisions.patches[0].text == "校"
    hands.press("Ctrl+Z")
    assert hands.shown_lines() == before
    agree(hands)


def test_a_click_elsewhere_ends_a_composition(at_sample: Hands) -> None:
    hands = at_sample
    proof, lines = hands.window.desk.proof, hands.shown_lines()
    hands.click_proof(block_at(hands))
    hands.press("Shift+Right", "Shift+Right")
    send(hands, "jiao")
    hands.window.room.do(Split(block_at(hands, 0, 2)), "test")
    QTest.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    assert not proof.composing and len(hands.shown_lines()) == len(lines) + 1
    hands.type("x")
    agree(hands)


def test_the_focus_that_goes_ends_a_composition(at_sample: Hands) -> None:
    hands = at_sample
    lines = hands.shown_lines()
    hands.click_proof(block_at(hands))
    send(hands, "jiao")
    hands.window.desk.raw.setFocus()
    assert not hands.window.desk.proof.composing and hands.shown_lines() == lines
    agree(hands)


def test_a_commit_may_replace_what_stands_around_it(at_sample: Hands) -> None:
    """As input methods do that turn what was typed before into something else."""
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.type("ab")
    send(hands, commit="乙", replace=(-1, 1))
    assert [p.text for p in hands.window.room.session.page.decisions.patches] == ["a乙"]
    agree(hands)


def test_what_is_committed_meets_a_paragraph_that_changed_meanwhile(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    hands.click_proof(at)
    hands.type("ab")
    put_caret(hands, 4, 0)
    first = hands.article(0).blocks[1].text.text
    send(hands, "jiao")
    hands.window.room.do(Restore(Span(at, at)), "test")  # the letters before it are taken back
    send(hands, commit="校")
    assert hands.article(0).blocks[1].text.text == "校" + first.replace("ab", "")
    agree(hands)


def test_a_page_that_is_opened_ends_a_composition(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    send(hands, "jiao")
    other = tmp_path / "other.txt"
    other.write_text("别的版面\n" + 3 * "这是另一个版面的正文，写了几个字。\n", encoding="utf-8")
    hands.open(other)
    hands.bot.waitUntil(lambda: hands.text.startswith("别的版面"), timeout=15_000)
    assert not hands.window.desk.proof.composing
    agree(hands)


@pytest.mark.parametrize("seed", range(6))
def test_any_sequence_of_events_keeps_every_character(at_sample: Hands, seed: int) -> None:
    """Compose, change, commit, cancel, commit and go on, over selections, readings meanwhile."""
    hands, dice = at_sample, random.Random(seed)
    proof, session = hands.window.desk.proof, hands.window.room.session
    hands.click_proof(block_at(hands))
    told: list[object] = []
    index = 4  # the second paragraph of the first article
    text = list(proof.proof.shown[index].text)
    caret = covered = 0
    composing = False
    put_caret(hands, index, caret)

    def meanwhile() -> None:
        """A reading arrives: some other paragraph is split, joined or marked."""
        other = dice.choice(hands.article(2).blocks[1:]).text.span.start
        gesture = dice.choice(
            [Join(other), Split(other + 5), SetRole((Span(other, other + 1),), Role.BODY)]
        )
        told.append(gesture)
        hands.window.room.do(gesture, "test")

    for _ in range(40):
        move = dice.choice(["compose", "compose", "commit", "cancel", "on", "select", "reading"])
        told.append(move)
        put = dice.choice(["校", "校样", "𠮷野", "x y", "，", "一一"])
        if move == "select" and not composing:
            caret = dice.randint(0, len(text))
            covered = dice.choice([0, 0, min(3, len(text) - caret)])
            put_caret(hands, index, caret, Point(index, caret + covered))
        elif move == "compose":
            composing = True
            send(hands, dice.choice(["j", "ji", "jia'o"]))
        elif move == "cancel":
            composing = False
            send(hands)
            if covered:
                assert proof.selected_text() == "".join(text[caret : caret + covered]), told
        elif move in ("commit", "on"):
            composing = move == "on"
            send(hands, "q" if composing else "", commit=put)
            text[caret : caret + covered] = put
            caret, covered = caret + len(put), 0
        elif move == "reading":
            meanwhile()
        assert proof.composing is composing, told
        shown = proof.proof.document.findBlockByNumber(index).text()
        if not (composing and covered):  # what is covered is out of sight meanwhile
            assert shown == "".join(text), told
    send(hands)
    assert hands.article(0).blocks[1].text.text == "".join(text), told
    agree(hands)
    while session.undo():
        hands.settle()
    agree(hands)
