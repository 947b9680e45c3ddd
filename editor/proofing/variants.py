"""One name in two spellings: 魏亚东 five times and 魏亚栋 once, 东江市 and 冬江市.

The rarer is a suspect where it differs in one character that sounds or looks alike. Names are those
of bylines and those that people speak under; places those that end as places do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from editor.analysis.evidence.names import SURNAMES
from editor.model.giving_way import paused
from editor.proofing import lexicon
from editor.proofing.lookalikes import alike
from editor.proofing.shapes import HAN, printed
from editor.proofing.suspect import Found, Sheet
from editor.proofing.traditional import simplified

WELL_KNOWN = 3
"""How often a name must stand for forms that are met in no place of names to be held for it."""
_COMMON = frozenset(
    "的了和在是有不这为以到说上下中与就都也而及向对从将把被要会能可还又一二三四五六七八九十"
)
TIMES = 2
"""How many times more often the right spelling must stand."""

_SPEAKS = "说|表示|介绍|告诉|认为|透露|坦言|回忆|强调|指出|要求|感慨|建议"
_SPOKEN = re.compile(
    rf"([{''.join(sorted(s for s in SURNAMES if len(s) == 1))}][{HAN}]{{2}})(?={_SPEAKS})"
)
_PLACE = re.compile(rf"(?:^|(?<=[在到从往和与、，。：“]))([{HAN}]{{2}}[市县镇乡])")
_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


def names_of(sheet: Sheet) -> Counter[str]:
    """Names of persons and places, with how often the sheet prints them."""
    found: set[str] = set()
    for passage in sheet.passages:
        found |= {name for name in passage.names if len(name) == 3 and name[0] in SURNAMES}
    for _, passage in printed(sheet):
        for pattern in (_SPOKEN, _PLACE):
            found |= {match[1] for match in pattern.finditer(passage.text)}
    return Counter({name: count for name in found if (count := sheet.text.count(name))})


@lru_cache(maxsize=4096)
def _sound(char: str) -> str:
    from pypinyin import lazy_pinyin

    found = "".join(lazy_pinyin(char))
    for one, other in _FUZZY:
        found = found.replace(one, other)
    return found


def _near(one: str, other: str) -> bool:
    """Whether two names differ in one character alone, which sounds or looks alike."""
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = map(simplified, apart[0])
    return b in alike().get(a, "") or _sound(a) == _sound(b)


def variants(sheet: Sheet) -> Iterator[Found]:
    """A name that is one character away from one that stands far more often.

    `sheet.elsewhere` counts the names of the project's other pages.
    """
    elsewhere, here = Counter(dict(sheet.elsewhere)), names_of(sheet)
    here += _misprints(sheet, here + elsewhere)
    counts = here + elsewhere
    roster = frozenset(sheet.roster)
    for name in here:
        if name in roster:
            continue
        right = [
            other
            for other, count in counts.items()
            if count >= max(TIMES, TIMES * counts[name]) and other != name and _near(name, other)
        ]
        if len(right) == 1:
            yield from _places(sheet, name, right[0], counts[right[0]])


def _misprints(sheet: Sheet, names: Counter[str]) -> Counter[str]:
    """Forms one character off a name that is well known, wherever the sheet prints them."""
    gaps: dict[str, list[tuple[str, int]]] = {}
    for name, count in names.items():
        if count >= WELL_KNOWN:
            first = name[0] in SURNAMES and name[-1] not in "市县镇乡"  # a surname is right
            for at in range(first, len(name)):
                gaps.setdefault(_but(name, at), []).append((name, at))
    found: set[str] = set()
    for passage in paused(sheet.passages) if gaps else ():
        text = passage.text
        for start, form in enumerate(map("".join, zip(text, text[1:], text[2:], strict=False))):
            for at in range(3):
                for name, varied in gaps.get(_but(form, at), ()):
                    off = varied == at and form not in names and _near(name, form)
                    if off and not _is_a_word(text, start + at):
                        found.add(form)
    return Counter({form: sheet.text.count(form) for form in found})


def _but(name: str, at: int) -> str:
    """A name of three characters without one, which is marked."""
    return f"{name[:at]} {name[at + 1 :]}"


def _is_a_word(text: str, at: int) -> bool:
    """Whether a character that differs is, or begins or ends, a word: 李明说, 东江现在."""
    pairs = text[max(0, at - 1) : at + 1], text[at : at + 2]
    return text[at] in _COMMON or any(lexicon.known(pair, 20) for pair in pairs)


def _places(sheet: Sheet, name: str, right: str, count: int) -> Iterator[Found]:
    for number, passage in enumerate(sheet.passages):
        at = passage.text.find(name)
        while at >= 0:
            yield Found(number, at, at + len(name), right, "variant", (right, str(count)))
            at = passage.text.find(name, at + 1)
