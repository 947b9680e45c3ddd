"""What reading costs: time and memory by the length of a page, and of one decision on it.

`python -m benchmarks.reading [--sizes 200many 1 12 1MB 5MB 10MB] [--rounds N]`: pages of the
sample's kind, a number of times its length or so many megabytes; and `many`, so many different
pages of the sample's length that are read many at once (`analysis.read_many`). Each row is
measured in a process of its own, where each page is also read from its file and gone through
once by one regular expression, so that the figures can be compared between machines. `read`: raw
text to reading, posteriors and doubts included, nothing remembered. `decision`: one joint decided
beside another, structure and reading anew, median of several places. `kept`: memory that the
page's reading and its base hold afterwards; of many pages, what the process holds the most while
it reads them, beside their text. Times are processor times in milliseconds, the best of `rounds`.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import regex

from benchmarks.desk import long_page
from editor.analysis import analyse, assemble, read, read_many, settling
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.project import Style
from editor.model.source import Source
from editor.model.structure import Joint

WORDS = regex.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+|[^\s\w]")
"""The one expression of the pass that reading is compared with."""
BLOCK = 24
"""Of longer pages this many lengths of the sample are set, and then repeated."""


def page_of(size: str) -> str:
    """A page of a size as it is given on the command line."""
    if not size.endswith("MB"):
        return long_page(float(size), seed=3)
    want = int(float(size.removesuffix("MB")) * 1e6)
    found: list[str] = []
    seed = have = 0
    while have < want:
        seed += 1
        # blocks of their own up to one megabyte, then again from the first
        found.append(long_page(BLOCK, seed=seed) if seed <= 3 else found[seed % 3])
        have += len(found[-1].encode())
    return "\n\n".join(found)


def seconds(
    work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time
) -> float:
    """The least processor time of some rounds, or what another clock says of them."""
    best = float("inf")
    for _ in range(rounds):
        begun = clock()
        work()
        best = min(best, clock() - begun)
    return best


def resident() -> int:
    """Bytes of memory that the process holds (Linux; 0 elsewhere)."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def fresh(source: Source) -> object:
    """The page read with nothing of it remembered."""
    settling.forget()
    return read(source, Decisions(), Style())


def one_decision(source: Source, places: int = 9) -> float:
    """Seconds of one joint decided, where one beside it was before: the median of places."""
    starts = [raw_at for raw_at, _ in read(source, Decisions(), Style()).joints]
    found = []
    for number in range(1, places + 1):
        first = len(starts) * number // (places + 2)
        for line in range(first, first + 4):
            raw_at = source.next_ink(starts[line] + 1)
            assert raw_at is not None
            decided = consistent.with_joint(Decisions(), source, raw_at, Joint.PARAGRAPH, Mark())
            begun = time.process_time()
            assemble(source, analyse(source, decided, Style()), decided)
            if line > first:  # at the first one the section's sums are made
                found.append(time.process_time() - begun)
    return median(found)


def measured(size: str, rounds: int) -> tuple[str, ...]:
    """The row of one page."""
    text = page_of(size)
    megabytes = len(text.encode()) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")
        path.write_text(text, "utf-8")
        file = seconds(lambda: path.read_text("utf-8"), 3)
    match = seconds(lambda: sum(1 for _ in WORDS.finditer(text)), 3)
    source = Source(text)
    if megabytes > 0.5:
        rounds = 1
    gc.collect()
    before = resident()
    whole = seconds(lambda: fresh(source), rounds)
    held = read(source, Decisions(), Style())
    kept = resident() - before
    decision = one_decision(source)
    return (
        size,
        f"{megabytes:.2f}",
        str(len(held.joints)),
        f"{1000 * whole:.0f}",
        f"{megabytes / whole:.2f}",
        f"{1000 * file:.1f}",
        f"{1000 * match:.0f}",
        f"{whole / match:.1f}",
        f"{1000 * decision:.1f}",
        f"{kept / len(text):.0f}" if megabytes > 0.5 else "",
    )


def many(size: str, rounds: int) -> tuple[str, ...]:
    """The row of many pages read at once."""
    count = int(size.removesuffix("many"))
    texts = [long_page(1 + (number + 1) / 1000, seed=number + 1) for number in range(count)]
    characters = sum(map(len, texts))
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.txt") for number in range(count)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        file = seconds(lambda: [path.read_text("utf-8") for path in paths], 3)
    match = seconds(lambda: [sum(1 for _ in WORDS.finditer(text)) for text in texts], 3)
    asked = [(Source(text), Decisions(), Style()) for text in texts]
    settling.forget()
    gc.collect()
    before, most, lines = resident(), 0, 0
    for reading in read_many(asked):
        most, lines = max(most, resident()), lines + len(reading.joints)
    whole = seconds(lambda: sum(1 for _ in read_many(asked)), rounds)
    return (
        f"{count} at once",
        f"{megabytes:.2f}",
        str(lines),
        f"{1000 * whole:.0f}",
        f"{megabytes / whole:.2f}",
        f"{1000 * file:.1f}",
        f"{1000 * match:.0f}",
        f"{whole / match:.1f}",
        "",
        f"{(most - before) / characters:.0f}",
    )


SIZES = ["200many", "1", "12", "1MB", "5MB", "10MB"]


def row_of(size: str, rounds: int) -> tuple[str, ...]:
    """One row of the table."""
    fresh(Source(page_of("1")))  # what is loaded once
    return many(size, rounds) if size.endswith("many") else measured(size, rounds)


HEAD = (
    "page", "MB", "lines", "read ms", "MB/s", "file ms", "regex ms", "read/regex",
    "decision ms", "kept bytes/char",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table as it stands in docs/accuracy.md."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--sizes", nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args(arguments)
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "|".join(["---"] * len(HEAD)) + "|")
    for size in args.sizes:
        with get_context("spawn").Pool(1) as process:
            row = process.apply(row_of, (size, args.rounds))
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
