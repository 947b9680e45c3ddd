"""Fits what the look-alike check's terms are worth; prints the table of `lookalikes.WEIGHTS`.

    python -m benchmarks.fit_lookalikes 199801.txt    (the file of benchmarks/neighbours.py)

Errors are planted into the second part of that text, which `neighbours.txt` does not count, and
into own pages of another seed than the judging ones. Some stand at all places of a page that print
the pair, as a machine's do. Logistic regression. What it takes to be told is the
score that `ALARMS` of 10,000 sound characters reach.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from benchmarks import neighbours
from benchmarks.checks import own_texts
from benchmarks.planting import CHINESE
from editor.proofing import lookalikes as check
from editor.proofing.shapes import HAN

SEED, PAGES, OWN_PAGES = 77, 3, 30
ALARMS = 1.2
OFTEN = 0.1
"""Share of the errors that stand wherever the page prints the pair."""

STEPS = 12

Terms = Mapping[str, float]
Place = tuple[int, int, int]
Errors = Mapping[tuple[int, int], str]
"""Paragraph and place: the character that stood there."""


def candidates(
    texts: Sequence[str], errors: Errors | None = None
) -> Iterator[tuple[Terms, str, tuple[int, int]]]:
    """Terms of each character that may stand at a place (with errors: at those alone)."""
    page = "\n".join(texts)
    for number, text in enumerate(texts):
        for match in re.finditer(f"[{HAN}]+", text):
            run = match.group()
            for at, near in check._doubtful(run):
                here = number, match.start() + at
                if errors is not None and here not in errors:
                    continue
                for option in near:
                    told = check.terms(run, at, option, listed=check._listed(match))
                    if told is not None:
                        yield {**told, **check.on_the_page(page, run, at, option)}, option, here


def planted(texts: Sequence[str], chance: Random) -> tuple[list[str], Errors]:
    """One error a paragraph, some of them also wherever else the page has its pair."""
    made, errors = list(texts), {}
    for number, text in enumerate(texts):
        done = CHINESE["lookalike"](text, chance) if len(text) > 11 else None
        if done is None or done[0] == text or made[number] != text:
            continue
        made[number], at = done
        errors[number, at] = text[at]
        first = at - chance.randrange(2)
        pair = text[max(0, first) : first + 2]
        if chance.random() < OFTEN and re.fullmatch(f"[{HAN}]{{2}}", pair):
            wrong = pair.replace(text[at], made[number][at])
            made = [held.replace(pair, wrong) for held in made]
    return made, {place: char for place, char in errors.items() if made[place[0]][place[1]] != char}


def main(argv: Sequence[str]) -> int:
    """Fit and print."""
    chance = Random(SEED)
    pages = neighbours.pages(neighbours.parts(neighbours.paragraphs(Path(argv[0])))[1])
    pages += own_texts("zh", OWN_PAGES, SEED)
    sound = [
        (told, (n, *here)) for n, page in enumerate(pages) for told, _, here in candidates(page)
    ]
    size = sum(len("".join(text.split())) for page in pages for text in page)
    rows, right, count = [told for told, _ in sound], [0.0] * len(sound), 0
    for page in pages:
        for _ in range(PAGES):
            made, errors = planted(page, chance)
            count += len(errors)
            for told, option, here in candidates(made, errors):
                rows.append(told)
                right.append(float(errors[here] == option))
    names = sorted({name for told in rows for name in told})
    table = np.array([[1.0, *(told.get(name, 0.0) for name in names)] for told in rows])
    wanted = np.array(right)
    found = np.zeros(table.shape[1])
    for _ in range(STEPS):  # Newton's
        chances = 1 / (1 + np.exp(-table @ found))
        bent = (table * (chances * (1 - chances))[:, None]).T @ table + np.eye(len(found))
        found = found - np.linalg.solve(bent, table.T @ (chances - wanted) + found)
    score = table @ found
    best: dict[Place, float] = {}
    for (_, place), value in zip(sound, score, strict=False):
        best[place] = max(best.get(place, -99.0), float(value))
    least = sorted(best.values(), reverse=True)[int(ALARMS * size / 10_000)]
    hits = sum(
        v > least for v, r in zip(score[len(sound) :], right[len(sound) :], strict=True) if r
    )
    print(
        f"# {size} characters, {len(sound)} candidates, {count} errors, recall {hits / count:.3f}"
    )
    for name, weight in zip(names, found[1:], strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f'    "least": {least - found[0]:.2f},')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
