"""A gate's worth of files made to do harm; a hundred thousand are in `benchmarks/fuzzing.py`."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.fuzzing import sources, trouble

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "tests" / "files" / "harmful"
READERS = {name: reader for name, reader, _ in sources()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the alarm is Unix's")
def test_two_thousand_inputs() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.fuzzing", "--inputs", "2000", "--seed", "11"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.name)
def test_cases_that_are_kept(path: Path) -> None:
    assert trouble(READERS[path.name.partition("-")[0]], path.read_bytes()) == ""


@pytest.mark.parametrize("name", READERS)
def test_the_harness_sees_what_is_wrong(name: str) -> None:
    def broken(_: bytes) -> None:
        raise RecursionError

    assert "RecursionError" in trouble(broken, b"")
    made = next(maker for one, _, maker in sources() if one == name)
    inputs = {made(random.Random(seed)) for seed in range(40)}
    assert len(inputs) > 20  # not the same again and again
    answers = {bool(trouble(READERS[name], data)) for data in inputs}
    assert answers == {False}


LARGE = """
import resource
resource.setrlimit(resource.RLIMIT_DATA, (500 << 20, 500 << 20))
from editor.files.errors import FileError
from editor.files.project import from_bytes, to_bytes
from editor.files.text import source_from_bytes
from editor.model.decisions import Decisions, Done
from editor.model.project import Page, Project
from editor.model.source import LINES, Source

line = "一" * 350_000
page = source_from_bytes(f"{line}\\n\\u202e{line}\\x1b\\n".encode())
many = Source("一\\n\\n" * LINES)
marks = tuple(Done(at) for at in range(0, len(many.text), 40))
project = Project((Page("p1", page), Page("p2", many, Decisions(done=marks))))
assert from_bytes(to_bytes(project, plain=True)) == project
del project, marks, many, page, line
articles = "修桥\\n本报讯 桥修好了。\\n" * 1_000_000
of_text = source_from_bytes, articles.encode()
of_project = from_bytes, to_bytes(Project((Page("p1", Source(articles)),)), plain=True)
for read, data in (of_text, of_project):
    try:
        read(data)
    except FileError as error:
        assert error.code == "too-many-lines", error
    else:
        raise AssertionError("a million articles were taken")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux'")
def test_lines_of_a_megabyte_and_a_million_are_read_in_bounds_and_more_are_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LARGE], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("depth", [100, 5000, 500_000])
def test_nesting_is_refused_whatever_its_depth(depth: int) -> None:
    whole = json.loads((ROOT / "tests/files/projects/version-2.galley").read_text("utf-8"))
    text = json.dumps({**whole, "deep": "@"}).replace('"@"', "[" * depth + "]" * depth)
    assert trouble(READERS["project"], text.encode()) == ""
