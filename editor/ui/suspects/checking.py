"""Checks beside the window: they run when the hands rest, only for what changed, and not for long.

While an input method composes nothing is checked, and what came meanwhile waits. What is out of
date ends by itself and is dropped. Nobody waits for jieba's words: until they are there, the
checks that ask them are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor import chinese_words
from editor.model.reading import Reading
from editor.model.source import Source

if TYPE_CHECKING:
    from editor.model.project import Style
    from editor.proofing import Check
    from editor.proofing.again import Checked
    from editor.ui.room import Room

REST = 500
"""Milliseconds after a change until it is checked: checks take the interpreter from the window."""
SOON = 30
"""Milliseconds where a page was not checked yet, or more can be: the texts are painted first."""


class Checking(QObject):
    """What the checks found on the page in sight. `came`: there is something new."""

    came = Signal()

    def __init__(self, room: Room) -> None:
        """Nothing was checked."""
        super().__init__(room)
        self._room = room
        self.checked: Checked | None = None
        self._source: Source | None = None
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)

    @property
    def rests(self) -> bool:
        """Whether all was checked as it stands."""
        return not self._timer.isActive() and not self._running

    _running = False

    def follow(self) -> None:
        """The page reads otherwise now: what is known goes along, the rest is checked soon."""
        session, reading = self._room.session, self._room.reading
        self._asked += 1
        if session is None or reading is None or session.page.source is not self._source:
            self.checked = None
            self._source = session.page.source if session is not None else None
        elif self.checked is not None:
            from editor.proofing.again import carried

            self.checked = carried(self.checked, reading)
        if reading is not None:
            self._timer.start(REST if self.checked is not None else SOON)

    def again(self) -> None:
        """Something that checks ask about is there now."""
        self._timer.start(SOON)

    def _check(self) -> None:
        session, reading = self._room.session, self._room.reading
        if session is None or reading is None or not session.is_current:
            return
        if self._room.desk.proof.is_composing:
            self._timer.start(REST)
            return
        self._asked += 1
        asked, before, style = self._asked, self.checked, session.project.style
        words = chinese_words.ready()

        def job() -> Checked | None:
            from editor.proofing.again import Checked, check_again

            return check_again(
                before or Checked(),
                reading,
                style,
                _checks(style, words=words),
                lambda: asked != self._asked,
            )

        self._running = True
        self._room.background.run(
            job, lambda found: self._found(asked, reading, found), lambda error: self._failed(error)
        )

    def _found(self, asked: int, reading: Reading, found: Checked | None) -> None:
        if asked != self._asked:
            return
        self._running = False
        if found is None or reading is not self._room.reading:
            return
        if self._room.desk.proof.is_composing:
            self._timer.start(REST)
            return
        self.checked = found
        self.came.emit()

    def _failed(self, error: Exception) -> None:
        self._running = False
        raise error


def _checks(style: Style, *, words: bool) -> list[Check]:
    """Those that the house wants; with `words`, also those that ask jieba's."""
    from editor.proofing import chosen

    return [check for check in chosen(style.rules) if words or not check.words]
