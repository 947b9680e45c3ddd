"""The queue of doubts: which one comes next, in the order of the page."""

from __future__ import annotations

from bisect import bisect_right

from editor.model.asked import asked
from editor.model.reading import Reading
from editor.model.verdict import Doubt


def ordered(reading: Reading) -> tuple[Doubt, ...]:
    """All doubts as they come on the page."""
    return asked(reading.doubts).queue


def number_of(reading: Reading, key: str) -> int:
    """The place of a doubt in the queue, from 1; 0 where it is not asked any more."""
    return asked(reading.doubts).number_of(key)


def reading_place(reading: Reading, raw_at: int) -> int:
    """Where a place is read: a heading is read before its article, wherever it is printed."""
    near = bisect_right(reading.headings, raw_at, key=lambda entry: entry[0].start) - 1
    if near >= 0:
        span, verdict = reading.headings[near]
        if raw_at in span and isinstance(verdict.value, int):
            return min(raw_at, verdict.value)
    return raw_at


def next_after(reading: Reading, raw_at: int, key: str, step: int) -> Doubt | None:
    """The doubt after (`step` 1) or before (-1) a doubt or a place; round at the page's ends."""
    held = asked(reading.doubts)
    queue, number = held.queue, held.number_of(key)
    if not queue:
        return None
    if number:
        return queue[(number - 1 + step) % len(queue)]
    return queue[(held.before(raw_at) - (step < 0)) % len(queue)]
