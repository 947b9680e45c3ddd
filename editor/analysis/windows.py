"""Deciding again only where a person decided: windows over the base path.

What the raw page alone reads as (the base) stands everywhere but within thirty lines of a
decision. There the lines are decoded again with the decisions as masks, the path pinned to the
base at the window's edges and the sums fed with the base's messages. So a reading is a
function of source and decisions, whatever was decided in between, and a decision costs the
same on any page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.analysis import labels as lab
from editor.analysis import weights as hand
from editor.analysis.base import Base, Stretch, state_prior, stretch_of
from editor.analysis.base import edges as page_edges
from editor.analysis.evidence.glance import REACH as GLANCE
from editor.analysis.evidence.view import View
from editor.analysis.lattice import Lattice
from editor.analysis.lines import Line, cut_again
from editor.analysis.observe import Observed, Rows, emissions, fits, rows_of
from editor.analysis.resuming import decided
from editor.analysis.tables import TOLD, Tables, joint_mask
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.source import Source
from editor.model.structure import Joint, Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]

REACH = 30
"""Lines on either side of a decided place that are decoded again."""
SIGHT = 10
"""Lines on either side of a cut whose evidence may differ from the base's."""
KEEP_CUT = 256
"""Cut stretches whose evidence is kept."""
BEHIND = ("end.",)
BEFORE = ("open.", "blank.", "indent.", "seam.", "topic.", "cut.")
HEADING = lab.ids("head", "by")
BODY = lab.ROLE_LABELS[Role.BODY]
BODY_BY_START = {
    name: tuple(label for label in BODY if lab.label_class(lab.LABELS[label]) == name)
    for name in ("run", "paragraph", "article")
}
ASIDE = (lab.ROLE_LABELS[Role.FURNITURE], lab.ROLE_LABELS[Role.CAPTION])
SURE_BODY = 0.5
"""From this probability on, a line beside one whose role was decided stays body text.

Half: what was read as body text stays it, sure or not.
"""
OPENS = lab.INDEX["XA"]


@dataclass
class Decided:
    """The lines of a page, cut as decided, each with its label and its evidence."""

    view: View
    labels: list[int]
    states: list[int]
    posterior: Floats  # (lines, labels)
    near: frozenset[int]
    """Lines that were decoded again."""
    touched: frozenset[int]
    """Lines with a decision of their own."""
    home: Sequence[int]
    """Each line's number on the raw page; -1 where it was cut."""
    opening: int
    """Where the page's first line starts (raw)."""
    evidence: Stretch
    """That of the raw page's lines."""
    fresh: Sequence[tuple[int, Stretch]] = ()
    """That of the windows, each with its first line."""

    def _seen(self, at: int) -> tuple[Stretch, int]:
        for first, stretch in self.fresh:
            if first <= at < first + len(stretch.rows):
                return stretch, at - first
        return self.evidence, self.home[at]

    def row_at(self, at: int) -> Observed:
        """What was seen at one line."""
        stretch, line = self._seen(at)
        return stretch.rows[line]

    def fit_at(self, at: int) -> Ints:
        """How one line fills each width: buckets (widths, kinds), see `analysis.fit`."""
        stretch, line = self._seen(at)
        found: Ints = stretch.buckets[line]
        return found

    @property
    def lines(self) -> Sequence[Line]:
        """The lines, in raw order."""
        return self.view.lines


def of_base(base: Base) -> Decided:
    """The base itself: nothing was decided."""
    return Decided(
        base.view,
        base.labels.tolist(),
        base.states.tolist(),
        base.posterior,
        frozenset(),
        frozenset(),
        range(len(base.lines)),
        base.lines[0].span.start,
        base.stretch,
    )


def cuts_of(source: Source, decisions: Decisions) -> set[int]:
    """Where lines are cut: before decided joints and at the edges of decided spans."""
    found = {entry.raw_at for entry in decisions.joints}
    spans = [entry.span for entry in decisions.roles]
    spans += [entry.span for entry in decisions.headings]
    for span in spans:
        found.add(span.start)
        edge = source.next_ink(span.end)
        if edge is not None:
            found.add(edge)
    return found


