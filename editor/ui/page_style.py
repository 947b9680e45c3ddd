"""The page's style at the desk: brings its card, counts what a pin would change, pins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.editing.pins import PinStyle, otherwise
from editor.model.decisions import Habit

if TYPE_CHECKING:
    from editor.editing.reads import Read
    from editor.ui.room import Room

Chosen = tuple[tuple[Habit, str | None], ...]


class PageStyle(QObject):
    """The card of the page's style, shown or not."""

    def __init__(self, room: Room) -> None:
        """The card is hidden."""
        super().__init__(room)
        self._room, self._card = room, room.desk.style_card
        self._card.pinned.connect(lambda chosen: room.turn.take(lambda: self._pin(chosen)))
        self._card.asked.connect(self._count)
        self._card.left.connect(self.close)
        self._card.displaced.connect(self.close)

    def open(self) -> None:
        """Show what was inferred and what is pinned."""
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None:
            return
        pins = {pin.habit: pin.value for pin in session.page.decisions.pins}
        self._card.show_pins(pins, " ".join(f"{m:g}" for m in reading.habits.measures))
        self._card.show()
        self._room.desk.place_at_foot(self._card)
        self._card.take_focus()

    def close(self) -> None:
        """The card goes; the text has the focus where the card had it."""
        self._room.put_away(self._card)

    def _pin(self, chosen: Chosen) -> None:
        self.close()
        if chosen:
            self._room.do(PinStyle(chosen), "style")

    def _count(self, chosen: Chosen) -> None:
        """Read the page as it would be, off this thread, and tell what would change."""
        session, before = self._room.session, self._room.reading
        if session is None or before is None:
            return

        def done(read: Read) -> None:
            if session is self._room.session and self._card.chosen() == chosen:
                self._card.tell(otherwise(before, read.reading), len(before.joints))

        self._room.background.run(session.supposing(PinStyle(chosen)), done, lambda _: None)
