"""Articles over several pages at the desk: what jump lines say is offered, and joined when asked.

Pages with jump lines are read beside the window, once; a summary of each stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu

from editor.editing.linking import (
    LinkParts,
    PageFacts,
    PartAgain,
    Proposal,
    RefuseLink,
    facts_of,
    linked,
    proposals,
)
from editor.model.compose import Part
from editor.model.giving_way import paused
from editor.model.project import Page, Project
from editor.model.reading import Reading
from editor.ui.idle import Hurry
from editor.ui.lists.rows import PLAIN, QUIET, ListRow
from editor.ui.proof.ways import Way

if TYPE_CHECKING:
    from editor.analysis.jumps import Jump
    from editor.ui.room import Room

REST = 400
"""Milliseconds after a change until jump lines are looked at again."""
SHORT = 22
"""Characters of a headline in menus and rows."""


class Linking(QObject):
    """Offers, joins and parts."""

    def __init__(self, room: Room) -> None:
        """Nothing is known yet."""
        super().__init__(room)
        self._room, self._list = room, room.desk.link_list
        self._facts: dict[str, tuple[Page, PageFacts]] = {}
        self._offers: tuple[Proposal, ...] = ()
        self._told: set[str] = set()
        self._unmarked: set[str] = set()
        self._asked = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._find_out)
        self._list.taken.connect(lambda taken: room.turn.take(lambda: self._join(taken)))
        self._list.left.connect(self.close)
        self._list.displaced.connect(self.close)
        self._list.looked_at.connect(self._look)
        self._list.refused.connect(lambda offer: room.turn.take(lambda: self._refuse(offer)))
        room.desk.proof.ways.chosen.connect(lambda way: room.turn.take(lambda: self._go(way)))

    def forget(self) -> None:
        """Another project comes."""
        self.close()
        self._asked += 1
        self._rest.stop()
        self._facts.clear()
        self._told.clear()
        self._unmarked.clear()
        self._offers = ()

    @property
    def offers(self) -> tuple[Proposal, ...]:
        """What jump lines say goes on where, and was not joined."""
        return self._offers

    # -- finding out -----------------------------------------------------------------------

    def follow(self) -> None:
        """The project or the reading of a page changed: find out again, when the hands rest."""
        session = self._room.session
        self._asked += 1
        if session is None or len(session.project.pages) < 2:
            self._offers = ()
            self._rest.stop()
        elif session.latest is None:  # what was offered stands until the page is read
            self._rest.stop()
        else:
            self._rest.start()

    def _find_out(self) -> None:
        session = self._room.session
        if session is None or session.latest is None:
            return
        asked, project = self._asked, session.project
        known, unmarked = dict(self._facts), self._unmarked
        kept = {key: r for key in project.keys if (r := session.latest_of(key)) is not None}

        def job() -> tuple[dict[str, tuple[Page, PageFacts]], tuple[Proposal, ...]]:
            found = _known(project, known, kept, unmarked, lambda: asked != self._asked)
            facts = [entry[1] for entry in found.values()]
            return found, proposals(project, facts, linked(project, facts, kept))

        self._room.background.run(
            job,
            lambda got: self._answered(asked, *got),
            lambda error: self._failed(error),
            hurry=Hurry.IDLE,
        )

    def _failed(self, error: Exception) -> None:
        """What cannot be found out is not offered; pages tell for themselves what is wrong."""
        self._offers = ()

    def _answered(
        self, asked: int, found: dict[str, tuple[Page, PageFacts]], offers: tuple[Proposal, ...]
    ) -> None:
        self._facts.update(found)
        if asked != self._asked:
            return
        self._offers = offers
        self._show_parts()
        fresh = [offer for offer in offers if f"{offer.first[0]}:{offer.key}" not in self._told]
        if fresh and not self._room.message.asks:  # what is asked there waits for an answer
            self._told |= {f"{offer.first[0]}:{offer.key}" for offer in fresh}
            if len(fresh) == 1:
                text = self.tr("1 article seems to go on on another page")
            else:
                text = self.tr("{0} articles seem to go on on other pages").format(len(fresh))
            self._room.message.say(text, self.tr("Look…"), self.show_offers)

    # -- telling ---------------------------------------------------------------------------

    def parts(self) -> dict[int, str]:
        """What is said of the current page's articles that have parts elsewhere."""
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None:
            return {}
        here = session.page.key
        found = {
            at: [
                (self.tr("→ {0}") if way.on else self.tr("← {0}")).format(self._page_name(way.page))
                for way in ways
            ]
            for at, ways in self.ways().items()
        }
        for offer in self._offers:
            for part, far, said in (
                (offer.first, offer.second, self.tr("→ {0}?")),
                (offer.second, offer.first, self.tr("← {0}?")),
            ):
                if part[0] == here:
                    found.setdefault(part[1], []).append(said.format(self._page_name(far[0])))
        return {at: " ".join(told) for at, told in found.items()}

    def ways(self) -> dict[int, tuple[Way, ...]]:
        """What leads from the current page's articles to their other parts, by their anchors."""
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None:
            return {}
        found: dict[int, tuple[Way, ...]] = {}
        here = session.page.key
        for link in session.project.links:
            ends = (
                (True, (link.page, link.raw_at), (link.to_page, link.to_at)),
                (False, (link.to_page, link.to_at), (link.page, link.raw_at)),
            )
            for on, (page, raw_at), (other, to_at) in ends:
                article = reading.article_of(raw_at) if page == here else None
                if article is not None:
                    said = self.tr("continues on {0} →") if on else self.tr("← continued from {0}")
                    way = Way(on, other, to_at, said.format(self._page_name(other)))
                    found[article.at] = (*found.get(article.at, ()), way)
        return found

    def continued(self) -> dict[int, str]:
        """What later parts on the current page are called by their first ones."""
        found = {}
        for at, ways in self.ways().items():
            way = next((way for way in ways if not way.on), None)
            page, first = self._first((way.page, way.raw_at)) if way is not None else ("", 0)
            known = self._facts[page][1].told(first) if page in self._facts else None
            if known is not None and known.title:
                found[at] = known.title
        return found

    def _page_name(self, key: str) -> str:
        session = self._room.session
        if session is None or not session.project.has_page(key):
            return ""
        return self._room.pages.short(session.project.page(key))

    def _show_parts(self) -> None:
        self._room.sides.follow(page=True)

    # -- joining and parting ---------------------------------------------------------------

    def join_here(self) -> None:
        """Join the article in use with its other part: as its jump line says, or as one picks."""
        session, target = self._room.session, self._room.target()
        article = target.article if target is not None else None
        if session is None or article is None:
            return
        part = (session.page.key, article.at)
        offers = [offer for offer in self._offers if part in (offer.first, offer.second)]
        if len(offers) == 1:
            self._join(tuple(offers))
            return
        self._pick(part)

    def _pick(self, part: Part) -> None:
        """Ask for an article of another page that the article goes on in."""
        session = self._room.session
        if session is None:
            return
        keys = session.project.keys
        here = keys.index(part[0])
        order = (*keys[here + 1 :], *keys[:here])
        menu = QMenu(self.tr("Goes on in…"), self._room.window)
        menu.setObjectName("picker")
        menu.setAccessibleName(menu.title())
        menu.addAction(menu.title()).setEnabled(False)
        for key in order:
            if key not in self._facts or not self._facts[key][1].articles:
                continue
            page = menu.addMenu(self._page_name(key).replace("&", "&&"))
            for number, told in enumerate(self._facts[key][1].articles, 1):
                digit = f"&{number}" if number < 10 else str(number)
                named = (told.title or told.opening)[:SHORT].replace("&", "&&")
                action = page.addAction(f"{digit}  {named}")
                second = (key, told.at)
                action.triggered.connect(lambda _=False, to=second: self._link(((part, to),)))
        if len(menu.actions()) == 1:
            self._room.status.say(self.tr("Look at the other page first, then join"))
            menu.deleteLater()
            return
        self._room.menus.open_here(menu)

    def _join(self, offers: Iterable[Proposal]) -> None:
        self.close()
        chosen = tuple(offers)
        pairs = tuple((offer.first, offer.second) for offer in chosen)
        self._link(pairs, tuple(mark for offer in chosen for mark in offer.marks))

    def _link(
        self, pairs: tuple[tuple[Part, Part], ...], found: tuple[tuple[str, Jump], ...] = ()
    ) -> None:
        session = self._room.session
        if session is None:
            return
        self._offers = tuple(o for o in self._offers if (o.first, o.second) not in pairs)
        keys = {key for pair in pairs for key, _ in pair}
        readings = {key: r for key in keys if (r := session.latest_of(key)) is not None}
        if session.change(LinkParts(pairs, found, readings, session.who), "links"):
            names = self._page_name(pairs[0][1][0])
            if len(pairs) == 1:
                said = self.tr("Joined: goes on on {0}").format(names)
            else:
                said = self.tr("{0} articles joined, one step to undo.").format(len(pairs))
            self._room.status.say(said)
        else:
            self._room.status.say(self.tr("They are one already"))

    def part_here(self) -> None:
        """Part the article in use from where it goes on, else from where it comes."""
        session, target, reading = self._room.session, self._room.target(), self._room.reading
        article = target.article if target is not None else None
        if session is None or article is None or reading is None:
            return
        if not session.change(PartAgain((session.page.key, article.at), reading), "links"):
            self._room.status.say(self.tr("This article has no part on another page"))

    def follow_part(self) -> None:
        """Look at the part that the article in use goes on in; from the last one, at the first."""
        session, target = self._room.session, self._room.target()
        article = target.article if target is not None else None
        if session is None or article is None:
            return
        ways = self.ways().get(article.at, ())
        way = next((way for way in ways if way.on), None)
        if way is not None:
            self._go(way)
        elif ways:
            self._room.pages.look_at(*self._first((ways[0].page, ways[0].raw_at)))
        else:
            self._room.status.say(self.tr("This article has no part on another page"))

    def _first(self, part: Part) -> Part:
        """The first part of an article that one part of is known."""
        session = self._room.session
        assert session is not None
        before = {
            (link.to_page, link.to_at): (link.page, link.raw_at) for link in session.project.links
        }
        seen = {part}
        while part in before and before[part] not in seen:
            part = before[part]
            seen.add(part)
        return part

    def _go(self, way: Way) -> None:
        self._room.pages.look_at(way.page, way.raw_at)

    # -- the list --------------------------------------------------------------------------

    def show_offers(self) -> None:
        """List what jump lines say, every row ticked."""
        if not self._offers:
            self._room.status.say(self.tr("No jump line leads to a page of this project"))
            return
        self._room.message.hide()
        self._list.show_rows(
            self.tr("These go on on another page"), [self._row(offer) for offer in self._offers]
        )
        self._list.show()
        self._room.desk.place_at_foot(self._list)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, offer: Proposal) -> ListRow:
        first, second = (self._facts[key][1].told(at) for key, at in (offer.first, offer.second))
        named = (first.title or first.opening) if first else ""
        goes_on = second.opening if second else ""
        return ListRow(
            ((named[:SHORT], PLAIN), ("  …" + goes_on[:SHORT], QUIET)),
            side=f"{self._page_name(offer.first[0])} → {self._page_name(offer.second[0])}",
            what=offer,
        )

    def _refuse(self, offer: Proposal) -> None:
        """Never offer it again; undo does."""
        session = self._room.session
        if session is None or not session.change(RefuseLink(offer, session.who), "links"):
            return
        self._offers = tuple(one for one in self._offers if one != offer)
        self._show_parts()
        if self._offers:
            self.show_offers()
        else:
            self.close()
        self._room.status.say(self.tr("Not offered again; undo brings the offer back"))

    def _look(self, offer: Proposal) -> None:
        session = self._room.session
        for key, jump in offer.marks:
            if session is not None and key == session.page.key:
                self._room.go_to(jump.mark.span)
                return

    def close(self) -> None:
        """The list goes; the text has the focus where the list had it."""
        self._room.put_away(self._list)


