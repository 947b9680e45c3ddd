"""Menus of a place: what can be done where the caret is, and the question to which article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from editor.editing.gestures import AssignHeading
from editor.ui import commands, menus
from editor.ui.commands.structure import correction_at
from editor.ui.lists import picker
from editor.ui.proof import corrections
from editor.ui.suspects import menu as suspects_menu
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.room import Room

TOLD = 12
"""How many characters of what a correction stands for a menu tells."""


class PlaceMenus(QObject):
    """Opens menus at the view in use; none of them is waited for."""

    def __init__(self, room: Room) -> None:
        """Menus of the window of `room`."""
        super().__init__(room)
        self._room = room

    def show(self, point: QPoint) -> None:
        """What can be done at the place of the view in use."""
        room = self._room
        without: tuple[str, ...] = ()
        if room.acting is room.desk.raw:
            without = menus.NOT_IN_RAW
        elif room.acting is room.desk.outline:
            without = menus.NOT_OF_ARTICLES
        menu = menus.pane_menu(room.window, room.actions_by_code, self._add_assign, without)
        self.name_restored(menu)
        suspect = room.desk.proof.suspect_here() if room.acting is room.desk.proof else None
        if suspect is not None:
            suspects_menu.fill(menu, room, suspect)
        self._open(menu, point)

    def pick(self, title: str, chosen: Callable[[int], object]) -> None:
        """Ask for an article, whose anchor is given to `chosen`."""
        target, reading = self._room.target(), self._room.reading
        if target is not None and reading is not None:
            menu = picker.article_menu(self._room.window, title, reading, target.article, chosen)
            self._open(menu, self.point())

    def open_here(self, menu: QMenu) -> None:
        """Open a menu at the place of the view in use."""
        self._open(menu, self.point())

    def name_restored(self, menu: QMenu) -> None:
        """While the menu is open, Restore tells what the page prints here."""
        plain = commands.BY_CODE["restore"].text
        menu.aboutToShow.connect(self._tell_restored)
        menu.aboutToHide.connect(lambda: self._room.actions_by_code["restore"].setText(plain))

    def _tell_restored(self) -> None:
        target, action = self._room.target(), self._room.actions_by_code["restore"]
        patch = correction_at(target) if target is not None else None
        printed = corrections.printed(patch, target.page.source) if patch and target else ""
        if not printed.strip():
            return
        short = printed if len(printed) <= TOLD else f"{printed[: TOLD - 1]}…"
        action.setText(self.tr("Restore “{0}”").format(short.replace("&", "&&")))

    def _open(self, menu: QMenu, point: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def point(self) -> QPoint:
        """Under the caret or the chosen row, on the screen."""
        desk, view = self._room.desk, self._room.acting
        if view is desk.outline:
            return desk.outline.list.menu_point()
        if view is desk.raw:
            return desk.raw.viewport().mapToGlobal(desk.raw.caret_rect().bottomLeft())
        return desk.proof.viewport().mapToGlobal(desk.proof.cursorRect().bottomLeft())

    def _add_assign(self, menu: QMenu) -> None:
        room, target, reading = self._room, self._room.target(), self._room.reading
        if target is None or reading is None or not reading.articles or target.whole:
            return
        part = menu.addMenu(self.tr("Headline of article"))
        here = article_at(reading, target.raw_at)
        picker.fill(
            part, reading, here, lambda at: room.act(AssignHeading(target.span, at), "menu")
        )
