"""The values: a text to check, what a check finds in it, and what that is on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property

from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.rules import Rules
from editor.model.structure import Role
from editor.model.traced import Piece, PieceOrigin, TracedText

AT_ONCE = 100_000
"""Characters that are counted in one call."""


class Severity(IntEnum):
    """How much is at stake. ERROR: wrong in every house; WARNING: most likely; NOTE: look."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @staticmethod
    def of(word: str) -> Severity:
        """The severity of this name."""
        return Severity[word.upper()]


@dataclass(frozen=True)
class Passage:
    """One block as it is set. `article`: its anchor; `dateline`: its dateline's length, or 0.

    `names`: the persons, where it prints a byline or a dateline.
    """

    traced: TracedText
    role: Role = Role.BODY
    article: int = 0
    dateline: int = 0
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text as shown; places in it are `out_at`."""
        return self.traced.text


@dataclass(frozen=True)
class Sheet:
    """All that is checked of one page, in reading order. `script`: `zh` or `en`.

    `roster`: reporters that are known; `rules`: the house's; `year`: the page's, where it is
    known; `elsewhere`: names on the project's other pages, with how often they stand there.
    """

    passages: tuple[Passage, ...]
    script: str = "zh"
    roster: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)
    year: int | None = None
    elsewhere: tuple[tuple[str, int], ...] = ()

    @cached_property
    def text(self) -> str:
        """The text of all passages, one a line."""
        return "\n".join([passage.text for passage in paused(self.passages)])

    @property
    def habits(self) -> dict[str, object]:
        """What the page does by habit, for checks that let it."""
        found = (name for name, held in vars(Sheet).items() if isinstance(held, cached_property))
        return {name: getattr(self, name) for name in found if name != "text"}

    def part(self, passages: tuple[Passage, ...]) -> Sheet:
        """A sheet of some of the passages, of a page with the same habits."""
        found = replace(self, passages=passages)
        vars(found).update(self.habits)
        return found

    def _count(self, chars: str) -> int:
        """How often the page has some characters; a part of it at a time: calls let nobody in."""
        parts = paused(range(0, len(self.text), AT_ONCE))
        return sum(self.text.count(char, low, low + AT_ONCE) for low in parts for char in chars)

    @cached_property
    def wide_digits(self) -> bool:
        """Whether the page's digits are full-width ones by habit."""
        return self._count("０１２３４５６７８９") > self._count("0123456789")

    @cached_property
    def straight(self) -> bool:
        """Whether the page's double quotes are straight by habit: more than one in five."""
        return self._count('"') * 4 > self._count("“”")

    @cached_property
    def traditional(self) -> bool:
        """Whether the page is in traditional characters."""
        return self._count("國這們說為時來會") > self._count("国这们说为时来会")

    @cached_property
    def spaced(self) -> bool:
        """Whether the page has spaces between most of its Chinese characters by habit."""
        texts = paused(passage.text for passage in self.passages)
        han = sum("\u4e00" <= char <= "\u9fff" for text in texts for char in text)
        return self._count(" \xa0") * 4 > han


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: `start` to `end` (`out_at`) of a passage, given by its index.

    `put`: what should stand there; None where only a person can tell. `code` and `facts`: the
    reason, told by `proofing.reasons`. `severity`: its own, where it is not its check's.
    """

    passage: int
    start: int
    end: int
    put: str | None
    code: str
    facts: tuple[str, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True)
class Check:
    """One rule. `find` goes through a sheet. `on`: whether it is on by default.

    `scripts`: the pages that it is for. `fixed`: its severity is the house's, for all finds.
    `whole`: what it finds in an article depends on others
    (all other checks find the same in an article alone). `words`: it asks jieba's words.
    """

    name: str
    find: Callable[[Sheet], Iterable[Found]]
    severity: Severity
    on: bool = True
    scripts: frozenset[str] = frozenset(("zh", "en"))
    fixed: bool = False
    whole: bool = False
    words: bool = False


@dataclass(frozen=True)
class Suspect:
    """One thing that may be wrong.

    `span`: what it shows of the page's raw text, empty where a mark is missing; `shown`: what is
    printed there; `fix`: what should be, or None. `start` and `end` are `out_at` of `passage`.
    """

    rule: str
    severity: Severity
    span: Span
    shown: str
    fix: str | None
    code: str
    facts: tuple[str, ...]
    passage: Passage
    start: int
    end: int

    @property
    def around(self) -> tuple[str, str]:
        """Up to ten characters before and behind."""
        text = self.passage.text
        return text[max(0, self.start - 10) : self.start], text[self.end : self.end + 10]


def untraced(text: str, role: Role = Role.BODY) -> Passage:
    """A passage of a text alone, as if the page printed just that."""
    return Passage(TracedText((Piece(text, Span(0, len(text)), PieceOrigin.RAW),)), role)
