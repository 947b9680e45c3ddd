"""Marks that are not those of Chinese print: half-width ones, dots for an ellipsis, doubled ones.

After GB/T 15834: 标点符号用法.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from editor.model.structure import Role
from editor.proofing.shapes import CHINESE, HAN, matches, printed
from editor.proofing.suspect import Found, Sheet

_WIDE = dict(zip(",;:!?().", "，；：！？（）。", strict=True))
_WIDE_WORD = "０-９Ａ-Ｚａ-ｚ"
_HALF = re.compile(
    rf"(?<=[{HAN}”’）》〉】』」])[,;:!?](?=[{CHINESE}\s0-9A-Za-z{_WIDE_WORD}]|$)"
    rf"|(?<=[0-9A-Za-z%％])[,;!?](?=[{HAN}“‘《（])"
    rf"|(?<=[{_WIDE_WORD}①-⑳])[,;:!?](?=[{HAN}“‘《（])"
    rf"|(?<=[{HAN}”’）》』」])\.(?=[{HAN}0-9{_WIDE_WORD}“‘《（”’]|$)"
    rf"|(?<=[%％])\.(?=[{HAN}]|$)|(?<=[%％]),(?=[0-9A-Z])"
)
_BRACKETED = re.compile(r"[(（]([^()（）]{0,60})[)）]")
_WIDE_RUN = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋－／]*[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ％．＋－／]*")


def half_width(sheet: Sheet) -> Iterator[Found]:
    """A comma, colon, stop or bracket of Latin print at a Chinese character."""
    for number, match in matches(sheet, _HALF):
        mark = match.group()
        yield Found(number, *match.span(), _WIDE[mark], "half", (mark, _WIDE[mark]))
    for number, match in matches(sheet, _BRACKETED):
        text, (start, end) = match.string, match.span()
        near = text[max(0, start - 1) : start] + match.group(1)
        if not re.search(f"[{HAN}]", near):
            continue
        for at in (start, end - 1):
            if text[at] in "()":
                yield Found(
                    number, at, at + 1, _WIDE[text[at]], "half", (text[at], _WIDE[text[at]])
                )


def wide_characters(sheet: Sheet) -> Iterator[Found]:
    """Full-width digits and letters, on a page whose digits are not full-width by habit."""
    if sheet.wide_digits:
        return
    for number, match in matches(sheet, _WIDE_RUN):
        put = unicodedata.normalize("NFKC", match.group())
        yield Found(number, *match.span(), put, "wide", (match.group(), put))


_DOTS = re.compile(
    rf"(?<=[{CHINESE}])(?:\.{{2,}}|。{{3,}}|·{{3,}}|・{{3,}}|．{{2,}})"
    rf"|(?:\.{{3,}}|。{{3,}}|·{{3,}}|・{{3,}}|．{{2,}})(?=[{CHINESE}])"
    r"|(?<!…)…(?!…)|(?<!…)…{3}(?!…)"
)


def ellipses(sheet: Sheet) -> Iterator[Found]:
    """Dots or stops, or half an ellipsis, for ……."""
    for number, match in matches(sheet, _DOTS):
        yield Found(number, *match.span(), "……", "ellipsis", (match.group(),))


_ONES = (
    "(?<![统唯万之同专第单划合归逐一二三四五六七八九十零〇百千星期周])一一"
    "(?![一二三四五六七八九十百千万个次些种天年月日直边样般位名件条对列介解回落作说记登核道兑呈展过"
    "照询排告握点举应答分查验检细数指比陈具揪否交秉送拜访问谈辨告见])"
)
_DASH = re.compile(
    rf"(?<=[{CHINESE}])(?:-{{2,}}|－{{2,}}|─+|―+|–{{2,}})|(?:-{{2,}}|－{{2,}}|─+|―{{2,}})(?=[{CHINESE}])"
    rf"|(?<=[，。！？：；”’）》])(?<!—)—(?!—)|(?<!—)—(?=[，。！？：；“‘])"
    rf"|{_ONES}"
)


def dashes(sheet: Sheet) -> Iterator[Found]:
    """Hyphens, half a dash or 一一 for ——."""
    for number, match in matches(sheet, _DASH):
        yield Found(number, *match.span(), "——", "dash", (match.group(),))


_DOUBLED = re.compile(
    r"([，、；：])\1+|(?<!。)。。(?!。)|，[。、；：！？]|、[，。；：！？]|[；：][，。、]|。[，、；：！？]|[！？][，、。；：]"
    r"|([。！？])”[。]"
)
_STRONG = "。！？；：，、"


def doubled_marks(sheet: Sheet) -> Iterator[Found]:
    """Two marks where one is meant: ，， and 。，; a stop on both sides of a closing quote."""
    for number, match in matches(sheet, _DOUBLED):
        found = match.group()
        put = found[:-1] if "”" in found else min(found, key=_STRONG.index)
        yield Found(number, *match.span(), put, "doubled-mark", (found,))


_LISTED = re.compile(rf"[^。！？]*(?:、[{HAN}·]{{2,4}}(?:（[^（）]*）)?){{3,}}")
"""A paragraph that is a list of names."""
_FINAL = "。！？…’）】—：；.!?)"
_INSIDE = frozenset("。！？…—”’』」）.!?")
"""What may stand before a closing quote, so that nothing follows it."""
_RUNNING = re.compile(
    "[，。]|^(?:本报|新华社|据|中新|人民网)[^，。]{0,30}[电讯]|[今昨][天日晚]|日前|近日|[0-9０-９]日"
)
"""What running text has and a line that stands alone has not: a comma, a dateline, a day."""
_REFERENCE = re.compile(r"[^。！？…”（(][（(]见[^（()）]{1,12}[）)]$")
_OPEN = re.compile(r"[（(][^（()）]*$")


def final_marks(sheet: Sheet) -> Iterator[Found]:
    """A paragraph of running text that ends without a mark, or with a comma."""
    for number, passage in printed(sheet):
        text = passage.text.rstrip()
        if passage.role is not Role.BODY or len(text) < 30:
            continue
        if text[-1] in _FINAL and not _REFERENCE.search(text):
            continue
        if _LISTED.fullmatch(text) or not _RUNNING.search(text[passage.dateline : -1]):
            continue
        end = len(text)
        if text[-1] in "，、":
            yield Found(number, end - 1, end, "。", "final.comma", (text[-1],))
        elif _OPEN.search(text):
            continue  # what is missing is the bracket
        elif (text[-1] in "”》』」" and text[-2] not in _INSIDE) or (
            re.match(f"[{HAN}0-9０-９A-Za-z%％)）]", text[-1])
            and not re.search(r"[。！？”]\s", text[passage.dateline :][-12:])
        ):
            yield Found(number, end, end, "。", "final", ())


_STRAIGHT = re.compile('"')


def straight_quotes(sheet: Sheet) -> Iterator[Found]:
    """Straight quotes: always at Chinese, in English where the page's are curly by habit."""
    if sheet.script == "en" and sheet.straight:
        return
    for number, passage in printed(sheet):
        places = [match.start() for match in _STRAIGHT.finditer(passage.text)]
        even = len(places) % 2 == 0 and not set("“”") & set(passage.text)
        for count, at in enumerate(places):
            if passage.text[max(0, at - 1) : at].isdigit() and sheet.script == "en":
                continue  # inches
            put = "“”"[count % 2] if even else None
            yield Found(number, at, at + 1, put, "straight", ())
