"""Code points and Qt's units; what an input did to a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui import qt_text

TEXTS = st.text(
    st.one_of(
        st.sampled_from("中文，。“”aA1 \t\u00a0\u2028\u2029\ufdd0\ufffc\ufeff\u200b𠮷😀\f\x00"),
        st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"),
    ),
    max_size=30,
)


@given(TEXTS)
def test_what_is_shown_is_what_qt_keeps(text: str) -> None:
    shown = qt_text.shown(text)
    assert len(shown) == len(text)
    document = QTextDocument()
    QTextCursor(document).insertText(shown)
    assert document.blockCount() == 1
    assert document.firstBlock().text() == shown


@given(TEXTS, st.data())
def test_places_lead_there_and_back(text: str, data: st.DataObject) -> None:
    out_at = data.draw(st.integers(0, len(text)))
    qt_at = qt_text.to_qt(text, out_at)
    assert qt_at == len(text[:out_at].encode("utf-16-le")) // 2
    assert qt_text.to_out(text, qt_at) == out_at


def test_the_inside_of_a_pair_is_before_it() -> None:
    assert qt_text.to_out("a𠮷b", 2) == 1


@given(TEXTS, TEXTS, st.data())
def test_a_change_makes_the_one_text_the_other(old: str, new: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(new)))
    start, end, put = qt_text.change(old, new, caret)
    assert 0 <= start <= end <= len(old)
    assert old[:start] + put + old[end:] == new


@given(TEXTS, TEXTS.filter(bool), st.data())
def test_typing_is_found_where_it_was_typed(old: str, put: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(old)))
    new = old[:at] + put + old[at:]
    assert qt_text.change(old, new, at + len(put)) == (at, at, put)


@given(TEXTS.filter(bool), st.data())
def test_deleting_is_found_where_the_caret_stands(old: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(old) - 1))
    assert qt_text.change(old, old[:at] + old[at + 1 :], at) == (at, at + 1, "")
