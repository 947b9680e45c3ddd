"""A reading with decisions: the plain page's, but for articles read anew and their neighbours.

What was read anew is laid in together with the article on either side, for a heading line at the
edge may belong to it. All else are stretches of the plain page's reading. So a decision costs
here too what its articles cost, however long the page is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from editor.analysis.doubting import missing_headline
from editor.analysis.parts import Part, Patchwork, headless, numbered
from editor.analysis.structure import HeadingPlan, Structure
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.reading import Article, Block, Dropped, Reading
from editor.model.sequences import joined
from editor.model.verdict import Doubt, Verdict

T = TypeVar("T")
Lay = Callable[[Structure, Decisions], Reading]
Stretch = tuple[Sequence[T], int, int]

KEEP = 1024
"""Laid clusters that are kept."""


def plainly(decisions: Decisions) -> bool:
    """Whether nothing is laid into the structure that a person wrote, moved or finished."""
    told = (decisions.patches, decisions.moves, decisions.typed, decisions.done, decisions.left_out)
    return not any(told)


@dataclass(frozen=True)
class Cluster:
    """Parts read anew that stand near each other, laid in with an article on either side."""

    read: Reading
    left: tuple[int, ...]
    right: tuple[int, ...]
    """Headings of the plain page, by number, that belong to its articles or to those beside."""
    before: int
    after: int
    """How many articles stand before and after: one, or none at the page's end."""
    doubts: tuple[Doubt, ...]
    bare: tuple[bool, bool]
    """Whether the articles before and after have no headline."""
    parts: tuple[Part, ...]
    """Kept, so that what they are known by is nobody else's."""

    @property
    def inner(self) -> tuple[int, int]:
        """Where its own headings begin and end among those of `read`."""
        return len(self.left), len(self.read.headings) - len(self.right)


def pieced(work: Patchwork, decisions: Decisions, lay: Lay) -> Reading:
    """The reading of a page of which some parts were read anew. `lay` reads a structure."""
    plain = work.plain
    if not plain.read:
        plain.read.append(lay(plain, Decisions()))
    page = plain.read[0]
    clusters = _clusters(work, decisions, lay)
    found = _Found(plain, page)
    before: Cluster | None = None
    for first, last, cluster in clusters:
        found.stand(work.parts[first - 1], before, cluster)
        found.take(work.parts[first : last + 1], cluster)
        before = cluster
    found.stand(work.parts[-1], before, None)
    return found.reading(decisions)


def _clusters(work: Patchwork, decisions: Decisions, lay: Lay) -> list[tuple[int, int, Cluster]]:
    """The clusters with their first and last part; every second part was read anew."""
    parts = work.parts
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
            cluster = _laid(work, first, last, decisions, lay)
        work.kept.clusters[key] = cluster
        while len(work.kept.clusters) > KEEP:
            del work.kept.clusters[next(iter(work.kept.clusters))]
        found.append((first, last, cluster))
    return found


def _laid(work: Patchwork, first: int, last: int, decisions: Decisions, lay: Lay) -> Cluster:
    plain, mine = work.plain, work.parts[first : last + 1]
    left, right = work.parts[first - 1], work.parts[last + 1]
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
    structure = Structure(
        articles=plans,
        headings=headings,
        furniture=tuple(block for part in mine for block in part.furniture),
        dropped=tuple(mark for part in mine for mark in part.dropped),
        habits=plain.habits,
        laid=work.kept.texts,
        made=work.kept.articles,
    )
    bare = set(headless(headings, len(plans)))
    doubts = [doubt for part in mine for doubt in part.doubts]
    inside = range(len(before), len(plans) - len(after))
    doubts += [missing_headline(plans[at]) for at in inside if at in bare]
    return Cluster(
        lay(structure, Decisions(headings=decisions.headings)),
        left_places,
        right_places,
        len(before),
        len(after),
        tuple(sorted(doubts, key=_start_and_end)),
        (0 in bare, len(plans) - 1 in bare),
        tuple(mine),
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

    def take(self, parts: Sequence[Part], cluster: Cluster) -> None:
        """What was read anew."""
        read = cluster.read
        self._stretch("articles", read.articles, cluster.before, len(read.articles) - cluster.after)
        self._stretch("headings", read.headings, *cluster.inner)
        for name in ("tray", "furniture", "dropped"):
            self.add(name, getattr(read, name))
        self.add("doubts", cluster.doubts)
        for part in parts:
            self.add("joints", part.joints)
            self.add("roles", part.roles)

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
        self.add("joints", part.joints)
        self.add("roles", part.roles)

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

    def reading(self, decisions: Decisions) -> Reading:
        """All of it."""
        parts: dict[str, Any] = {name: joined(found) for name, found in self.stretches.items()}
        settled = {entry.doubt for entry in decisions.settled}
        if settled:
            parts["doubts"] = tuple(d for d in parts["doubts"] if d.key not in settled)
        return replace(self.page, **parts)


def _within(values: Sequence[T], part: Part, start: Callable[[T], int]) -> tuple[int, int]:
    """The numbers of the values that begin in a part's lines."""
    low = bisect_left(values, part.low, key=start)
    return low, bisect_left(values, part.high, lo=low, key=start)


def _head(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start


def _block(block: Block) -> int:
    return block.text.span.start


def _span(entry: Dropped | Doubt) -> int:
    return entry.span.start


def _start_and_end(doubt: Doubt) -> Span:
    return doubt.span
