"""Whether the analysis is as sure as it is right, and where it should ask.

    python -m benchmarks.reliability FOLDER              under the committed weights
    python -m benchmarks.reliability FOLDER --folds 3    under weights fitted on other styles
    python -m benchmarks.reliability FOLDER --script en  the English pages instead of the Chinese

Prints, for joints (run, paragraph or article) and for what else a line can be (headline, byline,
furniture), how often the chosen class is right by how sure the analysis was; the temperature
that makes confidence and accuracy agree best; of each kind of question how often what was read is
wrong, by how sure it was (where a threshold stands, see `judging.SURE`); and the share of wrong
paragraph starts that a doubt points at, with the doubts for every 100 printed lines, as it is and
if all thresholds let so many times more or less doubt pass.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import pages_of
from benchmarks.accuracy import read_page as read_page_object
from benchmarks.fit_weights import fitted_on, of_script
from benchmarks.gold_lines import gold_lines
from benchmarks.priors import PRIORS, Weights
from benchmarks.scoring import score
from benchmarks.weighing import folds_of, weighed
from editor import analysis
from editor.analysis import drafting, judging, settling
from editor.analysis import labels as lab
from editor.analysis.doubting import Asked, page_doubts
from editor.analysis.judging import SURE, Judge
from editor.analysis.scripts import script
from editor.analysis.settling import build_base
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source

Floats = NDArray[np.float64]
CLASSES = ("run", "paragraph", "article", "head", "by", "furniture")
JOINTS = frozenset(CLASSES[:3])
EDGES = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0)
TEMPERATURES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0)
PASSED = (4.0, 2.0, 1.4, 1.0, 0.7, 0.5, 0.25)
"""What passes unasked, as a multiple of the doubt that the thresholds let pass."""
COUNTED = ("wrong_starts", "caught", "doubts", "lines")


@dataclass(frozen=True)
class Told:
    """One printed line: how sure the analysis is of each of `CLASSES`, and what it is by gold."""

    style: str
    sure: tuple[float, ...]
    chosen: int
    gold: int
    question: str

    @property
    def joint(self) -> bool:
        """Whether it is body text by what is likeliest and next likely: its joint is asked."""
        rest = [share if at != self.chosen else -1.0 for at, share in enumerate(self.sure)]
        return {CLASSES[self.chosen], CLASSES[rest.index(max(rest))]} <= JOINTS


def told(path: Path) -> Iterator[Told]:
    """The lines of a page whose gold is known."""
    source = read_page(path)
    built = build_base(source, Style())
    if built is None:
        return
    text, gold_text = source.text, path.with_suffix(".json").read_text()
    if built.view.script.spaced:  # hyphens at line ends are in the page and not in its gold
        text, gold_text = text.replace("-", " "), gold_text.replace("-", " ")
    gold = gold_lines(built.lines, text, json.loads(gold_text))
    asked = questions(source)
    for at, line in enumerate(gold):
        if not line.kind:
            continue
        sums = dict.fromkeys(CLASSES, 0.0)
        for label, name in enumerate(lab.LABELS):
            sums[_class(name)] += float(built.posterior[at, label])
        chosen = CLASSES.index(_class(lab.LABELS[int(built.labels[at])]))
        gold_class = CLASSES.index(line.kind)
        yield Told(path.parent.name, tuple(sums.values()), chosen, gold_class, asked[at])


def questions(source: Source) -> list[str]:
    """What would be asked of each line of a page, a name of `judging.SURE`."""
    found: list[str] = []
    settling.forget()

    def noted(judge: Judge, *rest: Any) -> Asked:
        found[:] = [judge.question(at) for at in range(len(judge.sure))]
        return page_doubts(judge, *rest)

    with patch.object(drafting, "page_doubts", noted):
        analysis.read(source, Decisions(), Style())
    return found


def _class(label: str) -> str:
    found = lab.label_class(label)
    return "furniture" if found == "caption" else found


def tempered(sure: Floats, temperature: float) -> Floats:
    """Probabilities (lines, classes) flattened by a temperature above one."""
    flat = np.maximum(sure, 1e-12) ** (1 / temperature)
    scaled: Floats = flat / flat.sum(axis=1, keepdims=True)
    return scaled


def surprise(lines: Sequence[Told], temperature: float) -> float:
    """Mean of -log of what the gold class was given, in nats."""
    sure = tempered(np.array([line.sure for line in lines]), temperature)
    gold = [line.gold for line in lines]
    return float(-np.log(np.maximum(sure[range(len(lines)), gold], 1e-12)).mean())


def best_temperature(lines: Sequence[Told]) -> float:
    """The temperature under which gold surprises least."""
    return min(TEMPERATURES, key=lambda temperature: surprise(lines, temperature))


def reliability(
    lines: Sequence[Told], temperature: float = 1.0
) -> list[tuple[str, int, float, float]]:
    """For each bin of confidence: its name, lines in it, mean confidence, share that is right."""
    if not lines:
        return []
    sure = tempered(np.array([line.sure for line in lines]), temperature)
    own = sure[range(len(lines)), [line.chosen for line in lines]]
    right = np.array([line.chosen == line.gold for line in lines])
    found = []
    for low, high in pairwise(EDGES):
        inside = (own >= low) & ((own < high) if high < 1 else (own <= 1.0))
        if inside.any():
            share = float(right[inside].mean())
            found.append((f"{low:g}–{high:g}", int(inside.sum()), float(own[inside].mean()), share))
    return found


def show(name: str, lines: Sequence[Told]) -> None:
    """A table of one group of lines, as the lattice is sure and under its best temperature."""
    temperature = best_temperature(lines) if lines else 1.0
    print(f"\n{name}: {len(lines)} lines; temperature {temperature:g}")
    if lines:
        was, now = surprise(lines, 1), surprise(lines, temperature)
        print(f"gold surprises by {was:.4f} nats a line, under it {now:.4f} (a coin: {log(2):.2f})")
    print(f"\n| sure | lines | mean | right | lines at T={temperature:g} | mean | right |")
    print("|---|---|---|---|---|---|---|")
    warm = {row[0]: row for row in reliability(lines, temperature)}
    cold = {row[0]: row for row in reliability(lines)}
    for low, high in pairwise(EDGES):
        edge = f"{low:g}–{high:g}"
        cells = [f"{r[1]} | {r[2]:.4f} | {r[3]:.4f}" if r else "0 | | "
                 for r in (cold.get(edge), warm.get(edge))]  # fmt: skip
        print(f"| {edge} | " + " | ".join(cells) + " |")


def show_questions(lines: Sequence[Told]) -> None:
    """By kind of question and how sure: lines, and those that are something else by gold."""
    edges = (0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999)
    print("\nwrong of all, by what would be asked and how sure it is\n")
    print("| question | " + " | ".join(f"–{edge:g}" for edge in edges[1:]) + " |")
    print("|---" * len(edges) + "|")
    for name in SURE:
        cells = []
        for low, high in pairwise(edges):
            some = [x for x in lines if x.question == name and low <= x.sure[x.chosen] < high]
            cells.append(f"{sum(x.chosen != x.gold for x in some)} of {len(some)}")
        print(f"| {name} | " + " | ".join(cells) + " |")


def asking(pages: Sequence[Path], read_as: str) -> Iterator[Counter[str]]:
    """Caught and asked of each page, as it is and with other thresholds."""
    own = judging.limits(script(read_as).sure)
    for passed in PASSED:
        changed = {name: max(0.0, 1 - (1 - limit) * passed) for name, limit in own.items()}
        settling.forget()  # what was asked of a page is kept with it
        with patch.object(judging, "limits", Mock(return_value=changed)):
            for path in pages:
                raw = path.read_text("utf-8")
                gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
                tally = score(raw, gold, read_page_object(path)).counts
                yield Counter({f"{key} {passed}": tally[key] for key in COUNTED})
    settling.forget()


def show_asking(counts: Counter[str]) -> None:
    """The table of thresholds."""
    print("\n| doubt that passes | caught | asked |\n|---|---|---|")
    for passed in PASSED:
        wrong, caught, doubts, lines = (counts[f"{key} {passed}"] for key in COUNTED)
        print(f"| × {passed:g} | {caught / max(1, wrong):.3f} | {100 * doubts / lines:.2f} |")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="pages with gold, in a folder a style")
    parser.add_argument(
        "--folds", type=int, default=0, help="fit on other styles, in so many folds"
    )
    parser.add_argument("--with", type=Path, dest="others", help="pages for every fit")
    parser.add_argument(
        "--times", type=int, default=1, help="FOLDER's pages count so often in fits"
    )
    parser.add_argument("--script", choices=tuple(PRIORS), default="zh")
    args = parser.parse_args(argv)
    paths = of_script(pages_of(args.folder), args.script)
    others = of_script(pages_of(args.others), args.script) if args.others else []
    if not paths:
        print(f"{args.folder}: no pages of this script with gold", file=sys.stderr)
        return 1
    folds: list[tuple[Weights | None, list[Path]]] = [(None, paths)]
    if args.folds:
        found_folds = folds_of(paths, args.folds)
        folds = [
            (fitted_on([*inside * args.times, *others], name=args.script), held)
            for inside, held in found_folds
        ]
    lines: list[Told] = []
    counts: Counter[str] = Counter()
    for weights, held in folds:
        with weighed(weights, args.script):
            lines += [line for path in held for line in told(path)]
            for found in asking(held, args.script):
                counts += found
    show("where a body line begins something", [line for line in lines if line.joint])
    show("what a line is", [line for line in lines if not line.joint])
    show_questions(lines)
    show_asking(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
