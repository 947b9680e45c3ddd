"""A structure with its moves made, before anything is laid in: made once for all letters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import ref

from editor.analysis.laying import Texts
from editor.analysis.moving import Flow, moved
from editor.analysis.structure import ArticlePlan, BlockPlan, Chunks, HeadingPlan, Structure
from editor.model.decisions import Decisions, Move
from editor.model.places import Span
from editor.model.structure import Role

NEAR = 40
"""Characters between two spans of one article that are looked at as one."""


def standing_of(structure: Structure, decisions: Decisions) -> Standing:
    """All that patches do not change, made once for all letters."""
    held: list[Standing] = structure.standing
    if held and held[-1].moves == decisions.moves:
        return held[-1]
    flows = moved(structure.articles, decisions.moves)
    holds = _Holders(flows)
    homes = {flow.plan: number for number, flow in enumerate(flows)}
    # names go where their text went, a headline does not
    signed = homes | {plan: n for n, flow in enumerate(flows) for plan in flow.joined}
    headings = [
        _rehomed(h, homes if h.role.heads else signed, decisions, holds) for h in structure.headings
    ]
    found = Standing(decisions.moves, flows, headings, structure)
    structure.standing[:] = [found]
    return found


class Standing:
    """A structure with its moves made, before anything is laid in."""

    def __init__(
        self,
        moves: tuple[Move, ...],
        flows: tuple[Flow, ...],
        headings: list[HeadingPlan],
        structure: Structure,
    ) -> None:
        """Nothing is looked at yet."""
        self.moves, self.flows, self.headings = moves, flows, headings
        # it is the structure's own: a circle would keep a whole page from going with its reading
        self._of = ref(structure)
        self.gone = set(range(len(structure.articles))) - {flow.plan for flow in flows}
        """The plans of articles whose text all went to others."""

    @property
    def _structure(self) -> Structure:
        structure = self._of()
        assert structure is not None
        return structure

    @cached_property
    def texts(self) -> Texts:
        """All texts, for whoever lays patches in."""
        return Texts(_texts(self._structure, self.flows, self.headings))

    @cached_property
    def reach(self) -> dict[int, tuple[Span, ...]]:
        """Where each article's texts stand, heading lines and captions too, by its number."""
        of_article: dict[int | None, list[HeadingPlan]] = {}
        for heading in self.headings:
            of_article.setdefault(heading.article, []).append(heading)
        found = {}
        for number, flow in enumerate(self.flows):
            mine = of_article.get(number, [])
            texts = [h.chunks for h in mine] + [n.chunks for h in mine for n in h.names]
            heads = [chunk.span for text in texts for chunk in text]
            found[number] = _together([*_stretch(self._structure.articles[flow.plan]), *heads])
        return found


_stretches: dict[int, tuple[ArticlePlan, tuple[Span, ...]]] = {}
"""Where the plans' own texts stand: a plan is the same value in many structures of a page."""
STRETCHES = 20_000


def _stretch(plan: ArticlePlan) -> tuple[Span, ...]:
    held = _stretches.get(id(plan))
    if held is None or held[0] is not plan:
        if len(_stretches) > STRETCHES:
            _stretches.clear()
        texts = (plan.dateline, *(b.chunks for b in (*plan.blocks, *plan.captions)))
        spans = _together([chunk.span for text in texts for chunk in text])
        held = _stretches[id(plan)] = plan, spans
    return held[1]


def _together(spans: list[Span]) -> tuple[Span, ...]:
    """Few spans that hold all of these, and little else."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start - found[-1].end <= NEAR:
            found[-1] = found[-1].cover(span)
        else:
            found.append(span)
    return tuple(found)


@dataclass
class _Holders:
    """Which article (index) holds a raw place, after the moves."""

    flows: Sequence[Flow]

    def __call__(self, raw_at: int) -> int | None:
        for number, flow in enumerate(self.flows):
            if any(raw_at in span for span in flow.spans):
                return number
        return None


def _rehomed(
    heading: HeadingPlan,
    homes: dict[int, int],
    decisions: Decisions,
    holds: _Holders,
) -> HeadingPlan:
    """The heading with its article as an index of `flows`: decided ones follow their anchor."""
    told = decisions.heading_at(heading.span.start)
    home = heading.article
    if told is not None and told.article is not None:
        found = holds(told.article)
        if found is not None:
            return replace(heading, article=found)
    if home is not None:
        index = homes.get(home)
        return heading if index == home else replace(heading, article=index)
    return heading


def _texts(
    structure: Structure, flows: Sequence[Flow], headings: Sequence[HeadingPlan]
) -> list[tuple[Role, Chunks]]:
    """All texts of the reading with their roles: who may own a patch."""
    found: list[tuple[Role, Chunks]] = []
    for flow in flows:
        if flow.dateline:
            found.append((Role.DATELINE, flow.dateline))
        blocks = (*flow.blocks, *flow.captions)
        found += [(block.role, block.chunks) for block in blocks]
    found += [(block.role, block.chunks) for block in stray(structure, flows, ())]
    for heading in headings:
        texts = [heading.chunks] if heading.role.heads else [n.chunks for n in heading.names]
        found += [(heading.role, chunks) for chunks in texts]
    found += [(block.role, block.chunks) for block in structure.furniture]
    return found


def stray(structure: Structure, flows: Sequence[Flow], empty: Collection[int]) -> list[BlockPlan]:
    """Captions whose article is no more."""
    kept = (flow.captions for number, flow in enumerate(flows) if number not in empty)
    stand = {caption.chunks[0].span for own in kept for caption in own}
    every = (caption for article in structure.articles for caption in article.captions)
    return [caption for caption in every if caption.chunks[0].span not in stand]
