"""What says where an article begins or ends beside its text: jump lines, greetings, signatures.

An article that goes on on another page ends at 下转第5版, in the middle of a sentence or not; what
stands behind 上接第1版 begins one on this page. A letter begins with a greeting that is a
paragraph; a notice ends with who signed it and when.
"""

from __future__ import annotations

import regex

from editor.analysis.evidence.furniture import JUMP_MARK, PAPER_NAME, SECTION
from editor.analysis.evidence.view import Found, View
from editor.analysis.jump_words import COMES, LEAVES

MOST_FURNITURE = 8
"""Lines of furniture between the two halves of a page break."""
MOST_NAME = 12
"""Characters of a section's or a paper's name."""
MOST_SIGNATURE, MOST_GREETING = 26, 16
"""Characters of a line that says who signed, and of a greeting."""
_LEAVES, _RETURNS = (regex.compile(rf".?\s*{words}") for words in (LEAVES, COMES))
_OPENS = regex.compile(rf"{JUMP_MARK}(?=\S)")
_CLOSES = regex.compile(rf"(?<=\S)\s*{JUMP_MARK}$")
_GREETING = regex.compile(
    r"(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|编辑|編輯|广大|廣大|全体|全體)[\u3400-\u9fff、]{1,12}[：:]"
    r"|[\u3400-\u9fff]{0,10}(?:同志|先生|女士|老师|老師|朋友|编辑部|編輯部|小姐|教授)(?:们|們)?[：:]"
)
_SIGNER = regex.compile(
    r"[\u3400-\u9fff（）()]{1,20}(?:局|委员会|委員會|办公室|辦公室|公司|政府|支队|支隊|大队|大隊|中心|法院|检察院|"
    r"大学|大學|学校|學校|医院|醫院|党委|黨委|协会|協會|学会|學會|编辑部|編輯部|报社|報社|厅|廳|银行|銀行|集团|集團|"
    r"管委会|村委会|居委会|指挥部|领导小组|研究院|组委会|工会|总队|總隊)"
)
DAY = regex.compile(
    r"(?:19|20|二[〇零○])[\d〇零○一二三四五六七八九十]{2}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*"
    r"(?:[\d一二三四五六七八九十]{1,3}\s*日)?"
)


def passes(view: View, at: int) -> bool:
    """Whether the page's own lines, as a break inside an article has them, are passed there."""
    if view.furniture(at):
        return True
    if not 0 <= at < len(view.lines):
        return False
    shape = view.lines[at].shape
    return len(shape) <= MOST_NAME and bool(SECTION.fullmatch(shape) or PAPER_NAME.fullmatch(shape))


def comes_back(view: View, at: int) -> bool:
    """Whether behind a jump line at `at` only furniture stands until another comes back."""
    for ahead in range(at + 1, min(len(view.lines), at + 1 + MOST_FURNITURE)):
        if not passes(view, ahead):
            return False
        if view.furniture(ahead) == "jump" and _RETURNS.match(view.lines[ahead].shape):
            return True
    return False


def goes_through(view: View, at: int) -> bool:
    """Whether a jump line leaves above the line and another comes back: the article goes on."""
    if not view.furniture(at - 1):
        return False
    back = at - 1
    while back >= max(0, at - MOST_FURNITURE) and passes(view, back):
        back -= 1
    jumps = [x for x in range(back + 1, at) if view.furniture(x) == "jump"]
    shapes = [view.lines[x].shape for x in jumps]
    return any(map(_LEAVES.match, shapes)) and any(map(_RETURNS.match, shapes))


def leaves(view: View, at: int) -> bool:
    """Whether a line is a jump line to another page, from which nothing comes back at once."""
    if not 0 <= at < len(view.lines) or view.furniture(at) != "jump":
        return False
    return bool(_LEAVES.match(view.lines[at].shape)) and not comes_back(view, at)


def returns(view: View, at: int) -> bool:
    """Whether a line is a jump line from another page, and none leaves right above it."""
    if at < 0 or view.furniture(at) != "jump":
        return False
    return bool(_RETURNS.match(view.lines[at].shape)) and not goes_through(view, at + 1)


def jumps(view: View, at: int) -> Found:
    """The line stands before a jump line that leaves, behind one that comes, or holds a mark."""
    if view.furniture(at):
        return []
    shape = view.lines[at].shape
    found: Found = []
    if leaves(view, at + 1):
        found.append(("jump.on", 1.0))
    if returns(view, at - 1):
        found.append(("jump.from", 1.0))
    if "版" in shape or "頁" in shape or "页" in shape:
        mark = _OPENS.match(shape)
        if mark and _RETURNS.match(mark.group()):
            found.append(("jump.opens", 1.0))
        mark = _CLOSES.search(shape)
        if mark and _LEAVES.match(mark.group().strip()):
            found.append(("jump.closes", 1.0))
    return found


def signatures(view: View, at: int) -> Found:
    """A greeting, who signed a text, or when."""
    shape = view.lines[at].shape
    if len(shape) <= MOST_GREETING and shape[-1] in "：:" and _GREETING.fullmatch(shape):
        return [("greeting", 1.0)]
    if is_signer(view, at) and at + 1 < len(view.lines) and _is_day(view, at + 1):
        return [("sign.who", 1.0)]
    return [("sign.when", 1.0)] if _is_day(view, at) and is_signer(view, at - 1) else []


def is_signer(view: View, at: int) -> bool:
    """Whether a line names an office or a company behind the end of a text."""
    if at < 1 or len(view.lines[at].shape) > MOST_SIGNATURE:
        return False
    return view.lines[at - 1].text[-1] in "。！" and bool(_SIGNER.fullmatch(view.lines[at].shape))


def _is_day(view: View, at: int) -> bool:
    """Whether a line is a day and nothing else."""
    return bool(DAY.fullmatch(view.lines[at].shape))
