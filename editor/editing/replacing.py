"""Replacing what was found, as one step: in each block what typing there would do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.editing.fields import typed_part
from editor.editing.search import Hit
from editor.editing.typing import TypeText
from editor.model.decisions import Decisions, Mark
from editor.model.giving_way import paused
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.traced import TracedText


@dataclass(frozen=True)
class ReplaceAll:
    """Put each hit's `put` in its place. The hits are of the reading that it is applied to.

    Hits of other pages and of raw text change nothing (`search.in_blocks` finds their blocks).
    Spaces between lines at a hit's edges stay (`search.replaceable` tells what is replaced).
    """

    hits: tuple[Hit, ...]
    name: str = "replace"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """Block by block, each from its end: what stands before a change keeps its place."""
        decisions = page.decisions
        blocks: dict[int, list[Hit]] = {}
        for hit in self.hits:
            if hit.of.page == page.key and not hit.of.raw:
                blocks.setdefault(id(hit.of), []).append(hit)
        for hits in paused(blocks.values()):
            of, near, patches = hits[0].of, hits[0].of.text.span, decisions.patches
            # typing looks at every patch there is; those near the block are all that it meets
            low = bisect_left(patches, near.start, key=lambda patch: patch.span.end)
            high = bisect_right(patches, near.end, key=lambda patch: patch.span.start)
            decisions = replace(decisions, patches=patches[low:high])
            for start, end, put in reversed(_changes(of.text, hits)):
                typed = TypeText(of.text, start, end, put, self.name, of.role)
                decisions = typed.apply(page.decided(decisions), reading, mark)
            patches = (*patches[:low], *decisions.patches, *patches[high:])
            decisions = replace(decisions, patches=patches)
        return decisions


def _changes(text: TracedText, hits: Sequence[Hit]) -> list[tuple[int, int, str]]:
    """What is put where (`out_at`), in order; what touches a typed field is one change.

    A typed field takes its new text as a whole, so that two changes of it would not know of
    each other.
    """
    changes = sorted((hit.start, hit.end, hit.put) for hit in hits)
    part = typed_part(text)
    if part is None:
        return changes
    inside = [c for c in changes if c[0] < part.end and c[1] > part.start]
    if len(inside) < 2:
        return changes
    start, end = inside[0][0], inside[-1][1]
    made, at = "", start
    for low, high, put in inside:
        made += text.text[at:low] + put
        at = high
    return [
        *(c for c in changes if c[1] <= start),
        (start, end, made),
        *(c for c in changes if c[0] >= end),
    ]
