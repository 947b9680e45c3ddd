"""Checks and reasons as sentences, in Chinese and English."""

from __future__ import annotations

from editor.proofing.suspect import Severity, Suspect

_WHY: dict[str, tuple[str, str]] = {
    "pair.open": ("“{0}”没有配对的后半", "{0} is not closed"),
    "pair.close": ("“{0}”没有配对的前半", "{0} was not opened"),
    "pair.turned": ("“{0}”的方向反了", "{0} faces the wrong way"),
    "pair.inner": ("引号里的引号应用单引号", "a quotation inside a quotation takes single quotes"),
    "half": ("中文里用了半角标点“{0}”", "a half-width {0} in Chinese text"),
    "wide": ("全角的数字或字母", "full-width digits or letters"),
    "ellipsis": ("省略号应为“……”", "an ellipsis is ……"),
    "dash": ("破折号应为“——”", "a dash is ——"),
    "doubled-mark": ("标点重复：{0}", "two marks where one is meant: {0}"),
    "final": ("段末缺少标点", "the paragraph ends without a mark"),
    "final.comma": ("段末是“{0}”", "the paragraph ends with {0}"),
    "quote.invented": ("“{0}”不是中文的引号或书名号", "{0} is no quotation mark of Chinese"),
    "straight": ("直引号", "a straight quotation mark"),
    "doubled-character": ("“{0}”字重复", "{0} stands twice"),
    "doubled-word": ("“{0}”重复", "{0} stands twice"),
    "space": ("多余的空格", "a stray space"),
    "leftover.unseen": ("看不见的字符 {0}", "a character that cannot be seen, {0}"),
    "leftover.unreadable": ("无法辨认的字符 {0}", "a character that was not readable, {0}"),
    "leftover.hyphen": ("行末连字符没有去掉", "a hyphen of a line end was left"),
    "leftover.stroke": ("汉字间多余的“{0}”", "a stray {0} between Chinese characters"),
    "leftover.stray": ("多余的“{0}”", "a stray {0}"),
    "leftover.form": ("是字形相同的别的字符，应为“{0}”", "a character that only looks like {0}"),
    "leftover.markup": ("残留的网页代码“{0}”", "markup that was left: {0}"),
    "leftover.page": ("文中的页码“{0}”", "a page number in the text: {0}"),
    "date": ("没有这一天：{0}", "there is no such day: {0}"),
    "weekday": ("这一天是星期{0}", "that day was a {0}"),
    "sequence": ("序号 {0} 之后是 {1}", "number {1} follows number {0}"),
    "repeated-paragraph": ("本版前面已有这一段：{0}…", "the page has had this paragraph: {0}…"),
    "repeated-sentence": ("本版前面已有这一句：{0}…", "the page has had this sentence: {0}…"),
    "roster": ("与名册中的“{0}”只差一个字", "one character away from {0} on the roster"),
    "roster.absent": ("名册中没有“{0}”", "{0} is not on the roster"),
    "lookalike": (
        "“{0}”疑为“{1}”：换成后者才成词",
        "{0} looks like {1}, which would make words here",
    ),
    "variant": (
        "与“{0}”（{1}处）只差一个字",
        "one character away from {0}, which stands {1} times",
    ),
    "numeral.mixed": ("数字写法混用：应为{1}", "numerals are mixed: {1}"),
    "numeral.about": ("概数之间不用顿号：{0}", "numbers that are about take no mark between: {0}"),
    "numeral.house": ("本报写作“{0}”", "the house prints {0}"),
    "latin-space": ("中西文之间的空格", "the space between Chinese and Latin"),
    "sum": ("各项合计是{0}，不是{1}", "the parts come to {0}, not to {1}"),
    "sum.share": ("各占比合计是{0}%", "the shares come to {0} per cent"),
    "sum.list": ("列出的是{0}，不是{1}", "{0} are listed, not {1}"),
    "age": ("{0}岁与年份不符：应是{1}岁左右", "the years give {1}, not {0}"),
    "day": ("按电头日期，{0}是{1}", "by the dateline that day is {2}"),
    "term": ("应为“{1}”{2}", "the house prints {1}{2}"),
    "term.banned": ("不用“{0}”{2}", "the house does not print {0}{2}"),
    "pattern": ("规则“{0}”{1}", "the pattern “{0}”{1}"),
    "pattern.slow": (
        "规则“{0}”用时过长，本页没有查完：请改写",
        "the pattern “{0}” takes too long, the page was not searched to its end: write it anew",
    ),
    "repeated-word": ("“{0}”重复", "“{0}” stands twice"),
    "article": ("{1} 前应用 {0}", "before “{1}” it is “{0}”"),
    "english-word": ("词表中没有“{0}”", "{0} is not in the word list"),
    "double-space": ("两个空格", "two spaces"),
}

NAMES: dict[str, tuple[str, str]] = {
    "pairs": ("成对标点", "paired marks"),
    "half-width": ("半角标点", "half-width marks"),
    "wide-characters": ("全角数字字母", "full-width characters"),
    "ellipsis": ("省略号", "ellipsis"),
    "dash": ("破折号", "dash"),
    "doubled-mark": ("重复标点", "doubled marks"),
    "final-mark": ("段末标点", "final mark"),
    "straight-quote": ("直引号", "straight quotes"),
    "doubled-character": ("重字", "doubled characters"),
    "doubled-word": ("重词", "doubled words"),
    "space": ("空格", "stray spaces"),
    "leftover": ("残留字符", "leftovers"),
    "date": ("日期", "dates"),
    "weekday": ("星期", "weekdays"),
    "sequence": ("序号", "enumerations"),
    "repeated-paragraph": ("重复段落", "repeated paragraphs"),
    "roster": ("记者姓名", "roster"),
    "lookalike": ("形近字", "look-alike characters"),
    "variant": ("名称两写", "names spelt two ways"),
    "numerals": ("数字用法", "numerals"),
    "latin-space": ("中西文间距", "spaces at Latin"),
    "sum": ("合计", "sums"),
    "age": ("年龄", "ages"),
    "day": ("今日昨日", "relative days"),
    "term": ("用语", "terms"),
    "pattern": ("自定规则", "own patterns"),
    "repeated-word": ("重复单词", "repeated words"),
    "article": ("冠词", "a and an"),
    "english-word": ("英文拼写", "English words"),
    "double-space": ("双空格", "double spaces"),
}

SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("提示", "note"),
}

CODES = frozenset(_WHY)


def why(suspect: Suspect, language: str = "zh") -> str:
    """The reason in words. `language`: `zh` or `en`."""
    chinese = language == "zh"
    facts = list(suspect.facts)
    if suspect.code == "weekday" and chinese and facts[0].isascii():
        from editor.proofing.dates_english import weekday_of  # loaded, as it found this

        facts[0] = "一二三四五六日"[weekday_of(facts[0])]
    if suspect.rule in ("term", "pattern") and len(facts) > 1 and facts[-1]:
        facts[-1] = f"：{facts[-1]}" if chinese else f": {facts[-1]}"
    return _WHY[suspect.code][not chinese].format(*facts)


def name(rule: str, language: str = "zh") -> str:
    """The name of a check in words."""
    return NAMES[rule][language != "zh"]
