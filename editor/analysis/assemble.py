"""The reading from the structure: moves applied, corrected characters and typed fields laid in.

Nothing here computes structure: it is what runs for every typed character, and costs little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from weakref import ref

from editor.analysis.laying import NO_TEXTS, Layer, Texts, chunk_text
from editor.analysis.moving import Flow, moved
from editor.analysis.parts import Patchwork
from editor.analysis.piecing import pieced
from editor.analysis.resting import resting
from editor.analysis.structure import (
    VERSION,
    ArticlePlan,
    BlockPlan,
    Chunks,
    HeadingPlan,
    Made,
    NamePlan,
    Structure,
)
from editor.model.decisions import Decisions, Done, LeftOut, Move, TypedField
from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.reading import Article, Block, Name, Reading
from editor.model.source import Source
from editor.model.structure import HEADS, Role
from editor.model.traced import Piece, PieceOrigin, TracedText, joined
from editor.model.verdict import EDITOR, Doubt, FieldTarget, JointTarget, MoveTarget, Verdict

Entry = TypedField | Done | LeftOut
NEAR = 40
"""Characters between two spans of one article that are looked at as one."""


def assemble(source: Source, structure: Structure | Patchwork, decisions: Decisions) -> Reading:
    """The reading of a page. `decisions` adds patches, moves, typed fields, what is settled."""
    with resting():
        if isinstance(structure, Patchwork):
            local = structure.page.is_local and bool(structure.plain.articles)
            if local and not structure.plain.order:
                return pieced(structure, decisions, partial(_assembled, source))
            structure = structure.whole
        return _assembled(source, structure, decisions)


def _assembled(source: Source, structure: Structure, decisions: Decisions) -> Reading:
    standing = _standing(structure, decisions)
    flows, headings = standing.flows, standing.headings
    layer = Layer(
        source, decisions, standing.texts if decisions.patches else NO_TEXTS, structure.laid
    )
    empty = {n for n, flow in enumerate(flows) if layer.patches and not _stands(flow, layer)}
    headings = (
        headings
        if not empty
        else [replace(h, article=None) if h.article in empty else h for h in headings]
    )
    stray = _stray(structure, flows, empty) if empty or standing.gone else []
    mine: dict[int | None, list[HeadingPlan]] = {}
    for heading in headings:
        mine.setdefault(heading.article, []).append(heading)
    told = _Told(decisions)
    articles = [
        _kept(
            flow,
            structure,
            mine.get(number, []),
            layer,
            told,
            standing.reach[number] if decisions.patches else (),
        )
        for number, flow in enumerate(paused(flows))
    ]
    articles += _typed_on_blank(layer)
    kept = [article for article in articles if article is not None]
    anchors = {number: a.at for number, a in enumerate(articles) if a is not None}
    aside: Sequence[BlockPlan] = structure.furniture
    if stray:
        aside = sorted((*aside, *stray), key=lambda plan: plan.chunks[0].span)
    furniture = [Block(p.role, text) for p in aside for text in layer.texts(p.chunks)]
    tray = [
        Block(heading.role, text)
        for heading in headings
        if heading.article is None
        for text in (
            layer.texts(heading.chunks)
            if heading.role.heads
            else [t for name in heading.names for t in layer.texts(name.chunks)]
        )
    ]
    verdicts = []
    for heading in headings:
        home = anchors.get(heading.article) if heading.article is not None else None
        verdict = heading.verdict
        found = Verdict(home, verdict.confidence, verdict.rule, verdict.why, verdict.alternatives)
        verdicts.append((heading.span, found))
    return Reading(
        articles=tuple(kept),
        tray=tuple(tray),
        furniture=tuple(furniture),
        dropped=layer.dropped(structure.dropped),
        doubts=_doubts(structure, decisions, articles),
        joints=_joints(structure, decisions),
        roles=structure.roles,
        headings=tuple(verdicts),
        habits=structure.habits,
        version=VERSION,
    )


def _stray(structure: Structure, flows: Sequence[Flow], empty: Collection[int]) -> list[BlockPlan]:
    """Captions whose article is no more."""
    kept = (flow.captions for number, flow in enumerate(flows) if number not in empty)
    stand = {caption.chunks[0].span for own in kept for caption in own}
    every = (caption for article in structure.articles for caption in article.captions)
    return [caption for caption in every if caption.chunks[0].span not in stand]


def _standing(structure: Structure, decisions: Decisions) -> Standing:
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


def _stands(flow: Flow, layer: Layer) -> bool:
    """Whether anything of an article's running text is left to it."""
    return any(layer.stands(t) for t in (flow.dateline, *(b.chunks for b in flow.blocks)))


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
    found += [(block.role, block.chunks) for block in _stray(structure, flows, ())]
    for heading in headings:
        texts = [heading.chunks] if heading.role.heads else [n.chunks for n in heading.names]
        found += [(heading.role, chunks) for chunks in texts]
    found += [(block.role, block.chunks) for block in structure.furniture]
    return found


