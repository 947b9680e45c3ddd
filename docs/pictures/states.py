"""Takes every state of the desk in every look, to be looked at together.

`python docs/pictures/states.py FOLDER [NAME…]`: all of them, or those that are named (`find`, or
in one look `find-zh-dark`); light and dark, Chinese and English, at 1280×720 as it is and at
200 %, each scale in a folder of its own.
Each is the window on the sample page or on three pages of an issue after real key presses and
mouse moves, as in `take.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from take import Picture, Step, joined, keys, letters, paper, press, settings, take, wait

from editor.files.lock import Owner
from editor.files.recovery import Found
from editor.model.places import Span
from editor.ui.commands import MENUS
from editor.ui.dialogs import Dialogs
from editor.ui.proof.places import Point
from editor.ui.recovery import RecoveryDialog
from editor.ui.settings import choices
from editor.ui.settings.window import KEYS
from editor.ui.trouble import TroubleDialog
from editor.ui.window import Window

HERE = Path(__file__).resolve().parent


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


def button(name: str) -> Step:
    """Open a menu under the menu button."""

    def popup(window: Window) -> None:
        part = window.room.menu.findChild(QMenu, name)
        assert isinstance(part, QMenu)
        part.popup(window.mapToGlobal(QPoint(14, 44)))

    return popup


def narrow(width: int, height: int = 640) -> Step:
    """As small as a part of a laptop's screen."""
    return lambda window: window.resize(width, height)


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
    body(window)
    press(window, "Ctrl+V")
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


def asked(ask: Callable[[Dialogs, Window], object]) -> Step:
    """Have a question asked in a window of its own."""
    return lambda window: ask(Dialogs(), window) and None


def damaged(window: Window) -> None:
    """Open a project whose file is damaged."""
    path = Path(tempfile.mkdtemp()) / "12-15.galley"
    path.write_text('{"galley": 1, "pages": [{"key": "p1"', "utf-8")
    window.room.open_path(path)
    rest(window)


def known(window: Window) -> None:
    """Have opened files before, of which one is gone."""
    paths = [*sorted((HERE / "issue").glob("*.txt")), Path("/home/editor/2025/12-14.galley")]
    window.room.recent._keep(paths)


def recent(window: Window) -> None:
    """List them."""
    window.room.recent.menu.popup(window.mapToGlobal(QPoint(14, 44)))


def _files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (HERE / "issue").glob("*.txt")])
    return data


LEFT, HELD, COPY = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.DropAction.CopyAction,
)


def dragged(window: Window) -> None:
    """Carry several files over the window."""
    window.carried = _files()  # type: ignore[attr-defined]  # Qt does not keep it
    event = QDragEnterEvent(QPoint(600, 400), COPY, window.carried, LEFT, HELD)  # type: ignore[attr-defined]
    QApplication.sendEvent(window, event)


def dropped(window: Window) -> None:
    """Let them go."""
    event = QDropEvent(QPointF(600, 400), COPY, window.carried, LEFT, HELD)  # type: ignore[attr-defined]
    QApplication.sendEvent(window, event)


def house(window: Window) -> None:
    """Have a house file that says more than the project keeps."""
    path = Path(tempfile.mkdtemp()) / "house.toml"
    path.write_text(HOUSE, "utf-8")
    choices.set_house(window.settings, str(path))
    window.room.suspects.house.open()
    wait(window.desk.house.isVisible)


HOUSE = """
format = 1

[checks]
numerals = "error"
sum = "off"

[terms]
"渡船" = "轮渡"
"水位站" = "水文站"

[roster]
names = ["梁文渊"]
"""


