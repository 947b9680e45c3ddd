"""The rows of the raw text as they are set: how high, how wide, what stands where in a row.

Lengths are in pixels; x counts from the text's left edge. Only rows that were asked for are
laid out.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont, QTextLayout

from editor.model.places import Span
from editor.model.source import Source
from editor.ui import qt_text
from editor.ui.look import fonts, theme
from editor.ui.raw import paint as raw_paint
from editor.ui.raw.layout import RawLayout, RawMarks

KEPT = 400
"""Rows that are kept laid out."""
_LEADING = 1.5
_HEAD = 20


class RawRows:
    """A source in rows, at a scale, with or without its blank lines."""

    def __init__(self) -> None:
        """No text."""
        self.source = Source("")
        self.marks = RawMarks()
        self.folded = True
        self._kept: dict[int, tuple[RawMarks, object, QTextLayout]] = {}
        self._numbers: dict[int, QTextLayout] = {}
        self.set_scale(1.0)
        self.lay_out(self.source)

    def set_scale(self, scale: float) -> None:
        """Text `scale` times its size."""
        self.font: QFont = fonts.raw_font(scale)
        self._bold = fonts.raw_font(scale, bold=True)
        self.em = float(self.font.pixelSize())
        self.height = round(self.em * _LEADING)
        self.head = round(_HEAD * max(1.0, scale))
        self.forget()

    def lay_out(self, source: Source) -> None:
        """Take another source, or the same one folded otherwise."""
        self.source = source
        self.take(RawLayout.of(source, folded=self.folded))

    def take(self, layout: RawLayout) -> None:
        """Take other rows of the source."""
        self.layout = layout
        self._widest: tuple[object, float] = (), 0.0
        self.forget()

    def set_marks(self, marks: RawMarks) -> None:
        """Take what a reading says of the text."""
        self.marks = marks

    def forget(self) -> None:
        """Lay rows out anew when they are asked for: colours or marks changed."""
        self._kept.clear()
        self._numbers.clear()

    @property
    def count(self) -> int:
        """How many rows there are, of a long text so far."""
        return len(self.layout.rows)

    @property
    def widest(self) -> float:
        """The width of the widest row in em, Latin letters counted as half."""
        longest = self.layout.rows.longest
        if self._widest[0] is not longest:
            texts = [self.source.text[start : start + length] for length, start in longest]
            widths = (sum(1.0 if mark >= "\u2000" else 0.6 for mark in text) for text in texts)
            self._widest = longest, max(widths, default=0.0)
        return self._widest[1]

    def _raw(self, index: int) -> str:
        span = self.layout.rows[index].span
        return self.source.text[span.start : span.end]

    def text(self, index: int) -> QTextLayout:
        """A row laid out for painting and measuring."""
        kept = self._kept.get(index)
        if kept is not None and kept[0] is self.marks:
            return kept[2]
        span = self.layout.rows[index].span
        marked = (*self.marks.roles(span), *self.marks.patches(span))
        if kept is not None and kept[1] == marked:
            self._kept[index] = self.marks, marked, kept[2]
            return kept[2]
        row, raw = self.layout.rows[index], self._raw(index)
        colours = theme.current()
        formats = raw_paint.formats(row, raw, self.marks, colours, self._bold)
        layout = raw_paint.line(qt_text.shown(raw), self.font, colours.ink, formats)
        if len(self._kept) > KEPT:  # the nearest stay
            for far in sorted(self._kept, key=lambda other: abs(other - index))[KEPT // 2 :]:
                del self._kept[far]
        self._kept[index] = self.marks, marked, layout
        return layout

    def number(self, font: QFont, line: int) -> QTextLayout:
        """The number of a line of the file."""
        kept = self._numbers.get(line)
        if kept is None or kept.font() != font:
            if len(self._numbers) > KEPT:
                self._numbers.clear()
            kept = self._numbers[line] = raw_paint.line(str(line), font, theme.current().quiet)
        return kept

    def lay_out_ahead(self, sight: range, count: int) -> bool:
        """Lay out up to `count` rows near those in sight; False where all of them are ready.

        So moving on finds them ready. Near is as many rows again, up and down.
        """
        around = range(max(0, 2 * sight.start - sight.stop), 2 * sight.stop - sight.start)
        wanted = [index for index in around[: self.count - around.start] if index not in self._kept]
        for index in wanted[:count]:
            self.text(index)
        return len(wanted) > count

    def x_of(self, index: int, raw_at: int) -> float:
        """Where a place stands in its row."""
        qt_at = qt_text.to_qt(self._raw(index), raw_at - self.layout.rows[index].span.start)
        x: Any = self.text(index).lineAt(0).cursorToX(qt_at)
        return float(x[0] if isinstance(x, tuple) else x)

    def place_in(self, index: int, x: float) -> int:
        """The place of a row that is nearest to `x`."""
        qt_at = self.text(index).lineAt(0).xToCursor(x)
        return self.layout.rows[index].span.start + qt_text.to_out(self._raw(index), qt_at)

    def word_at(self, raw_at: int) -> Span:
        """The word of a row that holds a place."""
        from editor.ui import word_steps

        index = self.layout.row_at(raw_at)
        begin = self.layout.rows[index].span.start
        start, end = word_steps.word_at(self._raw(index), raw_at - begin)
        return Span(begin + start, begin + end)

    def clamped(self, index: int) -> int:
        """The nearest index of a row."""
        return max(0, min(index, self.count - 1))

    def moved(self, raw_at: int, unit: str, step: int) -> int:
        """The place a `char`, a `word`, to the `edge` of the row or the `end` of the text away."""
        rows, index = self.layout.rows, self.layout.row_at(raw_at)
        row = rows[index]
        if unit == "edge":
            return row.span.start if step < 0 else row.span.end
        if unit == "end":
            rows.grow(len(self.source.text) if step > 0 else 0)
            return 0 if step < 0 else rows[-1].span.end
        if unit == "word":
            from editor.ui import word_steps

            moved = row.span.start + word_steps.step(
                self._raw(index), raw_at - row.span.start, step
            )
            if moved != raw_at:
                return moved
        if step > 0:
            if raw_at < row.span.end:
                return raw_at + 1
            return rows[index + 1].span.start if index + 1 < len(rows) else raw_at
        if raw_at > row.span.start:
            return raw_at - 1
        return rows[index - 1].span.end if index else raw_at
