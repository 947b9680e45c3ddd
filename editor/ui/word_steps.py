"""Steps by words: where the caret goes with Ctrl and an arrow, and what a double click takes.

Chinese words are those of jieba's dictionary, which a thread loads after the window is up and
which nobody waits for: until it is there, and for other scripts, a word is a run of one script.
Places are code points of the text that is asked about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from editor.chinese_words import tokenizer

Cut = Callable[[str], Iterable[str]]
_cut: Cut | None = None
LONGEST = 400
"""Characters of one run that are cut at most: more is no text, and would take time."""


def load() -> None:
    """Make jieba's words known: a fifth of a second, in another thread; once is enough."""
    global _cut
    _cut = tokenizer().cut


def known() -> bool:
    """Whether Chinese words are known by now."""
    return _cut is not None


def step(text: str, at: int, direction: int) -> int:
    """The start of the next word (1), or of the one before or around (-1); the text's ends."""
    starts = [start for start, _ in words(text, at)]
    if direction > 0:
        return next((start for start in starts if start > at), len(text))
    return next((start for start in reversed(starts) if start < at), 0)


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word that holds the character at `at` (at the text's end: the last); empty in none."""
    place = min(at, len(text) - 1)
    for start, end in words(text, at):
        if start <= place < end:
            return start, end
    return at, at


def words(text: str, near: int) -> Iterator[tuple[int, int]]:
    """Start and end of each word in order; Chinese is cut only in the runs around `near`."""
    for start, end, kind in _runs(text):
        if kind == "space":
            continue
        close = start - 1 <= near <= end + 1 and end - start <= LONGEST
        if kind != "chinese" or _cut is None or not close:
            yield start, end
            continue
        for word in _cut(text[start:end]):
            yield start, start + len(word)
            start += len(word)


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of one kind: Chinese, other letters and digits, white space; each mark by itself."""
    start, kind = 0, ""
    for at, character in enumerate(text):
        now = _kind(character)
        if now == "joins" and kind and kind != "space":
            continue
        if now != kind or now == "mark":
            if at > start:
                yield start, at, kind
            start, kind = at, now
    if start < len(text):
        yield start, len(text), kind


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    if "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff":
        return "chinese"
    if character >= "\U00020000":
        return "chinese"
    if unicodedata.combining(character):
        return "joins"
    return "letter" if character.isalnum() or character == "_" else "mark"
