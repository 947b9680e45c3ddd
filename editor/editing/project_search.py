"""Finding and replacing over all pages of a project, to be run beside the window.

A page whose reading is not kept is read for it, and let go again: hits keep only the blocks that
they are in. The time limit is of the search alone, not of the reading.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from editor.editing.fields import typed_part
from editor.editing.found_before import FoundBefore, FoundOnPage
from editor.editing.replacing import ReplaceAll
from editor.editing.search import (
    LIMIT,
    Found,
    Hit,
    Query,
    Searched,
    changes_of,
    corrected_texts,
    raw_texts,
    search,
)
from editor.model.decisions import Decisions, Mark
from editor.model.giving_way import pause, paused
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading


@dataclass(frozen=True)
class FoundInProject:
    """All hits, page by page. `changes`: those that can be replaced, as they are replaced."""

    found: Found
    changes: tuple[Hit, ...] = ()


def search_project(
    project: Project,
    kept: Mapping[str, Reading],
    query: Query,
    put: str = "",
    *,
    limit: float = LIMIT,
    before: FoundBefore | None = None,
    stop: Callable[[], bool] = lambda: False,
    told: Callable[[int, int, int], None] = lambda done, of, hits: None,
) -> FoundInProject:
    """All that `query` finds, in the order of the pages. `kept`: readings that are of the pages.

    `before`: what is known of this query; what is found is kept there. `told` is told how many
    pages of how many are done, with how many hits; `stop` ends it. Raises `PatternError`.
    """
    query.compiled()  # what cannot be read is told before a page is
    before = before or FoundBefore(query, put, project.style)
    hits: list[Hit] = []
    changes: list[Hit] = []
    spent = 0.0
    for number, page in enumerate(paused(project.pages)):
        told(number, len(project.pages), len(hits))
        if (known := before.of(page)) is not None:
            hits += known.hits
            changes += known.changes
            continue
        reading: Reading | None = kept.get(page.key)
        if not query.raw:
            reading = reading if reading is not None else _read(page, project.style)
            texts = list(corrected_texts(page, reading))
        else:
            texts = list(raw_texts(page))
        begun = time.monotonic()
        found = search(texts, query, put, limit=limit - spent, stop=stop)
        spent += time.monotonic() - begun
        hits += found.hits
        if found.ran_out or stop():
            return FoundInProject(Found(tuple(hits), ran_out=True))
        can = changes_of(found, query, partial(_corrected, page, reading, project.style))
        changes += can
        before.keep(FoundOnPage(page, found.hits, can))
    return FoundInProject(Found(tuple(hits)), tuple(changes))


def _corrected(page: Page, reading: Reading | None, style: Style) -> Iterable[Searched]:
    return corrected_texts(page, reading if reading is not None else _read(page, style))


def replaced(
    project: Project,
    kept: Mapping[str, Reading],
    hits: Sequence[Hit],
    mark: Mark,
    before: FoundBefore | None = None,
) -> tuple[tuple[str, Decisions, Decisions], ...]:
    """What stands and what is to stand decided about each page with hits, for `DecideAll`.

    `before`: learns what is left of the hits.
    """
    return tuple(_replaced(project, kept, hits, mark, before))


def _replaced(
    project: Project,
    kept: Mapping[str, Reading],
    hits: Sequence[Hit],
    mark: Mark,
    before: FoundBefore | None,
) -> Iterator[tuple[str, Decisions, Decisions]]:
    for key, group in groupby(sorted(hits, key=_page_of(project)), lambda hit: hit.of.page):
        if not project.has_page(key):
            continue
        pause()
        page, here = project.page(key), tuple(group)
        reading = kept.get(key)
        if reading is None:  # asked of only where a field was typed
            typed = any(typed_part(hit.of.text) is not None for hit in here)
            reading = _read(page, project.style) if typed else Reading()
        decided = ReplaceAll(here).apply(page, reading, mark)
        if before is not None:
            before.replaced(page, page.decided(decided), here)
        yield key, page.decisions, decided


def _page_of(project: Project) -> Callable[[Hit], int]:
    places = {key: number for number, key in enumerate(project.keys)}
    return lambda hit: places.get(hit.of.page, -1)


def _read(page: Page, style: Style) -> Reading:
    from editor.analysis import read_many

    return next(read_many([(page.source, page.decisions, style)]))
