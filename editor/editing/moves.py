"""Moving text: blocks and articles one place on, a block to another article, and back again.

A move takes one stretch of the page; text that stands in several stretches is moved by several.
What an article was told by an anchor inside moved text (its typed headline, its being done) goes
on being told of that article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.model import consistent
from editor.model.decisions import Decisions, Mark, with_entries
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Block, Reading
from editor.model.source import Source
from editor.model.structure import HEADS, Joint, Role

UP, DOWN = -1, 1


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """The blocks that `spans` touch go one place up (-1) or down (1).

    At an article's edge they go into the next article; all of an article goes as a whole.
    """

    spans: tuple[Span, ...]
    step: int
    name: str = "move"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Moves; the same decisions at the page's edge or where nothing can be moved."""
        held = blocks_at(reading, self.spans)
        if held is None:
            return page.decisions
        article, first, last = held
        if first == 0 and last == len(article.blocks) - 1:
            return MoveArticle(article.at, self.step).apply(page, reading, mark)
        taken = article.blocks[first : last + 1]
        step = last + 1 if self.step > 0 else first - 1
        if 0 <= step < len(article.blocks):
            to = _edge(page.source, article.blocks[step], behind=self.step > 0)
            return _move_blocks(page, reading, taken, to, self.step > 0, mark)
        number = reading.articles.index(article) + self.step
        if not 0 <= number < len(reading.articles):
            return page.decisions
        near = reading.articles[number].blocks[0 if self.step > 0 else -1]
        to = _edge(page.source, near, behind=self.step < 0)
        decisions = _move_blocks(page, reading, taken, to, self.step < 0, mark)
        rest = article.blocks[:first] + article.blocks[last + 1 :]
        return _reanchored(decisions, taken, rest) if decisions != page.decisions else decisions


@dataclass(frozen=True, slots=True)
class MoveArticle:
    """The article that holds `raw_at` changes places with the one before (-1) or after it (1)."""

    raw_at: int
    step: int
    name: str = "move-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """One move of the one or the other: an article of one stretch is what can be moved."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        number = reading.articles.index(article) + self.step
        if not 0 <= number < len(reading.articles):
            return page.decisions
        other = reading.articles[number]
        decisions = _move_article(page, reading, article, other, self.step > 0, mark)
        if decisions == page.decisions:
            decisions = _move_article(page, reading, other, article, self.step < 0, mark)
        return decisions


@dataclass(frozen=True, slots=True)
class PlaceArticle:
    """The article that holds `raw_at` is read before the one that holds `before` (None: last)."""

    raw_at: int
    before: int | None
    name: str = "move-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """One move; the same decisions where the article stands there already."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        number = reading.articles.index(article)
        later = reading.articles[number + 1] if number + 1 < len(reading.articles) else None
        if self.before is None:
            other = reading.articles[-1]
            if other is article:
                return page.decisions
            return _move_article(page, reading, article, other, True, mark)
        other_or_none = reading.article_of(self.before)
        if other_or_none is None or other_or_none in (article, later):
            return page.decisions
        return _move_article(page, reading, article, other_or_none, False, mark)


@dataclass(frozen=True, slots=True)
class SendText:
    """The text of `spans` goes to the end of the article that holds `article`.

    `cut`: exactly this text and no more, made a paragraph of its own; else the blocks that it
    touches. Heading lines and bylines are assigned to that article.
    """

    spans: tuple[Span, ...]
    article: int
    cut: bool = False
    name: str = "send"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Moves and assignments; the same decisions where nothing can be sent."""
        target = reading.article_of(self.article)
        if target is None:
            return page.decisions
        decisions = page.decisions
        for span in self.spans:
            for part in _heading_parts(reading, span):
                decisions = consistent.with_heading(decisions, page.source, part, target.at, mark)
        held = blocks_at(reading, self.spans)
        if held is None or held[0] is target:
            return decisions
        article, first, last = held
        blocks = article.blocks[first : last + 1]
        runs = whole = _runs(reading, blocks)
        to = _edge(page.source, target.blocks[-1], behind=True)
        if self.cut:
            runs = [cut for run in runs for cut in _cut_to(run, self.spans)]
            decisions = _with_edges(decisions, page.source, reading, runs, mark)
        rest = article.blocks[:first] + article.blocks[last + 1 :]
        if not rest and runs == whole:
            return decisions  # all of an article: the two are joined, not sent
        before = decisions
        decisions = _move_runs(decisions, page.source, runs, to, True, mark)
        return _reanchored(decisions, blocks, rest) if decisions != before and rest else decisions


@dataclass(frozen=True, slots=True)
class SwapHeadlines:
    """Two articles, each held by one of these places, exchange kicker, headline and subhead."""

    first: int
    second: int
    name: str = "swap-headlines"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Assign the printed lines crosswise, and the typed ones too."""
        pair = reading.article_of(self.first), reading.article_of(self.second)
        if pair[0] is None or pair[1] is None or pair[0] is pair[1]:
            return page.decisions
        decisions = page.decisions
        for article, other in (pair, pair[::-1]):
            assert article is not None and other is not None
            for line in (line for role in HEADS for line in article.heads(role)):
                if line.span.start < line.span.end:
                    decisions = consistent.with_heading(
                        decisions, page.source, line.span, other.at, mark
                    )
        typed = []
        for entry in decisions.typed:
            for article, other in (pair, pair[::-1]):
                assert article is not None and other is not None
                if entry.role in HEADS and _named(article, entry.article):
                    entry = replace(entry, article=other.at, mark=mark)
                    break
            typed.append(entry)
        return with_entries(decisions, "typed", typed)


