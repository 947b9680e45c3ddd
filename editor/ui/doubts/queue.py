"""The queue of doubts at the desk: brings the card, takes its answer, brings the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from editor.editing.answers import AnswerDoubt
from editor.model.places import Span
from editor.model.verdict import Doubt, FieldTarget
from editor.ui import words
from editor.ui.doubts import walk as doubt_walk
from editor.ui.doubts.choices import Choice, choices
from editor.ui.doubts.same import Same

if TYPE_CHECKING:
    from editor.ui.room import Room


class Doubts(QObject):
    """Which doubt is on the card, if any."""

    def __init__(self, room: Room) -> None:
        """No doubt is shown."""
        super().__init__(room)
        self._room = room
        self._card = room.desk.card
        self._now: Doubt | None = None
        self.same = Same(room, self._go_on)
        self._card.same_asked.connect(lambda: room.turn.take(self.look_for_same))
        self._card.chosen.connect(lambda choice: room.turn.take(lambda: self._answer(choice)))
        self._card.left.connect(self._leave)
        self._card.displaced.connect(self.close)
        self._card.typed.connect(self._typed)
        self._card.make_way(room.desk.raw.focused, room.desk.proof.focused)

    @property
    def shown(self) -> Doubt | None:
        """The doubt on the card."""
        return self._now

    def step(self, step: int) -> None:
        """Go to the next (1) or last (-1) doubt and give the card the focus."""
        reading = self._room.reading
        if reading is None:
            return
        key = self._now.key if self._now is not None else ""
        at = doubt_walk.reading_place(reading, self._room.pane.place().span.start)
        doubt = doubt_walk.next_after(reading, at, key, step)
        if doubt is not None:
            self.show_doubt(doubt)

    def show_doubt(self, doubt: Doubt) -> None:
        """Look at a doubt's place with all views, and ask."""
        room = self._room
        if room.reading is None or room.session is None:
            return
        with room.desk.proof.marked_once():
            self._show(doubt)

    def _show(self, doubt: Doubt) -> None:
        room = self._room
        self.same.close()
        room.suspects.close()
        self._now = doubt
        place = doubt.target.article if isinstance(doubt.target, FieldTarget) else doubt.span.start
        room.go_to(Span(place, place))
        room.desk.proof.set_doubt(doubt.span)
        room.desk.dock.choose_doubt(doubt)
        self._fill(doubt)
        card = self._card
        card.show()
        card.setFocus(Qt.FocusReason.OtherFocusReason)  # before another card gives it away
        room.desk.place_card()

    def _fill(self, doubt: Doubt) -> None:
        from editor.analysis.reasons import sentence

        reading, session = self._room.reading, self._room.session
        if reading is None or session is None:
            return
        number = doubt_walk.number_of(reading, doubt.key)
        head = self.tr("Doubt {0}/{1}").format(number, len(reading.doubts))
        sure = words.sure(doubt.verdict.confidence)
        why = words.why(doubt.verdict.why, lambda reason: sentence(reason, words.language()))
        offered = choices(doubt, session.page, reading)
        self._card.show_doubt(f"{head}　{words.question(doubt)}", why, offered, sure=sure)
        self.same.find(lambda: self._offer_same(doubt))

    def _offer_same(self, doubt: Doubt) -> None:
        if self._now is not doubt:
            return
        self._card.offer(self.same.offer)
        if self._card.isVisible():
            self._room.desk.place_card()

    def look_for_same(self) -> None:
        """Preview the last answer for the other doubts of its kind."""
        self.close()
        self.same.open()

    def refresh(self) -> None:
        """After a change: the card goes where its doubt is answered, or stays."""
        reading, now = self._room.reading, self._now
        self.same.close()
        if now is None:
            return
        if reading is None or not doubt_walk.number_of(reading, now.key):
            self.close()

    def close(self) -> None:
        """No doubt is shown."""
        if self._card.hasFocus():  # before it is hidden: Qt would choose a pane of its own
            self._room.back_to_text()
        self._now = None
        self._card.hide()
        self._room.desk.proof.set_doubt(None)
        self._room.desk.dock.choose_doubt(None)

    def _answer(self, choice: Choice) -> None:
        room, doubt = self._room, self._now
        if doubt is None:
            return
        if choice.gesture is None:
            self.close()
            if isinstance(doubt.target, FieldTarget):
                room.desk.proof.edit_headline(doubt.target.article)
            return
        answer = choice.gesture
        with room.desk.proof.marked_once():
            self._now = None  # the card stays for the next one
            self.same.answered(answer if isinstance(answer, AnswerDoubt) else None)
            room.do(answer, "card")
            if room.reader.is_behind():
                self.close()
            room.turn.follow(lambda: self._go_on(doubt.span.start, doubt.key))

    def _go_on(self, raw_at: int, key: str = "") -> None:
        """The next doubt after a place where one (of this key) was decided."""
        room, reading = self._room, self._room.reading
        if reading is None:
            self.close()
            return
        later = doubt_walk.next_after(reading, raw_at, "", 1)
        if later is not None and later.key != key:
            self.show_doubt(later)
            return
        self.close()
        if later is None:
            room.message.say(self.tr("All doubts of this page are decided."))
            room.back_to_text()

    def _leave(self) -> None:
        self.same.answered(None)
        self.close()
        self._room.back_to_text()

    def _typed(self, event: QKeyEvent) -> None:
        self.same.answered(None)
        self.close()
        self._room.back_to_text(event)
