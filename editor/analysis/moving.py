"""Moves: the running text of a page as one order of chunks, and that order permuted.

A chunk that began a block begins one wherever it goes; one that did not goes on in the block it
lands in. Moved text joins the article it lands in, but what was moved as an article stays one; a
caption goes to the article behind whose text it was moved. An article whose text all went to
others is no more; its dateline goes before its first text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.analysis.structure import ArticlePlan, BlockPlan, Chunk, Chunks
from editor.model.decisions import Move
from editor.model.places import Span
from editor.model.structure import Joint, Role


@dataclass(frozen=True)
class Flow:
    """An article's running text after moves. `plan` is the index of its plan."""

    plan: int
    dateline: Chunks
    blocks: tuple[BlockPlan, ...]
    joined: tuple[int, ...] = ()
    """The plans of articles that are no more, and whose first text went here."""
    captions: tuple[BlockPlan, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The raw spans of its text."""
        found = [chunk.span for chunk in self.dateline]
        return (*found, *(chunk.span for block in self.blocks for chunk in block.chunks))


@dataclass(frozen=True)
class _Part:
    chunk: Chunk
    starts: bool
    role: Role
    article: int
    plan: int


def moved(articles: Sequence[ArticlePlan], moves: Sequence[Move]) -> tuple[Flow, ...]:
    """The articles after all moves, in their new order."""
    if not moves:
        return tuple(Flow(n, a.dateline, a.blocks, (), a.captions) for n, a in enumerate(articles))
    order = [
        _Part(chunk, number == 0, block.role, index, index)
        for index, article in enumerate(articles)
        for block in article.blocks
        for number, chunk in enumerate(block.chunks)
    ]
    for move in moves:
        order = _move(order, move)
    order = _with_datelines(order, articles)
    flows: list[Flow] = []
    homes: dict[int, int] = {}
    for part in sorted(order, key=lambda part: part.chunk.span):
        homes.setdefault(part.plan, part.article)
    standing = {part.article for part in order}
    homes = {plan: home for plan, home in homes.items() if plan not in standing}
    for index in dict.fromkeys(part.article for part in order):
        blocks: list[BlockPlan] = []
        for part in order:
            if part.article != index:
                continue
            if not blocks or part.starts or part.role is not blocks[-1].role:
                blocks.append(BlockPlan(part.role, (part.chunk,)))
            else:
                last = blocks[-1]
                joint = part.chunk.joint
                if joint in (Joint.PARAGRAPH, Joint.ARTICLE):
                    joint = Joint.GLUE
                chunk = Chunk(part.chunk.span, joint)
                blocks[-1] = BlockPlan(last.role, (*last.chunks, chunk))
        gone = tuple(plan for plan, home in homes.items() if home == index and plan != index)
        flows.append(Flow(index, articles[index].dateline, tuple(blocks), gone))
    return _with_captions(flows, articles, moves)


def _with_captions(
    flows: Sequence[Flow], articles: Sequence[ArticlePlan], moves: Sequence[Move]
) -> tuple[Flow, ...]:
    """Captions stay with their article, but those that were moved to another one's text."""
    numbers = {flow.plan: number for number, flow in enumerate(flows)}
    told = {move.span: move.to for move in moves}
    held: list[list[BlockPlan]] = [[] for _ in flows]
    for plan, article in enumerate(articles):
        for caption in article.captions:
            span = Span(caption.chunks[0].span.start, caption.chunks[-1].span.end)
            home = numbers.get(plan)
            if span in told:
                ends = (
                    n for n, flow in enumerate(flows) for s in flow.spans if s.end == told[span]
                )
                home = next(ends, home)
            if home is not None:
                held[home].append(caption)
    return tuple(
        replace(flow, captions=tuple(sorted(own, key=lambda plan: plan.chunks[0].span)))
        for flow, own in zip(flows, held, strict=True)
    )


def _split(order: list[_Part], raw_at: int) -> list[_Part]:
    """The order with the chunk that holds `raw_at` inside cut there."""
    found: list[_Part] = []
    for part in order:
        start, end = part.chunk.span
        if start < raw_at < end:
            found.append(replace(part, chunk=Chunk(Span(start, raw_at), part.chunk.joint)))
            rest = Chunk(Span(raw_at, end), Joint.GLUE)
            found.append(replace(part, chunk=rest, starts=False))
        else:
            found.append(part)
    return found


def _with_datelines(order: list[_Part], articles: Sequence[ArticlePlan]) -> list[_Part]:
    """The datelines of articles that are no more, before the first paragraph that was theirs."""
    standing = {part.article for part in order}
    gone = {n for n, a in enumerate(articles) if n not in standing and a.dateline}
    place: dict[int, int] = {}
    for number, part in enumerate(order):
        first = place.setdefault(part.plan, number)
        if part.role is Role.BODY and order[first].role is not Role.BODY:
            place[part.plan] = number
    found: list[_Part] = []
    for number, part in enumerate(order):
        if part.plan in gone and place[part.plan] == number:
            for at, chunk in enumerate(articles[part.plan].dateline):
                found.append(_Part(chunk, at == 0, Role.BODY, part.article, part.plan))
            if part.role is Role.BODY:
                joined = Chunk(part.chunk.span, Joint.SPACE)
                part = replace(part, chunk=joined, starts=False)
        found.append(part)
    return found


def _move(order: list[_Part], move: Move) -> list[_Part]:
    """One move: what lies in `span` is taken out and put before the chunk that holds `to`.

    Where no chunk holds it and one ends there, it is put behind that one.
    """
    span, to = move.span, move.to
    for edge in (span.start, span.end, to):
        order = _split(order, edge)
    taken = [p for p in order if span.start <= p.chunk.span.start < span.end]
    rest = [p for p in order if not span.start <= p.chunk.span.start < span.end]
    if not taken or not rest:
        return order
    place = next((n for n, p in enumerate(rest) if p.chunk.span.start == to), None)
    after = next((n for n, p in enumerate(rest) if p.chunk.span.end == to), None)
    behind = place is None and after is not None
    if behind and after is not None:
        place = after + 1
    elif place is None:
        later = [n for n, p in enumerate(rest) if p.chunk.span.start > to]
        place = min(later, key=lambda n: rest[n].chunk.span.start) if later else len(rest)
    assert place is not None
    home = rest[place - 1 if behind else min(place, len(rest) - 1)].article
    if behind and move.joint is not None:
        chunk = Chunk(taken[0].chunk.span, move.joint)
        taken = [replace(taken[0], chunk=chunk, starts=move.joint.breaks), *taken[1:]]
    if not move.whole:
        taken = [replace(part, article=home) for part in taken]
    elif taken[-1].article != home:
        # an article goes before another one or behind it: never into its middle
        while behind and place < len(rest) and rest[place].article == home:
            place += 1
        while not behind and 0 < place < len(rest) and rest[place - 1].article == home:
            place -= 1
    return [*rest[:place], *taken, *rest[place:]]
