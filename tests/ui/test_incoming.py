"""Several files at once, dropped files and pasted text: pages of one project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from editor.files import project as project_file
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.ui.app import by_window
from editor.ui.drop_frame import DropFrame
from editor.ui.window import Window
from tests.ui.hands import Hands

ROOT = Path(__file__).resolve().parents[2]
FERRY = "渡船今天停航\n因河面起雾，河口的渡船今天上午停航两小时。\n"
MARKET = "早市迁往河东\n从下周起，早市从桥头迁往河东新址，摊位增加一倍。\n"
SCHOOL = "小学添新教室\n城西小学新添教室六间，秋季开学时可以使用。\n"


def files(folder: Path, **texts: str) -> list[Path]:
    made = []
    for name, text in texts.items():
        made.append(folder / f"{name}.txt")
        made[-1].write_text(text, "utf-8")
    return made


def drop(hands: Hands, data: QMimeData) -> None:
    """Drop on the window, as the system does it."""
    window, copy = hands.window, Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, left, none))


def drop_files(hands: Hands, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(hands, data)


def texts(hands: Hands) -> list[str]:
    """The pages of the project in order."""
    session = hands.window.room.session
    assert session is not None
    return [page.source.text for page in session.project.pages]


def choose(hands: Hands, words: str) -> None:
    """Click a button of the message bar."""
    buttons = hands.window.room.message.findChildren(QToolButton)
    button = next(one for one in buttons if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_files_dropped_on_an_empty_desk_are_pages_of_one_project(
    hands: Hands, tmp_path: Path
) -> None:
    paths = files(tmp_path, 一=FERRY, 二=MARKET, 三=SCHOOL)
    drop_files(hands, *paths)
    hands.read()
    assert texts(hands) == [FERRY, MARKET, SCHOOL] and hands.text == FERRY
    assert len(hands.window.room.pages.rows()) == 3
    hands.answers.save_to = tmp_path / "日报.galley"
    assert hands.window.room.documents.suggested == tmp_path / "一.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil((tmp_path / "日报.galley").exists)


def test_files_chosen_together_share_one_window_and_a_project_has_its_own(
    hands: Hands, tmp_path: Path
) -> None:
    paths = files(tmp_path, a=FERRY, b=MARKET)
    project = tmp_path / "c.galley"
    project_file.save(project, Project((Page("p1", Source(SCHOOL)),)))
    before = set(QApplication.topLevelWidgets())
    hands.answers.paths = [paths[0], project, paths[1]]
    hands.press("Ctrl+O")
    hands.read()
    assert texts(hands) == [FERRY, MARKET]
    others = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]
    other = next(w for w in others if w not in before)
    hands.bot.addWidget(other)
    assert other.room.documents.path == project
    other.close()


def test_what_cannot_be_read_is_named_and_the_others_come_in(hands: Hands, tmp_path: Path) -> None:
    good = files(tmp_path, a=FERRY, b=MARKET)
    empty = tmp_path / "leer.txt"
    empty.write_bytes(b"")
    drop_files(hands, good[0], empty, tmp_path / "none.txt", good[1])
    assert len(hands.answers.told) == 1
    told = hands.answers.told.pop()
    hands.read()
    assert texts(hands) == [FERRY, MARKET]
    assert "leer.txt" in told and "none.txt" in told and "a.txt" not in told


def test_files_dropped_on_a_page_become_pages_by_one_step_that_undo_takes_back(
    hands: Hands, tmp_path: Path
) -> None:
    first, *more = files(tmp_path, a=FERRY, b=MARKET, c=SCHOOL)
    hands.open(first)
    drop_files(hands, *more)
    assert texts(hands) == [FERRY] and "2 files" in hands.window.room.message.text
    choose(hands, "Add to this project")
    hands.read()
    assert texts(hands) == [FERRY, MARKET, SCHOOL] and hands.text == MARKET
    assert hands.window.isWindowModified() and not hands.window.room.message.isVisible()
    hands.press("Ctrl+Z")
    hands.read()
    assert texts(hands) == [FERRY] and hands.text == FERRY
    hands.press("Ctrl+Y")
    hands.read()
    assert texts(hands) == [FERRY, MARKET, SCHOOL]


def test_a_frame_over_the_page_says_that_files_may_be_let_go(at_sample: Hands) -> None:
    window, copy = at_sample.window, Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def frames() -> list[QRect]:
        return [one.geometry() for one in window.findChildren(DropFrame) if one.isVisible()]

    held = QMimeData()
    held.setText("渡船今天停航")
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, held, left, none))
    assert frames() == []  # a word of the proof on its way to another place
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile("/home/editor/1.txt")])
    enter = QDragEnterEvent(QPoint(300, 300), copy, held, left, none)
    QApplication.sendEvent(window, enter)
    assert frames() == [window.desk.rect()]
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert frames() == []
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, held, left, none))
    assert frames() == [] and window.room.message.isVisible()


def test_files_dropped_on_a_page_can_be_opened_instead(hands: Hands, tmp_path: Path) -> None:
    first, *more = files(tmp_path, a=FERRY, b=MARKET, c=SCHOOL)
    hands.open(first)
    drop_files(hands, *more)
    choose(hands, "Open instead")
    hands.read()
    assert texts(hands) == [MARKET, SCHOOL] and not hands.answers.asked.count("unsaved")
    hands.press("Ctrl+W")
    assert hands.answers.asked[-1] == "unsaved"  # the pages are one project in no file


def test_large_files_come_off_the_windows_thread(hands: Hands, tmp_path: Path) -> None:
    first, small, large = files(tmp_path, a=FERRY, b=MARKET, c=SCHOOL * 8000)
    hands.open(first)
    drop_files(hands, small, large)
    choose(hands, "Add to this project")
    assert texts(hands) == [FERRY]
    hands.bot.waitUntil(lambda: len(texts(hands)) == 3, timeout=15_000)
    assert texts(hands)[1] == MARKET


def test_the_outline_tells_pages_of_one_paper_by_their_numbers(
    hands: Hands, tmp_path: Path
) -> None:
    head = "河报 2024年3月5日 星期二 第{}版\n"
    paths = files(tmp_path, a=head.format(1) + FERRY, b=head.format(2) + MARKET)
    drop_files(hands, *paths)
    hands.read()
    assert [row.title for row in hands.window.room.pages.rows()] == ["page 1", "page 2"]


def test_text_is_pasted_as_a_new_page(hands: Hands, tmp_path: Path) -> None:
    hands.open(files(tmp_path, a=FERRY)[0])
    QGuiApplication.clipboard().setText(MARKET)
    hands.press("Ctrl+K")
    hands.type("Paste as a new")
    hands.press("Return")
    hands.read()
    assert texts(hands) == [FERRY, MARKET] and hands.text == MARKET
    QGuiApplication.clipboard().setText(" ")
    hands.window.room.actions_by_code["paste_page"].trigger()
    assert "no text" in hands.window.room.message.text and len(texts(hands)) == 2


def test_text_pasted_into_the_raw_text_becomes_a_piece_of_the_page_as_one_step(
    hands: Hands, tmp_path: Path
) -> None:
    hands.open(files(tmp_path, a=FERRY)[0])
    hands.window.desk.raw.setFocus()
    hands.click_raw(FERRY.index("渡船今天", 8))
    hands.press("Return")  # a decision that has to stand
    session = hands.window.room.session
    assert session is not None
    (before,) = session.project.pages
    assert before.decisions.joints
    QGuiApplication.clipboard().setText(MARKET)
    hands.press("Ctrl+V")
    assert texts(hands) == [FERRY]
    choose(hands, "A second piece of this page")
    hands.read()
    hands.bot.waitUntil(lambda: session.latest is not None)
    assert texts(hands) == [FERRY + "\n" + MARKET]
    assert session.page.decisions == before.decisions
    assert hands.window.room.pane.place().span.start == len(FERRY) + 1
    assert [step.name for step in session.history.steps][-1] == "add-piece"
    hands.press("Ctrl+Z")
    assert session.project.pages == (before,)
    hands.window.desk.raw.setFocus()
    hands.press("Ctrl+V")
    choose(hands, "A new page")
    assert texts(hands) == [FERRY, MARKET]


def test_a_piece_is_added_by_a_command_too(hands: Hands, tmp_path: Path) -> None:
    ferry, market = files(tmp_path, a=FERRY, b=MARKET)
    hands.open(ferry)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(market))])
    QGuiApplication.clipboard().setMimeData(data)
    hands.window.room.actions_by_code["paste_piece"].trigger()
    hands.settle()
    assert texts(hands) == [FERRY + "\n" + MARKET]
    QGuiApplication.clipboard().setText(" ")
    hands.window.room.actions_by_code["paste_piece"].trigger()
    assert "no text" in hands.window.room.message.text


def test_the_palette_goes_to_pages(hands: Hands, tmp_path: Path) -> None:
    drop_files(hands, *files(tmp_path, ferry=FERRY, market=MARKET, school=SCHOOL))
    hands.read()
    hands.press("Ctrl+K")
    hands.type("school")
    hands.press("Return")
    hands.read()
    assert hands.text == SCHOOL


def test_texts_share_a_window_projects_do_not() -> None:
    a, b, c, d = (Path(name) for name in ("a.galley", "b.txt", "c.GALLEY", "d.txt"))
    assert by_window([a, b, c, d]) == [[b, d], [a], [c]]
    assert by_window([a]) == [[a]] and by_window([]) == []


STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor import __main__
from editor.ui.window import Window

def look():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]
    if any(w.room.reading is None for w in windows):
        return QTimer.singleShot(50, look)
    for window in windows:
        print(*(page.source.origin.name for page in window.room.session.project.pages))
    sys.stdout.flush()
    QApplication.exit(0)

from editor.ui import app
made = app.make_app
def make_app():
    found = made()
    QTimer.singleShot(50, look)
    return found
app.make_app = make_app
__main__.main(sys.argv[1:])
"""


def test_files_named_at_the_command_line_are_pages_of_one_window(tmp_path: Path) -> None:
    paths = files(tmp_path, a=FERRY, b=MARKET)
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *map(str, paths)],
        env=env, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[:-1] == ["a.txt b.txt"]


def test_files_that_are_not_there_do_not_keep_the_others_from_being_opened(
    tmp_path: Path,
) -> None:
    (ferry,) = files(tmp_path, a=FERRY)
    (tmp_path / "folder").mkdir()
    told = (
        "from editor.ui.dialogs import Dialogs\n"
        "Dialogs.tell = lambda self, parent, title, text: print('told', *text.split(chr(10)))\n"
    )
    env = {
        **os.environ,
        "LANGUAGE": "en",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", told + STARTED, "nowhere.txt", str(ferry), str(tmp_path / "folder")],
        env=env, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    first, last = done.stdout.split("\n")[:-1]
    assert first.startswith("told") and "nowhere.txt" in first and "folder" in first
    assert last == "a.txt" and "nowhere.txt" in done.stderr and "folder" in done.stderr
