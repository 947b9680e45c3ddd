"""How long Galley's start takes against a bare window with the same text, in one run.

`python -m benchmarks.startup [PAGE] [--rounds N]`: T1 is process start to raw text painted, T2 to
the reading painted; each is divided by the bare window's T1 of the same round, and the medians of
these ratios are what counts (times swing with the machine, ratios much less). Galley starts from
its source, as `./run` does, and as a wheel lays it out; `--program` measures another command too
(the frozen program). Windows are shown on a real X server: the one of DISPLAY, else an Xvfb that is
started for the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from editor.resources import sample_page

ROOT = Path(__file__).resolve().parent.parent
BARE = ("-m", "benchmarks.bare_window")
GALLEY = ("-P", "-m", "editor")
LIMITS = {"T1": 1.4, "T2": 3.0}
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


def installed(folder: Path) -> Path:
    """Where the wheel's files are, laid out as by an installation."""
    made = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(made, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return site


def start(
    command: Sequence[str], place: Path, page: Path, shown: str, home: str
) -> dict[str, float]:
    """Run one start; milliseconds from the process' start to each moment that it told.

    `place`: where modules are looked for first.
    """
    # Compiled modules are kept, as on a person's machine.
    hidden = ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {
        "DISPLAY": shown,
        "QT_QPA_PLATFORM": "xcb",
        "GALLEY_STARTUP_PROBE": "1",
        "PYTHONPATH": str(place),
        "XDG_STATE_HOME": f"{home}/state",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_DATA_HOME": f"{home}/data",
        "XDG_RUNTIME_DIR": f"{home}/none",  # no running Galley takes the page over
    }
    begun = time.monotonic_ns()
    done = subprocess.run(
        [*command, str(page)],
        env=env, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip
    told: dict[str, float] = {}
    for line in done.stderr.split("\n"):
        name, _, at = line.partition(" ")
        if name in LIMITS and at.isdigit():
            told[name] = (int(at) - begun) / 1e6
    if done.returncode or "T1" not in told:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-800:]}")
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=sample_page())
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--program", type=Path, help="another Galley to measure, as one file to run"
    )
    options = parser.parse_args()
    page = options.page.resolve()
    bare = (sys.executable, *BARE)
    galley: tuple[str, ...] = (sys.executable, *GALLEY)
    with display() as shown, tempfile.TemporaryDirectory() as home:
        starts = {"source": (galley, ROOT), "installed": (galley, installed(Path(home)))}
        if options.program is not None:
            starts["program"] = ((str(options.program.resolve()),), ROOT)
        times: dict[tuple[str, str], list[float]] = {("bare", "T1"): []}
        times |= {(way, name): [] for way in starts for name in LIMITS}
        for number in range(options.rounds + 1):
            told = {"bare": start(bare, ROOT, page, shown, home)}
            told |= {way: start(*asked, page, shown, home) for way, asked in starts.items()}
            if number:  # the first round fills the file cache
                for (way, name), kept in times.items():
                    kept.append(told[way][name])
    least = times.pop(("bare", "T1"))
    print(f"{options.rounds} rounds, medians; ratio: median of the rounds' ratios")
    print(f"bare window   {median(least):6.0f} ms")
    for (way, name), taken in times.items():
        ratio, limit = median(a / b for a, b in zip(taken, least, strict=True)), LIMITS[name]
        verdict = "within" if ratio <= limit else "OVER"
        row = f"{way:10} {name} {median(taken):6.0f} ms  {ratio:.2f} x ({verdict} {limit:g})"
        print(row)


if __name__ == "__main__":
    main()
