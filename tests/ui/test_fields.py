"""The card of fields: opened by a key or a click, walked by Tab, typed into, given up by Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from editor.model.conservation import violations
from editor.model.structure import Role
from editor.ui import words
from editor.ui.proof import corrections as proof_corrections
from editor.ui.proof.blocks import FIELDS
from editor.ui.proof.places import Point
from tests.ui.hands import Hands
from tests.ui.test_composing import send
from tests.ui.test_typing import block_at


def agree(hands: Hands) -> None:
    session = hands.window.room.session
    assert hands.shown_lines() == [one.text for one in hands.window.desk.proof.proof.shown]
    assert violations(session.page.source, session.page.decisions, hands.reading) == []


def field(hands: Hands) -> Role | None:
    here = hands.window.desk.proof.field()
    return here[1] if here else None


def click(hands: Hands, point: Point) -> None:
    proof = hands.window.desk.proof
    place = proof_corrections.caret_rect(proof, proof.proof, point).center()
    QTest.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=place)


def headless(hands: Hands) -> int:
    return next(n for n, a in enumerate(hands.reading.articles) if not a.headline)


def test_f2_opens_the_card_and_tab_walks_all_fields(at_sample: Hands) -> None:
    hands = at_sample
    proof, before = hands.window.desk.proof, hands.shown_lines()
    hands.click_proof(block_at(hands))
    hands.press("F2")
    assert field(hands) is Role.HEADLINE and len(hands.shown_lines()) == len(before) + 2
    walked = []
    hands.press("Shift+Tab")
    while field(hands) is not None and len(walked) < 9:
        walked.append(field(hands))
        hands.press("Tab")
    assert tuple(walked) == FIELDS
    assert hands.shown_lines() == before  # behind the last field it closes
    assert proof.hasFocus() and proof.caret().index == 3
    assert not hands.window.room.session.history.steps


def test_a_click_in_a_field_opens_its_card_and_nothing_jumps(at_sample: Hands) -> None:
    hands = at_sample
    proof, before = hands.window.desk.proof, hands.shown_lines()
    number = next(n for n, a in enumerate(hands.reading.articles) if n > 1 and a.headline)
    hands.window.room.go_to(hands.article(number).headline[0].span)
    index = proof.proof.find(hands.article(number).headline[0].span.start).index
    top = proof_corrections.caret_rect(proof, proof.proof, Point(index, 2)).top()
    click(hands, Point(index, 2))
    assert proof.open_at == hands.article(number).at and field(hands) is Role.HEADLINE
    assert abs(proof.cursorRect().top() - top) <= 1
    assert proof.caret().out_at == 2
    body = next(
        i
        for i, one in enumerate(proof.proof.shown)
        if one.number == number and one.block.role is Role.BODY
    )
    click(hands, Point(body, 12))
    assert proof.open_at is None and hands.shown_lines() == before
    agree(hands)


def test_missing_fields_are_typed_in_place(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.press("F2", "Shift+Tab")
    hands.commit("观鸟")
    hands.type("x")
    hands.press("Tab", "Tab")
    hands.commit("副题")
    article = hands.article(0)
    assert [t.text for t in article.kicker] == ["观鸟x"]
    assert [t.text for t in article.subhead] == ["副题"]
    agree(hands)
    hands.press("Tab", "Tab", "Return")
    assert hands.window.desk.proof.open_at is None
    agree(hands)


def test_names_are_typed_as_people_write_them(at_sample: Hands) -> None:
    hands = at_sample
    proof = hands.window.desk.proof
    printed = hands.article(0).byline[0].text.text
    hands.click_proof(block_at(hands))
    hands.press("F2", "Tab", "Tab")
    assert field(hands) is Role.BYLINE
    send(hands, commit="、")
    assert proof.document().findBlock(proof.textCursor().position()).text() == printed + "、"
    send(hands, "zhang")
    send(hands, commit="张三")
    assert [n.text.text for n in hands.article(0).byline] == [printed, "张三"]
    hands.type(" ")
    send(hands, commit="李四")
    assert [n.text.text for n in hands.article(0).byline] == [printed, "张三", "李四"]
    agree(hands)
    send(hands, commit="、")
    hands.press("Return")  # a mark that no name follows is no part of it
    assert [n.text.text for n in hands.article(0).byline] == [printed, "张三", "李四"]
    agree(hands)


def test_a_printed_field_is_corrected_by_patches(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.press("F2", "Backspace")
    send(hands, commit="改")
    session = hands.window.room.session
    assert [p.text for p in session.page.decisions.patches] == ["改"]
    assert not session.page.decisions.typed
    agree(hands)


def without_dateline(hands: Hands) -> int:
    """The number of an article whose dateline was taken back to body text."""
    number = 2
    span = hands.article(number).dateline.span
    hands.click_proof(span.start)
    proof = hands.window.desk.proof
    index = proof.caret().index
    proof.select(Point(index, 0), Point(index, span.end - span.start))
    hands.press("Ctrl+0")
    assert hands.article(number).dateline is None
    return number


def test_a_dateline_is_typed_before_its_paragraph(at_sample: Hands) -> None:
    hands = at_sample
    number = without_dateline(hands)
    body = hands.article(number).blocks[0].text.text
    hands.press("F2", "Tab", "Tab", "Tab")
    assert field(hands) is Role.DATELINE
    send(hands, "ben")
    send(hands, commit="本")
    send(hands, commit="报讯")
    article = hands.article(number)
    assert article.dateline.text == "本报讯" and article.blocks[0].text.text == body
    agree(hands)
    hands.press("Backspace", "Backspace", "Backspace")
    assert hands.article(number).dateline is None and field(hands) is Role.DATELINE
    send(hands, commit="电")
    assert hands.article(number).dateline.text == "电"
    agree(hands)


def test_escape_takes_back_what_the_field_got_and_leads_home(at_sample: Hands) -> None:
    hands = at_sample
    proof, at, before = hands.window.desk.proof, block_at(hands), hands.shown_lines()
    hands.click_proof(at)
    hands.type("a")
    hands.press("F2", "Tab")
    hands.type("some")
    hands.press("Tab", "Shift+Tab")
    hands.type(" more")
    hands.press("Escape")
    assert [t.text for t in hands.article(0).subhead] == ["some"]
    assert proof.open_at is None and proof.place().span.start == at
    hands.press("Ctrl+Shift+Z")  # nothing is lost
    assert [t.text for t in hands.article(0).subhead] == ["some more"]
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert hands.shown_lines() == before
    agree(hands)


def test_undo_in_a_field_stays_in_it(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    hands.click_proof(hands.article(number).blocks[0].text.span.end - 3)
    hands.press("F2")
    hands.type("Goal")
    hands.press("Ctrl+Z")
    assert hands.article(number).title == "" and field(hands) is Role.HEADLINE
    hands.press("Ctrl+Shift+Z")
    assert hands.article(number).title == "Goal" and field(hands) is Role.HEADLINE
    agree(hands)


def test_backspace_in_an_empty_field_joins_nothing(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    hands.click_proof(hands.article(number).blocks[0].text.span.end - 3)
    before = hands.reading
    hands.press("F2", "Backspace", "Delete")
    assert hands.reading == before and not hands.window.room.session.history.steps


def test_tab_in_running_text_leaves_the_proof(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.press("Tab")
    assert not hands.window.desk.proof.hasFocus()


def test_a_composition_in_a_field_is_as_in_the_text(at_sample: Hands) -> None:
    hands = at_sample
    number = headless(hands)
    hands.click_proof(hands.article(number).blocks[0].text.span.end - 3)
    hands.press("F2")
    send(hands, "xiao")
    send(hands)
    assert not hands.window.room.session.history.steps
    send(hands, "xiao")
    send(hands, "y", commit="校")
    send(hands, commit="样")
    assert hands.article(number).title == "校样"
    agree(hands)


def test_ctrl_r_takes_a_typed_field_away_and_nothing_else(at_sample: Hands) -> None:
    hands = at_sample
    number = without_dateline(hands)
    hands.press("F2", "Tab", "Tab", "Tab")
    send(hands, commit="本报讯")
    hands.press("Return")
    hands.type("x")
    body = hands.article(number).blocks[0].text.text
    hands.press("F2", "Tab", "Tab", "Tab", "Ctrl+R")
    assert hands.article(number).dateline is None
    assert hands.article(number).blocks[0].text.text == body
    agree(hands)


def test_shift_enter_gives_a_typed_headline_another_line(at_sample: Hands) -> None:
    hands, number = at_sample, headless(at_sample)
    proof = hands.window.desk.proof
    hands.press(*("Ctrl+PgDown",) * number, "F2")
    assert "F2" in proof.accessibleDescription()  # the empty field is told, not only painted
    hands.press("Shift+Return")  # nothing to break
    hands.type("Up high")
    hands.press("Shift+Return")
    assert proof.in_field() and field(hands) is Role.HEADLINE
    assert proof.accessibleDescription() and "F2" not in proof.accessibleDescription()
    hands.type("and away")
    assert [line.text for line in hands.article(number).headline] == ["Up high", "and away"]
    agree(hands)
    hands.press("Up", "End", "Delete")
    assert [line.text for line in hands.article(number).headline] == ["Up highand away"]
    assert proof.caret().out_at == len("Up high")
    hands.press("Shift+Return", "Home", "Backspace")
    assert [line.text for line in hands.article(number).headline] == ["Up highand away"]
    assert proof.caret().out_at == len("Up high")
    hands.press("Shift+Return")
    assert [line.text for line in hands.article(number).headline] == ["Up high", "and away"]
    hands.press("End", "Shift+Return")
    send(hands, "收")
    send(hands, "", "收")
    assert [line.text for line in hands.article(number).headline] == ["Up high", "and away", "收"]
    agree(hands)
    empty = hands.shown_lines().count("")
    hands.press("Shift+Return")
    assert hands.shown_lines().count("") == empty + 1
    hands.press("Backspace")  # begun and dropped
    assert proof.caret().out_at == 1
    hands.press("Shift+Return", "Up")
    assert hands.shown_lines().count("") == empty
    hands.press("Return")
    assert proof.open_at is None
    agree(hands)


def test_backspace_and_delete_take_back_a_line_kept_inside_a_paragraph(at_sample: Hands) -> None:
    hands = at_sample
    proof = hands.window.desk.proof
    before = hands.shown_lines()
    byline = next(i for i, s in enumerate(proof.proof.shown) if s.block.role is Role.BYLINE)
    raw_at = proof.proof.shown[byline].block.text.pieces[0].span.start
    hands.click_proof(raw_at)
    hands.press("Home", "Right", "Return")
    split = hands.shown_lines()
    assert split != before and any("\u2028" in line for line in split)
    hands.press("Backspace")
    joined = [line for line in hands.shown_lines() if line]
    assert joined == [line for line in before if line]  # the name is no part of the body
    agree(hands)
    hands.press("Ctrl+Z")
    assert any("\u2028" in line for line in hands.shown_lines())
    hands.click_proof(raw_at)
    hands.press("Right", "Delete")
    assert [line for line in hands.shown_lines() if line] == joined


def test_empty_fields_in_sight_have_names_and_open_for_who_does_not_see_them(
    at_sample: Hands,
) -> None:
    hands = at_sample
    proof, number = hands.window.desk.proof, headless(at_sample)
    hands.click_proof(hands.article(number).blocks[0].text.span.start + 5)
    view = QAccessible.queryAccessibleInterface(proof.viewport())

    def told() -> dict[str, QAccessibleInterface]:
        children = [view.child(at) for at in range(view.childCount())]
        shown = [one for one in children if not one.state().invisible]
        return {one.text(QAccessible.Text.Name): one for one in shown}

    hands.bot.waitUntil(lambda: any(proof.asks(Role.HEADLINE) in name for name in told()))
    name, headline = next(iter(told().items()))
    assert len(told()) == 1 and name.startswith(words.nth(number))
    headline.actionInterface().doAction(headline.actionInterface().actionNames()[0])
    hands.bot.waitUntil(lambda: field(hands) is Role.HEADLINE)
    assert proof.hasFocus()
    hands.bot.waitUntil(lambda: any(words.role(Role.KICKER) in name for name in told()))
    hands.press("Escape", "Escape")  # the list, then the card
    hands.bot.waitUntil(lambda: len(told()) == 1)
