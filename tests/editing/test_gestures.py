"""What each gesture does to a page, as its editor would see it."""

from __future__ import annotations

import pytest

from editor.editing import gestures as g
from editor.editing.answers import MarkDone
from editor.editing.session import Changed, Session
from editor.editing.typing import TypeAcross, TypeText
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.reading import Article, set_blocks
from editor.model.source import Source
from editor.model.structure import Joint, Role

PAGE = """\
东江日报讯 近日，东江市图书馆新馆正式向公众开
放，首日接待读者三千余人次。新馆设有少儿阅览、
古籍修复等区域，并延长了夜间服务的时间。
馆长表示，今后将继续完善借阅服务，让更多市
民在家门口读到好书。 林晓岚
东江市图书馆新馆开放
东江日报讯 4 月 6 日，城南中学的学生走进田间，
跟着农技员学习插秧，体会粮食的来之不易。活动
现场气氛热烈。
学校负责人介绍，劳动课每月一次，已坚持了两
年，受到家长的普遍欢迎。 周子安
城南中学把课堂搬进稻田
"""


@pytest.fixture
def session() -> Session:
    return Session(Project((Page("p1", Source(PAGE)),)), who="test")


def texts(article: Article) -> list[str]:
    return [block.text.text for block in article.blocks]


def at(words: str) -> int:
    return PAGE.index(words)


def test_the_page_reads_as_two_articles(session: Session) -> None:
    first, second = session.reading.articles
    assert [first.title, second.title] == ["东江市图书馆新馆开放", "城南中学把课堂搬进稻田"]
    assert [len(first.blocks), len(second.blocks)] == [2, 2]


def test_a_paragraph_is_split_and_joined_again(session: Session) -> None:
    before = texts(session.reading.articles[0])
    assert session.do(g.Split(at("新馆设有")))
    after = texts(session.reading.articles[0])
    assert len(after) == 3 and after[1].startswith("新馆设有")
    assert session.do(g.Join(at("新馆设有")))
    assert texts(session.reading.articles[0]) == before


def test_an_article_starts_here_and_is_joined_again(session: Session) -> None:
    assert session.do(g.NewArticle(at("馆长表示")))
    assert len(session.reading.articles) == 3
    assert session.do(g.JoinArticle(at("馆长表示")))
    assert len(session.reading.articles) == 2
    assert len(session.reading.articles[0].blocks) == 2


def test_joined_articles_keep_the_second_headline_as_a_crosshead(session: Session) -> None:
    assert session.do(g.JoinArticle(at("城南中学的")))
    (article,) = session.reading.articles
    roles = [block.role for block in article.blocks]
    assert roles == [Role.BODY, Role.BODY, Role.CROSSHEAD, Role.BODY, Role.BODY]
    assert article.title == "东江市图书馆新馆开放"
    assert [name.text.text for name in article.byline] == ["林晓岚", "周子安"]


def test_a_line_becomes_furniture_and_what_the_analysis_says_again(session: Session) -> None:
    line = Span(at("东江市图书馆新馆开放"), at("东江市图书馆新馆开放") + 10)
    assert session.do(g.SetRole((line,), Role.FURNITURE))
    assert session.reading.articles[0].title == ""
    assert [b.text.text for b in session.reading.furniture] == ["东江市图书馆新馆开放"]
    assert session.do(g.Clear(line))
    assert session.reading.articles[0].title == "东江市图书馆新馆开放"


def test_a_headline_goes_to_another_article(session: Session) -> None:
    line = Span(at("东江市图书馆新馆开放"), at("东江市图书馆新馆开放") + 10)
    second = session.reading.articles[1]
    assert session.do(g.AssignHeading(line, second.at))
    titles = [a.title for a in session.reading.articles]
    assert titles[0] == "" and "东江市图书馆新馆开放" in titles[1]


def test_a_typed_headline_is_the_article_s(session: Session) -> None:
    line = Span(at("东江市图书馆新馆开放"), at("东江市图书馆新馆开放") + 10)
    session.do(g.SetRole((line,), Role.FURNITURE))
    anchor = session.reading.articles[0].at
    assert session.do(g.TypeField(anchor, Role.HEADLINE, ("新馆开门迎客",)))
    assert session.reading.articles[0].title == "新馆开门迎客"
    assert session.do(g.TypeField(anchor, Role.HEADLINE, ()))
    assert session.reading.articles[0].title == ""


def test_a_character_is_corrected_and_restored(session: Session) -> None:
    block = set_blocks(session.reading.articles[0])[-1]
    place = block.text.text.index("好书")
    assert session.do(TypeText(block.text, place, place + 1, "新"))
    assert texts(session.reading.articles[0])[1].endswith("读到新书。")
    (patch,) = session.page.decisions.patches
    assert session.do(g.Restore(patch.span))
    assert texts(session.reading.articles[0])[1].endswith("读到好书。")


