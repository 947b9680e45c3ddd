"""Checks beside the window: they run when the hands rest, and only for what changed.

They give way to the window, begin where one looks, and tell what they found there before they
have been through a long page. While an input method composes nothing is checked, and what came
meanwhile waits. What is out of date ends by itself; what it found goes along. Nobody waits for
jieba's words: until they are there, the checks that ask them are left out.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor import chinese_words
from editor.model.giving_way import pause, paused
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.waiting import Watch
from editor.ui.idle import Hurry
from editor.ui.proof.document import article_number
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.model.project import Style
    from editor.proofing import Check
    from editor.proofing.again import Checked
    from editor.ui.room import Room

REST = 500
"""Milliseconds after a change until it is checked: checks take the interpreter from the window."""
SOON = 30
"""Milliseconds where a page was not checked yet, or more can be: the texts are painted first."""

PATTERNS = tuple(
    f"editor.proofing.{name}"
    for name in (
        "leftovers marks repeats twice pairs quotes finals spaces numerals dates_english dates "
        "days ages sums sequences naming variants lookalikes roster english house"
    ).split()
)
"""All modules of checks. Their patterns take some ten milliseconds each to compile: the window has
a turn between."""


def load() -> None:
    """Load all checks, in another thread; once is enough."""
    for name in PATTERNS:
        if name not in sys.modules:
            pause()
            importlib.import_module(name)


class Checking(QObject):
    """What the checks found on the page in sight. `came`: there is something new."""

    came = Signal()
    _part = Signal(object, object, object)

    def __init__(self, room: Room) -> None:
        """Nothing was checked."""
        super().__init__(room)
        self._room = room
        self.checked: Checked | None = None
        self.whole = False
        """Whether all checks went through this page once, those that ask jieba's words too."""
        self._source: Source | None = None
        self._watch: Watch | None = None
        self._names: tuple[dict[str, tuple[Reading, Counter[str]]], Counter[str]] = {}, Counter()
        """Names of the other pages, and how often all of them print each."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)
        self._part.connect(self._found, Qt.ConnectionType.QueuedConnection)

    @property
    def rests(self) -> bool:
        """Whether all was checked as it stands."""
        return not self._timer.isActive() and self._watch is None

    def follow(self) -> None:
        """The page reads otherwise now: what is known goes along, the rest is checked soon."""
        session, reading = self._room.session, self._room.reading
        self._stop()
        if session is None or reading is None or session.page.source is not self._source:
            self.checked, self.whole = None, False
            self._source = session.page.source if session is not None else None
        elif self.checked is not None:
            from editor.proofing.again import carried

            self.checked = carried(self.checked, reading)
        if reading is not None:
            self._timer.start(REST if self.checked is not None else SOON)

    def again(self) -> None:
        """Something that checks ask about is there now."""
        self._timer.start(SOON)

    def _check(self) -> None:
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None or session.is_bare or not session.is_current:
            return  # who reads it tells
        if self._room.desk.proof.is_composing:
            self._timer.start(REST)
            return
        self._stop()
        before, style, first = self.checked, session.project.style, self._first(reading)
        watch, words = Watch(), chinese_words.ready()
        page, kept = session.page, session.kept()

        def job() -> Checked:
            load()
            from editor.proofing.again import Checked, check_again
            from editor.proofing.run import year_of

            def come(part: Checked) -> None:
                assert part.found is not None  # made here, not in the window's thread
                self._part.emit(watch, reading, part)

            checks = checks_of(style, words=words)
            elsewhere = self._elsewhere(kept, page.key)
            found = check_again(
                before or Checked(),
                reading,
                style,
                checks,
                year_of(page),
                elsewhere,
                first,
                come,
            )
            assert found.found is not None
            return found

        self._watch = watch
        self._room.background.run(
            job,
            lambda found: self._found(watch, reading, found, done=True, words=words),
            lambda error: self._failed(watch, error),
            watch=watch,
            hurry=Hurry.IDLE,
        )

    def _elsewhere(self, kept: dict[str, Reading], key: str) -> dict[str, int]:
        """Names on the other pages that are read, with how often they stand there."""
        from editor.editing.forms import names_on

        known, total = self._names
        names: dict[str, tuple[Reading, Counter[str]]] = {}
        every = Counter(total)  # a job that is given up leaves what is known as it was
        for other, reading in paused(kept.items()):
            if other == key:
                continue
            held = known.get(other)
            if held is None or held[0] is not reading:
                if held is not None:
                    every.subtract(held[1])
                held = reading, names_on(reading)
                every.update(held[1])
            names[other] = held
        for other in known.keys() - names.keys():
            every.subtract(known[other][1])
        every = +every
        self._names = names, every
        return dict(sorted(every.items()))

    def _first(self, reading: Reading) -> int:
        """The index of the article that one looks at."""
        here = article_at(reading, self._room.pane.place().span.start)
        return max(0, article_number(reading, here))

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def _found(
        self,
        watch: Watch,
        reading: Reading,
        found: Checked,
        *,
        done: bool = False,
        words: bool = False,
    ) -> None:
        if watch is not self._watch:
            return
        if done:
            self._watch = None
        if reading is not self._room.reading:
            return
        if self._room.desk.proof.is_composing:
            if done:
                self._timer.start(REST)
            return
        self.checked, self.whole = found, self.whole or (done and words)
        self.came.emit()

    def _failed(self, watch: Watch, error: Exception) -> None:
        if watch.cancelled:
            return
        self._watch = None
        raise error


def checks_of(style: Style, *, words: bool) -> list[Check]:
    """Those that the house wants; with `words`, also those that ask jieba's."""
    from editor.proofing import chosen

    return [check for check in chosen(style.rules) if words or not check.words]
