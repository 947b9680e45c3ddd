"""One project being edited: gestures in, decisions and readings out, one event for all views.

The only holder of state outside the window. Every change of decisions goes through `do`,
`undo` or `redo`, becomes one step of the history and one `Changed`. Structure is analysed only
when a structural decision changed; a corrected character is laid in by assembling anew. A page
that takes long to read may be read elsewhere: the decisions stand at once, and a reading is
taken only while it is of what stands.
"""

from __future__ import annotations

import getpass
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from editor.editing.gestures import Gesture
from editor.editing.typing import TYPING, Then
from editor.model.decisions import STRUCTURAL, Decisions, Delta, Mark
from editor.model.history import History, Step, StyleChange
from editor.model.places import Span
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Source

PAUSE = 3.0
"""Seconds after which typing that goes on becomes a new undo step."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What happened. `what`: `decisions`, `reading`, `project` or `saved`.

    `span` is where (raw text of `page`), `initiator` the view whose gesture it was, `step`
    the code of the gesture.
    """

    what: str
    page: str = ""
    span: Span = Span(0, 0)
    initiator: str = ""
    step: str = ""


class Analysis(Protocol):
    """The two halves of reading a page (`editor.analysis`)."""

    def analyse(self, source: Source, decisions: Decisions, style: Style) -> Any:
        """The structure of the page: joints, roles, assignments; sees structural decisions only."""
        ...

    def assemble(self, source: Source, structure: Any, decisions: Decisions) -> Reading:
        """The reading: structure with patches, typed fields and moves laid in."""
        ...


class _OwnAnalysis:
    """`editor.analysis`, imported when the first page is read."""

    def analyse(self, source: Source, decisions: Decisions, style: Style) -> Any:
        from editor import analysis

        return analysis.analyse(source, decisions, style)

    def assemble(self, source: Source, structure: Any, decisions: Decisions) -> Reading:
        from editor import analysis

        return analysis.assemble(source, structure, decisions)


