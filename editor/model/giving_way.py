"""Long work that nobody waits for, beside a window: a millisecond at a time, when it may.

A thread that computes takes the interpreter from the window's at each of its calls. So such work
says `pause()` often, and knows nothing of who wants a turn; who starts it says what a pause is, for
that thread. Elsewhere a pause costs next to nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")

SLICE = 0.001
"""Seconds of work between two pauses, where nobody waits for it."""


class _Here(threading.local):
    rest: Callable[[], None] | None = None
    slice = SLICE
    until = 0.0


_here = _Here()


@contextmanager
def giving_way(rest: Callable[[], None], slice: float = SLICE) -> Iterator[None]:
    """Pauses inside, of this thread, are `rest`: it waits, or raises where the work is to end.

    `slice`: seconds of work between two pauses that are made.
    """
    before = _here.rest, _here.slice
    _here.rest, _here.slice, _here.until = rest, slice, 0.0
    try:
        yield
    finally:
        _here.rest, _here.slice = before


def pause() -> None:
    """Somebody else may have a turn here, and the work may end."""
    rest = _here.rest
    if rest is not None and perf_counter() >= _here.until:
        rest()
        _here.until = perf_counter() + _here.slice


def paused(values: Iterable[T]) -> Iterator[T]:
    """The values, with a pause before each; the bare values where nobody is given way to."""
    return iter(values) if _here.rest is None else _paused(values)


def _paused(values: Iterable[T]) -> Iterator[T]:
    for value in values:
        pause()
        yield value
