"""What was done, in order, and how far back one has stepped: undo and redo as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.model.decisions import Decisions, Delta, JointDecision
from editor.model.links import Link
from editor.model.meta import MetaChange
from editor.model.rules import Quiet, Rules
from editor.model.structure import Joint

LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class StyleChange:
    """Reporters that go from the project's roster (`gone`) and that come into it (`came`).

    `rules`: the house's rules before and after, where they change. `asked`, `quiet`: forms about
    which checks speak again, and are quiet from now on.
    """

    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    rules: tuple[Rules, Rules] | None = None
    asked: tuple[Quiet, ...] = ()
    quiet: tuple[Quiet, ...] = ()

    def inverse(self) -> StyleChange:
        """The change that leads back."""
        back = (self.rules[1], self.rules[0]) if self.rules else None
        return StyleChange(self.came, self.gone, back, self.quiet, self.asked)

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.gone or self.came or self.rules or self.asked or self.quiet)


@dataclass(frozen=True, slots=True)
class OrderChange:
    """The pages of the project by their keys, before and after: they come, go or change places."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def inverse(self) -> OrderChange:
        """The change that leads back."""
        return OrderChange(self.after, self.before)

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class LinksChange:
    """Links that go and links that come."""

    gone: tuple[Link, ...] = ()
    came: tuple[Link, ...] = ()

    def inverse(self) -> LinksChange:
        """The change that leads back."""
        return LinksChange(self.came, self.gone)

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.gone or self.came)


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture. `name` is its code, told to people by the window; `page` is the page's key.

    `delta`: what it did to the page's decisions; `others`: to those of other pages, by their keys;
    `style`: to the project's style; `order`, `links`, `metas`: to its pages and links, and to what
    pages are called. `extra`: what a file says of it that this version does not know, as JSON.
    """

    name: str
    page: str
    delta: Delta
    when: str = ""
    style: StyleChange = StyleChange()
    extra: str = ""
    others: tuple[tuple[str, Delta], ...] = ()
    order: OrderChange = OrderChange()
    links: LinksChange = LinksChange()
    metas: tuple[MetaChange, ...] = ()

    def inverse(self) -> Step:
        """The step that leads back."""
        return replace(
            self,
            delta=self.delta.inverse(),
            style=self.style.inverse(),
            others=tuple((key, delta.inverse()) for key, delta in self.others),
            order=self.order.inverse(),
            links=self.links.inverse(),
            metas=tuple(change.inverse() for change in self.metas),
        )

    @property
    def deltas(self) -> tuple[tuple[str, Delta], ...]:
        """What it did to decisions, by the keys of all pages that it touched."""
        own = ((self.page, self.delta),) if self.delta else ()
        return (*own, *self.others)

    @property
    def is_of_project(self) -> bool:
        """Whether it did anything beside deciding about its own page."""
        return bool(self.style or self.others or self.order or self.links or self.metas)

    def delta_of(self, page: str) -> Delta:
        """What it did to the decisions about one page."""
        return dict(self.deltas).get(page, Delta())


@dataclass(frozen=True, slots=True)
class History:
    """Steps, oldest first; the first `at` of them stand, those behind were undone."""

    steps: tuple[Step, ...] = ()
    at: int = 0

    def __post_init__(self) -> None:
        """Refuse a position outside the steps (`ValueError`)."""
        if not 0 <= self.at <= len(self.steps):
            raise ValueError(f"history at {self.at} of {len(self.steps)} steps")

    def then(self, step: Step) -> History:
        """The history after a new step; what was undone before it is gone."""
        steps = (*self.steps[: self.at], step)[-LIMIT:]
        return History(steps, len(steps))

    def amended(self, step: Step | None) -> History:
        """The history with its last step replaced (typing that goes on is one step), or gone."""
        steps = self.steps[: self.at - 1]
        steps = (*steps, step) if step else steps
        return History(steps, len(steps))

    def joint_before(self, page: str, raw_at: int, name: str) -> tuple[Joint | None] | None:
        """The joint that was decided at `raw_at` before a step `name` decided the present one.

        In a tuple of its own; None where the present one came by no such step.
        """
        for step in reversed(self.steps[: self.at]):
            delta = step.delta_of(page)
            came = dict(delta.came).get("joints", ())
            if any(isinstance(e, JointDecision) and e.raw_at == raw_at for e in came):
                if step.name != name:
                    return None
                gone = Decisions(joints=dict(delta.gone).get("joints", ()))  # type: ignore[arg-type]
                return (gone.joint_at.get(raw_at),)
        return None

    def pages_in_it(self) -> frozenset[str]:
        """The keys of pages that come or go in one of the steps."""
        return frozenset(
            key
            for step in self.steps
            if step.order
            for key in set(step.order.before) ^ set(step.order.after)
        )

    @property
    def undoable(self) -> Step | None:
        """The step that undo would take back."""
        return self.steps[self.at - 1] if self.at else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo would do again."""
        return self.steps[self.at] if self.at < len(self.steps) else None
