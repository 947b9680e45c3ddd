"""The house file of this desk and the rules that the open project keeps, when they differ.

A project is checked by the rules that it keeps. Where the desk's house says more or other, that is
offered: each rule with what it would change in the suspects and in the reading, to be ticked. What
is taken is one step; what is left is not offered again until the house file says something new.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from editor.model.rule_changes import ROSTER, RuleChange, differences
from editor.model.rules import Pattern, Rules, Term
from editor.model.waiting import Watch
from editor.ui import words
from editor.ui.lists.rows import QUIET, RIGHT, WRONG, ListRow
from editor.ui.settings import choices
from editor.ui.suspects import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.editing.house_update import Effect
    from editor.editing.session import Session
    from editor.ui.room import Room

STEP = "house"


class HouseUpdate(QObject):
    """Compares, offers, previews."""

    def __init__(self, room: Room) -> None:
        """Nothing was compared."""
        super().__init__(room)
        self._room, self._list = room, room.desk.house
        self._watch: Watch | None = None
        self._looked: Session | None = None
        self._of: tuple[Session, Rules, Rules] | None = None
        self._told = {
            "off": self.tr("off"),
            "on": self.tr("on"),
            "note": self.tr("note"),
            "warning": self.tr("warning"),
            "error": self.tr("error"),
            "dates": self.tr("dates"),
            "percent": self.tr("percent"),
            "thousands": self.tr("thousands"),
            "range": self.tr("ranges"),
        }
        self._list.taken.connect(lambda taken: room.turn.take(lambda: self._take(taken)))
        self._list.left.connect(self._leave)
        self._list.declined.connect(self._decline)
        self._list.displaced.connect(self.close)
        self._list.looked_at.connect(self._look)

    def follow(self) -> None:
        """Something was read: of a project that was opened just now, see whether it is behind."""
        session = self._room.session
        if session is None or session is self._looked:
            return
        self._looked = session
        self.close()
        if choices.house_files(self._room.settings):
            self._compare(session, self._offer)

    def again(self) -> None:
        """Another house file was chosen: see anew what it says."""
        self._looked = None
        self.follow()

    def changed(self) -> None:
        """The page reads otherwise: what is previewed of other rules or pages is so no more."""
        session, of = self._room.session, self._of
        if self._list.isVisible() and (
            session is None
            or of is None
            or of[0] is not session
            or of[1] != session.project.style.rules
        ):
            self.close()

    def open(self) -> None:
        """Preview what the house file changes, whether it was declined before or not."""
        session = self._room.session
        if session is None:
            return
        if not choices.house_files(self._room.settings):
            self._room.message.say(self.tr("No house file is chosen, and no rule was made here."))
            return
        self._compare(session, self._preview)

    def _compare(self, session: Session, then: object) -> None:
        """Read the house beside the window; `then` is called with its rules."""
        assert callable(then)
        paths = choices.house_files(self._room.settings)

        def job() -> Rules:
            from editor.files import house_here

            return house_here.rules(paths)

        def done(house: Rules) -> None:
            if session is self._room.session:
                then(session, house)

        self._room.background.run(job, done, self._unread)

    def _unread(self, error: Exception) -> None:
        from editor.files.errors import FileError

        if not isinstance(error, FileError):
            raise error
        told = self.tr("The house file cannot be read: {0}")
        self._room.message.say(told.format(words.error(error)))

    def _offer(self, session: Session, house: Rules) -> None:
        kept = session.project.style.rules
        found = differences(kept, house)
        news = [change for change in found if change.after is not None]
        if not news or mark(kept, house) in choices.left_houses(self._room.settings):
            return
        if self._room.message.asks:  # another time
            self._looked = None
            return
        told = self.tr("The house file differs from what this project keeps: {0} rules.")
        self._room.message.say(
            told.format(len(news)),
            self.tr("Look at it…"),
            self.open,
            quiet=True,
            other=(self.tr("Leave it so"), self._decline_offer),
        )
        self._of = session, kept, house

    def _decline_offer(self) -> None:
        self._room.message.hide()
        self._decline()

    # -- the preview -----------------------------------------------------------------------

    def _preview(self, session: Session, house: Rules) -> None:
        from editor.editing.house_update import effects

        self._stop()
        self._room.suspects.close()
        project, kept, watch = session.project, session.kept(), Watch()
        rules = project.style.rules
        found = differences(rules, house)
        if not found:
            told = self.tr("This project keeps what the house file says.")
            self._room.message.say(told)
            return
        self._watch = watch
        self._room.message.say(
            self.tr("Looking at what the house file changes…"), self.tr("Stop"), self._stop_looking
        )

        def done(told: tuple[Effect, ...]) -> None:
            if watch is self._watch and session is self._room.session:
                self._watch = None
                self._room.message.hide()
                self._of = session, rules, house
                self._show(told)

        def failed(error: Exception) -> None:
            if not watch.cancelled:
                raise error

        self._room.background.run(lambda: effects(project, kept, found), done, failed, watch=watch)

    def _show(self, found: tuple[Effect, ...]) -> None:
        panel = self._list
        panel.show()
        told = self.tr("The house file differs in {0} rules; ticked: {1} more suspects, {2} fewer")

        def head(ticked: Sequence[int]) -> str:
            more = sum(found[number].more for number in ticked)
            return told.format(len(found), more, sum(found[number].fewer for number in ticked))

        ticked = {number for number, one in enumerate(found) if one.change.after is not None}
        panel.show_changes(head, [self._row(one) for one in found], ticked)
        self._room.desk.place_at_foot(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, effect: Effect) -> ListRow:
        change = effect.change
        told = []
        if effect.more:
            told.append(self.tr("{0} more suspects").format(effect.more))
        if effect.fewer:
            told.append(self.tr("{0} fewer").format(effect.fewer))
        if effect.weighed:
            told.append(self.tr("{0} matter otherwise").format(effect.weighed))
        if effect.otherwise:
            told.append(self.tr("{0} articles read otherwise").format(effect.otherwise))
        second = " · ".join(told) or self.tr("changes nothing on these pages")
        if effect.shown is not None:
            left, right = telling.sides(effect.shown)
            second += f"　{left}{telling.seen(effect.shown.shown)}{right}"
        side = self.tr("new") if change.before is None else self.tr("changed")
        if change.after is None:
            side = self.tr("not in the file")
        return ListRow(self._title(change), second=second, side=side, what=effect)

    def _title(self, change: RuleChange) -> tuple[tuple[str, str], ...]:
        name, value = change.name, change.after if change.after is not None else change.before
        if isinstance(value, Term):
            gone = change.after is None
            put = (f" {value.put}", QUIET if gone else RIGHT) if value.put else (" ✕", QUIET)
            return ((name, QUIET if gone else WRONG), put)
        if isinstance(value, Pattern):
            return ((self.tr("Pattern: {0}").format(name), "plain"),)
        if change.section == ROSTER:
            return ((self.tr("Reporter: {0}").format(name), "plain"),)
        what = telling.title(name) if change.section == "checks" else name
        if change.section == "numerals":
            what = f"{telling.title('numerals')}: {self._told.get(name, name)}"
        elif change.section == "spacing":
            what = telling.title("latin-space")
        both = (str(one or "–") for one in (change.before, change.after))
        before, after = (self._told.get(one, one) for one in both)
        return (
            (what, "plain"),
            (f"　{before} → {after}" if change.before else f"　{after}", QUIET),
        )

    def _look(self, effect: Effect) -> None:
        session, shown = self._room.session, effect.shown
        if session is not None and shown is not None and effect.page == session.page.key:
            self._room.suspects.look(shown)

    # -- the answer ------------------------------------------------------------------------

    def _take(self, taken: tuple[Effect, ...]) -> None:
        from editor.editing.house_update import style_change

        session, of = self._room.session, self._of
        if not self._list.isVisible() or session is None or of is None:
            return
        self.close()
        if of[0] is not session or of[1] != session.project.style.rules:
            return  # it was changed meanwhile
        change = style_change(session.project.style, (one.change for one in taken))
        if session.change_style(STEP, change, "suspects"):
            told = self.tr("{0} rules of the house were taken, one step to undo.")
            self._room.message.say(told.format(len(taken)))
            self._remember(session.project.style.rules, of[2])
        self._room.back_to_text()

    def _decline(self) -> None:
        if self._of is not None:
            self._remember(*self._of[1:])
        self._leave()
        self._room.status.say(self.tr("The project keeps its rules as they are"))

    def _remember(self, kept: Rules, house: Rules) -> None:
        choices.leave_house(self._room.settings, mark(kept, house))

    def close(self) -> None:
        """The list goes."""
        self._stop()
        if self._list.isVisible():
            self._room.desk.proof.set_suspect(None)
            self._room.put_away(self._list)

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def _stop_looking(self) -> None:
        self._stop()
        self._room.message.hide()


def mark(kept: Rules, house: Rules) -> str:
    """Stands for a difference that was answered: what a project keeps, and what the house says."""
    told = repr(sorted(map(repr, differences(kept, house))))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
