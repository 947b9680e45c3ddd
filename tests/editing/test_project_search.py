"""Replacing over all pages is what replacing on each page is, in one step, and undone as one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis import read
from editor.editing import project_search
from editor.editing.found_before import FoundBefore
from editor.editing.pages import DecideAll
from editor.editing.project_search import FoundInProject, replaced, search_project
from editor.editing.search import Hit, Query
from editor.editing.session import Session
from editor.editing.typing import TypeText
from editor.files.project import from_bytes, to_bytes
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading, set_blocks
from editor.model.source import Source

LINES = (
    "本报讯 记者林山报道，连日来，全市各地抢抓农时，\n"
    "组织农机下田作业，春耕生产由南向北全面铺开。截至\n"
    "目前，全市已完成春耕整地面积三十万亩，占计划的六\n成以上，进度快于去年同期。\n"
)


def printed(project: Project) -> list[str]:
    found = []
    for page in project.pages:
        reading = read(page.source, page.decisions, Style())
        blocks = [b for a in reading.articles for b in set_blocks(a, captions=True)]
        found.append("\n".join(block.text.text for block in blocks))
    return found


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 4),
    st.sampled_from(["全市", "截至目前", "春耕", "，", "没有这个"]),
    st.text("甲乙", max_size=3),
    st.booleans(),
)
def test_all_is_replaced_exactly_and_undone(pages: int, text: str, put: str, kept: bool) -> None:
    made = tuple(Page(f"p{n}", Source(f"春到{n}乡\n{LINES}")) for n in range(1, pages + 1))
    session = Session(Project(made), who="law")
    before, was = session.project.pages, printed(session.project)
    if kept:
        assert session.reading
    found = search_project(session.project, session.kept(), Query(text), put)
    assert len(found.found.hits) == sum(page.count(text) for page in was)
    todo = DecideAll(replaced(session.project, session.kept(), found.changes, session.mark()))
    assert session.change(todo) == bool(found.found.hits)
    assert printed(session.project) == [page.replace(text, put) for page in was]
    assert len(session.history.steps) == int(bool(found.found.hits))
    assert from_bytes(to_bytes(session.project)) == session.project
    session.undo()
    assert session.project.pages == before


def test_a_page_that_stands_as_it_stood_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tuple(Page(f"p{n}", Source(f"春到{n}乡\n{LINES}")) for n in range(1, 5))
    session = Session(Project(made), who="law")
    query = Query("全市")
    before = FoundBefore(query, "全省", Style())
    read_of: list[str] = []
    really = project_search._read

    def reads(page: Page, style: Style) -> Reading:
        read_of.append(page.key)
        return really(page, style)

    monkeypatch.setattr(project_search, "_read", reads)

    def sought() -> FoundInProject:
        read_of.clear()
        return search_project(session.project, {}, query, "全省", before=before)

    first = sought()
    assert read_of == ["p1", "p2", "p3", "p4"] and len(first.found.hits) == 8
    session.show("p3")
    block = first.found.hits[4].of
    assert session.do(TypeText(block.text, 0, 0, "全市", role=block.role))
    assert len(sought().found.hits) == 9 and read_of == ["p3"]
    todo = replaced(session.project, {}, sought().changes, session.mark(), before)
    assert session.change(DecideAll(todo))
    assert not sought().found.hits and read_of == []
    session.undo()
    assert len(sought().found.hits) == 9 and read_of == []


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["全市", "截至目前", "春耕", "，", "全"]),
    st.sampled_from(["", "全", "甲", "全市各", "，，", "甲\n乙"]),
    st.data(),
)
def test_what_is_known_to_be_left_is_what_is_found_anew(text: str, put: str, data: Any) -> None:
    made = tuple(Page(f"p{n}", Source(f"春到{n}乡\n{LINES}")) for n in range(1, 4))
    session = Session(Project(made), who="law")
    query = Query(text)
    before = FoundBefore(query, put, Style())
    changes = search_project(session.project, {}, query, put, before=before).changes
    ticked = data.draw(st.sets(st.integers(0, len(changes) - 1)))
    taken = [hit for number, hit in enumerate(changes) if number in ticked]
    session.change(DecideAll(replaced(session.project, {}, taken, session.mark(), before)))
    known = search_project(session.project, {}, query, put, before=before)
    anew = search_project(session.project, {}, query, put)
    assert [_place(hit) for hit in known.found.hits] == [_place(hit) for hit in anew.found.hits]
    assert [_place(hit) for hit in known.changes] == [_place(hit) for hit in anew.changes]


def _place(hit: Hit) -> tuple[str, int, str, int, int, str]:
    return hit.of.page, hit.of.number, hit.of.text.text, hit.start, hit.end, hit.put
