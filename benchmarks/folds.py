"""How right the analysis is on styles that its fit has not seen.

    python -m benchmarks.folds FOLDER --folds 3
    python -m benchmarks.folds FOLDER --with OWN       OWN's pages are in every fit, judged in none

    python -m benchmarks.folds FOLDER --script en      the English pages instead of the Chinese

The styles (folders) are dealt to the folds; each fold is read with weights fitted on all others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import Scored, pages_of, scored_pages, total
from benchmarks.fit_weights import EPOCHS, fitted_on, of_script
from benchmarks.priors import PRIORS
from benchmarks.scoring import table
from benchmarks.weighing import folds_of, weighed


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table: by style, and all as one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="pages with gold, in a folder a style")
    parser.add_argument("--script", choices=tuple(PRIORS), default="zh")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--with", type=Path, dest="others", help="pages for every fit")
    parser.add_argument(
        "--times", type=int, default=1, help="FOLDER's pages count so often in fits"
    )
    parser.add_argument("--penalty", type=float, help="pull towards the hand-set weights")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    args = parser.parse_args(argv)
    paths = of_script(pages_of(args.folder), args.script)
    if len({path.parent.name for path in paths}) < args.folds:
        print(f"{args.folder}: fewer styles of this script than folds", file=sys.stderr)
        return 1
    others = of_script(pages_of(args.others), args.script) if args.others else []
    found: list[Scored] = []
    for inside, held in folds_of(paths, args.folds):
        pages = [*inside * args.times, *others]
        weights = fitted_on(pages, args.epochs, args.penalty, args.script)
        with weighed(weights, args.script):
            found += scored_pages(held)
    groups = sorted({page.group for page in found})
    rows = [(g, total(p for p in found if p.group == g).figures()) for g in groups]
    print(table([*rows, ("all", total(found).figures())]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
