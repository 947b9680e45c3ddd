"""Same everywhere: what was answered once, answered alike wherever the page asks it again.

Two doubts are of one kind where the same rule asks them, of the same values, for the same chief
reason. What answers them is offered as gestures, one a doubt, to be looked at and taken together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from editor.editing.answers import AnswerDoubt
from editor.editing.gestures import Gesture
from editor.model.decisions import Decisions, Mark
from editor.model.giving_way import paused
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.runs import RUNNING
from editor.model.structure import Joint, Role
from editor.model.verdict import Doubt, FieldTarget


@dataclass(frozen=True, slots=True)
class Together:
    """Several gestures as one: applied in their order, undone in one step."""

    gestures: tuple[Gesture, ...]
    name: str = "everywhere"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """What stands decided after all of them."""
        for gesture in self.gestures:
            page = page.decided(gesture.apply(page, reading, mark))
        return page.decisions


def values_of(doubt: Doubt) -> tuple[Joint | Role | int | None, ...]:
    """What a doubt can be answered with, in the order of `AnswerDoubt.choice`."""
    verdict = doubt.verdict
    return (verdict.value, *(other.value for other in verdict.alternatives))


def alike(answer: AnswerDoubt, doubts: Iterable[Doubt]) -> tuple[AnswerDoubt, ...]:
    """The same answer to each other doubt of its kind, in the order of the page.

    None where the answer means its own place only (whose headline this is, which line is meant).
    """
    values = values_of(answer.doubt)
    if not 0 <= answer.choice < len(values):
        return ()
    said, kind = _meaning(answer.doubt, values[answer.choice]), _kind(answer.doubt)
    if said is None or kind is None:
        return ()
    found: list[AnswerDoubt] = []
    for doubt in paused(doubts):
        if doubt.kind != answer.doubt.kind or doubt.verdict.rule != answer.doubt.verdict.rule:
            continue
        if doubt.key == answer.doubt.key or _kind(doubt) != kind:
            continue
        meant = [_meaning(doubt, value) for value in values_of(doubt)]
        if said in meant:
            found.append(AnswerDoubt(doubt, meant.index(said)))
    return tuple(sorted(found, key=lambda other: (other.doubt.span, other.doubt.key)))


def _meaning(doubt: Doubt, value: Joint | Role | int | None) -> Hashable:
    """What a value says of any place; None where it speaks of one place only."""
    if isinstance(value, Joint):
        return "runs on" if value in RUNNING else value
    if isinstance(value, Role):
        return value
    return "none" if value is None and isinstance(doubt.target, FieldTarget) else None


def _kind(doubt: Doubt) -> Hashable:
    """What doubts of one kind have in common; None where a doubt is the only one of its kind."""
    verdict = doubt.verdict
    if isinstance(doubt.target, FieldTarget):
        return doubt.kind, doubt.target.role, verdict.rule
    meant = frozenset(_meaning(doubt, value) for value in values_of(doubt))
    if None in meant:
        return None
    chief = next((reason.code for reason in verdict.why if reason.nats > 0), "")
    return doubt.kind, verdict.rule, meant, chief
