"""How wide print is, in em: an interval, for punctuation may be squeezed and spaces are guesses.

A Chinese character takes 1 em, half-width digits and Latin letters about a half. Full-width
punctuation takes 1 em and may be squeezed to a half; marks that stand side by side usually are.
Spaces that extraction put between Chinese and Latin take a quarter of an em or nothing.
"""

from __future__ import annotations

from typing import NamedTuple

OPENING = "（《〈「『“‘【〔［｛([{"
CLOSING = "，。、；：？！）》〉」』”’】〕］｝,.;:?!)]}%％‰℃°"
FULL_MARKS = frozenset("，。、；：？！（）《》〈〉「」『』“”‘’【】〔〕［］｛｝")
STOPS = "。！？!?"
_WIDE_MARKS = frozenset("—…·～○●◎□■△▲◆★☆※")

LATIN_EM = 0.5
SPACE_EM = 0.25


class Extent(NamedTuple):
    """Width of a stretch of print in em: squeezed, close-set (`natural`), and set full."""

    low: float
    natural: float
    high: float


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (the BMP blocks, extension A, and the planes)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char >= "\U00020000"


class _Widths(dict[str, tuple[float, float]]):
    """(low, high) of one character, filled as characters are met."""

    def __missing__(self, char: str) -> tuple[float, float]:
        if char in FULL_MARKS:
            found = (0.5, 1.0)
        elif is_han(char) or char in _WIDE_MARKS or "\u3000" < char <= "\u30ff":
            found = (1.0, 1.0)
        elif "\uff01" <= char <= "\uff5e" or char == "\u3000":
            found = (0.5, 1.0)
        elif char.isspace():
            found = (0.0, SPACE_EM)
        elif ord(char) < 0x250:
            found = (LATIN_EM, LATIN_EM)
        else:
            found = (0.5, 1.0)
        self[char] = found
        return found


WIDTHS = _Widths()

# Relative widths of Latin letters in a usual text face, in em: for spaced scripts, where the
# sum over a line must be near the truth.
_LATIN = {
    **dict.fromkeys("iljft.,;:'|!()[]I-’‘", 0.30),
    **dict.fromkeys('rs"“”', 0.40),
    **dict.fromkeys("mwMW", 0.80),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.66),
    " ": 0.25,
    "—": 1.0,
}


def latin_width(text: str) -> float:
    """Width in em of text in a spaced script."""
    return sum(_LATIN.get(char, 0.5) for char in text)


def extent(text: str) -> Extent:
    """The width of a line of Chinese print (spaces at its ends not counted)."""
    low = high = 0.0
    pairs = 0
    marked = False
    for char in text:
        narrow, wide = WIDTHS[char]
        low += narrow
        high += wide
        mark = char in FULL_MARKS
        if mark and marked:
            pairs += 1
        marked = mark
    return Extent(low, max(low, high - 0.5 * pairs), high)


def first_unit(text: str) -> Extent:
    """The width of what a line's start cannot be cut from: opening marks, one character, closers.

    A number may be cut or not: low counts its first digit, high all of it.
    """
    at, size = 0, len(text)
    while at < size and text[at] in OPENING:
        at += 1
    head = at
    if at < size:
        at += 1
        if not is_han(text[head]) and text[head].isascii() and text[head].isalnum():
            while at < size and text[at].isascii() and (text[at].isalnum() or text[at] in ".,-%"):
                at += 1
    while at < size and text[at] in CLOSING:
        at += 1
    if at < size and text[at] in "—…" and text[at - 1] == text[at]:
        at += 1
    whole = extent(text[:at])
    least = extent(text[: head + 1])
    return Extent(min(least.low, whole.low), whole.natural, whole.high)
