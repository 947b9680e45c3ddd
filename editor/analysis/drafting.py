"""From labelled lines to structure: a page, or a region of one, on its way.

Units become articles with their fields carved out, heading lines get their article, and each
joint and role its verdict. What has no decision near is taken from the plain page as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.analysis import labels as lab
from editor.analysis import telling
from editor.analysis.assign import Assignment, Body, Element, Slot, assign
from editor.analysis.base import Base
from editor.analysis.build import ART_END, Built, Unit, build
from editor.analysis.disorder import proposals
from editor.analysis.doubting import Asked, page_doubts
from editor.analysis.fields import byline_names, carve, cut_chunks, dateline_of, tail_of, within
from editor.analysis.judging import Judge, assignment_verdict
from editor.analysis.lines import Line
from editor.analysis.parts import Part, joined
from editor.analysis.pinning import value_of
from editor.analysis.structure import (
    ArticlePlan,
    BlockPlan,
    Chunk,
    Chunks,
    HeadingPlan,
    NamePlan,
    Structure,
)
from editor.analysis.windows import REACH, Decided
from editor.model.decisions import Decisions, Habit
from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.reading import Dropped
from editor.model.runs import RUNNING
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.model.verdict import Verdict


@dataclass
class _Article:
    """An article on its way: its units, and what was carved out of them."""

    units: list[Unit]
    blocks: list[BlockPlan]
    dateline: Chunks
    names: tuple[NamePlan, ...]
    tail: HeadingPlan | None
    captions: list[BlockPlan]
    dropped: list[Dropped]
    body: Body | None = None

    def beside(self, units: list[Unit]) -> _Article:
        """The same article over the units of another reading; captions are not yet given."""
        return replace(self, units=units, blocks=list(self.blocks), captions=[])


class Draft:
    """A page, or a region of one, on its way from labels to structure."""

    def __init__(
        self,
        source: Source,
        base: Base,
        decided: Decided,
        decisions: Decisions,
        plain: Draft | None,
    ) -> None:
        """Build the page; what has no decision near is taken from `plain`, the base's own."""
        self.plain = plain
        self.assigned: Assignment | None = None
        self.asked: Asked | None = None
        self.made: list[Slot] = []
        self.source, self.base, self.decided, self.decisions = source, base, decided, decisions
        self.lines: Sequence[Line] = decided.lines
        self.latin = base.view.script.spaced
        self.shapes = base.view.script.shapes
        self.judge = Judge(decided, base.view.habits, base.kept, source.text)
        self.built: Built = build(
            self.lines, decided.labels, decisions, source.text, latin=self.latin
        )
        self.running = {e.raw_at: e.joint for e in decisions.joints if e.joint in RUNNING}
        self.dropped: list[Dropped] = []
        self.flows: list[list[Unit]] = [[] for _ in range(self.built.articles)]
        for unit in self.built.units:
            if unit.kind == "flow":
                self.flows[unit.article].append(unit)
        self.articles = [self._article(number) for number in paused(range(self.built.articles))]
        self.stretches = self._heading_stretches()

    def _told_otherwise(self, span: Span, role: Role) -> bool:
        """Whether a part of `span` was decided to be anything but `role`."""
        return any(e.span.overlaps(span) and e.role is not role for e in self.decisions.roles)

    def _no_dateline(self, span: Span) -> bool:
        return self._told_otherwise(span, Role.DATELINE)

    def _no_byline(self, span: Span) -> bool:
        return self._told_otherwise(span, Role.BYLINE)

    def _chunks(self, unit: Unit) -> Chunks:
        twin = self._far(unit)
        key = twin.lines[0] if twin else unit.lines[0] if self.plain is None else -1
        held = self.base.kept.chunks.get(key)
        if held is None:
            held = tuple(Chunk(self.lines[at].span, self.built.joints[at]) for at in unit.lines)
            if key >= 0:
                self.base.kept.chunks[key] = held
        return held

    def _article(self, number: int) -> _Article:
        units = self.flows[number]
        known = self._known(units)
        if known is not None:
            return known.beside(units)
        blocks = [BlockPlan(unit.settle(), self._chunks(unit)) for unit in units]
        article = _Article(units, blocks, (), (), None, [], [])
        self._take_dateline(article)
        self._take_tail(article)
        return article

    def _far(self, unit: Unit) -> Unit | None:
        """The base's unit of the same lines, where no decision is near any of them."""
        if self.plain is None:
            return None
        lines, home, near = unit.lines, self.decided.home, self.decided.near
        if lines[0] in near or lines[-1] in near or lines[-1] - lines[0] > 2 * REACH:
            return None
        there = self.plain.built
        twin = there.units[there.unit_of[home[lines[0]]]]
        same = len(twin.lines) == len(lines) and twin.lines[0] == home[lines[0]]
        if not same or twin.lines[-1] != home[lines[-1]] or twin.kind != unit.kind:
            return None
        return twin if there.joints[twin.lines[0]] is self.built.joints[lines[0]] else None

    def _known(self, units: list[Unit]) -> _Article | None:
        """The base's article of the same units, where no decision is near any of them."""
        twins = [self._far(unit) for unit in units]
        first = twins[0]
        if self.plain is None or first is None:
            return None
        flow = self.plain.flows[first.article]
        same = len(flow) == len(twins) and all(a is b for a, b in zip(flow, twins, strict=True))
        return self.plain.articles[first.article] if same else None

    def _take_dateline(self, article: _Article) -> None:
        first = article.blocks[0]
        if first.role is not Role.BODY:
            return
        start = first.chunks[0].span.start
        if start in self.running and self.decisions.role_at(start) is None:
            return  # it goes on from a text that is not on the page
        if start == self.base.view.habits.lone_place and self.decisions.role_at(start) is None:
            return
        lines = [self.lines[at] for at in article.units[0].lines]
        found = dateline_of(lines, first.chunks, self.decisions, self._no_dateline, self.shapes)
        if found is None:
            return
        end, names = found
        head, rest = cut_chunks(first.chunks, end, self.source.text)
        blocks = article.blocks
        if rest:
            if self.decisions.joint_at.get(rest[0].span.start) in (Joint.PARAGRAPH, Joint.ARTICLE):
                return
            blocks[0] = replace(first, chunks=rest)
        elif len(blocks) > 1 and blocks[1].role is Role.BODY:
            if self.decisions.joint_at.get(blocks[1].chunks[0].span.start) is not None:
                return
            del blocks[0]
        else:
            return
        article.dateline = head
        article.names = tuple(NamePlan(within(head, span), reference=True) for span in names)

    def _take_tail(self, article: _Article) -> None:
        unit, block = article.units[-1], article.blocks[-1]
        if block.role is not Role.BODY or not block.chunks:
            return
        lines = [self.lines[at] for at in unit.lines[-2:]]
        certain = unit.label in ART_END and not article.names
        found = tail_of(lines, self.decisions, self._no_byline, self.shapes, certain=certain)
        if found is None:
            return
        span, names, joined = found
        if article.dateline and span.start < article.dateline[-1].span.end:
            return
        left, _ = cut_chunks(block.chunks, span.start, self.source.text)
        if not left:
            return
        low = joined.places.index(span.start)
        plans, dropped = carve(lines, joined, names.spans, self.running, (low, len(joined.text)))
        article.dropped += [Dropped(mark, "frame") for mark in dropped]
        article.blocks[-1] = replace(block, chunks=left)
        verdict = Verdict(None, 1.0, "glued-byline", ())
        article.tail = HeadingPlan(span, Role.BYLINE, (), plans, None, verdict)

    # heading lines

    def _heading_stretches(self) -> list[tuple[list[int], Unit]]:
        """Heading units, neighbouring byline lines as one: (line numbers, unit)."""
        found: list[tuple[list[int], Unit]] = []
        for unit in self.built.units:
            if unit.kind not in ("head", "by"):
                continue
            at = unit.lines[0]
            told = self.decisions.joint_at.get(self.lines[at].span.start)
            if (
                unit.kind == "by"
                and told is None
                and found
                and found[-1][1].kind == "by"
                and found[-1][0][-1] == at - 1
                and found[-1][1].label == unit.label
                and self._home(at - 1) == self._home(at)
                and self._goes_on(found[-1][0], unit)
            ):
                found[-1] = (found[-1][0] + unit.lines, found[-1][1])
            else:
                found.append((list(unit.lines), unit))
        return found

    def _goes_on(self, before: list[int], unit: Unit) -> bool:
        """Whether a byline line goes on with the byline lines before it."""
        return self.shapes.byline_goes_on([self.lines[at].shape for at in (*before, *unit.lines)])

    def _home(self, at: int) -> object:
        return self.decisions.heading_at(self.lines[at].span.start)

    def bodies(self) -> list[Body]:
        """The articles' bodies as assignment sees them."""
        found = []
        for article in self.articles:
            if article.body is None:
                text = (" " if self.latin else "").join(
                    self.source.text[c.span.start : c.span.end]
                    for block in article.blocks
                    for c in block.chunks
                )
                key = self.lines[article.units[0].lines[0]].span.start
                article.body = Body(key, text, bool(article.names or article.tail))
            found.append(article.body)
        return found

    def slots(self) -> list[Slot]:
        """The heading lines before each article and behind the last, as assignment sees them."""
        found: list[list[Element]] = [[] for _ in range(len(self.articles) + 1)]
        for lines, unit in self.stretches:
            first = self.lines[lines[0]]
            if self._home(lines[0]) is not None:
                continue
            text = " ".join(self.lines[at].shape for at in lines)
            side = 0
            if unit.kind == "by":
                side = -1 if lab.LABELS[unit.label] == "Ba" else 1
                if self.shapes.own_line(first.shape)[0] == "bracket":
                    side = -3
            found[unit.article + 1].append(Element(first.span.start, text, unit.kind == "by", side))
        return [tuple(slot) for slot in found]

    def _owner(self, lines: list[int], assignment: Assignment) -> int | None:
        told = self.decisions.heading_at(self.lines[lines[0]].span.start)
        if told is not None:
            if told.article is None:
                return None
            home = self._article_at(told.article)
            if home is not None:
                return home
        owner = assignment.owner.get(self.lines[lines[0]].span.start)
        if owner is None and told is not None and self.articles:
            unit = self.built.units[self.built.unit_of[lines[0]]]
            owner = max(0, min(len(self.articles) - 1, unit.article))
        return owner

    def _article_at(self, raw_at: int) -> int | None:
        for number, article in enumerate(self.articles):
            spans = [c.span for b in article.blocks for c in b.chunks]
            spans += [c.span for c in article.dateline]
            if any(raw_at in span for span in spans):
                return number
        return None

    # the whole

    def part(self, assignment: Assignment) -> Part:
        """All that was found, under an assignment of the heading lines. To be asked once."""
        self.assigned = assignment
        for article in self.articles:
            self.dropped += article.dropped
        headings = self._headings(assignment)
        furniture: list[BlockPlan] = []
        for unit in paused(self.built.units):
            if unit.kind == "furniture":
                furniture.append(BlockPlan(unit.settle(), self._chunks(unit)))
            elif unit.kind == "caption":
                plan = BlockPlan(unit.settle(), self._chunks(unit))
                if lab.LABELS[unit.label] == "Ca" or unit.article < 0:
                    furniture.append(plan)
                else:
                    self.articles[unit.article].captions.append(plan)
        plans: list[ArticlePlan] = []
        for article in self.articles:
            plans.append(
                ArticlePlan(
                    tuple(article.blocks), article.dateline, article.names, tuple(article.captions)
                )
            )
        self._dehyphenate(plans)
        plain = self.plain.asked if self.plain else None
        self.asked = page_doubts(self.judge, self.lines, self.built.joints, self.decisions, plain)
        return Part(
            articles=tuple(plans),
            headings=tuple(headings),
            furniture=tuple(furniture),
            dropped=tuple(sorted(self.dropped, key=lambda d: d.span)),
            joints=telling.joints(self),
            roles=telling.roles(self, headings),
            doubts=tuple(self.asked.doubts.values()),
        )

    def whole(self) -> Structure:
        """The structure of a page of which nothing was decided."""
        self.made = self.slots()
        habit = value_of(self.base.pins, Habit.HEADLINES)
        assignment = assign(self.bodies(), self.made, habit=habit, firm=bool(habit))
        part = self.part(assignment)
        return joined((part,), telling.habits(self, assignment), self.base.kept, proposals(self))

    def _headings(self, assignment: Assignment) -> list[HeadingPlan]:
        found: list[HeadingPlan] = []
        for lines, unit in self.stretches:
            parts = [self.lines[at] for at in lines]
            span = Span(parts[0].span.start, parts[-1].span.end)
            owner = self._owner(lines, assignment)
            told = self._home(lines[0]) is not None
            verdict = assignment_verdict(told, owner, assignment.habit)
            if unit.kind == "by":
                names, dropped = byline_names(parts, self.running, self.shapes)
                self.dropped += [Dropped(mark, "frame") for mark in dropped]
                found.append(HeadingPlan(span, Role.BYLINE, (), names, owner, verdict))
                continue
            role = unit.settle()
            if not unit.decided and parts[0].shape.startswith("——"):
                role = Role.SUBHEAD
            found.append(HeadingPlan(span, role, self._chunks(unit), (), owner, verdict))
        self._settle_subheads(found)
        for number, article in enumerate(self.articles):
            if article.tail is not None:
                found.append(replace(article.tail, article=number))
        return sorted(found, key=lambda h: h.span)

    def _settle_subheads(self, headings: list[HeadingPlan]) -> None:
        """A guessed subhead must stand last in its block; else it is a line of the headline."""
        for at, heading in enumerate(headings):
            told = any(e.span.overlaps(heading.span) for e in self.decisions.roles)
            if heading.role is not Role.SUBHEAD or told:
                continue
            later = [h for h in headings if h.article == heading.article and h.role.heads]
            if later and (later[-1] != heading or len(later) == 1):
                headings[at] = replace(heading, role=Role.HEADLINE)

    def _dehyphenate(self, plans: list[ArticlePlan]) -> None:
        """Drop the hyphen before each DEHYPHEN joint, wherever its block stands."""
        if Joint.DEHYPHEN not in self.built.joints:
            return
        for number, article in enumerate(plans):
            blocks = list(article.blocks)
            for index, block in enumerate(blocks):
                chunks = list(block.chunks)
                for at in range(1, len(chunks)):
                    left = chunks[at - 1]
                    end = left.span.end
                    if chunks[at].joint is not Joint.DEHYPHEN or left.span.start >= end - 1:
                        continue
                    if self.source.text[end - 1] not in "-‐\u00ad":
                        continue
                    self.dropped.append(Dropped(Span(end - 1, end), "hyphen"))
                    chunks[at - 1] = Chunk(Span(left.span.start, end - 1), left.joint)
                blocks[index] = replace(block, chunks=tuple(chunks))
            plans[number] = replace(article, blocks=tuple(blocks))
