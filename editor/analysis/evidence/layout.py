"""What blank space says, relative to what the page does everywhere."""

from __future__ import annotations

from editor.analysis.evidence.view import Found, View
from editor.analysis.habits import far_from_full


def blanks(view: View, at: int) -> Found:
    """Blank lines before this line, weighed by how this page uses them."""
    line = view.lines[at]
    if at == 0 or not line.head:
        return []
    yes, no = view.habits.blank_odds
    more = line.blanks - view.habits.common_blank
    found: Found = [("blank.habit", yes if more > 0 else no)]
    if more > 0:
        found.append(("blank.extra", 1.0))
        if more > 1:
            found.append(("blank.many", 1.0))
    elif more < 0:
        found.append(("blank.missing", 1.0))
    return found


def indents(view: View, at: int) -> Found:
    """The kept indent before this line, weighed by how this page keeps indents."""
    line = view.lines[at]
    if not line.head:
        return []
    yes, no = view.habits.indent_odds
    more = line.indent - view.habits.indent_base
    found: Found = []
    if 0.9 <= more <= 4.1:
        found.append(("indent.habit", yes))
        if more >= 1.4 or yes > 1.0:
            found.append(("indent.two", 1.0))
    else:
        found.append(("indent.habit", no))
        if more > 4.1:
            found.append(("indent.deep", 1.0))
    return found


def paragraphs(view: View, at: int) -> Found:
    """The line is wider than any column: the text came with a paragraph a line."""
    return [("line.unbroken", 1.0)] if view.lines[at].unbroken else []


def shorts(view: View, at: int) -> Found:
    """A line far from any column's width: running text stops there, unless lines are torn here."""
    line = view.lines[at]
    if not (line.head and line.tail) or not far_from_full(line, view.habits):
        return []
    return [("width.short", max(0.0, 1.0 - 5.0 * view.habits.torn))]


def joins(view: View, at: int) -> Found:
    """A form feed before the line: a page of the file began here."""
    return [("feed", 1.0)] if view.lines[at].feed else []
