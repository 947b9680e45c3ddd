"""Tables of kinds of characters hold what the same classes match."""

from __future__ import annotations

import numpy as np
import pytest
import regex

from editor.analysis.evidence.glance import ALPHABET
from editor.analysis.evidence.letters import Alphabet

PLANE = "".join(map(chr, range(0x10000)))


@pytest.mark.parametrize("name", ALPHABET.kinds)
def test_a_kind_has_the_characters_of_its_class(name: str) -> None:
    inside = ALPHABET.kinds[name]
    matched = np.zeros(len(PLANE), dtype=bool)
    for stretch in regex.finditer(f"[{inside}]+", PLANE):
        matched[stretch.start() : stretch.end()] = True
    matched[ord("\n")] = False  # it parts lines and is of no other kind
    told = ALPHABET.table & ALPHABET.mask(name) != 0
    assert (told[: len(PLANE)] == matched).all()
    beyond = regex.match(f"[{inside}]", "\U00020000") is not None
    assert told[len(PLANE) :].tolist() == [beyond, beyond]


@pytest.mark.parametrize(
    ("inside", "have", "lack"),
    [
        ("a-c", "abc", "d-"),
        (r"^a-cb\d", "dA ", "abc7"),
        (r"\[\-x", "[-x", "\\]"),
        (r"\u4e00-\u4e02,", "一丁丂,", "七u"),
        (r"^\s\u4e00", "x", "一 \u3000"),
    ],
)
def test_classes_may_be_written_in_several_ways(inside: str, have: str, lack: str) -> None:
    alphabet = Alphabet({"these": inside})
    told = alphabet.table & alphabet.mask("these") != 0
    assert all(told[ord(char)] for char in have)
    assert not any(told[ord(char)] for char in lack)
