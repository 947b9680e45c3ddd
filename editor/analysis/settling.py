"""Pages decided from their raw text, in step: lines, evidence, best paths, and what is kept."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Any

from editor.analysis.base import Base, Stretch, lattice_of, stretch_of
from editor.analysis.decode import best_paths, messages, posteriors
from editor.analysis.evidence.glance import Possible
from editor.analysis.evidence.traits import counted
from editor.analysis.evidence.traits import traits as traits_of
from editor.analysis.evidence.view import View
from editor.analysis.habits import script_of
from editor.analysis.lattice import Lattice, Side
from editor.analysis.lines import cut
from editor.analysis.observe import TOGETHER as BLOCK
from editor.analysis.observe import observed
from editor.analysis.pinning import pinned
from editor.analysis.scripts import remembering, script
from editor.analysis.sections import sections
from editor.analysis.sums import all_posteriors, even_posteriors, marked_posteriors
from editor.model.decisions import Pin
from editor.model.giving_way import pause
from editor.model.project import Style
from editor.model.source import Source
from editor.model.waiting import stage, told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]


@dataclass
class _Sheet:
    """A page on its way to its base."""

    view: View
    face: str
    sections: list[tuple[int, int]]
    stretch: Stretch
    pins: tuple[Pin, ...]

    def lattice(self, section: tuple[int, int]) -> Lattice:
        """The lattice of a section."""
        return lattice_of(self.view, self.stretch.part(*section))

    def kept(self) -> View:
        """The view that is kept: of a long page without what was found of its lines."""
        view = replace(self.view, script=script(self.view.script.name))
        view.seen.possible = view.seen.glance = None
        return view if len(self.sections) == 1 else view.over(view.lines)


def _sheet(source: Source, style: Style, pins: tuple[Pin, ...]) -> _Sheet | None:
    """A page's lines and what is seen at each by itself; None where nothing is printed on it."""
    read_as = script(script_of(source.text))
    face = read_as.face(source.text)
    lines = cut(source, face=face)
    if not lines:
        return None
    roster = frozenset("".join(name.split()) for name in style.roster)
    possible: Possible | None = None
    plain: list[str] = []
    nameless: list[str] = []
    for at in range(0, len(lines) if read_as.alike else 0, BLOCK):
        possible = Possible(lines[at : at + BLOCK])
        pause()
        plain += possible.without(possible.furniture)
        nameless += possible.without(possible.byline)
    asking = remembering(read_as, plain, nameless)
    view = View(lines, pinned(asking.habits(lines, asking.shapes), pins), asking, roster)
    if len(lines) <= BLOCK:
        view.seen.possible = possible
    return _Sheet(view, face, sections(view), stretch_of(view, 0, len(lines)), pins)


TOGETHER = 4000
"""Lines that are decided in step: what their sums take is memory while they go."""
FEW = 8
"""Stretches that go in step however long they are: else calls would cost more than numbers."""


def _in_step(
    sheets: Sequence[_Sheet], work: Callable[[Sequence[Lattice]], Sequence[Any]]
) -> list[list[Any]]:
    """What `work` gives of the lattices of all sections, by page and section."""
    found: list[list[Any]] = [[None] * len(sheet.sections) for sheet in sheets]
    places = [(page, at) for page, sheet in enumerate(sheets) for at in range(len(sheet.sections))]

    def alike(place: tuple[int, int]) -> tuple[str, int, int]:
        sheet = sheets[place[0]]
        first, last = sheet.sections[place[1]]
        measures = len(sheet.view.habits.measures)
        return sheet.view.script.name, measures, first - last

    settled = 0

    def settle(group: list[tuple[int, int]]) -> None:
        nonlocal settled
        told(settled / len(places))
        settled += len(group)
        lattices = [sheets[page].lattice(sheets[page].sections[at]) for page, at in group]
        for (page, at), result in zip(group, work(lattices), strict=True):
            found[page][at] = result

    whole: Counter[str] = Counter()
    for name, _, less in map(alike, places):
        whole[name] -= less
    share = {name: lines / ceil(lines / TOGETHER) for name, lines in whole.items()}
    group: list[tuple[int, int]] = []
    lines, name = 0, ""
    for place in sorted(places, key=alike):
        script_name, _, less = alike(place)
        enough = lines - less / 2 > share[script_name] and len(group) >= FEW
        if group and (enough or script_name != name):
            settle(group)
            group, lines = [], 0
        group.append(place)
        lines, name = lines - less, script_name
    if group:
        settle(group)
    return found


def _look_again(sheets: Sequence[_Sheet]) -> None:
    """Pages with their traits counted from a first look, and their evidence with them."""
    import numpy as np

    sheets = [sheet for sheet in sheets if sheet.view.script.looks_again]
    for sheet, found in zip(sheets, _in_step(sheets, all_posteriors), strict=True):
        view, stretch = sheet.view, sheet.stretch
        sheet.view = view = replace(view, traits=counted(view, np.concatenate(found)))
        more = observed(view, (0, len(view.lines)), (traits_of,), view.script.tables())
        sheet.stretch = Stretch(stretch.rows.beside(more), stretch.buckets)


