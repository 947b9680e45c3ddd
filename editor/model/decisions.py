"""What a person decided about a page, and nothing else.

The only thing that gestures change, undo steps over and files save as truth. Every entry has
who and when. The whole is always consistent: a decision that contradicts older ones trims or
removes them in the same step, the newest wins; `editor.model.consistent` holds those rules.
Places are `raw_at` of the page's own source, so no entry repeats the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import cached_property
from typing import Any

from editor.model.places import Span
from editor.model.structure import Joint, Role


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Who decided, and when (ISO 8601, UTC, seconds).

    `extra`: fields that a file has of the decision and this version does not know, as JSON.
    """

    who: str = ""
    when: str = ""
    extra: str = ""


NOBODY = Mark()


@dataclass(frozen=True, slots=True)
class JointDecision:
    """The joint before the non-blank character at `raw_at`."""

    raw_at: int
    joint: Joint
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class RoleDecision:
    """Every non-blank character of `span` has this role."""

    span: Span
    role: Role
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class HeadingDecision:
    """The heading or byline text of `span` belongs to this article, or (None) to the tray.

    `article` is the `raw_at` of any character of the article's body; where no article holds
    that character now, the decision sleeps.
    """

    span: Span
    article: int | None
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class Move:
    """The text of `span` is read before the character at `to`, in the order older moves left.

    `to` is a `raw_at` outside the span. Where no running text starts but some ends at `to`, the
    span is read right behind that text and in its article. The text's length, where nothing
    ends there, is the end of the page.

    The text becomes part of the article that it lands in; where that takes all of an article, the
    article is no more. `whole`: it was moved as an article, and stays one among the others.
    `joint`: how it joins the text that it is put behind; None: as it began before.
    """

    span: Span
    to: int
    mark: Mark = field(default_factory=Mark)
    whole: bool = False
    joint: Joint | None = None


@dataclass(frozen=True, slots=True)
class Patch:
    r"""`text` is printed in place of the raw `span` (empty span: inserted; empty text: deleted).

    A `\n` in `text` is a paragraph break that the editor made inside text of his own.
    """

    span: Span
    text: str
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class TypedField:
    """Lines of a field that the page does not have, typed by the editor for an article."""

    article: int
    role: Role
    lines: tuple[str, ...]
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class Done:
    """The article that holds the character at `article` was read and found right."""

    article: int
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The article that holds the character at `article` is not exported."""

    article: int
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class Settled:
    """The doubt of this key was answered and has no value of its own to decide."""

    doubt: str
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The check of this name is quiet about `span`."""

    check: str
    span: Span
    mark: Mark = field(default_factory=Mark)


class Habit(Enum):
    """A habit of a page's style that a person can pin; the page is read by it."""

    HEADLINES = "headlines"
    BLANK_LINES = "blank_lines"
    MEASURES = "measures"

    @property
    def values(self) -> tuple[str, ...]:
        """What can be pinned of it; empty where it is numbers."""
        return {
            Habit.HEADLINES: ("before", "after", "mixed"),
            Habit.BLANK_LINES: ("paragraph", "nothing"),
            Habit.MEASURES: (),
        }[self]


NARROWEST, WIDEST, MOST_MEASURES = 4.0, 70.0, 8
_MEASURE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pin:
    """A habit of the page is as a person says, whatever the raw page alone would say.

    `value` is one of the habit's values; of measures their widths in em, 4 to 70, the most used
    first, with `/` between: `18/23.5`. Raises `ValueError` for any other.
    """

    habit: Habit
    value: str
    mark: Mark = field(default_factory=Mark)

    def __post_init__(self) -> None:
        """Refuse a value that the habit cannot have."""
        if self.habit.values:
            right = self.value in self.habit.values
        else:
            parts = self.value.split("/")
            right = len(parts) <= MOST_MEASURES and all(
                _MEASURE.fullmatch(part) and NARROWEST <= float(part) <= WIDEST for part in parts
            )
        if not right:
            raise ValueError(f"{self.habit.value} cannot be {self.value!r}")

    @property
    def measures(self) -> tuple[float, ...]:
        """The widths, of pinned measures."""
        return tuple(float(part) for part in self.value.split("/"))


Entry = (
    JointDecision
    | RoleDecision
    | HeadingDecision
    | Move
    | Patch
    | TypedField
    | Done
    | LeftOut
    | Settled
    | Dismissed
    | Pin
)


