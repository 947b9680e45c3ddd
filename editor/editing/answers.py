"""What an editor says of what was read: doubts answered, articles done or left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from editor.editing import as_read
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.structure import Joint, Role
from editor.model.verdict import (
    Doubt,
    FieldTarget,
    HeadingTarget,
    JointTarget,
    MoveTarget,
    RoleTarget,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class AnswerDoubt:
    """Take a doubt's own value (`choice` 0) or one of its alternatives (1 and on)."""

    doubt: Doubt
    choice: int = 0
    name: str = "doubt"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write the chosen value as a decision; a doubt without a value is settled."""
        verdict = self.doubt.verdict
        values = (verdict.value, *(a.value for a in verdict.alternatives))
        if not 0 <= self.choice < len(values):
            return page.decisions
        value, decisions, source = values[self.choice], page.decisions, page.source
        match self.doubt.target:
            case JointTarget(raw_at) if isinstance(value, Joint):
                return consistent.with_joint(decisions, source, raw_at, value, mark)
            case RoleTarget(span) if isinstance(value, Role):
                return consistent.with_role(decisions, source, span, value, mark)
            case HeadingTarget(span) if value is None or isinstance(value, int):
                return consistent.with_heading(decisions, source, span, value, mark)
            case MoveTarget(span, to, joint, rest) if isinstance(value, int):
                if rest is not None:
                    decisions = consistent.with_role(decisions, source, rest, Role.HEADLINE, mark)
                at: int | None = span.start
                while at is not None and at in span and (held := reading.role_at(at)):
                    if as_read.role_at(reading, at).flows:
                        break  # what was taken for a headline is text as well
                    part = Span(at, min(held[0].end, span.end))
                    decisions = consistent.with_role(decisions, source, part, Role.BODY, mark)
                    at = source.next_ink(part.end)
                return consistent.with_move(decisions, source, span, to, mark, joint=joint)
            case FieldTarget(article, _) if isinstance(value, int) and value != article:
                # a candidate among the page's unassigned lines, named by where it starts
                held = reading.role_at(value)
                if held:
                    return consistent.with_heading(decisions, source, held[0], article, mark)
        return consistent.with_settled(decisions, self.doubt.key, True, mark)


@dataclass(frozen=True, slots=True)
class MarkDone:
    """The article that holds `raw_at` was read and found right: its structure is pinned."""

    raw_at: int
    done: bool = True

    @property
    def name(self) -> str:
        """`done` or `undone`."""
        return "done" if self.done else "undone"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write down every joint, role and heading of the article as it is read now."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        decisions, source = page.decisions, page.source
        if not self.done:
            for entry in page.decisions.done:
                if article.holds(entry.article):
                    decisions = consistent.with_done(decisions, entry.article, False, mark)
            return decisions
        parts: list[tuple[Span, Role]] = []
        spans = as_read.all_spans(article)
        ends = (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)
        near = as_read.between(reading.roles, *ends, _start_of, more=1)
        starts = [role_span.start for role_span, _ in near]
        for span in spans:
            first = bisect_right(starts, span.start) - 1
            last = bisect_left(starts, span.end)
            for role_span, verdict in near[max(0, first) : last]:
                if role_span.overlaps(span) and isinstance(verdict.value, Role):
                    part = Span(max(span.start, role_span.start), min(span.end, role_span.end))
                    if not verdict.decided:
                        parts.append((part, verdict.value))
        for part, role in as_read.together(parts, source):
            decisions = consistent.with_role(decisions, source, part, role, mark)
        body = article.body
        for span, verdict in reading.headings:
            at = verdict.value
            if not isinstance(at, int) or not body.start <= at < body.end:
                continue
            if article.holds(at) and not verdict.decided:
                decisions = consistent.with_heading(decisions, source, span, article.at, mark)
        joints = {
            raw_at: verdict.value
            for raw_at, verdict in as_read.joints_in(reading, article.spans)
            if not verdict.decided and isinstance(verdict.value, Joint)
        }
        decisions = consistent.with_joints(decisions, source, joints, mark)
        return consistent.with_done(decisions, article.at, True, mark)


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """The article that holds `raw_at` is not exported, or is again."""

    raw_at: int
    out: bool = True

    @property
    def name(self) -> str:
        """`leave-out` or `take-in`."""
        return "leave-out" if self.out else "take-in"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write it down for the article, whatever anchor named it before."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        decisions = page.decisions
        for entry in page.decisions.left_out:
            if article.holds(entry.article):
                decisions = consistent.with_left_out(decisions, entry.article, False, mark)
        if self.out:
            decisions = consistent.with_left_out(decisions, article.at, True, mark)
        return decisions


def _start_of(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start
