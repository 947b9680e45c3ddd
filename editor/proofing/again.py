"""Checks again after a change, only for the articles that it changed.

What is found is the same as what `run.suspects` finds; a law test holds it. Until the checks have
run, what was found before is carried to where the change put it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from editor.model.giving_way import paused
from editor.model.places import Span
from editor.model.project import Style
from editor.model.reading import Article, Reading
from editor.proofing.run import once, passages_of, sheet_with, span_of, suspect_of
from editor.proofing.suspect import Check, Passage, Sheet, Suspect

Placed = tuple[int, Suspect]
"""A suspect with the index of its passage in its article."""

SOON, LATER = 3000, 4
"""Characters that are checked until it is told what is found; each time so many times more."""


@dataclass(frozen=True)
class CheckedArticle:
    """One article and what is wrong in it: by itself (`near`), or beside others (`far`)."""

    article: Article
    passages: tuple[Passage, ...]
    near: tuple[Placed, ...] = ()
    far: tuple[Placed, ...] = ()

    @cached_property
    def found(self) -> tuple[Suspect, ...]:
        """Its suspects in reading order."""
        placed = sorted(
            (*self.near, *self.far),
            key=lambda e: (e[0], e[1].start, e[1].end, e[1].rule, e[1].code),
        )
        return tuple(once(suspect for _, suspect in placed))


@dataclass(frozen=True)
class Checked:
    """What checks found on a page. `ground`: what all of it depends on besides the articles."""

    articles: tuple[CheckedArticle, ...] = ()
    ground: tuple[object, ...] = ()

    @cached_property
    def found(self) -> tuple[Suspect, ...]:
        """All suspects in reading order, whether dismissed or not."""
        return tuple(chain.from_iterable(one.found for one in self.articles))

    @cached_property
    def _by_article(self) -> dict[int, CheckedArticle]:
        return {id(one.article): one for one in self.articles}

    @cached_property
    def _by_anchor(self) -> dict[int, CheckedArticle]:
        return {one.article.at: one for one in self.articles}

    def of(self, article: Article) -> CheckedArticle | None:
        """What was found in just this article."""
        held = self._by_article.get(id(article))
        return held if held is not None and held.article is article else None

    def about(self, article: Article) -> CheckedArticle | None:
        """What was found in the article that stood there, to be shown until it is checked anew."""
        held = self._by_anchor.get(article.at)
        # an article of its own, never the reading's: the checks are to see that one anew
        return replace(held, article=replace(held.article)) if held is not None else None


def check_again(
    before: Checked,
    reading: Reading,
    style: Style,
    checks: Iterable[Check],
    year: int | None = None,
    elsewhere: Mapping[str, int] | None = None,
    first: int = 0,
    come: Callable[[Checked], None] = lambda _: None,
) -> Checked:
    """What these checks find now.

    What `before` has of the same articles, by the same checks, is taken from it.

    `year`: the page's (`run.year_of`). `elsewhere`: names on the project's other pages, for checks
    of the whole page. `first`: the index of the article that is checked first; the others follow
    by how far from it they stand. What asks jieba's words costs most, so all other checks go
    through the page before. `come` is told now and then what there is by
    then: all that was checked again, and what `before` has of others.
    """
    articles = reading.articles
    known = [before.of(article) for article in paused(articles)]
    passages = [
        one.passages if one else passages_of(article)
        for article, one in paused(zip(articles, known, strict=True))
    ]
    sheet = sheet_with(tuple(chain.from_iterable(passages)), reading, style, year, elsewhere)
    fit = [check for check in checks if sheet.script in check.scripts]
    near = [check for check in fit if not check.whole and not check.words]
    words = [check for check in fit if not check.whole and check.words]
    asking = {check.name for check in words}
    ground = (
        sheet.script,
        sheet.roster,
        year,
        sheet.rules,
        tuple(sheet.habits.items()),
        tuple(fit),
    )
    same = before.ground == ground
    found = [
        one if one is not None and same else before.about(article)
        for article, one in paused(zip(articles, known, strict=True))
    ]
    new = [at for at in _outwards(first, len(articles)) if known[at] is None or not same]

    def tell() -> None:
        come(Checked(tuple(one for one in found if one is not None), ground))

    for at in _in_steps(new, passages, tell):
        own, old = passages[at], found[at]
        stays = old is not None and old.passages == own
        kept = [one for one in old.near if one[1].rule in asking] if old and stays else ()
        placed = tuple(_placed(sheet.part(own), near))
        # an article of its own, where all is not found yet: the checks are to see that one anew
        of = replace(articles[at]) if words else articles[at]
        found[at] = CheckedArticle(of, own, (*placed, *kept), old.far if old and stays else ())
    if words:
        if new:
            tell()
        for at in _in_steps(new, passages, tell):
            half = found[at]
            assert half is not None
            quick = [one for one in half.near if one[1].rule not in asking]
            placed = tuple(_placed(sheet.part(half.passages), words))
            found[at] = replace(half, article=articles[at], near=(*quick, *placed))
    every = [one for one in found if one is not None]
    wide = list(_placed(sheet, [check for check in fit if check.whole]))
    return Checked(tuple(_with_far(every, wide)), ground)


def _in_steps(
    numbers: Iterable[int], passages: Sequence[Sequence[Passage]], tell: Callable[[], None]
) -> Iterator[int]:
    """The numbers of articles; it is told soon what was found, then after more and more."""
    letters, enough = 0, SOON
    for at in numbers:
        yield at
        letters += sum(len(passage.text) for passage in passages[at])
        if letters > enough:
            letters, enough = 0, enough * LATER
            tell()


def _outwards(first: int, count: int) -> Iterator[int]:
    """The numbers up to `count`, by how far they are from the first."""
    first = max(0, min(first, count - 1))
    for away in range(count):
        if away and first - away >= 0:
            yield first - away
        if first + away < count:
            yield first + away


def _placed(sheet: Sheet, checks: Iterable[Check]) -> Iterator[Placed]:
    for check in checks:
        for one in check.find(sheet):
            yield one.passage, suspect_of(sheet.passages[one.passage], check, one)


def _with_far(found: Iterable[CheckedArticle], far: Iterable[Placed]) -> Iterator[CheckedArticle]:
    by_passage: dict[int, list[Suspect]] = {}
    for number, suspect in far:
        by_passage.setdefault(number, []).append(suspect)
    first = 0
    for one in found:
        own = tuple(
            (at, suspect)
            for at in range(len(one.passages))
            for suspect in by_passage.get(first + at, ())
        )
        yield one if one.far == own else replace(one, far=own)
        first += len(one.passages)


# -- until the checks have run -------------------------------------------------------------


def carried(before: Checked, reading: Reading) -> Checked:
    """What was found before, at its places in a reading that is another one now.

    What the change touched is gone. The ground is gone too where an article changed: the next
    checks see that one anew.
    """
    found: list[CheckedArticle] = []
    for article in reading.articles:
        known = before.of(article)
        if known is None and (old := before.about(article)) is not None:
            known = _carried(old, article)
        if known is not None:
            found.append(known)
    if len(found) == len(before.articles) and all(
        one is other for one, other in zip(found, before.articles, strict=True)
    ):
        return before
    return Checked(tuple(found), before.ground)


def _carried(old: CheckedArticle, article: Article) -> CheckedArticle:
    # an article of its own, never the reading's: the checks are to see that one anew
    own = replace(article)
    if not old.near and not old.far:  # nothing to carry: what it is carried from may stay behind
        return CheckedArticle(own, old.passages)
    passages = passages_of(article)
    texts = [one.text for one in old.passages], [one.text for one in passages]
    head, tail = _same(*texts)
    more = len(passages) - len(old.passages)
    to: dict[int, int] = {at: at for at in range(head)}
    to |= {at: at + more for at in range(len(old.passages) - tail, len(old.passages))}
    if more == 0:
        to |= {at: at for at in range(head, len(old.passages) - tail)}
    return CheckedArticle(
        own,
        passages,
        tuple(_moved(old.near, passages, to)),
        tuple(_moved(old.far, passages, to)),
    )


def _moved(
    placed: Iterable[Placed], passages: tuple[Passage, ...], to: Mapping[int, int]
) -> Iterator[Placed]:
    for number, suspect in placed:
        if number not in to:
            continue
        passage = passages[to[number]]
        old, new = suspect.passage.text, passage.text
        shift = 0
        if old != new:
            head, tail = _same(old, new)
            if suspect.end > head and suspect.start < len(old) - tail:
                continue
            if suspect.end > head or (suspect.start == suspect.end == len(old)):
                shift = len(new) - len(old)
        start, end = suspect.start + shift, suspect.end + shift
        span: Span = span_of(passage, start, end)
        yield to[number], replace(suspect, passage=passage, start=start, end=end, span=span)


def _same(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How much both have in common at the start, and of the rest at the end."""
    head, most = 0, min(len(old), len(new))
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail
