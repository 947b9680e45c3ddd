"""The menus in which the editor chooses light or dark and the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from editor.ui.look import theme
from editor.ui.look.appearance import LANGUAGE, LOOKS, choose

translate = QCoreApplication.translate


def looks() -> tuple[tuple[str, str], ...]:
    """The appearances that can be chosen, and what they are called."""
    return (
        ("", translate("Appearance", "As the system")),
        ("light", translate("Appearance", "Light")),
        ("dark", translate("Appearance", "Dark")),
    )


def languages() -> tuple[tuple[str, str], ...]:
    """The languages that can be chosen, each by its own name."""
    return (("", translate("Appearance", "As the system")), ("zh", "中文"), ("en", "English"))


def add_menus(
    menu: QMenu, settings: QSettings, speak: Callable[[str], None], repaint: Callable[[], None]
) -> None:
    """The choices of appearance and language, at the end of the View menu.

    `speak` changes the language; `repaint` puts the chosen theme on every window.
    """
    menu.addSeparator()
    _choices(
        menu.addMenu(translate("Appearance", "Appearance")),
        looks(),
        lambda: str(settings.value(LOOKS, "")),
        lambda value: set_scheme(settings, value, repaint),
    )

    _choices(
        menu.addMenu(translate("Appearance", "Language")),
        languages(),
        lambda: str(settings.value(LANGUAGE, "")),
        speak,
    )


def set_scheme(settings: QSettings, value: str, repaint: Callable[[], None]) -> None:
    """Keep an appearance, and put it on every window."""
    settings.setValue(LOOKS, value)
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(theme.CHOICE, value)
    choose(value)
    repaint()


def _choices(
    menu: QMenu,
    entries: tuple[tuple[str, str], ...],
    now: Callable[[], str],
    chosen: Callable[[str], None],
) -> None:
    group = QActionGroup(menu)
    for value, label in entries:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda _=False, taken=value: chosen(taken))
        group.addAction(action)

    def tick() -> None:
        for action in group.actions():
            action.setChecked(action.data() == now())

    menu.aboutToShow.connect(tick)  # another window may have chosen since
