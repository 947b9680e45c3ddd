"""The page's text read anew from a file: worked out off this thread, taken as one step, told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from editor.editing.carrying import Lost
from editor.editing.reimport import Reimport, worked_out
from editor.files.errors import FileError
from editor.model.decisions import JointDecision, Patch, RoleDecision, TypedField
from editor.model.project import Page
from editor.ui import words
from editor.ui.doubts.choices import opening
from editor.ui.lists.rows import PLAIN, ListRow, RowList

if TYPE_CHECKING:
    from editor.ui.room import Room


def bring_in(room: Room, path: Path) -> None:
    """Take the text of a file for the page that is shown."""
    session = room.session
    if session is None:
        return
    project, page = session.project, session.page

    def job() -> Reimport:
        from editor.files.text import read_page

        return worked_out(project, page, read_page(path))

    take(room, page, job)


def take(room: Room, page: Page, job: Callable[[], Reimport]) -> None:
    """Work out off this thread what another text of a page brings, take it as one step, tell."""
    session = room.session
    if session is None:
        return

    def done(made: Reimport) -> None:
        if session is not room.session:
            return
        if not session.change(made, "window"):
            room.message.say(_tr("The text is the same as before."))
            return
        lost = made.made.lost
        if not lost:
            room.message.say(_tr("The text is read anew; all decisions stand."))
            return
        one = _tr("The text is read anew; 1 decision could not be carried over.")
        many = _tr("The text is read anew; {0} decisions could not be carried over.")
        told = one if len(lost) == 1 else many.format(len(lost))
        room.message.say(told, _tr("Show"), lambda: LostDialog(room.window, page, lost).show())

    def failed(error: Exception) -> None:
        known = isinstance(error, FileError)
        text = error.message(words.language()) if known else str(error)  # type: ignore[attr-defined]
        room.dialogs.tell(room.window, _tr("This cannot be opened"), text)

    room.background.run(job, done, failed)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LostDialog", text)


class LostDialog(QDialog):
    """What could not be carried, by where it stood; stays beside the desk."""

    def __init__(self, parent: QWidget, page: Page, lost: tuple[Lost, ...]) -> None:
        """`page`: the old one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What could not be carried over"))
        told = QLabel(
            self.tr(
                "These decisions speak of text that is no more, or not the same. "
                "The others stand as they were."
            )
        )
        told.setWordWrap(True)
        self.list = RowList(self.windowTitle(), ruled=True, parent=self)
        self.list.rows.set_rows([self._row(page, one) for one in lost])
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        self.resize(460, 420)

    def _row(self, page: Page, one: Lost) -> ListRow:
        line = page.source.text.count("\n", 0, one.raw_at) + 1
        text = opening(page, one.raw_at, 20)
        return ListRow(((text, PLAIN),), self._named(one), number=str(line), what=one)

    def _named(self, one: Lost) -> str:
        entry = one.entry
        if isinstance(entry, Patch):
            put = entry.text or self.tr("deleted")
            return self.tr("correction: {0}").format(put)
        if isinstance(entry, RoleDecision):
            return words.role(entry.role)
        if isinstance(entry, JointDecision):
            return words.joint(entry.joint)
        if isinstance(entry, TypedField):
            return self.tr("a field: {0}").format(" ".join(entry.lines))
        return {
            "headings": self.tr("a heading's article"),
            "moves": self.tr("moved text"),
            "done": self.tr("marked as read"),
            "left_out": self.tr("left out of the export"),
            "settled": self.tr("an answered doubt"),
            "dismissed": self.tr("a check told to be quiet"),
        }.get(one.kind, one.kind)
