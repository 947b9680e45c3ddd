"""What was looked at ahead is not looked at again, and what is read is the same."""

from __future__ import annotations

from typing import Any

import pytest

from editor.analysis import regions, settling, windows
from editor.analysis.base import Stretch
from editor.analysis.evidence.view import View
from editor.editing.answers import MarkDone
from editor.editing.gestures import Gesture, Split
from editor.editing.session import Session
from editor.model.project import Page, Project
from editor.model.source import Source
from tests.gold import sample


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines from which on evidence was looked at."""
    found: list[int] = []
    look = windows.stretch_of

    def watched(view: View, first: int, last: int) -> Stretch:
        found.append(first)
        return look(view, first, last)

    monkeypatch.setattr(windows, "stretch_of", watched)
    return found


def opened(number: int) -> Session:
    text = sample().raw + f"\n第{number}版\n"  # a page that nobody read yet
    session = Session(Project((Page("p1", Source(text)),)), who="desk")
    assert session.reading.articles
    return session


@pytest.mark.parametrize("gesture", ["split", "done"])
def test_nothing_is_left_to_look_at(gesture: str, asked: list[int]) -> None:
    ahead = opened(1)
    article = ahead.reading.articles[1]
    at = article.blocks[0].text.span.start + 5
    does: Gesture = Split(at) if gesture == "split" else MarkDone(at)
    ahead.look_ahead(does)
    assert asked
    assert not ahead.history.steps
    asked.clear()
    assert ahead.do(does)
    assert not asked
    settling.forget()
    alone = opened(1)
    assert alone.do(does)
    assert ahead.reading == alone.reading


def test_what_was_read_ahead_is_not_decided_again(monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(3)
    at = session.reading.articles[1].blocks[0].text.span.start + 5
    for gesture in (Split(at), MarkDone(at)):
        session.look_ahead(gesture)
    decided: list[int] = []
    decide = regions.decide

    def watched(*asked: Any) -> Any:
        decided.append(asked[-1])
        return decide(*asked)

    monkeypatch.setattr(regions, "decide", watched)
    session.do(MarkDone(at))
    session.undo()
    session.do(Split(at))
    assert not decided
    session.do(Split(at + 4))
    assert decided


def test_little_is_kept_of_what_was_read_ahead() -> None:
    session = opened(4)
    for block in session.reading.articles[1].blocks:
        for step in range(2, 20, 3):
            session.look_ahead(Split(block.text.span.start + step))
    kept = settling.known_base(session.page.source, session.project.style, ())
    assert kept is not None and len(kept.plain.ahead) == regions.AHEAD


def test_a_page_that_was_not_read_is_not_read_for_it(asked: list[int]) -> None:
    session = opened(2)
    at = session.reading.articles[0].blocks[0].text.span.start + 5
    settling.forget()
    session.look_ahead(Split(at))
    assert not asked
