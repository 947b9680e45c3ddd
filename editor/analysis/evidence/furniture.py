"""What the page needs and the article does not: folios, running heads, jump lines, captions."""

from __future__ import annotations

from functools import lru_cache

import regex

from editor.analysis.jump_words import COMES, LEAVES, PAGED

_DIGITS = r"[\d〇零一二三四五六七八九十]"
_DATE = (
    r"(?:19|20|二[〇零○])[\d〇零○一二三四五六七八九十]{2}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*日"
)
_WEEKDAY = r"(?:星期|礼拜|週|周)[一二三四五六日天]"
_FOLIO_WORD = rf"(?:第?\s*[A-D]?{_DIGITS}{{1,4}}\s*[版頁页叠]|第\s*{_DIGITS}{{1,4}}\s*[版页頁])"

_FOLIO = regex.compile(rf"\s*(?:[A-D]?\d{{1,4}}|[—\-－·\s]*\d{{1,4}}[—\-－·\s]*|{_FOLIO_WORD})\s*")
_SECTION_FOLIO = regex.compile(
    rf"(?:[\u3400-\u9fff·]{{2,8}}\s+(?:[A-D]?\d{{1,3}}|{_FOLIO_WORD})|"
    rf"(?:[A-D]?\d{{1,3}}|{_FOLIO_WORD})\s+[\u3400-\u9fff·]{{2,8}})"
)
_DATELINE_OF_PAGE = regex.compile(rf".{{0,24}}{_DATE}.{{0,24}}")
_TO_PAGE = rf"(?:{LEAVES}|{COMES})\s*(?:第?\s*[A-D]?{_DIGITS}{{1,4}}\s*{PAGED})"
_JUMP = regex.compile(rf"[（(【]?\s*{_TO_PAGE}[^（()）【】。，]{{0,14}}[）)】]?\s*")
JUMP_MARK = rf"[（(【]\s*{_TO_PAGE}[^（()）【】。]{{0,14}}[）)】]"
"""A jump mark in brackets, which may stand at an end of text."""
_EDITORS = regex.compile(
    r"(?:本版|本期|值班|一版|执行|视觉|组版|见习|首席){0,2}"
    r"(?:责任编辑|责编|責編|責任編輯|编辑|編輯|主编|主編|编委|編委|总监|监制|版式设计|版式|美编|美編|校对|校對|检校|排版|组版|设计|設計|设\s*计|"
    r"统筹|審讀|审读|审校|签发|数据来源|资料来源|制图|邮箱|来稿请)"
    r"(?:\s*[:：/].{1,50}|(?:\s+[\u3400-\u9fff]{1,4}){1,6}\s*)"
)
_PHONE = regex.compile(
    r".{0,14}(?:电话|電話|热线|熱線|传真|邮箱|邮编|网址|地址|邮发代号|统一刊号|国内统一|定价|零售|"
    r"出版物号|E-?mail|http|www\.).{0,60}|.{0,24}[\w.]+@[\w.]+\w.{0,12}|.{0,12}CN\s?\d\d[-—]\d{4}.{0,12}",
    regex.IGNORECASE,
)
_DIGIT = regex.compile(r"\d")
_PAPER = regex.compile(
    r"[\u3400-\u9fff]{2,10}(?:日报|晚报|时报|导报|周报|周刊|导刊|早报|晨报|大众报|快报|商报|都市报|青年报|日報|晚報|時報)"
)
PAPER_NAME = regex.compile(r"[\u3400-\u9fff]{2,9}(?:报|刊|报社|報|周刊|新闻)")
"""Beside a date or a folio, the paper's name; elsewhere too many headlines look like it."""
_ISSUE = regex.compile(
    rf"(?:今日|本期|本报今日)\s*(?:共)?\s*[\d一二三四五六八十]{{1,3}}\s*版|(?:总)?第\s*{_DIGITS}{{1,6}}\s*期|"
    rf"(?:每份)?(?:零售价?|定价|售价)\s*[:：]?\s*[\d.]{{1,5}}\s*元"
)
_SECTION = (
    r"(?:本[省市县区]|国内|國內|国际|國際|地方|城市|城乡|乡村|要闻|要聞|时政|時政|综合|綜合|社会|社會|民生|经济|經濟|"
    r"财经|財經|产业|金融|科技|科教|教育|文化|文娱|文艺|艺术|读书|副刊|体育|體育|健康|卫生|旅游|法治|法制|"
    r"生态|环保|农业|三农|军事|评论|評論|理论|理論|视点|观点|广告|廣告|专题|專題|专版|特刊|深度|调查|人物|"
    r"头版|周末|影像|视觉|娱乐|娛樂|天下|世界|港澳台|两岸|兩岸|公告|简讯|簡訊|资讯|数据|读者来信|来信|党建|消费)"
    r"(?:新闻|新聞|周刊|版|专版|专题)?"
)
SECTION = regex.compile(rf"{_SECTION}(?:[·•・／/\s]{{1,2}}{_SECTION})?")
"""Names of a paper's sections, as they stand in running heads."""
_PICTURED = regex.compile(
    r"(?:左图|右图|上图|下图|组图|图[一二三四①②③]?|圖)[为为：:為是中]|图\d?[为：]"
)
_CREDIT = regex.compile(
    r"(?:[\u3400-\u9fff]{1,4}(?:\s[\u3400-\u9fff]{1,2})?\s*[摄攝]|摄影报道|摄影|新华社发|新華社發|资料图片|供图|制图|图片来源.{0,12}|中新社发)"
    r"[）)]?$|^\s*[摄攝]\s*[）)]?$"
)
_CREDITED = regex.compile("[摄攝发發图]")
"""Without one of these no line is a credit: a cheap question before a dear one."""
_CREDIT_LINE = regex.compile(
    r"[（(]?\s*(?:(?:新华社|本报|本報|中新社)?\s*(?:记者|記者|通讯员)?\s*[\u3400-\u9fff]{2,4}(?:[\s、][\u3400-\u9fff]{1,4}){0,3}"
    r"\s*(?:[摄攝]|摄影报道|摄影)|新华社发.{0,12}|资料图片|影像中国)\s*(?:[（(]?.{0,8}[）)])?\s*[）)]?"
)


