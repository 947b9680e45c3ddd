"""Quotes, brackets and book-title marks that do not pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from editor.model.giving_way import paused
from editor.model.structure import Role
from editor.proofing.shapes import printed
from editor.proofing.suspect import Found, Passage, Sheet

_KINDS = (
    *("“”", "‘’", "（）", "《》", "〈〉", "【】", "〖〗", "「」", "『』", "﹁﹂", "﹃﹄"),
    *("〔〕", "［］", "()", "[]", "{}"),
)
_PAIRS = {kind[0]: kind[1] for kind in _KINDS}
_OPENERS = {closing: opening for opening, closing in _PAIRS.items()}
_MARK = re.compile(f"[{re.escape(''.join(_KINDS))}]")
_ITEM = re.compile(r"(?:^|[\s，。；：、])(?:[0-9一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]{1,4})$")
"""What may stand before a closing bracket that has no partner: 1) and a)."""
_INTERVAL = re.compile(r"[（(［\[][-+−0-9.∞]+ ?[，,] ?[-+−0-9.∞]+[）)］\]]")
"""Numbers from and to, whose brackets may differ: (0, 1]."""
_FACE = re.compile("[:;]-[()]")
_SHOWN = re.compile("""(?<=["'“‘「])[()（）\\[\\]](?=["'”’」])|\\\\[()\\[\\]{}]""")
"""A mark that is shown as such: ‘(’."""
_FEET = re.compile("[0-9]’[0-9]{1,2}”")
"""Feet and inches: 5’8”."""
_TOLD = re.compile(
    r", (?:(?:[A-Z][\w’'-]+ ){1,3}|he |she |they )(?:said|told|says|added|recalled|asked)\b"
    "|[。！？…，][^。！？…，；：“”‘’]{1,14}(?:说|道|问|表示|介绍|脱口而出|告诉记者)(?:[，。]|$)"
)
"""Words between two parts of speech, at which a quotation has ended: “…, Ms Penrose told."""
_SPEECH = 2
"""Paragraphs without a quotation mark that a quotation runs over at most."""
_YEAR = re.compile("[0-9０-９]{2}(?![0-9０-９])")


_ONE_BRACKET = re.compile("\\s*[0-9a-zA-Z一二三四五六七八九十]{1,3}[)）]")
_BRACKETED = re.compile("\\s*[（(][0-9a-zA-Z一二三四五六七八九十]{1,3}[)）]")
"""The number that an item begins with: （一）."""
_BOTH = re.compile("[（(][0-9一二三四五六七八九十]{1,3}[)）]")
"""The number of an item anywhere."""


def _bracketed(sheet: Sheet) -> frozenset[int]:
    """The articles whose items have their numbers in two brackets: （一）, not 一）."""
    counts: Counter[int] = Counter()
    for passage in paused(sheet.passages):
        if _BRACKETED.match(passage.text):
            counts[passage.article] += 1
        elif _ONE_BRACKET.match(passage.text):
            counts[passage.article] -= 1
    return frozenset(article for article, count in counts.items() if count > 0)


def _marks(passage: Passage, english: bool, bracketed: bool) -> list[tuple[int, str]]:
    """Marks with their places. An apostrophe is none, and half-width and wide brackets are one.

    `bracketed`: whether numbers of items have two brackets here.
    """
    text = passage.text
    found: list[tuple[int, str]] = []
    both = bracketed or bool(_BOTH.search(text))
    held = [m for one in (_INTERVAL, _FACE, _SHOWN, _FEET) for m in one.finditer(text)]
    none = {at for match in held for at in range(*match.span())}
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if at in none:
            continue
        if mark in "‘’" and (english or re.match("[0-9A-Za-z]", text[max(0, at - 1) : at])):
            continue
        if mark == "’" and _YEAR.match(text, at + 1):  # ’98
            continue
        if mark in ")）" and not both and _ITEM.search(text[max(0, at - 5) : at]):
            before = [one for _, one in found if one in "（）"]
            last = not re.match("[^()（）]*[)）]", text[at + 1 :])
            if not (last and before.count("（") > before.count("）")):
                continue
        found.append((at, {"(": "（", ")": "）"}.get(mark, mark)))
    return found


def _loose(marks: list[tuple[int, str]]) -> tuple[list[int], list[tuple[int, str]]]:
    """Indices of marks without partner, and the quotes in quotes of the same kind (index, mark)."""
    stack: list[int] = []
    loose: list[int] = []
    inner: list[tuple[int, str]] = []
    for index, (_, mark) in enumerate(marks):
        if mark in _PAIRS:
            stack.append(index)
            continue
        opening = _OPENERS[mark]
        held = [n for n in stack if marks[n][1] == opening]
        if not held:
            loose.append(index)
            continue
        first = held[-1]
        while stack[-1] != first:  # opened inside, and not closed there
            loose.append(stack.pop())
        stack.pop()
        within = [marks[n][1] for n in stack if marks[n][1] in "“‘"]
        if mark == "”" and within[-1:] == ["“"]:
            inner += [(first, "‘"), (index, "’")]
    loose = sorted(loose + stack)
    if any(marks[n][1] in "“”" for n in loose):  # then what stands in what is not known
        inner = []
    return loose, inner


def pairs(sheet: Sheet) -> Iterator[Found]:
    """Marks without their partner in the paragraph, crossed pairs, and quotes in like quotes.

    A quotation over several paragraphs is opened anew in each and closed in the last, or opened
    in the first alone.
    """
    english = sheet.script == "en"
    last: tuple[int, int, str, Found] | None = None  # article, passage, the open quote
    bracketed = _bracketed(sheet)
    for number, passage in printed(sheet):
        marks = _marks(passage, english, passage.article in bracketed)
        loose, inner = _loose(marks)
        waiting = last
        last = None
        here: list[Found] = []
        turned = _turned(marks, loose)
        for index in loose:
            at, mark = marks[index]
            put = turned.get(index)
            if put == "":
                continue
            code = "pair.turned" if put else "pair.open" if mark in _PAIRS else "pair.close"
            here.append(Found(number, at, at + 1, put, code, (passage.text[at],)))
        runs_on = waiting is not None and waiting[0] == passage.article
        if waiting is not None:
            closes = bool(loose) and marks[loose[0]][1] == _PAIRS[waiting[2]]
            closes = closes and loose[0] not in turned
            closes = closes and _ends_speech(passage.text, marks[loose[0]][0])
            opens = passage.text.lstrip("\u3000 ").startswith(waiting[2])
            if runs_on and not english and _goes_on(sheet, number, waiting[3], bracketed):
                last = waiting
            elif not (runs_on and (opens or (closes and not english))):
                yield waiting[3]
            elif closes:
                here = here[1:]
        if here and passage.role in (Role.BODY, Role.NOTE):
            at, mark = here[-1].start, passage.text[here[-1].start]
            behind = [m for m in marks if m[0] > at]
            again = any(m == mark for _, m in behind)
            runs = mark in "“「" and not again and _speaks(passage.text, at)
            if runs and here[-1].put is None and not _TOLD.search(passage.text, at):
                last = (passage.article, number, mark, here.pop())
        yield from here
        for index, put in inner:
            if index not in loose:
                at = marks[index][0]
                yield Found(number, at, at + 1, put, "pair.inner", (passage.text[at],))
    if last is not None:
        yield last[3]


def _goes_on(sheet: Sheet, number: int, opened: Found, bracketed: frozenset[int]) -> bool:
    """Whether a passage stands wholly in a quotation that one of the next passages closes."""
    (opening,) = opened.facts
    kind = (opening, _PAIRS[opening])
    if sheet.passages[opened.passage].text[opened.start - 1 : opened.start] not in ("：", ":"):
        return False
    if any(mark in sheet.passages[number].text for mark in kind):
        return False
    for passage in sheet.passages[number + 1 : number + 1 + _SPEECH]:
        if passage.article != sheet.passages[number].article:
            return False
        if any(mark in passage.text for mark in kind):
            marks = _marks(passage, english=False, bracketed=passage.article in bracketed)
            loose, _ = _loose(marks)
            first = next((marks[n] for n in loose if marks[n][1] in kind), (0, ""))
            return first[1] == kind[1] and _ends_speech(passage.text, first[0])
    return False


def _ends_speech(text: str, at: int) -> bool:
    """Whether a closing mark ends what someone says, and not a word in quotes."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return before in tuple("。！？…—；，.!?,") or behind in ("", *"。，.,")


def _speaks(text: str, at: int) -> bool:
    """Whether speech begins at a quotation mark, which may run on, and not a word in quotes."""
    before = text[:at].rstrip()
    return not before or before[-1] in "：:。！？.!?，,…—"


def _turned(marks: list[tuple[int, str]], loose: list[int]) -> dict[int, str]:
    """Two loose marks alike, one of which was meant to be its other half: index → that half.

    “甲“ is “甲”: the second was to close; ”甲” is “甲”. The one that is right has an empty entry.
    """
    found: dict[int, str] = {}
    for kind in _PAIRS.items():
        same = [n for n in range(len(marks)) if marks[n][1] in kind]
        mine = [n for n in loose if n in same]
        if len(mine) != 2 or marks[mine[0]][1] != marks[mine[1]][1]:
            continue
        at = same.index(mine[0])
        if same[at : at + 2] != mine:
            continue
        opens = marks[mine[0]][1] == kind[0]
        found |= {mine[1]: kind[1], mine[0]: ""} if opens else {mine[0]: kind[0], mine[1]: ""}
    return found
