"""What codes are called to people: steps of the history, roles, joints, doubts, habits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from editor.files.errors import FileError
from editor.model.counting import characters as characters
from editor.model.counting import count as count
from editor.model.decisions import Habit
from editor.model.meta import Meta
from editor.model.project import Page
from editor.model.reading import Article, Habits
from editor.model.runs import RUNNING
from editor.model.structure import Joint, Role
from editor.model.verdict import (
    Doubt,
    FieldTarget,
    HeadingTarget,
    JointTarget,
    MoveTarget,
    Reason,
    RoleTarget,
)

translate = QCoreApplication.translate

NEARLY = 0.9
"""From here on a figure would make one wonder why it is asked at all."""


def language() -> str:
    """`zh` or `en`: what the desk speaks (set once, at the start, as the default locale)."""
    return "zh" if QLocale().language() is QLocale.Language.Chinese else "en"


def role(of: Role) -> str:
    """The name of a role."""
    return {
        Role.KICKER: translate("Words", "kicker"),
        Role.HEADLINE: translate("Words", "headline"),
        Role.SUBHEAD: translate("Words", "subhead"),
        Role.BYLINE: translate("Words", "byline"),
        Role.DATELINE: translate("Words", "dateline"),
        Role.CROSSHEAD: translate("Words", "crosshead"),
        Role.BODY: translate("Words", "body"),
        Role.NOTE: translate("Words", "note"),
        Role.CAPTION: translate("Words", "caption"),
        Role.FURNITURE: translate("Words", "furniture"),
    }[of]


def joint(of: Joint) -> str:
    """What a joint makes of the text after it."""
    return {
        Joint.GLUE: translate("Words", "runs on"),
        Joint.SPACE: translate("Words", "runs on after a space"),
        Joint.DEHYPHEN: translate("Words", "runs on without the hyphen"),
        Joint.LINE: translate("Words", "a new line"),
        Joint.PARAGRAPH: translate("Words", "a new paragraph"),
        Joint.ARTICLE: translate("Words", "a new article"),
    }[of]


def begun(text: str) -> str:
    """Words that stand alone, with a capital where their script has one."""
    return text[:1].upper() + text[1:]


def step(code: str) -> str:
    """The name of a step of the history; the code itself where it is not known."""
    if code.startswith("role-") and code != "role-clear":
        named = {f"role-{of.value}": of for of in Role}.get(code)
        return translate("Words", "mark as {0}").format(role(named)) if named else code
    return {
        "type": translate("Words", "typing"),
        "type-across": translate("Words", "replacing text"),
        "joint": translate("Words", "joining lines"),
        "split": translate("Words", "new paragraph"),
        "join": translate("Words", "joining paragraphs"),
        "new-article": translate("Words", "new article"),
        "join-article": translate("Words", "joining articles"),
        "role-clear": translate("Words", "taking a mark back"),
        "assign": translate("Words", "assigning a headline"),
        "move": translate("Words", "moving text"),
        "move-article": translate("Words", "moving an article"),
        "send": translate("Words", "sending to another article"),
        "swap-headlines": translate("Words", "swapping headlines"),
        "unmove": translate("Words", "taking a move back"),
        "leave-out": translate("Words", "leaving an article out"),
        "take-in": translate("Words", "taking an article in"),
        "field": translate("Words", "typing a field"),
        "enrol": translate("Words", "adding to the roster"),
        "restore": translate("Words", "restoring characters"),
        "clear": translate("Words", "taking decisions back"),
        "doubt": translate("Words", "deciding a doubt"),
        "fix": translate("Words", "taking a fix"),
        "dismiss": translate("Words", "letting a suspect be"),
        "dismiss-all": translate("Words", "letting a form be everywhere"),
        "ask-again": translate("Words", "asking again"),
        "rule": translate("Words", "making a rule of the house"),
        "house": translate("Words", "taking rules of the house"),
        "fix-kind": translate("Words", "taking fixes of one kind"),
        "replace": translate("Words", "replacing what was found"),
        "pin": translate("Words", "pinning the page's style"),
        "reimport": translate("Words", "reading the text anew"),
        "add-pages": translate("Words", "adding pages"),
        "remove-page": translate("Words", "removing a page"),
        "place-page": translate("Words", "moving a page"),
        "call-page": translate("Words", "naming a page"),
        "link": translate("Words", "joining across pages"),
        "unlink": translate("Words", "parting across pages"),
        "refuse-link": translate("Words", "refusing an offered part"),
        "add-piece": translate("Words", "adding a piece of text"),
        "everywhere": translate("Words", "deciding doubts alike"),
        "done": translate("Words", "marking as read"),
        "undone": translate("Words", "marking as unread"),
    }.get(code, code)


def sentences(*told: str) -> str:
    """Whole sentences one behind the other: in Chinese nothing stands between them."""
    return ("" if language() == "zh" else " ").join(told)


def error(error: Exception) -> str:
    """What went wrong, plainly; of what nobody expected, what Python says."""
    if isinstance(error, FileError):
        return error.message(language())
    return f"{type(error).__name__}: {error}"


def moment(when: str) -> str:
    """A time of ISO 8601 as it is said where the editor is: the day only where it is not today."""
    try:
        then = datetime.fromisoformat(when.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return ""
    short = QLocale.FormatType.ShortFormat
    told = QLocale().toString(QTime(then.hour, then.minute), short)
    if then.date() != datetime.now().astimezone().date():
        day = QLocale().toString(QDate(then.year, then.month, then.day), short)
        told = f"{day} {told}"
    return told


def sure(confidence: float) -> str:
    """How sure the analysis is; in words where it nearly is."""
    if confidence >= NEARLY:
        return translate("Words", "nearly sure")
    return translate("Words", "{0} % sure").format(round(100 * confidence))


def question(doubt: Doubt) -> str:
    """What a doubt asks."""
    value = doubt.verdict.value
    match doubt.target:
        case JointTarget():
            values = {value, *(other.value for other in doubt.verdict.alternatives)}
            if Joint.ARTICLE in values:
                return translate("Words", "New article here?")
            if Joint.PARAGRAPH in values and not values.isdisjoint(RUNNING):
                return translate("Words", "New paragraph here?")
            return translate("Words", "How do these lines join?")
        case RoleTarget():
            named = role(value) if isinstance(value, Role) else ""
            return translate("Words", "Is this {0}?").format(named)
        case HeadingTarget():
            return translate("Words", "Whose headline is this?")
        case MoveTarget():
            return translate("Words", "Does this go on with text elsewhere?")
        case FieldTarget(_, of):
            return translate("Words", "This article has no {0}.").format(role(of))
    return ""


def answer(doubt: Doubt, value: Joint | Role | int | None) -> str:
    """What a value of a doubt says, wherever it is said."""
    if isinstance(value, Joint):
        return joint(Joint.GLUE if value in RUNNING else value)
    if isinstance(value, Role):
        return role(value)
    of = doubt.target.role if isinstance(doubt.target, FieldTarget) else None
    return translate("Words", "leave it without {0}").format(role(of)) if of else ""


def instead_of(others: Sequence[str]) -> str:
    """Readings that stand beside the one that is chosen."""
    return translate("Words", "else: {0}").format(" / ".join(others)) if others else ""


def title(article: Article) -> str:
    """An article's headline in one line, or that there is none."""
    return article.title or translate("Words", "(no headline)")


