"""Many pages at once, for archives: decided in step (`analysis.stepping`), nothing of them kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.analysis.analyse import structure_of
from editor.analysis.assemble import assemble
from editor.analysis.resting import resting
from editor.analysis.settling import build_bases
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Reading
from editor.model.source import Source

AT_ONCE = 200_000
"""Characters that are read together: of more pages a line costs no less, and memory grows."""

Asked = tuple[Source, Decisions, Style]


def read_many(pages: Iterable[Asked]) -> Iterator[Reading]:
    """What pages read as, each as `read` has it, in their order; of few the last wait for none."""
    for together in batches(pages):
        yield from _read(together)


def batches(pages: Iterable[Asked]) -> Iterator[list[Asked]]:
    """Pages that are read together."""
    found: list[Asked] = []
    size = 0
    for page in pages:
        found.append(page)
        size += len(page[0].text)
        if size >= AT_ONCE:
            yield found
            found, size = [], 0
    if found:
        yield found


def _read(pages: list[Asked]) -> list[Reading]:
    with resting():
        bases = build_bases(
            [(source, style, told.structural.pins) for source, told, style in pages]
        )
        readings = []
        for (source, decisions, _), base in zip(pages, bases, strict=True):
            structure = structure_of(source, base, decisions.structural)
            readings.append(assemble(source, structure, decisions))
            if base is not None:  # it goes with its reading, and waits for no search for cycles
                base.plain.structure.standing.clear()
                base.part()
        return readings
