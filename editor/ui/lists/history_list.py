"""What was done, step by step, the latest on top: a click goes to how the page stood then."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QModelIndex, QTime, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from editor.model.history import History, Step
from editor.model.project import Project
from editor.ui import words
from editor.ui.doubts.choices import opening
from editor.ui.lists.rows import PLAIN, QUIET, ListRow, RowList

MOST = 300
"""How many steps before and behind the present one are listed."""


class HistoryList(RowList):
    """A row for each state of the project. `travelled`: how many steps stand in the chosen one."""

    travelled = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(name, ruled=True, parent=parent)
        self._project = Project()
        self._stale = False
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)

    def set_project(self, project: Project) -> None:
        """Show a project's history; it is laid out when somebody looks at it."""
        if project.history is not self._project.history:
            self._project, self._stale = project, True
            if self.isVisible():
                self._fill()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Somebody looks."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        history = self._project.history
        first = max(0, history.at - MOST)
        last = min(len(history.steps), history.at + MOST)
        rows = [self._row(history, number) for number in range(last, first, -1)]
        if first == 0:
            rows.append(ListRow(((self.tr("As it was opened"), PLAIN),), what=0))
        self.rows.set_rows(tuple(rows))
        self.choose(history.at)

    def _row(self, history: History, number: int) -> ListRow:
        step = history.steps[number - 1]
        look = PLAIN if number <= history.at else QUIET
        where = ""
        if any(page.key == step.page for page in self._project.pages):
            where = opening(self._project.page(step.page), step.delta.span.start)
        return ListRow(
            ((words.begun(words.step(step.name)), look),), where, _when(step), what=number
        )

    def _chosen(self, index: QModelIndex) -> None:
        row = self.row(index)
        if row is not None:
            self.travelled.emit(row.what)


def _when(step: Step) -> str:
    """The time of day of a step, where the editor is."""
    try:
        then = datetime.fromisoformat(step.when.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return ""
    time = QTime(then.hour, then.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)
