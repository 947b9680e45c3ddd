"""Find and replace at the desk: what the bar asks is looked for beside the window, and shown.

A search ends within its limit, and an answer to what is asked no more is dropped. Nothing is
replaced that was not previewed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from editor.editing.search import (
    LIMIT,
    Hit,
    PatternError,
    Searched,
    corrected_texts,
    raw_texts,
    search,
)
from editor.model.places import Span
from editor.model.project import Page
from editor.ui.finding.all_pages import AllPages
from editor.ui.finding.answer import Answer, answer_of
from editor.ui.finding.bar import FindBar
from editor.ui.finding.letting_go import LettingGo
from editor.ui.finding.replacing import Replacing
from editor.ui.finding.sentences import sentence

if TYPE_CHECKING:
    from editor.ui.room import Room


PAUSE = 120
"""Milliseconds after a letter until it is looked for."""
TURN = 20
"""Milliseconds until the page of a hit is turned to: who goes through a list passes others."""
SEED = 60
"""Characters of a selection that is taken for what is looked for, at the most."""


class Find(QObject):
    """The bar, the hits in both panes, and the list that replaces."""

    limit = LIMIT

    def __init__(self, room: Room) -> None:
        """Nothing is looked for."""
        super().__init__(room)
        self._room = room
        self.bar = FindBar()
        self._replacing = Replacing(room, self.bar)
        self._answer = Answer()
        self._asked = 0
        self._stale = True
        self._here_only = False
        self._wanted: Callable[[], None] | None = None
        self._at = -1
        self._seen = Span(0, 0)
        self._of: tuple[Page, ...] = ()
        self._next: Hit | None = None
        self._rule: Callable[[int], object] | None = None
        self._passes = False
        """Whether the bar is in sight for one list alone, and goes with it."""
        self._going = LettingGo(self)
        self._all = AllPages(room.background, self._going, self)
        self._all.told.connect(self.bar.tell)
        self._all.here.connect(self._answered_here)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._search)
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.setInterval(TURN)
        self._turns.timeout.connect(self._turn_to)
        self.bar.changed.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.previewed.connect(self._preview)
        self.bar.left.connect(self._leave)
        self._replacing.looked_at.connect(self.look)
        self._replacing.taken.connect(self._took)

    # -- asking ----------------------------------------------------------------------------

    @property
    def rests(self) -> bool:
        """Whether all that was asked is answered, and nothing is being replaced."""
        return not self._stale and not self._timer.isActive() and self._replacing.rests

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found last."""
        return self._answer.found.hits

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar; what is selected is looked for."""
        if self._room.session is None:
            return
        chosen = self._room.pane.selected_text() if not self._replacing.is_open else ""
        if "\n" in chosen or len(chosen) > SEED or self.bar.isVisible():
            chosen = ""
        self._replacing.close()
        self._rule, self._passes = None, False
        self.bar.set_pages(len(self._room.session.project.pages))
        self.bar.begin(chosen, replacing=replacing)
        self._seen = self._room.pane.place().span
        self._search(self._go_here)

    def verify(
        self, form: str, put: str | None, rule: Callable[[int], object] | None = None
    ) -> None:
        """All places that print a form, on all pages, to be ticked or crossed.

        `put`: what should stand there; None asks for it. No form: the one that is looked for.
        `rule` makes a rule of it, and is told how many places were mended.
        """
        session = self._room.session
        if session is None:
            return
        self._replacing.close()
        bar = self.bar
        self._rule, self._passes = rule, not bar.isVisible() and put is not None
        bar.set_pages(len(session.project.pages))
        bar.begin(form, replacing=True)
        if form:
            for switch in (bar.pattern, bar.raw, bar.word):
                switch.setChecked(False)
            bar.case.setChecked(True)
            bar.put.setText(put or "")
        bar.everywhere.setChecked(len(session.project.pages) > 1)
        self._seen = self._room.pane.place().span
        if (form and put is None) or not bar.sought.text():
            (bar.put if form else bar.sought).setFocus()
            self._search(self._go_here)
        else:
            self._search(self._preview)

    def close(self) -> None:
        """Hide the bar; nothing is marked any more."""
        self._replacing.close()
        self._timer.stop()
        self._asked += 1
        self._stale, self._here_only = True, False
        self.bar.hide()
        self._show(Answer())
        self._all.forget()

    def refresh(self) -> None:
        """The page reads otherwise now: what was found is looked for again.

        What was found in all pages stands while they do; another page may be in sight.
        """
        session = self._room.session
        stands = session is not None and not self._stale and session.project.pages == self._of
        if self.bar.everywhere.isChecked() and stands:
            self._show(self._answer)
            QTimer.singleShot(0, self._go_on)  # when all views show the page
            return
        self._stale, self._here_only = True, False
        if self._next is not None:
            QTimer.singleShot(0, self._go_on)
        if self.bar.isVisible():
            self._replacing.close()
            self._timer.start()

    def _ask(self) -> None:
        self._stale, self._here_only = True, False
        self._replacing.close()
        self._wanted = self._go_here
        self._timer.start()

    def _search(self, then: Callable[[], None] | None = None) -> None:
        """Look for what the bar asks, beside the window."""
        session, query = self._room.session, self.bar.query
        self._timer.stop()
        self._all.stop()
        self._stale, self._here_only = True, False  # an earlier search may have answered meanwhile
        self._wanted = then or self._wanted
        self._asked += 1
        asked = self._asked
        if session is None or not query.text:
            self._answered(asked, Answer())
            return
        page, reading = session.page, self._room.reading
        put = self.bar.put.text() if not self.bar.put.isHidden() else ""
        limit = self.limit

        if self.bar.everywhere.isChecked():
            self._of = session.project.pages
            self._all.search(
                session,
                query,
                put,
                limit,
                lambda got: self._answered(asked, got),
                lambda error: self._failed(asked, error),
            )
            return

        def corrected() -> Iterable[Searched]:
            return corrected_texts(page, reading) if reading is not None else ()

        def job() -> Answer:
            def gone() -> bool:
                return asked != self._asked

            sought = raw_texts(page) if query.raw else corrected()
            return answer_of(search(sought, query, put, limit=limit, stop=gone), query, corrected)

        self._room.background.run(
            job, lambda got: self._answered(asked, got), lambda error: self._failed(asked, error)
        )

    def _answered_here(self, answer: Answer) -> None:
        """The page in sight is searched, the others are not yet."""
        self._here_only = True
        self._at = -1
        self._show(answer)
        self.bar.set_previewable(False)
        wanted, self._wanted = self._wanted, None
        if wanted == self._preview:
            self._wanted = wanted  # it lists all
        elif wanted is not None:
            wanted()

    def _answered(self, asked: int, answer: Answer) -> None:
        if asked != self._asked:
            return
        self._stale = self._here_only = False
        at, before = self._at, self.hits
        self._show(answer)
        seen = before[at] if 0 <= at < len(before) else None
        self._at = next((n for n, hit in enumerate(self.hits) if hit is seen), -1)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()
        self._tell()

    def _failed(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        if not isinstance(error, PatternError):
            raise error
        self._wanted = None
        self._stale = False
        self._show(Answer())
        self.bar.tell(sentence(error), wrong=True)

    def _show(self, answer: Answer) -> None:
        """Mark the hits in both panes."""
        if answer is not self._answer:
            self._going.take((*self._answer.found.hits, *self._answer.changes))
        self._answer = answer
        session = self._room.session
        key = session.page.key if session is not None else ""
        hits: Sequence[Hit] = answer.found.hits if self.bar.isVisible() else ()
        spans: Sequence[Span] = answer.spans if hits else ()
        if hits and (hits[0].of.page != key or hits[-1].of.page != key):
            hits = [hit for hit in hits if hit.of.page == key]
        if hits and not spans:
            spans = sorted({span for hit in hits for span in hit.spans})
        self._room.desk.raw.set_hits(spans)
        self._room.desk.proof.set_hits(hits)
        self.bar.set_previewable(bool(answer.changes) and not answer.found.ran_out)

    def _tell(self) -> None:
        if self._here_only:
            return  # how far the search is goes on being told
        count = len(self.hits)
        if self._answer.found.ran_out:
            text = self.tr("This takes too long: the search was stopped after {0} seconds.")
            self.bar.tell(text.format(f"{self.limit:g}"), wrong=True)
        elif not self.bar.query.text:
            self.bar.tell("")
        elif not count:
            self.bar.tell(self.tr("Not found"), wrong=True)
        elif self._at >= 0:
            self.bar.tell(self.tr("{0} of {1}").format(self._at + 1, count))
        else:
            self.bar.tell(self.tr("{0} found").format(count))
        if not self.bar.isVisible() and self.bar.told:
            self._room.status.say(self.bar.told)

    # -- going -----------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """To the next hit (1) or the one before (-1), round at the ends."""
        if not self.bar.query.text:
            self.open()
        elif self._here_only and not self._timer.isActive():
            self._step(step)
        elif self._stale or self._timer.isActive():
            self._search(lambda: self._step(step))
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        if not self.hits:
            self._tell()
            return
        here = self._room.pane.place().span
        if self._at >= 0 and here == self._seen:
            at = self._at + step
        else:
            after = step > 0 and here.start < here.end
            at = self._nearest(here.start, after=after) - (step < 0)
        self._go(at % len(self.hits))

    def _go_here(self) -> None:
        """To the first hit from where one was looking when the bar was asked."""
        if self.hits:
            self._go(self._nearest(self._seen.start) % len(self.hits))

    def _nearest(self, raw_at: int, *, after: bool = False) -> int:
        """The first hit that starts at a raw place or behind it (`after`: behind it only)."""
        session, proof = self._room.session, self._room.desk.proof
        key = session.page.key if session is not None else ""
        own = [number for number, hit in enumerate(self.hits) if hit.of.page == key]
        if not own:
            return 0
        hits = self.hits[own[0] : own[-1] + 1]
        if hits[0].of.raw:
            return own[0] + _first(hits, raw_at, lambda hit: hit.start, after=after)
        point = proof.proof.find(raw_at)
        here = (point.index, point.out_at) if point is not None else (0, 0)
        return own[0] + _first(proof.points_of(hits), here, lambda key: key, after=after)

    def _go(self, at: int) -> None:
        self._at = at
        self.look(self.hits[at])
        self._seen = self._room.pane.place().span
        self._tell()

    def look(self, hit: Hit) -> None:
        """Show where a hit is; its page is turned to."""
        session = self._room.session
        if session is not None and (hit.of.page != session.page.key or session.latest is None):
            self._next = hit  # it is looked at when its page is read
            self._turns.start()  # what asks for it is in sight first
            return
        self._next = None
        self._room.go_to(hit.span)
        if not hit.of.raw:
            self._room.desk.proof.follow_hit(hit)

    def _turn_to(self) -> None:
        """Show the page of the hit that is to be looked at."""
        if self._next is not None:
            self._room.pages.show(self._next.of.page)

    def _go_on(self) -> None:
        """The page that was turned to for a hit is in sight, and read."""
        hit, session = self._next, self._room.session
        if hit is None or session is None or session.latest is None:
            return
        if hit.of.page == session.page.key:
            self.look(hit)
            self._seen = self._room.pane.place().span

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()

    def page_names(self, hits: Sequence[Hit]) -> dict[str, str]:
        """What the pages of these hits are called, where there are several."""
        return self._replacing.page_names(hits)

    def put_in(self, hits: tuple[Hit, ...]) -> None:
        """Put in what these hits are to be, as one step."""
        self._replacing.put_in(hits)

    # -- replacing -------------------------------------------------------------------------

    def _preview(self) -> None:
        """List what would be replaced, all of it ticked."""
        if self._stale or self._timer.isActive():
            self._search(self._preview)
            return
        changes = self._answer.changes
        if self._answer.found.ran_out or not changes:
            self._tell()
            return
        before = self._all.before if self.bar.everywhere.isChecked() else None
        self._replacing.open(changes, len(self.hits) - len(changes), before, self._rule)

    def _took(self) -> None:
        if self._passes:
            self._leave()


def _first(of: Sequence[Any], here: Any, key: Callable[[Any], Any], *, after: bool) -> int:
    """The first of sorted things at a place or behind it; the very first where there is none."""
    best = bisect_right(of, here, key=key) if after else bisect_left(of, here, key=key)
    return best % len(of)
