"""What a page's structure is, before corrected characters, moves and typed fields are laid in.

Everything here depends on the source and on structural decisions only, so that it can be kept
while an editor types. Texts are given as chunks: raw spans with the joint before each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from editor.model.decisions import Patch
from editor.model.places import Span
from editor.model.reading import Article, Dropped, Habits
from editor.model.structure import Joint, Role
from editor.model.traced import TracedText
from editor.model.verdict import Doubt, MoveTarget, Verdict

VERSION = "2"
"""Of what the analysis reads: raised where a page may be read otherwise than before."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of raw text inside one line, and how it joins what stands before it."""

    span: Span
    joint: Joint


Chunks = tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One paragraph, crosshead, note, caption, headline line or piece of furniture."""

    role: Role
    chunks: Chunks


@dataclass(frozen=True, slots=True)
class NamePlan:
    """One person of a byline. `reference`: owned by the dateline."""

    chunks: Chunks
    reference: bool = False


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """One article before moves: its blocks, and its dateline's chunks (empty: none)."""

    blocks: tuple[BlockPlan, ...]
    dateline: Chunks = ()
    names: tuple[NamePlan, ...] = ()
    captions: tuple[BlockPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingPlan:
    """A headline line or a byline stretch, with the article (index) it belongs to, or None.

    `role` is KICKER, HEADLINE, SUBHEAD or BYLINE; a byline's `names` are its persons. `span`
    holds all of it, frame marks included.
    """

    span: Span
    role: Role
    chunks: Chunks
    names: tuple[NamePlan, ...]
    article: int | None
    verdict: Verdict


@dataclass
class Made:
    """An article as it was laid in last, and what it was made of.

    `dressed`: with what was decided of it as a whole, and those decisions.
    """

    plan: ArticlePlan
    headings: tuple[HeadingPlan, ...]
    patches: tuple[Patch, ...]
    bare: Article
    dressed: tuple[tuple[Any, ...], Article] | None = None


@dataclass(frozen=True)
class Structure:
    """All that `analyse` finds. Doubts and verdicts are as the reading carries them."""

    articles: tuple[ArticlePlan, ...] = ()
    headings: tuple[HeadingPlan, ...] = ()
    furniture: tuple[BlockPlan, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    joints: Sequence[tuple[int, Verdict]] = ()
    roles: Sequence[tuple[Span, Verdict]] = ()
    doubts: tuple[Doubt, ...] = ()
    headless: tuple[int, ...] = ()
    """Indices of articles without a headline on the page."""
    habits: Habits = field(default_factory=Habits)
    laid: dict[int, tuple[Chunks, TracedText]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Texts that no patch touches, by their first place: made once, for every typed letter."""
    made: dict[int, Made] = field(default_factory=dict, compare=False, repr=False)
    """Articles as they were laid in last, by their first place."""
    standing: list[Any] = field(default_factory=list, compare=False, repr=False)
    """What was made of it for all letters (`editor.analysis.assemble`), for the last moves."""
    read: list[Any] = field(default_factory=list, compare=False, repr=False)
    """Its reading with nothing laid in, once it was made (`editor.analysis.piecing`)."""

    @cached_property
    def order(self) -> tuple[Doubt, ...]:
        """What may be out of its place: said of the page as it came, whatever is decided."""
        return tuple(doubt for doubt in self.doubts if isinstance(doubt.target, MoveTarget))

    @cached_property
    def bare(self) -> frozenset[int]:
        """`headless`, to be asked of single articles."""
        return frozenset(self.headless)

    @cached_property
    def headings_of(self) -> dict[int, tuple[int, ...]]:
        """The numbers of each article's headings."""
        found: dict[int, list[int]] = {}
        for number, heading in enumerate(self.headings):
            if heading.article is not None:
                found.setdefault(heading.article, []).append(number)
        return {article: tuple(numbers) for article, numbers in found.items()}
