"""How an article is set on its sheet: faces, sizes, indents and leading, as the Word file has them.

Lengths are in pixels at a scale of 1. The measure is a whole number of em, so that lines of
Chinese come out full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QTextBlockFormat, QTextCharFormat

from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.look.theme import Theme

if TYPE_CHECKING:
    from editor.ui.proof.blocks import Shown

PAD_SIDE, PAD_TOP, PAD_BOTTOM, GAP = 44, 30, 34, 16
PAD_SHARE = 0.09
"""The most of a narrow pane that one margin takes."""
MEASURE = 30
"""The longest measure of a sheet, in em."""


class ProofType:
    """The formats of one theme and one scale."""

    def __init__(self, colours: Theme, scale: float) -> None:
        """Make the fonts; `scale` is 1 at normal size."""
        self.theme = colours
        self.scale = scale
        self.pad_side = round(PAD_SIDE * scale)
        self._fonts: dict[Role, QFont] = {
            Role.KICKER: fonts.song(scale, fonts.KICKER),
            Role.HEADLINE: fonts.hei(scale),
            Role.SUBHEAD: fonts.song(scale, fonts.KICKER),
            Role.BYLINE: fonts.kai(scale),
            Role.CROSSHEAD: fonts.hei(scale, fonts.BODY),
            Role.NOTE: fonts.kai(scale, fonts.BODY),
            Role.CAPTION: fonts.kai(scale, fonts.BYLINE - 1),
        }
        self._body = fonts.song(scale)
        self._dateline = QFont(self._body)
        self._dateline.setBold(True)
        self._fonts[Role.DATELINE] = self._dateline

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
        return columns * em + 2

    def font(self, role: Role) -> QFont:
        """The face of a role."""
        return self._fonts.get(role, self._body)

    def block(self, one: Shown, *, first_sheet: bool) -> QTextBlockFormat:
        """Alignment, indents, leading and the white around a block."""
        role, look = one.block.role, QTextBlockFormat()
        size = self.font(role).pixelSize()
        leading = 1.42 if role.heads else 1.62
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
        if one.first:
            top = self.pad_top if first_sheet else self.pad_bottom + GAP + self.pad_top
        look.setTopMargin(top)
        look.setBottomMargin(bottom)
        return look

    def text(self, role: Role) -> QTextCharFormat:
        """The face and ink of a block's text."""
        look = QTextCharFormat()
        look.setFont(self.font(role))
        ink = self.theme.ink
        if role in (Role.BYLINE, Role.CAPTION, Role.NOTE, Role.DATELINE):
            ink = theme.role_ink(self.theme, role)
        elif role in (Role.KICKER, Role.SUBHEAD):
            ink = self.theme.quiet
        look.setForeground(QBrush(theme.colour(ink)))
        return look

    def parts(self, one: Shown) -> list[tuple[int, int, QTextCharFormat]]:
        """Stretches of a block (`out_at`) that look different from the rest of it."""
        if not one.block.dateline:
            return []
        look = QTextCharFormat()
        look.setFont(self._dateline)
        look.setForeground(QBrush(theme.colour(self.theme.dateline)))
        return [(0, one.block.dateline, look)]
