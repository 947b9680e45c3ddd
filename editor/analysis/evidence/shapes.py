"""Lines that are no running text by their shape: headlines, crossheads, captions, furniture."""

from __future__ import annotations

import regex

from editor.analysis.evidence.edges import goes_through
from editor.analysis.evidence.furniture import PAPER_NAME, SECTION, is_row
from editor.analysis.evidence.view import Found, View
from editor.analysis.metrics import is_han

_GAP = regex.compile(r"[\u3400-\u9fff”’」』》] [\u3400-\u9fff“‘「『《]")
_NUMBERED = regex.compile(
    r"(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[①-⑩]|之[一二三四五六七八九十])"
)
_NOTE = regex.compile(
    r"[（(](?:作者|本报记者|记者|通讯员|实习生|来源|据|原载|编译|参与|采访|本文|本版|本组|文中|图文|整理|摘自|转自|策划|统筹)"
    r".*[）)]?$|[（(]本报[\u3400-\u9fff、]{2,}[、电電]|——编\s*者|[（(].*(?:采写|整理|报道|贡献|供稿)[）)]$"
)


STOPPED = frozenset("。！？!?”’」』…")
_SIGNED = regex.compile(
    r"[。！？”]\s*(?:(?:本报|新华社|中新社)?\s*(?:记者|記者|通讯员)\s*)?[\u3400-\u9fff]{1,4}"
    r"(?:\s[\u3400-\u9fff]{1,3})?(?:\s*/?\s*[摄攝]|\s+(?:摄影|攝影)(?:报道|報道)?)$"
)
"""A sentence and behind it who took the picture."""
_SCENE = regex.compile(
    r"(?:今天|昨天|近日|日前|当地时间|當地時間|据.{2,10}(?:报道|報道)|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*日[，,])"
)
"""How captions say when: in the middle of another sentence, such a line is one."""


class _Scenes(dict[str, bool]):
    """Whether `_SCENE` may match behind a line's first character; filled as they are met."""

    def __missing__(self, char: str) -> bool:
        found = self[char] = _SCENE.match(char, partial=True) is not None
        return found


_SCENES = _Scenes()


def is_scene(shape: str) -> bool:
    """Whether a line begins as captions do that say when."""
    return _SCENES[shape[0]] and _SCENE.match(shape) is not None


BOX = regex.compile(
    r"(?:核心阅读|核心提示|内容提要|阅读提示|新闻提示|亮点|看点|提要|导读|引子|引言|编者按|编前话|编后|开栏语|开栏的话|"
    r"结语|尾声|后记|链接|相关链接|新闻链接|延伸阅读|背景|新闻背景|相关背景|背景链接|新闻回顾|要点|资料|名词解释|小贴士|数说|记者手记|手记|采访札记|"
    r"專題|導讀|編者按|編後|結語|尾聲|相關鏈接)[:：]?"
)
"""Titles of boxes and sections inside an article."""
SURE = frozenset(("date", "issue", "jump", "editors", "phone"))
"""Kinds of furniture whose shape no headline has."""


def unstopped(view: View, at: int) -> bool:
    """Whether the line could stand as a headline: some Chinese, no stop in it, no comma behind."""
    if not 0 <= at < len(view.lines):
        return False
    shape = view.lines[at].shape
    if len(shape) > 60 or (shape[-1] in "，。；、：,;:（“《—" and not shape.endswith("——")):
        return False
    return "。" not in shape and "；" not in shape and any(map(is_han, shape))


def ends_text(view: View, at: int) -> bool:
    """Whether text can have ended here: a stop, a byline, furniture, or no line at all."""
    if at < 0:
        return True
    text = view.lines[at].text
    return (
        text[-1] in "。！？!?…"
        or (text[-1] in "”’」』）)" and text[-2:-1] in ("。", "！", "？", "…"))
        or view.tail(at) is not None
        or bool(view.byline(at)[0])
        or bool(view.furniture(at))
        or bool(view.caption(at))
    )


