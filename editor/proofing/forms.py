"""What a suspect is called wherever it stands: the word that it spoils, and what should be printed.

己 → 已 says little; 己经 → 已经 can be ticked without a look.
"""

from __future__ import annotations

import re

from editor.proofing import lexicon
from editor.proofing.shapes import HAN
from editor.proofing.suspect import Suspect
from editor.proofing.traditional import simplified

FORMS = frozenset(
    "lookalike doubled-character doubled-word variant roster term repeated-word article".split()
)
"""Checks that find a wrong form, which can stand elsewhere too, and not a wrong mark."""
_AROUND = 4


def form(suspect: Suspect) -> tuple[str, str]:
    """What is printed and what should be, in the word that the fix makes."""
    put = suspect.fix or ""
    if suspect.rule != "lookalike" or not re.fullmatch(f"[{HAN}]", put):  # 3O
        return suspect.shown, put
    text, start, end = suspect.passage.text, suspect.start, suspect.end
    before = re.search(f"[{HAN}]*$", text[max(0, start - _AROUND) : start])
    behind = re.match(f"[{HAN}]*", text[end : end + _AROUND])
    left, right = before.group() if before else "", behind.group() if behind else ""
    at = 0
    for word in lexicon.best(simplified(left + put + right))[1]:
        if at <= len(left) < at + len(word):
            word = (left + put + right)[at : at + len(word)]
            if len(word) == 1:  # no word: with its neighbour
                at, word = (at - 1, left[-1:] + put) if left else (at, put + right[:1])
            place = len(left) - at
            return word[:place] + suspect.shown + word[place + len(put) :], word
        at += len(word)
    return suspect.shown, put
