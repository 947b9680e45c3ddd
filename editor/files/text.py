r"""Bytes in, a `Source` out: the only door through which text comes into Galley.

Behind it text has `\n` line ends and nothing else ends a line, no lone surrogates, and a
known origin. Nothing of a page is lost: form feeds, vertical tabs and tabs stay as white space,
other control characters (also those of a terminal, ESC and the like) as characters of the page.
What has a zero byte outside UTF-16, or more than one control character in ten, is no text.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from editor.files import charsets
from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, TextError, shown
from editor.model.source import Origin, Source

LIMIT = 64 * 1024 * 1024
"""The largest page that is read, in bytes: far beyond any newspaper, well within memory."""

_KINDS = (
    (b"%PDF-", "a PDF", " PDF 文件"),
    (b"PK\x03\x04", "a Word or other zipped file", " Word 或其他压缩文件"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file", "旧版 Word 文件"),
    (b"{\\rtf", "an RTF file", " RTF 文件"),
    (b"\x89PNG", "a picture", "图片"),
    (b"\xff\xd8\xff", "a picture", "图片"),
    (b"GIF8", "a picture", "图片"),
)

_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1b\x7f]")
_CONTROL_SHARE = 0.1  # extraction leaves some, one a sentence even; a program is full of them


def read_page(path: str | os.PathLike[str]) -> Source:
    """The page in a file, or on standard input for `-`. Raises `TextError`."""
    try:
        data = read_bytes(path, LIMIT)
        if path == "-":
            return source_from_bytes(data, name="stdin")
        name = shown(Path(path).name)
        return source_from_bytes(data, name=name, path=shown(os.path.abspath(path)))
    except FileError as error:
        raise TextError(error.code, **{**error.facts, "path": shown(path)}) from None


def source_from_bytes(data: bytes, *, name: str = "", path: str = "") -> Source:
    """The source in these bytes. Raises `TextError` where they are no text."""
    encoding, text = decode(data)
    text = _normalised(text)
    if not text.strip():
        raise TextError("empty")
    origin = Origin(name, path, encoding, hashlib.sha256(data).hexdigest())
    return Source(text, origin)


def source_from_text(text: str, name: str) -> Source:
    """The source of pasted text. Half characters become U+FFFD. Raises `TextError` if empty."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    whole = _normalised(whole)
    data = whole.encode("utf-8")
    if len(data) > LIMIT:
        raise TextError("too-large", limit=LIMIT // 2**20)
    if not whole.strip():
        raise TextError("empty")
    return Source(whole, Origin(name, "", "utf-8", hashlib.sha256(data).hexdigest()))


def decode(data: bytes) -> tuple[str, str]:
    """`(encoding, text)` of these bytes; `encoding` is a Python codec. Raises `TextError`."""
    if not data:
        raise TextError("empty")
    for start, kind, kind_zh in _KINDS:
        if data.startswith(start):
            raise TextError("other-format", kind=kind, kind_zh=kind_zh)
    for mark, announced in charsets.MARKS:
        if data.startswith(mark):
            return announced, _marked(data, mark, announced)
    zero = data.find(0)
    if zero >= 0:
        unmarked = charsets.unmarked_utf16(data)
        if unmarked is None:
            raise TextError("binary", position=zero, byte=0)
        return unmarked, data.decode(unmarked)
    if other := charsets.escaped(data):
        raise TextError("other-encoding", encoding=other)
    try:
        encoding, text = "utf-8", data.decode("utf-8")
    except UnicodeDecodeError as error:
        if charsets.looks_like_utf8(data):
            raise _undecodable(data, "utf-8", error.start) from None
        best = charsets.best_double_byte(data)
        if other := charsets.foreign(data, best[1] if best else ""):
            raise TextError("other-encoding", encoding=other) from None
        if best is None:
            _refuse_controls(data, len(data))
            wrong = charsets.first_wrong_byte(data)
            if wrong is None:
                raise _undecodable(data, "", error.start) from None
            raise _undecodable(data, *wrong) from None
        encoding, text = best
    _refuse_controls(data, len(text))
    return encoding, text


def _marked(data: bytes, mark: bytes, encoding: str) -> str:
    """The text behind a byte order mark."""
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        skipped = len(data) - len(error.object)  # some codecs count from behind the mark
        raise _undecodable(data, encoding, skipped + error.start) from None
    zero = text.find("\0")
    if zero >= 0:
        plain = f"{encoding}-le" if encoding in ("utf-16", "utf-32") else encoding
        before = len(text[:zero].encode(plain.removesuffix("-sig")))
        raise TextError("binary", position=len(mark) + before, byte=0)
    return text


def _undecodable(data: bytes, encoding: str, position: int) -> TextError:
    byte = data[position] if position < len(data) else 0
    if not encoding:
        return TextError("unknown-encoding", position=position, byte=byte)
    shown_as = {"cp950": "Big5", "big5hkscs": "Big5"}.get(encoding, encoding.removesuffix("-sig"))
    return TextError("undecodable", encoding=shown_as.upper(), position=position, byte=byte)


def _refuse_controls(data: bytes, length: int) -> None:
    """Refuse what is full of control bytes; some in a page are kept."""
    found = _CONTROL_BYTE.search(data)
    if found and len(_CONTROL_BYTE.findall(data)) > max(2.0, _CONTROL_SHARE * length):
        raise TextError("binary", position=found.start(), byte=data[found.start()])


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
