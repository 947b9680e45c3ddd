"""An editor without a mouse: goes about the proof by keys alone and counts them.

Looks at the caret like a person does; sets nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.model.reading import Reading
from editor.model.structure import Role
from tests.ui.hands import Hands

Blocks = list[tuple[str, str]]
"""(role, text) of each block of an article."""


@dataclass
class Sheet:
    """An article as a person would write it down: heading lines, names, blocks."""

    headline: list[str] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    blocks: Blocks = field(default_factory=list)


def written_down(reading: Reading) -> tuple[list[Sheet], list[str]]:
    """What a reading says, as plain lists; furniture in the page's order."""
    sheets = []
    for article in reading.articles:
        heads = [line.text for line in (*article.kicker, *article.headline, *article.subhead)]
        names = [name.text.text for name in article.byline]
        blocks = [(block.role.value, block.text.text) for block in article.blocks]
        sheets.append(Sheet(heads, names, blocks))
    placed = sorted(reading.furniture, key=lambda block: block.text.span.start)
    return sheets, [block.text.text for block in placed if block.role is Role.FURNITURE]


@dataclass
class Walk:
    """Keys pressed at a window: those that decide, and those that only go there."""

    hands: Hands
    going: int = 0
    deciding: list[str] = field(default_factory=list)

    def go(self, *keys: str) -> None:
        """Press keys that move."""
        for key in keys:
            self.hands.press(key)
            self.going += 1

    def decide(self, key: str) -> None:
        """Press a key that changes the page."""
        self.hands.press(key)
        self.deciding.append(key)

    def caret(self) -> tuple[int, int]:
        """Block number and code points into it, as the eye sees them."""
        proof = self.hands.window.desk.proof
        point = proof.proof.point(proof.textCursor().position())
        return point.index, point.out_at

    def to(self, block: int, out_at: int) -> None:
        """Go to a place of the proof: by articles, by lines, by letters."""
        shown = self.hands.window.desk.proof.proof.shown
        while shown[self.caret()[0]].number != shown[block].number:
            later = shown[self.caret()[0]].number < shown[block].number
            before = self.caret()
            self.go("Ctrl+PgDown" if later else "Ctrl+PgUp")
            assert self.caret() != before, "the key for articles stands still"
        while self.caret()[0] != block:
            self.go("Down" if self.caret()[0] < block else "Up")
        # by lines as long as a line does not pass the place
        while self.caret()[1] < out_at:
            before = self.caret()
            self.go("Down")
            if self.caret()[0] != block or self.caret()[1] > out_at or self.caret() == before:
                self.go("Up")
                break
        while self.caret() != (block, out_at):
            self.go("Left" if self.caret() > (block, out_at) else "Right")
