"""A line that was kept apart inside a printed line is corrected by itself, up to its very edge."""

from __future__ import annotations

import pytest

from editor.editing.gestures import Restore, Split
from editor.editing.replacing import ReplaceAll
from editor.editing.search import Query, corrected_texts, replaceable, search
from editor.editing.session import Session
from editor.editing.typing import TypeText
from editor.model.conservation import violations
from editor.model.places import Span
from tests.laws.test_readings import opened

PAGE = "、\n春风春风春风春风“好”"
CUT = 3


def cut_page() -> Session:
    session = opened(PAGE)
    session.do(Split(CUT))
    assert lines(session)[-1] == "春\n风春风春风春风“好”"
    return session


def lines(session: Session) -> list[str]:
    return [of.text.text for of in corrected_texts(session.page, session.reading)]


Change = tuple[int, int, str]


@pytest.mark.parametrize(
    "changes",
    [
        [(2, 2, "x")],  # at the start of the later line
        [(1, 1, "x")],  # at the end of the earlier one
        [(0, 1, "换"), (2, 12, "换")],
        [(2, 12, "换"), (0, 1, "换")],
        [(2, 4, "换"), (3, 3, "y"), (2, 2, "z"), (1, 1, "w")],
        [(1, 1, "w"), (3, 3, "y"), (3, 4, "u"), (0, 1, "v")],
        [(0, 1, "甲乙"), (3, 4, "丙"), (1, 2, "")],
    ],
)
def test_what_is_typed_stays_in_its_line(changes: list[Change]) -> None:
    session = cut_page()
    for start, end, put in changes:
        text = list(corrected_texts(session.page, session.reading))[-1].text
        wanted = text.text[:start] + put + text.text[end:]
        assert session.do(TypeText(text, start, end, put))
        assert lines(session)[-1] == wanted
        assert violations(session.page.source, session.page.decisions, session.reading) == []
    session.do(Restore(Span(2, 13)))
    assert lines(session)[-1] == "春\n风春风春风春风“好”"


def test_both_lines_are_replaced_whole() -> None:
    session = cut_page()
    texts = corrected_texts(session.page, session.reading)
    hits = [replaceable(hit) for hit in search(texts, Query(r".+", pattern=True), "换").hits]
    assert session.do(ReplaceAll(tuple(hit for hit in hits if hit is not None)))
    assert lines(session) == ["换", "换\n换"]
    session.undo()
    assert lines(session) == ["、", "春\n风春风春风春风“好”"]
