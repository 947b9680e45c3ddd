"""How a room is furnished: its actions, bars and helpers are made, and hear of one another.

In pieces, each short enough that the window goes on answering.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from editor.editing.moves import PlaceArticle, SendText
from editor.ui import commands, focus, keys, menus
from editor.ui.doubts.queue import Doubts
from editor.ui.empty import Empty
from editor.ui.encodings import Encodings
from editor.ui.exporting.export import Export
from editor.ui.finding.find import Find
from editor.ui.finding.palette import Palette
from editor.ui.linking import Linking
from editor.ui.lists import outline
from editor.ui.look import appearance_menu
from editor.ui.message_bar import MessageBar
from editor.ui.opening import Opening
from editor.ui.page_style import PageStyle
from editor.ui.pages import Pages
from editor.ui.proof.filling import Fields
from editor.ui.recent import Recent
from editor.ui.settings import speaking
from editor.ui.status import Status
from editor.ui.suspects.queue import Suspects
from editor.ui.top_bar import TopBar
from editor.ui.turn import Turn
from editor.ui.zoom import ZOOM, Zoom

if TYPE_CHECKING:
    from editor.ui.lists.outline import Outline
    from editor.ui.room import Room


def furnish(room: Room) -> Iterator[None]:
    """Make actions, menus and bars; put them and the desk's views to work."""
    panes = (room.desk.raw, room.desk.proof)
    keys.use(keys.load(room.settings))
    room.actions_by_code = menus.make_actions(room.window, panes, room.run)
    room.pane_keys = menus.PaneKeys(panes, room)
    room.turn = Turn(room.window, panes, room.reader.is_behind)
    side_panel = bool(room.settings.value("side_panel", True, type=bool))
    room.actions_by_code["side_panel"].setChecked(side_panel)
    room.desk.proof.set_scale(room.scale)
    room.take_face()
    zoom = Zoom(panes, room)
    zoom.stepped.connect(lambda steps: room.set_scale(room.scale * ZOOM**steps))
    yield
    room.menu = menus.whole_menu(room.window, room.actions_by_code)
    view = room.menu.findChild(QMenu, commands.VIEW)
    structure = room.menu.findChild(QMenu, commands.STRUCTURE)
    if isinstance(structure, QMenu):
        room.menus.name_restored(structure)
    room.empty, room.message = Empty(), MessageBar()
    room.opening = Opening(room.message, room)
    if isinstance(view, QMenu):
        appearance_menu.add_menus(
            view,
            room.settings,
            lambda language: speaking.speak(room.settings, language),
            room.window.repaint_all,
        )
    yield
    room.top, room.status = TopBar(room.actions_by_code, room.menu), Status()
    room.status.background = room.background
    room.doubts, room.fields, room.find = Doubts(room), Fields(room), Find(room)
    room.suspects = Suspects(room)
    room.encodings, room.recent = Encodings(room), Recent(room)
    room.recent.add_to(room.menu)
    room.page_style, room.palette = PageStyle(room), Palette(room)
    room.pages, room.linking = Pages(room), Linking(room)
    room.export = Export(room)
    _connect(room)
    room.show_state()
    room.window.put_bars(room.top, (room.message, room.find.bar), room.status)
    room.window.put_empty(room.empty)
    _order_focus(room)


def _order_focus(room: Room) -> None:
    """Let Tab go as one reads: the bars over the desk, then the desk from left to right."""
    desk = room.desk
    views = (room.top, room.message, room.find.bar, desk.outline, desk.raw, desk.proof)
    stops = [stop for view in (*views, desk.tray, desk.dock) for stop in focus.stops(view)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _connect(room: Room) -> None:
    """Who hears of whom: one event, one direction."""
    desk = room.desk
    for pane in (desk.raw, desk.proof):
        pane.menu_asked.connect(room.menus.show)
    desk.raw.scrolled.connect(desk.proof.follow_scroll)
    desk.proof.scrolled.connect(desk.raw.follow_scroll)
    desk.proof.gestured.connect(lambda gesture: room.do(gesture, desk.proof.objectName()))
    desk.proof.wandered.connect(room.wandered)
    room.looking.connect_views()
    _connect_outline(room, desk.outline)
    desk.raw.typed_in_vain.connect(room.tell_typed_in_vain)
    desk.dock.gestured.connect(lambda gesture: room.turn.take(lambda: room.do(gesture)))
    desk.dock.history.travelled.connect(lambda at: room.turn.take(lambda: room.travel(at)))
    desk.dock.doubt_chosen.connect(room.doubts.show_doubt)
    desk.dock.correction_chosen.connect(room.go_to)
    desk.dock.field_chosen.connect(desk.proof.edit_field)
    desk.raw.painted.connect(room.reader.raw_was_painted)
    room.status.doubts_asked.connect(lambda: room.run(commands.BY_CODE["next_doubt"]))
    room.status.suspects_asked.connect(lambda: room.run(commands.BY_CODE["next_suspect"]))
    room.status.lost_asked.connect(room.go_to)
    room.status.style_asked.connect(lambda: room.run(commands.BY_CODE["page_style"]))
    room.status.encoding_asked.connect(lambda: room.run(commands.BY_CODE["encoding"]))
    room.empty.open_asked.connect(room.does.files.open)
    room.empty.paste_asked.connect(room.does.files.open_clipboard)
    room.documents.opened.connect(room.arriving.opened)
    room.documents.leaving.connect(room.recent.keep_place)
    room.documents.saved.connect(room.recent.remember)
    room.documents.saved.connect(room.export.last.remember)
    room.empty.recent_asked.connect(room.recent.open)
    room.empty.forget_asked.connect(room.recent.remove)
    room.recent.changed.connect(lambda: room.empty.show_recent(room.recent.rows()))
    room.documents.closed.connect(room.arriving.closed)
    room.documents.coming.connect(room.arriving.comes)
    room.documents.not_coming.connect(room.opening.end)
    room.documents.when_safe = room.when_safe
    room.documents.saved.connect(room.show_state)
    room.documents.noted.connect(room.message.say)
    room.documents.place = room.arriving.place
    room.documents.failed.connect(lambda title, text: room.dialogs.tell(room.window, title, text))


def _connect_outline(room: Room, view: Outline) -> None:
    view.list.menu_asked.connect(room.menus.show)
    view.entered.connect(room.back_to_text)
    view.list.article_dropped.connect(
        lambda at, before: room.act(PlaceArticle(at, before), outline.NAME)
    )
    view.list.text_dropped.connect(
        lambda spans, at: room.act(SendText(spans, at, cut=True), outline.NAME)
    )
