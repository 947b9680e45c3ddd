"""How a new decision meets older ones: the newest wins, what contradicts it is trimmed.

Each function gives a new `Decisions`; None as a value is the *clear* form: "what the analysis
says". A patch contradicts nothing: joints and roles that a patch covers sleep until it goes,
so that typing never changes what the analysis sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from editor.model.decisions import (
    Decisions,
    Dismissed,
    Done,
    Habit,
    HeadingDecision,
    JointDecision,
    LeftOut,
    Mark,
    Move,
    Patch,
    Pin,
    RoleDecision,
    Settled,
    TypedField,
    with_entries,
)
from editor.model.places import Span
from editor.model.runs import RUNNING, settled
from editor.model.source import Source
from editor.model.structure import Joint, Role

Spanned = TypeVar("Spanned", RoleDecision, HeadingDecision)


def inked(source: Source, span: Span) -> Span:
    """The span without the white space at its ends (empty at its start where it is all white)."""
    start = source.next_ink(span.start)
    end = source.last_ink(span.end)
    if start is None or end is None or start > end or start >= span.end:
        return Span(span.start, span.start)
    return Span(start, end + 1)


def with_joint(
    decisions: Decisions, source: Source, raw_at: int, joint: Joint | None, mark: Mark
) -> Decisions:
    """Decide (or clear) the joint before the character at `raw_at`.

    Raises `ValueError` where there is no such character, or white space.
    """
    if joint is not None:
        return with_joints(decisions, source, {raw_at: joint}, mark)
    _check_joint(source, raw_at)
    entries = [e for e in decisions.joints if e.raw_at != raw_at]
    cleared = with_entries(decisions, "joints", entries)
    return settled(cleared, source, ((at, None) for at in (source.last_ink(raw_at), raw_at)))


def with_joints(
    decisions: Decisions, source: Source, joints: Mapping[int, Joint], mark: Mark
) -> Decisions:
    """Decide several joints in one go, each by the character after it; as `with_joint`."""
    for raw_at in joints:
        _check_joint(source, raw_at)
    entries = [e for e in decisions.joints if e.raw_at not in joints]
    entries += [JointDecision(raw_at, joint, mark) for raw_at, joint in joints.items()]
    decided = _moves_joined(with_entries(decisions, "joints", entries), joints)
    for raw_at, joint in joints.items():
        if joint is Joint.ARTICLE:
            right, other = decided.role_at(raw_at), decided.heading_at(raw_at)
            if right and not right.role.flows:
                decided = with_entries(decided, "roles", [e for e in decided.roles if e != right])
            decided = with_entries(decided, "headings", [e for e in decided.headings if e != other])
    places = ((at, raw_at) for raw_at in joints for at in (source.last_ink(raw_at), raw_at))
    return settled(decided, source, places)


def _moves_joined(decisions: Decisions, joints: Mapping[int, Joint]) -> Decisions:
    """How moved text goes on with what it was put behind, as was decided of its start now."""

    def told(move: Move) -> Move:
        joint = joints.get(move.span.start) if move.joint else None
        if joint is None:
            return move
        return replace(move, joint=None if joint is Joint.ARTICLE else joint)

    if not any(move.joint for move in decisions.moves):
        return decisions
    return with_entries(decisions, "moves", [told(move) for move in decisions.moves])


def _check_joint(source: Source, raw_at: int) -> None:
    if not 0 <= raw_at < len(source.text) or source.is_blank(raw_at):
        raise ValueError(f"no joint before {raw_at}: there is no printed character")


def with_role(
    decisions: Decisions, source: Source, span: Span, role: Role | None, mark: Mark
) -> Decisions:
    """Decide (or clear) what the text of `span` is. A span without print changes nothing."""
    span = inked(source, span)
    if span.start == span.end:
        return decisions
    roles = _outside(decisions.roles, source, span)
    if role is None:
        cleared = with_entries(decisions, "roles", roles)
        return settled(cleared, source, _places(cleared, source, span))
    decided = with_entries(decisions, "roles", [*roles, RoleDecision(span, role, mark)])
    edge = source.next_ink(span.end)
    joints: list[JointDecision] = []
    for old in decided.joints:
        at_edge = old.raw_at in (span.start, edge) and old.joint in RUNNING
        if at_edge and role not in (Role.BODY, Role.DATELINE):
            before = source.last_ink(old.raw_at)
            left = decided.role_at(before) if before is not None else None
            right = decided.role_at(old.raw_at)
            if left is None or right is None or left.role is not right.role:
                continue
        if old.raw_at in span and old.joint is Joint.ARTICLE and not role.flows:
            continue
        joints.append(old)
    decided = with_entries(decided, "joints", joints)
    if not role.assigned:
        decided = _without_headings(decided, source, span)
    return settled(decided, source, _places(decided, source, span))


def _places(
    decisions: Decisions, source: Source, span: Span
) -> list[tuple[int | None, int | None]]:
    """Where runs may have changed by a decision about `span`: its ends and the joints inside."""
    inside = [e.raw_at for e in decisions.joints if e.raw_at in span]
    before, after = source.last_ink(span.start), source.next_ink(span.end)
    return [(at, None) for at in (before, span.start, *inside, source.last_ink(span.end), after)]


def _outside(entries: Iterable[Spanned], source: Source, span: Span) -> list[Spanned]:
    """What is left of decisions about spans outside this one, white space trimmed."""
    found: list[Spanned] = []
    for entry in entries:
        if not entry.span.overlaps(span):
            found.append(entry)
            continue
        rests = (inked(source, rest) for rest in entry.span.minus(span))
        found += [replace(entry, span=rest) for rest in rests if rest.start < rest.end]
    return found


def _without_headings(decisions: Decisions, source: Source, span: Span) -> Decisions:
    return with_entries(decisions, "headings", _outside(decisions.headings, source, span))


def with_heading(
    decisions: Decisions,
    source: Source,
    span: Span,
    article: int | None,
    mark: Mark,
    *,
    clear: bool = False,
) -> Decisions:
    """Decide (or clear) which article the heading lines of `span` belong to; None is the tray."""
    span = inked(source, span)
    if span.start == span.end:
        return decisions
    decided = _without_headings(decisions, source, span)
    if clear:
        return settled(decided, source, _places(decided, source, span))
    entry = HeadingDecision(span, article, mark)
    decided = with_entries(decided, "headings", [*decided.headings, entry])
    roles = [e for e in decided.roles if e.role.assigned or not e.span.overlaps(span)]
    edges = (span.start, source.next_ink(span.end))
    joints = [
        e
        for e in decided.joints
        if not (e.raw_at in edges and e.joint in RUNNING)
        and not (e.raw_at in span and e.joint is Joint.ARTICLE)
    ]
    decided = with_entries(with_entries(decided, "roles", roles), "joints", joints)
    return settled(decided, source, _places(decided, source, span))


def with_move(
    decisions: Decisions,
    source: Source,
    span: Span,
    to: int,
    mark: Mark,
    *,
    whole: bool = False,
    joint: Joint | None = None,
) -> Decisions:
    """Read the text of `span` before the character at `to`. Inside itself it cannot go.

    `whole`: as an article, beside the others. `joint`: how it joins the text that ends at `to`;
    what was decided of its start goes.
    """
    span = inked(source, span)
    if span.start == span.end or span.start <= to <= span.end or not 0 <= to <= len(source.text):
        return decisions
    if joint is not None:
        kept = [e for e in decisions.joints if e.raw_at != span.start]
        decisions = with_entries(decisions, "joints", kept)
    move = Move(span, to, mark, whole, joint)
    return with_entries(decisions, "moves", [*decisions.moves, move])


def without_moves(decisions: Decisions, span: Span) -> Decisions:
    """Take the text of `span` back to where the page had it."""
    return with_entries(
        decisions, "moves", [e for e in decisions.moves if not e.span.overlaps(span)]
    )


def with_patch(
    decisions: Decisions,
    source: Source,
    start: tuple[int, int],
    end: tuple[int, int],
    text: str,
    mark: Mark,
    *,
    hold: bool = False,
    mine: Callable[[Span], bool] | None = None,
) -> Decisions:
    """Print `text` in place of what is printed between two places, each `(raw_at, into)`.

    Older patches that overlap or touch the range merge with it (of those that only touch,
    the ones that are `mine`, where given: a block merges with its own and not with its
    neighbour's); what is left equal to the page goes away. An insertion belongs to the
    printed character before it; with `hold` the patch keeps the character after it, so that
    text put before a paragraph that starts within a line stays there. Raises `ValueError`
    where the places are not in order or not on the page.
    """
    size = len(source.text)
    if not 0 <= start[0] <= end[0] <= size or (start[0] == end[0] and start[1] > end[1]):
        raise ValueError(f"no text from {start} to {end} on a page of {size}")

    def meets(patch: Patch) -> bool:
        near = mine is None or mine(patch.span)
        return patch.span.touches(span) if near else patch.span.overlaps(span)

    span = Span(start[0], end[0])
    if hold and span.start == span.end < size and not any(map(meets, decisions.patches)):
        end = (end[0] + 1, 0)
        text += source.text[start[0]]
        span = Span(start[0], end[0])
    head = tail = ""
    others: list[Patch] = []
    met: list[Span] = []
    merged = span
    for patch in decisions.patches:
        if not meets(patch):
            others.append(patch)
            continue
        if patch.span.start < start[0] and patch.span.end <= start[0]:
            head = patch.text  # it ends where the range begins
        elif patch.span.start <= start[0]:
            head = patch.text[: start[1]]
        if patch.span.start <= end[0] < patch.span.end or patch.span == (end[0], end[0]):
            tail = patch.text[end[1] :]
        met.append(patch.span)
        merged = merged.cover(patch.span)
    hold = hold or any(s.start == merged.start < s.end for s in met)  # as it was held before
    printed = head + text + tail
    fresh = [Patch(s, t, mark) for s, t in _least(source.text, merged, printed, hold=hold)]
    return with_entries(decisions, "patches", [*others, *fresh])


def _least(raw: str, span: Span, printed: str, *, hold: bool) -> list[tuple[Span, str]]:
    """The smallest patch of `span` that prints `printed`; none where the page does already."""
    if raw[span.start : span.end] == printed:
        return []
    start, end = span
    while start < end and printed and raw[start] == printed[0]:
        start, printed = start + 1, printed[1:]
    least = start + 1 if hold and start == span.start else start
    while end > least and printed and raw[end - 1] == printed[-1]:
        end, printed = end - 1, printed[:-1]
    return [(Span(start, end), printed)]


def without_patches(decisions: Decisions, span: Span) -> Decisions:
    """Restore what the page prints wherever a patch touches `span`."""
    return with_entries(
        decisions, "patches", [e for e in decisions.patches if not e.span.touches(span)]
    )


def with_typed(
    decisions: Decisions, article: int, role: Role, lines: tuple[str, ...], mark: Mark
) -> Decisions:
    """Give an article lines that the page does not have; no lines clears the field."""
    kept = [e for e in decisions.typed if (e.article, e.role) != (article, role)]
    if lines:
        kept.append(TypedField(article, role, lines, mark))
    return with_entries(decisions, "typed", kept)


def with_done(decisions: Decisions, article: int, done: bool, mark: Mark) -> Decisions:
    """Mark an article as read and right, or take the mark away."""
    kept = [e for e in decisions.done if e.article != article]
    return with_entries(decisions, "done", [*kept, Done(article, mark)] if done else kept)


def with_left_out(decisions: Decisions, article: int, out: bool, mark: Mark) -> Decisions:
    """Leave an article out of what is exported, or take it in again."""
    kept = [e for e in decisions.left_out if e.article != article]
    entries = [*kept, LeftOut(article, mark)] if out else kept
    return with_entries(decisions, "left_out", entries)


def with_settled(decisions: Decisions, doubt: str, settled: bool, mark: Mark) -> Decisions:
    """Answer a doubt that has no value of its own to decide, or ask again."""
    kept = [e for e in decisions.settled if e.doubt != doubt]
    return with_entries(decisions, "settled", [*kept, Settled(doubt, mark)] if settled else kept)


def with_dismissed(
    decisions: Decisions, check: str, span: Span, dismissed: bool, mark: Mark
) -> Decisions:
    """Tell a check to be quiet about `span`, or to speak again."""
    kept = [e for e in decisions.dismissed if (e.check, e.span) != (check, span)]
    entries = [*kept, Dismissed(check, span, mark)] if dismissed else kept
    return with_entries(decisions, "dismissed", entries)


def with_pin(decisions: Decisions, habit: Habit, value: str | None, mark: Mark) -> Decisions:
    """Pin a habit of the page, or leave it to the page. Raises `ValueError` (see `Pin`)."""
    kept = [e for e in decisions.pins if e.habit is not habit]
    entries = kept if value is None else [*kept, Pin(habit, value, mark)]
    return with_entries(decisions, "pins", entries)
