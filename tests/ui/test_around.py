"""Words that fit, names for readers of the screen, the order of the focus, in both languages.

`python -m tests.ui.test_around LANGUAGE` looks at every state once and tells what is wrong: the
test runs it at twice the scale too, which Qt takes at the start only.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

import editor.ui
from editor import chinese_words
from editor.editing.carrying import Lost
from editor.editing.seen import Difference
from editor.files.errors import FileError
from editor.files.lock import Owner
from editor.files.recovery import Found
from editor.model.structure import Joint
from editor.resources import sample_page
from editor.ui import words
from editor.ui.card import Card
from editor.ui.commands import BY_CODE
from editor.ui.dialogs import Dialogs
from editor.ui.finding import pinyin
from editor.ui.keys import native
from editor.ui.look import appearance, theme
from editor.ui.otherwise import OtherwiseDialog
from editor.ui.recovery import RecoveryDialog
from editor.ui.reimport import LostDialog
from editor.ui.settings import choices
from editor.ui.settings.window import KEYS
from editor.ui.tick_card import TickCard
from editor.ui.trouble import TroubleDialog
from tests.ui import fitting
from tests.ui.hands import Hands
from tests.ui.test_pages import several_pages

ROOT = Path(__file__).resolve().parents[2]
SMALL = 1280, 720
NARROW = (960, 540), (790, 640)


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
    hands.press("Space")
    assert room.desk.card.isVisible()
    yield "doubt, and the same elsewhere", window
    hands.press("Ctrl+F8")
    assert room.desk.same.isVisible()
    yield "the same answer for others", window
    hands.press("Escape", "Escape", "Ctrl+Z")
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
    yield from card_states(hands)
    yield from questions(hands)
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
    window.activateWindow()
    yield from narrow_states(hands)


def narrow_states(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """The desk in a part of a screen, with each list at the side."""
    window, dock = hands.window, hands.window.desk.dock
    for size in NARROW:
        window.resize(*size)
        for number in range(4):
            dock._group.button(number).click()
            QTest.qWait(30)
            yield f"dock {number}, {size[0]} wide", dock
    window.resize(*SMALL)


def kinds() -> set[type[QWidget]]:
    """Every card and every window of its own that the program has."""
    for module in pkgutil.walk_packages(editor.ui.__path__, "editor.ui."):
        importlib.import_module(module.name)
    found, left = set[type[QWidget]](), [Card, QDialog]
    while left:
        of = left.pop()
        left += [one for one in of.__subclasses__() if one.__module__.startswith("editor.")]
        found.add(of)
    return found - {Card, TickCard, QDialog}


def card_states(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """The cards that ask something, and the windows that tell of trouble."""
    window, room = hands.window, hands.window.room
    window.activateWindow()
    hands.bot.waitUntil(window.isActiveWindow)
    hands.press("Ctrl+Shift+U")
    hands.bot.waitUntil(room.desk.encodings.isVisible, timeout=15_000)
    yield "encodings", window
    hands.press("Escape")
    bare = next(n for n, article in enumerate(hands.reading.articles) if not article.headline)
    hands.click_proof(hands.article(bare).blocks[0].text.span.start + 3)
    hands.press("F2")
    hands.bot.waitUntil(room.desk.offers.isVisible)
    yield "lines that may be the headline", window
    hands.press("Escape")
    hands.click_proof(hands.article(0).blocks[0].text.span.start + 5)
    hands.commit("，，水己经退了")
    hands.bot.waitUntil(chinese_words.ready, timeout=60_000)
    hands.press("Alt+Shift+F7")
    hands.bot.waitUntil(room.desk.forms.isVisible, timeout=30_000)
    yield "doubtful forms", window
    hands.press("Escape")
    path = Path(hands.settings.fileName()).with_name("house.toml")
    path.write_text('format = 1\n[terms]\n"渡船" = "轮渡"\n[roster]\nnames = ["梁文渊"]\n', "utf-8")
    choices.set_house(hands.settings, str(path))
    hands.press("Ctrl+Alt+F")
    hands.bot.waitUntil(room.desk.house.isVisible, timeout=30_000)
    yield "what the house file changes", window
    hands.press("Escape")
    room.message.hide()
    choices.set_house(hands.settings, "")
    room.desk.set_wanted(True)
    yield "files are held over the desk", window
    room.desk.set_wanted(False)
    hands.press("Ctrl+E")
    dialog = room.export.dialog
    hands.bot.waitUntil(lambda: bool(dialog.list.toPlainText()), timeout=20_000)
    yield "export", dialog
    dialog.close()


def questions(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """Every window of its own that asks or tells something."""
    window, room = hands.window, hands.window.room
    session = room.session
    assert session is not None
    asks, page, when = Dialogs(), session.page, "2025-12-15T02:00:00Z"
    elsewhere = Owner(1, "a-computer-with-a-long-name", "", when, "")
    name, path = (
        "清渚日报 2025-12-15 要闻.galley",
        "/home/editor/清渚日报/2025/12/15/01-要闻.galley",
    )
    told = FileError("is-folder", path=path).message(words.language())
    asked: dict[str, Callable[[], object]] = {
        "unsaved": lambda: asks.unsaved(window, name, str),
        "changed_outside": lambda: asks.changed_outside(window, name, str),
        "not_saved": lambda: asks.not_saved(window, told, str),
        "held": lambda: asks.held(window, name, elsewhere, bool),
        "throw_away": lambda: asks.throw_away(window, 12, bool),
        "previous": lambda: asks.previous(window, name, when, bool),
        "tell": lambda: asks.tell(window, "…", told),
        "about": lambda: asks.about(window, "Galley", "<h3>Galley</h3>", "Qt"),
    }
    files = {"open_paths", "save_path", "folder", "pdf_path", "template", "printer"}
    assert {one for one in vars(Dialogs) if not one.startswith("_")} == set(asked) | files
    for code, ask in asked.items():
        ask()
        (box,) = (one for one in window.findChildren(QMessageBox) if one.isVisible())
        yield code, box
        box.close()
        QTest.qWait(20)
    steps, lost = session.history.steps, Lost("moves", None, 20)
    found = [Found(Path(), path, name, session.project, 12, steps[-2:], when)]
    found.append(Found(Path(), error=FileError("is-folder", path=path)))
    changed = Difference(20, None, Joint.PARAGRAPH)
    for dialog in (
        RecoveryDialog(window, found, print, print, asks),
        LostDialog(window, page, (lost,)),
        OtherwiseDialog(window, [(page, "要闻", [changed]), (page, "经济", [changed])], print),
        TroubleDialog(ValueError("…"), "", ()),
    ):
        dialog.show()
        yield type(dialog).__name__, dialog
        dialog.close()


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
    found, seen = [], set[type[QWidget]]()
    for name, shown in states(hands):
        seen |= {type(widget) for widget in fitting.widgets(shown)}
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
    return found + [f"{kind.__name__} was never seen" for kind in kinds() - seen]


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
    screen = {"name": "screen", "x": 0, "y": 0, "width": 2560, "height": 1440}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "dpr": 1}]}), "utf-8")
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
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
    at_sample: Hands, scheme: Qt.ColorScheme, dark: bool
) -> None:
    window = at_sample.window
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(scheme)
    try:
        colours = theme.DARK if dark else theme.LIGHT
        assert theme.current() is colours
        assert window.desk.proof.proof.look.theme is colours
        shot = window.grab().toImage()
        middle = window.desk.outline.mapTo(window, window.desk.outline.rect().center())
        assert shot.pixelColor(middle.x(), window.height() - 60).name() == colours.panel
    finally:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
