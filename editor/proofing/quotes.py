"""Quotation marks that are none of Chinese print, and straight ones in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.proofing.shapes import CHINESE, HAN, matches, printed
from editor.proofing.suspect import Found, Sheet

_STRAIGHT = re.compile('["＂]')
_AT_CHINESE = f"[{CHINESE}]"
_INVENTED = re.compile(
    rf"``|''|[″〝〞„‟«»≪≫＇]|<<(?=[{HAN}])|(?<=[{HAN}！？])>>"
    rf"|<(?=[{HAN}][^<>]{{0,30}}>)|(?<=[{HAN}！？0-9])>"
    rf"|(?<=[{CHINESE}])'(?=[{HAN}])|(?<=[{CHINESE}])'(?=[{CHINESE}]|$)"
)
_PUT = {"≪": "《", "≫": "》", "«": "《", "»": "》", "<<": "《", ">>": "》", "<": "《", ">": "》"}
_PUT |= {"〝": "“", "〞": "”", "„": "“", "``": "“", "''": "”"}


def straight_quotes(sheet: Sheet) -> Iterator[Found]:
    """Straight quotes: always at Chinese, in English where the page's are curly by habit.

    At Chinese also what stands for a quotation or title mark and is none: ``…'', <<…>>.
    """
    if sheet.script == "en":
        if not sheet.straight:
            for number, match in matches(sheet, _STRAIGHT):
                if not match.string[: match.start()][-1:].isdigit():  # inches
                    yield from _told(number, match.string, [match.start()])
        return
    for number, passage in printed(sheet):
        text = passage.text
        places = [match.start() for match in _STRAIGHT.finditer(text)]
        if places and re.search(f"[{HAN}]", text):
            yield from _told(number, text, [at for at in places if not _of_latin(text, at)])
    for number, match in matches(sheet, _INVENTED):
        mark = match.group()
        if mark in ("<", ">", "<<", ">>") and not {"<", ">"} <= set(match.string):
            continue
        if mark in "″〞" and match.string[: match.start()][-1:].isdigit():
            continue
        put = _PUT.get(mark)
        yield Found(number, *match.span(), put, "quote.invented", (mark,))


def _told(number: int, text: str, places: list[int]) -> Iterator[Found]:
    even = len(places) % 2 == 0 and not set("“”") & set(text)
    for count, at in enumerate(places):
        yield Found(number, at, at + 1, "“”"[count % 2] if even else None, "straight", ())


def _of_latin(text: str, at: int) -> bool:
    """Whether a straight quote stands in Latin text or a formula, or behind inches."""
    before, behind = text[:at][-1:], text[at + 1 : at + 2]
    if before.isascii() and behind.isascii() and before.strip() and behind.strip():
        return True
    return bool(re.search("[0-9][.'][0-9]{1,2}$", text[:at])) and text.count('"') % 2 == 1
