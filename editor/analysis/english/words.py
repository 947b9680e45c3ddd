"""Whether a hyphen at a line's end belongs to its word: the page's own words first, then a list.

`expec-` `tation` is one word that was cut; `high-` `level` is two that were not. A page that has
the word in either form elsewhere decides; else the word list; else what the halves are alone.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import regex

from editor.resources import resource

_WORD = regex.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[A-Za-z]+(?:['’][A-Za-z]+)*)*")
_BROKEN = regex.compile(r"[A-Za-z-]+-[^\S\n]*\n\s*[A-Za-z-]+")
_CUT = regex.compile(r"(?<![A-Za-z])([A-Za-z]{2,})[-‐][^\S\n]*\n\s*([a-z]+)")
_LEFT = regex.compile(r"([A-Za-z0-9]+-)*([A-Za-z]+)[-‐]$")
_RIGHT = regex.compile(r"([A-Za-z]+)((?:-[A-Za-z]+)*)")
_POSSESSIVE = regex.compile(r"['’]s?$")
PREFIXES = frozenset(
    "anti auto bi co counter cross ex extra half hyper inter macro mega micro mid mini mono "
    "multi neo non over para poly post pre pro proto pseudo quasi re self semi sub super tele "
    "trans tri ultra un under uni vice".split()
)
FREE_PREFIXES = frozenset("anti ex half mid non post pre pro quasi self semi ultra vice".split())
"""Prefixes that are usually set off by a hyphen before a word that a list does not have whole."""


class Words(NamedTuple):
    """The word list: `common` words, all `others`, and `names`, in small letters."""

    common: frozenset[str]
    others: frozenset[str]
    names: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether the list has a word of any kind."""
        return word in self.common or word in self.others or word in self.names

    def plain(self, word: str) -> bool:
        """Whether a word stands for itself in text (no name)."""
        return word in self.common or word in self.others


@lru_cache(maxsize=1)
def words() -> Words:
    """The list that ships with Galley, loaded when the first English hyphen is met."""
    text = resource("words/english.txt").read_text("utf-8")
    body = text[text.index("\n", text.rindex("# ")) + 1 :]
    common, others, names = (frozenset(part.split()) for part in body.split("\n\n"))
    return Words(common, others, names)


@lru_cache(maxsize=4)
def page_words(page: str) -> Counter[str]:
    """The words of a page that no line end cuts, in small letters, hyphens kept."""
    whole = _BROKEN.sub(" ", page)
    return Counter(_POSSESSIVE.sub("", word.lower()) for word in _WORD.findall(whole))


def drops_hyphen(left: str, right: str, page: str) -> bool:
    """Whether the hyphen that ends the line `left` goes when `right` is joined to it."""
    head, tail = _LEFT.search(left), _RIGHT.match(right)
    if head is None or tail is None:
        return False
    before, after = head.group(2), tail.group(1)
    compound = bool(head.group(1) or tail.group(2))
    if len(before) == 1 or (after[0].isupper() and not before.isupper()):
        return False
    first, second = before.lower(), after.lower()
    whole, hyphened = first + second, f"{first}-{second}"
    seen = page_words(page)
    if seen[whole] != seen[hyphened]:
        return seen[whole] > seen[hyphened]
    known = words()
    if _surely_cut(first, second, known):
        return True
    if not hyphenates(page):
        return False
    named = before[0].isupper() and first in known.names
    halves = known.plain(second) and (known.plain(first) or named)
    if first in PREFIXES and known.plain(second):
        # the prefixes that stand free are only part of words that everybody writes whole
        return known.has(whole) and (whole in known.common or first not in FREE_PREFIXES)
    if known.has(whole) or _inflected(whole, known):
        # both readings are words: the rarer whole gives way to two common halves
        rare = compound or whole not in known.common
        common = first in known.common and second in known.common
        return not (rare and common and min(len(first), len(second)) > 3)
    return not (halves or (compound and known.plain(second)))


def _surely_cut(first: str, second: str, known: Words) -> bool:
    """Whether two halves are a word together and one of them is none by itself."""
    if first in PREFIXES and known.plain(second):
        return False
    whole = known.has(first + second) or _inflected(first + second, known)
    return whole and not (known.plain(first) and known.plain(second))


@lru_cache(maxsize=4)
def hyphenates(page: str) -> bool:
    """Whether words are cut at line ends on this page at all."""
    known = words()
    return any(
        _surely_cut(found.group(1).lower(), found.group(2).lower(), known)
        for found in _CUT.finditer(page)
    )


def _inflected(word: str, known: Words) -> bool:
    """Whether the list has the word without an ending that words take freely."""
    for ending, instead in (
        ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
        ("er", ""), ("ness", ""), ("ies", "y"), ("ally", ""),
    ):  # fmt: skip
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and known.plain(stem + instead):
            return True
    for prefix in ("un", "re", "non", "over", "under", "mis", "out", "inter", "sub", "pre", "dis"):
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) > 5 and known.plain(stem):
            return True
    return False