def test_text_over_two_paragraphs_is_replaced_and_they_become_one(session: Session) -> None:
    blocks = [b for b in set_blocks(session.reading.articles[0]) if b.role is Role.BODY]
    first, second = blocks
    start = first.text.text.index("并延长")
    end = second.text.text.index("今后")
    assert session.do(TypeAcross((first.text, second.text), start, end, "而且"))
    (text,) = [b.text.text for b in set_blocks(session.reading.articles[0]) if b.role is Role.BODY]
    assert text == first.text.text[:start] + "而且" + second.text.text[end:]


def test_typing_that_goes_on_is_one_step_and_is_undone_as_one(session: Session) -> None:
    place = set_blocks(session.reading.articles[0])[-1].text.text.index("好书")
    for number, letter in enumerate("很好"):
        block = set_blocks(session.reading.articles[0])[-1]
        session.do(TypeText(block.text, place + number, place + number, letter))
    assert len(session.history.steps) == 1
    assert texts(session.reading.articles[0])[1].endswith("读到很好好书。")
    session.undo()
    assert texts(session.reading.articles[0])[1].endswith("读到好书。")


def test_enter_inside_typed_text_makes_two_paragraphs(session: Session) -> None:
    block = set_blocks(session.reading.articles[0])[-1]
    place = len(block.text)
    session.do(TypeText(block.text, place, place, "第一句。第二句。"))
    block = set_blocks(session.reading.articles[0])[-1]
    raw_at, into = block.text.to_raw(block.text.text.index("第二句"))
    assert session.do(g.Split(raw_at, into))
    assert texts(session.reading.articles[0])[-2:] == [
        "馆长表示，今后将继续完善借阅服务，让更多市民在家门口读到好书。第一句。",
        "第二句。",
    ]


def test_a_done_article_is_pinned(session: Session) -> None:
    article = session.reading.articles[1]
    before = session.reading.joint_at
    session.do(MarkDone(article.at))
    reading = session.reading
    assert reading.articles[1].done and not reading.articles[0].done
    decided = [v for at, v in reading.joints if at in before and article.holds(at)]
    assert decided and all(verdict.decided for verdict in decided)
    assert texts(reading.articles[1]) == texts(article)


def test_one_gesture_is_one_event(session: Session) -> None:
    seen: list[Changed] = []
    stop = session.subscribe(seen.append)
    session.do(g.Split(at("新馆设有")), "proof")
    assert [(c.what, c.initiator, c.step) for c in seen] == [("decisions", "proof", "split")]
    assert at("新馆设有") in seen[0].span
    stop()
    session.undo()
    assert len(seen) == 1


def test_a_gesture_that_changes_nothing_is_no_step(session: Session) -> None:
    assert not session.do(g.SetJoint(at("近日"), None))
    assert not session.history.steps
    assert not session.dirty


def test_undo_gives_the_saved_state_back(session: Session) -> None:
    session.do(g.SetJoint(at("新馆设有"), Joint.PARAGRAPH))
    assert session.dirty
    session.saved(session.project)
    assert not session.dirty
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_a_break_that_was_typed_is_joined_by_taking_it_out(session: Session) -> None:
    before = session.reading
    block = before.articles[0].blocks[1].text
    session.do(TypeText(block, 4, 4, "甲乙"))
    for into in (1, 2):  # inside what was typed, and behind all of it
        typed = session.reading
        session.do(g.Split(block.to_raw(4)[0], into))
        assert len(session.reading.articles[0].blocks) == 3
        piece = session.reading.articles[0].blocks[2].text.pieces[0]
        assert session.do(g.Join(piece.span.start, piece.into))
        assert session.reading == typed
    while session.undo():
        pass
    assert session.reading == before


def test_what_is_typed_beside_a_part_that_was_taken_out_stays(session: Session) -> None:
    whole = session.reading.articles[0].blocks[1].text
    session.do(g.SetRole((Span(at("民在家门"), at("口读到")),), Role.FURNITURE))
    block = session.reading.articles[0].blocks[1].text
    here = block.text.index("口读到")
    for number, put in enumerate("甲乙"):
        session.do(
            TypeText(session.reading.articles[0].blocks[1].text, here + number, here + number, put)
        )
    after = session.reading.articles[0].blocks[1].text
    assert after.text == block.text[:here] + "甲乙" + block.text[here:]
    assert len(after.text) == len(whole.text) - len("民在家门") + 2


def test_a_line_read_as_a_headline_though_likelier_text_stands_beside_a_caption() -> None:
    raw = "春风！\n东江日报讯 \n春风3GPU5%5%"
    session = Session(Project((Page("p1", Source(raw)),)), who="test")
    assert session.do(g.SetRole((Span(0, 3),), Role.CAPTION))
    held = session.reading.role_at(0)
    assert held is not None and held[1].value is Role.CAPTION
    assert violations(session.page.source, session.page.decisions, session.reading) == []
