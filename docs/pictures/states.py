"""Takes every state of the desk, light and dark, Chinese and English, to be looked at together.

`python docs/pictures/states.py FOLDER [NAME…]`: all of them, or those that are named. Each is the
window on the sample page or on three pages of an issue after real key presses and mouse moves, as
in `take.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from take import Picture, Step, joined, keys, letters, paper, press, settings, take, wait

from editor.ui.commands import STRUCTURE
from editor.ui.proof.places import Point
from editor.ui.window import Window


def tab(number: int) -> Step:
    """Click a tab of the side panel."""

    def click(window: Window) -> None:
        tabs = [one for one in window.desk.dock.findChildren(QToolButton) if one.isCheckable()]
        QTest.mouseClick(tabs[number], Qt.MouseButton.LeftButton)

    return click


def hover(window: Window) -> None:
    """Put the mouse on the ribbon in the middle of the strip."""
    strip = window.desk.ribbons
    QTest.mouseMove(strip, QPoint(strip.width() // 2, strip.height() // 2))


def menu(window: Window) -> None:
    """Open the menu of the place that is looked at."""
    room = window.room
    room.menus.show(room.menus.point())


def outline(window: Window) -> None:
    """Go to the third article in the outline."""
    window.desk.outline.list.setFocus()
    for _ in range(2):
        QTest.keyClick(window.desk.outline.list, Qt.Key.Key_Down)


def button(window: Window) -> None:
    """Open the Structure menu under the menu button."""
    part = window.room.menu.findChild(QMenu, STRUCTURE)
    assert isinstance(part, QMenu)
    part.popup(window.mapToGlobal(QPoint(14, 44)))


def narrow(window: Window) -> None:
    """As small as a laptop's half screen."""
    window.resize(900, 640)


def closed(window: Window) -> None:
    """Nothing is open."""
    window.room.documents.closed.emit()


def rest(window: Window) -> None:
    """Wait until what is worked out beside the window is there."""
    QTest.qWait(1200)


def offers(window: Window) -> None:
    """List what jump lines say."""
    wait(lambda: bool(window.room.linking.offers))
    press(window, "Ctrl+Shift+L")


def clipboard(window: Window) -> None:
    """Have text in the clipboard."""
    QGuiApplication.clipboard().setText("渡船停航")


def faulty(window: Window) -> None:
    """Paste a sentence with slips into the text, and have it checked."""
    QGuiApplication.clipboard().setText("水己经退了，路己经通了，入民很高兴,这是第第三次。")
    for name in (*("Down",) * 4, "Ctrl+V"):
        press(window, name)
    checking = window.room.suspects.checking
    wait(lambda: checking.rests and len(window.room.suspects.open) > 2, 60_000)


def forms(window: Window) -> None:
    """List all doubtful forms of the project."""
    press(window, "Alt+Shift+F7")
    wait(window.desk.forms.isVisible, 60_000)


def on_edit(window: Window) -> None:
    """Put the mouse on the first corrected character in the proof."""
    proof = window.desk.proof
    (index, start, _), *_ = proof.proof.corrected(range(len(proof.proof.shown)))
    cursor = proof.textCursor()
    cursor.setPosition(proof.proof.position(Point(index, start)))
    box = proof.cursorRect(cursor)
    QTest.mouseMove(proof.viewport(), QPoint(box.right() + 6, box.center().y()))
    QTest.qWait(900)


def everywhere(window: Window) -> None:
    """Find in all pages."""
    window.room.find.bar.everywhere.click()


ASKING = keys(*("Ctrl+PgDown",) * 3)
"""To the sample's article without a headline."""
BODY = keys(*("Down",) * 4)

STATES: dict[str, tuple[Step, ...]] = {
    "read": (),
    "doubt": (keys("F8"),),
    "doubt-headline": (keys(*("F8",) * 4),),
    "same": (keys("F8", "Space", "Ctrl+F8"),),
    "headline": (ASKING, keys("F2")),
    "suggestions": (ASKING, keys("F2", "Tab", "Down")),
    "fields": (keys("F2", "Tab"),),
    "tray": (keys("Home", "Ctrl+9"), ASKING),
    "ribbon": (hover,),
    "corrections": (BODY, letters("ab"), keys("Right", "Del", "Down", "Del"), tab(2)),
    "original": (BODY, keys("Shift+Right", "Shift+Right"), letters("ab"), on_edit),
    "history": (BODY, keys("Right", "Right", "Return", "Ctrl+6", "Ctrl+Z"), tab(3)),
    "suspects": (faulty, tab(1)),
    "suspect": (faulty, tab(1), keys("F7")),
    "suspects-same": (faulty, keys("F7", "Ctrl+F7")),
    "forms": (faulty, forms),
    "find": (keys("Ctrl+F"), letters("10")),
    "replace": (keys("Ctrl+H"), letters("10"), keys("Tab"), letters("12"), keys("Return")),
    "style": (keys("Ctrl+Shift+Y"),),
    "left-out": (keys("Ctrl+PgDown", "Ctrl+Shift+E"),),
    "done": (keys("Ctrl+D", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+D"),),
    "message": (keys("Down", "Down", "Down", "End", "Return"),),
    "palette": (keys("Ctrl+K"), letters("bt")),
    "menu": (BODY, keys("Shift+Right", "Shift+Right"), letters("x"), menu),
    "menu-outline": (outline, menu),
    "menu-button": (BODY, button),
    "pick": (BODY, keys("Ctrl+M")),
    "white-space": (keys("F6", "Ctrl+Shift+B"),),
    "narrow": (narrow, keys("F8")),
    "empty": (closed,),
    "hints": (lambda window: window.room.hints.open(),),
    "encoding": (keys("Ctrl+Shift+U"), rest),
    "keys": (keys("F1"),),
    "print": (paper,),
    "settings-0": (settings(0),),
    "settings-1": (settings(1),),
    "settings-2": (settings(2),),
    "settings-3": (settings(3),),
    "raw": (keys("F6", "Down", "Down", "Shift+Down", "Shift+Down"),),
}
ISSUE: dict[str, tuple[Step, ...]] = {
    "pages": (joined,),
    "links": (keys("Alt+PgDown"), offers),
    "page-name": (keys("Alt+PgDown"), keys("Shift+F2")),
    "pasted": (clipboard, keys("F6", "Ctrl+V")),
    "replace-everywhere": (
        keys("Ctrl+H"),
        everywhere,
        letters("2025"),
        keys("Tab"),
        letters("2026"),
        keys("Return", "Return"),
    ),
    "export": (joined, keys("Ctrl+E"), rest),
}
LOOKS = (("zh", "light"), ("en", "light"), ("zh", "dark"), ("en", "dark"))


def main() -> None:
    """All states, or those that are named."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    for name, steps in (STATES | ISSUE).items():
        for language, looks in LOOKS if not names or name in names else ():
            shown = f"{name}-{language}-{looks}"
            take(Picture(shown, language, looks, steps, name in ISSUE), folder)


if __name__ == "__main__":
    main()
