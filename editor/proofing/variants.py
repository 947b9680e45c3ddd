"""One name in two spellings: 魏亚东 five times and 魏亚栋 once, 市财政局 and 市财证局.

What stands often is set beside what stands seldom and differs in one character that sounds or looks
alike. Three characters that follow one another are enough to tell: those of a name as those out of
a longer one. The rarer is a suspect where the other is a name and its own character is no word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, chain, islice
from typing import NamedTuple

from editor.analysis.evidence.names import COMPOUND, SURNAMES
from editor.model.giving_way import pause, paused
from editor.proofing import lexicon
from editor.proofing.likeness import taken_for
from editor.proofing.naming import ENDS, FUNCTION, NO_NAME, is_coined, is_person, persons, trigrams
from editor.proofing.suspect import Found, Passage, Sheet
from editor.proofing.traditional import through_simplified

TIMES = 2
"""How often a name must stand, and how many times more often than what is held for it."""
STRETCH = 200_000
"""Characters that are compared with one another at most: what is counted takes memory."""
_LONGEST = 10
"""Characters at each side of the one that differs that are compared."""
_AROUND = 3
"""Characters at each side that are cut into words."""
_SURE_WORD = 100
"""How often jieba's texts have a long word that is one beyond doubt: 俄罗斯, and not 玄德见."""
_PLACES = 20
"""Places of a name that are looked at."""
_ORDINARY = frozenset("化性型式制业率力度量员者家手")
"""Ends of long words that are no names, with near ones: 数字化 and 数智化."""
_LONG = 5
"""Characters around one that differs, of a place or body, from which on it may be a word too."""
_LIKELIER, _SURELY = 4.0, 8.0
"""Nats by which words must be likelier for a character to be held for another that is in a word
with those beside it, or stands by itself in any text."""


def variants(sheet: Sheet) -> Iterator[Found]:
    """A name that is one character away from one that stands far more often.

    `sheet.elsewhere` counts the names of the project's other pages.
    """
    if sheet.traditional:
        yield from through_simplified(sheet, _variants)
    else:
        yield from _variants(sheet)


def _variants(sheet: Sheet) -> Iterator[Found]:
    known, elsewhere = persons(sheet), Counter(dict(sheet.elsewhere))
    first, size = 0, 0
    for number, passage in enumerate(paused(sheet.passages)):
        size += len(passage.text)
        if size > STRETCH or number == len(sheet.passages) - 1:
            some = sheet.passages[first : number + 1]
            yield from _Stretch(some, first, elsewhere, known, frozenset(sheet.roster)).found()
            first, size = number + 1, 0


class _Near(NamedTuple):
    """Three characters that are met seldom, which of them differs, and what is met more often."""

    form: str
    at: int
    other: str


class _Told(NamedTuple):
    """A name that may be misprinted: how much of the text agrees, its range, and what should be."""

    agrees: int
    size: int
    start: int
    end: int
    put: str
    often: int


