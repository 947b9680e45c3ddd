"""What a page reads as: articles, furniture, doubts. Derived, never edited.

Delete a reading and `analysis.read` gives the same one again. Each non-blank character of the
source has exactly one owner in it (`editor.model.conservation` checks).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from editor.model.asked import asked
from editor.model.places import Span
from editor.model.structure import Role
from editor.model.traced import Piece, PieceOrigin, TracedText, joined
from editor.model.verdict import Doubt, Verdict


@dataclass(frozen=True)
class Block:
    """One paragraph, crosshead, note or caption (`role`) with its traced text."""

    role: Role
    text: TracedText


@dataclass(frozen=True)
class Name:
    """One person of a byline. `reference`: the name is owned by the dateline that prints it."""

    text: TracedText
    reference: bool = False


def _start(span: Span) -> int:
    return span.start


def _held_from(entry: tuple[Span, Verdict]) -> int:
    return entry[0].start


@dataclass(frozen=True)
class Article:
    """One article, its parts in reading order.

    `at` is the `raw_at` of the first character of its body: its anchor. `blocks` are BODY,
    CROSSHEAD and NOTE; the dateline stands before the first of them, printed in its line.
    `left_out`: it is not exported.
    """

    at: int
    blocks: tuple[Block, ...]
    kicker: tuple[TracedText, ...] = ()
    headline: tuple[TracedText, ...] = ()
    subhead: tuple[TracedText, ...] = ()
    byline: tuple[Name, ...] = ()
    dateline: TracedText | None = None
    captions: tuple[Block, ...] = ()
    done: bool = False
    left_out: bool = False

    def heads(self, role: Role) -> tuple[TracedText, ...]:
        """The lines of KICKER, HEADLINE or SUBHEAD."""
        lines: tuple[TracedText, ...] = getattr(self, role.value)
        return lines

    @cached_property
    def title(self) -> str:
        """The headline in one line, for lists and file names; empty where there is none."""
        return " ".join(line.text.strip() for line in self.headline).strip()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The raw spans of the body's pieces, in reading order."""
        texts = [self.dateline] if self.dateline else []
        texts += [block.text for block in self.blocks]
        return tuple(p.span for t in texts for p in t.pieces if p.span.start < p.span.end)

    @cached_property
    def body(self) -> Span:
        """The smallest raw span that holds the body."""
        spans = self.spans or (Span(self.at, self.at),)
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    @cached_property
    def _in_raw_order(self) -> tuple[Span, ...]:
        return tuple(sorted(self.spans))

    def holds(self, raw_at: int) -> bool:
        """Whether the character at `raw_at` is in the article's body."""
        spans = self._in_raw_order
        index = bisect_right(spans, raw_at, key=_start) - 1
        return index >= 0 and raw_at in spans[index]

    def start_before(self, raw_at: int) -> int:
        """Where the last of the body's stretches begins that begins at or before `raw_at`.

        -1 where none does.
        """
        index = bisect_right(self._in_raw_order, raw_at, key=_start) - 1
        return self._in_raw_order[index].start if index >= 0 else -1


