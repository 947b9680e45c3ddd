"""What a reading asks, in the orders in which it is looked for: by place, by key, one by one.

Found once for each sequence of doubts: a letter leaves them as they are, and many readings have
the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from editor.model.places import Span
from editor.model.sequences import alike
from editor.model.verdict import Doubt

KEPT = 4
"""Sequences of doubts of which this is kept: those of windows that are worked in by turns."""


class Asked:
    """Doubts of one page."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        """Sort them by place."""
        self.doubts = doubts
        every = list(doubts)
        order = sorted((doubt.span.start, at) for at, doubt in enumerate(every))
        self._starts = [start for start, _ in order]
        self._held = [every[at] for _, at in order]
        self._longest = max((d.span.end - d.span.start for d in self._held), default=0)

    def within(self, span: Span) -> list[Doubt]:
        """Those that point at something in `span`, in raw order; at empty places there too."""
        first = bisect_left(self._starts, span.start - max(1, self._longest))
        last = bisect_left(self._starts, span.end, lo=first)
        return [d for d in self._held[first:last] if max(d.span.end, d.span.start + 1) > span.start]

    @cached_property
    def _by_key(self) -> tuple[tuple[Doubt, ...], dict[str, int]]:
        keyed = sorted((d.span.start, d.key, at) for at, d in enumerate(self._held))
        queue = tuple(self._held[at] for _, _, at in keyed)
        return queue, {key: number for number, (_, key, _) in enumerate(keyed, 1)}

    @property
    def queue(self) -> tuple[Doubt, ...]:
        """All as they come on the page."""
        return self._by_key[0]

    def number_of(self, key: str) -> int:
        """The place of a doubt in the queue, from 1; 0 where it is not asked."""
        return self._by_key[1].get(key, 0)

    def before(self, raw_at: int) -> int:
        """How many of the queue begin before a place."""
        return bisect_left(self._starts, raw_at)


_kept: list[Asked] = []


def asked(doubts: Sequence[Doubt]) -> Asked:
    """What is known of these very doubts. May be called in any thread."""
    global _kept
    for known in _kept:
        if alike(known.doubts, doubts):
            known.doubts = doubts
            return known
    found = Asked(doubts)
    _kept = [found, *_kept[: KEPT - 1]]
    return found
