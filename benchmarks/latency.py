"""From a key to the end of the proof's paint: what an editor's hands feel, gesture by gesture.

`python -m benchmarks.latency [--sizes 18 200] [--gestures N]`: the desk is opened in a real window
on a page of so many kilobytes, and keys are pressed by a seeded hand that goes about the page:
letters, breaks, joins, articles, roles, doubts, undo, moves of the caret. Of each gesture the time
is told from the key event's delivery to the end of the proof's first paint that shows what it led
to; where a page is read again elsewhere meanwhile, that paint is the one that counts. In the same
process, before every gesture, a bare QTextEdit with the same text in a window of the same size is
given a letter and repainted: the ratio is of medians and of 99th percentiles. Limits: 16 ms (p99
on the page of the sample's length, p95 of letters everywhere), 50 ms (p99 on 200 KB).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.desk import long_page, run_shown, share
from benchmarks.startup import display

SAMPLE_KB = 14.0
"""What a page of `long_page(1)` has, roughly."""
PATIENCE = 2.0
"""Seconds after which a key that led to no paint is counted as one that did nothing."""

LETTERS = ("letter", "erase")
Times = dict[str, list[float]]
"""Kind of gesture → milliseconds, one each."""


def hand(dice: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds of gestures with their keys, for ever. Kinds in brackets only go somewhere."""
    while True:
        yield from dice.choice(
            (
                (("(go)", "Ctrl+PgDown"),),
                (("(go)", "Ctrl+PgUp"),),
                (("(go)", "PgDown"), ("(go)", "PgUp")),
            )
        )
        for _ in range(dice.randint(1, 6)):
            yield "caret", dice.choice(("Down", "Down", "Right", "Left", "Up", "End", "Home"))
        work = dice.choice(("type", "type", "break", "article", "role", "doubt", "done", "redo"))
        match work:
            case "type":
                for _ in range(dice.randint(2, 6)):
                    yield "letter", dice.choice("xyzaeiou")
                yield "erase", "Backspace"
            case "break":
                yield "caret", "Right"
                yield "split", "Return"
                yield "join", "Backspace"
            case "article":
                yield "new article", "Ctrl+Return"
                yield "join articles", "Ctrl+Backspace"
            case "role":
                yield "role", dice.choice(("Ctrl+6", "Ctrl+8", "Ctrl+1", "Ctrl+Del"))
                yield "role", "Ctrl+0"
            case "doubt":
                yield "next doubt", "F8"
                yield "decide", dice.choice(("Return", "Space"))
                yield "(go)", "Escape"
            case "done":
                yield "done", "Ctrl+D"
            case _:
                yield "undo", "Ctrl+Z"
                yield "redo", "Ctrl+Shift+Z"
        for _ in range(dice.randint(0, 3)):
            yield "undo", "Ctrl+Z"


