"""What the documents say of files, keys and commands is so."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from editor.__main__ import COMMANDS
from editor.cli import main
from editor.command_words import WORDS
from editor.files.errors import SENTENCES

ROOT = Path(__file__).resolve().parent.parent
KEY = r"(?:(?:Ctrl|Shift|Alt)\+)+[A-Z\d]\w*|\bF\d+\b"
NOT_HERE = ("editor/_resources",)
"""What only an installed Galley has."""
DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")]
    if ".venv" not in path.parts
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        assert "://" in link or (path.parent / link).exists(), link
    for told in re.findall(r"`([^`\n]+)`", text):
        for name in re.findall(
            r"(?<![\w./-])((?:editor|docs|tests|benchmarks|resources|packaging)/[\w./-]+)(?![\w*])",
            told,
        ):
            assert (ROOT / name).exists() or name in NOT_HERE, name
    for module in re.findall(r"-m (benchmarks[\w.]*)", text):
        place = ROOT.joinpath(*module.split("."))
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), module


def test_every_benchmark_that_is_a_command_is_listed() -> None:
    told = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    for path in (ROOT / "benchmarks").glob("*.py"):
        if '__name__ == "__main__"' in path.read_text("utf-8") and path.stem != "bare_window":
            assert f"benchmarks.{path.stem}" in told, path.stem


def keys_told() -> tuple[set[str], set[str]]:
    """The keys of the two tables of the README, English and Chinese."""
    tables: list[set[str]] = []
    for half in (ROOT / "README.md").read_text("utf-8").split("\n---\n"):
        rows = "\n".join(line for line in half.split("\n") if line.startswith("| "))
        tables.append(set(re.findall(r"(?:Ctrl\+|Shift\+)+[\w]+|\bF\d\b", rows)))
    return tables[0], tables[1]


def test_both_halves_of_the_readme_tell_the_same_keys_and_the_editor_has_them() -> None:
    pytest.importorskip("PySide6")
    from editor.ui.commands import COMMANDS as GESTURES

    english, chinese = keys_told()
    assert english == chinese
    known = {
        key.replace("Return", "Enter").replace("Del", "Delete") for g in GESTURES for key in g.keys
    }
    assert english <= known, english - known


@pytest.mark.parametrize("name", ["guide.md", "guide.zh.md"])
def test_the_guide_tells_keys_that_there_are(name: str) -> None:
    pytest.importorskip("PySide6")
    from editor.ui.commands import COMMANDS as GESTURES

    told = set(re.findall(KEY, (ROOT / "docs" / name).read_text("utf-8")))
    both = set(re.findall(KEY, (ROOT / "docs" / "guide.md").read_text("utf-8")))
    assert len(told) > 20 and told == both
    known = {
        key.replace("Return", "Enter").replace("Del", "Delete") for g in GESTURES for key in g.keys
    }
    assert told <= known | {"Shift+Delete", "F10"}


def test_pages_that_are_made_are_what_is_made_now() -> None:
    """Run `python docs/generate.py` where this fails."""
    made = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert made.returncode == 0, made.stdout + made.stderr


def test_the_commands_of_the_readme_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    said = (ROOT / "README.md").read_text("utf-8")
    lines = re.findall(r"^ {4}\./run ?(.*?)(?: +#.*)?$", said, re.MULTILINE)
    assert {"", "test", "--help"} <= set(lines)
    for line in lines:
        words = shlex.split(line)
        if not words or words[0].endswith(".txt") or words[0] in ("test", "--help"):
            continue
        assert words[0] in COMMANDS
        assert main([words[0], "--help"]) == 0
        told = capsys.readouterr().out
        assert all(word in told for word in words if word.startswith("-"))


def test_run_and_the_package_pass_the_same_commands_on() -> None:
    said = (ROOT / "run").read_text("utf-8")
    (case,) = re.findall(r"^    -\* \| (.*)\) ;;$", said, re.MULTILINE)
    assert set(case.split(" | ")) == COMMANDS
    assert subprocess.run(["bash", "-n", str(ROOT / "run")]).returncode == 0


@pytest.mark.parametrize("table", [SENTENCES, WORDS])
def test_both_languages_fill_the_same_places(table: dict[str, tuple[str, str]]) -> None:
    for code, (english, chinese) in table.items():
        places = [set(re.findall(r"{(\w+)", text)) for text in (english, chinese)]
        assert {name.removesuffix("_zh") for name in places[1]} == places[0], code


def test_the_page_of_speed_was_made_by_the_present_scripts() -> None:
    """Run `python -m benchmarks.performance --only NAME` where this fails."""
    from benchmarks.performance import PAGE, SECTIONS, stamp

    page = PAGE.read_text("utf-8")
    stale = [section.module for section in SECTIONS if stamp(section) not in page]
    assert not stale


def test_the_pages_of_accuracy_were_made_by_the_present_scripts() -> None:
    """Run `python -m benchmarks.accuracy_page --only NAME` where this fails."""
    from benchmarks.accuracy_page import PAGES, TABLES, placed

    told = [page.read_text("utf-8") for page in PAGES]
    held = [table for table in TABLES if sum(placed(table, text) is not None for text in told) == 1]
    assert held == list(TABLES)
    stale = [table.name for table in TABLES if not any(table.begins in text for text in told)]
    assert not stale
