"""What is suspect in the blocks that the proof shows: found by the text that it was found in.

A block that says something else by now has none: nothing is marked where it does not stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.model.structure import Role
from editor.proofing.suspect import Severity, Suspect
from editor.ui.proof.blocks import Shown

Marked = tuple[int, int, int, Severity, bool]
"""Block index and `out_at` range, and whether it is the one on the card."""


class Suspected:
    """Suspects by their blocks; `asked` is the one on the card."""

    def __init__(self, suspects: Iterable[Suspect] = ()) -> None:
        """Of one page."""
        self.asked: Suspect | None = None
        self._by_block: dict[tuple[int, Role, str], list[Suspect]] = {}
        for one in suspects:
            key = (one.passage.article, one.passage.role, one.passage.text)
            self._by_block.setdefault(key, []).append(one)

    def of(self, one: Shown) -> Sequence[Suspect]:
        """Those of a block."""
        block = one.block
        if not self._by_block:
            return ()
        return self._by_block.get((block.article, block.role, block.text.text), ())

    def within(self, shown: Sequence[Shown], within: range) -> Iterator[Marked]:
        """Those of blocks in sight. Where something is missing, what is before it is marked."""
        for index in within:
            for one in self.of(shown[index]):
                start, end = one.start, one.end
                if start == end:
                    start, end = max(0, start - 1), max(end, min(1, len(one.passage.text)))
                yield index, start, end, one.severity, one == self.asked

    def at(self, one: Shown, out_at: int) -> Suspect | None:
        """The narrowest that holds a place of a block, its ends included."""
        found = [held for held in self.of(one) if held.start <= out_at <= max(held.end, 1)]
        return min(found, key=lambda held: held.end - held.start, default=None)
