"""A reading with decisions: the articles near them are read anew, the rest is the plain page's.

A region runs from the start of an article to the start of another, far enough from what was
decided that nothing beyond it can change: the evidence, the lattice, the articles and the heading
lines at its edges are those of the plain page. So a decision costs what its articles cost, on a
page of any length, and the reading is what it would be if the whole page were read anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from editor.analysis.assign import HABITS, Assignment, assign, slot_key
from editor.analysis.base import Base
from editor.analysis.drafting import Draft
from editor.analysis.parts import Part, Patchwork
from editor.analysis.pinning import value_of
from editor.analysis.structure import HeadingPlan, Structure
from editor.analysis.windows import decide
from editor.model.decisions import Decisions, Habit
from editor.model.places import Span
from editor.model.reading import Dropped
from editor.model.source import Source
from editor.model.verdict import Doubt, FieldTarget, MoveTarget

T = TypeVar("T")

PAD = 50
"""Lines between a decision and its region's edge: evidence looks less far, and so do windows."""
KEEP = 1024
"""Regions that are kept as they were read last."""
AHEAD = 16
"""Regions that are kept as they would be read after what may be decided next."""


@dataclass
class Plain:
    """The page without decisions."""

    draft: Draft
    structure: Structure
    known: dict[tuple[Region, Decisions], Part] = field(default_factory=dict)
    ahead: dict[tuple[Region, Decisions], Part] = field(default_factory=dict)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts (raw)."""
        return [line.span.start for line in self.draft.lines]

    @cached_property
    def firsts(self) -> list[int]:
        """The first line of each article."""
        return [flow[0].lines[0] for flow in self.draft.flows]

    @cached_property
    def asked(self) -> list[Doubt]:
        """What is asked of lines."""
        apart = FieldTarget, MoveTarget
        return [d for d in self.structure.doubts if not isinstance(d.target, apart)]

    @cached_property
    def cuts(self) -> list[int]:
        """Where each run of heading lines was cut between its two articles."""
        bodies, slots, assigned = self.draft.bodies(), self.draft.made, self.draft.assigned
        assert assigned is not None
        return [
            assigned.cuts.get(slot_key(bodies, slots, at), 0) if slot else 0
            for at, slot in enumerate(slots)
        ]

    @property
    def is_local(self) -> bool:
        """Whether heading lines belong to an article beside them, so that articles stand alone."""
        assigned = self.draft.assigned
        return assigned is not None and assigned.habit in HABITS

    @property
    def patchwork(self) -> Patchwork:
        """The page of which nothing was read anew."""
        whole = self.structure
        part = Part(
            articles=whole.articles,
            headings=whole.headings,
            furniture=whole.furniture,
            dropped=whole.dropped,
            joints=whole.joints,
            roles=whole.roles,
            doubts=tuple(self.asked),
            plain=(0, len(self.starts)),
            high=self.place(len(self.starts)),
        )
        return Patchwork((part,), self, self.draft.base.kept)

    def place(self, line: int) -> int:
        """Where a line starts (raw); of the one behind the last: behind the page."""
        if not line:
            return 0
        return self.starts[line] if line < len(self.starts) else len(self.draft.source.text) + 1

    def line_of(self, raw_at: int) -> int:
        """The line that holds a raw place, or the one before it."""
        return max(0, bisect_right(self.starts, raw_at) - 1)


@dataclass(frozen=True)
class Region:
    """Articles `first` to `last` (exclusive), and the lines that they take."""

    first: int
    last: int
    begin: int
    end: int


def read_again(source: Source, base: Base, plain: Plain, decisions: Decisions) -> Patchwork:
    """The structure of a page under decisions."""
    parts: list[Part] = []
    article = line = 0
    for region in regions(source, plain, decisions):
        parts.append(untouched(plain, article, region.first, line, region.begin))
        parts.append(_touched(source, base, plain, region, decisions))
        article, line = region.last, region.end
    parts.append(untouched(plain, article, len(plain.firsts), line, len(plain.starts)))
    return Patchwork(tuple(parts), plain, base.kept)


def look_ahead(source: Source, base: Base, plain: Plain, decisions: Decisions) -> None:
    """Read what `read_again` would read anew: it is there then, unless much comes between."""
    for region in regions(source, plain, decisions):
        mine = _within(plain, region, decisions)
        key = region, mine
        if key not in plain.known and key not in plain.ahead:
            plain.ahead[key] = _read(source, base, plain, region, mine)
            while len(plain.ahead) > AHEAD:
                del plain.ahead[next(iter(plain.ahead))]


def regions(source: Source, plain: Plain, decisions: Decisions) -> list[Region]:
    """The regions of the decisions, in raw order, none meeting another."""
    whole = Region(0, len(plain.firsts), 0, len(plain.starts))
    if not plain.is_local:
        return [whole]
    spans = [Span(entry.raw_at, entry.raw_at) for entry in decisions.joints]
    for span in [e.span for e in decisions.roles] + [e.span for e in decisions.headings]:
        spans.append(Span(span.start, source.next_ink(span.end) or span.end))
    for entry in decisions.headings:
        if entry.article is not None:
            spans.append(entry.span.cover(Span(entry.article, entry.article)))
    found: list[Region] = []
    for span in sorted(spans):
        high = plain.line_of(span.end) + PAD
        if found and high <= found[-1].end:
            continue
        region = _around(plain, plain.line_of(span.start) - PAD, high)
        if found and region.begin < found[-1].end:
            before = found.pop()
            last, end = max((before.last, before.end), (region.last, region.end))
            region = Region(before.first, last, before.begin, end)
        found.append(region)
    return found


def _around(plain: Plain, low: int, high: int) -> Region:
    """The articles that hold these lines."""
    firsts = plain.firsts
    first = bisect_right(firsts, low) - 1
    last = bisect_left(firsts, high)
    begin = firsts[first] if first > 0 else 0
    end = firsts[last] if last < len(firsts) else len(plain.starts)
    return Region(max(0, first), last, begin, end)


def untouched(plain: Plain, first: int, last: int, begin: int, end: int) -> Part:
    """The plain page's articles and lines of a range."""
    whole, low, high = plain.structure, plain.place(begin), plain.place(end)
    if begin == end:
        return Part(first=first, plain=(begin, end), low=low, high=low)

    def within(entries: Sequence[T], start: Callable[[T], int]) -> slice:
        return slice(bisect_left(entries, low, key=start), bisect_left(entries, high, key=start))

    return Part(
        articles=whole.articles[first:last],
        headings=whole.headings[within(whole.headings, _begun)],
        furniture=whole.furniture[within(whole.furniture, lambda b: b.chunks[0].span.start)],
        dropped=whole.dropped[within(whole.dropped, _begun)],
        joints=whole.joints[begin:end],
        roles=whole.roles[within(whole.roles, lambda role: role[0].start)],
        doubts=tuple(plain.asked[within(plain.asked, _begun)]),
        first=first,
        plain=(begin, end),
        low=low,
        high=high,
    )


