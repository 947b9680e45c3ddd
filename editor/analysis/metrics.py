"""How wide print is, in em: an interval, for punctuation may be squeezed and spaces are guesses.

A Chinese character takes 1 em, half-width digits and Latin letters about a half. Full-width
punctuation takes 1 em and may be squeezed to a half; marks that stand side by side usually are.
Spaces that extraction put between Chinese and Latin take a quarter of an em or nothing.
"""

from __future__ import annotations

from operator import add
from typing import NamedTuple

import regex

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


_HAN_RUN = regex.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0010ffff]{2,}")


def han_pairs(text: str) -> set[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    found: set[str] = set()
    for run in _HAN_RUN.findall(text):
        found.update(map(add, run, run[1:]))
    return found


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


class _Face(dict[str, float]):
    """Widths by letter; half an em where a letter is not named."""

    def __missing__(self, char: str) -> float:
        return 0.5


def _face(*classes: tuple[float, str]) -> _Face:
    return _Face({char: width for width, chars in classes for char in chars})


FACES: dict[str, _Face] = {
    "book": _face(
        (0.19, "'"), (0.23, "|"), (0.25, "ijl"), (0.26, " ,."), (0.28, "/:;\\t’‘"),
        (0.31, "!I[]f"), (0.33, "()-`r"), (0.35, "•"), (0.38, '"'), (0.39, "“”"), (0.44, "*Js"),
        (0.47, "^cz"), (0.5, "?aekvxy"), (0.53, "#$0123456789_bdghnopqu–£€"), (0.57, "+<=>~"),
        (0.58, "FL"), (0.61, "PSTZ"), (0.64, "E"), (0.67, "B"), (0.69, "ACKRVXY"),
        (0.72, "&DHNUw"), (0.75, "GOQ"), (0.81, "m"), (0.86, "%M"), (0.94, "W"), (0.97, "@"),
        (1.0, "—…"),
    ),
    "plain": _face(
        (0.3, "ijlrtfI.,;:'|!()[] ’‘"), (0.4, "-"), (0.7, "mwMW"),
        (0.6, "ABCDEFGHJKLNOPQRSTUVXYZ&"),
        (1.0, "—…"),
    ),
    "typewriter": _Face(),
}  # fmt: skip
"""Advance widths of Latin letters in em, by face; a letter that is not named has half an em.

`book`: the means of Times Roman and Helvetica, as their AFM files give them. `plain`: narrow,
usual and wide letters, and capitals. `typewriter`: all letters alike.
"""


def latin_width(text: str, face: str = "book") -> float:
    """Width in em of text in a spaced script; over a line the sum is near the truth."""
    return sum(map(FACES[face].__getitem__, text))


SYLLABLE = 4
"""Letters that a hyphenated word's first part is taken to have."""


def first_word(text: str, face: str = "book") -> Extent:
    """The width of what a line of a spaced script begins with, with the space before it.

    High and natural: all of the word; low: the least of it.

    A word may be cut behind a hyphen or dash inside it, a long one also by hyphenation.
    """
    word = text.split(" ", 1)[0]
    space = latin_width(" ", face)
    whole = space + latin_width(word, face)
    cuts = [at for at in (word.find(mark, 1) for mark in "-—–/") if 0 < at < len(word) - 1]
    if cuts:
        least = space + latin_width(word[: min(cuts) + 1], face)
    else:
        long = len(word) > SYLLABLE + 2
        least = space + latin_width(word[:SYLLABLE] + "-", face) if long else whole
    return Extent(least, whole, whole)


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
