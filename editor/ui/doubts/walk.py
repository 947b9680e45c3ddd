"""The queue of doubts: which one comes next, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence

from editor.model.reading import Reading
from editor.model.verdict import Doubt


class _Queue:
    """The doubts of one reading in the order of the page, and their places by their keys."""

    def __init__(self, asked: Sequence[Doubt]) -> None:
        self.asked = asked
        keyed = sorted((doubt.span.start, doubt.key, at) for at, doubt in enumerate(asked))
        self.ordered = tuple(asked[at] for _, _, at in keyed)
        self.number = {key: number for number, (_, key, _) in enumerate(keyed, 1)}


_last = _Queue(())


def _queue(reading: Reading) -> _Queue:
    """The queue of a reading: the one of the last is kept, it is asked for again and again."""
    global _last
    if _last.asked is not reading.doubts:
        _last = _Queue(reading.doubts)
    return _last


def ordered(reading: Reading) -> tuple[Doubt, ...]:
    """All doubts as they come on the page."""
    return _queue(reading).ordered


def number_of(reading: Reading, key: str) -> int:
    """The place of a doubt in the queue, from 1; 0 where it is not asked any more."""
    return _queue(reading).number.get(key, 0)


def reading_place(reading: Reading, raw_at: int) -> int:
    """Where a place is read: a heading is read before its article, wherever it is printed."""
    for span, verdict in reading.headings:
        if raw_at in span and isinstance(verdict.value, int):
            return min(raw_at, verdict.value)
    return raw_at


def next_after(reading: Reading, raw_at: int, key: str, step: int) -> Doubt | None:
    """The doubt after (`step` 1) or before (-1) a doubt or a place; round at the page's ends."""
    queue = ordered(reading)
    if not queue:
        return None
    at = number_of(reading, key)
    if at:
        return queue[(at - 1 + step) % len(queue)]
    if step > 0:
        return next((doubt for doubt in queue if doubt.span.start >= raw_at), queue[0])
    return next((doubt for doubt in reversed(queue) if doubt.span.start < raw_at), queue[-1])
