"""A reporter's name that is one character away from one on the house's roster."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.proofing.suspect import Found, Sheet

_TITLE = re.compile(r"^.*(?:记者|通讯员|实习生|摄影|评论员|编辑|作者)\s*")


def near_names(sheet: Sheet) -> Iterator[Found]:
    """Names of three characters or more in bylines and datelines.

    A name that is on the roster is right, and so is one that is as near to several.
    """
    known = frozenset(sheet.roster)
    for number, passage in enumerate(sheet.passages):
        for printed in passage.names:
            name = _TITLE.sub("", printed)
            if len(name) < 3 or name in known:
                continue
            near = [other for other in sheet.roster if _one_off(name, other)]
            at = passage.text.find(name)
            if len(near) == 1 and at >= 0:
                yield Found(number, at, at + len(name), near[0], "roster", (near[0],))


def _one_off(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
