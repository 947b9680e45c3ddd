"""Fits the weights of the analysis towards pages with gold, the hand-set ones being the prior.

    python -m benchmarks.fit_weights FOLDER…            writes editor/analysis/fitted.py
    python -m benchmarks.fit_weights REAL REAL OWN      … with a folder's pages counting twice
    python -m benchmarks.fit_weights FOLDER --hold s05,s06 -o OUT.py
    python -m benchmarks.fit_weights FOLDER --script en   … editor/analysis/english/fitted.py

A conditional random field with the lattice of the reading itself: the weights climb towards
more probability for the gold labels (widths and policies are left open), held back by a penalty
on the square of the distance from the hand-set value. What is told by hand (`weights.BY_HAND`)
is not seen and keeps its weight. Judge with styles held out only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import pages_of
from benchmarks.gold_lines import GoldLine, gold_lines
from benchmarks.priors import PRIORS, Prior, Weights
from editor.analysis import labels as lab
from editor.analysis import tables as tab
from editor.analysis.base import Stretch, state_prior, stretch_of
from editor.analysis.decode import messages, posteriors
from editor.analysis.evidence.traits import counted, traits
from editor.analysis.evidence.view import View
from editor.analysis.fit import BUCKETS, KINDS
from editor.analysis.habits import script_of
from editor.analysis.lattice import Lattice
from editor.analysis.lines import cut
from editor.analysis.observe import observed
from editor.analysis.scripts import script
from editor.analysis.weights import BY_HAND
from editor.files.text import read_page

Floats = NDArray[np.float64]
EPOCHS, STEP = 6, 0.15


@dataclass(frozen=True)
class Sheet:
    """One page ready for fitting: its evidence, and which labels gold allows at each line."""

    view: View
    stretch: Stretch
    seen: Floats  # (lines, observations)
    mask: Floats  # (lines, labels)


def allowed(line: GoldLine) -> tuple[int, ...]:
    """The labels that gold leaves possible at a line."""
    if line.kind in ("head", "by"):
        return lab.ids(line.kind)
    if line.kind == "furniture":
        return lab.ids("furn", "cap")
    if not line.kind:
        return lab.ids("all")
    starts = {"run": ("inner",), "paragraph": ("p_first", "cross"), "article": ("article",)}
    some = lab.ids(*starts[line.kind])
    lasts, ends, cross = lab.ids("last", "cross"), lab.ids("art_end"), lab.ids("cross")
    kept = [x for x in some if (x in lasts) == line.last]
    if line.last:
        kept = [x for x in kept if (x in ends) == line.end or x in cross]
    return tuple(kept) or some


def sheet(path: Path) -> Sheet:
    """A page of the corpus."""
    source = read_page(path)
    read_as = script(script_of(source.text))
    lines = cut(source, face=read_as.face(source.text))
    view = View(lines, read_as.habits(lines, read_as.shapes), read_as)
    stretch = stretch_of(view, 0, len(lines))
    text, gold_text = source.text, path.with_suffix(".json").read_text("utf-8")
    if read_as.spaced:  # hyphens at line ends are in the page and not in its gold
        text, gold_text = text.replace("-", " "), gold_text.replace("-", " ")
    gold = gold_lines(lines, text, json.loads(gold_text))
    mask = np.full((len(lines), lab.COUNT), -np.inf)
    for at, line in enumerate(gold):
        mask[at, list(allowed(line))] = 0.0
    seen = np.zeros((len(lines), len(PRIORS[read_as.name].weights.emission)))
    for at, row in enumerate(stretch.rows):
        for index, value in row:
            seen[at, index] += value
    told = [name.startswith(BY_HAND) for name in PRIORS[read_as.name].weights.emission]
    seen[:, told] = 0.0
    return Sheet(view, stretch, seen, mask)


def looked_again(page: Sheet, weights: Weights) -> Sheet:
    """The page with its traits, counted with the weights of a fit without them."""
    table = weights.tables()
    lattice = Fit([]).lattice(page, table, None)
    first = posteriors(messages(lattice))
    view = replace(page.view, traits=counted(page.view, first))
    seen = page.seen.copy()
    for at, row in enumerate(observed(view, (0, len(view.lines)), (traits,), table)):
        for index, value in row:
            seen[at, index] += value
    return replace(page, view=view, seen=seen)


class Fit:
    """The vector on its way, and where each thing that is counted stands in it."""

    def __init__(self, sheets: Sequence[Sheet], prior: Prior = PRIORS["zh"]) -> None:
        """Start at the hand-set weights."""
        self.sheets, self.names = sheets, prior
        self.prior = prior.packed()
        self.vector = self.prior.copy()
        self.members = np.zeros((len(prior.emitted), lab.COUNT))
        for at, (_, group) in enumerate(prior.emitted):
            self.members[at, list(lab.ids(group))] = 1.0
        seen = {name: at for at, name in enumerate(prior.weights.emission)}
        self.observed = np.array([seen[name] for name, _ in prior.emitted])
        place = {name: prior.first_moved + at for at, name in enumerate(prior.moved)}
        self.forbidden = place["then.forbidden"]
        table = prior.weights.tables()
        self.then = np.array([[place[name] for name in row] for row in table.names])
        self.start = np.full(lab.COUNT, self.forbidden)
        self.stop = self.start.copy()
        for labels, name in lab.STARTS:
            self.start[list(lab.ids(*labels))] = place[name]
        for labels, name in lab.ENDS:
            self.stop[list(lab.ids(*labels))] = place[name]
        self.switch = np.full(lab.COUNT, -1)
        for group, name in (("inner", "inside"), ("p_first", "paragraph"), ("a_first", "article")):
            self.switch[list(lab.ids(group))] = place[f"width.switch_{name}"]
        self.kinds = np.array(table.kinds)
        self.fills = np.full((tab.POLICIES, len(KINDS), len(BUCKETS)), -1)
        filled = {key: prior.first_filled + at for at, key in enumerate(prior.filled)}
        ended = {key: prior.first_ended + at for at, key in enumerate(prior.ended)}
        for policy in range(tab.POLICIES):
            for kind, kind_name in enumerate(KINDS):
                for bucket, name in enumerate(BUCKETS):
                    where = -1
                    if kind_name.endswith(("_on", "_gap")):
                        where = filled.get((name, policy), -1)
                    elif kind_name.endswith("last"):
                        where = ended.get(name, -1)
                    self.fills[policy, kind, bucket] = where

    def lattice(self, page: Sheet, table: tab.Tables, mask: Floats | None) -> Lattice:
        """A page's lattice under the weights of `table`, with gold's mask where given."""
        widths, prior = len(page.view.habits.measures), state_prior(page.view)
        fit = np.empty((len(page.seen), widths * tab.POLICIES, len(KINDS)))
        for policy in range(tab.POLICIES):
            for kind in range(len(KINDS)):
                buckets = page.stretch.buckets[:, :, kind]
                fit[:, policy :: tab.POLICIES, kind] = table.fits[policy, kind][buckets]
        emit = (page.seen @ table.emission)[:, None, :] + fit[:, :, list(table.kinds)]
        if mask is not None:
            emit = emit + mask[:, None, :]
        start = table.start[None, :] + prior[:, None]
        stop = np.repeat(table.stop[None, :], len(prior), axis=0)
        return Lattice(emit, table.then, table.switch, prior, start, stop, {})

    def counts(self, page: Sheet, lattice: Lattice) -> Floats:
        """How often each weight is used, in expectation over the lattice's paths."""
        found = np.zeros_like(self.vector)
        sums = messages(lattice)
        whole = sums.forward * sums.backward
        whole /= whole.sum(axis=(1, 2), keepdims=True)
        label = whole.sum(axis=1)
        found[: self.names.first_moved] = ((page.seen.T @ label)[self.observed] * self.members).sum(
            axis=1
        )
        odds = np.exp(lattice.emit - lattice.emit.max(axis=(1, 2), keepdims=True))
        after, before = (odds * sums.backward)[1:], sums.forward[:-1]
        then, share = np.exp(lattice.then), np.exp(lattice.prior)[:, None]
        stay = before.transpose(0, 2, 1) @ after * then
        move = before.sum(axis=1)[:, :, None] * (share * after).sum(axis=1)[:, None, :]
        move = move * (then * np.exp(lattice.switch))[None]
        scale = (stay + move).sum(axis=(1, 2), keepdims=True)
        scale[scale == 0] = 1.0
        np.add.at(found, self.then.ravel(), ((stay + move) / scale).sum(axis=0).ravel())
        switched = (move / scale).sum(axis=(0, 1))
        for at, where in enumerate(self.switch.tolist()):
            if where >= 0:
                found[where] += switched[at]
        np.add.at(found, self.start, label[0])
        np.add.at(found, self.stop, label[-1])
        for policy in range(tab.POLICIES):
            for kind in range(1, len(KINDS)):
                mass = whole[:, policy :: tab.POLICIES, :][:, :, self.kinds == kind].sum(axis=2)
                where_used = self.fills[policy, kind][page.stretch.buckets[:, :, kind]]
                used = where_used >= 0
                np.add.at(found, where_used[used], mass[used])
        return found

    def run(self, epochs: int, penalty: float) -> Weights:
        """Climb page by page with steps that shrink where a weight has moved much (AdaGrad)."""
        moved = np.zeros_like(self.vector)
        order = np.random.default_rng(0)
        for epoch in range(epochs):
            off = 0.0
            for number in order.permutation(len(self.sheets)).tolist():
                page = self.sheets[number]
                table = self.names.unpacked(self.vector).tables()
                gold = self.counts(page, self.lattice(page, table, page.mask))
                free = self.counts(page, self.lattice(page, table, None))
                if not np.isfinite(gold).all():
                    continue
                slope = gold - free - penalty * (self.vector - self.prior)
                slope[self.forbidden] = 0.0
                moved += slope * slope
                self.vector += STEP * slope / np.sqrt(moved + 1.0)
                off += float(np.abs(gold - free).sum())
            print(f"epoch {epoch + 1}: counts off by {off:.0f}", file=sys.stderr)
        return self.names.unpacked(self.vector)


