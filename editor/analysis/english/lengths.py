"""What lengths say where a sentence ends with a full line: whether a paragraph ends there too.

Many paragraphs end clearly, and those nearby tell how long paragraphs are in this article. Where
they leave a stretch of text that may be one paragraph or several, all ways to divide it are
weighed by how usual the lengths are that they make (a renewal process with log-normal lengths),
and each doubtful end gets its share of the ways that have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, log, pi, sqrt

from editor.analysis.english.datelines import dateline
from editor.analysis.english.fill import gap
from editor.analysis.english.furniture import furniture_shape
from editor.analysis.english.names import SURE_BYLINES, own_line
from editor.analysis.english.sentences import abbreviated, inner_stops, opens_low, stops
from editor.analysis.habits import ByLength
from editor.analysis.lines import Line

CLEAR = 0.5
"""Em of room behind the next word that make a paragraph's end clear."""
SPREAD = 0.5
"""Of the logarithm of lengths in one article."""
FAR = 25.0
"""Lines after which a neighbour counts e times less for what is usual here."""
OTHER = 0.3
"""What a neighbour counts across the edge of an article."""
USUAL, TRUST = 6.0, 1.0
"""Lines that a paragraph has on any page, and for how many paragraphs of the page that counts."""
DOUBTFUL = 0.4
"""Share of doubtful ends that are taken for ends before lengths were weighed."""
ROUNDS = 2
LEAST = 0.05
"""No share is less sure than this, either way."""
MOST_ENDS = 40
"""Doubtful ends of one stretch; text with more is weighed in parts."""


@dataclass
class Stretch:
    """Text between two sure starts: its length in full lines, and the doubtful ends inside.

    `ends`: for each, the length before it and the raw place behind it. `edge`: whether an
    article begins with it.
    """

    edge: bool
    length: float = 0.0
    ends: list[tuple[float, int]] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def count(self) -> float:
        """How many paragraphs it is expected to have."""
        return 1.0 + (sum(self.shares) if self.shares else DOUBTFUL * len(self.ends))


def by_length(lines: Sequence[Line], wide: float, indent: float) -> dict[int, ByLength]:
    """What lengths say of the lines that may begin a paragraph, by where they start (raw).

    Only lines before which a paragraph may or may not have ended are named. `wide`: the measure
    in em; `indent`: what first lines lack of it.
    """
    found = list(_stretches(lines, wide, indent))
    if not any(stretch.ends for stretch in found):
        return {}
    whole = sum(stretch.length for stretch in found)
    sentences = sum(
        len(inner_stops(line.text)) + (stops(line.text) and not abbreviated(line.text))
        for line in lines
    )
    often = max(0.05, sentences / max(1.0, whole))
    for _ in range(ROUNDS):
        usual = _usual(found)
        for stretch, mean in zip(found, usual, strict=True):
            stretch.shares = _shares(stretch, mean, often)
    return {
        place: ByLength(log(share / (1 - share)), _ends(mean * often))
        for stretch, mean in zip(found, usual, strict=True)
        for (_, place), share in zip(stretch.ends, stretch.shares, strict=True)
    }


def _ends(sentences: float) -> float:
    """Share of sentence ends that end a paragraph of so many sentences."""
    return min(1 - LEAST, max(LEAST, 1.0 / max(1.0, sentences)))


def _stretches(lines: Sequence[Line], wide: float, indent: float) -> Iterator[Stretch]:
    """The page's running text between sure starts of paragraphs."""
    now, before, edge = Stretch(edge=True), None, True
    for at, line in enumerate(lines):
        if furniture_shape(line.shape):
            continue
        if own_line(line.shape)[0] in SURE_BYLINES:
            edge = True
            continue
        edge = edge or before is None or dateline(line.shape[:90]) is not None
        behind = lines[at + 1] if at + 1 < len(lines) else None
        start = edge or (before is not None and _start(before, line, behind, wide, indent))
        if start is True or len(now.ends) == MOST_ENDS:
            if now.length:
                yield now
            now = Stretch(edge=edge)
        elif start is None:
            now.ends.append((now.length, line.span.start))
        now.length += line.extent.natural / wide
        before, edge = line, False
    if now.length:
        yield now


def _start(a: Line, b: Line, c: Line | None, wide: float, indent: float) -> bool | None:
    """Whether a paragraph starts with line `b` behind `a` and before `c`; None: it may."""
    if opens_low(b.text):
        return False
    room = wide - a.extent.natural - gap(a) - b.unit.high
    if not stops(a.text) or abbreviated(a.text):
        return room > 4 * CLEAR  # a headline's last line
    if room > CLEAR:
        return True
    if b.extent.natural > wide - indent + CLEAR / 2:
        return False
    lacks = c is not None and not stops(b.text) and opens_low(c.text)
    if lacks and c is not None and wide - b.extent.natural - gap(b) - c.unit.high > CLEAR:
        return True  # it lacks an indent
    return None


def _usual(found: Sequence[Stretch]) -> list[float]:
    """Lines of a paragraph around each stretch, by the others and the less the further away."""
    whole, count = USUAL * TRUST, TRUST
    for stretch in found:
        whole, count = whole + stretch.length, count + stretch.count
    page = whole / count
    sums = [(page * TRUST, TRUST)] * len(found)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        length = number = 0.0
        for at, then in pairwise((*order, -1)):
            sums[at] = (sums[at][0] + length, sums[at][1] + number)
            stretch = found[at]
            fade = exp(-stretch.length / FAR)
            crossed = found[then].edge if then > at else stretch.edge
            fade *= OTHER if crossed else 1.0
            length = (length + stretch.length) * fade
            number = (number + stretch.count) * fade
    return [max(1.0, length / number) for length, number in sums]


def _shares(stretch: Stretch, mean: float, often: float) -> list[float]:
    """For each doubtful end the share of the ways to divide the stretch that have it.

    `often`: sentences for each full line: how often a paragraph might end.
    """
    if not stretch.ends:
        return []
    places = [0.0, *(length for length, _ in stretch.ends), stretch.length]
    middle = log(mean) - SPREAD**2 / 2
    last = len(places) - 1

    def usual(first: int, end: int) -> float:
        """How usual a paragraph from one place to another is, against a sentence's end."""
        size = max(0.3, places[end] - places[first])
        off = (log(size) - middle) / SPREAD
        return exp(-off * off / 2) / (size * SPREAD * sqrt(2 * pi) * often) + 1e-9

    ahead, behind = [1.0] + [0.0] * last, [0.0] * last + [1.0]
    for end in range(1, last + 1):
        ahead[end] = sum(ahead[first] * usual(first, end) for first in range(end))
    for first in range(last - 1, -1, -1):
        behind[first] = sum(behind[end] * usual(first, end) for end in range(first + 1, last + 1))
    shares = (ahead[at] * behind[at] / ahead[last] for at in range(1, last))
    return [min(1 - LEAST, max(LEAST, share)) for share in shares]
