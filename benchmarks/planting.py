"""Errors of each kind, planted one at a time into sound paragraphs.

A planter takes a paragraph and a `Random` and gives the paragraph with one error and where it
begins (in characters), or None where the paragraph has no place for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from random import Random

from benchmarks.pages.script import TABLE
from editor.analysis.evidence.names import SURNAMES
from editor.proofing import lexicon
from editor.proofing.likeness import alike
from editor.proofing.repeats import LAWFUL, MAY_FOLLOW, MAY_GO_BEFORE, around
from editor.proofing.shapes import HAN, MEASURES
from editor.proofing.traditional import forms, simplified

Planted = tuple[str, int]
Planter = Callable[[str, Random], Planted | None]
_HAN = re.compile(f"[{HAN}]")
AS_LAWFUL = ", as print allows"
"""Ends the name of a kind whose errors only the sense can tell."""
_COUNTED = "〇零一二三四五六七八九十百千万亿两"
_HALF = dict(zip("，；：？！。（）", ",;:?!.()", strict=True))


def _put(text: str, start: int, end: int, put: str) -> Planted:
    return text[:start] + put + text[end:], start


def _any(pattern: str, text: str, chance: Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


def _swap(pattern: str, puts: Callable[[str, Random], str]) -> Planter:
    def plant(text: str, chance: Random) -> Planted | None:
        match = _any(pattern, text, chance)
        return _put(text, *match.span(), puts(match.group(), chance)) if match else None

    return plant


def _pair(text: str, chance: Random) -> Planted | None:
    match = _any("[“”（）《》]", text, chance)
    if match is None:
        return None
    turned = {"“": "”", "”": "“"}.get(match.group())
    put = turned if turned and chance.random() < 0.4 else ""
    return _put(text, *match.span(), put)


def _final(text: str, chance: Random) -> Planted | None:
    return (text[:-1], len(text) - 1) if len(text) > 31 and text[-1] in "。！？" else None


def _twice(*, lawful: bool) -> Planter:
    """A character twice: where print may have it so, or where it may not."""

    def plant(text: str, chance: Random) -> Planted | None:
        places = [m.start() for m in _HAN.finditer(text)]
        places = [at for at in places if lawful_twice(text, at) == lawful]
        if not places:
            return None
        at = chance.choice(places)
        return _put(text, at, at, text[at])

    return plant


def lawful_twice(text: str, at: int) -> bool:
    """Whether print may have the character at a place twice.

    It may where the character stands twice by itself (天天), is a measure behind one (一笔笔) or a
    given name (张峰 and 张峰峰), and where words hold both: one word (单单), or two, of which one
    ends with it and it begins the other, or is it (公路路口, 机会会, 和和平).
    """
    char = text[at]
    before, behind = around(text, at, at + 1)
    if char in LAWFUL or char in _COUNTED:
        return True
    if before[-1:] == "一" and char in MEASURES:
        return True
    if before[-1:] in SURNAMES:
        words, place = lexicon.best(before + char + behind)[1], len(before)
        if len(lexicon.holding(words, place)) == 1 == len(lexicon.holding(words, place - 1)):
            return True
    pair = char * 2
    if any(lexicon.known(word) for word in (pair, before[-1:] + pair, pair + behind[:1])):
        return True
    if not (before and behind):
        return False
    ends = any(lexicon.known(before[-size:] + char) for size in range(1, min(len(before), 3) + 1))
    begins = any(lexicon.known(char + behind[:size]) for size in range(1, min(len(behind), 3) + 1))
    return (ends or char in MAY_GO_BEFORE) and (begins or char in MAY_FOLLOW)


def _word(text: str, chance: Random) -> Planted | None:
    runs = list(re.finditer(f"[{HAN}]{{4,24}}", text))
    if not runs:
        return None
    run = chance.choice(runs)
    at, places = run.start(), []
    for word in lexicon.best(run.group())[1]:
        if len(word) > 1 and len(set(word)) > 1 and word[0] not in _COUNTED:
            places.append((at, word))
        at += len(word)
    if not places:
        return None
    at, word = chance.choice(places)
    return _put(text, at, at, word)


def _alike(traditional: bool = False) -> Planter:
    """Another of its shape for a character of a word of two or more."""

    def plant(text: str, chance: Random) -> Planted | None:
        near, places = alike(traditional), []
        for run in re.finditer(f"[{HAN}]{{2,}}", text):
            at = run.start()
            for word in lexicon.best(run.group())[1]:
                if len(word) > 1:
                    places += [at + n for n, char in enumerate(word) if char in near]
                at += len(word)
        if not places:
            return None
        at = chance.choice(places)
        return _put(text, at, at + 1, chance.choice(near[text[at]]))

    return plant


def _in_traditional(planter: Planter) -> Planter:
    """What a planter does to simplified text, in Traditional characters."""

    def plant(text: str, chance: Random) -> Planted | None:
        done = planter(simplified(text), chance)
        if done is None:
            return None
        made, at = done
        more = len(made) - len(text)
        if more:
            return _put(text, at, at, text[at : at + more])
        return _put(text, at, at + 1, as_traditional(made[at]))

    return plant


def as_traditional(text: str) -> str:
    """Simplified text in Traditional characters: those of own pages, else OpenCC's commonest.

    Quotes stay as they are.
    """
    held = {char: TABLE.get(char) or forms()[char][0] for char in forms()}
    return text.translate({ord(char): form for char, form in held.items()})


def _weekday(text: str, chance: Random) -> Planted | None:
    match = _any("(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?!至)", text, chance)
    if match is None:
        return None
    year = match[1] or "2025"
    try:
        right = date(int(year), int(match[2]), int(match[3])).weekday()
    except ValueError:
        return None
    wrong = "一二三四五六日"[(right + chance.randint(1, 6)) % 7]
    put = f"{year}年{match[2]}月{match[3]}日（星期{wrong}）"
    return _put(text, *match.span(), put)


def _day(text: str, chance: Random) -> Planted | None:
    match = _any("([0-9]{1,2})月([0-9]{1,2})日", text, chance)
    if match is None:
        return None
    put = chance.choice((f"13月{match[2]}日", f"{match[1]}月32日", "2月30日", "11月31日"))
    return _put(text, *match.span(), put)


def _sequence(text: str, chance: Random) -> Planted | None:
    """Three clauses of the paragraph as an enumeration that skips."""
    clauses = [c for c in re.findall(f"[{HAN}]{{4,20}}", text) if c[0] not in "一二三四是要"][:3]
    if len(clauses) < 3:
        return None
    one, two, four = ("一是", "二是", "四是") if chance.random() < 0.5 else ("一是", "三是", "四是")
    start = f"{text}{one}{clauses[0]}；"
    return f"{start}{two}{clauses[1]}；{four}{clauses[2]}。", len(start)


def _between(puts: str) -> Planter:
    def plant(text: str, chance: Random) -> Planted | None:
        match = _any(f"(?<=[{HAN}])(?=[{HAN}])", text[8:-12], chance)
        if match is None:
            return None
        return _put(text, match.start() + 8, match.start() + 8, chance.choice(puts))

    return plant


def _straight(text: str, chance: Random) -> Planted | None:
    """All quotes of the paragraph."""
    if "“" not in text:
        return None
    return text.translate({ord(mark): '"' for mark in "“”"}), text.index("“")


CHINESE: dict[str, Planter] = {
    "pairs": _pair,
    "half-width": _swap("[，；：？！。]", lambda mark, _: _HALF[mark]),
    "wide-characters": _swap("[0-9]{2,}", lambda t, _: "".join(chr(ord(c) + 0xFEE0) for c in t)),
    "ellipsis": _swap("……", lambda _, chance: chance.choice(("...", "。。。", "…", "......"))),
    "dash": _swap("——", lambda _, chance: chance.choice(("--", "一一", "－－", "─"))),
    "doubled-mark": _swap("[，。、；：]", lambda mark, _: mark * 2),
    "final-mark": _final,
    "straight-quote": _straight,
    "doubled-character": _twice(lawful=False),
    f"doubled-character{AS_LAWFUL}": _twice(lawful=True),
    "doubled-word": _word,
    "space": _between(" "),
    "leftover": _between("\u00ad\u200b|`\ufffd"),
    "date": _day,
    "weekday": _weekday,
    "sequence": _sequence,
    "lookalike": _alike(),
    "numerals": _swap(
        "(?<=[0-9]月)[0-9]{1,2}(?=日)",
        lambda day, _: "十" * (len(day) > 1) + _COUNTED[1 + int(day[-1])] * (day[-1] != "0"),
    ),
}

TRADITIONAL: dict[str, Planter] = {
    "doubled-character": _in_traditional(CHINESE["doubled-character"]),
    "doubled-word": _in_traditional(_word),
    "lookalike": _in_traditional(_alike(traditional=True)),
}


def _english_article(text: str, chance: Random) -> Planted | None:
    match = _any(r"\b(a|an) (?=[a-z]{3})", text, chance)
    return _put(text, *match.span(1), {"a": "an", "an": "a"}[match[1]]) if match else None


def _english_word(text: str, chance: Random) -> Planted | None:
    match = _any(r"(?<=[a-z] )(?!had|that|very|so|no)[a-z]{2,}(?= [a-z])", text, chance)
    return _put(text, match.end(), match.end(), f" {match.group()}") if match else None


def _english_hyphen(text: str, chance: Random) -> Planted | None:
    match = _any(r"(?<=\b[a-z]{3})(?=[a-z]{3})", text, chance)
    return _put(text, match.start(), match.start(), "- ") if match else None


ENGLISH: dict[str, Planter] = {
    "pairs": _swap("[“”()]", lambda _, __: ""),
    "leftover": _english_hyphen,
    "repeated-word": _english_word,
    "article": _english_article,
    "double-space": _swap("(?<=[a-z]) (?=[a-z])", lambda _, __: "  "),
}
