"""What a reading says of a place, as gestures ask it: roles, joints, whole blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import TypeVar

from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.model.verdict import Verdict

T = TypeVar("T")


def running_joint(page: Page, reading: Reading, before: int, ink: int) -> Joint:
    """How the text that ends with the character at `before` runs on with the one at `ink`."""
    from editor.analysis.joining import running

    text = page.source.text
    left = text[text.rfind("\n", 0, before) + 1 : before + 1]
    end = text.find("\n", ink)
    right = text[ink : end if end >= 0 else len(text)]
    return running(left, right, text, latin=reading.habits.script == "en")


def role_at(reading: Reading, raw_at: int) -> Role:
    """What the character at `raw_at` is read as; BODY where nothing is said of it."""
    held = reading.role_at(raw_at)
    value = held[1].value if held else None
    return value if isinstance(value, Role) else Role.BODY


def together(parts: Iterable[tuple[Span, Role]], source: Source) -> list[tuple[Span, Role]]:
    """Parts of one role with no print between them as one: a decision each would be a line's."""
    found: list[tuple[Span, Role]] = []
    for part, role in parts:
        if found and found[-1][1] is role and source.next_ink(found[-1][0].end) == part.start:
            found[-1] = Span(found[-1][0].start, part.end), role
        else:
            found.append((part, role))
    return found


def joints_in(reading: Reading, spans: Iterable[Span]) -> list[tuple[int, Verdict]]:
    """The joints that stand in disjoint spans, in raw order."""
    wanted, found = sorted(spans), list[tuple[int, Verdict]]()
    if not wanted:
        return found
    near = between(reading.joints, wanted[0].start, max(end for _, end in wanted), itemgetter(0))
    places = [raw_at for raw_at, _ in near]
    for start, end in wanted:
        found += near[bisect_left(places, start) : bisect_left(places, end)]
    return found


def between(
    entries: Sequence[T], start: int, end: int, place: Callable[[T], int], more: int = 0
) -> list[T]:
    """Those of sorted entries whose place lies in a raw stretch, and so many before them."""
    low = max(0, bisect_left(entries, start, key=place) - more)
    return list(entries[low : bisect_left(entries, end, key=place)])


def printed(span: Span) -> Span | None:
    """The span where it holds anything of the page."""
    return span if span.start < span.end else None


def all_spans(article: Article) -> list[Span]:
    """All that an article prints of the page, its heading lines and names too."""
    texts = [*article.kicker, *article.headline, *article.subhead]
    texts += [name.text for name in article.byline if not name.reference]
    spans = [
        p.owned for text in texts for p in text.pieces if p.owned and p.owned.start < p.owned.end
    ]
    return [*spans, *article.spans]


def block_spans(reading: Reading, raw_at: int) -> list[Span]:
    """The raw spans of the one block (paragraph, head line, caption …) that holds the character."""
    for article in reading.articles:
        texts = [block.text for block in (*article.blocks, *article.captions)]
        texts += [*article.kicker, *article.headline, *article.subhead]
        texts += [name.text for name in article.byline if not name.reference]
        texts += [article.dateline] if article.dateline else []
        for text in texts:
            spans = [p.owned for p in text.pieces if p.owned]
            if any(raw_at in span for span in spans):
                return [span for span in spans if span.start < span.end]
    for block in (*reading.tray, *reading.furniture):
        if raw_at in block.text.span:
            return [block.text.span]
    held = reading.role_at(raw_at)
    return [held[0]] if held else []


def end_before(page: Page, reading: Reading, ink: int) -> int | None:
    """The last character of what is read before the block at `ink`: in its article, or raw."""
    article = reading.article_of(ink)
    if article is not None:
        earlier = [span for span in article.spans if span.end <= ink]
        spans = article.spans
        for index, span in enumerate(spans):
            if ink in span and index:
                return page.source.last_ink(spans[index - 1].end) if ink == span.start else ink - 1
        if not earlier:
            return None
    return page.source.last_ink(ink)
