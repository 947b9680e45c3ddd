"""The raw text in rows, and the caret that moves through them."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from editor.model.places import Span
from editor.model.source import Source
from editor.ui.raw.layout import LIMIT, RawLayout, Row, Rows
from tests.ui.hands import Hands

PAGES = st.text("甲乙，a 𠮷\n\n\n\t\f", max_size=60)


@given(PAGES, st.booleans())
def test_rows_show_every_printed_character_once(text: str, folded: bool) -> None:
    source = Source(text)
    layout = RawLayout.of(source, folded=folded)
    shown = [at for row in layout.rows for at in range(*row.span)]
    assert shown == sorted(set(shown))
    assert {at for at, mark in enumerate(text) if not mark.isspace()} <= set(shown)
    for row in layout.rows:
        assert source.line_starts[row.line - 1] <= row.span.start
        assert folded or "\n" not in text[row.span.start : row.span.end]


@given(PAGES, st.booleans(), st.lists(st.integers(0, 70), max_size=4))
def test_a_text_that_is_laid_out_in_pieces_has_the_rows_of_its_lines(
    text: str, folded: bool, reaches: list[int]
) -> None:
    wanted, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() or not folded:
            wanted.append(Row(number, Span(at, at + len(line))))
        at += len(line) + 1
    with patch("editor.ui.raw.layout.AT_ONCE", 0):
        rows = Rows(Source(text), folded=folded)
    for reach in sorted(reaches):
        rows.grow(reach)
        assert rows.whole or all(row in rows for row in wanted if row.span.start < reach)
    rows.grow(len(text) + 1)
    assert rows.whole and list(rows) == (wanted or [Row(1, Span(0, 0))])
    assert [length for length, _ in rows.longest] == sorted(
        (row.span.end - row.span.start for row in rows), reverse=True
    )[: len(rows.longest)]


def test_lines_of_a_megabyte_are_broken_for_display() -> None:
    source = Source("字" * 1_000_000 + "\n尾")
    rows = Rows(source, folded=True)
    assert rows[rows.index_at(999_999)] == Row(1, Span(998_000, 1_000_000), first=False)
    assert rows[-1] == Row(2, Span(1_000_001, 1_000_002)) and len(rows) == 501


@given(PAGES, st.data())
def test_a_place_is_clamped_into_the_row_that_shows_it(text: str, data: st.DataObject) -> None:
    layout = RawLayout.of(Source(text), folded=True)
    at = data.draw(st.integers(0, len(text)))
    row = layout.rows[layout.row_at(at)]
    assert row.span.start <= layout.clamp(at) <= row.span.end
    if at < len(text) and not text[at].isspace():
        assert layout.clamp(at) == at


def test_blank_lines_fold_and_keep_the_numbers() -> None:
    source = Source("甲\n\n乙\n \n丙")
    assert [row.line for row in RawLayout.of(source, folded=True).rows] == [1, 3, 5]
    assert [row.line for row in RawLayout.of(source, folded=False).rows] == [1, 2, 3, 4, 5]


def test_a_very_long_line_takes_several_rows() -> None:
    layout = RawLayout.of(Source("字" * (2 * LIMIT + 5)), folded=True)
    assert [row.first for row in layout.rows] == [True, False, False]
    assert [row.span.end - row.span.start for row in layout.rows] == [LIMIT, LIMIT, 5]
    assert layout.line_span(LIMIT + 1) == Span(0, 2 * LIMIT + 5)


def test_keys_move_the_caret_by_what_they_say(at_sample: Hands) -> None:
    hands = at_sample
    raw, text = hands.window.desk.raw, hands.text
    second = text.index("\n\n") + 2
    hands.click_raw(second)
    hands.press("Right")
    assert raw.place().span.start == second + 1
    hands.press("Up", "Down", "Home")
    assert raw.place().span.start == second
    hands.press("Left")  # to the end of the line before: the blank line between is folded
    assert raw.place().span.start == text.index("\n")
    hands.press("Ctrl+Home", "Shift+Ctrl+End")
    assert raw.selected_text().strip() == text.strip()
    hands.press("Ctrl+A", "Ctrl+C")
    hands.press("Ctrl+B")  # blank lines are shown, the selection stands
    assert raw.selected_text() == text


def test_nothing_can_be_typed_into_the_raw_text(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_raw(1)
    hands.type("abc")
    hands.commit("校")
    hands.press("Delete", "Ctrl+X", "Ctrl+V")
    assert not hands.window.room.session.history.steps