def headlines(view: View, at: int) -> Found:
    """A line without stops, between an end and a start; wider or narrower than the columns."""
    line = view.lines[at]
    shape = line.shape
    if not unstopped(view, at):
        return [("head.stopped", 1.0)]
    if view.furniture(at) in SURE:
        return []
    found: Found = [("head.unstopped", 1.0)]
    width = line.extent.natural
    measures = view.habits.measures
    nearest = min(measures, key=lambda m: abs(m - width))
    if width > max(measures) + 1.0:
        found.append(("head.wide", 1.0))
    elif abs(nearest - width) > 1.2 and width > 4:
        found.append(("head.odd_width", 1.0))
    named = view.byline(at)[0] != ""
    if named:
        found.append(("head.like_names", 1.0))
    elif not line.spaced and _GAP.search(shape):
        found.append(("head.gap", 1.0))
    if "，" in shape or "," in shape:
        found.append(("head.comma", 1.0))
    if len(shape) == 1 and upright(view, at):
        return [*found, ("head.upright", 1.0)]
    after_end = ends_text(view, at - 1)
    if after_end:
        found.append(("head.after_end", 1.0))
        if at and (view.tail(at - 1) is not None or view.byline(at - 1)[0]):
            found.append(("head.after_byline", 1.0))
    elif unstopped(view, at - 1) and ends_text(view, at - 2):
        found.append(("head.second", 1.0))
    elif unstopped(view, at - 1) and unstopped(view, at - 2) and ends_text(view, at - 3):
        found.append(("head.third", 1.0))
    else:
        found.append(("head.mid_text", 1.0))
    follower = at + 1
    while follower < min(len(view.lines), at + 4) and unstopped(view, follower):
        if view.byline(follower)[0] or view.dateline(follower):
            break
        follower += 1
    if follower >= len(view.lines):
        found.append(("head.before_start", 0.7))
    elif view.dateline(follower) is not None:
        found.append(("head.before_start", 1.0))
    elif view.byline(follower)[0] in ("framed", "role", "lone_role"):
        found.append(("head.before_byline", 1.0))
    if shape.endswith("——"):
        found.append(("cross.dash", 1.0))
    if shape[0] in "—" or shape.startswith("——"):
        found.append(("head.dash", 1.0))
    return found


def echoes(view: View, at: int) -> Found:
    """How much of what may be a headline the text around repeats."""
    if not unstopped(view, at) or view.furniture(at) in SURE:
        return []
    if len(view.lines[at].shape) == 1 and upright(view, at):
        return []
    echo = _echo(view, at)
    return [("head.echo", echo), ("cross.echo", echo)] if echo else []


def _echo(view: View, at: int) -> float:
    """How much of a line's word pairs the text around it repeats (0 to 1, half of them is 1)."""
    known = view.echo(at)
    if known is not None:
        return known
    own = view.words(at)
    if len(own) < 3:
        return 0.0
    around = view.text(at - 24, at - 1)
    below = view.text(at + 2, at + 14)
    share = max(len([b for b in own if b in around]), len([b for b in own if b in below]))
    return min(1.0, share / len(own) / 0.6)


_FIGURE = regex.compile(r"[-+]?\d[\d.,:]*\S?")


def _figures(shape: str) -> int:
    """How many cells of a row hold a figure and nothing else; 0 where one holds more."""
    _, *cells = shape.split()
    return len(cells) if all(map(_FIGURE.fullmatch, cells)) else 0


def _beside(view: View, at: int) -> list[str]:
    """The shapes of the lines before and behind a line."""
    return [view.lines[x].shape for x in (at - 1, at + 1) if 0 <= x < len(view.lines)]


def upright(view: View, at: int) -> bool:
    """Whether the line is one character of a headline set upright: a few such lines in a row."""
    row = 0
    for near in range(max(0, at - 3), min(len(view.lines), at + 4)):
        row = row + 1 if len(view.lines[near].shape) <= 1 else 0
        if row >= 4 and near >= at:
            return True
    return False


MOST_NUMBERED = 24
"""Characters of a crosshead that is known by its number."""


def crossheads(view: View, at: int) -> Found:
    """A short line between paragraphs: numbered, or without a stop; or a note in brackets."""
    shape = view.lines[at].shape
    found: Found = []
    if len(shape) <= MOST_NUMBERED and _NUMBERED.match(shape) and shape[-1] not in "，。；、":
        found.append(("cross.number", 1.0))
    if is_row(shape):
        found.append(("row.figures", 1.0))
        cells = _figures(shape)
        if cells and any(_figures(beside) == cells for beside in _beside(view, at)):
            found.append(("row.table", 1.0))
    if BOX.fullmatch(shape):
        found.append(("cross.box", 1.0))
    if at and BOX.fullmatch(view.lines[at - 1].shape):
        found.append(("cross.boxed", 1.0))
    if _NOTE.match(shape):
        found.append(("note", 1.0))
    short = unstopped(view, at) and 2 <= len(shape) <= 16 and not view.furniture(at)
    if (
        short
        and ends_text(view, at - 1)
        and (
            not unstopped(view, at + 1)
            or (
                at + 1 < len(view.lines)
                and view.lines[at + 1].extent.natural > view.habits.measures[0] - 4
            )
        )
    ):
        found.append(("cross.short", 1.0))
    return found


