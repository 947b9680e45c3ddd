"""File names that every system takes: `{page}-{n:02}-{headline}.docx`, none of them twice."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import PurePath

from editor.files.docx.runs import is_chinese
from editor.model.reading import Article

LIMIT = 200
"""The longest name, in bytes of UTF-8: systems take 255, some sync services less."""

_PAGE_LIMIT = 60
_SUFFIX = ".docx"
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.I)
_FIRST_WORDS = 12


def file_name(page: str, number: int, article: Article, taken: set[str]) -> str:
    """The name of an article's file; adds it to `taken`, which holds names as `folded`.

    `page` is the page's file name, `number` the article's place on it from 1.
    """
    start = f"{_cut(safe(_stem(page)) or 'page', _PAGE_LIMIT)}-{number:02}-"
    rest = safe(article.title) or _untitled(article)
    for twin in range(1, 10_000):
        mark = f" ({twin})" if twin > 1 else ""
        room = LIMIT - len((start + mark + _SUFFIX).encode())
        stem = (start + _cut(rest, room)).rstrip(" .-") + mark
        name = f"_{stem}" if _RESERVED.match(stem) else stem
        name += _SUFFIX
        if folded(name) not in taken:
            taken.add(folded(name))
            return name
    raise ValueError(f"{start} has ten thousand twins")


def folded(name: str) -> str:
    """What a file system that ignores case makes of a name."""
    return unicodedata.normalize("NFC", name).casefold()


def safe(text: str) -> str:
    """`text` as part of a name: forbidden marks full-width, nothing unseen, NFC."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).translate(_FORBIDDEN)
    seen = [mark for mark in text if unicodedata.category(mark) not in _UNSEEN]
    return "".join(seen).strip(" .")


_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))


def _stem(page: str) -> str:
    return os.path.splitext(PurePath(page).name)[0]


def _cut(text: str, room: int) -> str:
    """At most `room` bytes of the text, whole characters."""
    return text.encode()[:room].decode("utf-8", "ignore").rstrip(" .")


def _untitled(article: Article) -> str:
    """A name for an article without headline: the first words of its body, marked as such."""
    body = next((block.text.text for block in article.blocks if block.text.text.strip()), "")
    words = " ".join(body.split())
    if not words or is_chinese(words, default=False):
        return safe(f"无题-{words[:_FIRST_WORDS]}").rstrip("，。；：、“‘（《—…-")
    return safe(f"untitled-{' '.join(words.split()[:6])}")
