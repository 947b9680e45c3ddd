"""What observations look at: the lines of a page, its habits, and shapes found once a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import regex

from editor.analysis.evidence.datelines import Dateline
from editor.analysis.evidence.furniture import normalised
from editor.analysis.evidence.names import NOTHING, Names, Tail
from editor.analysis.evidence.topic import pairs_around
from editor.analysis.habits import PageHabits
from editor.analysis.lines import Line
from editor.analysis.metrics import han_pairs
from editor.analysis.scripts import Remembered, Script

if TYPE_CHECKING:
    from editor.analysis.evidence.glance import Glance, Possible
    from editor.analysis.evidence.traits import Traits

_MARKS = regex.compile("[（《「『【“”）》」』】]")
SPREAD = 10
USUAL = 0.11
"""The share of word pairs that neighbouring stretches of one article usually have in common."""

Found = list[tuple[str, float]]


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    return frozenset(han_pairs(text))


def ahead(lines: Sequence[Line], at: int) -> str:
    """A line with its next two, for shapes that run over a line's end."""
    text = lines[at].shape[:80]
    for line in lines[at + 1 : at + 3]:
        if len(text) >= 60:
            break
        text += "\n" + line.shape[:60]
    return text


class Seen:
    """The shapes of lines, looked for when they are asked for; none beyond the page's ends."""

    def __init__(self, lines: Sequence[Line], habits: PageHabits, read_as: Script) -> None:
        """Nothing is looked for yet."""
        self.possible: Possible | None = None
        """Where the lines' letters leave shapes possible, if that was looked at."""
        self.glance: Glance | None = None
        """All lines at once, if they were looked at so."""
        shapes, count, recurring = read_as.shapes, len(lines), habits.recurring

        def furniture(at: int) -> str:
            if not 0 <= at < count:
                return ""
            shape = lines[at].shape
            known = shapes.furniture(shape)
            if not known and recurring and len(shape) <= 40 and normalised(shape) in recurring:
                known = "recurs"
            return known

        def dateline(at: int) -> Dateline | None:
            shape = lines[at].shape
            if len(shape) <= 40 or shapes.dateline(shape[:90]) is not None:
                return shapes.dateline(ahead(lines, at))
            return None

        def on_page(look: Callable[[str], Any], none: object) -> Callable[[int], Any]:
            return lambda at: look(lines[at].shape) if 0 <= at < count else none

        self.furniture = Remembered(furniture)
        self.dateline = Remembered(dateline)
        self.caption = Remembered(on_page(shapes.caption, ""))
        self.byline = Remembered(on_page(shapes.own_line, ("", NOTHING)))
        self.tail = Remembered(on_page(shapes.glued, None))
        self.words = Remembered(lambda at: shapes.words(lines[at].shape))
        self.marks = Remembered(lambda at: "".join(_MARKS.findall(lines[at].text)))


NOTHING_SEEN: Any = object()


@dataclass
class View:
    """Lines with lazily found shapes. Observations read it and change nothing."""

    lines: Sequence[Line]
    habits: PageHabits
    script: Script
    roster: frozenset[str] = frozenset()
    traits: Traits | None = None
    """What the page does elsewhere; none at the first look."""
    _turns: dict[int, float] = field(default_factory=dict)
    """By the raw place that a line starts at: of the page's own lines, not of cut ones."""
    _echoes: Sequence[float] = ()
    """By line number."""
    seen: Seen = field(default_factory=lambda: NOTHING_SEEN, repr=False, compare=False)
    """The shapes of these lines, as far as they were asked for."""
    furniture: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """The kind of furniture that the line is by its shape or by recurring; "" for none."""
    caption: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """The kind of caption line; "" for none."""
    byline: Callable[[int], tuple[str, Names]] = field(init=False, repr=False, compare=False)
    """Whether the line is a byline, and of which form."""
    tail: Callable[[int], Tail | None] = field(init=False, repr=False, compare=False)
    """The byline glued behind the line's text, if any."""
    dateline: Callable[[int], Dateline | None] = field(init=False, repr=False, compare=False)
    """The dateline that starts at the line; it may end in one of the next two."""
    words: Callable[[int], frozenset[str]] = field(init=False, repr=False, compare=False)
    """What of a line's words can be compared with other lines'."""
    marks: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """The brackets and quotes of a line, in order."""

    def __post_init__(self) -> None:
        """Give out what is asked many times a line at what looking into a table costs."""
        seen = self.seen
        if seen is NOTHING_SEEN:
            seen = self.seen = Seen(self.lines, self.habits, self.script)
        self.furniture, self.caption = seen.furniture.__getitem__, seen.caption.__getitem__
        self.byline, self.tail = seen.byline.__getitem__, seen.tail.__getitem__
        self.dateline, self.words = seen.dateline.__getitem__, seen.words.__getitem__
        self.marks = seen.marks.__getitem__

    def over(self, lines: Sequence[Line]) -> View:
        """The same page over other lines (its own, cut)."""
        return View(lines, self.habits, self.script, self.roster, self.traits, self._turns)

    def ahead(self, at: int) -> str:
        """The line with its next two, for shapes that run over a line's end."""
        return ahead(self.lines, at)

    @cached_property
    def _shapes(self) -> list[str]:
        return [line.shape for line in self.lines]

    def text(self, first: int, last: int) -> str:
        """The shapes of the lines `first` to `last` (exclusive), as far as there are any."""
        return "".join(self._shapes[max(0, first) : max(0, last)])

    def turn(self, at: int) -> float:
        """How much the words change before this line (see `evidence.topic`); 0 inside a line."""
        if not self._turns:
            self._look_around()
        return self._turns.get(self.lines[at].span.start, 0.0)

    def echo(self, at: int) -> float | None:
        """How much of a line's pairs of characters the text around it repeats; None: not counted.

        It is counted for all lines of a page at once, and not for those of a cut one.
        """
        if not self._turns:
            self._look_around()
        return self._echoes[at] if self._echoes else None

    def _look_around(self) -> None:
        found, self._echoes = pairs_around([line.shape for line in self.lines])
        self._turns.update(
            (line.span.start, turn) for line, turn in zip(self.lines, found, strict=True)
        )

    def shift(self, at: int) -> float:
        """How much the words change before this line: 1 wholly, -1 not at all, 0 usual.

        The text of the ten lines before and behind is compared; headlines around the place
        speak of one of the two and are left out.
        """
        last = len(self.lines)
        if at < 3 or at > last - 3:
            return 0.0
        above: set[str] = set()
        for line in range(max(0, at - SPREAD), at):
            above |= self.words(line)
        below: set[str] = set()
        for line in range(at, min(last, at + SPREAD)):
            below |= self.words(line)
        less = min(len(above), len(below))
        if less < 25:
            return 0.0
        share = len(above & below) / less
        return max(-1.0, min(1.0, (USUAL - share) / USUAL))
