"""The laws of the design, on random pages under random sequences of gestures."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.editing.session import Session
from editor.editing.typing import TypeText
from editor.files import project as project_file
from editor.model.conservation import violations
from editor.model.project import Page, Project
from editor.model.source import Source
from tests.laws import pages
from tests.laws.obedience import disobeyed

LAWS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def opened(raw: str) -> Session:
    project = Project((Page("p1", Source(raw)),))
    return Session(project, who="law", now=lambda: datetime(2026, 1, 1, tzinfo=UTC))


def played(session: Session, data: st.DataObject, most: int = 8) -> None:
    """Do some gestures, checking what holds after each."""
    for _ in range(data.draw(st.integers(1, most))):
        before = session.reading
        gesture = data.draw(pages.gestures(session.page.source.text, before))
        session.do(gesture)
        session.end_typing()
        after, page = session.reading, session.page
        assert violations(page.source, page.decisions, after) == []
        assert disobeyed(page.source, page.decisions, after) == []
        if isinstance(gesture, TypeText):
            assert after.joints == before.joints
            assert after.roles == before.roles
            assert after.headings == before.headings


@LAWS
@given(pages.raw_pages(), st.data())
def test_nothing_is_lost_and_decisions_are_obeyed(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    page = session.page
    assert violations(page.source, page.decisions, session.reading) == []
    played(session, data)


@LAWS
@given(pages.raw_pages(), st.data())
def test_undo_and_redo_are_exact(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    first = session.reading
    played(session, data)
    last, decisions = session.reading, session.page.decisions
    while session.undo():
        pass
    assert not session.page.decisions
    assert session.reading == first
    assert not session.dirty
    while session.redo():
        pass
    assert session.page.decisions == decisions
    assert session.reading == last


@LAWS
@given(pages.raw_pages(), st.data())
def test_a_saved_project_reads_the_same_and_can_be_undone(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    played(session, data, most=5)
    again = project_file.from_bytes(project_file.to_bytes(session.project))
    assert again == session.project
    reopened = Session(again, who="law")
    assert reopened.reading == session.reading
    while reopened.undo():
        pass
    assert not reopened.page.decisions
