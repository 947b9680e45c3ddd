"""The room behind the window: the session's events go to the views, theirs to the session.

The window's first sight needs none of it: it is furnished after that (`furnishing`). What is opened
and closed comes and goes by `arriving`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from editor.editing.gestures import Gesture
from editor.editing.session import Changed, Session
from editor.editing.typing import TYPING
from editor.model.history import History
from editor.model.places import Span
from editor.model.reading import Reading
from editor.ui import commands, keys, menus, words
from editor.ui.ahead import Ahead
from editor.ui.arriving import Arriving
from editor.ui.background import Background
from editor.ui.commands import Command
from editor.ui.comparing import Comparing
from editor.ui.dialogs import DISCARD, SAVE
from editor.ui.documents import Documents
from editor.ui.doing import Doing
from editor.ui.doubts.queue import Doubts
from editor.ui.empty import Empty
from editor.ui.encodings import Encodings
from editor.ui.exporting.export import Export
from editor.ui.finding.find import Find
from editor.ui.finding.palette import Palette
from editor.ui.help.hints import Hints
from editor.ui.incoming import Incoming
from editor.ui.linking import Linking
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
from editor.ui.settings import choices
from editor.ui.sides import Sides
from editor.ui.status import Status
from editor.ui.suspects.queue import Suspects
from editor.ui.target import Target
from editor.ui.top_bar import TopBar
from editor.ui.turn import Turn

if TYPE_CHECKING:
    from editor.ui.card import Card
    from editor.ui.lists.outline import Outline
    from editor.ui.window import Window


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
    pane_keys: menus.PaneKeys

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
        self.does = Doing(self)
        self.printing, self.hints = Printing(self), Hints(self)
        self.menus = PlaceMenus(self)
        self.reader = PageReader(self)
        self.arriving = Arriving(self)
        self._needs = -1
        self.sides = Sides(self)
        self._scale = choices.scale(self.settings)

    # -- opening ---------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a page or a project in this window, in place of what was there."""
        return self.documents.open_path(path)

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped, or ask what is to become of it."""
        self.incoming.drop(data)

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

    def travel(self, at: int) -> None:
        """Go to where the first `at` steps of the history stand."""
        if self.session is not None and self.session.travel(at, "window"):
            self.turn.follow(self.go_to_change)

    def _tell_nothing(self, what: str) -> None:
        self.status.say(self.tr("Nothing to change here: {0}").format(what))

    def tell_typed_in_vain(self) -> None:
        """Somebody typed into the raw text."""
        self.status.say(
            keys.with_key(
                self.tr("The raw text stays as the page has it; type in the proof"),
                "other_pane",
                "{0} ({1})",
            )
        )

    def changed(self, changed: Changed) -> None:
        """The session changed: the views follow, and what was decided is written meanwhile."""
        self._follow(changed)
        if changed.what == "decisions" and self.documents.keeping is not None:
            self.documents.keeping.written()

    def _follow(self, changed: Changed) -> None:
        if changed.what == "saved":
            self.show_state()
            return
        if self.session is None:
            return
        self.linking.follow()
        if changed.page != self.session.page.key:
            return  # a page that is not shown was read
        if self.session.latest is None:  # another page came into sight: it is read when it is seen
            self.reader.want()
        if changed.what == "decisions":
            self.looking.changed = changed.span
        if self.reader.is_behind():
            self.turn.wait()
            self.show_state()
            self.reader.read()
            return
        self.show_page(typed=changed.step == TYPING)
        if changed.what == "reading":
            self.arriving.was_read()
        self.looking.follow(self.pane.place(), sides=False)  # they come after the paint
        self.pages.arrive()

    @property
    def is_dirty(self) -> bool:
        """Whether something would be lost if the window closed now."""
        return self.session is not None and self.session.dirty

    @property
    def reading(self) -> Reading | None:
        """The reading that is shown, where the page has been read."""
        return self.session.latest if self.session is not None else None

    def show_page(self, *, typed: bool = False) -> None:
        """Show the page in sight as it reads now."""
        if self.session is None:
            return
        page, reading = self.session.page, self.reading
        self.suspects.follow()
        self.desk.raw.set_page(page, reading)
        self.desk.proof.set_page(page, reading)
        self.doubts.refresh()
        self.find.refresh()
        self.page_style.close()
        self.show_state()
        self.sides.follow(page=True, typed=typed)
        self.export.follow()

    def show_state(self) -> None:
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

    def wandered(self) -> None:
        """The caret was moved: what is typed from now on is a step of its own."""
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
            self.does.do(command.code)
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
        self.does.desk.settings(page)

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
        self.pane_keys.set_keys()
        for told in (
            self.top,
            self.empty,
            self.find.bar,
            self.desk.card,
            self.desk.suspect_card,
            self.hints,
        ):
            told.refresh_keys()
        self.show_state()

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self.desk.proof.refresh_theme()
        self.desk.dock.refresh_theme()
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
                self.documents.saving.save(go_on)
            elif answer == DISCARD:
                go_on()

        self.dialogs.unsaved(self.window, self.documents.name, answered)
