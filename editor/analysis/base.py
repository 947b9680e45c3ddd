"""The base path: what the raw page alone reads as, kept with all that re-deciding needs."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import log
from typing import TYPE_CHECKING, Any

from editor.analysis.decode import Lattice, Messages, messages, posteriors, viterbi
from editor.analysis.evidence.traits import counted
from editor.analysis.evidence.traits import traits as traits_of
from editor.analysis.evidence.view import View
from editor.analysis.habits import script_of
from editor.analysis.lines import Line, cut
from editor.analysis.observe import Observed, emissions, filling, fits, observe, observed
from editor.analysis.scripts import script
from editor.analysis.sections import sections
from editor.analysis.structure import ArticlePlan, Chunks, HeadingPlan
from editor.analysis.tables import POLICIES, SQUEEZE, Tables
from editor.model.project import Style
from editor.model.reading import Article
from editor.model.source import Source
from editor.model.traced import TracedText
from editor.model.verdict import Reason, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]


@dataclass
class Stretch:
    """Consecutive lines with their evidence."""

    rows: list[Observed]
    buckets: Ints  # (lines, widths, kinds)

    def part(self, first: int, last: int) -> Stretch:
        """The stretch of its lines `first` to `last` (exclusive)."""
        return Stretch(self.rows[first:last], self.buckets[first:last])

    def emit(self, table: Tables) -> Floats:
        """Scores (lines, states, labels)."""
        return emitted(emissions(self.rows, table), fits(self.buckets, table), table)


def emitted(scores: Floats, fit: Floats, table: Tables) -> Floats:
    """Scores (lines, states, labels) of what was observed, and of how lines fill widths."""
    whole: Floats = scores[:, None, :] + fit[:, :, list(table.kinds)]
    return whole


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
    articles: dict[int, tuple[ArticlePlan, tuple[HeadingPlan, ...], Article]] = field(
        default_factory=dict
    )
    """As `Structure.made`."""


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
    plain: Any = None
    """The base read without decisions: its structure, and the page it was built as."""
    kept: Kept = field(default_factory=Kept)
    """What was made of the base, filled as it is asked for."""
    sums: OrderedDict[int, tuple[Lattice, Messages]] = field(default_factory=OrderedDict)
    """The lattices and messages of the sections that decisions fell in last, by number."""

    @property
    def lines(self) -> Sequence[Line]:
        """The page's printed lines, uncut."""
        return self.view.lines

    def before(self, at: int) -> Floats:
        """What reaches the line behind `at` from before: the forward row of line `at`."""
        first, _, found = self._section(at)
        row: Floats = found.forward[at - first]
        return row

    def behind(self, at: int) -> Floats:
        """What reaches the line before `at` from behind: emission and backward row of `at`."""
        import numpy as np

        first, lattice, found = self._section(at)
        emit = lattice.emit[at - first]
        product: Floats = np.exp(emit - emit.max()) * found.backward[at - first]
        scaled: Floats = product / product.sum()
        return scaled

    def _section(self, at: int) -> tuple[int, Lattice, Messages]:
        number = bisect_right(self.sections, at, key=lambda section: section[0]) - 1
        first, last = self.sections[number]
        found = self.sums.get(number)
        if found is None:
            lattice = lattice_of(self.view, self.stretch.part(first, last))
            found = self.sums[number] = lattice, messages(lattice)
            while len(self.sums) > KEEP_SECTIONS:
                self.sums.popitem(last=False)
        return first, *found


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
    return Stretch(observe(view, range(first, last), table), filling(view, first, last))


def lattice_of(view: View, stretch: Stretch) -> Lattice:
    """The lattice of a page or of a section, its edges as a page's."""
    table = view.script.tables()
    prior = state_prior(view)
    start, stop = edges(table, prior)
    return Lattice(stretch.emit(table), table.then, table.switch, prior, start, stop, {})


def edges(table: Tables, prior: Floats) -> tuple[Floats, Floats]:
    """Scores (states, labels) before the first line and behind the last."""
    import numpy as np

    return table.start[None, :] + prior[:, None], np.repeat(table.stop[None, :], len(prior), axis=0)


def look_again(view: View, parts: list[Stretch]) -> tuple[View, list[Stretch]]:
    """The page with its traits counted from a first look, and its evidence with them."""
    table = view.script.tables()
    first = [row for part in parts for row in _posterior(lattice_of(view, part)).tolist()]
    view = replace(view, traits=counted(view, first))
    added = observed(view, range(len(view.lines)), (traits_of,), table)
    more = iter(added)
    again = [Stretch([row + next(more) for row in part.rows], part.buckets) for part in parts]
    return view, again


def _posterior(lattice: Lattice) -> Floats:
    return posteriors(messages(lattice))


def build_base(source: Source, style: Style) -> Base | None:
    """Decide a page from its raw text; None where nothing is printed on it."""
    import numpy as np

    read_as = script(script_of(source.text))
    face = read_as.face(source.text)
    lines = cut(source, face=face)
    if not lines:
        return None
    roster = frozenset("".join(name.split()) for name in style.roster)
    view = View(lines, read_as.habits(lines), read_as, roster)
    found = sections(view)
    parts = [stretch_of(view, first, last) for first, last in found]
    if read_as.looks_again:
        view, parts = look_again(view, parts)
    labels, states, posterior = [], [], []
    sums: OrderedDict[int, tuple[Lattice, Messages]] = OrderedDict()
    for part in parts:
        lattice = lattice_of(view, part)
        best, widths, _ = viterbi(lattice)
        reached = messages(lattice)
        labels.append(best)
        states.append(widths)
        posterior.append(posteriors(reached))
        if len(parts) == 1:
            sums[0] = lattice, reached
    whole = Stretch(
        [row for part in parts for row in part.rows],
        np.concatenate([part.buckets for part in parts]),
    )
    return Base(
        view,
        whole,
        np.concatenate(labels),
        np.concatenate(states),
        np.concatenate(posterior),
        found,
        face,
        sums=sums,
    )


_KEPT: OrderedDict[tuple[str, Style], Base | None] = OrderedDict()
KEEP = 6
KEEP_SECTIONS = 2


def base_of(source: Source, style: Style) -> Base | None:
    """The base of a page, kept for the pages read last."""
    key = (source.text, style)
    if key in _KEPT:
        _KEPT.move_to_end(key)
        return _KEPT[key]
    found = build_base(source, style)
    _KEPT[key] = found
    while len(_KEPT) > KEEP:
        _KEPT.popitem(last=False)
    return found


def forget() -> None:
    """Keep no base any more; what is read is the same."""
    _KEPT.clear()
