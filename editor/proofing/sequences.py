"""Enumerations that skip or repeat a number: 一、三、; 一是……三是……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.model.structure import Role
from editor.proofing.dates import number_of
from editor.proofing.suspect import Found, Sheet

_HAN = "[一二三四五六七八九十]{1,3}"
_FORMS = (
    re.compile(rf"^\s*(?P<n>{_HAN})、"),
    re.compile(rf"^\s*[（(](?P<n>{_HAN})[）)]"),
    re.compile(r"^\s*(?P<n>[0-9]{1,2})(?:[．、]|\.(?![0-9]))"),
    re.compile(r"^\s*[（(](?P<n>[0-9]{1,2})[）)]"),
    re.compile(rf"(?:^|(?<=[。；：，！？）“”]))(?P<n>{_HAN})(?:是|要)(?=\S)"),
    re.compile(rf"(?:^|(?<=[。；：！？）“]))第(?P<n>{_HAN})(?:，|、|是)"),
    re.compile("(?P<n>[①-⑳])"),
)
_HAN_NUMBERS = "〇一二三四五六七八九十"


def _value(text: str) -> int:
    return ord(text) - ord("①") + 1 if "①" <= text <= "⑳" else number_of(text)


def skipped_numbers(sheet: Sheet) -> Iterator[Found]:
    """A number that does not follow one before it in its article and form.

    One begins an enumeration, which may stand within another; a form whose first number is not one
    is let be, and so is a number where the one that is missing stands before it in another form.
    """
    open_at: dict[tuple[int, int], list[tuple[int, int, int]]] = {}  # value, passage, place
    for index, passage in enumerate(sheet.passages):
        if passage.role not in (Role.BODY, Role.CROSSHEAD, Role.NOTE):
            continue
        for form, pattern in enumerate(_FORMS):
            for match in pattern.finditer(passage.text):
                value, at = _value(match["n"]), match.start("n")
                series = open_at.setdefault((passage.article, form), [])
                last = series[-1] if series else None
                begun_here = last is not None and last[1] == index  # and goes on here
                follows = [
                    n
                    for n, (before, _, _) in enumerate(series)
                    if before == value - 1 and (not begun_here or n == len(series) - 1)
                ]
                if value != 1:
                    del series[follows[-1] if follows else -1 :]
                series.append((value, index, at))
                if value == 1 or last is None or follows:
                    continue
                if not _told(sheet, last, (index, at), value - 1):
                    facts = (str(last[0]), str(value))
                    yield Found(index, *match.span("n"), None, "sequence", facts)


def _told(sheet: Sheet, last: tuple[int, int, int], here: tuple[int, int], number: int) -> bool:
    """Whether a number is told between two places, in whatever form."""
    (_, first, start), (index, end) = last, here
    texts = [passage.text for passage in sheet.passages[first : index + 1]]
    between = "\n".join((*texts[:-1], texts[-1][:end]))[start + 1 :]
    han = _HAN_NUMBERS[number] if number < len(_HAN_NUMBERS) else ""
    return bool(han) and bool(re.search(f"[第其]{han}|{han}(?:是|要|、|则|来|曰)", between))
