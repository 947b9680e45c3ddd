"""What the analysis asks the editor: of the lines that it is unsure of, one a place.

How sure it is of a line says `judging`; what nobody has decided is asked where that is too little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.analysis import labels as lab
from editor.analysis.fields import Joined
from editor.analysis.judging import CLASS_ROLE, Judge
from editor.analysis.lines import Line
from editor.analysis.structure import ArticlePlan
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.runs import RUNNING
from editor.model.structure import Joint, Role
from editor.model.verdict import (
    Alternative,
    Doubt,
    FieldTarget,
    JointTarget,
    Reason,
    RoleTarget,
    Verdict,
)

DAMAGED = 0.8
"""How sure the reporters are that stand in a damaged bracket."""
WHO = "记者"
PLACE = 20
"""Printed characters within which two doubts are one place: the least sure is asked."""
AS_SURE = 0.05
"""What confidences may differ by for two lines to be asked about as one, the first of them."""


@dataclass(frozen=True)
class Asked:
    """What was asked of a page's lines, and what each line was read as."""

    starts: Sequence[int]
    doubts: Mapping[int, Doubt]
    """By line number."""
    read: Callable[[int], tuple[Joint, Role]]

    def holds(self, raw_at: int, now: tuple[Joint, Role]) -> bool:
        """Whether a place of the page was sure and is read as it was: no reason to ask now."""
        at = bisect_right(self.starts, raw_at) - 1
        joint, role = self.read(at)
        if self.starts[at] != raw_at:  # inside the line
            return now[0] in RUNNING and now[1] is role
        return at not in self.doubts and now == (joint, role)


def page_doubts(
    judge: Judge,
    lines: Sequence[Line],
    joints: Sequence[Joint],
    decisions: Decisions,
    plain: Asked | None,
) -> Asked:
    """What the analysis asks of a page's lines: joints, and what whole lines are.

    What was read stays read: beside a decision only that is asked which was asked of the
    `plain` page already, or whose value the decision changed.
    """
    labels = judge.decided.labels

    def read(at: int) -> tuple[Joint, Role]:
        return joints[at], lab.LABEL_ROLE[labels[at]]

    unsure = [
        at
        for at, line in enumerate(lines)
        if judge.asks(at)
        and not (plain is not None and plain.holds(line.span.start, read(at)))
        and not _decided(judge, at, line.span.start, decisions)
    ]
    found = {
        at: _line_doubt(judge, at, lines[at].span, joints[at])
        for at in sorted(one_a_place(judge, unsure, lines))
    }
    for at, doubt in _dateline_doubts(judge, lines, decisions):
        if not (plain is not None and plain.holds(lines[at].span.start, read(at))):
            found.setdefault(at, doubt)
    return Asked([line.span.start for line in lines], found, read)


NAME = 3
"""Characters of a name that nothing parts from the text."""


def _dateline_doubts(
    judge: Judge, lines: Sequence[Line], decisions: Decisions
) -> Iterator[tuple[int, Doubt]]:
    """Datelines whose end cannot be told, and the only one of a page that is a bare place."""
    view = judge.decided.view
    seen = {
        at: found
        for at in range(len(lines))
        if lab.LABELS[judge.decided.labels[at]] in lab.GROUPS["a_first"]
        and (found := view.dateline(at)) is not None
    }
    for at, found in seen.items():
        alone = lines[at].span.start == view.habits.lone_place
        if (found.sure and not alone) or decisions.role_at(lines[at].span.start):
            continue
        joined = Joined(lines[at : at + 3], "\n")
        here, there = Role.DATELINE, Role.BODY
        code = "dateline.alone" if alone else "dateline.damaged"
        if alone:
            here, there = there, here
        start, end = (0 if alone else found.core), found.end
        if start == end:  # the reporters were read as text
            here, there, code = there, here, "dateline.unclear"
            gap = len(joined.text[end:]) - len(joined.text[end:].lstrip())
            end = min(len(joined.text), end + gap + len(WHO) + NAME)
        span = joined.raw(start, end)
        why = (Reason(code, (), 1.0),)
        verdict = Verdict(here, DAMAGED, "role-dateline", why, (Alternative(there, 1 - DAMAGED),))
        yield at, Doubt(RoleTarget(span), span, verdict)


def _decided(judge: Judge, at: int, start: int, decisions: Decisions) -> bool:
    """Whether a person has said what the doubt at a line would ask."""
    if judge.in_flow(at):
        return start == judge.decided.opening or start in decisions.joint_at
    return bool(decisions.role_at(start) or decisions.heading_at(start))


def one_a_place(judge: Judge, unsure: Sequence[int], lines: Sequence[Line]) -> set[int]:
    """Of unsure lines, those to ask: the least sure of each place.

    Neighbours are unsure of the same thing (which of two lines begins the paragraph), and who
    answers one has seen the other. A block whose lines are in question alike is asked once,
    where it begins.
    """
    kept: set[int] = set()

    def ink(at: int) -> int:
        return sum(not char.isspace() for char in lines[at].text)

    def near(at: int) -> bool:
        away = 0
        for back in range(at - 1, -1, -1):
            size = ink(back)
            # a doubt about what a line is reaches to its end, one about a joint stands before it
            if back in kept and away + size * judge.in_flow(back) <= PLACE:
                return True
            away += size
            if away > PLACE:
                break
        away = 0
        for ahead in range(at + 1, len(lines)):
            if ahead - 1 != at or judge.in_flow(at):
                away += ink(ahead - 1)
            if away > PLACE:
                return False
            if ahead in kept:
                return True
        return False

    block: dict[int, int] = {}
    least: dict[int, float] = {}

    def follows(at: int) -> bool:
        """Whether text may begin with a line because a long one before it may be a headline."""
        if block[at - 1] != at - 1 or judge.in_flow(at - 1) or not judge.in_flow(at):
            return False
        if ink(at - 1) <= PLACE:
            return False
        return judge.sure[at] >= judge.sure[at - 1] - AS_SURE

    for at in sorted(unsure):
        same = at - 1 in block and (judge.same_question(at - 1, at) or follows(at))
        first = block[at] = block[at - 1] if same else at
        least[first] = min(least.get(first, 1.0), judge.sure[at])
    for at in sorted(least, key=lambda first: least[first]):
        if not near(at):
            kept.add(at)
    return kept


def _line_doubt(judge: Judge, at: int, span: Span, joint: Joint) -> Doubt:
    """The doubt about a line's joint, or about what the line is."""
    start, end = span
    if judge.in_flow(at):
        return Doubt(JointTarget(start), Span(start, min(end, start + 2)), judge.joint(at, joint))
    chosen, second = judge.chosen[at], judge.second[at]
    value = lab.LABEL_ROLE[judge.decided.labels[at]]
    other = CLASS_ROLE[lab.JOINT_CLASSES[second]]
    if other is value:
        other = Role.CROSSHEAD if value is Role.BODY else Role.BODY
    verdict = Verdict(
        value, judge.sure[at], f"role-{lab.JOINT_CLASSES[chosen]}", judge.why(at),
        (Alternative(other, judge.second_sure[at]),),
    )  # fmt: skip
    return Doubt(RoleTarget(span), Span(start, min(end, start + 40)), verdict)


def missing_headline(article: ArticlePlan) -> Doubt:
    """The question about an article without a headline on the page."""
    chunks = article.dateline or article.blocks[0].chunks
    start, end = chunks[0].span
    verdict = Verdict(None, 0.9, "no-headline", (Reason("no-headline", (), 1.0),))
    return Doubt(FieldTarget(start, Role.HEADLINE), Span(start, min(end, start + 2)), verdict)
