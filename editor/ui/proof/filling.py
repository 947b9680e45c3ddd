"""The desk's part in an article's fields: what Esc takes back, what is offered, tray and roster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from editor.editing import roster
from editor.editing.as_read import role_at
from editor.editing.fields import SEPARATORS, GiveLines
from editor.editing.moves import SendText
from editor.editing.suggest import Suggestion, loose_lines, suggestions
from editor.model.decisions import Done
from editor.model.history import Step, StyleChange
from editor.model.places import Place, Span
from editor.model.project import Page
from editor.model.reading import Article, Reading
from editor.model.structure import Role
from editor.ui import words
from editor.ui.lists import picker
from editor.ui.proof.document import article_number
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.room import Room


class Fields(QObject):
    """Follows the caret through the fields of the proof."""

    def __init__(self, room: Room) -> None:
        """The caret is in no field, and nothing is offered."""
        super().__init__(room)
        self._room, self._desk = room, room.desk
        self._since: Step | None = None
        self._last: Step | None = None
        self._closed: object = None
        self._offered: set[str] = set()
        self._here: int | None = None
        self._to: int | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._offer)
        proof, tray = self._desk.proof, self._desk.tray
        proof.list_takes = self._list_takes
        proof.field_entered.connect(self._entered)
        proof.focused.connect(self._begin)
        proof.field_left.connect(self._left)
        proof.field_given_up.connect(self._take_back)
        proof.lines_dropped.connect(self._give)
        proof.textChanged.connect(self._was_typed)
        self._desk.offers.taken.connect(self._take)
        tray.given.connect(lambda span: self._give(span, self._to))
        tray.asked.connect(self._ask)
        tray.looked_at.connect(lambda span: room.go_to(span))

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """After a change, once the panes show it: what lies in the tray, what is offered."""
        self._fill_tray()
        if self._desk.proof.open_at is None:
            self._desk.offers.hide()
        session = self._room.session
        step = session.history.undoable if session is not None else None
        if step is not None and step is not self._last and reading is not None:
            for entry in step.delta.entries if step.name == "done" else ():
                article = reading.article_of(entry.article) if isinstance(entry, Done) else None
                if article is not None:
                    self._offer_names(article)
        self._last = step

    # -- in a field ------------------------------------------------------------------------

    def _entered(self, article_at: int, role: Role) -> None:
        self._begin()
        self._closed = None
        self._offer()

    def _begin(self) -> None:
        """What is done from now on is done in the field."""
        session = self._room.session
        if session is not None:
            session.end_typing()
            self._since = session.history.undoable

    def _left(self, article_at: int) -> None:
        self._desk.offers.hide()
        reading = self._room.reading
        article = reading.article_of(article_at) if reading is not None else None
        if article is not None:
            self._offer_names(article)

    def _take_back(self) -> None:
        """Undo what was done in the field; nothing where more than that was undone already."""
        session = self._room.session
        if session is None:
            return
        stands = session.history.steps[: session.history.at]
        if self._since is None or self._since in stands:
            while session.history.undoable not in (self._since, None):
                session.undo("window")

    # -- suggestions -----------------------------------------------------------------------

    def _typed(self, role: Role) -> str | None:
        """What was typed of the field so far (of a byline, of its last name); None if printed."""
        proof = self._desk.proof
        text = proof.field_text()
        if text is None or role is not Role.BYLINE:
            return text
        for mark in SEPARATORS:
            text = text.replace(mark, "\n")
        return text.rsplit("\n", 1)[-1].strip()

    def _was_typed(self) -> None:
        if self._desk.proof.open_at is not None:
            self._soon.start()

    def _offer(self) -> None:
        proof, offers = self._desk.proof, self._desk.offers
        here, article, session = proof.field(), proof.card, self._room.session
        typed = self._typed(here[1]) if here is not None else None
        if proof.composing:
            return
        found: Sequence[Suggestion] = ()
        if session is not None and article is not None and here is not None and typed is not None:
            reading = self._room.reading
            if reading is not None and (here, typed) != self._closed:
                style = session.project.style
                found = suggestions(session.page, reading, style, article, here[1], typed)
                offers.offer(found, reading)
        offers.setVisible(bool(found))
        if found:
            self._desk.place_offers()

    def _list_takes(self, key: str) -> bool:
        """Whether a key is for the list of suggestions: `down`, `up`, `take` or `close`."""
        offers = self._desk.offers
        if key in ("down", "up"):
            return offers.step(1 if key == "down" else -1)
        if key == "take":
            return offers.take()
        here = self._desk.proof.field()
        self._closed = (here, self._typed(here[1])) if here is not None else None
        return offers.close_list()

    def _take(self, one: Suggestion) -> None:
        room, here = self._room, self._desk.proof.field()
        if here is None:
            return
        room.act(one.gesture, "card")
        room.turn.follow(lambda: self._stay(*here))

    def _stay(self, article_at: int, role: Role) -> None:
        """Back in the field, where its article is still one."""
        reading = self._room.reading
        article = reading.article_of(article_at) if reading is not None else None
        if article is not None:
            self._desk.proof.edit_field(article.at, role)

    # -- the tray --------------------------------------------------------------------------

    def _fill_tray(self) -> None:
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None:
            self._desk.tray.set_lines((), 0, "")
            return
        target = self._target(reading)
        self._to = target.at if target is not None else None
        named = words.nth(article_number(reading, target)) if target is not None else ""
        lines = loose_lines(session.page, reading)
        self._desk.tray.set_lines(lines, len(reading.tray), named)

    def look(self, place: Place) -> None:
        """Another article may be looked at: what lies in the tray would go there."""
        reading = self._room.reading
        if reading is not None and self._desk.tray.isVisible():
            here = article_at(reading, place.span.start)
            if here is not None and here.at != self._here:
                self._here = here.at
                self._fill_tray()

    def _target(self, reading: Reading) -> Article | None:
        """Where lines of the tray go: to the article in sight, or the first without a headline."""
        here = reading.article_of(self._here) if self._here is not None else None
        here = here or article_at(reading, self._room.pane.place().span.start)
        asking = [article for article in reading.articles if not article.headline]
        if here is not None and here in asking:
            return here
        return asking[0] if asking else here

    def _ask(self, span: Span, point: QPoint) -> None:
        """Ask which article lines of the tray go to."""
        reading = self._room.reading
        if reading is not None:
            menu = picker.article_menu(
                self._room.window,
                self.tr("These lines belong to"),
                reading,
                None,
                lambda at: self._give(span, at),
            )
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(point)

    def _give(self, span: Span, to: int | None) -> None:
        """Give lines to an article, as its headline or byline; running text, as its last."""
        room, reading = self._room, self._room.reading
        if reading is None or to is None:
            return
        role = role_at(reading, span.start)
        if not role.assigned:
            room.act(SendText((span,), to, cut=True), "tray")
            return
        role = Role.BYLINE if role is Role.BYLINE else Role.HEADLINE
        room.act(GiveLines(span, to, role), "tray")
        room.turn.follow(lambda: room.go_to(Span(span.start, span.start)))

    # -- the roster ------------------------------------------------------------------------

    def _offer_names(self, article: Article) -> None:
        """Offer to add confirmed names to the roster, each once."""
        session = self._room.session
        if session is None:
            return
        style, decisions = session.project.style, session.page.decisions
        names = roster.confirmed(article, decisions, style)
        fresh = tuple(name for name in names if name not in self._offered)
        if not fresh:
            return
        self._offered.update(fresh)
        told = self.tr("Not in the roster of reporters: {0}").format("、".join(fresh))
        self._room.message.say(told, self.tr("Add"), lambda: self.enrol(fresh), quiet=True)

    def enrol(self, names: tuple[str, ...]) -> None:
        """Add names to the project's roster, as a step that can be undone."""
        session = self._room.session
        if session is None:
            return
        self._room.message.hide()
        if session.change_style(roster.ENROL, StyleChange(came=names), "window"):
            told = self.tr("In the roster now: {0}").format("、".join(names))
            self._room.status.say(told)
