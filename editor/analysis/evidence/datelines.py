"""Where and when a report was filed: 本报讯, 新华社北京10月19日电（记者…）, 科学导报讯 记者王波.

The dateline may run over a line's end (「新华社武汉 9 月」⏎「29 日电（记者…）」), so it is
sought in the line together with its next two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from editor.analysis.evidence.names import SURNAMES, name_score, split_names

_HAN = r"[\u3400-\u9fff]"
_DATE = (
    r"(?:\d\s?\d?|[一二三四五六七八九十]{1,2})\s*月\s*"
    r"(?:\d\s?\d?|[一二三四五六七八九十]{1,3})\s*[日曰]"
)
_OURS = r"(?:本报|本報|本刊|本社|本网|本網|本台|本臺)"
_PAPER = rf"{_HAN}{{1,10}} ?{_HAN}{{0,6}}(?:报|報|导报|刊|网|網|社|台|臺|電視台|新闻|新聞|客户端)"
_ORG = rf"(?:{_OURS}|{_PAPER})"
_WORD = r"(?:讯|訊|电|電|专电|專電|消息)"
_APART = r"(?=[\s（(】〕“「]|$|记者|記者|通讯员|通訊員)"
_CORE = regex.compile(
    rf"[（(【〔]?\s*(?:据|據)?\s*(?:"
    rf"{_ORG} ?{_HAN}{{0,8}}\s*{_DATE}\s*(?:电|電|专电|專電)"
    rf"|{_ORG} ?(?:{_HAN}{{0,8}}\s*{_DATE})?\s*(?:讯|訊|消息){_APART}"
    rf"|{_OURS}\s*{_HAN}{{1,8}}{_WORD}{_APART}"
    rf"|(?:综合|綜合){_ORG}(?:、{_ORG}){{0,3}}\s*(?:{_DATE})?\s*(?:电|電|消息|报道|報道|報導){_APART}"
    rf"|(?:本报|本報)\s*(?:讯|訊)"
    rf"|{_HAN}{{2,10}}[|丨]?{_HAN}{{2,8}}(?:报|報|刊|网)\s*(?:讯|訊){_APART}"
    rf"|{_HAN}{{2,10}}(?:报|報|刊)\s?(?:讯|訊)"
    rf"|据(?:新华社|中新社|新華社|中通社)\s*电{_APART}"
    rf")[）)】〕]?"
    rf"|[〔【（(](?:記者|记者)(?P<who>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,2}})[／/]{_HAN}{{2,8}}"
    rf"(?:報導|报道|報道)[〕】）)]"
)
_WHO = r"(?:记\s*者|記\s*者|通\s*讯\s*员|通\s*訊\s*員)"
_REPORTERS = regex.compile(
    r"\s*[（(]{1,2}\s*(?:本报|本報|人民网|新华社)?\s*(?:见习|特约|实习|特派|驻\S{1,4})?\s*"
    rf"{_WHO}[^（()）。]{{1,40}}[）)]"
)
_ROLE = regex.compile(rf"\s*(?:本报|本報)?(?:见习|特约|实习)?{_WHO}\s*(?=[\u3400-\u9fff])")
_HALF_ROLE = regex.compile(rf"\s+[记記者](?={_HAN}{{2,3}}[\s、，])")
"""A reporter's title without brackets that OCR took a character from."""
_NAME = regex.compile(rf"({_HAN}{{2,4}})(?=[\s、，]|$)|({_HAN})\s({_HAN}{{1,2}})(?=[\s、，]|$)")
_CUT = regex.compile(rf"{_HAN}\n{_HAN}{{1,2}}(?=[\s、，]|$)|{_HAN}{{2}}\n{_HAN}(?=[ 　、，])")
"""A name that a line end cut: one or two characters before it."""
_SAID = regex.compile(r"\s*(?:摄影)?(?:报道|報道|報導|采写|整理)\s*$")
"""What stands behind the last name and is no part of it."""
_B = r"[ \u3000]"
_NEXT = regex.compile(
    rf"(?:{_B}(?!(?:连日|連日|近日|日前|今天|昨天|今日|昨日|管委|党委|黨委|应邀|應邀|全国|全國|全省|全市))"
    rf"(?={_HAN}{{2,3}}(?:{_B}|\n)|{_HAN}{_B}{_HAN}{{1,2}}(?:{_B}|\n)"
    rf"|{_HAN}\n{_HAN}{{1,2}}{_B}|{_HAN}{{2}}\n{_HAN}{_B})"
    rf"|\n(?={_HAN}{{2,3}}{_B}|{_HAN}{_B}{_HAN}{{1,2}}{_B}))"
)
"""A blank before what may be a further reporter: two or three characters between blanks.

A line may end before the name, behind it, or in it.
"""
_BROKEN = regex.compile(r"\s*[（(]{1,2}\s*(?:记者|記者)\s*(?P<names>.{2,12}?)(?=[\s，。]|$)")
_DAMAGED = regex.compile(
    r"\s*[（(]{1,2}\s*(?:[记記]|者|[记記].|.者)?\s*(?P<names>[^（()）。，]{2,24}?)\s*[）)]"
)
"""A bracket of reporters that OCR took a character from."""
_UNCLOSED = regex.compile(r"\s*[（(]{1,2}\s*(?:记者|記者)\s*(?=[\u3400-\u9fff]{4})")
"""One that nothing closes, the text following at once."""
_TIGHT = regex.compile(rf"{_HAN}{{2,3}}(?=\s|$)")
_COMMA = regex.compile(r"\s*、\s*")
_SINCE = frozenset("从從")
"""A surname, but 记者从……获悉 is how news begin."""
_COMMON = regex.compile(r"讯|訊|電|电|消息|报道|報道|報導")


