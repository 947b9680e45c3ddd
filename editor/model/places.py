"""Places in raw text: spans, and maps from spans to values that never overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of raw text, `start <= end`, in `raw_at`. Empty where both are equal."""

    start: int
    end: int

    def __contains__(self, raw_at: object) -> bool:
        """Whether the character at `raw_at` lies inside."""
        return isinstance(raw_at, int) and self.start <= raw_at < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Whether the two overlap or lie end to end."""
        return self.start <= other.end and other.start <= self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def minus(self, other: Span) -> list[Span]:
        """What is left of this span without the other: none, one or two pieces."""
        left = Span(self.start, min(self.end, other.start))
        right = Span(max(self.start, other.end), self.end)
        return [piece for piece in (left, right) if piece.start < piece.end]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position on a page: before the character at `raw_at`, or inside text typed there.

    `page` is the page's key. `into` counts code points inside the text that a patch put at
    `raw_at`, so that typed text has places too; 0 is before all of it.
    """

    page: str
    raw_at: int
    into: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked at: a span of a page, and the view that looks (`initiator`)."""

    page: str
    span: Span
    initiator: str = ""
