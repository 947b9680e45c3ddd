"""What an editor can do to a page: each gesture is a frozen value that gives new decisions.

A gesture looks at the page and at its present reading and says what is decided from now on.
It changes nothing itself; `editing.session.Session` is what applies it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from editor.editing import as_read, stretches
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Reading
from editor.model.runs import RUNNING, runs_on
from editor.model.structure import HEADS, Joint, Role


class Gesture(Protocol):
    """One thing that an editor does. `name` is its code, told to people by the window."""

    @property
    def name(self) -> str:
        """The code of the gesture, for the undo entry and the history list."""
        ...

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """The decisions of `page` after the gesture; the same ones where it does nothing."""
        ...


@dataclass(frozen=True, slots=True)
class SetJoint:
    """Decide the joint before the printed character at `raw_at`; None clears it."""

    raw_at: int
    joint: Joint | None
    name: str = "joint"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write it down."""
        return consistent.with_joint(page.decisions, page.source, self.raw_at, self.joint, mark)


@dataclass(frozen=True, slots=True)
class Split:
    """A new paragraph from here on (in a headline: a new line). `into`: inside typed text."""

    raw_at: int
    into: int = 0
    name: str = "split"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """A break before the next printed character, or inside the patch that holds the place.

        Before text that was inserted here, the break is that text's first character.
        """
        here = Span(self.raw_at, self.raw_at)
        if self.into or any(patch.span == here for patch in page.decisions.patches):
            at = (self.raw_at, self.into)
            return consistent.with_patch(page.decisions, page.source, at, at, "\n", mark)
        ink = page.source.next_ink(self.raw_at)
        if ink is None:
            return page.decisions
        role = as_read.role_at(reading, ink)
        joint = Joint.PARAGRAPH if role.flows or role is Role.CAPTION else Joint.LINE
        stands = reading.joint_at.get(ink)
        if stands and (stands.value is joint or stands.value is Joint.ARTICLE):
            return page.decisions
        return consistent.with_joint(page.decisions, page.source, ink, joint, mark)


