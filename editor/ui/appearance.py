"""Choices about the desk itself: light or dark, which language. Kept in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QActionGroup, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from editor.ui import fonts, theme

translate = QCoreApplication.translate

SCHEMES = {
    "": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def set_up(app: QApplication, settings: QSettings) -> None:
    """Language, type and colours, before the first window is made."""
    language = str(settings.value("language", ""))
    chinese = language == "zh" or (
        not language and QLocale.system().language() is QLocale.Language.Chinese
    )
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en"))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if chinese:
        from editor.resources import resource

        qt_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name in (f"{qt_own}/qtbase_zh_CN.qm", str(resource("translations/galley_zh_CN.qm"))):
            translator = QTranslator(app)
            if translator.load(name):
                app.installTranslator(translator)
    choice = str(settings.value("appearance", ""))
    app.setProperty(theme.CHOICE, choice)
    if choice in ("light", "dark"):  # for what the system draws: title bars, dialogs
        QGuiApplication.styleHints().setColorScheme(SCHEMES[choice])
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


def add_menus(
    menu: QMenu, settings: QSettings, told: Callable[[str], None], repaint: Callable[[], None]
) -> None:
    """The choices of appearance and language, at the end of the View menu.

    `told` says something to the editor; `repaint` puts the chosen theme on.
    """
    menu.addSeparator()
    looks = menu.addMenu(translate("Appearance", "Appearance"))
    _choices(
        looks,
        (
            ("", translate("Appearance", "As the system")),
            ("light", translate("Appearance", "Light")),
            ("dark", translate("Appearance", "Dark")),
        ),
        str(settings.value("appearance", "")),
        lambda value: _set_scheme(settings, value, repaint),
    )
    languages = menu.addMenu(translate("Appearance", "Language"))

    def choose(value: str) -> None:
        settings.setValue("language", value)
        told(translate("Appearance", "The language changes when Galley starts the next time."))

    _choices(
        languages,
        (("", translate("Appearance", "As the system")), ("zh", "中文"), ("en", "English")),
        str(settings.value("language", "")),
        choose,
    )


def _set_scheme(settings: QSettings, value: str, repaint: Callable[[], None]) -> None:
    settings.setValue("appearance", value)
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(theme.CHOICE, value)
    QGuiApplication.styleHints().setColorScheme(SCHEMES[value])
    repaint()


def _choices(
    menu: QMenu,
    entries: tuple[tuple[str, str], ...],
    now: str,
    chosen: Callable[[str], None],
) -> None:
    group = QActionGroup(menu)
    for value, label in entries:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _=False, taken=value: chosen(taken))
        group.addAction(action)
