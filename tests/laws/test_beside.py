"""A decision says one thing: what stands beside it keeps its own.

On pages of the project's own, wherever body text runs: a paragraph broken in two is two
paragraphs, and a paragraph that is taken for furniture takes nothing with it.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.pages.page import make_page
from editor.editing.gestures import SetRole, Split
from editor.editing.session import Session
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role
from tests.gold import sample

STYLES = ("plain-full", "plain-long", "sign-two", "column-narrow", "column-block", "noise-short")


@cache
def page(number: int) -> tuple[Source, Reading]:
    """The sample, or one of the project's own pages, as it reads by itself."""
    text = sample().raw if not number else make_page(STYLES[number - 1], "judge", 8, 0).text
    source = Source(text)
    return source, Session(Project((Page("p", source),))).reading


def opened(number: int) -> Session:
    return Session(Project((Page("p", page(number)[0]),)))


def bodies(reading: Reading) -> list[list[tuple[str, str]]]:
    return [[(b.role.value, b.text.text) for b in a.blocks] for a in reading.articles]


@settings(max_examples=150)
@given(st.integers(0, len(STYLES)), st.data())
def test_a_broken_paragraph_is_two_paragraphs(number: int, data: st.DataObject) -> None:
    source, reading = page(number)
    flowing = [
        raw_at
        for raw_at, verdict in reading.joints
        if verdict.value in (Joint.GLUE, Joint.SPACE)
        and (last := source.last_ink(raw_at)) is not None
        and all(reading.role_at(at)[1].value is Role.BODY for at in (last, raw_at))
    ]
    raw_at = data.draw(st.sampled_from(flowing))
    session = opened(number)
    session.do(Split(raw_at))
    after = session.reading
    last = source.last_ink(raw_at)
    assert last is not None
    assert after.role_at(last)[1].value is Role.BODY
    assert after.role_at(raw_at)[1].value is Role.BODY


@settings(max_examples=100)
@given(st.integers(0, len(STYLES)), st.data())
def test_furniture_takes_nothing_with_it(number: int, data: st.DataObject) -> None:
    _, reading = page(number)
    places = [
        (number_, at)
        for number_, article in enumerate(reading.articles)
        for at, block in enumerate(article.blocks)
        if 0 < at < len(article.blocks) - 1
        and all(b.role is Role.BODY for b in article.blocks[at - 1 : at + 2])
    ]
    if not places:
        return
    which, at = data.draw(st.sampled_from(places))
    block = reading.articles[which].blocks[at]
    spans = tuple(p.owned for p in block.text.pieces if p.owned and p.owned.start < p.owned.end)
    session = opened(number)
    session.do(SetRole(spans, data.draw(st.sampled_from((Role.FURNITURE, Role.CAPTION)))))
    wanted = bodies(reading)
    del wanted[which][at]
    assert bodies(session.reading) == wanted


@pytest.mark.parametrize("role", [Role.CROSSHEAD, Role.CAPTION, Role.FURNITURE])
def test_a_paragraph_of_many_lines_stays_one_block(role: Role) -> None:
    _, reading = page(0)
    block = max((b for a in reading.articles for b in a.blocks[1:-1]), key=lambda b: len(b.text))
    spans = tuple(p.owned for p in block.text.pieces if p.owned and p.owned.start < p.owned.end)
    assert len(spans) > 3
    session = opened(0)
    session.do(SetRole(spans, role))
    after = session.reading
    blocks = [b for a in after.articles for b in (*a.blocks, *a.captions)]
    found = [b.text.text for b in (*blocks, *after.furniture) if b.role is role]
    assert block.text.text in found


def test_a_line_that_is_body_text_in_all_but_not_on_the_best_path_stays_body_text() -> None:
    blown = "春风春风春风春风春风。"
    raw = (
        f"By JANE DOE\n春风{blown}\n\f\n\f\n“好”，\n江水！\n工厂{blown}\n春风\n"
        "本报讯 记者王小文 近日\n本报讯 记者王小文 近日\n春风。\n春风。\n春风。"
    )
    session = Session(Project((Page("p", Source(raw)),)))
    assert session.do(SetRole((Span(0, raw.index("江水")),), Role.FURNITURE))
    told = {raw[span.start : span.end]: v.value for span, v in session.reading.roles}
    assert told["“好”，"] is Role.FURNITURE
    assert told["江水！"] is Role.BODY
