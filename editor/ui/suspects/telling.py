"""A suspect in words and in a line: what is printed, what should be, why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor.editing.search import Hit, Searched
from editor.model.reading import Reading
from editor.proofing import forms
from editor.proofing.reasons import name, why
from editor.proofing.suspect import Suspect
from editor.ui import words
from editor.ui.lists.rows import QUIET, RIGHT, WRONG, ListRow
from editor.ui.proof.document import article_number
from editor.ui.target import article_at

translate = QCoreApplication.translate
AROUND = 6
"""Characters of context at each side in a narrow list."""
FORM = 40
"""Characters of the longest form that can be looked for elsewhere."""
AROUND_IT = frozenset(("pairs", "final-mark", "sequence", "repeated-paragraph"))
"""Checks of what stands around a mark or a text, which by itself is right elsewhere."""
LONG = 16
"""Characters that are shown of a long stretch."""
NOTHING = "‸"
"""Stands where nothing is printed, or nothing should be."""


def seen(text: str, most: int = LONG) -> str:
    """A stretch in a line: spaces can be seen, what cannot be printed too, long ones are cut."""
    told = "".join(_visible(mark) for mark in text)
    return told if len(told) <= most else told[: most - 1] + "…"


def _visible(mark: str) -> str:
    if mark in " \u00a0":
        return "␣"
    return mark if mark.isprintable() else "□"


def sides(suspect: Suspect, around: int = AROUND) -> tuple[str, str]:
    """What is printed before and behind it."""
    text = suspect.passage.text
    left = text[max(0, suspect.start - around) : suspect.start]
    return left, text[suspect.end : suspect.end + around]


def rule(suspect: Suspect) -> str:
    """The name of its check."""
    return name_of(suspect.rule)


def title(check: str) -> str:
    """A check in words that stand alone."""
    return words.begun(name_of(check))


def name_of(check: str) -> str:
    """A check in words."""
    return name(check, words.language())


def reason(suspect: Suspect) -> str:
    """Why it is one."""
    return why(suspect, words.language())


def tip(suspect: Suspect) -> str:
    """The reason, and the fix where there is one, for whoever points at it."""
    if suspect.fix is None:
        return reason(suspect)
    if not suspect.fix:
        return translate("Suspects", "{0}: take it out").format(reason(suspect))
    told = translate("Suspects", "{0}: {1} → {2}")
    shown = seen(suspect.shown) or NOTHING
    return told.format(reason(suspect), shown, seen(suspect.fix))


def form(suspect: Suspect) -> tuple[str, str | None] | None:
    """The form that it shows, which can stand elsewhere too, and what should be if that is known.

    A look-alike is one in its word only. None: nothing is printed, a whole text is, or what is
    wrong lies around it.
    """
    if suspect.rule in AROUND_IT or not 0 < len(suspect.shown) <= FORM:
        return None
    shown, put = forms.form(suspect)
    return shown, put if suspect.fix is not None else None


def row(suspect: Suspect, reading: Reading, around: int = AROUND) -> ListRow:
    """Before and after in the place where it stands, over the reason."""
    left, right = sides(suspect, around)
    runs = (
        (left, QUIET),
        (seen(suspect.shown), WRONG if suspect.fix is not None else "plain"),
        (seen(suspect.fix or ""), RIGHT),
        (right, QUIET),
    )
    number = article_number(reading, article_at(reading, suspect.passage.article))
    return ListRow(
        tuple(run for run in runs if run[0]),
        second=reason(suspect),
        side=words.nth(number),
        what=suspect,
    )


def hit(suspect: Suspect, page: str, reading: Reading) -> Hit:
    """The place of the corrected text that it is, to be looked at."""
    number = article_number(reading, article_at(reading, suspect.passage.article))
    of = Searched(page, suspect.passage.traced, suspect.passage.role, number)
    return Hit(of, suspect.start, suspect.end, suspect.fix or "")
