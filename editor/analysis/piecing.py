"""A reading with decisions: the plain page's, but for articles near them.

What was read anew, and what text is laid into, moved in or finished in, is laid together with
the article on either side, for a heading line at the edge may belong to it. All else are stretches
of the plain page's reading. So a decision costs here too what its articles cost, however long the
page is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from editor.analysis.doubting import missing_headline
from editor.analysis.parts import Part, Patchwork, headless, numbered
from editor.analysis.structure import HeadingPlan, Structure
from editor.analysis.touched import parted
from editor.model.decisions import Decisions, Done, LeftOut, Patch, TypedField
from editor.model.places import Span
from editor.model.reading import Article, Block, Dropped, Reading
from editor.model.sequences import Joined, joined
from editor.model.verdict import Doubt, Verdict

T = TypeVar("T")
Lay = Callable[[Structure, Decisions], Reading]
Stretch = tuple[Sequence[T], int, int]

NAMES = ("tray", "furniture", "dropped", "doubts", "joints", "roles")
"""What a reading has besides articles and whose the heading lines are."""
KEEP = 1024
"""Laid clusters that are kept."""


@dataclass(frozen=True)
class Cluster:
    """Parts that stand near each other, to be laid in with an article on either side."""

    structure: Structure
    left: tuple[int, ...]
    right: tuple[int, ...]
    """Headings of the plain page, by number, that belong to its articles or to those beside."""
    before: int
    after: int
    """How many articles stand before and after: one, or none at the page's end."""
    headless: frozenset[str]
    """The keys of its doubts about missing headlines."""
    bare: tuple[bool, bool]
    """Whether the articles before and after have no headline."""
    parts: tuple[Part, ...]
    """Kept, so that what they are known by is nobody else's."""
    readings: list[tuple[Decisions, Reading]] = field(default_factory=list)
    """Its reading, and what was laid into it."""

    @property
    def inner(self) -> tuple[int, int]:
        """Where its own headings begin and end among those of its reading."""
        return len(self.left), len(self.structure.headings) - len(self.right)

    @property
    def read(self) -> Reading:
        """As it was laid in last."""
        return self.readings[-1][1]

    def lay(self, decisions: Decisions, lay: Lay) -> None:
        """Lay in what was decided in it, if it is not what was laid in last."""
        told = self._told(decisions)
        if self.readings and self.readings[-1][0] == told:
            return
        # where heading lines belong is settled with its parts
        known = replace(told, roles=decisions.roles, headings=decisions.headings)
        found = lay(self.structure, known)
        if self.readings:  # what is the same stays the very same
            last = self.readings[-1][1]
            same = {
                name: old for name in NAMES if (old := getattr(last, name)) == getattr(found, name)
            }
            found = replace(found, **same)
        self.readings[:] = [(told, found)]

    def _told(self, decisions: Decisions) -> Decisions:
        """What is laid into its lines, and what of its doubts was settled."""
        low, high = self.parts[0].low, self.parts[-1].high

        def within(entries: Sequence[T], start: Callable[[T], int]) -> tuple[T, ...]:
            first = bisect_left(entries, low, key=start)
            return tuple(entries[first : bisect_left(entries, high, lo=first, key=start)])

        return Decisions(
            moves=tuple(move for move in decisions.moves if low <= move.span.start < high),
            patches=within(decisions.patches, _patched),
            typed=within(decisions.typed, _article),
            done=within(decisions.done, _article),
            left_out=within(decisions.left_out, _article),
            settled=tuple(e for e in decisions.settled if e.doubt in self.headless),
        )


def pieced(work: Patchwork, decisions: Decisions, lay: Lay) -> Reading:
    """The reading of a page by what decisions touch of it. `lay` reads a structure."""
    plain = work.plain
    if not plain.read:
        plain.read.append(lay(plain, Decisions()))
    page = plain.read[0]
    parts = parted(work, decisions)
    if len(parts) == 1:
        return _settled(page, decisions)
    found = _Found(plain, page)
    before: Cluster | None = None
    for first, _, cluster in _clusters(work, parts):
        cluster.lay(decisions, lay)
        found.stand(parts[first - 1], before, cluster)
        found.take(cluster)
        before = cluster
    found.stand(parts[-1], before, None)
    return _settled(found.reading(work.kept.joined), decisions)


