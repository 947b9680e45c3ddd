"""How well a few typed letters fit a name: in order, gaps allowed, runs and word starts worth more.

A Chinese character may be typed as itself, or as any beginning of any of its readings, so initials
(cx for 撤销), whole pinyin (chexiao) and mixtures fit alike.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

FIT, NEXT, START, GAP, LENGTH, WHOLE = 10.0, 8.0, 6.0, 0.5, 0.1, 50.0
"""Worth of a letter that fits, of a run that goes on, of a word's start (the first one's twice);
price of a character between letters that fit, and of each of the name; worth of a whole name."""


def fit(typed: str, name: str, readings: Callable[[str], tuple[str, ...]]) -> float | None:
    """How well `typed` fits `name`, more being better; None where it does not.

    Case and spaces do not matter. All names fit nothing typed equally: 0.
    """
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return 0.0
    # best worth with so many letters used, by whether the last character of the name was one
    count = len(wanted)
    passed, taken = [0.0] + [-inf] * count, [-inf] * (count + 1)
    before = ""
    for character in name.casefold():
        start = 2 * START if not before else 0.0 if before.isalnum() else START
        now = [-inf] * (count + 1)
        for used in range(count):
            base = max(passed[used], taken[used] + NEXT) + start
            if base == -inf:
                continue
            for form in (character, *readings(character)):
                for more in range(1, min(len(form), count - used) + 1):
                    if form[more - 1] != wanted[used + more - 1]:
                        break
                    now[used + more] = max(now[used + more], base + FIT * more)
        passed = [
            max(old, last) - (GAP if 0 < used < count else 0.0)
            for used, (old, last) in enumerate(zip(passed, taken, strict=True))
        ]
        taken, before = now, character
    best = max(passed[count], taken[count])
    if wanted == "".join(name.casefold().split()).rstrip("…"):
        best += WHOLE
    return None if best == -inf else best - LENGTH * len(name)
