"""What was read of the pages of a project, kept for those looked at last.

A reading may be dropped at any time: it comes back the same. It is taken only while it is of
what stands decided.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from editor.model.decisions import STRUCTURAL, Decisions
from editor.model.project import Page, Style
from editor.model.reading import Reading
from editor.model.source import Source

KEPT_PAGES, KEPT_CHARACTERS = 5, 400_000
"""Pages whose readings are kept, and how much text they have together at the most."""

LONG = 500_000
"""Characters of a page that is always read elsewhere: finding out what a new reading asks, and
of which article, takes as long as reading near a decision."""


class Analysis(Protocol):
    """The two halves of reading a page (`editor.analysis`)."""

    def analyse(self, source: Source, decisions: Decisions, style: Style) -> Any:
        """The structure of the page: joints, roles, assignments; sees structural decisions only."""
        ...

    def look_ahead(self, source: Source, decisions: Decisions, style: Style) -> None:
        """Look at what `analyse` would ask for, where that makes it sooner."""
        ...

    def assemble(self, source: Source, structure: Any, decisions: Decisions) -> Reading:
        """The reading: structure with patches, typed fields and moves laid in."""
        ...


class OwnAnalysis:
    """`editor.analysis`, imported when the first page is read."""

    def analyse(self, source: Source, decisions: Decisions, style: Style) -> Any:
        """As `Analysis`."""
        from editor import analysis

        return analysis.analyse(source, decisions, style)

    def look_ahead(self, source: Source, decisions: Decisions, style: Style) -> None:
        """As `Analysis`."""
        from editor import analysis

        analysis.look_ahead(source, decisions, style)

    def assemble(self, source: Source, structure: Any, decisions: Decisions) -> Reading:
        """As `Analysis`."""
        from editor import analysis

        return analysis.assemble(source, structure, decisions)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a page, of which page and style.

    `seconds`: the processor time that it took, so that a thread that waits for its turn is not
    taken for a long page. `whole`: whether the page was read as a whole, not near a decision.
    `structure`: None where it is not known, and nothing can be laid in or read anew near it.
    """

    page: Page
    style: Style
    structural: Decisions
    structure: Any
    reading: Reading
    seconds: float
    whole: bool

    @property
    def is_bare(self) -> bool:
        """Whether there is a reading only, of the page exactly as it stood."""
        return self.structure is None


class Reads:
    """Readings by the keys of their pages. Not thread-safe; what `reader` gives may run so."""

    def __init__(self, analysis: Analysis | None) -> None:
        """Nothing was read."""
        self._analysis = analysis or OwnAnalysis()
        self._reads: OrderedDict[str, Read] = OrderedDict()
        self._took: dict[tuple[str, bool], float] = {}
        self._structural = Decisions(), Decisions()

    def get(self, key: str) -> Read | None:
        """What was read of a page last, if it is kept."""
        return self._reads.get(key)

    def drop(self, key: str) -> None:
        """Keep nothing of a page."""
        self._reads.pop(key, None)

    def keep(self, read: Read) -> None:
        """Keep it as what was used last; of the others as many as there is room for."""
        self._reads[read.page.key] = read
        self._reads.move_to_end(read.page.key)
        self._took[read.page.key, read.whole] = read.seconds
        while len(self._reads) > 1 and self._is_much():
            self._reads.popitem(last=False)

    def touch(self, key: str) -> None:
        """A page is looked at: it is the last to be let go."""
        if key in self._reads:
            self._reads.move_to_end(key)

    def _is_much(self) -> bool:
        size = sum(len(read.page.source.text) for read in self._reads.values())
        return len(self._reads) > KEPT_PAGES or size > KEPT_CHARACTERS

    def holds(self, read: Read, page: Page, style: Style) -> bool:
        """Whether `page` has the structure of `read` still; its patches may be others."""
        if read.page.source is not page.source or read.style.roster != style.roster:
            return False
        before, now = read.page.decisions, page.decisions
        if read.is_bare:
            return before == now
        if all(getattr(before, name) == getattr(now, name) for name in STRUCTURAL):
            return True
        if self._structural[0] is not page.decisions:  # asked again and again while one waits
            self._structural = page.decisions, page.decisions.structural
        return read.structural == self._structural[1]

    def reader(self, page: Page, style: Style) -> Callable[[], Read]:
        """What reads `page` as it stands now. May run in any thread."""
        analysis, whole = self._analysis, self.is_whole(page, style)

        def read() -> Read:
            begun = time.thread_time()
            structural = page.decisions.structural
            structure = analysis.analyse(page.source, structural, style)
            reading = analysis.assemble(page.source, structure, page.decisions)
            seconds = time.thread_time() - begun
            return Read(page, style, structural, structure, reading, seconds, whole)

        return read

    def look_ahead(self, page: Page, style: Style) -> None:
        """Look at what reading `page` would ask for."""
        self._analysis.look_ahead(page.source, page.decisions.structural, style)

    def assembled(self, read: Read, page: Page) -> Read:
        """The same structure with the patches that `page` has."""
        if read.page.decisions is page.decisions:
            return read
        if read.page.decisions == page.decisions:
            return replace(read, page=page)
        reading = self._analysis.assemble(page.source, read.structure, page.decisions)
        return replace(read, page=page, reading=reading)

    def reread(self, page: Page, style: Style) -> Read:
        """The reading of `page`, made now where there is none, or an older one."""
        read = self._reads.get(page.key)
        if read is not None and self.holds(read, page, style):
            read = self.assembled(read, page)
        else:
            read = self.reader(page, style)()
        self.keep(read)
        return read

    def is_whole(self, page: Page, style: Style) -> bool:
        """Whether all of `page` is to be read: none was yet, or what concerns all of it changed."""
        read = self._reads.get(page.key)
        if read is None or read.page.source is not page.source:
            return True
        before, now = read.page.decisions, page.decisions
        return read.style.roster != style.roster or before.pins != now.pins

    def waits(self, page: Page, style: Style, patience: float) -> bool:
        """Whether reading `page` is left to somebody who has the time (`patience`: seconds)."""
        read = self._reads.get(page.key)
        if read is None:
            return patience < math.inf
        took = self._took.get((page.key, self.is_whole(page, style)), 0.0)
        if len(page.source.text) > LONG and patience < math.inf:
            took = math.inf
        return took > patience and not self.holds(read, page, style)
