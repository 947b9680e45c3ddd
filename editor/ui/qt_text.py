"""The only place where code points and Qt's UTF-16 meet, and where text is made fit for Qt.

`out_at`, `raw_at`: code points of the text that is true. `qt_at`: UTF-16 units of the text that
Qt shows. `shown` puts a stand-in of the same length for every character that Qt would change,
split lines at, or show as nothing.
"""

from __future__ import annotations

from os.path import commonprefix

_STAND_INS = {
    0x000A: "\u2028",  # a line end inside a block: Qt breaks the line and keeps the block
    0x2028: "⏎",
    0x2029: "¶",
    0xFFFC: "▯",
    0xFFFE: "▯",
    0xFFFF: "▯",
    0x0085: "⏎",
    0x007F: "␡",
    0x00A0: "\u2007",
    0xFEFF: "▯",
    0x00AD: "▯",
    0x061C: "▯",
    0x200B: "▯",
    0x200E: "▯",
    0x200F: "▯",
    0x2060: "▯",
}
_STAND_INS |= {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_STAND_INS[0x000C] = "▽"  # a page's end: few fonts have pictures of control characters
_STAND_INS |= {code: "▯" for code in range(0x80, 0xA0) if code != 0x85}
_STAND_INS |= dict.fromkeys(range(0xFDD0, 0xFDF0), "▯")
_STAND_INS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "▯")
_STAND_INS |= dict.fromkeys(range(0xD800, 0xE000), "▯")


def shown(text: str) -> str:
    """`text` as Qt may have it: the same number of code points, none that Qt changes."""
    return text.translate(_STAND_INS)


def to_qt(text: str, out_at: int) -> int:
    """The `qt_at` of a place in `text` (either the true or the shown one)."""
    if text.isascii() or not text or max(text) <= "\uffff":
        return out_at
    return out_at + sum(1 for character in text[:out_at] if character > "\uffff")


def to_out(text: str, qt_at: int) -> int:
    """The `out_at` of a `qt_at`; inside a pair of surrogates, the place before it."""
    if text.isascii() or not text or max(text) <= "\uffff":
        return min(qt_at, len(text))
    units = 0
    for out_at, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > qt_at:
            return out_at
    return len(text)


def change(old: str, new: str, caret: int) -> tuple[int, int, str]:
    """What an input did: the characters of `old` from start to end became this text.

    `caret` (in `new`) breaks ties: what stands behind it was there before, so a letter typed
    into a run of the same letter is found where it was typed. Equal texts give an empty change.
    """
    if old == new:
        return caret, caret, ""
    room = min(len(old), len(new))
    same = _suffix(old, new, min(room, max(0, len(new) - caret)))
    head = len(commonprefix((old[: room - same], new[: room - same])))
    same = _suffix(old, new, room - head)
    return head, len(old) - same, new[head : len(new) - same]


def _suffix(old: str, new: str, most: int) -> int:
    return len(commonprefix((old[len(old) - most :][::-1], new[len(new) - most :][::-1])))
