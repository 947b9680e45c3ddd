"""What an editor can do to a project as a whole: its pages, their order and what they are called.

Each is a frozen value that says which step it is; `Session.change` takes the step. A page that
comes is handed over beside the step: the history names pages by their keys only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from editor.model.decisions import Decisions, Delta
from editor.model.history import LinksChange, OrderChange, Step
from editor.model.meta import Meta, MetaChange
from editor.model.project import Page, Project
from editor.model.source import Source


class ProjectGesture(Protocol):
    """One thing that an editor does to a project. `name` is its code."""

    @property
    def name(self) -> str:
        """The code of the gesture, for the undo entry and the history list."""
        ...

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """What it does, and the pages that come with it; None where it does nothing."""
        ...


@dataclass(frozen=True, slots=True)
class AddPages:
    """New pages of these texts, before the page `before` (a key) or, with None, behind all."""

    sources: tuple[Source, ...]
    before: str | None = None
    name: str = "add-pages"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """Fresh keys, in the order of the texts."""
        if not self.sources:
            return None
        keys = list(project.keys)
        at = keys.index(self.before) if self.before in keys else len(keys)
        first = int(project.new_key().removeprefix("p"))
        pages = tuple(Page(f"p{first + n}", source) for n, source in enumerate(self.sources))
        after = (*keys[:at], *(page.key for page in pages), *keys[at:])
        order = OrderChange(tuple(keys), after)
        return Step(self.name, pages[0].key, Delta(), when, order=order), pages


@dataclass(frozen=True, slots=True)
class RemovePage:
    """The page is no more, nor are its links. The last page stays."""

    page: str
    name: str = "remove-page"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """The order without it."""
        if not project.has_page(self.page) or len(project.pages) < 2:
            return None
        after = tuple(key for key in project.keys if key != self.page)
        gone = tuple(link for link in project.links if link.touches(self.page))
        order = OrderChange(project.keys, after)
        return Step(self.name, self.page, Delta(), when, order=order, links=LinksChange(gone)), ()


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The page stands before the page `before` (a key), or with None behind all."""

    page: str
    before: str | None
    name: str = "place-page"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """The new order."""
        if not project.has_page(self.page) or self.before == self.page:
            return None
        keys = [key for key in project.keys if key != self.page]
        at = keys.index(self.before) if self.before in keys else len(keys)
        keys.insert(at, self.page)
        order = OrderChange(project.keys, tuple(keys))
        return (Step(self.name, self.page, Delta(), when, order=order), ()) if order else None


@dataclass(frozen=True, slots=True)
class CallPages:
    """What pages are called from now on: `metas` by their keys; an empty field is as inferred."""

    metas: tuple[tuple[str, Meta], ...]
    name: str = "call-page"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """The names that are other ones."""
        changes = tuple(
            MetaChange(key, project.page(key).meta, meta)
            for key, meta in self.metas
            if project.has_page(key) and project.page(key).meta != meta
        )
        if not changes:
            return None
        return Step(self.name, changes[0].page, Delta(), when, metas=changes), ()


@dataclass(frozen=True)
class DecideAll:
    """Decisions about several pages at once, worked out before: `made` by their keys.

    Each entry is what stood decided when it was worked out, and what is to stand. Where one of
    the pages stands otherwise now, it does nothing at all.
    """

    made: tuple[tuple[str, Decisions, Decisions], ...]
    name: str = "replace"

    @cached_property
    def deltas(self) -> tuple[tuple[str, Delta], ...]:
        """What changes, by pages: some milliseconds for many, for whoever has the time."""
        made = ((key, Delta.between(before, after)) for key, before, after in self.made)
        return tuple((key, delta) for key, delta in made if delta)

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """One step over all pages."""
        for key, before, _ in self.made:
            if not project.has_page(key) or project.page(key).decisions != before:
                return None
        if not self.deltas:
            return None
        (page, delta), others = self.deltas[0], self.deltas[1:]
        return Step(self.name, page, delta, when, others=others), ()
