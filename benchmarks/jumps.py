"""How many articles that go on on another page are found by their jump lines, and how many falsely.

    python -m benchmarks.jumps [--issues 4] [--seed 7] [--half judge]

On issues that `benchmarks.pages.issue` writes, with gold. Found: a proposal joins just the
articles that hold most of the one part and most of the other. False: any other.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from benchmarks.pages.issue import MadeIssue, make_issue
from editor.analysis import read_many
from editor.editing.linking import facts_of, proposals
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Source

STYLES = ("plain-house", "plain-before", "plain-none", "head-lines", "head-after", "sign-after",
          "column-wide", "blank-uneven", "blank-false", "blank-double")  # fmt: skip


def judged(issue: MadeIssue) -> tuple[int, int, int]:
    """Links in an issue, those that are found, and proposals that are none."""
    pages = [Page(f"p{n}", Source(text)) for n, text in enumerate(issue.texts)]
    readings = list(read_many((page.source, page.decisions, Style()) for page in pages))
    facts = [facts_of(page, reading) for page, reading in zip(pages, readings, strict=True)]
    offered = {(p.first, p.second) for p in proposals(Project(tuple(pages)), facts, {})}
    right = set()
    for ends in issue.links:
        one, other = ((f"p{page}", _holder(readings[page], at)) for page, at in ends)
        right.add((one, other))
    return len(issue.links), len(offered & right), len(offered - right)


def _holder(reading: Reading, places: Sequence[int]) -> int:
    """The anchor of the article that holds most of these places; -1 where none does."""
    spans = sorted((span, a.at) for a in reading.articles for span in a.spans)
    starts = [span.start for span, _ in spans]
    held: Counter[int] = Counter()
    for at in places:
        index = bisect_right(starts, at) - 1
        if index >= 0 and at in spans[index][0]:
            held[spans[index][1]] += 1
    return held.most_common(1)[0][0] if held else -1


def measured(issues: int, seed: int, half: str) -> dict[str, tuple[int, int, int]]:
    """The counts by style."""
    found: dict[str, tuple[int, int, int]] = {}
    for style in STYLES:
        each = [judged(make_issue(style, half, seed, number)) for number in range(issues)]
        found[style] = tuple(map(sum, zip(*each, strict=True)))  # type: ignore[assignment]
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line a style and the whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--issues", type=int, default=4, help="of each style")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--half", default="judge")
    args = parser.parse_args(argv)
    rows = measured(args.issues, args.seed, args.half)
    for style, (links, found, false) in rows.items():
        print(f"{style:16} links {links:4}  found {found:4}  false {false:3}")
    links, found, false = (sum(row[n] for row in rows.values()) for n in range(3))
    print(f"{'all':16} links {links:4}  found {found / max(1, links):.3f}  false {false}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
