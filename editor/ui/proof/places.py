"""What the proof shows, found by its place in the page: points, stretches, fields.

Nothing here asks Qt: a place is a block's index and an `out_at` in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.model.places import Span
from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.ui.proof.blocks import FIELDS, Shown

FEW = 200
"""Blocks that are put into the index one by one; more are sorted anew."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A caret in the proof: the index of a block and an `out_at` in it."""

    index: int
    out_at: int


class Places:
    """A sequence of `Shown`, with an index from the page's text to them."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self.shown: tuple[Shown, ...] = ()
        self._places: list[tuple[int, int, int]] = []

    def raw(self, point: Point, *, after: bool = False) -> tuple[int, int]:
        """`(raw_at, into)` of a point; an asking field stands for its article's start."""
        one = self.shown[point.index]
        if not one.block.text.pieces:
            return one.block.article, 0
        out_at = min(point.out_at, len(one.block.text))
        return one.block.text.to_raw(out_at, after=after)

    def find(self, raw_at: int, into: int = 0, *, ends: bool = False) -> Point | None:
        """The point that shows a raw place, or None where the proof does not show it.

        `ends`: the place ends a stretch of text, so the block before it is meant.
        """
        index = bisect_right(self._places, (raw_at, 1 << 60, 0)) - 1
        if into:
            typed = self._typed(raw_at, into)
            if typed is not None:
                return typed
        best: tuple[int, int, int] | None = None
        for start, end, block in reversed(self._places[max(0, index - 6) : index + 1]):
            if start <= raw_at < end or (raw_at == end and (ends or into or start == end)):
                best = (start, end, block)
                if not (ends and raw_at == start):
                    break
        if best is None:
            best = self._nearest(raw_at, index)
        if best is None:
            return None
        return Point(best[2], self.shown[best[2]].block.text.from_raw(raw_at, into))

    def _typed(self, raw_at: int, into: int) -> Point | None:
        """The point behind so many characters of what was typed at a place."""
        first = bisect_left(self._places, (raw_at, 0, 0))
        for start, _, block in self._places[first:]:
            if start != raw_at:
                return None
            for at, piece in self.shown[block].block.text.placed():
                patch = piece.origin is PieceOrigin.PATCH and piece.span.start == raw_at
                if patch and piece.into <= into <= piece.into + len(piece.text):
                    return Point(block, at + into - piece.into)
        return None

    def _nearest(self, raw_at: int, index: int) -> tuple[int, int, int] | None:
        """White space belongs to the text before it; other text that is not shown to nothing."""
        if index < 0:
            return self._places[0] if self._places else None
        before = self._places[index]
        if raw_at <= before[1] + 2:
            return before
        later = self._places[index + 1] if index + 1 < len(self._places) else None
        return later if later and later[0] - raw_at <= 2 else None

    def blocks_in(self, span: Span) -> list[int]:
        """The indexes of the blocks that are read from a raw stretch."""
        first = bisect_left(self._places, (span.start, 0, 0))
        while first > 0 and self._places[first - 1][1] > span.start:
            first -= 1
        last = bisect_left(self._places, (span.end, 0, 0))
        return sorted({block for _, _, block in self._places[first:last]})

    def article(self, number: int) -> tuple[int, int]:
        """The indexes of the first and the last block of an article."""
        own = [i for i, one in enumerate(self.shown) if one.number == number]
        return (own[0], own[-1]) if own else (0, 0)

    def field(self, article_at: int, role: Role) -> Point | None:
        """The end of an article's field, asking ones included: of its first line."""
        for index, one in enumerate(self.shown):
            if one.block.article != article_at:
                continue
            if one.block.role is role:
                return Point(index, len(one.block.text))
            if role is Role.DATELINE and one.block.dateline:
                return Point(index, one.block.dateline)
        return None

    def field_at(self, point: Point) -> Role | None:
        """The field that a point stands in; None in running text."""
        block = self.shown[point.index].block
        if block.role in FIELDS:
            return block.role
        return Role.DATELINE if block.dateline and point.out_at <= block.dateline else None

    def stretches(self, spans: Iterable[Span], within: range) -> Iterator[tuple[int, int, int]]:
        """Block index and `out_at` range of every part that shows one of `spans`.

        `within`: the indexes of the blocks that are asked about.
        """
        for span in spans:
            first = bisect_right(self._places, (span.start, 0, 0))
            while first > 0 and self._places[first - 1][1] > span.start:
                first -= 1
            last = bisect_right(self._places, (span.end, 0, 0))
            found = {block for _, _, block in self._places[first:last] if block in within}
            for index in sorted(found):
                yield from self._parts(index, span)

    def _parts(self, index: int, span: Span) -> Iterator[tuple[int, int, int]]:
        for at, piece in self.shown[index].block.text.placed():
            shows = piece.origin in (PieceOrigin.RAW, PieceOrigin.PATCH) and piece.text
            if not shows or not piece.span.overlaps(span):
                continue
            if piece.origin is PieceOrigin.RAW:
                low = max(span.start, piece.span.start) - piece.span.start
                high = min(span.end, piece.span.end) - piece.span.start
                yield index, at + low, at + high
            else:
                yield index, at, at + len(piece.text)

    def corrected(self, within: range) -> Iterator[tuple[int, int, int]]:
        """Block index and `out_at` range of all text that a correction put there."""
        for index in within:
            one = self.shown[index]
            for at, piece in one.block.text.placed():
                if piece.origin is PieceOrigin.PATCH and piece.text:
                    yield index, at, at + len(piece.text)

    def _index(self) -> None:
        self._places = sorted(_placed(self.shown, 0))

    def _index_more(self, more: tuple[Shown, ...], begin: int) -> None:
        """Index further blocks, the first of which has the index `begin`."""
        self._places = sorted([*self._places, *_placed(more, begin)])

    def _index_again(self, old: tuple[Shown, ...], head: int, tail: int) -> None:
        """Index what differs from `old`: all but so many blocks at the start and at the end."""
        if len(old) != len(self.shown) or len(old) - tail - head > FEW:
            self._index()
            return
        end = len(old) - tail
        for gone in _placed(old[head:end], head):
            del self._places[bisect_left(self._places, gone)]
        for place in _placed(self.shown[head:end], head):
            insort(self._places, place)


def _placed(shown: tuple[Shown, ...], begin: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and block index of every printed piece; the indexes count from `begin`."""
    for index, one in enumerate(shown, begin):
        for start, end in one.places:
            yield start, end, index
