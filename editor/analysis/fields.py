"""The fields inside body text: the dateline at a body's start, the byline behind its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.analysis.evidence.names import NOTHING, Names
from editor.analysis.joining import shape_places
from editor.analysis.lines import Line
from editor.analysis.scripts import Shapes
from editor.analysis.structure import Chunk, Chunks, NamePlan
from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.structure import Joint, Role

FRAME = frozenset("（）()□■●◎、/")


@dataclass(frozen=True)
class Carved:
    """A stretch taken out of body text: its raw span, its names, what of it is dropped."""

    span: Span
    names: tuple[NamePlan, ...]
    dropped: tuple[Span, ...]


class Joined:
    """Several lines' shapes as one text whose characters know their raw places."""

    def __init__(self, lines: Sequence[Line], gap: str) -> None:
        """Join the shapes with `gap` (one character or none) between."""
        text: list[str] = []
        self.places: list[int] = []
        for number, line in enumerate(lines):
            if number:
                text.append(gap)
                self.places += [lines[number - 1].span.end] * len(gap)
            text.append(line.shape)
            self.places += [line.span.start + at for at in shape_places(line.text, line.shape)[:-1]]
        self.places.append(lines[-1].span.end if lines else 0)
        self.text = "".join(text)

    def raw(self, start: int, end: int) -> Span:
        """The raw span of a range of the text, without blanks behind its last character."""
        if end <= start:
            return Span(self.places[start], self.places[start])
        return Span(self.places[start], self.places[end - 1] + 1)


def cut_chunks(chunks: Sequence[Chunk], at: int, text: str) -> tuple[Chunks, Chunks]:
    """The chunks before and from the raw place `at`, without blanks at the cut."""
    left: list[Chunk] = []
    right: list[Chunk] = []
    for chunk in chunks:
        start, end = chunk.span
        if end <= at:
            left.append(chunk)
        elif start >= at:
            right.append(chunk)
        else:
            head = text[start:at].rstrip()
            tail = text[at:end]
            if head:
                left.append(Chunk(Span(start, start + len(head)), chunk.joint))
            first = at + len(tail) - len(tail.lstrip())
            if first < end:
                right.append(Chunk(Span(first, end), Joint.GLUE))
    return tuple(left), tuple(right)


def within(chunks: Sequence[Chunk], span: Span) -> Chunks:
    """The parts of chunks that lie in `span`."""
    found = []
    for chunk in chunks:
        start, end = max(chunk.span.start, span.start), min(chunk.span.end, span.end)
        if start < end:
            found.append(Chunk(Span(start, end), chunk.joint))
    return tuple(found)


def dateline_of(
    lines: Sequence[Line],
    chunks: Chunks,
    decisions: Decisions,
    refused: Callable[[Span], bool],
    shapes: Shapes,
) -> tuple[int, tuple[Span, ...]] | None:
    """Where the dateline of an article's first block ends (raw), and its reporters' spans.

    `refused` tells whether somebody decided that a part of a span is something else.
    """
    told = [decisions.role_at(chunk.span.start) for chunk in chunks]
    leading = 0
    while leading < len(told) and (entry := told[leading]) and entry.role is Role.DATELINE:
        leading += 1
    if leading:
        end = chunks[leading - 1].span.end
        joined = Joined(lines[:leading], "\n")
        found = shapes.dateline(joined.text[:90])
        names = tuple(joined.raw(a, b) for a, b in found.names) if found else ()
        return end, tuple(name for name in names if name.end <= end)
    if any(entry and entry.role is Role.DATELINE for entry in told):
        return None
    few = lines[:3]
    if not few:
        return None
    joined = Joined(few, "\n")
    found = shapes.dateline(joined.text[:90])
    if found is None:
        return None
    span = joined.raw(0, found.end)
    if refused(span):
        return None
    return span.end, tuple(joined.raw(a, b) for a, b in found.names)


