"""What we rely on in Qt's binding: some versions of it lose references."""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCursor, QTextDocument


def test_moving_a_cursor_costs_no_reference_to_none(qapp: object) -> None:
    """A binding that drops one with each call ends the program after some thousand moves."""
    document = QTextDocument("春江花月夜" * 40)
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    before = sys.getrefcount(None)
    for at in range(1_000):
        cursor.setPosition(at % 200)
    assert abs(sys.getrefcount(None) - before) < 50
