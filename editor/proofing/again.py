"""Checks again after a change, only for the articles that it changed.

What is found is the same as what `run.suspects` finds; a law test holds it. Until the checks have
run, what was found before is carried to where the change put it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from editor.model.places import Span
from editor.model.project import Style
from editor.model.reading import Article, Reading
from editor.proofing.run import once, passages_of, sheet_with, span_of, suspect_of
from editor.proofing.suspect import Check, Passage, Sheet, Suspect

Placed = tuple[int, Suspect]
"""A suspect with the index of its passage in its article."""


@dataclass(frozen=True)
class CheckedArticle:
    """One article and what is wrong in it: by itself (`near`), or beside others (`far`)."""

    article: Article
    passages: tuple[Passage, ...]
    near: tuple[Placed, ...] = ()
    far: tuple[Placed, ...] = ()


@dataclass(frozen=True)
class Checked:
    """What checks found on a page. `ground`: what all of it depends on besides the articles."""

    articles: tuple[CheckedArticle, ...] = ()
    ground: tuple[object, ...] = ()

    @cached_property
    def found(self) -> tuple[Suspect, ...]:
        """All suspects in reading order, whether dismissed or not."""
        every: list[Suspect] = []
        for one in self.articles:
            placed = sorted(
                (*one.near, *one.far),
                key=lambda e: (e[0], e[1].start, e[1].end, e[1].rule, e[1].code),
            )
            every += once(suspect for _, suspect in placed)
        return tuple(every)

    @cached_property
    def _by_article(self) -> dict[int, CheckedArticle]:
        return {id(one.article): one for one in self.articles}

    def of(self, article: Article) -> CheckedArticle | None:
        """What was found in just this article."""
        held = self._by_article.get(id(article))
        return held if held is not None and held.article is article else None


def check_again(
    before: Checked,
    reading: Reading,
    style: Style,
    checks: Iterable[Check],
    stop: Callable[[], bool] = lambda: False,
    year: int | None = None,
) -> Checked | None:
    """What these checks find now; None where `stop` ended it.

    `stop` is asked between articles, and between what checks of the whole page find.
    `year`: the page's (`run.year_of`). What `before` has of the same articles, by the same
    checks, is taken from it.
    """
    held = [(article, before.of(article)) for article in reading.articles]
    passages = [known.passages if known else passages_of(article) for article, known in held]
    sheet = sheet_with(tuple(chain.from_iterable(passages)), reading, style, year)
    fit = [check for check in checks if sheet.script in check.scripts]
    near = [check for check in fit if not check.whole]
    ground = (
        sheet.script,
        sheet.roster,
        year,
        sheet.rules,
        tuple(sheet.habits.items()),
        tuple(fit),
    )
    found: list[CheckedArticle] = []
    for (article, known), own in zip(held, passages, strict=True):
        if stop():
            return None
        if known is None or before.ground != ground:
            known = CheckedArticle(article, own, tuple(_placed(sheet.part(own), near)))
        found.append(known)
    far: list[Placed] = []
    for placed in _placed(sheet, [check for check in fit if check.whole]):
        if stop():
            return None
        far.append(placed)
    return Checked(tuple(_with_far(found, far)), ground)


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
    by_anchor = {one.article.at: one for one in before.articles}
    found: list[CheckedArticle] = []
    for article in reading.articles:
        known = before.of(article)
        if known is None and (old := by_anchor.get(article.at)) is not None:
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
