"""Reporters against the house's roster: a name one character off, and one that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.proofing.likeness import taken_for
from editor.proofing.shapes import HAN
from editor.proofing.suspect import Found, Severity, Sheet

_TITLE = re.compile(
    r"^.*(?:记者|記者|通讯员|通訊員|实习生|摄影|评论员|编辑|作者|撰文|文字|图片|供图|制图|绘图|策划|统筹|主持人)[\s/：:]*"
    r"|^(?:文|图|摄|图文|文图)[/：:\s]+"
)
_TAIL = re.compile(r"\s*[/／]\s*(?:文|图|摄|图文|文图|摄影)$")
_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_REPORTER = re.compile(r"(?:记者|通讯员)[\s：:]*")
_AND = re.compile(r"[\s、]+")
_OWN = re.compile("本[报刊社网]")
_OTHERS = re.compile("特约|通讯员|实习|见习")


class _Reporter(NamedTuple):
    """A name without its title and blanks, and where it stands. `own`: of this house, by title."""

    passage: int
    start: int
    end: int
    name: str
    own: bool


def near_names(sheet: Sheet) -> Iterator[Found]:
    """Names in bylines and datelines that are near one of the roster, or not on it.

    A name that is on the roster is right, and so is one that is as near to several. That one is not
    on it is told where the roster has most of the page's own reporters.
    """
    known = {"".join(name.split()): name for name in sheet.roster}
    others, listed = list[_Reporter](), 0
    for one in _reporters(sheet) if known else ():
        if one.name in known:
            listed += one.own
            continue
        close = [other for name, other in known.items() if _one_off(one.name, name)]
        if len(close) == 1:
            yield Found(one.passage, one.start, one.end, close[0], "roster", (close[0],))
        elif not close and one.own:
            others.append(one)
    yield from _in_prose(sheet, frozenset(known))
    if listed > len(others):
        for one in others:
            facts, low = (one.name,), Severity.NOTE
            yield Found(one.passage, one.start, one.end, None, "roster.absent", facts, low)


def _in_prose(sheet: Sheet, known: frozenset[str]) -> Iterator[Found]:
    """Names behind 记者 in running text, that look or sound like one of the roster."""
    for number, passage in enumerate(sheet.passages if known else ()):
        text = passage.text
        for title in () if passage.names else _REPORTER.finditer(text):
            at, more = title.end(), True
            while more:
                here = {name for name in known if text.startswith(name, at)}
                here = here or {n for n in known if _misprinted(text[at : at + len(n)], n)}
                if len(here) != 1:
                    break
                (name,) = here
                end = at + len(name)
                if text[at:end] != name:
                    yield Found(number, at, end, name, "roster", (name,))
                behind = _AND.match(text, end)
                at, more = (behind.end(), True) if behind else (end, False)


def _misprinted(text: str, name: str) -> bool:
    apart = [pair for pair in zip(text, name, strict=False) if pair[0] != pair[1]]
    same = len(text) == len(name) > 2 and len(apart) == 1 and text[0] == name[0]
    return same and taken_for(*apart[0])


def _reporters(sheet: Sheet) -> Iterator[_Reporter]:
    for number, passage in enumerate(sheet.passages):
        house = passage.dateline and _OWN.match(passage.text)
        at, title = 0, "本报" if house else ""
        for printed in passage.names:
            bare = _TAIL.sub("", _TITLE.sub("", printed))
            if bare != printed and not house:
                title = printed[: printed.find(bare)] or title
            letters = "".join(bare.split())
            if not _NAME.fullmatch(letters):
                continue
            place = re.compile(r"\s*".join(letters)).search(passage.text, at)
            if place:
                at = place.end()
                own = bool(_OWN.search(title)) and not _OTHERS.search(title)
                yield _Reporter(number, *place.span(), letters, own)


def _one_off(one: str, other: str) -> bool:
    """Whether a name is another with one character changed, or one too many.

    Of two characters: with one that looks or sounds alike, and not the surname.
    """
    if len(one) == len(other) + 1 and len(one) > 3:
        return any(one[:at] + one[at + 1 :] == other for at in range(len(one)))
    if len(one) != len(other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    return len(one) > 2 or (one[0] == other[0] and taken_for(*apart[0]))
