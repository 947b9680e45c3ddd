"""English paragraphs by their length: what the page does decides where a full line may end one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.english.habits import page_habits
from editor.analysis.english.lengths import by_length
from editor.analysis.english.sense import names_of
from editor.analysis.habits import ByLength
from editor.analysis.lines import Line, cut
from editor.model.source import Source

WIDE, FACE = 15.0, "typewriter"  # thirty letters
FULL = "ferries sail past every island"
STOP = "ferries sail past each island."
LAST = "the boats came home."


def paragraph(lines: int, *, full: bool = False, opens: str = "The") -> list[str]:
    """So many lines of text; the last is `full` or clearly short."""
    first = f"{opens} ferries sail past there"
    return [first, *[FULL] * (lines - 2), STOP if full else LAST]


def lines_of(*paragraphs: list[str]) -> tuple[Line, ...]:
    text = "".join(f"{line}\n" for lines in paragraphs for line in lines)
    return cut(Source(text), face=FACE)


def doubtful(*paragraphs: list[str]) -> ByLength:
    """What lengths say of the only doubtful end, which the last but one paragraph has."""
    lines = lines_of(*paragraphs)
    (found,) = by_length(lines, WIDE, 0.0).values()
    return found


def test_a_full_stop_where_paragraphs_are_as_short_ends_one() -> None:
    short = [paragraph(4)] * 6
    assert doubtful(*short, paragraph(4, full=True), paragraph(4), *short).odds > 1.0


def test_a_full_stop_where_paragraphs_are_twice_as_long_ends_none() -> None:
    long = [paragraph(8)] * 6
    assert doubtful(*long, paragraph(4, full=True), paragraph(4), *long).odds < 0.0


def test_the_paragraphs_nearby_tell_more_than_those_far_away() -> None:
    short, long = [paragraph(4)] * 12, [paragraph(8)] * 12
    middle = [paragraph(4, full=True), paragraph(4)]
    near = doubtful(*long, *short, *middle, *short, *long)
    far = doubtful(*short, *long, *middle, *long, *short)
    assert near.odds > far.odds + 1.0


def test_more_sentences_a_paragraph_make_a_sentences_end_less_often_its_end() -> None:
    few = doubtful(*[paragraph(4)] * 6, paragraph(4, full=True), paragraph(4))
    several = ["The boats sail on. The rain is", "late. The ferries are late as", LAST]
    many = doubtful(*[several] * 6, paragraph(4, full=True), paragraph(4))
    assert many.habit < few.habit


def test_a_line_too_wide_for_a_first_line_is_in_no_doubt() -> None:
    lines = lines_of(paragraph(4), paragraph(4, full=True), paragraph(4), paragraph(4))
    assert by_length(lines, WIDE, 0.0)
    assert not by_length(lines, WIDE, 3.0)


@given(
    st.lists(
        st.tuples(st.integers(3, 9), st.booleans(), st.sampled_from(("The", "But", "He"))),
        min_size=1, max_size=90,
    )
)  # fmt: skip
def test_what_lengths_say_is_bounded_and_stands_where_a_sentence_ended(
    made: list[tuple[int, bool, str]],
) -> None:
    lines = lines_of(*(paragraph(size, full=full, opens=opens) for size, full, opens in made))
    ended = {b.span.start for a, b in pairwise(lines) if a.text == STOP}
    found = by_length(lines, WIDE, 0.0)
    assert set(found) <= ended
    assert all(-3.0 < told.odds < 3.0 and 0.0 < told.ends < 1.0 for told in found.values())


def test_words_are_cut_as_the_page_cuts_them() -> None:
    plain = page_habits(lines_of(*[paragraph(5)] * 3))
    assert not plain.cuts_small and not plain.cuts_capitals
    small = [["The ferries sail past the har-", "bour and home again without a", LAST]]
    some = page_habits(lines_of(*small * 4))
    assert some.cuts_small and not some.cuts_capitals
    capital = [["The ferries sail past in Feb-", "ruary and home again without a", LAST]]
    assert page_habits(lines_of(*small * 4, *capital * 2)).cuts_capitals


def test_crossheads_are_seen_by_their_room() -> None:
    page = [paragraph(4), ["Late boats"]] * 3 + [paragraph(4)]
    assert page_habits(lines_of(*page)).crossheads == 3
    assert page_habits(lines_of(*[paragraph(4)] * 6)).crossheads == 0


def test_names_are_the_words_that_always_have_a_capital() -> None:
    lines = lines_of(["The mayor, Anna Hill, said in", "Westhaven that boats and Hill"])
    assert names_of(lines) == {
        "Anna": 0, "Hill": 0, "Westhaven": lines[1].span.start
    }  # fmt: skip
    assert "Boats" not in names_of(lines_of(["the Boats came by, and boats", "left"]))
