"""One key exports as the last time; what has to be asked brings the dialog, with the reason."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.exporting import Exporter
from editor.files.project import save
from editor.model.project import Page, Project
from editor.model.source import Origin, Source
from editor.ui.exporting.dialog import PROJECT, ExportDialog
from editor.ui.exporting.last import MOST, NAME
from tests.gold import sample
from tests.ui.hands import Hands
from tests.ui.test_export import choose, dialog_of, names_in, worked_out

AGAIN = "F5"


def exported(hands: Hands, folder: Path, kind: str = "docx") -> ExportDialog:
    """The page, exported by the dialog into `folder`."""
    dialog = dialog_of(hands, folder)
    dialog.folder.setText(str(folder))
    choose(dialog.kind, kind)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    told(hands, "were exported")
    in_front(hands)
    hands.window.room.message.hide()
    return dialog


def in_front(hands: Hands) -> None:
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)
    hands.window.desk.proof.setFocus()


def told(hands: Hands, what: str) -> str:
    message = hands.window.room.message
    hands.bot.waitUntil(lambda: what in message.text, timeout=20_000)
    return message.text


def test_one_key_writes_what_was_changed_since_and_tells_what_and_where(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, folder = at_sample, tmp_path / "out"
    dialog = exported(hands, folder, "txt")
    before = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    hands.click_proof(hands.article(1).blocks[1].text.span.start + 1)
    hands.type("xyz")
    hands.press(AGAIN)
    text = told(hands, "8 files were exported")
    assert str(folder) in text and "(7 unchanged)" in text
    doubts = len(hands.reading.doubts)
    assert f"Still open: {doubts} doubts are not decided" in text  # told, and nothing was asked
    assert not dialog.isVisible() and hands.answers.told == []
    after = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    (changed,) = (name for name in after if after[name] != before[name])
    assert "xyz" in after[changed]


def test_what_was_never_exported_is_asked_about_and_says_so(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    hands.settings.setValue("export/folder", str(tmp_path / "out"))
    in_front(hands)
    hands.press(AGAIN)
    dialog = hands.window.room.export.dialog
    assert dialog.isVisible() and "not exported yet" in dialog.reason.text()
    assert dialog.reason.isVisible() and not (tmp_path / "out").exists()
    worked_out(hands, dialog)
    dialog.folder.setText(str(tmp_path / "there"))  # the reason is one of the last choice
    assert not dialog.reason.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    in_front(hands)
    hands.press("Ctrl+E")
    assert dialog.isVisible() and not dialog.reason.isVisible()


def test_a_folder_that_is_gone_is_not_made_anew_but_asked_about(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, folder = at_sample, tmp_path / "stick" / "out"
    dialog = exported(hands, folder)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    hands.press(AGAIN)
    hands.bot.waitUntil(dialog.isVisible, timeout=20_000)
    assert "no such folder" in dialog.reason.text() and str(folder) in dialog.reason.text()
    assert not folder.exists() and hands.window.room.message.text == ""
    hands.press_export()  # whoever sees it may say so
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert len(names_in(folder)) == 8


def test_a_file_that_somebody_changed_stays_and_is_asked_about(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands, folder = at_sample, tmp_path / "out"
    dialog = exported(hands, folder)
    path = sorted(folder.iterdir())[0]
    path.write_bytes(b"changed in Word")
    hands.press(AGAIN)
    hands.bot.waitUntil(dialog.replace.isVisible, timeout=20_000)
    assert "1 file was changed" in dialog.reason.text() and dialog.reason.isVisible()
    assert path.read_bytes() == b"changed in Word"
    assert "7 files were exported" in hands.window.room.message.text
    worked_out(hands, dialog)
    assert dialog.reason.isVisible()  # names and preview came, and the reason stands
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert path.read_bytes() != b"changed in Word"


def test_a_style_that_is_gone_is_asked_about(at_sample: Hands, tmp_path: Path) -> None:
    hands, folder, house = at_sample, tmp_path / "out", tmp_path / "house.docx"
    from docx import Document

    Document().save(str(house))
    dialog = dialog_of(hands, folder)
    dialog.take_template(house)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    told(hands, "were exported")
    house.unlink()
    in_front(hands)
    hands.press(AGAIN)
    hands.bot.waitUntil(dialog.isVisible, timeout=20_000)
    assert "house.docx" in dialog.reason.text() and "Nothing was exported" in dialog.reason.text()


def test_each_project_is_exported_as_it_was_also_after_a_restart(
    hands: Hands, tmp_path: Path
) -> None:
    text = sample().path.read_text("utf-8")
    for name, count in (("a", 2), ("b", 1)):
        pages = tuple(Page(f"p{n}", Source(text, Origin(f"{n}.txt"))) for n in range(count))
        save(tmp_path / f"{name}.galley", Project(pages))
    hands.open(tmp_path / "a.galley")
    dialog = dialog_of(hands, tmp_path / "of a")
    choose(dialog.scope, PROJECT)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    told(hands, "16 files were exported")
    in_front(hands)
    hands.open(tmp_path / "b.galley")
    dialog = dialog_of(hands, tmp_path / "of b")
    dialog.folder.setText(str(tmp_path / "of b"))
    choose(dialog.kind, "md")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    told(hands, "8 files were exported")
    in_front(hands)
    hands.new_window()
    for name, files, suffix in (("a", 16, ".docx"), ("b", 8, ".md")):
        hands.open(tmp_path / f"{name}.galley")
        folder = tmp_path / f"of {name}"
        for path in folder.iterdir():
            path.unlink()
        hands.press(AGAIN)
        assert f"of {name}" in told(hands, f"{files} files were exported")
        assert [Path(one).suffix for one in names_in(folder)] == [suffix] * files
        assert not hands.window.room.export.dialog.isVisible()
    hands.press("Ctrl+E")  # the dialog too has what this project had
    dialog = hands.window.room.export.dialog
    assert (dialog.kind.currentData(), dialog.folder.text()) == ("md", str(tmp_path / "of b"))


def test_a_pasted_page_keeps_its_export_when_it_is_saved(hands: Hands, tmp_path: Path) -> None:
    hands.window.room.documents.open_text(sample().path.read_text("utf-8"))
    hands.read()
    exported(hands, tmp_path / "out")
    assert hands.settings.value(NAME) is None  # nobody's yet
    hands.answers.save_to = tmp_path / "p.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: hands.settings.value(NAME) is not None, timeout=20_000)
    hands.new_window()
    hands.open(tmp_path / "p.galley")
    hands.press(AGAIN)
    assert "(8 unchanged)" in told(hands, "8 files were exported")


def test_it_can_be_called_off_and_is_not_begun_twice(
    at_sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, folder = at_sample, tmp_path / "out"
    exported(hands, folder)
    for path in folder.iterdir():
        path.unlink()
    really, reached, go_on = Exporter.draft, threading.Event(), threading.Event()

    def slowly(self: Exporter, *args: Any) -> Any:
        reached.set()
        go_on.wait(20)
        return really(self, *args)

    monkeypatch.setattr(Exporter, "draft", slowly)
    hands.press(AGAIN)
    hands.bot.waitUntil(reached.is_set, timeout=20_000)
    assert str(folder) in told(hands, "Exporting to")
    hands.press(AGAIN)
    assert "under way" in hands.window.room.status.said
    QTest.mouseClick(hands.window.room.message._act, Qt.MouseButton.LeftButton)
    go_on.set()
    told(hands, "Called off")
    assert names_in(folder) == []


def test_settings_that_say_something_else_are_as_if_nothing_was_exported(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    exported(hands, tmp_path / "out")
    saved = tmp_path / "p.galley"
    hands.answers.save_to = saved
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: hands.settings.value(NAME) is not None, timeout=20_000)
    ((name, whole),) = json.loads(str(hands.settings.value(NAME)))
    hands.new_window()
    hands.open(saved)
    last = hands.window.room.export.last
    assert last.wanted is not None
    for field in whole:
        for wrong in (None, 7, [7], {}):
            told = json.dumps([[name, {**whole, field: wrong}], [7], name])
            hands.settings.setValue(NAME, told)
            assert last.wanted is None, (field, wrong)
    for text in ("", "{", "7", "[[]]"):
        hands.settings.setValue(NAME, text)
        assert last.wanted is None
    others = [[f"/{n}.galley", whole] for n in range(MOST + 5)]
    hands.settings.setValue(NAME, json.dumps(others))
    in_front(hands)
    exported(hands, tmp_path / "out")
    kept = json.loads(str(hands.settings.value(NAME)))
    assert len(kept) == MOST and kept[0] == [name, whole]
