r"""Bytes in, a `Source` out: the only door through which text comes into Galley.

Behind it text has `\n` line ends and nothing else ends a line, no lone surrogates, and a
known origin. Nothing of a page is lost: form feeds, vertical tabs and tabs stay as white space,
other control characters (also those of a terminal, ESC and the like) as characters of the page.
What has a zero byte outside UTF-16, or more than one control character in ten, is no text.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from editor.files import charsets
from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, TextError, shown
from editor.model.source import BLANK, LINES, Origin, Source, too_long

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

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1b\x7f]")
AT_ONCE = 1 << 19
_CONTROL_SHARE = 0.1  # extraction leaves some, one a sentence even; a program is full of them


def read_page(path: str | os.PathLike[str], encoding: str = "") -> Source:
    """The page in a file, or on standard input for `-`; in the likeliest code, or in `encoding`.

    Raises `TextError`.
    """
    try:
        data = read_bytes(path, LIMIT)
        if path == "-":
            return source_from_bytes(data, name="stdin", encoding=encoding)
        name = shown(Path(path).name)
        where = shown(os.path.abspath(path))
        return source_from_bytes(data, name=name, path=where, encoding=encoding)
    except FileError as error:
        raise TextError(error.code, **{**error.facts, "path": shown(path)}) from None


def page_bytes(source: Source) -> bytes:
    """The bytes that a page was read from. Raises `TextError`, also where the file is another."""
    path = source.origin.path
    try:
        data = read_bytes(path, LIMIT)
    except FileError as error:
        raise TextError(error.code, **{**error.facts, "path": path}) from None
    if hashlib.sha256(data).hexdigest() != source.origin.sha256:
        raise TextError("changed", path=path)
    return data


def starts_in_bytes(data: bytes, encoding: str) -> list[int]:
    """For each code point of the page in these bytes the byte that it begins at.

    `encoding` is one that the bytes can be read in. Several code points may begin at one byte.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    text: list[str] = []
    starts: list[int] = []
    begun = next((len(mark) for mark, _ in charsets.MARKS if data.startswith(mark)), 0)
    for at in range(len(data)):
        found = decoder.decode(data[at : at + 1], at == len(data) - 1)
        if found:
            text += found
            starts += [begun] * len(found)
            begun = at + 1
    if text and text[0] == "\ufeff":
        del text[0], starts[0]
    whole = "".join(text)
    return [at for at, mark, behind in zip(starts, whole, whole[1:] + " ", strict=True)
            if (mark, behind) != ("\r", "\n")]  # fmt: skip


def source_from_bytes(data: bytes, *, name: str = "", path: str = "", encoding: str = "") -> Source:
    """The source in these bytes, in the code that is most likely, or in `encoding`.

    Raises `TextError` where they are no text, or none in that code.
    """
    if encoding:
        text = decode_as(data, encoding)
    else:
        encoding, text = decode(data)
    text = _normalised(text)
    if not text.strip():
        raise TextError("empty")
    refuse_long(text)
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
    refuse_long(whole)
    return Source(whole, Origin(name, "", "utf-8", hashlib.sha256(data).hexdigest()))


def refuse_long(text: str) -> None:
    """Refuse what has more lines than a page may have: reading it would take all memory.

    Raises `TextError`.
    """
    if too_long(text):
        raise TextError("too-many-lines", at="", limit=LINES, all=BLANK * LINES)


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
            return other, decode_as(data, other)
        if best is None:
            _refuse_controls(data, len(data))
            wrong = charsets.first_wrong_byte(data)
            if wrong is None:
                raise _undecodable(data, "", error.start) from None
            raise _undecodable(data, *wrong) from None
        encoding, text = best
    _refuse_controls(data, len(text))
    return encoding, text


CHOICES = (
    "utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "cp949",
)  # fmt: skip
"""The codes that a person may choose from."""


def decode_as(data: bytes, encoding: str) -> str:
    """The text of these bytes in one code. Raises `TextError` where it is none."""
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _undecodable(data, encoding, error.start) from None
    zero = text.find("\0")
    if zero >= 0:
        before = len(text[:zero].encode(encoding))
        raise TextError("binary", position=before, byte=0)
    if not encoding.startswith("utf-16"):
        _refuse_controls(data, len(text))
    return text


@dataclass(frozen=True, slots=True)
class Preview:
    """How a page would begin in one code; `error` says why it cannot be read in it as a whole."""

    encoding: str
    begins: str
    error: TextError | None = None


BEGINNING = 60
"""Printed characters of a preview."""


def previews(data: bytes) -> tuple[Preview, ...]:
    """How these bytes would begin in each of `CHOICES`."""
    found = []
    for encoding in CHOICES:
        begun = data[:4096].decode(encoding, "replace").removeprefix("\ufeff")
        begins = " ".join(_CONTROL.sub("\ufffd", begun).split())[:BEGINNING]
        try:
            decode_as(data, encoding)
            found.append(Preview(encoding, begins))
        except TextError as error:
            found.append(Preview(encoding, begins, error))
    return tuple(found)


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
    names = {"cp950": "Big5", "big5hkscs": "Big5", "cp932": "Shift-JIS", "cp949": "EUC-KR"}
    shown_as = names.get(encoding, encoding.removesuffix("-sig").replace("_", "-"))
    return TextError("undecodable", encoding=shown_as.upper(), position=position, byte=byte)


def _refuse_controls(data: bytes, length: int) -> None:
    """Refuse what is full of control bytes; some in a page are kept."""
    parts = range(0, len(data), AT_ONCE)  # a search in one go lets no other thread have a turn
    found = next(filter(None, (_CONTROL_BYTE.search(data, at, at + AT_ONCE) for at in parts)), None)
    if found and len(_CONTROL_BYTE.findall(data)) > max(2.0, _CONTROL_SHARE * length):
        raise TextError("binary", position=found.start(), byte=data[found.start()])


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
