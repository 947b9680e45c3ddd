"""Jieba's words, loaded once for whoever cuts Chinese text: headlines in Word, the caret's steps.

Nothing is written anywhere and nothing is said. Its own cache would lie in the folder for
temporary files that all users share, and is loaded in one go that stops all threads for long.
"""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from functools import cache
from typing import Any

_loading = threading.Lock()


def tokenizer() -> Any:
    """A ready `jieba.Tokenizer`. The first call takes about a second; any thread may make it."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> Any:
    known = "pkg_resources" in sys.modules
    if not known:  # it would load all of setuptools to open one file
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if not known:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.CRITICAL)
    found = jieba.Tokenizer()
    with found.get_dict_file() as file:
        found.FREQ, found.total = found.gen_pfdict(file)
    found.initialized = True
    return found
