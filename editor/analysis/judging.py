"""How sure the analysis is of each joint and role, and why.

Confidence is the posterior of the label group that the best path chose. The reason is what the
chosen label has and the best label of the other group lacks: named terms, largest first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from editor.analysis import labels as lab
from editor.analysis.base import Kept
from editor.analysis.fit import BUCKETS, KINDS
from editor.analysis.habits import PageHabits
from editor.analysis.joining import running
from editor.analysis.tables import POLICIES
from editor.analysis.windows import Decided
from editor.model.structure import Joint, Role
from editor.model.verdict import EDITOR, Alternative, Reason, Reasons, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

T = TypeVar("T", Joint, Role)

SURE: Mapping[str, float] = {
    "stop": 0.99, "inside": 0.98, "article": 0.95,
    "begins": 0.95, "runs": 0.98, "aside": 0.9,
    "head": 0.99, "by": 0.98, "furniture": 0.9, "caption": 0.97,
}  # fmt: skip
"""Confidence below which the analysis asks, by what is in question.

Of body text: whether a paragraph begins behind a line that ends with a stop, or `inside` a
sentence; whether what begins is an `article` or a paragraph. Of what a line is, by what it was
read as: body text that begins something, that `runs` on, that would be an `aside` inside a
sentence. Each stands where questions above it are wrong about once in a hundred, chosen on styles
that no weight was fitted on and on own pages of the judging half (`benchmarks.reliability`).
"""
MOST_REASONS = 3
LEAST_NATS = 0.25
RUN = lab.JOINT_CLASSES.index("run")
ASIDE = frozenset(lab.ids("inside"))
STOPS = frozenset("。！？!?.：:")
CLOSERS = frozenset("”’」』）)")
FLOW = frozenset(lab.JOINT_CLASSES.index(name) for name in ("run", "paragraph", "article"))
CLASS_JOINT = {
    "run": Joint.GLUE, "paragraph": Joint.PARAGRAPH, "article": Joint.ARTICLE,
        "head": Joint.PARAGRAPH,
    "by": Joint.PARAGRAPH, "furniture": Joint.PARAGRAPH, "caption": Joint.PARAGRAPH,
}  # fmt: skip
CLASS_ROLE = {
    "run": Role.BODY, "paragraph": Role.BODY, "article": Role.BODY, "head": Role.HEADLINE,
    "by": Role.BYLINE, "furniture": Role.FURNITURE, "caption": Role.CAPTION,
}  # fmt: skip

_ENDS = {"A1": "AO", "A1g": "AO", "P1": "PO", "P1g": "PO", "M": "L", "Mg": "L"}
_GOES = {"AO": "A1", "AOe": "A1", "PO": "P1", "POe": "P1", "L": "M", "Le": "M"}


def _rest(classes: Floats, chosen: Sequence[int]) -> Floats:
    """The classes (lines, classes) that were not chosen: the chosen one is set below all."""
    rest = classes.copy()
    rest[range(len(chosen)), chosen] = -1.0
    return rest


def limits(own: Mapping[str, float]) -> Mapping[str, float]:
    """`SURE` with what a script has of its `own`."""
    return {**SURE, **own}


def stopped(text: str) -> bool:
    """Whether a sentence ends with a line, or what follows may be listed in paragraphs."""
    return text[-1] in STOPS or (text[-1] in CLOSERS and text[-2:-1] in STOPS)


class Judge:
    """Verdicts on the lines of one decided page."""

    def __init__(self, decided: Decided, habits: PageHabits, known: Kept, page: str) -> None:
        """`known` keeps what the base says, which stands away from decisions; `page`: all text."""
        import numpy as np

        self.decided, self.habits, self.known, self.page = decided, habits, known, page
        self.table = decided.view.script.tables()
        self.limits = limits(decided.view.script.sure)
        member = np.zeros((lab.COUNT, len(lab.JOINT_CLASSES)))
        member[range(lab.COUNT), list(lab.CLASS_OF)] = 1.0
        self.chosen = [lab.CLASS_OF[label] for label in decided.labels]
        # sums over other stretches of the page agree to a dozen digits: so few are told that hardly
        # one value in a million is rounded up here and down there
        classes = np.round(decided.posterior @ member, 6)
        self.sure: list[float] = (
            classes[range(len(self.chosen)), self.chosen].tolist() if self.chosen else []
        )
        rest = _rest(classes, self.chosen)
        self.second = rest.argmax(axis=1).tolist()
        self.second_sure = rest.max(axis=1).tolist()
        flow = classes[:, sorted(FLOW)].sum(axis=1)
        self.flow_sure: list[float] = flow.tolist()
        outside = decided.posterior.copy()
        mask = member.T[self.chosen] if self.chosen else member.T[:0]
        outside[mask > 0] = -1.0
        self.rival = outside.argmax(axis=1).tolist()

    def in_flow(self, at: int) -> bool:
        """Whether a line is body text either way, so that only its joint is in question."""
        return self.chosen[at] in FLOW and self.second[at] in FLOW

    def same_question(self, before: int, at: int) -> bool:
        """Whether two unsure lines, one below the other, are one block, in question alike."""
        if self.in_flow(before) or self.in_flow(at):
            return False
        if self.second[before] == self.second[at]:
            return True
        return self.chosen[before] == self.chosen[at] != RUN

    def question(self, at: int) -> str:
        """What would be asked of a line, a name of `SURE`."""
        chosen, second = self.chosen[at], self.second[at]
        if self.in_flow(at):
            if RUN not in (chosen, second):
                return "article"
            return "stop" if at and stopped(self.decided.lines[at - 1].text) else "inside"
        if chosen == RUN:
            return "aside" if self.rival[at] in ASIDE else "runs"
        return "begins" if chosen in FLOW else lab.JOINT_CLASSES[chosen]

    def asks(self, at: int) -> bool:
        """Whether the line is unsure enough to be asked about."""
        return self.sure[at] < self.limits[self.question(at)]

    def joint(self, at: int, value: Joint) -> Verdict:
        """The verdict on the joint before line `at`."""
        return self._held(self.known.joints, at, value, self._joint)

    def role(self, at: int, value: Role) -> Verdict:
        """The verdict on what line `at` is."""
        return self._held(self.known.roles, at, value, self._role)

    def _held(
        self, kept: dict[int, Verdict], at: int, value: T, make: Callable[[int, T], Verdict]
    ) -> Verdict:
        """What is kept of the base's line, away from decisions; else made now."""
        if self._near(at):
            return make(at, value)
        home = self.decided.home[at]
        held = kept.get(home)
        if held is None or held.value is not value:
            held = kept[home] = make(at, value)
        return held

    def _near(self, at: int) -> bool:
        """Whether the line or the one before it was decided anew."""
        return at in self.decided.near or at - 1 in self.decided.near

    def _joint(self, at: int, value: Joint) -> Verdict:
        other = CLASS_JOINT[lab.JOINT_CLASSES[self.second[at]]]
        if value is Joint.LINE and other is Joint.PARAGRAPH:
            other = Joint.GLUE if self.second[at] == 0 else Joint.PARAGRAPH
        if other is Joint.GLUE and at:
            # whoever takes the other reading gets what running on there is: of words, a space
            left, right = self.decided.lines[at - 1].text, self.decided.lines[at].text
            other = running(left, right, self.page, latin=self.decided.view.script.spaced)
        return Verdict(
            value,
            min(1.0, self.sure[at]),
            f"joint-{lab.JOINT_CLASSES[self.chosen[at]]}",
            Reasons(partial(self.why, at)),
            (Alternative(other, max(0.0, self.second_sure[at])),),
        )

    def _role(self, at: int, value: Role) -> Verdict:
        chosen = self.chosen[at]
        flow = chosen in FLOW
        sure = self.flow_sure[at] if flow else self.sure[at]
        other = CLASS_ROLE[lab.JOINT_CLASSES[self.second[at]]]
        options = () if other is value else (Alternative(other, max(0.0, self.second_sure[at])),)
        rule = f"role-{lab.JOINT_CLASSES[chosen]}"
        why = () if flow else Reasons(partial(self.why, at))
        return Verdict(value, min(1.0, sure), rule, why, options)

    def why(self, at: int) -> tuple[Reason, ...]:
        """The largest named differences between the chosen label and its rival."""
        if self._near(at):
            return self._why(at)
        home = self.decided.home[at]
        held = self.known.reasons.get(home)
        if held is None:
            held = self.known.reasons[home] = self._why(at)
        return held

    def _why(self, at: int) -> tuple[Reason, ...]:
        decided = self.decided
        label, rival = decided.labels[at], self.rival[at]
        terms: list[tuple[float, str, tuple[str, ...]]] = []
        self._seen_terms(at, label, rival, terms)
        self._fit_term(at, label, rival, terms)
        if at:
            before = lab.LABELS[decided.labels[at - 1]]
            run = lab.CLASS_OF[rival] == 0
            swap = _GOES.get(before) if run else _ENDS.get(before)
            if swap is not None:
                old, new = lab.INDEX[before], lab.INDEX[swap]
                self._seen_terms(at - 1, old, new, terms, prefix="before.")
                self._fit_term(at - 1, old, new, terms, prefix="before.")
        terms.sort(key=lambda term: -abs(term[0]))
        kept = [term for term in terms if term[0] > 0][:MOST_REASONS]
        against = [term for term in terms if term[0] < 0][:1]
        return tuple(Reason(code, args, round(nats, 2)) for nats, code, args in (*kept, *against))

    def _seen_terms(
        self,
        at: int,
        label: int,
        rival: int,
        terms: list[tuple[float, str, tuple[str, ...]]],
        prefix: str = "",
    ) -> None:
        weights, names = self.table.weights, self.table.observed
        for index, value in self.decided.row_at(at):
            row = weights[index]
            nats = value * (row[label] - row[rival])
            if index and (nats >= LEAST_NATS or nats <= -LEAST_NATS):
                terms.append((nats, prefix + names[index], ()))

    def _fit_term(
        self,
        at: int,
        label: int,
        rival: int,
        terms: list[tuple[float, str, tuple[str, ...]]],
        prefix: str = "",
    ) -> None:
        bucket = self.decided.fit_at(at)
        state = self.decided.states[at]
        table = self.table
        kinds = table.kinds[label], table.kinds[rival]
        if kinds[0] == kinds[1]:
            return
        policy = state % POLICIES
        width = state // POLICIES
        fills = table.fillings[policy]
        found = [fills[kind][bucket[width, kind]] for kind in kinds]
        nats = found[0] - found[1]
        if abs(nats) >= LEAST_NATS:
            worse = kinds[1] if found[1] < found[0] else kinds[0]
            code = BUCKETS[int(bucket[width, worse])]
            if code == "fit.none":
                other = kinds[0] if worse == kinds[1] else kinds[1]
                code = BUCKETS[int(bucket[width, other])]
            measure, natural = self.habits.measures[width], self.decided.lines[at].extent.natural
            if nats > 0 and not prefix:
                code = _indent_code(kinds, natural - measure) or code
            args = (f"{measure:g}", f"{natural:g}")
            terms.append((nats, f"{prefix}{code}", args))


def _indent_code(kinds: tuple[int, int], excess: float) -> str | None:
    """The lost indent as a reason: a line two em short begins a paragraph, a full one does not.

    `kinds` of the width test of the label and of its rival; `excess`: line over measure, em.
    """
    first, rival_first = (KINDS[kind].startswith("first") for kind in kinds)
    if first and not rival_first and excess <= -1:
        return "fit.first"
    if rival_first and not first and kinds[0] and excess > -1:
        return "fit.inner"
    return None


def assignment_verdict(told: bool, owner: int | None, habit: str) -> Verdict:
    """The verdict on which article a heading belongs to (`value` is an index until assembly)."""
    if told:
        return Verdict(owner, 1.0, EDITOR)
    return Verdict(owner, 0.95 if habit in ("before", "after") else 0.8, f"heading-{habit}")
