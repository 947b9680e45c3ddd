"""Reasons and rules as sentences, in Chinese and English.

The analysis gives codes with arguments; this table gives the words, so that a doubt can say in
the reader's language why it asks. `before.` in front of a code: seen at the line before
"""

from __future__ import annotations

from editor.model.verdict import Reason

_TABLE: dict[str, tuple[str, str]] = {
    "end.stop": ("这一行以句末标点结束", "the line ends with a full stop"),
    "end.ask": ("这一行以问号或叹号结束", "the line ends with a question or exclamation mark"),
    "end.stop_quote": (
        "这一行以句末标点加引号或括号结束",
        "the line ends a sentence and a quotation",
    ),
    "end.comma": ("这一行以逗号、顿号或分号结束", "the line ends with a comma"),
    "end.colon": ("这一行以冒号结束", "the line ends with a colon"),
    "end.ellipsis": ("这一行以省略号结束", "the line ends with an ellipsis"),
    "end.open": ("这一行以开口的引号或括号结束", "the line ends with an opening mark"),
    "end.close": ("这一行以收口的引号或括号结束", "the line ends with a closing mark, no stop"),
    "end.latin": ("这一行以数字或字母结束", "the line ends with a digit or letter"),
    "end.char": ("这一行在句子中间结束", "the line ends inside a sentence"),
    "open.closing": ("行首是收口标点，不能另起", "a closing mark cannot begin a paragraph"),
    "open.quote": ("行首是引号", "the line begins with a quotation mark"),
    "open.phrase": ("行首是常见的段首用语", "the line begins as paragraphs often do"),
    "open.speech": ("行首是“某人表示”一类的说法", "the line begins by saying who spoke"),
    "open.number": ("行首是序号", "the line begins with a number"),
    "open.article": ("行首像一篇稿子的开头", "the line begins as articles often do"),
    "open.recurring": ("同样的开头在本页一再出现", "other paragraphs here begin the same way"),
    "open.ours": (
        "行首是“中方”“我们”“希望”一类，像接着说的话",
        "it begins as a speech goes on: our side, we, we hope",
    ),
    "open.demand": ("行首是“要”“必须”一类，像接着说的话", "it begins with a further demand"),
    "open.sitting": ("行首是“会议”“会见”一类的说法", "the line begins with the meeting"),
    "open.person": ("行首是人名，换了一个人", "the line begins with a person"),
    "open.day": ("行首说了哪一天", "the line begins with who and which day"),
    "end.sentence": (
        "句子的长短与独立成段的句子相合",
        "the sentence is as long as those that stand alone",
    ),
    "open.refrain": ("同样开头的短句，本页各起一段", "topic sentences alike begin paragraphs here"),
    "open.slogan": ("行首是一个短句，像段首小题", "the line begins with a short topic sentence"),
    "topic.shift": ("前后用词大不相同", "the words change here"),
    "topic.same": ("前后用词相同，像同一篇", "the words are the same before and after"),
    "lead.leans": ("开头的话接着上文说", "its opening leans on the text before"),
    "lead.says": ("开头是谁说话，称呼不带职务", "it begins with a bare name that speaks"),
    "lead.title": (
        "开头写明人物职务，像一篇的导语",
        "it begins with a title in full, as reports do",
    ),
    "lead.news": ("开头像新闻的导语", "it begins as reports do"),
    "lead.date": ("第一句写明月日，像一篇的导语", "its first sentence has a date, as reports do"),
    "lead.day": ("开头写明谁在哪一天，像一篇的导语", "it begins with who and on which day"),
    "seam.words": ("前后文字相连", "the words run on"),
    "cut.before": ("此处在一行中间", "this is inside a printed line"),
    "cut.behind": ("此处在一行中间", "this is inside a printed line"),
    "blank.habit": ("空行与本页的习惯相合", "blank lines, as this page uses them"),
    "blank.extra": ("前面比平常多空行", "more blank lines than usual"),
    "blank.many": ("前面空了好几行", "several blank lines"),
    "blank.missing": ("前面缺了空行", "the usual blank line is missing"),
    "indent.habit": ("缩进与本页的习惯相合", "the indent, as this page keeps it"),
    "indent.two": ("行首空两字", "the line is indented"),
    "indent.deep": ("行首空得很多，像居中的行", "the line is set far in, as if centred"),
    "feed": ("前面是换页", "a page begins here"),
    "dateline": ("行首是电头", "the line begins with a dateline"),
    "dateline.damaged": (
        "电头里记者一处有残缺，不知到哪里为止",
        "the reporters in the dateline are damaged: where they end is unsure",
    ),
    "dateline.alone": (
        "本页只有这一处像电头，或许是正文",
        "no other text on the page begins with a place like this: it may be text",
    ),
    "dateline.unclear": (
        "这里像记者姓名，与正文连在一起",
        "this looks like a reporter's name that runs into the text",
    ),
    "jump.on": (
        "后面是转版标记，文章到此转往别版",
        "a jump line to another page follows",
    ),
    "jump.from": (
        "前面是接版标记，文章从别版接来",
        "a jump line from another page is above",
    ),
    "jump.opens": ("行首是接版标记", "the line begins with a jump mark"),
    "jump.closes": ("行末是转版标记", "the line ends with a jump mark"),
    "greeting": ("像书信开头的称呼", "it looks like a letter's greeting"),
    "sign.who": ("像落款的单位，下一行是日期", "it looks like who signed, with a day below"),
    "sign.when": ("像落款的日期", "it looks like the day of a signature"),
    "dateline.whole": ("整行是电头", "the line is a dateline"),
    "dateline.far": ("电头离行首较远", "the dateline is long"),
    "dateline.rest": ("这一行接着上一行的电头", "the line goes on with a dateline"),
    "by.framed": ("像署名，前有标记", "it looks like a byline with its mark"),
    "by.role": ("像署名，写明记者或作者", "it names a reporter"),
    "by.bracket": ("括号里像署名", "names in brackets"),
    "by.names": ("整行像人名", "the line looks like names"),
    "by.names_weak": ("整行可能是人名", "the line may be names"),
    "by.names_odd": ("整行或许是人名", "the line might be names"),
    "by.lone_role": ("这一行只有“记者”等字样", "the line says only: reporter"),
    "by.fragment": ("像被拆开的人名", "it looks like part of a name"),
    "by.habit": ("本页多处有这样的署名", "this page has bylines like it"),
    "by.top": ("上面还没有正文，署的是下面一篇", "no text stands above it yet"),
    "by.several": ("列了几个人名", "several names"),
    "by.beside": ("旁边的一行也像署名", "the next line is a byline too"),
    "by.roster": ("名字在记者名单里", "the name is in the roster"),
    "glued.space": ("行末空格后像署名", "names behind a space at the end"),
    "glued.bracket": ("行末括号里像署名", "names in brackets at the end"),
    "glued.tight": ("行末紧接着像署名", "names right behind the last stop"),
    "glued.role": ("行末写明了记者或作者", "a reporter is named at the end"),
    "glued.weak": ("行末似有署名", "perhaps names at the end"),
    "furn.folio": ("像版次或页码", "it looks like a folio"),
    "furn.date": ("像报头日期", "it looks like the page's date"),
    "furn.jump": ("像转接版说明", "it looks like a jump line"),
    "furn.editors": ("像责编、版式等说明", "it names the page's editors"),
    "furn.phone": ("像电话、地址", "it looks like an address"),
    "furn.paper": ("像报名", "it looks like the paper's name"),
    "furn.section": ("像版名", "it looks like the section's name"),
    "furn.issue": ("像期号、版数或定价", "it looks like the issue's number or price"),
    "furn.topic_top": ("版名在本页顶上", "it stands at the page's top"),
    "furn.topic": ("像版名", "it names a section of the paper"),
    "furn.names": ("接着责编一行的人名", "names behind the page's editors"),
    "furn.through": ("上面写明转接版，文章接着", "jump lines above say that the article goes on"),
    "furn.recurs": ("同样的行在本页重复出现", "the same line recurs on the page"),
    "furn.beside": ("紧挨着版次、日期等", "it stands beside such lines"),
    "line.tiny": ("这一行只有几个字", "the line is very short"),
    "cap.pictured": ("以“图为”开头，像图片说明", "it begins as captions do"),
    "cap.credit": ("以“摄”等字样结束，像图片说明", "it ends with a photo credit"),
    "cap.credit_line": ("整行是摄影署名", "it is a photo credit"),
    "cap.aside": (
        "另有栏宽，前后的句子在它后面接上",
        "of another measure, and the sentence goes on behind it",
    ),
    "cap.inside": ("接着像图片说明的一行", "it goes on with what looks like a caption"),
    "cap.alone": ("署名后单独一句，像图片说明", "one sentence alone behind a byline"),
    "cap.signed": ("句后写明谁摄，像图片说明", "it says who took the picture, as captions do"),
    "cap.before_credit": ("后面有摄影署名", "a photo credit follows"),
    "cap.after_pictured": ("接着“图为”的一行", "it follows a caption's first line"),
    "head.stopped": ("有句号或以标点结束，不像标题", "it has stops, unlike a headline"),
    "head.unstopped": ("没有句号，像标题", "it has no stop, like a headline"),
    "head.wide": ("比各栏都宽，像标题", "it is wider than any column"),
    "head.odd_width": ("宽度与各栏都不合", "its width fits no column"),
    "head.gap": ("中间有空格，像标题", "it has a gap, as headlines do"),
    "head.comma": ("中间有逗号", "it has a comma"),
    "head.after_end": ("前面的文字已经结束", "the text before it has ended"),
    "head.after_byline": ("前面是署名", "a byline stands before it"),
    "head.like_names": ("像人名，不像标题", "it looks like names"),
    "head.second": ("接着标题的一行", "it follows a headline line"),
    "head.upright": ("竖排标题拆成了单字", "a headline set upright, one character a line"),
    "row.table": ("上下都是表格里的行", "rows of a table stand above or below"),
    "row.figures": ("像表格的一行", "it looks like a row of a table"),
    "line.unbroken": (
        "一行就是一段，没有按栏宽断行",
        "the line is a whole paragraph, not broken to a column",
    ),
    "width.short": ("本行远没有排满", "the line is far from full"),
    "head.third": ("接着标题的两行", "it follows two headline lines"),
    "head.mid_text": ("前面的句子还没有完", "the sentence before has not ended"),
    "head.before_start": ("后面是一篇的开头", "an article begins behind it"),
    "head.before_byline": ("后面是署名", "a byline stands behind it"),
    "head.dash": ("以破折号开头", "it begins with a dash"),
    "head.echo": ("用词与正文相同", "it shares words with the text"),
    "cross.echo": ("用词与正文相同", "it shares words with the text"),
    "end.abbreviation": ("这一行以缩写的点结束", "the line ends with an abbreviation"),
    "end.hyphen": ("这一行以连字符或破折号结束", "the line ends with a hyphen or dash"),
    "end.small_word": ("这一行以虚词结束，句子未完", "the line ends with a small word"),
    "end.capital": ("这一行以大写词或数字结束", "the line ends with a name or number"),
    "end.word": ("这一行在句子中间结束", "the line ends inside a sentence"),
    "open.low": ("行首是小写字母", "the line begins with a small letter"),
    "open.capital": ("行首是大写字母", "the line begins with a capital"),
    "open.figure": ("行首是数字", "the line begins with a number"),
    "open.bullet": ("行首是列表符号", "the line begins with a bullet"),
    "seam.stop": ("前面句子已完，这里像另起", "a sentence ended before it"),
    "seam.length": ("前后各段的长短合适", "it makes paragraphs of the usual length"),
    "seam.habit": ("与附近段落的句数相合", "as many sentences as paragraphs nearby have"),
    "open.bracket": ("行首是开口的括号", "the line begins with a bracket"),
    "sense.pronoun": ("句首的代词承接前句", "a pronoun refers to the sentence before"),
    "sense.pointing": ("句首的指示词承接前句", "it points back: this, that, there"),
    "sense.link": ("句首的连接词承接前句", "a linking word goes on: but, and, so"),
    "sense.adverb": ("接着前句说：例如、其实", "it goes on: for example, in fact"),
    "sense.turn": ("换了话题：另外、此前", "it turns to something else: meanwhile, earlier"),
    "sense.some": ("接着说其中一部分", "it speaks of some of them"),
    "sense.asks": ("句子是提问或提示", "it asks or tells the reader"),
    "sense.given": ("以如果、当、虽然开头", "it begins with if, when or while"),
    "sense.place": ("以地点或时间开头", "it begins with a place or time"),
    "sense.a": ("引出新的事物", "it brings something new in"),
    "sense.the": ("以 The 开头", "it begins with The"),
    "sense.new": ("引出新的人名", "it brings a new name in"),
    "sense.name": ("以名字开头", "it begins with a name"),
    "sense.quote": ("以引语开头", "it begins with a quotation"),
    "sense.other": ("句首看不出承接", "its first words tell little"),
    "sense.short": ("下一句很短", "the next sentence is short"),
    "cross.habit": ("本页常有小标题", "this page has crossheads"),
    "seam.said": ("前一句以“某人说”结束", "the sentence before ends by saying who spoke"),
    "quote.inside": ("引语还没有完", "a quotation is still open"),
    "quote.again": ("同一人的话接着说", "the same speaker goes on"),
    "quote.resumed": ("引语另起一段，重开引号", "the quotation goes on with a new mark"),
    "open.pronoun": ("行首是代词", "the line begins with a pronoun"),
    "open.this": ("行首是指示词", "the line begins with this, that or there"),
    "open.link": ("行首是连接词", "the line begins with a linking word"),
    "seam.low": ("前面句子未完，这里接着", "the sentence runs on"),
    "by.by": ("像署名，以 By 开头", "it looks like a byline: By …"),
    "by.open_by": ("像署名，名字未完", "a byline that goes on"),
    "by.house": ("像通讯社或职务", "it names an agency or a role"),
    "by.dash": ("破折号后像人名", "names behind a dash"),
    "by.rest": ("接着上一行的署名", "it goes on with a byline"),
    "by.after_end": ("前面的文字已经结束", "the text before it has ended"),
    "furn.running": ("像书眉：日期、版名、页码", "it looks like a running head"),
    "furn.web": ("像网页上的说明", "it looks like a web page's notice"),
    "furn.contact": ("像邮箱或网址", "it looks like an address"),
    "case.upper": ("整行大写，像标题", "it is all in capitals"),
    "case.title": ("词首大写，像标题", "its words begin with capitals"),
    "head.short": ("比栏宽短得多", "it is much shorter than the columns"),
    "head.full": ("像正文一样排满", "it is as full as lines of text are"),
    "head.room": ("下一个词还排得下，不像正文", "the next word had room, unlike in text"),
    "head.same_case": ("与上一行大小写相同", "the line before has the same case"),
    "head.before_dateline": ("后面是电头", "a dateline stands behind it"),
    "head.before_nothing": ("后面没有正文", "no text stands behind it"),
    "cross.short": ("短行夹在段落之间，像小标题", "a short line between paragraphs"),
    "seam.pair": ("前面的引号或括号还没有收口", "a quotation or bracket is still open"),
    "cross.box": ("像文中栏目名", "it is the title of a box inside an article"),
    "cross.boxed": ("接着文中栏目名", "it follows the title of a box"),
    "cross.dash": (
        "以破折号结束，像小标题的前一行",
        "it ends with a dash, as first lines of crossheads do",
    ),
    "trait.unled": (
        "本页各篇开头前多有版面文字，这里没有",
        "articles here begin below furniture, this does not",
    ),
    "cross.number": ("带序号的短行，像小标题", "a numbered short line"),
    "open.dated": ("开头交代了日期", "its opening says when"),
    "cap.past_credit": ("上一行是摄影署名，图片说明已完", "the line before is the photo credit"),
    "cap.past_stop": ("上一行已经说完", "the line before ends a sentence"),
    "cap.opens_inside": ("插在一句话中间，像图片说明", "it breaks into a sentence, as captions do"),
    "trait.cross": ("与本页有无小标题相合", "as this page has crossheads or has none"),
    "trait.unmarked": (
        "本页各篇开头多有电头或署名，这里没有",
        "articles here open with a dateline or byline, this does not",
    ),
    "trait.unsigned": (
        "本页各篇末尾多有署名，这里没有",
        "articles here end with a byline, this does not",
    ),
    "trait.headless": ("本页各篇多有标题，这里没有", "articles here have headlines, this has none"),
    "trait.by_before": ("与本页署名的位置相合", "as bylines stand on this page"),
    "note": ("像括号里的附注", "it looks like a note"),
    "fit.first": (
        "本行 {1} 字，比栏宽（{0} 字）少，像段首空两字",
        "{1} of {0} em: short by an indent, as a first line is",
    ),
    "fit.inner": (
        "本行 {1} 字，排满了栏宽（{0} 字），段首空两字就排不下",
        "{1} of {0} em: no room for an indent",
    ),
    "fit.over3": (
        "本行 {1} 字，比栏宽（{0} 字）长出许多",
        "{1} em, much longer than the column of {0}",
    ),
    "fit.over2": ("本行 {1} 字，比栏宽（{0} 字）长", "{1} em, longer than the column of {0}"),
    "fit.over1": (
        "本行 {1} 字，比栏宽（{0} 字）略长",
        "{1} em, a little longer than the column of {0}",
    ),
    "fit.room4": ("本行只有 {1} 字，远不到栏宽（{0} 字）", "{1} em, far from full ({0})"),
    "fit.room3": ("本行 {1} 字，比栏宽（{0} 字）少几个字", "{1} em, some less than full ({0})"),
    "fit.room2": (
        "本行 {1} 字，栏宽 {0} 字，还排得下一个字",
        "{1} of {0} em: one more had fitted",
    ),
    "fit.room1": ("本行 {1} 字，差不多排满（栏宽 {0} 字）", "nearly full: {1} of {0} em"),
    "fit.room0": (
        "本行 {1} 字，栏宽 {0} 字，正好还排得下一个字",
        "{1} of {0} em: one more had just fitted",
    ),
    "fit.flush": ("本行正好排满（栏宽 {0} 字）", "it fills the column of {0} em"),
    "fit.snug": (
        "本行已满，下一个字排不下（栏宽 {0} 字）",
        "the next character had no room ({0} em)",
    ),
    "fit.squeezed": (
        "栏宽 {0} 字，本行 {1} 字，挤一挤还排得下",
        "{1} of {0} em: squeezed, one more would fit",
    ),
    "fit.last_full": (
        "本行正好排满（栏宽 {0} 字），段末行少有这样的",
        "the line is full ({0} em), as last lines seldom are",
    ),
    "fit.last_free": ("本行没有排满，像段末行", "the line is short, as last lines are"),
    "no-headline": ("本页没有找到它的标题", "no headline for it was found on the page"),
    "order.cut": ("“{0}”在句中断开，后面接不上", "“{0}” breaks off inside a sentence"),
    "order.inside": ("“{0}”像接着别处的半句", "“{0}” seems to go on with text elsewhere"),
}

