"""Writes English pages with their gold: `python -m benchmarks.english FOLDER --half train`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.english.pages import made

HALVES = ("train", "judge")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=HALVES, default="train")
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--prose", action="store_true", help="paragraphs that hang together")
    args = parser.parse_args(argv)
    name = f"english_{args.half}" + "_prose" * args.prose
    folder = args.folder / name
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(args.pages):
        text, gold = made(number, HALVES.index(args.half), prose=args.prose)
        (folder / f"{number:03d}.txt").write_text(text, "utf-8", newline="\n")
        (folder / f"{number:03d}.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
