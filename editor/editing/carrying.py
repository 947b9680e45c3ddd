"""Decisions of one text carried over to another: each to the place of its own characters.

What cannot be carried is given back, never dropped unseen: a patch whose characters are no more,
a role of text that is gone, two decisions that now speak of one place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Any

from editor.editing.alignment import aligned
from editor.model.decisions import FIELDS, Decisions, Move, Patch, with_entries
from editor.model.places import Span
from editor.model.source import Source

NEAR = 4
"""Printed characters that a joint may lie beside its own, where that one is gone."""
BODY = 60
"""Printed characters within which any character of a body stands for its article."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision that was not carried: its kind, itself, and where it stood in the old text."""

    kind: str
    entry: Any
    raw_at: int


@dataclass(frozen=True)
class Carried:
    """Decisions about the new text, and what could not be carried."""

    decisions: Decisions
    lost: tuple[Lost, ...] = ()


def carried(
    decisions: Decisions, old: Source, new: Source, to: dict[int, int] | None = None
) -> Carried:
    """All of `decisions` about `old` that have a place in `new`.

    `to`: which printed character of `old` is which of `new`, rising, where that is known.
    """
    if old.text == new.text:
        return Carried(decisions)
    places, made, lost = Places(old, new, to), Decisions(), []
    for kind in FIELDS:
        entries: list[Any] = []
        taken: set[Any] = set()
        for entry in getattr(decisions, kind):
            found = _moved(entry, places)
            name = _name(kind, found)
            if found is _NEEDLESS:
                continue
            if found is None or (kind != "moves" and name in taken):
                lost.append(Lost(kind, entry, _place(entry)))
                continue
            taken.add(name)
            entries.append(found)
        made = with_entries(made, kind, entries)
    return Carried(made, tuple(sorted(lost, key=lambda one: one.raw_at)))


_NEEDLESS = object()
"""The new text says already what was decided of the old one."""


class Places:
    """Where places of an old text are in a new one."""

    def __init__(self, old: Source, new: Source, to: dict[int, int] | None = None) -> None:
        self.old, self.new = old, new
        self._to = aligned(old.text, new.text) if to is None else to
        self._from = sorted(self._to)
        self._ink = [at for at, mark in enumerate(old.text) if not mark.isspace()]

    def character(self, raw_at: int, near: int = 0) -> int | None:
        """The character at `raw_at`, or one of `near` printed ones behind it, then before it."""
        found = self._to.get(raw_at)
        if found is not None or not near:
            return found
        index = bisect_left(self._from, raw_at)
        for other in (index, index - 1):
            if 0 <= other < len(self._from):
                there = self._from[other]
                low, high = sorted((raw_at, there))
                if bisect_left(self._ink, high) - bisect_left(self._ink, low) <= near:
                    return self._to[there]
        return None

    def span(self, span: Span) -> Span | None:
        """The stretch that holds the span's characters, where half of them are there."""
        low, high = bisect_left(self._from, span.start), bisect_left(self._from, span.end)
        ink = bisect_left(self._ink, span.end) - bisect_left(self._ink, span.start)
        if low == high or 2 * (high - low) < ink:
            return None
        return Span(self._to[self._from[low]], self._to[self._from[high - 1]] + 1)

    def exact(self, span: Span) -> Span | None:
        """The span, where as many characters stand between the same neighbours."""
        start, end = self._edge(span.start, before=span.start == span.end), 0
        if span.start == span.end:
            return Span(start, start) if start is not None else None
        last = self._edge(span.end, before=True)
        if start is None or last is None or last < start:
            return None
        end = last
        ink = self.old.text[span.start : span.end], self.new.text[start:end]
        counts = [sum(not mark.isspace() for mark in text) for text in ink]
        return Span(start, end) if counts[0] == counts[1] else None

    def _edge(self, raw_at: int, *, before: bool) -> int | None:
        """The place between two characters: right behind the one before, or before the next."""
        if raw_at == 0:
            return 0
        sides = (self._behind(raw_at), self._ahead(raw_at))
        first, second = sides if before else sides[::-1]
        return first if first is not None else second

    def _behind(self, raw_at: int) -> int | None:
        index = bisect_left(self._ink, raw_at) - 1
        if index < 0 or (there := self._to.get(self._ink[index])) is None:
            return None
        gap = self.old.text[self._ink[index] + 1 : raw_at]
        return there + 1 + len(gap) if self.new.text.startswith(gap, there + 1) else None

    def _ahead(self, raw_at: int) -> int | None:
        index = bisect_left(self._ink, raw_at)
        if index == len(self._ink) or (there := self._to.get(self._ink[index])) is None:
            return None
        gap = self.old.text[raw_at : self._ink[index]]
        return there - len(gap) if self.new.text.endswith(gap, 0, there) else None

    def target(self, raw_at: int) -> int | None:
        """Where something is read: before a character, or at the page's end."""
        if bisect_right(self._ink, raw_at - 1) == len(self._ink):
            return len(self.new.text)
        return self.character(self._ink[bisect_left(self._ink, raw_at)], BODY)


def _moved(entry: Any, places: Places) -> Any:
    """An entry at its new place; None where it has none."""
    if isinstance(entry, Patch):
        exact = places.exact(entry.span)
        if exact is None:
            return None
        if places.new.text[exact.start : exact.end] == entry.text:
            return _NEEDLESS
        return replace(entry, span=exact)
    if isinstance(entry, Move):
        span, to = places.span(entry.span), places.target(entry.to)
        if span is None or to is None or span.start <= to <= span.end:
            return None
        return replace(entry, span=span, to=to)
    changed: dict[str, Any] = {}
    if hasattr(entry, "raw_at"):
        changed["raw_at"] = places.character(entry.raw_at, NEAR)
    if hasattr(entry, "span"):
        changed["span"] = places.span(entry.span)
    if getattr(entry, "article", None) is not None:
        changed["article"] = places.target(entry.article)
    if hasattr(entry, "doubt"):
        changed["doubt"] = _doubt(entry.doubt, places)
    if None in changed.values():
        return None
    return replace(entry, **changed)


_PLACES = re.compile(r"(\d+)(?:-(\d+))?")


def _doubt(key: str, places: Places) -> str | None:
    """A doubt's key with its places and spans, where they are still there."""
    gone = False

    def put(match: re.Match[str]) -> str:
        nonlocal gone
        start, end = int(match[1]), match[2]
        found: Span | int | None
        if end is None:
            found = places.character(start, NEAR)
        else:
            found = places.span(Span(start, max(start, int(end))))
        gone = gone or found is None
        return f"{found.start}-{found.end}" if isinstance(found, Span) else str(found)

    again = _PLACES.sub(put, key)
    return None if gone else again


def _name(kind: str, entry: Any) -> Any:
    """What two entries of a kind may not share."""
    for name in ("raw_at", "doubt", "habit"):
        if hasattr(entry, name):
            return getattr(entry, name)
    if kind in ("roles", "headings", "patches"):
        return getattr(entry, "span", None)
    return tuple(getattr(entry, name, None) for name in ("article", "role", "span", "check"))


def _place(entry: Any) -> int:
    span = getattr(entry, "span", None)
    if isinstance(span, Span):
        return span.start
    if hasattr(entry, "doubt"):
        first = _PLACES.search(entry.doubt)
        return int(first[1]) if first else 0
    return int(getattr(entry, "raw_at", getattr(entry, "article", 0)) or 0)
