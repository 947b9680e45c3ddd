"""Habits of a page that a person pinned, in place of what the raw page alone would say.

Only habits that the decision over the lines looks at can be pinned: the measures, what a blank
line means, and where headlines stand (`analysis.assign` takes that one).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor.analysis.habits import PageHabits
from editor.model.decisions import Habit, Pin

BLANK_MEANS = (2.2, -1.6)
"""Log-odds of a start with a blank line before it, and without one, where blanks mean one."""


def value_of(pins: Iterable[Pin], habit: Habit) -> str:
    """What is pinned of a habit; empty where nothing is."""
    return next((pin.value for pin in pins if pin.habit is habit), "")


def pinned(habits: PageHabits, pins: Iterable[Pin]) -> PageHabits:
    """The habits with what is pinned."""
    for pin in pins:
        if pin.habit is Habit.MEASURES:
            measures = pin.measures
            share = 1.0 / len(measures)
            habits = replace(habits, measures=measures, popularity=(share,) * len(measures))
        elif pin.habit is Habit.BLANK_LINES:
            odds = BLANK_MEANS if pin.value == "paragraph" else (0.0, 0.0)
            habits = replace(habits, blank_odds=odds)
    return habits
