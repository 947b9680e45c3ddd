"""Where the words change: the sliding sums against counting anew, and what the value says."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.evidence import topic

WORDS = st.frozensets(
    st.sampled_from([a + b for a in "甲乙丙丁" for b in "子丑寅卯辰巳"]), max_size=12
)


def alike(lines: list[frozenset[str]], at: int) -> float | None:
    """The likeness by counting both windows anew; None where there is too little to compare."""
    seen = Counter(word for words in lines for word in words)
    above = Counter(w for words in lines[max(0, at - topic.SPREAD) : at] for w in words)
    below = Counter(w for words in lines[at : at + topic.SPREAD] for w in words)
    if min(above.total(), below.total()) < topic.FEW:
        return None
    heavy = {word: log(len(lines) / n) ** 2 for word, n in seen.items()}
    shared = sum(n * below[w] * heavy[w] for w, n in above.items())
    sizes = [sum(n * n * heavy[w] for w, n in side.items()) for side in (above, below)]
    return shared / sqrt(max(1e-9, sizes[0] * sizes[1]))


@given(st.lists(WORDS, max_size=90))
def test_sliding_sums_are_those_of_counting_anew(lines: list[frozenset[str]]) -> None:
    for at, turn in enumerate(topic.turns(lines)):
        found = alike(lines, at)
        if found is None:
            assert turn == 0.0
        else:
            wanted = max(-1.0, min(2.0, -log(max(topic.LEAST, found) / topic.USUAL)))
            assert turn == pytest.approx(wanted, abs=1e-6)


def test_another_subject_turns_and_the_same_does_not() -> None:
    fish = [frozenset(f"鱼{n % 7}{k}" for k in range(6)) for n in range(30)]
    road = [frozenset(f"路{n % 7}{k}" for k in range(6)) for n in range(30)]
    turns = topic.turns([*fish, *road])
    assert turns[30] == 2.0
    assert turns[15] == turns[45] == -1.0