def _now() -> datetime:
    return datetime.now(UTC)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a page, of which page and style.

    `seconds`: the processor time that it took, so that a thread that waits for its turn is not
    taken for a long page. `whole`: whether the page was read as a whole, not near a decision.
    """

    page: Page
    style: Style
    structural: Decisions
    structure: Any
    reading: Reading
    seconds: float
    whole: bool


class Session:
    """The state of one open project. Not thread-safe; what `reader` gives may run elsewhere."""

    def __init__(
        self,
        project: Project,
        *,
        analysis: Analysis | None = None,
        who: str | None = None,
        now: Callable[[], datetime] = _now,
        patience: float = math.inf,
    ) -> None:
        """Open `project` on its first page. Nothing is read before it is asked for.

        `patience`: seconds. Where reading took longer the last time (of the whole page for what
        concerns all of it, else near a decision), a gesture does not read: whoever hears
        `Changed` and finds it not `is_current` calls what `reader` gives, in a thread of its own,
        and hands the answer to `take`.
        """
        self._project = project
        self._analysis = analysis or _OwnAnalysis()
        self._who = _who() if who is None else who
        self._now = now
        self._patience = patience
        self._current = project.pages[0].key if project.pages else ""
        self._reads: dict[str, Read] = {}
        self._took: dict[tuple[str, bool], float] = {}
        self._structural = Decisions(), Decisions()
        self._listeners: list[Callable[[Changed], None]] = []
        self._saved = project
        self._typing_since: datetime | None = None

    # -- what there is ---------------------------------------------------------------------

    @property
    def project(self) -> Project:
        """All that would be saved."""
        return self._project

    @property
    def history(self) -> History:
        """What was done and how far it was taken back."""
        return self._project.history

    @property
    def page(self) -> Page:
        """The page being edited (`KeyError` in a project without pages)."""
        return self._project.page(self._current)

    @property
    def is_current(self) -> bool:
        """Whether `latest` is the reading of what stands decided now."""
        read = self._reads.get(self._current)
        return read is not None and self._holds(read, self.page)

    @property
    def latest(self) -> Reading | None:
        """The reading of the current page made last; None before the first one."""
        read = self._reads.get(self._current)
        return read.reading if read is not None else None

    @property
    def reading(self) -> Reading:
        """The reading of the current page; made now where there is none, or an older one."""
        return self._reread(self.page).reading

    @property
    def dirty(self) -> bool:
        """Whether something stands that `saved` has not seen."""
        here, there = self._project, self._saved
        same = (here.pages, here.links, here.style) == (there.pages, there.links, there.style)
        return not same

    # -- reading ---------------------------------------------------------------------------

    def reader(self) -> Callable[[], Read]:
        """What reads the current page as it stands now. May run in any thread, for `take`."""
        return self._reader(self.page)

    def supposing(self, gesture: Gesture) -> Callable[[], Read]:
        """What reads the current page as it would be after a gesture. May run in any thread."""
        page = self.page
        return self._reader(page.decided(gesture.apply(page, self.reading, Mark())))

    def _reader(self, page: Page) -> Callable[[], Read]:
        style, analysis, whole = self._project.style, self._analysis, self._is_whole(page)

        def read() -> Read:
            begun = time.thread_time()
            structural = page.decisions.structural
            structure = analysis.analyse(page.source, structural, style)
            reading = analysis.assemble(page.source, structure, page.decisions)
            seconds = time.thread_time() - begun
            return Read(page, style, structural, structure, reading, seconds, whole)

        return read

    def take(self, read: Read) -> bool:
        """Use what a `reader` read; False (and nothing done) where it is stale."""
        try:
            now = self._project.page(read.page.key)
        except KeyError:
            return False
        if not self._holds(read, now):
            return False
        self._keep(self._assembled(read, now))
        self._tell(Changed("reading", now.key, Span(0, len(now.source.text))))
        return True

    def _holds(self, read: Read, page: Page) -> bool:
        """Whether `page` has the structure of `read` still; its patches may be others."""
        if read.page.source is not page.source or read.style != self._project.style:
            return False
        before, now = read.page.decisions, page.decisions
        if all(getattr(before, name) == getattr(now, name) for name in STRUCTURAL):
            return True
        if self._structural[0] is not page.decisions:  # asked again and again while one waits
            self._structural = page.decisions, page.decisions.structural
        return read.structural == self._structural[1]

    def _assembled(self, read: Read, page: Page) -> Read:
        """The same structure with the patches that `page` has."""
        if read.page.decisions is page.decisions:
            return read
        if read.page.decisions == page.decisions:
            return replace(read, page=page)
        reading = self._analysis.assemble(page.source, read.structure, page.decisions)
        return replace(read, page=page, reading=reading)

    def _reread(self, page: Page) -> Read:
        read = self._reads.get(page.key)
        if read is not None and self._holds(read, page):
            read = self._assembled(read, page)
        else:
            read = self._reader(page)()
        self._keep(read)
        return read

    def _keep(self, read: Read) -> None:
        self._reads[read.page.key] = read
        self._took[read.page.key, read.whole] = read.seconds

    def _is_whole(self, page: Page) -> bool:
        """Whether all of `page` is to be read: none was yet, or what concerns all of it changed."""
        read = self._reads.get(page.key)
        if read is None or read.page.source is not page.source:
            return True
        before, now = read.page.decisions, page.decisions
        return read.style != self._project.style or before.pins != now.pins

    def _waits(self, page: Page) -> bool:
        """Whether reading `page` is left to somebody who has the time."""
        read = self._reads.get(page.key)
        if read is None:
            return self._patience < math.inf
        took = self._took.get((page.key, self._is_whole(page)), 0.0)
        return took > self._patience and not self._holds(read, page)

    # -- doing -----------------------------------------------------------------------------

    def do(self, gesture: Gesture, initiator: str = "") -> bool:
        """Apply a gesture to the current page as one undo step; False where it changes nothing.

        Typing that goes on is one step, until a pause, another gesture or `end_typing`.
        """
        page, now = self.page, self._now()
        mark = Mark(self._who, now.isoformat(timespec="seconds").replace("+00:00", "Z"))
        decisions = gesture.apply(page, self.reading, mark)
        delta = Delta.between(page.decisions, decisions)
        if not delta:
            return False
        return self._done(gesture, Step(gesture.name, page.key, delta, mark.when), now, initiator)

    def change_style(self, name: str, change: StyleChange, initiator: str = "") -> bool:
        """Change the project's style as one undo step; False where it changes nothing."""
        style = self._project.style
        if style.changed(change) == style:
            return False
        when = self._now().isoformat(timespec="seconds").replace("+00:00", "Z")
        step = Step(name, self._current, Delta(), when, change)
        self._typing_since = None
        self._land(step, self.history.then(step), initiator)
        return True

    def _done(self, gesture: Gesture, step: Step, now: datetime, initiator: str) -> bool:
        """A gesture's step, or more of the step before it."""
        since, last = self._typing_since, self.history.undoable
        types_on = (
            gesture.name == TYPING
            and since is not None
            and (now - since).total_seconds() <= PAUSE
            and last is not None
            and last.name == TYPING
        )
        goes_on = (
            (types_on or isinstance(gesture, Then))
            and last is not None
            and last.page == step.page
            and self.history.redoable is None
        )
        if goes_on and last is not None:
            decisions = self.page.decisions
            before = last.delta.inverse().apply(decisions)
            whole = Delta.between(before, step.delta.apply(decisions))
            history = self.history.amended(replace(step, delta=whole) if whole else None)
        else:
            history = self.history.then(step)
        self._typing_since = now if gesture.name == TYPING else None
        self._land(step, history, initiator)
        return True

    def end_typing(self) -> None:
        """What is typed from now on is an undo step of its own (the caret was moved)."""
        self._typing_since = None

    def undo(self, initiator: str = "") -> bool:
        """Take the last standing step back; False where there is none."""
        step = self.history.undoable
        if step is None:
            return False
        history = replace(self.history, at=self.history.at - 1)
        return self._step(step.inverse(), history, initiator)

    def redo(self, initiator: str = "") -> bool:
        """Do the step again that was taken back last; False where there is none."""
        step = self.history.redoable
        if step is None:
            return False
        return self._step(step, replace(self.history, at=self.history.at + 1), initiator)

    def travel(self, at: int, initiator: str = "") -> bool:
        """Go to where the first `at` steps stand; False where they do already, or are not there.

        One event, and one reading, however many steps it takes.
        """
        history = self.history
        if at == history.at or not 0 <= at <= len(history.steps):
            return False
        back = at < history.at
        steps = history.steps[at : history.at][::-1] if back else history.steps[history.at : at]
        steps = tuple(step.inverse() for step in steps) if back else steps
        for step in steps[:-1]:
            self._project = self._stepped(step)
        return self._step(steps[-1], replace(history, at=at), initiator)

    def _step(self, step: Step, history: History, initiator: str) -> bool:
        self._typing_since = None
        self._current = step.page
        self._land(step, history, initiator)
        return True

    def _stepped(self, step: Step) -> Project:
        """The project after a step."""
        page = self._project.page(step.page)
        stepped = self._project.with_page(page.decided(step.delta.apply(page.decisions)))
        return replace(stepped, style=stepped.style.changed(step.style)) if step.style else stepped

    def _land(self, step: Step, history: History, initiator: str) -> None:
        self._project = replace(self._stepped(step), history=history)
        page = self._project.page(step.page)
        if not self._waits(page):
            self._reread(page)
        self._tell(Changed("decisions", page.key, touched(step.delta), initiator, step.name))

    # -- saving ----------------------------------------------------------------------------

    def saved(self, project: Project) -> None:
        """`project` is safely in its file: `dirty` counts from there."""
        self._saved = project
        self._tell(Changed("saved"))

    # -- telling ---------------------------------------------------------------------------

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after every change; what is returned ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)


def touched(delta: Delta) -> Span:
    """The smallest raw span that holds all places of the delta's entries."""
    places: list[Span] = []
    for entry in delta.entries:
        span = getattr(entry, "span", None)
        at = getattr(entry, "raw_at", getattr(entry, "article", None))
        if isinstance(span, Span):
            places.append(span)
        elif isinstance(at, int):
            places.append(Span(at, at + 1))
    if not places:
        return Span(0, 0)
    return Span(min(s.start for s in places), max(s.end for s in places))
