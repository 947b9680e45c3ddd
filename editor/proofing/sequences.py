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
    re.compile(rf"(?:^|(?<=[。；：，“”]))(?P<n>{_HAN})(?:是|要)(?=\S)"),
    re.compile(rf"(?:^|(?<=[。；：“]))第(?P<n>{_HAN})(?:，|、|是)"),
    re.compile("(?P<n>[①-⑳])"),
)


def _value(text: str) -> int:
    return ord(text) - ord("①") + 1 if "①" <= text <= "⑳" else number_of(text)


def skipped_numbers(sheet: Sheet) -> Iterator[Found]:
    """A number that does not follow the one before it in its article and form.

    One begins anew; a form whose first number is not one is let be.
    """
    last: dict[tuple[int, int], int] = {}
    for index, passage in enumerate(sheet.passages):
        if passage.role not in (Role.BODY, Role.CROSSHEAD, Role.NOTE):
            continue
        for form, pattern in enumerate(_FORMS):
            for match in pattern.finditer(passage.text):
                key, value = (passage.article, form), _value(match["n"])
                before = last.get(key)
                last[key] = value
                if value == 1 or before is None or value == before + 1:
                    continue
                yield Found(index, *match.span("n"), None, "sequence", (str(before), str(value)))
