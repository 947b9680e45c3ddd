"""Text that decided joints run together: it stands in one block, so what is decided of it must fit.

A *part* is a stretch of one printed line with no decided joint and no edge of a decided span
inside. A decided running joint before a part ties it to the text before; parts tied so are a
*run*. Two decisions contradict one another along a run although their places do not meet:
a headline line, undecided text that runs on from it, and body text that runs on from that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from editor.model.decisions import Decisions, HeadingDecision, RoleDecision, with_entries
from editor.model.source import Source
from editor.model.structure import Joint, Role

RUNNING = (Joint.GLUE, Joint.SPACE, Joint.DEHYPHEN)


def runs_on(left: Role, right: Role) -> bool:
    """Whether text of these roles can stand in one line of one block."""
    return left is right or (left is Role.DATELINE and right is Role.BODY)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part, its joint where one was decided, and what was decided of its text."""

    start: int
    joint: Joint | None
    role: RoleDecision | None
    heading: HeadingDecision | None


class _Runs:
    """The parts of a page under its decisions, found from any place."""

    def __init__(self, decisions: Decisions, source: Source) -> None:
        self.decisions, self.source = decisions, source
        edges = set(decisions.joint_at)
        spans = [e.span for e in decisions.roles] + [e.span for e in decisions.headings]
        for span in spans:
            edges.add(span.start)
            after = source.next_ink(span.end)
            if after is not None:
                edges.add(after)
        self.edges = sorted(edges)

    def part(self, raw_at: int) -> _Part:
        """The part that holds a printed character."""
        line = self.source.text.rfind("\n", 0, raw_at) + 1
        start = self.source.next_ink(line)
        index = bisect_right(self.edges, raw_at) - 1
        at = max(start if start is not None else raw_at, self.edges[index] if index >= 0 else 0)
        decided = self.decisions
        return _Part(at, decided.joint_at.get(at), decided.role_at(at), decided.heading_at(at))

    def before(self, part: _Part) -> _Part | None:
        """The part that this one runs on from."""
        last = self.source.last_ink(part.start)
        return self.part(last) if part.joint in RUNNING and last is not None else None

    def after(self, part: _Part) -> _Part | None:
        """The part that runs on from this one."""
        line_end = self.source.text.find("\n", part.start)
        line_end = len(self.source.text) if line_end < 0 else line_end
        index = bisect_right(self.edges, part.start)
        edge = self.edges[index] if index < len(self.edges) else len(self.source.text)
        later = edge if edge < line_end else self.source.next_ink(line_end)
        if later is None or later >= len(self.source.text):
            return None
        return self.part(later) if self.decisions.joint_at.get(later) in RUNNING else None

    def run(self, raw_at: int) -> list[_Part]:
        """The whole run that holds a printed character, in raw order."""
        first = self.part(raw_at)
        while (earlier := self.before(first)) is not None:
            first = earlier
        found = [first]
        while (later := self.after(found[-1])) is not None:
            found.append(later)
        return found


def settled(
    decisions: Decisions, source: Source, places: Iterable[tuple[int | None, int | None]]
) -> Decisions:
    """`decisions` without contradictions in the runs that hold these printed characters.

    A place comes with the joint (or None) that was decided last there: decisions about the text
    behind that joint give way; else the joint that ties the contradicting text to what stands
    before it.
    """
    if not any(entry.joint in RUNNING for entry in decisions.joints):
        return decisions
    runs, sound = _Runs(decisions, source), set[int]()
    for place, joint_at in places:
        if place is None or runs.part(place).start in sound:
            continue
        while (clash := _clash(run := runs.run(place))) is not None:
            behind = joint_at is not None and clash.start >= joint_at
            decisions = _without(decisions, clash, text=behind)
            runs, sound = _Runs(decisions, source), set()
        sound.update(part.start for part in run)
    return decisions


def _clash(run: list[_Part]) -> _Part | None:
    """The first part that does not fit what is decided before it in its run."""
    role: Role | None = None
    heading: HeadingDecision | None = None
    flows = run[0].joint is Joint.ARTICLE
    for index, part in enumerate(run):
        mine = part.role.role if part.role else None
        if index:
            if mine and role and not runs_on(role, mine):
                return part
            if mine and ((heading and not mine.assigned) or (flows and not mine.flows)):
                return part
            if part.heading and (heading is None or heading.article != part.heading.article):
                return part
            if part.heading and role and not role.assigned:
                return part
        role = mine or role
        heading = part.heading or heading
    return None


def _without(decisions: Decisions, part: _Part, *, text: bool) -> Decisions:
    """Without what is decided of a part's text, or without the joint before it."""
    if not text:
        kept = [e for e in decisions.joints if e.raw_at != part.start]
        return with_entries(decisions, "joints", kept)
    roles = [e for e in decisions.roles if e != part.role]
    headings = [e for e in decisions.headings if e != part.heading]
    return with_entries(with_entries(decisions, "roles", roles), "headings", headings)
