"""Characters that are taken for one another: of one shape, or of one sound."""

from __future__ import annotations

from functools import lru_cache

from editor.proofing.lookalikes import alike
from editor.proofing.traditional import simplified

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""What many say alike."""


@lru_cache(maxsize=4096)
def _sound(char: str, *, strictly: bool = False) -> str:
    """How a character is said, without its tone; what many say alike as one."""
    from pypinyin import lazy_pinyin

    found = "".join(lazy_pinyin(char))
    if strictly:
        return found
    for one, other in _FUZZY:
        found = found.replace(one, other)
    return f"n{found[1:]}" if found[:1] == "l" else found


@lru_cache(maxsize=1 << 16)
def taken_for(one: str, other: str, *, strictly: bool = False) -> bool:
    """Whether two characters look or sound alike; `strictly`: to those who tell zh from z too."""
    one, other = simplified(one), simplified(other)
    same = _sound(one, strictly=strictly) == _sound(other, strictly=strictly)
    return same or other in alike().get(one, "")
