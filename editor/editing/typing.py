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
from editor.model.source import Source
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
    """The decisions of `page` with this range of `block` printed as `text`.

    Corrections merge where they touch in print: on the page, and in the block too.
    """
    decisions, source = page.decisions, page.source
    stretches = _stretches(source, block)
    runs = _runs(page, block, start, end)
    if not runs:
        place, near = _caret(source, block, stretches, start)
        hold = near is not None and near.opens(source, place, start)
        mine = near.owner(source) if near else None
        return consistent.with_patch(
            decisions, source, place, place, text, mark, hold=hold, mine=mine
        )
    for index, ((low, first), (high, last)) in reversed(list(enumerate(runs))):
        one = next(s for s in stretches if s.low <= low < s.high)
        other = next(s for s in stretches if s.low < high <= s.high)
        put = text if index == 0 else ""
        decisions = consistent.with_patch(
            decisions,
            source,
            first,
            last,
            put,
            mark,
            hold=bool(put) and (not start or one.opens(source, first, low)),
            mine=_of_ends(first[0], one.owner(source), other.owner(source)),
        )
    return decisions


Owner = Callable[[Span], bool]


def _of_ends(first: int, left: Owner, right: Owner) -> Owner:
    """Of what touches a change: what ends there is the one stretch's, the rest the other's."""

    def mine(span: Span) -> bool:
        return left(span) if span.end == first else right(span)

    return mine


@dataclass(frozen=True)
class _Stretch:
    """Print of a block that follows on the page too, with no sign between.

    `low`, `high`: where it stands in the block (`out_at`). `patches`: its corrections' spans.
    """

    low: int
    high: int
    span: Span
    patches: frozenset[Span]

    def within_line(self, source: Source) -> bool:
        """Whether print stands before it in its printed line, which owns what is put there."""
        at = self.span.start
        return 0 < at < len(source.text) and not source.is_blank(at - 1)

    def opens(self, source: Source, place: tuple[int, int], out_at: int) -> bool:
        """Whether a place is its start, and within a printed line."""
        starts = out_at == self.low and place == (self.span.start, 0)
        return starts and self.within_line(source)

    def owner(self, source: Source) -> Owner:
        """Whether a patch is one of this stretch."""
        within_line = self.within_line(source)

        def mine(span: Span) -> bool:
            if span in self.patches:
                return True
            first = self.span.start + (within_line and span.start == span.end)
            return first <= span.start and span.end <= self.span.end

        return mine


def _stretches(source: Source, block: TracedText) -> list[_Stretch]:
    """The stretches of a block, in its order. A sign at a printed line's end parts nothing."""
    found: list[_Stretch] = []
    sign = True
    for at, piece in block.placed():
        if piece.origin in (PieceOrigin.JOINT, PieceOrigin.TYPED):
            sign = True
            continue
        put = frozenset([piece.span] if piece.origin is PieceOrigin.PATCH else [])
        end, start, before = at + len(piece.text), piece.span.start, found[-1] if found else None
        follows = before is not None and before.span.end <= start
        if follows and before is not None:
            between = source.text[before.span.end : start]
            follows = not between.strip() and bool(between or not sign)
        if before and (follows or piece.span in before.patches):
            span = before.span.cover(piece.span)
            found[-1] = _Stretch(before.low, end, span, before.patches | put)
        else:
            found.append(_Stretch(at, end, piece.span, put))
        sign = False
    return found


def _caret(
    source: Source, block: TracedText, stretches: list[_Stretch], out_at: int
) -> tuple[tuple[int, int], _Stretch | None]:
    """Where what is typed at `out_at` belongs, and to what stretch.

    Between two of them with no sign between, where the later one begins within a printed line,
    it belongs to the earlier one.
    """
    place = block.to_raw(out_at, after=out_at == len(block))
    later = next((s for s in stretches if s.opens(source, place, out_at)), None)
    if later and not any(s.high == out_at and s is not later for s in stretches):
        return place, later
    if later:
        place = block.to_raw(out_at, after=True)
    at, into = place
    near = [s for s in stretches if s is not later and s.low <= out_at <= s.high]
    held = (s for s in near if into and any(span.start == at for span in s.patches))
    ends = (s for s in near if s.span.start < at <= s.span.end)
    return place, next((s for found in (held, ends, near) for s in found), None)


def _runs(
    page: Page, block: TracedText, start: int, end: int
) -> list[tuple[tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]]:
    """The ranges of print that a range of text covers, neighbours with only white between as one.

    Each from and to an `out_at` and its raw place. A range ends where its last piece does on the
    page: a patch that is covered to its end reaches to the end of what it replaces.
    """
    runs: list[tuple[tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]] = []
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
            runs[-1] = (runs[-1][0], (high, last))
        else:
            runs.append(((low, first), (high, last)))
        reach = last[0] if piece.origin is PieceOrigin.RAW else piece.span.end
    return runs
