"""Moving things at the desk: by key, by picking an article, by dropping on the outline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.ui.lists import article_list
from editor.ui.lists.article_list import ARTICLE, ArticleList
from tests.ui.hands import Hands


def openings(hands: Hands, number: int) -> list[str]:
    return [block.text.text[:6] for block in hands.article(number).blocks]


def titles(hands: Hands) -> list[str]:
    return [article.title for article in hands.reading.articles]


def block_at(hands: Hands, article: int, block: int) -> int:
    return hands.article(article).blocks[block].text.span.start


def choose_row(hands: Hands, number: int) -> ArticleList:
    """Click an article's row in the outline."""
    view = hands.window.desk.outline.list
    rect = view.visualRect(view.rows.index(number + 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    return view


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def codes(menu: QMenu) -> set[str]:
    return {action.objectName() for action in menu.actions()} - {""}


def context_menu(widget: object, point: QPoint) -> QMenu:
    viewport = widget.viewport()  # type: ignore[attr-defined]
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    return popup()


def drop(view: ArticleList, data: QMimeData, point: QPoint) -> None:
    """What Qt sends while something is dragged over the list and let go."""
    actions, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(point, actions, data, button, keys)
        QApplication.sendEvent(view.viewport(), event)
        assert event.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(point), actions, data, button, keys))


@pytest.mark.parametrize("pane", ["proof", "raw"])
def test_a_block_moves_by_key_in_both_panes(at_sample: Hands, pane: str) -> None:
    hands = at_sample
    click = hands.click_raw if pane == "raw" else hands.click_proof
    before = openings(hands, 0)
    click(block_at(hands, 0, 2))
    hands.press("Alt+Up")
    assert openings(hands, 0) == [before[0], before[2], before[1]]
    hands.press("Alt+Down")
    assert openings(hands, 0) == before
    hands.press("Alt+Down")  # over the edge: into the article after it
    assert openings(hands, 0) == before[:2] and openings(hands, 1)[0] == before[2]
    hands.press("Ctrl+Shift+M")
    assert openings(hands, 0) == before


def test_an_article_moves_by_key_from_its_headline_and_from_the_outline(at_sample: Hands) -> None:
    hands, before = at_sample, titles(at_sample)
    hands.click_proof(hands.article(0).headline[0].span.start)
    hands.press("Alt+Down")
    assert titles(hands)[:2] == before[1::-1]
    hands.click_raw(hands.article(1).headline[0].span.start)
    hands.press("Alt+Up", "Alt+Down")
    assert titles(hands)[:2] == before[1::-1]
    choose_row(hands, 1)
    hands.press("Alt+Up")
    assert titles(hands) == before
    hands.press("Alt+Up")
    assert titles(hands) == before and hands.window.room.status.said


def test_a_block_is_sent_by_picking_an_article(at_sample: Hands) -> None:
    hands = at_sample
    last = openings(hands, 0)[-1]
    hands.click_proof(block_at(hands, 0, 2))
    hands.press("Ctrl+M")
    QTest.keyClick(popup(), Qt.Key.Key_3)
    assert last not in openings(hands, 0) and openings(hands, 2)[-1] == last
    hands.press("Ctrl+Z")
    assert openings(hands, 0)[-1] == last


