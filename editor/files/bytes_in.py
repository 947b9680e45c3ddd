"""The bytes of a file, at most so many, or a `FileError` in words: reading never waits for nobody.

A named pipe that nobody writes into would keep a reader for ever; a pipe with a writer is read
to its end, as `galley reflow <(pdftotext page.pdf -)` needs it.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from typing import BinaryIO

from editor.files.errors import FileError, from_system, shown
from editor.model.waiting import told

PATIENCE = 2.0
"""Seconds that a pipe is given to find a writer."""

_TICK = 0.02
PIECE = 2**20
"""Bytes that are read at once."""


def read_bytes(path: str | os.PathLike[str], limit: int) -> bytes:
    """All bytes of a file, or of standard input for `-`; `limit` is in bytes."""
    try:
        data = _standard_input(limit) if path == "-" else _file(path, limit)
    except OSError as error:
        raise from_system(error, path) from None
    except ValueError:  # a zero byte in the path
        raise FileError("not-found", path=shown(path)) from None
    if len(data) > limit:
        raise FileError("too-large", limit=limit // 2**20, path=shown(path))
    return data


def may_wait(path: str | os.PathLike[str]) -> bool:
    """Whether this is a pipe, a device or the like, which may keep its reader waiting."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        return b""
    return sys.stdin.buffer.read(limit + 1)


def _file(path: str | os.PathLike[str], limit: int) -> bytes:
    if os.path.isdir(path):  # where a folder cannot even be opened, the system says less
        raise FileError("is-folder", path=shown(path))
    with open(path, "rb", opener=_opened) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISFIFO(found.st_mode):
            return _in_pieces(file, found.st_size, limit + 1)
        first = _first_of_pipe(file, path)
        os.set_blocking(file.fileno(), True)
        return first + file.read(limit + 1 - len(first))


def _in_pieces(file: BinaryIO, size: int, most: int) -> bytes:
    """At most so many bytes of a file, told while they come: a share or a stick may be slow."""
    pieces: list[bytes] = []
    come = 0
    while come < most and (piece := file.read(min(PIECE, most - come))):
        pieces.append(piece)
        come += len(piece)
        told(min(1.0, come / max(1, size)))
    return b"".join(pieces)


def _opened(path: str, flags: int) -> int:
    """Open without waiting for a pipe's other end; other files do not know the difference."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _first_of_pipe(file: BinaryIO, path: str | os.PathLike[str]) -> bytes:
    """One byte once there is a writer (none if it closes with nothing said)."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            first = os.read(file.fileno(), 1)
        except BlockingIOError:  # there is a writer, which has not said anything yet
            return b""
        if first:
            return first
        if time.monotonic() > end:
            raise FileError("no-writer", path=shown(path))
        time.sleep(_TICK)
