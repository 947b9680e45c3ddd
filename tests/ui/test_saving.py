"""A save that fails: the work stays, and another place is offered, by real keys and clicks."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from editor.files import project as project_file
from editor.files import recovery, state
from editor.files.lock import Owner
from editor.files.project import load
from editor.ui.dialogs import CANCEL, ELSEWHERE, RETRY, Dialogs
from tests.files.faults import failing
from tests.ui.hands import Hands
from tests.ui.test_survive import crash, saved, type_x


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder and a home for each test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


class Really(Dialogs):
    """The dialogs as people see them; Qt's own file dialog and not the system's."""

    def _open(self, dialog: QFileDialog | QMessageBox) -> None:
        if isinstance(dialog, QFileDialog):
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        super()._open(dialog)


def with_real_dialogs(hands: Hands) -> None:
    room = hands.window.room
    room.documents.saving._dialogs = Really()


def box_of(hands: Hands) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [one for one in hands.window.findChildren(QMessageBox) if one.isVisible()]

    hands.bot.waitUntil(lambda: bool(shown()), timeout=20_000)
    box = shown()[0]
    hands.bot.waitUntil(box.isActiveWindow)
    return box


def file_dialog_of(hands: Hands) -> QFileDialog:
    def shown() -> list[QFileDialog]:
        return [one for one in hands.window.findChildren(QFileDialog) if one.isVisible()]

    hands.bot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def press_focused(key: Qt.Key) -> None:
    """A key where the focus is, in whatever window."""
    widget = QApplication.focusWidget()
    assert widget is not None
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


@contextmanager
def refusing(path: Path, error: int, nth: int = 1) -> Iterator[None]:
    """Saves in `path` that a disk refuses from their `nth` call to the system on."""
    really = project_file.save

    def instead(where: Path, *args: Any, **named: Any) -> Any:
        if where != path:
            return really(where, *args, **named)
        with failing(nth, error, for_good=True, here=True):
            return really(where, *args, **named)

    project_file.save = instead
    try:
        yield
    finally:
        project_file.save = really


def refused(hands: Hands, path: Path, error: int = errno.ENOSPC) -> QMessageBox:
    """A save that the disk refuses, and what is said of it."""
    before = path.read_bytes()
    with refusing(path, error):
        hands.press("Ctrl+S")
        box = box_of(hands)
    assert path.read_bytes() == before and hands.window.isWindowModified()
    return box


def test_a_full_disk_leaves_the_file_whole_and_enter_saves_elsewhere(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    before = load(path)
    type_x(hands)
    with_real_dialogs(hands)
    box = refused(hands, path)
    assert "the disk is full" in box.text() and "All of your work" in box.informativeText()
    press_focused(Qt.Key.Key_Return)
    dialog = file_dialog_of(hands)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None and dialog.directory().path() == str(tmp_path / "home")
    assert name.text() == "p.galley"
    name.selectAll()
    QTest.keyClicks(name, "other")
    QTest.keyClick(name, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified(), timeout=20_000)
    other = tmp_path / "home" / "other.galley"
    assert [e.text for e in load(other).pages[0].decisions.patches] == ["xx"]
    assert load(path) == before and hands.window.room.documents.path == other
    hands.bot.waitUntil(lambda: list(state.folder("journals").iterdir()) == [])


def test_a_save_is_tried_again_by_a_click(at_sample: Hands, tmp_path: Path) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    type_x(hands)
    with_real_dialogs(hands)
    box = refused(hands, path, errno.EIO)
    (again,) = (one for one in box.buttons() if one.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified(), timeout=20_000)
    assert [e.text for e in load(path).pages[0].decisions.patches] == ["xx"]


def test_after_a_failed_save_the_work_is_in_the_journal_and_goes_on(
    at_sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    type_x(hands)
    with_real_dialogs(hands)
    refused(hands, path, errno.EACCES)
    press_focused(Qt.Key.Key_Escape)
    hands.bot.waitUntil(lambda: not hands.window.findChildren(QMessageBox))
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)
    hands.window.desk.proof.setFocus()
    hands.type("y")
    keeping = hands.window.room.documents.keeping
    assert keeping is not None and keeping.flush()
    crash(hands, monkeypatch)
    (found,) = recovery.unsaved()
    assert found.project is not None and found.path == str(path)
    assert [e.text for e in found.project.pages[0].decisions.patches] == ["xyx"]
    monkeypatch.setattr(Owner, "lives", property(lambda _: True))


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
def test_whatever_call_of_a_save_fails_the_work_can_be_saved_elsewhere(
    at_sample: Hands, tmp_path: Path, error: int
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    refusals = 0
    for nth in range(1, 30, 2):
        type_x(hands)
        hands.answers.save_to = elsewhere = tmp_path / f"{nth}.galley"
        hands.answers.asked, hands.answers.not_saved_answers = [], [RETRY, ELSEWHERE]
        before = path.read_bytes()
        with refusing(path, error, nth):
            hands.press("Ctrl+S")
            hands.bot.waitUntil(lambda: not hands.window.isWindowModified(), timeout=20_000)
        if "save" in hands.answers.asked:
            assert hands.answers.asked == ["not saved", "not saved", "save"]
            assert path.read_bytes() == before or load(path)
            refusals, path = refusals + 1, elsewhere
        assert hands.window.room.documents.path == path
        assert load(path).pages == hands.window.room.session.project.pages  # type: ignore[union-attr]
    assert refusals > 3


def test_closing_after_a_failed_save_waits_for_the_other_place(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, path = at_sample, tmp_path / "p.galley"
    type_x(hands)
    saved(hands, path)
    type_x(hands)
    folder = tmp_path / "gone"
    folder.mkdir()
    hands.answers.save_to = folder / "q.galley"
    hands.press("Ctrl+Shift+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified(), timeout=20_000)
    type_x(hands)
    for one in folder.iterdir():
        one.unlink()
    folder.rmdir()  # as a share that is gone
    hands.answers.unsaved_answer = "save"
    hands.answers.not_saved_answers = [CANCEL]
    hands.window.close()
    hands.bot.waitUntil(lambda: "not saved" in hands.answers.asked, timeout=20_000)
    assert hands.window.isVisible() and hands.window.isWindowModified()
    hands.answers.not_saved_answers = [ELSEWHERE]
    hands.answers.save_to = tmp_path / "there.galley"
    hands.window.close()
    hands.bot.waitUntil(lambda: not hands.window.isVisible(), timeout=20_000)
    assert load(tmp_path / "there.galley").pages[0].decisions.patches
