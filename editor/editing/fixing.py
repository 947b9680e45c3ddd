"""Taking proposed fixes: each as typing there would do it, all of them as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.editing.replacing import ReplaceAll
from editor.editing.search import Hit, Searched, replaceable
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page
from editor.model.reading import Reading
from editor.proofing.suspect import Passage, Suspect


@dataclass(frozen=True)
class TakeFixes:
    """Put each suspect's fix in its place. The suspects are of the reading that it is applied to.

    One without a fix changes nothing; of two that overlap the first is taken.
    """

    suspects: tuple[Suspect, ...]
    name: str = "fix"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """As one replacement of all."""
        hits = tuple(_hits(page, self.suspects))
        return ReplaceAll(hits, self.name).apply(page, reading, mark)


def _hits(page: Page, suspects: Iterable[Suspect]) -> Iterable[Hit]:
    texts: dict[int, Searched] = {}
    taken: dict[int, int] = {}

    def of(passage: Passage) -> Searched:
        made = Searched(page.key, passage.traced, passage.role, 0)
        return texts.setdefault(id(passage), made)

    for suspect in sorted(suspects, key=lambda one: (one.start, one.end)):
        key = id(suspect.passage)
        if suspect.fix is None or suspect.start < taken.get(key, 0):
            continue
        hit = Hit(of(suspect.passage), suspect.start, suspect.end, suspect.fix)
        kept = replaceable(hit) if suspect.start < suspect.end else hit
        if kept is not None:
            taken[key] = max(suspect.end, suspect.start + 1)
            yield kept