def _settled(reading: Reading, decisions: Decisions) -> Reading:
    """Without the doubts that were settled."""
    settled = {entry.doubt for entry in decisions.settled}
    if not settled:
        return reading
    return replace(reading, doubts=tuple(d for d in reading.doubts if d.key not in settled))


def _clusters(work: Patchwork, parts: Sequence[Part]) -> list[tuple[int, int, Cluster]]:
    """The clusters with their first and last part; every second one is touched."""
    edges: list[list[int]] = []
    for at in range(1, len(parts), 2):
        # an article cannot stand beside two clusters
        if edges and len(parts[at - 1].articles) < 3:
            edges[-1][1] = at
        else:
            edges.append([at, at])
    found = []
    for first, last in edges:
        key = tuple(part.plain or id(part) for part in parts[first : last + 1])
        cluster = work.kept.clusters.pop(key, None)
        if cluster is None:
            cluster = _cluster(work, parts, first, last)
        work.kept.clusters[key] = cluster
        while len(work.kept.clusters) > KEEP:
            del work.kept.clusters[next(iter(work.kept.clusters))]
        found.append((first, last, cluster))
    return found


def _cluster(work: Patchwork, parts: Sequence[Part], first: int, last: int) -> Cluster:
    plain, mine = work.plain, tuple(parts[first : last + 1])
    left, right = parts[first - 1], parts[last + 1]
    before, after = left.articles[-1:], right.articles[:1]
    plans = (*before, *(plan for part in mine for plan in part.articles), *after)
    own = numbered(mine, len(before))
    # the articles at either edge, as the plain page counts them
    ends = left.first + len(left.articles), right.first

    def beside(part: Part, number: int, here: int) -> tuple[tuple[int, ...], list[HeadingPlan]]:
        """The headings of the part beside that belong to the articles around its edge."""
        wanted = [
            at
            for near in (number - 1, number)
            for at in plain.headings_of.get(near, ())
            if part.low <= plain.headings[at].span.start < part.high
        ]
        places = tuple(sorted(wanted))
        shift = here - number
        return places, [
            replace(plain.headings[at], article=(plain.headings[at].article or 0) + shift)
            for at in places
        ]

    left_places, left_plans = beside(left, ends[0], len(before))
    right_places, right_plans = beside(right, ends[1], len(plans) - len(after))
    headings = (*left_plans, *own, *right_plans)
    bare = set(headless(headings, len(plans)))
    inside = range(len(before), len(plans) - len(after))
    missing = [missing_headline(plans[at]) for at in inside if at in bare]
    doubts = [*chain.from_iterable(part.doubts for part in mine), *missing]
    structure = Structure(
        articles=plans,
        headings=headings,
        furniture=tuple(chain.from_iterable(part.furniture for part in mine)),
        dropped=tuple(chain.from_iterable(part.dropped for part in mine)),
        joints=joined([(part.joints, 0, len(part.joints)) for part in mine]),
        roles=joined([(part.roles, 0, len(part.roles)) for part in mine]),
        doubts=tuple(sorted(doubts, key=_start_and_end)),
        habits=plain.habits,
        laid=work.kept.texts,
        made=work.kept.articles,
    )
    return Cluster(
        structure,
        left_places,
        right_places,
        len(before),
        len(after),
        frozenset(doubt.key for doubt in missing),
        (0 in bare, len(plans) - 1 in bare),
        mine,
    )


