"""Where running text stands on the page, and moves of it: what gestures that move share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.reading import Article, Reading
from editor.model.source import Source
from editor.model.traced import TracedText


def spans(text: TracedText) -> list[Span]:
    """What a text prints of the page, in reading order."""
    return [p.owned for p in text.pieces if p.owned and p.owned.start < p.owned.end]


def runs(reading: Reading, texts: Iterable[TracedText]) -> list[Span]:
    """The stretches of the page that texts are read from, in reading order.

    What follows one another in both is one stretch, unless other running text is between.
    """
    starts = sorted(span.start for article in reading.articles for span in article.spans)
    found: list[Span] = []
    for run in (span for text in texts for span in spans(text)):
        if found and found[-1].end <= run.start:
            later = bisect_right(starts, found[-1].end - 1)
            if later < len(starts) and starts[later] == run.start:
                found[-1] = Span(found[-1].start, run.end)
                continue
        found.append(run)
    return found


def of_article(reading: Reading, article: Article) -> list[Span]:
    """The stretches of an article's running text, its dateline with it."""
    texts = [article.dateline] if article.dateline else []
    return runs(reading, [*texts, *(block.text for block in article.blocks)])


def edge(source: Source, text: TracedText, *, behind: bool) -> int:
    """Where text goes that is read before this one, or behind it."""
    own = spans(text)
    if not own:
        return text.span.start
    if not behind:
        return own[0].start
    ink = source.last_ink(own[-1].end)
    return own[-1].end if ink is None else ink + 1


def before(reading: Reading, raw_at: int) -> Article | None:
    """The article whose running text stands last before a place on the page."""
    last, found = -1, None
    for article in reading.articles:
        body = article.body
        if body.start >= raw_at or body.end <= last:
            continue
        ends = (body.end,) if body.end <= raw_at else (span.end for span in article.spans)
        end = max((end for end in ends if end <= raw_at), default=-1)
        if end > last:
            last, found = end, article
    return found


def moved(
    decisions: Decisions,
    source: Source,
    stretches: Sequence[Span],
    to: int,
    mark: Mark,
    *,
    behind: bool,
    whole: bool = False,
) -> Decisions:
    """All stretches before `to` in their order; `behind`: one behind the other from there on."""
    for stretch in stretches:
        decisions = consistent.with_move(decisions, source, stretch, to, mark, whole=whole)
        if behind:
            to = stretch.end
    return decisions
