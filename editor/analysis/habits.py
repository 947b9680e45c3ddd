"""What a page does as a habit, counted from the raw page alone: measures, blanks, indents.

A blank line or an indent is evidence only relative to the page: both are compared between line
ends that surely go on (a line ends in the middle of a sentence) and line ends that may not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

import regex

from editor.analysis.evidence.furniture import normalised
from editor.analysis.fit import INDENT_EM
from editor.analysis.lines import Line
from editor.analysis.measures import measures_of
from editor.analysis.metrics import are_han, is_han
from editor.model.giving_way import paused

if TYPE_CHECKING:
    from editor.analysis.scripts import Shapes

STOP_ENDS = frozenset("。！？!?”’」』…")


class ByLength(NamedTuple):
    """What the lengths of paragraphs around say of a line that may begin one.

    `odds`: log-odds that it does; `ends`: the share of sentence ends here that end a paragraph.
    """

    odds: float
    ends: float

    @property
    def habit(self) -> float:
        """Log-odds that a sentence's end here is a paragraph's."""
        return log(self.ends / (1.0 - self.ends))


@dataclass(frozen=True)
class PageHabits:
    """Page-wide counts. `blank_odds`, `indent_odds`: log-odds of a start with and without one."""

    script: str
    measures: tuple[float, ...]
    popularity: tuple[float, ...]
    blank_share: float
    blank_odds: tuple[float, float]
    indent_odds: tuple[float, float]
    indent_base: float
    recurring: frozenset[str]
    openings: frozenset[str]
    common_blank: int
    own_bylines: int
    """Lines that look like bare names and nothing else."""
    crossheads: int = 0
    """Lines that look like crossheads by their place and length (spaced scripts)."""
    torn: float = 0.0
    """Share of lines ending in a comma that are far from full: extractors tear lines so."""
    slack: float = 0.25
    """What the widths of two lines are wrong by on this page, in em (spaced scripts)."""
    lost_indent: float = INDENT_EM
    """What first lines of paragraphs lack, in em."""
    cuts_small: bool = True
    """Whether words of small letters are cut at line ends (spaced scripts)."""
    cuts_capitals: bool = True
    """Whether words with a capital are, too."""
    by_length: Mapping[int, ByLength] = field(default_factory=dict)
    """Of lines that may begin a paragraph, by where they start (raw)."""
    names: Mapping[str, int] = field(default_factory=dict)
    """Words that always have a capital here, and where the line of the first starts (raw)."""
    lone_place: int = -1
    """Where the only text of several that begins with a place and a dash starts (raw), if one does:
    the page has no datelines as a habit, and it is asked whether that is one."""


def script_of(text: str) -> str:
    """`zh` or `en`: which script most of the page's letters are in."""
    import numpy as np

    codes = np.frombuffer(text[:20_000].encode("utf-32-le"), dtype=np.uint32)
    latin = np.count_nonzero(((codes | 0x20) >= 0x61) & ((codes | 0x20) <= 0x7A))
    return "zh" if np.count_nonzero(are_han(codes)) * 4 >= latin else "en"


def page_habits(lines: Sequence[Line], shapes: Shapes) -> PageHabits:
    """Count the habits of a page from all its lines, uncut."""
    ends = [_ENDS[line.text[-1]] for line in lines]
    measures, popularity, indent = measures_of(lines, [bool(end & GOES_ON) for end in ends], shapes)
    blanks = Counter(line.blanks for line in lines[1:])
    common = blanks.most_common(1)[0][0] if blanks else 0
    share = sum(line.blanks > 0 for line in lines[1:]) / max(1, len(lines) - 1)
    base = base_indent(lines)
    return PageHabits(
        script="zh",
        measures=measures,
        popularity=popularity,
        blank_share=share,
        blank_odds=_odds([line.blanks > common for line in lines], ends),
        indent_odds=_odds([line.indent >= base + 0.9 for line in lines], ends),
        indent_base=base,
        recurring=_recurring(lines),
        openings=_openings(lines, ends),
        common_blank=common,
        own_bylines=sum(_bare_names(line, shapes) for line in paused(lines)),
        torn=_torn(lines, column_of(measures, popularity)),
        lost_indent=indent,
    )


