"""The export dialog: what it shows is what is written, and nothing of anybody's is lost."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from editor.files.project import save
from editor.model.links import Link
from editor.model.project import Page, Project
from editor.model.source import Origin, Source
from editor.ui.exporting.dialog import PROJECT, ExportDialog
from editor.ui.lists.outline import doubts_of
from tests.gold import sample
from tests.ui.hands import Hands


def dialog_of(hands: Hands, folder: Path) -> ExportDialog:
    """The dialog, open, with its names there."""
    hands.settings.setValue("export/folder", str(folder))
    hands.press("Ctrl+E")
    dialog = hands.window.room.export.dialog
    assert dialog.isVisible() and not dialog.isModal()
    hands.bot.waitUntil(dialog.isActiveWindow)
    worked_out(hands, dialog)
    return dialog


def worked_out(hands: Hands, dialog: ExportDialog, what: Any = None) -> list[str]:
    """The names, once they are as `what` asks."""

    def there() -> bool:
        text = dialog.list.toPlainText()
        return bool(text) and (what is None or what(text))

    hands.bot.waitUntil(there, timeout=20_000)
    return dialog.list.toPlainText().split("\n")


def choose(box: QComboBox, data: str) -> None:
    """Go to an entry of a list by keys, as one does."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != data:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"no {data} in the list"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def done(hands: Hands, dialog: ExportDialog) -> None:
    hands.bot.waitUntil(lambda: dialog.away.text() == "Close", timeout=20_000)


def test_what_is_shown_is_what_is_written(at_sample: Hands, tmp_path: Path) -> None:
    hands, folder = at_sample, tmp_path / "out"
    dialog = dialog_of(hands, folder)
    shown = worked_out(hands, dialog)
    assert len(shown) == 8 and all(name.endswith(".docx") for name in shown)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert names_in(folder) == sorted(shown)
    assert "8 files were exported" in hands.window.room.message.text
    assert str(folder) in hands.window.room.message.text


def test_names_follow_the_pattern_as_it_is_typed(at_sample: Hands, tmp_path: Path) -> None:
    hands, folder = at_sample, tmp_path / "out"
    dialog = dialog_of(hands, folder)
    dialog.names.setFocus()
    QTest.keyClicks(dialog.names, "{n}")
    shown = worked_out(hands, dialog, lambda text: text.startswith("1.docx"))
    assert shown == [f"{n}.docx" for n in range(1, 9)]
    QTest.keyClicks(dialog.names, "{x}")
    hands.bot.waitUntil(lambda: dialog.trouble.isVisible(), timeout=20_000)
    assert "{x}"[1] in dialog.trouble.text() and not dialog.export.isEnabled()
    for _ in range(3):
        QTest.keyClick(dialog.names, Qt.Key.Key_Backspace)
    hands.bot.waitUntil(dialog.export.isEnabled, timeout=20_000)
    QTest.keyClick(dialog.names, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert names_in(folder) == shown


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("proof", ".proof.docx"), ("txt", ".txt"), ("md", ".md"), ("html", ".html")],
)
def test_every_kind_of_file(at_sample: Hands, tmp_path: Path, kind: str, suffix: str) -> None:
    hands, folder = at_sample, tmp_path / "out"
    dialog = dialog_of(hands, folder)
    choose(dialog.kind, kind)
    QTest.keyClick(dialog.together, Qt.Key.Key_Space)
    shown = worked_out(hands, dialog, lambda text: text == f"page{suffix}")
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert names_in(folder) == shown
    assert hands.settings.value("export/kind") == kind


def test_no_button_is_cut_where_the_dialog_is_as_small_as_it_can_be(
    at_sample: Hands, tmp_path: Path
) -> None:
    dialog = dialog_of(at_sample, tmp_path)
    larger = dialog.font()
    larger.setPixelSize(22)
    dialog.setFont(larger)
    dialog.resize(dialog.minimumSizeHint())
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 4
    at_sample.bot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))


def test_what_is_open_is_told_and_follows_the_page(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    doubts = len(hands.reading.doubts)
    dialog = dialog_of(hands, tmp_path / "out")
    told = dialog.open_ends
    assert f"{doubts} doubts are not decided" in told.text()
    assert "1 article has no headline" in told.text()
    assert "8 articles are not marked as read" in told.text()
    inside = doubts_of(hands.reading)[hands.article(3).at]
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)
    hands.click_proof(hands.article(3).blocks[0].text.span.start)
    hands.press("Ctrl+Shift+E")  # the one without a headline is left out
    hands.bot.waitUntil(lambda: "headline" not in told.text(), timeout=20_000)
    assert f"{doubts - inside} doubts are not decided" in told.text() and inside
    assert len(worked_out(hands, dialog, lambda text: text.count("\n") == 6)) == 7
    hands.press_export()
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert len(names_in(tmp_path / "out")) == 7
    assert "1 is left out" in hands.window.room.message.text


