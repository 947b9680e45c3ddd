"""A page's structure from its source and the structural decisions: the recipe, step by step."""

from __future__ import annotations

from editor.analysis import regions
from editor.analysis.base import Base
from editor.analysis.drafting import Draft
from editor.analysis.parts import Patchwork
from editor.analysis.regions import Plain, read_again
from editor.analysis.resting import resting
from editor.analysis.settling import base_of, known_base
from editor.analysis.structure import Structure
from editor.analysis.windows import of_base
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source


def analyse(source: Source, decisions: Decisions, style: Style) -> Structure | Patchwork:
    """The structure of a page. Sees structural decisions only.

    A pure function of its arguments; the base of the pages read last is kept.
    """
    with resting():
        return structure_of(source, base_of(source, style, decisions.structural.pins), decisions)


def structure_of(source: Source, base: Base | None, decisions: Decisions) -> Structure | Patchwork:
    """The structure of a page by its base; None where nothing is printed on it."""
    if base is None:
        return Structure()
    plain: Plain | None = base.plain
    if plain is None:
        draft = Draft(source, base, of_base(base), Decisions(), None)
        plain = base.plain = Plain(draft, draft.whole())
    if not (decisions.joints or decisions.roles or decisions.headings):
        return plain.patchwork
    return read_again(source, base, plain, decisions)


def look_ahead(source: Source, decisions: Decisions, style: Style) -> None:
    """Read ahead what `analyse` would read anew, of a page that was read; else nothing.

    What is read is the same, sooner.
    """
    base = known_base(source, style, decisions.structural.pins)
    if base is not None and base.plain is not None:
        with resting():
            regions.look_ahead(source, base, base.plain, decisions.structural)


__all__ = ["analyse", "look_ahead", "structure_of"]
