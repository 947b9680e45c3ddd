"""What was corrected: seen, told on hover, carried by the mouse, listed, and restored."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from editor.model.conservation import violations
from editor.ui import commands
from editor.ui.proof import corrections as proof_corrections
from editor.ui.proof.places import Point
from tests.ui.hands import Hands
from tests.ui.test_moves import context_menu
from tests.ui.test_typing import block_at

BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
NONE = Qt.KeyboardModifier.NoModifier


def where(hands: Hands, point: Point) -> QPoint:
    """Where a point of the proof stands in its viewport."""
    proof = hands.window.desk.proof
    return proof_corrections.caret_rect(proof, proof.proof, point).center()


def drop(hands: Hands, data: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Carry something over the proof and drop it there, with the events that Qt sends."""
    view = hands.window.desk.proof.viewport()
    buttons = Qt.MouseButton.LeftButton
    QApplication.sendEvent(view, QDragEnterEvent(at, BOTH, data, buttons, keys))
    QApplication.sendEvent(view, QDragMoveEvent(at, BOTH, data, buttons, keys))
    event = QDropEvent(QPointF(at), BOTH, data, buttons, keys)
    QApplication.sendEvent(view, event)


def carry(
    hands: Hands, first: Point, last: Point, to: Point, keys: Qt.KeyboardModifier = NONE
) -> None:
    """Select text, take it up with the mouse and drop it somewhere else in the proof."""
    proof = hands.window.desk.proof
    proof.select(first, last)
    place, begin = where(hands, to), where(hands, first) + QPoint(6, 0)
    proof.carry = lambda drag: drop(hands, drag.mimeData(), place, keys)
    view = proof.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + QPoint(3, 1))
    QTest.mouseMove(view, begin + QPoint(40, 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)
    hands.settle()


def told(hands: Hands, at: QPoint) -> str:
    """What is told of the text under the mouse."""
    view = hands.window.desk.proof.viewport()
    QToolTip.hideText()
    help_ = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, help_)
    return QToolTip.text()


def lines(hands: Hands) -> list[str]:
    found = hands.shown_lines()
    session = hands.window.room.session
    assert found == [one.text for one in hands.window.desk.proof.proof.shown]
    assert violations(session.page.source, session.page.decisions, hands.reading) == []
    return found


def test_text_moves_inside_a_paragraph_by_the_mouse(at_sample: Hands) -> None:
    hands = at_sample
    before, history = lines(hands), hands.window.room.session.history
    old, proof = before[4], hands.window.desk.proof
    carry(hands, Point(4, 2), Point(4, 5), Point(4, 12))
    assert lines(hands)[4] == old[:2] + old[5:12] + old[2:5] + old[12:]
    assert proof.selected_text() == old[2:5]
    assert len(hands.window.room.session.history.steps) == len(history.steps) + 1
    assert len(hands.window.room.session.page.decisions.patches) == 2
    hands.press("Ctrl+Z")
    assert lines(hands) == before
    carry(hands, Point(4, 10), Point(4, 13), Point(4, 1))
    assert lines(hands)[4] == old[:1] + old[10:13] + old[1:10] + old[13:]
    hands.press("Ctrl+Z")
    assert lines(hands) == before


def test_text_moves_between_paragraphs(at_sample: Hands) -> None:
    hands = at_sample
    before = lines(hands)
    carry(hands, Point(4, 3), Point(4, 6), Point(3, 15))
    after = lines(hands)
    assert after[3] == before[3][:15] + before[4][3:6] + before[3][15:]
    assert after[4] == before[4][:3] + before[4][6:]
    hands.press("Ctrl+Z")
    assert lines(hands) == before


def test_text_over_two_paragraphs_moves_whole(at_sample: Hands) -> None:
    hands = at_sample
    before = lines(hands)
    size = len(before[3])
    carry(hands, Point(3, size - 3), Point(4, 3), Point(3, 12))
    after = lines(hands)
    moved = before[3][-3:], before[4][:3]
    assert after[3] == before[3][:12] + moved[0]
    assert after[4] == moved[1] + before[3][12:-3] + before[4][3:]
    assert len(after) == len(before)
    hands.press("Ctrl+Z")
    assert lines(hands) == before


def test_corrected_text_moves_too(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.type("abc")
    proof = hands.window.desk.proof
    before, end = lines(hands), proof.ends()[0]
    carry(hands, Point(4, end.out_at - 2), end, Point(4, 3))
    after = lines(hands)[4]
    assert after.startswith(before[4][:3] + "bc") and before[4].replace("abc", "") in after.replace(
        "bc", "", 1
    ).replace("a", "", 1)


def test_with_ctrl_text_is_copied(at_sample: Hands) -> None:
    hands = at_sample
    before = lines(hands)
    carry(hands, Point(4, 3), Point(4, 6), Point(3, 15), Qt.KeyboardModifier.ControlModifier)
    after = lines(hands)
    assert after[3] == before[3][:15] + before[4][3:6] + before[3][15:]
    assert after[4] == before[4]


def test_a_press_on_what_is_selected_that_goes_nowhere_puts_the_caret(at_sample: Hands) -> None:
    hands = at_sample
    proof, before = hands.window.desk.proof, lines(hands)
    carry(hands, Point(4, 3), Point(4, 6), Point(4, 5))  # dropped on itself
    assert lines(hands) == before and not hands.window.room.session.history.steps
    proof.select(Point(4, 3), Point(4, 9))
    QTest.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=where(hands, Point(4, 6)))
    assert proof.selection() is None and proof.ends()[0] == Point(4, 6)


