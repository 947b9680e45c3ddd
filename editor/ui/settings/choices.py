"""What an editor chose, kept in the settings: one function for each, and a way to all windows.

Whatever is not there, or is not what it should be, is as if nothing had been chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from editor.ui.look import fonts
from editor.ui.look.fonts import Face

if TYPE_CHECKING:
    from editor.ui.room import Room

LEAST_SCALE, MOST_SCALE = 0.6, 2.6
FAMILY, SIZE, LEADING = "proof/family", "proof/size", "proof/leading"
SCALE, RESTORE, OPEN, ROSTER, GREETED = "scale", "restore", "open", "roster", "greeted"
RETURN = "return"
HOUSE, LEFT_HOUSES, LEFT_RULES = "house", "left_houses", "left_rules"
REMEMBERED = 100
"""Differences of house files, and offered rules, that were answered, at most."""


def _number(settings: QSettings, name: str, default: float, least: float, most: float) -> float:
    try:
        found = float(str(settings.value(name, default)))
    except ValueError:
        return default
    return max(least, min(found, most)) if found == found else default


def _list(settings: QSettings, name: str) -> list[Any]:
    kept = settings.value(name)
    if not kept:
        return []
    import json

    try:
        found: Any = json.loads(str(kept))
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _texts(settings: QSettings, name: str) -> list[str]:
    return [one for one in _list(settings, name) if isinstance(one, str)]


def _set_texts(settings: QSettings, name: str, texts: Iterable[str]) -> None:
    import json

    settings.setValue(name, json.dumps(list(texts), ensure_ascii=False))


def scale(settings: QSettings) -> float:
    """How many times its size the text of both panes has."""
    return _number(settings, SCALE, 1.0, LEAST_SCALE, MOST_SCALE)


def set_scale(settings: QSettings, wanted: float) -> float:
    """Keep a scale; what it came to within its bounds."""
    found = max(LEAST_SCALE, min(MOST_SCALE, wanted))
    settings.setValue(SCALE, found)
    return found


def face(settings: QSettings) -> Face:
    """What articles are set in."""
    plain = Face()
    return Face(
        str(settings.value(FAMILY, "")),
        round(_number(settings, SIZE, plain.size, fonts.SMALLEST, fonts.LARGEST)),
        _number(settings, LEADING, plain.leading, fonts.TIGHTEST, fonts.LOOSEST),
    )


def set_face(settings: QSettings, wanted: Face) -> None:
    """Keep a face."""
    settings.setValue(FAMILY, wanted.family)
    settings.setValue(SIZE, wanted.size)
    settings.setValue(LEADING, wanted.leading)


def restores(settings: QSettings) -> bool:
    """Whether a start without a page opens what was open last."""
    return str(settings.value(RESTORE, "true")).lower() in ("true", "1")


def returns(settings: QSettings) -> bool:
    """Whether a file is shown where one looked last in it."""
    return str(settings.value(RETURN, "true")).lower() in ("true", "1")


def set_open(settings: QSettings, windows: Iterable[Iterable[Path]]) -> None:
    """Remember what is open, window by window; what has no file cannot be opened again."""
    told = [[str(path.absolute()) for path in paths] for paths in windows]
    import json

    settings.setValue(OPEN, json.dumps([paths for paths in told if paths], ensure_ascii=False))


def was_open(settings: QSettings) -> list[list[Path]]:
    """What was open last and is still there, window by window."""
    found = _list(settings, OPEN)
    if all(isinstance(one, str) for one in found):  # of one window, as it was kept at first
        found = [found]
    windows = [one if isinstance(one, list) else [] for one in found]
    paths = [[Path(name) for name in one if isinstance(name, str)] for one in windows]
    there = [[path for path in one if path.is_file()] for one in paths]
    return [one for one in there if one]


def roster(settings: QSettings) -> tuple[str, ...]:
    """The reporters that a new page knows from the start."""
    return tuple(dict.fromkeys(_texts(settings, ROSTER)))


def set_roster(settings: QSettings, names: Iterable[str]) -> None:
    """Keep the reporters that a new page knows from the start."""
    _set_texts(settings, ROSTER, dict.fromkeys(names))


def house(settings: QSettings) -> str:
    """The path of the house file of this desk; empty where there is none."""
    return str(settings.value(HOUSE, ""))


def set_house(settings: QSettings, path: str) -> None:
    """Choose the house file of this desk."""
    settings.setValue(HOUSE, path)


def house_files(settings: QSettings) -> list[Path]:
    """The files that say what this desk's house wants, the weaker first."""
    from editor.files import house_here

    return house_here.files(house(settings))


def left_houses(settings: QSettings) -> list[str]:
    """Marks of differences between a project and the house file that were answered."""
    return _texts(settings, LEFT_HOUSES)


def leave_house(settings: QSettings, mark: str) -> None:
    """Remember that a difference was answered."""
    _remember(settings, LEFT_HOUSES, mark)


def left_rules(settings: QSettings) -> list[str]:
    """Rules that were offered and are not wanted, as they are told to people."""
    return _texts(settings, LEFT_RULES)


def leave_rule(settings: QSettings, rule: str) -> None:
    """Remember that a rule is not wanted."""
    _remember(settings, LEFT_RULES, rule)


def _remember(settings: QSettings, name: str, text: str) -> None:
    kept = [one for one in _texts(settings, name) if one != text]
    _set_texts(settings, name, [*kept, text][-REMEMBERED:])


def first_paths(settings: QSettings, sample: Path) -> list[list[Path]]:
    """What a start without a page shows, window by window: the very first time the sample page.

    After that what was open last, where the editor wants that.
    """
    if not settings.value(GREETED):
        return [[sample]]
    return was_open(settings) if restores(settings) else []


def to_all(settings: QSettings, act: Callable[[Room], object]) -> None:
    """Let every window that has these settings hear of a choice."""
    from editor.ui.window import Window

    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, Window) and shown.settings.fileName() == settings.fileName():
            act(shown.room)
