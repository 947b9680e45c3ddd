"""Stray spaces in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.analysis.evidence.names import SURNAMES
from editor.model.structure import Role
from editor.proofing.shapes import HAN, matches
from editor.proofing.suspect import Found, Sheet

RUNNING = frozenset((Role.BODY, Role.NOTE))
_GAP = "[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]"
_CLOSES = "，。、；：？！”’）》〉】」』…"
_SPACE = re.compile(
    rf"(?<=[{HAN}]){_GAP}+(?=[{HAN}])|(?<=\S){_GAP}+(?=[{_CLOSES}])"
    rf"|(?<=[，、；“‘（《「『：]){_GAP}+(?=\S)|(?<=[。！？…”’）》」』]){_GAP}+(?=[{HAN}“‘《「『])"
    rf"|(?<=[{HAN}]){_GAP}+(?=[“‘《「『])|(?<=[0-9０-９]){_GAP}+(?=[%％])"
    rf"|(?<![0-9])(?<=1[89]|20){_GAP}(?=[0-9]{{2}}年)"
)
_PARTED = re.compile(rf"[{HAN}]{_GAP}+[{HAN}]")
_TITLE = "记者|通讯员|特约|作者|编辑|摄影|图文|实习生|供图|文/|图/|图片|摄(?!氏)"
_NAME = f"[{''.join(sorted(SURNAMES))}]"
_BEHIND_PEOPLE = re.compile(
    rf"(?:{_TITLE})(?:{_NAME}[{HAN}]{{1,3}}|[{HAN}](?=\|[{HAN}](?:[^{HAN}]|$)))?\|"
)
"""A space behind a title, behind the name there, or in it where it has two characters."""
_BEFORE_PEOPLE = re.compile(
    rf"\|(?:(?:{_TITLE})(?![片招会站节证协])|[文图](?:[/／：]|{_NAME}[{HAN}]{{1,2}}(?:[^{HAN}]|$)))"
)
_AGENCY = re.compile(r"(?:(?:[0-9０-９]日|[社报台刊网])(?:专|特|综合)?[电讯]|^[电讯])\|")
_NOTED = re.compile("[（【](?![^（【]*[）】])")
"""A bracket that is open."""
_ITEM = re.compile(
    rf"^\s*(?:第?[0-9０-９一二三四五六七八九十百]{{1,4}}[、．.章节条回]?|[（(][0-9一二三四五六七八九十]{{1,3}}[）)]"
    rf"|[▲●■□◆★※·•▶①-⑳]|[{HAN}]{{1,6}}(?<![说道问答称示])[：:】])$"
)
"""What begins a paragraph that a space may follow: a number, a bullet, a key."""


def spaces(sheet: Sheet) -> Iterator[Found]:
    """A space between two Chinese characters or at a mark, in running text.

    Spaced names stay: at a reporter's title, and where the clause has several such spaces.
    """
    if sheet.spaced:
        return
    for number, match in matches(sheet, _SPACE, RUNNING):
        text, (start, end) = match.string, match.span()
        if start <= sheet.passages[number].dateline or _ITEM.search(text[:start]):
            continue
        if not _stray(text, start, end):
            continue
        yield Found(number, start, end, "", "space", ())


def _stray(text: str, start: int, end: int) -> bool:
    """Whether a space parts no names, credits or columns."""
    if text[end] in _CLOSES or re.match("[0-9%％]", text[end:]):
        return True
    if re.match("[，、；“‘（《「『]", text[start - 1]) and "\u3000" not in text[start:end]:
        return True
    before = re.split("[，。；：！？]", text[max(0, start - 24) : start])[-1]
    behind = re.split("[，。；：！？]", text[end : end + 24])[0]
    around = f"{before}|{behind}"
    return not (_PARTED.search(around) or len(text) - end <= 8 or _credited(around))


def _credited(around: str) -> bool:
    """Whether a space (`|`) parts names, titles and agencies as credits do."""
    if any(one.search(around) for one in (_BEHIND_PEOPLE, _BEFORE_PEOPLE, _AGENCY)):
        return True
    opened = _NOTED.search(around.split("|")[0])  # （新华社 李江摄）
    noted = re.split("[）】]", around[opened.end() :])[0] if opened else ""
    return 0 < len(noted) <= 14 and bool(re.search(_TITLE, noted))
