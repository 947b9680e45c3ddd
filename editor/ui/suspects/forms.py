"""All doubtful forms of the project on one sheet: each with its count over its places.

They are looked for beside the window. What is ticked is put in as one step, however many pages.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from editor import chinese_words
from editor.editing.forms import Form, forms_of
from editor.model.waiting import Watch
from editor.ui.finding.replace_list import rows_of
from editor.ui.lists.rows import QUIET, RIGHT, WRONG, ListRow
from editor.ui.suspects import telling
from editor.ui.suspects.checking import checks_of

if TYPE_CHECKING:
    from editor.editing.search import Hit
    from editor.model.project import Page
    from editor.ui.room import Room


class Forms(QObject):
    """The sheet of a group verification."""

    _came = Signal(object, int, int)

    def __init__(self, room: Room) -> None:
        """Nothing is listed."""
        super().__init__(room)
        self._room, self._sheet = room, room.desk.forms
        self._watch: Watch | None = None
        self._of: tuple[Page, ...] = ()
        self._came.connect(self._tell)
        self._sheet.taken.connect(lambda taken: room.turn.take(lambda: self._take(taken)))
        self._sheet.left.connect(self._leave)
        self._sheet.displaced.connect(self.close)
        self._sheet.looked_at.connect(room.find.look)

    def open(self) -> None:
        """Look for all forms of the project, and list them."""
        session = self._room.session
        if session is None:
            return
        self._room.suspects.close()
        self._forget()
        self._of = session.project.pages
        watch, project, kept = Watch(), session.project, session.kept()
        self._watch = watch
        checks = checks_of(project.style, words=chinese_words.ready())

        def job() -> tuple[Form, ...]:
            return forms_of(
                project,
                kept,
                checks,
                lambda done, of: self._came.emit(watch, done, of),
            )

        def done(forms: tuple[Form, ...]) -> None:
            if watch is self._watch and session is self._room.session:
                self._list(forms)

        def failed(error: Exception) -> None:
            if not watch.cancelled:
                raise error

        self._room.background.run(job, done, failed, watch=watch)

    def _forget(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def _tell(self, watch: Watch, done: int, of: int) -> None:
        if watch is self._watch and of > 1:
            told = self.tr("Checking page {0} of {1}…").format(done + 1, of)
            self._room.message.say(told, self.tr("Stop"), self.stop)

    def follow(self) -> None:
        """Something changed: places of pages that are others now are listed no more."""
        session = self._room.session
        if session is None or session.project.pages != self._of:
            self.close()

    def stop(self) -> None:
        """Look no further, and list nothing."""
        self._forget()
        self._room.message.hide()

    def _list(self, forms: tuple[Form, ...]) -> None:
        self._room.message.hide()
        if not forms:
            self._room.message.say(self.tr("No form is suspect on any page of this project."))
            return
        hits = [hit for form in forms for hit in form.hits]
        names = self._room.find.page_names(hits)
        rows: list[ListRow] = []
        for form in forms:
            rows += [_head(form), *(replace(row, number=" ") for row in rows_of(form.hits, names))]
        firsts = accumulate((1 + len(form.hits) for form in forms[:-1]), initial=0)
        groups = [
            range(at, at + 1 + len(form.hits)) for at, form in zip(firsts, forms, strict=True)
        ]
        sheet = self._sheet
        sheet.show()
        head = self.tr("Doubtful forms: {0} · places: {1}").format(len(forms), len(hits))
        sheet.show_rows(head, rows, groups)
        self._room.desk.place_at_foot(sheet)
        sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """The sheet goes; the text has the focus where the sheet had it."""
        self._forget()
        self._room.put_away(self._sheet)

    def _take(self, taken: tuple[Hit, ...]) -> None:
        if self._sheet.isVisible():
            self.close()
            self._room.find.put_in(taken)

    def _leave(self) -> None:
        self.close()
        self._room.back_to_text()


def _head(form: Form) -> ListRow:
    runs = (
        (telling.seen(form.shown), WRONG),
        (f" {telling.seen(form.put)}", RIGHT),
        (f"　×{len(form.hits)}", QUIET),
    )
    return ListRow(runs, side=telling.name_of(form.rule), what=form.hits[0])
