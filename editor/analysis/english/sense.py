"""Whether a sentence goes on with what the one before it said, by the words around its start.

"He", "some of them", "But", "for example" lean on what was said before; a name, "a man", "in
Westhaven" bring something new. That counts where paragraphs have several sentences, and says
nothing where nearly every sentence is a paragraph, as agencies write: the strength of each grows
with the share of sentence ends nearby that end no paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from editor.analysis.english.sentences import inner_stops, quoted_stop
from editor.analysis.evidence.view import Found, View
from editor.analysis.lines import Line

AHEAD = 6
"""Lines that a sentence is followed for."""
LONG = 20.0
"""Words of a sentence that is not short."""
_KINDS = tuple(
    (name, frozenset(words.split()))
    for name, words in (
        (
            "sense.pronoun",
            "He She They It We I You Him His Her Their Its It’s It's They’re They're We’re We're "
            "I’m I'm He’s He's She’s She's You’re You're I’ve I've We’ve We've They’ve They've "
            "That’s That's",
        ),
        ("sense.pointing", "This That These Those Such There Here"),
        ("sense.link", "But And Or So Yet Nor Then Also Because Not Plus Too"),
        (
            "sense.some",
            "Some Most Many Others Another Both One Few Several All Each Every Neither None Much "
            "More Either Two Three",
        ),
        ("sense.asks", "What Why How Who Where Which Will Is Are Do Does Did Can Note Notice Let"),
        ("sense.given", "If When While As Although Though Since Once Unless Until Whether"),
        ("sense.place", "In On At From To Among During Over Across Under By For With"),
        ("sense.a", "A An"),
        ("sense.the", "The"),
    )
)
_ADVERB = regex.compile(
    r"(?:[A-Z]\w+ly|For (?:example|instance|one)|In (?:fact|short|turn|other words|response)|"
    r"Of course|After all|Even so|Still|Indeed|Instead|Moreover|Thus|Hence|Otherwise|Besides|"
    r"Furthermore|Nevertheless|Nonetheless|Likewise|Afterwards?|Better yet|Rather|Similarly)"
    r"(?:,|\s+[a-z])"
)
_TURN = regex.compile(
    r"(?:However|Meanwhile|Elsewhere|Earlier|Later|Last|Asked|According|Speaking|Despite|"
    r"Following|Separately|In addition|At the same time|On the other hand)\b"
)
_INSTANCE = regex.compile(r",\s(?:for (?:example|instance)|too|however|though),?\s")
_PART = regex.compile(
    r"A (?:few|handful|couple|second|third|dozen|number|majority)\b|(?:One|Two) of\b"
)
_POINTING = regex.compile(
    r"(?:[A-Z]\w+ ){1,2}(?:this|that|these|those|them|it)(?:,| (?:case|point|way|time|level|day)\b)"
)
_INSIDE = regex.compile(r"(?<=[a-z,][ \n])[A-Z][a-z]\w+")
_SMALL = regex.compile(r"(?<![\w’'-])[a-z]{3,}")
_CAPITAL = regex.compile(r"(?<![\w-])[A-Z][a-z]\w+")
_FULL_NAME = regex.compile(r"(?:[A-Z]\w*\.? ){1,3}([A-Z][a-z]\w+)")
_NAME = regex.compile(
    r"(?:[A-Z][\w.]*\.?\s)*[A-Z][\w’'-]+(?:,|\s+(?:[A-Z(]|said|told|has|was|is|had|will|also|who))"
)


def sentence_behind(view: View, at: int) -> str:
    """The sentence that begins with a line, as far as it is followed."""
    found = ""
    for line in view.lines[at : at + AHEAD]:
        text = line.text
        inner = inner_stops(text)
        if inner:
            return f"{found} {text[: inner[0]]}".strip()
        found = f"{found} {text}".strip()
        if text[-1] in ".!?" or quoted_stop(text):
            break
    return found


def opening(text: str) -> str:
    """What a sentence leans on or brings in by its first words; "" where they tell nothing."""
    if text[:1] in '"“‘':
        return "sense.quote"
    if _ADVERB.match(text) or _INSTANCE.search(text):
        return "sense.adverb"
    if _TURN.match(text):
        return "sense.turn"
    if _PART.match(text):
        return "sense.some"
    if _POINTING.match(text):
        return "sense.pointing"
    word = text.split(" ", 1)[0].rstrip(",.:;")
    for name, words in _KINDS:
        if word in words:
            return name
    return "sense.name" if _NAME.match(text) else "sense.other"


def names_of(lines: Sequence[Line]) -> dict[str, int]:
    """Words that this page always prints with a capital, and where each stands first (raw).

    Such a word stands inside a sentence somewhere, so it is no sentence's beginning alone.
    """
    whole = "\n".join(line.text for line in lines)
    inside = set(_INSIDE.findall(whole)) - {word.capitalize() for word in _SMALL.findall(whole)}
    found: dict[str, int] = {}
    for line in lines:
        for match in _CAPITAL.finditer(line.text):
            word = match.group()
            if word in inside:
                found.setdefault(word, line.span.start)
    return found


def _named(view: View, at: int, sentence: str) -> str:
    """Whether a sentence begins with a name: a full one that is new on the page, or any."""
    names, start = view.habits.names, view.lines[at].span.start
    full = _FULL_NAME.match(sentence)
    if full and names.get(full.group(1), start) >= start:
        return "sense.new"
    first = _CAPITAL.match(sentence)
    return "sense.name" if first and first.group() in names else ""


def sense(view: View, at: int) -> Found:
    """Whether the sentence that begins here goes on with what the one before it said."""
    lengths = view.habits.by_length.get(view.lines[at].span.start)
    if lengths is None:
        return []
    sentence = sentence_behind(view, at)
    several = min(1.0, 2.0 * (1.0 - lengths.ends))
    kind = opening(sentence)
    if kind in ("sense.name", "sense.other"):
        kind = _named(view, at, sentence) or kind
    found: Found = [(kind, several)]
    words = len(sentence.split())
    if words < LONG:
        found.append(("sense.short", 1.0 - words / LONG))
    return found
