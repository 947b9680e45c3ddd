"""Errors of each kind, planted one at a time into sound paragraphs.

A planter takes a paragraph and a `Random` and gives the paragraph with one error and where it
begins (in characters), or None where the paragraph has no place for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from random import Random

from editor.proofing import lexicon
from editor.proofing.lookalikes import alike
from editor.proofing.repeats import LAWFUL
from editor.proofing.shapes import HAN

Planted = tuple[str, int]
Planter = Callable[[str, Random], Planted | None]
_HAN = re.compile(f"[{HAN}]")
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


def _character(text: str, chance: Random) -> Planted | None:
    """Not where the pair is lawful by itself: 天天, 三三."""
    places = [
        m.start()
        for m in _HAN.finditer(text)
        if m.group() not in LAWFUL and m.group() not in _COUNTED
    ]
    if not places:
        return None
    at = chance.choice(places)
    return _put(text, at, at, text[at])


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


def _alike(text: str, chance: Random) -> Planted | None:
    """Another of its shape for a character of a word of two or more."""
    near, places = alike(), []
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
    clauses = re.findall(f"[{HAN}]{{4,20}}", text)[:3]
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
    "doubled-character": _character,
    "doubled-word": _word,
    "space": _between(" "),
    "leftover": _between("\u00ad\u200b|`\ufffd"),
    "date": _day,
    "weekday": _weekday,
    "sequence": _sequence,
    "lookalike": _alike,
    "numerals": _swap(
        "(?<=[0-9]月)[0-9]{1,2}(?=日)",
        lambda day, _: "十" * (len(day) > 1) + _COUNTED[1 + int(day[-1])] * (day[-1] != "0"),
    ),
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
