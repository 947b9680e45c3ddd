"""Where Galley keeps what is its own: journals, locks, previous versions of saved files.

The user's state folder of the system: nothing of it ever stands beside an editor's files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

_SYSTEM: str = sys.platform


def folder(*names: str) -> Path:
    """A folder inside the state folder; made where it is missing. Raises `OSError`."""
    place = Path(_home(), *names)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def _home() -> str:
    # every start asks, and loading what knows all systems takes longer than the rest of the asking
    if _SYSTEM == "linux":
        kept = os.environ.get("XDG_STATE_HOME", "")
        home = kept if kept.strip() else os.path.expanduser("~/.local/state")
        return os.path.join(home, "galley")
    from platformdirs import user_state_dir

    return user_state_dir("galley", appauthor=False)


def name_of(path: str | os.PathLike[str]) -> str:
    """A name for what is kept of a file: the same for every way that leads to it."""
    real = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(real)).hexdigest()[:24]


def previous(path: str | os.PathLike[str]) -> Path:
    """Where the version of a saved file is kept that the last save replaced."""
    return folder("previous") / f"{name_of(path)}{Path(path).suffix}"


def keep_previous(path: str | os.PathLike[str], data: bytes) -> None:
    """Keep what a file held, with the time at which it was saved. Raises `OSError`."""
    from editor.files import safe  # a start asks for the folder alone

    place = previous(path)
    safe.write(place, data)
    with contextlib.suppress(OSError):
        saved = os.stat(path)
        os.utime(place, ns=(saved.st_atime_ns, saved.st_mtime_ns))
