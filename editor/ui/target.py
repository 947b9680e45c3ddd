"""What a command acts on: the place that the view in use looks at, told in raw text.

Views give a `Target`, commands make a gesture of it. So a gesture means the same thing from
the raw text and from the proof.
"""

from __future__ import annotations

from dataclasses import dataclass

from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Reading, SetBlock


@dataclass(frozen=True)
class Target:
    """A caret or a selection.

    `raw_at`, `into`: the caret. `spans`: the selection, or else the unit that the caret stands
    in (the line in the raw text, the block in the proof). `unit_at`: where that unit starts.
    `selected`: whether there is a selection. `block`, `start`, `end`: in the proof, the block
    and the `out_at` range in it.
    """

    page: Page
    reading: Reading
    raw_at: int
    into: int = 0
    spans: tuple[Span, ...] = ()
    unit_at: int = 0
    selected: bool = False
    block: SetBlock | None = None
    start: int = 0
    end: int = 0

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


def article_at(reading: Reading, raw_at: int) -> Article | None:
    """The article whose body or heading lines hold (or stand nearest before) this place."""
    held = reading.article_of(raw_at)
    if held is not None:
        return held
    for span, verdict in reading.headings:
        if raw_at in span or raw_at == span.end:
            at = verdict.value
            return reading.article_of(at) if isinstance(at, int) else None
    best: Article | None = None
    near = -1
    for article in reading.articles:
        for span in article.spans:
            if near < span.end <= raw_at:
                best, near = article, span.end
    return best