def furniture(view: View, at: int) -> Found:
    """Folios, dates, jump lines, editors' lines; recurring lines; short lines beside them."""
    kind = view.furniture(at)
    found: Found = [(f"furn.{kind}", 1.0)] if kind else []
    near = bool(view.furniture(at - 1)) + bool(view.furniture(at + 1))
    if near and (kind or len(view.lines[at].shape) <= 12):
        found.append(("furn.beside", float(near)))
    shape = view.lines[at].shape
    if not kind and SECTION.fullmatch(shape):
        found.append(("furn.topic", 1.0))
        if at == 0 or (at <= TOP and all(view.furniture(x) for x in range(at))):
            found.append(("furn.topic_top", 1.0))
    if not kind and (near or at == 0) and PAPER_NAME.fullmatch(shape):
        found.append(("furn.paper", 1.0))
    if not kind and view.furniture(at - 1) == "editors" and view.byline(at)[0] == "names":
        found.append(("furn.names", 1.0))
    if not kind and goes_through(view, at):
        found.append(("furn.through", 1.0))
    if not kind and len(view.lines[at].shape) <= 4:
        found.append(("line.tiny", 1.0))
    return found


TOP = 4
"""Lines of furniture at a page's top above which a section's name may stand."""
MOST_LINES = 7
"""Lines of a caption in the middle of a paragraph."""
APART = 1.4
"""Em by which a caption's measure differs from that of the text around it."""


def aside_size(view: View, at: int) -> int:
    """How many lines from this one on stand inside a sentence that goes on behind them; or 0.

    The text before breaks off and goes on at its own measure behind them; they have another
    measure among themselves, and end with a stop in a short line.
    """
    lines = view.lines
    if at < 1 or not lines[at].head or lines[at - 1].text[-1] in STOPPED:
        return 0
    around, own = lines[at - 1].extent.natural, lines[at].extent.natural
    if abs(around - own) < APART or around < view.habits.measures[-1]:
        return 0
    for size in range(2, MOST_LINES + 1):
        end = at + size - 1
        if end + 1 >= len(lines):
            return 0
        width = lines[end].extent.natural
        if lines[end].text[-1] in STOPPED and width < own - APART:
            behind = lines[end + 1]
            fits = abs(behind.extent.natural - around) <= 1.0
            return size if fits and not unstopped(view, end) else 0
        if abs(width - own) > 1.0:
            return 0
    return 0


def _inside_aside(view: View, at: int) -> bool:
    """Whether the line is a further one of such a block."""
    return any(aside_size(view, at - back) > back for back in range(1, MOST_LINES) if at > back)


MOST_ALONE = 5
"""Lines of a caption between two articles."""


def alone_size(view: View, at: int) -> int:
    """How many lines one sentence has that stands between an article's end and a headline; or 0.

    It says when, and nothing else of an article stands there: a caption without a credit.
    """
    lines = view.lines
    if not at or not is_scene(lines[at].shape):
        return 0
    if not (view.byline(at - 1)[0] or view.tail(at - 1) is not None):
        return 0
    for end in range(at, min(len(lines) - 1, at + MOST_ALONE)):
        text = lines[end].text
        stops = sum(text.count(mark) for mark in "。！？")
        if stops:
            alone = stops == 1 and text[-1] in "。！？" and unstopped(view, end + 1)
            return end + 1 - at if alone else 0
    return 0


def captions(view: View, at: int) -> Found:
    """图为…, … 摄; the lines before a credit; the lines after 图为."""
    kind = view.caption(at)
    found: Found = [(f"cap.{kind}", 1.0)] if kind else []
    if view.caption(at - 1) in ("credit", "credit_line"):
        found.append(("cap.past_credit", 1.0))
    elif at and view.lines[at - 1].text[-1] in "。！？!?":
        found.append(("cap.past_stop", 1.0))
    if at and is_scene(view.lines[at].shape) and not ends_text(view, at - 1):
        found.append(("cap.opens_inside", 1.0))
    if aside_size(view, at):
        found.append(("cap.aside", 1.0))
    elif _inside_aside(view, at):
        found.append(("cap.inside", 1.0))
    if alone_size(view, at):
        found.append(("cap.alone", 1.0))
    elif any(alone_size(view, at - back) > back for back in range(1, MOST_ALONE) if at > back):
        found.append(("cap.inside", 1.0))
    if _SIGNED.search(view.lines[at].shape):
        found.append(("cap.signed", 1.0))
    for step in (1, 2, 3, 4):
        ahead = view.caption(at + step)
        if ahead in ("credit", "credit_line"):
            found.append(("cap.before_credit", 1.0 / step))
            break
        if at + step >= len(view.lines):
            break
    for step in (1, 2, 3):
        if view.caption(at - step) == "pictured" and not any(
            view.lines[x].text[-1] in "。摄" for x in range(at - step, at)
        ):
            found.append(("cap.after_pictured", 1.0))
            break
    return found
