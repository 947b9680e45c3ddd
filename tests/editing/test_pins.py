"""Pinning the page's style: obeyed, undone in one step, saved, and refused where it is nonsense."""

from __future__ import annotations

import pytest

from benchmarks.pages.page import make_page
from editor import analysis
from editor.analysis.archive import read_many
from editor.editing.pins import PinStyle, otherwise
from editor.editing.session import Session
from editor.files.errors import ProjectError
from editor.files.project import from_bytes, to_bytes
from editor.model.conservation import violations
from editor.model.decisions import Decisions, Habit, Mark, Pin
from editor.model.project import Page, Project, Style
from editor.model.source import Source
from tests.gold import sample


def session_of(text: str) -> Session:
    return Session(Project((Page("p", Source(text)),)), who="test")


@pytest.fixture
def session() -> Session:
    return session_of(sample().raw)


def test_headlines_stand_where_they_are_pinned(session: Session) -> None:
    before = session.reading
    assert before.habits.headlines == "after" and before.habits.pinned == ()
    assert session.do(PinStyle(((Habit.HEADLINES, "before"),)))
    after = session.reading
    assert after.habits.headlines == "before" and after.habits.pinned == ("headlines",)
    title = after.articles[1].title
    assert title and title == before.articles[0].title and not after.articles[0].title
    assert violations(session.page.source, session.page.decisions, after) == []
    assert otherwise(before, after) > 0 and otherwise(before, before) == 0
    session.undo()
    assert session.page.decisions == Decisions() and session.reading == before
    session.redo()
    assert session.reading == after


def test_measures_are_those_that_are_pinned(session: Session) -> None:
    assert session.do(PinStyle(((Habit.MEASURES, "30"),)))
    assert session.reading.habits.measures == (30.0,)
    assert session.do(PinStyle(((Habit.MEASURES, "18.5/30"),)))
    assert session.reading.habits.measures == (18.5, 30.0)
    assert len(session.page.decisions.pins) == 1
    assert session.do(PinStyle(((Habit.MEASURES, None),)))
    assert not session.page.decisions


def test_blank_lines_mean_what_is_pinned() -> None:
    text = make_page("blank-false", "judge", 7, 0).text
    session = session_of(text)

    def starts_behind_blanks() -> float:
        """How much the page is taken to begin something behind its blank lines."""
        found = 0.0
        for at, verdict in session.reading.joints:
            if text[:at].endswith("\n\n"):
                sure = verdict.confidence
                found += sure if verdict.value.breaks else 1 - sure
        return found

    assert session.do(PinStyle(((Habit.BLANK_LINES, "paragraph"),)))
    parted = starts_behind_blanks()
    assert session.do(PinStyle(((Habit.BLANK_LINES, "nothing"),)))
    assert starts_behind_blanks() < parted
    assert session.reading.habits.pinned == ("blank_lines",)


def test_pins_are_saved_and_read_back(session: Session) -> None:
    session.do(PinStyle(((Habit.HEADLINES, "mixed"), (Habit.MEASURES, "21/18"))))
    session.do(PinStyle(((Habit.HEADLINES, None),)))
    session.undo()
    again = from_bytes(to_bytes(session.project))
    assert again == session.project
    assert Session(again, who="test").reading == session.reading


def test_what_was_decided_is_obeyed_under_a_pin_and_many_pages_read_the_same(
    session: Session,
) -> None:
    from editor.editing.gestures import Split

    at = session.reading.articles[0].blocks[1].text.span.start + 30
    assert session.do(Split(at))
    ink = session.page.source.next_ink(at)
    assert ink is not None
    assert session.do(PinStyle(((Habit.HEADLINES, "before"), (Habit.MEASURES, "21"))))
    assert session.reading.joint_at[ink].decided
    source, decisions = session.page.source, session.page.decisions
    assert analysis.read(source, decisions, Style()) == session.reading
    (many,) = read_many([(source, decisions, Style())])
    assert many == session.reading


@pytest.mark.parametrize(
    ("habit", "value"),
    [
        (Habit.HEADLINES, "above"),
        (Habit.BLANK_LINES, ""),
        (Habit.MEASURES, "wide"),
        (Habit.MEASURES, "3"),
        (Habit.MEASURES, "21/400"),
        (Habit.MEASURES, "1e1"),
        (Habit.MEASURES, "nan"),
        (Habit.MEASURES, "/".join(["20"] * 9)),
    ],
)
def test_a_habit_has_no_other_values(session: Session, habit: Habit, value: str) -> None:
    with pytest.raises(ValueError, match=habit.value):
        Pin(habit, value)
    pin = Pin(Habit.HEADLINES, "after", Mark("test"))
    page = Page("p", session.page.source, Decisions(pins=(pin,)))
    whole = to_bytes(Project((page,))).decode("utf-8")
    entry = whole.replace('"habit": "headlines"', f'"habit": "{habit.value}"')
    spoilt = entry.replace('"value": "after"', f'"value": "{value}"')
    assert spoilt != whole
    with pytest.raises(ProjectError):
        from_bytes(spoilt.encode("utf-8"))
