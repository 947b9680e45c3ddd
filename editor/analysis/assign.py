"""Heading lines to bodies: which article each headline and byline line belongs to.

Between two bodies stands a run of heading lines; a cut somewhere in it (or at one of its ends)
gives what is above to the body before and what is below to the body after. All cuts of a page
are chosen together: the page's habit, words that line and body share, one headline to a body.
Lines gathered at the page's end go to the bodies that have none, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from editor.analysis.metrics import han_pairs
from editor.model.giving_way import paused

HABITS = ("before", "after", "mixed")
KEEPS_HABIT = 2.0
BOTH_SIDES = -5.0
NO_HEADLINE = -2.2
LONG_BLOCK = -1.6
SHARED = 5.0
BYLINE_SIDE = 2.5
SECOND_BYLINE = -3.0
INNER_CUT = -2.5


@dataclass(frozen=True)
class Element:
    """One heading line, named by the raw place it starts at (`key`).

    `side`: -1 where a byline's label says "after its body", +1 before; -3 for one in brackets,
    which stands behind its body for sure; 0 for a headline.
    """

    key: int
    text: str
    byline: bool
    side: int


@dataclass(frozen=True)
class Body:
    """One article's body as assignment sees it: where it starts, its text, its own byline."""

    key: int
    text: str
    has_byline: bool


Slot = tuple[Element, ...]
Alike = dict[tuple[int, int], float]
"""What a line and a body share, by their keys."""
Known = dict[tuple[int, int, int], "_Terms"]
"""What was found of a body, by its number and the cuts around it: the same for all habits."""


@dataclass(frozen=True)
class Assignment:
    """Which body (index) each element belongs to, by its key; and the page's habit."""

    owner: dict[int, int | None]
    habit: str
    cuts: dict[tuple[int, ...], int]
    """For each run, named by its element keys and its two bodies: where it was cut."""


@lru_cache(maxsize=64)
def pairs_of(text: str) -> frozenset[str]:
    """Neighbouring pairs of Chinese characters, and Latin words."""
    found = han_pairs(text)
    if text.isascii() or len(found) < 2:
        found.update(word for word in text.lower().split() if len(word) > 3)
    return frozenset(found)


def shared(line: str, body: Body) -> float:
    """Share of the line's word pairs that the body has; those in its beginning count double."""
    own = pairs_of(line)
    if not own:
        return 0.0
    text, head = body.text, body.text[:140]
    if all(len(pair) == 2 for pair in own):  # characters: the text itself tells what it has
        found = sum(2 if pair in head else pair in text for pair in own)
    else:
        whole, first = pairs_of(text), pairs_of(head)
        found = sum((pair in whole) + (pair in first) for pair in own)
    return found / (2 * len(own))


def assign(
    bodies: Sequence[Body],
    slots: Sequence[Slot],
    *,
    habit: str = "",
    pinned: dict[tuple[int, ...], int] | None = None,
    firm: bool = False,
) -> Assignment:
    """Assign the elements of each slot (slot k stands before body k; the last behind all).

    With `habit` only that one is tried; `firm`: no headline stands elsewhere, for a person said
    so. `pinned` cuts (by `slot_key`) stand.
    """
    pinned = pinned or {}
    if not bodies:
        return Assignment({e.key: None for slot in slots for e in slot}, habit or "none", {})
    gathered = _gathered(bodies, slots)
    if gathered is not None and habit in ("", "gathered"):
        return gathered
    best: tuple[float, list[int], str] | None = None
    alike: Alike = {}
    known: Known = {}
    for name in (habit,) if habit in HABITS else HABITS:
        score, cuts = _cut(bodies, slots, name, pinned, alike, known, firm=firm)
        if name == "mixed" and not habit:
            score -= 2.0
        if best is None or score > best[0]:
            best = (score, cuts, name)
    assert best is not None
    _, cuts, name = best
    owner: dict[int, int | None] = {}
    named: dict[tuple[int, ...], int] = {}
    for at, (slot, where) in enumerate(zip(slots, cuts, strict=True)):
        for number, element in enumerate(slot):
            owner[element.key] = at - 1 if number < where else at
        if slot:
            named[slot_key(bodies, slots, at)] = where
    return Assignment(owner, name, named)


def slot_key(bodies: Sequence[Body], slots: Sequence[Slot], at: int) -> tuple[int, ...]:
    """Names a run by its lines and the bodies around it, so that a base cut can be kept."""
    before = bodies[at - 1].key if at else -1
    after = bodies[at].key if at < len(bodies) else -1
    return (before, after, *(element.key for element in slots[at]))


