"""Choices about the desk itself: light or dark, which language. Kept in the settings."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from editor.ui.look import fonts, theme

LOOKS, LANGUAGE = "appearance", "language"
"""Where the choices are kept in the settings."""
_translators: list[QTranslator] = []
"""Those that are installed."""


def choose(choice: str) -> None:
    """Have what the system draws (title bars, dialogs) `light`, `dark` or, empty, as it likes."""
    schemes = QtCore.Qt.ColorScheme
    scheme = {"light": schemes.Light, "dark": schemes.Dark}.get(choice, schemes.Unknown)
    QGuiApplication.styleHints().setColorScheme(scheme)


def set_up(app: QApplication, settings: QSettings) -> None:
    """Language, type and colours, before the first window is made."""
    language = str(settings.value(LANGUAGE, ""))
    chinese = language == "zh" or (
        not language and QLocale.system().language() is QLocale.Language.Chinese
    )
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en"))
    while _translators:
        app.removeTranslator(_translators.pop())
    from editor.resources import resource

    own = str(resource("translations"))
    names = [f"{own}/galley_en.qm"]
    if chinese:
        qt_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        names = [f"{qt_own}/qtbase_zh_CN.qm", f"{own}/galley_zh_CN.qm"]
    for name in names:
        translator = QTranslator()
        if translator.load(name):
            app.installTranslator(translator)
            _translators.append(translator)
    theme.see_system(app)
    choice = str(settings.value(LOOKS, ""))
    app.setProperty(theme.CHOICE, choice)
    if choice in ("light", "dark"):
        choose(choice)
    base = app.property("base font")
    if not isinstance(base, QFont):
        base = QFont(app.font())
        app.setProperty("base font", base)
    app.setFont(fonts.desk_font(base))
    paint(app)


def paint(app: QApplication) -> None:
    """Put the present theme on."""
    colours = theme.current()
    app.setPalette(theme.palette(colours))
    app.setStyleSheet(theme.style_sheet(colours))
