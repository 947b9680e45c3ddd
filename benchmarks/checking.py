"""What checks cost: `python -m benchmarks.checking [--kilobytes 14] [--rounds N]`.

In one process with a real window, jieba's words loaded: from the command that opens a page with
errors in it to the first suspects in sight (limit: 200 ms), page after page; letters typed with the
checks running beside and with none, in turns, as an editor types (a pause that lets the checks
begin now and then); and how much of a sheet ready in memory the checks go through in a second of
one core (limit: 300 KB).
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
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.checks import SEED
from benchmarks.desk import run_shown, share
from benchmarks.latency import SAMPLE_KB
from benchmarks.pages.page import make_page
from benchmarks.startup import display

BLOCK = 10
"""Letters that follow one another with checks, and without."""
CHOOSING = 2.0
"""Seconds that an editor takes to choose the first page, in a window that is there."""
RESTS, REST = 0.2, 0.65
"""How often a hand rests, and seconds that it does: longer than the checks wait."""
ERRORS = (
    "水己经退了",
    "入民很高兴",
    "他们在在江边",
    "水涨了，，船开了",
    "2月30日",
    "路通了,船开了",
)


def page_with_errors(kilobytes: float, number: int) -> str:
    """An own page as no other of them, whose sentences have an error now and then.

    Of about `kilobytes` (UTF-8): what the words of a page cost the first time is to be in it.
    """
    dice, text, more = random.Random(number), "", 0
    while len(text.encode()) < 1000 * kilobytes:
        text += make_page("plain-house", "judge", 100 * SEED + number, more).text.rstrip() + "\n"
        more += 1
    parts = text.split("。")
    for at in range(0, len(parts) - 1, 12):
        parts[at] += "。" + dice.choice(ERRORS)
    return "。".join(parts)


def drive(pages: list[Path], rounds: int) -> None:
    """Open and type; print the times as JSON."""
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from editor import chinese_words
    from editor.ui.app import make_app, open_window

    app, dice = make_app(), random.Random(7)
    app.setCursorFlashTime(0)
    chinese_words.tokenizer()
    waits, ticks = QEventLoop.ProcessEventsFlag.WaitForMoreEvents, QTimer()
    ticks.start(5)

    def until(done: Callable[[], bool], patience: float) -> bool:
        limit = time.perf_counter() + patience
        while not done():
            if time.perf_counter() > limit:
                return False
            app.processEvents(waits)
        return True

    window = open_window([], QSettings())
    room = window.room
    until(lambda: hasattr(room, "suspects"), 60)
    ends: list[float] = []
    came: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in ("read", "suspects", "with", "without")}
    checking = room.suspects.checking
    room.desk.proof.painted.connect(lambda: ends.append(time.perf_counter()))
    checking.came.connect(lambda: came.append(time.perf_counter()) if room.suspects.open else None)

    def opened(page: Path) -> None:
        room.documents.path = None
        came.clear()
        before, begun = room.session, time.perf_counter()
        room.open_path(page)
        until(lambda: room.session is not before and room.reading is not None, 120)
        found["read"].append(1000 * (time.perf_counter() - begun))
        if not until(lambda: bool(came), 120):
            sys.exit("nothing was suspect")
        found["suspects"].append(1000 * (came[0] - begun))
        until(lambda: checking.rests, 120)
        until(lambda: False, 0.5)

    def letter(kind: str) -> None:
        ends.clear()
        begun = time.perf_counter()
        QTest.keySequence(QApplication.focusWidget() or room.desk.proof, QKeySequence("x"))
        if until(lambda: bool(ends), 2.0):
            found[kind].append(1000 * (ends[0] - begun))
        until(lambda: False, REST if dice.random() < RESTS else dice.uniform(0.06, 0.2))

    until(lambda: False, CHOOSING)
    for page in pages:
        opened(page)
    with warnings.catch_warnings():  # there may be no window manager to do it
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)
    room.desk.proof.setFocus()
    checks = checking._check
    for _ in range(rounds):
        for kind in ("with", "without"):
            checking._timer.timeout.disconnect()
            checking._timer.timeout.connect(checks if kind == "with" else lambda: None)
            for _ in range(BLOCK):
                letter(kind)
    print(json.dumps(found))
    os._exit(0)  # nothing is to be asked about unsaved work


def through() -> tuple[float, float]:
    """KB (UTF-8) of Chinese and of English that the checks go through in a second of one core."""
    from benchmarks.checks import own_texts, suspected

    found = []
    for script in ("zh", "en"):
        pages = own_texts(script, 12)
        weight = sum(len(text.encode()) for texts in pages for text in texts) / 1000
        times = []
        for _ in range(4):
            begun = time.process_time()
            for texts in pages:
                suspected(texts, script)
            times.append(time.process_time() - begun)
        found.append(weight / min(times))
    return found[0], found[1]


def _row(name: str, values: list[float]) -> None:
    cells = " | ".join(f"{share(values, part):.0f}" for part in (0.5, 0.95, 1.0))
    print(f"| {name} | {len(values)} | {cells} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kilobytes", type=float, default=SAMPLE_KB)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--drive", type=Path, nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.drive:
        drive(options.drive, options.rounds)
        return
    with display() as shown, tempfile.TemporaryDirectory() as home:
        pages = []
        for number in range(options.rounds):  # others than before: nothing is known of them
            pages.append(Path(home, f"page-{number}.txt"))
            pages[-1].write_text(page_with_errors(options.kilobytes, number), "utf-8")
        words = ["--drive", *map(str, pages), "--rounds", str(options.rounds)]
        found: Any = run_shown("benchmarks.checking", words, shown, home)
    print("| ms | n | p50 | p95 | max |\n|---|---|---|---|---|")
    _row("a page opened is read", found["read"])
    _row("its first suspects are in sight", found["suspects"])
    _row("the same, of the first page of the process", found["suspects"][:1])
    _row("a letter with checks", found["with"])
    _row("a letter without", found["without"])
    chinese, english = through()
    print(f"\nOf a sheet in memory: {chinese:.0f} KB a second (Chinese), {english:.0f} (English)")


if __name__ == "__main__":
    main()
