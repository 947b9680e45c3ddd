"""What was found on each page for what is asked now: looked for again only where a page changed.

To look through a page it has to be read, and most readings of a project are not kept. So what a
page held stays known while that page stands as it stood, and for the state before: a step that is
taken back asks for no reading either. Where hits were replaced, what is left is known too, unless
something is found in the blocks that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from editor.editing.fields import typed_part
from editor.editing.search import Hit, Query
from editor.model.project import Page, Style

PATIENCE = 0.2
"""Seconds that one block is looked through."""
STATES = 2
"""States of a page of which it stays known what they held: as it stands, and before that."""


@dataclass(frozen=True)
class FoundOnPage:
    """All that a page holds of what is asked.

    `changes`: what of it can be replaced, as it is replaced.
    """

    page: Page
    hits: tuple[Hit, ...] = ()
    changes: tuple[Hit, ...] = ()

    def holds(self, page: Page) -> bool:
        """Whether `page` stands as the page that was looked through."""
        return self.page.source is page.source and self.page.decisions == page.decisions


class FoundBefore:
    """Of one query, by pages. Threads may ask and tell at once."""

    def __init__(self, query: Query, put: str, style: Style) -> None:
        """Nothing was found yet."""
        self._asked = query, put, style.roster
        self._found: dict[str, tuple[FoundOnPage, ...]] = {}

    def answers(self, query: Query, put: str, style: Style) -> bool:
        """Whether it is about this query, put in so, of pages read in this style."""
        return self._asked == (query, put, style.roster)

    def of(self, page: Page) -> FoundOnPage | None:
        """What a page holds, where that is known."""
        return next((one for one in self._found.get(page.key, ()) if one.holds(page)), None)

    def keep(self, found: FoundOnPage) -> None:
        """A page was looked through."""
        before = self._found.get(found.page.key, ())
        others = tuple(one for one in before if not one.holds(found.page))
        self._found[found.page.key] = (found, *others)[:STATES]

    def replaced(self, before: Page, after: Page, hits: Sequence[Hit]) -> None:
        """Hits of a page were replaced: keep what is left, where that is sure."""
        found = self.of(before)
        left = self._left(found, hits) if found is not None else None
        if left is not None:
            self.keep(FoundOnPage(after, *left))

    def _left(
        self, found: FoundOnPage, hits: Sequence[Hit]
    ) -> tuple[tuple[Hit, ...], tuple[Hit, ...]] | None:
        """What is left of the hits and changes of a page; None where it has to be looked for."""
        query = self._asked[0]
        if query.raw:
            return None  # the page prints it as before, but it is corrected now
        pattern = query.compiled()
        changed: set[int] = set()
        for _, group in groupby(hits, lambda hit: id(hit.of)):
            here = tuple(group)
            of, text = here[0].of, here[0].of.text.text
            if typed_part(of.text) is not None or any("\n" in hit.put for hit in here):
                return None
            for hit in reversed(here):
                text = text[: hit.start] + hit.put + text[hit.end :]
            try:
                if pattern.search(text, timeout=PATIENCE) is not None:
                    return None
            except TimeoutError:
                return None
            changed.add(id(of))
        rest = (
            tuple(hit for hit in some if id(hit.of) not in changed)
            for some in (found.hits, found.changes)
        )
        return next(rest), next(rest)

    def all(self) -> Iterator[Hit]:
        """All hits that are held, for whoever lets them go."""
        for states in self._found.values():
            for one in states:
                yield from one.hits
                yield from one.changes