@dataclass(frozen=True, slots=True)
class Join:
    """The block that starts at `raw_at` goes on where the text before it ends.

    `into`: the block starts inside typed text, behind so many of its characters.
    """

    raw_at: int
    into: int = 0
    name: str = "join"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """A running joint before the block; what it joins takes the role of what stands before.

        A break that the editor typed is taken out of its patch instead, and one that was decided
        inside a printed line is taken back: the page has none there.
        """
        typed = self._typed_break(page)
        if typed is not None:
            at, end = typed
            return consistent.with_patch(
                page.decisions, page.source, (at, end - 1), (at, end), "", mark
            )
        ink = page.source.next_ink(self.raw_at)
        if ink is None:
            return page.decisions
        before = as_read.end_before(page, reading, ink)
        if before is None:
            return page.decisions
        left, right = as_read.role_at(reading, before), as_read.role_at(reading, ink)
        decisions = page.decisions
        printed_on = "\n" not in page.source.text[before:ink] and before < ink
        if printed_on and ink in decisions.joint_at and runs_on(left, right):
            return consistent.with_joint(decisions, page.source, ink, None, mark)
        if not runs_on(left, right):
            for span in as_read.block_spans(reading, ink):
                role = Role.BODY if left is Role.DATELINE else left
                decisions = consistent.with_role(decisions, page.source, span, role, mark)
        joint = as_read.running_joint(page, reading, before, ink)
        return consistent.with_joint(decisions, page.source, ink, joint, mark)

    def _typed_break(self, page: Page) -> tuple[int, int] | None:
        """The patch's start, and the place in its text behind the break that stands here."""
        for patch in page.decisions.patches:
            start, end = patch.span
            if self.into and start == self.raw_at:
                return (start, self.into) if patch.text[: self.into].endswith("\n") else None
            ends = not self.into and patch.text.endswith("\n")
            if ends and end <= self.raw_at and not page.source.text[end : self.raw_at].strip():
                return start, len(patch.text)
        return None


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A new article from here on: at the next character that is part of a body."""

    raw_at: int
    name: str = "new-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """An ARTICLE joint there, unless one stands there already."""
        ink = page.source.next_ink(self.raw_at)
        while ink is not None and not as_read.role_at(reading, ink).flows:
            span, _ = reading.role_at(ink) or (Span(ink, ink + 1), None)
            ink = page.source.next_ink(span.end)
        if ink is None:
            return page.decisions
        if any(ink in move.span and not move.whole for move in page.decisions.moves):
            return page.decisions  # the page has the text behind it elsewhere
        stands = reading.joint_at.get(ink)
        if stands and stands.value is Joint.ARTICLE:
            return page.decisions
        return consistent.with_joint(page.decisions, page.source, ink, Joint.ARTICLE, mark)


@dataclass(frozen=True, slots=True)
class JoinArticle:
    """The article that holds `raw_at` becomes part of the one before it.

    Its headline becomes a crosshead where its body starts, or the headline of both where the
    one before has none. `earlier`: the joint that was decided there before the article's, None
    for none; where that is not known, a new paragraph stays.
    """

    raw_at: int
    earlier: Joint | None = Joint.PARAGRAPH
    name: str = "join-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """A paragraph joint in place of the article's, and a place for its heading lines."""
        article = reading.article_of(self.raw_at)
        if article is None or article is reading.articles[0]:
            return page.decisions
        first = reading.articles[reading.articles.index(article) - 1]
        source = page.source
        decisions, crossheads = hand_over(page.decisions, page, reading, article, first, mark)
        start = article.spans[0].start if article.spans else article.at
        if page.decisions.moves or stretches.before(reading, start) is not first:
            # the page has them elsewhere: what is read together is moved together
            runs = [*crossheads, *stretches.of_article(reading, article)]
            to = stretches.edge(source, first.blocks[-1].text, behind=True)
            return stretches.moved(decisions, source, runs, to, mark, behind=True)
        for span in crossheads:
            if span.start > start:
                decisions = consistent.with_move(decisions, source, span, start, mark)
        joint = Joint.PARAGRAPH if self.earlier is Joint.ARTICLE else self.earlier
        return consistent.with_joint(decisions, source, start, joint, mark)


def hand_over(
    decisions: Decisions, page: Page, reading: Reading, article: Article, heir: Article, mark: Mark
) -> tuple[Decisions, list[Span]]:
    """Names, heading lines and typed fields of an article that becomes part of another one.

    Its heading lines are the other's where that has none; else they are crossheads, whose spans
    are given too.
    """
    source = page.source
    start = article.spans[0].start if article.spans else article.at
    headed = any(heir.heads(role) for role in HEADS)
    for line in (line for role in HEADS for line in heir.heads(role)):
        if span := as_read.printed(line.span):
            decisions = consistent.with_heading(decisions, source, span, heir.at, mark)
    for name in (*heir.byline, *article.byline):
        span = as_read.printed(name.text.span)
        if span and not name.reference:
            decisions = consistent.with_role(decisions, source, span, Role.BYLINE, mark)
            decisions = consistent.with_heading(decisions, source, span, heir.at, mark)
    crossheads: list[Span] = []
    for line in (line for role in HEADS for line in article.heads(role)):
        span = as_read.printed(line.span)
        if span and not headed:
            decisions = consistent.with_heading(decisions, source, span, heir.at, mark)
        elif span:
            crossheads.append(span)
            decisions = consistent.with_role(decisions, source, span, Role.CROSSHEAD, mark)
            if decisions.joint_at.get(span.start) is None:
                # between paragraphs, not at the start of an article
                decisions = consistent.with_joint(
                    decisions, source, span.start, Joint.PARAGRAPH, mark
                )
            ink = source.next_ink(span.end)
            stands = reading.joint_at.get(ink) if ink is not None else None
            if ink is not None and stands and stands.value is Joint.ARTICLE and ink != start:
                # a crosshead before it would make the next article go on with this one
                decisions = consistent.with_joint(decisions, source, ink, Joint.ARTICLE, mark)
    for entry in decisions.typed:
        if article.holds(entry.article):
            decisions = consistent.with_typed(decisions, entry.article, entry.role, (), mark)
            held = next(
                (e for e in decisions.typed if heir.holds(e.article) and e.role is entry.role),
                None,
            )
            if entry.role is Role.BYLINE or (not headed and entry.role in HEADS):
                at = held.article if held else heir.at
                lines = (*(held.lines if held else ()), *entry.lines)
                decisions = consistent.with_typed(decisions, at, entry.role, lines, mark)
    return decisions, crossheads