def test_text_from_outside_is_inserted_plain(at_sample: Hands) -> None:
    hands = at_sample
    before, data = lines(hands), QMimeData()
    data.setText("外来\r\n的字")
    data.setHtml("<b>外来</b>")
    drop(hands, data, where(hands, Point(4, 7)))
    after = lines(hands)
    assert after[4] == before[4][:7] + "外来" and after[5] == "的字" + before[4][7:]
    assert hands.window.focusWidget() is hands.window.desk.proof


def test_files_are_for_the_window(at_sample: Hands) -> None:
    hands = at_sample
    before, data = lines(hands), QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere/page.txt")])
    drop(hands, data, where(hands, Point(4, 7)))
    assert "page.txt" in hands.window.room.message.text
    hands.window.room.message._act.click()
    assert len(hands.answers.told) == 1 and "page.txt" in hands.answers.told[0]
    assert lines(hands) == before


def test_the_original_is_told_over_a_correction(at_sample: Hands) -> None:
    hands = at_sample
    proof = hands.window.desk.proof
    old = lines(hands)[4]
    proof.setFocus()
    proof.select(Point(4, 3), Point(4, 5))
    hands.commit("改过")
    proof.select(Point(4, 20), Point(4, 22))
    hands.press("Delete")
    proof.select(Point(4, 30), Point(4, 30))
    hands.commit("添")
    inside = QPoint(4, 0)
    assert old[3:5] in told(hands, where(hands, Point(4, 3)) + inside)
    assert old[20:22] in told(hands, where(hands, Point(4, 20)))
    assert "prints nothing" in told(hands, where(hands, Point(4, 30)) + inside)
    for point in (Point(4, 12), Point(6, 2)):
        told(hands, where(hands, point) + inside)
        hands.bot.waitUntil(lambda: not QToolTip.isVisible())
    told(hands, where(hands, Point(4, 3)) + inside)
    hands.bot.waitUntil(QToolTip.isVisible)
    hands.press("x")  # another text comes under it
    hands.bot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2_000)


def test_one_key_restores_the_correction_at_the_caret_and_no_other(at_sample: Hands) -> None:
    hands = at_sample
    proof, before = hands.window.desk.proof, lines(hands)
    proof.setFocus()
    proof.select(Point(4, 3), Point(4, 5))
    hands.commit("改过")
    proof.select(Point(4, 20), Point(4, 22))
    hands.press("Delete", "Ctrl+R")
    assert lines(hands)[4] == before[4].replace(before[4][3:5], "改过", 1)
    proof.select(Point(4, 4), Point(4, 4))
    hands.press("Ctrl+R")
    assert lines(hands) == before


def test_the_menu_under_the_button_names_it_too(at_sample: Hands) -> None:
    hands = at_sample
    room = hands.window.room
    plain = room.actions_by_code["restore"].text()
    structure = room.menu.findChild(QMenu, commands.STRUCTURE)
    assert isinstance(structure, QMenu)
    hands.click_proof(block_at(hands))
    hands.press("Shift+Right", "Shift+Right")
    hands.type("x")
    structure.popup(QPoint(10, 10))
    told = room.actions_by_code["restore"].text()
    assert told != plain and "“" in told
    structure.close()
    assert room.actions_by_code["restore"].text() == plain
    hands.press("Ctrl+Z")
    structure.popup(QPoint(10, 10))
    assert room.actions_by_code["restore"].text() == plain
    structure.close()


def test_the_menu_of_a_correction_names_what_the_page_prints(at_sample: Hands) -> None:
    hands = at_sample
    raw_at = block_at(hands)
    proof, action = hands.window.desk.proof, hands.window.room.actions_by_code["restore"]
    plain = action.text()
    hands.click_proof(raw_at)
    here = proof.caret()
    printed = proof.proof.shown[here.index].block.text.text[here.out_at :]
    for count in (2, 30):
        hands.press(*("Shift+Right",) * count)
        hands.type("x")
        menu = context_menu(proof, proof.cursorRect().center())
        told = action.text()
        assert action in menu.actions() and told != plain
        assert (printed[:2] in told) and (printed[:20] not in told) and len(told) < 30
        menu.close()
        assert action.text() == plain
        hands.press("Ctrl+Z")
        hands.click_proof(raw_at)
