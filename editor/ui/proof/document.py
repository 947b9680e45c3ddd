"""The reading as one QTextDocument: blocks in, and only blocks that differ are ever touched.

The document is a picture of the reading. Its text is compared with what was put there to find
out what an input did; it is never read back as truth.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from editor.model.places import Span
from editor.model.reading import Article, Reading
from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.ui import qt_text
from editor.ui.proof.blocks import FIELDS, Shown
from editor.ui.proof.typesetting import ProofType

FEW = 200
"""Blocks that are put into the index one by one; more are sorted anew."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A caret in the proof: the index of a block and an `out_at` in it."""

    index: int
    out_at: int


class ProofDocument:
    """A QTextDocument kept equal to a sequence of `Shown`."""

    def __init__(self, document: QTextDocument, look: ProofType) -> None:
        """Take over an empty document."""
        self.document = document
        self.look = look
        self.shown: tuple[Shown, ...] = ()
        self._places: list[tuple[int, int, int]] = []
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)

    # -- showing ---------------------------------------------------------------------------

    def show(self, shown: tuple[Shown, ...]) -> set[int]:
        """Make the document show these blocks; the indexes of those that were touched."""
        old = self.shown
        self.shown = shown
        if not shown or not old or len(old) != self.document.blockCount():
            self._index()
            self._build()
            return set(range(len(shown)))
        head, tail = _alike(old, shown, lambda one, other: one is other)
        self._index_again(old, head, tail)
        # what the document has, which is ahead of what it was given where somebody types
        has, block = [], self.document.findBlockByNumber(head)
        for one in old[head : len(old) - tail]:
            has.append((block.text(), *one.look[1:]))
            block = block.next()
        wants = [one.look for one in shown[head : len(shown) - tail]]
        more, less = _alike(has, wants, lambda one, other: one == other)
        head += more
        before, after = has[more : len(has) - less], wants[more : len(wants) - less]
        if not before and not after:
            return set()
        touched: set[int] = set()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for tag, i1, i2, j1, j2 in reversed(steps):
            if tag == "equal":
                continue
            same = min(i2 - i1, j2 - j1)
            at = head + i1 + same
            self._remove(cursor, at, head + i2)
            self._insert(cursor, at, [one.text for one in shown[head + j1 + same : head + j2]])
            for step in range(same):
                self._retext(cursor, head + i1 + step, shown[head + j1 + step].text)
            touched.update(range(head + j1 - 1, head + j2 + 1))
        touched &= set(range(len(shown)))
        for index in touched:
            self.style_block(index, cursor)
        cursor.endEditBlock()
        return touched

    def append(self, more: tuple[Shown, ...]) -> None:
        """Show further blocks behind those that are shown."""
        if not self.shown or not more:
            self.show((*self.shown, *more))
            return
        begin, self.shown = len(self.shown), (*self.shown, *more)
        self._places = sorted([*self._places, *_placed(more, begin)])
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._write(cursor, begin)
        cursor.endEditBlock()

    def rebuild(self) -> None:
        """Show everything anew: after the theme or the size changed, or Qt went its own way."""
        self._build()

    def restore(self, index: int) -> None:
        """Put one block's text back to what it should be."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self._retext(cursor, index, self.shown[index].text)
        self.style_block(index, cursor)
        cursor.endEditBlock()

    def _build(self) -> None:
        self.document.clear()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self._write(cursor, 0)
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor, begin: int) -> None:
        """Write the blocks from `begin` on where the cursor stands."""
        for index in range(begin, len(self.shown)):
            one = self.shown[index]
            layout = self.look.block(one, first_sheet=index == 0)
            ground = self.look.text(one.block.role)
            if index:
                cursor.insertBlock(layout, ground)
            else:
                cursor.setBlockFormat(layout)
                cursor.setBlockCharFormat(ground)
            for start, end, look in self._runs(one):
                cursor.insertText(one.text[start:end], look)

    def style_block(self, index: int, cursor: QTextCursor | None = None) -> None:
        """Give a block its type."""
        one, block = self.shown[index], self.document.findBlockByNumber(index)
        if self._is_styled(one, block, first_sheet=index == 0):
            return
        cursor = cursor or QTextCursor(self.document)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(self.look.block(one, first_sheet=index == 0))
        cursor.setBlockCharFormat(self.look.text(one.block.role))
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self.look.text(one.block.role))
        for start, end, look in self.look.parts(one):
            cursor.setPosition(self.position(Point(index, start)))
            cursor.setPosition(self.position(Point(index, end)), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)

    def _is_styled(self, one: Shown, block: QTextBlock, *, first_sheet: bool) -> bool:
        """Whether a block has its type already: Qt lays all behind it out anew otherwise."""
        ground = self.look.text(one.block.role)
        if block.blockFormat() != self.look.block(one, first_sheet=first_sheet):
            return False
        if block.charFormat() != ground:
            return False
        now = block.text()
        runs = [
            (qt_text.to_qt(now, b) - qt_text.to_qt(now, a), look) for a, b, look in self._runs(one)
        ]
        return [(f.length(), f.charFormat()) for f in _fragments(block)] == runs

    def _runs(self, one: Shown) -> list[tuple[int, int, QTextCharFormat]]:
        """All of a block's text, in stretches (`out_at`) that look the same."""
        ground, at = self.look.text(one.block.role), 0
        found: list[tuple[int, int, QTextCharFormat]] = []
        for start, end, look in self.look.parts(one):
            found += [(at, start, ground), (start, end, look)]
            at = end
        found.append((at, len(one.text), ground))
        return [run for run in found if run[0] < run[1]]

    def _remove(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Take the blocks from `start` to `end` away."""
        if start >= end:
            return
        after = self.document.findBlockByNumber(end)
        if after.isValid():
            cursor.setPosition(self.document.findBlockByNumber(start).position())
            cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        else:
            before = self.document.findBlockByNumber(start - 1)
            from_at = before.position() + before.length() - 1 if before.isValid() else 0
            cursor.setPosition(from_at)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _insert(self, cursor: QTextCursor, at: int, texts: list[str]) -> None:
        """Put new blocks before block `at`."""
        block = self.document.findBlockByNumber(at)
        if block.isValid():
            cursor.setPosition(block.position())
            for text in texts:
                cursor.insertText(text)
                cursor.insertBlock()
            return
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for text in texts:
            cursor.insertBlock()
            cursor.insertText(text)

    def _retext(self, cursor: QTextCursor, index: int, text: str) -> None:
        """Change as little of a block's text as makes it `text`."""
        block = self.document.findBlockByNumber(index)
        now = block.text()
        if now == text:
            return
        start, end, put = qt_text.change(now, text, len(text))
        cursor.setPosition(block.position() + qt_text.to_qt(now, start))
        cursor.setPosition(
            block.position() + qt_text.to_qt(now, end), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.insertText(put)

    # -- places ----------------------------------------------------------------------------

    def blocks(self) -> Iterator[QTextBlock]:
        """Qt's blocks, in order."""
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def point(self, position: int) -> Point:
        """The point of a position in the document."""
        block = self.document.findBlock(position)
        out_at = qt_text.to_out(block.text(), position - block.position())
        return Point(block.blockNumber(), out_at)

    def position(self, point: Point) -> int:
        """The position in the document of a point; of one behind its block's text, its end."""
        block = self.document.findBlockByNumber(point.index)
        text = block.text()
        return block.position() + qt_text.to_qt(text, min(point.out_at, len(text)))

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

    def in_sight(self, low: float, high: float) -> range:
        """The indexes of the blocks between two heights of the document, and some around."""
        if not self.shown:
            return range(0)
        layout, exact = self.document.documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        ends = [layout.hitTest(QPointF(0, max(0.0, height)), exact) for height in (low, high)]
        first, last = (self.document.findBlock(max(0, at)).blockNumber() for at in ends)
        count = len(self.shown)
        return range(min(max(0, first - 1), count), min(last + 2, count))

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


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _alike(
    left: Sequence[Any], right: Sequence[Any], same: Callable[[Any, Any], bool]
) -> tuple[int, int]:
    """How many items the two have alike at their starts, and behind that at their ends."""
    room = min(len(left), len(right))
    head = next((i for i in range(room) if not same(left[i], right[i])), room)
    room -= head
    tail = next((i for i in range(room) if not same(left[-1 - i], right[-1 - i])), room)
    return head, tail


def _placed(shown: tuple[Shown, ...], begin: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and block index of every printed piece; the indexes count from `begin`."""
    for index, one in enumerate(shown, begin):
        for start, end in one.places:
            yield start, end, index


def article_number(reading: Reading, article: Article | None) -> int:
    """The index of an article in its reading, or -1."""
    return next((n for n, other in enumerate(reading.articles) if other is article), -1)
