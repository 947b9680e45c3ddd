"""The quality floor: what the analysis reached once it keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks import accuracy
from benchmarks.pages.styles import FAMILIES


def corpus(folder: str) -> Path:
    root = os.environ.get("GALLEY_CORPUS")
    if not root:
        pytest.skip("GALLEY_CORPUS is not set")
    return Path(root) / folder


def held(pages: list[accuracy.Scored], name: str) -> None:
    assert pages
    assert accuracy.below(accuracy.total(pages).figures(), accuracy.floor()[name]) == []


def test_the_sample_is_read_as_its_gold() -> None:
    held(accuracy.scored(accuracy.SAMPLE, "sample"), "sample")


@pytest.fixture(scope="module")
def own_pages() -> list[accuracy.Scored]:
    """The project's own pages, of the half that no weights are fitted on, read once."""
    return accuracy.own_pages()


@pytest.mark.parametrize("family", ["own", *(f"own-{name}" for name in FAMILIES)])
def test_own_pages_are_read_as_well_as_before(
    own_pages: list[accuracy.Scored], family: str
) -> None:
    name = family.removeprefix("own").removeprefix("-")
    held([page for page in own_pages if page.group.startswith(name)], family)


def test_the_page_of_accuracy_tells_how_own_pages_are_read(
    own_pages: list[accuracy.Scored],
) -> None:
    """Run `python -m benchmarks.accuracy_page` where this fails: the analysis reads otherwise."""
    from benchmarks.accuracy_page import PAGES, families, markdown

    assert markdown(families(own_pages)) in PAGES[0].read_text("utf-8")


def test_the_seed_is_read_as_its_gold() -> None:
    pages = accuracy.scored(corpus("seed"), "seed")
    held(pages, "seed")
    assert sum(page.tally.counts["doubts"] for page in pages) <= 12


def test_other_chinese_pages_are_read_as_well_as_before() -> None:
    pages = [p for p in accuracy.scored(corpus("dev")) if not accuracy.is_english(p)]
    held(pages, "dev")


def test_english_pages_are_read_as_well_as_before() -> None:
    held([p for p in accuracy.scored(corpus("dev")) if accuracy.is_english(p)], "dev_english")


def test_nothing_is_lost_or_invented_on_any_page() -> None:
    for page in accuracy.scored(corpus("dev")):
        assert not page.tally.counts["lost"] and not page.tally.counts["invented"], page.path.name


def test_a_figure_below_the_floor_is_told() -> None:
    figures = {"article_f1": 0.7, "lost": 1.0}
    assert accuracy.below(figures, {"article_f1": 0.8, "lost": 0.0}) == [
        "article_f1 is 0.700, the floor is 0.800",
        "lost is 1.000, the floor is 0.000",
    ]
    assert accuracy.below(figures, {"article_f1": 0.7, "lost": 1.0}) == []
