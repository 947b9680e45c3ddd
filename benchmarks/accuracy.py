"""How right the analysis is on pages with gold, and whether it stands above the floor.

    python -m benchmarks.accuracy                  the sample, and GALLEY_CORPUS where it is set
    python -m benchmarks.accuracy FOLDER           pages with gold below a folder, by folder
    python -m benchmarks.accuracy --own            the project's own pages, by family of styles
    python -m benchmarks.accuracy --worst 10       and the pages with most to correct

The floor is `benchmarks/floor.toml`: figures reached before, raised when they are beaten and
never lowered to pass. A test holds them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.scoring import Tally, score, table

ROOT = Path(__file__).resolve().parent.parent
FLOOR = Path(__file__).with_name("floor.toml")
SAMPLE = ROOT / "resources" / "sample"
OWN_SEED, OWN_PAGES = 11, 2
"""The own pages that the floor holds: two of each style."""
LESS_IS_BETTER = ("fixes", "lost", "invented", "asked")


@dataclass(frozen=True)
class Scored:
    """One page, the group that it counts in, and its tally."""

    path: Path
    group: str
    tally: Tally


def read_page(path: Path) -> dict[str, Any]:
    """What the analysis says of a page, as the command line prints it."""
    from editor import analysis
    from editor.analysis.reasons import sentence
    from editor.files.reading_json import reading_object
    from editor.files.text import read_page as source_of
    from editor.model.decisions import Decisions
    from editor.model.project import Style

    reading = analysis.read(source_of(path), Decisions(), Style())
    return reading_object(reading, path.name, sentence)


def pages_of(folder: Path) -> list[Path]:
    """All `NAME.txt` below a folder that have a `NAME.json` beside them."""
    return sorted(p for p in folder.rglob("*.txt") if p.with_suffix(".json").exists())


def scored(folder: Path, name: str = "") -> list[Scored]:
    """Every page below a folder, read and scored; grouped by the folder that holds it."""
    found = scored_pages(pages_of(folder))
    groups = (name or str(page.path.parent.relative_to(folder.parent)) for page in found)
    return [replace(page, group=group) for page, group in zip(found, groups, strict=True)]


def scored_pages(paths: Iterable[Path]) -> list[Scored]:
    """These pages, read and scored; grouped by the name of the folder that holds them."""
    found = []
    for path in paths:
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        raw = path.read_text("utf-8")
        found.append(Scored(path, path.parent.name, score(raw, gold, read_page(path))))
    return found


def own_pages(seed: int = OWN_SEED, pages: int = OWN_PAGES) -> list[Scored]:
    """The project's own pages of the half that judges, made anew, read and scored; by style."""
    from benchmarks.pages.__main__ import write
    from benchmarks.pages.styles import STYLES

    with TemporaryDirectory() as folder:
        write(Path(folder), sorted(STYLES), "judge", seed, pages)
        return scored_pages(pages_of(Path(folder)))


def total(pages: Iterable[Scored]) -> Tally:
    """The pages as one tally."""
    whole = Tally()
    for page in pages:
        whole += page.tally
    return whole


def floor() -> dict[str, dict[str, float]]:
    """The figures to hold, by name of the set of pages."""
    return tomllib.loads(FLOOR.read_text("utf-8"))


def below(figures: Mapping[str, float], held: Mapping[str, float]) -> list[str]:
    """Which figures are worse than the floor, in words."""
    found = []
    for name, value in held.items():
        now = figures[name]
        worse = now > value + 1e-9 if name in LESS_IS_BETTER else now < value - 1e-9
        if worse:
            found.append(f"{name} is {now:.3f}, the floor is {value:.3f}")
    return found


def is_english(page: Scored) -> bool:
    """Whether the page is of one of the corpus' English styles."""
    return page.path.parent.name.startswith("e0")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; with pages far from gold where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="pages with gold")
    parser.add_argument("--own", action="store_true", help="the project's own pages, by family")
    parser.add_argument("--worst", type=int, default=0, help="list the N pages with most fixes")
    args = parser.parse_args(argv)
    if args.own:
        pages = [replace(p, group=p.group.partition("-")[0]) for p in own_pages()]
    elif args.folder:
        pages = scored(args.folder)
    else:
        pages = scored(SAMPLE, "sample")
        if corpus := os.environ.get("GALLEY_CORPUS"):
            pages += scored(Path(corpus))
    if not pages:
        print(f"{args.folder}: no NAME.txt with a NAME.json beside it", file=sys.stderr)
        return 1
    groups = sorted({page.group for page in pages})
    rows = [(g, total(p for p in pages if p.group == g).figures()) for g in groups]
    if len(groups) > 1:
        rows.append(("all", total(pages).figures()))
    print(table(rows))
    ranked = sorted(pages, key=lambda page: -page.tally.counts["fixes"])
    for page in ranked[: args.worst]:
        print(f"{page.tally.counts['fixes']:4d} fixes  {page.path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
