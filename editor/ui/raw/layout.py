"""How the raw text stands in rows: what is folded, what is broken for display, what is where.

A row is a stretch of one line of the file. Blank lines that extraction left between column
lines are folded to nothing unless they are asked for; lines above `LIMIT` characters take
several rows. A long text is laid out from its start as far as it was asked for: whoever shows
it lets it grow. Nothing here is Qt's.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, overload

from editor.model.places import Span
from editor.model.sequences import alike
from editor.model.source import Source
from editor.model.structure import Joint, Role

if TYPE_CHECKING:  # the text is shown before anything of these is loaded
    from editor.model.decisions import Decisions, Patch
    from editor.model.reading import Reading
    from editor.model.verdict import Verdict

LIMIT = 2000
AT_ONCE = 100_000
"""Characters that are laid out in one go: some ten milliseconds."""
LONGEST = 20
"""How many of the longest rows are known: the widest is among them."""

_LINES = re.compile(r"^[^\n]*", re.MULTILINE)
_PRINTED = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)


class Row(NamedTuple):
    """One row of display. `line` counts from 1 in the file; `first`: it starts its line."""

    line: int
    span: Span
    first: bool = True


class Rows(Sequence[Row]):
    """The rows that were laid out so far, in order; there is always at least one."""

    def __init__(self, source: Source, *, folded: bool) -> None:
        """Lay out the beginning; blank lines are left out where `folded`."""
        self.source = source
        self.reach = 0
        """What starts before this place is laid out (raw)."""
        self.longest: list[tuple[int, int]] = []
        """Length and start of the longest rows."""
        self._starts, self._ends = array("q"), array("q")
        self._lines = (_PRINTED if folded else _LINES).finditer(source.text)
        self.grow(AT_ONCE)

    @property
    def whole(self) -> bool:
        """Whether all of the text is laid out."""
        return self.reach > len(self.source.text)

    def grow(self, until: int) -> None:
        """Lay out all lines that start before `until`, and the line behind them."""
        if self.reach >= until or self.whole:
            return
        starts, ends, count = self._starts, self._ends, len(self._starts)
        for found in self._lines:
            start, end = found.span()
            starts.append(start)
            if end - start > LIMIT:
                for part in range(start + LIMIT, end, LIMIT):
                    ends.append(part)
                    starts.append(part)
            ends.append(end)
            if start >= until:
                self.reach = start + 1
                break
        else:
            self.reach = len(self.source.text) + 1
            if not starts:
                starts.append(0)
                ends.append(0)
        lengths = ((ends[at] - starts[at], starts[at]) for at in range(count, len(starts)))
        self.longest = nlargest(LONGEST, (*self.longest, *nlargest(LONGEST, lengths)))

    def index_at(self, raw_at: int) -> int:
        """The index of the row that shows a place, or of the last one before it."""
        self.grow(min(raw_at, len(self.source.text)) + 1)
        return max(0, bisect_right(self._starts, raw_at) - 1)

    def __len__(self) -> int:
        """How many there are so far."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """One row, or several."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        start, end = self._starts[index], self._ends[index]
        first = start == 0 or self.source.text[start - 1] == "\n"
        return Row(bisect_right(self.source.line_starts, start), Span(start, end), first)


@dataclass(frozen=True)
class RawLayout:
    """The rows of a source."""

    source: Source
    rows: Rows

    @staticmethod
    def of(source: Source, *, folded: bool) -> RawLayout:
        """The rows of `source`, blank lines left out where `folded`; a long text's beginning."""
        return RawLayout(source, Rows(source, folded=folded))

    def row_at(self, raw_at: int) -> int:
        """The index of the row that shows the place, or the last one before it."""
        return self.rows.index_at(raw_at)

    def clamp(self, raw_at: int) -> int:
        """The nearest place that is shown at or before this one (folded lines have none)."""
        row = self.rows[self.row_at(raw_at)]
        return max(row.span.start, min(raw_at, row.span.end))

    def row_start(self, raw_at: int) -> int:
        """Where the row that shows the place begins."""
        return self.rows[self.row_at(raw_at)].span.start

    def line_span(self, raw_at: int) -> Span:
        """The whole line of the file that shows the place, without its line end."""
        line = self.rows[self.row_at(raw_at)].line
        start = self.source.line_starts[line - 1]
        end = self.source.text.find("\n", start)
        return Span(start, len(self.source.text) if end < 0 else end)


_Structure = tuple[
    tuple[tuple[Span, Role], ...], tuple[tuple[int, Joint, bool], ...], tuple[Span, ...]
]


