"""Text that knows where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from editor.model.places import Span


class PieceOrigin(Enum):
    """Who wrote a piece: the page, a patch, the joint between lines, or a typed field."""

    RAW = "raw"
    PATCH = "patch"
    JOINT = "joint"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one origin.

    RAW: `text` is exactly the source's at `span`. PATCH: `text` stands for the raw `span`
    (empty for an insertion; `text` empty for a deletion). JOINT: `text` was put between two
    lines (a space), `span` is empty and stands before the character after it. TYPED: text of
    a field that the page does not have, `span` is empty at the article's anchor. `into`: how
    many code points of the patch or field stand in pieces before this one; only the piece with
    `into` 0 owns the patch's span.
    """

    text: str
    span: Span
    origin: PieceOrigin = PieceOrigin.RAW
    into: int = 0

    @property
    def owned(self) -> Span | None:
        """The raw span that this piece accounts for, if it does."""
        if self.origin is PieceOrigin.RAW or (self.origin is PieceOrigin.PATCH and not self.into):
            return self.span
        return None


@dataclass(frozen=True)
class TracedText:
    """A sequence of pieces, read as one text."""

    pieces: tuple[Piece, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text as shown."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        return tuple(starts)

    @cached_property
    def span(self) -> Span:
        """The smallest raw span that holds all raw and patched pieces; (0, 0) without any."""
        spans = [p.owned for p in self.pieces if p.owned is not None]
        spans = spans or [p.span for p in self.pieces]
        if not spans:
            return Span(0, 0)
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def __len__(self) -> int:
        """Length of `text` in code points."""
        return self._starts[-1] + len(self.pieces[-1].text) if self.pieces else 0

    def __bool__(self) -> bool:
        """Whether there are pieces at all (a deleted text has pieces but is empty)."""
        return bool(self.pieces)

    def __add__(self, other: TracedText) -> TracedText:
        """The two after one another."""
        return TracedText(self.pieces + other.pieces)

    def to_raw(self, out_at: int, *, after: bool = False) -> tuple[int, int]:
        """`(raw_at, into)` of the place before the character at `out_at` (0 ≤ out_at ≤ len).

        Between two lines the place is the start of the later one; with `after`, the end of
        the earlier one. `into` is nonzero only inside or behind text that was put in, and
        counts from the start of its patch. Raises `ValueError` outside the text.
        """
        if not 0 <= out_at <= len(self):
            raise ValueError(f"{out_at} is outside a text of {len(self)}")
        if not self.pieces:
            return 0, 0
        index = bisect_right(self._starts, out_at) - 1
        piece, inner = self.pieces[index], out_at - self._starts[index]
        if inner == 0 and index:
            earlier = self.pieces[index - 1]
            put_here = earlier.origin is not PieceOrigin.RAW and earlier.span == (
                piece.span.start,
                piece.span.start,
            )
            if (
                after
                or piece.origin is PieceOrigin.JOINT
                or (put_here and earlier.origin is PieceOrigin.PATCH)
            ):
                piece, inner = earlier, len(earlier.text)
        if piece.origin is PieceOrigin.RAW:
            return piece.span.start + inner, 0
        if piece.origin is PieceOrigin.JOINT:
            return piece.span.start, 0
        return piece.span.start, piece.into + inner

    def from_raw(self, raw_at: int, into: int = 0) -> int:
        """The `out_at` of a raw place: its own, or the nearest one that this text has.

        A place inside a replaced span maps to the start of what replaced it.
        """
        best, distance = 0, None
        for start, piece in zip(self._starts, self.pieces, strict=True):
            span, size = piece.span, len(piece.text)
            if piece.origin is PieceOrigin.JOINT:
                continue
            if piece.origin is PieceOrigin.RAW:
                if raw_at in span:
                    return start + raw_at - span.start
            elif span.start == raw_at:
                if piece.into <= into <= piece.into + size:
                    return start + into - piece.into
            elif raw_at in span and not piece.into:
                return start
            for edge, out_at in ((span.start, start), (span.end, start + size)):
                away = abs(edge - raw_at)
                if distance is None or away < distance:
                    best, distance = out_at, away
        return best

    def slice(self, start: int, end: int) -> TracedText:
        """The part between two `out_at`. For display and copying: a cut patch loses its rest."""
        found: list[Piece] = []
        for at, piece in zip(self._starts, self.pieces, strict=True):
            low, high = max(start, at), min(end, at + len(piece.text))
            if low >= high:
                continue
            text = piece.text[low - at : high - at]
            if piece.origin is PieceOrigin.RAW:
                first = piece.span.start + low - at
                found.append(Piece(text, Span(first, first + len(text))))
            else:
                found.append(Piece(text, piece.span, piece.origin, piece.into + low - at))
        return TracedText(tuple(found))

    def placed(self) -> Iterator[tuple[int, Piece]]:
        """Each piece with the `out_at` at which it starts."""
        return zip(self._starts, self.pieces, strict=True)


def joined(parts: Iterable[TracedText]) -> TracedText:
    """All parts as one text."""
    return TracedText(tuple(piece for part in parts for piece in part.pieces))
