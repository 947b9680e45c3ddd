"""A project of many long pages at the desk: turning to a page, and gestures beside one page alone.

`python -m benchmarks.many [--pages 200] [--size 200] [--turns 40]`: pages of so many kilobytes are
one project, which is opened in a real window; pages are turned to by keys and at random. Told are
the time from the key to the first paint of the page's text (to stay below 100 ms at the 99th
percentile), the longest that the window's thread did not answer and how much of that it computed
itself, how long it took until all was done, and how long letters, breaks and joins take there; the
same gestures are done in a project of one such page, in the same run.

Then a word is looked for in all pages, replaced everywhere, taken back in one step, and a pattern
is looked for that never ends. The last lines say of each limit whether it was kept, and whether
each of these did just what it should.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.desk import CALM, LIMIT, Probe, Step, _keys, long_page, run_shown, share
from benchmarks.limits import Limit, answered, worst
from benchmarks.startup import display

GESTURES = (
    ("x", "letter"), ("Backspace", "letter"), ("Return", "split"), ("Backspace", "join"),
    ("Ctrl+Z", "undo"), ("Ctrl+Z", "undo"),
)  # fmt: skip
WORD, PUT = "老人", "长者"
"""What is looked for and replaced on all pages."""
ENDLESS = "(a+)+b"
SWITCHED, BESIDE = 100.0, 1.5
"""Milliseconds to a page's first paint, and times what a gesture takes in one page alone."""
PATIENCE = 300.0
"""Seconds after which a step that has not come to rest ends the run."""
TEXTS = 8
"""Different texts; further pages have the same ones with a line of their own before."""


def write_project(path: Path, pages: int, kilobytes: int) -> None:
    """A project of so many pages of about so many kilobytes each."""
    from editor.files.project import save
    from editor.model.project import Page, Project
    from editor.model.source import Origin, Source

    once = len(long_page(12).encode()) / 12 / 1000
    texts = [long_page(kilobytes / once, seed) for seed in range(min(TEXTS, pages))]
    made = []
    for number in range(pages):
        text = f"第{number + 1}版\n" + texts[number % len(texts)]
        made.append(Page(f"p{number + 1}", Source(text, Origin(f"{number + 1}.txt"))))
    save(path, Project(tuple(made)))


class Driver:
    """Does one step after the other when all is calm; tells the first paint and the stall."""

    def __init__(self, steps: Iterator[Step], busy: Callable[[], bool]) -> None:
        """`busy`: whether something is still under way."""
        from PySide6.QtCore import QTimer

        self._steps, self._busy, self._probe = steps, busy, Probe()
        self.found: dict[str, list[tuple[float, float, float, float]]] = {}
        self._name, self._began = "start", time.perf_counter()
        self._first = self._last = self._done = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    def painted(self) -> None:
        """Something was painted."""
        self._last = time.perf_counter()
        self._first = self._first or self._last

    def _look(self) -> None:
        from PySide6.QtWidgets import QApplication

        now = time.perf_counter()
        if now - self._began > PATIENCE:
            sys.exit(f"{self._name} did not come to rest")
        if self._busy():
            self._done = now
            return
        if now - max(self._began, self._last) < CALM:
            return
        stall, work = self._probe.taken()
        first = 1000 * max(0.0, self._first - self._began)
        whole = 1000 * max(0.0, max(self._done, self._last) - self._began)
        self.found.setdefault(self._name, []).append((first, stall, whole, work))
        step = next(self._steps, None)
        if step is None:
            QApplication.exit()
            return
        self._name, act = step
        self._began, self._first = time.perf_counter(), 0.0
        act()


