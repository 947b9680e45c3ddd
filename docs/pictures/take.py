"""Takes the pictures of the documents from the real window: `python docs/pictures/take.py`.

Each picture is the window on the sample page, after real key presses. No display is needed; a
Chinese font is.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from PySide6.QtCore import QSettings, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from editor.resources import sample_page  # noqa: E402
from editor.ui import app as start  # noqa: E402
from editor.ui.window import Window  # noqa: E402


@dataclass(frozen=True)
class Picture:
    """One picture: the window's looks and what is pressed before it is taken."""

    name: str
    language: str
    looks: str
    keys: tuple[Qt.Key, ...]


PICTURES = (
    Picture("desk", "zh", "light", (Qt.Key.Key_F8,)),
    Picture("desk-dark", "zh", "dark", (Qt.Key.Key_F8,)),
    Picture("desk-english", "en", "light", (Qt.Key.Key_F8, Qt.Key.Key_F8)),
)


def wait(until: Callable[[], bool], most: int = 20_000) -> None:
    """Let the window work until it is so; give up (`RuntimeError`) after `most` milliseconds."""
    for _ in range(most // 20):
        if until():
            return
        QTest.qWait(20)
    raise RuntimeError("the window did not get there")


def take(picture: Picture) -> None:
    """Open the sample page, press the keys, save the picture."""
    start.make_app()  # settings are the application's
    settings = QSettings()
    settings.clear()
    settings.setValue("language", picture.language)
    settings.setValue("appearance", picture.looks)
    start.make_app()
    window: Window = start.open_window(sample_page(), settings)
    window.resize(1440, 900)
    window.activateWindow()
    wait(lambda: window.room.reading is not None)
    QTest.qWait(200)
    for key in picture.keys:
        QTest.keyClick(window.focusWidget() or window, key)
        QTest.qWait(200)
    window.grab().save(str(HERE / f"{picture.name}.png"))
    window.close()
    QTest.qWait(50)


def main() -> None:
    """All pictures, or those that are named."""
    wanted = sys.argv[1:]
    for picture in PICTURES:
        if not wanted or picture.name in wanted:
            take(picture)


if __name__ == "__main__":
    main()