def _begun(entry: HeadingPlan | Dropped | Doubt) -> int:
    return entry.span.start


def _touched(
    source: Source, base: Base, plain: Plain, region: Region, decisions: Decisions
) -> Part:
    """The region read anew under what was decided in it."""
    key = region, _within(plain, region, decisions)
    known = plain.known.pop(key, None) or plain.ahead.pop(key, None)
    if known is None:
        known = _read(source, base, plain, *key)
    plain.known[key] = known
    while len(plain.known) > KEEP:
        del plain.known[next(iter(plain.known))]
    return known


def _read(source: Source, base: Base, plain: Plain, region: Region, mine: Decisions) -> Part:
    """The region under `mine`, which is decided in it."""
    decided = decide(base, source, mine, region.begin, region.end)
    draft = Draft(source, base, decided, mine, plain.draft)
    low, high = plain.place(region.begin), plain.place(region.end)
    return replace(draft.part(_assigned(plain, region, draft)), low=low, high=high)


def _within(plain: Plain, region: Region, decisions: Decisions) -> Decisions:
    """What was decided in a region; no decided span goes over its edges."""
    low, high = plain.place(region.begin), plain.place(region.end)
    return Decisions(
        joints=tuple(e for e in decisions.joints if low <= e.raw_at < high),
        roles=tuple(e for e in decisions.roles if low <= e.span.start < high),
        headings=tuple(e for e in decisions.headings if low <= e.span.start < high),
    )


def _assigned(plain: Plain, region: Region, draft: Draft) -> Assignment:
    """Whose the region's heading lines are, beside the articles around it as they stand."""
    base = plain.draft.assigned
    assert base is not None
    bodies, slots = draft.bodies(), draft.slots()
    around, cuts, runs = plain.draft.bodies(), plain.cuts, plain.draft.made
    before = 0
    if region.first > 0:
        before = 1
        at = region.first
        bodies = [around[at - 1], *bodies]
        slots = [runs[at - 1][cuts[at - 1] :], runs[at], *slots[1:]]
    if region.last < len(around):
        bodies = [*bodies, around[region.last]]
        slots = [*slots, runs[region.last + 1][: cuts[region.last + 1]]]
    firm = bool(value_of(plain.draft.base.pins, Habit.HEADLINES))
    found = assign(bodies, slots, habit=base.habit, pinned=base.cuts, firm=firm)
    owner = {key: at if at is None else at - before for key, at in found.owner.items()}
    return Assignment(owner, found.habit, found.cuts)
