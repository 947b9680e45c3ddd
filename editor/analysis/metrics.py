"""How wide print is, in em: an interval, for punctuation may be squeezed and spaces are guesses.

A Chinese character takes 1 em, half-width digits and Latin letters about a half. Full-width
punctuation takes 1 em and may be squeezed to a half; marks that stand side by side usually are.
Spaces that extraction put between Chinese and Latin take a quarter of an em or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPENING = "（《〈「『“‘【〔［｛([{"
CLOSING = "，。、；：？！）》〉」』”’】〕］｝,.;:?!)]}%％‰℃°"
FULL_MARKS = frozenset("，。、；：？！（）《》〈〉「」『』“”‘’【】〔〕［］｛｝")
STOPS = "。！？!?"
_WIDE_MARKS = frozenset("—…·～○●◎□■△▲◆★☆※")

LATIN_EM = 0.5
SPACE_EM = 0.25


PART = 2**18
"""Characters that are summed in one call: a window waits for each."""


def _summed(widths: Any, codes: Any) -> Any:
    """The width of the text up to each character, the first one's 0 included."""
    import numpy as np

    found = np.zeros(len(codes) + 1)
    for at in range(0, len(codes), PART):
        part = widths[codes[at : at + PART]]
        part[0] += found[at]
        np.cumsum(part, out=found[at + 1 : at + 1 + len(part)])
    return found


def _counted(flags: Any) -> Any:
    """How many of the flags before each place are set, one place more than there are flags."""
    import numpy as np

    found = np.zeros(len(flags) + 1, dtype=np.int64)
    for at in range(0, len(flags), PART):
        part = flags[at : at + PART].astype(np.int64)
        if len(part):
            part[0] += found[at]
            np.cumsum(part, out=found[at + 1 : at + 1 + len(part)])
    return found


class Extent(NamedTuple):
    """Width of a stretch of print in em: squeezed, close-set (`natural`), and set full."""

    low: float
    natural: float
    high: float


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (the BMP blocks, extension A, and the planes)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char >= "\U00020000"


def are_han(codes: NDArray[np.unsignedinteger]) -> NDArray[np.bool_]:
    """The same of many code points."""
    found: NDArray[np.bool_] = (codes >= 0x4E00) & (codes <= 0x9FFF)
    found |= (codes >= 0x3400) & (codes <= 0x4DBF)
    found |= codes >= 0x20000
    return found


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


@lru_cache(maxsize=256)
def _closed_by(mark: str) -> Extent:
    return first_unit("国" + mark)


def opening_unit(text: str) -> Extent:
    """`first_unit` of a whole line: most that are more than one character are it and a mark."""
    if (
        len(text) > 2
        and text[1] in CLOSING
        and is_han(text[0])
        and text[2] not in CLOSING
        and text[2] not in "—…"
    ):
        return _closed_by(text[1])
    return first_unit(text[:40])


ONE = Extent(1.0, 1.0, 1.0)
"""The width of one character that nothing keeps from being parted from what follows."""

SPACED_OUT = 3
"""Spaces in a line from which on it may be print that is spaced out."""
_PLANE = 0x10000
_SPACE, _MARK, _HAN, _CLOSES = 1, 2, 4, 8


@lru_cache(maxsize=1)
def _known() -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """By code point: what it is (255 where it was not met yet), and its low and high width."""
    import numpy as np

    return np.full(_PLANE, 255, dtype=np.uint8), np.zeros((2, _PLANE))


class Measured:
    """The printed lines of a text, found and measured all at once, by code points."""

    def __init__(self, text: str) -> None:
        """Look at each character once."""
        import numpy as np

        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        kinds, widths = _known()
        # what lies beyond the first plane is rare: a line with it is measured by itself
        self._codes = np.minimum(codes, _PLANE - 1).astype(np.uint16)
        found = kinds[self._codes]
        # numpy's own `unique` loads masked arrays with its first call
        for code in sorted(set(self._codes[found == 255].tolist())):
            char = chr(code)
            kinds[code] = (
                _SPACE * char.isspace() + _MARK * (char in FULL_MARKS)
                + _HAN * is_han(char) + _CLOSES * (char in CLOSING)
            )  # fmt: skip
            widths[:, code] = WIDTHS[char]
        self._kinds = kinds[self._codes]

    def rows(self) -> Iterator[Any]:
        """Of each printed line nine things, and a tenth.

        Where it starts and ends, blanks before it in its raw line, blank lines before it, whether
        a form feed stands between, whether it is as its shape has it, whether its first character
        stands alone; of lines that are so the width: low, natural and high.
        """
        import numpy as np

        codes, kinds = self._codes, self._kinds
        ink = np.flatnonzero((kinds & _SPACE) == 0)
        if not len(ink):
            return iter(())
        ends = np.flatnonzero(codes == 10)
        number = np.searchsorted(ends, ink)
        edge = np.flatnonzero(np.diff(number)) + 1
        first = np.concatenate([[0], edge])
        last = np.concatenate([edge, [len(ink)]])
        start, end, line = ink[first], ink[last - 1] + 1, number[first]
        begun = np.where(line > 0, ends[line - 1] + 1 if len(ends) else 0, 0)
        blanks = np.diff(line, prepend=min(int(line[0]), 0)) - 1
        blanks[0] = max(0, int(line[0]) - 1)
        feeds = np.flatnonzero(codes == 12)
        before = np.concatenate([[0], end[:-1]])
        feed = np.searchsorted(feeds, start) > np.searchsorted(feeds, before)
        beyond = _counted(codes == _PLANE - 1)
        plain = (end - start == last - first) & (beyond[end] == beyond[start])
        # a space or two between printed characters are no gap, nor spaced-out print
        gaps = _counted((kinds & _SPACE > 0) & (codes != 32))
        twice = (codes[1:] == 32) & (codes[:-1] == 32)
        wide = np.concatenate([[0], _counted(twice)])
        few = (end - start) - (last - first) < SPACED_OUT
        plain |= (
            few
            & (gaps[end] == gaps[start])
            & (wide[end] == wide[start])
            & (beyond[end] == beyond[start])
        )
        second = kinds[np.minimum(start + 1, end - 1)]
        alone = (kinds[start] & _HAN > 0) & ((second & _CLOSES == 0) | (end - start < 2))
        _, widths = _known()
        low, high = (_summed(row, codes) for row in widths)
        marks = kinds & _MARK > 0
        pairs = _counted(marks[1:] & marks[:-1])
        least, most = low[end] - low[start], high[end] - high[start]
        beside = pairs[end - 1] - pairs[start]
        natural = np.maximum(least, most - 0.5 * beside)
        columns = (start, end, start - begun, blanks, feed, plain, alone, least, natural, most)
        return zip(*(column.tolist() for column in columns), strict=True)
