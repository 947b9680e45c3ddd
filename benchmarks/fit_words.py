"""Fits what terms of the checks that ask words are worth: look-alikes, doubled characters.

    python -m benchmarks.fit_words lookalike 199801.txt    (the file of benchmarks/neighbours.py)
    python -m benchmarks.fit_words doubled 199801.txt

Prints the tables of `lookalikes.WEIGHTS` and `repeats.DOUBLED`.

Errors are planted into the second part of that text, which `neighbours.txt` does not count, and
into own pages of another seed than the judging ones. Some stand at all places of a page that print
the pair, as a machine's do. Logistic regression. What it takes to be told is the
score that so many of 10,000 sound characters reach as `FITS` has it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np

from benchmarks import neighbours
from benchmarks.checks import own_texts
from benchmarks.planting import AS_LAWFUL, CHINESE
from editor.proofing import lookalikes as check
from editor.proofing.neighbours import often
from editor.proofing.repeats import TWICE, doubled_terms
from editor.proofing.shapes import HAN

SEED, PAGES, OWN_PAGES = 77, 3, 30
OFTEN = 0.25
"""Share of the errors that stand wherever the page prints the pair."""
ALLOWED = 0.3
"""Share of the doubled characters that print allows: the sense tells some of them too."""
LAWFUL_TERMS = frozenset(("name", "measure", "goes-before", "may-follow"))
"""Terms that speak for sound print; of what print allows, such errors are no example."""

BY_HAND = {
    "lookalike": {
        "alternates": -3.0,
        "given": -6.0,
        "listed": -5.0,
        "often-taken": 1.0,
        "surely-name": -6.0,
    },
    "doubled": {"name": -6.0},
}
"""What is not left to the fit: no count can tell what may be a name."""

STEPS = 12

Terms = Mapping[str, float]
Place = tuple[int, int, int]
Errors = Mapping[tuple[int, int], str]
"""Paragraph and place: the character that stood there."""


@dataclass
class Fit:
    """What is fitted on: terms of sound places, and of planted ones with whether they are right."""

    sound: list[tuple[Terms, Place]] = field(default_factory=list)
    planted: list[tuple[Terms, bool]] = field(default_factory=list)
    errors: int = 0


def candidates(
    texts: Sequence[str], errors: Errors | None = None
) -> Iterator[tuple[Terms, str, tuple[int, int]]]:
    """Terms of each character that may stand at a place (with errors: at those alone)."""
    page = "\n".join(texts)
    for number, text in enumerate(texts):
        for match in re.finditer(f"[{HAN}]+", text):
            run = match.group()
            counts = text[max(0, match.start() - 1) : match.start()] in check.DIGITS
            for at, near in check._doubtful(run, counts=counts):
                here = number, match.start() + at
                if errors is not None and here not in errors:
                    continue
                for option in near:
                    told = check.terms(run, at, option, listed=check._listed(match))
                    if told is not None:
                        told |= check.word_pairs(run, at, option)
                        told |= check.on_the_page(page.count, run, at, option)
                        yield told, option, here


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


def lookalikes(pages: Sequence[Sequence[str]]) -> Fit:
    """Look-alikes: terms of sound places, and of planted ones with whether they are right."""
    chance, fit = Random(SEED), Fit()
    for number, page in enumerate(pages):
        for told, _, here in candidates(page):
            fit.sound.append((told, (number, *here)))
    for page in [*pages] * PAGES:
        made, errors = planted(page, chance)
        fit.errors += len(errors)
        for told, option, here in candidates(made, errors):
            fit.planted.append((told, errors[here] == option))
    return fit


def doubled(pages: Sequence[Sequence[str]], counted: Sequence[Sequence[str]] = ()) -> Fit:
    """Doubled characters: the same.

    `counted`: pages that `neighbours.txt` counts; each pair there is held to be printed once less.
    """
    chance, fit = Random(SEED), Fit()
    for number, page in enumerate([*pages, *counted]):
        whole, printed = "\n".join(page), often if number < len(pages) else _but_here
        for at, text in enumerate(page):
            for match in TWICE.finditer(text):
                told = doubled_terms(whole, text, match.start(), printed)
                if told is not None:
                    fit.sound.append((told, (number, at, match.start())))
    for page in [*pages] * PAGES:
        for number, text in enumerate(page):
            kind = "doubled-character" + AS_LAWFUL * (chance.random() < ALLOWED)
            done = CHINESE[kind](text, chance) if len(text) > 11 else None
            if done is None:
                continue
            fit.errors += 1
            made, place = done
            match = next(m for m in TWICE.finditer(made) if m.start() <= place <= m.end())
            whole = "\n".join((*page[:number], made, *page[number + 1 :]))
            told = doubled_terms(whole, made, match.start())
            if told is not None and not (kind.endswith(AS_LAWFUL) and LAWFUL_TERMS & told.keys()):
                fit.planted.append((told, True))
    return fit


def _but_here(first: str, second: str) -> float:
    """How often print has two characters side by side, but for one place."""
    return max(0.0, often(first, second) - 1)


FITS = {"lookalike": (lookalikes, 0.6), "doubled": (doubled, 0.24)}
"""Each with the alarms, of 10,000 sound characters, that it may raise where it is fitted."""


def main(argv: Sequence[str]) -> int:
    """Fit and print."""
    fitted, alarms = FITS[argv[0]]
    counted, own_part, _ = map(
        neighbours.pages, neighbours.parts(neighbours.paragraphs(Path(argv[1])))
    )
    pages = [*own_part, *own_texts("zh", OWN_PAGES, SEED)]
    fit, of = fitted(pages), pages
    if argv[0] == "doubled":  # lawful ones are few
        fit, of = doubled(pages, counted), [*pages, *counted]
    size = sum(len("".join(text.split())) for page in of for text in page)
    rows = [told for told, _ in fit.sound] + [told for told, _ in fit.planted]
    names = sorted({name for told in rows for name in told})
    table = np.array([[1.0, *(told.get(name, 0.0) for name in names)] for told in rows])
    wanted = np.array([0.0] * len(fit.sound) + [float(right) for _, right in fit.planted])
    found = np.zeros(table.shape[1])
    for _ in range(STEPS):  # Newton's
        chances = 1 / (1 + np.exp(-table @ found))
        bent = (table * (chances * (1 - chances))[:, None]).T @ table + np.eye(len(found))
        found = found - np.linalg.solve(bent, table.T @ (chances - wanted) + found)
    for name, weight in BY_HAND[argv[0]].items():
        found[1 + names.index(name)] = weight
    score = table @ found
    best: dict[Place, float] = {}
    for (_, place), value in zip(fit.sound, score, strict=False):
        best[place] = max(best.get(place, -99.0), float(value))
    least = sorted(best.values(), reverse=True)[int(alarms * size / 10_000)]
    hits = int(((score > least) & (wanted > 0)).sum())
    print(f"# {size} characters, {len(rows)} candidates, {fit.errors} errors, ", end="")
    print(f"recall {hits / fit.errors:.3f}")
    for name, weight in zip(names, found[1:], strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f'    "least": {least - found[0]:.2f},')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
