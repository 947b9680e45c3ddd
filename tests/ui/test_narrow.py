"""A narrow window says less, and cuts no word: an icon, a key or a tool tip says what goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from editor.model.project import Page, Project
from editor.model.source import Source
from editor.resources import sample_page
from tests.ui.hands import Hands


@pytest.mark.parametrize("width", [1300, 960, 860, 790])
def test_the_bars_show_whole_words_or_none(at_sample: Hands, width: int) -> None:
    hands, window = at_sample, at_sample.window
    window.resize(width, 600)
    hands.bot.waitUntil(lambda: window.width() == max(width, window.minimumSizeHint().width()))
    top, box = window.room.top, window.room.top.commands

    def cut() -> list[str]:
        shown = (box._words, box.hint, top._hint, top._next, top.undo)
        seen = [one for one in shown if one.isVisible()]
        return [one.text() for one in seen if one.width() < one.minimumSizeHint().width()]

    hands.bot.waitUntil(lambda: cut() == [])
    assert box.hint.isVisible() and box.width() >= box.minimumSizeHint().width()
    assert "Undo" in top.undo.toolTip() and "Ctrl+Z" in top.undo.toolTip()
    full = top.undo.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert full or width < 1300
    assert window.minimumSizeHint().width() <= 800
    dock, style = window.desk.dock, Qt.ToolButtonStyle

    def fit() -> bool:
        return all(tab.width() >= tab.minimumSizeHint().width() for tab in dock._tabs)

    for used in dock._tabs:  # a name or an icon, and the same told of it
        hands.bot.mouseClick(used, Qt.MouseButton.LeftButton)
        hands.bot.waitUntil(fit)
        for tab in dock._tabs:
            assert tab.geometry().right() < dock.width()
            alone = tab.toolButtonStyle() is style.ToolButtonIconOnly
            assert not (alone and tab.icon().isNull())
            assert tab.toolTip().startswith(tab.text()) and tab.accessibleName() == tab.toolTip()
    icons = [tab.toolButtonStyle() is style.ToolButtonIconOnly for tab in dock._tabs]
    assert any(icons) == (width < 900)
    habits = window.room.status._labels["habits"]
    assert habits.toolTip() == habits.text() != ""


def test_the_strip_of_finding_makes_no_window_wider(hands: Hands) -> None:
    pages = tuple(Page(key, Source(sample_page().read_text("utf-8"))) for key in ("p1", "p2"))
    hands.window.room.documents.replace(Project(pages))
    hands.read()
    hands.window.resize(800, 600)
    width = hands.window.width()
    hands.press("Ctrl+H")
    bar = hands.window.room.find.bar
    bar.everywhere.click()
    bar.sought.setText("水")
    hands.bot.waitUntil(lambda: hands.window.room.find.rests and bool(bar.told), timeout=30_000)
    assert hands.window.width() == width < 850 and bar.everywhere.isVisible()
    buttons = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    assert all(one.width() >= one.minimumSizeHint().width() for one in buttons)
    assert bar._told.width() >= bar._told.sizeHint().width(), bar.told
