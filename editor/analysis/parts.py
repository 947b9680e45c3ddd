"""A structure in parts: what was found of each region of a page, and how parts become one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from editor.analysis.base import Kept
from editor.analysis.doubting import missing_headline
from editor.analysis.structure import ArticlePlan, BlockPlan, HeadingPlan, Structure
from editor.model import sequences
from editor.model.places import Span
from editor.model.reading import Dropped, Habits
from editor.model.verdict import Doubt, Verdict

if TYPE_CHECKING:
    from editor.analysis.regions import Plain


@dataclass(frozen=True)
class Part:
    """What was found in a region: as `Structure` has it, articles counted from the region's first.

    The number behind the last is the article that follows the region.
    """

    articles: tuple[ArticlePlan, ...] = ()
    headings: tuple[HeadingPlan, ...] = ()
    furniture: tuple[BlockPlan, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    joints: Sequence[tuple[int, Verdict]] = ()
    roles: Sequence[tuple[Span, Verdict]] = ()
    doubts: tuple[Doubt, ...] = ()
    """Without those about missing headlines."""
    first: int = 0
    """The number that its first article has in its own counting."""
    plain: tuple[int, int] | None = None
    """Of a part of the plain page: its first line, and the one behind its last."""
    low: int = 0
    high: int = 0
    """Its first raw place, and the one behind its last."""


def numbered(parts: Sequence[Part], done: int = 0) -> list[HeadingPlan]:
    """The headings of parts, their articles counted through, from `done` on."""
    found: list[HeadingPlan] = []
    for part in parts:
        shift = done - part.first
        found += [
            h if h.article is None or not shift else replace(h, article=h.article + shift)
            for h in part.headings
        ]
        done += len(part.articles)
    return found


def headless(headings: Sequence[HeadingPlan], articles: int) -> tuple[int, ...]:
    """The numbers of the articles that have no headline."""
    headed = {h.article for h in headings if h.role.heads}
    return tuple(number for number in range(articles) if number not in headed)


def joined(parts: Sequence[Part], habits: Habits, kept: Kept, order: Sequence[Doubt]) -> Structure:
    """Parts in raw order as one structure. `order`: what may be out of its place on the page."""
    headings = numbered(parts)
    articles = tuple(chain.from_iterable(part.articles for part in parts))
    bare = headless(headings, len(articles))
    doubts = list(chain.from_iterable(part.doubts for part in parts))
    doubts += [missing_headline(articles[number]) for number in bare]
    doubts += order
    return Structure(
        articles=articles,
        headings=tuple(headings),
        furniture=tuple(chain.from_iterable(part.furniture for part in parts)),
        dropped=tuple(chain.from_iterable(part.dropped for part in parts)),
        joints=sequences.joined([(part.joints, 0, len(part.joints)) for part in parts]),
        roles=sequences.joined([(part.roles, 0, len(part.roles)) for part in parts]),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.span)),
        headless=bare,
        habits=habits,
        laid=kept.texts,
        made=kept.articles,
    )


@dataclass(frozen=True)
class Patchwork:
    """A page of which some parts were read anew: every second one, the others are as it was."""

    parts: tuple[Part, ...]
    page: Plain
    kept: Kept

    @property
    def plain(self) -> Structure:
        """The page without decisions."""
        return self.page.structure

    @cached_property
    def whole(self) -> Structure:
        """The same as one structure."""
        if len(self.parts) == 1:
            return self.plain
        return joined(self.parts, self.plain.habits, self.kept, self.plain.order)
