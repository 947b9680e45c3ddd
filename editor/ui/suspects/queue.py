"""Suspects at the desk: shown everywhere, walked through, taken or dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from editor.editing.dismissing import AskAgain, Dismiss
from editor.editing.fixing import TakeFixes
from editor.model.history import StyleChange
from editor.model.places import Span
from editor.model.rules import Quiet
from editor.model.structure import Role
from editor.ui.doubts.choices import Choice
from editor.ui.doubts.walk import reading_place
from editor.ui.keys import with_key
from editor.ui.suspects import telling
from editor.ui.suspects.card import EVERYWHERE, HERE, TAKE, TYPE
from editor.ui.suspects.checking import Checking
from editor.ui.suspects.forms import Forms
from editor.ui.suspects.house_update import HouseUpdate
from editor.ui.suspects.kin import Kin
from editor.ui.suspects.rules import HouseRules
from editor.ui.target import article_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.proofing.suspect import Suspect
    from editor.ui.room import Room

NAME = "suspects"
CONTEXT = 11
"""Characters at each side on the card."""


class Suspects(QObject):
    """What is suspect on the page in sight, and which of it is on the card, if any."""

    def __init__(self, room: Room) -> None:
        """Nothing is suspect."""
        super().__init__(room)
        self._room = room
        self.open: tuple[Suspect, ...] = ()
        self._now: Suspect | None = None
        self.checking = Checking(room)
        self._card, self._list = room.desk.suspect_card, room.desk.dock.suspects
        self.checking.came.connect(self._came)
        self._card.chosen.connect(lambda choice: room.turn.take(lambda: self._choose(choice)))
        self._card.left.connect(self._leave)
        self._card.displaced.connect(self.close)
        self._card.typed.connect(self._typed)
        self._card.make_way(room.desk.raw.focused, room.desk.proof.focused)
        self.kin, self.rules = Kin(room, self), HouseRules(room)
        self.forms, self.house = Forms(room), HouseUpdate(room)
        self._card.same_asked.connect(lambda: room.turn.take(self.look_for_kin))
        self._list.chosen.connect(self._at_row(self.show))
        self._list.quieted.connect(lambda one: room.turn.take(lambda: self.dismiss_everywhere(one)))
        self._list.looked_at.connect(self.look)
        self._list.taken.connect(self._at_row(lambda one: self.take((one,))))
        self._list.dismissed.connect(self._at_row(self.dismiss))

    # -- what there is ---------------------------------------------------------------------

    @property
    def shown(self) -> Suspect | None:
        """The suspect on the card."""
        return self._now

    def follow(self) -> None:
        """The page reads otherwise now, before the texts show it."""
        self.checking.follow()
        self._find_open()
        self._room.desk.proof.set_suspects(self.open, mark=False)
        self.kin.close()
        self.forms.follow()
        self.house.changed()
        self._keep_card()

    def _came(self) -> None:
        self._find_open()
        self._room.desk.proof.set_suspects(self.open)
        self._keep_card()
        self.tell()
        self.house.follow()
        self.rules.offer()

    def _keep_card(self) -> None:
        """The card goes on asking what is open still, and says of how many."""
        if self._now is None:
            return
        if self._now in self.open:
            self._fill(self._now)
        else:
            self.close()

    def _find_open(self) -> None:
        session, checked = self._room.session, self.checking.checked
        self.open = ()
        if session is not None and checked is not None:
            from editor.proofing.run import asked

            self.open = asked(checked.found, session.page, session.project.style)

    def tell(self) -> None:
        """Show how many are left and which: the sides' part of what is new."""
        room = self._room
        known = bool(self.open) or self.checking.whole
        room.status.set_suspects(len(self.open) if known else None)
        room.desk.dock.set_suspects(self.open if known else None, room.reading)
        self._list.choose(self._now)

    def _there(self, row: Suspect) -> Suspect | None:
        """The suspect that a row means: the list follows the page a moment after the texts."""
        if row in self.open:
            return row
        means = row.rule, row.span
        return next((one for one in self.open if (one.rule, one.span) == means), None)

    def _at_row(self, act: Callable[[Suspect], object]) -> Callable[[Suspect], None]:
        def now(row: Suspect) -> None:
            suspect = self._there(row)
            if suspect is not None:
                act(suspect)

        return lambda row: self._room.turn.take(lambda: now(row))

    # -- going -----------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """Go to the next (1) or last (-1) suspect and give the card the focus."""
        if not self.open:
            if self.checking.whole:
                self._room.message.say(self.tr("Nothing is suspect on this page."))
            elif self._room.session is not None:
                self._room.message.say(self.tr("Suspects are still being looked for."))
            return
        if self._now in self.open:
            at = (self.open.index(self._now) + step) % len(self.open)
        else:
            at = self._nearest(step)
        self.show(self.open[at])

    def _nearest(self, step: int) -> int:
        """The first behind where one looks, or the last before it; round at the ends."""
        reading, raw_at = self._room.reading, self._room.pane.place().span.start
        if reading is None:
            return 0
        numbers = {article.at: number for number, article in enumerate(reading.articles)}
        article = article_at(reading, reading_place(reading, raw_at))
        held = reading.role_at(raw_at)
        heads = held is not None and isinstance(held[1].value, Role) and held[1].value.assigned
        here = (numbers.get(article.at, 0) if article else 0, -1 if heads else raw_at)
        places = [
            (
                numbers.get(one.passage.article, 0),
                -1 if one.passage.role.assigned else one.span.start,
            )
            for one in self.open
        ]
        if step > 0:
            return next((n for n, place in enumerate(places) if place >= here), 0)
        before = [n for n, place in enumerate(places) if place < here]
        return before[-1] if before else len(places) - 1

    def show(self, suspect: Suspect) -> None:
        """Look at a suspect with all views, and ask."""
        room = self._room
        room.doubts.close()
        self.look(suspect)
        self._now = suspect
        self._list.choose(suspect)
        self._fill(suspect)
        self._card.show()
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)  # before another card gives it away
        room.desk.place_card(self._card)

    def look(self, suspect: Suspect, *, select: bool = False) -> None:
        """Show where it is; `select`: what is typed takes its place."""
        room, session, reading = self._room, self._room.session, self._room.reading
        if session is None or reading is None:
            return
        place = suspect.span.start
        room.go_to(Span(place, place))
        proof = room.desk.proof
        proof.follow_hit(telling.hit(suspect, session.page.key, reading), select=select)
        proof.set_suspect(None if select else suspect)

    def _fill(self, suspect: Suspect) -> None:
        number = self.open.index(suspect) + 1 if suspect in self.open else 0
        head = self.tr("Suspect {0}/{1}").format(number, len(self.open))
        left, right = telling.sides(suspect, CONTEXT)
        shown = telling.seen(suspect.shown) or telling.NOTHING
        answers, choices = [TYPE, HERE], [Choice(left, shown, right, None)]
        if suspect.fix is not None:
            put = telling.seen(suspect.fix) or telling.NOTHING
            answers[0] = TAKE
            choices.insert(0, Choice(left, put, right, None, shown))
        else:
            choices.insert(0, Choice("", "", "", None, own=self.tr("Type what should stand here")))
        if form := telling.form(suspect):
            answers.append(EVERYWHERE)
            own = self.tr("Right on all pages:　")
            choices.append(Choice("", telling.seen(form[0]), "", None, own=own))
        head = f"{head}　{telling.rule(suspect)}"
        more = self.kin.offer(suspect)
        self._card.show_suspect(head, telling.reason(suspect), answers, choices, more)

    # -- answering -------------------------------------------------------------------------

    def _choose(self, choice: Choice) -> None:
        suspect = self._now
        if suspect is None:
            return
        answer, at = self._card.answer(choice), self.open.index(suspect)
        self.close()
        if answer == TYPE:
            self.look(suspect, select=True)
            self._room.desk.proof.setFocus()
            return
        if answer == TAKE:
            done = self.take((suspect,))
        elif answer == HERE:
            done = self.dismiss(suspect)
        else:
            done = self.dismiss_everywhere(suspect)
        if done:
            self._room.turn.follow(lambda: self._go_on(at))

    def take(self, suspects: tuple[Suspect, ...]) -> bool:
        """Put the fixes in their places, as one step."""
        fixable = tuple(one for one in suspects if one.fix is not None)
        if fixable and self._room.do(TakeFixes(fixable), NAME):
            return True
        self._room.status.say(self.tr("Nothing can be put in here by itself; type it."))
        return False

    def dismiss(self, suspect: Suspect) -> bool:
        """Let what it shows be, here."""
        return self._room.do(Dismiss((suspect,)), NAME)

    def dismiss_everywhere(self, suspect: Suspect) -> bool:
        """Let the form that it shows be, on all pages of the project."""
        session, form = self._room.session, telling.form(suspect)
        if session is None:
            return False
        if form is None:
            self._room.status.say(self.tr("This can be let be here only: Delete does"))
            return False
        quiet = Quiet(suspect.rule, form[0])
        if not session.change_style("dismiss-all", StyleChange(quiet=(quiet,)), NAME):
            return False
        told = self.tr("“{0}” is let be on all pages of this project; undo asks again.")
        self._room.status.say(told.format(telling.seen(form[0])))
        return True

    def ask_again(self) -> None:
        """Nothing is let be any more, on any page: as one step."""
        session = self._room.session
        if session is None:
            return
        places = sum(len(page.decisions.dismissed) for page in session.project.pages)
        forms = len(session.project.style.quiet)
        if not session.change(AskAgain(session.page.key), NAME):
            self._room.message.say(self.tr("Nothing was let be in this project."))
            return
        told = self.tr("Asked again about places: {0} · forms: {1}")
        self._room.message.say(told.format(places, forms))

    def warn_done(self, article: int) -> None:
        """An article was marked as read: say what is suspect in it still."""
        count = sum(one.passage.article == article for one in self.open)
        if count:
            told = self.tr("Marked as read with {0} suspects open")
            told = self.tr("Marked as read with 1 suspect open") if count == 1 else told
            self._room.status.say(with_key(told.format(count), "next_suspect", "{0} ({1})"))

    def look_for_kin(self) -> None:
        """Preview the fixes of one kind: that of the card, of the list, or of the next suspect."""
        now = self._now or self._list.current
        self.close()
        if now is None and self.open:
            now = self.open[self._nearest(1)]
        self.kin.open(now)

    def verify_form(self) -> None:
        """Look at all places of the project that print a doubtful form."""
        now = self._now or self._list.current
        chosen = self._room.desk.proof.selected_text() if now is None else ""
        self.close()
        if now is not None and (form := telling.form(now)):
            self._room.find.verify(*form)
        elif chosen or self._room.find.bar.isVisible():
            self._room.find.verify(chosen, None)
        else:
            self.forms.open()

    def _go_on(self, at: int) -> None:
        """The suspect that stands where the answered one stood, or the end of it."""
        if at < len(self.open):
            self.show(self.open[at])
        elif self.open:
            self.show(self.open[0])
        else:
            self._room.message.say(self.tr("Nothing is suspect on this page any more."))
            self._room.back_to_text()

    def close(self) -> None:
        """No suspect is on the card, nor in the list with ticks."""
        self.kin.close()
        if self._card.hasFocus():
            self._room.back_to_text()
        self._now = None
        self._card.hide()
        self._room.desk.proof.set_suspect(None)
        self._list.choose(None)

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()

    def _typed(self, event: QKeyEvent) -> None:
        self.close()
        self._room.back_to_text(event)
