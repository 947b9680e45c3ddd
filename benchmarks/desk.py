"""How long the desk lets a person wait: gestures in a real window, by the length of the page.

`python -m benchmarks.desk [--times 1 12 60] [--rounds N]`: pages of 1, 12 and 60 times the sample's
length are opened and worked at by key events. A probe timer asks the window's thread for a turn
every two milliseconds. Of each kind of gesture two times are told, in milliseconds: the longest
that the probe had to wait (`stall`, what a person feels as stuttering, to stay below 50), and the
time from the key to the paint of what it led to (`answer`; a re-reading may come later than the
key's own paint). `work` is the most that the window's thread computed between two turns: it tells
our share of a stall on a machine that has other things to do. The same probe and the letters go to
a bare text widget with the same text.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.startup import ROOT, display
from benchmarks.typesetting.em import Measure
from benchmarks.typesetting.page import Article, set_page
from benchmarks.typesetting.sample import articles

LIMIT = 50.0
"""Milliseconds that nothing should hold the window up for."""
ASK = 2
"""Milliseconds between two questions of the probe."""
CALM = 0.25
"""Seconds without a change after which a gesture is over: longer than the lists at the sides."""

Step = tuple[str, Callable[[], object]]
Times = tuple[float, float, float]
"""Stall, work and answer in milliseconds."""


def long_page(times: float, seed: int = 1) -> str:
    """A page of `times` the sample's length, its sentences in new articles each time."""
    if times == 1:
        return set_page(articles())[0]
    dice, written = random.Random(seed), articles()
    said = [s for a in written for p in a.paragraphs for s in re.findall(r"[^。]+。[”）]?", p)]
    heads = [line for a in written for line in a.headline]
    names = [a.byline for a in written if a.byline]
    found: list[Article] = []
    letters = times * sum(len(p) for a in written for p in a.paragraphs)
    while sum(len(p) for a in found for p in a.paragraphs) < letters:
        texts = ["".join(dice.sample(said, dice.randint(2, 6))) for _ in range(dice.randint(4, 8))]
        one = replace(
            dice.choice(written),
            paragraphs=tuple(texts),
            columns=(Measure(dice.choice((18, 20, 21))),),
            headline=tuple(dice.sample(heads, dice.randint(1, 2))),
            byline=dice.choice(names),
            tight=frozenset(),
        )
        found.append(one)
    return set_page(found)[0]


# -- in the window's process ---------------------------------------------------------------


class Probe:
    """Asks for a turn all the time, and remembers how long it waited at the longest."""

    def __init__(self) -> None:
        """Begin to ask."""
        from PySide6.QtCore import Qt, QTimer

        self.longest = self.hardest = 0.0
        self._last, self._work = time.perf_counter(), time.thread_time()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._asked)
        self.timer.start(ASK)

    def _asked(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self._last) - ASK)
        self.hardest = max(self.hardest, 1000 * (work - self._work))
        self._last, self._work = now, work

    def taken(self) -> tuple[float, float]:
        """The longest wait and the most work at a stretch since this was asked last."""
        self._asked()
        found = max(0.0, self.longest), self.hardest
        self.longest = self.hardest = 0.0
        return found


class Driver:
    """Does one step after the other, each when the last has come to rest."""

    def __init__(self, steps: Iterator[Step], busy: Callable[[], bool]) -> None:
        """`busy`: whether something is still under way."""
        from PySide6.QtCore import QTimer

        self._steps, self._busy, self._probe = steps, busy, Probe()
        self.found: dict[str, list[Times]] = {}
        self._name, self._began, self._painted = "start", time.perf_counter(), 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    def painted(self) -> None:
        """Something was painted."""
        self._painted = time.perf_counter()

    def _look(self) -> None:
        from PySide6.QtWidgets import QApplication

        now = time.perf_counter()
        if self._busy() or now - max(self._began, self._painted) < CALM:
            return
        answer = 1000 * max(0.0, self._painted - self._began)
        self.found.setdefault(self._name, []).append((*self._probe.taken(), answer))
        step = next(self._steps, None)
        if step is None:
            print(json.dumps(self.found))
            QApplication.exit()
            return
        self._name, act = step
        self._began = self._painted = time.perf_counter()
        act()


def _keys(key: str) -> None:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    widget = QApplication.focusWidget()
    if widget is not None:
        QTest.keySequence(widget, QKeySequence(key))


