"""What this desk's house says of texts: the file that was chosen, and rules made at the desk."""

from __future__ import annotations

from pathlib import Path

from editor.files import house
from editor.model.rules import Rules

OWN = "own.toml"
"""The house file that rules are written into, in the editor's own folder."""
AT_ONCE = 1 << 16
"""Bytes of house files that are read while a window waits."""


def files(chosen: str) -> list[Path]:
    """The files that count here, the weaker first: the chosen one by its path, and `own.toml`."""
    own = house.own_folder() / OWN
    named = [Path(chosen)] if chosen else []
    return [path for path in (*named, own) if path != own or own.is_file()]


def choices() -> list[Path]:
    """The house files of this desk that can be chosen."""
    return [p for p in house.own_files() if p.suffix.lower() == ".toml" and p.name != OWN]


def are_small(paths: list[Path]) -> bool:
    """Whether reading them takes no time to speak of."""
    try:
        return sum(path.stat().st_size for path in paths) <= AT_ONCE
    except OSError:
        return False


def rules(paths: list[Path]) -> Rules:
    """What the files say together. Raises `FileError`."""
    from editor.model.rule_changes import overlaid

    found = Rules()
    for path in paths:
        found = overlaid(found, house.load(path).rules)
    return found
