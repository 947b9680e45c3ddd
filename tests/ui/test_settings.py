"""The settings: one window that is not modal, each choice in force at once, in every window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.resources import sample_page
from editor.ui.dialogs import CANCEL, DISCARD
from editor.ui.look import fonts, theme
from editor.ui.look.fonts import Face
from editor.ui.settings import choices, speaking, window
from editor.ui.settings.desk_page import DeskPage
from editor.ui.settings.proof_page import ProofPage
from editor.ui.settings.window import SettingsWindow
from editor.ui.window import Window
from tests.ui.hands import Hands

LEFT = Qt.MouseButton.LeftButton


def settings_at(hands: Hands, page: int) -> SettingsWindow:
    hands.window.room.open_settings(page)
    found = hands.window.room.does.desk._settings
    assert found is not None and found.isVisible() and not found.isModal()
    hands.bot.waitUntil(found.isActiveWindow)
    return found


def test_a_key_opens_them_and_escape_shuts_them(at_sample: Hands) -> None:
    at_sample.press("Ctrl+,")
    found = at_sample.window.room.does.desk._settings
    assert found is not None and found.isVisible()
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_dark_is_dark_at_once(at_sample: Hands) -> None:
    found = settings_at(at_sample, window.DESK)
    page = found.pages.widget(window.DESK)
    assert isinstance(page, DeskPage)
    QTest.mouseClick(page.looks._values["dark"], LEFT)
    try:
        assert theme.current().dark and at_sample.window.desk.proof.proof.look.theme.dark
        assert at_sample.settings.value("appearance") == "dark"
    finally:
        QTest.mouseClick(page.looks._values[""], LEFT)


def test_another_type_is_set_at_once_in_every_window(at_sample: Hands) -> None:
    hands = at_sample
    first = hands.window
    second = hands.new_window()
    hands.open(sample_page())
    found = settings_at(hands, window.PROOF)
    page = found.pages.widget(window.PROOF)
    assert isinstance(page, ProofPage)
    page.pixels.setFocus()
    page.pixels.selectAll()
    QTest.keyClicks(page.pixels, "20")
    QTest.keyClick(page.leading, Qt.Key.Key_Up)
    for shown in (first, second):
        look = shown.desk.proof.proof.look
        assert look.em == 20 and look.face.leading == pytest.approx(1.7)
        block = shown.desk.proof.document().findBlockByNumber(3)
        assert block.blockFormat().lineHeight() == pytest.approx(34, abs=1)
    assert choices.face(hands.settings) == Face("", 20, 1.7)
    QTest.mouseClick(page.plain, LEFT)
    assert choices.face(hands.settings) == Face() and first.desk.proof.proof.look.em == 16


def test_a_font_is_chosen_by_its_name(at_sample: Hands) -> None:
    found = settings_at(at_sample, window.PROOF)
    page = found.pages.widget(window.PROOF)
    assert isinstance(page, ProofPage) and page.family.count() > 1
    name = page.family.itemData(1)
    page.family.setFocus()
    QTest.keyClick(page.family, Qt.Key.Key_Down)
    assert at_sample.window.desk.proof.proof.look.font(fonts_role()).families()[0] == name


def fonts_role() -> object:
    from editor.model.structure import Role

    return Role.BODY


def wheel(hands: Hands, turned: int, held: Qt.KeyboardModifier) -> None:
    view = hands.window.desk.proof.viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle, QPointF(view.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_ctrl_and_the_wheel_make_both_texts_larger_and_are_remembered(at_sample: Hands) -> None:
    hands = at_sample
    desk = hands.window.desk
    before = desk.proof.proof.look.em, desk.raw._rows.em
    ctrl = Qt.KeyboardModifier.ControlModifier
    for part in (60, 60, 120):
        wheel(hands, part, ctrl)
    assert hands.window.room.scale == pytest.approx(1.21)
    assert desk.proof.proof.look.em > before[0] and desk.raw._rows.em > before[1]
    other = hands.new_window()
    assert other.desk.raw._rows.em == desk.raw._rows.em
    hands.window = other
    hands.open(sample_page())
    assert other.desk.proof.proof.look.em == desk.proof.proof.look.em
    hands.press("Ctrl+Alt+0")
    assert (other.desk.proof.proof.look.em, other.desk.raw._rows.em) == before


def test_names_of_the_roster_are_known_to_this_page_and_to_new_ones(at_sample: Hands) -> None:
    hands = at_sample
    found = settings_at(hands, window.ROSTER)
    found.roster.field.setFocus()
    QTest.keyClicks(found.roster.field, "Jane Doe, Max Roe")
    QTest.keyClick(found.roster.field, Qt.Key.Key_Return)
    hands.settle()
    assert hands.window.room.session.project.style.roster == ("Jane Doe", "Max Roe")
    assert choices.roster(hands.settings) == ("Jane Doe", "Max Roe")
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)
    hands.press("Ctrl+Z")
    assert hands.window.room.session.project.style.roster == ()
    other = hands.new_window()
    hands.open(sample_page())
    assert other.room.session.project.style.roster == ("Jane Doe", "Max Roe")
    assert not other.isWindowModified()
    found = settings_at(hands, window.ROSTER)
    found.roster.list.setFocus()
    found.roster.list.setCurrentRow(0)
    QTest.keyClick(found.roster.list, Qt.Key.Key_Delete)
    hands.settle()
    assert other.room.session.project.style.roster == ("Max Roe",)
    assert choices.roster(hands.settings) == ("Max Roe",)
    QTest.keyClick(found.roster.list, Qt.Key.Key_Space)
    assert choices.roster(hands.settings) == () and "Max Roe" in found.roster.list.item(0).text()


def test_what_was_open_is_open_again_unless_it_is_gone_or_not_wanted(
    hands: Hands, tmp_path: Path
) -> None:
    page = tmp_path / "一版.txt"
    page.write_text("河口的渡船今天停航。\n", "utf-8")
    settings = hands.settings
    settings.setValue(choices.GREETED, "yes")
    hands.open(page)
    hands.window.close()
    assert choices.first_paths(settings, sample_page()) == [[page]]
    settings.setValue(choices.RESTORE, False)
    assert choices.first_paths(settings, sample_page()) == []
    settings.setValue(choices.RESTORE, True)
    page.unlink()
    assert choices.first_paths(settings, sample_page()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (choices.SIZE, "large"), (choices.LEADING, "nan"), (choices.SCALE, ""),
        (choices.ROSTER, "{"), (choices.OPEN, "[3]"), (choices.FAMILY, "No Such Face"),
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_none(tmp_path: Path, name: str, value: str) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(name, value)
    face = choices.face(settings)
    assert (face.size, face.leading) == (Face().size, Face().leading)
    assert choices.scale(settings) == 1.0 and choices.roster(settings) == ()
    assert choices.was_open(settings) == []
    assert fonts.song(1.0, 16, face.family).pixelSize() == 16


def test_each_setting_is_found_in_the_palette_and_opened_there(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+K")
    hands.type("line height")
    rows = hands.window.room.palette.card.offered.rows.rows
    assert rows[0].what.label == "Line height"
    hands.press("Return")
    found = hands.window.room.does.desk._settings
    assert found is not None and found.isVisible()
    assert found.pages.currentIndex() == window.PROOF


def test_another_language_is_spoken_at_once_and_the_page_is_there_again(at_sample: Hands) -> None:
    hands = at_sample
    old = hands.window
    found = settings_at(hands, window.DESK)
    page = found.pages.widget(window.DESK)
    assert isinstance(page, DeskPage)
    QTest.mouseClick(page.languages._values["zh"], LEFT)
    try:
        hands.bot.waitUntil(lambda: not old.isVisible())
        (again,) = (
            shown
            for shown in QApplication.topLevelWidgets()
            if isinstance(shown, Window) and shown.isVisible() and shown is not old
        )
        hands.bot.addWidget(again)
        hands.window = again
        hands.read()
        assert again.room.actions_by_code["undo"].text() == "撤销"
        assert again.geometry() == old.geometry() and hands.text == sample_page().read_text("utf-8")
    finally:
        speaking.speak(hands.settings, "en")
        hands.bot.waitUntil(lambda: not hands.window.isVisible())
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, Window):
                shown.close()


def test_a_page_without_a_file_and_unsaved_work_stay(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.press("Ctrl+6")
    hands.answers.unsaved_answer = CANCEL
    try:
        speaking.speak(hands.settings, "zh")
        hands.bot.waitUntil(lambda: "unsaved" in hands.answers.asked)
        assert hands.window.isVisible() and hands.window.room.is_dirty
    finally:
        hands.answers.unsaved_answer = DISCARD
        hands.window.close()
        speaking.speak(hands.settings, "en")
