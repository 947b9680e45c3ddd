"""What the words at a line's ends say: marks, opening phrases, and the words around."""

from __future__ import annotations

import regex

from editor.analysis.evidence.view import Found, View
from editor.analysis.metrics import CLOSING, is_han

_PHRASE = regex.compile(
    r"(?:近日|日前|近年来|近年來|据悉|據悉|据了解|據了解|据介绍|據介紹|据统计|此外|同时[，,]|同時[，,]|与此同时|與此同時|"
    r"其间|此前|另外|另据|另據|目前[，,]|当前|當前|如今|下一步|接下来|截至|未来|未來|会议|會議|会上|會上|会后|会谈|"
    r"座谈|活动|数据显示|最新数据|报告|一方面|首先|其次|再次|最后|最後|为此|為此|对此|對此|"
    r"分析人士|有关|专家|業內|业内|当天|當天|当日|今年以来|今年|去年|在[^，。]{2,14}[，,]|"
    r"其中|不仅如此|值得|事实上|多年来|连日来|這|随着|隨著|眼下)"
)
_SPEECH = regex.compile(
    r"[“\u3400-\u9fff·、]{2,16}(?:表示|指出|强调|強調|介绍|介紹|认为|認為|说|說|称|稱|提出|要求|告诉|坦言|透露)"
    r"(?:[，,：:“]|$)"
)
_ENUM = regex.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、是要]|第[一二三四五六七八九十]{1,2}[，、是条章]|"
    r"\d{1,2}[.、．](?!\d)|[①-⑩]|——|—)"
)
_SLOGAN = regex.compile(r"[“\u3400-\u9fff]{3,12}[，、：][“\u3400-\u9fff”]{3,14}[。！]")
_ARTICLE = regex.compile(
    r"(?:近日|日前|今天[（(]|昨天[（(]|连日来|連日來|记者(?:从|今天|近日|昨|在)|記者(?:從|今天|近日)|"
    r"(?:当地时间|當地時間)|(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日[，,上下晚至—\u3400-\u9fff]|"
    r"(?:\d{1,2}\s*日[，,]?)|国务院|國務院|国家|國家|中共中央|全国|全國|俄罗斯|以色列|美国|中国|今年|"
    r"一季度|上半年|前[\d一二三四五六七八九十]+个月|为|為|在)"
)


_DATED = regex.compile(
    r"\d{1,2}\s*日(?!报)|今天|昨天|昨日|近日|日前|今早|昨晚|今晚|连日来|連日來|(?:上|本)周[一二三四五六日]"
)
DATED_WITHIN = 46
"""Characters of a paragraph in which a news lead says when."""


def endings(view: View, at: int) -> Found:
    """How the line ends: with a stop, a stop and a quote, a comma, a colon, inside a sentence."""
    line = view.lines[at]
    if not line.tail:
        return [("cut.behind", 1.0)]
    text = line.text
    last = text[-1]
    tail = view.tail(at)
    if tail is not None and tail.form != "weak":
        return []
    if last in "。":
        return [("end.stop", 1.0)]
    if last in "！？!?":
        return [("end.ask", 1.0)]
    if last in "”’」』）)" and len(text) > 1 and text[-2] in "。！？!?…":
        return [("end.stop_quote", 1.0)]
    if last in "，、；,;":
        return [("end.comma", 1.0)]
    if last in "：:":
        return [("end.colon", 1.0)]
    if last in "…":
        return [("end.ellipsis", 1.0)]
    if last in "（《〈「『“‘([{【":
        return [("end.open", 1.0)]
    if last in "”’」』》）)】":
        return [("end.close", 1.0)]
    if last in ".":
        return [("end.stop", 0.7)]
    if last.isascii() and last.isalnum():
        return [("end.latin", 1.0)]
    return [("end.char", 1.0)]


def openings(view: View, at: int) -> Found:
    """How the line begins: phrases that open paragraphs, marks that cannot, recurring openings."""
    line = view.lines[at]
    if not line.head:
        return [("cut.before", 1.0)]
    shape = line.shape
    first = shape[0]
    found: Found = []
    if first in CLOSING and not (first in "”’" and len(shape) > 1):
        found.append(("open.closing", 1.0))
    elif first in "“‘「『":
        found.append(("open.quote", 1.0))
    if _PHRASE.match(shape):
        found.append(("open.phrase", 1.0))
    elif _SPEECH.match(shape):
        found.append(("open.speech", 1.0))
    if _ENUM.match(shape):
        found.append(("open.number", 1.0))
    if _ARTICLE.match(shape):
        found.append(("open.article", 1.0))
    if _DATED.search(view.ahead(at), 0, DATED_WITHIN):
        found.append(("open.dated", 1.0))
    if _SLOGAN.match(shape):
        found.append(("open.slogan", 1.0))
    if shape[:3] in view.habits.openings:
        found.append(("open.recurring", 1.0))
    return found


_PAIRS = {"）": "（", "》": "《", "」": "「", "』": "『", "】": "【"}


def _pair_runs_on(before: str, after: str) -> bool:
    """Whether a bracket that the line before opened is closed first thing in this one."""
    close = next((at for at, char in enumerate(after[:24]) if char in _PAIRS), -1)
    if close < 0 or _PAIRS[after[close]] in after[:close]:
        return False
    mark = _PAIRS[after[close]]
    return before.rfind(mark) > before.rfind(after[close])


def topics(view: View, at: int) -> Found:
    """Whether the words change here, and whether the line before ends inside a phrase."""
    if at == 0 or not view.lines[at].head:
        return []
    if _pair_runs_on(view.lines[at - 1].text, view.lines[at].text):
        return [("seam.pair", 1.0)]
    before = view.lines[at - 1].text[-1]
    after = view.lines[at].text[0]
    if is_han(before) and is_han(after) and view.lines[at - 1].extent.high > 6:
        return [("seam.words", 1.0)]
    turn = view.turn(at)
    return [("topic.shift", turn) if turn > 0 else ("topic.same", -turn)]