def _cut(
    bodies: Sequence[Body],
    slots: Sequence[Slot],
    habit: str,
    pinned: dict[tuple[int, ...], int],
    alike: Alike,
    known: Known,
    *,
    firm: bool,
) -> tuple[float, list[int]]:
    """Best cut of every slot by dynamic programming; a body joins two neighbouring slots."""
    options: list[list[int]] = []
    for at, slot in enumerate(slots):
        low = 0
        high = len(slot) if at else 0
        if at == len(bodies):
            low = len(slot)
        if firm:
            low, high = _on_its_side(slot, habit, low, high)
        key = slot_key(bodies, slots, at)
        keep = pinned.get(key)
        if keep is not None and low <= keep <= high:
            options.append([keep])
        else:
            options.append(list(range(low, high + 1)))
    scores = dict.fromkeys(options[0], 0.0)
    back: list[dict[int, int]] = []
    for at in paused(range(1, len(slots))):
        fresh: dict[int, float] = {}
        from_where: dict[int, int] = {}
        for where in options[at]:
            best, source = None, 0
            if len(options[at]) == len(scores) == 1:  # nothing to choose here
                fresh[where], from_where[where] = next(iter(scores.values())), next(iter(scores))
                continue
            inner = _inner_cut(slots[at], where)
            for earlier, score in scores.items():
                terms = known.get((at, earlier, where))
                if terms is None:
                    above, below = slots[at - 1][earlier:], slots[at][:where]
                    terms = _terms(bodies[at - 1], above, below, alike)
                    known[at, earlier, where] = terms
                total = score + inner + terms.score(habit)
                if best is None or total > best:
                    best, source = total, earlier
            fresh[where], from_where[where] = best or 0.0, source
        scores = fresh
        back.append(from_where)
    where = max(scores, key=lambda w: scores[w])
    total = scores[where]
    cuts = [where]
    for table in reversed(back):
        where = table[where]
        cuts.append(where)
    return total, cuts[::-1]


def _on_its_side(slot: Slot, habit: str, low: int, high: int) -> tuple[int, int]:
    """The lowest and highest cut of a run that leaves its headline lines where they all stand."""
    heads = [number for number, element in enumerate(slot) if not element.byline]
    if heads and habit == "before":
        return low, max(low, min(high, heads[0]))
    if heads and habit == "after":
        return min(high, max(low, heads[-1] + 1)), high
    return low, high


def _inner_cut(slot: Slot, where: int) -> float:
    """The price of cutting a run between two headline lines that stand together."""
    if 0 < where < len(slot) and not slot[where - 1].byline and not slot[where].byline:
        return INNER_CUT
    return 0.0


def _alike(element: Element, body: Body, known: Alike) -> float:
    """`shared`, asked once for all cuts and habits."""
    key = element.key, body.key
    found = known.get(key)
    if found is None:
        found = known[key] = shared(element.text, body)
    return found


class _Terms(NamedTuple):
    """How well a body goes with lines above it and lines below it, but for the page's habit."""

    first: float
    sides: tuple[tuple[str, float, float], ...]
    """Where headlines stand: on which side, and what their number and their words say."""
    bylines: tuple[float, ...]

    def score(self, habit: str) -> float:
        """All of it on a page with a habit."""
        score = self.first
        for side, length, words in self.sides:
            score += KEEPS_HABIT if habit == side else 0.0 if habit == "mixed" else -KEEPS_HABIT
            score += length
            score += words
        for nats in self.bylines:
            score += nats
        return score


def _terms(body: Body, above: Slot, below: Slot, alike: Alike) -> _Terms:
    heads_above = [e for e in above if not e.byline]
    heads_below = [e for e in below if not e.byline]
    names_above = [e for e in above if e.byline]
    names_below = [e for e in below if e.byline]
    first = 0.0
    if heads_above and heads_below:
        first = BOTH_SIDES
    elif not heads_above and not heads_below:
        first = NO_HEADLINE
    sides = tuple(
        (
            side,
            LONG_BLOCK * max(0, len(heads) - 3),
            SHARED * sum(_alike(e, body, alike) for e in heads) / len(heads) ** 0.5,
        )
        for heads, side in ((heads_above, "before"), (heads_below, "after"))
        if heads
    )
    bylines = [BYLINE_SIDE * element.side for element in names_above]
    bylines += [-BYLINE_SIDE * element.side for element in names_below]
    if names_above and names_below:
        bylines.append(SECOND_BYLINE)
    if (names_above or names_below) and body.has_byline:
        bylines.append(SECOND_BYLINE)
    return _Terms(first, sides, tuple(bylines))


def _gathered(bodies: Sequence[Body], slots: Sequence[Slot]) -> Assignment | None:
    """All headlines in one run at the end of a page of several bodies: in order, by words."""
    counts = [sum(not e.byline for e in slot) for slot in slots]
    top = max(range(len(slots)), key=lambda at: counts[at])
    if len(bodies) < 3 or counts[top] < max(4, len(bodies) - 1) or top not in (0, len(slots) - 1):
        return None
    if sum(1 for at, n in enumerate(counts) if n and at != top) > len(bodies) // 3:
        return None
    lines = [e for e in slots[top] if not e.byline]
    alike = [[shared(e.text, body) for body in bodies] for e in lines]
    # lines in order to bodies in order; a body takes up to four lines in a row
    count, size = len(lines), len(bodies)
    none = float("-inf")
    best = [[none] * (size + 1) for _ in range(count + 1)]
    step: list[list[int]] = [[0] * (size + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    for done in range(size):
        for at in range(count + 1):
            if best[at][done] == none:
                continue
            for take in range(min(5, count - at + 1)):
                gain = NO_HEADLINE
                if take:
                    gain = SHARED * sum(alike[k][done] for k in range(at, at + take)) / take**0.5
                    gain += LONG_BLOCK * max(0, take - 3)
                if best[at][done] + gain > best[at + take][done + 1]:
                    best[at + take][done + 1] = best[at][done] + gain
                    step[at + take][done + 1] = take
    if best[count][size] == none:
        return None
    owner: dict[int, int | None] = {}
    at = count
    for done in range(size, 0, -1):
        take = step[at][done]
        for k in range(at - take, at):
            owner[lines[k].key] = done - 1
        at -= take
    for number, slot in enumerate(slots):
        for element in slot:
            if element.key not in owner:
                side = number - 1 if element.side < 0 or number == size else number
                owner[element.key] = max(0, min(size - 1, side))
    return Assignment(owner, "gathered", {})