class _Found:
    """The stretches of a reading, from the page's first line on."""

    def __init__(self, plain: Structure, page: Reading) -> None:
        self.plain, self.page = plain, page
        self.stretches: dict[str, list[Stretch[Any]]] = {}

    def add(self, name: str, values: Sequence[Any]) -> None:
        """All of some values."""
        self._stretch(name, values, 0, len(values))

    def _stretch(self, name: str, values: Sequence[Any], first: int, last: int) -> None:
        self.stretches.setdefault(name, []).append((values, first, last))

    def take(self, cluster: Cluster) -> None:
        """What was touched."""
        read = cluster.read
        self._stretch("articles", read.articles, cluster.before, len(read.articles) - cluster.after)
        self._stretch("headings", read.headings, *cluster.inner)
        for name in NAMES:
            self.add(name, getattr(read, name))

    def stand(self, part: Part, before: Cluster | None, after: Cluster | None) -> None:
        """A part that was not read anew, between two clusters."""
        page = self.page
        first, last = part.first, part.first + len(part.articles)
        articles: dict[int, Article] = {}
        headings: dict[int, Any] = {}
        bare: dict[int, bool] = {}
        if before is not None:
            headings |= zip(before.right, before.read.headings[before.inner[1] :], strict=True)
            if before.after:
                articles[first], bare[first] = before.read.articles[-1], before.bare[1]
        if after is not None:
            headings |= zip(after.left, after.read.headings[: after.inner[0]], strict=True)
            if after.before:
                articles[last - 1], bare[last - 1] = after.read.articles[0], after.bare[0]
        self._but("articles", page.articles, (first, last), articles)
        self._but("headings", page.headings, _within(page.headings, part, _head), headings)
        self._doubts(part, bare)
        for name in ("tray", "furniture"):
            blocks: Sequence[Block] = getattr(page, name)
            self._stretch(name, blocks, *_within(blocks, part, _block))
        self._stretch("dropped", page.dropped, *_within(page.dropped, part, _span))
        if part.plain is not None:
            self._stretch("joints", page.joints, *part.plain)
        self._stretch("roles", page.roles, *_within(page.roles, part, _role))

    def _but(
        self, name: str, values: Sequence[Any], edges: tuple[int, int], others: dict[int, Any]
    ) -> None:
        """The plain page's values from a number to another, but for a few."""
        at, last = edges
        for number in sorted(others):
            self._stretch(name, values, at, number)
            self.add(name, (others[number],))
            at = number + 1
        self._stretch(name, values, at, last)

    def _doubts(self, part: Part, bare: dict[int, bool]) -> None:
        doubts = self.page.doubts
        first, last = _within(doubts, part, _span)
        changed = [at for at, now in bare.items() if now != (at in self.plain.bare)]
        if not changed:
            self._stretch("doubts", doubts, first, last)
            return
        asked = {at: missing_headline(self.plain.articles[at]) for at in changed}
        gone = {doubt.key for doubt in asked.values()}
        kept = [doubt for doubt in doubts[first:last] if doubt.key not in gone]
        kept += [asked[at] for at in changed if bare[at]]
        self.add("doubts", sorted(kept, key=_start_and_end))

    def reading(self, last: dict[str, Any]) -> Reading:
        """All of it. `last`: what was made before, and stays where it would be made the same."""
        for name, stretches in self.stretches.items():
            made = joined(stretches)
            if not (isinstance(made, Joined) and made.same(last.get(name))):
                last[name] = made
        return replace(self.page, **{name: last[name] for name in self.stretches})


def _within(values: Sequence[T], part: Part, start: Callable[[T], int]) -> tuple[int, int]:
    """The numbers of the values that begin in a part's lines."""
    low = bisect_left(values, part.low, key=start)
    return low, bisect_left(values, part.high, lo=low, key=start)


def _role(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start


def _head(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start


def _block(block: Block) -> int:
    return block.text.span.start


def _span(entry: Dropped | Doubt) -> int:
    return entry.span.start


def _patched(entry: Patch) -> int:
    return entry.span.start


def _article(entry: TypedField | Done | LeftOut) -> int:
    return entry.article


def _start_and_end(doubt: Doubt) -> Span:
    return doubt.span
