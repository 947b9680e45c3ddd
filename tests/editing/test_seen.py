"""What was seen of a page is made anew with each save, and what others wrote beside it stays."""

from __future__ import annotations

from dataclasses import replace

from editor.editing.seen import differences, seen_of, with_seen
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.model.verdict import Verdict

PAGE = Page("p1", Source("桥修好了\n昨天下雨\n今天放晴\n"), Decisions())


def reading(third: Joint, version: str = "1") -> Reading:
    def told(value: Joint | Role) -> Verdict:
        return Verdict(value, 1.0, "test")

    span = PAGE.source.text.index("桥"), PAGE.source.text.index("\n")
    return Reading(
        joints=((0, told(Joint.ARTICLE)), (5, told(Joint.PARAGRAPH)), (10, told(third))),
        roles=((Span(*span), told(Role.HEADLINE)),),
        version=version,
    )


def test_what_others_wrote_of_entries_stays_as_long_as_the_entries_do() -> None:
    before = seen_of(PAGE, reading(Joint.PARAGRAPH))
    joints, roles = ((1, '{"b":2}'), (2, '{"c":3}')), ((0, '{"d":4}'),)
    told = replace(before, extra='{"a":1}', joint_extra=joints, role_extra=roles)
    project = Project((PAGE,), seen=(told,))
    same = with_seen(project, [("p1", reading(Joint.PARAGRAPH))])
    assert same.seen == (told,)
    other = with_seen(project, [("p1", reading(Joint.GLUE, "2"))]).seen[0]
    assert (other.extra, other.version) == ('{"a":1}', "2")
    assert other.joint_extra == ((1, '{"b":2}'),) and other.role_extra == told.role_extra
    found = differences(told, PAGE, reading(Joint.GLUE, "2"))
    assert [(one.raw_at, one.before, one.now) for one in found] == [(10, Joint.PARAGRAPH, None)]
