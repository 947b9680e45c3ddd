"""The English model: what is seen at a line of English print, in which shapes, at what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.analysis.chinese import CHINESE
from editor.analysis.habits import PageHabits, page_habits
from editor.analysis.lines import Line


def _habits(lines: Sequence[Line]) -> PageHabits:
    return replace(page_habits(lines), script="en")


ENGLISH = replace(CHINESE, name="en", spaced=True, habits=_habits)
