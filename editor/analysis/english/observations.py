"""What can be seen at a line of English: its ends, its letters' cases, shapes, and neighbours.

Each function gives (name, strength) pairs; `english.weights` says what a name speaks for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import regex

from editor.analysis.english.fill import SLACK, gap
from editor.analysis.english.names import SURE_BYLINES
from editor.analysis.english.sense import sense
from editor.analysis.english.sentences import abbreviated, opens_low, quotation, quoted_stop, stops
from editor.analysis.evidence.layout import blanks, indents, joins, paragraphs
from editor.analysis.evidence.people import datelines
from editor.analysis.evidence.view import Found, View

QUOTES = frozenset('"“')
LONG_HEAD = 4
"""Lines of a headline before one whose words are still compared with the text around it."""
_SMALL_WORDS = frozenset(
    "a an the and or but nor for of in on at to from by with as is vs v via per into over after "
    "amid up off out than that de la".split()
)
_LETTERS = regex.compile(r"[A-Za-z][A-Za-z'’.]*")
_WORDS = regex.compile(r"[a-z]{4,}")
_SAID = regex.compile(
    r"\b(?:said|added|says|told \w+|noted|explained|reported|according to [\w ]+)[.][\"”’']?$"
)
_ADVERB = regex.compile(r"(?:[A-Z]\w+ly|For (?:example|instance)|In (?:fact|other words|short)),")
_OPENERS = tuple(
    (name, frozenset(words.split()))
    for name, words in (
        ("open.pronoun", "He She They It We I You His Her Their Its"),
        ("open.this", "This That These Those Such There Here"),
        ("open.article", "The A An One Some Most Many"),
        (
            "open.link",
            "But And Yet Still However So Or Also Then Even Indeed Instead Moreover Because",
        ),
        (
            "open.phrase",
            "Meanwhile Earlier Later Last Asked According In On At After Before Since While When "
            "As Although Despite For By With Under If During Among",
        ),
    )
)
_NOTE = regex.compile(
    r"[(\[—–-]*\s*(?:(?:Additional\s+)?[Rr]eporting (?:and \w+ )?by|[Ee]dit(?:ing|ed) by|"
    r"Writing by|"
    r"Compiled (?:by|from)|This (?:article|story|report)\b|The (?:writer|author)\b|"
    r"(?:Staff|Associated Press|Reuters) .{0,60}contributed|.{0,80}contributed to this)"
)
_BULLET = regex.compile(r"[•*●▪■◆–—-]\s+\S|\d{1,2}[.)]\s|\([a-z0-9]\)\s")
_MAIL = regex.compile(r"\S+@\S+\.\w|@\w{3,}|https?:|www\.")


@lru_cache(maxsize=4096)
def letter_case(text: str) -> str:
    """How a line's words begin: `upper` (all capitals), `title`, `sentence`, or `` (too short)."""
    found = _LETTERS.findall(text)
    if not found:
        return ""
    letters = "".join(found)
    capitals = sum(map(str.isupper, letters))
    small = sum(map(str.islower, letters))
    if capitals >= 4 and capitals >= 9 * small:
        return "upper"
    telling = [word for word in found if word.lower() not in _SMALL_WORDS]
    if len(telling) >= 2 and sum(word[0].isupper() for word in telling) >= 0.85 * len(telling):
        return "title"
    return "sentence" if len(found) > 1 else ""


def compared(text: str) -> frozenset[str]:
    """The beginnings of a line's longer words: so plurals and tenses are one word."""
    return frozenset(word[:5] for word in _WORDS.findall(text.lower()))


def unstopped(view: View, at: int) -> bool:
    """Whether the line could stand as a headline: no sentence ends in it or at its end."""
    if not 0 <= at < len(view.lines):
        return False
    text = view.lines[at].text
    if len(text) > 110 or text[-1] == ";":
        return False
    return not stops(text) or abbreviated(text) or text[-1] in "?!"


def has_ended(view: View, at: int) -> bool:
    """Whether running text can have ended with this line: a stop, or no running text at all."""
    if at < 0:
        return True
    text = view.lines[at].text
    if stops(text) and not (abbreviated(text) and not quoted_stop(text)):
        return True
    return view.byline(at)[0] in SURE_BYLINES or bool(view.furniture(at)) or bool(view.caption(at))


def endings(view: View, at: int) -> Found:
    """How the line ends: with a stop, an abbreviation, a comma, a hyphen, inside a sentence."""
    line = view.lines[at]
    if not line.tail:
        return [("cut.behind", 1.0)]
    text = line.text
    if stops(text):
        if abbreviated(text):
            return [("end.abbreviation", 1.0)]
        return [("end.stop_quote" if quoted_stop(text) else "end.stop", 1.0)]
    last = text[-1]
    if last in ",;":
        return [("end.comma", 1.0)]
    if last == ":":
        return [("end.colon", 1.0)]
    if last in "-—–‐":
        return [("end.hyphen", 1.0)]
    if last in "([“‘$£€":
        return [("end.open", 1.0)]
    word = text.rsplit(" ", 1)[-1].lstrip("\"“‘'(")
    if word.lower() in _SMALL_WORDS:
        return [("end.small_word", 1.0)]
    if last in "\"”’')]":
        return [("end.close", 1.0)]
    return [("end.capital" if word[:1].isupper() or word[:1].isdigit() else "end.word", 1.0)]


