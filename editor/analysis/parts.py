"""A structure in parts: what was found of each region of a page, and how parts become one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from editor.analysis.base import Kept
from editor.analysis.doubting import missing_headline
from editor.analysis.structure import ArticlePlan, BlockPlan, HeadingPlan, Structure
from editor.model import sequences
from editor.model.places import Span
from editor.model.reading import Dropped, Habits
from editor.model.verdict import Doubt, Verdict


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


def joined(parts: Sequence[Part], habits: Habits, kept: Kept) -> Structure:
    """Parts in raw order as one structure."""
    headings: list[HeadingPlan] = []
    done = 0
    for part in parts:
        shift = done - part.first
        headings += [
            h if h.article is None or not shift else replace(h, article=h.article + shift)
            for h in part.headings
        ]
        done += len(part.articles)
    articles = tuple(chain.from_iterable(part.articles for part in parts))
    headed = {h.article for h in headings if h.role.heads}
    headless = tuple(n for n in range(len(articles)) if n not in headed)
    doubts = list(chain.from_iterable(part.doubts for part in parts))
    doubts += [missing_headline(articles[number]) for number in headless]
    return Structure(
        articles=articles,
        headings=tuple(headings),
        furniture=tuple(chain.from_iterable(part.furniture for part in parts)),
        dropped=tuple(chain.from_iterable(part.dropped for part in parts)),
        joints=sequences.joined([(part.joints, 0, len(part.joints)) for part in parts]),
        roles=sequences.joined([(part.roles, 0, len(part.roles)) for part in parts]),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.span)),
        headless=headless,
        habits=habits,
        laid=kept.texts,
        made=kept.articles,
    )
