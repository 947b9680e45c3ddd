"""The law that nothing of a page is lost: each printed character has exactly one owner."""

from __future__ import annotations

from collections.abc import Iterator

from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.traced import PieceOrigin, TracedText


def owners(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Each raw span that something owns, with the owner's name. Patches own what they replace."""

    def of(text: TracedText, owner: str) -> Iterator[tuple[Span, str]]:
        for piece in text.pieces:
            if piece.owned is not None:
                yield piece.owned, owner

    for number, article in enumerate(reading.articles):
        for line in (*article.kicker, *article.headline, *article.subhead):
            yield from of(line, f"article {number} head")
        for name in article.byline:
            if not name.reference:
                yield from of(name.text, f"article {number} byline")
        if article.dateline:
            yield from of(article.dateline, f"article {number} dateline")
        for block in (*article.blocks, *article.captions):
            yield from of(block.text, f"article {number} {block.role.value}")
    for block in reading.tray:
        yield from of(block.text, "tray")
    for block in reading.furniture:
        yield from of(block.text, "furniture")
    for dropped in reading.dropped:
        yield dropped.span, f"dropped: {dropped.why}"


def violations(source: Source, decisions: Decisions, reading: Reading) -> list[str]:
    """What breaks the law, in words; empty where nothing does.

    Checks that each printed character has exactly one owner, that raw pieces are the source's
    own text, that patches are all laid in and nothing else is, and that pieces of a block
    rise in raw order where no move was decided.
    """
    found: list[str] = []
    count = [0] * len(source.text)
    for span, _ in owners(reading):
        for at in range(span.start, span.end):
            count[at] += 1
    for at, owned in enumerate(count):
        if owned != 1 and not source.is_blank(at):
            found.append(f"{source.text[at]!r} at {at} has {owned} owners")
        elif owned > 1:
            found.append(f"white space at {at} has {owned} owners")
    texts = list(_texts(reading))
    laid: dict[Span, str] = {}
    for text in texts:
        last, before = -1, None
        for piece in text.pieces:
            if piece.origin is PieceOrigin.RAW:
                if source.text[piece.span.start : piece.span.end] != piece.text:
                    found.append(f"{piece.text!r} is not the page's at {piece.span.start}")
            elif piece.origin is PieceOrigin.PATCH:
                laid[piece.span] = laid.get(piece.span, "") + piece.text
            if piece.origin is not PieceOrigin.TYPED and not decisions.moves:
                goes_on = piece.into and piece.span == before  # the same patch behind its break
                if piece.span.start < last and not goes_on:
                    found.append(f"{piece.text!r} at {piece.span.start} stands behind {last}")
                last, before = piece.span.end, piece.span
    for patch in decisions.patches:
        if laid.pop(patch.span, None) != patch.text.replace("\n", ""):
            found.append(f"the patch at {patch.span.start} is not laid in")
    found += [f"a patch at {span.start} that nobody decided" for span in laid]
    return found


def _texts(reading: Reading) -> Iterator[TracedText]:
    for article in reading.articles:
        yield from (*article.kicker, *article.headline, *article.subhead)
        yield from (name.text for name in article.byline if not name.reference)
        if article.dateline:
            yield article.dateline
        yield from (block.text for block in (*article.blocks, *article.captions))
    yield from (block.text for block in (*reading.tray, *reading.furniture))
