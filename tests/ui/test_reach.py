"""Of a large text the proof holds what is near; nobody notices but by the time it takes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.desk import long_page
from editor.model.places import Span
from editor.ui.proof import reach
from editor.ui.proof.blocks import Sheets, Shown
from tests.ui.hands import Hands
from tests.ui.test_find import look_for, selected

AROUND = 2500


@pytest.fixture
def at_large(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Hands at a page that counts as large."""
    monkeypatch.setattr(reach, "LARGE", 8_000)
    monkeypatch.setattr(reach, "AROUND", AROUND)
    path = tmp_path / "large.txt"
    path.write_text(long_page(8), "utf-8", newline="\n")
    hands.open(path)
    hands.bot.wait(100)
    return hands


def whole(hands: Hands) -> tuple[Shown, ...]:
    return Sheets().of(hands.reading, hands.window.desk.proof.open_at)


def assert_a_stretch(hands: Hands) -> tuple[int, int]:
    """What is shown is a stretch of the whole, and the document says the same; where it is."""
    shown = hands.window.desk.proof.proof.shown
    all_of_it = whole(hands)
    first = all_of_it.index(shown[0])
    assert tuple(all_of_it[first : first + len(shown)]) == tuple(shown)
    assert hands.shown_lines() == [one.text for one in shown]
    return first, first + len(shown)


def letters(hands: Hands) -> int:
    return sum(len(one.text) for one in hands.window.desk.proof.proof.shown)


def test_a_large_page_is_never_in_the_proof_as_a_whole(at_large: Hands) -> None:
    hands = at_large
    first, last = assert_a_stretch(hands)
    assert first == 0 and last < len(whole(hands))
    size = len(hands.text)
    for share in (0.5, 0.9, 0.2):
        at = int(size * share)
        hands.window.room.go_to(Span(at, at))
        hands.bot.wait(150)
        assert_a_stretch(hands)
        assert letters(hands) < 4 * AROUND


def test_places_all_over_the_page_are_shown_when_they_are_looked_at(at_large: Hands) -> None:
    hands = at_large
    proof = hands.window.desk.proof
    for article in hands.reading.articles[::4]:
        at = article.blocks[-1].text.span.start
        hands.click_proof(at)
        assert proof.place().span.start == at
        assert proof.viewport().rect().intersects(proof.cursorRect())
        assert hands.window.desk.raw.place().span.start == at


def test_scrolling_brings_the_next_and_lets_the_last_go(at_large: Hands) -> None:
    hands = at_large
    proof, bar = hands.window.desk.proof, hands.window.desk.proof.verticalScrollBar()
    end = len(whole(hands))
    proof.setFocus()
    for _ in range(200):
        hands.press("PgDown")
        hands.bot.wait(10)
        first, last = assert_a_stretch(hands)
        if last == end and bar.value() == bar.maximum():
            break
    assert last == end and first > 0
    assert letters(hands) < 4 * AROUND
    for _ in range(200):
        hands.press("PgUp")
        hands.bot.wait(10)
        first, last = assert_a_stretch(hands)
        if first == 0 and bar.value() == 0:
            break
    assert first == 0 and last < end


def test_ctrl_end_and_home_go_to_the_ends_of_the_page(at_large: Hands) -> None:
    hands = at_large
    hands.window.desk.proof.setFocus()
    hands.press("Ctrl+End")
    assert assert_a_stretch(hands)[1] == len(whole(hands))
    last = [b for b in whole(hands) if b.places][-1].places[-1]
    assert hands.window.desk.proof.place().span.start == last.end
    hands.press("Ctrl+Home")
    assert assert_a_stretch(hands)[0] == 0


def test_what_comes_before_does_not_move_what_one_sees(at_large: Hands) -> None:
    hands = at_large
    proof = hands.window.desk.proof
    at = hands.article(12).blocks[1].text.span.start
    hands.window.room.go_to(Span(at, at))
    level = proof.level
    before = len(proof.proof.shown)
    hands.bot.wait(200)
    assert len(proof.proof.shown) > before
    assert abs(proof.level - level) <= 1 and proof.place().span.start == at


@pytest.mark.parametrize("seed", range(3))
def test_gestures_anywhere_leave_a_stretch_of_the_reading(at_large: Hands, seed: int) -> None:
    hands, dice = at_large, random.Random(seed)
    keys = ("Return", "Backspace", "Ctrl+Return", "Ctrl+Backspace", "Ctrl+Z", "Ctrl+Shift+Z",
            "Alt+Up", "Alt+Down", "Ctrl+6", "Ctrl+0", "Ctrl+D", "F8", "Escape", "x", "F2", "PgDown",
            "Ctrl+PgDown", "Ctrl+End", "Ctrl+Home")  # fmt: skip
    for _ in range(6):
        article = dice.choice(hands.reading.articles)
        block = dice.choice(article.blocks)
        hands.click_proof(block.text.span.start)
        for _ in range(6):
            hands.press(dice.choice(keys))
            hands.bot.wait(5)
            assert_a_stretch(hands)
        hands.press("Escape")


def test_hits_all_over_the_page_are_gone_through_in_order(at_large: Hands) -> None:
    hands = at_large
    word = hands.article(3).blocks[0].text.text[:2]
    hits = look_for(hands, word)
    assert len(hits) > 1
    seen = [hands.window.room.find._at]
    for _ in range(len(hits) - 1):
        hands.press("F3")
        seen.append(hands.window.room.find._at)
        assert selected(hands) == word
        assert_a_stretch(hands)
    assert [(at - seen[0]) % len(hits) for at in seen] == list(range(len(hits)))
