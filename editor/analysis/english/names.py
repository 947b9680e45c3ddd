"""Who wrote it: By JANE DOE, JANE DOE | Agency, Staff Writer, and lines of bare names.

An English byline is one entry, the printed line; a line that a name ran over goes on with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from editor.analysis.evidence.names import NOTHING, Names, Tail

_NAME = (
    r"(?:[A-Z][A-Za-z'’]*\.?(?:-[A-Z][A-Za-z'’]*)*|"
    r"(?:de|del|della|da|di|du|la|le|van|von|der|den|bin|al|el|ben|ter)(?=\s+[A-Z]))"
)
_PERSON = rf"(?:{_NAME}(?:\s+{_NAME}){{1,4}}(?:,?\s+(?:Jr\.?|Sr\.?|II|III|M\.?D\.?))?)"
_AND = r"(?:\s*,\s*and\s+|\s+and\s+|\s+AND\s+|\s*&\s*|\s*,\s*|\s+with\s+)"
_PEOPLE = rf"{_PERSON}(?:{_AND}{_PERSON}){{0,5}}"
_AGENCY = (
    r"(?:(?:The\s+)?Associated\s+Press|THE\s+ASSOCIATED\s+PRESS|ASSOCIATED\s+PRESS|AP|Reuters|REUTERS|"
    r"AFP|Agence\s+France-Presse|UPI|Bloomberg(?:\s+News)?|Xinhua|CNN|"
    r"(?:From\s+)?(?:News\s+|Wire\s+|Staff\s+)(?:and\s+[Ww]ire\s+)?(?:Services?|Reports?)|"
    r"[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+){0,2}\s+(?:News\s+Service|Press|News|Times|Post|Tribune))"
)
_ROLE = (
    r"(?:(?:The\s+)?(?:[A-Z][\w'’&-]*\s+){0,3}"
    r"(?:[Ss]taff|STAFF|[Ss]enior|[Cc]hief|[Cc]ontributing|[Gg]uest|[Ss]pecial|[Pp]olitical|[Bb]usiness|"
    r"[Ss]ports|[Ss]cience|[Ff]oreign|[Nn]ational|[Cc]ity|[Mm]edical|[Ee]ducation)?\s*"
    r"(?:[Ww]riters?|WRITERS?|[Rr]eporters?|REPORTERS?|[Cc]orrespondents?|CORRESPONDENTS?|"
    r"[Cc]olumnists?|[Ee]ditor|EDITOR|[Cc]ontributors?|[Ss]taff|STAFF)"
    r"|(?:[Ss]pecial|SPECIAL)\s+(?:to|TO|for|FOR)\s+(?:the\s+|THE\s+|The\s+)?[A-Z][\w .'’&-]{2,40}"
    r"|(?:[Oo]f|OF|[Ff]or|FOR)\s+(?:the|THE|The)\s+[A-Z][\w .'’&-]{2,40})"
)
_TAIL = (
    rf"(?:\s*[,|/•·–—-]\s*(?:{_AGENCY}|{_ROLE}|[A-Z][\w.'’& -]{{1,40}})"
    r"|\s+(?:in|at)\s+[A-Z][\w. ]{2,30})"
)
_LEAD = (
    r"(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Tt]ext|[Pp]osted|[Rr]eport)\s+)?"
    r"(?:[Bb]y|BY)(?:\s*:)?\s+"
)
_BY = regex.compile(
    rf"[—–•|-]*\s*{_LEAD}(?:{_PEOPLE}|{_AGENCY}|{_ROLE}|[A-Z][A-Za-z'’-]+){_TAIL}{{0,2}}(?:{_AND})?"
)
_BY_OPEN = regex.compile(
    rf"{_LEAD}(?:{_PEOPLE}|{_NAME})(?:,|\s+(?:and|AND|with)|\s*&|{_AND}(?:{_NAME}\s*){{1,4}})?"
)
_LONE_BY = regex.compile(r"(?:[Bb]y|BY):?")
_SIGNED = regex.compile(
    rf"(?:[—–-]{{1,2}}\s*)?{_PEOPLE}(?:(?:\s*[,|/•·]\s*|\s+[–—-]\s+)(?:{_AGENCY}|{_ROLE})"
    r"|\s*\|\s*[A-Z][\w .'’&-]{1,40})"
)
_DASHED = regex.compile(rf"[—–-]{{1,2}}\s*{_PEOPLE}")
_HOUSE = regex.compile(rf"{_AGENCY}|{_ROLE}")
_BARE = regex.compile(_PEOPLE)
SURE_BYLINES = frozenset(("by", "open_by", "role"))
"""The forms that are bylines whatever stands around them."""
_FIRST_NAMES = frozenset(
    "aaron adam alan albert alex alice alison amanda amy andrea andrew angela ann anna anne "
    "anthony arthur barbara ben benjamin beth betty bill bob brandon brenda brian bruce carl "
    "carol caroline catherine charles charlotte chris christian christina christine christopher "
    "claire clara craig daniel david deborah dennis diana diane donald donna dorothy douglas "
    "edward elaine eleanor elena elizabeth ellen emily emma eric erin eugene evan frances "
    "francis frank fred gary george gerald gloria grace greg gregory hannah harold harry "
    "heather helen henry howard hugo ian irene isabel jack jacob james jane janet janice jason "
    "jean jeff jeffrey jennifer jeremy jessica jill jim joan joe joel john jonathan jordan jose "
    "joseph joshua joyce juan judith judy julia julie justin karen kate katherine kathleen "
    "kathryn keith kelly kenneth kevin kim kyle larry laura lauren lawrence lee leo leonard "
    "linda lisa louis louise lucy luis luke margaret maria marie marilyn mark martha martin "
    "mary matt matthew megan melissa michael michelle miguel mike molly monica nancy natalie "
    "nathan neil nicholas nicole nina noah nora norman oliver olivia oscar pamela patricia "
    "patrick paul paula peter philip phyllis rachel ralph randy raymond rebecca richard robert "
    "robin roger ronald rosa rose roy russell ruth ryan sam samantha samuel sandra sara sarah "
    "scott sean sharon simon sophia stephanie stephen steve steven susan teresa theresa thomas "
    "tim timothy todd tom tony tyler vanessa victor victoria vincent virginia walter wayne "
    "wendy william zachary".split()
)


@lru_cache(maxsize=4096)
def own_line(text: str) -> tuple[str, Names]:
    """Whether a line is nothing but a byline: the form ("" for none) and the names.

    Forms: `by` (By …), `open_by` (By … that a line's end cut), `role` (a name with an agency or
    a role), `house` (an agency or a role alone), `dash` (— Jane Doe), `names` (bare).
    """
    if not 2 <= len(text) <= 90:
        return "", NOTHING
    whole = ((0, len(text)),)
    if _BY.fullmatch(text):
        words = text.split()
        titled = len(words) > 5 and not any(w in ("and", "AND", "&", "|", "with") for w in words)
        if len(words) == 2 and words[0] != "By" and not _HOUSE.fullmatch(words[1]):
            return "", NOTHING  # a headline's last line: BY SPRING, by One-third
        sure = "," in text or not (titled or len(words) == 2)
        return "by", Names(whole, 1.0 if sure else 0.5, True)
    if _LONE_BY.fullmatch(text):
        return "open_by", Names(whole, 1.0, True)
    if _BY_OPEN.fullmatch(text) and (text.startswith("By") or len(text.split()) > 2):
        return "open_by", Names(whole, 0.8, True)
    if _SIGNED.fullmatch(text):
        return "role", Names(whole, 0.9, True)
    if _HOUSE.fullmatch(text):
        return "house", Names(whole, 0.8, True)
    if _DASHED.fullmatch(text):
        return "dash", Names(whole, 0.7, False)
    if _BARE.fullmatch(text) and len(text.split()) <= 8:
        several = regex.fullmatch(rf"{_PERSON}{_AND}{_PERSON}", text) and " and " in text.lower()
        known = several or text.split()[0].lower().strip(",.") in _FIRST_NAMES
        return "names", Names(whole, 0.9 if known else 0.4, False)
    return "", NOTHING


def split_names(text: str, start: int, end: int) -> Names:
    """A byline's names: one entry, all of it."""
    return Names(((start, end),), 1.0, False) if start < end else NOTHING


def glued(text: str) -> Tail | None:
    """English bylines stand on lines of their own."""
    return None


def byline_goes_on(shapes: Sequence[str]) -> bool:
    """Whether the last of some byline lines goes on with the one before it.

    The line before ends in By, a comma or "and"; or the last is no byline by itself.
    """
    before, last = shapes[-2], shapes[-1]
    if regex.search(r"(?:^|\s)(?:[Bb]y|BY|and|AND|&|with|,)$|,$", before):
        return True
    if regex.match(r"(?:and|AND|&)\s", last):
        return True
    form, _ = own_line(last)
    return form == "" and own_line(before)[0] in ("by", "open_by")
