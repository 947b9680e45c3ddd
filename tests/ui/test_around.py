"""Words that fit, names for readers of the screen, the order of the focus, in both languages.

`python -m tests.ui.test_around LANGUAGE` looks at every state once and tells what is wrong: the
test runs it at twice the scale too, which Qt takes at the start only.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.resources import sample_page
from editor.ui.commands import BY_CODE
from editor.ui.finding import pinyin
from editor.ui.keys import native
from editor.ui.look import appearance, theme
from editor.ui.settings.window import KEYS
from tests.ui import fitting
from tests.ui.hands import Hands
from tests.ui.test_pages import several_pages

ROOT = Path(__file__).resolve().parents[2]
SMALL = 1280, 720


def states(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """Every look of the desk and every window of its own, one after another."""
    window = hands.window
    window.resize(*SMALL)
    room = window.room
    yield "empty", window
    hands.open(sample_page())
    yield "desk", window
    hands.press("F8")
    yield "doubt", window
    hands.press("Return")
    if room.desk.card.isVisible():
        yield "doubt, and the same elsewhere", window
        hands.press("Escape")
    hands.press("Ctrl+Shift+Y")
    yield "style", window
    hands.press("Escape", "Ctrl+H")
    QTest.keyClicks(window.focusWidget(), "2")
    yield "replace", window
    hands.bot.waitUntil(room.find.bar._preview.isEnabled)
    room.find.bar._preview.click()
    hands.bot.waitUntil(room.desk.replacing.isVisible)
    yield "replacements", window
    hands.press("Escape", "Escape")
    room.message.say("…", "……", lambda: None)
    hands.press("Ctrl+K")
    yield "palette", window
    hands.press("Escape")
    room.message.hide()
    room.hints.open()
    yield "hints", window
    room.hints.close()
    hands.click_proof(hands.article(0).blocks[0].text.span.start + 20)
    hands.commit("，，")
    hands.bot.waitUntil(lambda: room.suspects.checking.rests)
    hands.press("F7")
    yield "suspect", window
    hands.press("Ctrl+F7")
    assert room.desk.kin.isVisible()
    yield "suspects of one kind", window
    hands.press("Escape")
    for dock in range(4):
        room.desk.dock._group.button(dock).click()
        yield f"dock {dock}", window
    for page in range(4):
        room.open_settings(page)
        own = room.does.desk._settings
        assert own is not None
        yield f"settings {page}", own
    own.open_at(KEYS)
    QTest.keyClicks(own.keys.search, "undo")
    QTest.keyClick(own.keys.fields[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(20)
    yield "a key that is taken", own
    own.close()
    yield from page_states(hands)
    room.run(BY_CODE["keys"])
    sheet = room.does.desk._sheet
    assert sheet is not None
    yield "keys", sheet
    sheet.close()
    room.printing.open()
    hands.bot.waitUntil(lambda: not room.printing.is_busy)
    assert room.printing.window is not None
    yield "print", room.printing.window
    room.printing.window.close()


def page_states(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """A project of several pages: outline, name of a page, what goes on elsewhere, a drop."""
    window, room = hands.window, hands.window.room
    window.activateWindow()
    room.documents.replace(several_pages())
    hands.read()
    for key in ("p2", "p3", "p1"):
        room.pages.show(key)
        hands.read()
    yield "several pages", window
    hands.press("Shift+F2")
    assert room.desk.page_card.isVisible()
    yield "name of a page", window
    hands.press("Escape")
    hands.bot.waitUntil(lambda: bool(room.linking.offers))
    room.run(BY_CODE["links"])
    hands.bot.waitUntil(room.desk.link_list.isVisible)
    yield "links", window
    hands.press("Escape")
    hands.press("Ctrl+L")
    room.sides.show_now()
    yield "an article that goes on", window
    QGuiApplication.clipboard().setText("早市迁往河东。")
    room.incoming.offer_paste(QGuiApplication.clipboard().mimeData())
    yield "text was pasted into the raw text", window
    data = QMimeData()
    data.setText("早市迁往河东。")
    room.drop(data)
    assert room.message.isVisible()
    yield "text was dropped", window
    room.message.hide()


def initials(text: str) -> str:
    """What one types of a Chinese name: the first letters of its syllables, the rest as it is."""
    readings = pinyin.load()
    return "".join((readings(mark) or (mark,))[0][0] for mark in text).replace(" ", "").lower()


def wrong(hands: Hands) -> list[str]:
    """What is cut or has no name, in every state."""
    found = []
    for name, shown in states(hands):
        QTest.qWait(30)  # layouts that were asked for
        if fitting.clipped(shown):  # or are asked for by what was counted meanwhile
            QTest.qWait(300)
        for told in (*fitting.clipped(shown), *fitting.nameless(shown)):
            found.append(f"{name}: {told}")
        if shown is hands.window and (shown.width(), shown.height()) != SMALL:
            found.append(f"{name}: the window is {shown.width()}×{shown.height()}")
        least = shown.minimumSizeHint()
        if least.width() > SMALL[0] or least.height() > SMALL[1]:
            found.append(f"{name}: at least {least.width()}×{least.height()}")
    return found


@pytest.fixture(params=["zh", "en"])
def speaking(request: pytest.FixtureRequest, hands: Hands) -> Iterator[Hands]:
    """Hands at a desk that speaks a language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    hands.window.close()
    hands.settings.setValue(appearance.LANGUAGE, request.param)
    appearance.set_up(app, hands.settings)
    hands.new_window()
    yield hands
    hands.window.close()
    hands.settings.setValue(appearance.LANGUAGE, "en")
    appearance.set_up(app, hands.settings)


