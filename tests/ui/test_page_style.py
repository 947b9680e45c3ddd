"""The page's style at the desk: shown, pinned by keys, told before, undone in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.model.decisions import Habit, Pin
from editor.ui.style_card import StyleCard
from tests.ui.hands import Hands


def card(hands: Hands) -> StyleCard:
    return hands.window.desk.style_card


def told(hands: Hands) -> str:
    """What the status bar says of the page's habits."""
    return hands.window.room.status._labels["habits"].text()


def effect(hands: Hands) -> str:
    (label,) = (x for x in card(hands).findChildren(QLabel) if "read otherwise" in x.text())
    return label.text()


def test_keys_pin_where_headlines_stand(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.reading
    assert "pinned" not in told(hands)
    hands.press("Ctrl+Shift+Y")
    assert card(hands).isVisible() and card(hands).takes_keys
    hands.press("Right")
    hands.bot.waitUntil(lambda: any(
        "lines would read otherwise" in x.text() for x in card(hands).findChildren(QLabel)
    ))  # fmt: skip
    assert not effect(hands).startswith("0") and not hands.window.room.session.page.decisions
    hands.press("Return")
    assert not card(hands).isVisible() and hands.window.room.pane.hasFocus()
    (pin,) = hands.window.room.session.page.decisions.pins
    assert (pin.habit, pin.value) == (Habit.HEADLINES, "before")
    assert hands.reading.habits.headlines == "before"
    assert "1 pinned" in told(hands)
    hands.press("Ctrl+Z")
    assert hands.reading == before and "pinned" not in told(hands)


def test_measures_are_typed(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+Shift+Y")
    card(hands).measures.setFocus()
    hands.type("2")
    hands.press("Return")
    assert card(hands).isVisible(), "two em are no column"
    hands.type("1 18.5")
    hands.press("Return")
    pins = hands.window.room.session.page.decisions.pins
    assert [pin.value for pin in pins] == ["21/18.5"] and pins[0].measures == (21.0, 18.5)
    assert hands.reading.habits.measures == (21.0, 18.5)
    hands.press("Ctrl+Shift+Y")
    assert card(hands).measures.text() == "21/18.5"
    card(hands).measures.setFocus()
    card(hands).measures.selectAll()
    hands.press("Delete", "Return")
    assert not hands.window.room.session.page.decisions


def test_escape_pins_nothing(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+Shift+Y", "Right", "Escape")
    assert not card(hands).isVisible() and not hands.window.room.session.page.decisions
    assert hands.window.room.pane.hasFocus()
    hands.press("Ctrl+Shift+Y")
    assert card(hands).chosen() == ()
    hands.press("Return")
    assert not hands.window.room.session.page.decisions


def test_the_line_in_the_status_bar_opens_the_card(at_sample: Hands) -> None:
    hands = at_sample
    QTest.mouseClick(hands.window.room.status._labels["habits"], Qt.MouseButton.LeftButton)
    assert card(hands).isVisible()
    assert Pin(Habit.HEADLINES, "after").value in Habit.HEADLINES.values
