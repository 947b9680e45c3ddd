"""The text of a page as it came: immutable, with its hash and where it came from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

LINES = 500_000
"""The most printed lines of a page that is read: a newspaper's holds a few thousand.

A reading takes up to 6 kB and a tenth of a millisecond for each: 3 GB at most.
"""
BLANK = 8
"""How many times as many lines there may be with the blank ones."""
_PRINTED_LINE = re.compile(r"\S[^\n]*")


def too_long(text: str) -> bool:
    """Whether a text has more lines than a page may have."""
    ends = text.count("\n")
    if ends < LINES:
        return False
    lines = islice(_PRINTED_LINE.finditer(text), LINES, None)
    return ends >= BLANK * LINES or next(lines, None) is not None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source came from: what is told to people, never read as truth.

    `name` is a file name or 「粘贴」 and the like; `path` is empty for text without a file;
    `encoding` is a Python codec name; `sha256` is the hash of the *bytes* as they were read.
    """

    name: str = ""
    path: str = ""
    encoding: str = "utf-8"
    sha256: str = ""


@dataclass(frozen=True)
class Source:
    r"""A page's raw text. Lines end in `\n` and in nothing else; there are no lone surrogates.

    Form feeds and other separators stay in the text as marks and end no line.
    """

    text: str
    origin: Origin = field(default_factory=Origin)

    def __post_init__(self) -> None:
        """Refuse text that `files.text` has not normalised (`ValueError`, with the position)."""
        at = self.text.find("\r")
        if at >= 0:
            raise ValueError(f"carriage return at {at}: line ends must be normalised")
        try:
            self.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValueError(f"lone surrogate at {error.start}") from None

    @cached_property
    def sha256(self) -> str:
        """Hash of `text` in UTF-8, lower-case hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """`raw_at` of the first character of each line, the first line's 0 included."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    def is_blank(self, raw_at: int) -> bool:
        """Whether the character at `raw_at` is white space (a form feed is)."""
        return self.text[raw_at].isspace()

    def next_ink(self, raw_at: int) -> int | None:
        """The first non-blank `raw_at` at or after this one, or None."""
        for at in range(max(0, raw_at), len(self.text)):
            if not self.text[at].isspace():
                return at
        return None

    def last_ink(self, raw_at: int) -> int | None:
        """The last non-blank `raw_at` before this one, or None."""
        for at in range(min(raw_at, len(self.text)) - 1, -1, -1):
            if not self.text[at].isspace():
                return at
        return None
