"""A page's new text comes as one step, and goes as one."""

from __future__ import annotations

from editor.editing.reimport import with_piece, worked_out
from editor.editing.session import Session
from editor.files.project import from_bytes, to_bytes
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.links import Link
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.model.structure import Role

OLD = (
    "柳树绿了\n本报讯 河边的柳树昨天全\n绿了，孩子们都去看。\n桥修好了\n本报讯 城南的石桥修好了。\n"
)
NEW = OLD.replace("孩子", "孩孑").replace("石桥修好了。\n", "石桥修好了，\n真好。\n")
MARK = Mark("林", "2026-01-01T08:00:00Z")


def test_the_new_text_is_one_step_that_can_be_taken_back() -> None:
    source = Source(OLD)
    made = consistent.with_role(Decisions(), source, Span(0, 4), Role.HEADLINE, MARK)
    lost = consistent.with_patch(
        made, source, (OLD.index("桥修"), 0), (OLD.index("桥修"), 0), "x", MARK
    )
    page, other = Page("p1", source, lost), Page("p2", Source(OLD))
    links = (Link("p1", 5, "p2", 5),)
    project = Project((page, other), links)
    session = Session(project, who="林")
    gesture = worked_out(session.project, session.page, Source(NEW))
    assert session.change(gesture)
    now = session.project
    assert now.keys == ("p3", "p2") and session.page.source.text == NEW
    assert [e.span for e in session.page.decisions.roles] == [Span(0, 4)]
    assert now.links == (Link("p3", 5, "p2", 5),)
    assert from_bytes(to_bytes(now)) == now
    assert session.undo()
    assert session.project.pages == project.pages and session.project.links == links
    assert from_bytes(to_bytes(session.project)) == session.project
    assert session.redo() and session.project.pages == now.pages


def test_the_same_text_and_a_page_that_moved_on_change_nothing() -> None:
    session = Session(Project((Page("p1", Source(OLD)),)), who="林")
    assert not session.change(worked_out(session.project, session.page, Source(OLD)))
    gesture = worked_out(session.project, session.page, Source(NEW))
    assert session.change(gesture)
    assert not session.change(gesture)


def test_the_same_bytes_in_another_encoding_keep_their_places() -> None:
    from editor.editing.alignment import aligned_by_bytes
    from editor.files.text import source_from_bytes, starts_in_bytes

    text = "\ufeff标题一\r\n正文 ab，𠀀字。\r\n"
    for codes in (("utf-8", "utf-8-sig"), ("utf-16-le", "utf-16")):
        data = text.encode(codes[0])
        old, new = (source_from_bytes(data, encoding=code).text for code in codes)
        starts = [starts_in_bytes(data, code) for code in codes]
        assert [len(old), len(new)] == [len(one) for one in starts]
        found = aligned_by_bytes(old, starts[0], new, starts[1])
        assert all(old[a] == new[b] for a, b in found.items())
        assert len(found) == sum(not mark.isspace() for mark in old)


def test_a_piece_of_text_leaves_decisions_and_links_where_they_are() -> None:
    source = Source(OLD.rstrip("\n"))
    made = consistent.with_role(Decisions(), source, Span(0, 4), Role.HEADLINE, MARK)
    end = (len(source.text), 0)
    made = consistent.with_patch(made, source, end, end, "。", MARK)
    links = (Link("p2", 3, "p1", 9),)
    project = Project((Page("p1", source, made), Page("p2", Source(OLD))), links)
    session = Session(project, who="林")
    assert session.change(with_piece(project, project.pages[0], "渡船停航\n"))
    now = session.project
    assert session.page.source.text == OLD + "\n渡船停航\n"
    assert session.page.decisions == made and now.links == (Link("p2", 3, "p3", 9),)
    assert from_bytes(to_bytes(now)) == now
    assert session.undo() and session.project.pages == project.pages