@dataclass(frozen=True, slots=True)
class SetRole:
    """The text of these spans is this (None: what the analysis says)."""

    spans: tuple[Span, ...]
    role: Role | None

    @property
    def name(self) -> str:
        """`role-headline` and so on; `role-clear`."""
        return f"role-{self.role.value if self.role else 'clear'}"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write the role over each span; what was one block stays one, but for heading lines."""
        decisions, source = page.decisions, page.source
        for span in self.spans:
            decisions = consistent.with_role(decisions, source, span, self.role, mark)
        if self.role in (Role.CROSSHEAD, Role.CAPTION, Role.FURNITURE):
            inside: dict[int, Joint] = {}
            for raw_at, verdict in as_read.joints_in(reading, self.spans):
                joint, before = verdict.value, source.last_ink(raw_at)
                held = before is not None and any(before in span for span in self.spans)
                if held and isinstance(joint, Joint) and joint in RUNNING:
                    inside[raw_at] = joint
            decisions = consistent.with_joints(decisions, source, inside, mark)
        return decisions


@dataclass(frozen=True, slots=True)
class AssignHeading:
    """The heading lines of `span` belong to this article (its anchor), or to the tray (None)."""

    span: Span
    article: int | None
    name: str = "assign"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write it down; lines that are no heading yet become headline."""
        decisions = page.decisions
        if not as_read.role_at(reading, page.source.next_ink(self.span.start) or 0).assigned:
            role = Role.HEADLINE
            decisions = consistent.with_role(decisions, page.source, self.span, role, mark)
        return consistent.with_heading(decisions, page.source, self.span, self.article, mark)


@dataclass(frozen=True, slots=True)
class MoveText:
    """The text of `span` is read before the character at `to`.

    `joint`: it goes on with the text that ends there, joined so.
    """

    span: Span
    to: int
    joint: Joint | None = None
    name: str = "move"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Add the move."""
        return consistent.with_move(
            page.decisions, page.source, self.span, self.to, mark, joint=self.joint
        )


@dataclass(frozen=True, slots=True)
class TypeField:
    """Lines for a field that the page does not have; no lines take it away again."""

    article: int
    role: Role
    lines: tuple[str, ...]
    name: str = "field"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Write the lines for the article, whatever anchor it was typed for before."""
        decisions = page.decisions
        article = reading.article_of(self.article)
        for entry in page.decisions.typed:
            same = entry.article == self.article or (article and article.holds(entry.article))
            if entry.role is self.role and same:
                decisions = consistent.with_typed(decisions, entry.article, entry.role, (), mark)
        lines = tuple(line for line in self.lines if line.strip())
        return consistent.with_typed(decisions, self.article, self.role, lines, mark)


@dataclass(frozen=True, slots=True)
class Restore:
    """The page's own characters again wherever a correction touches `span`."""

    span: Span
    name: str = "restore"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Take the patches away."""
        return consistent.without_patches(page.decisions, self.span)


@dataclass(frozen=True, slots=True)
class Clear:
    """What the analysis says, for all joints, roles, headings and moves of `span`."""

    span: Span
    name: str = "clear"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Take structural decisions of the span away."""
        decisions = page.decisions
        for entry in page.decisions.joints:
            if entry.raw_at in self.span:
                decisions = consistent.with_joint(decisions, page.source, entry.raw_at, None, mark)
        decisions = consistent.with_role(decisions, page.source, self.span, None, mark)
        decisions = consistent.with_heading(
            decisions, page.source, self.span, None, mark, clear=True
        )
        return consistent.without_moves(decisions, self.span)
