"""A project of several pages at the desk: turned to, ordered, named, removed, and linked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor.files import project as project_file
from editor.model.project import Page, Project
from editor.model.source import Origin, Source
from editor.ui.proof.marks import sheet_rects
from tests.ui.hands import Hands

FIRST = """河报 2024年3月5日 星期二 第1版
全市春耕生产全面铺开
本报讯 记者林山报道，连日来，全市各地抢抓农时，
组织农机下田作业，春耕生产由南向北全面铺开。截至
目前，全市已完成春耕整地面积三十万亩，占计划的六
成以上，进度快于去年同期。
在城东镇的田间，十几台大型拖拉机来回穿梭，翻起的
泥土散发着清香。种粮大户周明告诉记者，今年他流转
了八百亩地，准备全部种上优质水稻。
（下转第4版）
"""
SECOND = """河报 2024年3月5日 星期二 第4版
（上接第1版）
市农业农村局有关负责人表示，下一步将继续加强农机
调度，做好农资供应，确保不误农时，为全年粮食丰收
打下坚实基础。
图书馆延长开放时间
本报讯 从本月起，市图书馆周末开放时间延长至晚上
九点，方便市民阅读。据介绍，馆内新添图书两万册，
并增设儿童阅览区。
责编：王小文
"""
THIRD = """河报 2024年3月5日 星期二 第5版
河堤加固工程完工
本报讯 记者周明报道，历时三个月的河堤加固工程昨
日完工。新堤高出旧堤一米，可以抵御五十年一遇的洪
水，沿岸三个村庄的居民从此可以安心度汛。
"""


def several_pages() -> Project:
    """Three pages of a paper; an article of the first goes on on the second."""
    texts = enumerate((FIRST, SECOND, THIRD), 1)
    return Project(tuple(Page(f"p{n}", Source(text, Origin(f"{n}.txt"))) for n, text in texts))


@pytest.fixture
def at_project(hands: Hands, tmp_path: Path) -> Hands:
    path = tmp_path / "日报.galley"
    project_file.save(path, several_pages())
    hands.open(path)
    return hands


def shown(hands: Hands) -> str:
    session = hands.window.room.session
    assert session is not None
    return session.page.key


def rows(hands: Hands) -> list[str]:
    hands.window.room.sides.show_now()
    return [row.text for row in hands.window.desk.outline.list.rows.rows]


def turn_to(hands: Hands, keys: str) -> None:
    hands.press(keys)
    read(hands)


def read(hands: Hands) -> None:
    """Wait until the page in sight is read."""
    session = hands.window.room.session
    assert session is not None
    hands.bot.waitUntil(lambda: session.latest is not None and session.is_current)
    hands.settle()


def offered(hands: Hands) -> None:
    """Wait until jump lines were looked at."""
    hands.bot.waitUntil(lambda: bool(hands.window.room.linking.offers))


def test_pages_are_turned_to_by_key_and_read_when_they_are_seen(at_project: Hands) -> None:
    hands = at_project
    assert shown(hands) == "p1"
    assert [row for row in rows(hands) if "▸" in row and "page " in row] == [
        "▸  page 4",
        "▸  page 5",
    ]
    turn_to(hands, "Alt+PgDown")
    assert shown(hands) == "p2"
    assert "图书馆延长开放时间" in hands.window.desk.proof.toPlainText()
    assert any("图书馆延长开放时间" in row for row in rows(hands))
    turn_to(hands, "Alt+PgUp")
    assert shown(hands) == "p1" and "春耕" in hands.window.desk.proof.toPlainText()
    turn_to(hands, "Alt+PgUp")
    assert shown(hands) == "p1" and hands.window.room.session is not None
    assert not hands.window.room.session.dirty


def test_a_page_of_the_outline_is_turned_to_by_a_click(at_project: Hands) -> None:
    hands = at_project
    rows(hands)
    listed = hands.window.desk.outline.list
    number = next(n for n, row in enumerate(listed.rows.rows) if "page 5" in row.text)
    rect = listed.visualRect(listed.rows.index(number))
    hands.bot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    read(hands)
    assert shown(hands) == "p3"


def test_pages_are_moved_and_removed_as_steps(at_project: Hands) -> None:
    hands = at_project
    session = hands.window.room.session
    assert session is not None
    hands.press("Ctrl+Shift+PgDown")
    assert session.project.keys == ("p2", "p1", "p3") and shown(hands) == "p1"
    hands.window.room.actions_by_code["remove_page"].trigger()
    hands.settle()
    assert session.project.keys == ("p2", "p3") and shown(hands) == "p3"
    assert hands.window.room.message.text
    hands.press("Ctrl+Z")
    hands.settle()
    assert session.project.keys == ("p2", "p1", "p3") and shown(hands) == "p1"
    assert not hands.window.room.message.text, "undo has brought it back"
    hands.press("Ctrl+Z")
    hands.settle()
    assert session.project.keys == ("p1", "p2", "p3")


def test_a_page_is_dropped_before_another(at_project: Hands) -> None:
    hands = at_project
    session = hands.window.room.session
    assert session is not None
    hands.window.desk.outline.list.page_dropped.emit("p3", "p1")
    assert session.project.keys == ("p3", "p1", "p2")


def test_what_a_page_is_called_is_inferred_and_may_be_said(at_project: Hands) -> None:
    hands = at_project
    session = hands.window.room.session
    assert session is not None
    hands.press("Shift+F2")
    card = hands.window.desk.page_card
    assert [f.placeholderText() for f in card.fields] == ["河报", "2024-03-05", "", "1"]
    assert card.fields[0].hasFocus()
    card.fields[2].setFocus()
    hands.bot.keyClicks(card.fields[2], "A")
    hands.bot.keyClick(card.fields[2], Qt.Key.Key_Return)
    assert not card.isVisible() and session.page.meta.section == "A"
    hands.press("Ctrl+Z")
    assert session.page.meta.section == ""


def test_a_jump_line_is_offered_and_joins_in_one_step(at_project: Hands) -> None:
    hands = at_project
    session, room = hands.window.room.session, hands.window.room
    assert session is not None
    offered(hands)
    assert not session.project.links  # never silent
    assert "1 article seems" in room.message.text
    assert any("→ page 4?" in row for row in rows(hands))
    hands.press("Ctrl+Shift+L")
    assert hands.window.desk.link_list.isVisible()
    hands.bot.keyClick(hands.window.desk.link_list.rows, Qt.Key.Key_Return)
    (link,) = session.project.links
    assert (link.page, link.to_page) == ("p1", "p2")
    assert any("→ page 4" in row and "?" not in row for row in rows(hands))
    turn_to(hands, "Alt+PgDown")
    assert any("← page 1" in row for row in rows(hands))
    hands.press("Ctrl+Z")
    hands.settle()
    assert not session.project.links


def test_the_article_in_use_is_joined_and_parted_by_a_key(at_project: Hands) -> None:
    hands = at_project
    session = hands.window.room.session
    assert session is not None
    offered(hands)
    hands.window.desk.proof.setFocus()
    hands.press("Ctrl+L")
    assert len(session.project.links) == 1
    hands.press("Ctrl+U")
    assert not session.project.links
    assert [step.name for step in session.history.steps] == ["link", "unlink"]


def test_the_sheet_says_where_its_article_goes_on_and_leads_there_by_click_and_key(
    at_project: Hands,
) -> None:
    hands = at_project
    proof = hands.window.desk.proof
    offered(hands)
    assert not list(proof.ways.lines(proof.viewport().rect()))
    proof.setFocus()
    hands.press("Ctrl+L")
    hands.window.room.sides.show_now()
    ((rect, way),) = proof.ways.lines(proof.viewport().rect())
    assert way.words == "continues on page 4 →"
    QTest.mouseMove(proof.viewport(), rect.center().toPoint())
    assert proof.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    read(hands)
    assert shown(hands) == "p2"
    article = hands.reading.article_of(hands.window.room.pane.place().span.start)
    assert article is not None and "农业农村局" in article.blocks[0].text.text
    hands.window.room.sides.show_now()
    ((rect, way),) = proof.ways.lines(proof.viewport().rect())
    assert way.words == "← continued from page 1"
    hands.press("Ctrl+J")
    read(hands)
    assert shown(hands) == "p1"
    hands.press("Ctrl+J")
    read(hands)
    assert shown(hands) == "p2"
    hands.press("Ctrl+U")
    hands.window.room.sides.show_now()
    assert not list(proof.ways.lines(proof.viewport().rect()))
    hands.press("Ctrl+J")
    assert "no part" in hands.window.room.status.said


def test_an_offer_is_refused_for_good_and_undo_brings_it_back(
    at_project: Hands, tmp_path: Path
) -> None:
    hands = at_project
    session, room = hands.window.room.session, hands.window.room
    assert session is not None
    offered(hands)
    hands.press("Ctrl+Shift+L")
    buttons = hands.window.desk.link_list.findChildren(QToolButton)
    assert "Never  Delete" in [button.text() for button in buttons]
    hands.bot.keyClick(hands.window.desk.link_list.rows, Qt.Key.Key_Delete)
    assert not hands.window.desk.link_list.isVisible() and not room.linking.offers
    assert not any("?" in row for row in rows(hands))
    hands.bot.wait(600)
    assert not room.linking.offers
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.isWindowModified())
    hands.open(tmp_path / "日报.galley")
    hands.bot.wait(800)
    assert not room.linking.offers
    hands.press("Ctrl+Z")
    offered(hands)


def test_a_later_part_is_not_asked_for_a_headline_until_it_stands_alone_again(
    at_project: Hands,
) -> None:
    hands = at_project
    proof = hands.window.desk.proof

    def asks() -> tuple[bool, bool, bool]:
        """In the proof, in the doubts, in the outline."""
        told = rows(hands)
        doubts = [doubt.key for doubt in hands.reading.doubts]
        return (
            any(one.asking for one in proof.proof.shown),
            any(key.startswith("missing:") for key in doubts),
            any("(no headline)" in row for row in told),
        )

    offered(hands)
    turn_to(hands, "Alt+PgDown")
    assert asks() == (True, True, True)
    hands.press("Ctrl+L")
    hands.settle()
    assert asks() == (False, False, False)
    assert any("↳ 全市春耕生产全面铺开" in row for row in rows(hands))
    hands.press("Ctrl+U")
    hands.settle()
    assert asks() == (True, True, True)
    hands.press("Ctrl+Z", "Ctrl+Z")
    hands.settle()
    assert asks() == (True, True, True)


def test_the_first_sheet_is_seen_whole(at_project: Hands) -> None:
    hands = at_project
    offered(hands)
    proof = hands.window.desk.proof
    for _ in range(2):  # its first block has text on one page, and asks on the other
        (_, rect), *_ = sheet_rects(proof.proof, range(2))
        assert proof.verticalScrollBar().value() == 0 and rect.top() >= 4
        turn_to(hands, "Alt+PgDown")


def test_what_is_asked_is_not_pushed_aside_by_an_offer(at_project: Hands) -> None:
    hands = at_project
    room = hands.window.room
    room.message.say("?", "Yes", lambda: None)
    hands.bot.waitUntil(lambda: bool(room.linking.offers), timeout=15_000)
    hands.bot.wait(50)
    assert room.message.text == "?"
