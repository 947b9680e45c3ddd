"""What a field may be filled with: lines of no article, text behind and ahead, the roster.

Nothing here decides: each suggestion is shown, and carries the gesture that takes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.editing.as_read import role_at
from editor.editing.fields import GiveLines
from editor.editing.gestures import Gesture, TypeField
from editor.model.places import Span
from editor.model.project import Page, Style
from editor.model.reading import Article, Reading
from editor.model.structure import HEADS, Role

MOST = 7
LONGEST = 44
"""Characters of the longest line that may be a headline."""
TRAY, NEAR, OTHER, ROSTER, PAGE = "tray", "near", "other", "roster", "page"
_ENDS = "。！？…；;，,、：:"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Text for a field, where it comes from (a code), and the gesture that takes it.

    `span`: where it is printed, if it is.
    """

    text: str
    origin: str
    gesture: Gesture
    span: Span | None = None


def suggestions(
    page: Page, reading: Reading, style: Style, article: Article, role: Role, typed: str = ""
) -> tuple[Suggestion, ...]:
    """What may be meant for a field of an article, likeliest first.

    `typed`: what stands in the field so far; only what holds it is suggested.
    """
    if role in HEADS:
        found = _heads(page, reading, article, role)
    elif role is Role.BYLINE:
        found = _bylines(page, reading, style, article, typed)
    else:
        found = _datelines(page, reading, article)
    wanted = typed.strip()
    kept: dict[str, Suggestion] = {}
    for one in found:
        if wanted in one.text and one.text != wanted:
            kept.setdefault(one.text, one)
    return tuple(kept.values())[:MOST]


def loose_lines(page: Page, reading: Reading) -> tuple[tuple[Span, str], ...]:
    """The lines of the tray, those that stand together on the page as one, with their text."""
    found: list[tuple[Span, str]] = []
    for block in reading.tray:
        span, text = block.text.span, block.text.text.strip()
        if not text or span.start == span.end:
            continue
        last = found[-1] if found else None
        if last and page.source.next_ink(last[0].end) == span.start:
            same = role_at(reading, last[0].start).heads == block.role.heads
            if same:
                found[-1] = Span(last[0].start, span.end), f"{last[1]} {text}"
                continue
        found.append((span, text))
    return tuple(found)


def _heads(page: Page, reading: Reading, article: Article, role: Role) -> Iterator[Suggestion]:
    for span, text in loose_lines(page, reading):
        if role_at(reading, span.start).heads:
            yield Suggestion(text, TRAY, GiveLines(span, article.at, role), span)
    for line in _lines_near(page, article):
        if _may_head(page, reading, line):
            give = GiveLines(line, article.at, role)
            yield Suggestion(_text(page, line), NEAR, give, line)
    number = reading.articles.index(article)
    for other in (*reading.articles[max(0, number - 1) : number], *reading.articles[number + 1 :]):
        spans = [line.span for line in other.headline if line.span.start < line.span.end]
        if spans:
            span = Span(min(s.start for s in spans), max(s.end for s in spans))
            yield Suggestion(other.title, OTHER, GiveLines(span, article.at, role), span)
        if other is not article and reading.articles.index(other) > number:
            break


def _may_head(page: Page, reading: Reading, line: Span) -> bool:
    """Whether a line that is no heading yet has the shape of one."""
    from editor.analysis.scripts import script

    text, shapes = _text(page, line), script(reading.habits.script).shapes
    role = role_at(reading, line.start)
    if role.assigned or role is Role.CAPTION or not 2 <= len(text) <= LONGEST:
        return False
    named = shapes.own_line(text)[0] or shapes.furniture(text) or shapes.dateline(text)
    return not named and text[-1] not in _ENDS and not set(text) & set("。！？")


def _bylines(
    page: Page, reading: Reading, style: Style, article: Article, typed: str
) -> Iterator[Suggestion]:
    from editor.analysis.scripts import script

    shapes = script(reading.habits.script).shapes
    has = {"".join(name.text.text.split()) for name in article.byline}
    for span, text in loose_lines(page, reading):
        if role_at(reading, span.start) is Role.BYLINE:
            yield Suggestion(text, TRAY, GiveLines(span, article.at, Role.BYLINE), span)
    for line in _lines_near(page, article):
        text = _text(page, line)
        form, names = shapes.own_line(text)
        at = 0
        if form in ("", "lone_role") or names.score < 0.5:
            tail = shapes.glued(text)
            if tail is None or line.end < article.spans[-1].end:
                continue
            at, names = tail.at, tail.names
        told = ["".join(text[a:b].split()) for a, b in names.spans]
        if told and not has.issuperset(told):
            span = Span(line.start + at, line.end)
            give = GiveLines(span, article.at, Role.BYLINE)
            yield Suggestion("、".join(told), NEAR, give, span)
    body = "".join(block.text.text for block in article.blocks)
    for name in sorted(style.roster, key=lambda name: (name not in body, name)):
        if "".join(name.split()) not in has:
            entry = next(
                (
                    e
                    for e in page.decisions.typed
                    if e.role is Role.BYLINE
                    and (e.article == article.at or article.holds(e.article))
                ),
                None,
            )
            earlier = [n for n in (entry.lines if entry else ()) if n != typed.strip()]
            lines = (*earlier, name)
            yield Suggestion(name, ROSTER, TypeField(article.at, Role.BYLINE, lines))


def _datelines(page: Page, reading: Reading, article: Article) -> Iterator[Suggestion]:
    from editor.analysis.scripts import script

    if article.spans:
        first = page.source.next_ink(article.spans[0].start) or 0
        found = script(reading.habits.script).shapes.dateline(page.source.text[first : first + 90])
        if found is not None and role_at(reading, first) is not Role.DATELINE:
            span = Span(first, first + found.end)
            give = GiveLines(span, article.at, Role.DATELINE)
            yield Suggestion(_text(page, span), NEAR, give, span)
    for word in _words_of(reading):
        yield Suggestion(word, PAGE, TypeField(article.at, Role.DATELINE, (word,)))


def _words_of(reading: Reading) -> Iterable[str]:
    """The datelines of the page: the common ones, and what its articles have."""
    others = (a.dateline.text for a in reading.articles if a.dateline)
    return dict.fromkeys((*reading.habits.datelines, *(text.strip() for text in others)))


def _lines_near(page: Page, article: Article) -> list[Span]:
    """The printed lines behind an article's end and at it, before its start and at it."""
    if not article.spans:
        return []
    source = page.source
    start = min(span.start for span in article.spans)
    end = max(span.end for span in article.spans)
    places = (source.next_ink(end), source.last_ink(end), source.last_ink(start), start)
    found: list[Span] = []
    for place in places:
        if place is not None:
            low = source.text.rfind("\n", 0, place) + 1
            high = source.text.find("\n", place)
            high = len(source.text) if high < 0 else high
            first, last = source.next_ink(low), source.last_ink(high)
            if first is not None and last is not None and Span(first, last + 1) not in found:
                found.append(Span(first, last + 1))
    return found


def _text(page: Page, span: Span) -> str:
    return page.source.text[span.start : span.end].replace("\n", " ").strip()
