"""Another language at once: each window is closed and opened again with what it shows.

Unsaved work is asked about first; a window that is not let go stays as it is, and so does one
whose page has no file yet: nothing is lost for a language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from editor.ui.look import appearance
from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.ui.room import Room


def speak(settings: QSettings, language: str) -> None:
    """Keep a language (`zh`, `en`, or the system's) and let every window speak it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or settings.value(appearance.LANGUAGE, "") == language:
        return
    settings.setValue(appearance.LANGUAGE, language)
    appearance.set_up(app, settings)
    QTimer.singleShot(0, app, lambda: choices.to_all(settings, _open_again))


def _open_again(room: Room) -> None:
    documents = room.documents
    if room.session is not None and not documents.files:
        return

    def now() -> None:
        from editor.ui.app import open_window

        old, geometry, state = room.window, room.window.geometry(), room.window.windowState()
        shut = QApplication.quitOnLastWindowClosed()
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            files = documents.files  # saved meanwhile, it may be another one
            if old.close():  # first: it holds its project
                again = open_window(files, room.settings, room.dialogs)
                again.setGeometry(geometry)
                again.setWindowState(state)
                again.activateWindow()
        finally:
            QApplication.setQuitOnLastWindowClosed(shut)

    room.when_safe(now)
