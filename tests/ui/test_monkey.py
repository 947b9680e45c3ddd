"""Hands that know nothing: whatever is hit, the proof shows the reading and undo leads home."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QGuiApplication

from editor.model.conservation import violations
from editor.model.structure import Role
from editor.ui.proof_input import APART
from tests.ui.hands import Hands

KEYS = """
Return Return Backspace Backspace Backspace Delete Delete Left Right Up Down Home End PgDown PgUp
Shift+Left Shift+Right Shift+Down Shift+Up Shift+End Ctrl+Home Ctrl+End Ctrl+Right Ctrl+Shift+Right
Ctrl+Return Ctrl+Backspace Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+7 Ctrl+8 Ctrl+9 Ctrl+0
Ctrl+Del Ctrl+Z Ctrl+Z Ctrl+Shift+Z Ctrl+A F2 F6 F8 Shift+F8 Escape Space Ctrl+V Ctrl+X Ctrl+C
Tab Tab Shift+Tab F2 Ctrl+R Ctrl+Shift+R Ctrl+D Ctrl+PgDown Ctrl+PgUp Shift+Return Enter
""".split()
TEXTS = ["a", "中", "，", "𠮷野", "x y", "\u00a0", "校\u2028样"]


def act(hands: Hands, dice: random.Random) -> str:
    """One thing at random, and what it was."""
    turn = dice.random()
    if turn < 0.15:
        text = dice.choice(TEXTS)
        hands.compose("pin")
        hands.commit(text)
        return f"commit {text!r}"
    if turn < 0.3:
        hands.type(dice.choice("abc 9"))
        return "type"
    if turn < 0.4:
        article = dice.choice(hands.reading.articles)
        block = dice.choice(article.blocks).text
        raw_at = block.to_raw(dice.randint(0, len(block)))[0]
        hands.window.room.go_to(type(block.span)(raw_at, raw_at))
        return f"go to {raw_at}"
    if turn < 0.45:
        QGuiApplication.clipboard().setText(dice.choice(["甲", "甲\n乙", "\n", "丙\n\n丁\n"]))
    key = dice.choice(KEYS)
    if "Tab" in key and hands.window.desk.proof.open_at is None:
        key = "F2"  # from the text it would lead to the buttons, and these are not hit here
    hands.press(key)
    return key


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_hit_nothing_is_lost(at_sample: Hands, seed: int) -> None:
    hands, dice = at_sample, random.Random(seed)
    session = hands.window.room.session
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    first, done = hands.reading, []
    for _ in range(80):
        if not hands.reading.articles:
            break
        done.append(act(hands, dice))
        shown = hands.window.desk.proof.proof.shown
        for at, (line, one) in enumerate(zip(hands.shown_lines(), shown, strict=bool(shown))):
            # a mark that another name is to follow is in the document only
            begun = line.rstrip("".join(APART)) if one.block.role is Role.BYLINE else line
            assert one.text in (line, begun), (at, done)
        assert violations(session.page.source, session.page.decisions, hands.reading) == [], done
    while session.undo():
        hands.settle()
    assert hands.reading == first, done
    assert hands.answers.told == []
