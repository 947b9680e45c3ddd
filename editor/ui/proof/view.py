"""The proof as it is looked at: sheets of paper, one an article, in step with the raw text.

What is typed is `proof_pane`'s, how it comes here `proof_flow`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QWidget

from editor.model.places import Place, Span
from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.proof import marks as proof_marks
from editor.ui.proof.blocks import Shown, starts
from editor.ui.proof.places import Point
from editor.ui.proof.reach import ProofReach
from editor.ui.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.editing.search import Hit

NAME = "proof"


class ProofView(ProofReach):
    """The reading, typeset. Signals as the raw pane's."""

    placed = Signal(object)
    wandered = Signal()
    scrolled = Signal(int, int)
    painted = Signal()
    menu_asked = Signal(object)
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setObjectName("proof")
        self.setAccessibleName(self.tr("Proof"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.has_input = False
        self.covered: Callable[[], int] = lambda: 0
        """How many pixels at the foot a card covers."""
        self._lit: Shown | None = None
        self.cursorPositionChanged.connect(self.was_moved)
        self.selectionChanged.connect(self.was_moved)
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)

    # -- places ----------------------------------------------------------------------------

    def target(self) -> Target | None:
        """What a command would act on; None where nothing is shown."""
        if not self.proof.shown or self._reading is None:
            return None
        first, last = self.ends()
        one = self.proof.shown[first.index]
        raw_at, into = self.proof.raw(first, after=first == last and self.at_end(first))
        spans: list[Span] = []
        for index in range(first.index, last.index + 1):
            text = self.proof.shown[index].block.text
            start = first.out_at if index == first.index and first != last else 0
            end = last.out_at if index == last.index and first != last else len(text)
            owned = [piece.owned for piece in text.slice(start, end).pieces]
            spans += [span for span in owned if span is not None and span.start < span.end]
        return Target(
            self._page,
            self._reading,
            raw_at,
            into,
            tuple(spans),
            *starts(one),
            first != last,
            one.block,
            first.out_at,
            last.out_at if last.index == first.index else len(one.block.text),
        )

    def follow(self, place: Place, *, jump: bool = False, level: int | None = None) -> None:
        """Show what another view looks at; this view does not answer.

        `jump`: bring it to a third of the height unless it is well in sight already. `level`:
        where the other view has it, in pixels from the top; there it comes if it was out of sight.
        """
        self.ensure(place.span.start)
        start = self.proof.find(place.span.start)
        while start is None and self._rest and not self.is_composing:
            with self.quietly():
                self.come()
            start = self.proof.find(place.span.start)
        end = start
        if place.span.end > place.span.start:
            end = self.proof.find(place.span.end, ends=True)
        if start is None or end is None or self.is_composing:
            return
        self.catch_up(start, end)
        with self.quietly():
            cursor = self.textCursor()
            cursor.setPosition(self.proof.position(start))
            cursor.setPosition(self.proof.position(end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            top, room = self.cursorRect().top(), self._free_height()
            if jump and not 0 < top < room // 2:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + top - room // 3)
            self._show_cursor(level)
        self.repaint_blocks()

    def follow_hit(self, hit: Hit, *, select: bool = True) -> None:
        """Select what was found, or stand before it; this view does not answer."""
        if hit.spans:
            self.ensure(hit.spans[0].start)
        index = self.index_of(hit.of)
        if index is not None and not self.is_composing:
            with self.quietly():
                self.select(Point(index, hit.start), Point(index, hit.end if select else hit.start))
                self._show_cursor()

    def _free_height(self) -> int:
        """Pixels from the top that no card at the foot covers."""
        return self.viewport().height() - self.covered()

    def uncover(self) -> None:
        """A card came to the foot: what one looks at comes out from under it."""
        if self.covered() and not self.is_composing:
            with self.quietly():
                self._show_cursor()

    def _show_cursor(self, level: int | None = None) -> None:
        """Bring the caret into view with a little room, only if it is out of it."""
        rect, height = self.cursorRect(), self._free_height()
        bar = self.verticalScrollBar()
        if level is not None and (rect.top() < 8 or rect.bottom() > height - 8):
            level = max(8, min(level, height - rect.height() - 8))
            bar.setValue(bar.value() + rect.top() - level)
        elif rect.top() < 8:
            bar.setValue(bar.value() + rect.top() - height // 4)
        elif rect.bottom() > height - 8:
            bar.setValue(bar.value() + rect.bottom() - height * 3 // 4)

    def follow_scroll(self, raw_at: int, offset: int) -> None:
        """Bring the line that shows `raw_at` to `offset` pixels below the top; do not answer."""
        self.ensure(raw_at)
        point = self.proof.find(raw_at)
        if point is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.proof.position(point))
        bar = self.verticalScrollBar()
        with self.quietly():
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - offset)

    def go(self, point: Point) -> None:
        """Put the caret there and bring it into sight."""
        self.catch_up(point)
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(point))
        self.setTextCursor(cursor)
        self._show_cursor()

    def ends(self) -> tuple[Point, Point]:
        """The first and the last point of the selection; both the caret's where there is none."""
        cursor = self.textCursor()
        return self.point(cursor.selectionStart()), self.point(cursor.selectionEnd())

    def selection(self) -> tuple[Point, Point] | None:
        """The ends of what is selected, if anything is."""
        return self.ends() if self.proof.shown and self.textCursor().hasSelection() else None

    def select(self, first: Point, last: Point) -> None:
        """Select from one point to another."""
        self.catch_up(first, last)
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(first))
        cursor.setPosition(self.proof.position(last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self.is_composing

    # -- telling ---------------------------------------------------------------------------

    def was_moved(self) -> None:
        """Tell where the caret is now, unless this view only follows or something is typed."""
        self.repaint_blocks()
        if self._quiet or self.has_input or not self.proof.shown or self.is_composing:
            return
        self.wandered.emit()
        self.tell_place()

    def tell_place(self) -> None:
        """Tell where the caret is, or what is selected."""
        self.placed.emit(self.place())

    def place(self) -> Place:
        """Where the caret is, or what is selected."""
        if not self.proof.shown:
            return Place(self._page.key, Span(0, 0), NAME)
        first, last = self.ends()
        start = self.proof.raw(first, after=first == last and self.at_end(first))[0]
        end = start
        if first != last:
            end = max(start, self.proof.raw(last, after=True)[0])
        return Place(self._page.key, Span(start, end), NAME)

    def _was_scrolled(self) -> None:
        if self._quiet or not self.proof.shown or not self.isVisible():
            return
        third = self.viewport().height() // 3
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, third))
        point = self.point(cursor.position())
        if self.proof.shown[point.index].block.role is Role.BODY:
            self.scrolled.emit(self.proof.raw(point)[0], self.cursorRect(cursor).top())

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The sheets, the text on them, and the caret of a view that only follows."""
        painter = QPainter(self.viewport())
        colours = self.proof.look.theme
        painter.fillRect(event.rect(), theme.colour(colours.desk))
        current = -1
        if self.proof.shown:
            current = self.proof.shown[self.point(self.textCursor().position()).index].number
        offset = self.verticalScrollBar().value()
        painter.setFont(fonts.desk_font(self.font(), 11 * self._scale))
        articles = self._reading.articles if self._reading is not None else ()
        shown = {one.number for one in self.proof.shown}
        out = {n for n in shown if n < len(articles) and articles[n].left_out}
        told = self.tr("not exported")
        proof_marks.sheets(painter, self.proof, event.rect(), offset, current, out, told)
        self._paint_lit(painter)
        self.paint_under(painter, event.rect(), offset)
        painter.end()
        super().paintEvent(event)
        if self.proof.shown:
            if not self.hasFocus() and not self.textCursor().hasSelection():
                painter = QPainter(self.viewport())
                painter.fillRect(self.cursorRect(), theme.colour(colours.accent, 0.55))
                painter.end()
            self.painted.emit()

    def paint_under(self, painter: QPainter, clip: QRect, offset: int) -> None:
        """What is painted between the sheets and their text."""

    def extent(self, index: int) -> tuple[float, float]:
        """Top and bottom of a block's text in the viewport. Only for blocks in sight."""
        block = self.document().findBlockByNumber(index)
        rect = self.document().documentLayout().blockBoundingRect(block)
        layout = block.layout()
        inner = layout.lineAt(0).y() if layout.lineCount() else 0.0
        margin = block.blockFormat().topMargin()
        top = rect.top() + (inner if inner < margin else 0.0)
        offset = self.verticalScrollBar().value()
        return top - offset, rect.bottom() - block.blockFormat().bottomMargin() - offset

    def set_lit(self, one: Shown | None) -> None:
        """Show which block a ribbon under the mouse leads to."""
        self._lit = one
        self.viewport().update()

    def _paint_lit(self, painter: QPainter) -> None:
        if self._lit is None or self._lit not in self.proof.shown:
            return
        top, bottom = self.extent(self.proof.shown.index(self._lit))
        frame = self.document().rootFrame().frameFormat()
        width = self.viewport().width() - frame.leftMargin() - frame.rightMargin()
        rect = QRectF(frame.leftMargin(), top, width, bottom - top).adjusted(-8, -1, 8, 1)
        painter.setPen(QPen(theme.colour(self.proof.look.theme.accent), 1))
        painter.setBrush(theme.colour(self.proof.look.theme.accent_soft))
        painter.drawRoundedRect(rect, 3, 3)

    @property
    def level(self) -> int:
        """How far from the top the caret stands, in pixels."""
        return self.cursorRect().top()

    # -- Qt's own --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the sheets in the middle."""
        super().resizeEvent(event)
        with self.quietly():
            self._set_measure()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Commands act here from now on."""
        super().focusInEvent(event)
        self.viewport().update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The caret dims."""
        super().focusOutEvent(event)
        self.viewport().update()
