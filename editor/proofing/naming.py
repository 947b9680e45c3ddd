"""Where names stand: persons that speak or bear a title, places and bodies by how they end.

Names are known by three characters at a time, so that a long one is known wherever it begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from editor.analysis.evidence.names import COMPOUND, SURNAMES
from editor.model.giving_way import paused
from editor.proofing import lexicon
from editor.proofing.lookalikes import FOREIGN
from editor.proofing.shapes import HAN
from editor.proofing.suspect import Sheet
from editor.proofing.traditional import simplified

FUNCTION = frozenset(
    "的了和在是有不这为以到说上下中与就都也而及向对从将把被要会能可还又他她它们我你您此其之于由做坐来去让给使叫着过得某左右"
    "一二三四五六七八九十百千万亿两几多第〇零年月日时点分"
)
"""Characters that stand by themselves in any text, and numerals."""
NO_NAME = frozenset("的了在是把被向与及对从将让给至自往即及由而也都就")
"""What no name of a body has, so that it begins behind it."""

_SINGLE = "".join(sorted(s for s in SURNAMES if len(s) == 1))
_SPEAKS = "说|表示|介绍|告诉|认为|透露|坦言|回忆|强调|指出|要求|感慨|建议|称|问|答|笑|道"
_TITLES = (
    "书记|市长|县长|镇长|乡长|区长|省长|州长|部长|局长|厅长|处长|科长|司长|院长|校长|所长|站长|会长|社长|行长|厂长|"
    "队长|团长|班长|组长|村长|主任|主席|委员|代表|总理|总统|首相|大使|经理|总裁|董事长|理事长|秘书长|检察长|教授|"
    "老师|教练|队员|选手|医生|医师|护士|律师|法官|民警|警官|研究员|工程师|技术员|调解员|导演|演员|作家|诗人|画家|"
    "记者|编辑|通讯员|摄影|村民|居民|市民|农民|工人|职工|学生|居士|户|负责人|先生|女士|同志|员"
)
_PERSONS = (
    re.compile(rf"([{_SINGLE}][{HAN}]{{2}})(?={_SPEAKS})"),
    re.compile(rf"(?:{_TITLES})([{_SINGLE}][{HAN}]{{2}})"),
    re.compile(rf"(?<=[、，])([{_SINGLE}][{HAN}]{{2}})(?=[、，等（])"),
)
_ENDS = (
    "委员会|办公室|公司|集团|大学|学院|中学|小学|幼儿园|学校|医院|银行|支行|分行|法院|检察院|派出所|研究所|研究院|"
    "中心|协会|学会|商会|联合会|基金会|俱乐部|出版社|杂志社|日报|晚报|电视台|电台|博物馆|图书馆|文化馆|体育馆|"
    "剧团|剧院|村委会|居委会|管委会|指挥部|支队|大队|车站|机场|码头|开发区|园区|合作社|农场|林场|市场|酒店|宾馆|"
    "事务所|社区|街道|海关|党委|政府|中央|军委|政协|人大|纪委|[局厅厂矿省市县区镇乡村州旗所站店院]"
)
ENDS = re.compile(_ENDS)
"""How places and bodies end."""
_RUN = re.compile(rf"[{HAN}]{{3,}}")
_ABROAD = re.compile(rf"[{HAN}]+(?:·[{HAN}]+)+|[{''.join(sorted(FOREIGN))}]{{3,}}")
MOST = 500
"""Threes of a page that the other pages of its project know at most."""
_LONGEST = 10
"""Characters of a place or body that are looked at."""


def trigrams(text: str) -> Iterable[str]:
    """Each three characters that follow one another."""
    return map("".join, zip(text, text[1:], text[2:], strict=False))


def persons(sheet: Sheet) -> set[str]:
    """Names of three characters of those that speak, bear a title or have written, as printed."""
    found: set[str] = set()
    for passage in paused(sheet.passages):
        found |= {name for name in passage.names if len(name) == 3 and name[0] in SURNAMES}
        for pattern in _PERSONS:
            found |= {match[1] for match in pattern.finditer(passage.text)}
    return found


def names_of(sheet: Sheet) -> Counter[str]:
    """Three characters each of the names of persons, places and bodies, with how often they stand.

    All persons, and of places and bodies what a page has most of. Simplified, where the page is in
    Traditional characters.
    """
    people, bodies = persons(sheet), set[str]()
    for passage in paused(sheet.passages):
        for name in _bodies(passage.text):
            bodies.update(trigrams(name))
    if sheet.traditional:
        people, bodies = ({simplified(name) for name in names} for names in (people, bodies))
    every, counts = people | bodies, Counter[str]()
    for passage in paused(sheet.passages):
        text = simplified(passage.text) if sheet.traditional else passage.text
        counts.update(filter(every.__contains__, trigrams(text)))
    most = Counter(dict(counts.most_common(MOST)))
    return most | Counter({name: counts[name] for name in people})


def _bodies(text: str) -> Iterator[str]:
    """Places, bodies and foreign names, perhaps with what stands before them."""
    for match in _ABROAD.finditer(text):
        yield match.group()
    for run in _RUN.finditer(text):
        for end in ENDS.finditer(run.group()):
            start = max(0, end.end() - _LONGEST)
            before = run.group()[start : end.end()]
            cut = max((before.rfind(char) for char in NO_NAME), default=-1)
            yield before[cut + 1 :]


def is_coined(name: str) -> bool:
    """Whether three characters are no words of the language, all one, foreign, or a long surname's.

    普者黑, 俄罗斯, 塔拉索, 司马明.
    """
    words = lexicon.best(name)[1]
    if words[0] in COMPOUND or len(words) == 1 or set(name) <= FOREIGN:
        return True
    return len(words) == 3 and not FUNCTION & set(name)


def is_person(name: str) -> bool:
    """Whether three characters may be a surname and what is given: 王振昌, not 高质量 or 武汉市."""
    surname = name[0] in SURNAMES and len(lexicon.best(name)[1][0]) in (1, 3)
    return surname and not (ENDS.match(name, 2) and lexicon.known(name))
