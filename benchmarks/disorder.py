"""How well text out of its place is found, and how often text in its place is asked about.

    python -m benchmarks.disorder                  own pages with one column out of place, by kind
    python -m benchmarks.disorder --seed 9 --pages 4 --half judge
    python -m benchmarks.disorder --ordered FOLDER     pages in order below a folder: proposals

Found: a proposal takes the text from where it begins and puts it behind where it belongs. Right:
the article reads as its gold once the proposal is taken.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import pages_of
from benchmarks.pages.disorder import KINDS, Misplaced, disordered
from benchmarks.pages.page import MadePage
from benchmarks.pages.styles import STYLES
from benchmarks.scoring import bare
from editor import analysis
from editor.editing.answers import AnswerDoubt
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page, Style
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.verdict import Doubt, MoveTarget

COLUMNS = ("pages", "found", "right", "false")


def proposed(reading: Reading) -> list[tuple[Doubt, MoveTarget]]:
    """What a reading proposes to move."""
    return [(d, d.target) for d in reading.doubts if isinstance(d.target, MoveTarget)]


def judged(made: MadePage, misplaced: Misplaced) -> Counter[str]:
    """What is proposed of a page with one column out of its place."""
    source, count = Source(made.text), Counter(pages=1)
    reading = analysis.read(source, Decisions(), Style())
    for doubt, target in proposed(reading):
        if (target.span.start, target.to) != (misplaced.start, misplaced.to):
            count["false"] += 1
            continue
        count["found"] = 1
        page = Page("p", source)
        taken = AnswerDoubt(doubt, 1).apply(page, reading, Mark())
        mended = analysis.read(source, taken, Style())
        count["right"] = int(_reads(mended, made.gold, misplaced.to))
    return count


def _reads(reading: Reading, gold: dict[str, Any], to: int) -> bool:
    """Whether the paragraph that was broken off reads as it was printed."""
    article = reading.article_of(to - 1)
    if article is None:
        return False
    ours = next(b.text for b in article.blocks if any(to - 1 in p.span for p in b.text.pieces))
    return bare(ours.text) in {bare(p) for a in gold["articles"] for p in a["paragraphs"]}


def own_pages(half: str, seed: int, pages: int) -> Iterator[tuple[MadePage, Misplaced]]:
    """Pages of every style that has articles long enough."""
    for style in sorted(STYLES):
        for number in range(pages):
            made, misplaced = disordered(style, half, seed, number)
            if misplaced is not None:
                yield made, misplaced


def ordered(folder: Path) -> Counter[str]:
    """How many pages below a folder there are, and what is proposed of them."""
    from editor.files.text import read_page

    count: Counter[str] = Counter()
    for path in pages_of(folder):
        found = proposed(analysis.read(read_page(path), Decisions(), Style()))
        count += Counter(pages=1, proposals=len(found))
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--half", default="judge")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--pages", type=int, default=2, help="of each style")
    parser.add_argument("--ordered", type=Path, help="pages in order, with gold")
    args = parser.parse_args(argv)
    if args.ordered:
        count = ordered(args.ordered)
        print(f"{count['proposals']} proposals on {count['pages']} pages in order")
        return 0
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for made, misplaced in own_pages(args.half, args.seed, args.pages):
        one = judged(made, misplaced)
        found[misplaced.kind] += one
        found["all"] += one
    print("| column | " + " | ".join(COLUMNS) + " |\n|" + "---|" * (len(COLUMNS) + 1))
    for kind in (*KINDS, "all"):
        print(f"| {kind} | " + " | ".join(str(found[kind][name]) for name in COLUMNS) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
