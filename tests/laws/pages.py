"""Random pages that look like newspaper text, and random gestures on them, for the laws."""

from __future__ import annotations

from hypothesis import strategies as st

from editor.editing import gestures as g
from editor.editing import moves as m
from editor.editing.answers import AnswerDoubt, LeaveOut, MarkDone
from editor.editing.everywhere import Together, alike
from editor.editing.fields import GiveLines
from editor.editing.pins import PinStyle
from editor.editing.typing import TypeAcross, TypeText
from editor.model.decisions import Habit
from editor.model.places import Span
from editor.model.reading import set_blocks
from editor.model.structure import TYPED_ROLES, Joint, Role

WORDS = (
    "春风 江水 工厂 学校 老人 今年 全市 建设 发展 举行 表示 座谈 项目 "
    "3 2025 GPU 5% “好” 、 的 了 在"
).split()
ENDS = "。 ！ ？ ” ： ， ；".split()
ODD = (
    "本报讯 记者王小文 近日",
    "东江日报讯 ",
    "（记者李大同）",
    "董小梅",
    "□ 本报记者 张三 李四",
    "（下转第二版）",
    "第3版",
    "2024年5月30日 星期四",
    "图为会议现场。 王强摄",
    "春到东江城",
    "■",
    "—— ……",
    "The mayor said on Mon-",
    "day that work goes on.",
    "By JANE DOE",
    "\u3000\u3000春天",
    "\x0c",
    "𠮷祥㐂",
    "e\u0301",
    " ",
)


@st.composite
def printed_lines(draw: st.DrawFn) -> str:
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.sampled_from(ODD))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
    return "".join(words) + (draw(st.sampled_from(ENDS)) if kind == 1 else "")


ENGLISH_WORDS = (
    "the ferry harbour board will cross again May Monday Port Elder said years boats ten 2,400 "
    "high-level “We waited for and U.S. Mr. of"
).split()
ENGLISH_ENDS = ("", "", "", ".", ",", ".”", "-", " -")
ENGLISH_ODD = (
    "PORT ELDER, March 3 - The boats",
    "WESTHAVEN\n(Reuters) - The boats",
    "FERRY RETURNS TO",
    "Ferry Returns to the Town",
    "By ANNA HILL",
    "By ANNA HILL and",
    "PETER DELL | Staff Writer",
    "Continued on Page 14",
    "A14 Nation",
    "Sunday, March 6, 2022",
    "Photo by Anna Hill",
    "the har-\nbour board said",
)


@st.composite
def english_lines(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(ENGLISH_ODD))
    words = draw(st.lists(st.sampled_from(ENGLISH_WORDS), min_size=1, max_size=7))
    return " ".join(words) + draw(st.sampled_from(ENGLISH_ENDS))


@st.composite
def raw_pages(draw: st.DrawFn) -> str:
    printed = english_lines() if draw(st.integers(0, 3)) == 0 else printed_lines()
    lines = draw(st.lists(printed, min_size=1, max_size=30))
    blank = draw(st.sampled_from(["\n", "\n\n"]))
    return draw(st.sampled_from(["", "\n"])) + blank.join(lines) + draw(st.sampled_from(["", "\n"]))


def _text_ends(reading) -> list[int]:  # type: ignore[no-untyped-def]
    """Where pieces of running text end: what can be moved to behind them goes on with them."""
    return [span.end for article in reading.articles for span in article.spans]


@st.composite
def gestures(draw: st.DrawFn, text: str, reading) -> object:  # type: ignore[no-untyped-def]
    """One gesture of any kind, possible or not, on a page that reads so."""
    size = len(text)
    at = draw(st.integers(0, size - 1))
    inked = next((i for i in [*range(at, size), *range(at)] if not text[i].isspace()), None)
    other = draw(st.integers(0, size))
    span = Span(*sorted((at, other)))
    blocks = [b for a in reading.articles for b in set_blocks(a, captions=True)]
    kind = draw(st.integers(0, 23))
    places = st.sampled_from([a.at for a in reading.articles] or [at])
    match kind:
        case 0:
            return g.Split(at)
        case 1:
            return g.Join(at)
        case 2:
            return g.NewArticle(at)
        case 3:
            return g.JoinArticle(at)
        case 4 | 5:
            return g.SetRole((span,), draw(st.none() | st.sampled_from(Role)))
        case 6 if inked is not None:
            return g.SetJoint(inked, draw(st.none() | st.sampled_from(Joint)))
        case 7:
            anchors = [a.at for a in reading.articles]
            return g.AssignHeading(span, draw(st.none() | st.sampled_from(anchors or [at])))
        case 8 if reading.articles:
            article = draw(st.sampled_from(reading.articles))
            lines = tuple(draw(st.lists(st.text("标题 ", max_size=4), max_size=2)))
            return g.TypeField(article.at, draw(st.sampled_from(TYPED_ROLES)), lines)
        case 9:
            return g.Restore(span)
        case 10:
            return g.Clear(span)
        case 11 if reading.doubts:
            doubt = draw(st.sampled_from(reading.doubts))
            answer = AnswerDoubt(doubt, draw(st.integers(0, 2)))
            if draw(st.booleans()):
                return Together((answer, *alike(answer, reading.doubts)))
            return answer
        case 12:
            return MarkDone(at, draw(st.booleans()))
        case 13:
            to = draw(st.integers(0, size) | st.sampled_from(_text_ends(reading) or [0]))
            return g.MoveText(span, to, draw(st.none() | st.sampled_from(Joint)))
        case 23:
            habit = draw(st.sampled_from(Habit))
            values = habit.values or ("12", "8.5/20")
            return PinStyle(((habit, draw(st.none() | st.sampled_from(values))),))
        case 16:
            return m.MoveBlocks((span,), draw(st.sampled_from([m.UP, m.DOWN])))
        case 17:
            return m.MoveArticle(draw(places), draw(st.sampled_from([m.UP, m.DOWN])))
        case 18:
            return m.PlaceArticle(draw(places), draw(st.none() | places))
        case 19:
            return m.SendText((span,), draw(places), draw(st.booleans()))
        case 20:
            return m.SwapHeadlines(draw(places), draw(places))
        case 21:
            some = [m.Unmove((span,)), LeaveOut(at, draw(st.booleans()))]
            return draw(st.sampled_from(some))
        case 22:
            return GiveLines(span, draw(places), draw(st.sampled_from(TYPED_ROLES)))
        case 14 if len(blocks) > 1:
            first = draw(st.integers(0, len(blocks) - 2))
            some = blocks[first : first + draw(st.integers(2, 3))]
            start = draw(st.integers(0, len(some[0].text)))
            end = draw(st.integers(0, len(some[-1].text)))
            texts, roles = tuple(b.text for b in some), tuple(b.role for b in some)
            put = draw(st.text("改x", max_size=2))
            return TypeAcross(texts, start, end, put, roles=roles)
    if not blocks:
        return g.Split(at)
    block = draw(st.sampled_from(blocks))
    start = draw(st.integers(0, len(block.text)))
    end = min(len(block.text), start + draw(st.integers(0, 4)))
    put = draw(st.text("改正ab 、", max_size=3))
    return TypeText(block.text, start, end, put, role=block.role)
