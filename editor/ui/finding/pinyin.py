"""How Chinese characters are read aloud, for finding by the keys that one types them with.

pypinyin is loaded when it is first asked for, off the window's thread, and without its phrases:
all readings of a character are taken, so it does not matter which one a word would have.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache

Readings = Callable[[str], tuple[str, ...]]


def none(character: str) -> tuple[str, ...]:
    """What is known before the readings are loaded."""
    return ()


def load() -> Readings:
    """All readings of a character, in plain letters (重: zhong, chong, tong); may take 50 ms."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # two and a half megabytes of no use here
    from pypinyin import Style, pinyin

    @lru_cache(maxsize=4096)
    def readings(character: str) -> tuple[str, ...]:
        found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        return tuple(found[0]) if found else ()

    return readings
