"""Moving text: blocks and articles one place on, a block to another article, and back again.

A move takes one stretch of the page; text that stands in several stretches is moved by several.
What an article was told by an anchor inside moved text (its typed headline, its being done) goes
on being told of that article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.editing import stretches
from editor.editing.gestures import hand_over
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

    At an article's edge they go into the next article; all of an article goes as a whole. Blocks
    of several articles have no one place to go to. A caption goes to the next article at once: it
    has no place among the paragraphs.
    """

    spans: tuple[Span, ...]
    step: int
    name: str = "move"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Moves; the same decisions at the page's edge or where nothing can be moved."""
        held = touched(reading, self.spans)
        if not held:
            return self._captions(page, reading, mark)
        if len(held) != 1:
            return page.decisions
        ((article, first, last),) = held
        if first == 0 and last == len(article.blocks) - 1:
            return MoveArticle(article.at, self.step).apply(page, reading, mark)
        taken = article.blocks[first : last + 1]
        step = last + 1 if self.step > 0 else first - 1
        if 0 <= step < len(article.blocks):
            behind, near = self.step > 0, article.blocks[step]
            return self._move(page, reading, taken, near, behind, mark)
        number = reading.articles.index(article) + self.step
        if not 0 <= number < len(reading.articles):
            return page.decisions
        behind = self.step < 0
        near = reading.articles[number].blocks[-1 if behind else 0]
        decisions = self._move(page, reading, taken, near, behind, mark)
        rest = article.blocks[:first] + article.blocks[last + 1 :]
        return _reanchored(decisions, taken, rest) if decisions != page.decisions else decisions

    def _captions(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Captions alone go to the article before or after theirs."""
        decisions = page.decisions
        for article, caption in _captions_in(reading, self.spans):
            number = reading.articles.index(article) + self.step
            if 0 <= number < len(reading.articles):
                other = reading.articles[number]
                decisions = _caption_sent(decisions, page.source, caption, other, mark)
        return decisions

    def _move(
        self,
        page: Page,
        reading: Reading,
        taken: Sequence[Block],
        near: Block,
        behind: bool,
        mark: Mark,
    ) -> Decisions:
        runs = stretches.runs(reading, [block.text for block in taken])
        to = stretches.edge(page.source, near.text, behind=behind)
        return stretches.moved(page.decisions, page.source, runs, to, mark, behind=behind)


@dataclass(frozen=True, slots=True)
class MoveArticle:
    """The article that holds `raw_at` changes places with the one before (-1) or after it (1)."""

    raw_at: int
    step: int
    name: str = "move-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Moves of all of it; the same decisions at the page's edge."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        number = reading.articles.index(article) + self.step
        if not 0 <= number < len(reading.articles):
            return page.decisions
        other = reading.articles[number]
        return _move_article(page, reading, article, other, self.step > 0, mark)


@dataclass(frozen=True, slots=True)
class PlaceArticle:
    """The article that holds `raw_at` is read before the one that holds `before` (None: last)."""

    raw_at: int
    before: int | None
    name: str = "move-article"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Moves of all of it; the same decisions where the article stands there already."""
        article = reading.article_of(self.raw_at)
        if article is None:
            return page.decisions
        number = reading.articles.index(article)
        later = reading.articles[number + 1] if number + 1 < len(reading.articles) else None
        if self.before is None:
            if later is None:
                return page.decisions
            return _move_article(page, reading, article, reading.articles[-1], True, mark)
        other = reading.article_of(self.before)
        if other is None or other is article or other is later:
            return page.decisions
        return _move_article(page, reading, article, other, False, mark)


@dataclass(frozen=True, slots=True)
class SendText:
    """The text of `spans` goes to the end of the article that holds `article`.

    `cut`: exactly this text and no more, made a paragraph of its own; else the blocks that it
    touches. Captions go there whole; heading lines and bylines are assigned to that article; an
    article that is sent as a whole is joined with it.
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
        decisions, source = page.decisions, page.source
        for span in self.spans:
            for part in _heading_parts(reading, span):
                decisions = consistent.with_heading(decisions, source, part, target.at, mark)
        for article, caption in _captions_in(reading, self.spans):
            if article is not target:
                decisions = _caption_sent(decisions, source, caption, target, mark)
        to = stretches.edge(source, target.blocks[-1].text, behind=True)
        for article, first, last in touched(reading, self.spans):
            if article is target:
                continue
            blocks = article.blocks[first : last + 1]
            whole = runs = stretches.runs(reading, [block.text for block in blocks])
            if self.cut:
                runs = [cut for run in runs for cut in _cut_to(run, self.spans)]
            rest = article.blocks[:first] + article.blocks[last + 1 :]
            if rest or runs != whole:
                decisions = _with_edges(decisions, source, reading, runs, mark)
            else:
                decisions, crossheads = hand_over(decisions, page, reading, article, target, mark)
                runs = [*crossheads, *runs]
            earlier = decisions
            decisions = stretches.moved(decisions, source, runs, to, mark, behind=True)
            if rest and decisions != earlier:
                decisions = _reanchored(decisions, blocks, rest)
            to = runs[-1].end if runs else to
        return decisions


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


def touched(reading: Reading, spans: Sequence[Span]) -> list[tuple[Article, int, int]]:
    """Each article of whose blocks `spans` touch some, with the first and the last of these."""
    found = []
    for article in reading.articles:
        numbers = [
            number
            for number, block in enumerate(article.blocks)
            if any(own.overlaps(span) for own in stretches.spans(block.text) for span in spans)
        ]
        if numbers:
            found.append((article, numbers[0], numbers[-1]))
    return found


def _captions_in(reading: Reading, spans: Sequence[Span]) -> list[tuple[Article, Span]]:
    """The captions that `spans` touch, each with its article."""
    return [
        (article, caption.text.span)
        for article in reading.articles
        for caption in article.captions
        if any(own.overlaps(span) for own in stretches.spans(caption.text) for span in spans)
    ]


def _caption_sent(
    decisions: Decisions, source: Source, caption: Span, article: Article, mark: Mark
) -> Decisions:
    """A caption behind an article's text; where it was sent before, that counts no more."""
    to = stretches.edge(source, article.blocks[-1].text, behind=True)
    kept = [move for move in decisions.moves if move.span != caption]
    decisions = with_entries(decisions, "moves", kept)
    return consistent.with_move(decisions, source, caption, to, mark)


def _named(article: Article, anchor: int) -> bool:
    return article.at == anchor or article.holds(anchor)


def _heading_parts(reading: Reading, span: Span) -> list[Span]:
    """The parts of `span` that are heading lines or bylines."""
    found = []
    for held, verdict in reading.roles:
        if isinstance(verdict.value, Role) and verdict.value.assigned and held.overlaps(span):
            found.append(Span(max(held.start, span.start), min(held.end, span.end)))
    return found


def _move_article(
    page: Page, reading: Reading, article: Article, other: Article, behind: bool, mark: Mark
) -> Decisions:
    """All of an article before or behind another one, as an article."""
    near = other.blocks[-1 if behind else 0].text
    to = stretches.edge(page.source, near, behind=behind)
    runs = stretches.of_article(reading, article)
    return stretches.moved(page.decisions, page.source, runs, to, mark, behind=behind, whole=True)


def _cut_to(run: Span, spans: Iterable[Span]) -> list[Span]:
    parts = [Span(max(run.start, s.start), min(run.end, s.end)) for s in spans if s.overlaps(run)]
    return [part for part in parts if part.start < part.end]


def _with_edges(
    decisions: Decisions, source: Source, reading: Reading, runs: Sequence[Span], mark: Mark
) -> Decisions:
    """A paragraph begins where the first of `runs` does, and behind each of them."""
    if not runs:
        return decisions
    begins = {
        own[0].start
        for article in reading.articles
        for own in (stretches.spans(block.text) for block in article.blocks)
        if own
    }
    places = [source.next_ink(runs[0].start), *(source.next_ink(run.end) for run in runs)]
    for place in places:
        if place is not None and place not in begins and reading.article_of(place) is not None:
            decisions = consistent.with_joint(decisions, source, place, Joint.PARAGRAPH, mark)
    return decisions


def _reanchored(decisions: Decisions, taken: Sequence[Block], rest: Sequence[Block]) -> Decisions:
    """What was told of an article by a place in text that left it, told by a place that stays."""
    gone = [span for block in taken for span in stretches.spans(block.text)]
    stays = [span for block in rest for span in stretches.spans(block.text)]
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
