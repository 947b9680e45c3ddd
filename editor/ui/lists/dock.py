"""The side panel: what is in doubt, what is suspect, and what was corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.editing.gestures import Restore, TypeField
from editor.model.decisions import Patch, TypedField
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.verdict import Doubt, FieldTarget
from editor.proofing.suspect import Suspect
from editor.ui import words
from editor.ui.doubts.choices import opening
from editor.ui.lists.history_list import HistoryList
from editor.ui.lists.rows import PLAIN, QUIET, RIGHT, WRONG, LazyRows, ListRow, RowList
from editor.ui.look import icons, theme
from editor.ui.look.theme import Theme
from editor.ui.proof.document import article_number
from editor.ui.suspects.list import SuspectList
from editor.ui.target import article_at

NAME = "dock"
SUSPECTS = 3
"""The number of their tab; it stands beside that of the doubts."""
ICONS = ("doubts", "edits", "history", "suspects")
"""What stands on the tabs, by their numbers, where there is no room for their names."""
AROUND = 4
EDGE, GAP, AIR = 8, 2, 10
"""Pixels beside all tabs, between two, and around the words of each."""


class _Tab(QToolButton):
    """A tab as wide as its words are in use, or as its icon, and as high with either."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tab")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))

    def wide(self, text: str) -> int:
        """How wide it is with these words; with its icon where there are none."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)  # as the tab in use has it
        return (QFontMetrics(font).horizontalAdvance(text) if text else icons.SIZE) + AIR

    def sizeHint(self) -> QSize:  # noqa: N802
        """As little as shows all."""
        alone = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        high = max(self.fontMetrics().height(), icons.SIZE) + 2 * EDGE
        return QSize(self.wide("" if alone else self.text()), high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()


class _Corrections(RowList):
    """The list of corrections; Delete restores what the page prints."""

    restored = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete takes the correction back."""
        row = self.row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row is not None:
            self.restored.emit(row.what)
            return
        super().keyPressEvent(event)


