"""Lines in the proof that are no paragraphs: those of a headline that is typed, and kept ones.

A further line of a headline is begun empty, as a field is, and is text once something is typed;
it goes when the caret leaves it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from editor.editing.gestures import Join, TypeField
from editor.model.structure import Role
from editor.model.traced import PieceOrigin
from editor.ui import words
from editor.ui.proof.blocks import Shown
from editor.ui.proof.field_card import ProofCard
from editor.ui.proof.places import Point


class ProofLines(ProofCard):
    """The proof with lines that are made and joined. `gestured` carries what was typed."""

    gestured = Signal(object)

    def field_text(self) -> str | None:
        """As for any field; None in a further line of a headline: nothing is offered for it."""
        further = bool(self.proof.shown) and self.headline_lines(self.caret())[1] > 0
        return None if further else super().field_text()

    def asks(self, role: Role) -> str:
        """What an empty field asks for; a line that was begun has the field's name only."""
        begun = self._sheets.begun is not None and role is Role.HEADLINE
        return words.role(role) if begun and self.caret_asks() else super().asks(role)

    def caret_asks(self) -> bool:
        """Whether the caret stands in an empty field."""
        return bool(self.proof.shown) and self.proof.shown[self.caret().index].asking

    def close_card(self) -> None:
        """No card is open, and no line is begun."""
        self._sheets.begun = None
        super().close_card()

    def follow_card(self) -> None:
        """A line that was begun goes when the caret leaves it."""
        busy = self._quiet or self.has_input or self.is_composing or self.presses
        if self._sheets.begun is not None and not busy and not self.caret_asks():
            self._show_begun(None)
        super().follow_card()

    def headline_lines(self, point: Point) -> tuple[list[str], int]:
        """What was typed of the headline at a point, line by line, and how many stand before it."""
        here = self.proof.shown[point.index].block
        if here.role is not Role.HEADLINE:
            return [], 0
        own = [
            (index, one)
            for index, one in enumerate(self.proof.shown)
            if one.block.article == here.article and one.block.role is here.role and one.typed
        ]
        before = sum(1 for index, _ in own if index < point.index)
        return [one.block.text.text for _, one in own], before

    def breaks_headline(self) -> bool:
        """Whether Shift+Enter gives the headline that is typed here another line."""
        here = self.field() if not self.is_composing else None
        return here is not None and here[1] is Role.HEADLINE and self.in_field()

    def begin_line(self) -> None:
        """An empty line of the headline before or behind the one with the caret, to type into."""
        point = self.caret()
        one = self.proof.shown[point.index]
        lines, before = self.headline_lines(point)
        if one.asking or not lines:
            return
        self.open_card(one.block.article)
        index = self.caret().index + (1 if point.out_at else 0)
        self._show_begun((one.block.article, before + (1 if point.out_at else 0)))
        if index < len(self.proof.shown) and self.proof.shown[index].asking:
            self.go(Point(index, 0))

    def drop_line(self) -> bool:
        """The empty line that was begun goes, the caret to the end of the one before."""
        point = self.caret()
        if self._sheets.begun is None or not self.proof.shown[point.index].asking:
            return False
        self._show_begun(None)
        index = max(0, point.index - 1)
        self.go(Point(index, len(self.proof.shown[index].block.text)))
        return True

    def _show_begun(self, begun: tuple[int, int] | None) -> None:
        with self.quietly():
            self._sheets.begun = begun
            self.show_reading(fresh=False)

    def joins_lines(self, *, back: bool) -> bool:
        """Backspace behind or Delete before a line's end that is no character of the page."""
        point = self.caret()
        one = self.proof.shown[point.index]
        if back and point.out_at == 0 and self.in_field():
            return self.drop_line() or self._joins_headline(one, point)
        if not back and self.in_field() and point.out_at == len(one.block.text):
            return not one.asking and self._joins_headline(one, point, ahead=1)
        edge = point.out_at if back else point.out_at + 1
        for at, piece in one.block.text.placed():
            ends = piece.origin is PieceOrigin.JOINT and "\n" in piece.text
            if ends and at + len(piece.text) == edge:
                self.gestured.emit(Join(*one.block.text.to_raw(edge)))
                return True
        return False

    def _joins_headline(self, one: Shown, point: Point, ahead: int = 0) -> bool:
        """Join a typed line with the one before it; `ahead` (1): the next one with this."""
        lines, at = self.headline_lines(point)
        at += ahead
        if not 0 < at < len(lines):
            return False
        joined = (*lines[: at - 1], lines[at - 1] + lines[at], *lines[at + 1 :])
        self.gestured.emit(TypeField(one.block.article, Role.HEADLINE, joined))
        self.go(Point(point.index - 1 + ahead, len(lines[at - 1])))
        return True
