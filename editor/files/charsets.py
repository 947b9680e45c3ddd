"""Which of the few encodings of Chinese text some bytes are in: the one whose result is common.

UTF-8 is tried first and is as good as certain. What is left are double-byte codes that almost
any bytes are valid in, GB18030 above all; so the readings are compared by how common their
characters are. Bytes read in the wrong code give characters that hardly anybody writes.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

# The commonest marks and characters of Chinese print, in both scripts. They are about half
# of any running text; a wrong reading of the bytes hits one of them by chance only.
COMMON = frozenset(
    "，。、；：？！“”‘’「」『』（）《》〈〉—…·　０１２３４５６７８９"
    "的一是不在有了人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机"
    "当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反"
    "你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "員這為個國時來們對會發動過說產種後經進等電現實體機當點從業應開還爾問義間樣與關線數氣變條沒結無軍"
    "題黨記者報訊於裡學長見聞話書東車門馬開頭處務區議資費場縣華總認識記者报讯新闻版市县省"
)

CANDIDATES = ("gb18030", "cp950", "big5hkscs")
"""Double-byte codes, the likeliest first. GB18030 holds GBK and GB2312; the others are Big5."""


def common_share(text: str) -> float:
    """How usual the characters of a decoded text beyond ASCII are, about -1 to 2; 0 for none.

    2 for the commonest, 1 for the first level of the national sets (the few thousand
    characters that people write), 0 for the rest of them, -1 for what is in neither.
    """
    beyond = [mark for mark in text[:20_000] if mark > "\x7f"]
    return sum(map(_weight, beyond)) / len(beyond) if beyond else 0.0


@cache
def _weight(mark: str) -> int:
    if mark in COMMON:
        return 2
    try:
        high, low = mark.encode("gb2312")
        if 0xB0 <= high <= 0xD7 or high in (0xA1, 0xA3):
            return 1
    except (UnicodeEncodeError, ValueError):
        pass
    try:
        high, low = mark.encode("big5")
        if 0xA4 <= high <= 0xC6 or (high == 0xA1 and low):
            return 1
    except (UnicodeEncodeError, ValueError):
        pass
    return 0 if "\u4e00" <= mark <= "\u9fff" else -1


def best_double_byte(data: bytes) -> tuple[str, str] | None:
    """`(encoding, text)` of the likeliest double-byte code that reads all bytes, or None."""
    found: list[tuple[float, str, str]] = []
    for encoding in CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((common_share(text), encoding, text))
    if not found:
        return None
    best = max(found, key=lambda entry: entry[0])  # the first of equals
    return best[1], best[2]


def first_wrong_byte(data: bytes) -> tuple[str, int] | None:
    """`(encoding, position)`: where the code that the bytes are most likely in goes wrong.

    None where they are most likely in none of them.
    """
    ranked = [
        (common_share(data.decode(encoding, "ignore")), encoding) for encoding in CANDIDATES[:2]
    ]
    share, encoding = max(ranked, key=lambda entry: entry[0])
    return (encoding, _wrong(data, encoding)) if share >= _CHINESE else None


_CHINESE = 1.0
"""Below this `common_share` a longer text is hardly Chinese. Measured on newspaper pages: never
under 1.4, and 1.1 for sixty characters of a list of foreign names; Japanese or Korean bytes
read as Chinese give 0.2 to 1.1."""

_ENOUGH = 12  # characters, before anything is said about an encoding
_ESCAPES = ((b"\x1b$B", "ISO-2022-JP"), (b"\x1b$@", "ISO-2022-JP"), (b"\x1b$)C", "ISO-2022-KR"))


def escaped(data: bytes) -> str | None:
    """The name of a seven-bit code that announces itself by escapes, or None."""
    return next((name for mark, name in _ESCAPES if mark in data), None)


def foreign(data: bytes, chinese: str) -> str | None:
    """The Japanese or Korean code (a Python codec) that these bytes are in, or None.

    Most such bytes are valid GB18030 or Big5 too: `chinese` is what they say as that. Chinese
    pages read as Japanese have next to no kana (0.5 % at most) and as Korean about half
    hangul; real Japanese is half kana, real Korean nearly all hangul.
    """
    for encoding in ("cp932", "euc_jp"):
        japanese = _beyond(data, encoding)
        kana = sum("\u3040" <= mark <= "\u30ff" for mark in japanese)
        if kana < _ENOUGH or kana < 0.25 * len(japanese):
            continue
        # GB18030 has kana too, at the places of EUC-JP: the other characters tell.
        if _ideographs(japanese) > _ideographs(chinese):
            return encoding
    korean = _beyond(data, "cp949")
    hangul = sum("\uac00" <= mark <= "\ud7a3" for mark in korean)
    if hangul >= _ENOUGH and hangul >= 0.9 * len(korean) and _commonest(chinese) < 0.1:
        return "cp949"
    return None


_SURE = 1.2
"""From this `common_share` on a text is surely Chinese in the code that it was read in."""


def is_sure(text: str, encoding: str) -> bool:
    """Whether a text that was found to be in `encoding` could hardly be in another one.

    UTF-8 and UTF-16 tell by themselves; a double-byte code by how common its characters are.
    """
    if encoding.startswith("utf"):
        return True
    if encoding not in CANDIDATES:
        return False  # recognised, but no code that pages of a Chinese paper come in
    beyond = sum(mark > "\x7f" for mark in text[:20_000])
    return beyond >= _ENOUGH and common_share(text) >= _SURE


def _beyond(data: bytes, encoding: str) -> str:
    """The characters beyond ASCII; those of the user's own areas and what is wrong count."""
    return "".join(mark for mark in data[:40_000].decode(encoding, "replace") if mark > "\x7f")


def _commonest(text: str) -> float:
    beyond = [mark for mark in text[:20_000] if mark > "\x7f"]
    return sum(mark in COMMON for mark in beyond) / len(beyond) if beyond else 0.0


def _ideographs(text: str) -> float:
    return common_share("".join(mark for mark in text if "\u4e00" <= mark <= "\u9fff"))


def _wrong(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return 0


_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CUT_SHORT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_HIGH = re.compile(rb"[\x80-\xff]")


def looks_like_utf8(data: bytes) -> bool:
    """Whether nine in ten bytes beyond ASCII form UTF-8: damaged UTF-8, and not another code.

    Other codes would read it as rubbish without complaint. A character cut at the end is
    not counted.
    """
    data = _CUT_SHORT.sub(b"", data)
    beyond = len(_HIGH.findall(data))
    formed = sum(map(len, _UTF8_SEQUENCE.findall(data)))
    return beyond > 0 and formed >= 0.9 * beyond


MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks and what they announce; the longer before its own beginning."""


def unmarked_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where bytes with zeros among them read well so, else None.

    Line ends, digits and spaces have a zero byte in UTF-16, on the side that tells the order.
    """
    if len(data) % 2:
        return None
    found: list[tuple[float, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and not _CONTROL.search(text):
            sample = text[:20_000]
            latin = sum(mark <= "\x7f" for mark in sample)
            beyond = common_share(sample) * (len(sample) - latin)
            found.append(((2 * latin + beyond) / len(sample), encoding))
    share, best = max(found, default=(0.0, ""))
    return best if share > 0.5 else None


_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
