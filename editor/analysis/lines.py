"""A page as printed lines: where each begins and ends, how wide it is, what blank lies before.

Lines are cut at decided joints and at the edges of decided roles. A cut is no line end: what
stands before one gives no evidence of width, and text goes on over it unless decided otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from editor.analysis.metrics import (
    ONE,
    SPACED_OUT,
    Extent,
    Measured,
    extent,
    first_unit,
    first_word,
    is_han,
    latin_width,
    opening_unit,
)
from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.source import Source

_SPACED = regex.compile(
    r"(?<=[\u3400-\u9fff，。、；：？！”’）》」』“‘（《「『]) (?=\S)|(?<=\S) (?=[\u3400-\u9fff])"
)
_GAPS = regex.compile(r"[^\S\n]+")
_INK = regex.compile(r"\S")


UNBROKEN = 70.0
"""Em: no column is wider than this."""


class Line(NamedTuple):
    """One printed line, or the part of one between cuts.

    `span`: raw, from its first to its last printed character. `text`: the raw text of it.
    `shape`: the text as shapes see it: spaced-out print closed up, gaps made one space.
    `indent`: blanks before it in its raw line, in em. `blanks`: blank lines before it.
    `feed`: a form feed stands between it and the line before. `head`, `tail`: whether it
    begins and ends where the printed line does. `spaced`: set with spaces between characters.
    """

    span: Span
    text: str
    shape: str
    extent: Extent
    unit: Extent
    indent: float
    blanks: int
    feed: bool
    head: bool
    tail: bool
    spaced: bool

    @property
    def unbroken(self) -> bool:
        """Whether it is wider than any column: no typesetter broke it, it is a paragraph."""
        return self.extent.low > UNBROKEN


def indent_em(blank: str) -> float:
    """Width of leading blanks: an ideographic space is 1 em, another half of one."""
    return sum(1.0 if char == "\u3000" else 0.5 for char in blank if char not in "\f\v")


def closed_up(text: str) -> tuple[str, bool]:
    """The text without the spaces of spaced-out print, and whether it was spaced out."""
    spaces = text.count(" ")
    if spaces >= SPACED_OUT:
        printed = len(text) - spaces
        gaps = len(_SPACED.findall(text))
        if gaps >= 0.6 * (printed - 1) and sum(map(is_han, text)) >= 3:
            return regex.sub(r"(?<=\S) (?=\S)", "", text), True
    return text, False


def cut(source: Source, cuts: Iterable[int] = (), *, face: str = "") -> tuple[Line, ...]:
    """The lines of a page, cut also before each `raw_at` of `cuts` that falls inside one.

    `face`: the Latin face that they are measured in (see `metrics.FACES`); none: as Chinese.
    """
    whole = tuple(_lines(source.text, face))
    return cut_again(whole, source, cuts, face=face)[0]


def cut_again(
    lines: Sequence[Line], source: Source, cuts: Iterable[int], *, face: str
) -> tuple[tuple[Line, ...], list[int]]:
    """Lines that `cut` made, cut also before each of `cuts`; and which each was (-1: a part).

    Lines are made anew only where a cut falls.
    """
    starts = [line.span.start for line in lines]
    inside: dict[int, list[int]] = {}
    for raw_at in sorted(set(cuts)):
        at = bisect_right(starts, raw_at) - 1
        if at >= 0 and starts[at] < raw_at < lines[at].span.end:
            inside.setdefault(at, []).append(raw_at)
    found: list[Line] = []
    home: list[int] = []
    done = 0
    for at, edges in inside.items():
        found += lines[done:at]
        home += range(done, at)
        parts = list(_parts(source.text, lines[at], edges, face))
        found += parts
        home += [at if part.span == lines[at].span else -1 for part in parts]
        done = at + 1
    found += lines[done:]
    home += range(done, len(lines))
    return tuple(found), home


def _parts(text: str, line: Line, cuts: list[int], face: str) -> Iterator[Line]:
    """A printed line in parts."""
    edges = [line.span.start, *cuts, line.span.end]
    for number in range(len(edges) - 1):
        part = _inked(text, edges[number], edges[number + 1])
        if part is None:
            continue
        head = number == 0
        yield _line(
            text,
            part,
            indent=line.indent if head else 0.0,
            blanks=line.blanks if head else 0,
            feed=line.feed and head,
            head=head,
            tail=number == len(edges) - 2,
            face=face,
        )


def _lines(text: str, face: str) -> Iterator[Line]:
    """The printed lines, whole."""
    page = Measured(text)
    extents: dict[tuple[float, float, float], Extent] = {}
    for start, end, indent, blanks, feed, plain, alone, *wide in paused(page.rows()):
        raw = text[start:end]
        before = indent_em(text[start - indent : start]) if indent else 0.0
        if not plain or face:
            span = Span(start, end)
            yield _line(
                text, span, indent=before, blanks=blanks, feed=feed, head=True, tail=True, face=face
            )
            continue
        key = (*wide,)
        width = extents.get(key)
        if width is None:
            width = extents[key] = Extent(*wide)
        unit = ONE if alone else opening_unit(raw)
        yield Line(Span(start, end), raw, raw, width, unit, before, blanks, feed, True, True, False)


def _inked(text: str, start: int, end: int) -> Span | None:
    stripped = text[start:end].strip()
    if not stripped:
        return None
    first = start + text[start:end].index(stripped[0])
    return Span(first, first + len(stripped))


def _line(
    text: str,
    span: Span,
    *,
    indent: float,
    blanks: int,
    feed: bool,
    head: bool,
    tail: bool,
    face: str,
) -> Line:
    raw = text[span.start : span.end]
    shape, spaced = closed_up(raw)
    shape = _GAPS.sub(" ", shape)
    if face:
        width = latin_width(shape, face)
        wide, unit = Extent(width, width, width), first_word(shape, face)
    else:
        wide, unit = extent(shape), first_unit(shape[:40])
    return Line(span, raw, shape, wide, unit, indent, blanks, feed, head, tail, spaced)
