"""Only what looks different is painted again, and nothing that does is left out."""

from __future__ import annotations

from operator import ne

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import Hands

GESTURES = (
    ("Down", "Down", "Right", "Return"),
    ("Ctrl+Z",),
    ("Down", "Ctrl+6"),
    ("Ctrl+8", "Ctrl+Z"),
    ("Ctrl+Return",),
    ("Ctrl+Backspace",),
    ("x", "y", "Backspace"),
    ("End", "Delete", "Left", "Left", "Delete"),
    ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"),
    ("F2", "x", "Tab", "Tab", "Escape"),
    ("Ctrl+D",),
    ("Ctrl+Z",),
    ("F8", "Return", "Escape"),
    ("F6", "Down", "Down", "Ctrl+1"),
    ("Shift+Down", "Ctrl+0", "F6"),
    ("PgDown", "Down", "Return", "PgUp"),
    ("Shift+Down", "Down"),
)


FEW = 40
"""Pixels at the round corners of dashed frames, which come out otherwise when they are cut."""


def different(left: QImage, right: QImage) -> int:
    """How many pixels differ."""
    if left == right:
        return 0
    pixels = (bytes(image.constBits()) for image in (left, right))
    return sum(map(ne, *(memoryview(data).cast("I") for data in pixels)))


def on_screen(widget: QWidget) -> QImage:
    """What was painted of a widget, as it stands on the screen."""
    window = widget.window()
    corner = widget.mapTo(window, widget.rect().topLeft())
    shot = widget.screen().grabWindow(
        window.winId(), corner.x(), corner.y(), widget.width(), widget.height()
    )
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def anew(widget: QWidget) -> QImage:
    """The same, painted from nothing."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("view", ["raw", "proof"])
def test_what_is_on_the_screen_is_what_there_is_to_be_seen(at_sample: Hands, view: str) -> None:
    hands = at_sample
    QApplication.setCursorFlashTime(0)
    desk = hands.window.desk
    pane = desk.raw if view == "raw" else desk.proof
    for keys in GESTURES:
        hands.press(*keys)
        for _ in range(3):  # the follower's turn, and that of its paint
            hands.bot.wait(1)
        desk.card.hide()  # it lies over the proof
        hands.bot.wait(1)
        seen, wanted = on_screen(pane.viewport()), anew(pane.viewport())
        assert seen.size() == wanted.size()
        assert different(seen, wanted) < FEW, f"after {keys}"
