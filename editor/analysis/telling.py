"""What a draft tells of its lines: what each is and is joined by, and the habits of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.analysis.assign import Assignment
from editor.analysis.build import Unit
from editor.analysis.structure import HeadingPlan
from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.reading import Habits
from editor.model.sequences import Lazy
from editor.model.structure import Role
from editor.model.verdict import EDITOR, Verdict

if TYPE_CHECKING:
    from editor.analysis.drafting import Draft


def roles(draft: Draft, headings: Sequence[HeadingPlan]) -> Sequence[tuple[Span, Verdict]]:
    """What each line is, or each part of one."""
    begun = {draft.lines[lines[0]].span.start for lines, _ in draft.stretches}
    heads = {h.span.start: h for h in headings if h.span.start in begun}
    inner: dict[int, list[tuple[Span, Role]]] = {}
    for article in draft.articles:
        parts = [(c.span, Role.DATELINE) for c in article.dateline]
        if article.tail is not None:
            parts.append((article.tail.span, Role.BYLINE))
        for span, role in parts:
            for at in _lines_of(draft, article.units, span):
                inner.setdefault(at, []).append((span, role))
    of_unit: list[Role] = []
    for unit in draft.built.units:
        heading = None
        if unit.kind == "head":
            heading = heads.get(draft.lines[unit.lines[0]].span.start)
        of_unit.append(heading.role if heading else unit.settle())
    decided = draft.built.decided
    found: list[tuple[Span, int, Role]] = []
    for at, line in enumerate(paused(draft.lines)):
        role, start = of_unit[draft.built.unit_of[at]], line.span.start
        if at in decided and decided[at] is Role.DATELINE:
            role = Role.DATELINE
        if at not in inner:
            found.append((line.span, at, role))
            continue
        for span, part in inner[at]:
            low, high = max(span.start, line.span.start), min(span.end, line.span.end)
            before = draft.source.text[start:low].rstrip()
            if before:
                found.append((Span(start, start + len(before)), at, role))
            found.append((Span(low, high), at, part))
            start = draft.source.next_ink(high) or line.span.end
        if start < line.span.end:
            found.append((Span(start, line.span.end), at, role))

    def told(number: int) -> tuple[Span, Verdict]:
        span, at, role = found[number]
        if at in decided:
            return span, Verdict(role, 1.0, EDITOR)
        return span, draft.judge.role(at, role)

    return Lazy(len(found), told)


def _lines_of(draft: Draft, units: Sequence[Unit], span: Span) -> list[int]:
    return [at for unit in units for at in unit.lines if draft.lines[at].span.overlaps(span)]


def joints(draft: Draft) -> Sequence[tuple[int, Verdict]]:
    """The joint before each line, by where the line starts (`raw_at`)."""

    def told(at: int) -> tuple[int, Verdict]:
        raw_at = draft.lines[at].span.start
        value = draft.decisions.joint_at.get(raw_at)
        if value is not None:
            return raw_at, Verdict(value, 1.0, EDITOR)
        return raw_at, draft.judge.joint(at, draft.built.joints[at])

    return Lazy(len(draft.lines), told)


def habits(draft: Draft, assignment: Assignment) -> Habits:
    """How the page is made: its measures, where headlines stand, how bylines are printed."""
    seen = draft.base.view.habits
    kinds = [
        draft.shapes.own_line(draft.lines[lines[0]].shape)[0]
        for lines, unit in draft.stretches
        if unit.kind == "by"
    ]
    tails = sum(article.tail is not None for article in draft.articles)
    dated = sum(bool(article.names) for article in draft.articles)
    forms = {"glued": tails, "line": len(kinds) - kinds.count("bracket"),
             "bracket": kinds.count("bracket"), "dateline": dated}  # fmt: skip
    form = max(forms, key=lambda name: forms[name])
    datelines = {
        "".join(draft.source.text[c.span.start : c.span.end] for c in a.dateline)
        .partition("（")[0]
        .strip()
        .partition(" ")[0]
        for a in draft.articles
        if a.dateline
    }
    return Habits(
        script=seen.script,
        measures=seen.measures,
        headlines=assignment.habit if draft.stretches else "none",
        byline=form if forms[form] else "none",
        datelines=tuple(sorted(datelines - {""})),
        blank_lines=seen.blank_share,
        indent=seen.indent_odds[1] < -0.4,
        pinned=tuple(pin.habit.value for pin in draft.base.pins),
    )
