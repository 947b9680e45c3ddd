"""The card of an article's fields: kicker, headline, subhead, byline, dateline, set as on paper.

A card is open for one article at most: then its missing fields are there to be typed into, each
named in the margin, and its names stand apart. It opens by F2, Tab or a click in a field, and
closes when the caret leaves the fields. The text in sight stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.editing.fields import typed_part
from editor.model.places import Place, Span
from editor.model.reading import Article
from editor.model.structure import Role
from editor.ui import words
from editor.ui.proof import corrections as proof_corrections
from editor.ui.proof.blocks import FIELDS, Shown
from editor.ui.proof.places import Point
from editor.ui.proof.view import ProofView


class ProofFields(ProofView):
    """The proof with its fields. Signals: the caret came into a field or left them all.

    `field_entered` carries the article's anchor and the role; `field_given_up` asks to take
    back what was done since then.
    """

    field_entered = Signal(int, object)
    field_left = Signal(int)
    field_given_up = Signal()
    lines_dropped = Signal(object, int)
    """The span of lines that were carried here, and the anchor of the article they came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No card is open."""
        super().__init__(parent)
        self._field: tuple[int, Role] | None = None
        self._home: tuple[int, int] | None = None
        self.presses = False
        """Whether a mouse button is down: nothing shifts under it."""
        self.list_takes: Callable[[str], bool] = lambda key: False
        """Whether a list beside the field takes a key: `down`, `up`, `take` or `close`."""
        self._asks = self.tr("(No headline: press F2 to type one)")

    # -- where the caret is ----------------------------------------------------------------

    @property
    def card(self) -> Article | None:
        """The article whose card is open."""
        if self._reading is None or self.open_at is None:
            return None
        return next((a for a in self._reading.articles if a.at == self.open_at), None)

    def caret(self) -> Point:
        """Where the caret stands."""
        return self.point(self.textCursor().position())

    def field(self) -> tuple[int, Role] | None:
        """The article (its anchor) and the field that the caret stands in."""
        if not self.proof.shown:
            return None
        point = self.caret()
        role = self.proof.field_at(point)
        return (self.proof.shown[point.index].block.article, role) if role else None

    def in_field(self) -> bool:
        """Whether the caret stands in an asking field or in one that was typed."""
        if not self.proof.shown:
            return False
        point = self.caret()
        one = self.proof.shown[point.index]
        part = typed_part(one.block.text)
        return one.asking or (part is not None and part.start <= point.out_at <= part.end)

    def field_text(self) -> str | None:
        """What was typed of the field with the caret; None where it is printed as it stands."""
        if not self.proof.shown:
            return None
        point = self.caret()
        one = self.proof.shown[point.index]
        now = self.document().findBlockByNumber(point.index).text()
        if self.in_field():
            part = typed_part(one.block.text)
            return now[part.start : part.end] if part and one.block.dateline else now
        begun = one.block.role is Role.BYLINE and now != one.text
        return now[len(one.text) :] if begun else None

    # -- going -----------------------------------------------------------------------------

    def edit_headline(self, article_at: int) -> bool:
        """Open an article's card at its headline (asked for or there); False without one."""
        return self.edit_field(article_at, Role.HEADLINE)

    def edit_field(self, article_at: int, role: Role) -> bool:
        """Open an article's card with the caret in a field; False where it is not shown."""
        self.finish()
        self.ensure(article_at)
        if self.proof.field(article_at, Role.HEADLINE) is None:
            return False
        if self.open_at is None:
            point = self.caret()
            self._home = self.proof.raw(point, after=self.at_end(point))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.open_card(article_at)
        point_of = self.proof.field(article_at, role)
        if point_of is not None:
            self._show_head(article_at)
            self.go(point_of)
        self.follow_card()
        return True

    def _show_head(self, article_at: int) -> None:
        """Bring the first field of an article into sight."""
        first = next(i for i, s in enumerate(self.proof.shown) if s.block.article == article_at)
        top = proof_corrections.caret_rect(self, self.proof, Point(first, 0)).top()
        if top < 12:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - 12)

    def open_card(self, article_at: int | None) -> None:
        """Show the fields that this article lacks (None: of no article), the caret unmoved."""
        if article_at == self.open_at or not self.proof.shown or self.is_composing:
            return
        point, before = self.caret(), self.cursorRect().top()
        here = self.proof.shown[point.index]
        nth = _nth(self.proof.shown, point.index)
        with self.quietly():
            self.open_at = article_at
            self.show_reading(fresh=False)
            index = _index_of(self.proof.shown, here, nth)
            if index is not None:
                cursor = self.textCursor()
                cursor.setPosition(self.proof.position(Point(index, point.out_at)))
                self.setTextCursor(cursor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - before)

    def field_rect(self) -> QRect:
        """The line of the caret in the viewport, as wide as the text."""
        frame, rect = self.document().rootFrame().frameFormat(), self.cursorRect()
        width = self.viewport().width() - frame.leftMargin() - frame.rightMargin()
        return QRect(int(frame.leftMargin()), rect.top(), int(width), rect.height())

    def fields_end(self) -> int:
        """How far down the fields reach that follow the caret's, in the viewport."""
        here, end = self.caret().index, self.field_rect().bottom()
        for index in range(here + 1, len(self.proof.shown)):
            one = self.proof.shown[index].block
            if one.article != self.open_at or (one.role not in FIELDS and not one.dateline):
                break
            top, bottom = self.extent(index)
            line = self.document().findBlockByNumber(index).layout().lineAt(0)
            end = int(top + line.height() if one.dateline and line.isValid() else bottom)
        return end

    def step_field(self, step: int) -> bool:
        """To the next (1) or the last (-1) field of the article; behind the last into its text."""
        here = self.field()
        if here is None or (self.open_at is None and self._role() not in FIELDS):
            return False
        article_at, role = here
        self.open_card(article_at)
        at = FIELDS.index(role) + step
        if at >= len(FIELDS):
            self.leave_field()
        elif at >= 0:
            point = self.proof.field(article_at, FIELDS[at])
            if point is not None:
                self.go(point)
            self.follow_card()
        return True

    def _role(self) -> Role:
        return self.proof.shown[self.caret().index].block.role

    def takes_enter(self) -> bool:
        """Enter in a field: done with it. In the middle of a printed line it cuts the line."""
        here = self.field()
        if here is not None and self.list_takes("take"):
            return True
        if here is None or self.textCursor().hasSelection():
            return self.in_field()
        point = self.caret()
        size = len(self.proof.shown[point.index].block.text)
        ends = self.open_at is not None and point.out_at in (size, self._dateline_end(point))
        if not self.in_field() and not ends:
            return False
        self.leave_field()
        return True

    def _dateline_end(self, point: Point) -> int:
        return self.proof.shown[point.index].block.dateline or -1

    def leave_field(self) -> None:
        """From the fields on into the article's text, as Enter does."""
        here = self.field()
        for index, one in enumerate(self.proof.shown):
            if here and one.block.article == here[0] and one.block.role not in FIELDS:
                behind = one.block.dateline + 1 if one.block.dateline else 0
                self.go(Point(index, min(behind, len(one.block.text))))
                break
        self.close_card()

    def give_up_field(self) -> None:
        """Back to where one came from, what was done in the field taken back, as Esc does."""
        self.field_given_up.emit()
        home = self._home
        self.close_card()
        point = self.proof.find(*home) if home is not None else None
        if point is not None:
            self.go(point)

    def close_card(self) -> None:
        """No card is open; a name that was begun and not typed is gone."""
        if self.open_at is None:
            return
        left = self.open_at
        self._tidy()
        self._field = self._home = None
        self.open_card(None)
        self.field_left.emit(left)

    def _tidy(self) -> None:
        """A mark between names with no name behind it is no part of the byline."""
        for index, block in enumerate(self.proof.blocks()):
            if index < len(self.proof.shown) and block.text() != self.proof.shown[index].text:
                with self.quietly():
                    self.proof.restore(index)

    def follow_card(self) -> None:
        """The card closes where the caret is in none of its fields; a new field is told."""
        if self.open_at is None:
            self._field = None
            return
        if self._quiet or self.has_input or self.is_composing:
            return
        if self.presses:
            return
        here = self.field()
        if here is None or here[0] != self.open_at:
            self.close_card()
        elif here != self._field:
            self._field = here
            self.field_entered.emit(*here)

    def was_clicked(self) -> None:
        """A click in a field opens its card; one elsewhere closes it."""
        here = self.field()
        if here is not None and here[1] is self._role() and self.selection() is None:
            self.open_card(here[0])
        self.follow_card()

    def was_moved(self) -> None:
        """Tell where the caret is, and whether it is in another field."""
        super().was_moved()
        self.follow_card()
        self._tell_asking()

    def _tell_asking(self) -> None:
        """An empty field is asked for in paint only: who hears the proof is told its name."""
        told = ""
        if self.proof.shown:
            one = self.proof.shown[self.caret().index]
            told = self.asks(one.block.role) if one.asking else ""
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def follow(self, place: Place, *, jump: bool = False, level: int | None = None) -> None:
        """Show what another view looks at; a card that is not looked at any more closes."""
        super().follow(place, jump=jump, level=level)
        self.follow_card()

    def shows_in_card(self, span: Span) -> bool:
        """Whether the open card shows what stands at a span, so that one need not go there."""
        article = self.card
        if article is None:
            return False
        if span.start == article.at:
            return True
        texts = [line for role in FIELDS[:3] for line in article.heads(role)]
        texts += [name.text for name in article.byline]
        return any(text.span.touches(span) for text in texts if any(p.owned for p in text.pieces))

    def focusNextPrevChild(self, to_next: bool) -> bool:  # noqa: N802
        """Tab goes from field to field; outside the fields to the next view."""
        if self.proof.shown and self.step_field(1 if to_next else -1):
            return True
        return bool(super().focusNextPrevChild(to_next))

    def asks(self, role: Role) -> str:
        """What an empty field asks for."""
        if role is Role.HEADLINE:
            return self._asks
        named = self.tr("+ {0}").format(words.role(role))
        article = self.card
        if role is Role.BYLINE and article is not None and article.byline:
            names = "、".join(name.text.text for name in article.byline)
            return self.tr("{0} ({1} stands in the dateline)").format(named, names)
        return named


def _nth(shown: tuple[Shown, ...], index: int) -> int:
    """How many blocks of its kind stand before a block in its article."""
    one = shown[index].block
    same = (s for s in shown[:index] if s.block.article == one.article)
    return sum(1 for s in same if s.block.role is one.role)


def _index_of(shown: tuple[Shown, ...], one: Shown, nth: int) -> int | None:
    """The index of the block that is the `nth` of its kind in its article."""
    kind = (one.block.article, one.block.role)
    own = [i for i, s in enumerate(shown) if (s.block.article, s.block.role) == kind]
    return own[nth] if nth < len(own) else None
