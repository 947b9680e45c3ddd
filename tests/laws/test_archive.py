"""Pages that are read many at once read as each does alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis import read, read_many, settling
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from tests.analysis.test_reading import PAGE
from tests.laws import pages
from tests.laws.test_readings import LAWS, opened
from tests.laws.test_regions import LONG

ENGLISH = """COUNCIL VOTES TO KEEP FERRY
By ANN MOORE
The council voted on Tuesday to keep the old ferry
running for another year, after residents packed the
hall and spoke for three hours.
"We have no other way across," said one of them.
"""


@settings(LAWS, max_examples=15)
@given(st.lists(pages.raw_pages(), max_size=3), st.data())
def test_many_pages_read_as_each_alone(odd: list[str], data: st.DataObject) -> None:
    texts = data.draw(st.permutations([*odd, PAGE, LONG, ENGLISH, " \n"]))
    asked = []
    for text in texts:
        session = opened(text)
        if data.draw(st.booleans()):
            session.do(data.draw(pages.gestures(text, session.reading)))
        asked.append((Source(text), session.page.decisions, Style()))
    settling.forget()
    together = list(read_many(asked))
    assert [len(one.articles) for one in together] == [len(read(*a).articles) for a in asked]
    for one, (source, decisions, style) in zip(together, asked, strict=True):
        alone = read(source, decisions, style)
        assert one.articles == alone.articles
        assert one.furniture == alone.furniture
        assert [v.value for _, v in one.joints] == [v.value for _, v in alone.joints]
        assert [v.value for _, v in one.roles] == [v.value for _, v in alone.roles]
        assert [d.key for d in one.doubts] == [d.key for d in alone.doubts]
        for (_, left), (_, right) in zip(one.joints, alone.joints, strict=True):
            assert abs(left.confidence - right.confidence) < 1e-6


def test_a_page_among_many_may_be_empty() -> None:
    asked = [(Source(text), Decisions(), Style()) for text in ("", PAGE, "\n")]
    assert [len(one.joints) > 0 for one in read_many(asked)] == [False, True, False]
