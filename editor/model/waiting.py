"""Long work that somebody waits for: it tells how far it is, and ends when nobody does any more.

The work says `told(share)` at its own pace and knows nothing of who listens; who listens says
`watched`, for this thread. Where nobody listens, telling costs next to nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from editor.model.giving_way import pause


class CancelledError(Exception):
    """Nobody waits for the work any more: it ends where it stands and leaves nothing behind."""


class _Here(threading.local):
    tell: Callable[[float], None] | None = None


_here = _Here()


@contextmanager
def watched(tell: Callable[[float], None]) -> Iterator[None]:
    """Hear of what this thread does inside, in shares of it; `tell` may raise `CancelledError`."""
    before, _here.tell = _here.tell, tell
    try:
        yield
    finally:
        _here.tell = before


@contextmanager
def stage(low: float, high: float) -> Iterator[None]:
    """What is told inside is a part of the whole work, from `low` to `high`."""
    tell = _here.tell
    if tell is None:
        yield
        return
    with watched(lambda share: tell(low + share * (high - low))):
        yield
        told(1.0)


def told(share: float) -> None:
    """So much of the work is done, from 0 to 1: a pause.

    Raises `CancelledError` where it is to end.
    """
    pause()
    if _here.tell is not None:
        _here.tell(share)


class Watch:
    """Somebody who waits in another thread: looks at `share`, may `cancel`."""

    def __init__(self) -> None:
        """Nothing is done yet."""
        self.share = 0.0
        self.cancelled = False

    def cancel(self) -> None:
        """Wait no longer."""
        self.cancelled = True

    def tell(self, share: float) -> None:
        """For `watched`."""
        if self.cancelled:
            raise CancelledError
        self.share = max(self.share, share)