class _Stretch:
    """Passages that are compared with one another, and with the names of other pages."""

    def __init__(
        self,
        passages: tuple[Passage, ...],
        first: int,
        elsewhere: Counter[str],
        known: set[str],
        roster: frozenset[str],
    ) -> None:
        self._first, self._elsewhere, self._known, self._roster = first, elsewhere, known, roster
        self._text = "\n".join([passage.text for passage in passages])
        sizes = [len(passage.text) + 1 for passage in passages]
        self._starts = [0, *accumulate(sizes)][:-1]
        self._counts: Counter[str] = Counter()
        for passage in paused(passages):
            self._counts.update(trigrams(passage.text))

    def found(self) -> Iterator[Found]:
        """The places of names that are printed otherwise more often, in order."""
        told: dict[int, list[_Told]] = defaultdict(list)
        for near in self._near():
            pause()
            for start in _all(self._text, near.form):
                if here := self._judged(near, start):
                    told[start + near.at].append(here)
        for at in sorted(told):
            best = max(told[at])
            if any(one.agrees == best.agrees and one.put != best.put for one in told[at]):
                continue  # as near to another
            number = bisect_right(self._starts, at) - 1
            start, end = (place - self._starts[number] for place in (best.start, best.end))
            shown, differs = self._text[best.start : best.end], at - best.start
            right = shown[:differs] + best.put + shown[differs + 1 :]
            facts = right, str(best.often)
            yield Found(self._first + number, start, end, right, "variant", facts)

    def _count(self, form: str) -> int:
        return self._counts[form] + self._elsewhere[form]

    def _places(self, form: str) -> list[int]:
        return list(islice(_all(self._text, form), _PLACES))

    def _near(self) -> Iterator[_Near]:
        """Forms that are met seldom, each with one that is met often."""
        gaps: tuple[dict[str, list[str]], ...] = tuple(defaultdict(list) for _ in range(3))
        for form in paused(chain(self._counts, self._elsewhere.keys() - self._counts.keys())):
            if self._count(form) >= TIMES and form.replace("·", "").isalpha():
                for at, held in enumerate(gaps):
                    held[_but(form, at)].append(form)
        tails, hulls, heads = gaps
        for form in paused(self._counts):
            if not (form[:2] in heads or form[1:] in tails or form[::2] in hulls):
                continue
            count = self._count(form)
            for at, held in enumerate(gaps):
                for other in held.get(_but(form, at), ()):
                    enough = self._count(other) >= count * TIMES and form != other
                    letters = form[at].isascii() or "某" in form
                    if enough and not letters and taken_for(form[at], other[at]):
                        yield _Near(form, at, other)

    def _judged(self, near: _Near, start: int) -> _Told | None:
        """Whether what stands at a place is a name, misprinted."""
        form, differs, other = near
        here, put, at = form[differs], other[differs], start + differs
        around = (self._text[low : low + 3] for low in range(max(0, at - 2), at + 1))
        if form in self._roster or any(map(lexicon.known, around)):
            return None
        met = form in self._known and other in self._known
        gain, (left, right) = self._gain(at, put), self._agreeing(near, start)
        long = left > 0 and left + right >= _LONG and gain < 0
        no_word = here not in FUNCTION and (gain >= 0 or long)
        if not (met or no_word or gain >= _SURELY):
            return None
        person = is_person(other) and (differs or here in SURNAMES)
        if person and (met or (self._is_whole(near) and not self._joins_on(near))):
            start -= start > 0 and self._text[start - 1 : start + 1] in COMPOUND
            end = at - differs + 3
            return _Told(left + right, end - start, start, end, put, self._count(other))
        body = self._end_of_body(start, at, put, at + right + 1)
        if (body is None and long and not met) or not self._is_its_own(near, start, body, gain):
            return None
        low, high = at - left, body or at + right + 1
        if body is None and lexicon.known(other) and "·" not in self._text[low:high]:
            low, high = start, start + 3
        begin, end = self._widened(start, body or start + 3, low, high, at, put)
        return _Told(left + right, end - begin, begin, end, put, self._count(other))

    def _is_its_own(self, near: _Near, start: int, body: int | None, gain: float) -> bool:
        """Whether a character is of a name of a place or body, or of one that is no word.

        `body`: where a place or body ends.
        """
        form, differs, other = near
        last = differs == 2 and body in (None, start + 3)
        if differs == 0 or last:
            rest, pair = _but(form, differs), form[:2] if differs == 0 else form[1:]
            if self._joins_on(near) or not self._is_whole(near):
                return False
            if (body is None or last) and lexicon.known(rest, 20):
                return False
            if gain < _SURELY and lexicon.known(pair, 20):
                return False
        if body is not None:
            return not NO_NAME & set(form)
        ordinary = lexicon.known(other) and other[-1] in _ORDINARY
        fuzzy = not taken_for(form[differs], other[differs], strictly=True)
        return is_coined(other) and not (ordinary and fuzzy)

    def _joins_on(self, near: _Near) -> bool:
        """Whether a character at the edge of a name makes a word with what is beside it.

        Wherever the name stands: 负 in 辽宁省负责.
        """
        if near.at == 1:
            return False
        edge = -1 if near.at == 0 else 2
        pairs = [self._text[at + edge : at + edge + 2] for at in self._places(near.other)]
        return bool(pairs) and all(lexicon.known(pair, 20) for pair in pairs)

    def _is_whole(self, near: _Near) -> bool:
        """Whether a character at the edge of three is of their name: the rest is seldom alone.

        玄德 is, before 见 and 将, which the dictionary has as words.
        """
        if near.at == 1 or lexicon.known(near.other, _SURE_WORD):
            return True
        others = self._text.count(_but(near.form, near.at)) - self._counts[near.form]
        return others * 2 <= self._count(near.other) * 3

    def _agreeing(self, near: _Near, start: int) -> tuple[int, int]:
        """How many characters at each side are the same where the other form stands."""
        text, at = self._text, start + near.at
        best = near.at, 2 - near.at
        for place in self._places(near.other):
            there = place + near.at
            left, right = (
                _same(behind(text, at), behind(text, there)) for behind in (_backwards, _onwards)
            )
            best = max(best, (left, right), key=sum)
        return best

    def _gain(self, at: int, put: str) -> float:
        """How much likelier another character makes the words at a place; 0 where it is in none.

        Below 0 where the printed one is in a word that is likely enough.
        """
        text = self._text
        low = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
        before, behind = text[low:at], text[at + 1 : at + 1 + _AROUND].partition("\n")[0]
        likely, words = lexicon.best(before + text[at] + behind)
        gain = lexicon.best(before + put + behind)[0] - likely
        if gain < _LIKELIER:
            return 0.0 if len(lexicon.holding(words, len(before))) == 1 else -1.0
        return gain

    def _end_of_body(self, start: int, at: int, put: str, high: int) -> int | None:
        """Where the place or body ends whose name three characters are of."""
        right = self._text[start:at] + put + self._text[at + 1 : high]
        ends = (start + end.end() for end in ENDS.finditer(right))
        return next((end for end in ends if end >= start + 3), None)

    def _widened(
        self, start: int, end: int, low: int, high: int, at: int, put: str
    ) -> tuple[int, int]:
        """From where to where a name goes of which a part is known: most of its places have it."""
        text = self._text
        right = text[start:at] + put + text[at + 1 : end]
        count = text.count(right)
        while start > low and text[start - 1] not in NO_NAME:
            longer = text[start - 1] + right
            if count < TIMES or text.count(longer) * 3 < count * 2:
                break
            start, right = start - 1, longer
        while end < high and text[end] not in NO_NAME:
            longer = right + text[end]
            if count < TIMES or text.count(longer) * 3 < count * 2:
                break
            end, right = end + 1, longer
        return start, end


def _all(text: str, form: str) -> Iterator[int]:
    """All places of a form."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _backwards(text: str, at: int) -> str:
    return text[max(0, at - _LONGEST) : at][::-1]


def _onwards(text: str, at: int) -> str:
    return text[at + 1 : at + 1 + _LONGEST]


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike, up to a mark."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not (a.isalpha() or a == "·"):
            break
        count += 1
    return count


def _but(form: str, at: int) -> str:
    """Three characters without one."""
    return form[1:] if at == 0 else form[::2] if at == 1 else form[:2]
