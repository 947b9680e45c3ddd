"""Corrected characters laid into the text of a page: patches over chunks, each with one owner.

A patch belongs to the text that holds the first printed character it replaces; an insertion to
the text of the printed character before it, at the start of a printed line to that line. The
joints and role edges that a patch covers sleep: what is left of a text whose start it replaced
goes on in the text that owns it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import ChainMap
from collections.abc import Sequence
from itertools import pairwise

from editor.analysis.structure import Chunk, Chunks
from editor.model.decisions import Decisions, Patch
from editor.model.places import Span
from editor.model.reading import Dropped
from editor.model.runs import runs_on
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.model.traced import Piece, PieceOrigin, TracedText

GLYPH = {Joint.SPACE: " ", Joint.LINE: "\n"}


def chunk_text(source: Source, chunks: Chunks) -> TracedText:
    """The traced text of chunks without any patch."""
    pieces: list[Piece] = []
    for number, chunk in enumerate(chunks):
        if number:
            _joint(pieces, chunk)
        pieces.append(Piece(source.text[chunk.span.start : chunk.span.end], chunk.span))
    return TracedText(tuple(pieces))


def _joint(pieces: list[Piece], chunk: Chunk) -> None:
    glyph = GLYPH.get(chunk.joint)
    if glyph:
        start = chunk.span.start
        pieces.append(Piece(glyph, Span(start, start), PieceOrigin.JOINT))


class Texts:
    """All texts of a reading with their roles, to find who owns a patch: made once for many."""

    def __init__(self, texts: Sequence[tuple[Role, Chunks]]) -> None:
        """Index the chunks of `texts`."""
        self.spans = sorted(chunk.span for _, chunks in texts for chunk in chunks)
        self.starts = [span.start for span in self.spans]
        self.ordered = sorted((t for _, t in texts if t), key=lambda t: t[0].span)
        self.begun = [t[0].span.start for t in self.ordered]
        self.role_of = {t[0].span.start: role for role, t in texts if t}
        self.behind = {
            left[0].span.start: right[0].span.start
            for (role, left), (_, right) in pairwise(texts)
            if role is Role.DATELINE and left and right
        }
        self.holder = {chunk.span: t[0].span.start for t in self.ordered for chunk in t}
        self.whole = {t[0].span.start: t for t in self.ordered}
        self.ends = {
            t[0].span.start: (
                min(chunk.span.start for chunk in t),
                max(chunk.span.end for chunk in t),
            )
            for t in self.ordered
        }
        """From where to where a text's chunks reach, by its first place."""


NO_TEXTS = Texts(())


