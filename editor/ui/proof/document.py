"""The reading as one QTextDocument: blocks in, and only blocks that differ are ever touched.

The document is a picture of the reading. Its text is compared with what was put there to find
out what an input did; it is never read back as truth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from editor.model.reading import Article, Reading
from editor.ui import qt_text
from editor.ui.proof.blocks import Shown
from editor.ui.proof.places import Places, Point
from editor.ui.proof.typesetting import ProofType

MUCH = 6000
"""Characters of blocks that are changed at once wherever they are; of more, what is near first."""


class ProofDocument(Places):
    """A QTextDocument kept equal to a sequence of `Shown`."""

    def __init__(self, document: QTextDocument, look: ProofType) -> None:
        """Take over an empty document."""
        super().__init__()
        self.late: list[int] = []
        """Blocks that `show` left as they were, for `settle`."""
        self.document = document
        self.look = look
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)

    # -- showing ---------------------------------------------------------------------------

    def show(self, shown: tuple[Shown, ...], near: Set[int] = frozenset()) -> set[int]:
        """Make the document show these blocks; the indexes of those that were touched.

        Where many differ one by one, and some are `near`, the others are `late`: Qt lays all of
        them out at once.
        """
        old = self.shown
        self.shown, self.late = shown, []
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
        cursor = QTextCursor(self.document)
        if near and len(before) == len(after):
            other = [head + at for at, now in enumerate(before) if now != after[at]]
            if sum(len(shown[index].text) for index in other) > MUCH:
                self.late = [index for index in other if index not in near]
                self.settle([index for index in other if index in near], cursor)
                return {index for index in other if index in near}
        touched: set[int] = set()
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
        self._index_more(more, begin)
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
        self.settle((index,), QTextCursor(self.document))

    def settle(self, indexes: Iterable[int], cursor: QTextCursor) -> None:
        """Give these blocks their texts and their type, as one change."""
        cursor.beginEditBlock()
        for index in indexes:
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

    # -- Qt's places -----------------------------------------------------------------------

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

    def in_sight(self, low: float, high: float) -> range:
        """The indexes of the blocks between two heights of the document, and some around."""
        if not self.shown:
            return range(0)
        layout, exact = self.document.documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        ends = [layout.hitTest(QPointF(0, max(0.0, height)), exact) for height in (low, high)]
        first, last = (self.document.findBlock(max(0, at)).blockNumber() for at in ends)
        count = len(self.shown)
        return range(min(max(0, first - 1), count), min(last + 2, count))


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


def article_number(reading: Reading, article: Article | None) -> int:
    """The index of an article in its reading, or -1."""
    return next((n for n, other in enumerate(reading.articles) if other is article), -1)
