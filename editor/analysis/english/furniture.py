"""What an English page needs and the article does not: folios, jump lines, sections, credits."""

from __future__ import annotations

from functools import lru_cache

import regex

from editor.analysis.jump_words import CONTINUED, SLUG

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:(?i:{_MONTH})\s+\d{{1,2}}(?:,?\s+\d{{4}})|\d{{1,2}}\s+(?i:{_MONTH}),?\s+\d{{4}}|"
    rf"(?<={_WEEKDAY},?\s+)(?i:{_MONTH})\s+\d{{1,2}}))"
)
_FOLIO = r"(?:(?:Page|PAGE|P\.|Pg\.?)\s*)?(?:[A-H]?-?\d{1,3}[A-H]?)"
_SECTION_WORD = (
    r"(?:News|Nation(?:al)?|World|International|Local|Region(?:al)?|State|City|Metro|Business|Markets?|"
    r"Money|Finance|Economy|Sports?|Arts?|Culture|Opinions?|Editorials?|Comment|Letters|Life(?:style)?|"
    r"Living|Style|Features?|Science|Technology|Tech|Travel|Health|Weather|Obituaries|Classifieds?|"
    r"Politics|Education|Entertainment|Books|Food|Home|Weekend|Review|Front)"
)
_SECTION = rf"(?:(?:The\s+)?{_SECTION_WORD}(?:\s*(?:&|and|/)\s*{_SECTION_WORD})?)"
_PAPER_WORD = (
    r"(?:Times|Post|Tribune|Herald|Gazette|Chronicle|Journal|Globe|News|Press|Observer|Courier|"
    r"Examiner|Register|Star|Sun|Mail|Telegraph|Guardian|Independent|Standard|Record|Dispatch|"
    r"Sentinel|Inquirer|Enquirer|Bulletin|Mercury|Argus|Echo|Citizen|Advertiser|Reporter|Leader|"
    r"Weekly|Daily|Reader|Review|Monitor)"
)
_PAPER = (
    rf"(?:(?:The|THE)\s+)?(?:[A-Z][A-Za-z.'’-]*\s+){{0,3}}(?:{_PAPER_WORD}(?:[- ]{_PAPER_WORD})?)"
)
_BAR = r"(?:\s*[|•·*—–/,-]\s*|\s+)"
_FURNISHED = rf"(?:{_DATE}|{_WEEKDAY}|{_FOLIO}|(?i:{_SECTION})|(?i:{_PAPER}))"
_RUNNING = regex.compile(rf"[|•·*—–\s-]*{_FURNISHED}(?:{_BAR}{_FURNISHED}){{0,4}}[|•·*—–\s-]*")
_SURE = regex.compile(rf"{_DATE}|(?:^|[|•\s]){_FOLIO}(?:$|[|•\s])")
_LONE_FOLIO = regex.compile(rf"[—–|•*\s-]*(?:{_FOLIO})[—–|•*\s-]*")
_LONE_DATE = regex.compile(_DATE)
_LONE_SECTION = regex.compile(rf"(?i:{_SECTION})")
_LONE_PAPER = regex.compile(rf"(?i:{_PAPER})")
_PAGE = (
    r"(?:(?:Page|PAGE|page|P\.|p\.)\s*(?:[A-H]?-?\d{1,3}[A-H]?|One|one)|[A-H]-?\d{1,2}"
    r"|(?:next|back) page)"
)
_JUMP = regex.compile(
    rf"[(\[»>▶→*\s]*(?:{CONTINUED}\s"
    rf".{{0,40}}?(?:{_PAGE}|\d{{1,3}})"
    rf"|(?i:(?:please\s+)?(?:turn|see|jump|from|more)\b).{{0,40}}?\b{_PAGE})[)\].»>▶→*\s]*"
)
_JUMP_FROM = regex.compile(rf"{SLUG}\s+(?:from|FROM|From)\s+(?:(?:Page|PAGE)\s+)?[A-H]?\d{{1,3}}")
_WEB = regex.compile(
    r"(?:©|Copyright\b|\(c\)\s|All rights reserved|https?:|www\.|Advertisement$|ADVERTISEMENT$|"
    r"Read more\b|READ MORE\b|Related\s*:|RELATED\s*:|Share (?:this|on)\b|Follow us\b|"
    r"Sign up\b|Subscribe\b|"
    r"Comments?\s*(?:\(\d+\))?$|Print\s*$|Email\s*$|Updated:|Published:|Last updated\b|Posted:)"
)
_PHONE = regex.compile(
    r"(?:Tel|Phone|Fax|Newsroom|Circulation|Classified)\b.{0,40}\d{3}.{0,3}\d{4}.{0,20}", regex.I
)
_PRICE = regex.compile(r"(?:[$£€]\s?\d{1,3}(?:\.\d\d)?|\d{2}\s(?:cents|CENTS|p))(?:\s.{0,20})?")
_VOLUME = regex.compile(r"Vol(?:\.|ume)\s*[\dIVXLC]+.{0,60}", regex.I)

