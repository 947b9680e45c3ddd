"""Every colour of the desk, twice: light and dark, by what it means and not by where it stands.

Text colours reach 4.5:1 on the ground they are used on (a test holds it), and no colour is the
only sign of anything: headlines are bold, doubts dotted, corrections struck through, and each
role but the body's has a character of its own beside its lines.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPalette

from editor.model.structure import Role
from editor.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Theme(NamedTuple):
    """One set of colours, as `#rrggbb`. `soft` colours are grounds, the others ink or lines."""

    dark: bool
    panel: str
    desk: str
    sheet: str
    line: str
    hover: str
    ink: str
    quiet: str
    faint: str
    accent: str
    accent_ink: str
    accent_strong: str
    accent_soft: str
    select: str
    doubt: str
    doubt_soft: str
    wrong: str
    right: str
    right_soft: str
    found: str
    headline: str
    byline: str
    dateline: str
    crosshead: str
    note: str
    caption: str
    bar: str


LIGHT = Theme(
    dark=False,
    panel="#fbfbfc",
    desk="#f3f4f6",
    sheet="#ffffff",
    line="#e3e5ea",
    hover="#eceef2",
    ink="#1b1e24",
    quiet="#5b6371",
    faint="#8b93a0",
    accent="#1a5fd0",
    accent_ink="#ffffff",
    accent_strong="#124caa",
    accent_soft="#e7f0fe",
    select="#d8e7fd",
    doubt="#a84a06",
    doubt_soft="#fdecd2",
    wrong="#b52f0e",
    right="#14763c",
    right_soft="#dcf3e4",
    found="#ffefa3",
    headline="#7a2fdc",
    byline="#0a6b5e",
    dateline="#165bc6",
    crosshead="#9a3aa0",
    note="#7a5b00",
    caption="#4d6474",
    bar="#c3c7d3",
)

DARK = Theme(
    dark=True,
    panel="#21252c",
    desk="#1b1e24",
    sheet="#262b33",
    line="#323842",
    hover="#2c323b",
    ink="#e6e9ee",
    quiet="#a0a8b5",
    faint="#6c7584",
    accent="#6ea8fe",
    accent_ink="#10151d",
    accent_strong="#93bfff",
    accent_soft="#22344f",
    select="#1e3a6b",
    doubt="#f0b054",
    doubt_soft="#46331a",
    wrong="#ff8a65",
    right="#5fd08a",
    right_soft="#1f3b2b",
    found="#423b14",
    headline="#b992fa",
    byline="#54d1b8",
    dateline="#7db2ff",
    crosshead="#dd92e0",
    note="#d9bd62",
    caption="#9db4c4",
    bar="#4b5363",
)


CHOICE = "galley appearance"
"""The application's property that holds the editor's choice: `light`, `dark` or nothing."""
SYSTEM = "galley system is dark"
"""The application's property that holds whether the system asks for dark."""


def current() -> Theme:
    """The theme that the editor chose, or else the one that the system asks for."""
    app = QGuiApplication.instance()
    if app is None:
        return LIGHT
    choice = app.property(CHOICE)
    dark = choice == "dark" if choice in ("light", "dark") else app.property(SYSTEM)
    return DARK if dark else LIGHT


def see_system(app: QGuiApplication) -> None:
    """See whether the system asks for dark, by the colours that it gives; once, before ours.

    Qt says it by an enumeration too, for which it makes hundreds: not before the first paint.
    """
    if app.property(SYSTEM) is None:
        app.setProperty(SYSTEM, app.palette().window().color().lightness() < 128)


