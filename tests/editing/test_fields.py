"""Fields that the page does not have: names, lines and datelines as they are typed."""

from __future__ import annotations

import pytest

from editor.editing.fields import names_in, typed_part
from editor.editing.gestures import JoinArticle, TypeField
from editor.editing.session import Session
from editor.editing.typing import TypeAcross, TypeText
from editor.model.conservation import violations
from editor.model.project import Page, Project
from editor.model.reading import SetBlock, set_blocks
from editor.model.source import Source
from editor.model.structure import Role

TEXT = (
    "湖边建起观鸟站\n东湖水面开阔，滩涂平缓，芦苇和菱角连\n成一片，每到深秋便有雁鸭。\n\n"
    "电动渡船试航\n随着一声短促的汽笛，两艘纯电动渡船缓\n缓驶离渡口，沿着老航线跑完了来回。\n"
)


@pytest.fixture
def session() -> Session:
    return Session(Project((Page("1", Source(TEXT)),)), who="me")


def block(session: Session, role: Role, number: int = 0) -> SetBlock:
    return next(b for b in set_blocks(session.reading.articles[number]) if b.role is role)


def typed(session: Session, role: Role, *lines: str) -> None:
    assert session.do(TypeField(session.reading.articles[0].at, role, lines))


def put(session: Session, role: Role, start: int, end: int, text: str) -> None:
    session.do(TypeText(block(session, role).text, start, end, text, role=role))
    page = session.page
    assert violations(page.source, page.decisions, session.reading) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三、李四", ("张三", "李四")),
        ("张三 李四", ("张三", "李四")),
        ("张三\u3000李四，王五", ("张三", "李四", "王五")),
        ("王 波", ("王波",)),
        ("王 波 张三", ("王波", "张三")),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("张三、", ("张三",)),
        ("、 ", ()),
        ("阿卜杜拉·买买提", ("阿卜杜拉·买买提",)),
    ],
)
def test_names_come_apart_as_people_write_them(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_a_typed_byline_is_names(session: Session) -> None:
    typed(session, Role.BYLINE, "张三")
    put(session, Role.BYLINE, 2, 2, "、李四")
    assert [n.text.text for n in session.reading.articles[0].byline] == ["张三", "李四"]
    assert block(session, Role.BYLINE).text.text == "张三\u3000李四"
    put(session, Role.BYLINE, 1, 4, "")
    assert [n.text.text for n in session.reading.articles[0].byline] == ["张四"]
    put(session, Role.BYLINE, 0, 2, "")
    assert session.reading.articles[0].byline == () and not session.page.decisions


def test_a_typed_dateline_and_its_paragraph_are_each_their_own(session: Session) -> None:
    body = block(session, Role.BODY).text.text
    typed(session, Role.DATELINE, "本报讯")
    whole = block(session, Role.BODY)
    assert whole.text.text == "本报讯\u3000" + body and whole.dateline == 3
    put(session, Role.BODY, 3, 3, "员")
    put(session, Role.BODY, 5, 5, "（")
    article = session.reading.articles[0]
    assert article.dateline is not None and article.dateline.text == "本报讯员"
    assert article.blocks[0].text.text == "（" + body
    put(session, Role.BODY, 2, 7, "")  # over the gap between them
    article = session.reading.articles[0]
    assert article.dateline is not None and article.dateline.text == "本报"
    assert article.blocks[0].text.text == body[1:]


def test_lines_of_a_typed_headline_that_read_the_same_are_told_apart(session: Session) -> None:
    session.do(TypeField(session.reading.articles[0].at, Role.SUBHEAD, ("同", "同")))
    second = session.reading.articles[0].subhead[1]
    session.do(TypeText(second, 1, 1, "异", role=Role.SUBHEAD))
    assert [line.text for line in session.reading.articles[0].subhead] == ["同", "同异"]


def test_a_kicker_that_reads_as_the_subhead_is_the_kicker(session: Session) -> None:
    typed(session, Role.SUBHEAD, "同")
    typed(session, Role.KICKER, "同")
    put(session, Role.KICKER, 1, 1, "异")
    article = session.reading.articles[0]
    assert [t.text for t in (*article.kicker, *article.subhead)] == ["同异", "同"]


def test_a_range_over_a_typed_field_and_the_text_takes_both(session: Session) -> None:
    typed(session, Role.BYLINE, "张三")
    name, body = block(session, Role.BYLINE).text, block(session, Role.BODY).text
    roles = (Role.BYLINE, Role.BODY)
    session.do(TypeAcross((name, body), 1, 2, "", roles=roles))
    article = session.reading.articles[0]
    assert [n.text.text for n in article.byline] == ["张"]
    assert article.blocks[0].text.text == body.text[2:]


def test_printed_text_has_no_typed_part(session: Session) -> None:
    assert typed_part(block(session, Role.BODY).text) is None
    typed(session, Role.DATELINE, "本报讯")
    part = typed_part(block(session, Role.BODY).text)
    assert part is not None and (part.start, part.end, part.after_at) == (0, 3, 4)


def test_articles_that_are_joined_keep_their_typed_names(session: Session) -> None:
    typed(session, Role.BYLINE, "张三")
    second = session.reading.articles[1]
    session.do(TypeField(second.at, Role.BYLINE, ("李四",)))
    session.do(JoinArticle(second.at))
    assert [n.text.text for n in session.reading.articles[0].byline] == ["张三", "李四"]
