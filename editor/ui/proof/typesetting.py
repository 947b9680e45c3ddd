"""How an article is set on its sheet: faces, sizes, indents and leading, as the Word file has them.

Lengths are in pixels at a scale of 1. The measure is a whole number of em, so that lines of
Chinese come out full.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from editor.model.structure import Role
from editor.ui.look import fonts, theme
from editor.ui.look.fonts import Face
from editor.ui.look.theme import Theme
from editor.ui.proof import headlines, punctuation, spread
from editor.ui.proof.spread import Line, Part, White

if TYPE_CHECKING:
    from editor.ui.proof.blocks import Shown

PAD_SIDE, PAD_TOP, PAD_BOTTOM, GAP = 44, 30, 34, 16
PAD_SHARE = 0.09
"""The most of a narrow pane that one margin takes."""
HEADS = 1.42
"""The most that the lines of a headline are apart, as a multiple of its size."""
MEASURE = 30
"""The longest measure of a sheet, in em."""
INDENTED = (Role.BODY, Role.NOTE, Role.DATELINE, Role.CROSSHEAD)
"""What begins two em from the edge."""
KEPT = 2000
"""Paragraphs of which it is remembered how their lines are filled."""
Kind = tuple[int, int, Role, bool]
"""A stretch (`out_at`) that is its dateline's or its own, and whether it is half as wide."""


class ProofType:
    """The formats of one theme and one scale."""

    def __init__(
        self, colours: Theme, scale: float, face: Face | None = None, *, paper: float = 0
    ) -> None:
        """Make the fonts; `scale` is 1 at normal size. `paper`: the measure on a printed page."""
        self.theme = colours
        self.face = face or Face()
        self.scale = scale * self.face.size / fonts.BODY
        self.pad_side = round(PAD_SIDE * self.scale)
        size, family = self.scale, self.face.family
        self.width = 0
        """The measure of the sheets in pixels, once there is room for them."""
        self._paper = paper
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
        self._looks: dict[tuple[Role, Role, bool, float], QTextCharFormat] = {}
        self._filled: dict[tuple[object, ...], list[Part]] = {}

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
        if role in INDENTED:
            look.setTextIndent(2 * size)
        if role is Role.BYLINE:
            top, bottom = 6 * self.scale, 8 * self.scale
        elif role is Role.CROSSHEAD:
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
        return self._look(role, role)

    def parts(self, one: Shown) -> list[tuple[int, int, QTextCharFormat]]:
        """Stretches of a block (`out_at`) that look different from the rest of it, in order.

        Those are its dateline, marks that are half as wide as they would stand alone, and lines
        of Chinese with Latin words in them, which are filled here and not by Qt.
        """
        role, kinds = one.block.role, list(self._kinds(one))
        found = [(a, b, self._look(role, part, tight=tight)) for a, b, part, tight in kinds]
        width = self._paper or self.width
        if not width or not self.spreads(one):
            return found
        key = one.text, role, one.block.dateline, width
        held = self._filled.get(key)
        if held is None:
            if len(self._filled) >= KEPT:
                self._filled.clear()
            held = self._filled[key] = self._fill(one, kinds, found, width)
        return held

    def _kinds(self, one: Shown) -> Iterator[Kind]:
        """The dateline and the marks that are halved."""
        role, ends = one.block.role, one.block.dateline
        at = 0
        for mark in (*self._tight(one), len(one.text)):
            if at < min(mark, ends):
                yield at, min(mark, ends), Role.DATELINE, False
            if mark < len(one.text):
                yield mark, mark + 1, Role.DATELINE if mark < ends else role, True
            at = mark + 1

    def spreads(self, one: Shown) -> bool:
        """Whether the lines of a block are filled here: they are to be set anew for other room."""
        role = one.block.role
        return not role.assigned and role is not Role.CAPTION and spread.wants(one.text)

    def _fill(self, one: Shown, kinds: list[Kind], parts: list[Part], width: float) -> list[Part]:
        """The parts of a block with its lines filled; as they are if a line would break elsewhere.

        (Qt counts a letter that hangs over not always alike.)
        """
        font = self.font(one.block.role)
        indent = 2 * font.pixelSize() if one.block.role in INDENTED else 0

        def lines(parts: list[Part]) -> list[Line]:
            return spread.lines(one.text, font, parts, width, indent, paper=bool(self._paper))

        plain = lines(parts)
        whites = spread.whites(one.text, plain, font.pixelSize())
        filled = list(self._spaced(one, kinds, whites)) if whites else parts
        same = [line[:2] for line in lines(filled)] == [line[:2] for line in plain]
        return filled if same else parts

    def _spaced(self, one: Shown, kinds: list[Kind], whites: tuple[White, ...]) -> Iterator[Part]:
        """The same stretches, cut where the white behind characters changes."""
        role = one.block.role
        edges = {0, len(one.text)}
        edges.update(at for start, end, *_ in kinds for at in (start, end))
        edges.update(at for start, end, _ in whites for at in (start, end))
        cuts = sorted(edges)
        left, wide = list(kinds), list(whites)
        for start, end in pairwise(cuts):
            while left and left[0][1] <= start:
                left.pop(0)
            while wide and wide[0][1] <= start:
                wide.pop(0)
            special = bool(left) and left[0][0] <= start
            part, tight = left[0][2:] if special else (role, False)
            white = wide[0][2] if wide and wide[0][0] <= start else 0.0
            if special or white:
                yield start, end, self._look(role, part, tight=tight, white=white)

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

    def _look(
        self, role: Role, part: Role, *, tight: bool = False, white: float = 0
    ) -> QTextCharFormat:
        """The face and ink of a part of a block: its own or its dateline's, made once.

        `white`: pixels behind each character, of which Qt knows sixty-fourths.
        """
        white = int(white * 64) / 64
        look = self._looks.get((role, part, tight, white))
        if look is not None:
            return look
        look = QTextCharFormat()
        font = self.font(part)
        if tight or white:
            font = QFont(font)
            half = font.pixelSize() / 2 if tight else 0
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, white - half)
        look.setFont(font)
        ink = self.theme.ink
        if part is Role.DATELINE:
            ink = self.theme.dateline
        elif part in (Role.BYLINE, Role.CAPTION, Role.NOTE):
            ink = theme.role_ink(self.theme, part)
        elif part in (Role.KICKER, Role.SUBHEAD):
            ink = self.theme.quiet
        look.setForeground(QBrush(theme.colour(ink)))
        self._looks[role, part, tight, white] = look
        return look
