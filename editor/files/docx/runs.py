"""Which font a character is set in: text split into runs that do or do not ask for Chinese.

Some marks (“ ” ‘ ’ — … · and others) are one character in Chinese and in Latin print, and only
their surroundings tell which is meant. Word, and LibreOffice from 25.8, set them from the
Chinese font where their run says `w:hint="eastAsia"`. Older LibreOffice does not know the hint:
it sets a mark like the character before it, so that “1227” opens wide and closes narrow. Such
marks are runs of their own, for a character style that names the Chinese font as Latin too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

_WHITE = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_FEW_WORDS = 3  # that a paragraph of a Chinese article may have without being Latin itself


class Run(NamedTuple):
    """Text that is set alike. `stray`: marks that need a style to look Chinese everywhere."""

    text: str
    chinese: bool
    stray: bool = False


def fit_for_xml(text: str) -> str:
    """`text` with what XML cannot hold made visible (U+FFFD); control white becomes a space."""
    return _UNFIT.sub("\ufffd", _WHITE.sub(" ", text.replace("\r", "\n")))


def unfit(text: str) -> int:
    """How many characters `fit_for_xml` replaces by a visible mark."""
    return len(_UNFIT.findall(text))


@cache
def _kind(mark: str) -> str:
    """`east`, `letter`, `digit` or `other` (Latin), `both` for what could be either, `white`."""
    if mark in " \t\n\xa0":
        return "white"
    width = unicodedata.east_asian_width(mark)
    if width in "WF" or "\ue000" <= mark <= "\uf8ff":
        return "east"
    if mark.isalpha() or unicodedata.category(mark).startswith("M"):
        return "letter"
    if width == "A":
        return "both"
    return "digit" if mark.isdigit() else "other"


def is_chinese(text: str, default: bool = True) -> bool:
    """Whether a text is Chinese rather than Latin; `default` where it hardly says."""
    kinds = [_kind(mark) for mark in text]
    east = kinds.count("east")
    words = sum(kind == "letter" for kind, _ in groupby(kinds))
    if not east and words < (_FEW_WORDS if default else 1):
        return default
    return east >= words


def runs(text: str, default: bool = True) -> list[Run]:
    """The text in runs. `default`: whether what it stands in is Chinese.

    In Chinese text a mark is Latin only between Latin letters (It’s; a “smart” city), in Latin
    text it is Chinese only between Chinese characters. White space makes no run of its own.
    """
    kinds = [_kind(mark) for mark in text]
    chinese = _chinese(text, kinds, is_chinese(text, default))
    stray = _strays(text, kinds, chinese)
    found: list[Run] = []
    for (asks, needs), group in groupby(
        zip(text, chinese, stray, strict=True), key=lambda held: held[1:]
    ):
        found.append(Run("".join(mark for mark, _, _ in group), asks, needs))
    return found


def _chinese(text: str, kinds: list[str], chinese: bool) -> list[bool]:
    """For each character whether it is set in the Chinese font."""
    asks = [kind == "east" for kind in kinds]
    start = 0
    for marks, group in groupby(kinds, key=lambda kind: kind in ("both", "white")):
        end = start + len(list(group))
        if marks:
            before = _neighbour(kinds, range(start - 1, -1, -1))
            after = _neighbour(kinds, range(end, len(kinds)))
            if chinese:
                latin = before == after == "letter" and not _touch(kinds[start:end])
                latin = latin or _is_apostrophe(text, kinds, start, end)
            else:
                latin = not (before == after == "east")
            asks[start:end] = [not latin] * (end - start)
        start = end
    for at in range(1, len(kinds)):
        if kinds[at] == "white":
            asks[at] = asks[at - 1]
    return asks


def _neighbour(kinds: list[str], places: range) -> str:
    """The nearest kind that says something: half-width marks are passed over."""
    return next((kinds[at] for at in places if kinds[at] not in ("other", "both", "white")), "")


def _touch(kinds: list[str]) -> bool:
    """Whether two marks stand side by side, as in ”“ and ……: no Latin print has that."""
    return any(a == b == "both" for a, b in pairwise(kinds))


def _is_apostrophe(text: str, kinds: list[str], start: int, end: int) -> bool:
    return (
        text[start:end] == "’"
        and start > 0
        and kinds[start - 1] in ("letter", "digit")
        and kinds[end : end + 1] == ["letter"]
    )


def _strays(text: str, kinds: list[str], chinese: list[bool]) -> list[bool]:
    """Where a program without the hint goes wrong: it sets a mark like what is before it.

    With nothing before it goes by its own language; the marks of Latin-1 (· × ±) are always
    Latin to it.
    """
    stray = [False] * len(text)
    latin = True
    for at, kind in enumerate(kinds):
        if kind == "white":
            stray[at] = at > 0 and stray[at - 1]
        elif kind == "both":
            latin = latin or text[at] < "\u0100"
            stray[at] = latin and chinese[at]
        else:
            latin = kind != "east"
    return stray
