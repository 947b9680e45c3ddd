"""A program that is killed at random moments while gestures, saves and exports run.

A child works as the window does (a session, a journal, saves and exports in threads) and tells
each state that it reached. It is killed with SIGKILL; what the next start would find is held to
what it told: every gesture older than a second is there, no project file is unreadable, no
half-written .docx has a final name.

    python -m benchmarks.killing --rounds 300 [--seed 1]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from editor import analysis
from editor.editing.session import Changed, Session
from editor.exporting import Choice, Exporter
from editor.files import project as project_file
from editor.files import recovery
from editor.files.export.batch import File, write
from editor.files.journal import Journal
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Source

GRACE = 1.0
"""Seconds: what is younger may be lost."""
TEXT = "\n\n".join(
    f"第{n}座桥修好了\n本报讯 城南的第{n}座石桥昨天修好了，两岸的\n人从桥上走来走去，"
    f"都说走得稳当。修桥\n的老人坐在桥头。（林山）"
    for n in range(1, 9)
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Prints `text` in place of the character at `at`; every third one also settles a doubt."""

    at: int
    text: str
    name: str = "type-across"

    def apply(self, page: Page, _: Reading, mark: Mark) -> Decisions:
        """The page with it."""
        source = page.source
        made = consistent.with_patch(
            page.decisions, source, (self.at, 0), (self.at + 1, 0), self.text, mark
        )
        if self.at % 3 == 0:
            made = consistent.with_settled(made, f"kill:{self.text}", True, mark)
        return made


def stamp(project: Project) -> str:
    """What tells one state of the work from another."""
    told = repr([(page.key, page.decisions) for page in project.pages]) + str(project.history.at)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def work(folder: Path, told: int, seed: int) -> None:
    """The child: works until it is killed."""
    draw = random.Random(seed)
    path, out = folder / "work.galley", folder / "out"
    source = Source(TEXT)
    project = Project((Page("p1", source),))
    session = Session(project, who="林")
    known: set[str] = set()
    journal = Journal(project, "", "work", known=known)
    reading = session.reading

    def heard(changed: Changed) -> None:
        if changed.what == "decisions":
            tell(told, session.project)  # first: the kill may come between the two
            journal.note(session.project)

    session.subscribe(heard)
    busy = threading.Lock()

    def save(now: Project) -> None:
        with busy:
            stamp = project_file.save(path, now, known).stamp
            journal.saved(now, str(path), "work", stamp)

    def export() -> None:
        with busy:
            export_into(out, session.page, reading)

    tell(told, session.project)
    while True:
        chance = draw.random()
        if chance < 0.85 or not session.history.undoable:
            at = draw.randrange(len(TEXT))
            if not source.is_blank(at):
                session.do(Correction(at, f"{draw.randrange(10**6)}" * draw.choice([1, 1, 40])))
        elif chance < 0.95:
            session.undo()
        else:
            session.redo()
        if draw.random() < 0.04 and not busy.locked():
            threading.Thread(target=save, args=(session.project,), daemon=True).start()
        if draw.random() < 0.03 and not busy.locked():
            threading.Thread(target=export, daemon=True).start()
        time.sleep(draw.choice([0, 0.001, 0.01, 0.03]))


def export_into(folder: Path, page: Page, reading: Reading) -> None:
    """Every article of a page to Word, as the window does it."""
    write(folder, word_files(page, reading), overwrite=True)


def word_files(page: Page, reading: Reading) -> Iterator[File]:
    """The Word files of a page."""
    exporter, taken = Exporter(Choice(language="zh")), set[str]()
    for story in exporter.stories(page, reading, Style()):
        yield exporter.file(exporter.draft(story), taken)


def tell(told: int, project: Project) -> None:
    """A state that was reached, and when."""
    os.write(told, f"{time.monotonic_ns()} {stamp(project)}\n".encode())


def one_round(folder: Path, seed: int) -> tuple[str, float]:
    """One life and what is left of it: what is wrong (empty where nothing is), seconds lost."""
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    come, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(come)
            work(folder, told, seed)
        finally:
            os._exit(3)
    os.close(told)
    lines: list[bytes] = []
    first = threading.Event()

    def listen() -> None:
        with open(come, "rb") as pipe:
            for line in pipe:
                lines.append(line)
                first.set()

    listener = threading.Thread(target=listen)
    listener.start()
    begun = first.wait(30)
    time.sleep(random.Random(seed).uniform(0.0, 1.6))
    killed = time.monotonic_ns()
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    listener.join()
    if not begun or not os.WIFSIGNALED(status):
        return f"the child ended by itself: {status}", 0.0
    states = [(int(at), name.decode()) for at, name in (line.split() for line in lines)]
    return judged(folder, states, killed)


def judged(folder: Path, states: list[tuple[int, str]], killed: int) -> tuple[str, float]:
    """What is wrong with what is left, and how old the first state is that is lost."""
    path, saved = folder / "work.galley", None
    if path.exists():
        try:
            saved = project_file.load(path)
        except Exception as error:
            return f"the project cannot be read: {error}", 0.0
    for docx in folder.glob("out/*.docx"):
        try:
            with zipfile.ZipFile(docx) as package:
                etree.fromstring(package.read("word/document.xml"))
                wrong: Any = package.testzip()
        except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
            wrong = error
        if wrong:
            return f"{docx.name}: {wrong}", 0.0
    found = recovery.unsaved()
    if len(found) > 1 or any(one.error for one in found):
        return f"journals: {found}", 0.0
    there = found[0].project if found else saved
    begun = Project((Page("p1", Source(TEXT)),))
    name = stamp(there or begun)
    reached = [n for n, (_, told) in enumerate(states) if told == name]
    if not reached:
        return "what is there was never reached", 0.0
    if reached[-1] == len(states) - 1:
        return "", 0.0
    lost = (killed - states[reached[-1] + 1][0]) / 1e9
    return ("" if lost <= GRACE else f"a gesture of {lost:.2f} s ago is lost"), lost


def main() -> int:
    """As many rounds as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    reading = analysis.read(Source(TEXT), Decisions(), Style())  # warm before the first fork
    with tempfile.TemporaryDirectory() as warm:
        export_into(Path(warm), Page("p", Source(TEXT)), reading)
    wrong, lost, with_work = 0, [], 0
    for number in range(asked.rounds):
        with tempfile.TemporaryDirectory() as name:
            trouble, seconds = one_round(Path(name), asked.seed * 100_003 + number)
            with_work += any(Path(name, "state").rglob("steps-*"))
        lost.append(seconds)
        if trouble:
            wrong += 1
            print(f"round {number}: {trouble}")
    lost.sort()
    print(
        f"{asked.rounds} kills: {wrong} wrong; {with_work} with unsaved work; "
        f"lost of it: {lost[len(lost) // 2]:.3f} s in the middle, {lost[-1]:.3f} s at most"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
