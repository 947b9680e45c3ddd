"""Decisions stay consistent whatever is decided in whatever order, and every step leads back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model import consistent
from editor.model.decisions import Decisions, Delta, Mark
from editor.model.places import Span
from editor.model.runs import RUNNING, runs_on
from editor.model.source import Source
from editor.model.structure import Joint, Role
from tests.laws.pages import gestures, raw_pages
from tests.laws.test_readings import opened

RAW = "本报讯 春天来了，\n\n花都开了。 王小文\n春到人间\n\n（下转第二版）\n夏日的雨\n下个不停。"
SOURCE = Source(RAW)
INKED = [at for at, mark in enumerate(RAW) if not mark.isspace()]

marks = st.builds(Mark, st.just("law"), st.sampled_from("abc"))
places = st.sampled_from(INKED)
spans = st.tuples(st.integers(0, len(RAW)), st.integers(0, len(RAW))).map(
    lambda pair: Span(*sorted(pair))
)
Op = Callable[[Decisions], Decisions]


def _op(draw: st.DrawFn) -> Op:
    kind = draw(st.sampled_from(["joint", "role", "heading", "move", "patch", "typed", "done"]))
    mark = draw(marks)
    match kind:
        case "joint":
            at, joint = draw(places), draw(st.none() | st.sampled_from(Joint))
            return lambda d: consistent.with_joint(d, SOURCE, at, joint, mark)
        case "role":
            span, role = draw(spans), draw(st.none() | st.sampled_from(Role))
            return lambda d: consistent.with_role(d, SOURCE, span, role, mark)
        case "heading":
            span, article = draw(spans), draw(st.none() | places)
            return lambda d: consistent.with_heading(d, SOURCE, span, article, mark)
        case "move":
            span, to = draw(spans), draw(st.integers(0, len(RAW)))
            return lambda d: consistent.with_move(d, SOURCE, span, to, mark)
        case "patch":
            span, text = draw(spans), draw(st.text("甲乙", max_size=2))
            return lambda d: consistent.with_patch(
                d, SOURCE, (span.start, 0), (span.end, 0), text, mark
            )
        case "typed":
            at, role = draw(places), draw(st.sampled_from([Role.HEADLINE, Role.BYLINE]))
            lines = tuple(draw(st.lists(st.text("题", min_size=1, max_size=2), max_size=2)))
            return lambda d: consistent.with_typed(d, at, role, lines, mark)
        case _:
            at, done = draw(places), draw(st.booleans())
            return lambda d: consistent.with_done(d, at, done, mark)


ops = st.lists(st.composite(_op)(), max_size=12)


def consistent_whole(decisions: Decisions) -> None:
    """The invariants that `Decisions` documents."""
    for name in ("roles", "headings"):
        entries = getattr(decisions, name)
        assert list(entries) == sorted(entries, key=lambda e: e.span)
        pairs = itertools.pairwise(entries)
        assert all(a.span.end <= b.span.start for a, b in pairs), name
        for entry in entries:
            assert not RAW[entry.span.start].isspace() and not RAW[entry.span.end - 1].isspace()
    patches = decisions.patches
    assert all(a.span.end < b.span.start for a, b in itertools.pairwise(patches))
    places = [entry.raw_at for entry in decisions.joints]
    assert places == sorted(set(places))
    for entry in decisions.joints:
        before = SOURCE.last_ink(entry.raw_at)
        left = decisions.role_at(before) if before is not None else None
        right = decisions.role_at(entry.raw_at)
        if entry.joint is Joint.ARTICLE and right:
            assert right.role.flows
        if entry.joint in RUNNING and left and right:
            assert runs_on(left.role, right.role)
    for entry in decisions.headings:
        for role in decisions.roles:
            assert role.role.assigned or not role.span.overlaps(entry.span)


@given(ops)
def test_decisions_are_consistent_after_any_sequence(todo: list[Op]) -> None:
    decisions = Decisions()
    for op in todo:
        decisions = op(decisions)
        consistent_whole(decisions)


@given(ops, ops)
def test_a_delta_leads_there_and_back(first: list[Op], then: list[Op]) -> None:
    before = Decisions()
    for op in first:
        before = op(before)
    after = before
    for op in then:
        after = op(after)
    delta = Delta.between(before, after)
    assert delta.apply(before) == after
    assert delta.inverse().apply(after) == before
    assert bool(delta) == (before != after)


@given(ops, places, st.sampled_from(Joint))
def test_the_newest_joint_stands(todo: list[Op], at: int, joint: Joint) -> None:
    decisions = Decisions()
    for op in todo:
        decisions = op(decisions)
    decisions = consistent.with_joint(decisions, SOURCE, at, joint, Mark())
    assert decisions.joint_at[at] is joint


@given(ops, spans, st.sampled_from(Role))
def test_the_newest_role_stands_over_all_print(todo: list[Op], span: Span, role: Role) -> None:
    decisions = Decisions()
    for op in todo:
        decisions = op(decisions)
    decisions = consistent.with_role(decisions, SOURCE, span, role, Mark())
    for at in range(span.start, span.end):
        if not RAW[at].isspace():
            held = decisions.role_at(at)
            assert held is not None and held.role is role


@settings(max_examples=100)
@given(raw_pages(), st.data())
def test_joints_decided_at_once_are_as_one_by_one(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    for _ in range(data.draw(st.integers(0, 4))):
        session.do(data.draw(gestures(session.page.source.text, session.reading)))
    page, read = session.page, session.reading.joints
    some = data.draw(st.lists(st.sampled_from(read), unique_by=lambda one: one[0])) if read else []
    joints = {raw_at: v.value for raw_at, v in sorted(some) if isinstance(v.value, Joint)}
    one_by_one = page.decisions
    for raw_at, joint in joints.items():
        one_by_one = consistent.with_joint(one_by_one, page.source, raw_at, joint, Mark())
    assert consistent.with_joints(page.decisions, page.source, joints, Mark()) == one_by_one