def page_title(page: Page) -> str:
    """What a page is called: paper, date and number where they are said, else its file's name."""
    return page_name(page.meta, page.source.origin.name)


def page_name(meta: Meta, name: str) -> str:
    """A page by paper, date and number; else by its file's name."""
    if meta.paper or meta.date or meta.number:
        paper = " ".join(part for part in (meta.paper, meta.date) if part)
        return "·".join(part for part in (paper, page_number(meta) or meta.section) if part)
    return name or translate("Words", "Untitled page")


def page_number(meta: Meta) -> str:
    """The number of a page as it is said: 第4版, page 4."""
    return translate("Words", "page {0}").format(meta.number) if meta.number else ""


def habit(of: Habit) -> str:
    """The name of a habit that can be pinned."""
    return {
        Habit.HEADLINES: translate("Words", "Headlines"),
        Habit.BLANK_LINES: translate("Words", "Blank lines"),
        Habit.MEASURES: translate("Words", "Columns (em)"),
    }[of]


def pin(of: Habit, value: str | None) -> str:
    """What a habit can be pinned to; None: as the page has it."""
    if value is None:
        return translate("Words", "as read")
    return {
        "before": translate("Words", "before text"),
        "after": translate("Words", "after text"),
        "mixed": translate("Words", "mixed"),
        "paragraph": translate("Words", "part paragraphs"),
        "nothing": translate("Words", "say nothing"),
    }.get(value, value)


def habits(of: Habits) -> str:
    """A page's habits in one line."""
    heads = {
        "before": translate("Words", "headlines before text"),
        "after": translate("Words", "headlines after text"),
        "gathered": translate("Words", "headlines gathered"),
        "mixed": translate("Words", "headlines mixed"),
    }
    bylines = {
        "glued": translate("Words", "bylines at paragraph ends"),
        "line": translate("Words", "bylines on lines of their own"),
        "bracket": translate("Words", "bylines in brackets"),
        "dateline": translate("Words", "bylines in datelines"),
    }
    parts = [*of.datelines[:1], heads.get(of.headlines, ""), bylines.get(of.byline, "")]
    if of.measures:
        widths = "/".join(f"{measure:g}" for measure in of.measures[:3])
        parts.append(translate("Words", "column {0} em").format(widths))
    if of.pinned:
        parts.append(translate("Words", "{0} pinned").format(len(of.pinned)))
    return " · ".join(part for part in parts if part)


def encoding(codec: str) -> str:
    """A codec as people write it."""
    known = {
        "utf-8": "UTF-8", "utf-8-sig": "UTF-8 BOM", "gb18030": "GB18030", "big5": "Big5",
        "cp950": "Big5", "big5hkscs": "Big5", "cp932": "Shift-JIS", "euc_jp": "EUC-JP",
        "cp949": "EUC-KR",
    }  # fmt: skip
    return known.get(codec.lower(), codec.upper())


def paragraphs(count: int) -> str:
    """So many paragraphs."""
    if count == 1:
        return translate("Words", "1 para")
    return translate("Words", "{0} paras").format(count)


def counted(count: int) -> str:
    """So many characters, as Word counts."""
    return translate("Words", "{0} chars").format(f"{count:,}")


def nth(number: int) -> str:
    """The article of this index, as lists name it."""
    return translate("Words", "No. {0}").format(number + 1) if number >= 0 else ""


def why(reasons: Sequence[Reason], told: Callable[[Reason], str]) -> str:
    """The reasons of a verdict as one sentence: two that speak for it, one that speaks against."""
    chinese = language() == "zh"
    parts = [told(r).rstrip("。.") for r in reasons if r.nats >= 0][:2]
    against = [told(r).rstrip("。.") for r in reasons if r.nats < 0][:1]
    said = ("；" if chinese else "; ").join(parts)
    if against:
        but = ("不过" if chinese else "but ") + against[0]
        said = f"{said}{'；' if chinese else '; '}{but}" if said else but
    return said
