"""Articles that go on on another page: joined and parted as steps, offered by their jump lines.

A jump line only offers: what is joined is what an editor joins. A mark that was read as text is
furniture from then on, in the same step. The analysis is imported where it is asked: the window
knows this module long before its first page is read.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from editor.model import consistent
from editor.model.compose import Part, chains
from editor.model.decisions import Delta, Mark
from editor.model.giving_way import paused
from editor.model.history import LinksChange, Step
from editor.model.links import Link
from editor.model.meta import Meta
from editor.model.project import Page, Project
from editor.model.reading import Reading, set_blocks
from editor.model.structure import HEADS, Role
from editor.model.verdict import field_key

if TYPE_CHECKING:
    from editor.analysis.jumps import Jump

MARGIN = 1.6
"""How many times better a pair has to fit than any other that one of the two is in."""
MOST = 5
"""Articles between two pages of which all ways to pair them are tried."""
_HEAD = 8
"""How much more a word of a headline says than one of the text."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a list tells of an article, and what it takes to find its other part."""

    at: int
    title: str
    opening: str
    texts: tuple[tuple[str, int], ...]
    """What it says, each text with its weight."""

    def words(self) -> Counter[str]:
        """The words of an article with their weights. They are many: nobody keeps them."""
        found: Counter[str] = Counter()
        for text, weight in self.texts:
            for word in _words(text):
                found[word] += weight
        return found


