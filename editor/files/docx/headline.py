"""A headline that fits: the largest style whose measure holds its lines, and no word cut.

The page's own lines are kept where some style holds them. Else a line is broken into balanced
lines, at its spaces and marks if that is enough, and between words if not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.chinese_words import tokenizer
from editor.files.docx.runs import runs

# A space, or a mark that ends a phrase with what closes behind it.
_PHRASE = re.compile(
    r"\s+|(?<=[，、；：！？。…—,;:!?”’》）」』])(?![，、；：！？。…—,;:!?”’》）」』])"
)
_OPENING = "“‘《（「『〈【(["
_CLOSING = "”’》）」』〉】)]，、；：！？。…—,.;:!?·%％"
_LEANS_BACK = frozenset("的地得了着过们等")
_LEANS_ON = frozenset("与和及或在对为把被让向从第")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Which of the sizes was taken, and the lines as they are set in it."""

    step: int
    lines: tuple[str, ...]


def fitted(lines: Sequence[str], sizes: Sequence[float], measure: float) -> Fitted:
    """The lines in the first of `sizes` (points, falling) that fits them to `measure` (points).

    What fits at none, for one word of it is wider than the measure, is left to Word.
    """
    whole = tuple(line.strip() for line in lines)
    for step, size in enumerate(sizes):
        if all(width(line) * size <= measure for line in whole):
            return Fitted(step, whole)
    for parts in (phrases, words):
        for step, size in enumerate(sizes):
            broken = [balanced(line, measure / size, parts) for line in whole]
            if all(broken):
                return Fitted(step, tuple(part for line in broken for part in line))
    return Fitted(len(sizes) - 1, whole)


def width(text: str) -> float:
    """Width of a line in em, rather too wide than too narrow for Latin letters."""
    total = 0.0
    pieces = runs(text)
    for piece in pieces:
        for mark in piece.text:
            if mark == " ":
                total += 0.5
            elif piece.chinese:
                total += 1.0
            else:
                total += 0.75 if mark.isupper() else 0.6
    return total + 0.25 * sum(a.chinese != b.chinese for a, b in pairwise(pieces))


def balanced(line: str, room: float, parts: Callable[[str], list[str]]) -> list[str]:
    """The line as few lines as fit `room` (em), as even as they can be; none if none fit."""
    if width(line) <= room:
        return [line]
    units = parts(line)
    # best[k][n]: (squares of what the lines leave free, lines) of n units in k lines
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(units)
    for _ in range(len(units)):
        after: list[tuple[float, list[str]] | None] = [None] * (len(units) + 1)
        for start, held in enumerate(best):
            if held is None:
                continue
            for end in range(start + 1, len(units) + 1):
                text = "".join(units[start:end]).strip()
                size = width(text)
                if size > room:
                    break
                cost = held[0] + (room - size) ** 2
                known = after[end]
                if known is None or cost < known[0]:
                    after[end] = (cost, [*held[1], text])
        done = after[-1]
        if done is not None:
            return done[1]
        best = after
    return []


def phrases(line: str) -> list[str]:
    """A line cut behind its spaces and marks."""
    cuts = [0, *(m.end() for m in _PHRASE.finditer(line)), len(line)]
    return [line[a:b] for a, b in pairwise(cuts) if a < b]


def words(line: str) -> list[str]:
    """The words of a line with the marks and particles that lean on them."""
    found: list[str] = []
    holds_next = False
    for word in tokenizer().cut(line):
        leans_back = word[0] in _CLOSING or word in _LEANS_BACK or word.isspace()
        if found and (holds_next or leans_back):
            found[-1] += word
        else:
            found.append(word)
        holds_next = word[-1] in _OPENING or word in _LEANS_ON
    return found
