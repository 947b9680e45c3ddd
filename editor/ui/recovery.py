"""After a crash: what was not saved, with what would come back, and a choice about each.

Nothing is decided by closing the dialog: what is left there is offered again at the next start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui import words
from editor.ui.lists.rows import PLAIN, WRONG, ListRow, RowList

if TYPE_CHECKING:
    from editor.files.recovery import Found
    from editor.ui.dialogs import Dialogs


class RecoveryDialog(QDialog):
    """The list of what was not saved."""

    def __init__(
        self,
        parent: QWidget | None,
        found: list[Found],
        restore: Callable[[Found], None],
        decline: Callable[[Found], None],
        dialogs: Dialogs,
    ) -> None:
        """`restore` and `decline` are told what is to become of one; `dialogs` asks about all."""
        super().__init__(parent)
        self._left, self._do, self._dialogs = list(found), (restore, decline), dialogs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Work that was not saved"))
        told = QLabel(self.tr("Galley ended without saving this. What is to become of it?"))
        told.setWordWrap(True)
        self.list = RowList(self.tr("Work that was not saved"), ruled=True, parent=self)
        self.list.activated.connect(lambda _: self._chosen(0))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_choice())
        self.restore = QPushButton(self.tr("Restore"))
        self.decline = QPushButton(self.tr("Throw away"))
        self.decline_all = QPushButton(self.tr("Throw all away…"))
        self.decline_all.setVisible(len(found) > 1)
        later = QPushButton(self.tr("Ask again next time"))
        self.restore.clicked.connect(lambda: self._chosen(0))
        self.decline.clicked.connect(lambda: self._chosen(1))
        self.decline_all.clicked.connect(self._ask_about_all)
        later.clicked.connect(self.close)
        self.restore.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.decline)
        buttons.addWidget(self.decline_all)
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.resize(600, 320)
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        self.list.rows.set_rows([self._row(one) for one in self._left])
        if self._left:
            self.list.setCurrentIndex(self.list.rows.index(0))
        self._show_choice()

    def _row(self, one: Found) -> ListRow:
        if one.error is not None:
            name = one.name or self.tr("A journal")
            return ListRow(((name, WRONG),), one.error.message(words.language()), what=one)
        steps = self.tr("1 step") if one.steps == 1 else self.tr("{0} steps").format(one.steps)
        names = [words.step(step.name) for step in reversed(one.last)]
        last = self.tr("{0}, the last: {1}").format(steps, self.tr(", ").join(names))
        title = one.name or self.tr("Untitled page")
        if one.project is not None:
            page = words.page_title(one.project.pages[0])
            title = title if page == title else self.tr("{0}: {1}").format(title, page)
        return ListRow(((title, PLAIN),), last, words.moment(one.when), what=one)

    def _show_choice(self) -> None:
        row = self.list.row(self.list.currentIndex())
        self.restore.setEnabled(row is not None and row.what.error is None)
        self.decline.setEnabled(row is not None)
        self.decline_all.setEnabled(len(self._left) > 1)

    def _ask_about_all(self) -> None:
        def answered(all_go: bool) -> None:
            if all_go:
                while self._left:
                    self._do[1](self._left.pop())
                self.close()

        self._dialogs.throw_away(self, len(self._left), answered)

    def _chosen(self, act: int) -> None:
        row = self.list.row(self.list.currentIndex())
        if row is None or (act == 0 and row.what.error is not None):
            return
        self._left.remove(row.what)
        self._fill()
        if not self._left:
            self.close()
        self._do[act](row.what)
