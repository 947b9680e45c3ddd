"""A page's file was changed or read anew by a machine: the new text takes the page's place.

It comes as a page of its own with the decisions that could be carried; the old one goes, and the
step that is taken back brings it again as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.editing.alignment import aligned
from editor.editing.carrying import Carried, carried
from editor.model.decisions import Decisions, Delta
from editor.model.history import LinksChange, OrderChange, Step
from editor.model.links import Link
from editor.model.project import Page, Project
from editor.model.source import Source


@dataclass(frozen=True)
class Reimport:
    """The page `page` has the text `source` from now on. `made`: what `worked_out` gave."""

    page: Page
    source: Source
    made: Carried
    places: tuple[tuple[int, int], ...] = ()
    name: str = "reimport"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """One step; None where the page is another by now, or has this text already."""
        old = self.page
        if not project.has_page(old.key) or project.page(old.key) != old:
            return None
        if old.source.text == self.source.text:
            return None
        fresh = Page(project.new_key(), self.source, Decisions(), old.meta)
        after = tuple(fresh.key if key == old.key else key for key in project.keys)
        gone = tuple(link for link in project.links if link.touches(old.key))
        came = tuple(link for one in gone if (link := self._link(one, fresh.key)) is not None)
        step = Step(
            self.name,
            fresh.key,
            Delta.between(Decisions(), self.made.decisions),
            when,
            order=OrderChange(project.keys, after),
            links=LinksChange(gone, came),
        )
        return step, (fresh,)

    def _link(self, link: Link, key: str) -> Link | None:
        """A link of the old page as one of the new page, where its end is still there."""
        to = dict(self.places)
        here, there = to.get(link.raw_at), to.get(link.to_at)
        if link.page == self.page.key:
            if here is None:
                return None
            link = replace(link, page=key, raw_at=here)
        if link.to_page == self.page.key:
            if there is None:
                return None
            link = replace(link, to_page=key, to_at=there)
        return link


def with_piece(project: Project, page: Page, piece: str) -> Reimport:
    """The page with another piece of text behind its own: all that was decided stands."""
    text = page.source.text
    origin = replace(page.source.origin, path="", encoding="utf-8", sha256="")
    source = Source(text + ("\n" if text.endswith("\n") else "\n\n") + piece, origin)
    ends = {one.raw_at for one in project.links if one.page == page.key}
    ends |= {one.to_at for one in project.links if one.to_page == page.key}
    stays = tuple((at, at) for at in sorted(ends))
    return Reimport(page, source, Carried(page.decisions, ()), stays, "add-piece")


def worked_out(
    project: Project, page: Page, source: Source, places: dict[int, int] | None = None
) -> Reimport:
    """What bringing in `source` for a page would do. Takes a while on a long page: any thread.

    `places`: which printed character is which, where that is known; else the texts are aligned.
    """
    ends = {one.raw_at for one in project.links if one.page == page.key}
    ends |= {one.to_at for one in project.links if one.to_page == page.key}
    if places is None:
        places = aligned(page.source.text, source.text)
    return Reimport(
        page,
        source,
        carried(page.decisions, page.source, source, places),
        tuple((at, places[at]) for at in sorted(ends) if at in places),
    )
