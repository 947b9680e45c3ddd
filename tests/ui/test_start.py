"""The start: the raw text first, the rest behind it, and nothing lost in between."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis import read
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Reading
from editor.model.source import Source
from editor.resources import sample_page
from editor.ui.app import open_window
from editor.ui.head_start import HeadStart
from editor.ui.window import Window
from tests.gold import sample
from tests.ui.hands import Hands

LOADED_AT_FIRST_PAINT = """
import sys
import PySide6.QtCore
from editor.resources import sample_page
from editor.ui.app import make_app, open_window
from PySide6.QtCore import QSettings, QTimer

app = make_app()
window = open_window([sample_page()], QSettings())

def painted():
    print(*sorted(sys.modules), *(f"QtCore.{name}" for name in vars(PySide6.QtCore)))
    app.quit()

window.desk.raw.painted.connect(painted)
QTimer.singleShot(20_000, app.quit)
app.exec()
"""

LATER = (
    "numpy", "jieba", "docx", "lxml", "charset_normalizer", "regex",
    "editor.analysis", "editor.editing", "editor.model.decisions", "editor.model.reading",
    "editor.ui.commands", "editor.ui.lists.dock", "editor.ui.lists.outline", "editor.ui.proof.pane",
    "editor.ui.room",
)  # fmt: skip


def test_the_raw_text_is_painted_before_anything_else_is_loaded(tmp_path: Path) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED_AT_FIRST_PAINT],
        env=env, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert {"editor.ui.raw.pane", "QtCore.QTimer"} <= loaded
    assert "QtCore.Qt" not in loaded  # with it hundreds of enumerations
    assert not loaded & set(LATER)


LOADED_WHILE_EMPTY = """
import sys
from PySide6.QtCore import QSettings, QTimer
from editor.ui import word_steps
from editor.ui.app import make_app, open_window

app = make_app()
window = open_window([], QSettings())

def look():
    if word_steps.known():
        print(*sorted(sys.modules))
        app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(30_000, app.quit)
app.exec()
"""


def test_an_empty_desk_gets_ready_for_the_page_that_is_being_chosen(tmp_path: Path) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED_WHILE_EMPTY],
        env=env, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert {"jieba", "editor.analysis", "editor.proofing.lookalikes"} <= loaded


class Elsewhere:
    """A copyholder whose answer comes when it is wanted."""

    def __init__(self, *, fails: bool = False) -> None:
        """`fails`: it ends without an answer."""
        self._fails = fails
        self.may, self.dismissed = threading.Event(), False

    def read(self, source: Source, roster: tuple[str, ...]) -> Reading | None:
        """As from another process."""
        self.may.wait(20)
        if self._fails:
            return None
        found: Reading = pickle.loads(pickle.dumps(read(source, Decisions(), Style(roster))))
        return found

    def dismiss(self) -> None:
        """There was nothing to read."""
        self.dismissed = True


def first_sight(hands: Hands, path: Path, copyholder: object = None) -> Window:
    """A window with a page's text and nothing else yet."""
    window = Window(hands.settings, hands.answers, copyholder)  # type: ignore[arg-type]
    hands.bot.addWidget(window)
    hands.window.hide()
    hands.window = window
    assert window.open_path(path)
    raw = window.desk.raw
    raw.blockSignals(True)  # it does not tell that it was painted, so nothing follows
    window.show()
    window.activateWindow()
    hands.bot.waitUntil(window.isActiveWindow)
    raw.blockSignals(False)
    raw.viewport().update()
    return window


def whole(window: Window) -> bool:
    return hasattr(window.desk, "card")


def test_a_window_becomes_whole_by_itself_and_its_text_stays(hands: Hands) -> None:
    window = first_sight(hands, sample_page())
    raw = window.desk.raw
    assert not whole(window) and sample_page().name in window.windowTitle()
    place, widths = raw.mapTo(window, QPoint(0, 0)), window.desk.splitter.sizes()
    hands.bot.waitUntil(lambda: whole(window), timeout=10_000)
    hands.read()
    assert raw.mapTo(window, QPoint(0, 0)) == place
    assert window.desk.splitter.sizes() == widths
    assert window.desk.proof.hasFocus() and hands.reading.articles


def test_the_reading_is_in_sight_before_the_desk_is_whole(hands: Hands) -> None:
    window = first_sight(hands, sample_page())
    with hands.bot.waitSignal(window.read, timeout=20_000):
        pass
    assert not whole(window) and window.is_read
    shown = window.desk.proof.proof.shown
    assert shown and window.desk.proof.toPlainText()
    hands.bot.waitUntil(lambda: whole(window) and window.room.session is not None, timeout=20_000)
    session = window.room.session
    assert session is not None and session.is_current
    assert session.reading == read(session.page.source, Decisions(), Style())
    assert window.desk.proof.proof.shown[: len(shown)] == shown
    hands.bot.waitUntil(lambda: window.focusWidget() is window.desk.proof, timeout=20_000)


def test_who_wants_the_desk_meanwhile_has_it_and_the_page_is_read(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HeadStart, "begin", lambda *_: None)  # the page takes long
    window = first_sight(hands, sample_page())
    hands.bot.waitUntil(lambda: window._waits, timeout=20_000)
    window.complete()
    assert whole(window)
    hands.read()
    session = window.room.session
    assert session is not None
    assert hands.reading == read(session.page.source, Decisions(), Style())


