"""Blocks and articles that move, and what stays told of the articles they leave."""

from __future__ import annotations

import pytest

from editor.editing import gestures as g
from editor.editing import moves as m
from editor.editing.answers import LeaveOut, MarkDone
from editor.editing.pins import PinStyle
from editor.editing.session import Session
from editor.model.conservation import violations
from editor.model.decisions import Habit
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.model.structure import Role
from tests.editing.test_gestures import PAGE, at, texts

FIRST, SECOND = "东江日报讯 近日", "东江日报讯 4 月"


@pytest.fixture
def session() -> Session:
    return Session(Project((Page("p1", Source(PAGE)),)), who="test")


def here(words: str) -> tuple[Span, ...]:
    return (Span(at(words), at(words) + len(words)),)


def starts(session: Session) -> list[list[str]]:
    assert violations(session.page.source, session.page.decisions, session.reading) == []
    return [[text[:4] for text in texts(article)] for article in session.reading.articles]


def titles(session: Session) -> list[str]:
    return [article.title for article in session.reading.articles]


def test_a_block_moves_up_and_down_and_back(session: Session) -> None:
    before = session.reading
    assert starts(session) == [["近日，东", "馆长表示"], ["4 月 ", "学校负责"]]
    assert session.do(m.MoveBlocks(here("馆长表示"), m.UP))
    assert starts(session) == [["馆长表示", "近日，东"], ["4 月 ", "学校负责"]]
    assert session.do(m.MoveBlocks(here("馆长表示"), m.DOWN))
    assert starts(session)[0] == ["近日，东", "馆长表示"]
    session.undo()
    session.undo()
    assert session.reading == before


def test_a_block_goes_over_its_article_s_edge_both_ways(session: Session) -> None:
    assert session.do(m.MoveBlocks(here("馆长表示"), m.DOWN))
    assert starts(session) == [["近日，东"], ["馆长表示", "4 月 ", "学校负责"]]
    assert session.do(m.MoveBlocks(here("馆长表示"), m.UP))
    assert starts(session) == [["近日，东", "馆长表示"], ["4 月 ", "学校负责"]]
    assert titles(session) == ["东江市图书馆新馆开放", "城南中学把课堂搬进稻田"]


def test_nothing_moves_over_the_page_s_edge(session: Session) -> None:
    assert not session.do(m.MoveBlocks(here("近日"), m.UP))
    assert not session.do(m.MoveBlocks(here("学校负责人"), m.DOWN))
    assert not session.do(m.MoveArticle(at("近日"), m.UP))
    assert not session.do(m.MoveArticle(at("4 月"), m.DOWN))


@pytest.mark.parametrize(("words", "step"), [("近日", m.DOWN), ("4 月", m.UP)])
def test_an_article_changes_places_with_its_heading(
    session: Session, words: str, step: int
) -> None:
    assert session.do(m.MoveArticle(at(words), step))
    assert starts(session) == [["4 月 ", "学校负责"], ["近日，东", "馆长表示"]]
    assert titles(session) == ["城南中学把课堂搬进稻田", "东江市图书馆新馆开放"]
    assert [a.byline[0].text.text for a in session.reading.articles] == ["周子安", "林晓岚"]


def test_an_article_is_put_before_another_or_last(session: Session) -> None:
    assert session.do(m.PlaceArticle(at("4 月"), at("近日")))
    assert starts(session)[0][0] == "4 月 "
    assert session.do(m.PlaceArticle(at("4 月"), None))
    assert starts(session)[0][0] == "近日，东"
    assert not session.do(m.PlaceArticle(at("4 月"), None))
    assert not session.do(m.PlaceArticle(at("近日"), at("4 月")))


def test_a_selection_of_several_blocks_is_all_of_an_article(session: Session) -> None:
    assert session.do(m.MoveBlocks((*here("近日"), *here("馆长表示")), m.DOWN))
    assert starts(session) == [["4 月 ", "学校负责"], ["近日，东", "馆长表示"]]


