"""The list of suspects at the side: by article or by kind, each as before and after in its place.

Going through it shows each place; Enter takes the fix, Delete lets it be. A click asks.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.model.reading import Reading
from editor.proofing.suspect import Suspect
from editor.ui import keys
from editor.ui.lists.rows import QUIET, LazyRows, ListRow, RowList
from editor.ui.look import fonts
from editor.ui.suspects import telling


class _Rows(RowList):
    """The rows with their keys."""

    taken = Signal(object)
    dismissed = Signal(object)
    quieted = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Claim Shift+Delete, which cuts elsewhere."""
        return keys.claimed(event, Qt.Key.Key_Delete) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take or let be; what else moves in the list goes to Qt."""
        row, key = self.row(self.currentIndex()), event.key()
        if row is None or not isinstance(row.what, Suspect):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.taken.emit(row.what)
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            if not event.isAutoRepeat():
                self.dismissed.emit(row.what)
        elif key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self.quieted.emit(row.what)
        else:
            super().keyPressEvent(event)


class SuspectList(QWidget):
    """By article or by kind.

    `chosen`: one was clicked; `looked_at`: one was gone to; `taken`, `dismissed`, `quieted`
    (everywhere): by key.
    """

    chosen = Signal(object)
    looked_at = Signal(object)
    taken = Signal(object)
    dismissed = Signal(object)
    quieted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty list, by article."""
        super().__init__(parent)
        self.rows = _Rows(self.tr("Suspects"), ruled=True)
        self.setFocusProxy(self.rows)
        self._order = QToolButton()
        self._order.setCheckable(True)
        self._order.setText(self.tr("By kind"))
        self._order.setToolTip(self.tr("Group suspects by kind, not by article"))
        self._order.toggled.connect(lambda _: self._show())
        told = self.tr("{0} takes · {1} lets be")
        self._foot = QLabel(told.format(keys.native("Enter"), keys.native("Del")))
        told = self.tr("{0} lets it be on all pages of the project")
        self._foot.setToolTip(told.format(keys.native("Shift+Del")))
        self._foot.setObjectName("small")
        self._foot.setFont(fonts.small(self.font()))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 3, 10, 3)
        bar.addWidget(self._foot, 1)
        bar.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rows, 1)
        layout.addLayout(bar)
        self._suspects: tuple[Suspect, ...] = ()
        self._reading: Reading | None = None
        self._quiet = False
        self.rows.clicked.connect(self._clicked)
        self.rows.taken.connect(self.taken)
        self.rows.dismissed.connect(self.dismissed)
        self.rows.quieted.connect(self.quieted)
        self.rows.selectionModel().currentChanged.connect(self._look)

    def set_suspects(self, suspects: Sequence[Suspect], reading: Reading) -> None:
        """Show these, of this reading."""
        self._suspects, self._reading = tuple(suspects), reading
        self._show()

    def choose(self, suspect: Suspect | None) -> None:
        """Mark the one that the card shows."""
        self._quiet = True
        self.rows.choose(suspect)
        self._quiet = False

    @property
    def current(self) -> Suspect | None:
        """The one in use, where the list has the keys."""
        row = self.rows.row(self.rows.currentIndex()) if self.rows.hasFocus() else None
        return row.what if row is not None and isinstance(row.what, Suspect) else None

    def _show(self) -> None:
        """All rows anew; the place in the list stays."""
        reading, at = self._reading, self.rows.currentIndex().row()
        if reading is None:
            return
        whats: list[Suspect | str] = list(self._suspects)
        if self._order.isChecked():
            whats = _by_kind(self._suspects)
        heads = {n for n, what in enumerate(whats) if isinstance(what, str)}

        def make(number: int) -> ListRow:
            what = whats[number]
            if isinstance(what, str):
                return ListRow(((what, QUIET),), header=True)
            return telling.row(what, reading)

        names: list[Hashable] = [what if isinstance(what, str) else id(what) for what in whats]
        self._quiet = True
        self.rows.rows.set_rows(LazyRows(names, whats, make, heads))
        if self.rows.hasFocus() and whats:
            self.rows.setCurrentIndex(self.rows.rows.index(max(0, min(at, len(whats) - 1))))
        self._quiet = False

    def _clicked(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and isinstance(row.what, Suspect):
            self.chosen.emit(row.what)

    def _look(self, index: QModelIndex, _: QModelIndex) -> None:
        row = self.rows.row(index)
        if self._quiet or row is None or not self.rows.hasFocus():
            return
        if isinstance(row.what, Suspect):
            self.looked_at.emit(row.what)


def _by_kind(suspects: Sequence[Suspect]) -> list[Suspect | str]:
    """Kinds with their names before them, those that are most first."""
    kinds: dict[str, list[Suspect]] = {}
    for one in suspects:
        kinds.setdefault(one.rule, []).append(one)
    found: list[Suspect | str] = []
    for group in sorted(kinds.values(), key=lambda group: -len(group)):
        found += [f"{telling.title(group[0].rule)}　{len(group)}", *group]
    return found
