"""The queue of doubts: which one comes next, in the order of the page."""

from __future__ import annotations

from editor.model.reading import Reading
from editor.model.verdict import Doubt


def ordered(reading: Reading) -> tuple[Doubt, ...]:
    """All doubts as they come on the page."""
    return tuple(sorted(reading.doubts, key=lambda doubt: (doubt.span.start, doubt.key)))


def number_of(reading: Reading, key: str) -> int:
    """The place of a doubt in the queue, from 1; 0 where it is not asked any more."""
    keys = [doubt.key for doubt in ordered(reading)]
    return keys.index(key) + 1 if key in keys else 0


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