@dataclass(frozen=True, slots=True)
class Unmove:
    """The text of `spans` is read where the page has it."""

    spans: tuple[Span, ...]
    name: str = "unmove"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Take the moves of this text away."""
        decisions = page.decisions
        for span in self.spans:
            decisions = consistent.without_moves(decisions, span)
        return decisions


def blocks_at(reading: Reading, spans: Sequence[Span]) -> tuple[Article, int, int] | None:
    """The article that holds the first of `spans`, with its first and last block they touch."""
    for span in spans:
        for article in reading.articles:
            touched = [
                index
                for index, block in enumerate(article.blocks)
                if any(_owned(block, other) for other in spans)
            ]
            if touched and any(_owned(article.blocks[index], span) for index in touched):
                return article, touched[0], touched[-1]
    return None


def _owned(block: Block, span: Span) -> bool:
    return any(p.owned is not None and p.owned.overlaps(span) for p in block.text.pieces)


def _named(article: Article, anchor: int) -> bool:
    return article.at == anchor or article.holds(anchor)


def _heading_parts(reading: Reading, span: Span) -> list[Span]:
    """The parts of `span` that are heading lines or bylines."""
    found = []
    for held, verdict in reading.roles:
        if isinstance(verdict.value, Role) and verdict.value.assigned and held.overlaps(span):
            found.append(Span(max(held.start, span.start), min(held.end, span.end)))
    return found


def _edge(source: Source, block: Block, *, behind: bool) -> int:
    """Where text goes that is read before a block, or behind it."""
    spans = _spans(block)
    if not spans:
        return block.text.span.start
    if not behind:
        return spans[0].start
    ink = source.last_ink(spans[-1].end)
    return spans[-1].end if ink is None else ink + 1


def _runs(reading: Reading, blocks: Iterable[Block]) -> list[Span]:
    """The stretches of the page that blocks are read from, in reading order.

    What follows one another in both is one stretch, unless other running text is between.
    """
    starts = sorted(span.start for article in reading.articles for span in article.spans)
    found: list[Span] = []
    for run in (span for block in blocks for span in _spans(block)):
        if found and found[-1].end <= run.start:
            later = bisect_right(starts, found[-1].end - 1)
            if later < len(starts) and starts[later] == run.start:
                found[-1] = Span(found[-1].start, run.end)
                continue
        found.append(run)
    return found


def _move_blocks(
    page: Page, reading: Reading, blocks: Iterable[Block], to: int, behind: bool, mark: Mark
) -> Decisions:
    runs = _runs(reading, blocks)
    return _move_runs(page.decisions, page.source, runs, to, behind, mark)


def _move_runs(
    decisions: Decisions, source: Source, runs: Sequence[Span], to: int, behind: bool, mark: Mark
) -> Decisions:
    """All runs before `to` in their order, or one behind the other from there on."""
    for run in runs:
        decisions = consistent.with_move(decisions, source, run, to, mark)
        if behind:
            to = run.end
    return decisions


def _move_article(
    page: Page, reading: Reading, article: Article, other: Article, behind: bool, mark: Mark
) -> Decisions:
    """An article that is one stretch of the page before or behind another one."""
    runs = _runs(reading, article.blocks)
    if len(runs) != 1:
        return page.decisions
    to = _edge(page.source, other.blocks[-1 if behind else 0], behind=behind)
    return _move_runs(page.decisions, page.source, runs, to, behind, mark)


def _spans(block: Block) -> list[Span]:
    return [p.owned for p in block.text.pieces if p.owned and p.owned.start < p.owned.end]


def _cut_to(run: Span, spans: Iterable[Span]) -> list[Span]:
    parts = [Span(max(run.start, s.start), min(run.end, s.end)) for s in spans if s.overlaps(run)]
    return [part for part in parts if part.start < part.end]


def _with_edges(
    decisions: Decisions, source: Source, reading: Reading, runs: Sequence[Span], mark: Mark
) -> Decisions:
    """A paragraph begins where the first of `runs` does, and behind each of them."""
    if not runs:
        return decisions
    places = [source.next_ink(runs[0].start), *(source.next_ink(run.end) for run in runs)]
    for place in places:
        if place is None or reading.article_of(place) is None:
            continue
        stands = reading.joint_at.get(place)
        if stands is None or stands.value not in (Joint.PARAGRAPH, Joint.ARTICLE):
            decisions = consistent.with_joint(decisions, source, place, Joint.PARAGRAPH, mark)
    return decisions


def _reanchored(decisions: Decisions, taken: Sequence[Block], rest: Sequence[Block]) -> Decisions:
    """What was told of an article by a place in text that left it, told by a place that stays."""
    gone = [span for block in taken for span in _spans(block)]
    stays = [span for block in rest for span in _spans(block)]
    if not stays:
        return decisions
    for name in ("typed", "done", "left_out", "headings"):
        found = {}
        for entry in getattr(decisions, name):
            if entry.article is not None and any(entry.article in span for span in gone):
                entry = replace(entry, article=stays[0].start)
            key = getattr(entry, "span", entry.article), getattr(entry, "role", None)
            found[key] = entry
        decisions = with_entries(decisions, name, found.values())
    return decisions
