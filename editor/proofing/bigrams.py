"""How likely a stretch of Chinese is by which words follow which.

Jieba's dictionary tells how often words are met; a language model of word pairs
(`resources/words/bigrams.bin`, made by benchmarks/bigrams.py from libime's) tells in what company.
A text is cut so that it is likeliest (Viterbi, 1967); pairs that the model has not are judged by
the second word alone, at the discount that the first one sets (back-off: Katz, 1987).

The file: `MAGIC`; seven counts; then, in native 32-bit words where not said otherwise, the words of
one to four characters, in order, as numbers of which each 16 bits are a character (the last two
kinds in 64 bits); for each word its chance and its discount, a byte each; for each where its pairs
begin; the pairs, each the second word's place in 24 bits and the chance in 8. A byte is a
logarithm in steps of `STEP` nats below nothing.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.resources import resource

MAGIC = b"galley bigrams 1"
LONGEST = 4
"""The longest word, in characters."""
STEP = 0.08
"""Nats that one step of a byte stands for."""
KINDS = "IIQQ"
"""How words of each length are stored."""

_STRANGE = -16.5
"""The logarithm of the chance of a character that the model does not know."""


@dataclass(frozen=True, slots=True)
class Model:
    """The language model as it lies in its file."""

    words: tuple[array[int], ...]
    """The words of each length, in order."""
    bases: tuple[int, ...]
    """How many words are shorter than those of each length."""
    chances: bytes
    discounts: bytes
    begins: array[int]
    pairs: array[int]

    def place(self, word: str) -> int:
        """The number of a word; -1 where the model has it not."""
        length = len(word)
        try:
            number = int.from_bytes(word.encode("utf-16-be"), "big")
            held = self.words[length - 1]
        except (IndexError, UnicodeEncodeError):
            return -1
        at = bisect_left(held, number)
        return self.bases[length - 1] + at if at < len(held) and held[at] == number else -1

    def follows(self, first: int, second: int) -> float:
        """The logarithm of the chance that one word follows another, both by number."""
        low, high = self.begins[first], self.begins[first + 1]
        at = bisect_left(self.pairs, second << 8, low, high)
        if at < high and self.pairs[at] >> 8 == second:
            return -STEP * (self.pairs[at] & 0xFF)
        return -STEP * (self.discounts[first] + self.chances[second])


@cache
def model() -> Model:
    """The model that ships, read on first use (6 MB, some milliseconds)."""
    return parse(resource("words/bigrams.bin").read_bytes())


def parse(data: bytes) -> Model:
    """The model of a file's content; `ValueError` for another file."""
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("no language model of Galley's, or of another version")
    at = len(MAGIC)

    def numbers(kind: str, count: int) -> array[int]:
        nonlocal at
        found = array(kind)
        size = count * found.itemsize
        found.frombytes(data[at : at + size])
        at += size
        if sys.byteorder == "big":
            found.byteswap()
        return found

    *lengths, pairs = numbers("I", LONGEST + 1)
    words = tuple(numbers(kind, count) for kind, count in zip(KINDS, lengths, strict=True))
    every = sum(lengths)
    chances, discounts = data[at : at + every], data[at + every : at + 2 * every]
    at += 2 * every
    begins = numbers("I", every + 1)
    bases = tuple(sum(lengths[:length]) for length in range(LONGEST))
    return Model(words, bases, chances, discounts, begins, numbers("I", pairs))


@lru_cache(maxsize=1 << 14)
def _place(word: str) -> int:
    return model().place(word)


def likelihood(text: str) -> float:
    """The logarithm of the chance of a text of Chinese characters, cut at its likeliest."""
    told = model()
    ends: list[list[tuple[int, float]]] = [[] for _ in range(len(text) + 1)]
    ends[0] = [(-1, 0.0)]
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            word = _place(text[start:end])
            if word < 0 and end - start > 1:
                continue
            alone = -STEP * told.chances[word] if word >= 0 else _STRANGE
            top = max(
                chance
                + (
                    alone
                    if before < 0
                    else told.follows(before, word)
                    if word >= 0
                    else alone - STEP * told.discounts[before]
                )
                for before, chance in ends[start]
            )
            ends[end].append((word, top))
    return max(chance for _, chance in ends[-1])