def test_a_block_is_sent_to_another_article_and_taken_back(session: Session) -> None:
    before = starts(session)
    target = session.reading.articles[1]
    assert session.do(m.SendText(here("馆长表示"), target.at))
    assert starts(session) == [["近日，东"], ["4 月 ", "学校负责", "馆长表示"]]
    assert session.do(m.Unmove(here("馆长表示")))
    assert starts(session) == before
    assert not session.do(m.Unmove(here("馆长表示")))


def test_a_sent_sentence_is_a_paragraph_of_its_own(session: Session) -> None:
    target = session.reading.articles[1]
    start, end = at("新馆设有"), at("馆长表示")
    assert session.do(m.SendText((Span(start, end),), target.at, cut=True))
    assert starts(session) == [["近日，东", "馆长表示"], ["4 月 ", "学校负责", "新馆设有"]]


def test_a_sent_headline_is_assigned(session: Session) -> None:
    target = session.reading.articles[1]
    assert session.do(m.SendText(here("东江市图书馆新馆开放"), target.at))
    assert titles(session)[0] == "" and "东江市图书馆新馆开放" in titles(session)[1]


def test_all_of_an_article_is_sent_with_what_it_has(session: Session) -> None:
    before = titles(session)
    target = session.reading.articles[1]
    assert session.do(m.SendText((Span(at("近日"), at("读到好书。") + 5),), target.at, cut=True))
    assert starts(session) == [["4 月 ", "学校负责", before[0][:4], "东江日报", "馆长表示"]]
    (article,) = session.reading.articles
    assert article.title == before[1]
    assert {name.text.text for name in article.byline} == {"周子安", "林晓岚"}
    session.undo()
    assert titles(session) == before


def test_articles_are_joined_where_they_are_read_and_not_where_the_page_has_them(
    session: Session,
) -> None:
    session.do(g.NewArticle(at("学校负责人")))
    session.do(m.MoveArticle(at("学校负责人"), m.UP))
    assert starts(session) == [["近日，东", "馆长表示"], ["学校负责"], ["4 月 "]]
    assert session.do(g.JoinArticle(at("学校负责人")))
    assert starts(session) == [["近日，东", "馆长表示", "城南中学", "学校负责"], ["4 月 "]]
    assert session.reading.articles[0].blocks[2].role is Role.CROSSHEAD
    assert session.do(g.JoinArticle(at("4 月")))
    assert [text[:4] for text in texts(session.reading.articles[0])][-1] == "东江日报"
    assert len(session.reading.articles) == 1


def test_a_moved_article_stays_one_when_its_extent_changes(session: Session) -> None:
    session.do(m.MoveArticle(at("近日"), m.DOWN))
    assert session.do(m.SendText((Span(at("近日"), at("新馆设有")),), at("4 月"), cut=True))
    assert starts(session) == [["4 月 ", "学校负责", "近日，东"], ["新馆设有", "馆长表示"]]
    assert session.do(g.Join(at("馆长表示")))
    assert starts(session)[1] == ["新馆设有"]
    assert session.do(g.NewArticle(at("学校负责人")))
    assert [article[0] for article in starts(session)] == ["4 月 ", "学校负责", "新馆设有"]


def test_text_of_two_articles_goes_to_a_third(session: Session) -> None:
    session.do(g.NewArticle(at("馆长表示")))
    third = session.reading.articles[2]
    assert session.do(m.SendText((Span(at("放，首日"), at("民在家门口")),), third.at, cut=True))
    assert starts(session)[-1][-2:] == ["放，首日", "馆长表示"]
    assert not session.do(m.MoveBlocks((Span(at("东江日报讯"), at("体会粮食")),), m.DOWN))


def test_no_article_begins_inside_text_that_was_moved(session: Session) -> None:
    session.do(m.SendText(here("馆长表示"), session.reading.articles[1].at))
    assert not session.do(g.NewArticle(at("民在家门口")))