def test_no_word_is_cut_and_every_control_has_a_name(speaking: Hands) -> None:
    found = wrong(speaking)
    assert not found, "\n".join(found)


def test_every_command_and_setting_is_found_by_its_initials_with_its_key(hands: Hands) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    hands.window.close()
    hands.settings.setValue(appearance.LANGUAGE, "zh")
    appearance.set_up(app, hands.settings)
    try:
        hands.new_window()
        hands.open(sample_page())
        hands.press("Ctrl+K")
        palette = hands.window.room.palette
        hands.bot.waitUntil(lambda: palette._readings is not pinyin.none)
        for entry in palette._entries:
            if not entry.code or not entry.possible:
                continue
            typed = initials(entry.label)
            palette.card.field.clear()
            QTest.keyClicks(palette.card.field, "".join(c for c in typed if c.isascii()))
            rows = palette.card.offered.rows.rows[:4]
            assert entry.label in [row.what.label for row in rows], (entry.label, typed)
            command = BY_CODE.get(entry.code)
            if command is not None and command.keys:
                (row,) = [row for row in rows if row.what.code == entry.code]
                assert row.side == native(command.keys[0])
    finally:
        hands.window.close()
        hands.settings.setValue(appearance.LANGUAGE, "en")
        appearance.set_up(app, hands.settings)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_cut_at_twice_the_scale(language: str, tmp_path: Path) -> None:
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "2",
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "GALLEY_SPEAKS": language,
    }
    test = f"{Path(__file__)}::test_no_word_is_cut_and_every_control_has_a_name[{language}]"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        env=env, cwd=ROOT, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]


def _uncounted(widget: QWidget) -> str:
    """A control's name without the number of things that it tells."""
    return re.sub(r"\d+", "#", fitting.name(widget))


def test_the_focus_goes_once_round_the_desk_in_the_order_of_reading(at_sample: Hands) -> None:
    window = at_sample.window
    at_sample.click_proof(at_sample.article(0).blocks[1].text.span.start + 3)
    window.room.top.menu_button.setFocus()
    start = window.focusWidget()
    order: list[str] = []
    for _ in range(60):
        now = window.focusWidget()
        assert now is not None
        order.append(_uncounted(now))
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if window.focusWidget() is start:
            break
    assert window.focusWidget() is start, order
    assert order == ORDER, "\n".join(order)
    back: list[str] = []
    for _ in order:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        now = window.focusWidget()
        assert now is not None
        back.append(_uncounted(now))
    assert back == order[::-1], "\n".join(back)


ORDER = [
    "Menu", "Open", "Save", "Previous doubt", "Next doubt", "Type a command…", "Export to Word",
    "Articles of the page", "Raw text", "Proof", "Doubts #", "Doubts",
]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "dark"), [(Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)]
)
def test_the_desk_follows_the_system_while_it_runs(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, dark: bool
) -> None:
    window = at_sample.window
    asked: Callable[[], Qt.ColorScheme] = lambda: scheme  # noqa: E731
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(theme, "system_scheme", asked)
    hints.colorSchemeChanged.emit(scheme)
    try:
        colours = theme.DARK if dark else theme.LIGHT
        assert theme.current() is colours
        assert window.desk.proof.proof.look.theme is colours
        shot = window.grab().toImage()
        middle = window.desk.outline.mapTo(window, window.desk.outline.rect().center())
        assert shot.pixelColor(middle.x(), window.height() - 60).name() == colours.panel
    finally:
        monkeypatch.undo()
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