@lru_cache(maxsize=4096)
def furniture_shape(text: str) -> str:
    """Which kind of furniture a line is by its shape; "" for none.

    `folio`, `date`, `issue`, `jump`, `editors`, `phone`, `paper`, `section`.
    """
    if len(text) > 70:
        return ""
    if _FOLIO.fullmatch(text):
        return "folio"
    if _JUMP.fullmatch(text):
        return "jump"
    if _DATELINE_OF_PAGE.fullmatch(text):
        bare = regex.sub(_DATE, "", text)
        rest = regex.sub(
            rf"{_WEEKDAY}|{_FOLIO_WORD}|农历.{{4,8}}|[A-D]?\d{{1,3}}|[（）()\s·|/]", "", bare
        )
        section = regex.sub(SECTION.pattern, "", rest) if len(rest) > 2 else rest
        if (
            not rest
            or PAPER_NAME.fullmatch(rest)
            or PAPER_NAME.fullmatch(section)
            or SECTION.fullmatch(rest)
            or regex.search(_WEEKDAY, bare)
            or regex.search(_FOLIO_WORD, bare)
        ) and not regex.search(r"[，。；、]", bare):
            return "date"
    if _EDITORS.fullmatch(text) and not text.endswith("。"):
        return "editors"
    if _ISSUE.fullmatch(text):
        return "issue"
    if _SECTION_FOLIO.fullmatch(text):
        return "section"
    if (
        not text.endswith("。")
        and ("@" in text or len(_DIGIT.findall(text)) >= 5)
        and _PHONE.fullmatch(text)
    ):
        return "phone"
    return "paper" if _PAPER.fullmatch(text) else ""


@lru_cache(maxsize=4096)
def caption_shape(text: str) -> str:
    """Which kind of caption line: `pictured` (图为 …), `credit` (ends in 摄), `credit_line`."""
    if _CREDIT_LINE.fullmatch(text):
        return "credit_line"
    end = text[-16:]
    if _CREDITED.search(end) and _CREDIT.search(end):
        return "credit"
    return "pictured" if _PICTURED.match(text) else ""


_CELLS = regex.compile(r"\S{1,12}(?:\s+\S{1,12}){1,7}")


def is_row(shape: str) -> bool:
    """Whether a line is a row of a table: cells apart, the first a word, figures behind it."""
    if not _CELLS.fullmatch(shape) or shape[-1] in "。，；：！？":
        return False
    first, *others = shape.split()
    return not any(map(str.isdigit, first)) and any(any(map(str.isdigit, x)) for x in others)


_NUMBERS = regex.compile(r"[\d〇零一二三四五六七八九十]+")


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    """A line with its numbers levelled, so that running heads recur."""
    level: str = _NUMBERS.sub("0", "".join(text.split()))
    return level
