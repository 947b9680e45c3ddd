"""How the text of two printed lines is joined, and where shapes lie in raw text."""

from __future__ import annotations

import regex

from editor.analysis.metrics import is_han
from editor.model.structure import Joint

_TAIL_WORD = regex.compile(r"([A-Za-z]+)-$")
_HEAD_WORD = regex.compile(r"[A-Za-z]+")


def running(left: str, right: str, page: str, *, latin: bool) -> Joint:
    """The running joint between a line that ends with `left` and one that starts with `right`.

    Chinese takes nothing between, Latin words a space; numbers that were cut are glued. A
    hyphen at the line's end goes where the page has the word without it elsewhere.
    """
    last, first = left[-1], right[0]
    if (
        is_han(last)
        or is_han(first)
        or not (last.isascii() or latin)
        or not (first.isascii() or latin)
    ):
        return Joint.GLUE
    if latin and last == "\u00ad":
        return Joint.DEHYPHEN
    if latin and last in "-–—" and left[-2:-1].isspace():
        return Joint.SPACE  # a dash that stands by itself
    if latin and last in "-‐":
        # loaded where the first English hyphen is met: the word list is large
        from editor.analysis.english.words import drops_hyphen

        return Joint.DEHYPHEN if drops_hyphen(left, right, page) else Joint.GLUE
    broken = _TAIL_WORD.search(left)
    word = _HEAD_WORD.match(right)
    if broken and word:
        whole = broken.group(1) + word.group()
        if regex.search(rf"\b{whole}\b", page, regex.IGNORECASE):
            return Joint.DEHYPHEN
        return Joint.GLUE
    if last in "-—/(" or first in ")":
        return Joint.GLUE
    if latin:
        return Joint.SPACE
    if (last.isdigit() and first.isdigit()) or first in ",.;:!?%":
        return Joint.GLUE
    wordy = last.isalnum() or last in ",.;:!?)]\"'"
    return Joint.SPACE if wordy and (first.isalnum() or first in "([\"'") else Joint.GLUE


def shape_places(raw: str, shape: str) -> list[int]:
    """For each character of a line's shape its offset in the raw line, and the end's."""
    places, at = [], 0
    for char in shape:
        if char == " ":
            while at < len(raw) and not raw[at].isspace():
                at += 1
            places.append(at)
            while at < len(raw) and raw[at].isspace():
                at += 1
        else:
            while at < len(raw) and raw[at] != char:
                at += 1
            places.append(at)
            at += 1
    places.append(len(raw))
    return places