def drive_bare(page: Path, rounds: int) -> None:
    """Letters, pages and a resize in a bare text widget with a page's text."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QTextEdit

    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)

    class Text(QTextEdit):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            driver.painted()

    def steps() -> Iterator[Step]:
        yield "open", lambda: text.setPlainText(page.read_text("utf-8").replace("\n\n", "\n"))
        for _ in range(rounds):
            yield "letter", lambda: _keys("x")
            yield "page down", lambda: _keys("PgDown")
        for width in (700, 720):
            yield "width", partial(text.resize, width, 800)

    text = Text()
    driver = Driver(steps(), lambda: False)
    text.resize(600, 800)
    text.show()
    QApplication.setActiveWindow(text)  # there may be no window manager to do it
    text.setFocus()
    app.exec()


def drive(page: Path, rounds: int) -> None:
    """Open `page` at the desk and work at it."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from editor.ui.app import make_app, open_window

    app = make_app()
    app.setCursorFlashTime(0)
    window = open_window([], QSettings())
    QApplication.setActiveWindow(window)  # there may be no window manager to do it
    room = window.room
    dice = random.Random(2)

    def busy() -> bool:
        session = room.session
        return session is not None and not session.is_current

    def somewhere() -> None:
        from PySide6.QtGui import QTextCursor

        assert room.reading is not None
        proof, shown = room.desk.proof, room.desk.proof.proof.shown
        long = [i for i, one in enumerate(shown) if len(one.block.text) > 60]
        block = proof.document().findBlockByNumber(dice.choice(long))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + dice.randint(20, 50))
        proof.setTextCursor(cursor)
        proof.ensureCursorVisible()
        proof.setFocus()

    def width(pixels: int) -> None:
        sizes = room.desk.splitter.sizes()
        room.desk.splitter.setSizes([sizes[0], sizes[1] - pixels, sizes[2] + pixels, sizes[3]])

    def steps() -> Iterator[Step]:
        yield "open", lambda: room.open_path(page)
        for _ in range(rounds):
            yield "go to", somewhere
            for key, name in (
                ("x", "letter"), ("Backspace", "letter"),
                ("Return", "split"), ("Backspace", "join"),
                ("Ctrl+Z", "undo"), ("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"),
                ("Ctrl+Return", "new article"), ("Ctrl+Backspace", "join articles"),
                ("Ctrl+6", "crosshead"), ("Ctrl+0", "body"), ("Ctrl+D", "done"),
                ("F2", "headline field"), ("x", "headline letter"),
                ("Ctrl+Z", "undo"), ("PgDown", "page down"), ("F8", "next doubt"),
                ("Return", "decide doubt"), ("Escape", "leave doubt"), ("Ctrl+PgUp", "go to"),
            ):  # fmt: skip
                yield name, partial(_keys, key)
        for key in ("Ctrl+=", "Ctrl+Alt+0"):
            yield "text size", partial(_keys, key)
        for pixels in (80, -80):
            yield "width", partial(width, pixels)
        yield "theme", window.repaint_all
        path = page.with_suffix(".galley")
        room.documents.path = path
        yield "save", lambda: _keys("Ctrl+S")
        yield "open project", lambda: room.open_path(path)

    driver = Driver(steps(), busy)
    window.desk.proof.painted.connect(driver.painted)
    window.desk.raw.painted.connect(driver.painted)
    app.exec()


# -- in this process -----------------------------------------------------------------------


def run_shown(module: str, words: Sequence[str], shown: str, home: str) -> Any:
    """What a benchmark prints last, as JSON, when it runs as a process with a window.

    `shown`: the display; `home`: a folder for what the program keeps of a person.
    """
    env = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    env |= {"DISPLAY": shown, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    env |= {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("STATE", "CONFIG", "DATA")}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=env, stdout=subprocess.PIPE, text=True, timeout=3600, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}")
    return json.loads(done.stdout.strip().split("\n")[-1])


def _run(words: Sequence[str], shown: str, home: str) -> dict[str, list[Times]]:
    answer: dict[str, list[Times]] = run_shown("benchmarks.desk", words, shown, home)
    return answer


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of all lie at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _table(title: str, found: dict[str, list[Times]]) -> None:
    heads = "".join(f"{name:>10} p50   p99   max" for name in ("stall", "work", "answer"))
    print(f"\n{title}\n{'':16} {'n':>4}{heads}")
    for name, times in found.items():
        cells = ""
        for side in range(3):
            values = [one[side] for one in times]
            shares = [share(values, part) for part in (0.5, 0.99, 1.0)]
            cells += f"{shares[0]:14.0f}{shares[1]:6.0f}{shares[2]:6.0f}"
        over = "  OVER" if max(one[0] for one in times) > LIMIT else ""
        print(f"{name:16} {len(times):4}{cells}{over}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", nargs="*", type=float, default=[1, 12, 60])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--drive", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.drive or options.bare:
        (drive if options.drive else drive_bare)(options.drive or options.bare, options.rounds)
        return
    with display() as shown, tempfile.TemporaryDirectory() as home:
        for times in options.times:
            page = Path(home, f"page-{times:g}.txt")
            page.write_text(long_page(times), "utf-8", newline="\n")
            size = page.stat().st_size / 1000
            rounds = ["--rounds", str(options.rounds)]
            bare = _run(["--bare", str(page), *rounds], shown, home)
            _table(f"{times:g} x the sample, {size:.0f} KB: a bare text widget", bare)
            galley = _run(["--drive", str(page), *rounds], shown, home)
            _table(f"{times:g} x the sample, {size:.0f} KB: the desk", galley)


if __name__ == "__main__":
    main()
