"""White space of the raw text, shown on demand: each kind by a sign of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.ui.hands import Hands

KINDS = {"space": " ", "full": "\u3000", "tab": "\t", "nbsp": "\u00a0", "zero": "\u200b"}


def row_image(hands: Hands, start: int) -> QImage:
    raw = hands.window.desk.raw
    row = raw._rows.layout.row_at(start)
    rect = raw._row_rect(row)
    return raw.viewport().grab(QRect(raw._text_x, rect.top(), 220, rect.height())).toImage()


@pytest.fixture
def at_spaces(hands: Hands, tmp_path: Path) -> Hands:
    page = tmp_path / "page.txt"
    page.write_text("".join(f"字{mark}字\n" for mark in KINDS.values()) + "末行", "utf-8")
    hands.open(page)
    return hands


def test_each_kind_has_a_sign_and_line_ends_have_one(at_spaces: Hands) -> None:
    hands = at_spaces
    lines = hands.window.room.session.page.source.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    hands.window.desk.proof.setFocus()
    before = [row_image(hands, at) for at in starts]
    hands.press("Ctrl+Shift+B")
    assert hands.window.room.actions_by_code["white_space"].isChecked()
    shown = [row_image(hands, at) for at in starts]
    assert shown[-1] == before[-1], "the last line has no end"
    assert all(one != other for one, other in zip(before[:-1], shown[:-1], strict=True))
    signs = []
    for number, line in enumerate(lines[:-1]):
        x = hands.window.desk.raw._rows.x_of
        row = hands.window.desk.raw._rows.layout.row_at(starts[number])
        left, right = x(row, starts[number] + 1), x(row, starts[number] + 2)
        ink = {
            (px - round(left), y)
            for px in range(max(0, round(left) - 1), round(right) + 2)
            for y in range(shown[number].height())
            if shown[number].pixel(px, y) != before[number].pixel(px, y)
        }
        assert ink, f"{line!r} shows nothing"
        signs.append(frozenset(ink))
    assert len(set(signs)) == len(signs), "two kinds look alike"
    hands.press("Ctrl+Shift+B")
    assert [row_image(hands, at) for at in starts] == before
