"""What each kind of evidence is worth: the analysis judged without it.

    python -m benchmarks.ablation JUDGED --fit OTHER     every row is fitted anew on OTHER's pages
    python -m benchmarks.ablation JUDGED                 committed weights, the evidence only silent

With `--fit` what is left of the evidence may take over; without it the row shows how much the
committed weights lean on what was taken away. English pages are left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import pages_of, scored_pages, total
from benchmarks.fit_weights import chinese, fitted_on
from benchmarks.scoring import table
from benchmarks.weighing import read_as, weighed
from editor.analysis import assign
from editor.analysis.evidence.view import Found, View
from editor.analysis.scripts import Script, script

Ints = NDArray[np.int64]
Observation = Callable[[View, int], Found]
SHOWN = ("article_f1", "paragraph_f1", "headline", "byline", "dateline", "fixes", "caught", "asked")


@dataclass(frozen=True)
class Without:
    """A kind of evidence, and how it is taken from the Chinese script."""

    name: str
    change: Callable[[Script], Script]
    naive_assignment: bool = False


def silent(*prefixes: str) -> Callable[[Script], Script]:
    """Takes away the observations whose names begin so."""

    def without(observation: Observation) -> Observation:
        def seen(view: View, at: int) -> Found:
            return [entry for entry in observation(view, at) if not entry[0].startswith(prefixes)]

        return seen

    return lambda read: replace(read, observations=tuple(map(without, read.observations)))


def no_width(read: Script) -> Script:
    """Lines say nothing by their width."""

    def empty(*args: Any) -> Ints:
        found: Ints = read.buckets(*args) * 0
        return found

    return replace(read, buckets=empty)


def one_width(read: Script) -> Script:
    """The page's commonest measure holds for every line."""
    return replace(
        read,
        habits=lambda lines, shapes: replace(
            (found := read.habits(lines, shapes)), measures=found.measures[:1], popularity=(1.0,)
        ),
    )


def no_indent(read: Script) -> Script:
    """The lost indent leaves no trace in first lines."""
    return replace(
        read, habits=lambda lines, shapes: replace(read.habits(lines, shapes), lost_indent=0.0)
    )


def one_look(read: Script) -> Script:
    """Lines are not weighed against what the page does elsewhere."""
    return replace(read, looks_again=False)


def as_it_is(read: Script) -> Script:
    """All evidence."""
    return read


ROWS = (
    Without("all", as_it_is),
    Without("one width for the page", one_width),
    Without("no width", no_width),
    Without("no indent trace", no_indent),
    Without("no end marks", silent("end.")),
    Without("no openings", silent("open.", "seam.", "cut.")),
    Without("no cohesion", silent("topic.", "head.echo")),
    Without("no blank lines", silent("blank.", "feed")),
    Without("no kept indent", silent("indent.")),
    Without("no dateline", silent("dateline")),
    Without("no byline", silent("by.", "glued.")),
    Without("no headline shape", silent("head.", "line.tiny")),
    Without("no crosshead shape", silent("cross.", "note")),
    Without("no furniture, no caption", silent("furn.", "cap.")),
    Without("no page habits (one look)", one_look),
    Without("no words in assignment", as_it_is, naive_assignment=True),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table, a row a kind of evidence."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="pages with gold to judge on")
    parser.add_argument("--fit", type=Path, help="pages with gold to fit each row on")
    parser.add_argument("--only", default="", help="rows to measure, by comma (default: all)")
    args = parser.parse_args(argv)
    paths = chinese(pages_of(args.folder))
    if not paths:
        print(f"{args.folder}: no Chinese pages with gold", file=sys.stderr)
        return 1
    others = chinese(pages_of(args.fit)) if args.fit else []
    wanted = args.only.split(",") if args.only else [row.name for row in ROWS]
    found = without(paths, others, wanted)
    print(table((name, {key: figures[key] for key in SHOWN}) for name, figures in found))
    return 0


def without(
    paths: Sequence[Path], others: Sequence[Path], wanted: Collection[str]
) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of these pages without each kind of evidence; fitted on `others`, if any."""
    for row in ROWS:
        if row.name not in wanted:
            continue
        with ExitStack() as stack:
            stack.enter_context(read_as(row.change(script("zh"))))
            if row.naive_assignment:
                stack.enter_context(patch.object(assign, "shared", lambda line, body: 0.0))
            stack.enter_context(weighed(fitted_on(others) if others else None))
            figures = total(scored_pages(paths)).figures()
        print(f"{row.name}: article_f1 {figures['article_f1']:.3f}", file=sys.stderr, flush=True)
        yield row.name, figures


if __name__ == "__main__":
    sys.exit(main())
