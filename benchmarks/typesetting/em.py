"""What a line is made of: units that are never cut, how wide they are, and where a line may end.

Rules after GB/T 15834: no line starts with a closing mark or ends with an opening one; —— and
…… stand whole. Half-width runs take half an em a character and are set off from Chinese by a
quarter. Neighbouring marks are set close.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

OPENING = frozenset("（《〈「『“‘【")
CLOSING = frozenset("，。、；：？！）》〉」』”’】")
HANGING = frozenset("，。、")
"""Marks that may hang past the measure."""

THIN = 0.25
"""Em between Chinese and a half-width run; extraction prints it as a space."""

_UNIT = re.compile(r"[!-~]+|—+|…+|\s+|.", re.S)


class Policy(Enum):
    """What is done where the break that fits is not allowed."""

    SQUEEZE = "squeeze"
    """Marks of the line are narrowed so that a closing mark still fits; else as `PUSH`."""
    PUSH = "push"
    """The line ends earlier, at the last break that is allowed."""
    HANG = "hang"
    """A comma or stop may stand outside the measure; else as `PUSH`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column width in em that holds for `lines` lines, or (None) to the article's end."""

    em: float
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class Spacing:
    """What stands between units: em between Chinese and half-width, and marks set close or not."""

    thin: float = THIN
    close: bool = True


PLAIN = Spacing()


def units(text: str) -> list[str]:
    """`text` as units that no line end cuts; a run of white space is a unit of its own."""
    return _UNIT.findall(text)


def is_half(unit: str) -> bool:
    """Whether a unit is a half-width run (figures, Latin letters)."""
    return "!" <= unit[0] <= "~"


def is_mark(unit: str) -> bool:
    """Whether a unit is a full-width mark that may be narrowed to half an em."""
    return unit in OPENING or unit in CLOSING


def may_break(left: str, right: str) -> bool:
    """Whether a line may end between two neighbouring units."""
    return left not in OPENING and right not in CLOSING


def thin_between(left: str, right: str) -> bool:
    """Whether a thin space stands between two units: one Chinese, one half-width, no mark."""
    if left.isspace() or right.isspace() or is_mark(left) or is_mark(right):
        return False
    return is_half(left) != is_half(right)


def widths(line: list[str], spacing: Spacing = PLAIN) -> tuple[float, float]:
    """Width of a line's units in em: (all marks narrowed, as set).

    A printed space is a thin one beside a half-width run, else a full em.
    """
    low = high = 0.0
    for at, unit in enumerate(line):
        follower = line[at + 1] if at + 1 < len(line) else ""
        if is_half(unit):
            low += len(unit) / 2
            high += len(unit) / 2
        elif unit.isspace():
            beside = is_half(line[at - 1]) if at else True
            gap = spacing.thin if beside or (follower and is_half(follower)) else 1
            low += gap
            high += gap
        elif is_mark(unit):
            # Close-set: of two marks that meet, the inner halves go.
            close = spacing.close and bool(follower) and is_mark(follower)
            low += 0.5
            high += 0.5 if close else 1
        else:
            low += len(unit)
            high += len(unit)
        if follower and thin_between(unit, follower):
            low += spacing.thin
            high += spacing.thin
    return low, high
