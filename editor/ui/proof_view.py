"""The proof as it is looked at: sheets of paper, one an article, in step with the raw text.

Nothing is touched while an input method composes. What is typed is `proof_pane`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.places import Place, Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Role
from editor.ui import fonts, proof_marks, theme
from editor.ui.proof_document import Point, ProofDocument, Shown, shown_blocks, starts
from editor.ui.proof_type import GAP, ProofType
from editor.ui.target import Target

NAME = "proof"
AT_ONCE = 1500
"""Characters that are set in one go, more than are in sight: some fifteen milliseconds."""


class ProofView(QTextEdit):
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
        self._page = Page("", Source(""))
        self._reading: Reading | None = None
        self._scale = 1.0
        self.proof = ProofDocument(self.document(), ProofType(theme.current(), 1.0))
        self._quiet = 0
        self.has_input = False
        self.is_composing = False
        self.waits = False
        self._doubt: Span | None = None
        self._marked = 0, 0
        self._marks = QTimer(self)
        self._marks.setSingleShot(True)
        self._marks.timeout.connect(self._mark)
        self._rest: tuple[Shown, ...] = ()
        self._stale: list[int] = []
        self._pours = QTimer(self)
        self._pours.timeout.connect(self._pour)
        self._asked = self.tr("(No headline: press F2 to type one)")
        self.cursorPositionChanged.connect(self.was_moved)
        self.selectionChanged.connect(self.was_moved)
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)
        self.verticalScrollBar().valueChanged.connect(self._mark_in_sight)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What is done inside is told to nobody."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """What is done inside moves neither the caret, where it is in sight, nor the first line."""
        bar, held = self.verticalScrollBar(), self.textCursor()
        if not self.viewport().rect().intersects(self.cursorRect(held)):
            held = self.cursorForPosition(QPoint(0, 0))
        before = self.cursorRect(held).top()
        with self.quietly():
            yield
            if bar.value():
                bar.setValue(bar.value() + self.cursorRect(held).top() - before)

    # -- what is shown ---------------------------------------------------------------------

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page's reading; blocks that look the same stay untouched."""
        fresh = page.source is not self._page.source or self._reading is None
        self._page, self._reading = page, reading
        if self.is_composing:
            self.waits = True
            return
        self.show_reading(fresh=fresh)

    def show_reading(self, *, fresh: bool) -> None:
        """Show the reading that there is now; `fresh`: of another page."""
        self.waits = False
        if fresh:
            self._stale = []
        self._restyle(len(self._stale))
        shown = shown_blocks(self._reading, self.proof.shown) if self._reading else ()
        with self.quietly():
            if fresh:
                self.proof.shown = ()
                self.proof.show(self._first_of(shown))
                self._set_measure()
                self.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                if self._rest:  # what is not shown yet comes as it is now
                    shown = self._first_of(shown, max(len(self.proof.shown), 1))
                kept = self._kept_caret()
                top = self.verticalScrollBar().value()
                touched = self.proof.show(shown)
                self.verticalScrollBar().setValue(top)
                if kept and touched:
                    self._put_caret(*kept)
        self._mark()
        self.viewport().update()

    def _first_of(self, shown: tuple[Shown, ...], least: int = 0) -> tuple[Shown, ...]:
        """So many blocks as can be shown at once; the others follow a turn at a time."""
        count = letters = 0
        while count < len(shown) and (count < least or letters < AT_ONCE):
            letters += len(shown[count].text)
            count += 1
        self._rest = shown[count:]
        if self._rest:
            self._pours.start()
        return shown[:count]

    def _pour(self) -> None:
        """Show the next blocks of a page that is coming into sight, or in their new type."""
        if self.is_composing:
            return
        if self._stale:
            count = letters = 0
            while count < len(self._stale) and letters < AT_ONCE:
                letters += len(self.proof.shown[self._stale[count]].text)
                count += 1
            self._restyle(count)
        else:
            with self.quietly():
                self.proof.append(self._first_of(self._rest))
        if not self._stale and not self._rest:
            self._pours.stop()

    def finish(self) -> None:
        """Show all of the page now, for whoever asks about what did not come yet."""
        self._pours.stop()
        self._restyle(len(self._stale))
        if self._rest:
            more, self._rest = self._rest, ()
            with self.quietly():
                self.proof.append(more)

    def _restyle(self, count: int) -> None:
        """Give the first blocks that wait for it their type; what is in sight stays there."""
        if not count:
            return
        batch, self._stale = self._stale[:count], self._stale[count:]
        with self._in_place():
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            for index in batch:
                self.proof.style_block(index, cursor)
            cursor.endEditBlock()
        if not self._stale:
            self._mark()

    def _kept_caret(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The caret's and the selection's other end as raw places, if they have any.

        None too where an input is ahead of the reading: then the caret is right as it is.
        """
        cursor = self.textCursor()
        if not self.proof.shown or self.document().blockCount() != len(self.proof.shown):
            return None
        ends = [self.point(at) for at in (cursor.anchor(), cursor.position())]
        for end in ends:
            one = self.proof.shown[end.index]
            now = self.document().findBlockByNumber(end.index).text()
            if one.asking or one.typed or now != one.text:
                return None
        anchor, caret = (self.proof.raw(end, after=self.at_end(end)) for end in ends)
        return anchor, caret

    def at_end(self, point: Point) -> bool:
        """Whether a point stands behind the last character of its block."""
        return point.out_at > 0 and point.out_at == len(self.proof.shown[point.index].block.text)

    def _put_caret(self, anchor: tuple[int, int], caret: tuple[int, int]) -> None:
        places = [self.proof.find(*end) for end in (anchor, caret)]
        if places[0] is None or places[1] is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(places[0]))
        cursor.setPosition(self.proof.position(places[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def set_doubt(self, span: Span | None) -> None:
        """Show which stretch the doubt on the card is about."""
        self._doubt = span
        self._mark()

    def set_scale(self, scale: float) -> None:
        """Text `scale` times its size."""
        self._scale = scale
        self.refresh_theme()

    def refresh_theme(self) -> None:
        """Set everything anew in the present theme."""
        self.proof.look = ProofType(theme.current(), self._scale)
        if not self.proof.shown:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self.proof.in_sight(top, top + height)
        self._stale = [*seen, *(i for i in range(len(self.proof.shown)) if i not in seen)]
        with self._in_place():
            self._set_measure()
        self._restyle(len(seen))
        self._mark()
        self._pours.start()

    def _mark(self) -> None:
        doubts = [doubt.span for doubt in self._reading.doubts] if self._reading else []
        look, height = self.proof.look.theme, self.viewport().height()
        top = self.verticalScrollBar().value()
        self._marked = top - height, top + height
        within = self.proof.in_sight(top - height, top + 2 * height)
        found = proof_marks.marks(self.proof, look, doubts, self._doubt, within)
        with QSignalBlocker(self):
            self.setExtraSelections(found)
        self.viewport().update()

    def _mark_in_sight(self) -> None:
        """Marks are there for what is in sight and a page around it: they follow it.

        Not at once: the scroll bar also moves in the middle of a change of the document.
        """
        if not self._marked[0] <= self.verticalScrollBar().value() <= self._marked[1]:
            self._marks.start()

    def _set_measure(self) -> None:
        """Centre the sheets; their measure is a whole number of em."""
        look, frame = self.proof.look, self.document().rootFrame()
        room = self.viewport().width()
        width = look.text_width(room)
        shape = frame.frameFormat()
        side = max(0.0, (room - width) / 2)
        ends = (GAP, look.pad_bottom + GAP)
        if (shape.leftMargin(), shape.topMargin(), shape.bottomMargin()) == (side, *ends):
            return
        shape.setLeftMargin(int(side))
        shape.setRightMargin(max(0.0, room - width - int(side)))
        shape.setTopMargin(ends[0])
        shape.setBottomMargin(ends[1])
        with self.quietly():
            frame.setFrameFormat(shape)

    # -- places ----------------------------------------------------------------------------

    def point(self, position: int) -> Point:
        """The point of a position in Qt's document."""
        return self.proof.point(position)

    def target(self) -> Target | None:
        """What a command would act on; None where nothing is shown."""
        if not self.proof.shown or self._reading is None:
            return None
        cursor = self.textCursor()
        first = self.point(cursor.selectionStart())
        last = self.point(cursor.selectionEnd())
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

    def follow(self, place: Place, *, jump: bool = False) -> None:
        """Show what another view looks at; this view does not answer.

        `jump`: bring it to a third of the height unless it is well in sight already.
        """
        start = self.proof.find(place.span.start)
        if start is None and self._rest:
            self.finish()
            start = self.proof.find(place.span.start)
        end = start
        if place.span.end > place.span.start:
            end = self.proof.find(place.span.end, ends=True)
        if start is None or end is None or self.is_composing:
            return
        with self.quietly():
            cursor = self.textCursor()
            cursor.setPosition(self.proof.position(start))
            cursor.setPosition(self.proof.position(end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            top, room = self.cursorRect().top(), self.viewport().height()
            if jump and not 0 < top < room // 2:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + top - room // 3)
            self._show_cursor()
        self.viewport().update()

    def _show_cursor(self) -> None:
        """Bring the caret into view with a little room, only if it is out of it."""
        rect, height = self.cursorRect(), self.viewport().height()
        bar = self.verticalScrollBar()
        if rect.top() < 8:
            bar.setValue(bar.value() + rect.top() - height // 4)
        elif rect.bottom() > height - 8:
            bar.setValue(bar.value() + rect.bottom() - height * 3 // 4)

    def follow_scroll(self, raw_at: int, offset: int) -> None:
        """Bring the line that shows `raw_at` to `offset` pixels below the top; do not answer."""
        point = self.proof.find(raw_at)
        if point is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.proof.position(point))
        bar = self.verticalScrollBar()
        with self.quietly():
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - offset)

    def edit_headline(self, article_at: int) -> bool:
        """Put the caret into an article's headline (asked for or there); False without one."""
        self.finish()
        index = self.proof.headline(article_at)
        if index is None:
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.go(Point(index, len(self.proof.shown[index].block.text)))
        return True

    def leave_field(self) -> None:
        """From a typed field on to the next block, as Enter does."""
        index = self.point(self.textCursor().position()).index
        if index + 1 < len(self.proof.shown):
            self.go(Point(index + 1, 0))

    def go(self, point: Point) -> None:
        """Put the caret there and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(point))
        self.setTextCursor(cursor)
        self._show_cursor()

    def in_field(self) -> bool:
        """Whether the caret stands in an asking or a typed field."""
        if not self.proof.shown:
            return False
        one = self.proof.shown[self.point(self.textCursor().position()).index]
        return one.asking or one.typed

    def joins_before(self) -> bool:
        """Whether Backspace here joins blocks: a caret at a block's start, nothing selected."""
        cursor = self.textCursor()
        return not self.is_composing and not cursor.hasSelection() and cursor.atBlockStart()

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self.is_composing

    # -- telling ---------------------------------------------------------------------------

    def was_moved(self) -> None:
        """Tell where the caret is now, unless this view only follows or something is typed."""
        self.viewport().update()
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
        cursor = self.textCursor()
        first, last = (self.point(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
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
        proof_marks.sheets(painter, self.proof, event.rect(), offset, current)
        for one, rect in proof_marks.fields(self.proof, event.rect(), offset):
            if not self.proof.document.findBlockByNumber(one).text() and not self.is_composing:
                self._paint_field(painter, rect)
        painter.end()
        super().paintEvent(event)
        if self.proof.shown:
            if not self.hasFocus() and not self.textCursor().hasSelection():
                painter = QPainter(self.viewport())
                painter.fillRect(self.cursorRect(), theme.colour(colours.accent, 0.55))
                painter.end()
            self.painted.emit()

    def _paint_field(self, painter: QPainter, rect: QRectF) -> None:
        colours = self.proof.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(colours.doubt), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour(colours.doubt_soft, 0.5))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme.colour(colours.doubt))
        painter.setFont(fonts.desk_font(self.font(), 14 * self._scale))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._asked)

    def article_rect(self) -> QRect:
        """The caret in the viewport: where a card should not stand."""
        return self.cursorRect()

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
