"""The room behind the window: the session's events go to the views, theirs to the session.

The window's first sight needs none of it. It is furnished in pieces after that, each short
enough that the window goes on answering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from editor.editing.gestures import Gesture
from editor.editing.moves import PlaceArticle, SendText
from editor.editing.roster import ENROL
from editor.editing.session import Changed, Session
from editor.editing.typing import TYPING
from editor.model.history import History
from editor.model.places import Span
from editor.model.project import View
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.waiting import Watch
from editor.ui import commands, focus, keys, memory, menus, word_steps, words
from editor.ui.ahead import Ahead
from editor.ui.background import Background
from editor.ui.commands import Command
from editor.ui.comparing import Comparing
from editor.ui.dialogs import DISCARD, SAVE
from editor.ui.documents import Documents
from editor.ui.doubts.queue import Doubts
from editor.ui.empty import Empty
from editor.ui.encodings import Encodings
from editor.ui.exporting.export import Export
from editor.ui.finding.find import Find
from editor.ui.finding.palette import Palette
from editor.ui.help.hints import Hints
from editor.ui.incoming import Incoming
from editor.ui.linking import Linking
from editor.ui.lists import outline
from editor.ui.look import appearance_menu
from editor.ui.looking import Looking
from editor.ui.message_bar import MessageBar
from editor.ui.opening import Opening
from editor.ui.page_reader import PageReader
from editor.ui.page_style import PageStyle
from editor.ui.pages import Pages
from editor.ui.paper.printing import Printing
from editor.ui.place_menus import PlaceMenus
from editor.ui.proof.filling import Fields
from editor.ui.proof.pane import ProofPane
from editor.ui.raw.pane import RawPane
from editor.ui.recent import Recent
from editor.ui.settings import choices, speaking
from editor.ui.sides import Sides
from editor.ui.status import Status
from editor.ui.suspects.queue import Suspects
from editor.ui.target import Target
from editor.ui.top_bar import TopBar
from editor.ui.turn import Turn
from editor.ui.window_commands import WindowCommands
from editor.ui.zoom import ZOOM, Zoom

if TYPE_CHECKING:
    from editor.ui.card import Card
    from editor.ui.lists.outline import Outline
    from editor.ui.window import Window

WORDS = 1500
"""Milliseconds after the first reading until Chinese words are loaded, in a thread."""


class Room(QObject):
    """One page on the desk of one window."""

    actions_by_code: dict[str, QAction]
    menu: QMenu
    top: TopBar
    empty: Empty
    message: MessageBar
    status: Status
    doubts: Doubts
    suspects: Suspects
    page_style: PageStyle
    fields: Fields
    find: Find
    palette: Palette
    export: Export
    turn: Turn
    opening: Opening
    encodings: Encodings
    recent: Recent
    pages: Pages
    linking: Linking

    def __init__(self, window: Window) -> None:
        """Nothing is open; `furnish` makes what is seen."""
        super().__init__(window)
        self.window, self.desk = window, window.desk
        self.settings, self.dialogs = window.settings, window.dialogs
        self.background = Background(self)
        self.documents = Documents(window, self.dialogs, self.background)
        self.documents.settings = self.settings
        self.session: Session | None = None
        self.incoming = Incoming(self)
        self.ahead = Ahead(self)
        self.looking, self.comparing = Looking(self), Comparing(self)
        self._does = WindowCommands(self)
        self.printing, self.hints = Printing(self), Hints(self)
        self.menus = PlaceMenus(self)
        self.reader = PageReader(self)
        self._first = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._needs = -1
        self.sides = Sides(self)
        self._scale = choices.scale(self.settings)

    # -- making ----------------------------------------------------------------------------

    def furnish(self) -> Iterator[None]:
        """Make actions, menus and bars; put them and the desk's views to work."""
        panes = (self.desk.raw, self.desk.proof)
        keys.use(keys.load(self.settings))
        self.actions_by_code = menus.make_actions(self.window, panes, self.run)
        self._pane_keys = menus.PaneKeys(panes, self)
        self.turn = Turn(self.window, panes, self.reader.is_behind)
        side_panel = bool(self.settings.value("side_panel", True, type=bool))
        self.actions_by_code["side_panel"].setChecked(side_panel)
        self.desk.proof.set_scale(self._scale)
        self.take_face()
        zoom = Zoom(panes, self)
        zoom.stepped.connect(lambda steps: self.set_scale(self._scale * ZOOM**steps))
        yield
        self.menu = menus.whole_menu(self.window, self.actions_by_code)
        view = self.menu.findChild(QMenu, commands.VIEW)
        structure = self.menu.findChild(QMenu, commands.STRUCTURE)
        if isinstance(structure, QMenu):
            self.menus.name_restored(structure)
        self.empty, self.message = Empty(), MessageBar()
        self.opening = Opening(self.message, self)
        if isinstance(view, QMenu):
            appearance_menu.add_menus(
                view,
                self.settings,
                lambda language: speaking.speak(self.settings, language),
                self.window.repaint_all,
            )
        yield
        self.top, self.status = TopBar(self.actions_by_code, self.menu), Status()
        self.status.background = self.background
        self.doubts, self.fields, self.find = Doubts(self), Fields(self), Find(self)
        self.suspects = Suspects(self)
        self.encodings, self.recent = Encodings(self), Recent(self)
        self.recent.add_to(self.menu)
        self.page_style, self.palette = PageStyle(self), Palette(self)
        self.pages, self.linking = Pages(self), Linking(self)
        self.export = Export(self)
        self._connect()
        self._show_state()
        self.window.put_bars(self.top, (self.message, self.find.bar), self.status)
        self.window.put_empty(self.empty)
        self._order_focus()

    def _order_focus(self) -> None:
        """Let Tab go as one reads: the bars over the desk, then the desk from left to right."""
        desk = self.desk
        views = (self.top, self.message, self.find.bar, desk.outline, desk.raw, desk.proof)
        stops = [stop for view in (*views, desk.tray, desk.dock) for stop in focus.stops(view)]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        desk = self.desk
        for pane in (desk.raw, desk.proof):
            pane.menu_asked.connect(self.menus.show)
        desk.raw.scrolled.connect(desk.proof.follow_scroll)
        desk.proof.scrolled.connect(desk.raw.follow_scroll)
        desk.proof.gestured.connect(lambda gesture: self.do(gesture, desk.proof.objectName()))
        desk.proof.wandered.connect(self._wandered)
        self.looking.connect_views()
        self._connect_outline(desk.outline)
        desk.raw.typed_in_vain.connect(self._tell_typed_in_vain)
        desk.dock.gestured.connect(lambda gesture: self.turn.take(lambda: self.do(gesture)))
        desk.dock.history.travelled.connect(lambda at: self.turn.take(lambda: self._travel(at)))
        desk.dock.doubt_chosen.connect(self.doubts.show_doubt)
        desk.dock.correction_chosen.connect(self.go_to)
        desk.dock.field_chosen.connect(desk.proof.edit_field)
        desk.raw.painted.connect(self.reader.raw_was_painted)
        self.status.doubts_asked.connect(lambda: self.run(commands.BY_CODE["next_doubt"]))
        self.status.suspects_asked.connect(lambda: self.run(commands.BY_CODE["next_suspect"]))
        self.status.lost_asked.connect(self.go_to)
        self.status.style_asked.connect(lambda: self.run(commands.BY_CODE["page_style"]))
        self.status.encoding_asked.connect(lambda: self.run(commands.BY_CODE["encoding"]))
        self.empty.open_asked.connect(self._does.open)
        self.empty.paste_asked.connect(self._does.open_clipboard)
        self.documents.opened.connect(self._was_opened)
        self.documents.leaving.connect(self.recent.keep_place)
        self.documents.saved.connect(self.recent.remember)
        self.empty.recent_asked.connect(self.recent.open)
        self.empty.forget_asked.connect(self.recent.remove)
        self.recent.changed.connect(lambda: self.empty.show_recent(self.recent.rows()))
        self.documents.closed.connect(self._was_closed)
        self.documents.coming.connect(self._is_coming)
        self.documents.not_coming.connect(self.opening.end)
        self.documents.when_safe = self.when_safe
        self.documents.saved.connect(self._show_state)
        self.documents.noted.connect(self.message.say)
        self.documents.place = self._place
        self.documents.failed.connect(
            lambda title, text: self.dialogs.tell(self.window, title, text)
        )

    def _connect_outline(self, view: Outline) -> None:
        view.list.menu_asked.connect(self.menus.show)
        view.entered.connect(self.back_to_text)
        view.list.article_dropped.connect(
            lambda at, before: self.act(PlaceArticle(at, before), outline.NAME)
        )
        view.list.text_dropped.connect(
            lambda spans, at: self.act(SendText(spans, at, cut=True), outline.NAME)
        )

    def start(self, source: Source | None, path: Path | None) -> None:
        """Begin with the text that is in sight already, or with an empty desk."""
        if source is None:
            self.empty.show_recent(self.recent.rows())
            self.window.show_desk(self.empty)
            self.empty.setFocus()
            return
        if self.desk.raw.hasFocus():  # it was clicked already
            self.looking.pane = self.desk.raw
        self.documents.open_source(source, path)

    # -- opening ---------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a page or a project in this window, in place of what was there."""
        return self.documents.open_path(path)

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped, or ask what is to become of it."""
        self.incoming.drop(data)

    def _is_coming(self, watch: Watch, name: str) -> None:
        told = self.tr("Opening {0}…").format(name.replace("{", "{{").replace("}", "}}"))
        self.opening.begin(watch, told + "  {0}", self.documents.expect_none)

    def _was_closed(self) -> None:
        """Nothing is open any more."""
        self.leave()
        self.session = None
        self.window.show_desk(self.empty)
        self.empty.setFocus()
        self._show_state()

    def leave(self) -> None:
        """Stop what is under way with what was open."""
        self.reader.stop()
        self.opening.end()
        self.turn.clear()
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self.pages.forget()
        self.linking.forget()

    def _was_opened(self, session: Session) -> None:
        self.leave()
        self.session = session
        self.comparing.forget()
        memory.release()
        self.recent.turn_to_page(session)
        self._unsubscribe = session.subscribe(self._changed)
        self.recent.remember()
        self.message.hide()
        self.encodings.close()
        self.encodings.tell_unsure()
        self.doubts.close()
        self.suspects.close()
        self.find.close()
        self.reader.want()
        self._first = session.latest is None
        chose_raw = self.desk.raw.hasFocus()  # the empty desk's focus, when it goes, is no choice
        self.window.show_desk(self.desk)
        self._show_page()
        if self.window.isVisible() and not chose_raw:
            self.desk.proof.setFocus()

    def _place(self) -> View | None:
        session = self.session
        if session is None or session.latest is None:
            return None
        return View(
            session.page.key, min(self.pane.place().span.start, len(session.page.source.text))
        )

    # -- one event, one direction ----------------------------------------------------------

    def do(self, gesture: Gesture, initiator: str = "") -> bool:
        """Apply a gesture; the views hear of it by the session's event."""
        if self.session is None or self.session.latest is None:
            return False
        return self.session.do(gesture, initiator)

    def act(self, gesture: Gesture, initiator: str) -> None:
        """Apply a gesture in its turn; where it changes nothing, that is said quietly."""

        def now() -> None:
            if not self.do(gesture, initiator):
                self._tell_nothing(words.step(gesture.name))

        self.turn.take(now)

    def _travel(self, at: int) -> None:
        if self.session is not None and self.session.travel(at, "window"):
            self.turn.follow(self.go_to_change)

    def _tell_nothing(self, what: str) -> None:
        self.status.say(self.tr("Nothing to change here: {0}").format(what))

    def _tell_typed_in_vain(self) -> None:
        self.status.say(
            keys.with_key(
                self.tr("The raw text stays as the page has it; type in the proof"),
                "other_pane",
                "{0} ({1})",
            )
        )

    def _changed(self, changed: Changed) -> None:
        if changed.what == "saved":
            self._show_state()
            return
        if self.session is None:
            return
        self.linking.follow()
        if changed.page != self.session.page.key:
            return  # a page that is not shown was read
        if self.session.latest is None:  # another page came into sight: it is read when it is seen
            self.reader.want()
        if changed.what == "decisions" and changed.step != ENROL:
            self.looking.changed = changed.span
        if self.reader.is_behind():
            self.turn.wait()
            self._show_state()
            self.reader.read()
            return
        self._show_page(typed=changed.step == TYPING)
        if changed.what == "reading" and self._first:
            self._first = False
            self._go_where_it_was()
            self.pane.setFocus()
            self.recent.go_back()
            QTimer.singleShot(WORDS, self._know_words)
        self.looking.follow(self.pane.place(), sides=False)  # they come after the paint
        self.pages.arrive()

    def _know_words(self) -> None:
        """Load Chinese words; nobody waits for them, and without them one goes on too."""

        def known(_: object) -> None:
            self.desk.proof.set_headlines()
            self.suspects.checking.again()

        self.background.run(word_steps.load, known, lambda _: None)

    def _go_where_it_was(self) -> None:
        """Go to where the editor was when the project was saved."""
        view = self.session.project.view if self.session is not None else None
        if view is not None and self.session is not None and view.page == self.session.page.key:
            self.go_to(Span(view.raw_at, view.raw_at))

    @property
    def is_dirty(self) -> bool:
        """Whether something would be lost if the window closed now."""
        return self.session is not None and self.session.dirty

    @property
    def reading(self) -> Reading | None:
        """The reading that is shown, where the page has been read."""
        return self.session.latest if self.session is not None else None

    def _show_page(self, *, typed: bool = False) -> None:
        if self.session is None:
            return
        page, reading = self.session.page, self.reading
        self.suspects.follow()
        self.desk.raw.set_page(page, reading)
        self.desk.proof.set_page(page, reading)
        self.doubts.refresh()
        self.find.refresh()
        self.page_style.close()
        self._show_state()
        self.sides.follow(page=True, typed=typed)
        self.export.follow()

    def _show_state(self) -> None:
        """What can be done now; the sides tell the rest."""
        session, reading = self.session, self.reading
        needs = commands.ALWAYS
        if session is not None:
            needs = commands.PAGE if reading is None else commands.READING
        if needs != self._needs:
            self._needs = needs
            for command in commands.COMMANDS:
                self.actions_by_code[command.code].setEnabled(command.needs <= needs)
        history = session.history if session is not None else History()
        self.actions_by_code["undo"].setEnabled(history.undoable is not None)
        self.actions_by_code["redo"].setEnabled(history.redoable is not None)
        dirty = self.is_dirty
        if self.window.isWindowModified() != dirty:  # it asks the window manager each time
            self.window.setWindowModified(dirty)
        self.sides.follow()

    # -- places ----------------------------------------------------------------------------

    @property
    def pane(self) -> RawPane | ProofPane:
        """The text in use."""
        return self.looking.pane

    @property
    def acting(self) -> RawPane | ProofPane | Outline:
        """What commands act on: the text in use, or the outline."""
        return self.looking.acting

    def go_to(self, span: Span) -> None:
        """Look at a place with every view."""
        self.looking.go_to(span)

    def go_to_change(self) -> None:
        """Look at where the last change was, unless one is looking at it."""
        self.looking.go_to_change()

    def _wandered(self) -> None:
        if self.session is not None:
            self.session.end_typing()

    def target(self) -> Target | None:
        """What a command acts on: the place of the view in use."""
        target = self.acting.target() if self.reading is not None else None
        if target is None or self.session is None:
            return None
        return replace(target, history=self.session.history)

    # -- commands --------------------------------------------------------------------------

    def run(self, command: Command) -> None:
        """Do a command in its turn: its gesture on the target, or the method of its name."""
        self.turn.take(lambda: self._run(command))

    def _run(self, command: Command) -> None:
        if command.gesture is None:
            getattr(self._does, command.code)()
            return
        view, proof = self.acting, self.desk.proof
        if command.code == "split" and view is proof and proof.takes_enter():
            return
        target = self.target()
        gesture = command.gesture(target) if target is not None else None
        if command.code == "split" and gesture is None and target is not None and target.start:
            self.message.say(
                self.tr(
                    "A paragraph ends here already. To add one, type it, then press Enter before it"
                )
            )
            return
        if gesture is None or not self.do(gesture, view.objectName()):
            self._tell_nothing(command.text)
            return
        if gesture.name == "done" and target is not None and target.article is not None:
            self.suspects.warn_done(target.article.at)
        if view is self.desk.proof:
            taken = gesture
            self.turn.follow(lambda: self.desk.proof.follow_typed_break(taken))

    def set_scale(self, scale: float) -> None:
        """Text of both panes `scale` times its size."""
        self._scale = choices.set_scale(self.settings, scale)
        self.desk.raw.set_scale(self._scale)
        self.desk.proof.set_scale(self._scale)

    @property
    def scale(self) -> float:
        """How many times its size the text has."""
        return self._scale

    def take_face(self) -> None:
        """Set articles in the type that was chosen."""
        self.desk.proof.set_face(choices.face(self.settings))

    def open_settings(self, page: int) -> None:
        """Show the settings at one of their pages."""
        self._does.settings(page)

    def back_to_text(self, key: QKeyEvent | None = None) -> None:
        """Give the focus back to the pane in use; a key goes there too."""
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if key is not None:
            again = QKeyEvent(
                QEvent.Type.KeyPress, key.key(), key.modifiers(), key.text(), False, key.count()
            )
            QApplication.sendEvent(self.pane, again)

    def put_away(self, card: Card) -> None:
        """Hide a card; the text has the focus where the card had it."""
        if card.isVisible():
            had_focus = card.takes_keys
            card.hide()
            if had_focus:
                self.back_to_text()

    def refresh_keys(self) -> None:
        """Take the present key map: what a key does, and where it is told."""
        menus.set_keys(self.actions_by_code)
        self._pane_keys.set_keys()
        for told in (
            self.top,
            self.empty,
            self.find.bar,
            self.desk.card,
            self.desk.suspect_card,
            self.hints,
        ):
            told.refresh_keys()
        self._show_state()

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self.desk.proof.refresh_theme()
        self.desk.ribbons.update()
        self.status.refresh_theme()
        self.top.refresh_theme()

    # -- leaving ---------------------------------------------------------------------------

    def when_safe(self, go_on: object) -> None:
        """Run `go_on` once unsaved work is saved or given up; not at all where cancelled."""
        assert callable(go_on)
        if self.session is None or not self.session.dirty:
            go_on()
            return

        def answered(answer: str) -> None:
            if answer == SAVE:
                self.documents.save(go_on)
            elif answer == DISCARD:
                go_on()

        self.dialogs.unsaved(self.window, self.documents.name, answered)
