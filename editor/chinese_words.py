"""Jieba's words, loaded once for whoever cuts Chinese text: headlines in Word, the caret's steps.

Nothing is written anywhere and nothing is said. Its own cache would lie in the folder for
temporary files that all users share, and is loaded in one go that stops all threads for long.
So does one dictionary of half a million words whenever it outgrows its room, a tenth of a second
each time: only where words of each first character stand is looked up, and few are ever asked.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import time
import warnings
from functools import cache
from typing import Any

SLICE, REST = 2000, 0.001
"""Lines that are gone through at once beside a window, about a millisecond, and seconds between."""
_LINE = re.compile(r"^(\S)\S* (\d+)", re.MULTILINE)

_loading = threading.Lock()


class Frequencies:
    """How often each word stands in jieba's texts; 0 for what only begins one.

    What jieba asks of a dictionary, told from a small one for each first character, made when a
    word that begins so is first asked about.
    """

    def __init__(self, text: str) -> None:
        """`text`: jieba's dictionary, a word, its frequency and its kind in each line."""
        self._text = text
        self._begins: dict[str, list[int]] = {}
        """Where lines of words with a first character start that follow lines with another."""
        self._parts: dict[str, dict[str, int]] = {}
        self.total = 0
        last = ""
        beside = threading.current_thread() is not threading.main_thread()
        for count, found in enumerate(_LINE.finditer(text)):
            if beside and not count % SLICE:
                time.sleep(REST)  # a window waits for the interpreter as long as this goes on
            first = found[1]
            if first != last:
                self._begins.setdefault(first, []).append(found.start())
                last = first
            self.total += int(found[2])

    def _part(self, first: str) -> dict[str, int]:
        part = self._parts.get(first)
        if part is None:
            part = {}
            for at in self._begins.get(first, ()):
                while self._text.startswith(first, at):
                    end = self._text.find("\n", at)
                    end = len(self._text) if end < 0 else end
                    word, told = self._text[at:end].split(" ")[:2]
                    part[word] = int(told)
                    for length in range(1, len(word)):
                        part.setdefault(word[:length], 0)
                    at = end + 1
            self._parts[first] = part
        return part

    def __contains__(self, word: str) -> bool:
        """Whether it is a word or begins one."""
        return word in self._part(word[:1])

    def __getitem__(self, word: str) -> int:
        """Its frequency; `KeyError` where nothing begins so."""
        return self._part(word[:1])[word]

    def get(self, word: str, default: int | None = None) -> int | None:
        """Its frequency, or `default`."""
        return self._part(word[:1]).get(word, default)


def tokenizer() -> Any:
    """A ready `jieba.Tokenizer`. The first call takes a fifth of a second, in any thread."""
    with _loading:
        return _loaded()


def ready() -> bool:
    """Whether the words are loaded."""
    return _loaded.cache_info().currsize > 0


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
        found.FREQ = Frequencies(file.read().decode("utf-8"))
    found.total = found.FREQ.total
    found.initialized = True
    return found