def written(found: Weights, digest: str, pages: int, penalty: float) -> str:
    """The module of the fitted weights."""

    def row(entries: dict[str, float]) -> str:
        return ", ".join(f'"{key}": {round(value, 2) + 0.0}' for key, value in entries.items())

    today = datetime.now(UTC).date()
    lines = [
        '"""The weights fitted towards data, with the hand-set ones (`analysis.weights`) as prior.',
        "",
        "Made by `python -m benchmarks.fit_weights`; do not edit.",
        f"{today}: {pages} pages with gold, sha256 {digest[:16]}, penalty {penalty:g}.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "EMISSION: dict[str, dict[str, float]] = {",
        *(f'    "{name}": {{{row(entries)}}},' for name, entries in found.emission.items()),
        "}",
        "",
        "FIT_GOES_ON: dict[str, tuple[float, float]] = {",
        *(
            f'    "{n}": ({round(a, 2) + 0.0}, {round(b, 2) + 0.0}),'
            for n, (a, b) in found.goes_on.items()
        ),
        "}",
        "",
        "FIT_LAST: dict[str, float] = {",
        *(f"    {row({name: value})}," for name, value in found.last.items()),
        "}",
        "",
        "TRANSITION: dict[str, float] = {",
        *(f"    {row({name: value})}," for name, value in found.transition.items()),
        "}",
        "",
    ]
    return "\n".join(lines)


def chinese(paths: Sequence[Path]) -> list[Path]:
    """Those of the pages that the Chinese model reads."""
    return of_script(paths, "zh")


def of_script(paths: Sequence[Path], name: str) -> list[Path]:
    """Those of the pages that the model of this script reads."""
    return [path for path in paths if script_of(read_page(path).text) == name]


def fitted_on(
    paths: Sequence[Path],
    epochs: int = EPOCHS,
    penalty: float | None = None,
    name: str = "zh",
) -> Weights:
    """Weights fitted on these pages, all of one script: without traits, then on with them."""
    fit = Fit([sheet(path) for path in paths], PRIORS[name])
    pull = PRIORS[name].penalty if penalty is None else penalty
    first = fit.run(epochs, pull)
    if not script(name).looks_again:
        return first
    fit.sheets = [looked_again(page, first) for page in fit.sheets]
    return fit.run(epochs // 2, pull)


def main(argv: Sequence[str] | None = None) -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", help="pages with gold, a folder a style")
    parser.add_argument("--script", choices=tuple(PRIORS), default="zh")
    parser.add_argument("--hold", default="", help="styles left out, by comma")
    parser.add_argument("--penalty", type=float, help="pull towards the hand-set weights")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("-o", "--output", type=Path, help="where to write them")
    args = parser.parse_args(argv)
    held = args.hold.split(",")
    pages = (path for folder in args.folders for path in pages_of(folder))
    paths = of_script([path for path in pages if path.parent.name not in held], args.script)
    if not paths:
        print(f"{args.folders[0]}: no pages of this script with gold", file=sys.stderr)
        return 1
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes() + path.with_suffix(".json").read_bytes())
    prior = PRIORS[args.script]
    penalty = prior.penalty if args.penalty is None else args.penalty
    found = fitted_on(paths, args.epochs, penalty, args.script)
    target: Path = args.output or prior.target
    target.write_text(written(found, digest.hexdigest(), len(paths), penalty), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
