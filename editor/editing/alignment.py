"""Which character of an old text is which of a new one: printed characters only, in order.

Runs of characters that stand once in both texts are the first to be paired (those that keep their
order), then the same in each gap with shorter runs; what is left is compared whole where it is
small. Line ends and blanks count for nothing, so a text whose lines were broken anew aligns as
well. Long stretches that have nothing in common stay without a partner: time and memory are
bounded by the text's length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

RUNS = (12, 6, 3)
"""Characters of the runs that are looked for."""
WHOLE = 400_000
"""The largest gap that is compared whole: its two lengths multiplied."""
_SAME_LENGTH = 24
"""Gaps of one length up to here are taken for misread characters, one by one."""


def aligned(old: str, new: str) -> dict[int, int]:
    """The `raw_at` in `new` of printed characters of `old`, rising; some have none."""
    here = [at for at, mark in enumerate(old) if not mark.isspace()]
    there = [at for at, mark in enumerate(new) if not mark.isspace()]
    a, b = "".join(old[at] for at in here), "".join(new[at] for at in there)
    return {here[i]: there[j] for i, j in _pairs(a, b).items()}


def aligned_by_bytes(
    old: str, old_starts: Sequence[int], new: str, new_starts: Sequence[int]
) -> dict[int, int]:
    """The same for two texts that are the same bytes read in two encodings.

    Of each code point the byte at which it begins. What begins at the same byte is the same.
    """
    there = {byte: at for at, byte in enumerate(new_starts) if not new[at].isspace()}
    found: dict[int, int] = {}
    last = -1
    for at, byte in enumerate(old_starts):
        place = there.get(byte, -1)
        if place > last and not old[at].isspace():
            found[at] = last = place
    return found


def _pairs(a: str, b: str) -> dict[int, int]:
    found: dict[int, int] = {}
    waiting = [(0, len(a), 0, len(b), 0)]
    while waiting:
        a0, a1, b0, b1, level = waiting.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            found[a0] = b0
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            found[a1] = b1
        if a0 == a1 or b0 == b1:
            continue
        if a1 - a0 == b1 - b0 <= 2:
            found.update(zip(range(a0, a1), range(b0, b1), strict=True))
            continue
        anchors: list[tuple[int, int]] = []
        while not anchors and level < len(RUNS):
            anchors = _anchors(a, b, (a0, a1, b0, b1), RUNS[level])
            level += not anchors
        if not anchors and (a1 - a0) * (b1 - b0) <= WHOLE:
            matcher = SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False)
            for block in matcher.get_matching_blocks():
                anchors += [(a0 + block.a + n, b0 + block.b + n) for n in range(block.size)]
            level = len(RUNS)
        if not anchors:
            if a1 - a0 == b1 - b0 <= _SAME_LENGTH:
                found.update(zip(range(a0, a1), range(b0, b1), strict=True))
            continue
        found.update(anchors)
        ends = [(a0 - 1, b0 - 1), *anchors, (a1, b1)]
        for (p, q), (r, s) in pairwise(ends):
            if r - p > 1 and s - q > 1:
                waiting.append((p + 1, r, q + 1, s, level))
    return found


def _anchors(a: str, b: str, box: tuple[int, int, int, int], run: int) -> list[tuple[int, int]]:
    """Places of runs that stand once on both sides of a gap: the most that keep their order."""
    once_a, once_b = _once(a, box[0], box[1], run), _once(b, box[2], box[3], run)
    pairs = sorted((at, once_b[held]) for held, at in once_a.items() if held in once_b)
    tails: list[int] = []
    at_tail: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(tails, at)
        before[number] = at_tail[length - 1] if length else -1
        tails[length : length + 1] = [at]
        at_tail[length : length + 1] = [number]
    kept: list[tuple[int, int]] = []
    number = at_tail[-1] if at_tail else -1
    while number >= 0:
        kept.append(pairs[number])
        number = before[number]
    return kept[::-1]


def _once(text: str, start: int, end: int, run: int) -> dict[str, int]:
    """The runs that stand once in a stretch, with their places."""
    found: dict[str, int] = {}
    for at in range(start, end - run + 1):
        held = text[at : at + run]
        found[held] = -1 if held in found else at
    return {held: at for held, at in found.items() if at >= 0}
