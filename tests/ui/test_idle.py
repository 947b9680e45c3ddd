"""What gives way goes on only while the window has nothing to do, and ends when nobody wants it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.model import giving_way
from editor.model.waiting import CancelledError, Watch
from editor.ui import idle
from editor.ui.background import Background
from editor.ui.idle import Hurry


@pytest.fixture
def beside(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Background]:
    """Threads whose every pause is made."""
    monkeypatch.setattr(idle.Hurry, "slice", 0.0)
    made = Background()
    yield made
    made.close()


class Work:
    """Steps that are counted, with a pause before each."""

    def __init__(self, steps: int = 1_000_000) -> None:
        self.steps, self.done, self.begun = steps, 0, False
        self.answers: list[object] = []

    def __call__(self) -> int:
        self.begun = True
        for _ in range(self.steps):
            giving_way.pause()
            self.done += 1
        return self.done


def _begin(beside: Background, work: Work, **how: object) -> None:
    beside.run(work, work.answers.append, work.answers.append, **how)  # type: ignore[arg-type]
    end = time.monotonic() + 5
    while not work.begun and time.monotonic() < end:
        time.sleep(0.001)  # the window is busy: not one event is handled
    assert work.begun


def test_nothing_goes_on_while_the_window_is_busy(beside: Background, qtbot: QtBot) -> None:
    work = Work()
    _begin(beside, work, hurry=Hurry.IDLE)
    time.sleep(0.05)
    assert work.done == 0
    qtbot.waitUntil(lambda: work.done > 20)
    before = work.done
    time.sleep(0.05)
    assert work.done <= before + 1, "one step was allowed already"


def test_work_is_done_in_the_end(beside: Background, qtbot: QtBot) -> None:
    work = Work(steps=50)
    _begin(beside, work, hurry=Hurry.IDLE)
    qtbot.waitUntil(lambda: work.answers == [50])


def test_what_was_asked_of_the_window_before_is_done_before(
    beside: Background, qtbot: QtBot
) -> None:
    work, seen = Work(), []
    _begin(beside, work, hurry=Hurry.IDLE)
    other = Background()
    for _ in range(5):
        other.run(lambda: None, lambda _: seen.append(work.done), lambda _: None)
    time.sleep(0.05)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen[0] <= 1, "answers that wait come before any step"


def test_what_nobody_waits_for_rests_until_the_rest_is_done(
    beside: Background, qtbot: QtBot
) -> None:
    work, wanted, other = Work(), Work(steps=50), Work(steps=100)
    _begin(beside, wanted, hurry=Hurry.SOON)
    _begin(beside, other, hurry=Hurry.SOON)
    _begin(beside, work, hurry=Hurry.IDLE)
    seen: list[int] = []
    beside.run(lambda: None, lambda _: seen.append(work.done), lambda _: None)
    qtbot.waitUntil(lambda: bool(wanted.answers) and bool(other.answers) and bool(seen))
    assert (wanted.answers, other.answers) == ([50], [100])
    assert seen == [0]
    qtbot.waitUntil(lambda: work.done > 20)


def test_what_is_cancelled_ends_at_its_next_pause(beside: Background, qtbot: QtBot) -> None:
    work, watch = Work(), Watch()
    _begin(beside, work, hurry=Hurry.IDLE, watch=watch)
    qtbot.waitUntil(lambda: work.done > 20)
    watch.cancel()
    qtbot.waitUntil(lambda: bool(work.answers))
    assert isinstance(work.answers[0], CancelledError)
    done = work.done
    qtbot.wait(20)
    assert work.done == done


def test_a_window_that_goes_ends_what_gave_way_to_it(beside: Background, qtbot: QtBot) -> None:
    work = Work()
    _begin(beside, work, hurry=Hurry.IDLE)
    beside.close()
    qtbot.wait(20)
    assert work.done <= 1 and not work.answers


def test_what_somebody_waits_for_goes_on_where_the_window_waits_for_it(
    beside: Background,
) -> None:
    work = Work(steps=50)
    _begin(beside, work, hurry=Hurry.SOON, writes=True)
    beside.close()  # it waits for what is being written, and handles no event
    assert work.done == 50


def test_what_is_in_all_hurry_asks_nobody(beside: Background) -> None:
    work = Work(steps=50)
    _begin(beside, work, hurry=Hurry.NOW)
    end = time.monotonic() + 5
    while work.done < 50 and time.monotonic() < end:
        time.sleep(0.001)
    assert work.done == 50
