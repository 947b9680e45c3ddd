"""What the page needs and the article does not: folios, running heads, jump lines, captions."""

from __future__ import annotations

from functools import lru_cache

import regex

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
_JUMP = regex.compile(
    rf"[（(【]?\s*(?:下转|上接|下轉|上接|转|接|紧接)\s*(?:第?\s*[A-D]?{_DIGITS}{{1,4}}\s*[版頁页]).{{0,12}}"
)
_EDITORS = regex.compile(
    r"(?:本版|本期|值班)?(?:责任编辑|责编|責編|責任編輯|编辑|編輯|主编|版式设计|版式|美编|美編|校对|校對|排版|设计|设\s*计|统筹|审读|数据来源|资料来源|制图|邮箱|来稿请)"
    r"\s*[:：/\s].{1,50}"
)
_PHONE = regex.compile(
    r".{0,14}(?:电话|電話|热线|熱線|传真|邮箱|邮编|网址|地址|邮发代号|统一刊号|国内统一|定价|零售|"
    r"E-?mail|http|www\.).{0,60}",
    regex.IGNORECASE,
)
_PAPER = regex.compile(
    r"[\u3400-\u9fff]{2,10}(?:日报|晚报|时报|导报|周报|周刊|导刊|早报|晨报|大众报|快报|商报|都市报|青年报|日報|晚報|時報)"
)
_PICTURED = regex.compile(
    r"(?:左图|右图|上图|下图|组图|图[一二三四①②③]?|圖)[为为：:為是中]|图\d?[为：]"
)
_CREDIT = regex.compile(
    r"(?:[\u3400-\u9fff]{1,4}(?:\s[\u3400-\u9fff]{1,2})?\s*[摄攝]|摄影报道|摄影|新华社发|新華社發|资料图片|供图|制图|图片来源.{0,12}|中新社发)"
    r"[）)]?$"
)
_CREDIT_LINE = regex.compile(
    r"[（(]?\s*(?:(?:新华社|本报|本報|中新社)?\s*(?:记者|記者|通讯员)?\s*[\u3400-\u9fff]{2,4}(?:[\s、][\u3400-\u9fff]{1,4}){0,3}"
    r"\s*(?:[摄攝]|摄影报道|摄影)|新华社发.{0,12}|资料图片|影像中国)\s*(?:[（(]?.{0,8}[）)])?\s*[）)]?"
)


@lru_cache(maxsize=4096)
def furniture_shape(text: str) -> str:
    """Which kind of furniture a line is by its shape; "" for none.

    `folio`, `date`, `jump`, `editors`, `phone`, `paper`, `section`.
    """
    if len(text) > 70:
        return ""
    if _FOLIO.fullmatch(text):
        return "folio"
    if _JUMP.fullmatch(text):
        return "jump"
    if _DATELINE_OF_PAGE.fullmatch(text):
        bare = regex.sub(_DATE, "", text)
        if (
            not bare.strip("（）() 　")
            or regex.search(_WEEKDAY, bare)
            or regex.search(_FOLIO_WORD, bare)
            or len(bare.strip()) <= 6
        ) and not regex.search(r"[，。；、]", bare):
            return "date"
    if _EDITORS.fullmatch(text) and not text.endswith("。"):
        return "editors"
    if _SECTION_FOLIO.fullmatch(text):
        return "section"
    if _PHONE.fullmatch(text) and not text.endswith("。") and len(regex.findall(r"\d", text)) >= 5:
        return "phone"
    return "paper" if _PAPER.fullmatch(text) else ""


@lru_cache(maxsize=4096)
def caption_shape(text: str) -> str:
    """Which kind of caption line: `pictured` (图为 …), `credit` (ends in 摄), `credit_line`."""
    if _CREDIT_LINE.fullmatch(text):
        return "credit_line"
    if _CREDIT.search(text[-16:]):
        return "credit"
    return "pictured" if _PICTURED.match(text) else ""


def normalised(text: str) -> str:
    """A line with its numbers levelled, so that running heads recur."""
    level: str = regex.sub(r"[\d〇零一二三四五六七八九十]+", "0", "".join(text.split()))
    return level
