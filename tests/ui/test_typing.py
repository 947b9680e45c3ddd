"""Typing in the proof: what the hands do is what is decided, and the panes stay in step."""

from __future__ import annotations

import time

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from editor.editing.gestures import Join
from editor.model.places import Span
from editor.model.structure import Role
from tests.ui.hands import Hands


def block_at(hands: Hands, article: int = 0, block: int = 1) -> int:
    """The page's place of a paragraph in the middle."""
    text = hands.article(article).blocks[block].text
    return text.to_raw(len(text) // 2)[0]


def test_a_letter_typed_becomes_a_correction_and_no_more(at_sample: Hands) -> None:
    hands = at_sample
    before, at = hands.reading, block_at(hands)
    hands.click_proof(at)
    hands.type("x")
    session = hands.window.room.session
    assert [(p.span, p.text) for p in session.page.decisions.patches] == [(Span(at, at), "x")]
    assert hands.reading.joints == before.joints and hands.reading.roles == before.roles
    assert "x" + hands.text[at] in "".join(hands.shown_lines())
    hands.press("Backspace")
    assert session.page.decisions.patches == () and hands.reading == before


def test_typing_that_goes_on_is_one_step(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.type("abc")
    assert len(hands.window.room.session.history.steps) == 1
    hands.press("Left", "Right")
    hands.type("d")
    assert len(hands.window.room.session.history.steps) == 2
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert not hands.window.room.session.page.decisions


def test_nothing_is_decided_while_composing(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    hands.click_proof(at)
    lines = hands.shown_lines()
    for syllables in ("x", "xi", "xiao", "xiao'y"):
        hands.compose(syllables)
        assert hands.window.desk.proof.composing
        assert hands.shown_lines() == lines
        assert not hands.window.room.session.page.decisions
    hands.commit("校样")
    assert not hands.window.desk.proof.composing
    assert [p.text for p in hands.window.room.session.page.decisions.patches] == ["校样"]
    assert "校样" + hands.text[at] in "".join(hands.shown_lines())


def test_a_composition_that_is_given_up_leaves_nothing(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    lines = hands.shown_lines()
    hands.compose("jiao")
    hands.compose("")
    assert hands.shown_lines() == lines and not hands.window.room.session.history.steps


def test_a_reading_that_comes_while_composing_waits(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    proof, lines = hands.window.desk.proof, hands.shown_lines()
    hands.compose("jiao")
    start = hands.article(0).blocks[2].text.span.start
    hands.window.room.do(Join(start), "test")
    assert hands.shown_lines() == lines and proof.composing
    hands.commit("校")
    assert len(hands.shown_lines()) == len(lines) - 1
    assert hands.shown_lines() == [one.text for one in proof.proof.shown]


def test_a_composition_replaces_what_is_selected_over_paragraphs(at_sample: Hands) -> None:
    hands = at_sample
    first, second = (block.text for block in hands.article(0).blocks[1:3])
    hands.click_proof(first.to_raw(3)[0])
    proof = hands.window.desk.proof
    cursor = proof.textCursor()
    end = proof.proof.find(second.to_raw(3)[0])
    cursor.setPosition(proof.proof.position(end), QTextCursor.MoveMode.KeepAnchor)
    proof.setTextCursor(cursor)
    hands.compose("jiao")
    hands.commit("校")
    joined = first.text[:3] + "校" + second.text[3:]
    assert [b.text.text for b in hands.article(0).blocks][1] == joined
    assert hands.shown_lines() == [one.text for one in proof.proof.shown]


def test_the_same_letter_beside_itself_goes_where_it_was_typed(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    hands.click_proof(at)
    hands.type("aa")
    hands.press("Left")
    hands.press("Backspace")
    assert [p.text for p in hands.window.room.session.page.decisions.patches] == ["a"]
    proof = hands.window.desk.proof
    assert proof.proof.raw(proof.proof.point(proof.textCursor().position()))[0] == at


def test_paste_is_plain_and_lines_become_paragraphs(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    count = len(hands.article(0).blocks)
    data = QMimeData()
    data.setHtml("<b>不要</b>")
    data.setText("甲乙\r\n丙丁")
    QGuiApplication.clipboard().setMimeData(data)
    hands.click_proof(at)
    hands.press("Ctrl+V")
    blocks = [block.text.text for block in hands.article(0).blocks]
    assert len(blocks) == count + 1
    assert blocks[1].endswith("甲乙") and blocks[2].startswith("丙丁")
    hands.press("Ctrl+Z")
    assert len(hands.article(0).blocks) == count


def test_copying_gives_the_true_text(at_sample: Hands) -> None:
    hands = at_sample
    at = block_at(hands)
    hands.click_proof(at)
    hands.commit("a\u00a0b")
    assert "a\u00a0b" not in "".join(hands.shown_lines())  # a stand-in is shown
    hands.press("Shift+Left", "Shift+Left", "Shift+Left", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "a\u00a0b"
    hands.press("Ctrl+X")
    assert not hands.window.room.session.page.decisions.patches


def test_an_article_is_copied_as_clean_text(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.press("Ctrl+Shift+C")
    text = QGuiApplication.clipboard().text()
    assert text.startswith(hands.article(0).headline[0].text + "\n")
    assert "\u3000\u3000" + hands.article(0).blocks[1].text.text + "\n" in text


def test_the_headline_field_keeps_every_letter(at_sample: Hands) -> None:
    hands = at_sample
    number = next(i for i, a in enumerate(hands.reading.articles) if not a.headline)
    hands.click_proof(hands.article(number).blocks[0].text.span.start)
    hands.press("F2")
    for letter in "Goal":
        hands.type(letter)
        hands.bot.wait(1)
    assert hands.article(number).title == "Goal"
    hands.press("Backspace", "Backspace", "Backspace", "Backspace")
    assert hands.article(number).title == ""
    hands.type("Win")
    assert hands.article(number).title == "Win"
    hands.press("Return")
    assert hands.article(number).title == "Win"  # Enter leaves the field, it makes no paragraph
    assert not hands.window.desk.proof.in_field()


def test_delete_at_a_paragraphs_end_joins_the_next(at_sample: Hands) -> None:
    hands = at_sample
    blocks = hands.article(0).blocks
    hands.click_proof(blocks[1].text.span.start)
    hands.window.desk.proof.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    hands.press("Delete")
    joined = [block.text.text for block in hands.article(0).blocks][1]
    assert joined == blocks[1].text.text + blocks[2].text.text


def test_caret_and_selection_are_in_step_from_the_proof(at_sample: Hands) -> None:
    hands = at_sample
    raw = hands.window.desk.raw
    at = block_at(hands)
    hands.click_proof(at)
    assert raw.place().span == Span(at, at)
    hands.press("Shift+Right", "Shift+Right")
    assert raw.selected_text().replace("\n", "") == hands.text[at:].replace("\n", "")[:2]


def test_caret_and_selection_are_in_step_from_the_raw_text(at_sample: Hands) -> None:
    hands = at_sample
    proof = hands.window.desk.proof
    at = block_at(hands)
    line = hands.text.rfind("\n", 0, at) + 1
    hands.click_raw(line)
    assert proof.place().span.start == line
    hands.press("Shift+Right", "Shift+Right", "Shift+Right")
    assert proof.selected_text() == hands.text[line : line + 3]
    assert hands.window.room.pane is hands.window.desk.raw


def test_the_follower_never_answers(at_sample: Hands) -> None:
    hands = at_sample
    told: list[object] = []
    hands.window.desk.raw.placed.connect(told.append)
    hands.window.desk.raw.scrolled.connect(lambda *a: told.append(a))
    hands.click_proof(block_at(hands, 3))
    hands.press("Right", "Down", "PgDown", "Ctrl+End", "Ctrl+Home")
    bar = hands.window.desk.proof.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert told == []


def test_scrolling_the_raw_text_brings_the_proof_along(at_sample: Hands) -> None:
    hands = at_sample
    raw, proof = hands.window.desk.raw, hands.window.desk.proof
    bar = raw.verticalScrollBar()
    seen: list[tuple[int, int]] = []
    raw.scrolled.connect(lambda at, y: seen.append((at, y)))
    bar.setValue(bar.maximum() // 2)
    at, y = seen[-1]
    point = proof.proof.find(at)
    cursor = QTextCursor(proof.document())
    cursor.setPosition(proof.proof.position(point))
    assert abs(proof.cursorRect(cursor).top() - y) <= 2


def test_enter_in_the_raw_text_makes_a_paragraph(at_sample: Hands) -> None:
    hands = at_sample
    text = hands.article(0).blocks[1].text
    line = text.pieces[2].span.start if len(text.pieces) > 2 else text.to_raw(25)[0]
    hands.click_raw(line)
    count = len(hands.article(0).blocks)
    hands.press("Return")
    assert len(hands.article(0).blocks) == count + 1
    hands.press("Backspace")
    assert len(hands.article(0).blocks) == count
    hands.press("Right", "Backspace")  # inside a line: the raw text cannot be changed
    assert len(hands.article(0).blocks) == count


def test_a_paragraph_is_split_and_joined_inside_typed_text(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(block_at(hands))
    hands.type("abcd")
    lines = hands.shown_lines()
    for _ in range(3):
        hands.press("Return")
        assert len(hands.shown_lines()) == len(lines) + 1
        assert hands.window.desk.proof.textCursor().atBlockStart()
        hands.press("Backspace")
        assert hands.shown_lines() == lines
    hands.press("Left", "Left", "Return")
    assert len(hands.shown_lines()) == len(lines) + 1
    hands.press("Backspace")
    assert hands.shown_lines() == lines


def test_marking_in_the_proof_takes_the_block(at_sample: Hands) -> None:
    hands = at_sample
    span = hands.article(1).blocks[1].text.span
    hands.click_proof(span.start)
    hands.press("Ctrl+6")
    assert hands.reading.role_at(span.start)[1].value is Role.CROSSHEAD
    hands.press("Ctrl+0")
    assert hands.reading.role_at(span.start)[1].value is Role.BODY
    assert hands.window.focusWidget() is hands.window.desk.proof


def test_typing_costs_little(at_sample: Hands) -> None:
    """Far below what a person notices, even on a machine that is busy with other things."""
    hands = at_sample
    hands.click_proof(block_at(hands))
    times = []
    for letter in "abcdefghij":
        start = time.perf_counter()
        hands.type(letter)
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.25


def test_enter_at_the_end_of_a_paragraph_says_how_to_add_one(at_sample: Hands) -> None:
    hands = at_sample
    block = hands.article(0).blocks[0].text
    count = len(hands.article(0).blocks)
    hands.click_proof(block.to_raw(len(block) - 1)[0])
    hands.press("Right", "Return")
    assert not hands.window.room.session.page.decisions and hands.window.room.message.text
    hands.commit("新添的一段。")
    hands.press(*["Left"] * 6, "Return")
    texts = [one.text.text for one in hands.article(0).blocks]
    assert texts[1] == "新添的一段。" and len(texts) == count + 1
