"""The list of places that a newer analysis reads otherwise than the editor last saw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from editor.editing.seen import Difference
from editor.model.places import Span
from editor.model.project import Page
from editor.model.structure import Joint, Role
from editor.ui import words
from editor.ui.doubts.choices import opening
from editor.ui.lists.rows import PLAIN, ListRow, RowList


class OtherwiseDialog(QDialog):
    """Stays beside the desk; a click on a row goes to its place, one on a page to its first."""

    def __init__(
        self,
        parent: QWidget,
        found: Sequence[tuple[Page, str, Sequence[Difference]]],
        go_to: Callable[[str, Span], None],
    ) -> None:
        """A row for each difference, under its page's title where there are several pages."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read otherwise than you saw it"))
        told = QLabel(
            self.tr(
                "This project was last read by an older analysis. What you decided and the "
                "articles you marked as read are as they were; these places changed."
            )
        )
        told.setWordWrap(True)
        self.list = RowList(self.windowTitle(), ruled=True, parent=self)
        rows: list[ListRow] = []
        for page, title, places in found:
            if len(found) > 1:
                rows.append(ListRow(((title, PLAIN),), header=True, what=(page.key, places[0])))
            rows += [self._row(page, one) for one in places]
        self.list.rows.set_rows(rows)
        for signal in (self.list.clicked, self.list.activated):
            signal.connect(lambda index: self._go(index, go_to))
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        self.list.setCurrentIndex(self.list.rows.index(0))
        self.list.setFocus()
        self.resize(460, 420)

    def _go(self, index: QModelIndex, go_to: Callable[[str, Span], None]) -> None:
        row = self.list.row(index)
        if row is not None and row.what is not None:
            page, one = row.what
            go_to(page, Span(one.raw_at, one.raw_at + 1))

    def _row(self, page: Page, one: Difference) -> ListRow:
        line = page.source.text.count("\n", 0, one.raw_at) + 1
        told = self.tr("{0} → {1}").format(self._named(one.before), self._named(one.now))
        text = ((opening(page, one.raw_at, 20), PLAIN),)
        return ListRow(text, told, number=str(line), what=(page.key, one))

    def _named(self, value: Joint | Role | None) -> str:
        if value is None:
            return words.joint(Joint.GLUE)
        return words.role(value) if isinstance(value, Role) else words.joint(value)
