"""Makes docs/performance.md: `nice -n -10 python -m benchmarks.performance` on a machine at rest.

Each section is what one benchmark prints. The page holds a digest of the scripts that made it, and
a test holds that they are the present ones: whoever changes a benchmark makes the page again, with
`--only NAME` for its section alone.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"


@dataclass(frozen=True)
class Section:
    """A benchmark's part of the page. `words`: its arguments; `scripts`: what it measures with."""

    module: str
    title: str
    words: tuple[str, ...]
    scripts: tuple[str, ...]
    says: str
    plain: bool = True

    @property
    def command(self) -> str:
        """As one types it."""
        return " ".join(("python -m", f"benchmarks.{self.module}", *self.words))

    @property
    def digest(self) -> str:
        """Of the scripts, and of how they were asked."""
        made = hashlib.sha256(self.command.encode())
        for name in (self.module, *self.scripts):
            made.update((ROOT / "benchmarks" / f"{name}.py").read_bytes())
        return made.hexdigest()[:16]


SECTIONS = (
    Section(
        "side_by_side",
        "Beside other tools",
        ("--pages", "1"),
        ("scoring",),
        "What other tools make of the same pages, and what the same articles cost as Word files. "
        "No other tool here tells articles, headlines or reporters apart.",
        plain=False,
    ),
    Section(
        "startup",
        "Start",
        ("--rounds", "5"),
        ("bare_window",),
        "From the process' start to the raw text painted (T1) and to the reading painted (T2), "
        "against a bare PySide6 window that shows the same text; from source, and as a wheel lays "
        "the files out.",
    ),
    Section(
        "reading",
        "Reading",
        ("--rounds", "2"),
        (),
        "Pages read from text to reading, and one decision read again, by length; against reading "
        "the file and one pass of a regular expression.",
    ),
    Section(
        "latency",
        "At the desk",
        ("--gestures", "500"),
        ("desk",),
        "From a key to the end of the proof's paint, against a letter in a bare text widget with "
        "the same text.",
    ),
    Section(
        "large",
        "A text of ten megabytes",
        ("--mb", "10"),
        ("desk", "limits"),
        "Whether the window answers while it comes in and is worked at.",
    ),
    Section(
        "many",
        "Two hundred pages of 200 KB",
        ("--pages", "200", "--size", "200"),
        ("desk", "limits"),
        "Turning to a page, the same gestures as in a project of one such page, and a word "
        "replaced on all pages. To find it the first time, all pages are read.",
    ),
    Section(
        "export",
        "Export",
        ("--rounds", "2"),
        (),
        "Articles a second against python-docx used plainly, memory, and two jobs against one.",
    ),
    Section(
        "archive",
        "Archives",
        ("--pages", "2000", "--kills", "4"),
        ("desk",),
        "An archive from files to files through `galley export --each`, with one job and two, "
        "killed and gone on with, and on a cluster; beside it what this machine gives two commands "
        "that know nothing of one another.",
    ),
)


def stamp(section: Section) -> str:
    """The line of the page by which the test knows what made a section."""
    return f"<!-- {section.module}: {section.digest} -->"


def measured(section: Section) -> str:
    """The section, measured now."""
    asked = [sys.executable, "-m", f"benchmarks.{section.module}", *section.words]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, env=env)
    if done.returncode:
        sys.exit(f"{section.command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    told = done.stdout.rstrip()
    if section.plain:
        told = f"```text\n{told}\n```"
    day = time.strftime("%Y-%m-%d")
    return (
        f"{stamp(section)}\n## {section.title}\n\n{section.says}\n\n"
        f"`{section.command}`, {day}, {_commit()}:\n\n{told}\n"
    )


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True
        ).stdout.strip()

    return (git("rev-parse", "--short", "HEAD") or "no commit") + (
        ", changed since" if git("status", "--porcelain", "editor", "benchmarks") else ""
    )


def kept() -> dict[str, str]:
    """The sections of the page as it is, by module."""
    if not PAGE.is_file():
        return {}
    parts = re.split(r"(?m)^(?=<!-- \w+: [0-9a-f]{16} -->$)", PAGE.read_text("utf-8"))[1:]
    return {part.split()[1].rstrip(":"): part for part in parts}


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--only", action="append", choices=[s.module for s in SECTIONS])
    asked = options.parse_args()
    parts = kept()
    for section in SECTIONS:
        if not asked.only or section.module in asked.only:
            print(section.command, file=sys.stderr)
            parts[section.module] = measured(section)
    cores = os.cpu_count()
    head = (
        "# How fast it is\n\n"
        "Made by `python -m benchmarks.performance`; `benchmarks/README.md` says what each figure "
        f"means. Last made on {cores} virtual cores ({platform.machine()}, "
        f"Python {platform.python_version()}). Times swing with the machine: trust the ratios.\n\n"
    )
    found = [parts[section.module].rstrip() for section in SECTIONS if section.module in parts]
    PAGE.write_text(head + "\n\n".join(found) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
