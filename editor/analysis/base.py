"""The base path: what the raw page alone reads as, kept with all that re-deciding needs."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING, Any

from editor.analysis.decode import Messages, messages
from editor.analysis.evidence.view import View
from editor.analysis.lattice import Lattice
from editor.analysis.lines import Line
from editor.analysis.observe import Rows, emissions, filling, fits, observe
from editor.analysis.resuming import Stretched
from editor.analysis.structure import Chunks, Made
from editor.analysis.sums import (
    EVERY,
    marks_of,
)
from editor.analysis.tables import POLICIES, SQUEEZE, Tables
from editor.model.decisions import Pin
from editor.model.places import Span
from editor.model.traced import TracedText
from editor.model.verdict import Reason, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Singles = NDArray[np.float32]
    Ints = NDArray[np.signedinteger]


@dataclass
class Stretch:
    """Consecutive lines with their evidence."""

    rows: Rows
    buckets: Ints  # (lines, widths, kinds)

    def part(self, first: int, last: int) -> Stretch:
        """The stretch of its lines `first` to `last` (exclusive)."""
        return Stretch(self.rows.part(first, last), self.buckets[first:last])


@dataclass
class Kept:
    """What the base alone says of its lines, by line number: stands away from decisions."""

    joints: dict[int, Verdict] = field(default_factory=dict)
    roles: dict[int, Verdict] = field(default_factory=dict)
    reasons: dict[int, tuple[Reason, ...]] = field(default_factory=dict)
    chunks: dict[int, Chunks] = field(default_factory=dict)
    """By the first line of a block."""
    texts: dict[int, tuple[Chunks, TracedText]] = field(default_factory=dict)
    """As `Structure.laid`: all structures of the page share it."""
    articles: dict[int, Made] = field(default_factory=dict)
    """As `Structure.made`."""
    cut: dict[tuple[int, tuple[Span, ...]], Stretch] = field(default_factory=dict)
    """Evidence of lines around a cut, by where the first starts and how all around are cut."""
    bodies: dict[int, float] = field(default_factory=dict)
    """How likely the lines that were asked about are body text."""
    stretches: list[Stretched] = field(default_factory=list)
    """Stretches near decisions as they were decided last (`editor.analysis.resuming`)."""
    clusters: dict[Any, Any] = field(default_factory=dict)
    """What was laid in of parts near decisions (`editor.analysis.piecing`)."""
    joined: dict[str, Any] = field(default_factory=dict)
    """What the last reading was put together of there."""

    def forget(self) -> None:
        """Keep nothing: verdicts ask for reasons where these are kept, which is a circle."""
        for held in vars(self).values():
            held.clear()


KEEP_SECTIONS = 2
"""Sections of a page whose messages are kept whole."""


@dataclass
class Base:
    """A page decided from its raw text alone."""

    view: View
    stretch: Stretch
    labels: Ints
    states: Ints
    posterior: Floats
    sections: list[tuple[int, int]]
    face: str = ""
    """The Latin face that its lines were measured in."""
    pins: tuple[Pin, ...] = ()
    """Habits that a person pinned."""
    plain: Any = None
    """The base read without decisions: its structure, and the page it was built as."""
    kept: Kept = field(default_factory=Kept)
    """What was made of the base, filled as it is asked for."""
    sums: dict[int, Messages] = field(default_factory=dict)
    """Messages of every so many lines (`sums.EVERY`), by the number of the section."""
    whole: OrderedDict[int, Messages] = field(default_factory=OrderedDict)
    """Those of all lines of the sections that were asked for last, and of a short page."""

    even: tuple[Singles, Singles] | None = None
    """Of a short page among many: its forward and backward rows, each one in all, for `links`."""

    def part(self) -> None:
        """Keep nothing that leads back here: it goes with its readings, and at once."""
        self.plain = self.even = None
        self.kept.forget()

    @property
    def lines(self) -> Sequence[Line]:
        """The page's printed lines, uncut."""
        return self.view.lines

    @property
    def prior(self) -> Floats:
        """Log share of each state on the page."""
        return state_prior(self.view)

    def before(self, at: int) -> Floats:
        """What reaches the line behind `at` from before: the forward row of line `at`."""
        number, first, _ = self._section(at)
        if number in self.whole:
            row: Floats = self.whole[number].forward[at - first]
            return row
        mark = (at - first) // EVERY
        row = self._marks(number).forward[mark]
        known = first + mark * EVERY
        if known < at:
            row = messages(self._lattice(known + 1, at + 1), before=row).forward[-1]
        return row

    def behind(self, at: int) -> Floats:
        """What reaches the line before `at` from behind: emission and backward row of `at`."""
        number, first, last = self._section(at)
        if number in self.whole:
            return self._weighed(at, self.whole[number].backward[at - first])
        mark = -((first - at) // EVERY)
        known = min(last, first + mark * EVERY)
        if known == last:
            row = messages(self._lattice(at, last)).backward[0]
        elif known == at:
            row = self._marks(number).backward[mark]
        else:
            product = self._weighed(known, self._marks(number).backward[mark])
            row = messages(self._lattice(at, known), behind=product).backward[0]
        return self._weighed(at, row)

    def messages_at(self, at: int) -> tuple[int, Messages]:
        """The messages of the section that holds line `at`, and the section's first line."""
        number, first, last = self._section(at)
        found = self.whole.get(number)
        if found is None:
            found = self.whole[number] = messages(self._lattice(first, last))
            while len(self.whole) > KEEP_SECTIONS:
                self.whole.popitem(last=False)
        return first, found

    def _section(self, at: int) -> tuple[int, int, int]:
        number = bisect_right(self.sections, at, key=lambda section: section[0]) - 1
        return number, *self.sections[number]

    def _marks(self, number: int) -> Messages:
        if number not in self.sums:  # of many pages at once they were not kept
            self.sums[number] = marks_of(messages(self._lattice(*self.sections[number])))
        return self.sums[number]

    def _lattice(self, first: int, last: int) -> Lattice:
        return lattice_of(self.view, self.stretch.part(first, last))

    def _weighed(self, at: int, row: Floats) -> Floats:
        import numpy as np

        own = self._lattice(at, at + 1).emission(0)
        product: Floats = np.exp(own - own.max()) * row
        scaled: Floats = product / product.sum()
        return scaled


def state_prior(view: View) -> Floats:
    """Log share of each state (width × policy) on this page."""
    import numpy as np

    rows = []
    for share in view.habits.popularity:
        for policy in range(POLICIES):
            rows.append(log(share) * 0.5 + (-0.9 if policy == SQUEEZE else -0.5))
    return np.array(rows)


def stretch_of(view: View, first: int, last: int) -> Stretch:
    """The evidence of lines `first` to `last` (exclusive)."""
    table = view.script.tables()
    return Stretch(observe(view, first, last, table), filling(view, first, last))


def lattice_of(view: View, stretch: Stretch) -> Lattice:
    """The lattice of a page or of a section, its edges as a page's."""
    table = view.script.tables()
    prior = state_prior(view)
    return Lattice(
        fits(stretch.buckets, table), table.then, table.switch, prior, *edges(table, prior), {},
        emissions(stretch.rows, table),
    )  # fmt: skip


def edges(table: Tables, prior: Floats) -> tuple[Floats, Floats]:
    """Scores (states, labels) before the first line and behind the last."""
    import numpy as np

    return table.start[None, :] + prior[:, None], np.repeat(table.stop[None, :], len(prior), axis=0)
