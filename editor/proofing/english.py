"""What only English gets wrong: the the, a apple, two spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.analysis.english.words import words
from editor.proofing.shapes import matches
from editor.proofing.suspect import Found, Sheet

_TWICE = re.compile(r"\b([A-Za-z][A-Za-z’']*)( +)\1\b(?![-’'])", re.IGNORECASE)
_LAWFUL = frozenset("had that very so no bye ha knock many much far long really tut hush".split())


def repeated_words(sheet: Sheet) -> Iterator[Found]:
    """A word twice, but for those that may be, and names (Pago Pago)."""
    for number, match in matches(sheet, _TWICE):
        word, again = match.group(1), match.group().split()[-1]
        before = match.string[max(0, match.start() - 1) : match.start()]
        if (
            word.lower() in _LAWFUL
            or (again[0].isupper() and word != "I")
            or before in ("-", "’", "'")
        ):
            continue
        yield Found(number, *match.span(), word, "repeated-word", (word,))


_ARTICLE = re.compile(
    r"(?<![\w.’'-])([Aa]n?) +([A-Za-z][A-Za-z]*|[0-9][0-9,.]*)(?![A-Za-z&/]|[.][A-Za-z])"
)
_SOUNDS_VOWEL = re.compile("hour|honest|honou?r|heir", re.IGNORECASE)
_SOUNDS_CONSONANT = re.compile(
    "uni(?!n|mp|d)|eu|ewe|one$|one-|once|us[aeiu]|utili|utop|uter|ubiq|ura|uro|ukr|uk|ug|ouija",
    re.IGNORECASE,
)
_NO_NOUN = frozenset("a is and in on of or as at are it if i e an".split())
_OR_H = re.compile("hist|hot|hered|hab|her[bo]", re.IGNORECASE)


def articles(sheet: Sheet) -> Iterator[Found]:
    """A before a vowel that is heard, an before a consonant; letters read one by one are let be."""
    for number, match in matches(sheet, _ARTICLE):
        article, word = match.groups()
        if (
            word.lower() in _NO_NOUN
            or (len(word) == 1 and word.isalpha())
            or word[1:] != word[1:].lower()
        ):
            continue
        if _OR_H.match(word) or word.lower().startswith(("mr", "ms")):
            continue
        if word[0].isdigit():
            vowel = bool(re.match(r"8|11(?![0-9])|18(?![0-9])|11,|18,", word))
        elif word[0].lower() in "aeiou":
            vowel = not _SOUNDS_CONSONANT.match(word)
        else:
            vowel = bool(_SOUNDS_VOWEL.match(word))
        right = "an" if vowel else "a"
        if article.lower() != right:
            put = right.capitalize() if article[0] == "A" else right
            yield Found(number, *match.span(1), put, "article", (put, word))


_SPACES = re.compile(r"(?<=[\w,;:.!?”’)]) {2,}(?=[\w“‘(])")


def double_spaces(sheet: Sheet) -> Iterator[Found]:
    """Two spaces inside a line of text."""
    for number, match in matches(sheet, _SPACES):
        yield Found(number, *match.span(), " ", "double-space", ())


_LOWER = re.compile(r"(?<![\w’'.@/-])[a-z]{4,}(?![\w’'@/-])")


def unknown_words(sheet: Sheet) -> Iterator[Found]:
    """A word in small letters that the list (SCOWL) has in no form; names are let be."""
    for number, match in matches(sheet, _LOWER):
        word = match.group()
        if not words().has(word) and sheet.text.count(word) < 3:
            yield Found(number, *match.span(), None, "english-word", (word,))
