"""Datelines, bylines on lines of their own, and bylines glued behind a last paragraph."""

from __future__ import annotations

from editor.analysis.evidence.names import Names, rostered
from editor.analysis.evidence.view import Found, View
from editor.analysis.metrics import is_han


def datelines(view: View, at: int) -> Found:
    """The line begins with a dateline, is nothing but one, or stands inside one."""
    line = view.lines[at]
    found: Found = []
    if line.head or at == 0:
        here = view.dateline(at)
        if here is not None:
            found.append(("dateline", 1.0))
            if here.end == len(line.shape):
                found.append(("dateline.whole", 1.0))
            elif here.core > 30:
                found.append(("dateline.far", 1.0))
    for back in (1, 2):
        if at >= back:
            earlier = view.dateline(at - back)
            if earlier is not None:
                passed = sum(len(x.shape) + 1 for x in view.lines[at - back : at])
                if earlier.end > passed:
                    found.append(("dateline.rest", 1.0))
                if earlier.end == passed + len(line.shape):
                    found.append(("dateline.whole", 1.0))
                break
    return found


def _fragment(view: View, at: int) -> bool:
    """A lone character behind a role on a line of its own: a name that was broken up."""
    for back in range(4):
        if at - back < 0:
            return False
        shape = view.lines[at - back].shape
        if back and view.byline(at - back)[0] == "lone_role":
            return True
        if len(shape) > 1 + 2 * (back > 0) or not is_han(shape[0]):
            return False
    return False


def bylines(view: View, at: int) -> Found:
    """The line is nothing but a byline: framed, with a role, in brackets, or bare names."""
    form, names = view.byline(at)
    if view.furniture(at) in ("editors", "date", "jump"):
        return []
    if form and above_all_text(view, at):
        return [*_form_seen(view, at, form, names), ("by.top", 1.0)]
    return _form_seen(view, at, form, names)


TOP = 9
"""Lines at a page's top that may be headlines and bylines before any text."""


def above_all_text(view: View, at: int) -> bool:
    """Whether no text stands above the line on its page: a byline there signs what follows."""
    if not 0 < at <= TOP:
        return False
    return not any("。" in view.lines[back].text for back in range(at))


def _form_seen(view: View, at: int, form: str, names: Names) -> Found:
    """What the form of a byline line says."""
    if not form:
        return [("by.fragment", 1.0)] if _fragment(view, at) else []
    if form == "lone_role":
        return [("by.lone_role", 1.0)]
    shape = view.lines[at].shape
    found: Found = [_form(form, names.score)]
    beside = {view.byline(at - 1)[0], view.byline(at + 1)[0]}
    weak = found[0][0] == "by.names_odd"
    if beside & (
        {"role", "framed", "lone_role"} if weak else {"role", "framed", "lone_role", "names"}
    ):
        found.append(("by.beside", 1.0))
    if view.roster and rostered((shape[a:b] for a, b in names.spans), view.roster):
        found.append(("by.roster", 1.0))
    if weak:
        return found
    if form == "names" and view.habits.own_bylines > 1:
        found.append(("by.habit", min(1.0, (view.habits.own_bylines - 1) / 2)))
    if len(names.spans) > 1:
        found.append(("by.several", 1.0))
    return found


def _form(form: str, score: float) -> tuple[str, float]:
    """The observation that a form of byline makes."""
    if form != "names":
        return f"by.{form}", max(0.4, min(1.0, score + 0.2))
    if score >= 0.85:
        return "by.names", 1.0
    return ("by.names_weak", 1.0) if score >= 0.5 else ("by.names_odd", 1.0)


def tails(view: View, at: int) -> Found:
    """A byline stands glued behind the line's last mark."""
    tail = view.tail(at)
    if tail is None or not view.lines[at].tail:
        return []
    found: Found = [(f"glued.{tail.form}", max(0.4, tail.names.score))]
    if tail.names.role:
        found.append(("glued.role", 1.0))
    shape = view.lines[at].shape
    if view.roster and rostered((shape[a:b] for a, b in tail.names.spans), view.roster):
        found.append(("by.roster", 1.0))
    return found