@dataclass(frozen=True)
class PageFacts:
    """What is known of a page that was read, when its reading is gone. `meta` as inferred."""

    page: str
    meta: Meta
    jumps: tuple[Jump, ...]
    articles: tuple[Told, ...]

    def told(self, at: int) -> Told | None:
        """What is known of an article by its anchor."""
        return next((told for told in self.articles if told.at == at), None)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The article of `first` seems to go on in that of `second`; `marks`: the jump lines."""

    first: Part
    second: Part
    marks: tuple[tuple[str, Jump], ...]

    @property
    def key(self) -> str:
        """Names it in what was settled, on the page of its first part."""
        return f"link:{self.first[1]}:{self.second[0]}:{self.second[1]}"


def facts_of(page: Page, reading: Reading) -> PageFacts:
    """What is kept of a page that was read."""
    from editor.analysis.jumps import jumps
    from editor.analysis.page_names import name_of

    told = []
    for article in paused(reading.articles):
        texts = tuple(
            (block.text.text, _HEAD if block.role in HEADS else 1) for block in set_blocks(article)
        )
        body = next((b.text.text for b in article.blocks if b.text.text.strip()), "")
        told.append(Told(article.at, article.title, body[:40], texts))
    found = jumps(page.source, reading)
    return PageFacts(page.key, name_of(page.source, reading), found, tuple(told))


def _words(text: str) -> Iterable[str]:
    bare = "".join(char if char.isalnum() else " " for char in text)
    for part in bare.split():
        if part.isascii():
            if len(part) > 3:
                yield part.casefold()
        else:
            yield from (part[at : at + 2] for at in range(len(part) - 1))


# -- offering ------------------------------------------------------------------------------


def proposals(
    project: Project, facts: Sequence[PageFacts], linked: Mapping[Part, Part]
) -> tuple[Proposal, ...]:
    """What jump lines of pages say goes on where, as far as no other pair fits as well.

    `linked`: what goes on where already. What an editor settled is not offered again.
    """
    from editor.analysis.jumps import label

    called = {f.page: project.page(f.page).meta.over(f.meta) for f in facts}
    by_page = {f.page: f for f in facts}
    by_number: dict[str, list[str]] = defaultdict(list)
    for key, meta in called.items():
        if meta.number:
            by_number[label(meta.number)].append(key)
    out: dict[tuple[str, str], list[Jump]] = defaultdict(list)
    back: dict[tuple[str, str], list[Jump]] = defaultdict(list)
    for fact in facts:
        for jump in fact.jumps:
            others = [
                key
                for key in by_number[jump.mark.number]
                if key != fact.page and _same_issue(called[key], called[fact.page])
            ]
            if len(others) != 1:
                continue
            part = (fact.page, jump.article)
            if jump.mark.forward and part not in linked:
                out[fact.page, others[0]].append(jump)
            elif not jump.mark.forward and part not in linked.values():
                back[others[0], fact.page].append(jump)
    rare = cache(lambda: _rarity(facts))  # where only one fits, nobody asks
    found: list[Proposal] = []
    for pair in sorted(out.keys() & back.keys(), key=lambda pair: (pair[0], pair[1])):
        first, second = (by_page[key] for key in pair)
        for one, other in _pairs(out[pair], back[pair], first, second, rare):
            found.append(
                Proposal(
                    (pair[0], one.article),
                    (pair[1], other.article),
                    ((pair[0], one), (pair[1], other)),
                )
            )
    return tuple(p for p in found if not _is_settled(project, p))


def _same_issue(one: Meta, other: Meta) -> bool:
    dates = not one.date or not other.date or one.date == other.date
    return dates and (not one.paper or not other.paper or one.paper == other.paper)


def _is_settled(project: Project, proposal: Proposal) -> bool:
    settled = project.page(proposal.first[0]).decisions.settled
    return any(entry.doubt == proposal.key for entry in settled)


def _pairs(
    out: Sequence[Jump],
    back: Sequence[Jump],
    first: PageFacts,
    second: PageFacts,
    rare: Callable[[], Mapping[str, float]],
) -> list[tuple[Jump, Jump]]:
    """Which mark goes with which: the only two, or those that fit much better than any others."""
    out, back = _one_each(out, last=True), _one_each(back, last=False)
    if len(out) == len(back) == 1:
        return [(out[0], back[0])]
    known = rare()
    scores = [[_fit(one, other, first, second, known) for other in back] for one in paused(out)]
    if len(out) == len(back) <= MOST:
        ways = sorted(
            (
                (sum(scores[n][m] for n, m in enumerate(way)), way)
                for way in permutations(range(len(out)))
            ),
            reverse=True,
        )
        if ways[0][0] > MARGIN * ways[1][0]:
            return [(out[n], back[m]) for n, m in enumerate(ways[0][1])]
    found = []
    for n, one in enumerate(out):
        for m, other in enumerate(back):
            rivals = [scores[n][k] for k in range(len(back)) if k != m]
            rivals += [scores[k][m] for k in range(len(out)) if k != n]
            if scores[n][m] > 0 and all(scores[n][m] > MARGIN * rival for rival in rivals):
                found.append((one, other))
    return found


def _one_each(found: Sequence[Jump], *, last: bool) -> list[Jump]:
    """One mark an article: the last that goes on, the first that comes."""
    by_article: dict[int, Jump] = {}
    for jump in found if last else reversed(found):
        by_article[jump.article] = jump
    return list(by_article.values())


def _fit(
    one: Jump, other: Jump, first: PageFacts, second: PageFacts, rare: Mapping[str, float]
) -> float:
    """How well two articles go together: words that few articles have, the marks' own most."""
    left, right = first.told(one.article), second.told(other.article)
    if left is None or right is None:
        return 0.0
    ours, theirs = left.words(), right.words()
    score = _shared(ours, theirs, rare)
    for title, words in ((other.mark.title, ours), (one.mark.title, theirs)):
        if title:
            named = Counter(dict.fromkeys(_words(title), _HEAD))
            score += _HEAD * _shared(named, words, rare)
    return score


def _shared(
    left: Mapping[str, float], right: Mapping[str, float], rare: Mapping[str, float]
) -> float:
    both = left.keys() & right.keys()
    total = sum(rare.get(w, 0.0) * min(left[w], right[w]) for w in both)
    sizes = math.sqrt(sum(left.values()) * sum(right.values()))
    return total / sizes if sizes else 0.0


def _rarity(facts: Sequence[PageFacts]) -> Mapping[str, float]:
    held: Counter[str] = Counter()
    count = 0
    for fact in facts:
        for told in paused(fact.articles):
            held.update(told.words().keys())
            count += 1
    return {word: math.log((1 + count) / n) ** 2 for word, n in held.items()}


# -- gestures ------------------------------------------------------------------------------


