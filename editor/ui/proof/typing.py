"""The proof as it is typed into.

What Qt does to the text is looked at once, right after it did it, as the change of one block;
it becomes a gesture, and the reading that comes back is what is shown. Inputs that would go
over the ends of a block never reach Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.editing.fields import SEPARATORS, names_in, typed_part
from editor.editing.gestures import Gesture, Join, Split, TypeField
from editor.editing.typing import ACROSS, TYPING, TypeAcross, TypeText
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.structure import Role
from editor.model.traced import TracedText
from editor.ui.proof.blocks import Sheets, Shown, starts
from editor.ui.proof.lines import ProofLines
from editor.ui.proof.places import Point
from editor.ui.qt_text import change, to_out

FIELD = "field"
APART = (*SEPARATORS, " ")
"""What stands between two names."""


class ProofInput(ProofLines):
    """The proof with a keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self._edited: int | None = None
        self._covered: tuple[Point, Point] | None = None
        self.document().contentsChange.connect(self._was_changed)

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
            with self.quietly():  # an input went over block ends: the reading stands
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
        if start < end or put:
            self.gestured.emit(self._gesture(one, start, end, put, TYPING))
            self._stay_in_dateline(one, start + len(put))
        if not self.is_composing and index < len(self.proof.shown):
            with self.quietly():
                given = self.proof.shown[index]
                if block.text() != given.text and not _begins_name(given, block.text()):
                    self.proof.restore(index)
                elif one.block.dateline:
                    self.proof.style_block(index)
        if self.proof.shown and not self.is_composing:
            self.tell_place()

    def _gesture(self, one: Shown, start: int, end: int, put: str, name: str) -> Gesture:
        """What `put` in place of a range of a block does: to a field, or to the page's text."""
        block, size = one.block, len(one.block.text)
        behind = start == end == size and put[:1] in APART and typed_part(block.text) is None
        if one.asking or (block.role is Role.BYLINE and behind):
            if block.role is Role.BYLINE:
                lines = names_in(put)
            elif block.role is Role.DATELINE:
                lines = (put.replace("\n", ""),)
            else:
                lines = tuple(line.strip() for line in put.split("\n")) if "\n" in put else (put,)
                if self._sheets.begun is not None and block.role is Role.HEADLINE and put.strip():
                    typed, at = self.headline_lines(self.caret())
                    lines, self._sheets.begun = (*typed[:at], *lines, *typed[at:]), None
            return TypeField(block.article, block.role, lines, name=name)
        text, start, end = self._as_it_is_now(block.text, start, end)
        return TypeText(text, start, end, put, name, block.role)

    def _stay_in_dateline(self, one: Shown, out_at: int) -> None:
        """A dateline that is typed stands before its paragraph, and alone before that."""
        asked = one.asking and one.block.role is Role.DATELINE
        if not asked and self.proof.field_at(self.caret()) is not Role.DATELINE:
            return
        point = self.proof.field(one.block.article, Role.DATELINE)
        if point is not None and (asked or self.proof.shown[point.index].asking):
            with self.quietly():
                self.go(Point(point.index, min(out_at, point.out_at)))

    def _as_it_is_now(self, text: TracedText, start: int, end: int) -> tuple[TracedText, int, int]:
        """A block's range in the reading that stands, where another one was waiting to be shown."""
        if not self.waits or self._reading is None:
            return text, start, end
        blocks = [one.block.text for one in Sheets().of(self._reading, self.open_at)]
        if text in blocks:
            return text, start, end
        low, high = text.to_raw(start), text.to_raw(end, after=True)
        for block in blocks:
            if any(p.owned and p.owned.start <= low[0] <= p.owned.end for p in block.pieces):
                first = block.from_raw(*low)
                last = max(first, block.from_raw(*high)) if start < end else first
                return block, first, last
        return text, start, end

    def _over_blocks(self) -> bool:
        """Whether the selection's ends stand in different blocks."""
        ends = self.selection()
        return ends is not None and ends[0].index != ends[1].index

    def replace_selection(self, text: str, *, name: str = "") -> None:
        """Put `text` in place of what is selected, without Qt: for pasting and over blocks."""
        if not self.proof.shown:
            return
        first, last = self.ends()
        one = self.proof.shown[first.index]
        raw_at, into = self.proof.raw(first, after=self.at_end(first))
        if one.asking:
            further = self._sheets.begun is not None
            self.gestured.emit(self._gesture(one, 0, 0, text, name or FIELD))
            point = self.proof.field(one.block.article, one.block.role)
            if further and first.index < len(self.proof.shown):
                point = Point(first.index, len(self.proof.shown[first.index].block.text))
            if point is not None:
                self.go(point)
            return
        if first.index == last.index:
            put = self._gesture(one, first.out_at, last.out_at, text, name or TYPING)
            self.gestured.emit(put)
        else:
            self.gestured.emit(self.across(first, last, text, name or ACROSS))
        last_line = first.index + text.count("\n")
        typed = first.index == last.index and one.typed and one.block.role is Role.HEADLINE
        if typed and last_line < len(self.proof.shown):  # all its lines stand for one place
            kept = 0 if "\n" in text else first.out_at
            self.go(Point(last_line, kept + len(text) - text.rfind("\n") - 1))
            return
        place = self.proof.find(raw_at, into)
        if "\n" not in text and first.index < len(self.proof.shown):
            place = Point(first.index, first.out_at + len(text))
        elif place is not None:
            tail = text.count("\n")
            place = Point(place.index + tail, len(text) - text.rfind("\n") - 1)
        if place is not None and place.index < len(self.proof.shown):
            self.go(place)

    def across(self, first: Point, last: Point, text: str, name: str) -> TypeAcross:
        """`text` in place of what stands between points of two blocks."""
        blocks = [one.block for one in self.proof.shown[first.index : last.index + 1]]
        texts, roles = tuple(b.text for b in blocks), tuple(b.role for b in blocks)
        return TypeAcross(texts, first.out_at, last.out_at, text, name, roles)

    def follow_typed_break(self, gesture: Gesture) -> None:
        """Put the caret behind a break that was made or taken out inside typed text."""
        point = None
        match gesture:
            case Split(raw_at, into) if into:
                point = self.proof.find(raw_at, into + 1)
            case Join(raw_at, into) if into:
                point = self.proof.find(raw_at, into - 1)
        if point is not None:
            self.go(point)

    def joins_before(self) -> bool:
        """Whether Backspace here joins blocks: a caret at the start of a printed one."""
        cursor = self.textCursor()
        starts_block = cursor.atBlockStart() and not cursor.hasSelection()
        return not self.is_composing and starts_block and not self.in_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Qt move and type inside one block; what goes over its ends is a gesture."""
        erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        types = bool(event.text()) and event.text().isprintable()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if enters and shifted and self.breaks_headline():
            self._break_headline()
            return
        if not self.proof.shown or enters:
            event.ignore()
            return
        if (erases or types) and self._over_blocks():
            self.replace_selection("" if erases else event.text())
            return
        if self.open_at is not None and not event.modifiers() and self._is_for_the_card(event):
            return
        cursor = self.textCursor()
        if erases and not cursor.hasSelection():
            if self.joins_lines(back=event.key() == Qt.Key.Key_Backspace):
                return
            if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
                return
            if event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
                later = self.point(cursor.position()).index + 1
                if later < len(self.proof.shown) and not self.in_field():
                    self.gestured.emit(Join(*starts(self.proof.shown[later])))
                return
        self._input(super().keyPressEvent, event)

    def _break_headline(self) -> None:
        """A new line where the caret stands in a typed headline; at an end of one, an empty one."""
        first, last = self.ends()
        size = len(self.proof.shown[first.index].block.text)
        if first == last and first.out_at in (0, size):
            self.begin_line()
        else:
            self.replace_selection("\n")

    def _is_for_the_card(self, event: QKeyEvent) -> bool:
        """Keys of the list beside a field, once it was asked with Down; Esc gives the field up."""
        keys = {Qt.Key.Key_Down: "down", Qt.Key.Key_Up: "up", Qt.Key.Key_Escape: "close"}
        key = keys.get(Qt.Key(event.key()))
        if key is None:
            return False
        if self.list_takes(key):
            return True
        if key == "close":
            self.give_up_field()
        return key == "close"

    def _input(self, qt_handles: Callable[[Any], None], event: object) -> None:
        """Let Qt handle an input, then look at what it did."""
        before = self.textCursor()
        ends = before.anchor(), before.position()
        self.has_input, self._edited = True, None
        try:
            qt_handles(event)
        finally:
            self.has_input = False
        if self.is_composing:
            return  # what it did is looked at when it ends
        if self._edited is not None:
            self._settle()
        elif ends != (self.textCursor().anchor(), self.textCursor().position()):
            self.was_moved()

    # -- composing -------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Compose in place; what is committed is typed, and what waited for it is shown then.

        An input method may hand over one word and begin the next in one event: the first is
        typed and shown before the second begins.
        """
        if not self.proof.shown:
            event.ignore()
            return
        self.catch_up()
        preedit, commit = event.preeditString(), event.commitString()
        if preedit and (commit or event.replacementLength()):
            first = QInputMethodEvent("", [])
            first.setCommitString(commit, event.replacementStart(), event.replacementLength())
            self._compose(first)
            event = QInputMethodEvent(preedit, event.attributes())
        self._compose(event)

    def _compose(self, event: QInputMethodEvent) -> None:
        preedit, commit = event.preeditString(), event.commitString().replace("\u2029", "\n")
        if self.is_composing and not (preedit or commit or event.replacementLength()):
            self._give_up_composing()
            self._show_what_waited()
            return
        if not self.is_composing and (preedit or commit):
            self._covered = self.selection()
        covered = self._covered
        over = covered is not None and covered[0].index != covered[1].index
        if over and covered is not None and preedit:
            with self.quietly():  # what will be replaced stays until something is put there
                self.go(covered[0])
        if commit and (over or "\n" in commit):
            self._give_up_composing()
            self.replace_selection(commit)
            return
        self.is_composing = bool(preedit)
        self._input(super().inputMethodEvent, event)
        if not self.is_composing:
            self._covered = None
            self._show_what_waited()

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page's reading; what is composed on another page is given up."""
        if self.is_composing and page.source is not self._page.source:
            self._give_up_composing()
        super().set_page(page, reading)

    def _give_up_composing(self) -> None:
        """Take what is being composed out of the text; what it covered is selected again."""
        with self.quietly():
            super().inputMethodEvent(QInputMethodEvent())
        self.is_composing = False
        self._uncover()
        self._covered = None

    def _uncover(self) -> None:
        """Show and select again what a composition that came to nothing stood for."""
        if self._covered is None:
            return
        first, last = self._covered
        with self.quietly():
            if first.index == last.index < len(self.proof.shown):
                self.proof.restore(first.index)
            self.select(first, last)

    def lost_composition(self) -> None:
        """Qt let go of what was composed without an event (a click elsewhere): so do we."""
        if self.is_composing and not self._has_preedit():
            self.is_composing, self._covered = False, None
            self._edited = None
            if self.document().blockCount() != len(self.proof.shown):
                with self.quietly():
                    self.proof.rebuild()
            for index, block in enumerate(self.proof.blocks()):
                if block.text() != self.proof.shown[index].text:
                    with self.quietly():
                        self.proof.restore(index)
            self._show_what_waited()

    def _has_preedit(self) -> bool:
        return any(block.layout().preeditAreaText() for block in self.proof.blocks())

    def _show_what_waited(self) -> None:
        if self.waits and not self.is_composing:
            self.show_reading(fresh=False)
            self.tell_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Input methods hand over when the focus goes; one that does not is given up."""
        super().focusOutEvent(event)
        away = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.is_composing and event.reason() not in away:
            self._give_up_composing()
            self._show_what_waited()

    # -- text in and out -------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text, through a gesture."""
        text = plain_text(source)
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
        ends = self.selection()
        return self.text_between(*ends) if ends is not None else ""

    def text_between(self, first: Point, last: Point) -> str:
        """What stands between two points, as it is true, blocks as lines."""
        if not 0 <= first.index <= last.index < len(self.proof.shown):
            return ""
        lines = [one.block.text.text for one in self.proof.shown[first.index : last.index + 1]]
        lines[-1] = lines[-1][: last.out_at]
        lines[0] = lines[0][first.out_at :]
        return "\n".join(lines)


def _begins_name(one: Shown, now: str) -> bool:
    """Whether a byline only has marks behind it that another name is to follow."""
    return one.block.role is Role.BYLINE and now.rstrip("".join(APART)) == one.text


def plain_text(data: QMimeData) -> str:
    r"""The text that is carried, with `\n` line ends."""
    return data.text().replace("\r\n", "\n").replace("\r", "\n")
