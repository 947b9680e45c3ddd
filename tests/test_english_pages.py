"""English pages of the project's own: they account for themselves, and are read well enough."""

from __future__ import annotations

from benchmarks import accuracy
from benchmarks.english.__main__ import main
from benchmarks.english.pages import made
from benchmarks.scoring import Tally, bare, score


def test_a_page_is_its_gold_and_nothing_else() -> None:
    for seed in range(12):
        text, gold = made(seed, half=seed % 2)
        whole: Tally = score(text, gold, gold)
        assert whole.counts["lost"] == whole.counts["invented"] == 0
        for article in gold["articles"]:
            for line in article["headline"]:
                assert bare(line) in bare(text)


def test_the_same_seed_gives_the_same_page_and_halves_differ() -> None:
    assert made(3, half=0) == made(3, half=0)
    assert made(3, half=0) != made(3, half=1)


def test_pages_of_the_half_that_no_weight_saw_are_read_above_the_floor(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert main([str(tmp_path), "--half", "judge", "--pages", "24"]) == 0
    pages = accuracy.scored(tmp_path)
    figures = accuracy.total(pages).figures()
    assert accuracy.below(figures, accuracy.floor()["english"]) == []
