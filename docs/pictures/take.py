"""Takes the pictures of the documents from the real window: `python docs/pictures/take.py [NAME…]`.

Each picture is the window on the sample page, after real key presses. No display is needed; a
Chinese font is. A picture is one line of `PICTURES`: how the desk looks, the steps that lead
there, and what is grabbed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 3200, "height": 1800, "dpr": 1}
"""Large enough at twice the scale too: menus and windows of their own stay on it."""
_folder = Path(tempfile.mkdtemp())
(_folder / "screens.json").write_text(json.dumps({"screens": [{**SCREEN, "logicalDpi": 96}]}))
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_folder / 'screens.json'}")
os.environ["XDG_CONFIG_HOME"] = str(_folder)

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from PySide6.QtCore import QPoint, QPointF, QRectF, QSettings, QSize, Qt  # noqa: E402
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget  # noqa: E402

from editor.chinese_words import ready  # noqa: E402
from editor.resources import sample_page  # noqa: E402
from editor.ui import app as start  # noqa: E402
from editor.ui.look import theme  # noqa: E402
from editor.ui.settings import choices  # noqa: E402
from editor.ui.window import Window  # noqa: E402

Step = Callable[[Window], None]
SIZE = QSize(1440, 900)
TITLE = 34
"""Pixels of the title that a window of its own gets in a picture."""


@dataclass(frozen=True)
class Picture:
    """One picture: the desk's looks, and the steps before it is taken."""

    name: str
    language: str
    looks: str
    steps: tuple[Step, ...]
    issue: bool = False
    """Whether it is of three pages of a paper; else of the sample page."""
    size: QSize = SIZE


def keys(*names: str) -> Step:
    """Press keys where the focus is, one after another."""

    def act(window: Window) -> None:
        for name in names:
            press(window, name)

    return act


def press(window: Window, name: str) -> None:
    """Press a key where the focus is."""
    QTest.keySequence(window.focusWidget() or window, QKeySequence(name))
    QTest.qWait(200)


def letters(text: str) -> Step:
    """Type Latin letters where the focus is."""

    def put(window: Window) -> None:
        QTest.qWait(800)  # the syllables of Chinese are loaded
        QTest.keyClicks(window.focusWidget(), text)

    return put


def joined(window: Window) -> None:
    """Join what jump lines say goes on elsewhere, and look at the middle part."""
    for name in ("Alt+PgDown", "Alt+PgDown", "Alt+PgUp"):
        press(window, name)
        wait(lambda: window.room.reading is not None)
    wait(lambda: len(window.room.linking.offers) == 2)
    press(window, "Ctrl+Shift+L")
    press(window, "Return")


def settings(page: int) -> Step:
    """Open the settings at one of their pages."""
    return lambda window: window.room.open_settings(page)


def paper(window: Window) -> None:
    """Open the print window, and wait until the pages are set."""
    window.room.printing.open()
    wait(lambda: not window.room.printing.is_busy)


PICTURES = (
    Picture("desk", "zh", "light", (keys("F8"),)),
    Picture("desk-dark", "zh", "dark", (keys("F8"),)),
    Picture("desk-english", "en", "light", (keys("F8", "F8"),)),
    Picture("desk-english-dark", "en", "dark", (keys("F8", "F8"),)),
    Picture("pages", "zh", "light", (joined,), issue=True),
    Picture("palette", "zh", "light", (keys("Ctrl+K"), letters("xyp"))),
    Picture("keys", "zh", "light", (keys("F1"),)),
    Picture("settings", "en", "dark", (settings(2),)),
    Picture("print", "zh", "light", (paper,)),
)


def wait(until: Callable[[], bool], most: int = 20_000) -> None:
    """Let the window work until it is so; give up (`RuntimeError`) after `most` milliseconds."""
    for _ in range(most // 20):
        if until():
            return
        QTest.qWait(20)
    raise RuntimeError("the window did not get there")


def opened(picture: Picture) -> Window:
    """Pages, read, on a desk that looks as the picture wants."""
    start.make_app()  # settings are the application's
    kept = QSettings()
    kept.clear()
    kept.setValue("language", picture.language)
    kept.setValue("appearance", picture.looks)
    kept.setValue(choices.GREETED, "yes")
    start.make_app()
    paths = sorted((HERE / "issue").glob("*.txt")) if picture.issue else [sample_page()]
    window: Window = start.open_window(paths, kept)
    window.move(0, 0)
    window.resize(picture.size)
    window.activateWindow()
    wait(lambda: window.room.reading is not None)
    checking = window.room.suspects.checking
    wait(ready, 60_000)
    checking.again()  # with the words, if it did not wait for them
    wait(lambda: checking.checked is not None and checking.rests, 60_000)
    QTest.qWait(200)
    return window


def grabbed(window: Window) -> QPixmap:
    """The window, and over it menus and a window of its own, framed as a desktop does."""
    whole = window.grab()
    own = [one for one in window.findChildren(QDialog) if one.isVisible()]
    for one in own:
        _put(whole, one)
    menus = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu))
    painter = QPainter(whole)
    for menu in (one for one in menus if one.isVisible()):
        painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
    painter.end()
    return whole


def _put(whole: QPixmap, one: QWidget) -> None:
    colours, shot = theme.current(), one.grab()
    ratio = whole.devicePixelRatio()
    room = QSize(round(whole.width() / ratio), round(whole.height() / ratio))
    high = min(one.height(), room.height() - TITLE - 60)
    corner = QPoint((room.width() - one.width()) // 2, (room.height() - high + TITLE) // 2)
    frame = QRectF(QPointF(corner), one.size()).adjusted(0, -TITLE, 0, high - one.height())
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(18, 0, -2):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 5))
        painter.drawRoundedRect(frame.adjusted(-step, 4 - step, step, 8 + step), 10, 10)
    painter.setPen(QPen(theme.colour(colours.bar), 1))
    painter.setBrush(theme.colour(colours.panel))
    painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)
    painter.setPen(theme.colour(colours.quiet))
    title = QRectF(frame.left(), frame.top(), frame.width(), TITLE)
    painter.drawText(title, int(Qt.AlignmentFlag.AlignCenter), one.windowTitle())
    source = QRectF(0, 0, one.width() * ratio, high * ratio)
    painter.drawPixmap(QRectF(QPointF(corner), QSize(one.width(), high)), shot, source)
    painter.end()


def take(picture: Picture, folder: Path = HERE) -> None:
    """Open the sample page, go the steps, save the picture in a folder."""
    window = opened(picture)
    for step in picture.steps:
        step(window)
        QTest.qWait(250)
    window.room.sides.show_now()
    for button in window.findChildren(QAbstractButton):  # the mouse of no screen is at its corner
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    grabbed(window).save(str(folder / f"{picture.name}.png"))
    for shown in QApplication.topLevelWidgets():
        shown.close()
    QTest.qWait(50)


def main() -> None:
    """All pictures, or those that are named."""
    wanted = sys.argv[1:]
    for picture in PICTURES:
        if not wanted or picture.name in wanted:
            take(picture)


if __name__ == "__main__":
    main()