def drive(page: Path, count: int, seed: int) -> None:
    """Work at `page` with `count` gestures; print the times as JSON."""
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtGui import QKeySequence, QPaintEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

    from editor.ui.app import make_app, open_window

    app = make_app()
    app.setCursorFlashTime(0)
    ends: list[float] = []

    class Bare(QTextEdit):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            ends.append(time.perf_counter())

    def until(done: Callable[[], bool], patience: float = PATIENCE) -> bool:
        limit = time.perf_counter() + patience
        while not done():
            if time.perf_counter() > limit:
                return False
            app.processEvents()
        return True

    window = open_window([], QSettings())
    room = window.room
    bare = Bare()
    bare.resize(600, 800)
    bare.setPlainText(page.read_text("utf-8").replace("\n\n", "\n"))
    bare.show()
    room.open_path(page)
    if not until(lambda: room.session is not None and room.session.is_current, 120):
        sys.exit("the page was not read")
    # a window waits for events and leaves the interpreter to the thread that reads
    waits, ticks = QEventLoop.ProcessEventsFlag.WaitForMoreEvents, QTimer()
    ticks.start(20)
    room.desk.proof.painted.connect(lambda: ends.append(time.perf_counter()))
    until(lambda: False, 1.0)

    def choose(widget: QWidget) -> None:
        with warnings.catch_warnings():  # there may be no window manager to do it
            warnings.simplefilter("ignore", DeprecationWarning)
            QApplication.setActiveWindow(widget)

    def press(key: str) -> float | None:
        """Milliseconds to the end of the paint, or None where nothing was painted."""
        session = room.session
        widget = QApplication.focusWidget()
        if session is None or widget is None:
            sys.exit("nobody has the focus")
        ends.clear()
        begun = time.perf_counter()
        QTest.keySequence(widget, QKeySequence(key))
        late = 0.0
        while True:
            app.processEvents(waits)
            if not session.is_current:
                late = time.perf_counter()
            shown = next((end for end in ends if end > late), None)
            if shown is not None and session.is_current:
                return 1000 * (shown - begun)
            if time.perf_counter() - max(begun, late) > (PATIENCE if late else 0.06):
                return None

    found: Times = {"(bare)": []}
    pressed = 0
    for kind, key in hand(random.Random(seed)):
        if pressed >= count:
            break
        choose(bare)
        bare.setFocus()
        until(lambda: False, 0.004)
        ends.clear()
        begun = time.perf_counter()
        QTest.keySequence(bare, QKeySequence("x"))
        until(lambda: bool(ends), 1.0)
        found["(bare)"].append(1000 * (ends[0] - begun))
        choose(window)
        if QApplication.focusWidget() is None or QApplication.focusWidget() is bare:
            room.desk.proof.setFocus()
        until(lambda: False, 0.15)  # the lists at the sides come to rest
        taken = press(key)
        if taken is not None:
            found.setdefault(kind, []).append(taken)
            pressed += not kind.startswith("(")
    print(json.dumps(found))
    room.documents.path = None
    os._exit(0)  # nothing is to be asked about unsaved work


def _run(page: Path, count: int, seed: int, shown: str, home: str) -> Times:
    words = ["--drive", str(page), "--gestures", str(count), "--seed", str(seed)]
    answer: Times = run_shown("benchmarks.latency", words, shown, home)
    return answer


def _row(name: str, values: list[float], bare: list[float]) -> None:
    p50, p95, p99 = (share(values, part) for part in (0.5, 0.95, 0.99))
    ratio, tail = p50 / share(bare, 0.5), p99 / share(bare, 0.99)
    print(
        f"| {name} | {len(values)} | {p50:.1f} | {p95:.1f} | {p99:.1f} | {max(values):.1f}"
        f" | {ratio:.1f} | {tail:.1f} |"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", type=float, default=[SAMPLE_KB, 200.0])
    parser.add_argument("--gestures", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drive", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.drive:
        drive(options.drive, options.gestures, options.seed)
        return
    with display() as shown, tempfile.TemporaryDirectory() as home:
        for size in options.sizes:
            page = Path(home, f"page-{size:g}.txt")
            page.write_text(long_page(max(1.0, size / SAMPLE_KB)), "utf-8", newline="\n")
            found = _run(page, options.gestures, options.seed, shown, home)
            bare = found.pop("(bare)")
            print(f"\n{page.stat().st_size / 1000:.0f} KB\n")
            print("| gesture | n | p50 ms | p95 | p99 | max | p50 to bare | p99 to bare |")
            print("|---|---|---|---|---|---|---|---|")
            _row("bare letter", bare, bare)
            for name in sorted(found):
                _row(name, found[name], bare)
            typed = [one for name in LETTERS for one in found.get(name, [])]
            every = [one for name, all_ in found.items() if name[0] != "(" for one in all_]
            _row("all letters", typed, bare)
            _row("**all**", every, bare)


if __name__ == "__main__":
    main()
