"""One card over the desk at a time: the one that is opened puts away the one that was there."""

from __future__ import annotations

from itertools import permutations

from editor.ui.card import Card
from tests.ui.hands import Hands
from tests.ui.test_forms import at_forms, words

__all__ = ["at_forms", "words"]

FORMS = "Alt+Shift+F7"
CARDS = ("F8", "F7", "Ctrl+F7", "Ctrl+Shift+Y", "Shift+F2")


def shown(hands: Hands) -> list[Card]:
    return [card for card in hands.window.desk.findChildren(Card) if card.isVisible()]


def test_each_card_puts_away_the_one_that_was_there(at_forms: Hands) -> None:
    hands = at_forms
    assert len(shown(hands)) == 1
    hands.press("Escape")
    suspects = hands.window.room.suspects
    hands.bot.waitUntil(lambda: suspects.checking.rests and bool(suspects.open), timeout=60_000)
    for first, second in (*permutations(CARDS, 2), *((FORMS, one) for one in CARDS)):
        hands.press(first)
        hands.bot.waitUntil(lambda: len(shown(hands)) == 1, timeout=60_000)
        (before,) = shown(hands)
        hands.press(second)
        hands.bot.waitUntil(lambda: before not in shown(hands), timeout=60_000)  # noqa: B023
        hands.bot.waitUntil(lambda: len(shown(hands)) == 1, timeout=60_000)
        (card,) = shown(hands)
        assert card.takes_keys, (first, second)
        hands.press("Escape")
        assert shown(hands) == [], (first, second)
        assert hands.window.focusWidget() is hands.window.room.pane, (first, second)
