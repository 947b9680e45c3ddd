"""What a doubt offers: each reading of the place in a line, and the gesture that takes it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from editor.editing.answers import AnswerDoubt
from editor.editing.gestures import Gesture
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.structure import Joint, Role
from editor.model.verdict import Doubt, FieldTarget, JointTarget, MoveTarget
from editor.ui import words
from editor.ui.proof.document import article_number

translate = QCoreApplication.translate
AROUND = 11
"""Characters of context at each side of a joint."""


@dataclass(frozen=True)
class Choice:
    """One way out of a doubt. `mark` stands between `left` and `right`, in the accent colour.

    `gone`: what `mark` would replace, struck through before it. `gesture` is None for the choice
    that asks the editor to type. `own`: what the desk itself says, before all that is of the page.
    """

    left: str
    mark: str
    right: str
    gesture: Gesture | None
    gone: str = ""
    own: str = ""

    @property
    def text(self) -> str:
        """The choice as it would read, for readers of the screen."""
        return f"{self.own}{self.left}{self.mark}{self.right}"


def choices(doubt: Doubt, page: Page, reading: Reading) -> tuple[Choice, ...]:
    """The verdict's own value first, then its alternatives."""
    values = (doubt.verdict.value, *(other.value for other in doubt.verdict.alternatives))
    found: list[Choice] = []
    if isinstance(doubt.target, FieldTarget):
        found.append(Choice("", "", "", None, own=translate("DoubtCard", "Type it now")))
    for number, value in enumerate(values):
        own, left, mark, right = _words(doubt, value, page, reading)
        found.append(Choice(left, mark, right, AnswerDoubt(doubt, number), own=own))
    return tuple(found)


Words = tuple[str, str, str, str]
"""A choice's own words, left, mark and right."""


def _words(doubt: Doubt, value: object, page: Page, reading: Reading) -> Words:
    text = page.source.text
    if isinstance(doubt.target, MoveTarget):
        return _place(doubt.target, value, page, reading)
    if isinstance(value, Joint):
        at = doubt.target.raw_at if isinstance(doubt.target, JointTarget) else doubt.span.start
        before = (page.source.last_ink(at) or 0) + 1 if at else 0
        left = text[max(0, before - 3 * AROUND) : before].replace("\n", "")[-AROUND:]
        right = text[at : at + 3 * AROUND].replace("\n", "")[:AROUND]
        marks = {
            Joint.SPACE: " ",
            Joint.LINE: " ⏎ ",
            Joint.PARAGRAPH: " ¶ ",
            Joint.ARTICLE: " ¶¶ ",
        }
        return "", f"…{left}", marks.get(value, ""), f"{right}…"
    if isinstance(value, Role):
        return words.role(value), "", "　", snippet(page, doubt.span.start, doubt.span.end)
    if isinstance(value, int):
        if isinstance(doubt.target, FieldTarget) and value != doubt.target.article:
            line = snippet(page, value, value + 40)
            return translate("DoubtCard", "It is this line:"), "", "　", line
        article = reading.article_of(value)
        number = words.nth(article_number(reading, article))
        return number, "", "　", words.title(article) if article else ""
    if isinstance(doubt.target, FieldTarget):
        return translate("DoubtCard", "It has none; leave it so"), "", "", ""
    return translate("DoubtCard", "It belongs to no article"), "", "", ""


def _place(target: MoveTarget, value: object, page: Page, reading: Reading) -> Words:
    """A stretch behind what stands before it on the page, or behind the text it may go on with."""
    text, start = page.source.text, target.span.start
    begins = text[start : start + 3 * AROUND].replace("\n", "")[:AROUND] + "…"
    most = AROUND - 4  # whose place it is stands before it
    if value is None:
        before = (page.source.last_ink(start) or 0) + 1 if start else 0
        left = text[max(0, before - 3 * AROUND) : before].replace("\n", "")[-most:]
        return translate("DoubtCard", "As the page has it:"), f" …{left}", " ¶ ", begins
    left = text[max(0, target.to - 3 * AROUND) : target.to].replace("\n", "")[-most:]
    number = words.nth(article_number(reading, reading.article_of(target.to - 1)))
    return translate("DoubtCard", "Moved to {0}:").format(number), f" …{left}", "↝", begins


def snippet(page: Page, start: int, end: int, most: int = 24) -> str:
    """The printed text of a stretch in one line, cut at the first line end and at `most`."""
    text = page.source.text[start:end].strip().split("\n")[0]
    return text if len(text) <= most else text[:most] + "…"


def opening(page: Page, raw_at: int, most: int = 16) -> str:
    """The printed text from a place on, line ends left out."""
    text = page.source.text[raw_at : raw_at + 4 * most].replace("\n", "").strip()
    return text if len(text) <= most else text[:most] + "…"
