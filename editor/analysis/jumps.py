"""Jump lines: where an article says that it goes on on another page, or that it comes from one.

A mark is a line of its own, or stands in brackets at the end of the text that goes on or at the
beginning of the text that comes. What merely speaks of another page is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from editor.analysis.jump_words import COMES, CONTINUED, LEAVES, PAGED, SHORT, SLUG
from editor.model.places import Span
from editor.model.reading import Article, Reading
from editor.model.source import Source
from editor.model.structure import HEADS, Role

_LABEL = r"(?P<number>[A-HＡ-Ｈ]?\s*[0-9０-９]{1,3}|[〇零一二三四五六七八九十]{1,3}|头|頭)"
_CHINESE = (
    rf"(?P<on>{LEAVES})(?:本报|今日)?\s*第?\s*{_LABEL}\s*{PAGED}"
    rf"|(?P<from>{COMES})(?:本报|今日)?\s*第?\s*{_LABEL}\s*{PAGED}"
)
_TITLE = (
    r"(?:\s*[《〈“「](?P<title>[^《》〈〉”」\n]{1,30})[》〉”」]"
    r"|[^\S\n]*[^（）()【】\n。]{0,12})?"
)
_PAGE = r"(?:(?i:page|p\.|pg\.)\s*)?(?P<number>[A-H]?-?\d{1,3}[A-H]?)"
_PAGED = (
    r"(?i:page|p\.|pg\.)\s*(?P<number>[A-H]?-?\d{1,3}[A-H]?|(?i:one))|(?P<number>[A-H]-?\d{1,2})"
)
_SLUG = rf"(?:(?P<title>{SLUG}?),?\s+)?"
_ENGLISH = (
    rf"{_SLUG}{CONTINUED}\s+"
    rf"(?:(?P<from>(?i:from))|(?P<on>(?i:on|to)))\s+{_PAGE}"
    rf"|(?P<on>(?i:please\s+turn\s+to|please\s+see|turn\s+to|see))\s+"
    rf"(?:(?P<title>{SLUG}),?\s+)?(?:{_PAGED})"
    rf"|{_SLUG}(?P<from>(?i:from))\s+(?:{_PAGED})"
)
_BODY = rf"(?:(?:{_CHINESE}){_TITLE}|(?:{_ENGLISH})(?:,?\s*(?i:col(?:umn|\.)?)\s*\d)?)"
_MARK = regex.compile(
    rf"(?P<open>[（(【〔\[])[^\S\n]*{_BODY}[^\S\n]*\n?[^\S\n]*[）)】〕\]]"
    rf"|^[^\S\n]*[»>▶→►■●*]*[^\S\n]*{_BODY}[^\S\n]*[»>▶→►*.]*[^\S\n]*$",
    regex.MULTILINE,
)
_CHEAP = regex.compile(r"[转轉接]|(?i:cont)|(?i:from|turn|see)\s")
_DIGITS = {mark: str(n) for n, mark in enumerate("零一二三四五六七八九")} | {"〇": "0"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A jump mark at `span`: to another page (`forward`), or from one, called `number`.

    `title`: words of the article that it names, or empty.
    """

    span: Span
    forward: bool
    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Jump:
    """A mark with the article (its anchor) that goes on, or that comes. `inside`: read as text."""

    mark: Mark
    article: int
    inside: bool


def marks(text: str) -> Iterator[Mark]:
    """All jump marks of a page's raw text."""
    for found in _found(text):
        whole = found.group()
        start = found.start() + len(whole) - len(whole.lstrip())
        end = found.end() - (len(whole) - len(whole.rstrip()))
        short = found["on"] in SHORT or found["from"] in SHORT
        if short and not found["open"]:
            continue  # 转3版 alone on a line may be anything
        before, behind = _line_around(text, start, end)
        if found["open"] and before.strip() and behind.strip():
            continue  # in brackets in the middle of a line: the text speaks of a page
        forward = found["on"] is not None
        if found["open"] and not before.strip() and behind.strip() and forward:
            continue  # nothing goes on before its beginning
        title = (found["title"] or "").strip()
        yield Mark(Span(start, end), forward, label(found["number"]), title)