def _bare_names(line: Line, shapes: Shapes) -> bool:
    form, names = shapes.own_line(line.shape)
    return form == "names" and names.score >= 0.85


GOES_ON, STOPS = 1, 2


class _Ends(dict[str, int]):
    """What a line's last character tells; filled as characters are met."""

    def __missing__(self, char: str) -> int:
        # a line that surely ends inside a sentence (and is no headline: it is long)
        goes_on = is_han(char) or char in "，、；,;" or char.islower()
        found = self[char] = GOES_ON * goes_on + STOPS * (char in STOP_ENDS)
        return found


_ENDS = _Ends()


def _odds(flags: Sequence[bool], ends: Sequence[int]) -> tuple[float, float]:
    """Log-odds (start : no start) of a line with the flag, and of one without it."""
    behind = list(zip(flags[1:], ends, strict=False))
    inside = [flag for flag, end in behind if end & GOES_ON]
    maybe = [flag for flag, end in behind if end & STOPS]
    return start_odds(inside, maybe)


def start_odds(inside: Sequence[bool], maybe: Sequence[bool]) -> tuple[float, float]:
    """Log-odds (start : no start) of a line that has something, and of one that has not.

    `inside`: whether lines that surely begin nothing have it; `maybe`: lines that may.
    """
    low = (sum(inside) + 0.5) / (len(inside) + 6)
    # of the line ends after a stop, about three in five are paragraph ends
    mixed = (sum(maybe) + 0.5) / (len(maybe) + 3)
    high = min(0.97, max(low, (mixed - 0.4 * low) / 0.6))
    if high <= low * 1.2 or len(maybe) < 3:
        return 0.0, 0.0
    yes = log(high / low)
    no = log((1 - high) / (1 - low))
    return max(-3.0, min(3.5, yes)), max(-2.5, min(2.0, no))


def base_indent(lines: Sequence[Line]) -> float:
    """The indent that most lines have (layout-keeping extractors shift whole columns)."""
    counts = Counter(line.indent for line in lines)
    return counts.most_common(1)[0][0] if counts else 0.0


_LEVELLED = regex.compile(r"[\s\d〇零一二三四五六七八九十]")
"""What `normalised` changes."""


def _recurring(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that come again: running heads. Rows of a table stand one below another."""
    changed = _LEVELLED.search
    shapes = [x.shape if len(x.shape) <= 40 and x.shape[-1] not in "。，" else "" for x in lines]
    keys = [normalised(shape) if changed(shape) else shape for shape in shapes]
    counts = Counter(key for before, key in pairwise(["", *keys]) if key and key != before)
    return frozenset(key for key, n in counts.items() if n >= 2 and len(key) >= 2)


def _openings(lines: Sequence[Line], ends: Sequence[int]) -> frozenset[str]:
    """First three characters that open three lines or more, each behind a stop or a short line."""
    counts: Counter[str] = Counter()
    for end, line in zip(ends, lines[1:], strict=False):
        if end & STOPS and sum(map(is_han, line.shape[:3])) >= 2:
            counts[line.shape[:3]] += 1
    return frozenset(key for key, n in counts.items() if n >= 3)


FAR = 3.0
"""Em that a line may lack beside the lost indent and a next unit that cannot be broken."""


def column_of(measures: Sequence[float], popularity: Sequence[float]) -> float:
    """The narrowest measure that a fair share of the page is set in, in em."""
    return min(m for m, share in zip(measures, popularity, strict=True) if share >= 0.08)


def far_from_full(line: Line, habits: PageHabits) -> bool:
    """Whether no column of the page is filled by the line, even one with a lost indent."""
    return line.extent.high + 2.0 + FAR < column_of(habits.measures, habits.popularity)


def _torn(lines: Sequence[Line], column: float) -> float:
    ends = [line for line in lines if line.text[-1] in "，、；,;"]
    return sum(line.extent.high + 2.0 + FAR < column for line in ends) / (len(ends) + 2)
