"""Same everywhere at the desk: offers the last answer for the other doubts of its kind.

Nothing is applied by itself: the offer stands on the card, the list previews it, and what is
ticked there is taken as one step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from editor.editing.answers import AnswerDoubt
from editor.editing.everywhere import Together, alike, values_of
from editor.model.asked import asked
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.waiting import Watch
from editor.ui import words
from editor.ui.doubts.choices import choices
from editor.ui.idle import Hurry
from editor.ui.lists.rows import DOUBT, PLAIN, LazyRows, ListRow
from editor.ui.proof.document import article_number
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.room import Room


MANY = 300
"""Doubts of a page that are looked at while the window waits."""


class Same(QObject):
    """The answer that was given last, and the list that takes it elsewhere."""

    closed = Signal()

    def __init__(self, room: Room, go_on: Callable[[int], None]) -> None:
        """Nothing was answered. `go_on` brings the doubt behind a raw place."""
        super().__init__(room)
        self._room, self._go_on = room, go_on
        self._list = room.desk.same
        self._answer: AnswerDoubt | None = None
        self._watch: Watch | None = None
        self._found: tuple[AnswerDoubt | None, Reading | None, tuple[AnswerDoubt, ...]]
        self._found = None, None, ()
        self._list.taken.connect(lambda taken: room.turn.take(lambda: self._take(taken)))
        self._list.left.connect(self._leave)
        self._list.displaced.connect(self.close)
        self._list.looked_at.connect(self._look)

    @property
    def shown(self) -> bool:
        """Whether the list is in sight."""
        return self._list.isVisible()

    def answered(self, answer: AnswerDoubt | None) -> None:
        """What was answered last; None: nothing that could be said elsewhere."""
        self._answer = answer

    def offered(self) -> tuple[AnswerDoubt, ...]:
        """The same answer to the other doubts of its kind, where it still stands."""
        reading, answer = self._room.reading, self._answer
        if reading is None or answer is None:
            return ()
        return _elsewhere(answer, reading)

    def find(self, then: Callable[[], None]) -> None:
        """Find out what is offered, beside the window where there is much to look at; `then`.

        `then` is not called where something else is asked for first.
        """
        reading, answer = self._room.reading, self._answer
        if self._watch is not None:
            self._watch.cancel()
        if reading is None or answer is None or len(reading.doubts) <= MANY:
            self._found = answer, reading, self.offered()
            then()
            return
        watch = self._watch = Watch()

        def done(found: tuple[AnswerDoubt, ...]) -> None:
            if not watch.cancelled and reading is self._room.reading:
                self._found = answer, reading, found
                then()

        self._room.background.run(
            lambda: _elsewhere(answer, reading), done, lambda _: None, watch=watch, hurry=Hurry.IDLE
        )

    @property
    def offer(self) -> str:
        """What was found last in words; empty where there is none."""
        answer, _, offered = self._found
        count = len(offered)
        if answer is None or not count:
            return ""
        told = words.answer(answer.doubt, values_of(answer.doubt)[answer.choice])
        if count == 1:
            return self.tr("1 more of this kind: {0}…").format(told)
        return self.tr("{0} more of this kind: {1}…").format(count, told)

    def open(self) -> None:
        """Preview what is offered, all of it ticked."""
        if self._found[0] is self._answer and self._found[1] is self._room.reading:
            self._open()
        else:
            self.find(self._open)

    def _open(self) -> None:
        reading, session, offered = self._room.reading, self._room.session, self._found[2]
        if reading is None or session is None:
            return
        if not offered:
            self._room.message.say(self.tr("No other doubt is of the kind that was answered last."))
            return
        panel = self._list
        page, every = session.page, range(len(offered))
        rows = LazyRows(every, offered, lambda at: _row(offered[at], page, reading))
        panel.show()
        panel.show_rows(self.offer.rstrip("…"), rows)
        self._room.desk.place_at_foot(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look(offered[0])

    def close(self) -> None:
        """The list goes; the text has the focus where the list had it."""
        if self.shown:
            self._room.desk.proof.set_doubt(None)
            self._room.put_away(self._list)

    def _look(self, answer: AnswerDoubt) -> None:
        span = answer.doubt.span
        self._room.go_to(Span(span.start, span.start))
        self._room.desk.proof.set_doubt(span)
        self._room.desk.dock.choose_doubt(answer.doubt)

    def _take(self, taken: tuple[AnswerDoubt, ...]) -> None:
        if not self.shown:
            return
        self.close()
        self._answer = None
        room = self._room
        if room.do(Together(taken), "card"):
            room.message.say(self.tr("{0} doubts were decided alike.").format(len(taken)))
            last = taken[-1].doubt.span.start
            room.turn.follow(lambda: self._go_on(last))

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()


def _elsewhere(answer: AnswerDoubt, reading: Reading) -> tuple[AnswerDoubt, ...]:
    """The same answer to other doubts; none where it was taken back. May run in any thread."""
    if asked(reading.doubts).number_of(answer.doubt.key):
        return ()
    return alike(answer, reading.doubts)


def _row(answer: AnswerDoubt, page: Page, reading: Reading) -> ListRow:
    """A doubt as the answer would have it, and as it would be otherwise."""
    doubt = answer.doubt
    offered = [choice for choice in choices(doubt, page, reading) if choice.gesture is not None]
    mine = offered[answer.choice]
    others = [choice.text for number, choice in enumerate(offered) if number != answer.choice]
    number = article_number(reading, article_at(reading, doubt.span.start))
    runs = ((mine.left, PLAIN), (mine.mark, DOUBT), (mine.right, PLAIN))
    return ListRow(
        tuple(run for run in runs if run[0]),
        second=words.instead_of(others),
        side=words.nth(number),
        what=answer,
    )