def decide(base: Base, source: Source, decisions: Decisions, begin: int, end: int) -> Decided:
    """The base's lines `begin` to `end` (exclusive) with the decisions obeyed.

    They are decoded anew near decisions, and as they were elsewhere. Decisions must lie further
    than a window from the two ends, where these are not the page's own.
    """
    mine = base.lines[begin:end]
    lines, home = cut_again(mine, source, cuts_of(source, decisions), face=base.face)
    home = [at if at < 0 else at + begin for at in home]
    allowed = _allowed(lines, decisions)
    joints = {at: decisions.joint_at[line.span.start] for at, line in enumerate(lines)
              if line.span.start in decisions.joint_at}  # fmt: skip
    broken = {at for at, where in enumerate(home) if where < 0}
    touched = broken | set(allowed) | set(joints)
    view = base.view.over(lines)
    count = len(lines)
    possible = _as_they_were(base, lines, joints, allowed) | allowed

    # the parts of a cut line are always in a window: what stands here for them is written over
    posterior: Floats = base.posterior[home]
    labels: list[int] = base.labels[home].tolist()
    states: list[int] = base.states[home].tolist()
    fresh: list[tuple[int, Stretch]] = []
    near: set[int] = set()
    for first, last in _windows(touched, count):
        stretch = _stretch(base, view, home, broken, first, last)
        lattice = _lattice(base, stretch, lines, home, first, last, possible, joints)
        edges = _edges(base, home, first, last)
        ends = lines[first].span.start, lines[last].span.start if last < count else -1
        found = decided(*ends, lattice, edges, base.kept.stretches)
        labels[first:last] = found.labels.tolist()
        states[first:last] = found.states.tolist()
        posterior[first:last] = found.shares
        fresh.append((first, stretch))
        near.update(range(first, last))
    again, marked = frozenset(near), frozenset(touched)
    opening = base.lines[0].span.start
    return Decided(
        view, labels, states, posterior, again, marked, home, opening, base.stretch, fresh
    )


def _allowed(lines: Sequence[Line], decisions: Decisions) -> dict[int, tuple[int, ...]]:
    """Labels left possible at each line that a decided role or heading covers."""
    starts = [line.span.start for line in lines]
    found: dict[int, tuple[int, ...]] = {}

    def put(span: Span, labels: tuple[int, ...]) -> None:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(lines) and lines[at].span.start < span.end:
            if lines[at].span.overlaps(span):
                found[at] = labels
            at += 1

    for heading in decisions.headings:
        put(heading.span, HEADING)
    for entry in decisions.roles:
        put(entry.span, lab.ROLE_LABELS[entry.role])
    return found


