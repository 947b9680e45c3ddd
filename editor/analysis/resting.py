"""Rest for the collector of cycles: what a reading makes has none, and there is much of it.

Python looks through all objects again and again while their number grows. A long page makes
millions of small values that stay; looking through them cost a third of its reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """No search for cycles inside; afterwards as it was. What is not part of one still goes."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
