"""An archive through `galley export --each`: two jobs against one, memory, kills, the same files.

`python -m benchmarks.archive [--pages N] [--length F] [--kills N] [--no-cluster]`. Pages of the
sample's kind, each another text, a third as long, made from seeds. All are exported with one job
and with two, from files to files; the ratio is of the clock on the wall. The limit beside it is
this machine's: two commands of one job that know nothing of one another, each with half of the
pages, at the same time. `processor` is what the command and its workers computed, and what two
cores could make of it at best: on a machine that is busy with other things compare that. `memory`
is the most that the command and its workers ever held, each by itself, summed: up to page 1,000 (of
few pages, up to the middle), and in all. Then the two jobs
once more into an empty folder, killed at random and run again until they end: how many pages were
told as written more than once, and whether the folder is the same as the first. At last the same
through a dask cluster of two local workers, where dask is installed.

Each line that has a limit ends in PASS or OVER, and the last line says whether all are held.
"""

from __future__ import annotations

import argparse
import filecmp
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.desk import long_page

EVERY = 100
"""Pages between two looks at the memory."""
STEADY = 1000
"""Pages by which memory is to be what it stays."""
RATIO, GROWTH = 1.8, 1.1
"""Two jobs against one at least; memory behind page STEADY against before at most."""


@dataclass
class Run:
    """One run of the command: seconds, pages by outcome, and MB held by every hundredth page.

    `processor`: seconds that it and its workers computed. `told`: pages, whatever came of them.
    """

    seconds: float = 0
    processor: float = 0
    written: list[str] = field(default_factory=list)
    told: int = 0
    memory: list[float] = field(default_factory=list)
    ended: bool = True


def held(pid: int) -> float:
    """MB that a process and its children have held so far, each at its most."""
    total = 0
    for process in (pid, *_children(pid)):
        try:
            status = Path(f"/proc/{process}/status").read_text()
        except OSError:  # it ended
            continue
        total += sum(int(ln.split()[1]) for ln in status.splitlines() if ln.startswith("VmHWM:"))
    return total / 1024


