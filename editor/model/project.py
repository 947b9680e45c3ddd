"""A project: pages in order, what is decided about them, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from editor.model.decisions import Decisions
from editor.model.history import History, Step, StyleChange
from editor.model.links import Link
from editor.model.meta import Meta
from editor.model.rules import Quiet, Rules
from editor.model.source import Source


@dataclass(frozen=True, slots=True)
class Style:
    """The part of the house style that a project keeps.

    `roster`: names of reporters; a reading depends on it. `rules`: what the checks obey. `quiet`:
    what an editor dismissed everywhere, sorted.
    """

    roster: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)
    quiet: tuple[Quiet, ...] = ()

    def changed(self, change: StyleChange) -> Style:
        """The style after a change: what goes first, then what comes. Nothing stands twice."""
        kept = [name for name in self.roster if name not in change.gone]
        roster = tuple(dict.fromkeys((*kept, *change.came)))
        rules = change.rules[1] if change.rules else self.rules
        quiet = tuple(sorted({*self.quiet, *change.quiet} - set(change.asked)))
        return replace(self, roster=roster, rules=rules, quiet=quiet)


@dataclass(frozen=True)
class Page:
    """One page. `key` names it inside its project and never changes."""

    key: str
    source: Source
    decisions: Decisions = field(default_factory=Decisions)
    meta: Meta = field(default_factory=Meta)

    def decided(self, decisions: Decisions) -> Page:
        """The page with other decisions."""
        return replace(self, decisions=decisions)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the editor last saw of a page: compared after a better analysis, never read as truth.

    `version` is the analysis'; `joints` and `roles` are the structure by `raw_at`. `extra`: what
    a file says of it that this version does not know, as JSON; `joint_extra` and `role_extra`:
    what it says so of single entries, by their number in `joints` and `roles`.
    """

    page: str
    version: str
    joints: tuple[tuple[int, str], ...] = ()
    roles: tuple[tuple[int, int, str], ...] = ()
    extra: str = ""
    joint_extra: tuple[tuple[int, str], ...] = ()
    role_extra: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Where the editor was when the project was saved: a page and a place on it."""

    page: str
    raw_at: int


@dataclass(frozen=True)
class Project:
    """All that is saved.

    `extra` holds fields of the file that this version does not know: the way to each (`pages`
    and a page's key, or the names of parts of the file) and its JSON.
    `away`: pages that were taken out, or whose coming was undone: a step of the history can bring
    them back. Links are of pages that stand only.
    """

    pages: tuple[Page, ...] = ()
    links: tuple[Link, ...] = ()
    style: Style = field(default_factory=Style)
    history: History = field(default_factory=History)
    seen: tuple[Seen, ...] = ()
    extra: tuple[tuple[tuple[str, ...], str], ...] = ()
    view: View | None = None
    away: tuple[Page, ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, Page]:
        return {page.key: page for page in self.pages}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the pages in order."""
        return tuple(self._by_key)

    def page(self, key: str) -> Page:
        """The page of this key (`KeyError` where there is none)."""
        return self._by_key[key]

    def has_page(self, key: str) -> bool:
        """Whether a page of this key stands."""
        return key in self._by_key

    def with_page(self, page: Page) -> Project:
        """The project with the page of the same key replaced."""
        return replace(self, pages=tuple(page if p.key == page.key else p for p in self.pages))

    def new_key(self) -> str:
        """A key that no page has or had."""
        named = (page.key.removeprefix("p") for page in (*self.pages, *self.away))
        taken = [int(name) for name in named if name.isascii() and name.isdigit()]
        return f"p{max(taken, default=0) + 1}"

    def stepped(self, step: Step) -> Project:
        """The project after a step; its history stays. Raises `ValueError` where it does not fit.

        Pages come before anything is decided about them, and go after.
        """
        order = step.order
        if order and order.before != self.keys:
            raise ValueError("history does not fit: pages")
        here = self._with(dict.fromkeys((*order.before, *order.after))) if order else self
        changed = {key: here._held(key) for key, _ in step.deltas}
        for key, delta in step.deltas:
            changed[key] = changed[key].decided(delta.apply(changed[key].decisions))
        for change in step.metas:
            page = changed.get(change.page) or here._held(change.page)
            if page.meta != change.before:
                raise ValueError("history does not fit: meta")
            changed[change.page] = replace(page, meta=change.after)
        pages, links, style = here.pages, here.links, here.style
        if changed:
            pages = tuple(changed.get(page.key, page) for page in pages)
        if step.links:
            gone = set(step.links.gone)
            if not gone <= set(links):
                raise ValueError("history does not fit: links")
            links = tuple(sorted({*(e for e in links if e not in gone), *step.links.came}))
        if step.style:
            style = style.changed(step.style)
        done = replace(here, pages=pages, links=links, style=style)
        return done._with(order.after) if order else done

    def _held(self, key: str) -> Page:
        try:
            return self._by_key[key]
        except KeyError:
            raise ValueError(f"history does not fit: no page {key}") from None

    def _with(self, keys: Iterable[str]) -> Project:
        """The project with these pages in this order; the others are away."""
        held = {page.key: page for page in (*self.away, *self.pages)}
        try:
            pages = tuple(held.pop(key) for key in keys)
        except KeyError:
            raise ValueError("history does not fit: pages") from None
        away = sorted(held.values(), key=lambda page: page.key)
        return replace(self, pages=pages, away=tuple(away))

    def then(self, step: Step, history: History) -> Project:
        """The project after a step that makes `history` of its history: what left it is let go."""
        after = replace(self.stepped(step), history=history)
        if not after.away:
            return after
        kept = history.pages_in_it()
        return replace(after, away=tuple(page for page in after.away if page.key in kept))
