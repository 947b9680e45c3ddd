"""Commands that ask before they become a gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.editing.as_read import role_at
from editor.editing.moves import SendText, SwapHeadlines
from editor.editing.roster import unknown

if TYPE_CHECKING:
    from editor.ui.room import Room


class StructureCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room

    def send(self) -> None:
        """Ask for the article to which the selection or the caret's block goes."""
        room, target = self._room, self._room.target()
        if target is None or target.whole:
            return
        spans = target.blocks
        if not spans or not role_at(target.reading, spans[0].start).flows:
            spans = target.spans
        cut = target.selected
        room.menus.pick(
            self.tr("Send to article"), lambda at: room.act(SendText(spans, at, cut), "menu")
        )

    def swap_headlines(self) -> None:
        """Ask with which article this one exchanges its headline."""
        room, target = self._room, self._room.target()
        article = target.article if target is not None else None
        if article is not None:
            room.menus.pick(
                self.tr("Swap headlines with"),
                lambda at: room.act(SwapHeadlines(article.at, at), "menu"),
            )

    def always(self) -> None:
        """A rule of the house of the correction at the caret."""
        self._room.suspects.rules.from_correction()

    def enrol(self) -> None:
        """The names of the article's byline into the roster."""
        room, target = self._room, self._room.target()
        article = target.article if target is not None else None
        if article is None or room.session is None:
            return
        names = unknown(article, room.session.project.style)
        if names:
            room.fields.enrol(names)
        else:
            room.status.say(self.tr("There is no reporter here that the roster does not have"))
