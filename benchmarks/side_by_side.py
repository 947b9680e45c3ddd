"""Galley beside other tools: what they make of the same pages, and what the same articles cost.

`python -m benchmarks.side_by_side [--pages N] [--rounds N]`. Whatever of these is installed takes
part: calibre (`ebook-convert`, its heuristics unwrap lines), pandoc, LibreOffice, opencc-pyo3 (its
`reflow_cjk_paragraphs`). "joined at marks" is what OCR programs call smart merging, three lines
long: a line goes on in the next unless it ends in a full stop or the like.

Reflow: own Chinese pages with gold, N of each style. No other tool separates articles, so each
gets its paragraphs counted as one article's: `paragraph_f1` counts paragraphs that are exactly
right, `starts` (precision and recall) the printed lines that a paragraph begins at. Times are for a
page, and against the limit: reading the file and one pass of a regular expression. Programs that
are started for each page (`*`) pay for that.

Export: the sample page's articles, one file each; against the limit, which is packing the same
bytes into the same files.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import regex

from benchmarks.accuracy import OWN_SEED, pages_of, read_page
from benchmarks.reading import seconds
from benchmarks.scoring import Tally, bare, score

PATIENCE = 300
"""Seconds after which a program is given up."""
_ENDS = "。！？”…：.!?\"'"
_PATTERN = regex.compile(r"(?P<mark>[。！？；])|(?P<number>\d+)|(?P<name>\p{Han}{2,4}[日晚]报)")

Paragraphs = Callable[[Path], list[str]]


@dataclass(frozen=True)
class Tool:
    """A way from a page's file to paragraphs. `name` ends in `*` where it starts a program."""

    name: str
    paragraphs: Paragraphs


def joined_at_marks(page: Path) -> list[str]:
    """Lines joined unless one ends in a mark that ends a sentence."""
    found = [""]
    for line in page.read_text("utf-8").split("\n"):
        found[-1] += line.strip()
        if line.rstrip().endswith(tuple(_ENDS)):
            found.append("")
    return found


def tools() -> list[Tool]:
    """Those that are here."""
    found = [Tool("joined at marks", joined_at_marks)]
    try:
        opencc: Any = importlib.import_module("opencc_pyo3")
    except ImportError:
        pass
    else:
        reflow = opencc.opencc_pyo3.reflow_cjk_paragraphs
        found.append(
            Tool(
                "opencc-pyo3",
                lambda page: reflow(page.read_text("utf-8"), False, True).split("\n"),
            )
        )
    if shutil.which("ebook-convert"):
        found.append(Tool("calibre *", _calibre))
    if shutil.which("pandoc"):
        found.append(Tool("pandoc *", _pandoc))
    return found


