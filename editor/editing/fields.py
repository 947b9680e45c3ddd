"""Fields of an article that the page does not have, as they are typed: lines, names, a dateline.

In a block, typed text stands before or after printed text or is all of it: a byline's typed
names behind its printed ones, a typed dateline before its paragraph. Each part is edited by its
own rule, so a range over both is two edits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.editing.gestures import TypeField
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Reading
from editor.model.structure import HEADS, Role
from editor.model.traced import Piece, PieceOrigin, TracedText

_HAN = r"\u3400-\u9fff"
SEPARATORS = "、，,；;/\n\u3000"
# compiled when they are asked for: no start waits for them
_APART = rf"[{SEPARATORS}]+|(?<=[{_HAN}]) +(?=[{_HAN}])"
_BROKEN = rf"(?<![{_HAN}])([{_HAN}]) +([{_HAN}]{{1,2}})(?![{_HAN}])"
"""A name with a space after its surname: 王 波."""


def names_in(text: str) -> tuple[str, ...]:
    """The persons that a byline names, as people type it: 张三、李四 王 波; Jane Doe, John Roe."""
    whole = re.sub(_BROKEN, r"\1\2", text)
    return tuple(name.strip() for name in re.split(_APART, whole) if name.strip())


@dataclass(frozen=True, slots=True)
class TypedPart:
    """The part of a block that was typed (`out_at` from `start` to `end`), and the rest.

    `before`, `after`: the printed pieces at its sides, without the gaps between; `after_at` is
    the `out_at` of `after`.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    before: TracedText
    after: TracedText
    after_at: int

    @property
    def anchor(self) -> int:
        """The article (`raw_at`) that it was typed for."""
        return self.pieces[0].span.start


def typed_part(block: TracedText) -> TypedPart | None:
    """What of a block was typed and is not on the page; None where it is all printed."""
    placed = list(block.placed())
    typed = [n for n, (_, piece) in enumerate(placed) if piece.origin is PieceOrigin.TYPED]
    if not typed:
        return None
    first, last = typed[0], typed[-1]
    low, high = first, last + 1
    while low and placed[low - 1][1].origin is PieceOrigin.JOINT:
        low -= 1
    while high < len(placed) and placed[high][1].origin is PieceOrigin.JOINT:
        high += 1
    return TypedPart(
        placed[first][0],
        placed[last][0] + len(placed[last][1].text),
        tuple(placed[n][1] for n in typed),
        TracedText(block.pieces[:low]),
        TracedText(block.pieces[high:]),
        placed[high][0] if high < len(placed) else len(block),
    )


def with_typed_text(
    page: Page, reading: Reading, part: TypedPart, role: Role, text: str, mark: Mark
) -> Decisions:
    """The decisions of `page` with the typed part of a block of this role reading `text`."""
    if role is Role.BYLINE:
        return TypeField(part.anchor, role, names_in(text)).apply(page, reading, mark)
    if role not in HEADS:
        return TypeField(part.anchor, Role.DATELINE, (text.replace("\n", ""),)).apply(
            page, reading, mark
        )
    entry = page.decisions.typed_for(part.anchor, role)
    if entry is None:
        return page.decisions
    into = 0
    for index, line in enumerate(entry.lines):
        if into == part.pieces[0].into:
            lines = (*entry.lines[:index], *text.split("\n"), *entry.lines[index + 1 :])
            return TypeField(part.anchor, role, lines).apply(page, reading, mark)
        into += len(line) + 1
    return page.decisions


@dataclass(frozen=True, slots=True)
class GiveLines:
    """Printed text becomes an article's field, one to one.

    What the field had goes to the article that the text comes from (they swap), or to the tray
    where it comes from none, or from one that has a headline left. Lines that follow one
    another on the page are one headline, and a byline may have many names: these stay. Lines
    typed for the field give way.
    """

    span: Span
    article: int
    role: Role = Role.HEADLINE
    name: str = "assign"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Roles and assignments; the same decisions where no article is meant."""
        target = reading.article_of(self.article)
        if target is None:
            return page.decisions
        source, decisions = page.source, page.decisions
        span = consistent.inked(source, self.span)
        if span.start == span.end:
            return decisions
        if self.role in HEADS:
            giver = _holder(reading, span)
            giver = None if giver is target else giver
            for line in target.heads(self.role):
                had = line.span
                if had.start < had.end and not _together(page, had, span):
                    to = giver.at if giver is not None and _gives_all(giver, span) else None
                    decisions = consistent.with_heading(decisions, source, had, to, mark)
        now = page.decided(decisions)
        decisions = TypeField(target.at, self.role, ()).apply(now, reading, mark)
        roles = {v.value for held, v in reading.roles if held.overlaps(span)}
        if self.role not in roles:  # a kicker above its headline stays one
            decisions = consistent.with_role(decisions, source, span, self.role, mark)
        if self.role.assigned:
            decisions = consistent.with_heading(decisions, source, span, target.at, mark)
        return decisions


def _holder(reading: Reading, span: Span) -> Article | None:
    """The article whose heading lines these are."""
    for held, verdict in reading.headings:
        if held.overlaps(span):
            return next((a for a in reading.articles if a.at == verdict.value), None)
    return None


def _gives_all(giver: Article, span: Span) -> bool:
    """Whether an article has no headline without these lines."""
    lines = [line.span for line in giver.headline]
    return all(span.start <= line.start and line.end <= span.end for line in lines)


def _together(page: Page, one: Span, other: Span) -> bool:
    """Whether nothing is printed between two stretches."""
    first, last = sorted((one, other))
    return page.source.next_ink(first.end) in (last.start, None) or first.overlaps(last)
