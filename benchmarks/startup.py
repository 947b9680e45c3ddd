"""How long Galley's start takes against a bare window with the same text, in one run.

`python -m benchmarks.startup [PAGE] [--rounds N]`: T1 is process start to raw text painted, T2 to
the reading painted; each is divided by the bare window's T1 of the same round, and the medians of
these ratios are what counts (times swing with the machine, ratios much less). Windows are shown on
a real X server: the one of DISPLAY, else an Xvfb that is started for the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from editor.resources import sample_page

ROOT = Path(__file__).resolve().parent.parent
BARE = ("-m", "benchmarks.bare_window")
GALLEY = ("-P", "-m", "editor")
LIMITS = {"T1": 2.0, "T2": 5.0}
"""Most that the ratios should be."""


@contextmanager
def display() -> Iterator[str]:
    """A display to show windows on."""
    if found := os.environ.get("DISPLAY"):
        yield found
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            sys.exit("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def start(words: tuple[str, ...], page: Path, shown: str, home: str) -> dict[str, float]:
    """Run one start; milliseconds from the process' start to each moment that it told."""
    # Compiled modules are kept, as on a person's machine.
    hidden = ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {
        "DISPLAY": shown,
        "QT_QPA_PLATFORM": "xcb",
        "GALLEY_STARTUP_PROBE": "1",
        "PYTHONPATH": str(ROOT),
        "XDG_STATE_HOME": f"{home}/state",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_DATA_HOME": f"{home}/data",
        "XDG_RUNTIME_DIR": f"{home}/none",  # no running Galley takes the page over
    }
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, *words, str(page)],
        env=env, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip
    told: dict[str, float] = {}
    for line in done.stderr.split("\n"):
        name, _, at = line.partition(" ")
        if name in LIMITS and at.isdigit():
            told[name] = (int(at) - begun) / 1e6
    if done.returncode or "T1" not in told:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[-800:]}")
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=sample_page())
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    page = options.page.resolve()
    times: dict[str, list[float]] = {"bare": [], "T1": [], "T2": []}
    with display() as shown, tempfile.TemporaryDirectory() as home:
        for number in range(options.rounds + 1):
            bare, galley = start(BARE, page, shown, home), start(GALLEY, page, shown, home)
            if number:  # the first round fills the file cache
                times["bare"].append(bare["T1"])
                for name in LIMITS:
                    times[name].append(galley[name])
    print(f"{options.rounds} rounds, medians; ratio: median of the rounds' ratios")
    print(f"bare window  {median(times['bare']):6.0f} ms")
    for name, limit in LIMITS.items():
        ratio = median(a / b for a, b in zip(times[name], times["bare"], strict=True))
        verdict = "within" if ratio <= limit else "OVER"
        print(f"{name:12} {median(times[name]):6.0f} ms  {ratio:.2f} x ({verdict} {limit:g})")


if __name__ == "__main__":
    main()