@dataclass(frozen=True)
class LinkParts:
    """Each pair of articles is one from now on: the first goes on in the second.

    A part goes on once and is gone on to once: what was joined otherwise is parted. `marks`:
    jump lines, of which those that were read as text become furniture. That a later part has no
    headline is settled.
    """

    pairs: tuple[tuple[Part, Part], ...]
    marks: tuple[tuple[str, Jump], ...] = ()
    readings: Mapping[str, Reading] | None = None
    who: str = ""
    name: str = "link"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """Links that come, those that they put an end to, and roles of marks."""
        came = [
            Link(*first, *second)
            for first, second in self.pairs
            if first != second and project.has_page(first[0]) and project.has_page(second[0])
        ]
        new = tuple(sorted(set(came) - set(project.links)))
        gone = _ended(project, new, self.readings or {})
        deltas: dict[str, Delta] = {}
        mark = Mark(self.who, when)
        for held in project.pages:
            decisions = held.decisions
            for link in new:
                missing = field_key(link.to_at, Role.HEADLINE)
                if link.to_page == held.key and self._asks(held.key, missing):
                    decisions = consistent.with_settled(decisions, missing, True, mark)
            for key, jump in self.marks:
                if key == held.key and jump.inside:
                    span = jump.mark.span
                    decisions = consistent.with_role(
                        decisions, held.source, span, Role.FURNITURE, mark
                    )
            if delta := Delta.between(held.decisions, decisions):
                deltas[held.key] = delta
        if not new and not deltas:
            return None
        first = self.pairs[0][0][0] if self.pairs else next(iter(deltas))
        own = deltas.pop(first, Delta())
        links = LinksChange(gone, new)
        return Step(self.name, first, own, when, others=tuple(deltas.items()), links=links), ()

    def _asks(self, page: str, doubt: str) -> bool:
        """Whether a doubt is asked on a page; it may be where its reading is gone."""
        reading = (self.readings or {}).get(page)
        return reading is None or any(one.key == doubt for one in reading.doubts)


def _ended(
    project: Project, new: Sequence[Link], readings: Mapping[str, Reading]
) -> tuple[Link, ...]:
    """Links that stand and say that a part goes on, or is gone on to, otherwise than new ones."""

    def named(page: str, raw_at: int) -> Part:
        article = readings[page].article_of(raw_at) if page in readings else None
        return page, article.at if article is not None else raw_at

    starts = {named(link.page, link.raw_at) for link in new}
    ends = {named(link.to_page, link.to_at) for link in new}
    return tuple(
        link
        for link in project.links
        if link not in new
        and (named(link.page, link.raw_at) in starts or named(link.to_page, link.to_at) in ends)
    )


@dataclass(frozen=True)
class PartAgain:
    """The article is no part of another any more: `behind`, it does not go on; else, nor come."""

    part: Part
    reading: Reading
    name: str = "unlink"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """The links of the article that go: where it goes on, or else where it comes from."""
        page, at = self.part
        article = next((a for a in self.reading.articles if a.at == at), None)
        if article is None:
            return None
        on = [e for e in project.links if e.page == page and article.holds(e.raw_at)]
        back = [e for e in project.links if e.to_page == page and article.holds(e.to_at)]
        gone = tuple(on or back)
        if not gone:
            return None
        deltas = {}
        for link in gone:  # a later part that stands alone again may lack its headline
            before = project.page(link.to_page).decisions
            missing = field_key(link.to_at, Role.HEADLINE)
            after = consistent.with_settled(before, missing, False, Mark())
            if delta := Delta.between(before, after):
                deltas[link.to_page] = delta
        own = deltas.pop(page, Delta())
        others = tuple(deltas.items())
        return Step(self.name, page, own, when, others=others, links=LinksChange(gone)), ()


@dataclass(frozen=True)
class RefuseLink:
    """What jump lines seem to say is not so: it is never offered again."""

    proposal: Proposal
    who: str = ""
    name: str = "refuse-link"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """The offer counts as settled on the page of its first part."""
        key = self.proposal.first[0]
        if not project.has_page(key) or _is_settled(project, self.proposal):
            return None
        before = project.page(key).decisions
        mark = Mark(self.who, when)
        after = consistent.with_settled(before, self.proposal.key, True, mark)
        return Step(self.name, key, Delta.between(before, after), when), ()


def linked(
    project: Project, facts: Iterable[PageFacts], readings: Mapping[str, Reading]
) -> dict[Part, Part]:
    """What goes on where, as far as pages are read or known."""
    after = dict(chains(readings, project.links))
    known = {(fact.page, told.at) for fact in facts for told in fact.articles}
    for link in project.links:
        first, second = (link.page, link.raw_at), (link.to_page, link.to_at)
        if first in known and second in known:
            after.setdefault(first, second)
    return after
