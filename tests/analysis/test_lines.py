"""Lines: where they begin and end, blanks and page breaks between, cuts inside."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.lines import closed_up, cut
from editor.analysis.metrics import extent, first_unit
from editor.model.source import Source

TEXT = st.text(alphabet="春江，。 \n\u3000\fab1“”", max_size=60)


def test_blank_lines_indents_and_page_breaks_are_seen() -> None:
    lines = cut(Source("\u3000\u3000春到江边\n\n\n江水\n\f书香"))
    assert [line.text for line in lines] == ["春到江边", "江水", "书香"]
    assert [line.indent for line in lines] == [2.0, 0.0, 0.0]
    assert [line.blanks for line in lines] == [0, 2, 0]
    assert [line.feed for line in lines] == [False, False, True]


def test_a_cut_makes_two_lines_of_one() -> None:
    first, second = cut(Source("春到江边 书香满城"), [5])
    assert (first.text, second.text) == ("春到江边", "书香满城")
    assert (first.head, first.tail, second.head, second.tail) == (True, False, False, True)


@given(TEXT, st.sets(st.integers(0, 60), max_size=5))
def test_lines_hold_all_print_in_order(text: str, cuts: set[int]) -> None:
    lines = cut(Source(text), cuts)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    spans = [line.span for line in lines]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for at in cuts:
        if at < len(text) and not text[at].isspace():
            assert at in [span.start for span in spans]


@given(st.text(alphabet="春江，。 \n\u3000ab1“”…—）\U0001f600\U00020001", max_size=80))
def test_lines_measured_all_at_once_are_as_each_by_itself(text: str) -> None:
    for line in cut(Source(text)):
        shape, spaced = closed_up(line.text)
        shape = " ".join(shape.split())
        assert (line.shape, line.spaced) == (shape, spaced)
        assert line.extent == extent(shape)
        assert line.unit == first_unit(shape[:40])