def test_a_selection_of_the_raw_text_is_dropped_on_an_article(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_raw(block_at(hands, 0, 1))
    hands.press("Shift+Down", "Shift+Down")
    span = hands.window.desk.raw.place().span
    sent = hands.text[span.start : span.end].replace("\n", "")
    view = hands.window.desk.outline.list
    target = view.visualRect(view.rows.index(5)).center()
    drop(view, article_list.text_data((span,)), target)
    hands.settle()
    assert hands.article(4).blocks[-1].text.text == sent
    drop_far = view.visualRect(view.rows.index(0)).center()
    event = QDragMoveEvent(
        drop_far,
        Qt.DropAction.MoveAction,
        article_list.text_data((span,)),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()  # the page's own row is no article


def test_articles_are_put_in_order_by_dropping_rows(at_sample: Hands) -> None:
    hands, before = at_sample, titles(at_sample)
    view = hands.window.desk.outline.list
    data = article_list.article_data(hands.article(3).at)
    assert data.hasFormat(ARTICLE) and not data.hasText()
    first = view.visualRect(view.rows.index(1))
    drop(view, data, QPoint(40, first.top() + 2))
    hands.settle()
    assert titles(hands) == [before[3], *before[:3], *before[4:]]
    drop(view, data, QPoint(40, view.viewport().height() - 2))
    hands.settle()
    assert titles(hands) == [*before[:3], *before[4:], before[3]]


def test_two_headlines_are_swapped(at_sample: Hands) -> None:
    hands, before = at_sample, titles(at_sample)
    choose_row(hands, 0)
    hands.press("Ctrl+Shift+H")
    QTest.keyClick(popup(), Qt.Key.Key_2)
    assert titles(hands)[:2] == before[1::-1] and titles(hands)[2:] == before[2:]


def test_the_outline_s_menu_acts_on_the_article(at_sample: Hands) -> None:
    hands = at_sample
    view = choose_row(hands, 1)
    menu = context_menu(view, view.visualRect(view.rows.index(2)).center())
    wanted = {"join_article", "move_up", "move_down", "swap_headlines", "done", "leave_out"}
    assert wanted <= codes(menu) and not {"split", "cut", "paste"} & codes(menu)
    count = len(hands.reading.articles)
    (join,) = (action for action in menu.actions() if action.objectName() == "join_article")
    menu.close()
    join.trigger()
    assert len(hands.reading.articles) == count - 1


def test_roles_and_done_by_key_in_the_outline(at_sample: Hands) -> None:
    hands, count = at_sample, len(at_sample.reading.articles)
    choose_row(hands, 1)
    hands.press("Ctrl+D")
    assert hands.article(1).done and not hands.article(0).done
    hands.press("Ctrl+Del")  # all of it is no article
    assert len(hands.reading.articles) == count - 1
    assert len(hands.reading.furniture) >= 4
    hands.press("Ctrl+Z", "Ctrl+Z")
    for key in ("Ctrl+1", "Ctrl+4", "Ctrl+5", "Ctrl+9"):  # all of an article is no headline
        hands.press(key)
        assert not hands.window.room.session.page.decisions and hands.window.room.status.said
    hands.press("Return")  # back to the text, at the article
    assert hands.window.desk.proof.hasFocus()


def test_the_raw_text_says_that_it_cannot_be_typed_in(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_raw(block_at(hands, 0, 1))
    assert not hands.window.room.status.said
    hands.type("a")
    said = hands.window.room.status.said
    assert "raw text" in said and not hands.window.room.session.history.steps
    raw = hands.window.desk.raw
    menu = context_menu(raw, raw.caret_rect().center())
    assert not {"cut", "paste"} & codes(menu)
    assert {"copy", "copy_article", "split", "join", "new_article", "move_up", "send"} <= codes(
        menu
    )
    menu.close()
    hands.press("F6")
    proof = hands.window.desk.proof
    menu = context_menu(proof, proof.cursorRect().center())
    assert {"cut", "paste", "unmove", "leave_out"} <= codes(menu)
    menu.close()


def test_a_selection_is_copied_as_clean_text(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_raw(block_at(hands, 0, 1))
    hands.press("Shift+Down", "Shift+Down", "Ctrl+C")
    assert QGuiApplication.clipboard().text().count("\n") >= 2
    hands.press("Ctrl+Shift+C")
    clean = QGuiApplication.clipboard().text()
    assert "\n" not in clean and hands.article(0).blocks[1].text.text.startswith(clean)
    hands.press("Ctrl+A", "Ctrl+Shift+C")
    whole = QGuiApplication.clipboard().text().split("\n")
    blocks = [block.text.text for article in hands.reading.articles for block in article.blocks[1:]]
    assert [line for line in whole if line in blocks] == blocks


def test_a_click_into_what_is_selected_puts_the_caret(at_sample: Hands) -> None:
    hands, raw = at_sample, at_sample.window.desk.raw
    at = block_at(hands, 0, 1)
    hands.click_raw(at + 3)
    point = raw.caret_rect().center()
    hands.click_raw(at)
    hands.press("Shift+End")
    QTest.mouseClick(raw.viewport(), Qt.MouseButton.LeftButton, pos=point)
    span = raw.place().span
    assert span.start == span.end == at + 3


def test_an_article_joined_again_is_as_it_was(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.reading
    block = hands.article(0).blocks[1].text
    hands.click_proof(block.to_raw(len(block) // 2)[0])
    hands.press("Ctrl+Return", "Ctrl+Backspace")
    assert [a.blocks for a in hands.reading.articles] == [a.blocks for a in before.articles]
    assert titles(hands) == [article.title for article in before.articles]