_WHO = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4}"
_HOUSE = (
    r"(?:AP|Associated Press|Reuters|REUTERS|AFP|EPA|Getty(?: Images)?|Bloomberg|UPI|"
    r"[A-Z][\w.]+ (?:News|Press|Photos?|Images))"
)
_CREDIT = (
    r"(?:(?:AP|Reuters|AFP|EPA|File|Courtesy|Handout|Staff)\s+[Pp]hoto(?:graph)?s?"
    rf"(?:\s*(?:/|by|—|-)\s*{_WHO})?"
    r"|(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|[Ii]llustrations?|[Gg]raphics?|[Pp]icture)"
    rf"\s*(?:by|BY|:|courtesy of|/|credit:)\s*{_WHO}(?:\s*/\s*{_WHO})?"
    rf"|{_HOUSE}\s*/\s*{_WHO}|{_WHO}\s*/\s*{_HOUSE}"
    rf"|{_WHO}\s*/\s*(?:[Ss]taff|STAFF|The\s+[A-Z]\w+)(?:\s+\w+)?"
    rf"|Getty Images|(?:[Cc]ourtesy|COURTESY)\s+of\s+{_WHO}|FILE PHOTO)"
)
_CREDIT_LINE = regex.compile(rf"[(\[]?{_CREDIT}[)\]]?\.?")
_CREDIT_END = regex.compile(rf"(?:[(\[]{_CREDIT}[)\]]|(?<=[.!?”\"])\s+{_CREDIT})$")
_PICTURED = regex.compile(
    r"(?:(?:Above|Below|Left|Right|Top|Bottom|Center|Centre|Pictured|Clockwise|Inset)"
    r"(?:\s+(?:left|right|top|above|below|from [a-z ]+))?\s*[:,]"
    r"|(?:Caption|Photo caption|PHOTO|Photo|Image|Picture|FILE)\s*[:—–-])"
)


@lru_cache(maxsize=4096)
def furniture_shape(text: str) -> str:
    """Which kind of furniture a line is by its shape; "" for none.

    `folio`, `date`, `running` (head), `jump`, `section`, `paper`, `web`, `phone`.
    """
    if len(text) > 90:
        return ""
    if _LONE_FOLIO.fullmatch(text):
        return "folio"
    if _LONE_DATE.fullmatch(text):
        return "date"
    if _JUMP.fullmatch(text) or _JUMP_FROM.fullmatch(text):
        return "jump"
    if _WEB.match(text):
        return "web"
    if _RUNNING.fullmatch(text) and _SURE.search(text):
        return "running"
    if _PHONE.fullmatch(text) or _PRICE.fullmatch(text) or _VOLUME.fullmatch(text):
        return "phone"
    if _LONE_SECTION.fullmatch(text):
        return "section"
    return "paper" if _LONE_PAPER.fullmatch(text) and len(text.split()) > 1 else ""


@lru_cache(maxsize=4096)
def caption_shape(text: str) -> str:
    """Which kind of caption line: `pictured` (Above: …), `credit` (ends in one), `credit_line`."""
    if len(text) <= 90 and _CREDIT_LINE.fullmatch(text):
        return "credit_line"
    if _CREDIT_END.search(text[-70:]):
        return "credit"
    return "pictured" if _PICTURED.match(text) else ""


def is_paper(text: str) -> bool:
    """Whether a text is the name of a paper."""
    return _LONE_PAPER.fullmatch(text.strip()) is not None and len(text.split()) > 1


def is_section(text: str) -> bool:
    """Whether a text is the name of a section."""
    return _LONE_SECTION.fullmatch(text.strip()) is not None
