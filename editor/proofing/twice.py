"""Words, clauses and paragraphs that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.proofing import lexicon
from editor.proofing.repeats import LAWFUL, around
from editor.proofing.shapes import HAN, MEASURES, PROSE, matches, printed
from editor.proofing.suspect import Found, Sheet
from editor.proofing.traditional import through_simplified

_WORDS = re.compile(rf"([{HAN}]{{2,8}})\1")
_RUN = re.compile(f"[{HAN}]{{18,}}")
_PHRASE = re.compile(r"(.{9,24})\1")
_COUNTED = frozenset("〇零一二三四五六七八九十百千万亿两")
_FREE = frozenset(
    "哈哈 轰隆 叮当 哗啦 咕噜 滴答 突突 布谷 加油 来了 谢谢 好的 是的 对对 快来 快看 "
    "走走 看看 慢慢 意思 过奖 忽闪 有哇 多多 大片 千万 不喝 不敢 好久 很久 永远 "
    "十分 一点 多少 老远 细长 香甜 黑绿".split()
)
"""Sounds, calls and what is said twice for stress."""
_DEGREES = frozenset("很多 许多 非常 特别 那么".split())
"""Stressed by standing twice before what they belong to, but for the words of _TURNS."""
_TURNS = re.compile("是[在从对由把将为]|高[，。]|大[，。]")
_DONE = frozenset(
    "研究 讨论 商量 考虑 学习 了解 锻炼 休息 打听 收拾 放松 体验 感受 认识 介绍 观察 "
    "琢磨 咨询 宣传 比较 改进 提醒 鼓励 帮助 参谋 走动 清醒 热闹 轻松 凉快 高兴 合计 "
    "照顾 关心 交流 总结 见识 活动 鉴定 "
    "瞻仰 掂量 打量 估量 溜达 捉摸 比划 敲打 操练 教训 开导 检讨 应付 解释 打扮".split()
)
"""Done a little where they stand twice: 讨论讨论."""
_MAY_DO = frozenset(
    "我你您他她们咱家去来要想请给帮让以能再多好起也就先该得会都只须需不没互自对为把说和与并还常够不"
)
"""Ends what goes before such a verb: someone, or a will."""
_WILL = re.compile("(?<![重主需必只首摘])要(?![求点])|想|让|请|给|帮(?!助)|好好|再(?!三)|不过|把")
_SHOWN = frozenset("心意 意思 诚意 谢意 敬意 感谢 祝贺".split())
"""What is 表示表示."""
_STATES = frozenset(
    "雪白 漆黑 乌黑 墨黑 笔直 通红 冰凉 滚烫 碧绿 金黄 瓦蓝 湛蓝 焦黄 喷香 粉红 嫩绿 "
    "翠绿 鲜红 火红".split()
)
_STRESSED = frozenset("极太真请")
_SAID = frozenset(
    "太好 太多 太大 太美 太少 太快 太远 太难 太棒 太像 真的 真好 真是 真美 请坐 请进 "
    "请问 请看 请讲".split()
)
_BODIES = frozenset("队所院局处室司厅校厂团部馆社科会")
_NOT_DOING = frozenset("凭随有沿朝向对照本为按顺当趁冒")
"""Prepositions with 着 that do not go on as 跑着跑着 does."""
_BY_ONES = (
    MEASURES
    | LAWFUL
    | frozenset("定直步次个天年点滴件条样分秒元寸尺斤两口句字声下阵片层笔针刀圈辈味")
)
_ITEM = re.compile(
    rf"(?<![{HAN}])(?P<i>[{HAN}]{{2,12}})、(?P=i)(?=[、等和及与])(?!、再)"
    rf"|(?P<k>[{HAN}]{{3,12}})、(?P=k)、|(?<=、)(?P<n>[{HAN}]{{2,12}})、(?P=n)(?=[，。；])"
    r"|(?P<q>[“《「『][^“”《》「」『』]{1,30}[”》」』])、?(?P=q)"
)
_MIXED = re.compile(
    rf"(?<![0-9０-９A-Za-z.．,])(?P<m>[{HAN}]{{0,6}}[0-9０-９][{HAN}0-9０-９.%％℃]{{1,14}})(?P=m)(?![0-9０-９地])"
    r"|(?<![0-9A-Za-z-])(?P<a>[A-Za-z]{2,}|[Ａ-Ｚａ-ｚ]{2,})[ \xa0]+(?P=a)(?![0-9A-Za-z-])"
)
_AMOUNT = re.compile(rf"[0-9０-９][0-9０-９.]*[{HAN}%％℃]|[{HAN}][0-9０-９]")
_BEHIND_SPACE = re.compile(f"[ \u3000](?P<s>[{HAN}]{{2,8}})")
_EACH = re.compile("[0-9０-９]+[个对比人步元件次条]$")
_CLAUSE = re.compile("[^，。；！？：、]*[，。；！？：、]")
_BEGINS = re.compile(r"^[\s“‘「『（(]+")
_MOST = 6
"""Clauses that are held beside as many others at most."""


def _second(text: str, start: int, end: int) -> int | None:
    """How long the word is that begins at the middle of a place, where one begins at `start` too.

    俄罗斯罗斯托夫 has none at 罗斯.
    """
    before, behind = around(text, start, end)
    at, starts = 0, dict[int, int]()
    for word in lexicon.best(before + text[start:end] + behind)[1]:
        starts[at] = len(word)
        at += len(word)
    return starts.get(len(before) + (end - start) // 2, 0) if len(before) in starts else None


def _to_and_fro(text: str, at: int) -> bool:
    """Whether what seems to stand twice is of a word of two and two: 梯子上爬上爬下."""
    return lexicon.known(text[at + 1 : at + 5]) and text[at + 1] != text[at + 2]


def doubled_words(sheet: Sheet) -> Iterator[Found]:
    """A word or a clause twice: 发展发展. 一步一步 and 讨论讨论 are lawful."""
    if sheet.traditional:
        yield from through_simplified(sheet, _doubled_words)
    else:
        yield from _doubled_words(sheet)


def _doubled_words(sheet: Sheet) -> Iterator[Found]:
    for number, match in matches(sheet, _WORDS, PROSE):
        start, end = match.span()
        found = _word_twice(match.string, start, end, (end - start) // 2)
        if found is not None:
            once = match.string[found : found + (end - start) // 2]
            yield Found(number, found, found + 2 * len(once), once, "doubled-word", (once,))
    for number, match in matches(sheet, _RUN, PROSE):
        for twice in _PHRASE.finditer(match.group()):
            start, once = match.start() + twice.start(), twice.group(1)
            yield Found(number, start, start + 2 * len(once), once, "doubled-word", (once,))
    for number, match in matches(sheet, _ITEM, PROSE):
        once = match["i"] or match["n"] or match["k"] or match["q"]
        if "某" in once:
            continue
        yield Found(number, *match.span(), once, "doubled-word", (once,))
    for number, match in matches(sheet, _MIXED, PROSE):
        once = match["m"] or match["a"]
        if match["m"] and (_EACH.match(once) or not _AMOUNT.search(once)):
            continue
        yield Found(number, *match.span(), once, "doubled-word", (once,))
    for number, match in matches(sheet, _BEHIND_SPACE, PROSE):
        at, behind = match.start(), match["s"]
        for size in range(len(behind), 1, -1):
            if match.string[max(0, at - size) : at] == behind[:size]:
                span = at - size, at + 1 + size
                yield Found(number, *span, behind[:size], "doubled-word", (behind[:size],))
                break
    for number, passage in printed(sheet):
        if passage.role in PROSE:
            for start, end, once in _clauses_twice(passage.text):
                yield Found(number, start, end, once, "doubled-word", (once,))


def _word_twice(text: str, start: int, end: int, size: int) -> int | None:
    """Where a word begins that stands twice from `start` on, if that is an error.

    What stands twice may begin a little further on: in 商业企业企业 it is 企业, not 业企.
    """
    last, furthest = end, min(len(text), end + size)
    while last < furthest and text[last] == text[last - size] and re.match(f"[{HAN}]", text[last]):
        last += 1
    for at in range(start, last - 2 * size + 1):
        once = text[at : at + size]
        if _may(text, at, once) or _to_and_fro(text, at):
            return None
        if size > 3:
            return at
        second = _second(text, at, at + 2 * size)
        if second is None:
            continue
        return at if second <= size else None  # 公益诉讼, 使用使用者
    return None


def _may(text: str, at: int, once: str) -> bool:
    """Whether a word may stand twice at a place."""
    if len(set(once)) == 1 or set(once) <= _COUNTED or once in _FREE:
        return True
    before, behind = around(text, at, at + 2 * len(once))
    if not (before or behind) and len(once) == 2 and text[at + 4 : at + 5] in tuple("！，。"):
        return True  # 抱歉抱歉！
    if behind[:1] == "长" and once[-1] in _BODIES:
        return True  # 大队大队长
    if once in ("如此", "如何"):
        return behind[:1] in ("", "而", "行", "应")
    if once == "表示":
        return behind[:2] in _SHOWN or before[-1:] in tuple("要想给该去")
    if once in _DONE:
        clause = re.split("[，。；：！？、]", text[max(0, at - 30) : at])[-1]
        meant = not before or before[-1] in _MAY_DO or bool(_WILL.search(clause))
        return meant and behind[:1] not in tuple("地的着了过一")
    if once in _DEGREES:
        return not _TURNS.match(behind + text[at + 2 * len(once) :][:1])
    if once in _STATES:
        return behind[:1] in ("的", "地", "") or before[-1:] in ("得", "是")
    first, short = once[0], len(once) < 4
    if first == "很" and short:
        return True
    if first == "最" and short:
        return behind[:1] in ("的", "地")
    if first in _STRESSED and short:
        return once in _SAID or not lexicon.known(once, 3) or once + behind[:1] == "极少的"
    if first == "一" and short:
        return len(once) == 3 or once[1] in _BY_ONES or not lexicon.known(once)
    return len(once) == 2 and once[1] in "着啊呀吧" and first not in _NOT_DOING  # 跑着跑着


def _clauses_twice(text: str) -> Iterator[tuple[int, int, str]]:
    """Clauses that stand twice one behind the other, with their marks."""
    clauses = [match.span() for match in _CLAUSE.finditer(text)]
    shown = [_BEGINS.sub("", text[start:end]) for start, end in clauses]
    at = 0
    while at < len(shown):
        for many in range(1, min(_MOST, (len(shown) - at) // 2) + 1):
            if shown[at] != shown[at + many]:
                continue
            once = "".join(shown[at : at + many])
            if shown[at : at + many] == shown[at + many : at + 2 * many] and _long(once, many):
                start = clauses[at][1] - len(shown[at])
                yield start, clauses[at + 2 * many - 1][1], once
                at += 2 * many - 1
                break
        at += 1


def _long(once: str, many: int) -> bool:
    """Whether clauses are so long that nobody says them twice on purpose."""
    if many == 1:
        least = {"，": 4, "；": 4, "。": 6}.get(once[-1], 0)
        return bool(least) and len(once) >= least
    return len(once) >= 10


_SENTENCE = re.compile(r"[^。！？]+(?P<end>[。！？]”?)?")
_ENGLISH_SENTENCE = re.compile(r"[^.!?]+(?P<end>[.!?]+[”’\"]?(?=\s|$))?")
"""What has no end is gone over once, and is no sentence."""
_LONG_SENTENCE = {"zh": 20, "en": 50}
"""Letters of a sentence that nobody writes twice so near."""
_NEAR = 3
"""Paragraphs behind which a sentence may come again: a summary and its article have it twice."""


def repeated_paragraphs(sheet: Sheet) -> Iterator[Found]:
    """A paragraph that the page has had, but for white space and marks; or a long sentence again.

    The sentence has to stand at most a few paragraphs before, in the same article.
    """
    seen: set[str] = set()
    said: dict[tuple[int, str], int] = {}
    pattern = _SENTENCE if sheet.script == "zh" else _ENGLISH_SENTENCE
    for number, passage in printed(sheet):
        bare = _bare(passage.text)
        if len(bare) < 18 or passage.role not in PROSE:
            continue
        again = bare in seen
        seen.add(bare)
        if again:
            yield Found(number, 0, len(passage.text), None, "repeated-paragraph", (bare[:10],))
            continue
        before = ""
        for match in pattern.finditer(passage.text):
            if match["end"] is None:
                continue
            sentence, last = _bare(match.group()), before
            before = sentence
            if len(sentence) < _LONG_SENTENCE[sheet.script]:
                continue
            where = said.get((passage.article, sentence), -1 - _NEAR)
            twice = number - where <= _NEAR  # at once twice is a doubled word's, in Chinese
            if twice and not (sentence == last and sheet.script == "zh"):
                start = match.end() - len(match.group().lstrip())
                yield Found(number, start, match.end(), None, "repeated-sentence", (sentence[:10],))
            said[passage.article, sentence] = number


def _bare(text: str) -> str:
    """The letters of a text alone."""
    return re.sub(r"[\W_]+", "", text)
