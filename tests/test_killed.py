"""Twenty lives that end with SIGKILL; three hundred are in `benchmarks/killing.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_a_kill_at_any_moment_loses_nothing_older_than_a_second() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.killing", "--rounds", "20", "--seed", "7"],
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
