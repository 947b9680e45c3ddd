"""Corrections beside a sign or a moved text, in one printed line: each stays on its side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from editor.editing import gestures as g
from editor.editing.gestures import MoveText
from editor.editing.replacing import ReplaceAll
from editor.editing.search import Query, corrected_texts, replaceable, search
from editor.editing.session import Session
from editor.editing.typing import TypeText
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.structure import Joint, Role
from tests.laws.test_readings import opened

DATELINE = g.SetRole((Span(1, 4),), Role.DATELINE)


def shown(session: Session) -> list[str]:
    return [of.text.text for of in corrected_texts(session.page, session.reading)]


def made(raw: str, steps: Sequence[object]) -> Session:
    session = opened(raw)
    for step in steps:
        session.do(step)  # type: ignore[arg-type]
    return session


@pytest.mark.parametrize(
    ("raw", "steps", "query", "put", "wanted"),
    [
        (  # a dateline and its paragraph, corrected up to the white between them
            "\n、江水江水“好”老人？\n学校5%项目；\n表示\n5%\n",
            [DATELINE],
            "江|水",
            "x",
            "、xx\u3000xx“好”老人？学校5%项目；表示",
        ),
        (  # a dateline with the start of its paragraph, up to a line that was kept apart
            "、GPU今年发展\n\n本报讯 记者王小文 近日",
            [g.Split(21)],
            "本报.+",
            "x，y",
            "x，y\n日",
        ),
        (  # a dateline with the start of its paragraph, which goes on in that line
            "\n、江水江水“好”老人？\n学校5%项目；\n表示\n5%\n",
            [DATELINE],
            "水.江",
            "x",
            "、江x水“好”老人？学校5%项目；表示",
        ),
        (  # names of a byline that stand in one printed line
            "江东春早\n“好”今年江水江水\n春天来了，今年的春天来得早。\n",
            [g.SetRole((Span(10, 12), Span(12, 14)), Role.BYLINE)],
            "江水",
            "两字",
            "两字\u3000两字",
        ),
        (  # text that was moved, and what stood behind it on the page
            "\n𠮷祥㐂\n“好”GPU举行：\n今年工厂：\n江水、老人学校",
            [g.Join(18), MoveText(Span(5, 10), 20), g.Split(27)],
            "[a-z]+",
            "x",
            "𠮷祥㐂x举行：今年工厂：“好”x江水、老人学",
        ),
    ],
)
def test_what_is_replaced_stays_where_it_was_found(
    raw: str, steps: list[object], query: str, put: str, wanted: str
) -> None:
    session = made(raw, steps)
    before = shown(session)
    hits = search(
        corrected_texts(session.page, session.reading), Query(query, pattern=True), put
    ).hits
    assert hits
    changes = [hit for hit in map(replaceable, hits) if hit is not None]
    assert session.do(ReplaceAll(tuple(changes)))
    assert wanted in shown(session)
    assert violations(session.page.source, session.page.decisions, session.reading) == []
    session.undo()
    assert shown(session) == before


def test_a_paragraph_that_is_deleted_behind_its_dateline_can_be_typed_anew() -> None:
    session = made("\n本报讯 记者王小文 近日\n全市老人的全市在5%建设、\n", [])
    (of,) = corrected_texts(session.page, session.reading)
    assert of.text.text.startswith("本报讯 记者王小文\u3000近日")
    assert session.do(TypeText(of.text, 10, len(of.text), ""))
    assert [line.rstrip() for line in shown(session)] == ["本报讯 记者王小文"]
    (of,) = corrected_texts(session.page, session.reading)
    session.do(TypeText(of.text, len(of.text), len(of.text), "今晨"))
    assert shown(session) == ["本报讯 记者王小文\u3000今晨"]


def test_what_is_typed_at_a_seam_is_of_the_print_before_it() -> None:
    """Moved text meets text that begins within a printed line."""
    raw = "甲乙丙丁戊己庚辛，\n春风江水工厂学校。\n"
    session = made(raw, [MoveText(Span(2, 4), 19, Joint.GLUE)])
    (of,) = corrected_texts(session.page, session.reading)
    assert of.text.text == "甲乙戊己庚辛，春风江水工厂学校。丙丁"
    for at, put in ((2, "一"), (3, "二"), (18, "三"), (21, "四"), (4, "五"), (18, "六")):
        (of,) = corrected_texts(session.page, session.reading)
        wanted = of.text.text[:at] + put + of.text.text[at:]
        assert session.do(TypeText(of.text, at, at, put))
        assert shown(session) == [wanted]
        assert violations(session.page.source, session.page.decisions, session.reading) == []
