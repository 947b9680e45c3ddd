"""What fields may be filled with, and what taking it does to the other articles."""

from __future__ import annotations

import pytest

from editor.editing import suggest
from editor.editing.answers import MarkDone
from editor.editing.fields import GiveLines
from editor.editing.gestures import AssignHeading, SetRole, TypeField
from editor.editing.roster import ENROL, confirmed, unknown
from editor.editing.session import Session
from editor.editing.suggest import Suggestion, loose_lines, suggestions
from editor.files.project import from_bytes, to_bytes
from editor.model.conservation import violations
from editor.model.history import StyleChange
from editor.model.project import Page, Project, Style
from editor.model.source import Source
from editor.model.structure import Role

TEXT = """湖边建起观鸟站
本报讯 东湖水面开阔，滩涂平缓，芦苇和菱角连
成一片，每到深秋便有雁鸭。 陈小文

电动渡船试航
本报讯 随着一声短促的汽笛，两艘纯电动渡船缓
缓驶离渡口，沿着老航线跑完了来回。
"""


@pytest.fixture
def session() -> Session:
    style = Style(("张三", "李四海", "王波"))
    return Session(Project((Page("1", Source(TEXT)),), style=style), who="me")


def offered(session: Session, role: Role, number: int, typed: str = "") -> list[Suggestion]:
    reading = session.reading
    article, style = reading.articles[number], session.project.style
    return list(suggestions(session.page, reading, style, article, role, typed))


def titles(session: Session) -> list[str]:
    page, reading = session.page, session.reading
    assert violations(page.source, page.decisions, reading) == []
    return [article.title for article in reading.articles]


def untitle(session: Session, number: int) -> None:
    """Put an article's headline into the tray."""
    assert session.do(AssignHeading(session.reading.articles[number].headline[0].span, None))


def test_lines_of_the_tray_come_first_and_are_taken_by_one_gesture(session: Session) -> None:
    assert titles(session) == ["湖边建起观鸟站", "电动渡船试航"]
    untitle(session, 0)
    first = offered(session, Role.HEADLINE, 0)[0]
    assert (first.text, first.origin) == ("湖边建起观鸟站", suggest.TRAY)
    assert session.do(first.gesture)
    assert titles(session) == ["湖边建起观鸟站", "电动渡船试航"] and not session.reading.tray


def test_a_headline_of_another_article_changes_places(session: Session) -> None:
    give = GiveLines(session.reading.articles[1].headline[0].span, session.reading.articles[0].at)
    assert session.do(give)
    assert titles(session) == ["电动渡船试航", "湖边建起观鸟站"]


def test_a_line_of_the_tray_frees_what_stood_in_its_place(session: Session) -> None:
    untitle(session, 0)
    span = session.reading.tray[0].text.span
    assert session.do(GiveLines(span, session.reading.articles[1].at))
    assert titles(session) == ["", "湖边建起观鸟站"]
    assert [block.text.text for block in session.reading.tray] == ["电动渡船试航"]


def test_a_typed_headline_gives_way_to_a_printed_one(session: Session) -> None:
    untitle(session, 0)
    at = session.reading.articles[0].at
    session.do(TypeField(at, Role.HEADLINE, ("湖边",)))
    assert [one.text for one in offered(session, Role.HEADLINE, 0, "湖边")] == ["湖边建起观鸟站"]
    session.do(offered(session, Role.HEADLINE, 0, "湖边")[0].gesture)
    assert titles(session)[0] == "湖边建起观鸟站" and not session.page.decisions.typed


def test_body_text_that_looks_like_a_headline_is_offered(session: Session) -> None:
    span = session.reading.articles[1].headline[0].span
    session.do(SetRole((span,), Role.BODY))
    found = next(a for a in session.reading.articles if a.holds(span.start))
    number = session.reading.articles.index(found)
    near = [o for o in offered(session, Role.HEADLINE, number) if o.origin == suggest.NEAR]
    assert [one.text for one in near] == ["电动渡船试航"]


def test_names_behind_the_text_and_in_the_roster(session: Session) -> None:
    name = session.reading.articles[0].byline[0].text.span
    session.do(SetRole((name,), Role.BODY))
    assert not session.reading.articles[0].byline
    found = offered(session, Role.BYLINE, 0)
    assert (found[0].text, found[0].origin) == ("陈小文", suggest.NEAR)
    assert [one.text for one in found[1:]] == ["张三", "李四海", "王波"]
    session.do(found[0].gesture)
    assert [n.text.text for n in session.reading.articles[0].byline] == ["陈小文"]
    assert violations(session.page.source, session.page.decisions, session.reading) == []


def test_the_roster_completes_a_name_and_keeps_those_before_it(session: Session) -> None:
    at = session.reading.articles[1].at
    session.do(TypeField(at, Role.BYLINE, ("王波", "李")))
    (found,) = offered(session, Role.BYLINE, 1, "李")
    assert found.text == "李四海"
    session.do(found.gesture)
    assert [n.text.text for n in session.reading.articles[1].byline] == ["王波", "李四海"]


def test_datelines_of_the_page_are_offered(session: Session) -> None:
    article = session.reading.articles[0]
    assert article.dateline is not None
    session.do(SetRole((article.dateline.span,), Role.BODY))
    found = offered(session, Role.DATELINE, 0)
    assert (found[0].text, found[0].origin) == ("本报讯", suggest.NEAR)
    session.do(found[0].gesture)
    dateline = session.reading.articles[0].dateline
    assert dateline is not None and dateline.text == "本报讯"


def test_lines_that_stand_together_lie_in_the_tray_as_one() -> None:
    text = "云门镇三十六村\n一片茶叶走出致富路\n" + TEXT
    session = Session(Project((Page("1", Source(text)),)), who="me")
    for line in session.reading.articles[0].headline[:2]:
        session.do(AssignHeading(line.span, None))
    assert len(loose_lines(session.page, session.reading)) == 1


def test_names_are_offered_to_the_roster_only_once_confirmed(session: Session) -> None:
    article, style = session.reading.articles[0], session.project.style
    assert unknown(article, style) == ("陈小文",)
    assert confirmed(article, session.page.decisions, style) == ()
    session.do(MarkDone(article.at))
    assert confirmed(session.reading.articles[0], session.page.decisions, style) == ("陈小文",)
    session.do(TypeField(session.reading.articles[1].at, Role.BYLINE, ("张三", "赵六")))
    second = session.reading.articles[1]
    assert confirmed(second, session.page.decisions, style) == ("赵六",)


def test_the_roster_is_changed_by_a_step_that_is_undone_and_saved(session: Session) -> None:
    before = session.project
    assert session.change_style(ENROL, StyleChange(came=("赵六",)))
    assert session.project.style.roster == ("张三", "李四海", "王波", "赵六") and session.dirty
    assert not session.change_style(ENROL, StyleChange(came=("赵六",)))
    assert from_bytes(to_bytes(session.project)) == session.project
    assert session.undo() and session.project.style == before.style
    assert session.redo() and session.project.style.roster[-1] == "赵六"
    assert session.travel(0) and session.project.style == before.style
