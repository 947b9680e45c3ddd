"""One place, shown by all views: the one that looks tells it, the others follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.model.places import Place, Span
from editor.ui.lists import outline

if TYPE_CHECKING:
    from editor.ui.lists.outline import Outline
    from editor.ui.proof.blocks import Shown
    from editor.ui.proof.pane import ProofPane
    from editor.ui.raw.pane import RawPane
    from editor.ui.room import Room


class Looking(QObject):
    """Which view is in use, and where everybody looks.

    `pane`: the text in use; `acting`: what commands act on, that text or the outline; `changed`:
    where the last change was (None: in no text).
    """

    def __init__(self, room: Room) -> None:
        """The proof is in use."""
        super().__init__(room)
        self._room, self._desk = room, room.desk
        self.pane: RawPane | ProofPane = room.desk.proof
        self.acting: RawPane | ProofPane | Outline = room.desk.proof
        self.changed: Span | None = None

    def connect_views(self) -> None:
        """Hear of all that look."""
        desk = self._desk
        for pane in (desk.raw, desk.proof):
            pane.placed.connect(self.follow)
            pane.focused.connect(lambda pane=pane: self._use(pane))
        desk.outline.placed.connect(self.follow)
        desk.outline.list.focused.connect(lambda: self._act_on(desk.outline))
        desk.ribbons.lit.connect(self._light)
        desk.ribbons.chosen.connect(self.go_to)

    def follow(self, place: Place, *, jump: bool = False, sides: bool = True) -> None:
        """Show a place with every view but the one that looks there already.

        `jump`: at a third of the height, unless it is well in sight. `sides`: the outline too.
        """
        jump = jump or place.initiator == outline.NAME
        panes = (self._desk.raw, self._desk.proof)
        levels = [pane.level for pane in panes if pane.objectName() == place.initiator]
        for pane in panes:
            if pane.objectName() != place.initiator:
                pane.follow(place, jump=jump, level=levels[0] if levels else None)
        reading = self._room.reading
        if sides and reading is not None and place.initiator != outline.NAME:
            self._desk.outline.follow(place, reading)
        self._room.fields.look(place)
        self._room.ahead.follow(place)

    def go_to(self, span: Span) -> None:
        """Look at a place with every view."""
        if self._room.session is not None:
            self.follow(Place(self._room.session.page.key, span, "window"), jump=True)

    def go_to_change(self) -> None:
        """Look at where the last change was, unless one is looking at it."""
        changed = self.changed
        if changed is None or (
            self.pane is self._desk.proof and self._desk.proof.shows_in_card(changed)
        ):
            return
        here = self.pane.place().span
        if not (self._was_at(here.start, changed) or self._was_at(here.end, changed)):
            self.go_to(Span(changed.start, changed.start))
        elif self._room.session is not None:  # one looks at it: no jump
            self.follow(Place(self._room.session.page.key, here, "window"))

    def _was_at(self, raw_at: int, changed: Span) -> bool:
        """Whether the last change was at a place: about the text there, or its article."""
        reading, (start, end) = self._room.reading, changed
        if start <= raw_at <= end:
            return True
        home = reading.article_of(start) if reading is not None else None
        return home is not None and end == start + 1 == home.at + 1 and home.holds(raw_at)

    def _use(self, pane: RawPane | ProofPane) -> None:
        self.pane = pane
        self._act_on(pane)
        other = self._desk.raw if pane is self._desk.proof else self._desk.proof
        if self._room.reading is not None and pane.place().span != other.place().span:
            self.follow(pane.place())  # the other one looked at what this one does not show

    def _act_on(self, view: RawPane | ProofPane | Outline) -> None:
        self.acting = view

    def _light(self, one: Shown | None) -> None:
        """Show both ends of the ribbon under the mouse."""
        self._desk.raw.set_lit(one.places if one is not None else ())
        self._desk.proof.set_lit(one)
