"""What is done survives: crashes, other people's saves, second windows, errors, new analyses."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from editor.editing.seen import differences
from editor.files import recovery, state
from editor.files.lock import Owner
from editor.files.project import load, save
from editor.model.project import Seen, Style
from editor.ui import app as ui_app
from editor.ui.commands import BY_CODE
from editor.ui.dialogs import CANCEL, OVERWRITE, RELOAD, SAVE_AS, Dialogs
from editor.ui.otherwise import OtherwiseDialog
from editor.ui.recovery import RecoveryDialog
from editor.ui.reimport import LostDialog
from editor.ui.trouble import Trouble, report
from editor.ui.window import Window
from tests.gold import sample
from tests.ui.hands import Hands


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder for each test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def type_x(hands: Hands) -> str:
    """Type, and have it in the journal; the line it stands in."""
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.type("x")
    keeping = hands.window.room.documents.keeping
    assert keeping is not None and keeping.flush()
    return next(line for line in hands.shown_lines() if line.startswith("x"))


def crash(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is gone, and with it all that it held in memory."""
    keeping = hands.window.room.documents.keeping
    assert keeping is not None
    keeping.close = lambda **_: None  # type: ignore[method-assign]
    hands.window._closing = True
    hands.window.close()
    monkeypatch.setattr(Owner, "lives", property(lambda _: False))


def offered(hands: Hands) -> RecoveryDialog:
    """The next start, as far as the offer."""
    hands.new_window()
    ui_app.look_for_unsaved(hands.window)

    def shown() -> list[RecoveryDialog]:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveryDialog)]
        return [w for w in found if w.isVisible()]

    hands.bot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def saved(hands: Hands, path: Path) -> None:
    hands.answers.save_to = path
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified())


