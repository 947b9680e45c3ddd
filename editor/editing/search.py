"""Finding: a pure function over texts, each of which knows where its characters came from.

The corrected text is searched block by block as it is set, so a hit goes over printed line ends;
the raw text is one text a page. Patterns are `regex`'s own syntax and end at a time limit.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading, set_blocks
from editor.model.structure import Role
from editor.model.traced import Piece, PieceOrigin, TracedText

LIMIT = 3.0
"""Seconds that one search may take."""
_WORD = r"[^\W\p{Han}\p{Hiragana}\p{Katakana}]"
_EDGE = rf"(?:(?<!{_WORD})|(?!{_WORD}))"
"""Not inside a word of a script that parts its words: Chinese has no such edges."""


class PatternError(ValueError):
    """A pattern or a replacement that cannot be read. `code`: why; `at`: the character, or -1."""

    def __init__(self, code: str, at: int = -1, *, replacement: bool = False) -> None:
        """`replacement`: what is to be put in is wrong, not what is looked for."""
        super().__init__(code)
        self.code, self.at, self.replacement = code, at, replacement


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `pattern`: `text` is a regular expression; `raw`: in the raw text."""

    text: str
    pattern: bool = False
    case: bool = False
    word: bool = False
    raw: bool = False

    def compiled(self) -> Any:
        """The `regex` pattern. Raises `PatternError`."""
        import regex  # a start does not wait for it

        body = self.text if self.pattern else regex.escape(self.text, special_only=True)
        if self.pattern:
            try:
                regex.compile(body)  # alone first: places in it are told as the editor typed it
            except regex.error as error:
                raise PatternError(str(error.msg), -1 if error.pos is None else error.pos) from None
            except (OverflowError, RecursionError):
                raise PatternError("too large") from None
        if self.word:
            body = f"{_EDGE}(?:{body}){_EDGE}"
        flags = regex.MULTILINE | (0 if self.case else regex.IGNORECASE)
        return regex.compile(body, flags)


@dataclass(frozen=True)
class Searched:
    """One text that is searched. `number`: its article's index, -1 for a page's raw text."""

    page: str
    text: TracedText
    role: Role = Role.BODY
    number: int = -1

    @property
    def raw(self) -> bool:
        """Whether it is a page's raw text."""
        return self.number < 0


@dataclass(frozen=True)
class Hit:
    """What was found: `out_at` from `start` to `end` of a text; `put` would stand there instead."""

    of: Searched
    start: int
    end: int
    put: str = ""

    @property
    def first(self) -> tuple[int, int]:
        """`(raw_at, into)` of where it starts."""
        return self.of.text.to_raw(self.start)

    @property
    def last(self) -> tuple[int, int]:
        """`(raw_at, into)` of where it ends."""
        return self.of.text.to_raw(self.end, after=True)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What it shows of the page, a corrected stretch whole; nothing where it was all typed."""
        printed = (PieceOrigin.RAW, PieceOrigin.PATCH)
        pieces = self.of.text.slice(self.start, self.end).pieces
        return tuple(piece.span for piece in pieces if piece.origin in printed)

    @property
    def span(self) -> Span:
        """The smallest span of the page that holds all of it."""
        spans = self.spans or (Span(self.first[0], self.first[0]),)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True)
class Found:
    """All hits, in the order of the texts. `ran_out`: the time was over before all was searched."""

    hits: tuple[Hit, ...] = ()
    ran_out: bool = False


def corrected_texts(page: Page, reading: Reading) -> Iterator[Searched]:
    """Every block of every article as it is set, in reading order."""
    for number, article in enumerate(reading.articles):
        for block in set_blocks(article, captions=True):
            yield Searched(page.key, block.text, block.role, number)


def raw_texts(page: Page) -> Iterator[Searched]:
    """The page's text as it came."""
    text = page.source.text
    yield Searched(page.key, TracedText((Piece(text, Span(0, len(text))),)))


