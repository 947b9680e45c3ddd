"""Correcting characters: an input in the typeset text becomes patches of the page's text.

What is typed never asks the analysis. A range of a block's text may come from several places
of the page (lines, with furniture or a moved block between them): only what the block owns is
patched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editor.editing.as_read import role_at, running_joint
from editor.editing.fields import typed_part, with_typed_text
from editor.editing.gestures import Gesture
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.runs import runs_on
from editor.model.structure import Role
from editor.model.traced import PieceOrigin, TracedText

TYPING, ACROSS = "type", "type-across"


@dataclass(frozen=True)
class Then:
    """A gesture that is one step with the one done right before it."""

    gesture: Gesture

    @property
    def name(self) -> str:
        """The gesture's own."""
        return self.gesture.name

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """As the gesture."""
        return self.gesture.apply(page, reading, mark)


@dataclass(frozen=True)
class TypeText:
    """Replace the characters from `start` to `end` (`out_at`) of a block's text by `text`.

    `role`: the block's, where a field was typed that the page does not have.
    """

    block: TracedText
    start: int
    end: int
    text: str
    name: str = TYPING
    role: Role = Role.BODY

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Patch what the range owns; a typed field gets its new lines.

        Raises `ValueError` where the range is outside the block.
        """
        if not 0 <= self.start <= self.end <= len(self.block):
            raise ValueError(f"no text from {self.start} to {self.end}")
        part = typed_part(self.block)
        if part is None:
            return patched(page, self.block, self.start, self.end, self.text, mark)
        decisions, put = page.decisions, self.text
        sides = ((part.before, 0), (part.after, part.after_at))
        mine = part.start <= self.start <= part.end
        if mine or self.start < part.start <= self.end:
            now = self.block.text[part.start : part.end]
            low = max(self.start, part.start) - part.start
            high = max(low, min(self.end, part.end) - part.start)
            text = now[:low] + (put if mine else "") + now[high:]
            decisions = with_typed_text(page, reading, part, self.role, text, mark)
        for side, at in sides:
            low, high = max(self.start - at, 0), min(self.end - at, len(side))
            here = not mine and at <= self.start <= at + len(side)
            if side and (low < high or here):
                at_page = page.decided(decisions)
                decisions = patched(at_page, side, low, high, put if here else "", mark)
        return decisions


@dataclass(frozen=True)
class TypeAcross:
    """Replace a range over several blocks: from `start` of the first to `end` of the last.

    What is left of the last block goes on in the first one, where the two are of one kind.
    `roles`: the blocks'.
    """

    blocks: tuple[TracedText, ...]
    start: int
    end: int
    text: str
    name: str = ACROSS
    roles: tuple[Role, ...] = ()

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Patches in every block, and running joints before the later ones."""
        first, last = self.blocks[0], self.blocks[-1]
        decisions = page.decisions
        roles = self.roles or (Role.BODY,) * len(self.blocks)
        for block, role in reversed(list(zip(self.blocks, roles, strict=True))):
            if not block.pieces:
                continue
            start = self.start if block is first else 0
            end = min(self.end, len(block)) if block is last else len(block)
            text = self.text if block is first else ""
            typed = TypeText(block, start, end, text, self.name, role)
            decisions = typed.apply(page.decided(decisions), reading, mark)
        before = page.source.last_ink(first.span.end)
        for block in self.blocks[1:]:
            ink = page.source.next_ink(block.span.start)
            if ink is None or before is None or not any(p.owned for p in block.pieces):
                continue
            left, right = role_at(reading, before), role_at(reading, ink)
            if right.flows and runs_on(left, right):
                joint = running_joint(page, reading, before, ink)
                decisions = consistent.with_joint(decisions, page.source, ink, joint, mark)
        return decisions


