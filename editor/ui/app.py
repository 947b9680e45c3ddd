"""The start of the window: it is shown with its raw text first, and read after that."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from editor.resources import resource, sample_page
from editor.ui import memory, windows
from editor.ui.look import appearance
from editor.ui.settings import choices
from editor.ui.window import Window

if TYPE_CHECKING:
    from editor.copyholder import Copyholder
    from editor.files.errors import FileError
    from editor.files.recovery import Found
    from editor.ui.dialogs import Dialogs

NAME, STYLE = "Galley", "Fusion"
LOOK = 1500
"""Milliseconds after the start until it is looked for work that a crash left."""
DOOR = 1000
"""Milliseconds after the start until second starts may come in."""
STEP = 32
"""Pixels between a window and the next one that is opened."""
SWITCH = 0.0005
"""Seconds for which a thread keeps the interpreter from the window's.

Every call of Qt lets it go, and asks for it again: with Python's own five milliseconds a key
took a sixth of a second while a thread read a page or a dictionary.
"""
_windows: list[Window] = []


def run(
    paths: Sequence[Path],
    lost: Sequence[FileError] = (),
    copyholder: Copyholder | None = None,
) -> int:
    """Show the files in windows until all are closed; the exit code.

    Without files: what was open last. `lost`: why others that were wanted cannot be opened.
    `copyholder`: reads a page for the first window.
    """
    app = make_app()
    settings = QSettings()
    from editor.ui.trouble import Trouble

    trouble = Trouble(_open_text, app)
    trouble.install()
    sample = sample_page()
    wanted = by_window(paths) if paths else choices.first_paths(settings, sample)
    greets = wanted == [[sample]] and not settings.value(choices.GREETED)
    for group in wanted or [[]]:
        window = open_window(group, settings, copyholder=copyholder)
        copyholder = None
        if greets:
            greet(window)
        if os.environ.get("GALLEY_STARTUP_PROBE"):
            _probe(window)
    window.when_whole(take_icon)
    if lost:
        window.when_whole(lambda: window.room.documents.not_opened(*lost))
    QTimer.singleShot(LOOK, lambda: look_for_unsaved(window))
    QTimer.singleShot(LOOK, memory.started)
    QTimer.singleShot(DOOR, lambda: let_in(app, settings))
    if sys.platform == "darwin":  # a double click comes as an event there
        from editor.ui.doorway import Handed

        Handed(lambda files: bring(files, settings), app)
    return int(app.exec())


def let_in(app: QApplication, settings: QSettings) -> bool:
    """Open the door for second starts; whether this Galley is the one that has it."""
    from editor.ui.doorway import Doorway

    return Doorway(lambda files, token: bring(files, settings, token), app).listen()


def bring(files: Sequence[Path], settings: QSettings, token: str = "") -> None:
    """Open what a second start was given, each where it stands already or in a window."""
    if token:  # without it the system keeps the window in the background
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    for group in by_window(files):
        there = windows.of(settings)
        stands = [one for one in there if len(group) == 1 and one.shows(group[0])]
        empty = [one for one in there if one.is_empty()]
        if stands:
            window = stands[0]
        elif empty:
            window = empty[0]
            window.room.documents.open_paths(group)
        else:
            window = open_window(group, settings, there[-1]._dialogs if there else None)
        window.setWindowState(window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()


def _open_text() -> str:
    """The text of the page in the window in use."""
    window = QApplication.activeWindow()
    room = window._room if isinstance(window, Window) else None
    return room.session.page.source.text if room is not None and room.session is not None else ""


def look_for_unsaved(window: Window) -> None:
    """Offer what a crash left, once the window has nothing better to do."""
    from editor.ui.recovery import RecoveryDialog

    if not window.isVisible():
        return
    room = window.room

    def job() -> list[Found]:
        from editor.files import recovery

        claimed = [recovery.claim(found) for found in recovery.unsaved()]
        return [found for found in claimed if found is not None]

    def done(found: list[Found]) -> None:
        if found:
            RecoveryDialog(window, found, restore, decline, window.dialogs).show()

    def restore(found: Found) -> None:
        target = window
        if room.session is not None:
            target = open_window([], window.settings, window._dialogs)
        target.room.documents.open_recovered(found)
        target.raise_()
        target.activateWindow()

    def decline(found: Found) -> None:
        from editor.files import recovery

        room.background.run(lambda: recovery.forget(found), lambda _: None, lambda _: None)

    room.background.run(job, done, lambda _: None)


def make_app() -> QApplication:
    """The application with its language, type and colours."""
    sys.setswitchinterval(SWITCH)
    memory.begin()
    found = QApplication.instance()
    if isinstance(found, QApplication):
        app = found
        app.setStyle(STYLE)
    else:  # the other way would have Python make all that a style is asked by
        app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName(NAME)
    app.setOrganizationName(NAME)
    app.setDesktopFileName("galley")
    appearance.set_up(app, QSettings())
    return app


def by_window(paths: Sequence[Path]) -> list[list[Path]]:
    """What has a window of its own: all pages of text together, and each project."""
    texts = [path for path in paths if path.suffix.lower() != ".galley"]
    projects = [[path] for path in paths if path not in texts]
    return [texts, *projects] if texts else projects


def open_window(
    paths: Sequence[Path],
    settings: QSettings,
    dialogs: Dialogs | None = None,
    copyholder: Copyholder | None = None,
) -> Window:
    """A new window, with a project or pages where some are given."""
    window = Window(settings, dialogs, copyholder)
    if _windows and not window.isMaximized():  # not exactly on the one before
        window.move(_windows[-1].pos() + QPoint(STEP, STEP))
        least = window.screen().availableGeometry().bottomRight() - window.pos()
        window.resize(window.size().boundedTo(QSize(least.x(), least.y())))
    _windows.append(window)
    window.destroyed.connect(lambda: _windows.remove(window) if window in _windows else None)
    if len(paths) == 1:
        window.open_path(paths[0])
    else:
        window.complete()
        if paths:
            window.room.documents.open_paths(paths)
    window.show()
    return window


def take_icon() -> None:
    """Give all windows their icon."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (32, 256):
        icon.addFile(str(resource(f"icons/galley-{size}.png")), QSize(size, size))
    QApplication.setWindowIcon(icon)


def greet(window: Window) -> None:
    """Show the first hints as soon as the window is whole."""
    window.when_whole(lambda: window.room.hints.open())


def _probe(window: Window) -> None:
    """Tell when the raw text and when the reading was first painted, then end."""
    told: set[str] = set()

    def tell(name: str) -> None:
        if name not in told:
            told.add(name)
            sys.stderr.write(f"{name} {time.monotonic_ns()}\n")
            sys.stderr.flush()

    def proof_painted() -> None:
        if window.is_read and "T2" not in told:
            tell("T2")
            QTimer.singleShot(0, QApplication.quit)

    window.desk.raw.painted.connect(lambda: tell("T1"))
    window.read.connect(lambda: window.desk.proof.painted.connect(proof_painted))
    window.completed.connect(lambda: window.desk.proof.painted.connect(proof_painted))
