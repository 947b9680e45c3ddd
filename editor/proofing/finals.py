"""Paragraphs that end without a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.analysis.evidence.names import SURNAMES
from editor.model.structure import Role
from editor.proofing.shapes import HAN, printed
from editor.proofing.suspect import Found, Passage, Sheet

_LISTED = re.compile(rf"[^。！？]*(?:、[{HAN}·]{{2,4}}(?:（[^（]*）)?){{3,}}")
"""A paragraph that is a list of names."""
_FINAL = "。！？…’】—：；.!?)"
_INSIDE = frozenset("。！？；…—”’』」）.!?")
"""What may stand before a closing quote, so that nothing follows it."""
_RUNNING = re.compile(
    "[，。！？]|^(?:本报|新华社|据|中新|人民网)[^，。]{0,30}[电讯]|[今昨][天日晚]|日前|近日|[0-9０-９]日"
)
"""What running text has and a line that stands alone has not: a comma, a dateline, a day."""
_SENTENCE = re.compile(f"^(?!.*关于.*的[{HAN}]{{2,4}}$).*[{HAN}”》）](?:的|了)[{HAN}]")
"""What sentences have and headlines mostly save."""
_LONG = 30
"""Characters from which a paragraph without a mark inside is a sentence, and no line of verse."""
_REFERENCE = re.compile(r"[^。！？…”（(][（(]见[^（()）]{1,12}[）)]$")
_HALF_NOTE = re.compile(f"[(][^()]*[{HAN}][^()]*[)]$")
_OPEN = re.compile(r"[（(][^（()）]*$")
_NOTED = re.compile(r"(?:[（(][^（()）]*[）)])+$")
_CREDIT = re.compile(
    "图|照|摄|记者|作者|原载|选自|摘|^.?[上中下一二三四五六七八九十][篇）]|修正|修订|通过|施行|行书|电）|讯）|完）"
    "|待续|供稿|发）|译|编|版|单位|责任|资料|节选|本报|新华|[0-9０-９]）|[％%]）|。|：|—"
)
_ENTRY = re.compile(f"[{HAN}]{{2,4}}：")
"""Begins what is filled in: 时间：……，地点：……."""
_NUMBER = re.compile("[a-zA-Z]{2,}\\.[a-zA-Z/.?=&_-]+$|@[\\w.]+$|[0-9]{5,}$")
"""An address or a telephone number, behind which print sets nothing."""
_SHORT = 30
"""Characters of a credit at most."""
_NAME = f"[{''.join(sorted(SURNAMES))}][{HAN}]{{1,2}}"
_SIGNED = re.compile(
    "(?:责任编辑|责编|编辑|记者|通讯员|作者|来源|供图|图片|摄影|撰文|发布者|校对)"
    rf"(?:[：:\s].{{0,24}}|{_NAME}(?:[、\s].*|报道|摄)?)$|^.{{0,16}}(?:摄|供图)$"
)
"""Who wrote, edited or took it, behind the last sentence."""
_NAMED = re.compile(f"(?:^|[。！？])(?P<n>[{HAN}]{{2,4}})(?<![说道问答称])$")


def final_marks(sheet: Sheet) -> Iterator[Found]:
    """A paragraph of running text that ends without a mark, or with a comma."""
    for number, passage in printed(sheet):
        text = passage.text.rstrip()
        if passage.role is not Role.BODY or not _sentences(passage, text):
            continue
        end = len(text)
        if text[-1] in "，、":
            yield Found(number, end - 1, end, "。", "final.comma", (text[-1],))
        elif _ends_open(passage, text):
            yield Found(number, end, end, "。", "final", ())


def _sentences(passage: Passage, text: str) -> bool:
    """Whether a passage is running text: no headline, list, verse or entry."""
    body = text[passage.dateline :]
    if len(text) < _LONG:
        stopped = re.search("[。！？][^。！？]{5,}$", body)
        return bool(stopped) and "，" in body and not _verse(body)
    if _LISTED.fullmatch(text) or _entries(body) or _verse(body):
        return False
    return bool(_RUNNING.search(body[:-1]) or ("——" not in body and _SENTENCE.search(body)))


def _entries(text: str) -> bool:
    """Whether half of the clauses are keys with their values."""
    clauses = [part for part in re.split("[，；。\\s]", text) if part]
    keyed = sum(bool(_ENTRY.match(part)) for part in clauses)
    return keyed > 1 and keyed * 2 >= len(clauses)


def _verse(text: str) -> bool:
    """Whether the clauses are as long as one another, as lines of verse are."""
    sizes = [len(part) for part in re.split("[，。；！？]", text) if part]
    return len(sizes) > 2 and len(set(sizes)) == 1 and sizes[0] in (4, 5, 6, 7)


def _ends_open(passage: Passage, text: str) -> bool:
    """Whether the last sentence has no end."""
    if text[-1] == "）" or _HALF_NOTE.search(text) or _REFERENCE.search(text):
        return bool(_REFERENCE.search(text)) or _behind_bracket(text)
    if text[-1] in _FINAL or _OPEN.search(text):
        return False  # where a bracket is open, that is what is missing
    if _NUMBER.search(text):
        return False
    last = re.split("[。！？”」…]", text)[-1]
    if len(last) <= _SHORT and last != text and _SIGNED.search(last):
        return False
    if (named := _NAMED.search(text)) and named["n"][0] in SURNAMES:
        return False
    if text[-1] in '”》』」"':
        return text[-2] not in _INSIDE or text.endswith("）”")
    return bool(re.match(f"[{HAN}0-9０-９A-Za-zＡ-Ｚａ-ｚ%％℃)]", text[-1])) and not re.search(
        r"[。！？”]\s", text[passage.dateline :][-12:]
    )


def _behind_bracket(text: str) -> bool:
    """Whether a remark in brackets ends the paragraph, and neither it nor the sentence has an end.

    Who wrote and what goes with it stand behind the end: （记者……）, （附图片）.
    """
    noted = _NOTED.search(text)
    if noted is None or "——" in text or "，" not in text or _CREDIT.search(noted.group()):
        return False
    return bool(re.match(f"[{HAN}0-9０-９”》]", text[: noted.start()][-1:])) and (
        text[: noted.start()][-2:] not in ("。”", "！”", "？”", "…”")
    )
