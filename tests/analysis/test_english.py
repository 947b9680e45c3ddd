"""The English model: its shapes against their examples, and whole pages of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor.analysis import read
from editor.analysis.english import fitted, weights
from editor.analysis.english.datelines import dateline
from editor.analysis.english.furniture import caption_shape, furniture_shape
from editor.analysis.english.names import own_line
from editor.analysis.english.sense import opening
from editor.analysis.english.sentences import abbreviated, inner_stops, stops
from editor.analysis.english.words import drops_hyphen
from editor.analysis.joining import running
from editor.analysis.reasons import CODES
from editor.model.conservation import violations
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Joint

CASES: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[1] / "cases" / "analysis_english.json").read_text("utf-8")
)


def each(name: str, *kinds: str) -> Any:
    found = CASES[name]
    listed = found if isinstance(found, list) else [c for k in kinds for c in found.get(k, [])]
    return pytest.mark.parametrize("case", listed)


@each("datelines", "positive")
def test_datelines_hold_place_date_agency_and_dash(case: dict[str, str]) -> None:
    found = dateline(case["text"])
    assert found is not None
    assert case["text"][: found.end] == case["dateline"]


@each("datelines", "negative", "known_failure")
def test_other_beginnings_are_no_dateline(case: dict[str, str]) -> None:
    assert dateline(case["text"]) is None


@each("bylines", "positive", "negative", "known_failure")
def test_byline_lines_have_a_form(case: dict[str, str]) -> None:
    assert own_line(case["line"])[0] == case.get("form", "")


@each("lines", "positive", "negative", "known_failure")
def test_furniture_and_captions_by_shape(case: dict[str, str]) -> None:
    assert furniture_shape(case["line"]) == case.get("kind", "")
    assert caption_shape(case["line"]) == case.get("caption", "")


@each("ends")
def test_where_sentences_end(case: dict[str, Any]) -> None:
    assert stops(case["text"]) is case["stops"]
    assert abbreviated(case["text"]) is case["abbreviated"]


@each("inner")
def test_where_sentences_end_inside_a_line(case: dict[str, Any]) -> None:
    assert [case["text"][:end] for end in inner_stops(case["text"])] == case["stops"]


@each("openings", "positive", "negative", "known_failure")
def test_what_a_sentence_leans_on_or_brings_in(case: dict[str, str]) -> None:
    assert opening(case["text"]) == case["kind"]


@each("joins")
def test_lines_are_joined_as_they_were_cut(case: dict[str, Any]) -> None:
    page = f"{case['left']}\n{case['right']}\n"
    assert running(case["left"], case["right"], page, latin=True).value == case["joint"]


@each("hyphens", "positive", "known_failure")
def test_hyphens_that_only_cut_a_word_are_dropped(case: dict[str, Any]) -> None:
    page = f"{case['left']}\n{case['right']}\n{case.get('page', '')}\n"
    assert drops_hyphen(case["left"], case["right"], page) is case["drops"]


def test_weights_are_fitted_for_every_observation() -> None:
    assert tuple(fitted.EMISSION) == tuple(weights.EMISSION)


def test_every_observation_has_words() -> None:
    assert all(name in CODES for name in weights.EMISSION if name != "prior")


def reading(page: str) -> Reading:
    source = Source(page)
    found = read(source, Decisions(), Style())
    assert not violations(source, Decisions(), found)
    return found


FERRY = """FERRY RETURNS TO
PORT ELDER AFTER
TEN YEARS
By ANNA HILL
PORT ELDER, March 3 - A
ferry will cross the Wexen
again from May, the harbour
board said on Monday, ten
years after the last boat
was sold.
The board has leased two
boats, each with room for
forty cars, and will run
them every hour until late
in the evening.
"People here have waited a
long time," board chairman
Peter Dell said.
"""


MARKET = """Town market moves
under a new roof
The Saturday market will
open under a glass roof next
month, the town council said
in a statement.
Traders had asked for cover
since the floods of spring,
when three markets were lost
to the rain.
By Peter Dell
"""


def test_a_wire_story_is_an_article_with_its_fields() -> None:
    (article,) = reading(FERRY).articles
    assert [t.text for t in article.headline] == [
        "FERRY RETURNS TO",
        "PORT ELDER AFTER",
        "TEN YEARS",
    ]
    assert [n.text.text for n in article.byline] == ["By ANNA HILL"]
    assert article.dateline is not None and article.dateline.text == "PORT ELDER, March 3 -"
    assert [b.text.text[:12] for b in article.blocks] == [
        "A ferry will",
        "The board ha",
        '"People here',
    ]


def test_running_on_instead_of_a_paragraph_keeps_words_apart() -> None:
    """What a doubt offers in a paragraph's place is a space, as joining by hand makes it."""
    full = FERRY.replace("was sold.\n", "was sold by the harbour.\n")
    offered = [
        verdict.alternatives[0].value
        for _, verdict in reading(full).joints
        if verdict.value is Joint.PARAGRAPH and verdict.rule == "joint-paragraph"
    ]
    assert Joint.SPACE in offered and Joint.GLUE not in offered


def test_two_short_stories_are_two_articles() -> None:
    first, second = reading(FERRY + MARKET).articles
    assert [n.text.text for n in second.byline] == ["By Peter Dell"]
    assert [t.text for t in second.headline] == ["Town market moves", "under a new roof"]
    assert len(first.blocks) == 3 and len(second.blocks) == 2


def test_paragraphs_that_are_a_line_each_stay_apart() -> None:
    page = (
        "Town market moves under a new roof\nBy Anna Hill\n"
        "The Saturday market will open under a glass roof next month, the town council said in a "
        "statement. Traders had asked for cover since the floods of spring.\n"
        '"It is about time," she said.\n'
        "The roof cost 2.4 million dollars and was paid for by the council and the county. The old "
        "one will be taken down in June.\n"
        "The old market square will become a park.\n"
    )
    (article,) = reading(page).articles
    assert [b.text.text for b in article.blocks] == page.splitlines()[2:]
    assert [n.text.text for n in article.byline] == ["By Anna Hill"]


def test_a_jump_inside_a_paragraph_is_furniture_and_the_text_goes_on() -> None:
    cut = FERRY.replace(
        "boats, each with room for\n",
        "boats, each with room for\nContinued on Page 14\nA14 Nation\nSunday, March 6, 2022\n",
    )
    found = reading(cut)
    (article,) = found.articles
    assert len(article.blocks) == 3
    assert "room for forty cars" in article.blocks[1].text.text
    assert [b.text.text for b in found.furniture] == [
        "Continued on Page 14",
        "A14 Nation",
        "Sunday, March 6, 2022",
    ]


def test_a_hyphen_that_cut_a_word_is_dropped_and_accounted_for() -> None:
    cut = FERRY.replace(
        "again from May, the harbour\nboard", "again from May, the har-\nbour board"
    )
    found = reading(cut)
    assert "the harbour board said" in found.articles[0].blocks[0].text.text
    assert [d.why for d in found.dropped] == ["hyphen"]


def test_a_chinese_page_loads_nothing_english() -> None:
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from editor.analysis import read\n"
        "from editor.model.decisions import Decisions\n"
        "from editor.model.project import Style\n"
        "from editor.model.source import Source\n"
        "read(Source('江边新开了一座图书馆。\\n孩子们都来看书。\\n'), Decisions(), Style())\n"
        "assert not [m for m in sys.modules if m.startswith('editor.analysis.english')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
