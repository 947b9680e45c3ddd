"""One project being edited: gestures in, decisions and readings out, one event for all views.

The only holder of state outside the window. Every change of decisions goes through `do`,
`undo` or `redo`, becomes one step of the history and one `Changed`. Structure is analysed only
when a structural decision changed; a corrected character is laid in by assembling anew.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from editor.editing.gestures import Gesture
from editor.model.decisions import Decisions, Delta, Mark
from editor.model.history import History, Step
from editor.model.places import Span
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Source

TYPING = "type"
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


@dataclass
class _Read:
    """What was read of a page last, and from which structural decisions."""

    structural: Decisions
    structure: Any
    reading: Reading = field(default_factory=Reading)


class Session:
    """The state of one open project. Not thread-safe; `analyse` alone may run elsewhere."""

    def __init__(
        self,
        project: Project,
        *,
        analysis: Analysis | None = None,
        who: str | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Open `project` on its first page. Nothing is read before it is asked for."""
        self._project = project
        self._analysis = analysis or _OwnAnalysis()
        self._who = _who() if who is None else who
        self._now = now
        self._current = project.pages[0].key if project.pages else ""
        self._reads: dict[str, _Read] = {}
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
    def is_read(self) -> bool:
        """Whether the current page has a reading already."""
        return self._current in self._reads

    @property
    def reading(self) -> Reading:
        """The reading of the current page; made now where there is none."""
        page = self.page
        read = self._reads.get(page.key)
        if read is None:
            structural = page.decisions.structural
            read = self._take(page, structural, self.analyse(page))
        return read.reading

    @property
    def dirty(self) -> bool:
        """Whether something stands that `saved` has not seen."""
        here, there = self._project, self._saved
        same = (here.pages, here.links, here.style) == (there.pages, there.links, there.style)
        return not same

    # -- reading ---------------------------------------------------------------------------

    def analyse(self, page: Page) -> Any:
        """The page's structure. Pure: may run off the GUI thread, for `take`."""
        return self._analysis.analyse(page.source, page.decisions.structural, self._project.style)

    def take(self, page: Page, structure: Any) -> bool:
        """Use a structure that `analyse` made of `page`; False (and nothing done) where stale."""
        try:
            now = self._project.page(page.key)
        except KeyError:
            return False
        structural = page.decisions.structural
        if now.source is not page.source or now.decisions.structural != structural:
            return False
        self._take(now, structural, structure)
        whole = Span(0, len(now.source.text))
        self._tell(Changed("reading", now.key, whole))
        return True

    def _take(self, page: Page, structural: Decisions, structure: Any) -> _Read:
        reading = self._analysis.assemble(page.source, structure, page.decisions)
        read = _Read(structural, structure, reading)
        self._reads[page.key] = read
        return read

    def _reread(self, page: Page) -> None:
        read = self._reads.get(page.key)
        structural = page.decisions.structural
        if read is None or read.structural != structural:
            self._take(page, structural, self.analyse(page))
        else:
            self._take(page, structural, read.structure)

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
        step = Step(gesture.name, page.key, delta, mark.when)
        since, last = self._typing_since, self.history.undoable
        goes_on = (
            gesture.name == TYPING
            and since is not None
            and (now - since).total_seconds() <= PAUSE
            and last is not None
            and last.name == TYPING
            and last.page == page.key
            and self.history.redoable is None
        )
        if goes_on and last is not None:
            before = last.delta.inverse().apply(page.decisions)
            whole = Delta.between(before, decisions)
            history = self.history.amended(replace(step, delta=whole) if whole else None)
        else:
            history = self.history.then(step)
        self._typing_since = now if gesture.name == TYPING else None
        self._land(page.decided(decisions), history, delta, initiator, gesture.name)
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
        return self._step(step, step.delta.inverse(), history, initiator)

    def redo(self, initiator: str = "") -> bool:
        """Do the step again that was taken back last; False where there is none."""
        step = self.history.redoable
        if step is None:
            return False
        return self._step(
            step, step.delta, replace(self.history, at=self.history.at + 1), initiator
        )

    def _step(self, step: Step, delta: Delta, history: History, initiator: str) -> bool:
        page = self._project.page(step.page)
        self._typing_since = None
        self._current = step.page
        self._land(page.decided(delta.apply(page.decisions)), history, delta, initiator, step.name)
        return True

    def _land(self, page: Page, history: History, delta: Delta, initiator: str, name: str) -> None:
        self._project = replace(self._project.with_page(page), history=history)
        self._reread(page)
        self._tell(Changed("decisions", page.key, _touched(delta), initiator, name))

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


def _touched(delta: Delta) -> Span:
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
