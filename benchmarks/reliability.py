"""Whether the analysis is as sure as it is right, and where it should ask.

    python -m benchmarks.reliability FOLDER              under the committed weights
    python -m benchmarks.reliability FOLDER --folds 3    under weights fitted on other styles

Prints, for joints (run, paragraph or article) and for what else a line can be (headline, byline,
furniture), how often the chosen class is right by how sure the analysis was; the temperature
that makes confidence and accuracy agree best; and, for thresholds of asking, the share of wrong
paragraph starts that a doubt points at and the doubts for every 100 printed lines.
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
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import pages_of
from benchmarks.accuracy import read_page as read_page_object
from benchmarks.fit_weights import chinese, fitted_on
from benchmarks.gold_lines import gold_lines
from benchmarks.priors import Weights
from benchmarks.scoring import score
from benchmarks.weighing import folds_of, weighed
from editor.analysis import doubting
from editor.analysis import labels as lab
from editor.analysis.base import build_base
from editor.files.text import read_page
from editor.model.project import Style

Floats = NDArray[np.float64]
CLASSES = ("run", "paragraph", "article", "head", "by", "furniture")
JOINTS = frozenset(CLASSES[:3])
EDGES = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0)
TEMPERATURES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0)
THRESHOLDS = (0.9, 0.95, 0.97, 0.977, 0.985, 0.99, 0.993, 0.995, 0.996)
ASK_ALL = 0.997
COUNTED = ("wrong_starts", "caught", "doubts", "lines")


@dataclass(frozen=True)
class Told:
    """One printed line: how sure the analysis is of each of `CLASSES`, and what it is by gold."""

    style: str
    sure: tuple[float, ...]
    chosen: int
    gold: int

    @property
    def joint(self) -> bool:
        """Whether it is body text by what is likeliest and next likely: its joint is asked."""
        rest = [share if at != self.chosen else -1.0 for at, share in enumerate(self.sure)]
        return {CLASSES[self.chosen], CLASSES[rest.index(max(rest))]} <= JOINTS


def told(path: Path) -> Iterator[Told]:
    """The lines of a page whose gold is known."""
    source = read_page(path)
    base = build_base(source, Style())
    if base is None:
        return
    gold = gold_lines(base.lines, source.text, json.loads(path.with_suffix(".json").read_text()))
    for at, line in enumerate(gold):
        if not line.kind:
            continue
        sums = dict.fromkeys(CLASSES, 0.0)
        for label, name in enumerate(lab.LABELS):
            sums[_class(name)] += float(base.posterior[at, label])
        chosen = CLASSES.index(_class(lab.LABELS[int(base.labels[at])]))
        yield Told(path.parent.name, tuple(sums.values()), chosen, CLASSES.index(line.kind))


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


def asking(pages: Sequence[Path]) -> Iterator[Counter[str]]:
    """Caught and asked of each page by threshold, read once with every doubt there is.

    The threshold is that of joints; what a line is, is asked as ever. A question whether an
    article lacks its headline has no confidence that counts: it stays.
    """
    with patch.object(doubting, "SURE", ASK_ALL):
        for path in pages:
            raw = path.read_text("utf-8")
            gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
            got = read_page_object(path)
            doubts = got["doubts"]
            found: Counter[str] = Counter()
            for threshold in THRESHOLDS:
                got["doubts"] = [
                    d for d in doubts if d["kind"] != "joint" or d["confidence"] < threshold
                ]
                tally = score(raw, gold, got).counts
                found += Counter({f"{key} {threshold}": tally[key] for key in COUNTED})
            yield found


def show_asking(counts: Counter[str]) -> None:
    """The table of thresholds."""
    print("\n| asked below | caught | asked |\n|---|---|---|")
    for threshold in THRESHOLDS:
        wrong, caught, doubts, lines = (counts[f"{key} {threshold}"] for key in COUNTED)
        print(f"| {threshold:g} | {caught / max(1, wrong):.3f} | {100 * doubts / lines:.2f} |")


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
    args = parser.parse_args(argv)
    paths = chinese(pages_of(args.folder))
    others = chinese(pages_of(args.others)) if args.others else []
    if not paths:
        print(f"{args.folder}: no Chinese pages with gold", file=sys.stderr)
        return 1
    folds: list[tuple[Weights | None, list[Path]]] = [(None, paths)]
    if args.folds:
        found_folds = folds_of(paths, args.folds)
        folds = [(fitted_on([*inside * args.times, *others]), held) for inside, held in found_folds]
    lines: list[Told] = []
    counts: Counter[str] = Counter()
    for weights, held in folds:
        with weighed(weights):
            lines += [line for path in held for line in told(path)]
            for found in asking(held):
                counts += found
    show("where a body line begins something", [line for line in lines if line.joint])
    show("what a line is", [line for line in lines if not line.joint])
    show_asking(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
