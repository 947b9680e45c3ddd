"""Who works on a file: a lock in the state folder, which a dead owner does not hold.

It keeps two windows of one user apart, also across programs; it is a courtesy, not a wall: who
opens a file all the same is told before he overwrites what somebody else saved.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from editor.files import state


@dataclass(frozen=True, slots=True)
class Owner:
    """A running program.

    `started` tells it from a later one with the same number; `since` is when it took what it owns
    (ISO 8601, UTC), `token` what it knows it by.
    """

    pid: int
    host: str
    started: str
    since: str
    token: str

    @staticmethod
    def here() -> Owner:
        """The program that runs this, now."""
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Owner(
            os.getpid(), socket.gethostname(), _started(os.getpid()), now, secrets.token_hex(8)
        )

    @staticmethod
    def read(value: object) -> Owner | None:
        """An owner as `as_json` told it; None for anything else."""
        try:
            owner = Owner(**value)  # type: ignore[arg-type]
        except TypeError:
            return None
        texts = (owner.host, owner.started, owner.since, owner.token)
        right = type(owner.pid) is int and 0 < owner.pid < 2**31
        return owner if right and all(isinstance(text, str) for text in texts) else None

    @property
    def as_json(self) -> dict[str, object]:
        """For a file."""
        return asdict(self)

    @property
    def lives(self) -> bool:
        """Whether it may still run: on another machine nobody knows, so it may."""
        if not self.is_here:
            return True
        return _runs(self.pid) and _started(self.pid) == self.started

    @property
    def is_here(self) -> bool:
        """Whether it is of this machine, where it is known whether it runs."""
        return self.host == socket.gethostname()

    @property
    def is_this(self) -> bool:
        """Whether it is this very program (another window of it, perhaps)."""
        return self.pid == os.getpid() and self.lives


class Lock:
    """A lock that is held. `release` gives it up; a program that ends without is found dead."""

    def __init__(self, place: Path, owner: Owner) -> None:
        self._place, self._owner = place, owner

    def release(self) -> None:
        """Give it up; nothing where somebody else has taken it over."""
        with contextlib.suppress(OSError):
            if _read(self._place) == self._owner:
                self._place.unlink()


def take(path: str | os.PathLike[str], *, over: bool = False) -> Lock | Owner:
    """Lock a file; the owner where another holds it. `over`: take it from him. Raises `OSError`."""
    place = state.folder("locks") / f"{state.name_of(path)}.json"
    owner = Owner.here()
    for _ in range(8):
        if _put(place, owner):
            return Lock(place, owner)
        holder = _read(place)
        if holder is not None and holder.lives and not over:
            return holder
        _clear(place, holder)
    raise FileExistsError(17, "locked", str(place))


def _put(place: Path, owner: Owner) -> bool:
    """Make the lock whole or not at all; False where there is one."""
    fresh = place.with_name(f"{owner.token}.new")
    fresh.write_text(json.dumps(owner.as_json), "utf-8")
    try:
        os.link(fresh, place)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return False
        with open(handle, "wb") as file:
            file.write(fresh.read_bytes())
    finally:
        fresh.unlink(missing_ok=True)
    return True


def _clear(place: Path, judged: Owner | None) -> None:
    """Take away the lock of the owner that was judged, and of no other that came since."""
    aside = place.with_name(f"{secrets.token_hex(8)}.old")
    with contextlib.suppress(FileNotFoundError):
        os.rename(place, aside)
        if _read(aside) != judged:
            with contextlib.suppress(OSError):
                os.link(aside, place)
        aside.unlink(missing_ok=True)


def _read(place: Path) -> Owner | None:
    try:
        return Owner.read(json.loads(place.read_bytes()[:4096]))
    except (OSError, ValueError, RecursionError):
        return None


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return code.value == 259
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """When a process was started, as its system counts; empty where that is not told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_bytes()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""
    after_name = told[told.rindex(b")") + 2 :].split()
    return f"{boot}:{after_name[19].decode()}" if after_name[0] not in (b"Z", b"X") else "dead"
