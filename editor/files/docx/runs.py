"""Which font a character is set in: text split into runs that do or do not ask for Chinese.

Some marks (“ ” ‘ ’ — … · and others) are one character in Chinese and in Latin print. Word
sets them from the Latin font unless their run says `w:hint="eastAsia"`; so a run says it where
its text is Chinese or such a mark stands in Chinese surroundings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

_WHITE = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")


def fit_for_xml(text: str) -> str:
    """`text` with what XML cannot hold made visible (U+FFFD); control white becomes a space."""
    return _UNFIT.sub("\ufffd", _WHITE.sub(" ", text.replace("\r", "\n")))


@cache
def _kind(mark: str) -> str:
    """`east`, `latin`, or `both` where the surroundings tell; white space goes along."""
    if mark in " \t\n\xa0":
        return "white"
    width = unicodedata.east_asian_width(mark)
    if width in "WF" or "\ue000" <= mark <= "\uf8ff":
        return "east"
    if width == "A" and not mark.isalpha():
        return "both"
    return "latin"


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether its run asks for the Chinese font.

    A mark that could be either is Latin only between Latin neighbours; the edges of the text
    count as Chinese where there is any Chinese in it.
    """
    kinds = [_kind(mark) for mark in text]
    edge = "east" if "east" in kinds or "latin" not in kinds else "latin"
    before, last = [], edge
    for kind in kinds:
        before.append(last)
        last = kind if kind in ("east", "latin") else last
    chinese = [False] * len(text)
    last = edge
    for at in range(len(text) - 1, -1, -1):
        kind = kinds[at]
        if kind in ("east", "latin"):
            chinese[at], last = kind == "east", kind
        else:
            chinese[at] = "east" in (before[at], last)
    for at in range(len(text)):  # white space makes no run of its own
        if kinds[at] == "white" and at:
            chinese[at] = chinese[at - 1]
    found: list[tuple[str, bool]] = []
    for asks, group in groupby(zip(text, chinese, strict=True), key=lambda pair: pair[1]):
        found.append(("".join(mark for mark, _ in group), asks))
    return found
