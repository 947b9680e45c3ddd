"""Replacing over all pages is what replacing on each page is, in one step, and undone as one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis import read
from editor.editing.pages import DecideAll
from editor.editing.project_search import replaced, search_project
from editor.editing.search import Query
from editor.editing.session import Session
from editor.files.project import from_bytes, to_bytes
from editor.model.project import Page, Project, Style
from editor.model.reading import set_blocks
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