class Layer:
    """The patches of a page, each given to the chunk that owns it."""

    def __init__(
        self,
        source: Source,
        decisions: Decisions,
        texts: Texts,
        laid: dict[int, tuple[Chunks, TracedText]],
    ) -> None:
        """Find each patch's owner among all chunks of all texts.

        `laid` keeps the texts that no patch touches.
        """
        patches = decisions.patches
        self._laid = laid
        self.source = source
        self.patches = sorted(patches, key=lambda p: p.span)
        self._starts = [patch.span.start for patch in self.patches]
        self._ends = [patch.span.end for patch in self.patches]
        self.owner: dict[Span, list[Patch]] = {}
        self._homes: list[int] = []
        self._homeless: list[Patch] = []
        self._grown: dict[int, Chunks] = {}
        self._gone: set[int] = set()
        self._going_on: set[int] = set()
        self._reach = texts.ends
        if not patches:
            return
        for patch in self.patches:
            home = self._home(patch, texts.spans, texts.starts)
            if home is None:
                self._homeless.append(patch)
            else:
                self.owner.setdefault(home, []).append(patch)
        self._owned_from = {span.start: owned for span, owned in self.owner.items()}
        self._homes = sorted(self._owned_from)
        self._absorb(texts, decisions)

    def _home(self, patch: Patch, spans: list[Span], starts: list[int]) -> Span | None:
        if not spans:
            return None
        first, last = patch.span
        if first < last:
            at = bisect_right(starts, first) - 1
            if at >= 0 and spans[at].end > first:
                return spans[at]
            if at + 1 < len(spans) and spans[at + 1].start < last:
                return spans[at + 1]
        at = bisect_right(starts, first) - 1
        if at >= 0 and spans[at].start == first and (not first or self.source.is_blank(first - 1)):
            return spans[at]  # typed before the first character of a printed line
        at = bisect_left(starts, first) - 1  # the chunk of the print before it
        return spans[max(0, at)]

    def _absorb(self, texts: Texts, decisions: Decisions) -> None:
        """Let the owner of a patch take over the texts whose start the patch replaced.

        Not where somebody decided that what is left of such a text is something else.
        """
        whole: ChainMap[int, Chunks] = ChainMap({}, texts.whole)
        holder: ChainMap[Span, int] = ChainMap({}, texts.holder)
        for home, patches in self.owner.items():
            for patch in patches:
                low = bisect_right(texts.begun, patch.span.start)
                high = bisect_left(texts.begun, patch.span.end, low)
                for text in texts.ordered[low:high]:
                    start = text[0].span.start
                    target = holder[home]
                    if not patch.span.start < start < patch.span.end or start == target:
                        continue
                    left = [
                        max(chunk.span.start, self.source.next_ink(patch.span.end) or 0)
                        for chunk in text
                        if chunk.span.end > patch.span.end
                    ]
                    if left and texts.behind.get(target) == start:
                        self._going_on.add(start)
                        continue  # a dateline's paragraph goes on behind it
                    if any(_told(decisions, at, texts.role_of, target) for at in left):
                        continue
                    rest = (Chunk(text[0].span, Joint.GLUE), *whole[start][1:])
                    grown = (*whole[target], *rest)
                    if not decisions.moves:
                        grown = tuple(sorted(grown, key=lambda chunk: chunk.span))
                    whole[target] = grown
                    for chunk in whole[start]:
                        holder[chunk.span] = target
                    self._grown[target] = whole[target]
                    self._gone.add(start)

    @property
    def absorbs(self) -> bool:
        """Whether a patch made one text of several."""
        return bool(self._gone)

    def patches_in(self, start: int, end: int) -> tuple[Patch, ...]:
        """The patches that touch or are owned by what stands between two raw places."""
        found = self._near(start, end)
        low = bisect_left(self._homes, start)
        for home in self._homes[low : bisect_left(self._homes, end, low)]:
            found = [*found, *self._owned_from[home]]
        return tuple(found)

    def grew(self, chunks: Chunks) -> bool:
        """Whether a text took over what is left of others."""
        return bool(chunks) and chunks[0].span.start in self._grown

    def stands(self, chunks: Chunks) -> bool:
        """Whether a text is still one of its own."""
        return bool(chunks) and chunks[0].span.start not in self._gone

    def texts(self, chunks: Chunks) -> list[TracedText]:
        """The text of a block with its patches: several where a patch breaks paragraphs.

        None at all where everything of it was replaced by a patch that another text owns. What
        is left of a paragraph whose start its dateline took begins with how it is joined to that.
        """
        if not chunks:
            return []
        if not self.touched(chunks):
            return [self._plain(chunks)]
        if not self.stands(chunks):
            return []
        chunks = self._grown.get(chunks[0].span.start, chunks)
        lines: list[list[Piece]] = [[]]
        goes_on = chunks[0].span.start in self._going_on
        for number, chunk in enumerate(chunks):
            pieces = self._chunk(chunk)
            if not pieces:
                continue
            covered = self._covers(chunk.span.start)
            if number and (lines[-1] or goes_on) and not covered:
                _joint(lines[-1], chunk)
            if goes_on and not lines[-1]:
                start = chunk.span.start
                lines[-1].append(Piece("", Span(start, start), PieceOrigin.JOINT))
            for piece in pieces:
                if piece is None:
                    lines.append([])
                else:
                    lines[-1].append(piece)
        return [TracedText(tuple(pieces)) for pieces in lines if _prints(pieces)]

    def touched(self, chunks: Chunks) -> bool:
        """Whether a patch may have to do with a text."""
        if not self.patches:
            return False
        reach = self._reach.get(chunks[0].span.start)
        if reach is None:
            return True
        start, end = reach
        home = bisect_left(self._homes, start)
        owns = home < len(self._homes) and self._homes[home] < end
        return owns or bool(self._near(start, end))

    def _plain(self, chunks: Chunks) -> TracedText:
        """The text of a block that no patch touches."""
        held = self._laid.get(chunks[0].span.start)
        if held is not None and (held[0] is chunks or held[0] == chunks):
            return held[1]
        text = chunk_text(self.source, chunks)
        self._laid[chunks[0].span.start] = chunks, text
        return text

    def _covers(self, raw_at: int) -> bool:
        """Whether a patch replaces what stands before and at `raw_at`."""
        return any(p.span.start < raw_at < p.span.end for p in self._near(raw_at, raw_at + 1))

    def _near(self, start: int, end: int) -> list[Patch]:
        low = bisect_right(self._ends, start)  # patches never overlap: ends rise as starts do
        high = bisect_left(self._starts, end, low)
        return self.patches[low:high]

    def _chunk(self, chunk: Chunk) -> list[Piece | None]:
        """Pieces of one chunk; None stands for a paragraph break inside a patch."""
        start, end = chunk.span
        own = self.owner.get(chunk.span, [])
        cutting = sorted({*self._near(start, end), *own}, key=lambda p: p.span)
        found: list[Piece | None] = []
        at = start
        for patch in cutting:
            low, high = max(start, min(patch.span.start, end)), min(end, patch.span.end)
            if at < low:
                found.append(self._raw(at, low))
            if patch in own:
                found += _pieces(patch)
            at = max(at, high if patch.span.start < patch.span.end else low)
        if at < end:
            found.append(self._raw(at, end))
        return found

    def _raw(self, start: int, end: int) -> Piece:
        return Piece(self.source.text[start:end], Span(start, end))

    def dropped(self, marks: Sequence[Dropped]) -> tuple[Dropped, ...]:
        """What is dropped, without what a patch accounts for."""
        if not self.patches:
            return tuple(marks)
        found = []
        for mark in marks:
            rest = [mark.span]
            for patch in self._near(*mark.span):
                rest = [piece for span in rest for piece in span.minus(patch.span)]
            found += [Dropped(span, mark.why) for span in rest]
        return tuple(found)

    def homeless(self) -> list[TracedText]:
        """Texts of patches on a page without any print."""
        lines: list[list[Piece]] = [[]]
        for patch in self._homeless:
            for piece in _pieces(patch):
                if piece is None:
                    lines.append([])
                else:
                    lines[-1].append(piece)
        return [TracedText(tuple(pieces)) for pieces in lines if _prints(pieces)]


def _told(decisions: Decisions, raw_at: int, role_of: dict[int, Role], target: int) -> bool:
    """Whether it was decided that the text at `raw_at` is none of the text that starts at `target`.

    It was decided to be something else, or a heading of another article.
    """
    role, heading = decisions.role_at(raw_at), decisions.heading_at(raw_at)
    held, other = decisions.role_at(target), decisions.heading_at(target)
    elsewhere = heading and (other is None or other.article != heading.article)
    fits = role is None or runs_on(held.role if held else role_of[target], role.role)
    return bool(not fits or elsewhere)


def _prints(pieces: list[Piece]) -> bool:
    """Whether a line has text, or owns what a patch deleted."""
    return any(piece.text or piece.owned is not None for piece in pieces)


def _pieces(patch: Patch) -> list[Piece | None]:
    found: list[Piece | None] = []
    into = 0
    for number, part in enumerate(patch.text.split("\n")):
        if number:
            found.append(None)
        # an empty one keeps the place behind a break, for what is typed there
        found.append(Piece(part, patch.span, PieceOrigin.PATCH, into))
        into += len(part) + 1
    return found
