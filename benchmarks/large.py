"""Whether the window answers while a text of many megabytes comes in and is worked at.

`python -m benchmarks.large [--mb 10] [--rounds N]`: a text of so many megabytes is opened in a
real window on a desk with a small page, read, and worked at by keys: letters, breaks, joins, undo,
doubts, ways to its end and back. A probe asks the window's thread for a turn every two
milliseconds.
Of each step is told: how long the probe had to wait at the longest (`stall`, to stay below 50 ms),
how much the window's thread itself computed at a stretch (`work`: our share of a stall on a machine
that has other things to do), and the time to the last paint that it led to (`answer`). `first text`
is from the asking to the first paint of the text, to stay below 300 ms; `cancel` from the cancel to
the desk as it was before. With the most memory that the process took. The last lines say of each
limit whether it was kept.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.desk import LIMIT, Probe, long_page, run_shown, share
from benchmarks.limits import Limit, worst
from benchmarks.startup import display
from editor.resources import sample_page

FIRST = 300.0
"""Milliseconds in which the first text of any file should be there."""
CALM = 0.3
"""Seconds without a paint after which a step is over."""
KEYS = (
    ("letter", "x"), ("letter", "Backspace"), ("split", "Return"), ("join", "Backspace"),
    ("undo", "Ctrl+Z"), ("undo", "Ctrl+Z"), ("redo", "Ctrl+Shift+Z"),
    ("new article", "Ctrl+Return"), ("join articles", "Ctrl+Backspace"), ("done", "Ctrl+D"),
    ("next doubt", "F8"), ("decide", "Return"), ("leave doubt", "Escape"),
    ("page down", "PgDown"), ("next article", "Ctrl+PgDown"),
)  # fmt: skip

Times = tuple[float, float, float]


def large_text(megabytes: float) -> str:
    """Own text of so many megabytes: pages of the sample's sentences, each in another order."""
    parts: list[str] = []
    size = seed = 0
    while size < megabytes * 1e6:
        parts.append(long_page(60, seed=seed))
        size += len(parts[-1].encode())
        seed += 1
    return "\n".join(parts)


def drive(path: Path, rounds: int) -> None:
    """Open and work; print the times as JSON."""
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from editor.model.places import Span
    from editor.ui.app import make_app, open_window

    app = make_app()
    app.setCursorFlashTime(0)
    window = open_window([], QSettings())
    with warnings.catch_warnings():  # there may be no window manager to do it
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)
    room, desk = window.room, window.desk
    # a window waits for events and leaves the interpreter to other threads; the probe wakes it
    waits, probe = QEventLoop.ProcessEventsFlag.WaitForMoreEvents, Probe()
    painted = [0.0]
    found: dict[str, list[Times]] = {}

    def was_painted() -> None:
        painted[0] = time.perf_counter()

    for pane in (desk.raw, desk.proof):
        pane.painted.connect(was_painted)

    def until(done: Callable[[], bool], patience: float = 600.0) -> None:
        limit = time.perf_counter() + patience
        while not done():
            if time.perf_counter() > limit:
                sys.exit("the window did not come to rest")
            app.processEvents(waits)

    def rest(begun: float) -> None:
        def calm() -> bool:
            session = room.session
            busy = session is not None and not session.is_current
            return not busy and time.perf_counter() - max(begun, painted[0]) > CALM

        until(calm)

    def step(name: str, act: Callable[[], object]) -> None:
        probe.taken()
        begun = time.perf_counter()
        act()
        rest(begun)
        answer = max(0.0, 1000 * (painted[0] - begun))
        found.setdefault(name, []).append((*probe.taken(), answer))

    def size() -> int:
        return len(room.session.page.source.text) if room.session is not None else 0

    def open_large(name: str) -> None:
        before = size()
        probe.taken()
        begun = time.perf_counter()
        room.open_path(path)
        until(lambda: size() > before)
        painted[0] = 0.0
        until(lambda: painted[0] > 0)
        found.setdefault(name, []).append((*probe.taken(), 1000 * (painted[0] - begun)))

    def pause(seconds: float) -> None:
        end = time.perf_counter() + seconds
        until(lambda: time.perf_counter() > end)

    def desk_lines() -> None:
        room.actions_by_code["blank_lines"].trigger()

    def press(key: str) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            QTest.keySequence(widget, QKeySequence(key))

    step("small page", partial(room.open_path, sample_page()))
    small = size()
    for _ in range(rounds):
        open_large("first text")
        until(lambda: room.opening.waits)
        pause(CALM)
        begun = time.perf_counter()
        room.opening.cancel()
        until(lambda: size() == small)
        rest(begun)
        cancelled = 1000 * max(0.0, painted[0] - begun)
        found.setdefault("cancel", []).append((*probe.taken(), cancelled))
    open_large("first text")
    begun = time.perf_counter()
    rest(begun)
    found["reading"] = [(*probe.taken(), 1000 * (painted[0] - begun))]
    dice = random.Random(2)
    for place in (0.0, 1.0, 0.5, *(dice.random() for _ in range(rounds))):
        at = int(place * (size() - 200)) + 100
        step("go far", partial(room.go_to, Span(at, at)))
        desk.proof.setFocus()
        for name, key in KEYS:
            step(name, partial(press, key))
    for name, key in (("end", "Ctrl+End"), ("start", "Ctrl+Home"), ("size", "Ctrl+=")):
        step(name, partial(press, key))
    desk.raw.setFocus()
    for name, key in (("raw end", "Ctrl+End"), ("raw start", "Ctrl+Home")):
        step(name, partial(press, key))
    for _ in range(2):
        step("blank lines", desk_lines)
    bar = desk.raw.verticalScrollBar()
    for _ in range(rounds):
        step("raw drag", partial(bar.setValue, int(dice.random() * bar.maximum())))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"times": found, "memory": most}))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=10.0)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--drive", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.drive:
        drive(options.drive, options.rounds)
        return
    with display() as shown, tempfile.TemporaryDirectory() as home:
        path = Path(home, "large.txt")
        path.write_text(large_text(options.mb), "utf-8", newline="\n")
        told: Any = run_shown(
            "benchmarks.large", ["--drive", str(path), "--rounds", str(options.rounds)], shown, home
        )
    print(f"{path.name}: {options.mb:g} MB; memory {told['memory']:.0f} MB at most; milliseconds")
    print(f"{'':16}{'n':>4}{'stall p50':>11}{'max':>6}{'work max':>10}{'answer p50':>12}{'max':>7}")
    longest: list[tuple[str, float]] = []
    for name, times in told["times"].items():
        stalls, works, answers = ([one[side] for one in times] for side in range(3))
        longest.append((name, max(stalls)))
        print(
            f"{name:16}{len(times):4}{share(stalls, 0.5):11.0f}{max(stalls):6.0f}{max(works):10.0f}"
            f"{share(answers, 0.5):12.0f}{max(answers):7.0f}"
        )
    first = max(answer for _, _, answer in told["times"]["first text"])
    print(Limit("first text", first, FIRST).line)
    for one in worst("the window does not answer", longest, LIMIT):
        print(one.line)


if __name__ == "__main__":
    main()
