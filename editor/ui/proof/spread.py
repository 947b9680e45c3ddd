"""Lines of Chinese with Latin words in them: what is left of the line goes between all characters.

Qt fills a line that has a blank behind a Latin word with that blank alone, however wide it gets,
and a line without one between the letters of its words too. Chinese is filled between its
characters, and at the edges of words (CLREQ 3.2.3). So the white is given out here beforehand, as
letter spacing, and there is nothing left for Qt to fill. The text is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

MOST = 1.5
"""White between two characters, in em: more is left to Qt."""
FEW = 2
"""So many places for white a line has at the least: with fewer, Qt's way is no worse."""
SLACK = 0.12
"""Em that are left to Qt: a last letter may hang over, and Qt counts that not always alike."""
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[!-~\u00a1-\u024f]")
_KEPT = "—…⸺"
"""Marks of two characters that are one in a face: they stay as they are."""

Part = tuple[int, int, QTextCharFormat]
"""From where to where (`out_at`) text looks otherwise than its paragraph."""
Line = tuple[int, int, float]
"""Where a line begins and ends (`out_at`), and how many pixels of it are not filled."""
White = tuple[int, int, float]
"""From where to where each character gets so many pixels of white behind it."""


def wants(text: str) -> bool:
    """Whether a paragraph has Latin words among Chinese ones, all of them of Qt's plane."""
    return bool(_LATIN.search(text) and _HAN.search(text)) and max(text) <= "\uffff"


def whites(text: str, lines: Sequence[Line], em: int) -> tuple[White, ...]:
    """What a paragraph's lines are filled with; `em` in pixels. The last line is not full."""
    return tuple(white for line in lines[:-1] for white in _whites(text, *line, em))


def lines(
    text: str, font: QFont, parts: Sequence[Part], width: float, indent: float, *, paper: bool
) -> list[Line]:
    """The lines of a justified paragraph, set in `font` but for its `parts`.

    `width` of the lines and `indent` of the first in pixels; `paper`: with the metrics of paper.
    """
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(paper)
    layout.setTextOption(option)
    ranges = []
    for start, end, look in parts:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, look
        ranges.append(one)
    layout.setFormats(ranges)
    found: list[Line] = []
    layout.beginLayout()
    line, room = layout.createLine(), width - indent
    while line.isValid():
        line.setLineWidth(room)
        start = line.textStart()
        found.append((start, start + line.textLength(), room - line.naturalTextWidth()))
        line, room = layout.createLine(), width
    layout.endLayout()
    return found


def _whites(text: str, start: int, end: int, left: float, em: int) -> Iterator[White]:
    """The white of the line from `start` to `end`, of which `left` pixels are not filled."""
    last = start + len(text[start:end].rstrip()) - 1
    if not wants(text[start:end]):
        return
    places = [at for at in range(start, last) if _ends(text[at])]
    if len(places) < FEW:
        return
    each = (left - SLACK * em) / len(places)
    if not 0 < each <= MOST * em:
        return
    begin = before = places[0]
    for at in (*places[1:], len(text) + 1):
        if at != before + 1:
            yield begin, before + 1, each
            begin = at
        before = at


def _ends(mark: str) -> bool:
    """Whether white may come behind a character: words and dashes are set whole."""
    return mark not in _KEPT and not _WORD.match(mark)
