"""What only English gets wrong: the the, a apple, two spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.proofing.shapes import matches
from editor.proofing.suspect import Found, Sheet

_TWICE = re.compile(
    r"(?<![\w.,’'-])([A-Za-z][A-Za-z’']*|[0-9]{2,})([ \xa0]+)\1(?![\w’'-]|[.,][0-9])", re.IGNORECASE
)
_LAWFUL = frozenset("had that very so no bye ha knock many much far long really tut hush".split())
_PHRASE = re.compile(r"\b([A-Za-z]+(?: [A-Za-z]+){1,3}) \1\b(?![-’'])", re.IGNORECASE)
_FUNCTION = frozenset("the of in for at with from a an is was are were its their his".split())
_JOINS = frozenset("and or by on to over upon".split())
"""What a phrase that comes again for stress has: again and again and again, day by day by day."""


def repeated_words(sheet: Sheet) -> Iterator[Found]:
    """A word or phrase twice, but for words that may be, and names (Pago Pago)."""
    for number, match in matches(sheet, _TWICE):
        word, again = match.group(1), match.group().split()[-1]
        if word.lower() in _LAWFUL:
            continue
        if again[0].isupper() and word != "I" and not _word_in_capital(match, again):
            continue
        yield Found(number, *match.span(), word, "repeated-word", (word,))
    for number, match in matches(sheet, _PHRASE):
        found = match.group(1).lower().split()
        if found[0] in ("a", "an") and len(found) == 2:
            continue  # to call a spade a spade
        if len(set(found)) > 1 and _FUNCTION & set(found) and not _JOINS & set(found):
            yield Found(number, *match.span(), match.group(1), "repeated-word", (match.group(1),))


def _word_in_capital(match: re.Match[str], word: str) -> bool:
    """Whether a word with a capital is an ordinary one, and no name: The The."""
    if (word.isupper() and len(word) > 1) or not _has(word.lower()):
        return False
    behind = match.string[match.end() :]
    return not re.match(" [A-Z]", behind)  # a title


_ARTICLE = re.compile(
    r"(?<![\w.’'\]-])([Aa]n?)[ \xa0]+[“‘\"(]?"
    r"([A-Za-z](?=-[A-Za-z])|[A-Za-z]+|[0-9][0-9,.]*(?:st|nd|rd|th|s)?)(?![A-Za-z0-9&/]|[.][A-Za-z])"
)
_SOUNDS_VOWEL = re.compile("hour|honest|honou?r|heir", re.IGNORECASE)
_SOUNDS_CONSONANT = re.compile(
    "uni(?!n|mp|d)|eu|ewe|one$|one-|once|us[aeiu]|utili|utop|uter|ubiq|ura|uro|ukr|uk|ug|ouija",
    re.IGNORECASE,
)
_NO_NOUN = frozenset("a is and in on of or as at are it if i e an".split())
_OR_H = re.compile("hist|hot|hered|hab|her[bo]", re.IGNORECASE)
_AS_VOWELS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel."""
_SPELT = frozenset(
    "FBI MRI NGO HIV LED SOS NBA MBA IPO SUV RAF NHS MEP MIT NYU LSE FAQ RSI LCD "
    "LSD LPG HR MA".split()
)
"""Short forms with a vowel that are read letter by letter all the same."""
_READ = frozenset("NATO NASA FIFA FEMA NAFTA SARS MERS RAM ROM LAN SIM SALT SWAT".split())
"""Short forms that are read as words."""


def articles(sheet: Sheet) -> Iterator[Found]:
    """A before a vowel that is heard, an before a consonant; also of letters read one by one."""
    for number, match in matches(sheet, _ARTICLE):
        article, word = match.groups()
        if article == "A" and re.search("[a-z,] $", match.string[: match.start()]):
            continue  # a name: between A and B
        vowel = _heard(word, match.string[match.end() : match.end() + 1])
        if vowel is None:
            continue
        right = "an" if vowel else "a"
        if article.lower() != right:
            put = right.capitalize() if article[0] == "A" else right
            yield Found(number, *match.span(1), put, "article", (put, word))


def _heard(word: str, behind: str) -> bool | None:
    """Whether a word begins with a vowel that is heard; None where that is not known."""
    if word[0].isdigit():
        if re.match("11[0-9]{2}(?![0-9])", word):
            return None  # 1,100 or eleven hundred
        return bool(re.match("8|1[18](?![0-9])|18[0-9]{2}(?![0-9])", word.replace(",", "x")))
    if len(word) == 1:
        return word.upper() in _AS_VOWELS if behind == "-" and word.upper() != "A" else None
    if word.isupper():
        return _spelt(word)
    if word.lower() in _NO_NOUN or word[1:] != word[1:].lower():
        return None
    if _OR_H.match(word) or word.lower().startswith(("mr", "ms")):
        return None
    if word[0].lower() in "aeiou":
        return not _SOUNDS_CONSONANT.match(word)
    return bool(_SOUNDS_VOWEL.match(word))


def _spelt(word: str) -> bool | None:
    """Of a word in capitals: whether both its first letter and the whole sound so."""
    if word[0] in "AIO":
        return True
    if word[0] == "U":
        return False if len(word) < 4 else None
    if word[0] == "E":
        return None if word.startswith("EU") and len(word) > 2 else True
    if word in _READ:
        return False
    if word[0] in _AS_VOWELS:
        return True if word in _SPELT or not set(word) & set("AEIOUY") else None
    return False


_SPACES = re.compile(r"(?<=[\w,;:.!?”’)]) {2,}(?=[\w“‘(])")


def double_spaces(sheet: Sheet) -> Iterator[Found]:
    """Two spaces inside a line of text."""
    for number, match in matches(sheet, _SPACES):
        yield Found(number, *match.span(), " ", "double-space", ())


_LOWER = re.compile(r"(?<![\w’'.@/-])[a-z]{4,}(?![\w’'@/-])")


def _has(word: str) -> bool:
    """Whether the list (SCOWL) has a word. All of English is loaded with it, so not before."""
    from editor.analysis.english.words import words

    return words().has(word)


def unknown_words(sheet: Sheet) -> Iterator[Found]:
    """A word in small letters that the list (SCOWL) has in no form; names are let be."""
    for number, match in matches(sheet, _LOWER):
        word = match.group()
        if not _has(word) and sheet.text.count(word) < 3:
            yield Found(number, *match.span(), None, "english-word", (word,))
