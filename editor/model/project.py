"""A project: pages in order, what is decided about them, and how it came to be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from editor.model.decisions import Decisions
from editor.model.history import History, StyleChange
from editor.model.source import Source


@dataclass(frozen=True, slots=True)
class Style:
    """The part of the house style that a reading depends on, kept in the project.

    `roster`: names of reporters. `terms`, `forms`: reserved for checks that readings use.
    """

    roster: tuple[str, ...] = ()

    def changed(self, change: StyleChange) -> Style:
        """The style after a change: what goes first, then what comes. Nothing stands twice."""
        kept = [name for name in self.roster if name not in change.gone]
        return replace(self, roster=tuple(dict.fromkeys((*kept, *change.came))))


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page is called: inferred from furniture, editable. Empty where unknown."""

    paper: str = ""
    date: str = ""
    section: str = ""
    number: str = ""


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
class Link:
    """The article holding `(page, raw_at)` goes on in the article holding `(to_page, to_at)`.

    `extra`: what a file says of it that this version does not know, as JSON.
    """

    page: str
    raw_at: int
    to_page: str
    to_at: int
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the editor last saw of a page: compared after a better analysis, never read as truth.

    `version` is the analysis'; `joints` and `roles` are the structure by `raw_at`.
    """

    page: str
    version: str
    joints: tuple[tuple[int, str], ...] = ()
    roles: tuple[tuple[int, int, str], ...] = ()


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
    """

    pages: tuple[Page, ...] = ()
    links: tuple[Link, ...] = ()
    style: Style = field(default_factory=Style)
    history: History = field(default_factory=History)
    seen: tuple[Seen, ...] = ()
    extra: tuple[tuple[tuple[str, ...], str], ...] = ()
    view: View | None = None

    def page(self, key: str) -> Page:
        """The page of this key (`KeyError` where there is none)."""
        for page in self.pages:
            if page.key == key:
                return page
        raise KeyError(key)

    def with_page(self, page: Page) -> Project:
        """The project with the page of the same key replaced."""
        return replace(self, pages=tuple(page if p.key == page.key else p for p in self.pages))
