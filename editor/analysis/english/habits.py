"""What an English page does as a habit: its measures in letters, the indent it lost, its blanks.

A measure is where most lines agree: each line that is not its paragraph's last is narrower than
its measure, and with the next line's first word it would be wider.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from editor.analysis.english.datelines import dateline
from editor.analysis.english.fill import SLACK, gap
from editor.analysis.english.furniture import furniture_shape
from editor.analysis.english.lengths import by_length
from editor.analysis.english.names import own_line
from editor.analysis.english.sense import names_of
from editor.analysis.english.sentences import opens_low, stops
from editor.analysis.evidence.furniture import normalised
from editor.analysis.habits import PageHabits, base_indent, start_odds
from editor.analysis.lines import Line, cut
from editor.analysis.measures import MAX_MEASURES
from editor.analysis.metrics import FACES
from editor.model.source import Source

_CUT_WORD = regex.compile(r"(?<![\w-])([A-Z]?)[a-z]+[-‐]$")
GRID = 0.2
LONG = 20.0
"""Lines wider than this, in em, tell whether a page is broken into lines at all."""
FINE = 0.1
SAMPLE = 20_000
"""Characters of a page by which its face is chosen."""
CROSSHEAD_WORDS, CROSSHEAD_ROOM = 6, 1.5
"""The most words of a crosshead, and the room in em that it leaves behind the next word."""
INDENTS = (1.0, 0.75, 0.0, 0.5, 1.5, 2.0, 2.5, 3.0)
"""Lost indents in em that are tried, the likeliest first."""


def page_habits(lines: Sequence[Line]) -> PageHabits:
    """Count the habits of a page from all its lines, uncut."""
    measures, popularity = _measures(lines)
    indent = _lost_indent(lines, measures)
    small, capitals = _cuts(lines)
    behind = lines[1:]
    counts: dict[int, int] = {}
    for line in behind:
        counts[line.blanks] = counts.get(line.blanks, 0) + 1
    common = max(counts, key=lambda n: (counts[n], -n)) if counts else 0
    base = base_indent(lines)
    own_bylines = sum(own_line(line.shape)[0] == "by" for line in lines)
    return PageHabits(
        script="en",
        measures=measures,
        popularity=popularity,
        blank_share=sum(line.blanks > 0 for line in behind) / max(1, len(behind)),
        blank_odds=_odds([line.blanks > common for line in lines], lines),
        indent_odds=_odds([line.indent >= base + 0.9 for line in lines], lines),
        indent_base=base,
        recurring=_recurring(lines),
        openings=frozenset(),
        common_blank=common,
        own_bylines=own_bylines,
        crossheads=_crossheads(lines, measures[0]),
        slack=_slack(lines, measures[0]),
        lost_indent=indent,
        cuts_small=small,
        cuts_capitals=capitals,
        by_length=by_length(lines, measures[0], indent),
        names=names_of(lines),
        lone_place=_lone_place(lines) if own_bylines > 1 else -1,
    )


def _lone_place(lines: Sequence[Line]) -> int:
    """Where the page's only dateline starts (raw) if it is a place alone; else -1."""
    found = [
        (line.span.start, seen.form)
        for at, line in enumerate(lines)
        if (seen := dateline("\n".join(x.shape for x in lines[at : at + 3])[:90])) is not None
    ]
    return found[0][0] if len(found) == 1 and found[0][1] == "place" else -1


def _odds(flags: Sequence[bool], lines: Sequence[Line]) -> tuple[float, float]:
    """Log-odds (start : no start) of a line with the flag, and of one without it."""
    inside, maybe = [], []
    for at in range(1, len(lines)):
        before, line = lines[at - 1].text, lines[at].text
        if opens_low(line) and not stops(before):
            inside.append(flags[at])
        elif stops(before) and not opens_low(line):
            maybe.append(flags[at])
    return start_odds(inside, maybe)


def _recurring(lines: Sequence[Line]) -> frozenset[str]:
    counts: dict[str, int] = {}
    for line in lines:
        if len(line.shape) <= 50 and not stops(line.text) and line.shape[0].isupper():
            key = normalised(line.shape)
            counts[key] = counts.get(key, 0) + 1
    return frozenset(key for key, n in counts.items() if n >= 2 and len(key) >= 2)


def face_of(text: str) -> str:
    """The face under which the lines that go on fill one measure most evenly."""
    sample = Source(text[: text.find("\n", SAMPLE) + 1 or len(text)])
    uneven = {
        face: _uneven(cut(sample, face=face)) * (1.0 + 0.02 * (face != "book")) for face in FACES
    }
    return min(uneven, key=lambda face: uneven[face])


def _uneven(lines: Sequence[Line]) -> float:
    """By how much lines that go on miss the measure that suits them best, in its parts."""
    import numpy as np

    sure = [(low, high) for low, high, weight in _intervals(lines) if weight == 1.0]
    if not sure:
        return 1.0
    low, high = np.array(sure).T
    wide = np.arange(np.median(low), low.max() + 0.3, FINE / 2)[:, None]
    missed = np.maximum(0.0, low - wide) + np.maximum(0.0, wide - high)
    # a line of another measure is no worse than an em off
    parts = np.minimum(1.0, missed).sum(axis=1) / wide[:, 0]
    return float(parts.min())