def _kept(
    flow: Flow,
    structure: Structure,
    headings: Sequence[HeadingPlan],
    layer: Layer,
    told: _Told,
    reach: tuple[Span, ...],
) -> Article | None:
    """The article as it was made before, where it is the same; else made now."""
    plan = structure.articles[flow.plan]
    if told.moves or layer.absorbs:
        bare = _article(flow, plan, headings, layer)
        return told.dressed(bare) if bare else None
    patches = tuple(p for span in reach for p in layer.patches_in(*span))
    first = (plan.dateline or plan.blocks[0].chunks)[0].span.start
    held = structure.made.get(first)
    same = held is not None and held.plan is plan and held.patches == patches
    if held is None or not same or not _same(held.headings, headings):
        bare = _article(flow, plan, headings, layer)
        if bare is None:
            return None
        held = structure.made[first] = Made(plan, tuple(headings), patches, bare)
    entries = told.of(held.bare)
    if not entries:
        return held.bare
    if held.dressed is None or held.dressed[0] != entries:
        held.dressed = entries, told.dressed(held.bare)
    return held.dressed[1]


class _Told:
    """What was decided of articles as wholes: fields typed, marked done, left out."""

    def __init__(self, decisions: Decisions) -> None:
        self.moves = decisions.moves
        told: list[Entry] = [*decisions.typed, *decisions.done, *decisions.left_out]
        self._entries = sorted(told, key=lambda entry: entry.article)

    def of(self, article: Article) -> tuple[Entry, ...]:
        """The entries that name an article by one of its characters."""
        start, end = article.body
        low = bisect_left(self._entries, min(start, article.at), key=lambda e: e.article)
        high = bisect_right(self._entries, max(end, article.at), key=lambda e: e.article)
        return tuple(
            entry
            for entry in self._entries[low:high]
            if entry.article == article.at or article.holds(entry.article)
        )

    def dressed(self, article: Article) -> Article:
        """The article with all of that."""
        entries = self.of(article)
        if not entries:
            return article
        heads = {role: list(article.heads(role)) for role in HEADS}
        names, dateline = list(article.byline), article.dateline
        for entry in entries:
            if not isinstance(entry, TypedField):
                continue
            lines = _typed_lines(entry.article, entry.lines)
            if entry.role in heads:
                heads[entry.role] += lines
            elif entry.role is Role.BYLINE:
                names += [Name(line) for line in lines]
            elif entry.role is Role.DATELINE and dateline is None:
                dateline = joined(lines)
        return replace(
            article,
            dateline=dateline,
            kicker=tuple(heads[Role.KICKER]),
            headline=tuple(heads[Role.HEADLINE]),
            subhead=tuple(heads[Role.SUBHEAD]),
            byline=tuple(names),
            done=any(isinstance(entry, Done) for entry in entries),
            left_out=any(isinstance(entry, LeftOut) for entry in entries),
        )


def _same(left: Sequence[HeadingPlan], right: Sequence[HeadingPlan]) -> bool:
    """Whether heading lines print the same; their article may have another number."""
    return len(left) == len(right) and all(
        (a.span, a.role) == (b.span, b.role) and a.chunks is b.chunks and a.names is b.names
        for a, b in zip(left, right, strict=True)
    )


def _article(
    flow: Flow, plan: ArticlePlan, headings: Sequence[HeadingPlan], layer: Layer
) -> Article | None:
    """The article with its patches; None where nothing is left of it."""
    if not _stands(flow, layer):
        return None
    dateline = joined(layer.texts(flow.dateline)) if flow.dateline else None
    blocks = [Block(b.role, text) for b in flow.blocks for text in layer.texts(b.chunks)]
    if dateline and (not blocks or layer.grew(flow.dateline)):
        # no paragraph of its own is left behind it: it is one
        blocks, dateline = [Block(Role.BODY, dateline), *blocks], None
    if not blocks:
        return None
    heads: dict[Role, list[TracedText]] = {Role.KICKER: [], Role.HEADLINE: [], Role.SUBHEAD: []}
    names: list[Name] = []
    for heading in headings:
        if heading.role.heads:
            heads[heading.role] += layer.texts(heading.chunks)
        else:
            names += [Name(t) for n in heading.names for t in layer.texts(n.chunks)]
    references = [_reference(name, layer) for name in plan.names]
    article = Article(
        at=0,
        blocks=tuple(blocks),
        kicker=tuple(heads[Role.KICKER]),
        headline=tuple(heads[Role.HEADLINE]),
        subhead=tuple(heads[Role.SUBHEAD]),
        byline=(*(name for name in references if name), *names),
        dateline=dateline,
        captions=tuple(
            Block(p.role, text) for p in flow.captions for text in layer.texts(p.chunks)
        ),
    )
    at = article.spans[0].start if article.spans else blocks[0].text.span.start
    return replace(article, at=at)