RULES: dict[str, tuple[str, str]] = {
    "editor": ("编辑决定", "decided by the editor"),
    "joint-run": ("接排", "runs on"),
    "joint-paragraph": ("另起一段", "a new paragraph"),
    "joint-article": ("另起一篇", "a new article"),
    "joint-head": ("标题行", "a headline line"),
    "joint-by": ("署名行", "a byline"),
    "joint-furniture": ("版面文字", "furniture"),
    "joint-caption": ("图片说明", "a caption"),
    "role-run": ("正文", "body"),
    "role-paragraph": ("正文或小标题", "body or crosshead"),
    "role-article": ("正文", "body"),
    "role-head": ("标题", "headline"),
    "role-dateline": ("电头", "dateline"),
    "role-by": ("署名", "byline"),
    "role-furniture": ("版面文字", "furniture"),
    "role-caption": ("图片说明", "caption"),
    "glued-byline": ("段末署名", "a byline behind the last paragraph"),
    "heading-before": ("本页标题在正文前", "headlines stand before their bodies here"),
    "heading-after": ("本页标题在正文后", "headlines stand behind their bodies here"),
    "heading-mixed": ("按共同的用词归属", "by the words they share"),
    "heading-gathered": ("标题集中在一处，按用词归属", "gathered headlines, by shared words"),
    "heading-none": ("本页没有正文", "the page has no body text"),
    "no-headline": ("没有标题", "no headline"),
    "order": ("文字次序", "the order of the text"),
}

_BEFORE = "before."


def _of_line_before(text: str, language: str) -> str:
    """A sentence about "this line" as one about the line before it."""
    if language == "zh":
        for this in ("这一行", "本行"):
            if text.startswith(this):
                return f"上一行{text.removeprefix(this)}"
        return f"上一行：{text}"
    if text.startswith("the line "):
        return f"the line before {text.removeprefix('the line ')}"
    return f"the line before: {text}"


def sentence(reason: Reason, language: str = "zh") -> str:
    """A reason in words. `language`: `zh` or `en`. An unknown code is given as it is."""
    code = reason.code.removeprefix(_BEFORE)
    row = _TABLE.get(code)
    if row is None:
        return reason.code
    text = row[0 if language == "zh" else 1].format(*reason.args)
    return text if code == reason.code else _of_line_before(text, language)


def rule_name(rule: str, language: str = "zh") -> str:
    """The name of a verdict's rule in words."""
    row = RULES.get(rule)
    return row[0 if language == "zh" else 1] if row else rule


CODES = frozenset(_TABLE)