@pytest.mark.parametrize("when", ["before there is a proof", "behind it"])
def test_a_reading_from_elsewhere_is_shown_and_then_made_here(hands: Hands, when: str) -> None:
    copyholder = Elsewhere()
    window = first_sight(hands, sample_page(), copyholder)
    if when == "before there is a proof":
        window.desk.raw.blockSignals(True)
        copyholder.may.set()
        hands.bot.waitUntil(lambda: window._first is not None, timeout=20_000)
        window.desk.raw.blockSignals(False)
        assert not window._has_proof
    else:
        hands.bot.waitUntil(lambda: window._waits, timeout=20_000)
    with hands.bot.waitSignal(window.read, timeout=20_000):
        copyholder.may.set()
        window.desk.raw.viewport().update()
    assert not whole(window) and window.is_read
    shown = window.desk.proof.toPlainText()
    assert shown
    hands.bot.waitUntil(lambda: whole(window) and window._room is not None, timeout=20_000)
    assert window.desk.proof.toPlainText().startswith(shown)
    hands.read()
    session = window.room.session
    assert session is not None and session.is_current and not session.is_bare
    assert session.reading == read(session.page.source, Decisions(), Style())
    assert window.desk.proof.toPlainText().startswith(shown)
    hands.bot.waitUntil(lambda: window.focusWidget() is window.desk.proof, timeout=20_000)


def test_a_key_on_a_reading_from_elsewhere_is_done_once_it_is_made_here(hands: Hands) -> None:
    copyholder = Elsewhere()
    copyholder.may.set()
    window = first_sight(hands, sample_page(), copyholder)
    bare: list[bool] = []

    def type_at_once() -> None:
        session = window.room.session
        assert session is not None
        bare.append(session.is_bare)
        checking = window.room.suspects.checking
        checking._check()
        assert checking._watch is None  # the page is read first
        window.desk.proof.setFocus()
        QTest.keyClick(window.desk.proof, Qt.Key.Key_Q)
        bare.append(not session.history.steps)

    window.completed.connect(type_at_once)
    window.desk.raw.viewport().update()
    hands.bot.waitUntil(lambda: bool(bare), timeout=20_000)
    assert bare == [True, True]
    session = window.room.session
    assert session is not None
    hands.bot.waitUntil(lambda: len(session.history.steps) == 1, timeout=20_000)
    assert "q" in window.desk.proof.toPlainText() and not session.is_bare


def test_where_the_copyholder_fails_the_page_is_read_here(hands: Hands) -> None:
    copyholder = Elsewhere(fails=True)
    copyholder.may.set()
    window = first_sight(hands, sample_page(), copyholder)
    with hands.bot.waitSignal(window.read, timeout=20_000):
        window.desk.raw.viewport().update()
    hands.read()
    assert hands.reading.articles


def test_a_copyholder_that_nobody_asks_is_let_go(hands: Hands, tmp_path: Path) -> None:
    long = tmp_path / "长.txt"
    long.write_text(sample_page().read_text("utf-8") * 12, "utf-8")
    copyholder = Elsewhere()
    window = first_sight(hands, long, copyholder)
    window.complete()
    assert copyholder.dismissed
    closed = Elsewhere()
    first_sight(hands, long, closed).close()
    assert closed.dismissed


def test_a_key_is_not_lost(hands: Hands) -> None:
    window = first_sight(hands, sample_page())
    hands.answers.paths = []
    hands.press("Ctrl+O")
    assert whole(window) and hands.answers.asked == ["open"]
    hands.read()


def test_a_click_sets_the_caret_and_the_pane(hands: Hands) -> None:
    window = first_sight(hands, sample_page())
    raw = window.desk.raw
    QTest.mouseClick(raw.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert whole(window) and window.room.pane is raw
    at = raw.place().span.start
    assert at > 0
    hands.read()
    assert raw.hasFocus() and raw.place().span.start == at


def test_a_dropped_page_is_opened(hands: Hands, tmp_path: Path) -> None:
    other = tmp_path / "另一版.txt"
    other.write_text("河口的渡船今天停航。\n", "utf-8")
    window = first_sight(hands, sample_page())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, left, none))
    window.room.message._other.click()
    hands.read()
    assert hands.text == other.read_text("utf-8") and other.name in window.windowTitle()


def test_a_window_closed_at_once_stays_closed(hands: Hands) -> None:
    window = first_sight(hands, sample_page())
    window.close()
    hands.bot.wait(50)
    assert not window.isVisible() and not whole(window) and not hands.answers.asked


def test_a_page_that_cannot_be_opened_is_told(hands: Hands, tmp_path: Path) -> None:
    window = Window(hands.settings, hands.answers)
    hands.bot.addWidget(window)
    assert not window.open_path(tmp_path / "nowhere.txt")
    window.show()
    assert len(hands.answers.told) == 1 and "nowhere.txt" in hands.answers.told[0]
    assert window.room.empty.isVisible()


def test_a_project_is_opened_at_the_start(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "page.galley"
    hands.open(sample().path)
    hands.answers.save_to = path
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified() and path.exists())
    window = Window(hands.settings, hands.answers)
    hands.bot.addWidget(window)
    hands.window = window
    assert window.open_path(path)
    window.show()
    hands.read()
    assert path.name in window.windowTitle()


def test_windows_that_are_opened_together_do_not_hide_one_another(hands: Hands) -> None:
    windows = [open_window([sample_page()], hands.settings, hands.answers) for _ in range(3)]
    places = {(window.pos().x(), window.pos().y()) for window in windows}
    assert len(places) == 3
    for window in windows:
        hands.bot.addWidget(window)
        window.close()


def test_the_first_window_fits_on_the_screen_with_its_frame(hands: Hands) -> None:
    window = Window(hands.settings, hands.answers)
    hands.bot.addWidget(window)
    screen = window.screen().availableGeometry()
    assert window.width() < screen.width() and window.height() <= screen.height() - 30
