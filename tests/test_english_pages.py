"""English pages of the project's own: they account for themselves, and are read well enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import accuracy
from benchmarks.english.__main__ import main
from benchmarks.english.pages import made
from benchmarks.scoring import Tally, bare, score


def test_a_page_is_its_gold_and_nothing_else() -> None:
    for seed in range(24):
        text, gold = made(seed // 2, half=seed % 2, prose=seed > 11)
        whole: Tally = score(text, gold, gold)
        assert whole.counts["lost"] == whole.counts["invented"] == 0
        for article in gold["articles"]:
            for line in article["headline"]:
                assert bare(line) in bare(text)


def test_the_same_seed_gives_the_same_page_and_halves_differ() -> None:
    assert made(3, half=0) == made(3, half=0)
    assert made(3, half=0) != made(3, half=1)
    assert made(3, half=0) != made(3, half=0, prose=True)


@pytest.mark.parametrize(("kind", "held"), [([], "english"), (["--prose"], "english_prose")])
def test_pages_of_the_half_that_no_weight_saw_are_read_above_the_floor(
    tmp_path: Path, kind: list[str], held: str
) -> None:
    assert main([str(tmp_path), "--half", "judge", "--pages", "24", *kind]) == 0
    pages = accuracy.scored(tmp_path)
    figures = accuracy.total(pages).figures()
    assert accuracy.below(figures, accuracy.floor()[held]) == []