def test_a_file_changed_in_word_stays_until_asked(at_sample: Hands, tmp_path: Path) -> None:
    hands, folder = at_sample, tmp_path / "out"
    hands.export(folder)
    dialog = hands.window.room.export.dialog
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    path = sorted(folder.iterdir())[0]
    whole = path.read_bytes()
    path.write_bytes(b"changed in Word")
    hands.export(folder)
    hands.bot.waitUntil(lambda: dialog.replace.isVisible(), timeout=20_000)
    assert path.read_bytes() == b"changed in Word" and "1 file" in dialog.reason.text()
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert path.read_bytes() == whole


def test_what_cannot_be_written_is_told_and_the_choice_stays(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    (tmp_path / "file").write_text("x")
    dialog = dialog_of(hands, tmp_path / "file")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: bool(hands.answers.told), timeout=20_000)
    assert dialog.isVisible() and dialog.export.isEnabled()
    dialog.folder.clear()
    QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible() and len(hands.answers.told) == 1


def test_a_whole_project_with_progress_and_a_way_back(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = sample().path.read_text("utf-8")
    pages = tuple(Page(f"p{n}", Source(text, Origin(f"{n}.txt"))) for n in range(1, 4))
    save(tmp_path / "week.galley", Project(pages))
    hands.open(tmp_path / "week.galley")
    dialog = dialog_of(hands, tmp_path / "out")
    choose(dialog.scope, PROJECT)
    from editor.exporting import Exporter

    really, reached, go_on = Exporter.draft, threading.Event(), threading.Event()

    def slowly(self: Exporter, *args: Any) -> Any:
        if go_on.is_set() or not reached.is_set():
            reached.set()
            return really(self, *args)
        go_on.wait(20)
        return really(self, *args)

    monkeypatch.setattr(Exporter, "draft", slowly)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(reached.is_set, timeout=20_000)
    assert dialog.bar.isVisible() and dialog.bar.maximum() == 24
    assert dialog.away.text() == "Cancel"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    go_on.set()
    done(hands, dialog)
    assert dialog.isVisible() and not (tmp_path / "out").exists()
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert len(names_in(tmp_path / "out")) == 24


def test_a_template_shows_its_styles_and_takes_others(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    made = Document()
    made.styles.add_style("主标题", WD_STYLE_TYPE.PARAGRAPH)
    made.save(str(tmp_path / "晚报.docx"))
    dialog = dialog_of(hands, tmp_path / "out")
    hands.answers.paths = [tmp_path / "晚报.docx"]
    dialog.template_asked.emit()
    hands.bot.waitUntil(dialog.mapping.isVisible, timeout=20_000)
    assert dialog.house.currentText() == "晚报"
    boxes = {box.accessibleName(): box for box in dialog.mapping.findChildren(QComboBox)}
    assert boxes["headline"].currentData() == "主标题"
    assert boxes["kicker"].currentData() == "" and "none" in boxes["kicker"].currentText()
    choose(boxes["byline"], "Quote")
    hands.bot.waitUntil(lambda: dialog.mapping.chosen == (("byline", "Quote"),))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    document = Document(str(sorted((tmp_path / "out").iterdir())[0]))
    assert [p.style.name for p in document.paragraphs[:2]] == ["主标题", "Quote"]


def test_the_preview_changes_with_the_style(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    dialog = dialog_of(hands, tmp_path / "out")
    seen = []
    for house in ("newspaper", "official", "plain"):
        choose(dialog.house, house)
        hands.bot.waitUntil(
            lambda: dialog.shown is not None and dialog.shown.choice == dialog.choice,
            timeout=20_000,
        )
        image = dialog.preview.grab().toImage()
        dark = sum(
            QColor(image.pixel(x, y)).lightness() < 128
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        )
        seen.append((dark, dialog.fonts.text()))
    assert all(dark > 200 for dark, _ in seen)
    assert len({dark for dark, _ in seen}) == 3
    assert "FangSong" in seen[1][1] and "FangSong" not in seen[0][1]


def test_an_article_that_goes_on_elsewhere_is_one_file(hands: Hands, tmp_path: Path) -> None:
    text = sample().path.read_text("utf-8")
    pages = tuple(Page(f"p{n}", Source(text, Origin(f"{n}.txt"))) for n in range(1, 3))
    first = text.index("东湖水面开阔")
    link = Link("p1", first, "p2", first)
    save(tmp_path / "week.galley", Project(pages, (link,)))
    hands.open(tmp_path / "week.galley")
    dialog = dialog_of(hands, tmp_path / "out")
    assert len(worked_out(hands, dialog, lambda text: text.count("\n") == 7)) == 8
    choose(dialog.scope, PROJECT)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert len(names_in(tmp_path / "out")) == 15
    whole, single = (
        Document(str(path)) for path in sorted((tmp_path / "out").glob("1-0[12]-*.docx"))
    )
    assert len(whole.paragraphs) > len(single.paragraphs)
    assert sum("东湖水面开阔" in paragraph.text for paragraph in whole.paragraphs) == 2
