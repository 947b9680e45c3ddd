"""Work that gives way pauses where it says so, ends where it is to end, and elsewhere just runs."""

from __future__ import annotations

import threading

import pytest

from editor.model import giving_way
from editor.model.giving_way import pause, paused


class _EndError(Exception):
    pass


def _end() -> None:
    raise _EndError


def test_without_anybody_to_give_way_to_nothing_waits() -> None:
    pause()
    assert list(paused("春风")) == ["春", "风"]


def test_a_pause_comes_when_its_slice_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    rests: list[float] = []
    monkeypatch.setattr(giving_way, "perf_counter", lambda: now)
    with giving_way.giving_way(lambda: rests.append(now)):
        for step in range(10):
            now = step * giving_way.SLICE / 4
            pause()
    assert rests == [giving_way.SLICE * step for step in range(3)], "at first, after each slice"
    pause()
    assert len(rests) == 3, "outside nobody is given way to"


def test_what_is_to_end_ends_at_its_next_pause() -> None:
    seen: list[str] = []
    with pytest.raises(_EndError), giving_way.giving_way(_end):
        seen.extend(paused("春风"))
    assert not seen
    pause()


def test_another_thread_gives_way_to_nobody() -> None:
    done: list[str] = []
    with giving_way.giving_way(_end):
        other = threading.Thread(target=lambda: done.extend(paused("春风")))
        other.start()
        other.join()
    assert done == ["春", "风"]