def openings(view: View, at: int) -> Found:
    """How the line begins: with a small letter, a capital, a quotation, a figure."""
    line = view.lines[at]
    if not line.head:
        return [("cut.before", 1.0)]
    text = line.text
    if _BULLET.match(text):
        return [("open.bullet", 1.0)]
    if opens_low(text):
        return [("open.low", 1.0)]
    first = text[0]
    if first in ",.;:?!)]”’%":
        return [("open.closing", 1.0)]
    if first in '"“‘':
        return [("open.quote", 1.0)]
    if first in "([":
        return [("open.bracket", 1.0)]
    if first.isdigit() or first in "$£€":
        return [("open.figure", 1.0)]
    found: Found = [("open.capital", 1.0)]
    word = text.split(" ", 1)[0].rstrip(",.:;’'")
    for name, words in _OPENERS:
        if word in words:
            found.append((name, 1.0))
    if _ADVERB.match(text):
        found.append(("open.link", 1.0))
    return found


def seams(view: View, at: int) -> Found:
    """What this line and the one before say together."""
    if at == 0 or not view.lines[at].head:
        return []
    before, line = view.lines[at - 1], view.lines[at]
    found: Found = []
    ended = stops(before.text) and not abbreviated(before.text)
    if ended and not opens_low(line.text):
        found.append(("seam.stop", 1.0))
        lengths = view.habits.by_length.get(line.span.start)
        if lengths is not None:
            found.append(("seam.habit", lengths.habit))
            found.append(("seam.length", lengths.odds))
        if _SAID.search(before.text):
            found.append(("seam.said", 1.0))
    elif not stops(before.text) and opens_low(line.text):
        found.append(("seam.low", 1.0))
    quoting = line.text[0] in QUOTES
    if _inside_quotation(view, at):
        found.append(("quote.resumed" if quoting else "quote.inside", 1.0))
    elif quoting and ended and _SAID.search(before.text) and _quoted_before(view, at):
        found.append(("quote.again", 1.0))
    shift = view.shift(at)
    if shift:
        found.append(("topic.shift", shift))
    return found


def _quoted_before(view: View, at: int) -> bool:
    """Whether a quotation ended in the two lines before this one."""
    return any(quotation(view.lines[back].text) < 0 for back in range(max(0, at - 2), at))


def _inside_quotation(view: View, at: int) -> bool:
    """Whether a quotation that was opened in the lines before is still open before this line."""
    for back in range(1, 9):
        if at - back < 0:
            return False
        seen = quotation(view.lines[at - back].text)
        if seen:
            return seen > 0
    return False


def bylines(view: View, at: int) -> Found:
    """The line is nothing but a byline, or the rest of one that a line's end cut."""
    form, names = view.byline(at)
    before = view.byline(at - 1)[0]
    text = view.lines[at].text
    if form in ("", "names") and before == "open_by" and len(text.split()) <= 3 and not stops(text):
        return [("by.rest", 1.0)]
    if not form:
        return []
    if form == "names" and at + 1 < len(view.lines) and view.lines[at + 1].text[0] in "(,":
        return []  # a name in text: what is said of it stands in the next line
    found: Found = []
    if form == "names":
        sure = names.score > 0.8
        found.append(("by.names" if sure else "by.names_odd", 1.0))
        if sure and has_ended(view, at - 1):
            found.append(("by.after_end", 1.0))
    else:
        found.append((f"by.{form}", names.score))
    if form == "house" and before in ("by", "role", "names"):
        found.append(("by.beside", 1.0))
    if form == "by" and view.habits.own_bylines > 1:
        found.append(("by.habit", min(1.0, (view.habits.own_bylines - 1) / 2)))
    return found


def furniture(view: View, at: int) -> Found:
    """Folios, running heads, jump lines; recurring lines; short lines beside them."""
    kind = view.furniture(at)
    found: Found = [(f"furn.{kind}", 1.0)] if kind else []
    strong = {"folio", "date", "running", "jump"}
    near = (view.furniture(at - 1) in strong) + (view.furniture(at + 1) in strong)
    if near and (kind or len(view.lines[at].shape) <= 20):
        found.append(("furn.beside", float(near)))
    text = view.lines[at].text
    if len(text) <= 120 and _MAIL.search(text) and len(text.split()) <= 3:
        found.append(("furn.contact", 1.0))
    return found


