"""An archive through `galley export --each`: two jobs against one, memory, kills, the same files.

`python -m benchmarks.archive [--pages N] [--length F] [--kills N] [--no-cluster]`. Pages of the
sample's kind, each another text, a third as long, made from seeds. All are exported with one job
and with two, from files to files; the ratio is of the clock on the wall. `processor` is what the
command and its workers computed, and what two cores could make of it at best: on a machine that is
busy with other things compare that. `memory` is the most that the command and its workers held
together (PSS: shared pages count once), at every hundredth page: in the first tenth, then in all.
Then the two jobs once more into an empty folder, killed at random and run again until they end: how
many pages were told as written more than once, and whether the folder is the same as the first.
At last the same through a dask cluster of two local workers, where dask is installed.
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
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.desk import long_page

EVERY = 100
"""Pages between two looks at the memory."""
TENTH = 10


@dataclass
class Run:
    """One run of the command: seconds, pages by outcome, and MB held at every hundredth page.

    `processor`: seconds that it and its workers computed.
    """

    seconds: float = 0
    processor: float = 0
    written: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    ended: bool = True


def held(pid: int) -> float:
    """MB that a process and its children hold, shared memory counted once."""
    total = 0
    for process in (pid, *_children(pid)):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:  # it ended
            continue
        total += sum(int(ln.split()[1]) for ln in rollup.splitlines() if ln.startswith("Pss:"))
    return total / 1024


def _children(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [one for child in map(int, told) for one in (child, *_children(child))]


def run(pages: Path, out: Path, *options: str, stop_after: int = 0) -> Run:
    """The command over a folder of pages; killed after so many written pages if any."""
    asked = [sys.executable, "-m", "editor", "export", "--each", "--json", "-o", str(out)]
    start, done = time.perf_counter(), Run()
    process = subprocess.Popen(
        [*asked, *options, *sorted(map(str, pages.iterdir()))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    for number, line in enumerate(process.stdout, 1):
        told = json.loads(line)
        if told["outcome"] == "written":
            done.written.append(told["page"])
        if number % EVERY == 0:
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


def told_memory(name: str, done: Run) -> str:
    """What was held in the first tenth of the pages and in all."""
    if len(done.memory) < TENTH:
        return f"memory, {name}: too few pages"
    early, most = max(done.memory[: len(done.memory) // TENTH]), max(done.memory)
    return f"memory, {name}: {early:.0f} MB, then {most:.0f} at most: {most / early:.2f} (1.10)"


def same(first: Path, second: Path) -> bool:
    """Whether two folders hold the same files (what a kill left beside them not counted)."""
    names = [{p.name for p in folder.iterdir() if p.suffix != ".tmp"} for folder in (first, second)]
    if names[0] != names[1]:
        return False
    _, wrong, failed = filecmp.cmpfiles(first, second, sorted(names[0]), shallow=False)
    return not wrong and not failed


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
        pages = place / "pages"
        pages.mkdir()
        size = 0
        for number in range(asked.pages):
            data = long_page(asked.length, seed=number).encode()
            (pages / f"{number:05}.txt").write_bytes(data)
            size += len(data)
        tell(f"{asked.pages} pages of {size / asked.pages / 1000:.1f} kB")
        one = run(pages, place / "one")
        tell(f"one job  {one.seconds:7.1f} s, processor {one.processor:7.1f} s")
        two = run(pages, place / "two", "--jobs", "2")
        best = 2 * one.processor / two.processor
        tell(
            f"two jobs {two.seconds:7.1f} s, processor {two.processor:7.1f} s: "
            f"{one.seconds / two.seconds:.2f} times (1.8; by the processor at best {best:.2f})"
        )
        for name, done in (("one job ", one), ("two jobs", two)):
            tell(told_memory(name, done))
        tell(f"the same files: {same(place / 'one', place / 'two')}")
        killed(pages, place, asked.pages, asked.kills)
        if asked.cluster:
            there = run(pages, place / "cluster", "--cluster", "local", "--jobs", "2")
            equal = same(place / "one", place / "cluster")
            tell(f"cluster of two workers {there.seconds:.1f} s, the same files: {equal}")


def tell(line: str) -> None:
    """Print it now: the whole takes minutes."""
    print(line, flush=True)


def has_dask() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("distributed") is not None


def killed(pages: Path, place: Path, count: int, kills: int) -> None:
    """The run of two jobs, killed at random until it ends."""
    draw, times = random.Random(5), Counter[str]()
    for ends in range(kills + 1):
        most = 2 * count // (kills + 1)
        stop = draw.randint(1, max(2, most)) if ends < kills else 0
        done = run(pages, place / "killed", "--jobs", "2", stop_after=stop)
        times.update(done.written)
        if done.ended:
            break
    twice = sum(number > 1 for number in times.values())
    equal = same(place / "two", place / "killed")
    tell(f"killed {ends} times: {len(times)} pages, {twice} written twice, the same files: {equal}")


if __name__ == "__main__":
    main()