def tail_of(
    lines: Sequence[Line],
    decisions: Decisions,
    refused: Callable[[Span], bool],
    shapes: Shapes,
    *,
    certain: bool,
) -> tuple[Span, Names, Joined] | None:
    """The byline glued behind a body's last lines: its span, its names and their text.

    Without `certain` only the forms that are sure by themselves are taken.
    """
    last = lines[-1:]
    joined = Joined(last, "")
    tail = shapes.glued(joined.text)
    if tail is None and len(lines) > 1 and len(lines[-1].shape) <= 12:
        joined = Joined(lines[-2:], "")
        tail = shapes.glued(joined.text)
        if tail is not None and tail.at >= len(lines[-2].shape):
            tail = None
    if tail is None or (tail.form in ("tight", "weak") and not certain):
        return None
    span = joined.raw(tail.at, len(joined.text))
    if refused(span) or span.start <= lines[0].span.start:
        return None
    if any(span.start <= entry.raw_at < span.end for entry in decisions.joints):
        return None
    return span, tail.names, joined


def byline_names(
    lines: Sequence[Line], joints: dict[int, Joint], shapes: Shapes
) -> tuple[tuple[NamePlan, ...], tuple[Span, ...]]:
    """The persons of byline lines, and what of the lines only frames them.

    A name may go on over a line's end (a lone surname, a role on a line of its own). A decided
    running joint at a name's start makes it one with the name before.
    """
    joined = Joined(lines, "\n")
    names = shapes.split_names(joined.text, 0, len(joined.text))
    spans = names.spans or ((0, len(joined.text)),)
    return carve(lines, joined, spans, joints)


def carve(
    lines: Sequence[Line],
    joined: Joined,
    spans: Sequence[tuple[int, int]],
    joints: dict[int, Joint],
    region: tuple[int, int] | None = None,
) -> tuple[tuple[NamePlan, ...], tuple[Span, ...]]:
    """Names as chunks of lines; marks of the region outside them are dropped, others kept."""
    text = joined.text
    low, high = region or (0, len(text))
    edges = [list(span) for span in spans]
    merged: list[list[int]] = []
    for edge in edges:
        raw = joined.places[edge[0]]
        if merged and raw in joints:
            merged[-1][1] = edge[1]
        else:
            merged.append(edge)
    edges = merged
    # a lone name that is the whole line loses the frame at its ends
    for edge in edges:
        while edge[0] < edge[1] - 1 and (text[edge[0]] in FRAME or text[edge[0]].isspace()):
            edge[0] += 1
        while edge[1] - 1 > edge[0] and (text[edge[1] - 1] in FRAME or text[edge[1] - 1].isspace()):
            edge[1] -= 1
    dropped: list[Span] = []
    at = low
    for number in range(len(edges) + 1):
        stop = edges[number][0] if number < len(edges) else high
        for place in range(at, stop):
            char = text[place]
            if char.isspace():
                continue
            if char in FRAME:
                dropped.append(joined.raw(place, place + 1))
            elif number < len(edges):
                edges[number][0] = min(edges[number][0], place)
            else:
                edges[-1][1] = max(edges[-1][1], place + 1)
        if number < len(edges):
            at = max(at, edges[number][1])
    taken = {(span.start, span.end) for span in dropped}
    inside = [(joined.raw(a, b)) for a, b in edges]
    dropped = [
        s for s in (Span(*edge) for edge in sorted(taken)) if not any(s.overlaps(i) for i in inside)
    ]
    plans = []
    for span in inside:
        chunks = []
        for line in lines:
            start, end = max(line.span.start, span.start), min(line.span.end, span.end)
            if start < end:
                chunks.append(Chunk(Span(start, end), Joint.GLUE))
        if chunks:
            plans.append(NamePlan(tuple(chunks)))
    return tuple(plans), tuple(dropped)


__all__ = [
    "NOTHING",
    "Carved",
    "Joined",
    "byline_names",
    "carve",
    "cut_chunks",
    "dateline_of",
    "tail_of",
    "within",
]
