"""Where a long page is cut for the decode: sections of at most two thousand lines.

The lattice of a section is decided by itself, its edges as a page's own, so that time and memory
grow as the text does. A cut lies at the most certain place that the later part of a section
offers: the raw page alone tells where, so that a cut never moves. A page of fewer lines is one
section.
"""

from __future__ import annotations

from editor.analysis.evidence.view import View
from editor.model.giving_way import pause

MOST = 2000
"""Lines of a section at most."""
LEAST = 1500
"""Lines after which a place is good enough to be looked at."""


def sections(view: View) -> list[tuple[int, int]]:
    """The sections of a page: first line, and the line behind the last."""
    found: list[tuple[int, int]] = []
    first, count = 0, len(view.lines)
    while count - first > MOST:
        places = range(first + LEAST, first + MOST + 1)
        last = max(places, key=lambda at: (_sure(view, at), at))
        found.append((first, last))
        first = last
    found.append((first, count))
    return found


def _sure(view: View, at: int) -> int:
    """How surely something new begins at a line."""
    pause()
    line, before = view.lines[at], view.lines[at - 1]
    blank = line.blanks - view.habits.common_blank
    stopped = before.text[-1] in "。！？!?.”’」』"
    return (
        8 * line.feed
        + 4 * (blank > 1)
        + 2 * (blank > 0)
        + 4 * (view.dateline(at) is not None)
        + 3 * (view.tail(at - 1) is not None)
        + stopped
    )
