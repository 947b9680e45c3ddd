"""Marks that are not those of Chinese print: half-width ones, dots for an ellipsis, doubled ones.

After GB/T 15834: 标点符号用法.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from editor.proofing.shapes import CHINESE, HAN, matches, printed
from editor.proofing.suspect import Found, Sheet

_WIDE = dict(zip(",;:!?().｡､｢｣", "，；：！？（）。。、「」", strict=True))
_WIDE_WORD = "０-９Ａ-Ｚａ-ｚ"
_OPENS = "“‘《（「『"
_HALF = re.compile(
    rf"(?<=[{HAN}”’）》〉】』」？！。…])[,;:!?](?=[{CHINESE}\s0-9A-Za-z{_WIDE_WORD}!?\"'<]|$)"
    rf"|(?<=[{HAN}][!?])[!?]|(?<=[{HAN}])[!?.](?=\))"
    rf"|(?<=[{HAN}”’）》] )[,;:!?](?=[{CHINESE}\s0-9A-Za-z{_WIDE_WORD}]|$)"
    rf"|(?<=[0-9A-Za-z%％+)\]℃°])[,;:!?](?=[{HAN}{_OPENS}])"
    rf"|(?<=[{_WIDE_WORD}①-⑳])[,;:!?](?=[{HAN}{_OPENS}”’」』])"
    rf"|(?<=[{HAN}”’）》』」])\.(?=[{HAN}0-9{_WIDE_WORD}{_OPENS}”’\"」』\s]|$)"
    rf"|(?<=[%％])\.(?=[{HAN}（(]|$)|(?<=[%％]),(?=[0-9A-Z])|[｡､｢｣]"
)
_STOP = re.compile(
    rf"(?<![图表第附注例题条章节式{HAN}])[{HAN}][0-9０-９]{{2,8}}(?P<m>\.)(?=[{HAN}])"
)
"""A half-width stop behind a number in a sentence: 共来了300.其中."""
_LAST = re.compile(rf"[{HAN}][^a-zA-Z]{{0,40}}[0-9０-９]\.$")
"""A half-width stop behind a number that ends a paragraph."""
_BRACKETED = re.compile(r"[(（]([^()（）]{0,60})[)）]")
_TUPLE = re.compile(r"\(\s*[-+−]?[0-9A-Za-z.]{1,6}(?:,\s*[-+−]?[0-9A-Za-z.]{1,6})+\s*\)")
"""Numbers or letters between brackets as mathematics has them: (3, 4)."""
_WIDE_RUN = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋－／]*[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ％．＋－／]*")


def half_width(sheet: Sheet) -> Iterator[Found]:
    """A comma, colon, stop or bracket of Latin print at a Chinese character."""
    for number, match in matches(sheet, _HALF):
        mark = match.group()
        yield Found(number, *match.span(), _WIDE[mark], "half", (mark, _WIDE[mark]))
    for number, match in matches(sheet, _STOP):
        yield Found(number, *match.span("m"), "。", "half", (".", "。"))
    for number, passage in printed(sheet):
        text = passage.text
        if text.endswith(".") and len(text) > 12 and _LAST.search(text[-44:]):
            yield Found(number, len(text) - 1, len(text), "。", "half", (".", "。"))
    for number, match in matches(sheet, _BRACKETED):
        text, (start, end) = match.string, match.span()
        near = text[max(0, start - 1) : start] + match.group(1)
        if not re.search(f"[{HAN}]", near) or _TUPLE.fullmatch(match.group()):
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


_DOTTED = "(?:。{3,}|·{3,}|・{3,}|･{3,}|\\.(?: ?\\.){2,}|．{2,}|⋯+|‥+|…(?: +…)+)"
_DOTS = re.compile(
    rf"(?<=[{CHINESE}])(?:\.{{2,}}|{_DOTTED})|{_DOTTED}(?=[{CHINESE}])"
    r"|(?<![…\s])…(?! ?…)|(?<!…)…(?:……)+(?!…)"
)


def _beside(match: re.Match[str]) -> str:
    """The characters before and behind what was found."""
    return match.string[: match.start()][-1:] + match.string[match.end() :][:1]


def ellipses(sheet: Sheet) -> Iterator[Found]:
    """Dots or stops, or half an ellipsis, for ……."""
    for number, match in matches(sheet, _DOTS):
        if re.fullmatch("[「“\\[(（《][」”\\])）》]", _beside(match)):
            continue  # dots that are shown as such
        yield Found(number, *match.span(), "……", "ellipsis", (match.group(),))


_ENDS_SO = "统唯万之同专第单划合归逐一二三四五六七八九十零〇百千星期周"
"""What goes before 一 in a word or number."""
_ONES = (
    f"(?<![{_ENDS_SO}，、；：又再都也便就将已要会可能初])一一"
    "(?![一二三四五六七八九十百千万个次些种天年月日直边样般位名件条对列介解回落作说记登核道兑呈展过"
    "照询排告握点举应答分查验检细数指比陈具揪否交秉送拜访问谈辨告见罗结签签兑现化偿封齐]|读给|写[在下明出]|进行|编[号排入]|调[度查整解试]|领[取诺走回]|退[去回还出]|道[来出别]|清[点理查]|登[门记]|言之)"
)
_KICKER = re.compile(
    f"(?<![{_ENDS_SO}])(?P<m>一一)(?=(?:记(?![录下住载着牢清])|访(?![问谈遍])|写在|读|评|论|谈|致|献给|悼|忆"
    f"|纪念|看|听|从|来自|介绍|祝贺|回眸|走进|探访|专访)[^，。；！？一]{{4,}}$)"
)
"""In a line that ends without a mark: what is told of, and how (……——记一位船长)."""
_YEARS = "一(?:一|——?)(?=[一二][〇○零九][〇○零一二三四五六七八九]{2}年)"
_HALF_READ = f"(?<![—{_ENDS_SO}])一—(?!—)|(?<!—)—一(?=[我你他她它咱这那其])"
_FOR_ONE = f"(?<![{_ENDS_SO}初高大小不如头进])一(?=[我你他她它咱][们的是在说也都就])"
"""One 一 for a dash: before a pronoun it stands in no other way."""
_LINES = "(?=—*[-－ー﹣–―─])[-－ー﹣–―─—]{2,}|[─―⸺]|(?<!—)—(?: +—)+(?!—)|- -"
_DASH = re.compile(
    rf"(?<=[{CHINESE}]) ?(?:{_LINES})(?!(?<=--)[a-z])(?: (?=[{CHINESE}]))?"
    rf"|(?:-{{2,}}|－{{2,}}|─+|―{{2,}})(?=[{CHINESE}])"
    rf"|(?<=[，。！？：；”’）》])(?<!—)—(?![—一0-9０-９])|(?<!—)—(?=[，。！？：；“‘])"
    rf"|(?<![{_ENDS_SO}])(?<=[{HAN}])一 一(?=[{HAN}])"
    rf"|{_YEARS}|{_HALF_READ}|{_ONES}|{_FOR_ONE}"
)


def dashes(sheet: Sheet) -> Iterator[Found]:
    """Hyphens, half a dash, 一一 or 一 for ——."""
    for number, match in matches(sheet, _DASH):
        yield Found(number, *match.span(), "——", "dash", (match.group(),))
    for number, match in matches(sheet, _KICKER):
        if not re.match(_ONES, match.string[match.start() - 1 :][1:]):
            yield Found(number, *match.span("m"), "——", "dash", (match["m"],))


_GAP = "[ \u3000]*"
_DOUBLED = re.compile(
    rf"(?<!。)(?!。。。)[，、；：。](?:{_GAP}[，、；：。](?!。。))+|[，、。]{_GAP}[！？]|[！？][，、。；：](?!。)"
    r"|(?P<m>[，：])“(?P=m)"
    rf"|[，、；：。][,;.](?![.])|(?<=[{HAN}0-9%％”）])(?:[,;]{{2}}|[,;.][，。；、])"
    r"|([。！？])”[。]|[。，]”，|，”。|。[）)]。|……。|(?<!·)··(?!·)|《《|》》"
)
_STRONG = "。！？；：，、.;,"
_HALVES = {",": "，", ";": "；", ".": "。"}


def doubled_marks(sheet: Sheet) -> Iterator[Found]:
    """Two marks where one is meant: ，， and 。，; a stop on both sides of a closing quote."""
    for number, match in matches(sheet, _DOUBLED):
        found = match.group()
        yield Found(number, *match.span(), _one_of(found), "doubled-mark", (found,))


def _one_of(found: str) -> str:
    """The one mark of two that is to stand."""
    if "“" in found:
        return found[:2]
    if "”" in found:
        return found[:-1] if found[-1] == "。" or found[0] == "。" else found[1:]
    if found[1] in "）)":
        return found[1:]
    if found[0] == "…":
        return "……"
    if found[0] in "·《》":
        return found[0]
    marks = found.replace(" ", "").replace("\u3000", "")
    one = min(marks, key=_STRONG.index)
    return _HALVES.get(one, one)