Asked = tuple[Source, Style, tuple[Pin, ...]]


Settled = tuple[tuple["Ints", "Ints", float], "Floats", Any]
"""A section's best path, its posteriors, and the messages that are kept of it."""


def _evenly(lattices: Sequence[Lattice]) -> list[Settled]:
    side = Side(lattices)
    paths, sums = best_paths(lattices, side), even_posteriors(lattices, side)
    return [(path, *found) for path, found in zip(paths, sums, strict=True)]


def _marked(lattices: Sequence[Lattice]) -> list[Settled]:
    side = Side(lattices)
    paths, sums = best_paths(lattices, side), marked_posteriors(lattices, side)
    return [(path, *found) for path, found in zip(paths, sums, strict=True)]


def _unmarked(lattices: Sequence[Lattice]) -> list[Settled]:
    side = Side(lattices)
    paths, sums = best_paths(lattices, side), all_posteriors(lattices, side)
    return [(path, found, None) for path, found in zip(paths, sums, strict=True)]


def _whole(lattices: Sequence[Lattice]) -> list[Settled]:
    paths, sums = best_paths(lattices), map(messages, lattices)
    return [(path, posteriors(found), found) for path, found in zip(paths, sums, strict=True)]


def _settled(sheets: Sequence[_Sheet], alone: bool) -> list[list[Settled]]:
    """What is decided of all sections, by page.

    A short page that is read alone may be asked for all its messages, and a long one for some; of
    an archive's pages the short ones are searched for text out of its place.
    """
    found: list[list[Settled]] = [[] for _ in sheets]
    short, long = (_whole, _marked) if alone else (_evenly, _unmarked)
    for work, is_short in ((short, True), (long, False)):
        mine = [at for at, sheet in enumerate(sheets) if (len(sheet.sections) == 1) is is_short]
        done = _in_step([sheets[at] for at in mine], work) if mine else []
        for at, settled in zip(mine, done, strict=True):
            found[at] = settled
    return found


def _of_sums(kept: Sequence[Any]) -> dict[str, Any]:
    """Where a base has what is kept of its sections' messages."""
    first = kept[0]
    if isinstance(first, tuple):
        return {"even": first}
    if len(kept) == 1 and first is not None:
        return {"whole": OrderedDict({0: first})}
    return {"sums": {at: marks for at, marks in enumerate(kept) if marks is not None}}


SEEN, SEEN_AGAIN = 0.68, 0.82
"""Shares of a long page's reading after which its evidence is seen, once and again."""


def build_bases(pages: Sequence[Asked]) -> list[Base | None]:
    """Decide pages from their raw text, all in step; None where nothing is printed on one.

    Pinned habits stand in place of those that the raw text has.
    """
    import numpy as np

    with stage(0.0, SEEN):
        found = [_sheet(*page) for page in pages]
    sheets = [sheet for sheet in found if sheet is not None]
    with stage(SEEN, SEEN_AGAIN):
        _look_again(sheets)
    with stage(SEEN_AGAIN, 1.0):
        settled = _settled(sheets, len(pages) == 1)
    made = iter(
        Base(
            sheet.kept(),
            sheet.stretch,
            np.concatenate([labels for (labels, _, _), _, _ in parts]),
            np.concatenate([states for (_, states, _), _, _ in parts]),
            np.concatenate([share for _, share, _ in parts]),
            sheet.sections,
            sheet.face,
            sheet.pins,
            **_of_sums([kept for _, _, kept in parts]),
        )
        for sheet, parts in zip(sheets, settled, strict=True)
    )
    return [next(made) if sheet is not None else None for sheet in found]


def build_base(source: Source, style: Style, pins: tuple[Pin, ...] = ()) -> Base | None:
    """Decide one page from its raw text; None where nothing is printed on it."""
    return build_bases(((source, style, pins),))[0]


_KEPT: OrderedDict[tuple[str, tuple[str, ...], tuple[Pin, ...]], Base | None] = OrderedDict()
KEEP = 6


def base_of(source: Source, style: Style, pins: tuple[Pin, ...] = ()) -> Base | None:
    """The base of a page, kept for the pages read last."""
    key = (source.text, style.roster, pins)
    if key in _KEPT:
        _KEPT.move_to_end(key)
        return _KEPT[key]
    found = build_base(source, style, pins)
    _KEPT[key] = found
    while len(_KEPT) > KEEP:
        gone = _KEPT.popitem(last=False)[1]
        if gone is not None:
            gone.part()
    return found


def known_base(source: Source, style: Style, pins: tuple[Pin, ...] = ()) -> Base | None:
    """The base of a page where it is kept."""
    return _KEPT.get((source.text, style.roster, pins))


def forget() -> None:
    """Keep no base any more; what is read is the same."""
    _KEPT.clear()
