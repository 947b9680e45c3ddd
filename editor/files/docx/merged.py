"""An article as it was printed and as it is corrected, in one stream of characters.

Every character has a key: where it stands on the page, or the joint that put it there. What
both texts have is kept; what only the printed one has was deleted, what only the corrected one
has was inserted. Ends of paragraphs are characters too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.files.export.story import Story, paragraphs, surplus
from editor.model.decisions import Mark, Patch
from editor.model.places import Span
from editor.model.reading import Article
from editor.model.structure import Role
from editor.model.traced import PieceOrigin, TracedText

KEPT, INSERTED, DELETED = "kept", "ins", "del"
END = ""
"""Stands for the end of a paragraph, of the role that its item has: no character of a text."""


@dataclass(frozen=True, slots=True)
class Item:
    """One character of the stream. `raw_at`: where it is printed; -1 where it is not.

    `state` is KEPT, INSERTED or DELETED, for the last two with who and when in `mark`.
    `dateline`: whether it is part of one.
    """

    text: str
    role: Role
    raw_at: int = -1
    state: str = KEPT
    mark: Mark = field(default_factory=Mark)
    dateline: bool = False
    key: Hashable = None


def merged(story: Story, include: Collection[Role]) -> list[Item]:
    """The stream of an article, from its first character to the end of its last paragraph."""
    patches = story.corrections
    after = list(_stream(story.article, include, patches))
    if story.before is None or not patches:
        return after
    before = list(_stream(story.before, include, patches))
    common = _common(after, before)
    found: list[Item] = []
    at = 0

    def delete() -> None:
        nonlocal at
        while at < len(before) and before[at].key not in common:
            old = before[at]
            found.append(replace(old, state=DELETED, mark=_mark_at(old, patches)))
            at += 1

    for item in after:
        delete()
        if item.key in common:
            found.append(item)
            at += 1
        else:
            mark = item.mark if item.mark != Mark() else _mark_at(item, patches)
            found.append(replace(item, state=INSERTED, mark=mark))
    delete()
    return _ends_own(found)


def _common(after: Sequence[Item], before: Sequence[Item]) -> set[Hashable]:
    """The keys of what is kept: the longest stretch of both that is in the same order.

    A correction can carry text elsewhere, as where what is left of a byline joins a paragraph:
    it went there and came here.
    """
    place = {item.key: at for at, item in enumerate(before)}
    keys = [item.key for item in after if item.key in place]
    ends: list[int] = []  # places at which rising rows of each length end at the least
    last: list[int] = []
    came_from: list[int] = []
    for number, key in enumerate(keys):
        length = bisect_left(ends, place[key])
        came_from.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place[key]]
        last[length : length + 1] = [number]
    found: set[Hashable] = set()
    at = last[-1] if last else -1
    while at >= 0:
        found.add(keys[at])
        at = came_from[at]
    return found


def _stream(
    article: Article, include: Collection[Role], patches: Sequence[Patch]
) -> Iterator[Item]:
    marks = {patch.span: patch.mark for patch in patches}
    last: Role | None = None
    for number, paragraph in enumerate(paragraphs(article, include)):
        role = paragraph.role
        line = False  # whether a line of this paragraph stands already
        for block in paragraph.blocks:
            first = 0 if Role.DATELINE in include else block.dateline
            items = list(_characters(block.text, role, marks, first))
            dateline = block.dateline if not first else 0
            items = [replace(one, dateline=at < dateline) for at, one in enumerate(items)]
            # What is not set of a text is in neither stream.
            text = "".join(one.text for one in items)
            for cut in reversed(list(surplus(text))):
                del items[cut.start() : cut.end()]
            if not items:
                continue
            key = items[0].key
            begins = key and ("end" if not line else "line", key)
            if line:
                yield replace(items[0], text="\n", raw_at=-1, key=begins, dateline=False)
            elif number and last is not None:
                yield Item(END, last, key=begins, mark=items[0].mark)
            yield from items
            line = True
        last = role
    if last is not None:
        yield Item(END, last, key="last")


def _characters(
    text: TracedText, role: Role, marks: dict[Span, Mark], first: int
) -> Iterator[Item]:
    out_at = 0
    for piece in text.pieces:
        start = piece.span.start
        for at, mark in enumerate(piece.text):
            out_at += 1
            if out_at <= first:
                continue
            match piece.origin:
                case PieceOrigin.RAW:
                    yield Item(mark, role, start + at, key=("raw", start + at))
                case PieceOrigin.PATCH:
                    key = ("new", start, piece.into + at)
                    by = marks.get(piece.span, Mark())
                    yield Item(mark, role, start, mark=by, key=key)
                case PieceOrigin.JOINT:
                    yield Item(mark, role, key=("joint", start, at))
                case _:
                    yield Item(mark, role, key=("typed", role, start, piece.into + at))


def _mark_at(item: Item, patches: Sequence[Patch]) -> Mark:
    """Who deleted what was printed here: the patch over it, or the last one before it."""
    raw_at = item.raw_at
    key = item.key
    while raw_at < 0 and isinstance(key, tuple):
        raw_at = key[1] if isinstance(key[1], int) else -1
        key = key[1]
    index = bisect_right(patches, raw_at, key=lambda patch: patch.span.start) - 1
    return patches[max(0, index)].mark


def _ends_own(items: list[Item]) -> list[Item]:
    """A paragraph that came or went whole did so with its own end, not with that before it."""
    found = list(items)
    begins: int | None = None  # the end before a paragraph that may be all new or all gone
    for at, item in enumerate(items):
        if item.text == END:
            if begins is not None and found[at].state == KEPT:
                state, mark = found[begins].state, found[begins].mark
                found[begins] = replace(found[begins], state=KEPT)
                found[at] = replace(found[at], state=state, mark=mark)
            begins = at if found[at].state != KEPT else None
        elif begins is not None and item.state != found[begins].state:
            begins = None
    return found
