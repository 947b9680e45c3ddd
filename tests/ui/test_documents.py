"""What comes in and goes out of a window, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication

from editor.resources import sample_page
from editor.ui.dialogs import CANCEL, DISCARD, SAVE
from tests.gold import sample
from tests.ui.hands import Hands

PAGE = "第一行文字在这里\n第二行文字也在这里。 \n"


def changed(hands: Hands) -> None:
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.type("x")
    assert hands.window.isWindowModified()


def test_an_empty_desk_offers_to_open_and_to_paste(hands: Hands) -> None:
    assert hands.window.room.empty.isVisible()
    QGuiApplication.clipboard().setText(PAGE)
    hands.press("Ctrl+V")
    hands.read()
    assert hands.text == PAGE and not hands.window.room.empty.isVisible()


def test_a_page_that_is_dropped_is_opened(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "版面.txt"
    path.write_text(PAGE, "gb18030")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert hands.window.acceptDrops()
    middle, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, copy, data, left, plain)
    QApplication.sendEvent(hands.window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(middle), copy, data, left, plain)
    QApplication.sendEvent(hands.window, event)
    hands.read()
    assert hands.text.strip() == PAGE.strip()
    assert "版面.txt" in hands.window.windowTitle()


def test_the_raw_text_is_there_before_the_reading(hands: Hands) -> None:
    hands.answers.paths = [sample().path]
    hands.press("Ctrl+O")
    assert hands.window.room.reading is None
    hands.bot.wait(0)
    assert hands.text.startswith(sample().raw[:20])
    assert not hands.window.room.actions_by_code["export"].isEnabled()
    hands.read()
    assert hands.window.room.actions_by_code["export"].isEnabled()


def test_what_is_no_page_is_told_plainly(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    before = hands.reading
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    broken = tmp_path / "broken.galley"
    broken.write_text('{"galley": 1', "utf-8")
    for path in (bad, broken, tmp_path / "none.txt"):
        hands.answers.paths = [path]
        hands.press("Ctrl+O")
        assert len(hands.answers.told) == 1 and path.name in hands.answers.told.pop()
    assert hands.reading is before


def test_what_cannot_be_written_is_told_and_stays_unsaved(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    changed(hands)
    (tmp_path / "file").write_text("x")
    hands.answers.save_to = tmp_path / "file" / "page.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: bool(hands.answers.told))
    assert hands.window.isWindowModified() and hands.window.room.documents.path is None
    hands.export(tmp_path / "file")
    hands.bot.waitUntil(lambda: len(hands.answers.told) == 2)


def test_closing_asks_for_unsaved_work(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    window = hands.window
    changed(hands)
    hands.answers.unsaved_answer = CANCEL
    window.close()
    hands.bot.wait(20)
    assert window.isVisible() and window.isWindowModified()
    hands.answers.unsaved_answer = SAVE
    hands.answers.save_to = tmp_path / "kept.galley"
    window.close()
    hands.bot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "kept.galley").exists()
    assert hands.answers.asked.count("unsaved") == 2


def test_work_can_be_given_up(at_sample: Hands) -> None:
    hands = at_sample
    window = hands.window
    changed(hands)
    hands.answers.unsaved_answer = DISCARD
    window.close()
    hands.bot.waitUntil(lambda: not window.isVisible())
    assert "save" not in hands.answers.asked


def test_opening_another_page_asks_first(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    changed(hands)
    other = tmp_path / "other.txt"
    other.write_text(PAGE, "utf-8")
    hands.answers.paths = [other]
    hands.answers.unsaved_answer = CANCEL
    hands.press("Ctrl+O")
    assert hands.text == sample().raw.replace("\r\n", "\n")
    hands.answers.unsaved_answer = DISCARD
    hands.press("Ctrl+O")
    assert hands.text == PAGE and not hands.window.isWindowModified()


def test_what_is_typed_while_saving_is_not_saved(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    changed(hands)
    hands.answers.save_to = tmp_path / "page.galley"
    hands.press("Ctrl+S")
    hands.type("y")  # the file is being written
    hands.bot.waitUntil(lambda: hands.window.room.documents.path is not None)
    assert hands.window.isWindowModified()


def test_a_closed_window_is_found_again_as_it_was(hands: Hands) -> None:
    hands.press("F9")
    hands.window.resize(790, 640)
    hands.window.desk.splitter.setSizes([155, 262, 360, 0])
    sizes, size = hands.window.desk.splitter.sizes(), hands.window.size()
    hands.window.close()
    window = hands.window.__class__(hands.settings, hands.answers)
    window.complete()
    hands.bot.addWidget(window)
    window.show()
    assert window.size() == size and size.width() == 790
    again = window.desk.splitter.sizes()
    assert all(abs(a - b) <= 2 for a, b in zip(again, sizes, strict=True))
    assert not window.desk.dock.isVisible()


def test_every_control_has_a_name(at_sample: Hands) -> None:
    kinds = (QAbstractButton, QAbstractScrollArea)
    nameless = [
        widget
        for kind in kinds
        for widget in at_sample.window.findChildren(kind)
        if not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert nameless == []


def test_every_command_can_be_done(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    for code, action in hands.window.room.actions_by_code.items():
        if code not in ("close", "open", "open_clipboard"):
            action.trigger()
    assert hands.window.room.session is not None
    lines = [one.text for one in hands.window.desk.proof.proof.shown]
    assert hands.shown_lines() == (lines or [""])


def test_work_on_the_sample_is_not_saved_inside_the_program(hands: Hands) -> None:
    hands.open(sample_page())
    suggested = hands.window.room.documents.suggested
    assert suggested == Path.home() / "page.galley"
