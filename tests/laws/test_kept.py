"""What is kept between readings changes none: a reading is the same as from scratch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis import assign, read, settling
from editor.analysis.evidence import datelines, furniture, names
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Style
from editor.model.source import Source
from editor.model.structure import Joint, Role
from tests.analysis.test_reading import PAGE, starts
from tests.laws import pages
from tests.laws.test_readings import LAWS, opened


def forget() -> None:
    """Empty all that the analysis keeps."""
    settling.forget()
    for room in (assign, datelines, furniture, names):
        for thing in vars(room).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


@LAWS
@given(st.lists(pages.raw_pages(), min_size=1, max_size=6), st.data())
def test_a_reading_after_any_sequence_is_the_reading_from_scratch(
    parts: list[str], data: st.DataObject
) -> None:
    session = opened("\n".join(parts))
    for _ in range(data.draw(st.integers(1, 6))):
        session.do(data.draw(pages.gestures(session.page.source.text, session.reading)))
        session.end_typing()
    last, page = session.reading, session.page
    forget()
    assert read(page.source, page.decisions, Style()) == last


def test_a_decision_between_others_far_away_reads_as_from_scratch() -> None:
    source = Source("\n".join([PAGE.strip("\n")] * 14) + "\n")
    places = starts(source.text)
    decisions = Decisions()
    for at, joint in ((3, Joint.PARAGRAPH), (120, Joint.ARTICLE), (60, Joint.GLUE)):
        decisions = consistent.with_joint(decisions, source, places[at] + 1, joint, Mark())
        read(source, decisions, Style())
    line = source.text.index("\n", places[150])
    span = Span(places[150], line)
    decisions = consistent.with_role(decisions, source, span, Role.HEADLINE, Mark())
    after = read(source, decisions, Style())
    forget()
    assert read(source, decisions, Style()) == after
