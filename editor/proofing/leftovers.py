"""What extraction and the line end left behind: spaces, hyphens, characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.model.structure import Role
from editor.proofing.shapes import HAN, matches
from editor.proofing.suspect import Found, Sheet

_MARKS = "，。、；：？！”’）》〉】"
_SPACE = re.compile(
    rf"(?<=[{HAN}])[ \xa0]+(?=[{HAN}])|(?<=\S)[ \xa0]+(?=[{_MARKS}])|(?<=[，、；“‘（《]) +(?=\S)"
)
_TITLE = "记者|通讯员|特约|作者|编辑|摄影|图文|实习生|供图|文/|图/|图片|摄"
_BEHIND_PEOPLE = re.compile(
    rf"(?:{_TITLE})(?:[{HAN}]{{2,4}}|[{HAN}](?=\|[{HAN}](?:[^{HAN}]|$)))?\|"
)
"""A space behind a title, behind the name there, or in it where it has two characters."""
_BEFORE_PEOPLE = re.compile(rf"\|(?:{_TITLE}|文|图)")
_AGENCY = re.compile("(?:电|讯)\\|")
_NOTED = re.compile("[（【](?![^（【]*[）】])")
"""A bracket that is open."""
_RUNNING = frozenset((Role.BODY, Role.NOTE))


def spaces(sheet: Sheet) -> Iterator[Found]:
    """A space between two Chinese characters or at a mark, in running text.

    Spaced names stay: at a reporter's title, and where the clause has several such spaces.
    """
    if sheet.spaced:
        return
    for number, match in matches(sheet, _SPACE, _RUNNING):
        text, (start, end) = match.string, match.span()
        if start < sheet.passages[number].dateline:
            continue
        if re.match(f"[{HAN}]", text[end]) and re.match(f"[{HAN}]", text[start - 1]):
            before = re.split("[，。；：！？]", text[max(0, start - 24) : start])[-1]
            behind = re.split("[，。；：！？]", text[end : end + 24])[0]
            around = f"{before}|{behind}"
            if " " in around or len(text) - end <= 8 or _credited(around):
                continue
        yield Found(number, start, end, "", "space", ())


def _credited(around: str) -> bool:
    """Whether a space (`|`) parts names, titles and agencies as credits do."""
    if any(one.search(around) for one in (_BEHIND_PEOPLE, _BEFORE_PEOPLE, _AGENCY)):
        return True
    opened = _NOTED.search(around.split("|")[0])  # （新华社 李江摄）
    noted = re.split("[）】]", around[opened.end() :])[0] if opened else ""
    return 0 < len(noted) <= 14 and bool(re.search(_TITLE, noted))


_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd\ufffe\x00-\x08\x0e-\x1f\x7f]+"
)
_HYPHEN = re.compile(r"(?<=[a-z])- +(?=[a-z]{2})(?!(?:and|or|to|nor|versus|through|by)\b)")
_HAN_HYPHEN = re.compile(rf"(?<=[{HAN}])[\u2010\u2011¬](?=[{HAN}])")
_HAN_LONE = re.compile(rf"(?<=[{HAN}])[|｜\\^~`_](?=[{HAN}])")


def leftovers(sheet: Sheet) -> Iterator[Found]:
    """Hyphens of line ends, characters that cannot be seen or read, lone strokes."""
    for number, match in matches(sheet, _UNSEEN):
        put = None if "\ufffd" in match.group() else ""
        code = "leftover.unseen" if put == "" else "leftover.unreadable"
        yield Found(number, *match.span(), put, code, (f"U+{ord(match.group()[0]):04X}",))
    for number, match in matches(sheet, _HYPHEN):
        yield Found(number, *match.span(), "", "leftover.hyphen", ())
    if sheet.script == "zh":
        for number, match in matches(sheet, _HAN_LONE, _RUNNING):
            yield Found(number, *match.span(), "", "leftover.stroke", (match.group(),))
        for number, match in matches(sheet, _HAN_HYPHEN, _RUNNING):
            yield Found(number, *match.span(), None, "leftover.stroke", (match.group(),))
