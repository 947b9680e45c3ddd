"""English text broken into lines: letters of their own widths, hyphenation, and what is printed.

Hyphenation is as careless as cheap typesetters are: between vowel and consonant groups.
"""

from __future__ import annotations

import random
import re

from editor.analysis.metrics import latin_width

_SYLLABLE = re.compile(
    r"(?<=[aeiouy])(?=[^aeiouy\W\d_][aeiouy])|(?<=[^aeiouy\W\d_])(?=[^aeiouy\W\d_][aeiouy])"
)
_PIECE = re.compile(r"[^\s—–/-]*[—–/-]+(?=[^\s—–/-])|\S+")


class Face:
    """The widths of one face: a known one's letters, each off by its own few per cent."""

    def __init__(self, name: str, chance: random.Random, spread: float) -> None:
        self.name, self.chance, self.spread = name, chance, spread
        self.widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a text in em."""
        total = 0.0
        for char in text:
            if char not in self.widths:
                off = self.chance.uniform(-self.spread, self.spread)
                self.widths[char] = latin_width(char, self.name) * (1 + off)
            total += self.widths[char]
        return total


def syllables(word: str) -> list[int]:
    """Where a plain word of small letters may be cut."""
    core = word.strip("\"“”’'().,;:?!")
    if len(core) < 6 or not core.isalpha() or not core.islower():
        return []
    base = word.index(core)
    return [base + m.start() for m in _SYLLABLE.finditer(core) if 2 <= m.start() <= len(core) - 3]


def lines_of(
    text: str, measures: list[float], face: Face, *, hyphenate: bool, indent: float
) -> list[tuple[str, bool]]:
    """Lines of one paragraph: (as printed, whether its last hyphen is only the line end's).

    `measures`: the width of each line in em, the last for all further ones.
    """
    found: list[tuple[str, bool]] = []
    line = ""
    pieces: list[tuple[str, bool]] = []  # text, whether a space stands before it
    for word in text.split():
        parts = _PIECE.findall(word)
        pieces += [(part, number == 0) for number, part in enumerate(parts)]
    at = 0
    while at < len(pieces):
        room = measures[min(len(found), len(measures) - 1)] - (0.0 if found else indent)
        piece, spaced = pieces[at]
        glue = " " if spaced and line else ""
        if face.width(line + glue + piece) <= room or (not line and len(piece) < 3):
            line += glue + piece
            at += 1
            continue
        cut = 0
        if hyphenate or not line:
            for place in syllables(piece):
                if face.width(line + glue + piece[:place] + "-") <= room:
                    cut = place
        if cut:
            found.append((line + glue + piece[:cut] + "-", True))
            pieces[at] = (piece[cut:], False)
            line = ""
        elif not line:
            line = piece
            at += 1
            continue
        else:
            found.append((line, False))
            line = ""
    if line:
        found.append((line, False))
    return found


def joined(lines: list[tuple[str, bool]]) -> str:
    """The paragraph as it reads without its line ends."""
    text = ""
    for number, (line, cut) in enumerate(lines):
        text += line[:-1] if cut else line
        if number < len(lines) - 1 and not cut and line[-1] not in "-—–/":
            text += " "
    return text
