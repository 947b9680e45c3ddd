"""Text out of its place: proposed where it is, not where it is not, never moved by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.disorder import judged, own_pages, proposed
from benchmarks.pages.disorder import KINDS, disordered
from benchmarks.pages.page import make_page
from benchmarks.pages.styles import STYLES
from benchmarks.scoring import bare, score
from editor import analysis
from editor.analysis.reasons import CODES
from editor.editing.answers import AnswerDoubt
from editor.editing.gestures import SetRole
from editor.editing.session import Session
from editor.model.conservation import violations
from editor.model.decisions import Decisions
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role
from tests.gold import sample

CASES = json.loads(
    (Path(__file__).resolve().parents[1] / "cases" / "analysis_disorder.json").read_text("utf-8")
)


def read(text: str) -> Reading:
    return analysis.read(Source(text), Decisions(), Style())


def with_column_elsewhere(case: dict[str, Any]) -> tuple[str, str]:
    """The sample page with a column elsewhere, and the printed line that was before it."""
    lines = [line for line in sample().raw.split("\n") if line.strip()]

    def at(begins: str) -> int:
        (found,) = (n for n, line in enumerate(lines) if line.strip().startswith(begins))
        return found

    first = at(case["take"])
    (last,) = (n for n, line in enumerate(lines) if line.strip().endswith(case["until"]))
    column, before = lines[first : last + 1], lines[first - 1].strip()
    rest = lines[:first] + lines[last + 1 :]
    beside = case.get("before") or case["behind"]
    place = next(n for n, line in enumerate(rest) if line.strip().startswith(beside))
    place += "behind" in case
    return "\n".join([*rest[:place], *column, *rest[place:]]), before


@pytest.mark.parametrize("case", CASES["positive"])
def test_a_column_out_of_its_place_is_asked_about(case: dict[str, Any]) -> None:
    text, before = with_column_elsewhere(case)
    found = [
        target
        for _, target in proposed(read(text))
        if text[target.span.start :].startswith(case["take"])
    ]
    assert len(found) == 1
    assert text[: found[0].to].endswith(before[-6:])
    assert text[: found[0].span.end].endswith(case["until"])


@pytest.mark.xfail(strict=False, reason="the column fits in another place about as well")
@pytest.mark.parametrize("case", CASES["known_failure"])
def test_a_column_that_is_not_found(case: dict[str, Any]) -> None:
    test_a_column_out_of_its_place_is_asked_about(case)


@pytest.mark.parametrize("case", CASES["negative"])
def test_whole_articles_in_another_order_are_in_order(case: dict[str, Any]) -> None:
    text, _ = with_column_elsewhere(case)
    assert proposed(read(text)) == []


def test_pages_in_order_are_left_alone() -> None:
    texts = [make_page(style, "judge", 5, 0).text for style in sorted(STYLES)]
    asked = sum(len(proposed(read(text))) for text in [*texts, sample().raw])
    assert asked <= len(texts) // 20


def test_columns_are_found_and_put_right() -> None:
    counts = [judged(made, misplaced) for made, misplaced in own_pages("judge", 11, 1)]
    found, right = (sum(count[name] for count in counts) for name in ("found", "right"))
    assert found >= 10 and right >= 6


@pytest.fixture(scope="module")
def page() -> tuple[str, str]:
    return with_column_elsewhere(CASES["positive"][0])


def session_of(text: str) -> Session:
    return Session(Project((Page("p", Source(text)),)), who="test")


def test_what_is_taken_reads_as_printed_and_undo_gives_it_back(page: tuple[str, str]) -> None:
    text, _ = page
    session = session_of(text)
    before = session.reading
    ((doubt, target),) = proposed(before)
    assert [reason.code in CODES for reason in doubt.verdict.why] == [True] * len(doubt.verdict.why)
    assert doubt.span.end - doubt.span.start <= 40
    assert session.do(AnswerDoubt(doubt, 1))
    after, decisions = session.reading, session.page.decisions
    assert violations(session.page.source, decisions, after) == []
    assert proposed(after) == []
    broken = after.article_of(target.to - 1)
    assert broken is not None and broken is after.article_of(target.span.start)
    shown = next(
        b.text for b in broken.blocks if any(target.to - 1 in p.span for p in b.text.pieces)
    )
    gold = {bare(p) for article in sample().gold["articles"] for p in article["paragraphs"]}
    assert bare(shown.text) in gold
    assert after.joint_at[target.span.start].value is Joint.GLUE
    session.undo()
    assert session.page.decisions == Decisions() and session.reading == before
    session.redo()
    assert session.page.decisions == decisions and session.reading == after


def test_as_the_page_has_it_asks_no_more(page: tuple[str, str]) -> None:
    text, _ = page
    session = session_of(text)
    before = session.reading
    ((doubt, target),) = proposed(before)
    assert session.do(AnswerDoubt(doubt, 0))
    assert proposed(session.reading) == [] and not session.page.decisions.moves
    assert [a.spans for a in session.reading.articles] == [a.spans for a in before.articles]
    places = [d.span.start for d in session.reading.doubts]
    assert len(places) == len(set(places))
    assert target.span.start not in [d.span.start for d in before.doubts if d is not doubt]


def test_who_works_on_the_text_himself_is_not_asked(page: tuple[str, str]) -> None:
    text, _ = page
    session = session_of(text)
    ((_, target),) = proposed(session.reading)
    assert session.do(SetRole((target.span,), Role.FURNITURE))
    assert proposed(session.reading) == []


def test_a_page_out_of_order_has_the_gold_of_the_page_in_order() -> None:
    kinds = set()
    for style in ("plain-house", "plain-before", "sign-odd", "kind-items", "head-after"):
        made, misplaced = disordered(style, "judge", 3, 0)
        in_order = make_page(style, "judge", 3, 0)
        assert made.gold == in_order.gold
        assert sorted(made.text.split("\n")) == sorted(in_order.text.split("\n"))
        assert misplaced is not None and made.text != in_order.text
        kinds.add(misplaced.kind)
        assert made.text[misplaced.to - 1 : misplaced.to].strip()
        assert made.text[misplaced.start].strip() and made.text[misplaced.end - 1].strip()
        assert score(made.text, made.gold, made.gold).counts["lost"] == 0
    assert kinds <= set(KINDS)
