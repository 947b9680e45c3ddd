"""Replacing what was found: previewed as a list with ticks, then one step, however many pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.editing.found_before import FoundBefore
from editor.editing.pages import DecideAll
from editor.editing.project_search import replaced
from editor.editing.reads import Read
from editor.editing.replacing import ReplaceAll
from editor.editing.search import Hit
from editor.ui.finding.bar import FindBar
from editor.ui.finding.replace_list import rows_of

if TYPE_CHECKING:
    from editor.editing.session import Session
    from editor.ui.room import Room

FEW = 200
"""Replacements on the page in sight that are worked out at once."""


class Replacing(QObject):
    """The list of what would be replaced, and what becomes of it. `looked_at` carries a hit.

    `taken`: what was ticked is on its way, and the list is gone.
    """

    looked_at = Signal(object)
    taken = Signal()

    def __init__(self, room: Room, bar: FindBar) -> None:
        """Nothing is listed."""
        super().__init__(room)
        self._room, self._bar, self._list = room, bar, room.desk.replacing
        self.rests = True
        """Whether nothing is being worked out."""
        self._before: FoundBefore | None = None
        self._rule: Callable[[int], object] | None = None
        self._list.taken.connect(lambda taken: room.turn.take(lambda: self._take(taken)))
        self._list.left.connect(self.close)
        self._list.displaced.connect(self.close)
        self._list.looked_at.connect(self.looked_at)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list.isVisible()

    def open(
        self,
        changes: Sequence[Hit],
        stay: int,
        before: FoundBefore | None,
        rule: Callable[[int], object] | None = None,
    ) -> None:
        """List what would be replaced, all of it ticked; `stay`: how many hits cannot be.

        `before`: what is known of all pages, where they were looked through. `rule` makes a rule of
        it, and is told how many were replaced.
        """
        head = self.tr("Replace {0} with {1}").format(
            _short(self._bar.sought.text()), _short(self._bar.put.text()) or self.tr("nothing")
        )
        if stay:
            head += self.tr(
                " ({0} stay: outside the articles, over several paragraphs, corrected already, or "
                "spaces between lines)"
            ).format(stay)
        self._before, self._rule = before, rule
        self._list.makes_rule = rule is not None
        self._list.show()
        self._list.show_rows(head, rows_of(changes, self.page_names(changes)))
        self._room.desk.place_at_foot(self._list)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_names(self, changes: Sequence[Hit]) -> dict[str, str]:
        """What pages with hits are called, where there are several."""
        session = self._room.session
        keys = dict.fromkeys(hit.of.page for hit in changes)
        if session is None or len(keys) < 2:
            return {}
        pages = self._room.pages
        return {key: pages.short(session.project.page(key)) for key in keys}

    def close(self) -> None:
        """The list goes; the focus goes back to the bar, or to the text."""
        self._before = None
        if self._list.isVisible():
            had_focus = self._list.takes_keys
            self._list.hide()
            if had_focus and self._bar.isVisible():
                self._bar.put.setFocus()
            elif had_focus:
                self._room.back_to_text()

    def _take(self, taken: tuple[Hit, ...]) -> None:
        if self.is_open:
            before, tell = self._before, self._rule or self._tell_replaced
            self.close()
            self.put_in(taken, before, tell)
            self.taken.emit()

    def put_in(
        self,
        taken: tuple[Hit, ...],
        before: FoundBefore | None = None,
        tell: Callable[[int], object] | None = None,
    ) -> None:
        """Put in what these hits are to be, as one step; `tell` hears how many they were."""
        session, tell = self._room.session, tell or self._tell_replaced
        if session is None:
            return
        if len(taken) <= FEW and all(hit.of.page == session.page.key for hit in taken):
            if self._room.do(ReplaceAll(taken), "find"):
                tell(len(taken))
            return
        self._replace_beside(session, taken, before, tell)

    def _tell_replaced(self, count: int) -> None:
        self._room.message.say(self.tr("{0} replaced, one step to undo.").format(count))

    def _replace_beside(
        self,
        session: Session,
        taken: tuple[Hit, ...],
        before: FoundBefore | None,
        tell: Callable[[int], object],
    ) -> None:
        """Work many replacements out beside the window; they are one step all the same."""
        project, kept, mark = session.project, session.kept(), session.mark()
        here, lay_in = session.page.key, session.laying_in()

        def job() -> tuple[DecideAll, Read | None]:
            gesture = DecideAll(replaced(project, kept, taken, mark, before))
            assert gesture.deltas is not None  # found out here
            after = next((after for key, _, after in gesture.made if key == here), None)
            return gesture, lay_in(after) if after is not None else None

        def done(got: tuple[DecideAll, Read | None]) -> None:
            gesture, read = got
            self.rests = True
            if session is not self._room.session:
                return
            if session.change(gesture, "find", read=read):
                QTimer.singleShot(0, lambda: tell(len(taken)))  # after the texts
            else:
                self._room.message.say(
                    self.tr("The pages changed meanwhile: nothing was replaced.")
                )

        def failed(error: Exception) -> None:
            self.rests = True
            raise error

        self.rests = False
        self._room.background.run(job, done, failed)


def _short(text: str) -> str:
    return f"“{text if len(text) <= 16 else text[:15] + '…'}”" if text else ""