def _intervals(lines: Sequence[Line]) -> list[tuple[float, float, float]]:
    """For each line end between lines of text: (least measure, first too wide, weight)."""
    found = []
    for a, b in pairwise(lines):
        if furniture_shape(a.shape) or furniture_shape(b.shape) or a.unbroken:
            continue
        low = a.extent.natural
        # a line between small letters is surely inside a paragraph, and none's first
        inside = opens_low(a.text) and opens_low(b.text) and not stops(a.text)
        weight = 1.0 if inside else 0.25
        found.append((low, low + gap(a) + b.unit.high, weight))
    return found


def _unbroken(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are a line each: nearly all long lines end with a stop, most text is long.

    Of lines that a measure broke, one in five ends with a stop.
    """
    long = [line for line in lines if line.extent.natural > LONG]
    text = sum(line.extent.natural for line in lines)
    return (
        sum(stops(line.text) for line in long) >= 0.8 * len(long)
        and 2 * sum(line.extent.natural for line in long) > text
    )


def _measures(lines: Sequence[Line]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Up to eight column widths in em, each the one that suits most line ends still unexplained.

    On a page whose paragraphs are a line each, one that no line fills.
    """
    if _unbroken(lines):
        return (max(line.extent.natural for line in lines) + LONG,), (1.0,)
    left = _intervals(lines)
    whole = sum(weight for *_, weight in left) or 1.0
    found: list[float] = []
    shares: list[float] = []
    while left and len(found) < MAX_MEASURES:
        votes: dict[int, float] = {}
        for low, high, weight in left:
            for step in range(int((low - SLACK) / GRID) + 1, int((high + SLACK) / GRID) + 1):
                votes[step] = votes.get(step, 0.0) + weight
        if not votes:
            break
        top = max(votes.values())
        if found and top < max(3.0, 0.02 * whole):
            break
        level = [step for step, vote in votes.items() if vote >= top - 1e-9]
        width = _refined(left, GRID * sum(level) / len(level))
        found.append(max(2.0, round(width, 2)))
        shares.append(top / whole)
        left = [x for x in left if not (x[0] <= width + SLACK and x[1] >= width - SLACK)]
    if not found:
        found, shares = [15.0], [1.0]
    total = sum(shares)
    return tuple(found), tuple(max(0.01, share / total) for share in shares)


def _refined(intervals: Sequence[tuple[float, float, float]], width: float) -> float:
    """The width nearby that the lines which surely go on miss least."""
    import numpy as np

    sure = [
        (low, high)
        for low, high, weight in intervals
        if weight == 1.0 and low <= width + 2 * SLACK and high >= width - 2 * SLACK
    ]
    if len(sure) < 5:
        return width
    low, high = np.array(sure).T
    wide = np.arange(width - 0.4, width + 0.4, FINE / 5)[:, None]
    missed = (np.maximum(0.0, low - wide) + np.maximum(0.0, wide - high)).sum(axis=1)
    return float(wide[missed <= missed.min() + 1e-6].mean())


def _slack(lines: Sequence[Line], wide: float) -> float:
    """What widths are wrong by on this page: what nearly all sure lines miss the measure by."""
    missed = sorted(
        max(0.0, low - wide, wide - high)
        for low, high, weight in _intervals(lines)
        if weight == 1.0 and low <= wide + 2 * SLACK and high >= wide - 2 * SLACK
    )
    if len(missed) < 10:
        return SLACK
    return max(0.05, min(SLACK, 0.04 + 1.2 * missed[int(0.95 * len(missed))]))


def _cuts(lines: Sequence[Line]) -> tuple[bool, bool]:
    """Whether words of small letters, and words with a capital, are cut at line ends.

    A page that cuts the latter has a few of them among its cut words.
    """
    small = capitals = 0
    for a, b in pairwise(lines):
        if opens_low(b.text) and (cut_word := _CUT_WORD.search(a.text)):
            if cut_word.group(1):
                capitals += 1
            else:
                small += 1
    return small + capitals > 0, capitals > max(1, 0.04 * small)


def _crossheads(lines: Sequence[Line], wide: float) -> int:
    """Short lines without a stop between a sentence's end and a capital, with room behind."""
    return sum(
        stops(a.text)
        and not stops(b.text)
        and b.text[0].isupper()
        and len(b.text.split()) <= CROSSHEAD_WORDS
        and b.extent.natural + gap(b) + c.unit.high < wide - CROSSHEAD_ROOM
        and not opens_low(c.text)
        and not furniture_shape(b.shape)
        and not own_line(b.shape)[0]
        and not dateline(c.shape[:90])
        for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _lost_indent(lines: Sequence[Line], measures: Sequence[float]) -> float:
    """What first lines lack: the indent that suits the lines behind sure paragraph ends best.

    An end is sure where a sentence stops at a line that is well short of the measure.
    """
    wide = measures[0]
    found: list[tuple[float, float]] = []
    for at in range(1, len(lines) - 1):
        before, line, after = lines[at - 1], lines[at], lines[at + 1]
        short = before.extent.natural + line.unit.high < wide - 1.0
        if stops(before.text) and short and opens_low(after.text) and not stops(line.text):
            low = line.extent.natural
            found.append((wide - low - gap(line) - after.unit.high, wide - low))
    if len(found) < 3:
        return INDENTS[0]

    def missed(indent: float) -> float:
        unusual = 0.3 if indent != INDENTS[0] else 0.0
        return unusual + sum(max(0.0, a - indent - 0.1, indent - b - 0.1) for a, b in found)

    return min(INDENTS, key=lambda indent: (round(missed(indent), 1), INDENTS.index(indent)))
