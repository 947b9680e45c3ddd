"""The list that previews replacements: what goes and what comes, in its place, each with a tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from editor.editing.search import Hit
from editor.ui import words
from editor.ui.card import SHADOW
from editor.ui.lists.rows import PLAIN, QUIET, RIGHT, WRONG, LazyRows, ListRow
from editor.ui.tick_card import TickCard

AROUND = 12
"""Characters of context at each side."""
WIDTH = 480
NO_PAGES: Mapping[str, str] = MappingProxyType({})


class ReplaceList(TickCard):
    """Shows hits as they are and as they would be."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden list over `parent`."""
        super().__init__(parent, self.tr("Replacements"))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.rows.setUniformItemSizes(True)
        self.makes_rule = False
        """Whether a rule of the house is made with what is taken."""

    def apply_words(self, count: int) -> str:
        """How many would be replaced."""
        if self.makes_rule:
            return self.tr("Replace {0} and make it a rule  Enter").format(count)
        return self.tr("Replace {0}  Enter").format(count)


def rows_of(hits: Sequence[Hit], pages: Mapping[str, str] = NO_PAGES) -> LazyRows:
    """A row for each hit. `pages`: what pages are called, where there are hits in several."""
    every = range(len(hits))
    return LazyRows(every, hits, lambda at: _row(hits[at], pages.get(hits[at].of.page, "")), every)


def _row(hit: Hit, page: str) -> ListRow:
    text = hit.of.text.text
    left, right = text[max(0, hit.start - AROUND) : hit.start], text[hit.end : hit.end + AROUND]
    runs = (
        (_seen(left), PLAIN if left.strip() else QUIET),
        (_seen(text[hit.start : hit.end]), WRONG),
        (_seen(hit.put), RIGHT),
        (_seen(right), PLAIN),
    )
    side = " · ".join(part for part in (page, words.nth(hit.of.number)) if part)
    return ListRow(tuple(run for run in runs if run[0]), side=side, what=hit)


def _seen(text: str) -> str:
    """Text in which breaks and spaces can be seen."""
    return text.replace("\n", "¶").replace(" ", "␣")
