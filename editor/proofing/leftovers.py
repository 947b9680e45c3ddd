"""What extraction and the line end left behind: hyphens, characters that nobody sees or reads."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from editor.proofing.shapes import HAN, matches
from editor.proofing.spaces import RUNNING
from editor.proofing.suspect import Found, Sheet

_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x9f]+"
)
_UNREADABLE = re.compile(
    "[\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+"
    f"|â€[\x80-\xbfœ™“”˜¦]?|ï»¿|ï¿½|(?<=[{HAN}])[□■▯〓¤](?=[{HAN}，。；、])"
)
"""What was not decoded, what a font of one's own showed, and what stands for a lost character."""
_OTHER_FORM = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
"""Radicals in the place of characters, and letters in one: ⼀, ﬁ."""
_MARKUP = re.compile(
    "&(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|hellip|mdash|ndash|middot|times|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5});"
    "|</?(?:br|p|span|div|font|strong|em|b|i|u|img|sup|sub)(?: [^<>]*)?/?>"
)
_HYPHEN = re.compile(
    r"(?<=[a-z])[-‐‑] +(?=[a-z]{2})(?!(?:and|or|to|nor|versus|through|by)\b)"
    r"|(?<=[A-Z]{2})[-‐‑] +(?=[A-Z]{2})(?!(?:AND|OR|TO)\b)|(?<=[A-Za-z])¬ *(?=[A-Za-z])"
)
_HAN_HYPHEN = re.compile(rf"(?<=[{HAN}])(?:[\u2010\u2011¬]|- )(?=[{HAN}])")
_STROKES = "丨丿亅乀丶乚"
"""Strokes, which are no words."""
_HAN_LONE = re.compile(
    rf"(?<=[{HAN}])(?:[\\^`_˙¨´＿]|(?<![哦哟啊呀吧呢啦喔噢嘛])~)(?=[{HAN}])|(?<=[{HAN}，。；！？、：])[|｜¦](?=[{HAN}，。；！？、：]|$)"
    rf"|^[|｜¦](?=[{HAN}])|(?<=[{HAN}，。；！？、：])[{_STROKES}](?=[{HAN}，。；！？、：]|$)"
)
_NAMED = re.compile(f"[（(][{HAN}]{{2,8}}[|｜][{HAN}]{{2,8}}[）)]")
"""Who and for whom, between brackets: （林小满|江城晚报）."""
_CREDIT = re.compile(rf"(?:^|[^{HAN}])(?:文|图|摄影|撰文|记者|作者|编辑)$")
"""Before a name that is parted from what its bearer did: 文|林小满."""
_ENGLISH_LONE = re.compile(r"(?<=[a-z,;])[|¦](?= [a-z]|$)|(?<=[a-z,;] )[|¦](?=[a-z])")
_PAGE = re.compile(
    rf"(?<=[{HAN}，、])(?P<edge>[-－—–·]) ?[0-9]{{1,3}} ?(?P=edge)(?=[{HAN}])"
    r"|第 ?[0-9]+ ?页[ ，／/]?共 ?[0-9]+ ?页|共 ?[0-9]+ ?页[ ，／/]?第 ?[0-9]+ ?页"
)
"""A page's number in the text: -12-."""


def leftovers(sheet: Sheet) -> Iterator[Found]:
    """Hyphens of line ends, page numbers, markup, what cannot be seen or read, lone strokes."""
    for number, match in matches(sheet, _UNSEEN):
        code = f"U+{ord(match.group()[0]):04X}"
        yield Found(number, *match.span(), "", "leftover.unseen", (code,))
    for number, match in matches(sheet, _UNREADABLE):
        shown = match.group()
        lost = len(shown) > 1 and shown.isprintable()
        fact = shown if lost else f"U+{ord(shown[0]):04X}"
        yield Found(number, *match.span(), None, "leftover.unreadable", (fact,))
    for number, match in matches(sheet, _OTHER_FORM):
        form = unicodedata.normalize("NFKC", match.group())
        if form != match.group():
            yield Found(number, *match.span(), form, "leftover.form", (form,))
    for number, match in matches(sheet, _MARKUP):
        meant = html.unescape(match.group()).replace("\xa0", " ")
        put: str | None = "" if meant[0] == "<" and match.group()[0] == "<" else meant
        yield Found(number, *match.span(), put, "leftover.markup", (match.group(),))
    for number, match in matches(sheet, _HYPHEN):
        yield Found(number, *match.span(), "", "leftover.hyphen", ())
    if sheet.script != "zh":
        for number, match in matches(sheet, _ENGLISH_LONE, RUNNING):
            yield Found(number, *match.span(), "", "leftover.stray", (match.group(),))
        return
    for number, match in matches(sheet, _HAN_LONE, RUNNING):
        named = _NAMED.search(match.string, max(0, match.start() - 12), match.end() + 12)
        if named or _CREDIT.search(match.string[: match.start()][-8:]):
            continue
        put = None if match.group() in _STROKES.replace("丨", "") else ""
        yield Found(number, *match.span(), put, "leftover.stroke", (match.group(),))
    for number, match in matches(sheet, _HAN_HYPHEN, RUNNING):
        put = "" if match.group() == "- " else None
        yield Found(number, *match.span(), put, "leftover.stroke", (match.group().strip(),))
    for number, match in matches(sheet, _PAGE, RUNNING):
        yield Found(number, *match.span(), "", "leftover.page", (match.group(),))
