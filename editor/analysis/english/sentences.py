"""Where English sentences end and begin, as far as a line's ends tell."""

from __future__ import annotations

from functools import lru_cache

import regex

_ABBREVIATION = regex.compile(
    r"(?:^|[\s(“\"—-])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Pres|St|Mt|Ft|No|vs?|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Messrs|Hon|Adm|Maj|Cmdr|"
    r"Calif|Mass|Conn|Wash|Ariz|Colo|Fla|Ill|Minn|Mich|Penn|Tenn|Tex|Wis|Va|Ga|Pa|Md|Ky|La|Ore|"
    r"approx|cf|e\.g|i\.e|[A-Z])\.$"
)
_INITIALS = regex.compile(r"(?:^|[\s(“\"‘'—–-])(?:[A-Z]\.){2,}$")
_STOP = regex.compile(r"[.!?…][\"”’')\]]*$")
_INNER_STOP = regex.compile(r"(?<=[a-z\d)%])[.!?][\"”’')]*(?=\s+[\"“‘(]*[A-Z])")
_QUOTE = regex.compile(r"“|”|(?<![\w.,!?…])\"(?=\S)|\"")
_CLOSERS = "\"”’')]"


@lru_cache(maxsize=4096)
def abbreviated(text: str) -> bool:
    """Whether the stop at the end of a text may be an abbreviation's."""
    tail = text[-12:]
    return bool(_ABBREVIATION.search(tail) or _INITIALS.search(tail))


@lru_cache(maxsize=4096)
def stops(text: str) -> bool:
    """Whether a sentence can have ended at a text's end."""
    return _STOP.search(text[-6:]) is not None


def inner_stops(text: str) -> list[int]:
    """Where sentences end inside a text: behind their stops and closing marks."""
    found = (match.end() for match in _INNER_STOP.finditer(text))
    return [end for end in found if not abbreviated(text[:end])]


def quoted_stop(text: str) -> bool:
    """Whether a sentence ended inside a quotation or a bracket."""
    return stops(text) and text[-1] in _CLOSERS


@lru_cache(maxsize=4096)
def quotation(text: str) -> int:
    """Whether a text ends inside a quotation that it opened (1), behind one (-1), or neither."""
    last = None
    for found in _QUOTE.finditer(text):
        last = found
    if last is None:
        return 0
    if last.group() == "“":
        return 1
    if last.group() == "”":
        return -1
    before = text[last.start() - 1] if last.start() else " "
    return 1 if before in " \n([—–-" and last.end() < len(text) else -1


@lru_cache(maxsize=4096)
def opens_low(text: str) -> bool:
    """Whether a line begins with a small letter, perhaps behind an opening mark."""
    head = text.lstrip("\"“‘'([—–-. ")
    return bool(head) and head[0].islower()