def _reference(name: NamePlan, layer: Layer) -> Name | None:
    text = chunk_text(layer.source, name.chunks)
    return Name(text, reference=True) if text else None


def _typed_lines(anchor: int, lines: Iterable[str]) -> list[TracedText]:
    found, into = [], 0
    for line in lines:
        found.append(TracedText((Piece(line, Span(anchor, anchor), PieceOrigin.TYPED, into),)))
        into += len(line) + 1
    return found


def _typed_on_blank(layer: Layer) -> list[Article | None]:
    """Text typed on a page without print: an article of its own."""
    return [
        Article(at=text.span.start, blocks=(Block(Role.BODY, text),)) for text in layer.homeless()
    ]


def _joints(structure: Structure, decisions: Decisions) -> Sequence[tuple[int, Verdict]]:
    """The structure's joints; moved text joins what it was put behind, as was decided."""
    told = {move.span.start: move.joint for move in decisions.moves if move.joint}
    if not told:
        return structure.joints
    return tuple(
        (at, Verdict(told[at], 1.0, EDITOR) if at in told else verdict)
        for at, verdict in structure.joints
    )


def _order_doubts(structure: Structure, decisions: Decisions, done: Sequence[Article]) -> set[str]:
    """The keys of doubts about text out of its place that are open still."""
    found = set()
    for doubt in structure.order:
        target = doubt.target
        assert isinstance(target, MoveTarget)
        spans = [move.span for move in decisions.moves] + [e.span for e in decisions.roles]
        answered = any(span.overlaps(target.span) for span in spans)
        answered = answered or target.span.start in decisions.joint_at
        places = (target.span.start, target.to - 1)
        if not answered and not any(a.holds(at) for a in done for at in places):
            found.add(doubt.key)
    return found - {entry.doubt for entry in decisions.settled}


def _doubts(
    structure: Structure, decisions: Decisions, articles: Sequence[Article | None]
) -> tuple[Doubt, ...]:
    """The structure's doubts without those answered, typed away, or inside a finished article."""
    settled = {entry.doubt for entry in decisions.settled}
    present = [article for article in articles if article is not None]
    done = [article for article in present if article.done]
    by_place = {article.at: article for article in present}
    order = _order_doubts(structure, decisions, done)
    # a stretch out of its place is asked of first, and how it begins is known with that
    places = {move.span.start for move in decisions.moves if move.joint}
    found = []
    for doubt in structure.doubts:
        if isinstance(doubt.target, MoveTarget) and doubt.key in order:
            places.add(doubt.target.span.start)
    for doubt in structure.doubts:
        if settled and doubt.key in settled:
            continue
        if isinstance(doubt.target, MoveTarget):
            if doubt.key in order:
                found.append(doubt)
            continue
        if places and _place(doubt) in places:
            continue
        if isinstance(doubt.target, FieldTarget):
            asked = doubt.target.article
            home = by_place.get(asked) or next((a for a in present if a.holds(asked)), None)
            if home is None or home.done or any(home.heads(r) for r in HEADS):
                continue
            if home.at != asked:
                doubt = replace(doubt, target=FieldTarget(home.at, doubt.target.role))
            if settled and doubt.key in settled:
                continue
        elif any(article.holds(doubt.span.start) for article in done) or (
            isinstance(doubt.target, JointTarget)
            and any(
                patch.span.start < doubt.target.raw_at < patch.span.end
                for patch in decisions.patches
            )
        ):
            continue
        found.append(doubt)
    return tuple(found)


def _place(doubt: Doubt) -> int:
    """Where what a doubt asks about begins."""
    target = doubt.target
    return target.article if isinstance(target, FieldTarget) else doubt.span.start


__all__ = ["EDITOR", "Verdict", "assemble"]
