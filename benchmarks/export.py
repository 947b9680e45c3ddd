"""What exporting costs: articles a second against python-docx used plainly, memory, and jobs.

`python -m benchmarks.export [--articles N] [--rounds N]`. Two ways in turn, in one process, on
the same articles, already read: `plain` opens python-docx's own template for each article, adds
the same paragraphs with their styles and saves the file; `galley` makes and writes the house's
files as `galley export` does, flushed to the disk, all or none. Rates are of the clock on the
wall, of the best round. `memory` is how much the most memory that the process ever held grew
over the last three quarters of the articles. `jobs` is the whole command on the same pages, from
files to files, with one job and with two, in turn; on a machine that is busy with other things
compare the processor times: what one process does alone against what the command itself and each
of its workers do.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.desk import long_page
from editor.analysis import read_many
from editor.exporting import Choice, Exporter
from editor.files.export.batch import File, write
from editor.files.export.story import Story, paragraphs, stories
from editor.model.decisions import Decisions
from editor.model.project import Page, Style
from editor.model.source import Origin, Source
from editor.model.structure import Role

_STYLE = {
    Role.HEADLINE: "Title",
    Role.SUBHEAD: "Subtitle",
    Role.CROSSHEAD: "Heading 2",
    Role.BODY: "Body Text",
}


def told(count: int) -> list[Story]:
    """So many articles, of different pages of the sample's kind."""
    found: list[Story] = []
    seed = 0
    while len(found) < count:
        texts = [long_page(1 + 1 / 1000, seed=seed + n) for n in range(20)]
        pages = [
            Page("1", Source(text, Origin(f"{seed + n:04}.txt"))) for n, text in enumerate(texts)
        ]
        seed += len(pages)
        readings = read_many((page.source, Decisions(), Style()) for page in pages)
        for page, reading in zip(pages, readings, strict=True):
            found += stories(page, reading.articles)
    return found[:count]


def plain(articles: Sequence[Story], folder: Path) -> None:
    """Each article by python-docx as its documentation shows."""
    from docx import Document

    include = Exporter(Choice()).include
    for number, story in enumerate(articles):
        document = Document()
        for paragraph in paragraphs(story.article, include):
            document.add_paragraph(paragraph.text, style=_STYLE.get(paragraph.role, "Normal"))
        document.save(str(folder / f"{number}.docx"))


def galley(articles: Sequence[Story], folder: Path) -> None:
    """Each article as Galley writes it."""
    exporter, taken = Exporter(Choice()), set[str]()

    def files() -> Iterator[File]:
        for story in articles:
            yield exporter.file(exporter.draft(story), taken)

    write(folder, files())


def seconds(work: Callable[[Path], None]) -> float:
    """How long some work in a new folder takes."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        work(Path(folder))
        return time.perf_counter() - start


_COMMAND = """
import resource, sys
from editor.cli import main
code = main(sys.argv[1:])
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    used = resource.getrusage(who)
    print(used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(code)
"""


def command(pages: Path, jobs: int) -> tuple[float, float, float]:
    """How long the command takes over all pages; processor times of itself and its workers."""
    used: list[str] = []

    def work(folder: Path) -> None:
        asked = [sys.executable, "-c", _COMMAND, "export", "-j", str(jobs), "-o", str(folder)]
        run = subprocess.run(
            [*asked, *map(str, sorted(pages.iterdir()))], check=True, capture_output=True, text=True
        )
        used.extend(run.stderr.split("\n")[-3:-1])

    took = seconds(work)
    return took, float(used[0]), float(used[1])


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    articles = told(asked.articles)
    few = articles[: max(1, len(articles) // 5)]
    print(f"{len(articles)} articles of {len({id(story.page) for story in articles})} pages")
    seconds(lambda folder: galley(few, folder))  # words and package are loaded once a process
    before = _peak()
    seconds(lambda folder: galley(articles[: len(articles) // 4], folder))
    quarter = _peak()
    seconds(lambda folder: galley(articles, folder))
    whole = _peak()
    slow, quick = [], []
    for _ in range(asked.rounds):
        slow.append(seconds(lambda folder: plain(few, folder)) / len(few))
        quick.append(seconds(lambda folder: galley(articles, folder)) / len(articles))
    ratios = sorted(a / b for a, b in zip(slow, quick, strict=True))
    print(f"plain   {1 / min(slow):7.0f} a second")
    print(f"galley  {1 / min(quick):7.0f} a second: {ratios[len(ratios) // 2]:.1f} times")
    print(f"memory  {whole - quarter:+.1f} MB over all, {quarter - before:+.1f} MB before")
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder)
        for story in {id(story.page): story for story in articles}.values():
            page = pages / story.page.source.origin.name
            page.write_text(story.page.source.text, "utf-8")
        one, two = [], []
        for _ in range(asked.rounds):
            one.append(command(pages, 1))
            two.append(command(pages, 2))
        found = sorted(a[0] / b[0] for a, b in zip(one, two, strict=True))
        alone, both = min(one), min(two)
        print(f"jobs    {alone[0]:.2f} s with one, {both[0]:.2f} s with two: "
              f"{found[len(found) // 2]:.2f} times")  # fmt: skip
        print(f"        processor: {alone[1]:.2f} s alone; {both[1]:.2f} s and its two workers "
              f"{both[2]:.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