_UP, _DOWN = 4, 8
"""Lines with print round a sign in which its whole mark stands, were each of its words a line."""


def _found(text: str) -> Iterator[regex.Match[str]]:
    """All of `_MARK`, looked for only round its signs: over a long page that takes too long."""
    first = last = seen = -1
    for sign in _CHEAP.finditer(text):
        if sign.start() < seen:  # in the same line
            continue
        start, end = _up(text, sign.start()), _down(text, sign.end())
        if start > last and last >= 0:
            yield from _MARK.finditer(text, first, last)
        if start > last:
            first = start
        last, seen = end, text.find("\n", sign.end())
        if seen < 0:
            break
    if last >= 0:
        yield from _MARK.finditer(text, first, last)


def _up(text: str, at: int) -> int:
    """Where the line begins that is so many lines with print before that of `at`."""
    start, left = text.rfind("\n", 0, at) + 1, _UP
    while start and left:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        left -= bool(text[start:end].strip())
    return start


def _down(text: str, at: int) -> int:
    """Where the line ends that is so many lines with print behind that of `at`."""
    end, left = text.find("\n", at), _DOWN
    while end >= 0 and left:
        start = end + 1
        end = text.find("\n", start)
        left -= bool(text[start : end if end >= 0 else None].strip())
    return end if end >= 0 else len(text)


def _line_around(text: str, start: int, end: int) -> tuple[str, str]:
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    return text[low:start], text[end : high if high >= 0 else len(text)]


def label(printed: str) -> str:
    """The number of a page as numbers of pages are compared: `第四版`, `04`, `４` are `4`."""
    bare: str = regex.sub(r"[第版頁页\s-]", "", printed.translate(_NARROW)).upper()
    if bare in ("头", "頭", "ONE"):
        return "1"
    if bare and all(mark in _DIGITS or mark == "十" for mark in bare):
        if "十" in bare:
            tens, _, ones = bare.partition("十")
            return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"
        bare = "".join(_DIGITS[mark] for mark in bare)
    letter = bare[:1] if bare[:1].isalpha() else ""
    digits = bare[len(letter) :]
    return letter + (digits.lstrip("0") or digits)


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def jumps(source: Source, reading: Reading) -> tuple[Jump, ...]:
    """The jump marks of a page whose article is known, in raw order."""
    found: list[Jump] = []
    places = _Places(reading)
    for mark in marks(source.text):
        article = places.before(mark.span) if mark.forward else places.behind(mark.span)
        near = _beside(source, mark)
        if article is not None and (mark.forward or _is_text(reading, article, near)):
            held = reading.role_at(mark.span.start)
            inside = held is None or held[1].value is not Role.FURNITURE
            found.append(Jump(mark, article.at, inside))
    return tuple(found)


def _beside(source: Source, mark: Mark) -> int | None:
    """The printed character that a mark stands behind, or before."""
    return source.last_ink(mark.span.start) if mark.forward else source.next_ink(mark.span.end)


def _is_text(reading: Reading, article: Article, raw_at: int | None) -> bool:
    """Whether the text beside a mark is the article's, and no headline that it was read as."""
    if raw_at is None or article.holds(raw_at):
        return True
    held = reading.role_at(raw_at)
    return held is None or held[1].value not in HEADS


class _Places:
    """Where bodies stand on the page."""

    def __init__(self, reading: Reading) -> None:
        spans = [(span, article) for article in reading.articles for span in article.spans]
        self._spans = sorted(spans, key=lambda entry: entry[0])
        self._starts = [span.start for span, _ in self._spans]
        self._ends = [span.end for span, _ in self._spans]

    def before(self, mark: Span) -> Article | None:
        """The article whose body stands last before a mark."""
        index = bisect_left(self._starts, mark.start) - 1
        return self._spans[index][1] if index >= 0 else None

    def behind(self, mark: Span) -> Article | None:
        """The article whose body stands first behind a mark, or holds it."""
        index = bisect_right(self._ends, mark.end)
        return self._spans[index][1] if index < len(self._spans) else None
