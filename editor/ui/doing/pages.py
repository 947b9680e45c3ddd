"""Commands about the pages of a project, and the articles that go on from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from editor.ui.room import Room


class PageCommands(QObject):
    """One method each, named as in the table of commands."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room

    def next_page(self) -> None:
        """To the page behind this one."""
        self._room.pages.step(1)

    def last_page(self) -> None:
        """To the page before this one."""
        self._room.pages.step(-1)

    def page_earlier(self) -> None:
        """Put the page before the one that is before it."""
        self._room.pages.move(-1)

    def page_later(self) -> None:
        """Put the page behind the one that is behind it."""
        self._room.pages.move(1)

    def page_name(self) -> None:
        """Look at what the page is called, and say it."""
        self._room.pages.ask_name()

    def remove_page(self) -> None:
        """Take this page out of the project."""
        self._room.pages.remove()

    def link_on(self) -> None:
        """Join the article with its part on another page."""
        self._room.linking.join_here()

    def unlink(self) -> None:
        """Part the article from where it goes on, or from where it comes."""
        self._room.linking.part_here()

    def other_part(self) -> None:
        """Look at the article's part on another page."""
        self._room.linking.follow_part()

    def links(self) -> None:
        """Look at what jump lines say goes on elsewhere."""
        self._room.linking.show_offers()
