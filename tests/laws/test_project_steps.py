"""Steps over several pages lead back and forward, and a file has them all, wherever one stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.editing.pages import AddPages, CallPages, DecideAll, PlacePage, RemovePage
from editor.editing.reads import Read
from editor.editing.session import Session
from editor.files.errors import ProjectError
from editor.files.project import from_bytes, to_bytes
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.history import Step
from editor.model.meta import Meta
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.model.source import Source

MARK = Mark("law", "2026-01-01T08:00:00Z")
words = st.text("甲乙丙", min_size=1, max_size=3)


class Nothing:
    """An analysis that finds nothing: here only what stands decided counts."""

    def analyse(self, *_: object) -> None:
        return None

    def look_ahead(self, *_: object) -> None:
        return None

    def assemble(self, *_: object) -> Reading:
        return Reading()


def opened(count: int) -> Session:
    pages = tuple(Page(f"p{n}", Source(f"春天来了{n}\n花都开了\n")) for n in range(1, count + 1))
    return Session(Project(pages), analysis=Nothing(), who="law")


def patched(page: Page, at: int, text: str) -> Decisions:
    return consistent.with_patch(page.decisions, page.source, (at, 0), (at + 1, 0), text, MARK)


@st.composite
def steps(draw: st.DrawFn, session: Session) -> None:
    """Do one thing, or go back or forward."""
    keys = session.project.keys
    page, before = draw(st.sampled_from(keys)), draw(st.none() | st.sampled_from(keys))
    match draw(st.sampled_from(["add", "remove", "place", "call", "all", "one", "undo", "go"])):
        case "add":
            texts = draw(st.lists(words, min_size=1, max_size=2))
            session.change(AddPages(tuple(Source(text) for text in texts), before))
        case "remove":
            session.change(RemovePage(page))
        case "place":
            session.change(PlacePage(page, before))
        case "call":
            session.change(CallPages(((page, Meta(draw(words))),)))
        case "all":
            some = draw(st.lists(st.sampled_from(keys), unique=True))
            chosen = [session.project.page(key) for key in some]
            text = draw(words)
            made = tuple((p.key, p.decisions, patched(p, 0, text)) for p in chosen)
            session.change(DecideAll(made))
        case "one":
            session.show(page)
            here = session.page
            after = consistent.with_done(here.decisions, 0, draw(st.booleans()), MARK)
            session.change(DecideAll(((here.key, here.decisions, after),), "done"))
        case "undo":
            session.undo()
        case _:
            session.travel(draw(st.integers(0, len(session.history.steps))))


def state(project: Project) -> object:
    return project.pages, project.links, project.style


@settings(max_examples=150)
@given(st.data())
def test_whatever_was_done_leads_back_and_forward_and_is_saved(data: st.DataObject) -> None:
    session = opened(data.draw(st.integers(1, 3)))
    first = state(session.project)
    for _ in range(data.draw(st.integers(1, 12))):
        data.draw(steps(session))
        assert session.project.has_page(session.page.key)
        assert from_bytes(to_bytes(session.project)) == session.project
    session.travel(len(session.history.steps))
    last = state(session.project)
    while session.undo():
        assert from_bytes(to_bytes(session.project)) == session.project
    assert state(session.project) == first
    while session.redo():
        pass
    assert state(session.project) == last


def test_a_page_that_was_taken_out_comes_back_with_what_was_decided() -> None:
    session = opened(3)
    session.show("p2")
    page = session.page
    session.change(DecideAll(((page.key, page.decisions, patched(page, 1, "夏")),)))
    whole = session.project.pages
    assert session.remove_page("p2") and session.page.key == "p3"
    assert session.project.keys == ("p1", "p3")
    session.undo()
    assert session.project.pages == whole and session.page.key == "p2"
    session.undo()
    assert session.page.key == "p2" and not session.page.decisions


def test_the_last_page_stays_and_new_pages_take_no_old_name() -> None:
    session = opened(1)
    assert not session.remove_page("p1")
    assert session.add_pages([Source("甲"), Source("乙")], before="p1") == ("p2", "p3")
    assert session.project.keys == ("p2", "p3", "p1") and session.page.key == "p1"
    session.remove_page("p3")
    assert session.add_pages([Source("丙")]) == ("p4",)


def test_a_page_that_nothing_can_bring_back_is_let_go() -> None:
    session = opened(2)
    session.add_pages([Source("甲")])
    session.undo()
    assert [page.key for page in session.project.away] == ["p3"]
    session.place_page("p2", "p1")  # now the new page cannot come back
    assert not session.project.away


def test_what_was_worked_out_of_something_else_is_not_done() -> None:
    session = opened(2)
    first, second = session.project.pages
    made = tuple((p.key, p.decisions, patched(p, 0, "冬")) for p in (first, second))
    session.show("p2")
    after = patched(second, 1, "夏")
    session.change(DecideAll((("p2", second.decisions, after),)))
    before = session.project
    assert not session.change(DecideAll(made)) and session.project is before


def test_a_step_over_other_pages_goes_where_it_was_and_stays_where_it_is() -> None:
    session = opened(3)
    made = tuple((p.key, p.decisions, patched(p, 0, "冬")) for p in session.project.pages[:2])
    session.change(DecideAll(made))
    session.show("p2")
    session.undo()
    assert session.page.key == "p2"
    session.show("p3")
    session.redo()
    assert session.page.key == "p1"


def test_readings_of_pages_looked_at_last_are_kept_and_never_an_old_one() -> None:
    session = opened(9)
    for key in session.project.keys:
        session.show(key)
        assert session.reading == Reading()
    kept = [key for key in session.project.keys if session.latest_of(key) is not None]
    assert kept == ["p5", "p6", "p7", "p8", "p9"]
    page = session.project.page("p7")
    session.change(DecideAll((("p7", page.decisions, patched(page, 0, "冬")),)))
    assert session.page.key == "p7" and session.latest is not None
    session.show("p9")
    session.undo()
    assert session.page.key == "p7" and session.latest_of("p7") is not None


def test_what_was_read_of_a_page_not_shown_is_kept_too() -> None:
    session = opened(2)
    read: Read = session.reader("p2")()
    assert session.take(read) and session.latest_of("p2") is not None
    assert session.latest is None


def test_history_that_does_not_fit_the_pages_is_refused() -> None:
    session = opened(2)
    session.place_page("p2", "p1")
    step: Step = session.history.steps[0]
    assert step.order.before == ("p1", "p2")
    bent = replace(session.project, pages=session.project.pages[::-1])
    with pytest.raises(ProjectError) as caught:
        from_bytes(to_bytes(bent))
    assert caught.value.code == "history"
