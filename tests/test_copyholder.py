"""The copyholder reads a page in a process of its own, and nothing is left of it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor import copyholder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="where processes split off cheaply")

FIRST = """
import os
os.sched_getaffinity = lambda _: {0, 1}
from editor.copyholder import hired
holder = hired()
assert holder is not None
import signal
from editor.analysis import read
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from editor.resources import sample_page

def alive():
    try:
        os.kill(holder._process, 0)
    except ProcessLookupError:
        return False
    return True

def descriptors():
    return len(os.listdir("/proc/self/fd"))

text = sample_page().read_text("utf-8")
"""


def run(code: str) -> str:
    """What a fresh interpreter prints, in which `holder` was hired at once."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST + code],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert not done.stderr
    return done.stdout.strip()


def test_it_reads_what_is_read_here() -> None:
    read_by_both = """
before = descriptors()
source, roster = Source(text), ("水沐阳",)
there = holder.read(source, roster)
here = read(source, Decisions(), Style(roster))
assert there == here and here == there and there.articles
assert [why for _, one in there.joints for why in one.why]
print(alive(), before - descriptors())
"""
    assert run(read_by_both) == "False 2"


def test_a_page_longer_than_a_pipe_goes_through() -> None:
    long = """
source = Source("\\n\\n".join([text] * 12))
print(holder.read(source, ()) == read(source, Decisions(), Style(())))
"""
    assert run(long) == "True"


@pytest.mark.parametrize("at", ["before it is asked", "while it reads"])
def test_who_asks_one_that_died_is_told(at: str) -> None:
    killed = """
os.kill(holder._process, signal.SIGKILL)
print(holder.read(Source(text), ()))
"""
    later = """
import threading
threading.Timer(0.02, os.kill, (holder._process, signal.SIGSTOP)).start()
threading.Timer(0.2, os.kill, (holder._process, signal.SIGKILL)).start()
print(holder.read(Source("\\n\\n".join([text] * 12)), ()))
"""
    assert run(killed if at == "before it is asked" else later) == "None"


def test_what_it_cannot_read_makes_no_noise() -> None:
    unreadable = """
print(holder.read(Source(text), None))
"""
    assert run(unreadable) == "None"


def test_one_that_is_not_needed_is_gone_at_once() -> None:
    dismissed = """
before = descriptors()
holder.dismiss()
print(alive(), before - descriptors())
"""
    assert run(dismissed) == "False 2"


def test_it_does_not_outlive_who_hired_it() -> None:
    left = """
print(holder._process, flush=True)
os._exit(0)
"""
    # Its pipes are closed before its process is gone: there is a moment between the two.
    process = Path("/proc") / run(left)
    until = time.monotonic() + 20
    with contextlib.suppress(FileNotFoundError):
        while "Z" not in (process / "stat").read_text().rpartition(")")[2]:  # nobody buried it yet
            assert time.monotonic() < until
            time.sleep(0.01)


def test_where_no_process_can_be_had_nothing_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "fork", refuse)
    before = len(os.listdir("/proc/self/fd"))
    assert copyholder.hired() is None
    assert len(os.listdir("/proc/self/fd")) == before


def test_without_a_second_core_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert copyholder.hired() is None
