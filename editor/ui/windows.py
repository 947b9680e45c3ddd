"""The windows of the program together: what the next start opens again, and closing them all.

Windows that close one right after another until none is left were the desk of one evening, whether
one command closed them, the desktop at logout, or a hand: all of them come back.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.model.project import Project
    from editor.ui.window import Window

TOGETHER = 5.0
"""Seconds between windows that close together."""
_given_up: WeakKeyDictionary[Window, Project] = WeakKeyDictionary()
"""What was not to be saved, in a window that then stayed: it is not asked about again."""
_closed: list[tuple[float, str, list[Path]]] = []


def of(settings: QSettings) -> list[Window]:
    """The open windows that have these settings, the oldest first."""
    from editor.ui.window import Window

    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    same = settings.fileName()
    open_now = [one for one in found if one.settings.fileName() == same and not one.is_closing]
    return sorted(open_now, key=lambda one: one.number)


def closes(window: Window) -> None:
    """Write down for the next start what is open besides a window that closes.

    Where nothing is: what was open in it, and in those that closed just before.
    """
    name, now = window.settings.fileName(), time.monotonic()
    before = [one for one in _closed if one[1] == name]
    if before and now - before[-1][0] > TOGETHER:
        before = []
    _closed[:] = [*before, (now, name, window.files)]
    left = [one.files for one in of(window.settings) if one is not window]
    choices.set_open(window.settings, left or [files for _, _, files in _closed])


def close_all(settings: QSettings) -> None:
    """Close all windows once the unsaved work of each is safe; none where one is cancelled.

    What was given up before a later window was cancelled is not asked about again, unless it is
    worked on.
    """

    def go_on(asked: list[Window]) -> None:
        if not asked:
            for one in of(settings):
                one.close_now()
            return
        first, *others = asked
        first.raise_()
        first.activateWindow()
        first.room.when_safe(lambda: safe(first, others))

    def safe(first: Window, others: list[Window]) -> None:
        session = first.room.session
        if session is not None and session.dirty:
            _given_up[first] = session.project
        go_on(others)

    go_on([one for one in of(settings) if one.is_dirty and not _is_given_up(one)])


def _is_given_up(window: Window) -> bool:
    session = window.room.session
    return session is not None and _given_up.get(window) is session.project