def _as_they_were(
    base: Base, lines: Sequence[Line], joints: Iterable[int], allowed: dict[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Labels for lines beside a decision that says nothing about what they are.

    Who breaks or joins body text does not make a crosshead or a caption of a line that ends
    short now. Who takes furniture or a caption out of the text means that alone: the line
    before it stays what it was, and what follows starts what it started (or the article, where
    the article's start was taken out).
    """

    def was(at: int) -> int:
        start = lines[at].span.start
        return bisect_right(base.lines, start, key=lambda line: line.span.start) - 1

    def body(at: int) -> float:
        line = max(0, was(at))
        found = base.kept.bodies.get(line)
        if found is None:
            found = base.kept.bodies[line] = float(base.posterior[line, list(BODY)].sum())
        return found

    def begun(at: int) -> str:
        return lab.label_class(lab.LABELS[base.labels[max(0, was(at))]])

    found: dict[int, tuple[int, ...]] = {}
    for at in joints:
        pair = [one for one in (at - 1, at) if 0 <= one < len(lines)]
        if all(body(one) >= SURE_BODY for one in pair):
            found.update(dict.fromkeys(pair, BODY))
    asides = (at for at in allowed if allowed[at] in ASIDE)
    for first, last in _windows(asides, len(lines), reach=0):
        opened = any(begun(at) == "article" for at in range(first, last))
        for at, start in ((first - 1, ""), (last, "article" if opened else "")):
            if 0 <= at < len(lines) and at not in allowed and body(at) >= SURE_BODY:
                found[at] = BODY_BY_START.get(start or begun(at), BODY)
    return found


def _windows(touched: Iterable[int], count: int, reach: int = REACH) -> list[tuple[int, int]]:
    """Stretches (first, behind the last) that hold these lines and `reach` on either side."""
    found: list[tuple[int, int]] = []
    for at in sorted(touched):
        first, last = max(0, at - reach), min(count, at + reach + 1)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _stretch(
    base: Base, view: View, home: Sequence[int], broken: set[int], first: int, last: int
) -> Stretch:
    """The evidence of a window: the base's rows where no cut is in sight, new ones else."""
    import numpy as np

    fresh = {
        at
        for cut_at in broken
        if first - SIGHT <= cut_at < last + SIGHT
        for at in range(max(first, cut_at - SIGHT), min(last, cut_at + SIGHT + 1))
    }
    parts: list[Stretch] = []
    at = first
    while at < last:
        stop = at
        if at in fresh:
            while stop < last and stop in fresh:
                stop += 1
            parts.append(_cut_stretch(base, view, at, stop))
        else:
            while stop < last and stop not in fresh:
                stop += 1
            parts.append(base.stretch.part(home[at], home[stop - 1] + 1))
        at = stop
    if len(parts) == 1:
        return parts[0]
    return Stretch(
        rows_of([part.rows for part in parts]),
        np.concatenate([part.buckets for part in parts]),
    )


def _cut_stretch(base: Base, view: View, first: int, last: int) -> Stretch:
    """The evidence of lines around a cut, which later decisions ask for again.

    It depends on how the lines are cut as far as observations look, and on nothing decided.
    """
    around = view.lines[max(0, first - GLANCE) : last + GLANCE]
    key = view.lines[first].span.start, tuple(line.span for line in around)
    known = base.kept.cut.pop(key, None)
    if known is None:
        known = stretch_of(view, first, last)
    base.kept.cut[key] = known
    while len(base.kept.cut) > KEEP_CUT:
        del base.kept.cut[next(iter(base.kept.cut))]
    return known


def _unargued(stretch: Stretch, joints: set[int], table: Tables) -> tuple[Floats, Floats]:
    """Scores (lines, labels) and fits (lines, states, labels) that leave decided joints alone.

    A decided joint needs no evidence, and what spoke against it must not turn the lines
    around into something else.
    """
    import numpy as np

    rows, count = stretch.rows, len(stretch.rows)
    fit = fits(stretch.buckets, table)
    told = np.zeros(count + 1, dtype=bool)
    told[[at for at in joints if 0 <= at <= count]] = True
    if told.any():
        before, behind = told[rows.lines], told[rows.lines + 1]
        argues = before & table.named_so(BEFORE)[rows.index]
        argues |= behind & table.named_so(BEHIND)[rows.index]
        rows = Rows(rows.ends, rows.index, np.where(argues, 0.0, rows.value))
        fit[told[1:]] = 0.0
    return emissions(rows, table), fit


def _lattice(
    base: Base,
    stretch: Stretch,
    lines: Sequence[Line],
    home: Sequence[int],
    first: int,
    last: int,
    allowed: dict[int, tuple[int, ...]],
    joints: dict[int, Joint],
) -> Lattice:
    import numpy as np

    table, prior = base.view.script.tables(), state_prior(base.view)
    alike, emit = _unargued(stretch, {at - first for at in joints}, table)
    for at in range(first, last):
        if at in allowed:
            mask = np.full(lab.COUNT, -np.inf)
            mask[list(allowed[at])] = 0.0
            if joints.get(at) is not Joint.ARTICLE:  # a crosshead stands between paragraphs first
                mask[OPENS] += hand.TRANSITION["then.decided"]
            alike[at - first] += mask
    pairs = {
        at - first: joint_mask(joint, cut=not lines[at].head)
        for at, joint in joints.items()
        if first <= at < last
    }
    states = len(prior)
    start, stop = page_edges(table, prior)
    if first:
        old = home[first - 1]
        label, state = int(base.labels[old]), int(base.states[old])
        start = np.repeat(table.then[label][None, :], states, axis=0)
        moved = table.switch[None, :] + prior[:, None]
        moved[state] = 0.0
        start = start + moved
    elif 0 in pairs:
        start = start + np.where(pairs[0].max(axis=0) > TOLD, 0.0, TOLD)[None, :]
    pairs.pop(0, None) if not first else None
    if last < len(home):
        new = home[last]
        label, state = int(base.labels[new]), int(base.states[new])
        stop = np.repeat(table.then[:, label][None, :], states, axis=0)
        moved = np.full((states, 1), table.switch[label] + prior[state])
        moved[state] = 0.0
        stop = stop + moved
    return Lattice(emit, table.then, table.switch, prior, start, stop, pairs, alike)


def _edges(
    base: Base, home: Sequence[int], first: int, last: int
) -> tuple[Floats | None, Floats | None]:
    """What reaches a window from the base: the row before it, and the product behind it."""
    before = base.before(home[first - 1]) if first else None
    return before, base.behind(home[last]) if last < len(home) else None
