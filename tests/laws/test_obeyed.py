"""Decisions that once were not obeyed: each a page, what was done to it, and the law."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from editor.editing import gestures as g
from editor.editing.answers import MarkDone
from editor.editing.gestures import Gesture
from editor.editing.session import Session
from editor.editing.typing import TypeAcross
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.reading import SetBlock, set_blocks
from editor.model.structure import Joint, Role
from tests.laws.obedience import disobeyed
from tests.laws.test_readings import opened

Act = Gesture | Callable[[Session], Gesture]


def blocks(session: Session) -> list[SetBlock]:
    return [b for a in session.reading.articles for b in set_blocks(a, captions=True)]


def deleted_across(first: int, last: int, end: int = 0) -> Callable[[Session], Gesture]:
    """All text from the start of one set block to `end` of another, deleted."""

    def act(session: Session) -> Gesture:
        texts = tuple(b.text for b in blocks(session)[first : last + 1])
        return TypeAcross(texts, 0, end, "")

    return act


DATELINED = "本报讯 记者王小文 近日"
CASES: dict[str, tuple[str, Sequence[Act]]] = {
    "an article that starts with a crosshead, a heading behind it": (
        DATELINED,
        (
            MarkDone(0),
            g.SetRole((Span(0, 1),), Role.CROSSHEAD),
            g.AssignHeading(Span(1, 2), None),
        ),
    ),
    "a heading sent to the tray whose first character was deleted with the line before": (
        "春风春风\n" + DATELINED,
        (
            g.AssignHeading(Span(2, 3), None),
            deleted_across(0, 1),
            g.AssignHeading(Span(1, 3), None),
        ),
    ),
    "a decided dateline behind a deleted paragraph, in the middle of a text": (
        "春风。\n" + DATELINED,
        (g.SetRole((Span(0, 6),), Role.DATELINE), deleted_across(0, 1), g.Split(1)),
    ),
    "text with a decided dateline in it, run on from what was deleted": (
        "东江日报讯 \n春风春风\n春风春风春风春风春风春风\n春风。\n春风\n春风",
        (g.SetRole((Span(30, 31),), Role.DATELINE), deleted_across(0, 1)),
    ),
    "a paragraph deleted together with the end of its dateline": (
        "\n".join([DATELINED] * 2 + ["东江日报讯 "] + [DATELINED] * 4),
        (g.Split(67), deleted_across(0, 1, 41)),
    ),
    "text that runs on behind furniture, with no text before it": (
        "本报记者 王小文\n学校举行座谈。 王小文\n第3版\n" + DATELINED + "\n学校举行座谈。 王小文",
        (g.SetJoint(25, Joint.GLUE), g.Split(0), g.SetJoint(9, Joint.GLUE)),
    ),
    "a subhead run on from text that was not decided": (
        "本报记者 王小文\n本报记者 王小文",
        (g.SetRole((Span(10, 11),), Role.SUBHEAD), g.SetJoint(10, Joint.GLUE)),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_decided_is_read(name: str) -> None:
    raw, acts = CASES[name]
    session = opened(raw)
    for act in acts:
        session.do(act(session) if callable(act) else act)
        page = session.page
        assert violations(page.source, page.decisions, session.reading) == []
        assert disobeyed(page.source, page.decisions, session.reading) == []
