"""Articles of a project: parts that stand on several pages, made one as its links say.

An article that is linked to no other is its own only part. What is composed is an `Article` like
any other, for what writes it; its pieces are of the pages of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from editor.model.links import Link
from editor.model.places import Span
from editor.model.project import Page, Style
from editor.model.reading import Article, Block, Reading, behind
from editor.model.structure import HEADS, Role
from editor.model.traced import Piece, PieceOrigin, TracedText

Part = tuple[str, int]
"""An article by its page's key and its anchor."""
Jumps = Mapping[str, str]
"""By the key of a page, what is said at the end of a part that goes on there."""
NO_JUMPS: Jumps = {}
_ENDS = frozenset("。！？…”’）》」』】.!?\"')]：:；;")


@dataclass(frozen=True)
class Issue:
    """Pages by key with their readings: all of a project, or some of it.

    Of some, those that their articles go on in are with them. `links` may be of others too.
    """

    pages: Mapping[str, Page]
    readings: Mapping[str, Reading]
    links: tuple[Link, ...] = ()
    style: Style = field(default_factory=Style)


@dataclass(frozen=True)
class Composed:
    """An article with its `parts` in order, each with its page's key."""

    parts: tuple[tuple[str, Article], ...]
    article: Article


def chains(readings: Mapping[str, Reading], links: Iterable[Link]) -> dict[Part, Part]:
    """Which part goes on in which, as links have it that do not sleep.

    A part goes on once and is gone on to once, and never comes back to itself: of links that
    say otherwise the first one in their order stands.
    """
    after: dict[Part, Part] = {}
    taken: set[Part] = set()
    for link in sorted(links):
        ends = []
        for page, raw_at in ((link.page, link.raw_at), (link.to_page, link.to_at)):
            article = readings[page].article_of(raw_at) if page in readings else None
            if article is not None:
                ends.append((page, article.at))
        if len(ends) < 2 or ends[0] in after or ends[1] in taken:
            continue
        last = ends[1]
        while last in after:
            last = after[last]
        if last != ends[0]:
            after[ends[0]] = ends[1]
            taken.add(ends[1])
    return after


def compose(
    readings: Mapping[str, Reading], links: Iterable[Link], jumps: Jumps = NO_JUMPS
) -> Iterator[Composed]:
    """All articles of pages in their order; later parts stand with their first one."""
    after = chains(readings, links)
    later = set(after.values())
    held = {(key, a.at): a for key, reading in readings.items() for a in reading.articles}
    for part, article in held.items():
        if part in later:
            continue
        parts = [(part[0], article)]
        while part in after:
            part = after[part]
            parts.append((part[0], held[part]))
        yield Composed(tuple(parts), joined(tuple(parts), jumps))


def joined(parts: tuple[tuple[str, Article], ...], jumps: Jumps = NO_JUMPS) -> Article:
    """Parts, each with its page's key, as one article; a part left out is not in it.

    It has the first one's headline and all text. A later headline becomes a crosshead, unless it
    says again what the first one says. Where a part ends inside a sentence, and no headline stands
    between, the sentence goes on.
    """
    goes_out = tuple(one for one in parts if not one[1].left_out) or parts
    kept = tuple(part for _, part in goes_out)
    first = kept[0]
    if len(kept) == 1:
        return first
    blocks = list(first.blocks)
    said = _plain("".join(line.text for role in HEADS for line in first.heads(role)))
    for page, part in goes_out[1:]:
        heads = [line for role in HEADS for line in part.heads(role)]
        news = [line for line in heads if _plain(line.text) and _plain(line.text) not in said]
        later = list(part.blocks)
        if part.dateline is not None:
            if later and later[0].role is Role.BODY:
                at = later[0].text.span.start
                gap = behind(part.dateline, at)
                later[0] = Block(Role.BODY, part.dateline + gap + later[0].text)
            else:
                later.insert(0, Block(Role.BODY, part.dateline))
        goes_on = not news and blocks and later and _goes_on(blocks[-1], later[0])
        last = blocks[-1].text if blocks else TracedText(())
        if blocks and (jump := jumps.get(page, "")):
            at = last.span.end
            marked = last + TracedText((Piece(jump, Span(at, at), PieceOrigin.JOINT),))
            blocks[-1] = Block(blocks[-1].role, marked)
        if goes_on:
            right = later.pop(0).text
            blocks[-1] = Block(Role.BODY, blocks[-1].text + _gap(last, right) + right)
        blocks += [Block(Role.CROSSHEAD, line) for line in news]
        blocks += later
    names = {_plain(name.text.text): name for part in reversed(kept) for name in part.byline}
    ordered = [name for part in kept for name in part.byline]
    return replace(
        first,
        blocks=tuple(blocks),
        byline=tuple(name for name in ordered if names.get(_plain(name.text.text)) is name),
        captions=tuple(caption for part in kept for caption in part.captions),
        done=all(part.done for part in kept),
    )


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


def _goes_on(last: Block, first: Block) -> bool:
    """Whether a part ends inside a sentence that the next one ends."""
    text = last.text.text.rstrip()
    both = last.role is Role.BODY and first.role is Role.BODY
    return both and bool(text) and text[-1] not in _ENDS


def _gap(left: TracedText, right: TracedText) -> TracedText:
    """What stands between two parts of a sentence: a space in a spaced script."""
    before, behind = left.text[-1:], right.text[:1]
    if before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum():
        at = right.span.start
        return TracedText((Piece(" ", Span(at, at), PieceOrigin.JOINT),))
    return TracedText(())


def reading_with_parts(
    readings: Mapping[str, Reading], links: Iterable[Link], page: str, jumps: Jumps = NO_JUMPS
) -> Reading:
    """A page's reading whose articles are whole, for what writes them.

    What is the later part of an article of this or another page counts as left out: it is
    written with the first part, and the others keep their numbers.
    """
    links = tuple(links)
    later = set(chains(readings, links).values())
    found = compose(readings, links, jumps)
    whole = {c.parts[0][1].at: c.article for c in found if c.parts[0][0] == page}
    articles = tuple(
        replace(article, left_out=True) if (page, article.at) in later else whole[article.at]
        for article in readings[page].articles
    )
    return replace(readings[page], articles=articles)


def pages_beyond(page: str, links: Iterable[Link]) -> tuple[str, ...]:
    """The pages that articles of a page may go on in, near or far, without it."""
    found, held = {page}, tuple(links)
    while True:
        more = {link.to_page for link in held if link.page in found}
        more |= {link.page for link in held if link.to_page in found}
        if more <= found:
            return tuple(sorted(found - {page}))
        found |= more
