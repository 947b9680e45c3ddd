"""When Python looks for garbage: not while a page is read, and never through what was read.

A reading is some hundred thousand values that hold no circles. Walking through them takes the
collector a quarter of a second on a long page, in whatever thread it is, with all others
waiting. So it rests while pages are read, and what is there afterwards is put out of its way:
such values still go when nobody holds them any more. Another page gives it all back.

Beside a large project it never walks through all there is: what checks and lists keep of a page is
as long as the page. What is young is looked at all the same.
"""

from __future__ import annotations

import gc

LARGE = 300_000
"""Characters of a project above which what is old is not looked through."""
_OFTEN, _SELDOM = gc.get_threshold()[1:]
_NEVER = 1 << 30

_reading = 0
"""How many pages are being read: one that was given up may end while another is under way."""

YOUNG, FEW = 50_000, 5_000
"""New values after which the collector looks by itself: a gesture makes some ten thousand. Beside a
large project threads make so many that it looks sooner, and each time not for long."""
TWICE = 2
"""Such looks after which it also looks at what outlived them. After Python's ten that takes it
through fifty thousand values, in whatever thread it is: a key waited for it."""


def begin() -> None:
    """A window is going to be worked in: the collector keeps out of single gestures."""
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


def started() -> None:
    """The start is over: the collector, which rested from the first import on, begins."""
    if not _reading and not gc.isenabled():
        gc.freeze()
        gc.enable()


def settle() -> None:
    """The hands rest: look through what is new now, and not in the middle of the next gesture."""
    if not _reading and gc.get_threshold()[2] != _NEVER:
        gc.collect()
        gc.freeze()


def rest(size: int = 0) -> None:
    """A page is going to be read, of a project of so many characters."""
    global _reading
    _reading += 1
    gc.disable()
    if size > LARGE:
        gc.set_threshold(FEW, TWICE, _NEVER)
    else:
        gc.set_threshold(YOUNG, _OFTEN, _SELDOM)


def keep() -> None:
    """A page was read: what there is now is there to stay."""
    global _reading
    _reading = max(0, _reading - 1)
    gc.freeze()
    if not _reading:
        gc.enable()


def release() -> None:
    """Another page comes: what was kept may be looked through once."""
    gc.unfreeze()
