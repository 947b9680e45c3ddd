"""Telling checks to be quiet about a place of the page, and to speak again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.model import consistent
from editor.model.decisions import Decisions, Delta, Mark
from editor.model.history import Step, StyleChange
from editor.model.project import Page, Project
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


@dataclass(frozen=True)
class AskAgain:
    """Nothing is let be any more: no place on any page, and no form of the project. One step.

    `page`: the key of the page in sight.
    """

    page: str
    name: str = "ask-again"

    def step(self, project: Project, when: str) -> tuple[Step, tuple[Page, ...]] | None:
        """Places and forms about which checks speak again; None where they speak of all."""
        deltas = {
            page.key: Delta.between(page.decisions, replace(page.decisions, dismissed=()))
            for page in project.pages
            if page.decisions.dismissed
        }
        style = StyleChange(asked=project.style.quiet)
        if not deltas and not style:
            return None
        own = deltas.pop(self.page, Delta())
        return Step(self.name, self.page, own, when, style, others=tuple(deltas.items())), ()
