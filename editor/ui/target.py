"""What a command acts on: the place that the view in use looks at, told in raw text.

Views give a `Target`, commands make a gesture of it. So a gesture means the same thing from
the raw text and from the proof.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from editor.model.history import History
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Reading, SetBlock


@dataclass(frozen=True)
class Target:
    """A caret or a selection.

    `raw_at`, `into`: the caret. `spans`: the selection, or else the unit that the caret stands
    in (the line in the raw text, the block in the proof). `unit_at`, `unit_into`: where that
    unit starts.
    `selected`: whether there is a selection. `block`, `start`, `end`: in the proof, the block
    and the `out_at` range in it. `whole`: an article is meant as such, as in the outline.
    `history`: what was done to the project.
    """

    page: Page
    reading: Reading
    raw_at: int
    into: int = 0
    spans: tuple[Span, ...] = ()
    unit_at: int = 0
    unit_into: int = 0
    selected: bool = False
    block: SetBlock | None = None
    start: int = 0
    end: int = 0
    whole: bool = False
    history: History = field(default_factory=History)

    @property
    def blocks(self) -> tuple[Span, ...]:
        """What a move of blocks takes: the selection, or one character of the caret's block."""
        if self.selected or self.whole or self.block is not None:
            return self.spans
        here = self.page.source.next_ink(max(self.raw_at, self.span.start))
        if here is None or here >= self.span.end:
            here = self.page.source.last_ink(self.span.end)
        return (Span(here, here + 1),) if here is not None else ()

    @property
    def span(self) -> Span:
        """The smallest span that holds all of it."""
        if not self.spans:
            return Span(self.raw_at, self.raw_at)
        return Span(min(s.start for s in self.spans), max(s.end for s in self.spans))

    @property
    def article(self) -> Article | None:
        """The article that is meant: the one that holds the place, or whose heading it is."""
        if self.block is not None:
            for article in self.reading.articles:
                if article.at == self.block.article:
                    return article
        return article_at(self.reading, self.raw_at)


class _Index:
    """Where each article's body and headings stand, for one reading: by their outer ends.

    Made anew with every letter, so it asks each article once and never goes through its text.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        bodies = [(article.body, article) for article in reading.articles]
        self._bodies = sorted(bodies, key=lambda entry: entry[0])
        self._reach = list(accumulate((body.end for body, _ in self._bodies), max))
        self._by_anchor = {article.at: article for article in reading.articles}

    def at(self, raw_at: int) -> Article | None:
        near: Article | None = None
        start = -1
        index = bisect_right(self._bodies, raw_at, key=lambda entry: entry[0].start) - 1
        while index >= 0 and self._reach[index] > start:
            article = self._bodies[index][1]
            if article.holds(raw_at):
                return article
            if article.start_before(raw_at) > start:
                near, start = article, article.start_before(raw_at)
            index -= 1
        headings = self.reading.headings
        heading = bisect_right(headings, raw_at, key=lambda entry: entry[0].start) - 1
        if heading >= 0:
            span, verdict = headings[heading]
            if raw_at in span or raw_at == span.end:
                at = verdict.value
                return self._by_anchor.get(at) if isinstance(at, int) else None
        return near


class _Same:
    """A reading that equals itself only: comparing two whole readings would cost more."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


@lru_cache(maxsize=2)
def _index(of: _Same) -> _Index:
    return _Index(of.reading)


def article_at(reading: Reading, raw_at: int) -> Article | None:
    """The article whose body or heading lines hold (or stand nearest before) this place."""
    return _index(_Same(reading)).at(raw_at)