def test_a_typed_headline_stays_when_the_first_block_leaves(session: Session) -> None:
    line = here("城南中学把课堂搬进稻田")
    session.do(g.SetRole(line, Role.FURNITURE))
    session.do(g.TypeField(session.reading.articles[1].at, Role.HEADLINE, ("稻田里的课",)))
    session.do(MarkDone(session.reading.articles[1].at))
    session.do(LeaveOut(session.reading.articles[1].at))
    assert session.do(m.MoveBlocks(here("4 月"), m.UP))
    assert starts(session) == [["近日，东", "馆长表示", "4 月 "], ["学校负责"]]
    assert titles(session) == ["东江市图书馆新馆开放", "稻田里的课"]
    assert [a.done for a in session.reading.articles] == [False, True]
    assert [a.left_out for a in session.reading.articles] == [False, True]


def test_headlines_are_swapped_typed_ones_too(session: Session) -> None:
    first, second = session.reading.articles
    assert session.do(m.SwapHeadlines(first.at, second.at))
    assert titles(session) == ["城南中学把课堂搬进稻田", "东江市图书馆新馆开放"]
    assert session.do(m.SwapHeadlines(first.at, second.at))
    assert titles(session) == ["东江市图书馆新馆开放", "城南中学把课堂搬进稻田"]
    session.do(g.SetRole(here("城南中学把课堂搬进稻田"), Role.FURNITURE))
    session.do(g.TypeField(second.at, Role.HEADLINE, ("稻田里的课",)))
    assert session.do(m.SwapHeadlines(first.at, second.at))
    assert titles(session) == ["稻田里的课", "东江市图书馆新馆开放"]
    assert not session.do(m.SwapHeadlines(first.at, first.at))


def test_an_article_is_left_out_and_taken_in_again(session: Session) -> None:
    article = session.reading.articles[0]
    assert session.do(LeaveOut(article.at))
    assert [a.left_out for a in session.reading.articles] == [True, False]
    assert not session.do(LeaveOut(article.at))
    assert session.do(LeaveOut(article.at, False))
    assert not session.page.decisions


def test_a_new_article_joined_again_leaves_nothing_behind(session: Session) -> None:
    before = session.reading
    place = at("并延长了")
    assert session.do(g.NewArticle(place))
    earlier = session.history.joint_before("p1", place, "new-article")
    assert earlier == (None,)
    assert session.do(g.JoinArticle(place, *earlier))
    assert texts(session.reading.articles[0]) == texts(before.articles[0])
    assert session.history.joint_before("p1", at("馆长表示"), "new-article") is None


def caption_of(session: Session) -> tuple[Span, ...]:
    """The last paragraph of the first article, as a caption of it."""
    assert session.do(g.SetRole(here("馆长表示"), Role.CAPTION))
    return here("馆长表示")


def held(session: Session) -> list[int]:
    page, reading = session.page, session.reading
    assert violations(page.source, page.decisions, reading) == []
    return [len(article.captions) for article in reading.articles]


def test_a_caption_goes_to_the_next_article_and_back(session: Session) -> None:
    spans = caption_of(session)
    assert held(session) == [1, 0]
    before = session.reading
    assert session.do(m.MoveBlocks(spans, m.DOWN))
    assert held(session) == [0, 1]
    assert not session.do(m.MoveBlocks(spans, m.DOWN))
    assert session.do(m.MoveBlocks(spans, m.UP))
    assert held(session) == [1, 0]
    assert session.do(m.MoveBlocks(spans, m.DOWN))
    assert session.do(m.Unmove(spans))
    assert session.reading == before


def test_a_caption_is_sent_whole_and_its_words_go_with_it(session: Session) -> None:
    spans = caption_of(session)
    second = session.reading.articles[1].at
    words = session.reading.articles[0].captions[0].text.text
    assert session.do(m.SendText((Span(spans[0].start, spans[0].start + 2),), second, cut=True))
    assert held(session) == [0, 1]
    assert session.reading.articles[1].captions[0].text.text == words
    assert not session.do(m.SendText(spans, second))


def test_a_page_without_articles_can_be_pinned_with_text_moved() -> None:
    session = Session(Project((Page("p1", Source("the")),)), who="test")
    session.do(g.MoveText(Span(1, 2), 0))
    assert session.do(PinStyle(((Habit.HEADLINES, "before"),)))
    page = session.page
    assert violations(page.source, page.decisions, session.reading) == []