class Dateline(NamedTuple):
    """A dateline at the start of a text: its end in it, its reporters' spans, and its form.

    `core`: where the words without the reporters end. `sure`: false where it cannot be told where
    the reporters end: OCR lost a half of their bracket or of the word before the names, or
    nothing parts a name from the text.
    """

    end: int
    core: int
    names: tuple[tuple[int, int], ...]
    form: str
    sure: bool = True


@lru_cache(maxsize=4096)
def dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with, if any. `text` needs no more than 90 characters."""
    if not _COMMON.search(text, 0, 40):
        return None
    found = _CORE.match(text)
    if not found or found.end() > 36:
        return None
    core = end = found.end()
    names: tuple[tuple[int, int], ...] = ()
    sure = True
    if found["who"]:
        names = split_names(text, *found.span("who")).spans
        return Dateline(end, core, names, "讯")
    bracket = _REPORTERS.match(text, core)
    if bracket:
        end = bracket.end()
        opening = (
            bracket.group().rfind("（") if "（" in bracket.group() else bracket.group().rfind("(")
        )
        names = _over_lines(text, core + opening + 1, end - 1)
    else:
        role = _ROLE.match(text, core)
        half = None if role else _HALF_ROLE.match(text, core)
        titled = role or half
        spans = _listed(text, titled.end(), titled is half) if titled else []
        if spans:
            names, end = tuple(spans), spans[-1][1]
            sure = half is None and not _may_go_on(text, core, spans)
        elif role:
            tight = _TIGHT.match(text, role.end())
            if tight:
                end, names = tight.end(), ((role.end(), tight.end()),)
            else:
                sure = not _goes_into_text(text, role.end())
        else:
            broken = _BROKEN.match(text, core)
            if broken and broken.group("names").strip()[:1] in SURNAMES:
                inner_names = split_names(text, broken.start("names"), broken.end("names"))
                if inner_names.score >= 0.8:
                    end, names, sure = broken.end(), inner_names.spans, False
            if not names and (damaged := _damaged(text, core)):
                end, names = damaged
                sure = False
    form = "电" if found.group().rstrip("）)】〕")[-1:] in "电電" else "讯"
    return Dateline(end, core, names, form, sure)


def _listed(text: str, start: int, doubtful: bool) -> list[tuple[int, int]]:
    """The reporters that a text lists from `start` on; `doubtful`: perhaps there is none."""
    spans: list[tuple[int, int]] = []
    at = start
    while True:
        name = _CUT.match(text, at) or _NAME.match(text, at)
        if not name:
            break
        token = "".join(name.group().split())
        if name_score(token) < (0.85 if spans or doubtful else 0.15):
            break
        spans.append((at, name.end()))
        gap = _COMMA.match(text, name.end()) or _NEXT.match(text, name.end())
        if not gap:
            break
        at = gap.end()
    return spans


def _may_go_on(text: str, core: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is open if the last of some reporters is one, or a further one stands there.

    So it is behind a comma, and at a line's end where names are several or nothing is parted.
    """
    behind = text[spans[-1][1] :][:1]
    return behind in ("、", "，") or (behind == "\n" and (len(spans) > 1 or text[core] == "记"))


def _goes_into_text(text: str, at: int) -> bool:
    """Whether a name stands there that nothing parts from the text behind it."""
    if text[at] not in SURNAMES or text[at] in _SINCE:
        return False
    return any(name_score(text[at : at + size]) >= 0.85 for size in (3, 2))


def _damaged(text: str, core: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Where a damaged bracket of reporters ends, and their names."""
    found = _DAMAGED.match(text, core)
    if found:
        names = split_names(text, found.start("names"), found.end("names"))
        return (found.end(), names.spans) if names.score >= 0.8 else None
    found = _UNCLOSED.match(text, core)
    if found:
        at = found.end()
        size = max((3, 2), key=lambda size: name_score(text[at : at + size]))
        if text[at] in SURNAMES:
            return at + size, ((at, at + size),)
    return None


def _over_lines(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The reporters of a bracket that may run over line ends, which cut names anywhere."""
    places = [at for at in range(start, end) if text[at] != "\n"]
    flat = "".join(text[at] for at in places)
    places.append(end)
    return tuple((places[a], places[b - 1] + 1) for a, b in _reporters(flat, 0, len(flat)))


def _reporters(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The reporters of `记者张三、李四`; roles are left out of the names."""
    role = regex.compile(
        r"\s*(?:本报|本報|人民网|新华社)?\s*(?:见习|特约|实习|特派|驻\S{1,4})?\s*"
        r"(?:记者|記者|通讯员|通訊員)\s*"
    )
    at = start
    spans: list[tuple[int, int]] = []
    if said := _SAID.search(text, start, end):
        end = said.start()
    head = role.match(text, at, end)
    if head:
        at = head.end()
    found = split_names(text, at, end)
    if found.spans:
        for left, right in found.spans:
            inner = role.match(text, left, right)
            spans.append((inner.end() if inner else left, right))
        return tuple(spans)
    for part in regex.finditer(r"[^、，,/\s]+", text[at:end]):
        spans.append((at + part.start(), at + part.end()))
    return tuple(spans)