def _known(
    project: Project,
    known: dict[str, tuple[Page, PageFacts]],
    kept: dict[str, Reading],
    unmarked: set[str],
    stop: Callable[[], bool],
) -> dict[str, tuple[Page, PageFacts]]:
    """What is known of pages that are read, and of those that have jump lines.

    `unmarked` keeps the keys of those that have none.
    """
    from editor.analysis import read_many
    from editor.analysis.jumps import marks

    found: dict[str, tuple[Page, PageFacts]] = {}
    unread: list[Page] = []
    for page in paused(project.pages):
        had = known.get(page.key)
        if had is not None and _is_same(had[0], page):
            found[page.key] = had
        elif page.key in kept:
            found[page.key] = page, facts_of(page, kept[page.key])
        elif page.key not in unmarked:
            if next(marks(page.source.text), None) is not None:
                unread.append(page)
            else:
                unmarked.add(page.key)
        if stop():
            return found
    asked = ((page.source, page.decisions, project.style) for page in unread)
    for page, reading in zip(unread, read_many(asked), strict=True):
        found[page.key] = page, facts_of(page, reading)
        if stop():
            break
    return found


def _is_same(one: Page, other: Page) -> bool:
    same = one.decisions is other.decisions
    return same or one.decisions.structural == other.decisions.structural
