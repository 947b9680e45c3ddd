"""What the proof shows: the reading's articles as sheets of blocks, each made once.

Nothing here touches Qt's document.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.model.places import Span
from editor.model.reading import Article, Reading, SetBlock, set_blocks
from editor.model.structure import Role
from editor.model.traced import PieceOrigin, TracedText
from editor.ui import qt_text


@dataclass(frozen=True)
class Shown:
    """One block as it is shown. `number`: its article's index; `asking`: an empty field."""

    block: SetBlock
    number: int
    first: bool = False
    last: bool = False
    asking: bool = False

    @cached_property
    def text(self) -> str:
        """What Qt is given: the block's text with stand-ins."""
        return qt_text.shown(self.block.text.text)

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """Where on the page its printed pieces stand."""
        printed = (PieceOrigin.RAW, PieceOrigin.PATCH)
        return tuple(piece.span for piece in self.block.text.pieces if piece.origin in printed)

    @cached_property
    def look(self) -> tuple[object, ...]:
        """All that makes the block look as it does besides the theme."""
        block = self.block
        return (self.text, block.role, block.dateline, self.first, self.last, self.asking)

    @property
    def typed(self) -> bool:
        """Whether the editor typed it and the page does not have it."""
        return any(p.origin is PieceOrigin.TYPED for p in self.block.text.pieces)


FIELDS = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD, Role.BYLINE, Role.DATELINE)
"""The fields of an article, in the order in which they are set."""


class Sheets:
    """The blocks of all articles. What is the same article is not looked at again."""

    def __init__(self) -> None:
        """Nothing was made yet."""
        self._made: dict[int, tuple[Article, object, tuple[Shown, ...]]] = {}
        self.begun: tuple[int, int] | None = None
        """An article whose headline gets another line, and how many lines stand before it."""
        self.continued: frozenset[int] = frozenset()
        """The anchors of articles that are later parts: nobody misses a headline there."""

    def of(self, reading: Reading, open_at: int | None = None) -> tuple[Shown, ...]:
        """All blocks of a reading; an article without a headline has an asking field for it.

        The article of the anchor `open_at` has one for every field that it lacks. What is the
        same as the last time is the same value, with all that was found out about it.
        """
        numbers = range(len(reading.articles))
        found = tuple(one for at in numbers for one in self.sheet(reading, at, open_at))
        self.keep(numbers)
        return found

    def sheet(self, reading: Reading, number: int, open_at: int | None = None) -> tuple[Shown, ...]:
        """The blocks of one article."""
        article, held = reading.articles[number], self._made.get(number)
        is_open = article.at == open_at
        begun = self.begun[1] if self.begun and self.begun[0] == article.at else None
        asks = is_open or article.at not in self.continued
        state = is_open, begun, asks
        if held is None or held[0] is not article or held[1] != state:
            made = _sheet(article, number, state, held[2] if held else ())
            held = self._made[number] = article, state, made
        return held[2]

    def keep(self, numbers: range) -> None:
        """Forget all other articles."""
        if len(self._made) > len(numbers):
            self._made = {at: held for at, held in self._made.items() if at in numbers}


def _sheet(
    article: Article, number: int, state: tuple[bool, int | None, bool], before: tuple[Shown, ...]
) -> tuple[Shown, ...]:
    is_open, begun, asks = state
    known = {id(one.block.text): one for one in before if not one.asking}
    blocks = [(block, False) for block in set_blocks(article, captions=True)]
    for role in _lacking(article, is_open=is_open) if asks else ():
        at = 0
        while at < len(blocks) and _comes_before(blocks[at][0].role, role):
            at += 1
        blocks.insert(at, (SetBlock(article.at, role, TracedText()), True))
    if begun is not None and article.headline:
        lines = [at for at, (block, _) in enumerate(blocks) if block.role is Role.HEADLINE]
        at = lines[begun] if begun < len(lines) else lines[-1] + 1
        blocks.insert(at, (SetBlock(article.at, Role.HEADLINE, TracedText()), True))
    last = len(blocks) - 1
    found: list[Shown] = []
    for index, (block, asking) in enumerate(blocks):
        one = Shown(block, number, index == 0, index == last, asking)
        held = known.get(id(block.text))
        found.append(held if held == one else one)
    return tuple(found)


def _comes_before(role: Role, field: Role) -> bool:
    return role in FIELDS and FIELDS.index(role) < FIELDS.index(field)


def _lacking(article: Article, *, is_open: bool) -> list[Role]:
    """The fields that are asked for."""
    there = {
        Role.KICKER: bool(article.kicker),
        Role.HEADLINE: bool(article.headline),
        Role.SUBHEAD: bool(article.subhead),
        Role.BYLINE: any(not name.reference for name in article.byline),
        Role.DATELINE: article.dateline is not None,
    }
    return [role for role in FIELDS if not there[role] and (is_open or role is Role.HEADLINE)]


def starts(one: Shown) -> tuple[int, int]:
    """`(raw_at, into)` of the first character of a block; an asking field's article's start."""
    for piece in one.block.text.pieces:
        if piece.origin in (PieceOrigin.RAW, PieceOrigin.PATCH):
            return piece.span.start, piece.into
    return one.block.article, 0
