"""Headlines on a sheet break as in Word: into even lines, between words.

The text is not touched: a measure is found at which Qt, filling line after line, cuts no word.
Before Chinese words are known, lines break at spaces and marks where that is enough.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from editor.files.docx import headline
from editor.ui import word_steps

STEP = 0.5
"""By how much of an em measures are tried."""


def measure(text: str, font: QFont, room: int) -> float:
    """How wide lines may get, in pixels up to `room`; all of it where no measure is better."""
    return _measure(text, font.key(), font.pixelSize(), room, word_steps.known())


@lru_cache(maxsize=512)
def _measure(text: str, key: str, em: int, room: int, known: bool) -> float:
    font = QFont()
    font.fromString(key)
    whole = _ends(text, font, room)
    if len(whole) < 2:
        return room
    kinds = (headline.phrases, headline.words) if known else (headline.phrases,)
    for parts in kinds:
        may = set(accumulate(map(len, parts(text))))
        width = room / len(whole)
        while width < room:
            ends = _ends(text, font, width)
            if len(ends) == len(whole) and may.issuperset(ends):
                return width
            width += STEP * em
    return room


def _ends(text: str, font: QFont, width: float) -> list[int]:
    """Where each line ends, by code points of what is set."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[int] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        found.append(line.textStart() + line.textLength())
        line = layout.createLine()
    layout.endLayout()
    return found
