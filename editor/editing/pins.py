"""Pinning the page's style: an edit of the whole page's reading, told before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from editor.model import consistent
from editor.model.decisions import Decisions, Habit, Mark
from editor.model.project import Page
from editor.model.reading import Reading


@dataclass(frozen=True, slots=True)
class PinStyle:
    """These habits are as a person says (None: as the page is read)."""

    pins: tuple[tuple[Habit, str | None], ...]
    name: str = "pin"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write them down. Raises `ValueError` for a value that a habit cannot have."""
        decisions = page.decisions
        for habit, value in self.pins:
            decisions = consistent.with_pin(decisions, habit, value, mark)
        return decisions


def otherwise(before: Reading, after: Reading) -> int:
    """How many printed lines read otherwise: they join, are or belong differently."""

    def told(reading: Reading) -> dict[int, tuple[object, ...]]:
        found: dict[int, tuple[object, ...]] = {
            at: (verdict.value,) for at, verdict in reading.joints
        }
        parts = (*reading.roles, *reading.headings)
        for span, verdict in parts:
            found[span.start] = (*found.get(span.start, ()), verdict.value)
        return found

    left, right = told(before), told(after)
    return sum(left.get(at) != right.get(at) for at in left.keys() | right.keys())
