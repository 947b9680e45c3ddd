"""What the page does elsewhere: the second look's evidence, counted from the first look.

A page is decided twice. The first look sees each line by itself and its neighbours; from its
posteriors the page's traits are counted (are there crossheads, do articles open with a dateline
or a byline, end with a signature, have headlines), and the second look weighs each line against
what the page does *elsewhere*: a line's own share is taken out of the count before it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from editor.analysis import labels as lab
from editor.analysis.evidence.shapes import unstopped
from editor.analysis.evidence.view import Found, View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST = 0.15
"""Posteriors below this are no sign of a habit: many small ones would add up to one."""


@dataclass(frozen=True)
class Tally:
    """How often something stood where it could: `yes` of `all`, in posteriors."""

    yes: float
    all: float

    def lack(self, own: float = 0.0) -> float:
        """Log-odds that it is lacking, against even odds; within -2.5 and 0.7.

        `own`: the share in `all` of the line that asks, which lacks it, and is not counted.
        """
        return self._lack(own) if own else self._usual

    @cached_property
    def _usual(self) -> float:
        """The same for the many lines that have no share."""
        return self._lack(0.0)

    def _lack(self, own: float) -> float:
        share = (self.yes + 0.5) / (max(0.0, self.all - own) + 1.0)
        return max(-2.5, min(0.7, log(max(1e-9, 1.0 - share) / 0.5)))


@dataclass(frozen=True)
class Shares:
    """What one line adds to the page's counts."""

    cross: float = 0.0
    start: float = 0.0
    end: float = 0.0
    by_before: float = 0.0
    by_after: float = 0.0


NONE = Shares()


@dataclass(frozen=True)
class Traits:
    """The page's counts, and each line's share in them by the raw place that it starts at."""

    crossheads: float
    marked: Tally
    signed: Tally
    headed: Tally
    led: Tally
    by_before: float
    by_after: float
    own: Mapping[int, Shares]


def _shares(posterior: Floats) -> Iterator[tuple[int, Shares]]:
    """The lines that add something to the counts."""
    import numpy as np

    groups = lab.ids("cross"), lab.ids("article"), lab.ids("art_end")
    sums = [sum(posterior[:, label] for label in group) for group in groups]
    sums += [posterior[:, lab.INDEX[name]] for name in ("By", "Ba")]
    shares = np.stack(sums, axis=1)
    shares[shares < LEAST] = 0.0
    chosen = np.flatnonzero(shares.any(axis=1)).tolist()
    for at, row in zip(chosen, shares[chosen].tolist(), strict=True):
        yield at, Shares(*row)


def counted(view: View, posterior: Floats) -> Traits:
    """The traits of a page, from the posteriors (lines, labels) of its first look."""
    own: dict[int, Shares] = {}
    crossheads = by_before = by_after = 0.0
    start_all = end_all = marked = signed = headed = led = 0.0
    for at, share in _shares(posterior):
        own[view.lines[at].span.start] = share
        crossheads += share.cross
        by_before += share.by_before
        by_after += share.by_after
        if share.start:
            start_all += share.start
            marked += share.start * is_marked(view, at)
            headed += share.start * is_headed(view, at)
            led += share.start * is_led(view, at)
        if share.end:
            end_all += share.end
            signed += share.end * is_signed(view, at)
    return Traits(
        crossheads,
        Tally(marked, start_all),
        Tally(signed, end_all),
        Tally(headed, start_all),
        Tally(led, start_all),
        by_before,
        by_after,
        own,
    )


def is_marked(view: View, at: int) -> bool:
    """Whether a dateline opens the line, or a byline stands above it."""
    if view.dateline(at) is not None:
        return True
    for back in (1, 2):
        if view.byline(at - back)[0]:
            return True
        if not view.furniture(at - back):
            return False
    return False


def is_headed(view: View, at: int) -> bool:
    """Whether what stands above the line could be a headline."""
    for back in range(1, 5):
        if at - back < 0:
            return True
        if view.byline(at - back)[0] or view.furniture(at - back):
            continue
        return unstopped(view, at - back)
    return False


SIGNED_ABOVE = -0.7
"""The most that a missing headline says against a start right below a signature."""


def _signed_above(view: View, at: int) -> bool:
    tail = view.tail(at - 1)
    return tail is not None and tail.form != "weak"


def is_led(view: View, at: int) -> bool:
    """Whether a line of furniture stands right above (a source line, a folio)."""
    return bool(view.furniture(at - 1))


def is_signed(view: View, at: int) -> bool:
    """Whether a byline is glued behind the line, or stands below it."""
    if view.tail(at) is not None or view.byline(at + 1)[0]:
        return True
    return bool(view.furniture(at + 1)) and bool(view.byline(at + 2)[0])


def traits(view: View, at: int) -> Found:
    """How the line, as each thing that it might be, goes with the rest of the page."""
    seen = view.traits
    if seen is None:
        return []
    line = view.lines[at]
    own = seen.own.get(line.span.start, NONE)
    found: Found = []
    if unstopped(view, at):
        others = max(0.0, seen.crossheads - own.cross)
        found.append(("trait.cross", max(-1.4, min(1.4, log(others + 0.25)))))
    if not is_marked(view, at):
        found.append(("trait.unmarked", seen.marked.lack(own.start)))
    if not is_headed(view, at):
        lack = seen.headed.lack(own.start)
        # a signature right above ends an article, whatever follows
        found.append(
            ("trait.headless", max(lack, SIGNED_ABOVE) if _signed_above(view, at) else lack)
        )
    if not is_led(view, at):
        found.append(("trait.unled", seen.led.lack(own.start)))
    if not is_signed(view, at):
        found.append(("trait.unsigned", seen.signed.lack(own.end)))
    if view.byline(at)[0]:
        before = max(0.0, seen.by_before - own.by_before)
        after = max(0.0, seen.by_after - own.by_after)
        found.append(("trait.by_before", max(-2.0, min(2.0, log((before + 0.5) / (after + 0.5))))))
    return found