def follow_system(app: QGuiApplication, scheme: Qt.ColorScheme) -> None:
    """The system asks for something else from now on."""
    app.setProperty(SYSTEM, scheme.name == "Dark")


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A `#rrggbb` of a theme as a colour; `alpha` from 0 to 1."""
    found = QColor(name)
    found.setAlphaF(alpha)
    return found


@cache
def brush(name: str) -> QBrush:
    """A `#rrggbb` of a theme to fill or to write with, from a palette.

    Where one is made of a colour, or set on a painter, Python has hundreds of enumerations made to
    know which kind of a brush is meant: not before the first paint.
    """
    box = QPalette()
    box.setColor(QPalette.ColorRole.Base, QColor(name))
    return box.base()


def role_ink(theme: Theme, role: Role) -> str:
    """The colour of text that has this role."""
    if role.heads:
        return theme.headline
    named = {
        Role.BYLINE: theme.byline,
        Role.DATELINE: theme.dateline,
        Role.CROSSHEAD: theme.crosshead,
        Role.NOTE: theme.note,
        Role.CAPTION: theme.caption,
        Role.FURNITURE: theme.quiet,
    }
    return named.get(role, theme.ink)


def role_bar(theme: Theme, role: Role) -> str:
    """The colour of the gutter beside text that has this role."""
    if role is Role.BODY:
        return theme.bar
    return theme.line if role is Role.FURNITURE else role_ink(theme, role)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own widgets take it."""
    found = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, theme.panel),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.hover),
        (roles.Text, theme.ink),
        (roles.PlaceholderText, theme.quiet),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.ink),
        (roles.BrightText, theme.wrong),
        (roles.ToolTipBase, theme.sheet),
        (roles.ToolTipText, theme.ink),
        (roles.Highlight, theme.select),
        (roles.HighlightedText, theme.ink),
        (roles.Link, theme.accent),
        (roles.Accent, theme.accent),
        (roles.Mid, theme.line),
        (roles.Midlight, theme.line),
        (roles.Dark, theme.faint),
        (roles.Light, theme.sheet),
        (roles.Shadow, theme.faint),
    ):
        found.setColor(role, QColor(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return found


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say: the buttons of bars, menus, tabs and splitters."""
    t = theme
    looks = "dark" if t.dark else "light"
    check, down, up = (
        resource(f"icons/{name}-{looks}.svg").as_posix() for name in ("check", "down", "up")
    )
    return f"""
    QCheckBox::indicator, QListWidget::indicator {{ width: 14px; height: 14px;
        border: 1px solid {t.quiet}; border-radius: 4px; background: {t.sheet}; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{ image: url("{check}");
        background: {t.accent}; border-color: {t.accent}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {t.accent}; }}
    QCheckBox:focus {{ color: {t.accent}; }}
    QLabel#quiet {{ color: {t.quiet}; font-weight: 600; }}
    QLabel#accent {{ color: {t.accent}; font-weight: 700; }}
    QLabel#small {{ color: {t.quiet}; }}
    QLabel#title {{ color: {t.ink}; font-weight: 700; }}
    QFrame#rule {{ background: {t.line}; }}
    QToolButton {{ border: 0; border-radius: 6px; padding: 4px 9px; color: {t.ink}; }}
    QToolButton:hover, QToolButton:focus {{ background: {t.hover}; }}
    QToolButton:pressed, QToolButton:open {{ background: {t.accent_soft}; }}
    QToolButton:disabled {{ color: {t.faint}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton#primary {{ background: {t.accent}; color: {t.accent_ink}; padding: 5px 12px; }}
    QToolButton#primary:hover, QToolButton#primary:focus {{ background: {t.accent_strong}; }}
    QToolButton#primary:disabled {{ background: {t.hover}; color: {t.faint}; }}
    QToolButton#plain {{ border: 1px solid {t.line}; background: {t.sheet}; padding: 4px 11px; }}
    QToolButton#plain:hover, QToolButton#plain:focus {{ border-color: {t.accent}; }}
    QToolButton#tab {{ color: {t.quiet}; border-radius: 0; padding: 6px 2px 5px 2px;
        margin: 0 2px; border-bottom: 2px solid transparent; }}
    QToolButton#tab:hover, QToolButton#tab:focus {{ background: transparent; color: {t.ink}; }}
    QToolButton#tab:checked {{ background: transparent; color: {t.ink}; font-weight: 600;
        border-bottom: 2px solid {t.accent}; }}
    QToolButton#choice {{ color: {t.quiet}; padding: 3px 7px; border: 1px solid transparent; }}
    QToolButton#choice:checked {{ color: {t.ink}; background: {t.accent_soft};
        border: 1px solid {t.accent}; }}
    QToolButton#choice:focus {{ border: 1px solid {t.faint}; }}
    QToolButton#choice:checked:focus {{ border: 1px solid {t.accent}; background: {t.select}; }}
    QToolButton#box {{ background: {t.sheet}; border: 1px solid {t.line}; padding: 0; }}
    QToolButton#box:hover, QToolButton#box:focus {{ border-color: {t.accent}; }}
    QLineEdit {{ background: {t.sheet}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: 6px; padding: 3px 7px; selection-background-color: {t.select};
        selection-color: {t.ink}; }}
    QLineEdit:focus {{ border-color: {t.accent}; }}
    QPushButton {{ background: {t.sheet}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: 6px; padding: 5px 14px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; }}
    QPushButton:pressed {{ background: {t.accent_soft}; }}
    QPushButton:default {{ background: {t.accent}; color: {t.accent_ink};
        border-color: {t.accent}; }}
    QPushButton:default:hover, QPushButton:default:focus {{ background: {t.accent_strong};
        color: {t.accent_ink}; border-color: {t.accent_strong}; }}
    QPushButton:disabled, QPushButton:default:disabled {{ background: {t.hover};
        color: {t.faint}; border-color: {t.hover}; }}
    QSpinBox, QDoubleSpinBox, QComboBox {{ background: {t.sheet}; color: {t.ink};
        border: 1px solid {t.line}; border-radius: 6px; padding: 1px 7px; min-height: 24px;
        selection-background-color: {t.select}; selection-color: {t.ink}; }}
    QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{ border-color: {t.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QComboBox QAbstractItemView {{ background: {t.sheet}; border: 1px solid {t.line};
        outline: 0; padding: 3px; selection-background-color: {t.accent_soft};
        selection-color: {t.ink}; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {t.line}; }}
    QTabWidget::tab-bar {{ left: 14px; }}
    QTabBar::tab {{ color: {t.quiet}; background: transparent; border: 0; padding: 7px 4px 6px 4px;
        margin: 0 6px; border-bottom: 2px solid transparent; }}
    QTabBar::tab:hover, QTabBar::tab:focus {{ color: {t.ink}; }}
    QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 2px solid {t.accent}; }}
    QTreeWidget, QListWidget, QDialog QPlainTextEdit {{ background: {t.sheet};
        border: 1px solid {t.line}; border-radius: 6px; }}
    QTreeWidget:focus, QListWidget:focus, QDialog QPlainTextEdit:focus {{
        border-color: {t.accent}; }}
    QTreeWidget::item, QListWidget::item {{ padding: 3px 4px; }}
    QTreeWidget::item:selected, QListWidget::item:selected {{ background: {t.select};
        color: {t.ink}; }}
    QHeaderView::section {{ background: {t.sheet}; color: {t.quiet}; border: 0; padding: 5px 6px;
        border-bottom: 1px solid {t.line}; }}
    QSplitter::handle {{ background: {t.line}; }}
    QMenu {{ background: {t.sheet}; border: 1px solid {t.line}; padding: 5px; }}
    QMenu::item {{ padding: 5px 22px 5px 14px; border-radius: 5px; color: {t.ink}; }}
    QMenu::item:selected {{ background: {t.accent_soft}; }}
    QMenu::item:disabled {{ color: {t.faint}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
    QToolTip {{ background: {t.sheet}; color: {t.ink}; border: 1px solid {t.line};
        padding: 3px 6px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {t.bar}; border-radius: 3px; margin: 2px;
        min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {t.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