def drive(path: Path, turns: int) -> None:
    """Open the project and work at it."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QApplication

    from editor.ui.app import make_app, open_window

    app = make_app()
    app.setCursorFlashTime(0)
    window = open_window([], QSettings())
    with warnings.catch_warnings():  # there may be no window manager to do it
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)
    room = window.room
    dice, asked, finding = random.Random(2), False, False
    right: dict[str, bool] = {}

    def busy() -> bool:
        session = room.session
        if session is None:
            return asked
        return not session.is_current or (finding and not room.find.rests)

    def open_it() -> None:
        nonlocal asked
        asked = True
        room.open_path(path)

    def somewhere() -> None:
        proof, shown = room.desk.proof, room.desk.proof.proof.shown
        long = [i for i, one in enumerate(shown) if len(one.block.text) > 60]
        block = proof.document().findBlockByNumber(dice.choice(long))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + dice.randint(20, 50))
        proof.setTextCursor(cursor)
        proof.setFocus()

    def turn() -> None:
        session = room.session
        assert session is not None
        others = [key for key in session.project.keys if key != session.page.key]
        room.pages.show(dice.choice(others))

    def look_for(word: str, put: str, *, pattern: bool = False) -> None:
        nonlocal finding
        room.find.open(replacing=bool(put))
        bar = room.find.bar
        for switch, on in ((bar.everywhere, True), (bar.pattern, pattern), (bar.raw, pattern)):
            switch.setChecked(on)
        bar.sought.setText(word)
        bar.put.setText(put)
        finding = True

    def find_and_replace() -> Iterator[Step]:
        session = room.session
        assert session is not None
        for switch in (room.find.bar.case, room.find.bar.word):
            switch.setChecked(False)
        before, sought = session.project.pages, 0
        yield "find", partial(look_for, WORD, PUT)
        sought = sum(page.source.text.replace("\n", "").count(WORD) for page in before)
        right["found all"] = len(room.find.hits) == sought
        yield "list all", room.find.bar.previewed.emit
        steps, listed = session.history.at, len(room.desk.replacing.rows.ticks.rows)
        yield "replace all", partial(_keys, "Return")
        patches = [patch for page in session.project.pages for patch in page.decisions.patches]
        put = sum(len(patch.text) for patch in patches)
        right["replaced all"] = put == listed * len(PUT) and session.history.at == steps + 1
        yield "undo all", partial(session.undo, "benchmark")
        right["undone as one"] = session.project.pages == before
        yield "endless", partial(look_for, ENDLESS, "", pattern=True)
        right["endless told"] = room.find.bar.told != "" and not room.find.hits
        room.find.close()

    def steps() -> Iterator[Step]:
        yield "open", open_it
        session = room.session
        many = session is not None and len(session.project.pages) > 1
        for number in range(turns if many else turns // 4):
            if many and number % 2:
                yield "turn, any page", turn
            elif many:
                yield "turn, next page", partial(_keys, "Alt+PgDown")
            if number % 4 == 0:
                yield "go to", somewhere
                for key, name in GESTURES:
                    yield name, partial(_keys, key)
                if many:
                    yield "turn back", partial(_keys, "Alt+PgUp")
                    yield "turn back", partial(_keys, "Alt+PgDown")
        if many:
            yield from find_and_replace()

    driver = Driver(steps(), busy)
    window.desk.raw.painted.connect(driver.painted)
    window.desk.proof.painted.connect(driver.painted)
    app.exec()
    print(json.dumps({"times": driver.found, "right": right}), flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--size", type=int, default=200, help="kilobytes of a page")
    parser.add_argument("--turns", type=int, default=40)
    parser.add_argument("--drive", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.drive:
        drive(options.drive, options.turns)
        return
    with display() as shown, tempfile.TemporaryDirectory() as home:
        answers, right = {}, {}
        for pages in (1, options.pages):
            path = Path(home, f"{pages}.galley")
            write_project(path, pages, options.size)
            words = ["--drive", str(path), "--turns", str(options.turns)]
            told = run_shown("benchmarks.many", words, shown, home)
            answers[pages], right = told["times"], told["right"]
        alone, many = answers[1], answers[options.pages]
        print(
            f"{'':18}{'n':>4}  first paint p50   p99   stall p50   max  work max"
            "  done   of one page"
        )
        for name, times in many.items():
            first, stall, done, work = ([one[side] for one in times] for side in range(4))
            ratio = ""
            if name in alone and name not in ("start", "open"):
                beside = share([one[0] for one in alone[name]], 0.5)
                ratio = f"{share(first, 0.5) / beside:8.2f} x" if beside else ""
            print(
                f"{name:18}{len(times):4}{share(first, 0.5):17.0f}{share(first, 0.99):6.0f}"
                f"{share(stall, 0.5):12.0f}{max(stall):6.0f}{max(work):10.0f}"
                f"{share(done, 0.5):6.0f}{ratio}"
            )
        switched = [one[0] for name, times in many.items() for one in times if "turn" in name]
        print(Limit("a page is turned to, 99th percentile", share(switched, 0.99), SWITCHED).line)
        for name in sorted({name for _, name in GESTURES}):
            beside, here = (share([one[0] for one in times[name]], 0.5) for times in (alone, many))
            print(Limit(f"{name} beside one page alone", here / beside, BESIDE, "x").line)
        stalls = [(name, max(one[1] for one in times)) for name, times in many.items()]
        for one in worst("the window does not answer", stalls, LIMIT):
            print(one.line)
        for name, held in right.items():
            print(answered(name, held))


if __name__ == "__main__":
    main()