def taken(window: Window) -> None:
    """Press a key that another command has."""
    window.room.open_settings(KEYS)
    own = window.room.does.desk._settings
    assert own is not None
    QTest.keyClick(own.keys.fields[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def trouble(window: Window) -> None:
    """Meet an error of the program."""
    window.activateWindow()
    TroubleDialog(ValueError("a page without lines"), "", ()).setParent(
        window, Qt.WindowType.Dialog
    )
    window.findChildren(TroubleDialog)[-1].show()


def left(window: Window) -> None:
    """Start after a crash."""
    folder, now = Path(tempfile.mkdtemp()), "2025-12-15T02:00:00Z"
    session = window.room.session
    assert session is not None
    kept, path = session.project, "/home/editor/12-15.galley"
    found = [Found(folder, path, "12-15.galley", kept, 12, session.history.steps[-2:], now)]
    found.append(Found(folder, "", "", kept, 1, session.history.steps[-1:], now))
    RecoveryDialog(window, found, print, print, Dialogs()).open()


def chinese(text: str) -> Step:
    """Paste a word where the focus is."""

    def paste(window: Window) -> None:
        QGuiApplication.clipboard().setText(text)
        press(window, "Ctrl+V")

    return paste


def written(window: Window) -> None:
    """Wait for what would be written, and how it looks."""
    wait(lambda: bool(window.room.export.dialog.list.toPlainText()), 60_000)
    rest(window)


def found(window: Window) -> None:
    """Wait for what is found on all pages."""
    wait(window.room.find.bar._preview.isEnabled, 60_000)


def everywhere(window: Window) -> None:
    """Find in all pages."""
    window.room.find.bar.everywhere.click()


def body(window: Window) -> None:
    """Go to the second line of the first article's text, however wide the window is."""
    reading = window.room.reading
    assert reading is not None
    at = reading.articles[0].blocks[0].text.span.start + 20
    window.room.go_to(Span(at, at))


ASKING = keys(*("Ctrl+PgDown",) * 3)
"""To the sample's article without a headline."""

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
    "corrections": (body, letters("ab"), keys("Right", "Del", "Down", "Del"), tab(2)),
    "original": (body, keys("Shift+Right", "Shift+Right"), letters("ab"), on_edit),
    "history": (body, keys("Right", "Right", "Return", "Ctrl+6", "Ctrl+Z"), tab(3)),
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
    "menu": (body, keys("Shift+Right", "Shift+Right"), letters("x"), menu),
    "menu-outline": (outline, menu),
    **{f"menu-{name.split()[0].lower()}": (body, button(name)) for name in MENUS},
    "pick": (body, keys("Ctrl+M")),
    "white-space": (keys("F6", "Ctrl+Shift+B"),),
    "narrow-790": (narrow(790), keys("F8")),
    "narrow-960": (narrow(960, 540), keys("F8")),
    "empty": (closed,),
    "empty-recent": (known, closed),
    "recent": (known, recent),
    "dragged": (dragged,),
    "dragged-empty": (closed, dragged),
    "dropped": (dragged, dropped),
    "house": (faulty, house),
    "forms-f7": (faulty, forms, keys("F7")),
    "about": (lambda window: window.room.does.desk.about(),),
    "damaged": (damaged,),
    "unsaved": (asked(lambda ask, window: ask.unsaved(window, "12-15 要闻", print)),),
    "not-saved": (
        asked(lambda ask, window: ask.not_saved(window, "The disk is full. 磁盘已满。", print)),
    ),
    "changed": (asked(lambda ask, window: ask.changed_outside(window, "12-15.galley", print)),),
    "held": (
        asked(
            lambda ask, window: ask.held(
                window, "12-15.galley", Owner(1, "desk-2", "", "2025-12-15T02:00:00Z", ""), print
            )
        ),
    ),
    "trouble": (trouble,),
    "recovery": (keys("Ctrl+6", "Down", "Ctrl+D"), left),
    "throw-away": (asked(lambda ask, window: ask.throw_away(window, 3, print)),),
    "previous": (
        asked(lambda ask, window: ask.previous(window, "12-15", "2025-12-15T02:00:00Z", print)),
    ),
    "open": (asked(lambda ask, window: ask.open_paths(window, print)),),
    "palette-all": (keys("Ctrl+K"),),
    "key-taken": (taken,),
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
        chinese("书院"),
        keys("Tab"),
        chinese("书馆"),
        rest,
        found,
        keys("Return"),
        rest,
    ),
    "export": (joined, keys("Ctrl+E"), written),
}
LOOKS = (("zh", "light"), ("en", "light"), ("zh", "dark"), ("en", "dark"))
SMALL = QSize(1280, 720)
SCALED = "QT_SCALE_FACTOR"
"""What Qt takes at the start only: each scale is a process of its own."""


def main() -> None:
    """All states, or those that are named."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    if SCALED not in os.environ:
        for scale in ("1", "2"):
            own = [sys.executable, __file__, str(folder / f"{scale}x"), *names]
            subprocess.run(own, env={**os.environ, SCALED: scale}, check=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, steps in (STATES | ISSUE).items():
        for language, looks in LOOKS:
            shown = f"{name}-{language}-{looks}"
            if not names or name in names or shown in names:
                take(Picture(shown, language, looks, steps, name in ISSUE, SMALL), folder)


if __name__ == "__main__":
    main()
