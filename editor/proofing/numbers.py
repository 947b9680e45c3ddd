"""Numbers as texts print them: in digits, full-width or half, or in Chinese."""

from __future__ import annotations

from editor.proofing.suspect import Sheet
from editor.proofing.traditional import simplified

_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord("．"): ".", ord("％"): "%", ord("－"): "-", ord("："): "：",
}  # fmt: skip
_DIGITS = {c: n % 10 for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "O": 0, "两": 2,
}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000, "萬": 10_000, "億": 100_000_000}


def plain(text: str) -> str:
    """A text as long as it was, with half-width digits."""
    return text.translate(_WIDE)


def simply(sheet: Sheet, text: str) -> str:
    """A text as long as it was, with half-width digits and in simplified characters."""
    return plain(simplified(text) if sheet.traditional else text)


def number_of(text: str) -> int:
    """A whole number in digits or Chinese, in full (三十二) or digit by digit (二〇二四).

    Raises `ValueError` where it is none.
    """
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    try:
        if not set(text) & (_UNITS.keys() | _MYRIADS.keys()):
            return int("".join(str(_DIGITS[char]) for char in text))
        total = part = digit = 0
        for char in text:
            if char in _UNITS:
                part += (digit or 1) * _UNITS[char]
                digit = 0
            elif char in _MYRIADS:
                total, part, digit = (total + part + digit) * _MYRIADS[char], 0, 0
            else:
                digit = _DIGITS[char]
    except KeyError as error:
        raise ValueError(text) from error
    return total + part + digit
