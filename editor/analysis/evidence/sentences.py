"""What the words at a line's ends say: marks, opening phrases, and the words around."""

from __future__ import annotations

import regex

from editor.analysis.evidence.names import SURNAMES
from editor.analysis.evidence.view import Found, View
from editor.analysis.metrics import CLOSING, is_han

_PHRASE = regex.compile(
    r"(?:近日|日前|近年来|近年來|据悉|據悉|据了解|據了解|据介绍|據介紹|据统计|此外|与此同时|與此同時|"
    r"其间|此前|另外|另据|另據|目前[，,]|当前|當前|如今|下一步|接下来|截至|未来|未來|"
    r"活动|数据显示|最新数据|报告|一方面|首先|其次|再次|最后|最後|为此|為此|对此|對此|"
    r"分析人士|有关|专家|業內|业内|当天|當天|当日|今年以来|今年|去年|在[^，。]{2,14}[，,]|"
    r"不仅如此|值得|事实上|多年来|连日来|這|随着|隨著|眼下)"
)
_SITTING = regex.compile(
    r"(?:会议|會議|会上|會上|会前|會前|会后|會後|会见|會見|会谈|會談|座谈|座談|与会|與會|双方一致|雙方一致)"
)
"""What a meeting's report goes on with: each point is a paragraph of its own."""
_PRONOUN = regex.compile(
    r"(?:他|她|它|其(?![中间間他余餘实實次一二])|此举|此舉|对方|對方|该|該|自己)"
)
"""Who or what the sentence before has named: nine in ten such sentences go on with it."""
_OURS = regex.compile(
    r"(?:我(?![军軍])|咱|中国(?!\S{0,12}[日月])|中國|希望|愿(?![望景])|願|双方愿|雙方願|"
    r"[中俄法欧歐美日韩韓德英印巴越老朝阿沙泰匈塞哈乌烏土蒙]方(?![面案式法向针針便]))"
)
"""Who speaks in a report of talks or a speech: the speech goes on."""
_DEMAND = regex.compile(
    r"(?:要(?![闻聞求])|应(?![邀急])|應(?![邀急])|必须|必須|还要|還要|既要|只有|只要|不能|不断|不斷|坚持|堅持|加强|加強|推动|推動|加快)"
)
"""A further demand of the speech before."""
_LINK = regex.compile(
    r"(?:而|但|然而|因此|所以|于是|於是|并|並|也|还|還|又|再(?!次)|这也|這也|这既|這既|尤其|特别是|特別是|比如|例如|无论|無論|"
    r"不仅(?!如此)|不僅|正是|因为|因為|如果|就|其中|同时|同時)"
)
"""What joins a sentence to the one before."""
_PERSON = regex.compile(
    r"([\u3400-\u9fff]{2,3}?)(?:表示|指出|强调|強調|介绍|介紹|认为|認為|说|說|称|稱|提出|要求|告诉|告訴|坦言|透露|宣布|呼吁|呼籲|重申|"
    r"在|同|向|会见|會見|主持|出席|当天|當天|今天|积极|積極|高度|对|對|、|\s?\d)"
)
_ON_DAY = regex.compile(r"[^，。；：“\n]{2,16}\d{1,2}\s?日(?!报)")
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


_BY_WORDS = (_PHRASE, _PRONOUN, _LINK, _OURS, _DEMAND, _SITTING, _ENUM, _ARTICLE)
"""What is told by the first words of a line: each begins with few characters."""


class _Openers(dict[str, int]):
    """By a line's first character: which of `_BY_WORDS` may match (bits), and others (`_OTHER`).

    Filled as characters are met.
    """

    def __missing__(self, char: str) -> int:
        found = sum(
            1 << at
            for at, pattern in enumerate(_BY_WORDS)
            if pattern.match(char, partial=True) is not None
        )
        if char in SURNAMES or char in CLOSING or char in "“‘「『":
            found |= _OTHER
        self[char] = found
        return found


_PHRASED, _LEANS, _LINKED, _SAYS_WE, _DEMANDS, _SITS, _NUMBERED, _NEWS, _OTHER = (
    1 << at for at in range(len(_BY_WORDS) + 1)
)
OPENERS = _Openers()


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
    if last in "." and _number_cut(view, at):
        return [("end.latin", 1.0)]
    if last in ".":
        return [("end.stop", 0.7)]
    if last.isascii() and last.isalnum():
        return [("end.latin", 1.0)]
    return [("end.char", 1.0)]


def _number_cut(view: View, at: int) -> bool:
    """Whether the line ends behind a number's point, and the next begins with its decimals."""
    return (
        view.lines[at].text[-2:-1].isdigit()
        and at + 1 < len(view.lines)
        and view.lines[at + 1].text[0].isdigit()
    )


