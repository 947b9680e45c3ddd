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
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from editor.editing.gestures import Gesture
from editor.editing.pages import AddPages, PlacePage, ProjectGesture, RemovePage
from editor.editing.reads import Analysis, Read, Reads
from editor.editing.typing import TYPING, Then
from editor.model.decisions import Decisions, Delta, Mark
from editor.model.history import History, Step, StyleChange
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.model.source import Source

PAUSE = 3.0
"""Seconds after which typing that goes on becomes a new undo step."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What happened. `what`: `decisions`, `reading`, `page` (another one is shown) or `saved`.

    `page` is the one that is shown, of a reading the one that was read; `span` is where (in its
    raw text; None where no text of it changed), `initiator` the view whose gesture it was, `step`
    the code of the gesture.
    """

    what: str
    page: str = ""
    span: Span | None = None
    initiator: str = ""
    step: str = ""


def _now() -> datetime:
    return datetime.now(UTC)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


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
        saved: Project | None = None,
    ) -> None:
        """Open `project` on its first page. Nothing is read before it is asked for.

        `saved`: what is in a file, where that is not `project` itself (work that was recovered).

        `patience`: seconds. Where reading took longer the last time (of the whole page for what
        concerns all of it, else near a decision), a gesture does not read: whoever hears
        `Changed` and finds it not `is_current` calls what `reader` gives, in a thread of its own,
        and hands the answer to `take`.
        """
        self._project = project
        self._who = _who() if who is None else who
        self._now = now
        self._patience = patience
        self._current = project.pages[0].key if project.pages else ""
        self._reads = Reads(analysis)
        self._listeners: list[Callable[[Changed], None]] = []
        self._saved = project if saved is None else saved
        self._typing_since: datetime | None = None

    # -- what there is ---------------------------------------------------------------------

    @property
    def who(self) -> str:
        """Who decides."""
        return self._who

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
    def is_bare(self) -> bool:
        """Whether the current page has a reading that nothing goes on from (`show_bare`)."""
        read = self._reads.get(self._current)
        return read is not None and read.is_bare

    @property
    def latest(self) -> Reading | None:
        """The reading of the current page made last; None before the first one."""
        read = self._reads.get(self._current)
        return read.reading if read is not None else None

    @property
    def reading(self) -> Reading:
        """The reading of the current page; made now where there is none, or an older one."""
        return self._reads.reread(self.page, self._project.style).reading

    def latest_of(self, key: str) -> Reading | None:
        """The reading of any page as it stands decided, where it is kept."""
        read = self._reads.get(key)
        if read is None or not self._project.has_page(key):
            return None
        page = self._project.page(key)
        same = read.page.decisions == page.decisions and self._holds(read, page)
        return read.reading if same else None

    @property
    def readings(self) -> tuple[tuple[str, Reading], ...]:
        """Readings of pages as they stand, by the pages' keys; pages that were not read lack."""
        return tuple(
            (page.key, read.reading)
            for page in self._project.pages
            if (read := self._reads.get(page.key)) is not None and self._holds(read, page)
        )

    @property
    def dirty(self) -> bool:
        """Whether something stands that `saved` has not seen."""
        here, there = self._project, self._saved
        same = (here.pages, here.links, here.style) == (there.pages, there.links, there.style)
        return not same

    # -- reading ---------------------------------------------------------------------------

    def reader(self, key: str = "") -> Callable[[], Read]:
        """What reads a page (the current one) as it stands now. May run in any thread.

        For `take`.
        """
        page = self._project.page(key) if key else self.page
        return self._reads.reader(page, self._project.style)

    def supposing(self, gesture: Gesture) -> Callable[[], Read]:
        """What reads the current page as it would be after a gesture. May run in any thread."""
        page = self.page
        supposed = page.decided(gesture.apply(page, self.reading, Mark()))
        return self._reads.reader(supposed, self._project.style)

    def look_ahead(self, gesture: Gesture) -> None:
        """Read ahead what would be read anew after a gesture: then that shows sooner."""
        page = self.page
        if self.is_current and not self.is_bare:
            supposed = page.decided(gesture.apply(page, self.reading, Mark()))
            self._reads.look_ahead(supposed, self._project.style)

    def show_bare(self, reading: Reading) -> None:
        """Have a reading of the current page as it stands that was made by another process.

        It can be looked at; who decides something has to have the page read here first.
        """
        page, structural = self.page, self.page.decisions.structural
        self._reads.keep(Read(page, self._project.style, structural, None, reading, 0.0, True))

    def take(self, read: Read) -> bool:
        """Use what a `reader` read; False (and nothing done) where it is stale."""
        try:
            now = self._project.page(read.page.key)
        except KeyError:
            return False
        if not self._holds(read, now):
            return False
        self._reads.keep(self._reads.assembled(read, now))
        self._reads.touch(self._current)
        self._tell(Changed("reading", now.key, Span(0, len(now.source.text))))
        return True

    def _holds(self, read: Read, page: Page) -> bool:
        return self._reads.holds(read, page, self._project.style)

    # -- pages -----------------------------------------------------------------------------

    def show(self, key: str, initiator: str = "") -> bool:
        """Go to a page; False where it is shown already, or is none (`Changed` says `page`)."""
        if key == self._current or not self._project.has_page(key):
            return False
        self._typing_since = None
        self._go(key)
        self._tell(Changed("page", key, None, initiator))
        return True

    def kept(self) -> dict[str, Reading]:
        """The readings that are of the pages as they stand, by their keys."""
        held = ((key, self.latest_of(key)) for key in self._project.keys)
        return {key: reading for key, reading in held if reading is not None}

    def mark(self) -> Mark:
        """Who decides, and now."""
        return Mark(self._who, self._when(self._now()))

    def laying_in(self) -> Callable[[Decisions], Read | None]:
        """What lays other patches in the current page's reading. May run in any thread."""
        read, page = self._reads.get(self._current), self.page
        return lambda decided: (
            self._reads.assembled(read, page.decided(decided))
            if read is not None and not read.is_bare
            else None
        )

    def change(
        self, gesture: ProjectGesture, initiator: str = "", *, read: Read | None = None
    ) -> bool:
        """Do something to the project as one undo step; False where it changes nothing.

        `read`: the current page with what it is to say then (`laying_in`), where that was made.
        """
        when = self._when(self._now())
        made = gesture.step(self._project, when)
        if made is None:
            return False
        step, fresh = made
        if read is not None and read.page.key == self._current:
            self._reads.keep(read)
        self._project = replace(self._project, away=(*self._project.away, *fresh))
        self._typing_since = None
        self._land(step, self.history.then(step), initiator)
        return True

    def add_pages(
        self, sources: Iterable[Source], before: str | None = None, initiator: str = ""
    ) -> tuple[str, ...]:
        """New pages as one step, before a page or behind all; their keys in order."""
        known = set(self._project.keys)
        self.change(AddPages(tuple(sources), before), initiator)
        return tuple(key for key in self._project.keys if key not in known)

    def remove_page(self, key: str, initiator: str = "") -> bool:
        """Take a page out as one step; False for the last page."""
        return self.change(RemovePage(key), initiator)

    def place_page(self, key: str, before: str | None, initiator: str = "") -> bool:
        """Put a page before another one, or (None) behind all, as one step."""
        return self.change(PlacePage(key, before), initiator)

    def _go(self, key: str) -> None:
        """Another page is the current one: an older reading of it is none."""
        if key != self._current:
            self._current = key
            if self._project.has_page(key) and self.latest_of(key) is None:
                self._reads.drop(key)
            self._reads.touch(key)

    @staticmethod
    def _when(now: datetime) -> str:
        return now.isoformat(timespec="seconds").replace("+00:00", "Z")

    # -- doing -----------------------------------------------------------------------------

    def do(self, gesture: Gesture, initiator: str = "") -> bool:
        """Apply a gesture to the current page as one undo step; False where it changes nothing.

        Typing that goes on is one step, until a pause, another gesture or `end_typing`.
        """
        page, now = self.page, self._now()
        mark = Mark(self._who, self._when(now))
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
        step = Step(name, self._current, Delta(), self._when(self._now()), change)
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
            and not last.is_of_project
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
            self._project = self._project.stepped(step)
        return self._step(steps[-1], replace(history, at=at), initiator)

    def _step(self, step: Step, history: History, initiator: str) -> bool:
        self._typing_since = None
        came = step.page in step.order.after and step.page not in step.order.before
        self._land(step, history, initiator, to=step.page if came else "")
        return True

    def _land(self, step: Step, history: History, initiator: str, *, to: str = "") -> None:
        """Stand where a step leads; `to`: the page to look at then, if any."""
        keys = self._project.keys
        place = keys.index(self._current) if self._current in keys else 0
        self._project = self._project.then(step, history)
        touched_pages = [key for key, _ in step.deltas]
        keys = self._project.keys
        if to:
            self._go(to)
        elif self._current not in keys or (touched_pages and self._current not in touched_pages):
            near = keys[min(place, len(keys) - 1)]
            self._go(step.page if step.page in keys else near)
        for key in touched_pages:
            if key != self._current:
                self._reads.drop(key)
        page, style = self.page, self._project.style
        if not self._reads.waits(page, style, self._patience):
            self._reads.reread(page, style)
        delta = step.delta_of(page.key)
        span = delta.span if delta else None
        self._tell(Changed("decisions", page.key, span, initiator, step.name))

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
