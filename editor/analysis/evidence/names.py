"""Who wrote it: the shapes of bylines, and what a Chinese name looks like.

A name is two or three characters that begin with a surname (or a compound surname and one or
two more), perhaps with a space inside (王 波), or a name with a middle dot. A role or a place
stays with the first name after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import regex

from editor.analysis.evidence.furniture import SECTION

_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
    "苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵"
    "万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦向柳邢岳齐"
    "沿梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘"
    "景薄单包司柏宁柯阮桂闵解强柴丛岑冉华车房辜练应邬连荆佟宗满宫滕匡冷仇晋褚巩娄党缪戚蓝原邸米"
    "池蒲艾戈臧敖占檀敬明楚卞阎吉楼封桑简寇仲储师蔺阚虞窦农居邝佘全晏亓郎燕商惠狄笪濮雍令厉祖郁"
    "巫保乐权步那国初胥冀揭都危崇迟於屠谯修冼昝訾苟练麦衣干乌帅仝代亢来伊兆多和姬展年古郗郜郤鄢"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣餘葉蘇呂盧鐘鍾譚陸範韋賈鄒閆龍賀顧龔萬錢戴嚴湯喬賴蘭顏倪"
    "溫蘆魯聶齊莊塗凌費紀歐項陽衛鮑單寧連滿鞏婁黨繆藍閻樓簡儲師竇鄔豐鳳譚羅閔黎賓郟麥於幹甯關鄺"
    "程汪潘袁董羿皮明牧欒仰隗游印荀"
    "傅萧喻奚廉穆湛禹茅庞刁骆裘钮嵇芮糜宓戎符幸韶邰鄂索卓蒙莘贡逄扈浦尚瞿茹庾暨阙蔚晁沙鞠巢蒯竺桓谌揣缑尧綦逯荣习龐駱諶貢榮習闕鈕勞"
)
_COMMON_WORDS = "国國那和多年来來步初展兆权商令居代保乐明牧印游"
SURNAMES = frozenset(_SINGLE) - frozenset(_COMMON_WORDS)
COMPOUND = frozenset(
    [
        "欧阳",
        "歐陽",
        "上官",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "公孙",
        "公孫",
        "令狐",
        "慕容",
        "司徒",
        "轩辕",
        "夏侯",
        "端木",
        "南宫",
        "长孙",
        "宇文",
        "呼延",
        "百里",
        "东郭",
    ]
)

_RANKS = {char: rank for rank, char in enumerate(_SINGLE)}

_HAN = r"[\u3400-\u9fff]"
_ROLE_WORD = (
    r"(?:记者|記者|通讯员|通訊員|特约记者|实习生|实习记者|见习记者|评论员|評論員|编辑|作者|摄影|撰文|文/图|"
    r"文/摄|图/文|图文|文图|文|图|见习|特派记者|驻[\u3400-\u9fff]{2,4}记者)"
)
_HOUSE = (
    r"(?:本报|本報|本刊|本社|本网|新华社|人民网|央视|中新社|"
    r"[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|导报|网|报))"
)
ROLE = regex.compile(
    rf"(?:{_HOUSE}\s*)?(?:特约|实习|见习|特派|驻{_HAN}{{2,4}})?\s*{_ROLE_WORD}(?:\s*[:：/]\s*|\s*)"
)
_FRAME_OPEN = "（(□■●◎◆▲☐"
_FRAME_CLOSE = "）)"
_TOKEN = regex.compile(rf"{_HAN}+(?:·{_HAN}+)*")
_REST = regex.compile(rf"\s+({_HAN}{{1,2}})(?!{_HAN})")
_LAST = regex.compile(rf" ({_HAN})(?!{_HAN})(?! {_HAN}(?!{_HAN}))")
_SEPARATOR = regex.compile(r"[\s、，,/|]+")


@lru_cache(maxsize=4096)
def name_score(token: str) -> float:
    """How much `token` looks like one name: 0 not at all, 1 surely the shape of one."""
    if "·" in token:
        parts = token.split("·")
        named = all(1 <= len(part) <= 6 for part in parts) and not set(token) & set("的了在是与和")
        named = named and not _NO_NAMES.search(token)
        return 0.8 if named and 3 <= len(token) <= 14 else 0.0
    if token[:2] in COMPOUND and 3 <= len(token) <= 4:
        return 1.0
    if token[:1] in SURNAMES:
        return {2: 0.9, 3: 1.0}.get(len(token), 0.0)
    return {2: 0.2, 3: 0.25}.get(len(token), 0.0)


_NO_NAMES = regex.compile(
    r"乌克兰|白俄罗斯|伊朗|伊拉克|巴西|巴基斯坦|巴勒斯坦|安哥拉|马来西亚|韩国|沙特|古巴|莫斯科|柬埔寨|黎巴嫩|"
    r"烏克蘭|安徽|江苏|江西|贵州|宁夏|秦皇岛|方面|国家|全国|应当|时间|高质量|水平|任务|祝贺|会见|致信|致电|出席|签署|"
    r"[报報刊讯訊版]|会谈|主持|强调|指出|表示|时代|故事|见闻|观察|行动|记事|走基层"
)


@lru_cache(maxsize=4096)
def run_together(token: str) -> tuple[int, ...]:
    """Lengths of the names that were printed without a gap (spaced-out text loses it); or ().

    Only where every part begins with a surname and has two or three characters, and no place or
    verb of headlines stands in it (many of those begin with a surname too).
    """
    if not 4 <= len(token) <= 9 or _NO_NAMES.search(token) or _NO_GIVEN & set(token):
        return ()
    found: list[tuple[int, ...]] = []
    options: list[tuple[int, ...]] = [()]
    while options:
        done = options.pop()
        at = sum(done)
        if at == len(token):
            found.append(done)
        elif token[at] in SURNAMES:
            options += [(*done, size) for size in (2, 3) if at + size <= len(token)]
    return min(found, key=lambda sizes: (len(sizes), _rarity(token, sizes), sizes), default=())


_NO_GIVEN = frozenset("十的了在是与不被")
"""Characters that stand in no name; 时隔十余年 is none though it could be cut into two."""


def _rarity(token: str, sizes: tuple[int, ...]) -> int:
    """How rare the surnames are, by their places in the list: 林磊文沈睿 is 林 and 沈, no 文."""
    firsts = (sum(sizes[:part]) for part in range(len(sizes)))
    return sum(_RANKS.get(token[at], len(_SINGLE)) for at in firsts)


_ALONE = regex.compile(rf"{_HAN}(?:\s+{_HAN}){{2,8}}(?=\s*$)")


def _names_of(letters: str) -> tuple[int, ...]:
    """Lengths of the names that a run of characters set apart is; () where it is none."""
    if len(letters) == 3:
        return (3,) if letters[0] in SURNAMES else ()
    return run_together(letters)


class Names(NamedTuple):
    """Names found in a stretch of text: their spans in it, and how sure the shape is (0 to 1)."""

    spans: tuple[tuple[int, int], ...]
    score: float
    role: bool


NOTHING = Names((), 0.0, False)


def split_names(text: str, start: int, end: int) -> Names:
    """The names that `text[start:end]` is a list of; empty where it is anything else.

    A role or place before a name stays with it. Two single characters apart are one name, as
    are one and two (2+1). Nothing may be left over.
    """
    tokens: list[tuple[int, int]] = []
    at, role_at, role = start, -1, False
    scores: list[float] = []
    pending = ""
    places = 0
    while at < end:
        gap = _SEPARATOR.match(text, at, end)
        if gap:
            at = gap.end()
            continue
        if text[at] in _FRAME_OPEN + _FRAME_CLOSE:
            at += 1
            continue
        word = ROLE.match(text, at, end)
        if word and (
            word.end() >= end
            or word.group().strip()[-1:] not in ("文", "图")
            or not is_name_start(text, at, end)
        ):
            if role_at < 0:
                role_at = at
            role, at = True, word.end()
            continue
        found = _TOKEN.match(text, at, end)
        if not found:
            return NOTHING
        token = found.group()
        stop = found.end()
        alone = _ALONE.match(text, at, end) if len(token) == 1 else None
        sizes = _names_of("".join(alone.group().split())) if alone else ()
        if alone and sizes:  # every character stands alone: 熊 梦 江 帆
            letters = [place for place in range(at, alone.end()) if not text[place].isspace()]
            first = 0
            for size in sizes:
                start_at = role_at if role_at >= 0 else letters[first]
                tokens.append((start_at, letters[first + size - 1] + 1))
                scores.append(0.9 if len(sizes) == 1 else 0.8)
                role_at, first = -1, first + size
            at = alone.end()
            continue
        if len(token) == 1:
            rest = _REST.match(text, stop, end)
            if not rest:
                return NOTHING
            stop = rest.end()
            token += rest.group(1)
        elif len(token) == 2 and token not in COMPOUND:
            rest = _LAST.match(text, stop, end)
            if rest and token[:1] in SURNAMES:
                stop = rest.end()
                token += rest.group(1)
        elif len(token) == 2:
            rest = _REST.match(text, stop, end)
            if rest:
                stop = rest.end()
                token += rest.group(1)
        sizes = run_together(token) if "·" not in token and stop == found.end() else ()
        if sizes and name_score(token) < 0.5:
            for size in sizes:
                tokens.append((role_at if role_at >= 0 else at, at + size))
                scores.append(0.75)
                role_at, at = -1, at + size
            continue
        score = 0.0 if len(token) > 4 and "·" not in token else name_score(token)
        if score < 0.15:
            # a place or an office before the first name: 江苏南京市 刘国华
            if not tokens and not pending and 3 <= len(token) <= 9 and places == 0:
                pending, places = token, 1
                if role_at < 0:
                    role_at = at
                at = stop
                continue
            return NOTHING
        tokens.append((role_at if role_at >= 0 else at, stop))
        scores.append(score)
        role_at = -1
        at = stop
    if not tokens or role_at >= 0 or len(tokens) > 8:
        return NOTHING
    score = sum(scores) / len(scores)
    if places:
        score *= 0.7
    return Names(tuple(tokens), score, role)


def is_name_start(text: str, start: int, end: int) -> bool:
    """Whether a name of three or two characters begins at `start` (文 and 图 are surnames too)."""
    found = _TOKEN.match(text, start, end)
    return bool(found) and 2 <= len(found.group()) <= 3 and found.group()[0] in SURNAMES


_GLUED = regex.compile(r"(?<=[。！？”’」』…）)%\d.．])\s+(?=\S)")
_GLUED_WEAK = regex.compile(
    r"(?<=[\u3400-\u9fff])\s{1,4}([\u3400-\u9fff][\u3400-\u9fff 、]{1,14})$"
)
_BRACKETED = regex.compile(r"[（(]([^（()）]{2,40})[）)]$")
_TIGHT = regex.compile(r"(?<=[。！？”])([\u3400-\u9fff]{2,7})$")
_WORK = regex.compile(r"采写|整理|为|系|综合|参与|来源|摄|单位|如|即|注|下转|上接|据")


class Tail(NamedTuple):
    """A byline glued behind a last line: where it starts (frame included), and the names."""

    at: int
    names: Names
    form: str


@lru_cache(maxsize=4096)
def glued(text: str) -> Tail | None:
    """The byline glued behind the text of a paragraph's last line, if there is one."""
    base = max(0, len(text) - 60)
    for gap in _GLUED.finditer(text, base):
        names = split_names(text, gap.end(), len(text))
        if names.score >= 0.5:
            return Tail(gap.end(), names, "space")
    found = _BRACKETED.search(text[-60:])
    if found and base + found.start() > 0:
        inner = found.group(1)
        if not _WORK.search(inner):
            names = split_names(text, base + found.start(1), base + found.end(1))
            if names.score >= 0.6 and (text[base + found.start() - 1] in "。！？”…" or names.role):
                return Tail(base + found.start(), names, "bracket")
    found = _TIGHT.search(text[-12:])
    if found:
        base = max(0, len(text) - 12)
        if name_score(found.group(1)) >= 0.9 or run_together(found.group(1)):
            names = split_names(text, base + found.start(1), len(text))
            if names.score >= 0.7:
                return Tail(base + found.start(1), names, "tight")
    found = _GLUED_WEAK.search(text[-24:])
    if found:
        base = max(0, len(text) - 24)
        names = split_names(text, base + found.start(1), len(text))
        if names.score >= 0.9:
            return Tail(base + found.start(1), names, "weak")
    return None