def _children(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [one for child in map(int, told) for one in (child, *_children(child))]


def run(pages: Sequence[Path], out: Path, *options: str, stop_after: int = 0) -> Run:
    """The command over pages; killed after so many written pages if any."""
    asked = [sys.executable, "-m", "editor", "export", "--each", "--json", "-o", str(out)]
    start, done = time.perf_counter(), Run()
    process = subprocess.Popen(
        [*asked, *options, *map(str, pages)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        told = json.loads(line)
        done.told += 1
        if told["outcome"] == "written":
            done.written.append(told["page"])
        if done.told % EVERY == 0:
            done.memory.append(held(process.pid))
        if stop_after and len(done.written) >= stop_after:
            os.killpg(process.pid, signal.SIGKILL)
            done.ended = False
            break
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    done.seconds = time.perf_counter() - start
    done.processor = used.ru_utime + used.ru_stime
    process.returncode = os.waitstatus_to_exitcode(status)
    if done.ended and process.returncode:
        sys.exit(f"{' '.join(options)}: the command ended with {process.returncode}")
    return done


def apart(pages: Sequence[Path], place: Path) -> float:
    """Seconds until two commands of one job, each with half of the pages, have both ended."""
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as both:
        half = len(pages) // 2
        runs = [
            both.submit(run, part, place / f"apart{number}")
            for number, part in enumerate((pages[:half], pages[half:]))
        ]
        for one in runs:
            one.result()
    return time.perf_counter() - start


def same(first: Path, second: Path) -> bool:
    """Whether two folders hold the same files (what a kill left beside them not counted)."""
    names = [{p.name for p in folder.iterdir() if p.suffix != ".tmp"} for folder in (first, second)]
    if names[0] != names[1]:
        return False
    _, wrong, failed = filecmp.cmpfiles(first, second, sorted(names[0]), shallow=False)
    return not wrong and not failed


class Report:
    """Lines as they come, for the whole takes minutes; which limits are not held."""

    def __init__(self) -> None:
        """Nothing is told."""
        self.held, self.over = 0, 0

    def tell(self, line: str, holds: bool | None = None) -> None:
        """A line; with a limit, whether it is held."""
        if holds is None:
            print(line, flush=True)
            return
        self.held += holds
        self.over += not holds
        print(f"{line}: {'PASS' if holds else 'OVER'}", flush=True)

    def memory(self, name: str, done: Run) -> None:
        """What was held up to page STEADY, and in all."""
        early = min(STEADY // EVERY, len(done.memory) // 2)
        if not early:
            self.tell(f"memory, {name}: too few pages")
            return
        first, most = max(done.memory[:early]), max(done.memory)
        grown = most / first
        self.tell(
            f"memory, {name}: {first:.0f} MB up to page {early * EVERY}, {most:.0f} in all: "
            f"{grown:.2f} (at most {GROWTH:.2f})",
            grown <= GROWTH,
        )

    def end(self) -> None:
        """Whether all limits are held."""
        print(f"{self.held} of {self.held + self.over} limits held", flush=True)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--length", type=float, default=0.3, help="times the sample's")
    options.add_argument("--kills", type=int, default=10)
    options.add_argument("--cluster", action=argparse.BooleanOptionalAction, default=has_dask())
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.environ["XDG_STATE_HOME"] = str(place / "state")
        measure(pages_in(place / "pages", asked.pages, asked.length), place, asked)


def pages_in(folder: Path, count: int, length: float) -> list[Path]:
    """Pages of texts of their own, written into a new folder."""
    folder.mkdir()
    found = [folder / f"{number:05}.txt" for number in range(count)]
    for number, path in enumerate(found):
        path.write_bytes(long_page(length, seed=number).encode())
    return found


def measure(pages: Sequence[Path], place: Path, asked: argparse.Namespace) -> None:
    """All of it over these pages, with folders in `place`."""
    report = Report()
    size = sum(page.stat().st_size for page in pages)
    report.tell(f"{len(pages)} pages of {size / len(pages) / 1000:.1f} kB")
    one = run(pages, place / "one")
    report.tell(f"one job  {one.seconds:7.1f} s, processor {one.processor:7.1f} s")
    two = run(pages, place / "two", "--jobs", "2")
    ratio = one.seconds / two.seconds
    report.tell(
        f"two jobs {two.seconds:7.1f} s, processor {two.processor:7.1f} s: {ratio:.2f} times one "
        f"(at least {RATIO:.2f}; by the processor at best {2 * one.processor / two.processor:.2f})",
        ratio >= RATIO,
    )
    limit = one.seconds / apart(pages, place)
    report.tell(
        f"the limit, two commands of one job side by side with half of the pages each: "
        f"{limit:.2f} times one; two jobs reach {ratio / limit:.2f} of it"
    )
    for name, done in (("one job ", one), ("two jobs", two)):
        report.memory(name, done)
    equal = same(place / "one", place / "two")
    report.tell("files of one job and of two are the same", equal)
    killed(pages, place, asked.kills, report)
    if asked.cluster:
        there = run(pages, place / "cluster", "--cluster", "local", "--jobs", "2")
        equal = same(place / "one", place / "cluster")
        report.tell(f"cluster of two workers {there.seconds:.1f} s, the same files", equal)
    else:
        report.tell("cluster: not run")
    report.end()


def has_dask() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("distributed") is not None


def killed(pages: Sequence[Path], place: Path, kills: int, report: Report) -> None:
    """The run of two jobs, killed at random until it ends."""
    draw, times, told = random.Random(5), Counter[str](), 0
    for ends in range(kills + 1):
        most = 2 * len(pages) // (kills + 1)
        stop = draw.randint(1, max(2, most)) if ends < kills else 0
        done = run(pages, place / "killed", "--jobs", "2", stop_after=stop)
        times.update(done.written)
        if done.ended:
            told = done.told
            break
    twice = sum(number > 1 for number in times.values())
    equal = same(place / "two", place / "killed")
    report.tell(
        f"killed {ends} times, then {told} of {len(pages)} pages told, {twice} written twice, "
        f"the same files {equal}",
        told == len(pages) and not twice and equal,
    )


if __name__ == "__main__":
    main()
