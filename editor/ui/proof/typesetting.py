"""How an article is set on its sheet: faces, sizes, indents and leading, as the Word file has them.

Lengths are in pixels at a scale of 1. The measure is a whole number of em, so that lines of
Chinese come out full.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.look.fonts import Face
from editor.ui.look.theme import Theme
from editor.ui.proof import headlines, punctuation

if TYPE_CHECKING:
    from editor.ui.proof.blocks import Shown

PAD_SIDE, PAD_TOP, PAD_BOTTOM, GAP = 44, 30, 34, 16
PAD_SHARE = 0.09
"""The most of a narrow pane that one margin takes."""
HEADS = 1.42
"""The most that the lines of a headline are apart, as a multiple of its size."""
MEASURE = 30
"""The longest measure of a sheet, in em."""


class ProofType:
    """The formats of one theme and one scale."""

    def __init__(self, colours: Theme, scale: float, face: Face | None = None) -> None:
        """Make the fonts; `scale` is 1 at normal size."""
        self.theme = colours
        self.face = face or Face()
        self.scale = scale * self.face.size / fonts.BODY
        self.pad_side = round(PAD_SIDE * self.scale)
        size, family = self.scale, self.face.family
        self.width = 0
        """The measure of the sheets in pixels, once there is room for them."""
        self._fonts: dict[Role, QFont] = {
            Role.KICKER: fonts.song(size, fonts.KICKER, family),
            Role.HEADLINE: fonts.hei(size),
            Role.SUBHEAD: fonts.song(size, fonts.KICKER, family),
            Role.BYLINE: fonts.kai(size),
            Role.CROSSHEAD: fonts.hei(size, fonts.BODY),
            Role.NOTE: fonts.kai(size, fonts.BODY),
            Role.CAPTION: fonts.kai(size, fonts.BYLINE - 1),
        }
        self._body = fonts.song(size, fonts.BODY, family)
        self._dateline = QFont(self._body)
        self._dateline.setBold(True)
        self._fonts[Role.DATELINE] = self._dateline
        self._squares: dict[tuple[Role, str], bool] = {}
        self._looks: dict[tuple[Role, Role, bool], QTextCharFormat] = {}

    @property
    def em(self) -> int:
        """Width of one character of the body, in pixels."""
        return self._body.pixelSize()

    @property
    def pad_top(self) -> int:
        """White over the first line of a sheet."""
        return round(PAD_TOP * self.scale)

    @property
    def pad_bottom(self) -> int:
        """White under the last line of a sheet."""
        return round(PAD_BOTTOM * self.scale)

    def text_width(self, room: int) -> int:
        """The measure that fits into `room` pixels with its margins: whole em, plus a hair.

        Where there is little room, the margins give way first.
        """
        em = self.em
        self.pad_side = round(max(14, min(PAD_SIDE * self.scale, room * PAD_SHARE)))
        columns = max(8, min(MEASURE, (room - 2 * self.pad_side - 2 * GAP) // em))
        self.width = columns * em + 2
        return self.width

    def font(self, role: Role) -> QFont:
        """The face of a role."""
        return self._fonts.get(role, self._body)

    def block(self, one: Shown, *, first_sheet: bool) -> QTextBlockFormat:
        """Alignment, indents, leading and the white around a block."""
        role, look = one.block.role, QTextBlockFormat()
        size = self.font(role).pixelSize()
        leading = min(HEADS, self.face.leading) if role.heads else self.face.leading
        look.setLineHeight(
            round(size * leading), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        top = bottom = 0.0
        if role.assigned or role is Role.CAPTION:
            look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        else:
            look.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if role in (Role.BODY, Role.NOTE, Role.DATELINE):
            look.setTextIndent(2 * self.font(role).pixelSize())
        if role is Role.BYLINE:
            top, bottom = 6 * self.scale, 8 * self.scale
        elif role is Role.CROSSHEAD:
            look.setTextIndent(2 * size)
            top = bottom = 6 * self.scale
        elif role is Role.CAPTION:
            top = 8 * self.scale
        elif role.heads:
            bottom = 2 * self.scale
        if role.heads and self.width and one.text:
            side = (self.width - headlines.measure(one.text, self.font(role), self.width)) / 2
            look.setLeftMargin(side)
            look.setRightMargin(side)
        if one.first:
            top = 0 if first_sheet else self.pad_bottom + GAP + self.pad_top
        look.setTopMargin(top)
        look.setBottomMargin(bottom)
        return look

    def text(self, role: Role) -> QTextCharFormat:
        """The face and ink of a block's text."""
        return self._look(role, role, tight=False)

    def parts(self, one: Shown) -> list[tuple[int, int, QTextCharFormat]]:
        """Stretches of a block (`out_at`) that look different from the rest of it, in order.

        Those are its dateline, and marks that are half as wide as they would stand alone.
        """
        role, ends = one.block.role, one.block.dateline
        found: list[tuple[int, int, QTextCharFormat]] = []
        at = 0
        for mark in (*self._tight(one), len(one.text)):
            if at < min(mark, ends):
                found.append((at, min(mark, ends), self._look(role, Role.DATELINE, tight=False)))
            if mark < len(one.text):
                part = Role.DATELINE if mark < ends else role
                found.append((mark, mark + 1, self._look(role, part, tight=True)))
            at = mark + 1
        return found

    def _tight(self, one: Shown) -> Iterator[int]:
        """The marks that are halved: those that are one em wide in this block's face."""
        for at in punctuation.meeting(one.text):
            if self._is_square(one.block.role, one.text[at]):
                yield at

    def _is_square(self, role: Role, mark: str) -> bool:
        held = self._squares.get((role, mark))
        if held is None:
            font = self.font(role)
            held = abs(QFontMetricsF(font).horizontalAdvance(mark) - font.pixelSize()) < 0.5
            self._squares[role, mark] = held
        return held

    def _look(self, role: Role, part: Role, *, tight: bool) -> QTextCharFormat:
        """The face and ink of a part of a block: its own or its dateline's, made once."""
        look = self._looks.get((role, part, tight))
        if look is not None:
            return look
        look = QTextCharFormat()
        font = self.font(part)
        if tight:
            font = QFont(font)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -font.pixelSize() / 2)
        look.setFont(font)
        ink = self.theme.ink
        if part is Role.DATELINE:
            ink = self.theme.dateline
        elif part in (Role.BYLINE, Role.CAPTION, Role.NOTE):
            ink = theme.role_ink(self.theme, part)
        elif part in (Role.KICKER, Role.SUBHEAD):
            ink = self.theme.quiet
        look.setForeground(QBrush(theme.colour(ink)))
        self._looks[role, part, tight] = look
        return look
