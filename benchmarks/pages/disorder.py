"""Pages whose columns an extraction put out of order, with what would put them right.

The printed lines are those of an own page; the gold stays that of the page as it was printed.
A column is what stands behind a place in the middle of an article's sentence, up to the end of
the article; extraction reads it behind another article, before its own, or inside another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.pages.page import Composer, MadePage
from benchmarks.pages.rows import Row, gold_of, page_text

KINDS = ("later", "earlier", "inside")
LEAST = 3
"""Printed lines that a column has at least."""
STOPS = "。！？…”’）"


@dataclass(frozen=True)
class Misplaced:
    """Text from `start` to `end` (raw) that is to be read right behind what ends at `to`."""

    kind: str
    start: int
    end: int
    to: int


def disordered(style: str, half: str, seed: int, number: int) -> tuple[MadePage, Misplaced | None]:
    """An own page with one column out of its place; None where no article is long enough."""
    random = Random(f"disorder/{seed}/{half}/{style}/{number}")
    rows = Composer(style, half, Random(f"{seed}/{half}/{style}/{number}")).rows()
    gold = gold_of(rows)
    articles = {row.article for row in rows if row.article is not None}
    kinds = list(KINDS)
    random.shuffle(kinds)
    for kind in kinds:
        for article in random.sample(sorted(articles), len(articles)):
            found = _moved(rows, article, kind, random)
            if found is not None:
                order, (first, last), behind = found
                text, starts = page_text(order), _starts(order)
                return MadePage(text, gold), Misplaced(
                    kind,
                    _ink(text, starts[first]),
                    len(text[: starts[last + 1]].rstrip()),
                    len(text[: starts[behind + 1]].rstrip()),
                )
    return MadePage(page_text(rows), gold), None


def _moved(
    rows: Sequence[Row], article: int, kind: str, random: Random
) -> tuple[list[Row], tuple[int, int], int] | None:
    """The rows in their new order, the column's first and last row in it, and the row before it."""
    mine = [at for at, row in enumerate(rows) if row.article == article and row.kind == "body"]
    if len(mine) < 2 * LEAST:
        return None
    end = mine[-1] + 1
    while end < len(rows) and rows[end].article == article and rows[end].kind == "by":
        end += 1
    cuts = [at for at in mine[LEAST:-LEAST] if _splits(rows, at)]
    others = [at for at, row in enumerate(rows) if row.article not in (article, None)]
    if not cuts or not others:
        return None
    cut = random.choice(cuts)
    column, rest = list(rows[cut:end]), [*rows[:cut], *rows[end:]]
    begins = min(at for at, row in enumerate(rest) if row.article == article)
    places = [
        at
        for at in range(1, len(rest) + 1)
        if at != cut and _fits(rest, at, kind) and (at > cut) == (kind != "earlier")
        and not (kind == "earlier" and at > begins)
    ]  # fmt: skip
    if not places:
        return None
    place = random.choice(places[:3] if kind != "earlier" else places[-3:])
    order = [*rest[:place], *column, *rest[place:]]
    behind = cut - 1 if place > cut - 1 else cut - 1 + len(column)
    return order, (place, place + len(column) - 1), behind


def _splits(rows: Sequence[Row], at: int) -> bool:
    """Whether a column may end before a row: in the middle of a sentence, at neighbouring rows."""
    row, before = rows[at], rows[at - 1]
    text = before.text.rstrip()
    inside = before.kind == row.kind == "body" and before.article == row.article
    return inside and not row.first and bool(text) and text[-1] not in STOPS


def _fits(rows: Sequence[Row], at: int, kind: str) -> bool:
    """Whether another column may end before this row: behind an article, or inside one."""
    before, after = rows[at - 1], rows[at] if at < len(rows) else None
    if kind == "inside":
        return after is not None and _splits(rows, at)
    return before.kind in ("body", "by", "head") and (
        after is None or after.article != before.article
    )


def _starts(rows: Sequence[Row]) -> list[int]:
    """Where each row starts in the page's text, and where the text ends."""
    return [0, *accumulate(len(page_text([row])) for row in rows)]


def _ink(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
