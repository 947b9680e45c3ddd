"""A paragraph broken into lines: greedy, as columns are set, under one policy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from benchmarks.typesetting.em import (
    HANGING,
    PLAIN,
    Measure,
    Policy,
    Spacing,
    is_half,
    may_break,
    thin_between,
    units,
    widths,
)


def set_paragraph(
    text: str, measure_of: Callable[[int], float], policy: Policy, indent: float = 2
) -> list[str]:
    """The printed lines of `text`, without the indent that its first line was set with.

    `measure_of(n)` is the width in em of the n-th line, from 0. `ValueError` if a line is too
    narrow for what may not be cut.
    """
    rest = units(text.strip())
    lines: list[str] = []
    while rest:
        room = measure_of(len(lines)) - (0 if lines else indent)
        count = fill(rest, room, policy)
        if not count:
            raise ValueError(f"{rest[0]!r} does not fit a line of {room:g} em")
        lines.append(printed(rest[:count]))
        rest = rest[count:]
        while rest and rest[0].isspace():
            del rest[0]
    return lines


def fill(line: list[str], room: float, policy: Policy, spacing: Spacing = PLAIN) -> int:
    """How many of the units stand on a line of `room` em; 0 if none can."""
    few = range(1, min(len(line), 2 * int(max(room, 0)) + 2) + 1)  # half-width marks at least
    fitting = bisect_right(few, room, key=lambda count: widths(line[:count], spacing)[1])
    if fitting == len(line):
        return fitting
    if policy is Policy.HANG and line[fitting] in HANGING and _ends(line, fitting + 1):
        return fitting + 1
    if policy is Policy.SQUEEZE and not _ends(line, fitting):
        # What the break rules forbid may be drawn in, never more than they ask for.
        drawn = fitting + 1
        while drawn < len(line) and not _ends(line, drawn):
            drawn += 1
        if widths(line[:drawn], spacing)[0] <= room:
            return drawn
    while fitting and not _ends(line, fitting):
        fitting -= 1
    return fitting


def _ends(line: list[str], at: int) -> bool:
    return at == len(line) or may_break(line[at - 1], line[at]) if at else False


def printed(line: Iterable[str]) -> str:
    """Units as extraction prints them: a thin space becomes a space, none at the line's ends."""
    text, before = "", ""
    for unit in line:
        if before and thin_between(before, unit):
            text += " "
        text += unit
        before = unit
    return text.strip()


def joined(lines: Iterable[str]) -> str:
    """Lines put together again: nothing between Chinese, a space between two Latin words."""
    text = ""
    for line in lines:
        if text and is_half(text[-1]) and is_half(line[0]):
            text += " "
        text += line
    return text


def measures(columns: Iterable[Measure]) -> Callable[[int], float]:
    """The width of the n-th line under columns that follow one another."""
    runs = tuple(columns)

    def of(line: int) -> float:
        for run in runs:
            if run.lines is None or line < run.lines:
                return run.em
            line -= run.lines
        return runs[-1].em

    return of