def search(
    texts: Iterable[Searched],
    query: Query,
    put: str = "",
    *,
    limit: float = LIMIT,
    stop: Callable[[], bool] = lambda: False,
) -> Found:
    r"""All that `query` finds, with what `put` makes of each hit.

    In a pattern's `put`, `\1` and `\g<name>` stand for groups. Empty hits are none. `limit`:
    seconds; `stop` is asked between hits and texts, and ends the search. Raises `PatternError`.
    """
    if not query.text:
        return Found()
    pattern, until = query.compiled(), time.monotonic() + limit
    hits: list[Hit] = []
    for of in paused(texts):
        left = until - time.monotonic()
        if left <= 0 or stop():
            return Found(tuple(hits), ran_out=True)
        try:
            for match in pattern.finditer(of.text.text, timeout=left, concurrent=True):
                if match.start() < match.end():
                    made = _expanded(match, put) if query.pattern else put
                    hits.append(Hit(of, match.start(), match.end(), made))
                if stop() or time.monotonic() > until:
                    return Found(tuple(hits), ran_out=True)
        except TimeoutError:
            return Found(tuple(hits), ran_out=True)
    return Found(tuple(hits))


def _expanded(match: Any, put: str) -> str:
    import regex

    try:
        return str(match.expand(put))
    except regex.error as error:
        at = -1 if error.pos is None else error.pos
        raise PatternError(str(error.msg), at, replacement=True) from None
    except IndexError:
        raise PatternError("no such group", replacement=True) from None


def replaceable(hit: Hit) -> Hit | None:
    """The hit without the spaces between lines at its edges; None where it is nothing else.

    These are of the structure, and stay as they do for whoever types there. Where what is put in
    ends with the same space, it is not doubled.
    """
    start, end, put = hit.start, hit.end, hit.put
    joints = [
        (at, at + len(piece.text))
        for at, piece in hit.of.text.placed()
        if piece.origin is PieceOrigin.JOINT and at < end and at + len(piece.text) > start
    ]
    shown = hit.of.text.text
    for low, high in joints:
        if low <= start < high:
            put = put.removeprefix(shown[start : min(high, end)])
            start = min(high, end)
    for low, high in reversed(joints):
        if start < end and low < end <= high:
            put = put.removesuffix(shown[max(low, start) : end])
            end = max(low, start)
    return replace(hit, start=start, end=end, put=put) if start < end else None


def in_blocks(hits: Sequence[Hit], texts: Iterable[Searched]) -> list[Hit | None]:
    """Hits of raw text as hits of the corrected texts that print just that; None where none does.

    None: outside the articles, over more than one block, or corrected already.
    """
    held = list(texts)
    places = sorted(
        (piece.span, number, at)
        for number, of in enumerate(held)
        for at, piece in of.text.placed()
        if piece.origin is PieceOrigin.RAW and piece.text
    )
    starts = [span.start for span, _, _ in places]

    def home(raw_at: int) -> tuple[int, int] | None:
        index = bisect_right(starts, raw_at) - 1
        if index < 0 or raw_at not in places[index][0]:
            return None
        span, number, at = places[index]
        return number, at + raw_at - span.start

    def placed(hit: Hit) -> Hit | None:
        first, last = home(hit.start), home(hit.end - 1)
        if first is None or last is None or first[0] != last[0] or first[1] > last[1]:
            return None
        of, start, end = held[first[0]], first[1], last[1] + 1
        part = of.text.slice(start, end)
        if any(piece.origin not in (PieceOrigin.RAW, PieceOrigin.JOINT) for piece in part.pieces):
            return None
        if "".join(part.text.split()) != "".join(hit.of.text.text[hit.start : hit.end].split()):
            return None
        return replace(hit, of=of, start=start, end=end)

    return [placed(hit) for hit in hits]


def changes_of(
    found: Found, query: Query, corrected: Callable[[], Iterable[Searched]]
) -> tuple[Hit, ...]:
    """What of the found can be replaced, as it is replaced.

    `corrected`: the page's corrected texts, asked for only where the raw text was searched.
    """
    ways: Sequence[Hit | None] = found.hits
    if query.raw and found.hits:
        ways = in_blocks(found.hits, corrected())
    printed = (replaceable(hit) for hit in ways if hit is not None)
    return tuple(hit for hit in printed if hit is not None)