class Dock(QWidget):
    """Lists behind tabs. `doubt_chosen`, `correction_chosen` say where to look."""

    doubt_chosen = Signal(object)
    correction_chosen = Signal(object)
    field_chosen = Signal(int, object)
    gestured = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty lists."""
        super().__init__(parent)
        self.doubts = RowList(self.tr("Doubts"), ruled=True)
        self.corrections = _Corrections(self.tr("Corrections"), ruled=True)
        self.history = HistoryList(self.tr("History"))
        self.suspects = SuspectList()
        self._tabs = [_Tab() for _ in range(4)]
        self._counts: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._drawn: Theme | None = None
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(EDGE, 4, EDGE, 0)
        bar.setSpacing(GAP)
        for number, tab in enumerate(self._tabs):
            bar.insertWidget(1 if number == SUSPECTS else number, tab)
            self._group.addButton(tab, number)
        bar.addStretch(1)
        self._none = [QLabel(), QLabel(), QLabel()]
        views = (self.doubts, self.corrections, self.suspects)
        for view, none in zip(views, self._none, strict=True):
            none.setObjectName("small")
            none.setWordWrap(True)
            none.setContentsMargins(14, 16, 14, 0)
            none.setAlignment(Qt.AlignmentFlag.AlignTop)
            page = QStackedWidget()
            page.addWidget(view)
            page.addWidget(none)
            self._stack.addWidget(page)
        self._stack.insertWidget(2, self.history)
        self._none[0].setText(self.tr("No doubts are left on this page."))
        self._none[1].setText(
            self.tr("Nothing was corrected yet. Type in the proof to correct characters.")
        )
        self._none[2].setText(self.tr("Nothing is suspect on this page."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._stack)
        self._restore = QToolButton()
        self._restore.setText(self.tr("Restore the printed characters"))
        self._restore.setToolTip(self.tr("Restore what the page prints (Delete)"))
        self._restore.clicked.connect(self._restore_chosen)
        layout.addWidget(self._restore)
        self._group.idClicked.connect(self._show_tab)
        self.doubts.clicked.connect(self._doubt)
        self.doubts.activated.connect(self._doubt)
        self.corrections.clicked.connect(self._correction)
        self.corrections.activated.connect(self._correction)
        self.corrections.acted.connect(self._take_back)
        self.corrections.restored.connect(self._take_back)
        self._label(2, self.tr("History"))
        self._order: tuple[int, ...] = ()
        self._orders = 0
        self._tabs[0].setChecked(True)
        self._show_tab(0)
        self.set_suspects(None, None)
        self.set_page(None, None)

    def _label(self, number: int, name: str, count: int | None = None) -> None:
        """Name a tab, and say how many rows are behind it."""
        full = name if count is None else f"{name} {count}"
        self._counts[number] = full
        self._tabs[number].setToolTip(full)
        self._tabs[number].setAccessibleName(full)
        self._names[number] = name
        self._fit()

    def _fit(self) -> None:
        """Say on the tabs what there is room for: no word is cut.

        First the counts go of all but the tab in use, then the names, for an icon; then those of
        the tab in use.
        """
        used = next((number for number, tab in enumerate(self._tabs) if tab.isChecked()), -1)
        told = self._counts, self._names
        bare = {**self._names, used: self._counts.get(used, "")}
        alone: dict[int, str] = dict.fromkeys(self._names, "")
        looks = (told[0], bare, *({**alone, used: one.get(used, "")} for one in told), alone)
        room = self.width() - 2 * EDGE
        texts = next((one for one in looks if self._wide(one) <= room), alone)
        style = Qt.ToolButtonStyle
        for number, tab in enumerate(self._tabs):
            text = texts.get(number, "")
            tab.setText(text or self._names.get(number, ""))
            tab.setToolButtonStyle(style.ToolButtonTextOnly if text else style.ToolButtonIconOnly)
            if not text and self._drawn is not theme.current():
                self._draw()

    def _wide(self, texts: Mapping[int, str]) -> int:
        """How wide the tabs are with these words, or their icons for none."""
        tabs = enumerate(self._tabs)
        return sum(tab.wide(texts.get(number, "")) + GAP for number, tab in tabs) - GAP

    def _draw(self) -> None:
        """Make the icons, in the first narrow window and in every other theme."""
        self._drawn = theme.current()
        for tab, name in zip(self._tabs, ICONS, strict=True):
            tab.setIcon(icons.icon(name))

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """There is other room for the tabs."""
        super().resizeEvent(event)
        self._fit()

    def _show_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._fit()
        self._restore.setVisible(number == 1 and bool(self.corrections.rows.rows))

    def set_page(self, page: Page | None, reading: Reading | None) -> None:
        """Show a page's doubts and corrections."""
        doubts: Sequence[ListRow] = ()
        corrections: list[ListRow] = []
        if page is not None and reading is not None:
            doubts = self._doubt_rows(page, reading)
            restore = self.tr("Restore")
            corrections = [
                _patch_row(patch, page, reading, restore) for patch in page.decisions.patches
            ]
            corrections += [self._typed_row(entry, reading) for entry in page.decisions.typed]
        self.doubts.rows.set_rows(doubts)
        self.corrections.rows.set_rows(tuple(corrections))
        for number, (label, rows) in enumerate(
            ((self.tr("Doubts"), doubts), (self.tr("Edits"), corrections))
        ):
            self._label(number, label, len(rows))
            page_of = self._stack.widget(number)
            if isinstance(page_of, QStackedWidget):
                page_of.setCurrentIndex(0 if rows else 1)
        self._none[0].setVisible(reading is not None)
        self._show_tab(self._stack.currentIndex())

    def set_suspects(self, suspects: Sequence[Suspect] | None, reading: Reading | None) -> None:
        """Show what is suspect in a reading; None where it was not checked yet."""
        known = suspects is not None and reading is not None
        label = self.tr("Suspects")
        self._label(SUSPECTS, label, len(suspects or ()) if known else None)
        if suspects is not None and reading is not None:
            self.suspects.set_suspects(suspects, reading)
        page_of = self._stack.widget(SUSPECTS)
        if isinstance(page_of, QStackedWidget):
            page_of.setCurrentIndex(0 if suspects else 1)
        self._none[2].setVisible(known)

    def _doubt_rows(self, page: Page, reading: Reading) -> LazyRows:
        order = tuple(article.at for article in reading.articles)
        if order != self._order:  # they have other numbers now
            self._order, self._orders = order, self._orders + 1
        asked, orders = reading.doubts, self._orders

        def make(at: int) -> ListRow:
            return self._doubt_row(asked[at], page, reading)

        return LazyRows([(orders, id(doubt)) for doubt in asked], asked, make)

    def _doubt_row(self, doubt: Doubt, page: Page, reading: Reading) -> ListRow:
        at = doubt.target.article if isinstance(doubt.target, FieldTarget) else doubt.span.start
        number = article_number(reading, article_at(reading, at))
        sure = words.sure(doubt.verdict.confidence)
        return ListRow(
            ((opening(page, at), PLAIN),),
            second=f"{words.question(doubt)}  {sure}",
            side=words.nth(number),
            what=doubt,
        )

    def _typed_row(self, entry: TypedField, reading: Reading) -> ListRow:
        number = article_number(reading, reading.article_of(entry.article))
        second = self.tr("Typed {0}").format(words.role(entry.role))
        return ListRow(
            ((" ".join(entry.lines), RIGHT),),
            second=second,
            side=words.nth(number),
            act=self.tr("Take away"),
            what=entry,
        )

    def choose_doubt(self, doubt: Doubt | None) -> None:
        """Mark the doubt that the card shows."""
        self.doubts.choose(doubt)

    def _doubt(self, index: QModelIndex) -> None:
        row = self.doubts.row(index)
        if row is not None:
            self.doubt_chosen.emit(row.what)

    def _correction(self, index: QModelIndex) -> None:
        row = self.corrections.row(index)
        if row is not None and isinstance(row.what, Patch):
            self.correction_chosen.emit(row.what.span)
        elif row is not None and isinstance(row.what, TypedField):
            self.field_chosen.emit(row.what.article, row.what.role)

    def _restore_chosen(self) -> None:
        row = self.corrections.row(self.corrections.currentIndex())
        if row is not None:
            self._take_back(row.what)

    def _take_back(self, what: object) -> None:
        if isinstance(what, Patch):
            self.gestured.emit(Restore(what.span))
        elif isinstance(what, TypedField):
            self.gestured.emit(TypeField(what.article, what.role, ()))


def _patch_row(patch: Patch, page: Page, reading: Reading, restore: str) -> ListRow:
    text, span = page.source.text, patch.span
    left = text[max(0, span.start - AROUND) : span.start].replace("\n", "").lstrip()
    right = text[span.end : span.end + AROUND].replace("\n", "")
    put = patch.text.replace("\n", "¶").replace(" ", "␣") or ""
    gone = text[span.start : span.end].replace("\n", "").replace(" ", "␣")
    runs = ((left, QUIET), (gone, WRONG), (put, RIGHT), (right, QUIET))
    number = article_number(reading, article_at(reading, span.start))
    when = words.moment(patch.mark.when)
    return ListRow(
        tuple(run for run in runs if run[0]),
        second=f"{patch.mark.who}  {when}".strip(),
        side=words.nth(number),
        act=restore,
        what=patch,
    )
