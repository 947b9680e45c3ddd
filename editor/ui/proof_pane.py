"""The proof: sheets of paper, one an article, edited in place.

What Qt does to the text is looked at once, right after it did it, as the change of one block;
it becomes a gesture, and the reading that comes back is what is shown. Nothing is touched while
an input method composes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.editing.gestures import Gesture, Join, TypeField
from editor.editing.typing import TypeAcross, TypeText
from editor.model.places import Place, Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Role
from editor.ui import fonts, proof_marks, theme
from editor.ui.proof_document import Point, ProofDocument, shown_blocks, starts
from editor.ui.proof_type import GAP, ProofType
from editor.ui.qt_text import change, to_out
from editor.ui.target import Target

NAME = "proof"


class ProofPane(QTextEdit):
    """The reading, typeset. Signals as the raw pane's; `gestured` carries what was typed."""

    placed = Signal(object)
    wandered = Signal()
    scrolled = Signal(int, int)
    painted = Signal()
    menu_asked = Signal(object)
    gestured = Signal(object)
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
        self._inputs = False
        self._edited: int | None = None
        self._composing = False
        self._waiting = False
        self._doubt: Span | None = None
        self._asked = self.tr("(No headline: press F2 to type one)")
        self.document().contentsChange.connect(self._was_changed)
        self.cursorPositionChanged.connect(self._was_moved)
        self.selectionChanged.connect(self._was_moved)
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What is done inside is told to nobody."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    # -- what is shown ---------------------------------------------------------------------

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page's reading; blocks that look the same stay untouched."""
        fresh = page.source is not self._page.source or self._reading is None
        self._page, self._reading = page, reading
        if self._composing:
            self._waiting = True
            return
        self._show(fresh=fresh)

    def _show(self, *, fresh: bool) -> None:
        self._waiting = False
        shown = shown_blocks(self._reading) if self._reading else ()
        with self._quietly():
            if fresh:
                self.proof.shown = ()
                self.proof.show(shown)
                self._set_measure()
                self.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                kept = self._kept_caret()
                top = self.verticalScrollBar().value()
                touched = self.proof.show(shown)
                self.verticalScrollBar().setValue(top)
                if kept and touched:
                    self._put_caret(*kept)
        self._mark()
        self.viewport().update()

    def _kept_caret(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The caret's and the selection's other end as raw places, if they have any.

        None too where an input is ahead of the reading: then the caret is right as it is.
        """
        cursor = self.textCursor()
        if not self.proof.shown or self.document().blockCount() != len(self.proof.shown):
            return None
        ends = [self._point(at) for at in (cursor.anchor(), cursor.position())]
        for end in ends:
            one = self.proof.shown[end.index]
            now = self.document().findBlockByNumber(end.index).text()
            if one.asking or one.typed or now != one.text:
                return None
        anchor, caret = (self.proof.raw(end, after=self._at_end(end)) for end in ends)
        return anchor, caret

    def _at_end(self, point: Point) -> bool:
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
        cursor = self.textCursor()
        anchor, position, top = cursor.anchor(), cursor.position(), self.verticalScrollBar().value()
        with self._quietly():
            self.proof.rebuild()
            self._set_measure()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(top)
        self._mark()

    def _mark(self) -> None:
        doubts = [doubt.span for doubt in self._reading.doubts] if self._reading else []
        look = self.proof.look.theme
        found = proof_marks.marks(self.proof, look, doubts, self._doubt)
        with QSignalBlocker(self):
            self.setExtraSelections(found)
        self.viewport().update()

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
        with self._quietly():
            frame.setFrameFormat(shape)

    # -- places ----------------------------------------------------------------------------

    def _point(self, position: int) -> Point:
        return self.proof.point(position)

    def target(self) -> Target | None:
        """What a command would act on; None where nothing is shown."""
        if not self.proof.shown or self._reading is None:
            return None
        cursor = self.textCursor()
        first = self._point(cursor.selectionStart())
        last = self._point(cursor.selectionEnd())
        one = self.proof.shown[first.index]
        raw_at, into = self.proof.raw(first, after=first == last and self._at_end(first))
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
        end = start
        if place.span.end > place.span.start:
            end = self.proof.find(place.span.end, ends=True)
        if start is None or end is None or self._composing:
            return
        with self._quietly():
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
        with self._quietly():
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - offset)

    def edit_headline(self, article_at: int) -> bool:
        """Put the caret into an article's headline (asked for or there); False without one."""
        index = self.proof.headline(article_at)
        if index is None:
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go(Point(index, len(self.proof.shown[index].block.text)))
        return True

    def leave_field(self) -> None:
        """From a typed field on to the next block, as Enter does."""
        index = self._point(self.textCursor().position()).index
        if index + 1 < len(self.proof.shown):
            self._go(Point(index + 1, 0))

    def _go(self, point: Point) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.proof.position(point))
        self.setTextCursor(cursor)
        self._show_cursor()

    def in_field(self) -> bool:
        """Whether the caret stands in an asking or a typed field."""
        if not self.proof.shown:
            return False
        one = self.proof.shown[self._point(self.textCursor().position()).index]
        return one.asking or one.typed

    def joins_before(self) -> bool:
        """Whether Backspace here joins blocks: a caret at a block's start, nothing selected."""
        cursor = self.textCursor()
        return not self._composing and not cursor.hasSelection() and cursor.atBlockStart()

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._composing

    # -- telling ---------------------------------------------------------------------------

    def _was_moved(self) -> None:
        self.viewport().update()
        if self._quiet or self._inputs or not self.proof.shown or self._composing:
            return
        self.wandered.emit()
        self._tell_place()

    def _tell_place(self) -> None:
        self.placed.emit(self.place())

    def place(self) -> Place:
        """Where the caret is, or what is selected."""
        if not self.proof.shown:
            return Place(self._page.key, Span(0, 0), NAME)
        cursor = self.textCursor()
        first, last = (self._point(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        start = self.proof.raw(first, after=first == last and self._at_end(first))[0]
        end = start
        if first != last:
            end = max(start, self.proof.raw(last, after=True)[0])
        return Place(self._page.key, Span(start, end), NAME)

    def _was_scrolled(self) -> None:
        if self._quiet or not self.proof.shown or not self.isVisible():
            return
        third = self.viewport().height() // 3
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, third))
        point = self._point(cursor.position())
        if self.proof.shown[point.index].block.role is Role.BODY:
            self.scrolled.emit(self.proof.raw(point)[0], self.cursorRect(cursor).top())

    # -- typing ----------------------------------------------------------------------------

    def _was_changed(self, position: int, removed: int, added: int) -> None:
        if not self._quiet and (removed or added):
            self._edited = position

    def _settle(self) -> None:
        """Find out what an input did to the text, and tell it as a gesture."""
        if self._edited is None:
            return
        position, self._edited = self._edited, None
        if self.document().blockCount() != len(self.proof.shown):
            with self._quietly():  # an input went over block ends: the reading stands
                self.proof.rebuild()
            return
        cursor = self.textCursor()
        block = cursor.block()
        if not block.position() <= position < block.position() + block.length():
            block = self.document().findBlock(position)
        self._tell_change(block, cursor)

    def _tell_change(self, block: QTextBlock, cursor: QTextCursor) -> None:
        index, now = block.blockNumber(), block.text()
        one = self.proof.shown[index]
        caret = to_out(now, cursor.positionInBlock()) if cursor.block() == block else len(now)
        start, end, put = change(one.text, now, caret)
        gesture: Gesture
        if one.asking:
            gesture = TypeField(one.block.article, Role.HEADLINE, (put,), name="type")
        else:
            gesture = TypeText(one.block.text, start, end, put)
        if start < end or put:
            self.gestured.emit(gesture)
        if not self._composing and index < len(self.proof.shown):
            with self._quietly():
                if block.text() != self.proof.shown[index].text:
                    self.proof.restore(index)
                elif one.block.dateline:
                    self.proof.style_block(index)
        if self.proof.shown and not self._composing:
            self._tell_place()

    def _over_blocks(self) -> tuple[Point, Point] | None:
        """The ends of the selection where they stand in different blocks."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = self._point(cursor.selectionStart()), self._point(cursor.selectionEnd())
        return ends if ends[0].index != ends[1].index else None

    def replace_selection(self, text: str) -> None:
        """Put `text` in place of what is selected, without Qt: for pasting and over blocks."""
        if not self.proof.shown:
            return
        cursor = self.textCursor()
        first = self._point(cursor.selectionStart())
        last = self._point(cursor.selectionEnd())
        one = self.proof.shown[first.index]
        raw_at, into = self.proof.raw(first, after=self._at_end(first))
        if one.asking:
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            self.gestured.emit(TypeField(one.block.article, Role.HEADLINE, lines))
            self._go(Point(first.index, len(self.proof.shown[first.index].block.text)))
            return
        blocks = [s.block.text for s in self.proof.shown[first.index : last.index + 1]]
        if len(blocks) == 1:
            self.gestured.emit(TypeText(blocks[0], first.out_at, last.out_at, text))
        else:
            self.gestured.emit(TypeAcross(tuple(blocks), first.out_at, last.out_at, text))
        place = self.proof.find(raw_at, into)
        if "\n" not in text and first.index < len(self.proof.shown):
            place = Point(first.index, first.out_at + len(text))
        elif place is not None:
            tail = text.count("\n")
            place = Point(place.index + tail, len(text) - text.rfind("\n") - 1)
        if place is not None and place.index < len(self.proof.shown):
            self._go(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Qt move and type inside one block; what goes over its ends is a gesture."""
        erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        types = bool(event.text()) and event.text().isprintable()
        if not self.proof.shown or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        if (erases or types) and self._over_blocks():
            self.replace_selection("" if erases else event.text())
            return
        cursor = self.textCursor()
        if erases and not cursor.hasSelection():
            if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
                return
            if event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
                later = self._point(cursor.position()).index + 1
                if later < len(self.proof.shown) and not self.in_field():
                    self.gestured.emit(Join(*starts(self.proof.shown[later])))
                return
        self._input(super().keyPressEvent, event)

    def _input(self, qt_handles: Callable[[Any], None], event: object) -> None:
        """Let Qt handle an input, then look at what it did."""
        before = self.textCursor()
        ends = before.anchor(), before.position()
        self._inputs, self._edited = True, None
        try:
            qt_handles(event)
        finally:
            self._inputs = False
        if self._edited is not None:
            self._settle()
        elif ends != (self.textCursor().anchor(), self.textCursor().position()):
            self._was_moved()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Compose in place; what is committed is typed, and what waited for it is shown then."""
        commit = event.commitString()
        if not self.proof.shown:
            event.ignore()
            return
        if (commit or event.preeditString()) and self._over_blocks():
            self.replace_selection("")
        if "\n" in commit or "\u2029" in commit:
            self._composing = False
            self.replace_selection(commit.replace("\u2029", "\n"))
            return
        self._composing = bool(event.preeditString())
        self._input(super().inputMethodEvent, event)
        if self._waiting and not self._composing:
            self._show(fresh=False)
            self._tell_place()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text, through a gesture."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if text:
            self.replace_selection(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Only text."""
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selected text as it is true, not as Qt shows it."""
        found = QMimeData()
        found.setText(self.selected_text())
        return found

    def selected_text(self) -> str:
        """What is selected, blocks as lines."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self.proof.shown:
            return ""
        first = self._point(cursor.selectionStart())
        last = self._point(cursor.selectionEnd())
        lines = [one.block.text.text for one in self.proof.shown[first.index : last.index + 1]]
        lines[-1] = lines[-1][: last.out_at]
        lines[0] = lines[0][first.out_at :]
        return "\n".join(lines)

    # -- the mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret; a press on a selection starts no drag, text is moved by gestures."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.textCursor().hasSelection():
            with self._quietly():
                self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of gestures at the mouse or the caret."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            there = self.cursorForPosition(self.viewport().mapFromGlobal(point))
            cursor = self.textCursor()
            if not cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
                self.setTextCursor(there)
        self.menu_asked.emit(point)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The sheets, the text on them, and the caret of a view that only follows."""
        painter = QPainter(self.viewport())
        colours = self.proof.look.theme
        painter.fillRect(event.rect(), theme.colour(colours.desk))
        current = -1
        if self.proof.shown:
            current = self.proof.shown[self._point(self.textCursor().position()).index].number
        offset = self.verticalScrollBar().value()
        proof_marks.sheets(painter, self.proof, event.rect(), offset, current)
        for one, rect in proof_marks.fields(self.proof, event.rect(), offset):
            if not self.proof.document.findBlockByNumber(one).text() and not self._composing:
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
        with self._quietly():
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
