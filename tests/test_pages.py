"""The project's own pages: the same for the same seed, and their gold true to the character."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.pages import __main__ as command
from benchmarks.pages.page import MadePage, make_page
from benchmarks.pages.styles import STYLES
from benchmarks.pages.words import HALVES, half_of
from benchmarks.scoring import bare, score


def page(style: str, half: str = "judge", number: int = 0) -> MadePage:
    return make_page(style, half, 7, number)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_gold_is_a_perfect_reading_of_its_page(style: str) -> None:
    for half in HALVES:
        made = page(style, half)
        counts = score(made.text, made.gold, made.gold).counts
        assert counts["perfect"] == 1
        assert counts["lost"] == counts["invented"] == 0
        assert all(article["paragraphs"] for article in made.gold["articles"])


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert command.main([str(tmp_path / name), "--seed", "3", "--pages", "1"]) == 0
    first = sorted(path for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(first) == 2 * len(STYLES)
    for path in first:
        twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == twin.read_bytes()
    assert page("plain-house", number=1).text != page("plain-house", number=2).text


def test_undamaged_paragraphs_stand_on_the_page_as_one_run() -> None:
    for number in range(4):
        made = page("plain-none", number=number)
        for article in made.gold["articles"]:
            for paragraph in article["paragraphs"]:
                assert bare(paragraph) in bare(made.text)


def test_the_halves_share_no_phrase_and_no_name() -> None:
    one, two = (half_of(name) for name in HALVES)
    assert not set(one.topics) & set(two.topics)
    for key in ("surnames", "given", "village", "countries", "place_first", "place_rest"):
        assert not set(one.names[key]) & set(two.names[key]), key

    def worded(phrases: tuple[str, ...]) -> set[str]:
        """Those with words of their own, not only slots and marks."""
        return {p for p in phrases if any(c.isalpha() for c in re.sub(r"\{\w+\}", "", p))}

    for key, phrases in one.general.items():
        assert not worded(phrases) & worded(two.general[key]), key


def test_articles_of_a_page_have_topics_of_their_own() -> None:
    bodies = [
        bare("".join(article["paragraphs"])) for article in page("plain-none").gold["articles"]
    ]
    assert len(set(bodies)) == len(bodies) > 1


def test_an_unknown_style_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert command.main([str(tmp_path), "--styles", "plain-nothing"]) == 1
    assert "plain-nothing" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_written_gold_is_json_with_the_fields_of_the_schema(tmp_path: Path) -> None:
    assert command.main([str(tmp_path), "--pages", "1", "--styles", "inside-photos"]) == 0
    (path,) = tmp_path.rglob("*.json")
    gold = json.loads(path.read_text("utf-8"))
    assert set(gold) == {"articles", "furniture"}
    fields = {"kicker", "headline", "subhead", "byline", "dateline", "paragraphs"}
    assert all(set(article) == fields for article in gold["articles"])
    assert gold["furniture"]