_REPORTING = regex.compile(
    rf"[〔【（(]?(?:記者|记者|特派員){_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,2}}[／/]{_HAN}{{2,8}}(?:報導|报道|報道)[〕】）)]?"
)
"""Who reported and from where: 記者李家豪／彰化報導."""
_FOREIGN = regex.compile(
    rf"[^\u3400-\u9fff·\s、，,/|:：{regex.escape(_FRAME_OPEN + _FRAME_CLOSE)}]"
)
"""What stands in no list of names: `split_names` would give it up there."""


@lru_cache(maxsize=4096)
def own_line(text: str) -> tuple[str, Names]:
    """Whether a line is nothing but a byline: the form ("" for none) and the names.

    Forms: `framed` (□ or ■ before), `role` (a role named), `bracket`, `names` (bare).
    """
    if len(text) > 60 or len(text) < 2:
        return "", NOTHING
    if _REPORTING.fullmatch(text):
        return "role", Names(((0, len(text)),), 1.0, True)
    if _FOREIGN.search(text) or SECTION.fullmatch(text):
        return "", NOTHING
    names = split_names(text, 0, len(text))
    if not names.spans:
        only = ROLE.fullmatch(text.strip())
        return ("lone_role", NOTHING) if only and len(text) >= 2 and "者" in text else ("", NOTHING)
    if text[0] in "□■●◎◆▲☐":
        return "framed", names
    if names.role:
        return "role", names
    if text[0] in "（(" and text[-1] in "）)":
        return "bracket", names
    return "names", names


def rostered(names: Iterable[str], roster: frozenset[str]) -> bool:
    """Whether one of the names is in the house's roster."""
    return any("".join(name.split()) in roster for name in names)