def openings(view: View, at: int) -> Found:
    """How the line begins: phrases that open paragraphs, marks that cannot, recurring openings."""
    line = view.lines[at]
    if not line.head:
        return [("cut.before", 1.0)]
    shape = line.shape
    first = shape[0]
    found: Found = []
    opens = OPENERS[first]
    if first in CLOSING and not (first in "”’" and len(shape) > 1):
        found.append(("open.closing", 1.0))
    elif first in "“‘「『":
        found.append(("open.quote", 1.0))
    if opens & _PHRASED and _PHRASE.match(shape):
        found.append(("open.phrase", 1.0))
    elif _SPEECH.match(shape):
        found.append(("open.speech", 1.0))
    found += _running_on(shape, opens)
    if opens & _NUMBERED and _ENUM.match(shape):
        found.append(("open.number", 1.0))
    if opens & _NEWS and _ARTICLE.match(shape):
        found.append(("open.article", 1.0))
    if _DATED.search(view.ahead(at), 0, DATED_WITHIN):
        found.append(("open.dated", 1.0))
    if _SLOGAN.match(shape):
        found.append(("open.slogan", 1.0))
    if shape[:3] in view.habits.openings:
        found.append(("open.recurring", 1.0))
        if _SLOGAN.match(shape):  # parallel topic sentences, a paragraph each
            found.append(("open.refrain", 1.0))
    return found


def _running_on(shape: str, opens: int) -> Found:
    """Whether the opening words lean on the sentence before, or bring a new subject."""
    if opens & _LEANS and _PRONOUN.match(shape):
        return [("open.pronoun", 1.0)]
    if opens & _LINKED and _LINK.match(shape):
        return [("open.link", 1.0)]
    if opens & _SAYS_WE and _OURS.match(shape):
        return [("open.ours", 1.0)]
    if opens & _DEMANDS and _DEMAND.match(shape):
        return [("open.demand", 1.0)]
    if opens & _SITS and _SITTING.match(shape):
        return [("open.sitting", 1.0)]
    if shape[0] in SURNAMES and _PERSON.match(shape):
        return [("open.person", 1.0)]
    return [("open.day", 1.0)] if "日" in shape and _ON_DAY.match(shape) else []


LONG_SENTENCE = 45.0
"""Characters of an ordinary sentence of the press."""


def sentence_length(view: View, at: int) -> int:
    """Characters of the sentence that ends with the line, counted back to the stop before it."""
    size = 0
    for back in range(at, max(-1, at - 8), -1):
        shape = view.lines[back].shape
        body = shape.rstrip("。！？!?”’」』）)") if back == at else shape
        stop = max(body.rfind(mark) for mark in "。！？")
        if stop >= 0:
            return size + len(shape) - 1 - stop
        size += len(shape)
    return size


def lengths(view: View, at: int) -> Found:
    """How long the sentence is that ends with the line: a long one is a paragraph by itself."""
    line = view.lines[at]
    if not line.tail or not any(mark in line.text[-2:] for mark in "。！？"):
        return []
    size = min(120, sentence_length(view, at))
    return [("end.sentence", (size - LONG_SENTENCE) / LONG_SENTENCE)]


CLOSES = {"（": "）", "《": "》", "「": "」", "『": "』", "【": "】", "“": "”"}
PAIR_LINES = 6
"""Lines before a line's start, and from it on, in which a pair of marks may stand."""
PAIR_WITHIN = 150
"""Characters on either side of a line's start within which a pair of marks may stand."""


def inside_pair(view: View, at: int) -> bool:
    """Whether the line begins inside brackets or quotes that lines before opened.

    No paragraph does: of 580 such lines on pages with gold none began one.
    """
    closed: list[str] = []
    mark, size = "", 0
    for back in range(at - 1, max(-1, at - PAIR_LINES - 1), -1):
        for found in reversed(view.marks(back)):
            if found not in CLOSES:
                closed.append(found)
            elif not closed:
                mark = found
                break
            elif closed.pop() != CLOSES[found]:
                return False
        size += len(view.lines[back].text)
        if mark or size > PAIR_WITHIN:
            break
    if not mark:
        return False
    size = 0
    for ahead in range(at, min(len(view.lines), at + PAIR_LINES)):
        for found in view.marks(ahead):
            if found in (mark, CLOSES[mark]):
                return found != mark
        size += len(view.lines[ahead].text)
        if size > PAIR_WITHIN:
            break
    return False


def topics(view: View, at: int) -> Found:
    """Whether the words change here, and whether the line before ends inside a phrase."""
    if at == 0 or not view.lines[at].head:
        return []
    if inside_pair(view, at):
        return [("seam.pair", 1.0)]
    before = view.lines[at - 1].text[-1]
    after = view.lines[at].text[0]
    if is_han(before) and is_han(after) and view.lines[at - 1].extent.high > 6:
        return [("seam.words", 1.0)]
    turn = view.turn(at)
    return [("topic.shift", turn) if turn > 0 else ("topic.same", -turn)]
