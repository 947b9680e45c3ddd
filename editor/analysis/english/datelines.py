"""Where an English report was filed: LONDON, March 3 - / LONDON (Reuters) - / WASHINGTON —.

The place in capitals (or, with a date or an agency, as a name), perhaps a region, a date, an
agency, then a dash. The dash belongs to it. It may run over a line's end.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from editor.analysis.evidence.datelines import Dateline

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*"
_PLACE = rf"{_CAPS}(?:\s{_CAPS}){{0,4}}"
_NAMED = r"[A-Z][\w.'’-]+(?:\s(?:de|del|la|of|do|da|[A-Z])[\w.'’-]*){0,3}"
_REGION = r"(?:,\s(?:[A-Z][\w.'’]*)(?:\s[A-Z][\w.'’]*){0,2})"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = (
    rf"(?:(?i:{_MONTH})\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?|\d{{1,2}}\s+(?i:{_MONTH})\.?(?:\s+\d{{4}})?)"
)
_DATE = rf"(?:,?\s{_DAY})"
_AGENCY = r"(?:\s\([A-Z][A-Za-z .&/’'-]{1,40}\))"
_DASH = r"(?:\s?(?:—|–|--|―)+|\s[-_](?=\s|$))"
_CORE = regex.compile(
    rf"(?:{_PLACE}{_REGION}?{_DATE}?{_AGENCY}?{_DATE}?{_DASH}"
    rf"|{_NAMED}{_REGION}?(?:{_DATE}{_AGENCY}?|{_AGENCY}{_DATE}?){_DASH}"
    rf"|\([A-Z]{{2,8}}(?:\s[A-Z][a-z]+)?\){_DASH}"
    rf"|{_PLACE}{_REGION}?{_DATE}?{_AGENCY}?:(?=\s)"
    r")"
)
_SURE = regex.compile(rf"{_AGENCY}|{_DATE}")
_SHOUT = regex.compile(r"\s*(?:[A-Z][A-Z'’.-]+)(?:\s+[A-Z][A-Z'’.-]+|\s*$|\s*\n)")


@lru_cache(maxsize=4096)
def dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with, if any. `text` needs no more than 90 characters."""
    if not (text[:1].isupper() or text[:1] == "("):
        return None
    flat = text.replace("\n", " ")
    found = _CORE.match(flat)
    if not found or found.end() > 70:
        return None
    whole = found.group()
    for cut in range(found.end()):
        # capitals of a headline's last lines before a dateline that stands by itself
        rest = text[cut + 1 :] if text[cut] == "\n" and text[cut - 1] != "," else ""
        if rest[:2].isalpha() and rest[:2].isupper() and dateline(rest) is not None:
            return None
    if len(regex.sub(r"[^A-Za-z]", "", whole)) < 3:
        return None
    dated = bool(_SURE.search(whole))
    if not dated:
        # the place alone: what stands behind is a sentence, not more capitals
        rest = text[found.end() :]
        if _SHOUT.match(rest) or (whole.endswith(":") and len(whole.split()) > 3):
            return None
        if not rest.strip() or rest.lstrip()[:1].islower():
            return None
    return Dateline(found.end(), found.end(), (), "dash" if dated else "place")
