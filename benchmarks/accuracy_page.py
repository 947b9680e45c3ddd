"""Makes the tables of docs/accuracy.md and docs/accuracy-english.md that anybody can make again.

`python -m benchmarks.accuracy_page [--only NAME]`: the project's own pages are written anew and
read, and each table takes its place between its two marks; the text around them stays. A table's
mark holds a digest of the scripts and of the analysis' version that made it, and a test holds that
they are the present ones; another, that the figures by family are what is read today. Tables
without a mark are of pages that are not part of the project: the text names their commands.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ablation import ROWS, without
from benchmarks.accuracy import (
    OWN_PAGES,
    OWN_SEED,
    ROOT,
    Scored,
    own_pages,
    pages_of,
    scored,
    total,
)
from benchmarks.english.__main__ import main as english_pages
from benchmarks.pages.__main__ import write
from benchmarks.pages.styles import FAMILIES, STYLES
from editor.analysis.structure import VERSION

PAGES = (ROOT / "docs" / "accuracy.md", ROOT / "docs" / "accuracy-english.md")
SHOWN = {
    "article_f1": "article_f1",
    "paragraph_f1": "paragraph_f1",
    "headline": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "fixes": "fixes a page",
    "caught": "caught",
    "asked": "asked",
}
SHARES = {key for key in SHOWN if key not in ("fixes", "asked")}

Row = tuple[str, Mapping[str, float]]


@dataclass(frozen=True)
class Table:
    """A table of a page, and the scripts that it is made with, as patterns of files."""

    name: str
    rows: Callable[[], Iterable[Row]]
    scripts: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Of the scripts, and of what the analysis is by its version."""
        made = hashlib.sha256(VERSION.encode())
        for pattern in ("accuracy_page.py", "accuracy.py", "scoring.py", *self.scripts):
            for path in sorted((ROOT / "benchmarks").glob(pattern)):
                made.update(path.name.encode() + path.read_bytes())
        return made.hexdigest()[:16]

    @property
    def begins(self) -> str:
        """The mark above it, as it would be made now."""
        return f"<!-- {self.name}: {self.digest} -->"

    @property
    def ends(self) -> str:
        """The mark below it."""
        return f"<!-- end of {self.name} -->"


def markdown(rows: Iterable[Row]) -> str:
    """The rows as they stand on the page."""
    lines = ["| pages | " + " | ".join(SHOWN.values()) + " |", "|---" * (len(SHOWN) + 1) + "|"]
    for name, figures in rows:
        cells = (f"{figures[key]:.{3 if key in SHARES else 2}f}" for key in SHOWN)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def grouped(pages: Sequence[Scored], groups: Iterable[str]) -> list[Row]:
    """A row a group of styles, whose names begin so; and all."""
    rows = [(g, [page for page in pages if page.group.startswith(g)]) for g in groups]
    return [(name, total(found).figures()) for name, found in (*rows, ("all", pages))]


def families(pages: Sequence[Scored]) -> list[Row]:
    """The rows of the table by family: the pages that the floor holds."""
    return grouped(pages, FAMILIES)


def _by_style() -> list[Row]:
    pages = own_pages(seed=77, pages=4)
    return grouped(pages, sorted({page.group for page in pages}))


def _unseen() -> list[Row]:
    return grouped(own_pages(seed=301, pages=3), ())


def _evidence() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        judged, others = Path(folder, "judge"), Path(folder, "train")
        write(judged, sorted(STYLES), "judge", 77, 2)
        write(others, sorted(STYLES), "train", 21, 1)
        yield from without(pages_of(judged), pages_of(others), [row.name for row in ROWS])


def _english() -> Iterator[Row]:
    for name, kind in (("60 pages", []), ("60 whose paragraphs hang together", ["--prose"])):
        with TemporaryDirectory() as folder:
            english_pages([folder, "--half", "judge", "--pages", "60", *kind])
            yield name, total(scored(Path(folder))).figures()


_CHINESE = ("pages/*.py", "pages/*.toml", "typesetting/*.py")
TABLES = (
    Table("families", lambda: families(own_pages(OWN_SEED, OWN_PAGES)), _CHINESE),
    Table("styles", _by_style, _CHINESE),
    Table("unseen", _unseen, _CHINESE),
    Table("evidence", _evidence, (*_CHINESE, "ablation.py", "fit_weights.py", "weighing.py")),
    Table("english", _english, ("english/*.py",)),
)


def placed(table: Table, text: str) -> tuple[int, int] | None:
    """Where a page has the table, its marks with it."""
    wanted = rf"<!-- {table.name}: [0-9a-f]* -->\n.*?{re.escape(table.ends)}"
    found = re.search(wanted, text, re.DOTALL)
    return found.span() if found else None


def main(argv: Sequence[str] | None = None) -> int:
    """Make the tables and put them in their places."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--only", action="append", choices=[table.name for table in TABLES])
    asked = options.parse_args(argv)
    for table in TABLES:
        if asked.only and table.name not in asked.only:
            continue
        print(table.name, file=sys.stderr)
        made = f"{table.begins}\n\n{markdown(table.rows())}\n\n{table.ends}"
        for page in PAGES:
            text = page.read_text("utf-8")
            if place := placed(table, text):
                text = text[: place[0]] + made + text[place[1] :]
                page.write_text(text, "utf-8", newline="\n")
                break
        else:
            print(f"no page has the marks of {table.name}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
