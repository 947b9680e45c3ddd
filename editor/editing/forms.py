"""All doubtful forms of a project with all their places, to be worked out beside the window.

A page whose reading is not kept is read for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.editing.search import Hit, Searched, replaceable
from editor.model.giving_way import pause, paused
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.proofing.forms import FORMS, form
from editor.proofing.suspect import Check, Suspect

LARGE = 4_000_000
"""Characters of a project from which on its readings are not held all at once: then names are not
compared over its pages."""


@dataclass(frozen=True)
class Form:
    """One form that is printed, what should be, and its places, in the order of the pages."""

    rule: str
    shown: str
    put: str
    hits: tuple[Hit, ...]


def forms_of(
    project: Project,
    kept: Mapping[str, Reading],
    checks: Sequence[Check],
    told: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[Form, ...]:
    """The forms that are suspect anywhere and have a fix, those that are most first.

    `kept`: readings that are of the pages; `told` is told how many pages of how many are done. It
    ends at a page where nobody waits for it any more (`editor.model.waiting`).
    """
    wanted = [check for check in checks if check.name in FORMS]
    pages = project.pages
    if sum(len(page.source.text) for page in pages) <= LARGE:
        kept = {**kept, **dict(_read(project, kept))}
        names = {page.key: names_on(kept[page.key]) for page in paused(pages)}
    else:
        names = {}
    every = Counter[str]()
    for own in names.values():
        every.update(own)
    found: dict[tuple[str, str, str], list[Hit]] = {}
    for number, page in enumerate(pages):
        told(number, len(pages))
        pause()
        reading = kept.get(page.key) or _reading(project, page)
        elsewhere = every - names.get(page.key, Counter())
        for key, hit in _on_page(project, page, reading, wanted, elsewhere):
            found.setdefault(key, []).append(hit)
    forms = [Form(*key, tuple(hits)) for key, hits in found.items()]
    return tuple(sorted(forms, key=lambda one: -len(one.hits)))


def names_on(reading: Reading) -> Counter[str]:
    """The names of persons and places that a page prints, with how often."""
    from editor.model.project import Style
    from editor.proofing.naming import names_of
    from editor.proofing.run import sheet_of

    return names_of(sheet_of(reading, Style()))


def _on_page(
    project: Project,
    page: Page,
    reading: Reading,
    checks: Sequence[Check],
    elsewhere: Mapping[str, int],
) -> Iterator[tuple[tuple[str, str, str], Hit]]:
    from editor.proofing.run import suspects

    numbers = {article.at: number for number, article in enumerate(reading.articles)}
    last: Suspect | None = None
    for one in suspects(reading, page, project.style, checks, elsewhere):
        if one.fix is None:
            continue
        same = last is not None and last.passage is one.passage and one.start < last.end
        if same:  # of two checks that say the same the first one speaks
            continue
        last = one
        of = Searched(page.key, one.passage.traced, one.passage.role, numbers[one.passage.article])
        hit = replaceable(Hit(of, one.start, one.end, one.fix))
        if hit is not None:
            yield (one.rule, *form(one)), hit


def _read(project: Project, kept: Mapping[str, Reading]) -> Iterator[tuple[str, Reading]]:
    for page in paused(project.pages):
        if page.key not in kept:
            yield page.key, _reading(project, page)


def _reading(project: Project, page: Page) -> Reading:
    from editor.analysis import read_many

    return next(read_many([(page.source, page.decisions, project.style)]))
