"""What was read stays read: an answer raises no question at a place whose value it left alone."""

from __future__ import annotations

from editor.editing import gestures as g
from editor.editing.answers import AnswerDoubt
from editor.editing.session import Session
from editor.model.places import Span
from editor.model.reading import Reading
from editor.model.verdict import Doubt, FieldTarget
from tests.gold import GoldPage
from tests.laws.test_readings import opened


def value(reading: Reading, raw_at: int) -> tuple[object, object]:
    """What stands before the character, and what it is."""
    joint, role = reading.joint_at.get(raw_at), reading.role_at(raw_at)
    return joint and joint.value, role and role[1].value


def lines_asked(reading: Reading) -> dict[int, Doubt]:
    return {d.span.start: d for d in reading.doubts if not isinstance(d.target, FieldTarget)}


def unprovoked(plain: Reading, before: Reading, after: Reading) -> list[int]:
    """Places that are asked about now and were not, though they read as the plain page does."""
    fresh = lines_asked(after).keys() - lines_asked(before).keys() - lines_asked(plain).keys()
    return [at for at in sorted(fresh) if value(after, at) == value(plain, at)]


def test_accepting_every_doubt_comes_to_an_end_and_provokes_none(gold_page: GoldPage) -> None:
    session = opened(gold_page.raw)
    plain = session.reading
    assert lines_asked(plain)
    steps = 0
    while open_doubts := session.reading.doubts:
        before = session.reading
        assert session.do(AnswerDoubt(open_doubts[0], 0))
        assert unprovoked(plain, before, session.reading) == []
        steps += 1
        assert steps <= 3 * len(plain.doubts)


def test_an_answer_anywhere_provokes_no_doubt_where_nothing_changed(gold_page: GoldPage) -> None:
    plain = opened(gold_page.raw).reading
    for doubt in plain.doubts:
        for choice in range(1 + len(doubt.verdict.alternatives)):
            session = opened(gold_page.raw)
            session.do(AnswerDoubt(doubt, choice))
            assert unprovoked(plain, plain, session.reading) == []


def test_a_gesture_at_any_line_provokes_no_doubt_where_nothing_changed(
    gold_page: GoldPage,
) -> None:
    session: Session = opened(gold_page.raw)
    plain = session.reading
    for raw_at, _ in plain.joints[3::7]:
        for gesture in (g.Split(raw_at), g.Join(raw_at), g.Split(raw_at + 3)):
            if session.do(gesture):
                assert unprovoked(plain, plain, session.reading) == []
                session.undo()
    end = plain.joints[5][0]
    assert session.do(g.Clear(Span(0, end))) is False
