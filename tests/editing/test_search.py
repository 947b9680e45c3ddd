"""What is found where, and what replacing it does to the page."""

from __future__ import annotations

import pytest

from editor import analysis
from editor.editing.replacing import ReplaceAll
from editor.editing.search import (
    PatternError,
    Query,
    Searched,
    corrected_texts,
    in_blocks,
    raw_texts,
    search,
)
from editor.editing.session import Session
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.project import Page, Project, Style
from editor.model.source import Source
from editor.model.traced import Piece, TracedText
from tests.gold import sample


def text(words: str) -> list[Searched]:
    return [Searched("p", TracedText((Piece(words, Span(0, len(words))),)), number=0)]


def hits(words: str, query: Query, put: str = "") -> list[tuple[str, str]]:
    found = search(text(words), query, put)
    return [(words[hit.start : hit.end], hit.put) for hit in found.hits]


def session() -> Session:
    return Session(Project((Page("p1", Source(sample().raw)),)), who="test")


@pytest.mark.parametrize(
    ("words", "query", "wanted"),
    [
        ("GPU gpu", Query("gpu"), ["GPU", "gpu"]),
        ("GPU gpu", Query("gpu", case=True), ["gpu"]),
        ("cat concat cat,", Query("cat", word=True), ["cat", "cat"]),
        ("用GPU算，GPUs不算", Query("GPU", word=True), ["GPU"]),
        ("今天天气", Query("天", word=True), ["天", "天"]),
        ("a.b axb", Query("a.b"), ["a.b"]),
        ("a.b axb", Query("a.b", pattern=True), ["a.b", "axb"]),
        ("2024年5月", Query(r"\d+(?=年)", pattern=True), ["2024"]),
        ("abc", Query("x*", pattern=True), []),
        ("abc", Query(""), []),
    ],
)
def test_what_is_found(words: str, query: Query, wanted: list[str]) -> None:
    assert [hit for hit, _ in hits(words, query)] == wanted


def test_groups_stand_in_the_replacement_of_a_pattern_only() -> None:
    pattern = Query(r"(\d+)月(\d+)日", pattern=True)
    assert hits("5月30日", pattern, r"\1.\2") == [("5月30日", "5.30")]
    assert hits("5月30日", Query("5月"), r"\1") == [("5月", r"\1")]


@pytest.mark.parametrize("wrong", ["(a", "a)", "[a", "*a", r"(a)\2", "[z-a]"])
def test_a_pattern_that_cannot_be_read_says_so(wrong: str) -> None:
    with pytest.raises(PatternError) as raised:
        search(text("a"), Query(wrong, pattern=True))
    assert raised.value.code and not raised.value.replacement


@pytest.mark.parametrize("wrong", [r"\2", "\\"])
def test_a_replacement_that_cannot_be_read_says_so(wrong: str) -> None:
    with pytest.raises(PatternError) as raised:
        search(text("a"), Query("(a)", pattern=True), wrong)
    assert raised.value.replacement


def test_a_pattern_that_runs_away_is_ended() -> None:
    found = search(text("a" * 20_000), Query("(a+)+b", pattern=True), limit=0.05)
    assert found.ran_out and not found.hits


def test_a_search_that_nobody_wants_any_more_ends() -> None:
    assert search(text("aaa"), Query("a"), stop=lambda: True).ran_out


def test_what_goes_over_a_printed_line_end_is_found_and_leads_to_both_lines() -> None:
    page = Page("p1", Source(sample().raw))
    reading = analysis.read(page.source, Decisions(), Style())
    over = next(
        (one, two)
        for article in reading.articles
        for block in article.blocks[1:]
        for one, two in zip(block.text.pieces, block.text.pieces[1:], strict=False)
        if one.span.end < two.span.start and one.text[-4:] + two.text[:4] not in page.source.text
    )
    one, two = over
    sought = one.text[-4:] + two.text[:4]
    found = search(corrected_texts(page, reading), Query(sought))
    (hit,) = found.hits
    assert hit.spans == (
        Span(one.span.end - 4, one.span.end),
        Span(two.span.start, two.span.start + 4),
    )
    assert not search(raw_texts(page), Query(sought)).hits


def test_replacing_is_one_step_and_what_the_page_prints_is_kept() -> None:
    at = session()
    before = [of.text.text for of in corrected_texts(at.page, at.reading)]
    hits = search(corrected_texts(at.page, at.reading), Query("的"), "之").hits
    assert len(hits) > 5
    assert at.do(ReplaceAll(hits))
    after = [of.text.text for of in corrected_texts(at.page, at.reading)]
    assert after == [words.replace("的", "之") for words in before]
    assert len(at.history.steps) == 1 and at.page.source.text == sample().raw
    at.undo()
    assert [of.text.text for of in corrected_texts(at.page, at.reading)] == before


def test_raw_hits_outside_the_articles_and_over_two_blocks_have_no_block() -> None:
    at = session()
    whole = search(raw_texts(at.page), Query(r"(?s).+", pattern=True)).hits
    assert in_blocks(whole, corrected_texts(at.page, at.reading)) == [None]
    some = search(raw_texts(at.page), Query("的"), "之").hits
    placed = in_blocks(some, corrected_texts(at.page, at.reading))
    assert [hit.span for hit in placed if hit] == [
        hit.span for hit, there in zip(some, placed, strict=True) if there
    ]
    inside = {at for a in at.reading.articles for s in a.spans for at in range(*s)}
    assert all(there for hit, there in zip(some, placed, strict=True) if hit.start in inside)


def test_hits_of_another_page_change_nothing() -> None:
    at = session()
    other = Page("p2", Source(sample().raw))
    reading = analysis.read(other.source, Decisions(), Style())
    hits = search(corrected_texts(other, reading), Query("的"), "之").hits
    assert hits and not at.do(ReplaceAll(hits))