def captions(view: View, at: int) -> Found:
    """Above: …, credits, and the lines before a credit."""
    kind = view.caption(at)
    found: Found = [(f"cap.{kind}", 1.0)] if kind else []
    for step in (1, 2, 3, 4):
        if view.caption(at + step) in ("credit", "credit_line"):
            found.append(("cap.before_credit", 1.0 / step))
            break
    for step in (1, 2, 3):
        if view.caption(at - step) == "pictured":
            found.append(("cap.after_pictured", 1.0))
            break
    return found


def headlines(view: View, at: int) -> Found:
    """A line without a stop, between an end and a start; its case; wide or short of the measure."""
    line = view.lines[at]
    shape = line.shape
    if not unstopped(view, at):
        return [("head.stopped", 1.0)]
    found: Found = []
    case = letter_case(shape)
    if case in ("upper", "title"):
        found.append((f"case.{case}", 1.0))
    width = line.extent.natural
    measures = view.habits.measures
    if width > max(measures) + 0.8:
        found.append(("head.wide", 1.0))
    elif width < 0.8 * min(measures, key=lambda m: abs(m - width)):
        found.append(("head.short", 1.0))
    if shape.endswith(","):
        found.append(("head.comma", 1.0))
    if at + 1 < len(view.lines):
        found += _fullness(view, at)
    before = _run_before(view, at)
    if before == 0:
        found.append(("head.after_end", 1.0))
        if at and view.byline(at - 1)[0] in SURE_BYLINES:
            found.append(("head.after_byline", 1.0))
    elif before > 0:
        found.append(("head.second", 1.0))
        if case in ("upper", "title") and case == letter_case(view.lines[at - 1].shape):
            found.append(("head.same_case", 1.0))
    else:
        found.append(("head.mid_text", 1.0))
    found += _ahead(view, at)
    echo = _echo(view, at) if 0 <= before <= LONG_HEAD else 0.0
    if echo:
        found.append(("head.echo", echo))
    return found


def _fullness(view: View, at: int) -> Found:
    """Whether the line ends where a line of text would have to, or sooner, as headlines do."""
    line, behind = view.lines[at], view.lines[at + 1]
    least = line.extent.natural - SLACK
    more = line.extent.natural + gap(line) + behind.unit.high + SLACK
    for measure in view.habits.measures:
        for cap in (measure, measure - view.habits.lost_indent):
            if least <= cap <= more:
                return [("head.full", 1.0)]
    return [("head.room", 1.0)] if more < min(view.habits.measures) else []


def _run_before(view: View, at: int) -> int:
    """How many lines like a headline's stand between the last end of text and this line; or -1."""
    for back in range(7):
        if has_ended(view, at - 1 - back):
            return back
        if not unstopped(view, at - 1 - back):
            return -1
    return -1


def _ahead(view: View, at: int) -> Found:
    """What stands behind the run of lines without a stop that this line is in."""
    for follower in range(at + 1, min(len(view.lines), at + 7)):
        if view.dateline(follower) is not None:
            return [("head.before_dateline", 1.0)]
        if view.byline(follower)[0] in SURE_BYLINES:
            return [("head.before_byline", 1.0)]
        if not unstopped(view, follower):
            break
    return [("head.before_nothing", 1.0)] if at + 1 >= len(view.lines) else []


def _echo(view: View, at: int) -> float:
    """How much of a line's longer words the text around it repeats (0 to 1, half of them is 1)."""
    own = view.words(at)
    if len(own) < 2:
        return 0.0
    above: set[str] = set()
    below: set[str] = set()
    for line in range(max(0, at - 24), max(0, at - 1)):
        above |= view.words(line)
    for line in range(at + 2, min(len(view.lines), at + 16)):
        below |= view.words(line)
    share = max(len(own & above), len(own & below)) / len(own)
    return min(1.0, share / 0.5)


def crossheads(view: View, at: int) -> Found:
    """A short line without a stop between paragraphs of running text; or a note."""
    shape = view.lines[at].shape
    found: Found = []
    if _NOTE.match(shape):
        found.append(("note", 1.0))
    if (
        unstopped(view, at)
        and len(shape.split()) <= 6
        and has_ended(view, at - 1)
        and at
        and not unstopped(view, at - 1)
        and at + 1 < len(view.lines)
        and not opens_low(view.lines[at + 1].text)
        and view.lines[at + 1].text[0] != "("
        and not view.byline(at + 1)[0]
        and view.dateline(at + 1) is None
    ):
        found.append(("cross.short", 1.0))
        found.append(("cross.habit", 1.0 if view.habits.crossheads > 1 else -1.0))
    return found


OBSERVATIONS: tuple[Callable[[View, int], Found], ...] = (
    endings,
    openings,
    seams,
    sense,
    blanks,
    indents,
    joins,
    paragraphs,
    datelines,
    bylines,
    furniture,
    captions,
    headlines,
    crossheads,
)
