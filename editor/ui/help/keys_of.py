"""All keys by groups, as the sheet shows them: those of the key map, and those of the views."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor.ui import commands, keys
from editor.ui.commands.command import QT_TRANSLATE_NOOP

Group = tuple[str, tuple[tuple[str, str], ...]]
"""A name, and rows of what is done and the keys for it."""

VIEWS: tuple[Group, ...] = (
    (
        QT_TRANSLATE_NOOP("KeySheet", "On the doubt's card"),
        (
            (QT_TRANSLATE_NOOP("KeySheet", "The first reading"), "Enter"),
            (QT_TRANSLATE_NOOP("KeySheet", "The second reading"), "Space"),
            (QT_TRANSLATE_NOOP("KeySheet", "Further readings"), "3 … 9"),
            (QT_TRANSLATE_NOOP("KeySheet", "The same answer for its kind"), "Tab"),
            (QT_TRANSLATE_NOOP("KeySheet", "Back to the text"), "Esc"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeySheet", "On the suspect's card, in the list"),
        (
            (QT_TRANSLATE_NOOP("KeySheet", "Take the fix"), "Enter"),
            (QT_TRANSLATE_NOOP("KeySheet", "Let it be here"), "Del"),
            (QT_TRANSLATE_NOOP("KeySheet", "Let it be on all pages"), "Shift+Del"),
            (QT_TRANSLATE_NOOP("KeySheet", "All of its kind"), "Tab"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeySheet", "In lists with ticks"),
        (
            (QT_TRANSLATE_NOOP("KeySheet", "Tick the row, or not"), "Space"),
            (QT_TRANSLATE_NOOP("KeySheet", "Tick, or cross, and go on"), "→  ←"),
            (QT_TRANSLATE_NOOP("KeySheet", "Tick all or none"), "Ctrl+A"),
            (QT_TRANSLATE_NOOP("KeySheet", "Take what is ticked"), "Enter"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeySheet", "At the desk"),
        (
            (QT_TRANSLATE_NOOP("KeySheet", "The menu"), "F10"),
            (QT_TRANSLATE_NOOP("KeySheet", "From view to view"), "Tab"),
            (QT_TRANSLATE_NOOP("KeySheet", "Menu of the place"), "Menu"),
            (QT_TRANSLATE_NOOP("KeySheet", "Larger or smaller text"), "Ctrl+⇅"),
        ),
    ),
)
"""What has a key in a view of its own. `⇅` is the wheel."""


def groups(sought: str = "") -> list[Group]:
    """All groups in the editor's language, with only those rows that hold `sought` in a part."""
    held = keys.current()
    found: list[Group] = []
    for menu in commands.MENUS:
        rows = tuple(
            (command.text.rstrip("…"), "  ".join(keys.natives(held.of(command))))
            for command in commands.COMMANDS
            if command.menu == menu and held.of(command)
        )
        found.append((commands.translate(menu), rows))
    for name, own in VIEWS:
        found.append((_told(name), tuple((_told(what), _key(key)) for what, key in own)))
    wanted = sought.casefold().split()
    kept = (
        (name, tuple(row for row in rows if _has((name, *row), wanted))) for name, rows in found
    )
    return [group for group in kept if group[1]]


def _has(texts: tuple[str, ...], wanted: list[str]) -> bool:
    whole = " ".join(texts).casefold()
    return all(part in whole for part in wanted)


def _told(text: str) -> str:
    return QCoreApplication.translate("KeySheet", text)


def _key(name: str) -> str:
    if name == "Space":
        return QCoreApplication.translate("KeySheet", "Space")
    if name in ("Enter", "Del", "Shift+Del"):
        return keys.native(name)
    return name.replace("⇅", QCoreApplication.translate("KeySheet", "wheel"))


def columns(found: list[Group], count: int) -> list[list[Group]]:
    """The groups in order in `count` columns of about the same height."""
    heights = [len(rows) + 2 for _, rows in found]
    sides: list[list[Group]] = [[] for _ in range(count)]
    total, before = sum(heights), 0
    for group, height in zip(found, heights, strict=True):
        side = min(count - 1, (before + height // 2) * count // max(1, total))
        sides[side].append(group)
        before += height
    return [side for side in sides if side]


def html(found: list[Group], *, ink: str, quiet: str, line: str, count: int = 2) -> str:
    """The groups as a page of `count` columns. The colours are `#rrggbb`."""
    sides = []
    for side in columns(found, count):
        parts = []
        for name, rows in side:
            parts.append(
                f"<tr><td colspan='2' style='padding-top:12px; padding-bottom:3px;"
                f" border-bottom:1px solid {line}; color:{quiet}'><b>{_plain(name)}</b></td></tr>"
            )
            for what, key in rows:
                parts.append(
                    f"<tr><td style='padding:3px 14px 3px 0; color:{ink}'>{_plain(what)}</td>"
                    f"<td align='right' style='padding:3px 0; color:{ink}; white-space:nowrap'>"
                    f"<b>{_plain(key)}</b></td></tr>"
                )
        inner = "".join(parts)
        sides.append(
            f"<td width='{100 // count}%' style='padding-right:22px; vertical-align:top'>"
            f"<table width='100%' cellspacing='0'>{inner}</table></td>"
        )
    return f"<table width='100%' cellspacing='0'><tr>{''.join(sides)}</tr></table>"


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(" ", "&nbsp;")
