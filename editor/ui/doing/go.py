"""Commands that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.model.places import Span
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.room import Room


class GoCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room

    def palette(self) -> None:
        """Find a command by a few letters."""
        self._room.palette.open()

    def next_doubt(self) -> None:
        """The next doubt."""
        self._room.doubts.step(1)

    def last_doubt(self) -> None:
        """The doubt before."""
        self._room.doubts.step(-1)

    def next_suspect(self) -> None:
        """To the next suspect."""
        self._room.suspects.step(1)

    def last_suspect(self) -> None:
        """To the suspect before."""
        self._room.suspects.step(-1)

    def kin_suspects(self) -> None:
        """Preview the fixes of all suspects of one kind."""
        self._room.suspects.look_for_kin()

    def verify_form(self) -> None:
        """Look at all places of the project that print a doubtful form."""
        self._room.suspects.verify_form()

    def verify_forms(self) -> None:
        """Look at all doubtful forms of the project."""
        self._room.suspects.forms.open()

    def ask_again(self) -> None:
        """Let no suspect be any more."""
        self._room.suspects.ask_again()

    def house(self) -> None:
        """Preview what the house file of this desk changes."""
        self._room.suspects.house.open()

    def same_doubts(self) -> None:
        """The last answer for the other doubts of its kind."""
        self._room.doubts.look_for_same()

    def page_style(self) -> None:
        """What the page's style was inferred as, and what of it is pinned."""
        self._room.page_style.open()

    def type_headline(self) -> None:
        """Into the headline of the article in sight."""
        target = self._room.target()
        article = target.article if target is not None else None
        if article is not None:
            self._room.desk.proof.edit_headline(article.at)

    def next_article(self) -> None:
        """The next article."""
        self._step_article(1)

    def last_article(self) -> None:
        """The article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        reading = self._room.reading
        if reading is None or not reading.articles:
            return
        now = article_at(reading, self._room.pane.place().span.start)
        at = reading.articles.index(now) + step if now in reading.articles else 0
        article = reading.articles[max(0, min(at, len(reading.articles) - 1))]
        self._room.go_to(Span(article.at, article.at))

    def other_pane(self) -> None:
        """From the raw text to the proof and back."""
        desk = self._room.desk
        other = desk.proof if self._room.pane is desk.raw else desk.raw
        other.setFocus()