@dataclass(frozen=True)
class RawMarks:
    """What a reading says of the raw text, by place: what the pane draws beside and under it.

    Nothing at all where there is no reading yet.
    """

    reading: Reading | None = None
    decisions: Decisions | None = None
    _looked: dict[Span, _Structure] = field(default_factory=dict, compare=False, repr=False)
    """What was asked before: rows are asked for what they show again and again."""

    def then(self, reading: Reading, decisions: Decisions) -> RawMarks:
        """The marks of another reading; what was found out is kept where only letters differ."""
        old = self.reading
        same = old is not None and old.roles is reading.roles and old.joints is reading.joints
        if old is None or not same or not alike(old.doubts, reading.doubts):
            return RawMarks(reading, decisions)
        return RawMarks(reading, decisions, self._looked)

    def looks(self, span: Span) -> tuple[object, ...]:
        """All that makes a row look as it does besides caret and theme."""
        return (*self._at(span), tuple(self.patches(span)))

    def roles(self, span: Span) -> tuple[tuple[Span, Role], ...]:
        """The parts of `span` that have a role, in order."""
        return self._at(span)[0]

    def breaks(self, span: Span) -> tuple[tuple[int, Joint, bool], ...]:
        """Each place in `span` where a paragraph or article starts, and whether that is decided."""
        return self._at(span)[1]

    def doubts(self, span: Span) -> tuple[Span, ...]:
        """The parts of `span` that a doubt points at."""
        return self._at(span)[2]

    def look_at(self, spans: Sequence[Span]) -> None:
        """Find out about rows that follow one another, all at once: that is quicker."""
        wanted = [span for span in spans if span not in self._looked]
        if not wanted or self.reading is None:
            return
        roles = list(self._roles(Span(wanted[0].start, wanted[-1].end)))
        joints = list(self._joints(Span(wanted[0].start, wanted[-1].end)))
        role_at = joint_at = 0
        for span in wanted:
            while role_at < len(roles) and roles[role_at][0].end <= span.start:
                role_at += 1
            here: list[tuple[Span, Role]] = []
            for held, role in roles[role_at:]:
                if held.start >= span.end:
                    break
                if held.overlaps(span):
                    part = Span(max(held.start, span.start), min(held.end, span.end))
                    here.append((part, role))
            while joint_at < len(joints) and joints[joint_at][0] < span.start:
                joint_at += 1
            breaks: list[tuple[int, Joint, bool]] = []
            for joint in joints[joint_at:]:
                if joint[0] >= span.end:
                    break
                if any(joint[0] in held and role.flows for held, role in here):
                    breaks.append(joint)
            self._looked[span] = tuple(here), tuple(breaks), tuple(self._doubts(span))

    def _at(self, span: Span) -> _Structure:
        if span not in self._looked:
            self.look_at((span,))
        return self._looked.get(span, ((), (), ()))

    def _roles(self, span: Span) -> Iterator[tuple[Span, Role]]:
        """The stretches of one role that reach into `span`, in order."""
        roles = self.reading.roles if self.reading else ()
        index = max(0, bisect_right(roles, span.start, key=_role_start) - 1)
        for held, verdict in roles[index : bisect_left(roles, span.end, key=_role_start)]:
            if held.overlaps(span) and isinstance(verdict.value, Role):
                yield held, verdict.value

    def _joints(self, span: Span) -> Iterator[tuple[int, Joint, bool]]:
        """The joints in `span` that break a paragraph or an article."""
        joints = self.reading.joints if self.reading else ()
        ends = [bisect_left(joints, at, key=itemgetter(0)) for at in span]
        for raw_at, verdict in joints[ends[0] : ends[1]]:
            if isinstance(verdict.value, Joint) and verdict.value.breaks:
                yield raw_at, verdict.value, verdict.decided

    def _doubts(self, span: Span) -> Iterator[Span]:
        for doubt in self.reading.doubts_in(span) if self.reading else ():
            start, end = doubt.span.start, max(doubt.span.end, doubt.span.start + 1)
            yield Span(max(start, span.start), min(end, span.end))

    def patches(self, span: Span) -> Iterator[Patch]:
        """The corrections that touch `span`, insertions at its end included."""
        patches = self.decisions.patches if self.decisions else ()
        index = max(0, bisect_right(patches, span.start, key=_patch_start) - 1)
        for at in range(index, len(patches)):
            patch = patches[at]
            if patch.span.start > span.end:
                return
            if patch.span.touches(span):
                yield patch


def _role_start(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start


def _patch_start(patch: Patch) -> int:
    return patch.span.start
