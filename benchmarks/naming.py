"""The names that texts print, by kind, and one of them spelt otherwise.

What is a name is told by the words that own pages are written with, or by the parts of speech that
the newspaper of `benchmarks.neighbours` is tagged with: never by the check that is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

from benchmarks import neighbours
from benchmarks.pages.words import half_of
from editor.analysis.evidence.names import COMPOUND, SURNAMES
from editor.proofing import lexicon
from editor.proofing.likeness import alike
from editor.proofing.shapes import HAN

KINDS = ("person", "place", "organisation")
ROWS = tuple(f", {kind}s" for kind in KINDS)
"""Ends of the names of kinds in tables."""
Names = Mapping[str, str]
"""Names of three characters and more, each with its kind."""

_HAN = re.compile(f"[{HAN}]")
_TOKEN = re.compile(r"(\[?)(\S+?)/([A-Za-z]+)(?:\]([a-z]+))?(?=\s|$)")
_NEAR = {"zh": "z", "ch": "c", "sh": "s", "l": "n", "ang": "an", "eng": "en", "ing": "in"}


def own_names(texts: Sequence[str], half: str = "judge") -> Names:
    """The names in texts that were written with the words of a half."""
    text, found = "\n".join(texts), dict[str, str]()
    for kind, pattern in _own(half):
        for match in pattern.finditer(text):
            if len(match.group()) > 2:
                found.setdefault(match.group(), kind)
    return found


@cache
def _own(half: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = half_of(half)
    names = words.names
    towns = [a + b for a, b in product(names["place_first"], names["place_rest"])]
    places = [town + kind for town in towns for kind in sorted(set(names["place_kind"]))]
    seats = [*places, *names["village"]]
    bodies = [org for topic in words.topics.values() for org in topic["org"]]
    orgs = [re.sub(r"\{\w+\}", lambda _: rf"(?:{'|'.join(seats)})", org) for org in bodies]
    given = sorted(names["given"], key=len, reverse=True)
    one = "|".join(name for name in given if len(name) == 1)
    two = "|".join(name for name in given if len(name) > 1)
    abroad = rf"(?:{'|'.join(names['foreign_first'])})(?:{'|'.join(names['foreign_rest'])})"
    return (
        ("organisation", re.compile("|".join(orgs))),
        ("place", re.compile("|".join(places))),
        ("person", re.compile(rf"(?:{'|'.join(names['surnames'])})(?:{two}|(?:{one}){{1,2}})")),
        ("person", re.compile(rf"{abroad}·{abroad}|{abroad}")),
    )


def tagged_names(path: Path) -> list[dict[str, str]]:
    """The names of each paragraph of a tagged newspaper."""
    return [dict(_tagged(line)) for line in path.read_text("utf-8").splitlines() if line.split()]


def _tagged(line: str) -> Iterator[tuple[str, str]]:
    """Persons (nr), places (ns) and organisations (nt), also those of several words: [...]nt."""
    surname, whole = "", None
    for opened, word, tag, closed in _TOKEN.findall(line):
        if opened:
            whole = ""
        if whole is not None:
            whole += word
        if tag == "nr":
            if surname or not (word in SURNAMES or word in COMPOUND):
                yield from _long(surname + word, "person")
                surname = ""
            else:
                surname = word
        else:
            surname = ""
            if tag in ("ns", "nt"):
                yield from _long(word, "place" if tag == "ns" else "organisation")
        if closed:
            if closed == "nt" and whole is not None:
                yield from _long(whole, "organisation")
            whole = None


def _long(name: str, kind: str) -> Iterator[tuple[str, str]]:
    if len(name) >= (4 if kind == "organisation" else 3) and all(
        _HAN.match(char) or char == "·" for char in name
    ):
        yield name, kind


def newspaper(path: Path) -> tuple[list[list[Sequence[str]]], list[list[Names]]]:
    """What is counted, fitted on and kept aside of a newspaper: pages, and the names of each."""
    texts, names = neighbours.paragraphs(path), tagged_names(path)
    known: dict[str, dict[str, str]] = {}
    for text, told in zip(texts, names, strict=True):
        known.setdefault(text, {}).update(told)
    every = [neighbours.pages(part) for part in neighbours.parts(texts)]
    return every, [
        [{name: kind for text in page for name, kind in known[text].items()} for page in part]
        for part in every
    ]


@cache
def _sounds() -> dict[str, list[str]]:
    """Common characters by their sound without its tone."""
    found: dict[str, list[str]] = {}
    for point in range(0x4E00, 0x9FA6):
        char = chr(point)
        if lexicon.count(char) >= 500:
            found.setdefault(_sound(char), []).append(char)
    return found


@cache
def _sound(char: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(char))


def sounds_like(char: str) -> list[str]:
    """Common characters that sound as one does, or as it does to many: zh as z, ing as in."""
    sound = _sound(char)
    near = {sound}
    for one, other in _NEAR.items():
        for a, b in ((one, other), (other, one)):
            if sound.startswith(a) and not sound.startswith(a + "h") and len(one) < 3:
                near.add(b + sound[len(a) :])
            if sound.endswith(a) and len(one) == 3:
                near.add(sound[: -len(a)] + b)
    return [other for found in sorted(near) for other in _sounds().get(found, []) if other != char]


def misspelt(name: str, kind: str, chance: Random, *, sound: bool) -> str | None:
    """The name with one character that looks or sounds alike; never its last of a place's kind.

    The surname of a person gives way to another surname alone.
    """
    spots = [at for at, char in enumerate(name) if char != "·"]
    if kind != "person":
        spots = spots[:-1]
    options = []
    for at in spots:
        found = sounds_like(name[at]) if sound else list(alike().get(name[at], ""))
        if kind == "person" and at == 0 and name[0] in SURNAMES and "·" not in name:
            found = [char for char in found if char in SURNAMES]
        if found:
            options.append((at, found))
    if not options:
        return None
    at, found = chance.choice(options)
    return name[:at] + chance.choice(found) + name[at + 1 :]
