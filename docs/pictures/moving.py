"""Takes the moving picture of the README from the real window: `python docs/pictures/moving.py`.

The window on the sample page, worked by real keys as an editor would: doubts answered, the missing
headline put in, an article marked read, the export looked at. Each scene is a line of `SCENES`:
what is pressed or typed, what is said under it, and how long it stays. Letters are typed one a
frame.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ["HOME"] = "/home/editor"  # what the export dialog offers is nobody's own folder
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import take  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from editor.ui.exporting.dialog import ExportDialog  # noqa: E402
from editor.ui.window import Window  # noqa: E402

WIDTH = 960
"""Pixels of the picture's width."""
FOOT = 44
"""Pixels of the line under the window that says what is pressed."""
LETTER = 140
"""Milliseconds that a typed letter stays."""


@dataclass(frozen=True)
class Scene:
    """One step: keys or text, what is said of it, and the milliseconds that it is looked at."""

    said: str
    stays: int
    key: str = ""
    text: str = ""


SCENES = (
    Scene("A page as it came, and its reading · 原文与校样", 2600),
    Scene("F8 · the first doubt, both readings, the reason · 存疑，两种读法", 2600, "F8"),
    Scene("Enter · the first reading; the next one comes by itself · 取第一种", 1800, "Return"),
    Scene("Enter", 1500, "Return"),
    Scene("Enter", 1500, "Return"),
    Scene("The article without a headline asks for one · 缺标题的一篇", 1800),
    Scene("Enter · its field opens · 打开标题栏", 1200, "Return"),
    Scene("Typed in place · 就地键入", 1800, text="操场上的机器人课"),
    Scene("Enter · into the text · 进入正文", 1400, "Return"),
    Scene("Ctrl+D · read and right · 本篇已校", 1800, "Ctrl+D"),
    Scene("Ctrl+E · each article a Word file · 每篇一个 Word 文件", 3200, "Ctrl+E"),
)


def frame(window: Window, said: str) -> Image.Image:
    """The window as it looks, and under it what is said."""
    whole = take.grabbed(window)
    scaled = whole.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    made = QPixmap(WIDTH, scaled.height() + FOOT)
    made.fill(QColor("#1b1e24"))
    painter = QPainter(made)
    painter.drawPixmap(0, 0, scaled)
    font = QFont(QApplication.font())
    font.setPixelSize(17)
    painter.setFont(font)
    painter.setPen(QColor("#e6e9ee"))
    foot = QRectF(0, scaled.height(), WIDTH, FOOT)
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), said)
    painter.end()
    image = made.toImage().convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(image.constBits())  # type: ignore[arg-type]
    line = image.bytesPerLine()
    return Image.frombuffer("RGB", (WIDTH, image.height()), data, "raw", "RGB", line, 1).copy()


def is_waiting(window: Window) -> bool:
    """Whether an export dialog has still to tell the names of its files."""
    shown = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
    return any(not one.list.toPlainText() for one in shown)


def typed(letter: str) -> None:
    """A letter where the focus is, as a key that an input method has no part in."""
    into = QApplication.focusWidget()
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(into, event)
    QTest.qWait(60)


def main() -> None:
    """Play the scenes, and write `walk.webp` beside this file."""
    window = take.opened(take.Picture("walk", "zh", "light", ()))
    frames: list[Image.Image] = []
    times: list[int] = []

    def shown(said: str, stays: int) -> None:
        frames.append(frame(window, said))
        times.append(stays)

    for scene in SCENES:
        if scene.key:
            take.press(window, scene.key)
            QTest.qWait(700)
            take.wait(lambda: not is_waiting(window))
        for letter in scene.text:
            typed(letter)
            shown(scene.said, LETTER)
        shown(scene.said, scene.stays)
    frames[0].save(
        HERE / "walk.webp",
        save_all=True,
        append_images=frames[1:],
        duration=times,
        loop=0,
        quality=70,
        method=6,
    )
    for index, image in enumerate(frames):
        if "--frames" in sys.argv:
            image.save(f"{sys.argv[-1]}/{index:02}.png")
    for one in QApplication.topLevelWidgets():
        one.close()


if __name__ == "__main__":
    main()