def _calibre(page: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "page.txt"
        _run(["ebook-convert", str(page), str(out), "--enable-heuristics"])
        return out.read_text("utf-8").split("\n")


def _pandoc(page: Path) -> list[str]:
    asked = ["pandoc", "-f", "markdown+east_asian_line_breaks", "-t", "plain", "--wrap=none"]
    return _run([*asked, str(page)]).split("\n")


def _run(words: Sequence[str]) -> str:
    return subprocess.run(
        words, check=True, capture_output=True, text=True, timeout=PATIENCE
    ).stdout


def starts(paragraphs: Sequence[str]) -> set[int]:
    """The printed characters that a paragraph begins at, all of the page counted."""
    return set(accumulate((len(bare(text)) for text in paragraphs), initial=0))


def reflow(pages: Sequence[Path]) -> None:
    """The table of reflow."""

    def one_pass() -> object:
        return [_PATTERN.findall(page.read_text("utf-8")) for page in pages]

    limit = seconds(one_pass, 3, time.perf_counter)  # as the others, which start programs
    print(f"{len(pages)} pages; the limit is {limit / len(pages) * 1e3:.2f} ms a page\n")
    print("| tool | paragraph_f1 | starts: precision | recall | article_f1 | ms a page | x limit |")
    print("|---|---|---|---|---|---|---|")
    for tool in [*tools(), None]:
        whole, hits, made, wanted = Tally(), 0, 0, 0
        took = 0.0
        for page in pages:
            gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
            raw = page.read_text("utf-8")
            begun = time.perf_counter()
            got: dict[str, Any]
            if tool is None:
                got = read_page(page)
            else:
                got = {"articles": [{"paragraphs": tool.paragraphs(page)}]}
            took += time.perf_counter() - begun
            whole += score(raw, gold, got)
            right = _begun(raw, gold)
            ours = starts(got["articles"][0]["paragraphs"]) if tool else _begun(raw, got)
            at_heads = _begun(raw, gold, heads=True)
            ours -= at_heads - right  # a start at a headline is neither right nor wrong
            hits, made, wanted = hits + len(right & ours), made + len(ours), wanted + len(right)
        told = whole.figures()
        ms = took / len(pages)
        print(
            f"| {tool.name if tool else '**Galley**'} | {told['paragraph_f1']:.3f} "
            f"| {hits / max(1, made):.3f} | {hits / wanted:.3f} | {told['article_f1']:.3f} "
            f"| {ms * 1e3:.1f} | {ms / limit * len(pages):.0f} |"
        )


def _begun(raw: str, read: Any, *, heads: bool = False) -> set[int]:
    """Where paragraphs (with `heads`, headline lines too) begin among the page's characters."""
    printed, found = bare(raw), set()
    for article in read["articles"]:
        texts = list(article.get("paragraphs") or [])
        if heads:
            lines = [article.get(name) or [] for name in ("kicker", "headline", "subhead")]
            texts += [
                line for told in lines for line in ([told] if isinstance(told, str) else told)
            ]
        at = 0
        for text in map(bare, texts):
            place = printed.find(text[:12], at) if text else -1
            if place < 0:
                place = printed.find(text[:12]) if text else -1
            if place >= 0:
                found.add(place)
                at = place if heads else place + 1
    return found


# -- export --------------------------------------------------------------------------------


def export(rounds: int) -> None:
    """The table of export."""
    from benchmarks.export import galley, plain, told

    articles = told(40)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        texts = place / "texts"
        texts.mkdir()
        for number, story in enumerate(articles):
            body = "\n\n".join(block.text.text for block in story.article.blocks)
            text = f"# {story.article.title}\n\n{body}\n"
            (texts / f"{number}.md").write_text(text, "utf-8")
            (texts / f"{number}.txt").write_text(text, "utf-8")
        (place / "warm").mkdir()
        galley(articles, place / "warm")
        ways: list[tuple[str, Callable[[Path], None]]] = [
            ("the limit: packing the bytes", _packing(sorted((place / "warm").iterdir()))),
            ("**Galley**", lambda out: galley(articles, out)),
            ("python-docx, plainly", lambda out: plain(articles, out)),
        ]
        if shutil.which("pandoc"):
            ways.append(("pandoc, markdown, a start each *", lambda out: _pandocs(texts, out)))
        if shutil.which("soffice"):
            ways.append(("LibreOffice, text, one start for all *", lambda out: _office(texts, out)))
        print("\n| way | ms an article | x limit |\n|---|---|---|")
        limit = 0.0
        for name, way in ways:
            best = float("inf")
            for number in range(rounds):
                out = place / f"{len(name)}-{number}"
                out.mkdir()
                begun = time.perf_counter()
                way(out)
                best = min(best, time.perf_counter() - begun)
            limit = limit or best
            print(f"| {name} | {best / len(articles) * 1e3:.2f} | {best / limit:.1f} |")


def _packing(files: Sequence[Path]) -> Callable[[Path], None]:
    parts = []
    for path in files:
        with zipfile.ZipFile(path) as packed:
            parts.append((path.name, [(name, packed.read(name)) for name in packed.namelist()]))

    def work(out: Path) -> None:
        for name, held in parts:
            with zipfile.ZipFile(out / name, "w", zipfile.ZIP_DEFLATED) as packed:
                for part, data in held:
                    packed.writestr(part, data)

    return work


def _pandocs(texts: Path, out: Path) -> None:
    for path in texts.glob("*.md"):
        _run(["pandoc", str(path), "-o", str(out / f"{path.stem}.docx")])


def _office(texts: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        profile = f"-env:UserInstallation=file://{home}"
        asked = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
        _run([*asked, *map(str, texts.glob("*.txt"))])


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--pages", type=int, default=2)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    from benchmarks.pages.__main__ import write
    from benchmarks.pages.styles import STYLES

    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), sorted(STYLES), "judge", OWN_SEED, asked.pages)
        read_page(pages_of(Path(folder))[0])  # what is loaded once
        reflow(pages_of(Path(folder)))
    sys.stdout.flush()
    export(asked.rounds)


if __name__ == "__main__":
    main()
