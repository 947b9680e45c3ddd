"""A disk that fails: the n-th call to the system is refused, or every one from there on."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CALLS = (
    "open",
    "write",
    "fsync",
    "close",
    "replace",
    "link",
    "chmod",
    "chown",
    "unlink",
    "mkdir",
    "stat",
    "rmdir",
    "rename",
)
FILLING = ("open", "write", "fsync", "mkdir", "link")
"""What a full disk goes on refusing."""


class Faults:
    """What was called, and which of it was refused."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []
        self.refused: list[str] = []


@contextmanager
def failing(
    nth: int, error: int | None, *, for_good: bool = False, here: bool = False
) -> Iterator[Faults]:
    """From 1; `error` None: a write takes half of what it is given. `for_good`: it stays so.

    `here`: in this thread only.
    """
    mine = threading.get_ident()
    faults, really = Faults(), {name: getattr(os, name) for name in CALLS if hasattr(os, name)}

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **named: Any) -> Any:
            other = here and threading.get_ident() != mine
            if other or threading.current_thread().name == "sync":  # comes when it likes
                return call(*args, **named)
            faults.calls.append((name, args[0] if args else None))
            count = len(faults.calls)
            hit = count == nth or (for_good and count > nth and name in FILLING)
            if name == "open" and for_good and hit and len(args) > 1 and not args[1] & os.O_CREAT:
                hit = False
            if not hit:
                return call(*args, **named)
            faults.refused.append(name)
            if error is None:
                if name == "write":
                    return call(args[0], bytes(args[1])[: max(1, len(args[1]) // 2)])
                return call(*args, **named)
            if name == "close":
                call(*args, **named)
            raise OSError(error, os.strerror(error), *(a for a in args[:1] if isinstance(a, str)))

        return instead

    try:
        for name, call in really.items():
            setattr(os, name, wrapped(name, call))
        yield faults
    finally:
        for name, call in really.items():
            setattr(os, name, call)
