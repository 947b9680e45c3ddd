"""Writes pages with gold: `python -m benchmarks.pages FOLDER --seed N --pages K [--half judge]`.

A folder a style, NAME.txt with NAME.json beside it, as `benchmarks.accuracy` and
`benchmarks.fit_weights` take them. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages.page import make_page
from benchmarks.pages.styles import STYLES
from benchmarks.pages.words import HALVES


def write(folder: Path, styles: Sequence[str], half: str, seed: int, pages: int) -> int:
    """Write `pages` pages of each style; how many there are in all."""
    for style in styles:
        place = folder / style
        place.mkdir(parents=True, exist_ok=True)
        for number in range(pages):
            made = make_page(style, half, seed, number)
            name = f"{style}-{half}-{seed}-{number:02}"
            gold = json.dumps(made.gold, ensure_ascii=False, indent=1) + "\n"
            (place / f"{name}.txt").write_text(made.text, "utf-8", newline="\n")
            (place / f"{name}.json").write_text(gold, "utf-8", newline="\n")
    return len(styles) * pages


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=4, help="of each style")
    parser.add_argument("--half", choices=HALVES, default="train")
    parser.add_argument("--styles", default="", help="by comma; all where not given")
    args = parser.parse_args(argv)
    styles = args.styles.split(",") if args.styles else sorted(STYLES)
    unknown = [style for style in styles if style not in STYLES]
    if unknown:
        print(f"no style is called {', '.join(unknown)}; there are:", file=sys.stderr)
        print("  " + " ".join(sorted(STYLES)), file=sys.stderr)
        return 1
    count = write(args.folder, styles, args.half, args.seed, args.pages)
    print(f"{count} pages in {args.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