def test_after_a_crash_unsaved_work_on_a_page_comes_back(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_sample
    line = type_x(hands)
    crash(hands, monkeypatch)
    dialog = offered(hands)
    (row,) = dialog.list.rows.rows
    assert "1 " in row.second and row.side  # steps and a time
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    hands.read()
    assert line in hands.shown_lines() and hands.window.isWindowModified()
    hands.press("Ctrl+Z")
    assert line not in hands.shown_lines()
    hands.press("Ctrl+Y")
    keeping = hands.window.room.documents.keeping
    assert keeping is not None and keeping.flush()
    hands.bot.waitUntil(lambda: len(list(state.folder("journals").iterdir())) == 1)


def test_after_a_crash_work_on_a_project_comes_back_and_is_saved_where_it_was(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    hands.type("y")
    keeping = hands.window.room.documents.keeping
    assert keeping is not None and keeping.flush()
    crash(hands, monkeypatch)
    dialog = offered(hands)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    hands.read()
    assert hands.window.room.documents.path == path
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified())
    assert "changed outside" not in hands.answers.asked
    assert [e.text for e in load(path).pages[0].decisions.patches] == ["xy"]
    hands.bot.waitUntil(lambda: list(state.folder("journals").iterdir()) == [])


def test_what_a_crash_left_can_be_thrown_away_or_left_for_later(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_sample
    type_x(hands)
    crash(hands, monkeypatch)
    dialog = offered(hands)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(recovery.unsaved()) == 1
    dialog = offered(hands)
    QTest.mouseClick(dialog.decline, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: recovery.unsaved() == [])
    assert hands.window.room.session is None


def test_all_that_crashes_left_is_thrown_away_at_once_after_a_question(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_sample
    type_x(hands)
    crash(hands, monkeypatch)
    hands.new_window()
    hands.open(sample().path)
    type_x(hands)
    crash(hands, monkeypatch)
    dialog = offered(hands)
    assert len(dialog.list.rows.rows) == 2
    QTest.mouseClick(dialog.decline_all, Qt.MouseButton.LeftButton)
    assert hands.answers.asked[-1] == "throw away 2"
    assert dialog.isVisible() and len(recovery.unsaved()) == 2
    hands.answers.all_goes = True
    QTest.mouseClick(dialog.decline_all, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: recovery.unsaved() == [])
    hands.bot.waitUntil(lambda: not hands.window.findChildren(RecoveryDialog))


def test_saved_and_given_up_work_leaves_nothing_in_the_state_folder(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    type_x(hands)
    assert len(list(state.folder("journals").iterdir())) == 1
    saved(hands, tmp_path / "p.galley")
    hands.bot.waitUntil(lambda: list(state.folder("journals").iterdir()) == [])
    type_x(hands)
    assert len(list(state.folder("journals").iterdir())) == 1
    window = hands.window
    window.close()
    hands.bot.waitUntil(lambda: not window.isVisible())
    assert list(state.folder("journals").iterdir()) == []
    assert list(state.folder("locks").iterdir()) == []


@pytest.mark.parametrize("answer", [CANCEL, OVERWRITE, SAVE_AS, RELOAD])
def test_what_somebody_else_saved_is_asked_about(
    at_sample: Hands, tmp_path: Path, answer: str
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    line = type_x(hands)
    saved(hands, path)
    theirs = replace(load(path), style=Style(("别人",)))
    save(path, theirs)
    hands.type("y")
    hands.answers.outside_answer = answer
    hands.answers.save_to = tmp_path / "mine.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: "changed outside" in hands.answers.asked)
    if answer is not CANCEL:
        hands.bot.waitUntil(lambda: not hands.window.isWindowModified())
    hands.read()
    roster = load(path).style.roster
    assert roster == (() if answer is OVERWRITE else ("别人",))
    assert (tmp_path / "mine.galley").exists() is (answer is SAVE_AS)
    assert (line in hands.shown_lines()) is (answer is RELOAD)
    assert hands.window.isWindowModified() is (answer is CANCEL)
    if answer is OVERWRITE:
        assert load(state.previous(path)) == theirs


@pytest.mark.parametrize("here", [True, False])
def test_a_project_that_is_open_elsewhere_is_noticed(
    at_sample: Hands, tmp_path: Path, here: bool
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    first = hands.window
    hands.bot.waitUntil(lambda: len(list(state.folder("locks").iterdir())) == 1)
    hands.new_window()
    hands.answers.works_here = here
    hands.answers.paths = [path]
    hands.press("Ctrl+O")
    hands.bot.waitUntil(lambda: "held" in hands.answers.asked)
    if here:
        hands.read()
    else:
        hands.bot.waitUntil(lambda: hands.window.room.session is None)
        assert hands.window.room.empty.isVisible()
    first._closing = True
    first.close()


def test_the_version_before_the_last_save_opens_as_a_copy(at_sample: Hands, tmp_path: Path) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    room = hands.window.room
    type_x(hands)
    room.run(BY_CODE["previous"])
    assert "No earlier version" in room.message.text
    saved(hands, path)
    first = load(path)
    hands.press("Ctrl+Z")
    saved(hands, path)
    second = path.read_bytes()
    room.run(BY_CODE["previous"])
    hands.bot.waitUntil(lambda: room.documents.path is None)
    hands.read()
    (asked,) = [asked for asked in hands.answers.asked if asked.startswith("previous")]
    assert asked.removeprefix("previous ")[:4].isdigit()
    assert room.session is not None and room.session.project.pages == first.pages
    assert hands.window.isWindowModified() and path.read_bytes() == second
    assert room.documents.suggested.parent == tmp_path
    assert room.documents.suggested != path


def test_questions_have_the_buttons_that_answer_them(at_sample: Hands) -> None:
    window, asked = at_sample.window, Dialogs()
    asked.changed_outside(window, "p.galley", lambda _: None)
    asked.held(window, "p.galley", Owner.here(), lambda _: None)
    asked.previous(window, "p.galley", "2026-11-07T08:30:00+00:00", lambda _: None)
    asked.tell(window, "title", "text")
    boxes = window.findChildren(QMessageBox)
    assert [len(box.buttons()) for box in boxes] == [4, 2, 2, 1]
    for box in boxes:
        box.close()


def test_the_caret_is_where_it_was_when_the_project_was_saved(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    block = hands.article(2).blocks[1]
    hands.click_proof(block.text.span.start)
    place = hands.window.room.pane.place().span.start
    hands.answers.save_to = path
    hands.press("Ctrl+S")
    hands.bot.waitUntil(path.exists)
    view = load(path).view
    assert view is not None and view.raw_at == place
    hands.open(path)
    hands.bot.waitUntil(lambda: hands.window.room.pane.place().span.start == place)


def test_a_newer_analysis_shows_where_it_reads_otherwise(at_sample: Hands, tmp_path: Path) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    hands.click_proof(hands.article(1).blocks[1].text.span.start)
    hands.answers.save_to = path
    hands.press("Ctrl+S")
    hands.bot.waitUntil(path.exists)
    whole = json.loads(path.read_text("utf-8"))
    (seen,) = whole["seen"]
    page = hands.window.room.session.page  # type: ignore[union-attr]
    assert differences(load(path).seen[0], page, hands.reading) == []
    gone = [one for one in seen["joints"] if one["joint"] == "paragraph"][3]
    seen["joints"].remove(gone)
    seen["version"] = "older"
    path.write_text(json.dumps(whole), "utf-8")
    hands.open(path)
    room = hands.window.room
    hands.bot.waitUntil(lambda: "1" in room.message.text)
    QTest.mouseClick(room.message._act, Qt.MouseButton.LeftButton)
    (dialog,) = hands.window.findChildren(OtherwiseDialog)
    (row,) = dialog.list.rows.rows
    assert row.what[1].raw_at == gone["at"]
    dialog.list.setCurrentIndex(dialog.list.rows.index(0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert room.pane.place().span.start == gone["at"]
    dialog.close()


def test_a_newer_analysis_shows_all_pages_of_a_project_in_one_list(
    hands: Hands, tmp_path: Path
) -> None:
    from editor.analysis import read
    from editor.editing.seen import with_seen
    from editor.model.project import Page, Project
    from editor.model.source import Origin, Source

    path, text = tmp_path / "week.galley", sample().path.read_text("utf-8")
    pages = tuple(Page(f"p{n}", Source(text, Origin(f"第{n}版.txt"))) for n in range(1, 4))
    reading = read(pages[0].source, pages[0].decisions, Style())
    project = with_seen(Project(pages), [(page.key, reading) for page in pages])
    gone = [at for at, joint in project.seen[0].joints if joint == "paragraph"][3]

    def older(key: str) -> Seen:
        (seen,) = (one for one in project.seen if one.page == key)
        joints = tuple(joint for joint in seen.joints if joint[0] != gone)
        return replace(seen, version="older", joints=joints)

    save(path, replace(project, seen=(project.seen[0], older("p2"), older("p3"))))
    hands.open(path)
    room = hands.window.room
    hands.bot.waitUntil(lambda: "2 places on 2 pages" in room.message.text, timeout=20_000)
    QTest.mouseClick(room.message._act, Qt.MouseButton.LeftButton)
    (dialog,) = hands.window.findChildren(OtherwiseDialog)
    assert [row.header for row in dialog.list.rows.rows] == [True, False, True, False]
    hands.bot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)  # on the title of a page: its first place
    assert room.session is not None and room.session.page.key == "p2"
    hands.bot.waitUntil(lambda: room.pane.place().span.start == gone, timeout=20_000)
    place = dialog.list.visualRect(dialog.list.rows.index(3)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.session is not None and room.session.page.key == "p3"
    hands.bot.waitUntil(lambda: room.pane.place().span.start == gone, timeout=20_000)
    dialog.close()


def test_an_error_inside_is_told_without_the_pages_text_and_work_goes_on(
    at_sample: Hands, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = at_sample
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    trouble = Trouble(lambda: hands.text, hands.window)
    secret = hands.text.strip()[:12]

    def fail() -> None:
        raise KeyError(secret)

    for _ in range(3):
        try:
            fail()
        except KeyError as error:
            trouble.hear(error)
    hands.bot.waitUntil(lambda: len(trouble.shown) == 1)
    (dialog,) = trouble.shown.values()
    assert not dialog.isModal()
    hands.bot.waitUntil(lambda: "3" in dialog._again.text())
    plain = dialog.report.toPlainText()
    assert secret not in plain and "KeyError" in plain and "tests/ui/test_survive.py" in plain
    assert str(Path.home()) + "/" not in plain
    QTest.mouseClick(dialog.quoting, Qt.MouseButton.LeftButton)
    assert secret in dialog.report.toPlainText()
    QTest.mouseClick(dialog.quoting, Qt.MouseButton.LeftButton)
    copy = next(b for b in dialog.children() if getattr(b, "text", str)() == "Copy the report")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == plain
    line = type_x(hands)  # beside the open dialog
    assert line in hands.shown_lines()
    dialog.close()


def test_errors_of_threads_and_slots_arrive_and_are_said_as_before(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import threading

    from PySide6.QtCore import qInstallMessageHandler, qWarning

    trouble = Trouble(str, hands.window)
    heard: list[BaseException] = []
    trouble.hear = heard.append  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    before = qInstallMessageHandler(None)
    try:
        trouble.install()
        thread = threading.Thread(target=lambda: [][1])
        thread.start()
        thread.join()
        sys.excepthook(ValueError, ValueError("x"), None)
        qWarning("something of Qt")
    finally:
        qInstallMessageHandler(before)
    assert [type(error) for error in heard] == [IndexError, ValueError]
    told = capsys.readouterr().err
    assert "IndexError" in told and "ValueError: x" in told and "something of Qt" in told
    assert "something of Qt" in report(ValueError(), quoting=True, notes=tuple(trouble._notes))


def test_a_window_is_not_kept_from_closing_by_an_offer(hands: Hands) -> None:
    window: Window = hands.window
    window.close()
    ui_app.look_for_unsaved(window)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveryDialog)]


def test_a_page_is_read_anew_from_its_changed_file(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    line = type_x(hands)
    first, block = hands.text, hands.article(2).blocks[1]
    hands.click_proof(block.text.span.start)
    hands.type("gone")
    start, end = (block.text.span.start - 5, block.text.span.end)
    again = tmp_path / "again.txt"
    again.write_text(first[:start] + first[end:] + "\n新加的一行字。\n", "utf-8")
    hands.answers.paths = [again]
    hands.press("Ctrl+Shift+I")
    hands.bot.waitUntil(lambda: hands.window.room.message.text != "")
    hands.read()
    assert hands.text.endswith("新加的一行字。\n") and line in hands.shown_lines()
    QTest.mouseClick(hands.window.room.message._act, Qt.MouseButton.LeftButton)
    (dialog,) = hands.window.findChildren(LostDialog)
    assert ["gone" in row.second for row in dialog.list.rows.rows] == [True]
    dialog.close()
    hands.press("Ctrl+Z")
    hands.read()
    assert hands.text == first and line in hands.shown_lines()
