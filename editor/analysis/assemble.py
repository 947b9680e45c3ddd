"""The reading from the structure: moves applied, corrected characters and typed fields laid in.

Nothing here computes structure: it is what runs for every typed character, and costs little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from editor.analysis.laying import NO_TEXTS, Layer, chunk_text
from editor.analysis.moving import Flow
from editor.analysis.parts import Patchwork
from editor.analysis.piecing import pieced
from editor.analysis.resting import resting
from editor.analysis.standing import standing_of, stray
from editor.analysis.structure import (
    VERSION,
    ArticlePlan,
    BlockPlan,
    HeadingPlan,
    Made,
    NamePlan,
    Structure,
)
from editor.analysis.unanswered import unanswered
from editor.model.decisions import Decisions, Done, LeftOut, TypedField
from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.reading import Article, Block, Name, Reading
from editor.model.source import Source
from editor.model.structure import HEADS, Role
from editor.model.traced import Piece, PieceOrigin, TracedText, joined
from editor.model.verdict import EDITOR, Verdict

Entry = TypedField | Done | LeftOut


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
    standing = standing_of(structure, decisions)
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
    homeless = stray(structure, flows, empty) if empty or standing.gone else []
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
    if homeless:
        aside = sorted((*aside, *homeless), key=lambda plan: plan.chunks[0].span)
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
        doubts=unanswered(structure, decisions, articles),
        joints=_joints(structure, decisions),
        roles=structure.roles,
        headings=tuple(verdicts),
        habits=structure.habits,
        version=VERSION,
    )


def _stands(flow: Flow, layer: Layer) -> bool:
    """Whether anything of an article's running text is left to it."""
    return any(layer.stands(t) for t in (flow.dateline, *(b.chunks for b in flow.blocks)))


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