@dataclass(frozen=True)
class Decisions:
    """All decisions of one page. Each tuple but `moves` is sorted by place and has no twins.

    `roles`, `headings` and `patches` never overlap among themselves; patches of one block
    never even touch (they merge).
    """

    joints: tuple[JointDecision, ...] = ()
    roles: tuple[RoleDecision, ...] = ()
    headings: tuple[HeadingDecision, ...] = ()
    moves: tuple[Move, ...] = ()
    patches: tuple[Patch, ...] = ()
    typed: tuple[TypedField, ...] = ()
    done: tuple[Done, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    settled: tuple[Settled, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    pins: tuple[Pin, ...] = ()

    @cached_property
    def joint_at(self) -> dict[int, Joint]:
        """Decided joints by the character after them."""
        return {entry.raw_at: entry.joint for entry in self.joints}

    def role_at(self, raw_at: int) -> RoleDecision | None:
        """The role decision that holds the character at `raw_at`."""
        index = bisect_right(self._role_starts, raw_at) - 1
        if index >= 0 and raw_at in self.roles[index].span:
            return self.roles[index]
        return None

    def heading_at(self, raw_at: int) -> HeadingDecision | None:
        """The heading decision that holds the character at `raw_at`."""
        index = bisect_right(self.headings, raw_at, key=lambda entry: entry.span.start) - 1
        if index >= 0 and raw_at in self.headings[index].span:
            return self.headings[index]
        return None

    def typed_for(self, article: int, role: Role) -> TypedField | None:
        """The typed field with exactly this anchor and role."""
        return next((e for e in self.typed if e.article == article and e.role is role), None)

    @cached_property
    def _role_starts(self) -> list[int]:
        return [entry.span.start for entry in self.roles]

    @cached_property
    def structural(self) -> Decisions:
        """Only what the analysis may see (`STRUCTURAL`), without who and when."""
        seen: dict[str, Any] = {
            name: tuple(_unmarked(entry) for entry in getattr(self, name)) for name in STRUCTURAL
        }
        return Decisions(**seen)

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, name) for name in FIELDS))

    def __hash__(self) -> int:
        """Of all that was decided; told once, for it is asked of each reading."""
        return self._hash

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return any(getattr(self, name) for name in FIELDS)


def _unmarked(entry: Any) -> Any:
    """A structural entry (two values and who) as nobody's."""
    if entry.mark is NOBODY:
        return entry
    one, other, _ = entry.__match_args__
    return type(entry)(getattr(entry, one), getattr(entry, other), NOBODY)


STRUCTURAL = ("joints", "roles", "headings", "pins")
"""The fields that the analysis may see."""
FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Decisions))

_SORTED_BY: dict[str, Callable[[Any], Any]] = {
    "joints": lambda e: e.raw_at,
    "roles": lambda e: e.span,
    "headings": lambda e: e.span,
    "patches": lambda e: e.span,
    "typed": lambda e: (e.article, e.role.value),
    "done": lambda e: e.article,
    "left_out": lambda e: e.article,
    "settled": lambda e: e.doubt,
    "dismissed": lambda e: (e.span, e.check),
    "pins": lambda e: e.habit.value,
}


def with_entries(decisions: Decisions, name: str, entries: Iterable[Entry]) -> Decisions:
    """`decisions` with the field `name` made of these entries, in their canonical order."""
    key = _SORTED_BY.get(name)
    found: Any = tuple(entries) if key is None else tuple(sorted(entries, key=key))
    return replace(decisions, **{name: found})


@dataclass(frozen=True, slots=True)
class Delta:
    """How one Decisions became another, field by field: what went and what came."""

    gone: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
    came: tuple[tuple[str, tuple[Entry, ...]], ...] = ()

    @staticmethod
    def between(before: Decisions, after: Decisions) -> Delta:
        """The delta that leads from `before` to `after`."""
        gone: list[tuple[str, tuple[Entry, ...]]] = []
        came: list[tuple[str, tuple[Entry, ...]]] = []
        for name in FIELDS:
            old, new = getattr(before, name), getattr(after, name)
            if old == new:
                continue
            if name == "moves":  # their order is their meaning: kept whole
                gone.append((name, old))
                came.append((name, new))
                continue
            old_set, new_set = set(old), set(new)
            if lost := tuple(e for e in old if e not in new_set):
                gone.append((name, lost))
            if won := tuple(e for e in new if e not in old_set):
                came.append((name, won))
        return Delta(tuple(gone), tuple(came))

    def inverse(self) -> Delta:
        """The delta that leads back."""
        return Delta(gone=self.came, came=self.gone)

    def apply(self, decisions: Decisions) -> Decisions:
        """`decisions` after this delta. Raises `ValueError` where what should go is not there."""
        gone, came = dict(self.gone), dict(self.came)
        for name in FIELDS:
            if name not in gone and name not in came:
                continue
            now = getattr(decisions, name)
            lost = set(gone.get(name, ()))
            if not lost <= set(now):
                raise ValueError(f"history does not fit: {name}")
            kept = [] if name == "moves" else [e for e in now if e not in lost]
            decisions = with_entries(decisions, name, [*kept, *came.get(name, ())])
        return decisions

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.gone or self.came)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries that go or come, for finding what a step touched."""
        return tuple(e for _, group in (*self.gone, *self.came) for e in group)

    @property
    def span(self) -> Span:
        """The smallest raw span that holds all places of its entries; (0, 0) without any."""
        places: list[Span] = []
        for entry in self.entries:
            span = getattr(entry, "span", None)
            at = getattr(entry, "raw_at", getattr(entry, "article", None))
            if isinstance(span, Span):
                places.append(span)
            elif isinstance(at, int):
                places.append(Span(at, at + 1))
        if not places:
            return Span(0, 0)
        return Span(min(s.start for s in places), max(s.end for s in places))
