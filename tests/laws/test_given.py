"""Lines that are given to an article are its own, and no other's: one to one, on any page."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.editing.fields import GiveLines
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.reading import Article
from editor.model.structure import HEADS
from tests.laws.test_readings import LAWS, opened


def lines_of(article: Article) -> list[Span]:
    """The printed heading lines of an article."""
    lines = (line.span for role in HEADS for line in article.heads(role))
    return [span for span in lines if span.start < span.end]


HEADLINES = ("湖边建起观鸟站", "电动渡船试航", "江口告别柴油机轰鸣", "一片茶叶走出致富路", "")
BODIES = (
    "本报讯 东湖水面开阔，滩涂平缓，芦苇和菱角连\n成一片，每到深秋便有成群的雁鸭落下来。",
    "本报讯 随着一声短促的汽笛，两艘纯电动渡船缓\n缓驶离渡口，沿着老航线跑完了来回。 张小山",
    "本报讯 镇里把荒了多年的茶园重新拾掇起来，清\n杂草、补茶苗、修步道，老茶农带着青年学\n种茶。",
)


@st.composite
def pages_of_articles(draw: st.DrawFn) -> str:
    """Some articles, each with a headline of no, one or two lines before it."""
    parts = []
    for _ in range(draw(st.integers(2, 4))):
        lines = draw(st.lists(st.sampled_from(HEADLINES), max_size=2))
        parts += [line for line in lines if line] + [draw(st.sampled_from(BODIES))]
    return "\n".join(parts) + "\n"


@LAWS
@given(pages_of_articles(), st.data())
def test_what_is_given_is_there_and_what_stood_there_is_not(text: str, data: st.DataObject) -> None:
    session = opened(text)
    reading = session.reading
    held = [(a, span) for a in reading.articles for span in lines_of(a)]
    held += [(None, b.text.span) for b in reading.tray if b.role.heads]
    assume(held and reading.articles)
    giver, span = data.draw(st.sampled_from(held))
    target = data.draw(st.sampled_from(reading.articles))
    role = data.draw(st.sampled_from(HEADS))
    session.do(GiveLines(span, target.at, role))
    page, now = session.page, session.reading
    assert violations(page.source, page.decisions, now) == []
    home = now.article_of(target.at)
    assert home is not None
    given_to = [a for a in now.articles if any(s.overlaps(span) for s in lines_of(a))]
    assert given_to == [home]
    had = sorted(line.span for line in home.heads(role))
    for one, other in pairwise(had):  # what is left there is one headline
        assert page.source.next_ink(one.end) == other.start
    if giver is not None and giver is not target:
        freed = set(lines_of(target)) - set(lines_of(home))
        other = now.article_of(giver.at)
        assert other is not None
        kept = set(lines_of(giver)) - {span}
        if kept & {line.span for line in giver.headline}:  # a headline of its own is left to it
            assert not freed & set(lines_of(other))
        else:  # they changed places
            assert freed <= set(lines_of(other))
