"""The base path: what the raw page alone reads as, kept with all that re-deciding needs."""

from __future__ import annotations

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
from editor.analysis.observe import Observed, emissions, fits, observe, observed
from editor.analysis.scripts import script
from editor.analysis.structure import Chunks
from editor.analysis.tables import POLICIES, SQUEEZE, Tables
from editor.model.project import Style
from editor.model.source import Source
from editor.model.traced import TracedText
from editor.model.verdict import Reason, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass
class Stretch:
    """Consecutive lines with their evidence as numbers."""

    rows: list[Observed]
    scores: Floats  # (lines, labels)
    buckets: Ints
    fit: Floats  # (lines, states, kinds)

    def emit(self, table: Tables) -> Floats:
        """Scores (lines, states, labels)."""
        whole: Floats = self.scores[:, None, :] + self.fit[:, :, list(table.kinds)]
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


@dataclass
class Base:
    """A page decided from its raw text alone."""

    view: View
    stretch: Stretch
    lattice: Lattice
    labels: Ints
    states: Ints
    messages: Messages
    posterior: Floats
    face: str = ""
    """The Latin face that its lines were measured in."""
    plain: Any = None
    """The base read without decisions: its structure, and the page it was built as."""
    kept: Kept = field(default_factory=Kept)
    """What was made of the base, filled as it is asked for."""

    @property
    def lines(self) -> Sequence[Line]:
        """The page's printed lines, uncut."""
        return self.view.lines


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
    rows = observe(view, range(first, last), table)
    found, fit = fits(view, first, last, table)
    return Stretch(rows, emissions(rows, table), found, fit)


def lattice_of(view: View, stretch: Stretch) -> Lattice:
    """The lattice of a whole page."""
    import numpy as np

    table = view.script.tables()
    prior = state_prior(view)
    start = table.start[None, :] + prior[:, None]
    stop = np.repeat(table.stop[None, :], len(prior), axis=0)
    return Lattice(stretch.emit(table), table.then, table.switch, prior, start, stop, {})


def look_again(view: View, stretch: Stretch) -> tuple[View, Stretch]:
    """The page with its traits counted from a first look, and its evidence with them."""
    table = view.script.tables()
    first = posteriors(messages(lattice_of(view, stretch)))
    view = replace(view, traits=counted(view, first.tolist()))
    added = observed(view, range(len(view.lines)), (traits_of,), table)
    rows = [row + more for row, more in zip(stretch.rows, added, strict=True)]
    scores = stretch.scores + emissions(added, table)
    return view, Stretch(rows, scores, stretch.buckets, stretch.fit)


def build_base(source: Source, style: Style) -> Base | None:
    """Decide a page from its raw text; None where nothing is printed on it."""
    read_as = script(script_of(source.text))
    face = read_as.face(source.text)
    lines = cut(source, face=face)
    if not lines:
        return None
    roster = frozenset("".join(name.split()) for name in style.roster)
    view = View(lines, read_as.habits(lines), read_as, roster)
    stretch = stretch_of(view, 0, len(lines))
    if read_as.looks_again:
        view, stretch = look_again(view, stretch)
    lattice = lattice_of(view, stretch)
    labels, states, _ = viterbi(lattice)
    found = messages(lattice)
    return Base(view, stretch, lattice, labels, states, found, posteriors(found), face)


_KEPT: OrderedDict[tuple[str, Style], Base | None] = OrderedDict()
KEEP = 6


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
