"""Help: the sheet of keys is the table of commands; three hints once, and again when asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.resources import sample_page
from editor.ui import commands, keys
from editor.ui.help import keys_of
from editor.ui.help.sheet import KeySheet
from editor.ui.settings import choices
from tests.ui.hands import Hands


def sheet(hands: Hands) -> KeySheet:
    hands.press("F1")
    found = hands.window.room.does.desk._sheet
    assert found is not None and found.isVisible() and not found.isModal()
    hands.bot.waitUntil(found.isActiveWindow)
    return found


def plain(shown: KeySheet) -> str:
    return shown.page.toPlainText().replace("\u00a0", " ")


def test_f1_shows_every_command_that_has_a_key_by_groups(at_sample: Hands) -> None:
    text = plain(sheet(at_sample))
    for command in commands.COMMANDS:
        if command.keys:
            assert command.text.rstrip("…") in text, command.code
            assert keys.native(command.keys[0]) in text
    assert [line for line in text.split("\n") if line in commands.MENUS] == list(commands.MENUS)
    assert "On the doubt's card" in text


def test_letters_leave_what_has_them(at_sample: Hands) -> None:
    shown = sheet(at_sample)
    assert shown.search.hasFocus()
    QTest.keyClicks(shown.search, "headline")
    rows = plain(shown).split("\n")
    assert "Swap headlines with another article" in rows and "Undo" not in rows
    QTest.keyClicks(shown.search, " ctrl+1")
    assert "Ctrl+1" in plain(shown) and "Swap" not in plain(shown)
    QTest.keyClicks(shown.search, "qq")
    assert plain(shown) == "Nothing fits"
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    at_sample.window.activateWindow()
    at_sample.bot.waitUntil(at_sample.window.isActiveWindow)
    assert sheet(at_sample).search.text() == ""


def test_columns_hold_every_group_once_in_order() -> None:
    found = keys_of.groups()
    for count in (1, 2, 3):
        sides = keys_of.columns(found, count)
        assert [group for side in sides for group in side] == found and len(sides) == count


def test_the_sheet_is_printed_on_paper_with_all_its_words(at_sample: Hands) -> None:
    hands = at_sample
    shown = sheet(hands)
    QTest.mouseClick(shown.paper, Qt.MouseButton.LeftButton)
    printing = hands.window.room.printing
    assert printing.window is not None and printing.window.isVisible() and printing.pages
    text = printing.pages.document.toPlainText()
    text = text.replace("\u00a0", " ")
    assert all(c.text.rstrip("…") in text for c in commands.COMMANDS if c.keys)
    width = printing.pages.document.size().width()
    assert width <= printing.pages.text.width() + 1, "it does not run off the paper"


def test_the_sample_page_comes_with_hints_that_go_for_good(at_sample: Hands) -> None:
    hands = at_sample
    room = hands.window.room
    assert room.hints.card is None
    room.run(commands.BY_CODE["sample"])
    hands.read()
    hands.bot.waitUntil(lambda: room.hints.card is not None and room.hints.card.isVisible())
    card = room.hints.card
    assert card is not None
    told = card.accessibleDescription()
    assert "F8" in told and "Ctrl+K" in told and "F1" in told
    assert hands.window.desk.proof.hasFocus(), "the hints take no keys"
    card.shut.setFocus()
    QTest.keyClick(card.shut, Qt.Key.Key_Escape)
    assert not card.isVisible() and room.pane.hasFocus()
    assert hands.settings.value(choices.GREETED)


STARTS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.ui import app
from editor.ui.window import Window

def look():
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]
    for window in shown:
        hints = window.room.hints.card
        title = window.windowTitle()
        print(title, hints is not None and hints.isVisible(), window.room.empty.isVisible())
        window.close()
    QApplication.quit()

def whole():
    if any(w.isVisible() and w._room is None for w in QApplication.topLevelWidgets()
           if isinstance(w, Window)):
        return QTimer.singleShot(50, whole)
    QTimer.singleShot(300, look)

app_ = app.make_app()
QTimer.singleShot(200, whole)
app.run([])
"""


def test_the_first_start_shows_the_sample_page_with_hints_and_the_second_does_not(
    tmp_path: Path,
) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    def start() -> str:
        return subprocess.run(
            [sys.executable, "-c", STARTS],
            env=env, capture_output=True, text=True, timeout=60, check=True,
        ).stdout  # fmt: skip

    first = start()
    assert first.startswith(sample_page().name) and first.split()[-2:] == ["True", "False"]
    again = start()
    assert again.split()[-2] == "False"
