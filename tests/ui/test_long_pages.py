"""Long pages come into sight piece by piece; nobody notices but by the time it takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextDocument

from benchmarks.desk import long_page
from editor.editing.replacing import ReplaceAll
from editor.editing.search import Query, corrected_texts, search
from editor.model.places import Span
from editor.ui.proof.blocks import Sheets
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.marks import sheet_rects
from tests.ui.hands import Hands


def open_long(hands: Hands, folder: Path) -> None:
    path = folder / "long.txt"
    path.write_text(long_page(4), "utf-8", newline="\n")
    hands.open(path)


def test_a_long_page_comes_piece_by_piece_and_whole_in_the_end(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    whole = [one.text for one in Sheets().of(hands.reading)]
    assert 0 < len(proof.proof.shown) < len(whole)
    assert hands.shown_lines() == whole[: len(proof.proof.shown)]
    hands.bot.waitUntil(lambda: len(proof.proof.shown) == len(whole), timeout=20_000)
    assert hands.shown_lines() == whole


def test_a_decision_while_a_long_page_comes_is_shown_like_any_other(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.press("Right", "Right", "Return")
    hands.bot.waitUntil(lambda: not proof._rest, timeout=20_000)
    assert hands.shown_lines() == [one.text for one in Sheets().of(hands.reading)]


def test_what_did_not_come_yet_comes_for_whoever_goes_there(hands: Hands, tmp_path: Path) -> None:
    open_long(hands, tmp_path)
    last = hands.reading.articles[-1].blocks[-1].text.span
    hands.window.room.go_to(Span(last.start, last.start))
    proof = hands.window.desk.proof
    assert proof.place().span.start == last.start
    assert hands.shown_lines() == [one.text for one in Sheets().of(hands.reading)]


def test_what_is_in_doubt_is_marked_wherever_one_looks(hands: Hands, tmp_path: Path) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    proof.finish()
    every = range(len(proof.proof.shown))
    spans = [d.span for d in hands.reading.doubts if list(proof.proof.stretches([d.span], every))]
    for span in (spans[-1], spans[0], spans[len(spans) // 2]):
        hands.window.room.go_to(Span(span.start, span.start))

        def marked() -> bool:
            sight = proof.viewport().rect()
            rects = [proof.cursorRect(one.cursor) for one in proof.extraSelections()]
            return any(sight.intersects(rect) for rect in rects)

        hands.bot.waitUntil(marked)


def test_larger_text_comes_piece_by_piece_and_nobody_loses_the_place(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    middle = hands.reading.articles[len(hands.reading.articles) // 2].blocks[-1].text.span.start
    hands.click_proof(middle)
    before = proof.cursorRect().top()
    hands.press("Ctrl+=", "Ctrl+=", "Ctrl+=")
    hands.bot.waitUntil(lambda: not proof._stale, timeout=20_000)
    assert abs(proof.cursorRect().top() - before) < proof.viewport().height() // 3
    sizes = {block.charFormat().font().pixelSize() for block in proof.proof.blocks()}
    again = ProofDocument(QTextDocument(), proof.proof.look)
    again.show(proof.proof.shown)
    assert sizes == {block.charFormat().font().pixelSize() for block in again.blocks()}
    assert proof.place().span.start == middle


def replace_much(hands: Hands, put: str) -> None:
    """Replace a mark that stands in all paragraphs of the page."""
    page = hands.window.room.session.page
    found = search(corrected_texts(page, hands.reading), Query("，"), put)
    assert hands.window.room.do(ReplaceAll(found.hits))


def test_much_that_is_replaced_is_seen_at_once_and_the_rest_follows(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    hands.bot.waitUntil(lambda: not proof._rest, timeout=20_000)
    middle = hands.reading.articles[len(hands.reading.articles) // 2].blocks[-1].text.span.start
    hands.click_proof(middle)
    before = proof.cursorRect().top()
    replace_much(hands, "，！，")
    seen = proof.proof.in_sight(
        proof.verticalScrollBar().value(),
        proof.verticalScrollBar().value() + proof.viewport().height(),
    )
    lines = hands.shown_lines()
    assert proof._stale and all(lines[i] == proof.proof.shown[i].text for i in seen)
    hands.bot.waitUntil(lambda: not proof._stale, timeout=20_000)
    assert hands.shown_lines() == [one.text for one in Sheets().of(hands.reading)]
    assert abs(proof.cursorRect().top() - before) < proof.viewport().height() // 3
    assert proof.place().span.start == middle


def test_a_letter_typed_before_the_rest_followed_stands_where_it_was_typed(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    hands.bot.waitUntil(lambda: not proof._rest, timeout=20_000)
    replace_much(hands, "")
    assert proof._stale
    last = hands.reading.articles[-1].blocks[-1].text
    hands.window.room.go_to(Span(last.span.start, last.span.start))
    proof.setFocus()
    hands.press("x")
    now = hands.reading.articles[-1].blocks[-1].text.text
    assert now == "x" + last.text
    hands.bot.waitUntil(lambda: not proof._stale, timeout=20_000)
    assert hands.shown_lines() == [one.text for one in Sheets().of(hands.reading)]


def test_an_article_that_has_not_come_whole_stands_on_its_sheet(
    hands: Hands, tmp_path: Path
) -> None:
    open_long(hands, tmp_path)
    proof = hands.window.desk.proof
    proof.finish()
    whole = proof.proof.shown
    for count in range(1, 12):
        proof.proof.show(whole[:count])
        hands.window.repaint()
        sheets = list(sheet_rects(proof.proof, range(count)))
        assert sheets[-1][0] == whole[count - 1].number and sheets[-1][1].height() > 0
