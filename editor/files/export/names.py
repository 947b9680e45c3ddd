"""File names that every system takes, made by a pattern, none of them twice.

`{page}-{n:02}-{headline}`: what stands in braces is filled from the article and its page.
Where a field is empty, what stands before it goes with it.
"""

from __future__ import annotations

import hashlib
import re
import string
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from editor.files.docx.runs import is_chinese
from editor.files.errors import FileError
from editor.files.export.story import Story
from editor.model.reading import Article

LIMIT = 200
"""The longest name, in bytes of UTF-8: systems take 255, some sync services less."""

_FIELD_LIMIT = 60
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.I)
_FIRST_WORDS = 12
_WIDTH = re.compile("0?[1-9]?")

FIELDS: dict[str, Callable[[Story], str]] = {
    "page": lambda story: safe(story.page_name) or "page",
    "headline": lambda story: safe(story.article.title) or _untitled(story.article),
    "paper": lambda story: safe(story.page.meta.paper),
    "date": lambda story: safe(story.page.meta.date),
    "section": lambda story: safe(story.page.meta.section),
    "number": lambda story: safe(story.page.meta.number),
    "byline": lambda story: safe(" ".join(n.text.text for n in story.article.byline)),
}
"""What a pattern may hold besides `n`, the article's number on its page."""


@dataclass(frozen=True)
class Pattern:
    """A pattern for names. Raises `FileError` where a field is unknown or a brace alone."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what could not be filled."""
        if not any(field for _, field, _ in self._parts):
            raise FileError("no-field", pattern=self.text)

    @cached_property
    def _parts(self) -> tuple[tuple[str, str, str], ...]:
        """Text, the field behind it, and the digits that it is filled up to."""
        found = []
        try:
            for before, field, spec, conversion in string.Formatter().parse(self.text):
                if field is not None and (
                    conversion or not (field == "n" or (field in FIELDS and not spec))
                    or not _WIDTH.fullmatch(spec or "")
                ):  # fmt: skip
                    raise FileError("bad-field", field=field)
                found.append((before, field or "", spec or ""))
        except ValueError:  # a brace alone
            raise FileError("bad-field", field=self.text) from None
        return tuple(found)

    def fill(self, facts: Mapping[str, str], room: int) -> str:
        """The pattern filled in at most `room` bytes: headlines give way.

        `facts`: what `facts` says of an article.
        """
        told: list[tuple[str, str]] = []
        for number, (before, field, spec) in enumerate(self._parts):
            text = before.translate(_FORBIDDEN)
            if number and not told:  # what stood before it is not there
                text = text.lstrip("-_ .·")
            if not field:
                told.append(("", text))
            elif field == "n":
                told += [("", text), ("", format(int(facts["n"]), spec + "d"))]
            elif value := facts[field]:
                cut = value if field == "headline" else _cut(value, _FIELD_LIMIT)
                told += [("", text), (field, cut)]
        fixed = sum(len(text.encode()) for field, text in told if field != "headline")
        heads = sum(field == "headline" for field, _ in told)
        each = max(0, room - fixed) // heads if heads else 0
        whole = "".join(_cut(t, each) if f == "headline" else t for f, t in told)
        return _cut(safe(whole), room).rstrip(" .-_·")


def facts(story: Story) -> dict[str, str]:
    """What patterns are filled from, of an article."""
    return {"n": str(story.number), **{name: told(story) for name, told in FIELDS.items()}}


class Taken(Protocol):
    """Names that are given, as `folded`."""

    def __contains__(self, name: str, /) -> bool:
        """Whether it is given."""

    def add(self, name: str, /) -> None:
        """Give it."""


class ManyTaken:
    """Names that are given, however many: eight bytes are kept of each.

    Two names that share them (about one pair in 10^9 among 10^5 names) cost a ` (2)`, no file.
    """

    def __init__(self) -> None:
        """None is given."""
        self._marks: set[int] = set()

    def __contains__(self, name: str, /) -> bool:
        """Whether it is given."""
        return _mark(name) in self._marks

    def add(self, name: str, /) -> None:
        """Give it."""
        self._marks.add(_mark(name))


def _mark(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest())


def file_name(pattern: Pattern, facts: Mapping[str, str], suffix: str, taken: Taken) -> str:
    """The name of an article's file; adds it to `taken`, which holds names as `folded`.

    `suffix` with its dot.
    """
    return _free(lambda room: pattern.fill(facts, room), suffix, taken)


def whole_name(name: str, suffix: str, taken: Taken) -> str:
    """The name of a file that holds many articles."""
    return _free(lambda room: _cut(safe(name) or "page", room), suffix, taken)


def _free(fill: Callable[[int], str], suffix: str, taken: Taken) -> str:
    for twin in range(1, 100_000):
        mark = f" ({twin})" if twin > 1 else ""
        stem = (fill(LIMIT - len((mark + suffix).encode()) - 1) or "article") + mark
        name = (f"_{stem}" if _RESERVED.match(stem) else stem) + suffix
        if folded(name) not in taken:
            taken.add(folded(name))
            return name
    raise ValueError(f"{name} has a hundred thousand twins")


def folded(name: str) -> str:
    """What a file system that ignores case makes of a name."""
    return unicodedata.normalize("NFC", name).casefold()


def safe(text: str) -> str:
    """`text` as part of a name: forbidden marks full-width, nothing unseen, NFC."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).translate(_FORBIDDEN)
    seen = [mark for mark in text if unicodedata.category(mark) not in _UNSEEN]
    return "".join(seen).strip(" .")


_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))


def _cut(text: str, room: int) -> str:
    """At most `room` bytes of the text, whole characters."""
    return text.encode()[: max(0, room)].decode("utf-8", "ignore").rstrip(" .")


def _untitled(article: Article) -> str:
    """A name for an article without headline: the first words of its body, marked as such."""
    body = next((block.text.text for block in article.blocks if block.text.text.strip()), "")
    words = " ".join(body.split())
    if not words or is_chinese(words, default=False):
        return safe(f"无题-{words[:_FIRST_WORDS]}").rstrip("，。；：、“‘（《—…-")
    return safe(f"untitled-{' '.join(words.split()[:6])}")
