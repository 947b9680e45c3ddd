"""Telling checks to be quiet: about a place of the page."""

from __future__ import annotations

from dataclasses import dataclass

from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page
from editor.model.reading import Reading
from editor.proofing.suspect import Suspect


@dataclass(frozen=True)
class Dismiss:
    """What these suspects show is right as it stands; their checks are quiet here."""

    suspects: tuple[Suspect, ...]
    name: str = "dismiss"

    def apply(self, page: Page, reading: Reading, mark: Mark) -> Decisions:
        """An entry for each place."""
        decisions = page.decisions
        for one in self.suspects:
            decisions = consistent.with_dismissed(decisions, one.rule, one.span, True, mark)
        return decisions
