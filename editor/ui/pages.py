"""The pages of a project at the desk: which one is shown, what is known of the others.

Of a page that was read a summary stays when its reading is let go: what the outline tells of it,
and what it takes to find where its articles go on.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from editor.editing.pages import CallPages
from editor.model.giving_way import paused
from editor.model.meta import Meta
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.waiting import Watch
from editor.ui import words
from editor.ui.idle import Hurry
from editor.ui.lists.article_list import PageRow
from editor.ui.page_card import PageCard

if TYPE_CHECKING:
    from editor.ui.room import Room


FEW = 4
"""Pages whose names are found out while the window waits, some milliseconds."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A page in short: how many articles, how many read and found right, how many doubts."""

    articles: int
    done: int
    doubts: int


class Pages(QObject):
    """Switches, orders, names and removes pages; tells the outline of them."""

    def __init__(self, room: Room) -> None:
        """Nothing is known yet."""
        super().__init__(room)
        self._room = room
        self._summaries: dict[str, Summary] = {}
        self._names: dict[tuple[str, bool], Meta] = {}
        self._watch: Watch | None = None
        self._goal: tuple[str, int] | None = None
        self._card: PageCard = room.desk.page_card
        self._card.taken.connect(lambda meta: room.turn.take(lambda: self._call(meta)))
        self._card.left.connect(self.close)
        self._card.displaced.connect(self.close)
        outline = room.desk.outline
        outline.page_chosen.connect(lambda key: room.turn.take(lambda: self.show(key)))
        outline.list.page_dropped.connect(
            lambda key, before: room.turn.take(lambda: self._place(key, before))
        )

    def forget(self) -> None:
        """Another project comes."""
        self.close()
        self._summaries.clear()
        self._names.clear()
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        self._goal = None

    # -- telling ---------------------------------------------------------------------------

    def note(self, page: Page, reading: Reading) -> None:
        """A page was read."""
        done = sum(article.done for article in reading.articles)
        self._summaries[page.key] = Summary(len(reading.articles), done, len(reading.doubts))

    def name(self, page: Page, reading: Reading | None = None) -> Meta:
        """What a page is called: as one said, else as its furniture has it."""
        found = self._names.get((page.key, True))
        if found is None or reading is not None:
            known = (page.key, reading is not None)
            if known not in self._names and "editor.analysis" not in sys.modules:
                self._find_names()
                return page.meta
            if known not in self._names:
                from editor.analysis.page_names import name_of

                self._names[known] = name_of(page.source, reading)
            found = self._names[known]
        return page.meta.over(found)

    def _known(self, page: Page) -> Meta:
        """What a page is called as far as that was found out."""
        found = self._names.get((page.key, True)) or self._names.get((page.key, False))
        return page.meta.over(found) if found is not None else page.meta

    def _find_names(self) -> None:
        """Look at the edges of all pages, beside the window: nobody waits for what they say."""
        session = self._room.session
        if session is None or self._watch is not None:
            return
        watch = self._watch = Watch()
        wanted = [page for page in session.project.pages if (page.key, False) not in self._names]

        def job() -> dict[tuple[str, bool], Meta]:
            from editor.analysis.page_names import name_of

            return {(page.key, False): name_of(page.source) for page in paused(wanted)}

        def done(found: dict[tuple[str, bool], Meta]) -> None:
            if watch is not self._watch:
                return
            self._watch = None
            self._names = {**found, **self._names}
            self._room.sides.follow(page=True)

        self._room.background.run(job, done, lambda _: None, watch=watch, hurry=Hurry.IDLE)

    def title(self, page: Page, reading: Reading | None = None) -> str:
        """What lists call a page."""
        return words.page_name(self.name(page, reading), page.source.origin.name)

    def short(self, page: Page) -> str:
        """A page by its number, else by its file's name."""
        return words.page_number(self.name(page)) or page.source.origin.name

    def rows(self) -> tuple[PageRow, ...]:
        """The pages in order, for the outline; none where there is only one."""
        session = self._room.session
        if session is None or len(session.project.pages) < 2:
            return ()
        rows = []
        pages = session.project.pages
        named = {key for key, _ in self._names}
        if sum(page.key not in named for page in pages) > FEW:
            self._find_names()
            names = [self._known(page) for page in pages]
        else:
            names = [self.name(page) for page in pages]
        alike = len({(name.paper, name.date) for name in names}) == 1
        for page, name in zip(session.project.pages, names, strict=True):
            if alike:  # what all have in common would push out what tells them apart
                name = replace(name, paper="", date="")
            known = self._summaries.get(page.key)
            rows.append(
                PageRow(
                    page.key,
                    words.page_name(name, page.source.origin.name),
                    known.articles if known else None,
                    known.doubts if known else 0,
                    bool(known and known.articles and known.done == known.articles),
                )
            )
        return tuple(rows)

    # -- going -----------------------------------------------------------------------------

    def show(self, key: str) -> None:
        """Look at a page."""
        self._goal = None
        if self._room.session is not None:
            self.close()
            self._room.session.show(key, "pages")

    def look_at(self, key: str, raw_at: int) -> None:
        """Look at a place of a page, as soon as the page is read."""
        self.show(key)
        self._goal = key, raw_at
        self.arrive()

    def arrive(self) -> None:
        """A page is in sight: where it was turned to for a place and is read, look there."""
        session, goal = self._room.session, self._goal
        if goal is None or session is None or session.latest is None:
            return
        if session.page.key == goal[0]:
            self._goal = None
            self._room.go_to(Span(goal[1], goal[1]))

    def step(self, by: int) -> None:
        """To the page so many behind (or, negative, before) this one."""
        session = self._room.session
        if session is None:
            return
        keys = session.project.keys
        at = keys.index(session.page.key) + by
        if 0 <= at < len(keys):
            self.show(keys[at])
        else:
            self._room.status.say(self.tr("There is no page beyond this one"))

    # -- changing --------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Put the page in sight one place earlier (-1) or later (1)."""
        session = self._room.session
        if session is None:
            return
        keys = session.project.keys
        at = keys.index(session.page.key)
        to = at + by
        if not 0 <= to < len(keys):
            self._room.status.say(self.tr("The page is at the end already"))
            return
        before = keys[to] if by < 0 else (keys[to + 1] if to + 1 < len(keys) else None)
        session.place_page(keys[at], before, "pages")

    def _place(self, key: str, before: str | None) -> None:
        if self._room.session is not None:
            self._room.session.place_page(key, before, "pages")

    def remove(self) -> None:
        """Take the page out; undo brings it back with all that was decided."""
        session = self._room.session
        if session is None:
            return
        title = self.title(session.page)
        if session.remove_page(session.page.key, "pages"):
            self._room.message.say(self.tr("“{0}” was removed; undo brings it back.").format(title))
        else:
            self._room.status.say(self.tr("A project keeps one page at least"))

    def ask_name(self) -> None:
        """Show what the page is called."""
        session = self._room.session
        if session is None:
            return
        from editor.analysis.page_names import name_of

        page, reading = session.page, self._room.reading
        self._card.show_meta(page.meta, name_of(page.source, reading))
        self._card.show()
        self._room.desk.place_at_foot(self._card)
        self._card.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """The card goes; the text has the focus where the card had it."""
        self._room.put_away(self._card)

    def _call(self, meta: Meta) -> None:
        self.close()
        session = self._room.session
        if session is not None and not session.change(CallPages(((session.page.key, meta),))):
            self._room.status.say(self.tr("The page is called so already"))