@dataclass(frozen=True, slots=True)
class Dropped:
    """Characters that the typesetter needed and the text does not. `why` names the rule."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Habits:
    """The page's own style, inferred from the raw page alone.

    `measures`: column widths in em, most used first. `script`: `zh` or `en`.
    `headlines`: before, after, gathered, mixed or none. `byline`: glued, line, bracket,
    dateline or none. `datelines`: the common words of the datelines (`本报讯`), may be empty.
    `blank_lines`: share of line ends followed by a blank line. `indent`: whether paragraph
    indents were kept. `pinned`: the names of those that a person pinned.
    """

    script: str = "zh"
    measures: tuple[float, ...] = ()
    headlines: str = "none"
    byline: str = "none"
    datelines: tuple[str, ...] = ()
    blank_lines: float = 0.0
    indent: bool = False
    pinned: tuple[str, ...] = ()


class Joints(Mapping[int, Verdict]):
    """Verdicts on joints by the character after them; only what is asked for is looked at."""

    def __init__(self, joints: Sequence[tuple[int, Verdict]]) -> None:
        """`joints`: in raw order."""
        self._joints = joints

    def __getitem__(self, raw_at: int) -> Verdict:
        """The verdict on one joint; `KeyError` where no line and no cut begins."""
        index = bisect_left(self._joints, raw_at, key=itemgetter(0))
        if index < len(self._joints) and self._joints[index][0] == raw_at:
            return self._joints[index][1]
        raise KeyError(raw_at)

    def __iter__(self) -> Iterator[int]:
        """All places."""
        return (raw_at for raw_at, _ in self._joints)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._joints)


@dataclass(frozen=True)
class Reading:
    """The whole of what a page reads as.

    `joints`: the verdict before each printed line and each decided cut, by `raw_at`.
    `roles`: disjoint spans that hold all print, in raw order. `headings`: each heading or
    byline stretch with the article's anchor that it belongs to, or None for the tray.
    `tray`: heading lines that no article has. `version`: of the analysis. What is long is
    never changed, yet no tuple: parts are made when they are asked for (`model.sequences`).
    """

    articles: Sequence[Article] = ()
    tray: Sequence[Block] = ()
    furniture: Sequence[Block] = ()
    dropped: Sequence[Dropped] = ()
    doubts: Sequence[Doubt] = ()
    joints: Sequence[tuple[int, Verdict]] = ()
    roles: Sequence[tuple[Span, Verdict]] = ()
    headings: Sequence[tuple[Span, Verdict]] = ()
    habits: Habits = field(default_factory=Habits)
    version: str = ""

    @property
    def joint_at(self) -> Joints:
        """Joints by the character after them."""
        return Joints(self.joints)

    def role_at(self, raw_at: int) -> tuple[Span, Verdict] | None:
        """The span and verdict of the role that holds the character at `raw_at`."""
        index = bisect_right(self.roles, raw_at, key=_held_from) - 1
        if index >= 0 and raw_at in self.roles[index][0]:
            return self.roles[index]
        return None

    def article_of(self, raw_at: int) -> Article | None:
        """The article whose body holds the character at `raw_at`."""
        articles = self.articles
        near = bisect_right(articles, raw_at, key=_body_start) - 1  # where none was moved
        if near >= 0 and articles[near].holds(raw_at):
            return articles[near]
        return next((a for a in articles if a.holds(raw_at)), None)

    def doubts_in(self, span: Span) -> list[Doubt]:
        """The doubts that point at something in `span`, in raw order; at empty places there too."""
        return asked(self.doubts).within(span)


def _body_start(article: Article) -> int:
    return article.body.start


GAP = "\u3000"
"""What stands between a Chinese dateline and its paragraph, and between two names."""
FIRST_WIDE = "\u2e80"
"""From here on characters are an em wide."""


def white(text: str, raw_at: int) -> TracedText:
    """White that is set at `raw_at` and that the page does not have there."""
    return TracedText((Piece(text, Span(raw_at, raw_at), PieceOrigin.JOINT),))


def behind(dateline: TracedText, raw_at: int) -> TracedText:
    """What stands between a dateline and its paragraph, which begins at `raw_at`."""
    return white(GAP if max(dateline.text, default="") >= FIRST_WIDE else " ", raw_at)


@dataclass(frozen=True)
class SetBlock:
    """One block as it is set on paper, in the proof pane, in Word and in copied text alike.

    `article` is the article's anchor; `role` its style. A headline line, the byline (all
    names in one line) and each paragraph are one block; a dateline is part of the first
    paragraph, its length in `out_at` given by `dateline`.
    """

    article: int
    role: Role
    text: TracedText
    dateline: int = 0


def set_blocks(article: Article, *, captions: bool = False) -> tuple[SetBlock, ...]:
    """The article as it is set: kicker, headline, subhead, byline, paragraphs [, captions].

    A name that the dateline prints already is not set again.
    """
    found = [
        SetBlock(article.at, role, line)
        for role in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD)
        for line in article.heads(role)
    ]
    names: list[TracedText] = []
    for name in article.byline:
        if not name.reference:
            if name.text.text and any(text.text for text in names):
                names.append(white(GAP, name.text.span.start))
            names.append(name.text)
    if names:
        found.append(SetBlock(article.at, Role.BYLINE, joined(names)))
    blocks = [SetBlock(article.at, block.role, block.text) for block in article.blocks]
    if article.dateline:
        if blocks and blocks[0].role is Role.BODY:
            first = blocks[0].text
            text = article.dateline + first
            if first.pieces[0].origin is not PieceOrigin.JOINT:
                text = article.dateline + behind(article.dateline, first.span.start) + first
            blocks[0] = SetBlock(article.at, Role.BODY, text, len(article.dateline))
        else:
            length = len(article.dateline)
            blocks.insert(0, SetBlock(article.at, Role.BODY, article.dateline, length))
    found += blocks
    if captions:
        found += [SetBlock(article.at, block.role, block.text) for block in article.captions]
    return tuple(found)