def patched(
    page: Page, block: TracedText, start: int, end: int, text: str, mark: Mark
) -> Decisions:
    """The decisions of `page` with this range of `block` printed as `text`."""
    decisions, source = page.decisions, page.source
    own = {p.span for p in block.pieces if p.origin is PieceOrigin.PATCH}
    stretches = _stretches(page, block)
    edges = {edge for stretch in stretches for edge in stretch}
    kept, begins = _kept_lines(page, block), start == 0 or block.text[start - 1] == "\n"

    def mine(span: Span) -> bool:
        inside = (s.start <= span.start and span.end <= s.end for s in stretches)
        return span in own or (any(inside) and (span.start < span.end or span.start not in edges))

    def mine_at(first: int, last: int) -> Callable[[Span], bool]:
        """Those that meet a change here: none of the line before or behind, within a print line."""
        before = first in kept and (first < last or begins)
        behind = last in kept and (first < last or not begins)

        def of_line(span: Span) -> bool:
            other = before and span.end == first
            other |= behind and span.start == last < span.end
            return mine(span) and not other

        return of_line

    runs = _runs(page, block, start, end)
    if not runs:
        at = block.to_raw(start, after=start == len(block))
        if start and not at[1] and _foreign(page, block, at[0] - 1):
            at = block.to_raw(start, after=True)
        edge = begins and at[0] > 0 and not source.is_blank(at[0] - 1)
        hold = edge and (not start or at[0] in kept) and at[0] < len(source.text)
        near = mine_at(at[0], at[0])
        return consistent.with_patch(decisions, source, at, at, text, mark, hold=hold, mine=near)
    for index, (first, last) in reversed(list(enumerate(runs))):
        put = text if index == 0 else ""
        hold = index == 0 and (not start or (begins and first[0] in kept)) and bool(put)
        near = mine_at(first[0], last[0])
        decisions = consistent.with_patch(
            decisions, source, first, last, put, mark, hold=hold, mine=near
        )
    return decisions


def _kept_lines(page: Page, block: TracedText) -> set[int]:
    """Where lines of a block begin that were kept apart inside a printed line."""
    return {
        piece.span.start
        for piece in block.pieces
        if piece.origin is PieceOrigin.JOINT
        and "\n" in piece.text
        and piece.span.start
        and not page.source.is_blank(piece.span.start - 1)
    }


def _stretches(page: Page, block: TracedText) -> list[Span]:
    """The raw spans that a block owns, those with only white between as one."""
    found: list[Span] = []
    for span in (p.owned for p in block.pieces if p.owned is not None):
        follows = bool(found) and found[-1].end <= span.start
        if follows and not page.source.text[found[-1].end : span.start].strip():
            found[-1] = found[-1].cover(span)
        else:
            found.append(span)
    return found


def _foreign(page: Page, block: TracedText, raw_at: int) -> bool:
    """Whether a printed character belongs to another text (part of a line that was taken out)."""
    if raw_at < 0 or page.source.is_blank(raw_at):
        return False
    return not any(raw_at in p.owned for p in block.pieces if p.owned is not None)


def _runs(
    page: Page, block: TracedText, start: int, end: int
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The raw ranges that a range of text covers, neighbours with only white between as one.

    A range ends where its last piece does on the page: a patch that is covered to its end
    reaches to the end of what it replaces.
    """
    runs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    reach = 0
    for at, piece in block.placed():
        low, high = max(start, at), min(end, at + len(piece.text))
        if low >= high or piece.origin is PieceOrigin.JOINT:
            continue
        if piece.origin is PieceOrigin.RAW:
            first = block.to_raw(low) if low == at else (piece.span.start + low - at, 0)
            last = (piece.span.start + high - at, 0)
        else:
            first = (piece.span.start, piece.into + low - at)
            last = (piece.span.start, piece.into + high - at)
        if runs and reach <= first[0] and not page.source.text[reach : first[0]].strip():
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
        reach = last[0] if piece.origin is PieceOrigin.RAW else piece.span.end
    return runs
