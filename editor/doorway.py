"""The way into a Galley that runs already: a second start hands its files over and ends.

The door is a local socket of the user's own, one for each display; the running window opens it
(`editor.ui.doorway`). What goes through is one line of JSON, `{"files": [...], "token": "..."}`
with absolute paths, and `ok` comes back. Nothing here imports Qt: a second start, which the file
manager makes at every double click, ends long before it could paint a window.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 2.0
"""Seconds for which a second start waits for the running Galley's answer."""
ANSWER = b"ok\n"


def address() -> str:
    """Where the door of this user and display is: a socket's path, on Windows a pipe's name.

    Raises `OSError` where the state folder cannot be made.
    """
    from editor.files import state

    screens = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    shown = "\n".join(os.environ.get(name, "") for name in screens)
    folder = state.folder()
    name = hashlib.sha256(f"{folder}\n{shown}".encode(errors="surrogateescape")).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\galley-{name}"
    # A socket's path holds about a hundred bytes, which a home folder may exceed.
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return os.path.join(place if os.path.isdir(place) else str(folder), f"galley-{name}")


def hand_over(files: Sequence[Path]) -> bool:
    """Whether a running Galley took the files; never raises, waits at most `PATIENCE`."""
    if not files:
        return False
    try:
        where = address()
    except OSError:
        return False
    if sys.platform != "win32" and not os.path.exists(where):
        return False  # as nearly always: what follows is not even imported
    import json

    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    paths = [os.path.abspath(path) for path in files]
    line = json.dumps({"files": paths, "token": token}).encode("ascii") + b"\n"
    try:
        return _asked(where, line) == ANSWER
    except OSError:  # nobody is there, or nobody answers
        return False


def _asked(where: str, line: bytes) -> bytes:
    if sys.platform == "win32":
        with open(where, "r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.read(len(ANSWER))
    import socket

    with contextlib.closing(socket.socket(socket.AF_UNIX)) as door:
        door.settimeout(PATIENCE)
        door.connect(where)
        door.sendall(line)
        return door.recv(len(ANSWER))


def asked_for(line: bytes) -> tuple[list[Path], str]:
    """The files and the token of a line that came through; `ValueError` for anything else."""
    import json

    try:
        said = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    files = said.get("files") if isinstance(said, dict) else None
    token = said.get("token", "") if isinstance(said, dict) else None
    if not isinstance(files, list) or not isinstance(token, str):
        raise ValueError("neither files nor a token")
    if not all(isinstance(file, str) and os.path.isabs(file) for file in files):
        raise ValueError("a file without its whole path")
    return [Path(file) for file in files], token
