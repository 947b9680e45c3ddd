"""What observations look at: the lines of a page, its habits, and shapes found once a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from editor.analysis.evidence.datelines import Dateline
from editor.analysis.evidence.furniture import normalised
from editor.analysis.evidence.names import Names, Tail
from editor.analysis.evidence.topic import turns
from editor.analysis.habits import PageHabits
from editor.analysis.lines import Line
from editor.analysis.metrics import han_pairs
from editor.analysis.scripts import Script

if TYPE_CHECKING:
    from editor.analysis.evidence.traits import Traits

SPREAD = 10
USUAL = 0.11
"""The share of word pairs that neighbouring stretches of one article usually have in common."""

Found = list[tuple[str, float]]


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    return frozenset(han_pairs(text))


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
    _furniture: dict[int, str] = field(default_factory=dict)
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _caption: dict[int, str] = field(default_factory=dict)
    _byline: dict[int, tuple[str, Names]] = field(default_factory=dict)
    _tail: dict[int, Tail | None] = field(default_factory=dict)
    _dateline: dict[int, Dateline | None] = field(default_factory=dict)

    def over(self, lines: Sequence[Line]) -> View:
        """The same page over other lines (its own, cut)."""
        return View(lines, self.habits, self.script, self.roster, self.traits, self._turns)

    def ahead(self, at: int) -> str:
        """The line with its next two, for shapes that run over a line's end."""
        lines = self.lines
        text = lines[at].shape[:80]
        for line in lines[at + 1 : at + 3]:
            if len(text) >= 60:
                break
            text += "\n" + line.shape[:60]
        return text

    @cached_property
    def _shapes(self) -> list[str]:
        return [line.shape for line in self.lines]

    def text(self, first: int, last: int) -> str:
        """The shapes of the lines `first` to `last` (exclusive), as far as there are any."""
        return "".join(self._shapes[max(0, first) : max(0, last)])

    def dateline(self, at: int) -> Dateline | None:
        """The dateline that starts at this line; it may end in one of the next two."""
        if at in self._dateline:
            return self._dateline[at]
        shape = self.lines[at].shape
        dateline = self.script.shapes.dateline
        found = None
        if len(shape) <= 40 or dateline(shape[:90]) is not None:
            found = dateline(self.ahead(at))
        self._dateline[at] = found
        return found

    def furniture(self, at: int) -> str:
        """The kind of furniture that the line is by its shape or by recurring; "" for none."""
        if not 0 <= at < len(self.lines):
            return ""
        known = self._furniture.get(at)
        if known is None:
            shape = self.lines[at].shape
            known = self.script.shapes.furniture(shape)
            recurring = self.habits.recurring
            if not known and recurring and len(shape) <= 40 and normalised(shape) in recurring:
                known = "recurs"
            self._furniture[at] = known
        return known

    def caption(self, at: int) -> str:
        """The kind of caption line; "" for none."""
        if not 0 <= at < len(self.lines):
            return ""
        known = self._caption.get(at)
        if known is None:
            known = self._caption[at] = self.script.shapes.caption(self.lines[at].shape)
        return known

    def byline(self, at: int) -> tuple[str, Names]:
        """Whether the line is a byline, and of which form."""
        if not 0 <= at < len(self.lines):
            return "", Names((), 0.0, False)
        known = self._byline.get(at)
        if known is None:
            known = self._byline[at] = self.script.shapes.own_line(self.lines[at].shape)
        return known

    def tail(self, at: int) -> Tail | None:
        """The byline glued behind the line's text, if any."""
        if not 0 <= at < len(self.lines):
            return None
        if at not in self._tail:
            self._tail[at] = self.script.shapes.glued(self.lines[at].shape)
        return self._tail[at]

    def words(self, at: int) -> frozenset[str]:
        """What of a line's words can be compared with other lines'."""
        known = self._words.get(at)
        if known is None:
            known = self.script.shapes.words(self.lines[at].shape)
            self._words[at] = known
        return known

    def turn(self, at: int) -> float:
        """How much the words change before this line (see `evidence.topic`); 0 inside a line."""
        if not self._turns:
            found = turns([self.words(line) for line in range(len(self.lines))])
            self._turns.update(
                (line.span.start, turn) for line, turn in zip(self.lines, found, strict=True)
            )
        return self._turns.get(self.lines[at].span.start, 0.0)

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
