"""Text out of its place at the desk: both readings on the card, one key moves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.model.verdict import MoveTarget
from tests.analysis.test_disorder import CASES, with_column_elsewhere
from tests.ui.hands import Hands


@pytest.fixture
def at_order(hands: Hands, tmp_path: Path) -> tuple[Hands, MoveTarget]:
    """Hands on the card that asks about a column out of its place."""
    path = tmp_path / "page.txt"
    path.write_text(with_column_elsewhere(CASES["positive"][0])[0], "utf-8")
    hands.open(path)
    for _ in hands.reading.doubts:
        hands.press("F8")
        target = hands.window.room.doubts.shown.target
        if isinstance(target, MoveTarget):
            return hands, target
    raise AssertionError("nothing is asked about the order")


def test_the_card_shows_both_places_and_space_moves(at_order: tuple[Hands, MoveTarget]) -> None:
    hands, target = at_order
    here, there = hands.window.desk.card.choices
    begins = hands.text[target.span.start : target.span.start + 8]
    assert begins in here.right and begins in there.right
    assert there.left.endswith(hands.text[target.to - 6 : target.to])
    assert hands.window.desk.raw.place().span.start == target.span.start
    before = hands.shown_lines()
    hands.press("Space")
    assert len(hands.window.room.session.page.decisions.moves) == 1
    joined = hands.text[target.to - 4 : target.to] + begins[:4]
    assert any(joined in line for line in hands.shown_lines())
    hands.press("Ctrl+Z")
    assert hands.shown_lines() == before


def test_enter_leaves_it_where_the_page_has_it(at_order: tuple[Hands, MoveTarget]) -> None:
    hands, _ = at_order
    before = hands.shown_lines()
    hands.press("Return")
    assert hands.shown_lines() == before
    assert not any(isinstance(d.target, MoveTarget) for d in hands.reading.doubts)
    decisions = hands.window.room.session.page.decisions
    assert len(decisions.settled) == 1 and not decisions.moves
